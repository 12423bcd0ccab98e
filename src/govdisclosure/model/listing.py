"""A report's cells as a list: for data frames, for a reader who wants every figure, for short summaries."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias, cast

from govdisclosure.model.cells import ExtraRow, Kind, Money, Printed, kind_of, print_cell, read_money
from govdisclosure.model.label import labelled
from govdisclosure.model.prose import FreeTable, ProseBlock, Subsection
from govdisclosure.model.report import Report
from govdisclosure.model.sections import SECTION_NAMES, FurtherSection, Preamble, Section, TableSection
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.paths import ROOT, Path

__all__ = ["CellRecord", "CellRow", "report_cells", "summary", "table_cells", "to_rows"]

_Part: TypeAlias = "Preamble | Section | TableSection[StatutoryTable] | FurtherSection | Subsection"


class CellRecord(NamedTuple):
    """One cell: where it stands, what it is called, and what it holds.

    Attributes:
        path: the path of the cell, below the report or the table that was listed.
        label: the printed labels that lead to it, outermost first, with spaces between.
        value: the cell itself: a figure, ``Money``, other printed text, or ``None``.
        kind: ``"figure"``, ``"zero"``, ``"blank"``, ``"mark"`` or ``"text"``.
        text: what is printed; ``""`` where it is blank.
        unit: what one of the figure counts; ``""`` in free tables and extra rows.
        edition: the edition of the table; ``""`` in free tables.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> next(RemediesTable.zeros().cells()).kind
        'zero'
    """

    path: Path
    label: str
    value: int | Money | Printed | str | None
    kind: Kind
    text: str
    unit: str
    edition: str


class CellRow(NamedTuple):
    """A cell as plain text and numbers, one row of a data frame; the names are those of :class:`CellRecord`.

    ``value`` is the whole number where the cell holds one, else ``None``; ``text`` is what every cell prints. A named
    tuple and no dictionary, so that polars knows the type of ``value`` where a hundred blank cells come first.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> RemediesTable.zeros().to_rows()[0].text
        '0'
    """

    path: str
    label: str
    value: int | None
    kind: str
    text: str
    unit: str
    edition: str


def report_cells(report: Report) -> Iterator[CellRecord]:
    """Yield every cell of every table of ``report``, free tables and extra rows included, in reading order.

    Example:
        >>> len(list(report_cells(Report.blank("青山镇人民政府", 2019))))
        198
    """
    for name in ("preamble", *SECTION_NAMES):
        part: _Part = getattr(report, name)
        yield from _section_cells(part, ROOT / name)
        for position, section in enumerate(report.further_sections):
            if section.after == name:
                yield from _section_cells(section, ROOT / "further_sections" / position)


def table_cells(table: StatutoryTable, path: Path = ROOT) -> Iterator[CellRecord]:
    """Yield every cell of a statutory table, extra rows last, with paths below ``path``.

    Example:
        >>> from govdisclosure import ProactiveTable2021
        >>> len(list(table_cells(ProactiveTable2021())))
        10
    """
    edition = cast("str", table.edition)  # type: ignore[attr-defined]  # every concrete table names its edition
    yield from _labelled_cells(table, path, (), edition)
    extra = cast("tuple[ExtraRow, ...]", table.extra_rows)  # type: ignore[attr-defined]  # likewise
    for position, row in enumerate(extra):
        for column, text in enumerate(row.cells):
            here = path / "extra_rows" / position / "cells" / column
            yield _free_cell(here, row.cells[0], text, edition)


def to_rows(cells: Iterable[CellRecord]) -> list[CellRow]:
    """Return cells as rows of plain text and numbers, for a data frame, a CSV file or a database.

    Example:
        >>> from govdisclosure import ProactiveTable2021
        >>> to_rows(ProactiveTable2021.zeros().cells())[-1].text
        '0'
    """
    return [
        CellRow(
            path=str(cell.path),
            label=cell.label,
            value=cell.value if isinstance(cell.value, int) else None,
            kind=cell.kind,
            text=cell.text,
            unit=cell.unit,
            edition=cell.edition,
        )
        for cell in cells
    ]


def summary(value: Report | StatutoryTable) -> str:
    """Return a short description of a report or a table: what it is, and how much of it is filled in.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> RemediesTable.zeros()
        <RemediesTable: 15 of 15 cells filled>
    """
    if isinstance(value, Report):
        present = sum(getattr(value, name).present for name in SECTION_NAMES)
        return f"<Report {value.issuer or '?'} {value.year or '?'}: {present} of 6 sections, {_filled(value)}>"
    return f"<{type(value).__name__}: {_filled(value)}>"


def _filled(value: Report | StatutoryTable) -> str:
    kinds = [cell.kind for cell in value.cells()]
    return f"{sum(kind != 'blank' for kind in kinds)} of {len(kinds)} cells filled"


def _section_cells(section: _Part, path: Path) -> Iterator[CellRecord]:
    subsections = () if isinstance(section, Preamble) else section.subsections
    before = section.subsections_before_table if isinstance(section, TableSection) else 0
    yield from _block_cells(section.blocks, path / "blocks")
    yield from _subsection_cells(subsections, path, range(before))
    if isinstance(section, TableSection):
        yield from table_cells(section.table, path / "table") if section.table is not None else ()
        yield from _block_cells(section.blocks_after, path / "blocks_after")
    yield from _subsection_cells(subsections, path, range(before, len(subsections)))


def _subsection_cells(parts: tuple[Subsection, ...], path: Path, positions: range) -> Iterator[CellRecord]:
    for position in positions:
        yield from _section_cells(parts[position], path / "subsections" / position)


def _block_cells(blocks: tuple[ProseBlock, ...], path: Path) -> Iterator[CellRecord]:
    for position, block in enumerate(blocks):
        if isinstance(block, FreeTable):
            for row, cells in enumerate(block.rows):
                for column, cell in enumerate(cells):
                    here = path / position / "rows" / row / column / "text"
                    yield _free_cell(here, cells[0].text, cell.text, "")


def _labelled_cells(owner: object, path: Path, labels: tuple[str, ...], edition: str) -> Iterator[CellRecord]:
    for name, label in labelled(type(owner)):
        value = getattr(owner, name)
        here = (*labels, *label.under, label.printed)
        if label.holds == "row":
            yield from _labelled_cells(value, path / name, here, edition)
        else:
            yield CellRecord(path / name, " ".join(here), value, kind_of(value), print_cell(value), label.unit, edition)


def _free_cell(path: Path, label: str, text: str, edition: str) -> CellRecord:
    """A cell of no known meaning: its text is its value, and only its kind is read from it."""
    return CellRecord(path, label, text or None, kind_of(read_money(text)), text, "", edition)
