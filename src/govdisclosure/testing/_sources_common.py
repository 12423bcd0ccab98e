"""What the makers of sources share: the blocks of a report, and which of its tables are the statutory ones."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from attrs import evolve

from govdisclosure.compose import compose
from govdisclosure.conventions.dates import format_date
from govdisclosure.document import Block, Grid, Text
from govdisclosure.editions import TABLE_KINDS
from govdisclosure.errors import ConstructionError
from govdisclosure.grid import read_texts
from govdisclosure.model.cells import Money
from govdisclosure.model.report import Report

__all__ = ["Placed", "blocks_of", "is_sign_off", "is_statutory", "placed"]

_FIRST_MARK: Final = 900_000_000_001


class Placed(NamedTuple):
    """A cell with the row and the column where it begins, from 0, and what it spans."""

    row: int
    column: int
    rowspan: int
    colspan: int
    text: str


def blocks_of(report: Report, printed: Mapping[str, str] | None = None) -> tuple[Block, ...]:
    """The blocks that print a report; ``printed`` are texts of cells that it would print otherwise, by their paths.

    Each of those cells is given a figure that no other has, and the text is put in its place.
    """
    wanted = printed or {}
    marks = {path: _FIRST_MARK + number for number, path in enumerate(wanted)}
    for path, mark in marks.items():
        report = _marked(report, path, mark)
    texts = {str(mark): wanted[path] for path, mark in marks.items()}
    return tuple(_printed(block, texts) if isinstance(block, Grid) else block for block in compose(report).blocks)


def _marked(report: Report, path: str, mark: int) -> Report:
    try:
        return report.replace({path: mark})
    except ConstructionError:  # a cell that holds money
        return report.replace({path: Money(str(mark))})


def _printed(grid: Grid, texts: Mapping[str, str]) -> Grid:
    rows = tuple(tuple(evolve(cell, text=texts.get(cell.text, cell.text)) for cell in row) for row in grid.rows)
    return evolve(grid, rows=rows)


def is_statutory(grid: Grid) -> bool:
    """Tell whether a table is one of the statutory form."""
    texts = [[cell.text for cell in row] for row in grid.rows]
    return any(read_texts(kind, texts) is not None for kinds in TABLE_KINDS.values() for kind in kinds)


def is_sign_off(block: Block, report: Report) -> bool:
    """Tell whether a block prints the issuer or the date at the end."""
    signed = report.sign_off
    date = None if signed.date is None else format_date(signed.date)
    return isinstance(block, Text) and block.text in {signed.issuer, date}


def placed(grid: Grid) -> list[Placed]:
    """Where each cell stands: a position that an earlier cell spans is taken."""
    taken: set[tuple[int, int]] = set()
    found: list[Placed] = []
    for row, cells in enumerate(grid.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            taken.update((row + r, column + c) for r in range(cell.rowspan) for c in range(cell.colspan))
            found.append(Placed(row, column, cell.rowspan, cell.colspan, cell.text))
            column += cell.colspan
    return found
