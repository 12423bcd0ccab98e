"""A clean report in the layouts in which reports are really published: what was hard to read is nobody's fault."""

from random import Random

import pytest
from tests.laws._sources import KINDS

from govdisclosure.checks.check import check
from govdisclosure.checks.rule import Severity
from govdisclosure.errors import ReadError
from govdisclosure.recognize.report import recognize
from govdisclosure.testing.layouts import LAYOUTS, hard_copy
from govdisclosure.testing.samples import sample

# What is not there is told: rows that a layout drops (of table 四 the only one), headings that it loses.
TOLD = {"TAB003", "STR001", "TAB006"}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("year", [2020, 2024])
@pytest.mark.parametrize("seed", range(4))
def test_no_layout_makes_a_clean_report_wrong(layout: str, year: int, seed: int) -> None:
    copy = hard_copy(sample(year), [layout], Random(seed))  # noqa: S311 (no secret hangs on a layout)
    try:
        findings = check(recognize(copy.document()))
    except ReadError:
        pytest.skip("the copy is refused")
    assert findings.crashes == ()
    assert {one.code for one in findings if one.severity > Severity.NOTE} <= TOLD


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("year", [2020, 2024])
def test_a_clean_report_is_clean_from_every_source(kind: str, year: int) -> None:
    findings = check(KINDS[kind].read(sample(year), {}))
    assert findings.crashes == ()
    assert [one.message("en") for one in findings] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_wrong_figure_is_found_in_every_source_with_its_place(kind: str) -> None:
    wrong = sample(2024, {"applications.table.granted.natural_person": 80})
    findings = check(KINDS[kind].read(wrong, {}), select=["ARI"])
    assert [one.code for one in findings] == ["ARI003", "ARI002"]
    assert all(one.place is not None and one.fix is not None for one in findings)
