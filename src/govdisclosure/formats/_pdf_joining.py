"""A table that goes on upon the next page, put together again."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from govdisclosure.conventions.numbering import leading_mark
from govdisclosure.formats._pdf_shapes import Box
from govdisclosure.formats._pdf_tables import Table, TableCell, is_full, join_figure

__all__ = ["join"]

_SAME: Final = 4.0  # points
_FIGURE: Final = re.compile(r"[\d０-９.,，%％+\-/\\—－\s]+")


def join(table: Table, lower: Table) -> bool:
    """Add ``lower``, the next part of ``table``, to it; return false, and do nothing, if it is another table.

    A row that the end of the page cuts is put together where no rule says that it ends, and no figure would come to
    stand on another; so is a cell that spans rows of both pages.
    """
    xs = _all_lines(table, lower)
    if xs is None:
        return False
    below, rows = _on(xs, lower), lower.rows
    _on(xs, table)
    seam = _Seam(table, lower, xs)
    head = _repeated_head(table.cells, below, rows)
    if head:
        above = [cell for cell in below if cell.row < head]
        box = Box(lower.box.left, lower.box.top, lower.box.right, max(cell.box.bottom for cell in above))
        table.notes.append((lower.sheet, "table_head_repeated", " | ".join(filter(None, (c.text for c in above))), box))
        below = [cell for cell in below if cell.row >= head]
        for cell in below:
            cell.row -= head
    table.xs, table.last, table.margin = xs, lower.last, min(table.margin, lower.margin)
    _append(table, below, rows - head, None if head else seam)
    table.open_bottom = _spread(lower.open_bottom, lower.xs, xs)
    table.notes.extend(lower.notes)
    return True


class _Seam:
    """Where two pages meet: the columns in which no rule closes the table above nor opens it below."""

    def __init__(self, upper: Table, lower: Table, xs: tuple[float, ...]) -> None:
        above, below = _spread(upper.open_bottom, upper.xs, xs), _spread(lower.open_top, lower.xs, xs)
        self.is_open = [one and other for one, other in zip(above, below, strict=True)]

    def holds(self, cell: TableCell) -> bool:
        return all(self.is_open[cell.column : cell.column + cell.colspan])


def _append(table: Table, below: list[TableCell], rows: int, seam: _Seam | None) -> None:
    """Add ``rows`` rows under a table."""
    cut = [cell for cell in table.cells if cell.row + cell.rowspan == table.rows]
    first = {cell.columns: cell for cell in below if cell.row == 0}
    facing = [(cell, first[cell.columns]) for cell in cut if cell.columns in first] if seam else []
    pairs = [pair for pair in facing if seam and seam.holds(pair[0])]
    is_whole = len(facing) == len(cut) == len(first)
    is_one_row = is_whole and len(pairs) == len(facing) and all(_goes_on(*pair, table.margin) for pair in pairs)
    if not is_one_row:
        is_all_open = len(pairs) == len(cut)
        pairs = [(one, other) for one, other in pairs if _spans_on(one, other, table.margin, is_all_open)]
        if is_whole and _is_cut_row(facing, table.margin):
            pairs, is_one_row = facing, True
    offset = table.rows - is_one_row
    for one, other in pairs:
        one.rowspan += other.rowspan - is_one_row
        is_figure = one.is_figure and other.is_figure and is_full(one, one.lines[-1], table.margin)
        one.lines = [*one.lines, *other.lines]
        if is_figure:
            join_figure(table, one)
        below.remove(other)
    for cell in below:
        cell.row += offset
    table.cells.extend(below)
    table.rows = offset + rows


def _is_cut_row(facing: Sequence[tuple[TableCell, TableCell]], margin: float) -> bool:
    """Tell whether a row is cut although rules close both halves, as word processors draw them.

    What stands below must go on with a line that had no more room, in every cell that holds something below: digits
    with digits, words with words. For words alone, in two cells at least, while a third one ends above.
    """
    going_on = [(one, other) for one, other in facing if other.lines]
    if not all(one.lines and _goes_on(one, other, margin) for one, other in going_on):
        return False
    is_ended = any(one.lines and not other.lines for one, other in facing)
    return is_ended and (len(going_on) > 1 or any(one.is_figure for one, _ in going_on))


def _goes_on(one: TableCell, other: TableCell, margin: float) -> bool:
    """Tell whether ``other`` may be the lower half of a cell: what stands in both is parted where a line was full."""
    if not (one.lines and other.lines):
        return True
    if one.is_figure is not other.is_figure or leading_mark(other.lines[0].text) is not None:
        return False
    return is_full(one, one.lines[-1], margin)


def _spans_on(one: TableCell, other: TableCell, margin: float, is_all_open: bool) -> bool:
    """Tell whether a cell goes on below the seam where its row does not."""
    return _goes_on(one, other, margin) and (not is_all_open or (one.rowspan > 1 and not other.lines))


def _all_lines(upper: Table, lower: Table) -> tuple[float, ...] | None:
    """The lines between the columns of both; ``None`` if their columns are not those of one table."""
    if upper.last.number + 1 != lower.sheet.number or upper.last.frame.size != lower.sheet.frame.size:
        return None
    if abs(upper.xs[0] - lower.xs[0]) > _SAME or abs(upper.xs[-1] - lower.xs[-1]) > _SAME:
        return None
    inner, other = upper.xs[1:-1], lower.xs[1:-1]
    if inner and other and not any(abs(one - two) <= _SAME for one in inner for two in other):
        return None
    lines = list(upper.xs)
    lines += [x for x in other if all(abs(x - line) > _SAME for line in lines)]
    lines.sort()
    at = [_nearest(x, lines) for x in lower.xs]
    return tuple(lines) if len(set(at)) == len(at) else None  # two lines of one may be nearer than is told apart


def _on(xs: tuple[float, ...], table: Table) -> list[TableCell]:
    """The cells of a table, on the columns of more lines."""
    at = [_nearest(x, xs) for x in table.xs]
    for cell in table.cells:
        end = at[cell.column + cell.colspan]
        cell.column = at[cell.column]
        cell.colspan = end - cell.column
    return table.cells


def _nearest(x: float, xs: Sequence[float]) -> int:
    return min(range(len(xs)), key=lambda number: abs(xs[number] - x))


def _spread(flags: tuple[bool, ...], own: Sequence[float], xs: Sequence[float]) -> tuple[bool, ...]:
    """What is known of each column, for the columns of more lines."""
    at = [_nearest(x, xs) for x in own]
    return tuple(flag for number, flag in enumerate(flags) for _ in range(at[number + 1] - at[number]))


def _repeated_head(above: Iterable[TableCell], below: Iterable[TableCell], rows: int) -> int:
    """How many rows the lower part repeats from the top of the table: heads of words, without figures."""
    first, again = _by_row(above, rows), _by_row(below, rows)
    height = 0
    for row in range(rows - 1):
        if not first[row] or first[row] != again[row] or not _is_head(again[row]):
            break
        if max(row + rowspan for _, rowspan, _, _ in again[row]) > rows - 1:
            break
        height = row + 1
    covered = max((row + rowspan for row in range(height) for _, rowspan, _, _ in again[row]), default=0)
    return height if covered == height else 0


def _by_row(cells: Iterable[TableCell], rows: int) -> list[list[tuple[int, int, int, str]]]:
    found: list[list[tuple[int, int, int, str]]] = [[] for _ in range(rows)]
    for cell in cells:
        if cell.row < rows:
            found[cell.row].append((cell.column, cell.rowspan, cell.colspan, cell.text))
    return [sorted(row) for row in found]


def _is_head(row: Sequence[tuple[int, int, int, str]]) -> bool:
    texts = [text for *_, text in row if text]
    return bool(texts) and not any(_FIGURE.fullmatch(text) for text in texts)
