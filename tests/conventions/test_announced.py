"""Counts that a text announces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.conventions.announced import SLOGANS, announced_counts

PIECES = st.sampled_from(
    ["以下", "如下", "四", "3", "十二", "个", "项", "方面", "“", "”", "：", "公开", "五公开", "第", "，", " "]
)


@given(st.lists(PIECES).map("".join))
def test_every_count_stands_at_its_offsets(text: str) -> None:
    for found in announced_counts(text):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("text", "printed", "value", "noun"),
    [
        ("我们做到“四个结合”：", "四个结合", 4, "结合"),
        ("确立了以下八项重点公开内容：①", "以下八项重点公开内容", 8, "重点公开内容"),
        ("做好以下3项工作。", "以下3项工作", 3, "工作"),
        ("有如下三点：", "如下三点", 3, ""),
        ("存在以下两个问题：", "以下两个问题", 2, "问题"),
        ("做好以下四个方面的工作：", "以下四个方面", 4, "方面"),
        ("从三个方面推进", "三个方面", 3, "方面"),
        ("体现在5个方面。", "5个方面", 5, "方面"),
        ("采取三项措施：一是", "三项措施", 3, "措施"),
        ("推出十二大举措：", "十二大举措", 12, "举措"),
    ],
)
def test_announcements_are_read(text: str, printed: str, value: int, noun: str) -> None:
    (found,) = announced_counts(text)
    assert (found.text, found.value, found.noun, found.is_slogan) == (printed, value, noun, False)


@pytest.mark.parametrize("slogan", sorted(SLOGANS))
def test_a_slogan_is_flagged(slogan: str) -> None:
    (found,) = announced_counts(f"落实“{slogan}”要求")
    assert (found.text, found.is_slogan) == (slogan, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "“十四五”规划",
        "一方面公开，另一方面培训",
        "第三个方面",
        "十几个方面",
        "两三个方面",
        "公开信息12条：",
        "多个方面",
        "公开3项工作。",
    ],
)
def test_other_numbers_announce_nothing(text: str) -> None:
    assert list(announced_counts(text)) == []
