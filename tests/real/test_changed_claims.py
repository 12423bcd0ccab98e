"""Every figure of the prose that agrees with its table, changed in its source, is found: which are not, and why."""

import re
from pathlib import Path
from typing import Final

import pytest
from tests.real.cases import CASES
from tests.real.test_claims import claims_of

from govdisclosure import reads
from govdisclosure.checks.check import check
from govdisclosure.formats.registry import FormatName

pytestmark = pytest.mark.skipif(not CASES, reason="the corpus is not beside the project")

FORMATS: Final[dict[str, FormatName]] = {".txt": "text", ".md": "markdown", ".html": "html"}
NOT_FOUND: Final = {
    # the cell was not read
    ("text-2019-02.txt", "收到依申请公开信息3条"),
    ("text-2025-02.txt", "制定规范性文件0件"),
    ("text-2025-02.txt", "废止规范性文件0件"),
    # what it counts is masked
    ("text-2023-04.txt", "36件"),
    # a part of what was published may be what was issued, or what is in force
    ("markdown-2024-01.md", "行政规范性文件 13 件"),
    ("text-2020-09.txt", "规范性文件2条"),
    # of the whole area, and nothing else tells whose figures the table has
    ("text-2023-01.txt", "受理政府信息公开申请 21 件"),
}


def changed(source: str, text: str) -> str | None:
    """The source with the figure of ``text`` seven higher; ``None`` where it has none."""
    found = re.search(r"\s*".join(map(re.escape, "".join(text.split()))), source)
    figure = re.search(r"\d+", found[0]) if found else None
    if found is None or figure is None:
        return None
    start = found.start() + figure.start()
    return source[:start] + str(int(figure[0]) + 7) + source[start + len(figure[0]) :]


def blamed(source: str, case: Path) -> set[tuple[str, str]]:
    findings = check(reads(source.encode(), FORMATS[case.suffix]), select=["REF"])
    return {(one.code, str(one.actual)) for one in findings}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_changed_figure_of_the_prose_is_found(case: Path) -> None:
    source = case.read_text("utf-8")
    agreeing = [one["text"] for one in claims_of(case.with_suffix(".json")) if one.get("agrees_with_table") is True]
    before = blamed(source, case)
    missed = {
        (case.name, text)
        for text in agreeing
        if (other := changed(source, text)) is not None and not blamed(other, case) - before
    }
    assert missed == {one for one in NOT_FOUND if one[0] == case.name}
