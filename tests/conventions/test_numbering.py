"""The marks of headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.conventions.numbering import CIRCLED, leading_mark, looks_like_heading, mark_text
from govdisclosure.errors import ConstructionError

MARKS = st.one_of(
    st.tuples(st.integers(1, 4), st.integers(1, 999)),
    st.tuples(st.just(5), st.integers(1, len(CIRCLED))),
)


@given(MARKS)
def test_a_mark_as_the_standard_writes_it_reads_back(mark: tuple[int, int]) -> None:
    found = leading_mark(mark_text(*mark) + "某")
    assert found is not None
    assert (found.level, found.value) == mark
    assert found.text == mark_text(*mark)


@given(MARKS, st.sampled_from(["", " ", "\u3000", "\xa0\t"]), st.sampled_from(["", " ", "\u3000\u3000"]))
def test_the_end_is_where_the_words_begin(mark: tuple[int, int], before: str, after: str) -> None:
    text = f"{before}{mark_text(*mark)}{after}某某"
    found = leading_mark(text)
    assert found is not None
    assert text[found.end :] == "某某"


@given(st.text())
def test_the_mark_stands_in_the_text_before_its_end(text: str) -> None:
    found = leading_mark(text)
    assert found is None or text[: found.end].strip("\u200b\ufeff \t\n").find(found.text) >= 0


@pytest.mark.parametrize(
    ("text", "level", "value", "mark"),
    [
        ("一、总体情况", 1, 1, "一、"),
        ("一.总体情况", 1, 1, "一."),
        ("十一．总体情况", 1, 11, "十一．"),
        ("一 、总体情况", 1, 1, "一 、"),
        ("  二、 主动公开", 1, 2, "二、"),
        ("二、三公经费", 1, 2, "二、"),
        ("（一）主动公开", 2, 1, "（一）"),
        ("(一)主动公开", 2, 1, "(一)"),
        ("（一)主动公开", 2, 1, "（一)"),
        ("(一）主动公开", 2, 1, "(一）"),
        ("（ 二 ）主动公开", 2, 2, "（ 二 ）"),
        ("（一）、主动公开", 2, 1, "（一）、"),
        ("二）主动公开", 2, 2, "二）"),
        ("一)主动公开", 2, 1, "一)"),
        ("㈢主动公开", 2, 3, "㈢"),
        ("1.主动公开", 3, 1, "1."),
        ("1、主动公开", 3, 1, "1、"),
        ("1．主动公开", 3, 1, "1．"),
        ("１．主动公开", 3, 1, "１．"),
        ("12. 5个栏目", 3, 12, "12."),
        ("1.2022年公开信息", 3, 1, "1."),
        ("⒉主动公开", 3, 2, "⒉"),
        ("（1）主动公开", 4, 1, "（1）"),
        ("(１)主动公开", 4, 1, "(１)"),
        ("1)主动公开", 4, 1, "1)"),
        ("3）主动公开", 4, 3, "3）"),
        ("⑿主动公开", 4, 12, "⑿"),
        ("①主动公开", 5, 1, "①"),
        ("⑳主动公开", 5, 20, "⑳"),
        ("㉑主动公开", 5, 21, "㉑"),
    ],
)
def test_printed_variants_are_read(text: str, level: int, value: int, mark: str) -> None:
    found = leading_mark(text)
    assert found is not None
    assert (found.level, found.value, found.text) == (level, value, mark)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "总体情况",
        "1.5%的申请",
        "1.1 概述",
        "2021年",
        "（2021）",
        "一是公开",
        "一、二、三产业",
        "1、2月",
        "0.某",
        "一二三、某",
        "第一、某",
    ],
)
def test_what_only_resembles_a_mark_is_none(text: str) -> None:
    assert leading_mark(text) is None


@pytest.mark.parametrize(("level", "value"), [(0, 1), (6, 1), (1, 0), (1, 1000), (3, -1), (5, 51)])
def test_a_mark_that_does_not_exist_is_refused(level: int, value: int) -> None:
    with pytest.raises(ConstructionError):
        mark_text(level, value)


@pytest.mark.parametrize(
    "text",
    [
        "一、总体情况",
        "（一）加强领导，强化组织",
        "1.属于国家秘密",
        "（2）其他",
        "  三、收到和处理政府信息公开申请情况  ",
    ],
)
def test_a_marked_line_of_a_few_words_looks_like_a_heading(text: str) -> None:
    assert looks_like_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "总体情况",
        "一、",
        "一、 ",
        "（一）",
        "1. ",
        "①有关政策",
        "（一）主动公开。本年公开12条",
        "（一）是否公开？",
        "1.公开；",
        "一、主动公开，",
        "一、包括：",
        "二、上年结转 | 0 | 0",
        "二、上年结转\t0",
        "一、" + "某" * 50,
    ],
)
def test_a_sentence_a_row_or_a_bare_mark_looks_like_no_heading(text: str) -> None:
    assert not looks_like_heading(text)


def test_a_heading_has_fifty_characters_at_most() -> None:
    assert looks_like_heading("一、" + "某" * 48)
    assert not looks_like_heading("一、" + "某" * 49)
