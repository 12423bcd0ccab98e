"""Ordinary prose is what a real report prints; hostile prose is anything that the model takes."""

from collections.abc import Callable

import pytest
from hypothesis import find, given

from govdisclosure import Section
from govdisclosure.conventions.characters import first_forbidden, is_blank
from govdisclosure.conventions.dates import is_date_line
from govdisclosure.conventions.numbering import LEVELS, leading_mark, looks_like_heading
from govdisclosure.conventions.titles import parse_title
from govdisclosure.testing import headings, hostile_lines, hostile_paragraphs, paragraphs


@given(paragraphs())
def test_an_ordinary_paragraph_ends_as_a_sentence_does(text: str) -> None:
    assert text[-1] in "。！？："


@given(paragraphs())
def test_an_ordinary_paragraph_looks_like_no_heading_title_or_sign_off(text: str) -> None:
    mark = leading_mark(text)
    assert mark is None or mark.level == LEVELS
    assert not looks_like_heading(text)
    assert parse_title(text) is None
    assert not is_date_line(text)


@given(paragraphs())
def test_an_ordinary_paragraph_has_no_white_space_at_its_edges(text: str) -> None:
    assert text == text.strip()


@pytest.mark.parametrize(
    "piece", ["一是", "；二是", "①", "《", "〔2021〕30号", "%", "@", "https://", "APP", "年 ", "“四个结合”"]
)
def test_ordinary_paragraphs_hold_what_real_ones_do(piece: str) -> None:
    assert piece in find(paragraphs(), lambda text: piece in text)


@given(headings())
def test_a_heading_is_one_behind_its_number(title: str) -> None:
    assert looks_like_heading("（一）" + title)


@given(hostile_paragraphs())
def test_a_hostile_paragraph_is_valid(text: str) -> None:
    assert not is_blank(text)
    assert first_forbidden(text) is None
    assert Section(blocks=[text]).blocks == (text,)


@given(hostile_lines())
def test_a_hostile_line_is_valid_as_a_title(text: str) -> None:
    assert Section(title=text).title == text


@pytest.mark.parametrize(
    "wanted",
    [
        "规章",
        "行政复议",
        "第二十条第（一）项",
        "一、本年新收政府信息公开申请数量",
        "三、本年度办理结果",
        "一、总体情况",
        "0",
        "2025年1月20日",
        "附件：1.统计表",
        "|---|",
        "# 标题",
        "> 引文",
        "- 项",
        "***",
        "&nbsp;",
        "<br>",
        "¶",
        "§",
        "（一）",
        "一是",
        "①",
        "①某事",
        "1.某事",
    ],
)
def test_hostile_paragraphs_hold(wanted: str) -> None:
    assert find(hostile_paragraphs(), lambda text: text == wanted) == wanted


@pytest.mark.parametrize(
    "has",
    [
        lambda text: text[0] == "\u3000",
        lambda text: text[-1] == "\xa0",
        lambda text: "\u200b" in text,
        lambda text: "\ufeff" in text,
        lambda text: "\u202e" in text,
        lambda text: any(ord(character) > 0xFFFF for character in text),
        lambda text: "\u0301" in text,
        lambda text: len(text) > 3000,
        lambda text: parse_title(text) is not None,
        lambda text: "│" in text,
        lambda text: "\\" in text,
    ],
    ids=[
        "edge U+3000",
        "edge no-break",
        "zero width",
        "U+FEFF",
        "bidi",
        "astral",
        "combining",
        "long",
        "title",
        "box",
        "backslash",
    ],
)
def test_hostile_paragraphs_have(has: Callable[[str], bool]) -> None:
    assert has(find(hostile_paragraphs(), has))
