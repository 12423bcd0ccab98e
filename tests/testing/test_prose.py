"""Ordinary prose is what a real report prints; hostile prose is anything that the model takes."""

from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings

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


@pytest.mark.parametrize("piece", ["一是", "；二是", "①", "《", "〔2021〕30号", "%", "@", "http", "APP", "年 ", "“"])
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


LABELS: Final = {
    "规章",
    "行政复议",
    "第二十条第（一）项",
    "一、本年新收政府信息公开申请数量",
    "自然人",
    "商业企业",
    "总计",
    "信息内容",
}
FIGURES: Final = {"0", "12", "/", "1,234", "+3"}
ENDINGS: Final = {"2025年1月20日", "2025-01-20", "附件：1.统计表", "（此页无正文）", "青山镇人民政府"}
SECTIONS: Final = {"一、总体情况", "总体情况", "概述", "二、主动公开政府信息情况", "六、其他需要报告的事项", "基本情况"}


@pytest.fixture(scope="module")
def drawn() -> list[str]:
    """Draw once what the tests below look through."""
    found: list[str] = []

    @settings(max_examples=2500, database=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.generate])
    @given(hostile_paragraphs())
    def collect(text: str) -> None:
        found.append(text)

    collect()
    return found


TRAITS: Final[dict[str, Callable[[str], object]]] = {
    "a label of a table": lambda text: text.strip() in LABELS,
    "a figure": lambda text: text.strip() in FIGURES,
    "a sign-off, a date, an attachment": lambda text: text.strip() in ENDINGS,
    "a section title": lambda text: text.strip() in SECTIONS,
    "a title of a report": lambda text: parse_title(text) is not None,
    "level 1": lambda text: text.startswith("一、"),
    "level 2": lambda text: text.startswith("（一）"),
    "level 3": lambda text: text.startswith("1."),
    "level 4": lambda text: text.startswith("（1）"),
    "level 5": lambda text: text.startswith("①"),
    "enumeration": lambda text: text.startswith("一是"),
    "rule of a table": lambda text: "|---" in text,
    "Markdown block": lambda text: text.startswith(("# ", "> ", "- ")),
    "Markdown inline": lambda text: "**" in text or "`" in text,
    "backslash": lambda text: "\\" in text,
    "entity": lambda text: "&nbsp;" in text or "&amp;" in text,
    "tag": lambda text: "<!--" in text or "</" in text,
    "box": lambda text: "│" in text or "─" in text,
    "pilcrow": lambda text: "¶" in text or "§" in text,
    "U+3000 in front": lambda text: text[0] == "\u3000",
    "no-break space behind": lambda text: text[-1] == "\xa0",
    "zero width inside": lambda text: "\u200b" in text.strip("\u200b"),
    "U+FEFF": lambda text: "\ufeff" in text,
    "bidi": lambda text: "\u202e" in text or "\u2066" in text,
    "astral": lambda text: any(ord(character) > 0xFFFF for character in text),
    "combining": lambda text: "\u0301" in text,
    "very long": lambda text: len(text) > 3000,
}


@pytest.mark.parametrize("trait", TRAITS)
def test_hostile_paragraphs_have(trait: str, drawn: list[str]) -> None:
    assert any(map(TRAITS[trait], drawn))
