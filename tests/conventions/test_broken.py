"""Paragraphs broken in the middle of a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.conventions.broken import is_broken
from govdisclosure.conventions.numbering import mark_text

LONG = "青山镇围绕群众关切的热点问题，不断加大政府信息公开的力度"


@given(st.text(), st.sampled_from("。！？；："))
def test_a_paragraph_that_ends_its_sentence_is_whole(text: str, mark: str) -> None:
    assert not is_broken(text + mark, "本年公开信息12条。")


@given(st.integers(1, 4), st.integers(1, 99))
def test_a_numbered_line_begins_anew(level: int, value: int) -> None:
    assert is_broken(LONG, "加强培训")
    assert not is_broken(LONG, mark_text(level, value) + "加强培训")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("结合；三是把党务、", "政务、村务、财务公开与重点工作督查相结合。"),
        (LONG, "和深度，取得了明显效果。"),
        (LONG + "，", "取得了明显效果。"),
        ("公开（", "含主动公开）12条。"),
        ("根据《政府信息", "公开条例》的规定，编制本报告。"),
        ("截至2022年底", "，公开信息12条。"),
        ("（二）坚持公开为常态、不公开为例外，", "推进工作"),
        ("一、" + LONG * 2, "和深度。"),
    ],
)
def test_a_sentence_over_two_paragraphs_is_broken(before: str, after: str) -> None:
    assert is_broken(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "本年公开信息12条。"),
        (LONG, ""),
        (LONG, " \u3000"),
        ("一、总体情况", "本年公开信息12条。"),
        ("（一）加强领导，强化组织，确保公开工作落到实处", "本年公开信息12条。"),
        ("青山镇人民政府办公室2022年政府信息公开工作年度报告", "本年公开信息12条。"),
        ("青山镇人民政府", "2023年1月4日"),
        ("日期：2023 年 11 月 14 日", "青山镇人民政府"),
        ("联系电话：0900-1234567，地址：青山镇青山路1号", "本年公开信息12条。"),
        ("总体情况", "本年公开信息12条。"),
        ("主动公开政府信息情况统计表", "本年公开信息12条。"),
        (LONG, "二是加强培训。"),
        (LONG, "①加强培训。"),
        (LONG, "第二，加强培训。"),
        (LONG, "附件：1.统计表"),
        (LONG, "规章 | 0 | 0"),
        ("规章\t0\t0，其他制度\t0\t0", "本年公开信息12条。"),
        ("行政规范性文件，其他制度     109      489      597", "本年公开信息12条。"),
        ("他说“公开是常态，不公开是例外”", "本年公开信息12条。"),
    ],
)
def test_separate_paragraphs_are_left_apart(before: str, after: str) -> None:
    assert not is_broken(before, after)


@given(st.text(), st.text())
def test_any_two_texts_get_an_answer(before: str, after: str) -> None:
    assert is_broken(before, after) in (True, False)
