"""Every printed figure of a real table, one higher in its own format: it is found, and it is read as it is printed."""

from pathlib import Path

import pytest
from tests.real.cases import CASES
from tests.real.one_more import cases_with_sums, figures_in_sums, raised

pytestmark = pytest.mark.skipif(not CASES, reason="the corpus is not beside the project")


@pytest.mark.parametrize("case", cases_with_sums(), ids=lambda case: case.name)
def test_every_figure_in_a_sum_is_found_when_it_is_one_higher(case: Path) -> None:
    found = raised(case)
    assert {one.path for one in found} == figures_in_sums(case)
    assert [one.path for one in found if not one.found] == []


@pytest.mark.parametrize("case", cases_with_sums(), ids=lambda case: case.name)
def test_no_figure_is_overwritten(case: Path) -> None:
    assert [one.path for one in raised(case) if not one.is_kept] == []
