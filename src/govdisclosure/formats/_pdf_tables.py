"""The tables of a page with their texts, and the lines that stand outside of them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import Factory, define

from govdisclosure.formats._pdf_grid import Lattice, lattices
from govdisclosure.formats._pdf_lines import Line, lines_of
from govdisclosure.formats._pdf_shapes import Box, Piece, Sheet

__all__ = ["Table", "TableCell", "is_full", "join_figure", "parts_of"]

_FIGURE: Final = frozenset("0123456789.,")
_OVERFLOW: Final = 4.0  # of the size
_TOUCHING: Final = 0.12  # of the size: the digits of one figure stand no further apart


@define
class TableCell:
    """A cell of a table, with its lines; ``sheet`` is the page on which it begins."""

    row: int
    column: int
    rowspan: int
    colspan: int
    lines: list[Line]
    sheet: Sheet
    box: Box

    @property
    def text(self) -> str:
        """Its lines."""
        return "\n".join(line.text for line in self.lines)

    @property
    def is_figure(self) -> bool:
        """Whether it holds digits and nothing else."""
        return bool(self.lines) and all(set(line.text) <= _FIGURE for line in self.lines)

    @property
    def columns(self) -> tuple[int, int]:
        """The columns that it spans, as the first one and their number."""
        return self.column, self.colspan


@define
class Table:
    """A ruled table, or the part of one that stands on a page."""

    sheet: Sheet
    box: Box
    xs: tuple[float, ...]
    rows: int
    cells: list[TableCell]
    open_top: tuple[bool, ...]
    open_bottom: tuple[bool, ...]
    last: Sheet
    """The page on which it ends."""
    margin: float
    """How near to the rules its lines come."""
    notes: list[tuple[Sheet, str, str, Box]] = Factory(list[tuple[Sheet, str, str, Box]])
    """What was left out when it was put together: page, code, raw text, place."""


def parts_of(sheet: Sheet) -> list[Line | Table]:
    """The lines and the tables of a page, from the top."""
    found = lattices(sheet.lying, sheet.standing)
    smallest_first = sorted(found, key=lambda one: _area(one.box))
    inside: dict[int, dict[int, list[Piece]]] = {id(one): {} for one in found}
    outside: list[Piece] = []
    finders = [_Finder(one) for one in smallest_first]
    for run in _figures(sheet.pieces):
        across = (run[0].left + run[-1].right) / 2
        down = (run[0].top + run[0].bottom) / 2
        finder = next((one for one in finders if one.holds(across, down)), None)
        if finder is None:
            outside.extend(run)
        else:
            inside[id(finder.lattice)].setdefault(finder.square(across, down), []).extend(run)
    tables = [_table(sheet, one, inside[id(one)]) for one in found if _has_text(inside[id(one)])]
    lines = [line for line in lines_of(outside) if not any(_overflows(table, line) for table in tables)]
    return sorted([*lines, *tables], key=lambda part: part.box.top) if tables else [*lines]


class _Finder:
    """Finds the cell of a lattice in which a point lies."""

    def __init__(self, lattice: Lattice) -> None:
        self.lattice = lattice
        self._xs, self._ys, self._owners = lattice.xs, lattice.ys, lattice.owners()
        self._box = lattice.box

    def holds(self, across: float, down: float) -> bool:
        left, top, right, bottom = self._box
        return left <= across <= right and top <= down <= bottom

    def square(self, across: float, down: float) -> int:
        column = min(bisect_right(self._xs, across), len(self._xs) - 1) - 1
        row = min(bisect_right(self._ys, down), len(self._ys) - 1) - 1
        return self._owners[row][column]


def _figures(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Characters one by one, but the digits of a figure together: one that is too wide for its cell is never split.

    They are one figure if one command writes them. Those of two cells may touch too, where cells have no margins.
    """
    run: list[Piece] = []
    for piece in pieces:
        if run and not (piece.run == run[-1].run and piece.text[0] in _FIGURE and _touches(run[-1], piece)):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _touches(before: Piece, piece: Piece) -> bool:
    size = piece.bottom - piece.top
    return before.text[-1] in _FIGURE and abs(piece.left - before.right) < _TOUCHING * size


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def _has_text(cells: dict[int, list[Piece]]) -> bool:
    return any(piece.text.strip() for pieces in cells.values() for piece in pieces)


def _table(sheet: Sheet, lattice: Lattice, pieces: dict[int, list[Piece]]) -> Table:
    cells = [
        TableCell(one.row, one.column, one.rowspan, one.colspan, _lines(pieces.get(number)), sheet, lattice.box_of(one))
        for number, one in enumerate(lattice.squares)
    ]
    table = Table(
        sheet,
        lattice.box,
        lattice.xs,
        len(lattice.ys) - 1,
        cells,
        lattice.open_top,
        lattice.open_bottom,
        sheet,
        _margin(cells),
    )
    _join_figures(table)
    return table


def _overflows(table: Table, line: Line) -> bool:
    """Give a line to the cell above it that the end of the page leaves open, while its neighbours are closed.

    Some programs end the rules of such a cell with those of its neighbours, and let its text run on.
    """
    if all(table.open_bottom) or not 0 <= line.base - table.box.bottom < _OVERFLOW * line.size:
        return False
    for cell in table.cells:
        is_open = all(table.open_bottom[cell.column : cell.column + cell.colspan])
        is_within = cell.box.left <= line.box.left and line.box.right <= cell.box.right
        if is_open and is_within and cell.lines and cell.row + cell.rowspan == table.rows:
            cell.lines.append(line)
            return True
    return False


def _join_figures(table: Table) -> None:
    """Put a figure together that a narrow cell broke over lines: every line but the last fills the cell to its edges.

    How far that is from the rules is what the lines nearest to them tell.
    """
    for cell in table.cells:
        if (
            len(cell.lines) > 1
            and cell.is_figure
            and all(is_full(cell, line, table.margin) for line in cell.lines[:-1])
        ):
            join_figure(table, cell)


def join_figure(table: Table, cell: TableCell) -> None:
    """Make one line of the lines of a figure, with a note."""
    last = cell.lines[-1]
    text = "".join(line.text for line in cell.lines)
    table.notes.append((cell.sheet, "figure_joined", cell.text, cell.box))
    cell.lines = [Line(text, last.box, last.base, last.size, text)]


def is_full(cell: TableCell, line: Line, margin: float) -> bool:
    """Tell whether a line of a cell has no room for one more character like those that are widest in the cell."""
    widest = max((one.box.right - one.box.left) / len(one.text) for one in cell.lines)
    room = cell.box.right - cell.box.left - 2 * margin - (line.box.right - line.box.left)
    return room < widest


def _margin(cells: Iterable[TableCell]) -> float:
    """How near to a rule a line of the table comes."""
    sides = (
        min(line.box.left - cell.box.left, cell.box.right - line.box.right) for cell in cells for line in cell.lines
    )
    return max(0.0, min(sides, default=0.0))


def _lines(pieces: Iterable[Piece] | None) -> list[Line]:
    return lines_of(pieces) if pieces else []
