"""A statutory table on its way to print: its cells with the figures that each is the print of."""

from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import Final, TypeAlias

from attrs import evolve, frozen

from govdisclosure.document import Cell, Grid
from govdisclosure.grid import table_texts
from govdisclosure.model.sections import SectionName
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.paths import Path

__all__ = [
    "FILLER",
    "Change",
    "Piece",
    "PieceRow",
    "Sheet",
    "figure_rows",
    "gathered",
    "grid_of",
    "has_figures",
    "head_rows",
    "sheet_of",
    "spread",
    "with_row",
]

FILLER: Final = ""
"""What stands in a cell that the form does not have."""


@frozen
class Piece:
    """A printed cell. ``holds`` are the figures printed in it: the path of each, and what a reader should give."""

    text: str = ""
    holds: tuple[tuple[Path, str], ...] = ()
    rowspan: int = 1
    colspan: int = 1


PieceRow: TypeAlias = tuple[Piece, ...]
"""A printed row: the cells that begin in it."""


@frozen
class Sheet:
    """A statutory table as it will be printed; ``doubtful`` are the cells that may not be read without a note."""

    section: SectionName
    shape: str
    rows: tuple[PieceRow, ...]
    doubtful: frozenset[Path] = frozenset()


Change: TypeAlias = Callable[[Sheet, Random], Sheet]
"""One way to print a table in another layout; a table that it does not suit comes back as it was."""


def sheet_of(table: StatutoryTable) -> Sheet:
    """Return a table as the form prints it.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> [len(row) for row in sheet_of(RemediesTable()).rows]
        [2, 7, 10, 15]
    """
    above = (table.section, "table")
    rows = tuple(
        tuple(
            Piece(
                slot.text,
                () if slot.path is None else ((Path((*above, *slot.path.parts)), slot.text),),
                slot.rowspan,
                slot.colspan,
            )
            for slot in row
        )
        for row in table_texts(table)
    )
    return Sheet(table.section, table.shape, rows)


def grid_of(rows: Iterable[PieceRow]) -> Grid:
    """Return printed rows as a grid.

    Example:
        >>> grid_of([(Piece("规章", colspan=2),)]).rows[0][0].colspan
        2
    """
    return Grid(tuple(tuple(Cell(piece.text, piece.rowspan, piece.colspan) for piece in row) for row in rows))


def has_figures(row: PieceRow) -> bool:
    """Tell whether a row prints figures of the table.

    Example:
        >>> has_figures((Piece("信息内容"),))
        False
    """
    return any(piece.holds for piece in row)


def figure_rows(sheet: Sheet) -> list[int]:
    """Return the positions of the rows that print figures.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> figure_rows(sheet_of(RemediesTable()))
        [3]
    """
    return [position for position, row in enumerate(sheet.rows) if has_figures(row)]


def head_rows(sheet: Sheet) -> list[int]:
    """Return the positions of the rows that print heads only.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> head_rows(sheet_of(RemediesTable()))
        [0, 1, 2]
    """
    return [position for position, row in enumerate(sheet.rows) if not has_figures(row)]


def with_row(sheet: Sheet, position: int, row: PieceRow) -> Sheet:
    """Return the sheet with another row at ``position``.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> len(with_row(sheet_of(RemediesTable()), 0, ()).rows[0])
        0
    """
    return evolve(sheet, rows=(*sheet.rows[:position], row, *sheet.rows[position + 1 :]))


def spread(rows: Sequence[PieceRow]) -> tuple[list[list[int]], list[Piece]]:
    """Lay cells out over the physical positions that they span.

    Returns:
        For each position the number of its cell, -1 where a ragged row has none; and the cells by number.

    Example:
        >>> spread([(Piece("甲", rowspan=2), Piece("乙")), (Piece("丙"),)])[0]
        [[0, 1], [0, 2]]
    """
    pieces = [piece for row in rows for piece in row]
    matrix: list[list[int]] = [[] for _ in rows]
    number = 0
    for top, row in enumerate(rows):
        column = 0
        for piece in row:
            while column < len(matrix[top]) and matrix[top][column] >= 0:
                column += 1
            for below in range(top, min(top + piece.rowspan, len(rows))):
                matrix[below] += [-1] * (column + piece.colspan - len(matrix[below]))
                matrix[below][column : column + piece.colspan] = [number] * piece.colspan
            number += 1
    width = max(map(len, matrix), default=0)
    return [[*line, *[-1] * (width - len(line))] for line in matrix], pieces


def gathered(matrix: Sequence[Sequence[int]], pieces: Sequence[Piece]) -> tuple[PieceRow, ...]:
    """Put cells together from physical positions; a cell whose positions were parted is printed in each part.

    Example:
        >>> rows = ((Piece("甲", rowspan=2), Piece("乙")), (Piece("丙"),))
        >>> gathered(*spread(rows)) == rows
        True
    """
    done: set[tuple[int, int]] = set()
    printed: list[PieceRow] = []
    for top, line in enumerate(matrix):
        row: list[Piece] = []
        for left, number in enumerate(line):
            if number < 0 or (top, left) in done:
                continue
            width = _run(line, left, number)
            height = 1
            while top + height < len(matrix) and list(matrix[top + height][left : left + width]) == [number] * width:
                height += 1
            done |= {(top + down, left + right) for down in range(height) for right in range(width)}
            row.append(evolve(pieces[number], rowspan=height, colspan=width))
        printed.append(tuple(row))
    return tuple(printed)


def _run(line: Sequence[int], left: int, number: int) -> int:
    width = 1
    while left + width < len(line) and line[left + width] == number:
        width += 1
    return width
