"""Where each cell of a grid stands, and which cells are figures: what the writers share."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from govdisclosure.document import Grid

__all__ = ["Layout", "Placed", "is_figure", "label_columns", "layout", "placed"]

_FIGURE: Final = re.compile(r"[+\-−±/／—–―.．,，%％0-9０-９ ]+(?:万?元|[件条份项次起宗])?")
_LONGEST_FIGURE: Final = 24


class Placed(NamedTuple):
    """A cell with the place where it begins and the rows and columns that it fills."""

    row: int
    column: int
    rowspan: int
    colspan: int
    text: str


class Layout(NamedTuple):
    """Cells that fill a rectangle of ``rows`` by ``columns``, in reading order."""

    cells: tuple[Placed, ...]
    rows: int
    columns: int


def is_figure(text: str) -> bool:
    """Tell whether ``text`` is a figure or a mark in the place of one.

    Example:
        >>> is_figure("1,234"), is_figure("/"), is_figure("规章")
        (True, True, False)
    """
    return len(text) <= _LONGEST_FIGURE and _FIGURE.fullmatch(text) is not None


def placed(grid: Grid) -> list[Placed]:
    """Return the place of each cell of ``grid``, in the order of its rows, as HTML lays them out.

    A span that runs out of the grid or into another cell is cut.

    Example:
        >>> from govdisclosure.document import Cell
        >>> placed(Grid(((Cell("一", rowspan=2), Cell("二")), (Cell("三"),))))[2][:2]
        (1, 1)
    """
    return list(_placed(grid, set()))


def label_columns(cells: Iterable[Placed]) -> int:
    """Return how many of the first columns hold no figure: their labels read best at the left.

    Example:
        >>> label_columns([Placed(0, 0, 1, 1, "规章"), Placed(0, 1, 1, 1, "3")])
        1
    """
    return min((cell.column for cell in cells if is_figure(cell.text)), default=1)


def layout(grid: Grid) -> Layout:
    """Return the cells of ``grid`` with a blank one wherever none stands.

    Example:
        >>> from govdisclosure.document import Cell
        >>> layout(Grid(((Cell("一"), Cell("二")), (Cell("三"),)))).cells[3]
        Placed(row=1, column=1, rowspan=1, colspan=1, text='')
    """
    rows = len(grid.rows)
    taken: set[tuple[int, int]] = set()
    cells = list(_placed(grid, taken))
    columns = max((cell.column + cell.colspan for cell in cells), default=0)
    if len(taken) < rows * columns:
        holes = ((row, column) for row in range(rows) for column in range(columns) if (row, column) not in taken)
        cells = sorted([*cells, *(Placed(row, column, 1, 1, "") for row, column in holes)])
    return Layout(tuple(cells), rows, columns)


def _placed(grid: Grid, taken: set[tuple[int, int]]) -> Iterator[Placed]:
    for row, line in enumerate(grid.rows):
        column = 0
        for cell in line:
            while (row, column) in taken:
                column += 1
            rowspan = min(cell.rowspan, len(grid.rows) - row)
            colspan = 1
            while colspan < cell.colspan and (row, column + colspan) not in taken:
                colspan += 1
            taken.update((row + down, column + right) for down in range(rowspan) for right in range(colspan))
            yield Placed(row, column, rowspan, colspan, cell.text)
            column += colspan
