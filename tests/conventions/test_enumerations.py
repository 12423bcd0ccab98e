"""Lists inside prose."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.conventions.enumerations import Enumeration, enumerations

SEED = Path(__file__).parents[3] / "shared" / "seed"

PIECES = st.sampled_from(
    [
        "一是",
        "二是",
        "三是",
        "首先，",
        "其次，",
        "最后，",
        "第一，",
        "第二，",
        "①",
        "②",
        "（1）",
        "（2）",
        "1.",
        "2.",
        "公开",
        "。",
        "；",
        "：",
        " ",
        "（一）",
    ]
)
PARAGRAPHS = st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=5)


def values(paragraphs: list[str] | str) -> list[tuple[int, ...]]:
    return [found.values for found in enumerations(paragraphs)]


def texts(paragraphs: list[str] | str) -> list[list[str]]:
    return [[item.text for item in found.items] for found in enumerations(paragraphs)]


@given(PARAGRAPHS)
def test_every_item_stands_at_its_offsets_and_begins_with_its_mark(paragraphs: list[str]) -> None:
    for found in enumerations(paragraphs):
        for item in found.items:
            assert paragraphs[item.paragraph][item.start : item.end] == item.text
            assert item.text.startswith(item.mark)


@given(PARAGRAPHS)
def test_every_list_has_two_items_in_reading_order(paragraphs: list[str]) -> None:
    for found in enumerations(paragraphs):
        places = [(item.paragraph, item.start) for item in found.items]
        assert len(places) >= 2
        assert places == sorted(places)


@given(PARAGRAPHS)
def test_lists_come_in_the_order_in_which_they_begin_and_share_no_mark(paragraphs: list[str]) -> None:
    lists = list(enumerations(paragraphs))
    firsts = [(found.items[0].paragraph, found.items[0].start) for found in lists]
    places = [(item.paragraph, item.start) for found in lists for item in found.items]
    assert firsts == sorted(firsts)
    assert len(places) == len(set(places))


@given(st.text())
def test_a_string_is_one_paragraph(text: str) -> None:
    assert list(enumerations(text)) == list(enumerations([text]))


@pytest.mark.parametrize(
    ("text", "style", "bodies"),
    [
        ("做法：一是公开目录；二是加强培训；三是检查。", "一是", ["公开目录；", "加强培训；", "检查。"]),
        ("第一，公开目录。第二，加强培训。", "第一", ["公开目录。", "加强培训。"]),
        ("其一，公开目录；其二，加强培训。", "其一", ["公开目录；", "加强培训。"]),
        ("首先，公开。其次，培训。再次，检查。最后，总结。", "首先", ["公开。", "培训。", "检查。", "总结。"]),
        ("内容：①目录；②指南。", "①", ["目录；", "指南。"]),
        ("内容：（1）目录；(2)指南。", "（1）", ["目录；", "指南。"]),
        ("内容：1）目录；2）指南。", "（1）", ["目录；", "指南。"]),
        ("内容：1.目录；2.指南。", "1.", ["目录；", "指南。"]),
        ("内容：1、目录；2、指南。", "1.", ["目录；", "指南。"]),
        ("存在的问题一是慢；二是少。", "一是", ["慢；", "少。"]),
    ],
)
def test_each_style_is_read(text: str, style: str, bodies: list[str]) -> None:
    (found,) = enumerations(text)
    assert found.style == style
    assert [item.body for item in found.items] == bodies
    assert found.values == tuple(range(1, len(bodies) + 1))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "主要问题，一是公开不及时。",
        "万一是错误，统一是关键；第一季度和第二季度。",
        "公开12.5%，增长2.1倍。",
        "首先要公开，最终要落实。",
        "最后，公开；最后，培训。",
        "见第（1）款。",
        "2.某；5.某。",
    ],
)
def test_running_speech_is_no_list(text: str) -> None:
    assert list(enumerations(text)) == []


def test_finally_is_one_more_than_the_item_before_it() -> None:
    assert values("首先，公开。其次，培训。最后，总结。") == [(1, 2, 3)]


def test_a_gap_stays_in_the_list() -> None:
    assert values("一是公开；三是培训。") == [(1, 3)]


def test_a_repeated_number_stays_in_the_list() -> None:
    assert values("一是公开；二是培训；二是检查；四是总结。") == [(1, 2, 2, 4)]


def test_a_lost_first_item_leaves_a_list_that_begins_later() -> None:
    assert values("做法：二是培训；三是检查。") == [(2, 3)]


def test_a_list_runs_on_in_the_next_paragraphs() -> None:
    assert values(["做法如下：一是公开；", "二是培训。", "有关做法已推广。", "三是检查。"]) == [(1, 2, 3)]


def test_one_list_follows_another_in_a_paragraph() -> None:
    assert texts("问题：一是慢。二是少。针对问题，做好以下工作：一是快报。及时更新。二是多报。") == [
        ["一是慢。", "二是少。"],
        ["一是快报。及时更新。", "二是多报。"],
    ]


def test_the_words_that_announce_the_next_list_are_not_the_last_items() -> None:
    assert texts("一是慢。很慢。二是少。很少。措施：一是快；二是多。")[0] == ["一是慢。很慢。", "二是少。很少。"]


def test_a_list_stands_inside_an_item_of_another() -> None:
    assert texts("一是公开：①目录；②指南。二是培训：①讲座；②考试。") == [
        ["一是公开：①目录；②指南。", "二是培训：①讲座；②考试。"],
        ["①目录；", "②指南。"],
        ["①讲座；", "②考试。"],
    ]


def test_a_list_of_the_same_style_may_stand_inside_an_item() -> None:
    assert values(["一是公开：", "一是目录；二是指南；三是年报。", "二是培训。"]) == [(1, 2), (1, 2, 3)]


def test_the_next_number_goes_to_the_list_it_follows() -> None:
    assert values(["一是公开：", "一是目录；二是指南。", "二是培训。"]) == [(1, 2), (1, 2)]
    assert values("一是公开。二是培训，一是因为少。三是检查。") == [(1, 2, 3)]


def test_the_next_item_of_the_outer_list_ends_the_inner_one() -> None:
    assert texts("一是公开：①目录。已发。②指南。已发。二是培训③检查。") == [
        ["一是公开：①目录。已发。②指南。已发。", "二是培训③检查。"],
        ["①目录。已发。", "②指南。已发。"],
    ]


def test_a_last_item_of_one_sentence_like_the_others_ends_with_its_sentence() -> None:
    assert texts("一是公开；二是培训。通过以上做法，效果明显。") == [["一是公开；", "二是培训。"]]


def test_a_last_item_that_has_a_paragraph_to_itself_reaches_to_its_end() -> None:
    assert texts(["一是公开。", "二是培训。全年2次。"]) == [["一是公开。", "二是培训。全年2次。"]]


@pytest.mark.parametrize("heading", ["二、主动公开情况", "（二）突出重点"])
def test_a_heading_ends_every_list_before_it(heading: str) -> None:
    assert values(["一是公开；二是培训。", heading, "三是检查；四是总结。"]) == [(1, 2), (3, 4)]


@pytest.fixture(scope="module")
def seed() -> list[Enumeration]:
    found = sorted(SEED.glob("*.txt"))
    if not found:
        pytest.skip("the seed report is not beside the repository")
    lines = [line.lstrip("# ") for line in found[0].read_text("utf-8").splitlines()]
    return list(enumerations([line for line in lines if line.strip()]))


def test_the_seed_has_six_lists(seed: list[Enumeration]) -> None:
    assert [(found.style, len(found.items)) for found in seed] == [
        ("一是", 3),
        ("①", 8),
        ("一是", 4),
        ("一是", 4),
        ("一是", 3),
        ("一是", 4),
    ]


def test_an_item_of_the_seed_that_a_broken_paragraph_cuts_keeps_its_place(seed: list[Enumeration]) -> None:
    cut, last = seed[2].items[2:]
    assert (cut.text, last.paragraph) == ("三是把党务、", cut.paragraph + 1)


def test_both_lists_of_one_paragraph_of_the_seed_are_told_apart(seed: list[Enumeration]) -> None:
    assert {item.paragraph for found in seed[4:] for item in found.items} == {seed[4].items[0].paragraph}
    assert seed[4].items[-1].text.endswith("还需要进一步提高。")
    assert seed[5].items[-1].text.endswith("质量和水平。")
