"""Citations and document numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.conventions.citations import citations, document_numbers

PIECES = st.sampled_from(
    [
        "《",
        "》",
        "〈",
        "〉",
        "<",
        ">",
        "条例",
        "（",
        "）",
        "青政发",
        "〔2021〕",
        "[2021]",
        "5号",
        "国令第",
        "711",
        "号",
        "。",
        "，",
        "和",
        " ",
    ]
)


@given(st.lists(PIECES).map("".join))
def test_every_citation_and_number_stands_at_its_offsets(text: str) -> None:
    for cited in citations(text):
        assert text[cited.start : cited.end] == cited.text
        if cited.number is not None:
            assert text[cited.number.start : cited.number.end] == cited.number.text
    for number in document_numbers(text):
        assert text[number.start : number.end] == number.text


@given(st.lists(PIECES).map("".join))
def test_citations_and_numbers_do_not_overlap_one_another(text: str) -> None:
    for view in (citations(text), document_numbers(text)):
        end = 0
        for found in view:
            assert found.start >= end
            end = found.end


@given(st.lists(st.text("青山镇条例办法", min_size=1), max_size=4))
def test_each_title_in_marks_is_found(titles: list[str]) -> None:
    text = "、".join(f"《{title}》" for title in titles)
    assert [found.title for found in citations(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("《甲》《乙》", ["甲", "乙"]),
        ("《关于印发〈办法〉的通知》", ["关于印发〈办法〉的通知"]),
        ("《关于印发《办法》的通知》和《乙》", ["关于印发《办法》的通知", "乙"]),
        ("《关于“放管服”改革的‘通知’》", ["关于“放管服”改革的‘通知’"]),
        ("《条例 》", ["条例"]),
        ("《丙没有关。《丁》", ["丁"]),
        ("《丙没有关，《丁》", ["丁"]),
        ("《丙没有关", []),
        ("没有开》，《丁》", ["丁"]),
        ("《甲；《乙》》", ["乙"]),
    ],
)
def test_outermost_titles_are_given(text: str, titles: list[str]) -> None:
    assert [found.title for found in citations(text)] == titles


@pytest.mark.parametrize(
    "text", ["《关于〈办法〉的通知》", "《关于<办法>的通知》", "《关于《办法》的通知》", "《关于＜办法＞的通知》"]
)
def test_inner_titles_are_named_whatever_their_marks(text: str) -> None:
    (found,) = citations(text)
    assert found.inner_titles == ("办法",)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("《通知》（国办公开办函〔2021〕30号）", "国办公开办函〔2021〕30号"),
        ("《通知》 (国办发[2016]19号)", "国办发[2016]19号"),
        ("《条例》（国务院令第711号）", "国务院令第711号"),
        ("《条例》（国令第 711 号，以下简称条例）", "国令第 711 号"),
    ],
)
def test_the_number_in_the_bracket_after_a_title_belongs_to_it(text: str, number: str) -> None:
    (found,) = citations(text)
    assert found.number is not None
    assert found.number.text == number


@pytest.mark.parametrize(
    "text",
    ["《标准目录》（2025版）", "《条例》，国务院令第711号", "《条例》（见国务院第一次会议，国令第711号）", "《条例》"],
)
def test_other_words_after_a_title_are_no_number_of_it(text: str) -> None:
    (found,) = citations(text)
    assert found.number is None


@pytest.mark.parametrize(
    ("text", "agency", "year", "serial", "brackets"),
    [
        ("国办公开办函〔2021〕30号", "国办公开办函", 2021, 30, "〔〕"),
        ("根据国办发[2016]19号", "国办发", 2016, 19, "[]"),
        ("青政发（2021）5号", "青政发", 2021, 5, "（）"),
        ("青政发【2021】05号", "青政发", 2021, 5, "【】"),
        ("青政发 〔２０２１〕 第 5 号", "青政发", 2021, 5, "〔〕"),
        ("青政发〔二〇二一〕三号", "青政发", 2021, 3, "〔〕"),
        ("国办公开办函202130 号", "国办公开办函", 2021, 30, ""),
        ("国务院令第711号", "国务院令", None, 711, ""),
        ("国令第 711 号", "国令", None, 711, ""),
        ("国务院第711号令", "国务院令", None, 711, ""),
        ("见青政发〔2021〕5号", "青政发", 2021, 5, "〔〕"),
        ("和政发〔2021〕5号", "和政发", 2021, 5, "〔〕"),
    ],
)
def test_document_numbers_are_read(text: str, agency: str, year: int | None, serial: int, brackets: str) -> None:
    (found,) = document_numbers(text)
    assert (found.agency, found.year, found.serial, found.brackets) == (agency, year, serial, brackets)


def test_a_conjunction_between_two_numbers_belongs_to_neither() -> None:
    assert [found.agency for found in document_numbers("青政发〔2021〕5号和国办发〔2016〕19号")] == ["青政发", "国办发"]


@pytest.mark.parametrize("text", ["国务院令第711号", "青政发〔2021〕5号"])
def test_the_standard_form_is_known(text: str) -> None:
    (found,) = document_numbers(text)
    assert found.is_standard


@pytest.mark.parametrize(
    "text", ["国务院令第 711 号", "青政发〔2021〕05号", "青政发[2021]5号", "青政发〔2021〕第5号", "国务院第711号令"]
)
def test_a_departure_from_the_standard_form_is_known(text: str) -> None:
    (found,) = document_numbers(text)
    assert not found.is_standard


@pytest.mark.parametrize("text", ["", "〔2021〕5号", "（2021年）5号", "第5号", "青政发〔2021〕号", "2021年5号"])
def test_what_lacks_a_part_is_no_document_number(text: str) -> None:
    assert list(document_numbers(text)) == []
