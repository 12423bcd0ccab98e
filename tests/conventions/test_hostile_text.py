"""Every view finishes quickly on one hostile line of 100 kB or more."""

from collections.abc import Callable, Iterable
from time import process_time

import pytest

from govdisclosure.conventions.announced import announced_counts
from govdisclosure.conventions.broken import is_broken
from govdisclosure.conventions.citations import citations, document_numbers
from govdisclosure.conventions.claims import claims
from govdisclosure.conventions.dates import dates, is_date_line, periods
from govdisclosure.conventions.enumerations import enumerations
from govdisclosure.conventions.numbering import leading_mark, looks_like_heading
from govdisclosure.conventions.numerals import to_int
from govdisclosure.conventions.titles import parse_title
from govdisclosure.conventions.width import width, wrap

LINES = [
    "（" * 100_000,
    "《" * 100_000,
    "《甲" * 50_000 + "》" * 50_000,
    "一是" * 50_000,
    "，一是" * 20_000 + "，三是" * 20_000,
    "①②" * 50_000,
    "①②" + "，一是，二是" * 20_000,
    "、二是" * 30_000,
    "，首先，最后，" * 15_000,
    "1" * 100_000,
    "1." * 50_000,
    "一" * 100_000,
    " " * 100_000,
    "2022年1月" * 15_000,
    "2022年" + " " * 100_000,
    "2022-" * 20_000,
    "1月1日至" * 20_000,
    "〔2021〕" * 15_000,
    "令第" * 50_000,
    "以下三个" * 25_000,
    "青山" * 50_000,
    "。" * 100_000,
    "e\u0301" * 50_000,
    "收到申请" * 10_000,
    "未收到" * 10_000,
    "未发生行政复议" + "、行政复议" * 8_000,
    "1件" * 20_000,
    "1件（" * 12_000,
    "1,111" * 8_000,
    "1 " * 20_000,
    "其中1件" * 10_000,
    "收到、办结" * 8_000 + "均为1件",
    "收到\n" * 10_000,
    "千" * 50_000,
    "(a)" * 12_000,
]
VIEWS: list[Callable[[str], Iterable[object]]] = [
    announced_counts,
    citations,
    claims,
    document_numbers,
    dates,
    periods,
    enumerations,
    lambda line: wrap(line, 60),
]
ANSWERS: list[Callable[[str], object]] = [
    leading_mark,
    looks_like_heading,
    to_int,
    parse_title,
    is_date_line,
    width,
    lambda line: is_broken(line, line),
]
LIMIT = 10.0  # seconds; linear work takes about a tenth, quadratic work minutes


@pytest.mark.parametrize("line", LINES, ids=lambda line: repr(line[:6]))
def test_every_view_of_a_hostile_line_finishes(line: str) -> None:
    for view in VIEWS:
        begun = process_time()
        assert sum(1 for _ in view(line)) <= len(line)
        assert process_time() - begun < LIMIT


@pytest.mark.parametrize("line", LINES, ids=lambda line: repr(line[:6]))
def test_every_question_about_a_hostile_line_is_answered(line: str) -> None:
    for ask in ANSWERS:
        begun = process_time()
        ask(line)
        assert process_time() - begun < LIMIT
