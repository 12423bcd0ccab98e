"""A grid drawn with box characters, its columns so wide that the whole reads well in a terminal."""

from typing import Final

from attrs import frozen

from govdisclosure.conventions.width import pad, width, wrap
from govdisclosure.document import Grid
from govdisclosure.formats._box_read import HIDDEN, escaped
from govdisclosure.formats._grid_layout import Layout, Placed, is_figure, label_columns, layout

__all__ = ["drawn"]

_LIMIT: Final = 118  # columns of a drawing, where its figures leave that choice
_FLOORS: Final = (8, 6, 4, 2)  # what a column of labels keeps at least: four characters, three, two, one
_LINES: Final = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 64, 128, 512, 4096)
_JUNCTIONS: Final = " ───│┌┐┬│└┘┴│├┤┼"  # by arms: up 8, down 4, left 2, right 1


@frozen
class _Drawing:
    """Which cell fills each place, how wide each column is, and each cell's lines of text."""

    laid: Layout
    owners: list[list[int]]
    widths: list[int]
    lines: list[list[str]]

    def is_parted(self, row: int, boundary: int) -> bool:
        """Tell whether a bar stands at ``boundary`` in ``row``."""
        if not 0 <= row < self.laid.rows:
            return False
        owners = self.owners[row]
        return boundary in (0, self.laid.columns) or owners[boundary - 1] != owners[boundary]

    def is_ruled(self, row: int, column: int) -> bool:
        """Tell whether a rule lies above ``column`` of ``row``."""
        if not 0 <= column < self.laid.columns:
            return False
        return row in (0, self.laid.rows) or self.owners[row - 1][column] != self.owners[row][column]


def drawn(grid: Grid) -> list[str]:
    """Return ``grid`` as lines.

    Example:
        >>> from govdisclosure.document import Cell
        >>> for line in drawn(Grid(((Cell("规章"), Cell("3")),))):
        ...     print(line)
        ┌──────┬────┐
        │ 规章 │ 3  │
        └──────┴────┘
    """
    laid = layout(grid)
    if not laid.columns:
        return []
    drawing = _drawing(laid)
    slots = _slots(drawing)
    lines = [_rule(drawing, 0)]
    for row in range(laid.rows):
        cells = dict.fromkeys(drawing.owners[row])
        lines += [f"│ {' │ '.join(texts)} │" for texts in zip(*(slots[cell][row] for cell in cells), strict=True)]
        lines.append(_rule(drawing, row + 1))
    return lines


def _drawing(laid: Layout) -> _Drawing:
    owners = [[0] * laid.columns for _ in range(laid.rows)]
    for index, cell in enumerate(laid.cells):
        for row in range(cell.row, cell.row + cell.rowspan):
            owners[row][cell.column : cell.column + cell.colspan] = [index] * cell.colspan
    widths = _widths(laid)
    lines = [_lines(cell.text, _room(widths, cell)) for cell in laid.cells]
    for cell, texts in zip(laid.cells, lines, strict=True):  # what could not be broken needs its room after all
        lacking = max(map(width, texts), default=0) - _room(widths, cell)
        widths[cell.column + cell.colspan - 1] += max(0, lacking)
    return _Drawing(laid, owners, widths, lines)


def _lines(text: str, room: int) -> list[str]:
    size = width(text)
    if size <= room:
        return [escaped(text)] if text else []
    lines = wrap(text, room)
    even = min(room, -(-size // len(lines) // 2) * 2)  # lines of like length: no single character on the last one
    balanced = wrap(text, even)
    return [escaped(line) for line in (balanced if len(balanced) == len(lines) else lines)]


def _room(widths: list[int], cell: Placed) -> int:
    return sum(widths[cell.column : cell.column + cell.colspan]) + 3 * (cell.colspan - 1)


def _widths(laid: Layout) -> list[int]:
    budget = _LIMIT - 3 * laid.columns - 1
    sizes = [width(cell.text) for cell in laid.cells]
    natural = [2] * laid.columns
    firm = [1] * laid.columns  # figures are never broken
    for cell, size in zip(laid.cells, sizes, strict=True):
        if cell.colspan == 1:
            natural[cell.column] = max(natural[cell.column], size)
            if is_figure(cell.text):
                firm[cell.column] = max(firm[cell.column], size)
    widths, lines = (natural, 1) if sum(natural) <= budget else _shrunk(laid, sizes, natural, firm, budget)
    for cell, size in zip(laid.cells, sizes, strict=True):
        if cell.colspan > 1:
            lacking = min(-(-size // (lines * cell.rowspan)) - _room(widths, cell), budget - sum(widths))
            for step in range(lacking):
                widths[cell.column + step % cell.colspan] += 1
    return widths


def _shrunk(laid: Layout, sizes: list[int], natural: list[int], firm: list[int], budget: int) -> tuple[list[int], int]:
    """Return the widths with which the fewest lines a row suffice, and that number of lines."""
    least: list[int] = firm
    for floor in _FLOORS:
        least = [max(figure, min(size, floor)) for figure, size in zip(firm, natural, strict=True)]
        if sum(least) <= budget:
            break
    for lines in _LINES:
        widths = list(least)
        for cell, size in zip(laid.cells, sizes, strict=True):
            if cell.colspan == 1:
                even = -(-size // (lines * cell.rowspan) // 2) * 2
                widths[cell.column] = max(widths[cell.column], min(even, natural[cell.column]))
        if sum(widths) <= budget:
            return widths, lines
    return least, _LINES[-1]


def _slots(drawing: _Drawing) -> list[dict[int, list[str]]]:
    """Return, for each cell, its lines in each row of the grid, filled to its width."""
    heights = _heights(drawing)
    laid = drawing.laid
    labels = label_columns(laid.cells)
    slots: list[dict[int, list[str]]] = []
    for cell, texts in zip(laid.cells, drawing.lines, strict=True):
        room = _room(drawing.widths, cell)
        is_label = cell.column < labels and cell.colspan < laid.columns
        filled = [pad(text, room, "left" if is_label else "center") for text in texts]
        high = sum(heights[cell.row : cell.row + cell.rowspan])
        above = (high - len(filled)) // 2
        filled = [" " * room] * above + filled + [" " * room] * (high - len(filled) - above)
        rows: dict[int, list[str]] = {}
        for row in range(cell.row, cell.row + cell.rowspan):
            rows[row], filled = filled[: heights[row]], filled[heights[row] :]
        slots.append(rows)
    return slots


def _heights(drawing: _Drawing) -> list[int]:
    heights = [1] * drawing.laid.rows
    cells = sorted(zip(drawing.laid.cells, drawing.lines, strict=True), key=lambda pair: pair[0].rowspan)
    for cell, texts in cells:
        lacking = len(texts) - sum(heights[cell.row : cell.row + cell.rowspan])
        heights[cell.row + cell.rowspan - 1] += max(0, lacking)
    return heights


def _rule(drawing: _Drawing, row: int) -> str:
    columns = drawing.laid.columns
    ruled = [drawing.is_ruled(row, column) for column in range(columns)]
    line = ""
    for boundary in range(columns + 1):
        up, down = drawing.is_parted(row - 1, boundary), drawing.is_parted(row, boundary)
        left, right = boundary > 0 and ruled[boundary - 1], boundary < columns and ruled[boundary]
        if row == 0 and not any(drawing.is_parted(other, boundary) for other in range(drawing.laid.rows)):
            line += HIDDEN
        else:
            line += _JUNCTIONS[up * 8 + down * 4 + left * 2 + right]
        if boundary < columns:
            line += ("─" if ruled[boundary] else " ") * (drawing.widths[boundary] + 2)
    # Where every cell goes on, the ends alone tell the rule from a line of text.
    return line if any(ruled) else f"├{line[1:-1]}┤"
