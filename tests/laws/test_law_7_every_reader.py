"""Law 7 through every reader: figures, marks and blanks are read as printed, and what is normalised is noted."""

from typing import Final

import pytest
from tests.laws._sources import KINDS

from govdisclosure import Reading, RemediesTable, Report, reads
from govdisclosure.document import Document
from govdisclosure.formats.registry import FormatName, renderer
from govdisclosure.model.sections import TableSection
from govdisclosure.testing._sources_common import blocks_of
from govdisclosure.testing.sources import can_print_pdf, pdf_source

# Under its path: what is printed, the cell that is read, whether a note must tell that it is printed otherwise.
CELLS: Final[dict[str, tuple[str, int | str | None, bool]]] = {
    "reconsideration.upheld": ("", None, False),
    "reconsideration.corrected": ("/", "/", False),
    "reconsideration.other": ("—", "—", False),
    "reconsideration.pending": ("３", 3, True),
    "reconsideration.total": ("1,234", 1234, True),
    "direct_litigation.upheld": ("3件", 3, True),
    "direct_litigation.corrected": ("1 2", "1 2", False),  # a space inside a figure: two figures, perhaps
    "direct_litigation.other": ("0", 0, False),
    "direct_litigation.pending": ("", None, False),  # a zero that was left blank
    "direct_litigation.total": ("", None, False),  # a total that was left blank
    "litigation_after_reconsideration.upheld": ("007", 7, True),
    "litigation_after_reconsideration.corrected": ("1，234", 1234, True),
    "litigation_after_reconsideration.other": ("-", "-", False),
    "litigation_after_reconsideration.pending": ("无", "无", False),
    "litigation_after_reconsideration.total": ("3.0", "3.0", False),
}
TABLE: Final = "remedies.table."
PRINTED: Final = {TABLE + path: printed for path, (printed, _, _) in CELLS.items()}
REPORT: Final = Report(
    title="青山镇人民政府2024年政府信息公开工作年度报告",
    issuer="青山镇人民政府",
    year=2024,
    overview="全年主动公开政府信息12条。",
    remedies=TableSection(table=RemediesTable.zeros()),
    other_matters="无。",
)
OURS: Final[dict[str, FormatName]] = {"markdown": "markdown", "text": "text"}


def by_our_format(name: FormatName) -> Reading:
    document = Document(blocks_of(REPORT, PRINTED))
    return reads(renderer(name)(document), name)


def read_through(name: str) -> Reading:
    if name in OURS:
        return by_our_format(OURS[name])
    if name == "pdf":
        return reads(pdf_source(REPORT, printed=PRINTED), "pdf")
    return KINDS[name].read(REPORT, PRINTED)


pdf = pytest.param("pdf", marks=pytest.mark.skipif(not can_print_pdf(), reason="no browser and no LibreOffice"))
EVERY_READER = pytest.mark.parametrize("name", [*OURS, *KINDS, pdf])


@EVERY_READER
def test_every_cell_is_read_as_what_is_printed(name: str) -> None:
    report = read_through(name).report
    read = {path: report.at(TABLE + path) for path in CELLS} if report.remedies.table else {}
    assert read == {path: cell for path, (_, cell, _) in CELLS.items()}


@EVERY_READER
def test_every_figure_that_is_printed_otherwise_is_noted(name: str) -> None:
    notes = [note for note in read_through(name).notes if note.code == "figure_normalised"]
    assert {str(note.path): note.raw for note in notes} == {
        TABLE + path: printed for path, (printed, _, is_noted) in CELLS.items() if is_noted
    }
