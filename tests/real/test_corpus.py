"""Real reports as published: no cell may be wrong, no character lost, no blank left without a note."""

from collections.abc import Callable

import pytest
from tests.real.accuracy import Measured, measured
from tests.real.cases import CASES, reading_of

from govdisclosure import PathError

__all__: list[str] = []

MOST_BLANK = 0.01

pytestmark = pytest.mark.skipif(not CASES, reason="the corpus is not beside the project")


@pytest.fixture(scope="module", params=CASES, ids=lambda path: path.name)
def case(request: pytest.FixtureRequest) -> Measured:
    return measured(request.param)


def test_no_cell_is_wrong(case: Measured, record_property: Callable[[str, object], None]) -> None:
    record_property("cells", case.row)
    assert case.wrong == ()


def test_every_blank_cell_is_noted(case: Measured) -> None:
    assert case.silent == ()


def test_no_character_is_lost(case: Measured) -> None:
    assert case.lost == 0


def test_statutory_sections_are_found(case: Measured) -> None:
    assert case.sections


def test_title_and_year_are_told_as_printed(case: Measured) -> None:
    assert case.title


def test_a_sign_off_is_found_where_one_is_printed(case: Measured) -> None:
    assert case.sign_off


def test_nearly_every_cell_is_read() -> None:
    rows = [row for row in map(measured, CASES) if row.is_recoverable]
    right = sum(row.right for row in rows)
    assert right >= (1 - MOST_BLANK) * (right + sum(row.noted for row in rows))


def test_a_path_that_no_form_has_is_an_error() -> None:
    with pytest.raises(PathError):
        reading_of(CASES[0]).report.at("applications.table.refused.nothing")
