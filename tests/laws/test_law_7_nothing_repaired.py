"""Law 7: each printed figure, mark and blank comes back as itself, wrong sums and all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure import Report, reads, writes
from govdisclosure.formats.registry import WritableFormat
from govdisclosure.model.cells import kind_of, print_cell, read_change, read_count, read_money
from govdisclosure.testing import changes, counts, money_cells, reports

FORMATS: tuple[WritableFormat, ...] = ("json", "markdown", "text")


@given(reports("2019"), st.sampled_from(FORMATS))
def test_the_cells_of_2019_come_back_as_printed(report: Report, name: WritableFormat) -> None:
    assert list(reads(writes(report, name), name).report.cells()) == list(report.cells())


@given(reports("2021"), st.sampled_from(FORMATS))
def test_the_cells_of_2021_come_back_as_printed(report: Report, name: WritableFormat) -> None:
    assert list(reads(writes(report, name), name).report.cells()) == list(report.cells())


@given(reports())
def test_no_written_figure_needs_a_note(report: Report) -> None:
    for name in FORMATS:
        codes = {note.code for note in reads(writes(report, name), name).notes}
        assert codes.isdisjoint({"figure_normalised", "row_uncertain", "row_undecidable", "row_missing"})


@given(counts())
def test_a_count_reads_back_from_its_print(cell: object) -> None:
    assert read_count(print_cell(cell)) == cell  # type: ignore[arg-type]  # drawn as a cell


@given(changes())
def test_a_change_reads_back_from_its_print(cell: object) -> None:
    assert read_change(print_cell(cell)) == cell  # type: ignore[arg-type]  # drawn as a cell


@given(money_cells())
def test_a_sum_of_money_reads_back_from_its_print(cell: object) -> None:
    assert read_money(print_cell(cell)) == cell  # type: ignore[arg-type]  # drawn as a cell


@pytest.mark.parametrize(
    ("printed", "value", "kind"),
    [
        ("", None, "blank"),
        ("\u3000", None, "blank"),
        ("\xa0", None, "blank"),
        ("0", 0, "zero"),
        ("/", "/", "mark"),
        ("—", "—", "mark"),
        ("-", "-", "mark"),
        ("无", "无", "mark"),
        ("３", 3, "figure"),
        ("1,234", 1234, "figure"),
        ("1，234", 1234, "figure"),
        ("3件", 3, "figure"),
        ("1 2", "1 2", "text"),
        ("详见附件", "详见附件", "text"),
        ("-3", "-3", "text"),
        ("3.0", "3.0", "text"),
    ],
)
def test_what_a_cell_prints_is_read_as_what_it_is(printed: str, value: object, kind: str) -> None:
    cell = read_count(printed)
    assert (cell, kind_of(cell)) == (value, kind)
