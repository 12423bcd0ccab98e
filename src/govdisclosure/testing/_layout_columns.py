"""Layouts of heads and columns: spans lost or filled, heads lost, columns moved, dropped or added."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

from attrs import evolve

from govdisclosure.testing._layout_sheet import (
    FILLER,
    Change,
    Piece,
    PieceRow,
    Sheet,
    gathered,
    has_figures,
    head_rows,
    spread,
    with_row,
)

__all__ = ["EXACT_COLUMNS", "SAFE_COLUMNS"]


def as_in_the_form(sheet: Sheet, _: Random) -> Sheet:
    """Print the spans of the form."""
    return sheet


def spans_lost(sheet: Sheet, _: Random) -> Sheet:
    """Print every cell once and let the rows be as short as that leaves them."""
    return evolve(sheet, rows=tuple(tuple(evolve(p, rowspan=1, colspan=1) for p in row) for row in sheet.rows))


def blanks_for_spans(sheet: Sheet, _: Random) -> Sheet:
    """Print a blank cell at each position that a label spans: three rows of heads, with blanks."""
    return _filled_out(sheet, repeat=False)


def labels_repeated(sheet: Sheet, _: Random) -> Sheet:
    """Print a label again at each position that it spans."""
    return _filled_out(sheet, repeat=True)


def everything_repeated(sheet: Sheet, _: Random) -> Sheet:
    """Print every cell again at each position that it spans, figures too, as a data frame does."""
    matrix, pieces = spread(sheet.rows)
    rows = tuple(tuple(evolve(pieces[n], rowspan=1, colspan=1) for n in line if n >= 0) for line in matrix)
    return evolve(sheet, rows=rows)


def head_lost(sheet: Sheet, random: Random) -> Sheet:
    """Leave one cell out of a row of heads."""
    rows = [position for position in head_rows(sheet) if len(sheet.rows[position]) > 1]
    if not rows:
        return sheet
    position = random.choice(rows)
    row = sheet.rows[position]
    column = random.randrange(len(row))
    return with_row(sheet, position, (*row[:column], *row[column + 1 :]))


def head_blank(sheet: Sheet, random: Random) -> Sheet:
    """Leave the text of a head out, and its cell where it is."""
    rows = [position for position in head_rows(sheet) if sheet.rows[position]]
    if not rows:
        return sheet
    position = random.choice(rows)
    row = sheet.rows[position]
    column = random.randrange(len(row))
    return with_row(sheet, position, (*row[:column], evolve(row[column], text=""), *row[column + 1 :]))


def heads_lost(sheet: Sheet, _: Random) -> Sheet:
    """Leave all rows of heads out."""
    return evolve(sheet, rows=tuple(row for row in sheet.rows if has_figures(row)))


def span_off_by_one(sheet: Sheet, random: Random) -> Sheet:
    """Let a label span one column or one row too few or too many."""
    wide = [
        (top, left)
        for top, row in enumerate(sheet.rows)
        for left, piece in enumerate(row)
        if not piece.holds and (piece.colspan > 1 or piece.rowspan > 1)
    ]
    if not wide:
        return sheet
    top, left = random.choice(wide)
    row = sheet.rows[top]
    piece, step = row[left], random.choice((-1, 1))
    if piece.colspan > 1 and (piece.rowspan == 1 or random.randrange(2)):
        changed = evolve(piece, colspan=piece.colspan + step)
    else:
        changed = evolve(piece, rowspan=piece.rowspan + step)
    return with_row(sheet, top, (*row[:left], changed, *row[left + 1 :]))


def column_missing(sheet: Sheet, random: Random) -> Sheet:
    """Leave out a column, its head and its figures."""
    if sheet.shape == "bands":
        return _in_a_band(sheet, random, lambda row, one, _: _without(row, one))
    matrix, pieces = spread(sheet.rows)
    columns = _figure_columns(matrix, pieces)
    if not columns:
        return sheet
    column = random.choice(columns)
    return evolve(sheet, rows=gathered([[*line[:column], *line[column + 1 :]] for line in matrix], pieces))


def columns_swapped(sheet: Sheet, random: Random) -> Sheet:
    """Exchange two columns, heads and figures."""
    if sheet.shape == "bands":
        return _in_a_band(sheet, random, _exchanged)
    matrix, pieces = spread(sheet.rows)
    columns = _figure_columns(matrix, pieces)
    if not columns:
        return sheet
    one, other = random.sample(columns, 2)
    if sheet.shape == "groups":  # five outcomes have the same heads in every group: they are exchanged in their own
        first = one - one % 5
        one, other = first + random.randrange(5), first + random.randrange(5)
    return evolve(sheet, rows=gathered([_swapped(line, one, other) for line in matrix], pieces))


def blank_column(sheet: Sheet, random: Random) -> Sheet:
    """Put a column of blank cells in, before, among or after those of the figures."""
    matrix, pieces = spread(sheet.rows)
    columns = _figure_columns(matrix, pieces)
    if not columns:
        return sheet
    column = random.randint(columns[0], columns[-1] + 1)
    fillers = range(len(pieces), len(pieces) + len(matrix))
    wider: list[list[int]] = []
    for line, filler in zip(matrix, fillers, strict=True):
        is_spanned = 0 < column < len(line) and line[column - 1] == line[column]
        wider.append([*line[:column], line[column] if is_spanned else filler, *line[column:]])
    return evolve(sheet, rows=gathered(wider, [*pieces, *[Piece(FILLER)] * len(matrix)]))


EXACT_COLUMNS: Final[tuple[Change, ...]] = (as_in_the_form, spans_lost, blanks_for_spans, labels_repeated)
"""Layouts of heads and columns in which every figure must be read."""

SAFE_COLUMNS: Final[tuple[Change, ...]] = (
    everything_repeated,
    head_lost,
    head_blank,
    heads_lost,
    span_off_by_one,
    column_missing,
    columns_swapped,
    blank_column,
)
"""Layouts of heads and columns in which every figure must be read, or be noted."""


def _filled_out(sheet: Sheet, *, repeat: bool) -> Sheet:
    matrix, pieces = spread(sheet.rows)
    rows: list[PieceRow] = []
    seen: set[int] = set()
    for line in matrix:
        row: list[Piece] = []
        for number in line:
            if number < 0:
                continue
            piece = evolve(pieces[number], rowspan=1, colspan=1)
            if number not in seen or (repeat and not piece.holds):
                row.append(piece)
            else:
                row.append(Piece(FILLER))
            seen.add(number)
        rows.append(tuple(row))
    return evolve(sheet, rows=tuple(rows))


def _figure_columns(matrix: Sequence[Sequence[int]], pieces: Sequence[Piece]) -> list[int]:
    return [
        column
        for column in range(len(matrix[0]))
        if any(line[column] >= 0 and pieces[line[column]].holds for line in matrix)
    ]


def _in_a_band(sheet: Sheet, random: Random, change: Callable[[PieceRow, int, int], PieceRow]) -> Sheet:
    """Change the row of heads and the rows of figures of one band that has several columns, all alike."""
    bands: list[list[int]] = []
    for position, row in enumerate(sheet.rows):
        if len(row) == 1:
            bands.append([])
        elif len(row) > 2:
            bands[-1].append(position)
    bands = [positions for positions in bands if positions]
    if not bands:
        return sheet
    band = random.choice(bands)
    one, other = random.sample(range(1, len(sheet.rows[band[0]])), 2)
    alike = [position for position in band if len(sheet.rows[position]) == len(sheet.rows[band[0]])]
    for position in alike:
        sheet = with_row(sheet, position, change(sheet.rows[position], one, other))
    return sheet


def _exchanged(row: PieceRow, one: int, other: int) -> PieceRow:
    cells = list(row)
    cells[one], cells[other] = cells[other], cells[one]
    return tuple(cells)


def _swapped(line: Sequence[int], one: int, other: int) -> list[int]:
    cells = list(line)
    cells[one], cells[other] = cells[other], cells[one]
    return cells


def _without(row: PieceRow, column: int) -> PieceRow:
    """The row without a cell; the one beside it takes its room."""
    cells = [*row[:column], *row[column + 1 :]]
    beside = min(column, len(cells) - 1)
    cells[beside] = evolve(cells[beside], colspan=cells[beside].colspan + row[column].colspan)
    return tuple(cells)
