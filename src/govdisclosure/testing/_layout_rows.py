"""Layouts of rows: label columns flattened or repeated, rows lost, added, repeated, shifted, or glued together."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

from attrs import evolve

from govdisclosure.paths import Path
from govdisclosure.testing._layout_sheet import (
    FILLER,
    Change,
    Piece,
    PieceRow,
    Sheet,
    figure_rows,
    gathered,
    has_figures,
    spread,
    with_row,
)

__all__ = ["EXACT_ROWS", "SAFE_ROWS", "STUB"]

STUB: Final = 3
"""The label columns of table 三."""

_GROUPS: Final = 3
_OTHER_LABELS: Final = ("其他主动公开文件", "重大建设项目（新增）", "政府采购", "备注")


def label_columns_in_one(sheet: Sheet, _: Random) -> Sheet:
    """Print the last label of each row only, in one column."""
    if sheet.shape != "matrix":
        return sheet
    matrix, pieces = spread(sheet.rows)
    return evolve(sheet, rows=gathered([line[STUB - 1 :] for line in matrix], pieces))


def labels_joined(sheet: Sheet, random: Random) -> Sheet:
    """Print all the labels that lead to a row in one cell, with line breaks or nothing between them."""
    if sheet.shape != "matrix":
        return sheet
    matrix, pieces = spread(sheet.rows)
    between = random.choice(("\n", "", " "))
    joined: list[Piece] = []
    for line in matrix:
        chain = dict.fromkeys(line[:STUB])
        joined.append(Piece(between.join(pieces[number].text for number in chain)))
    numbered = [[len(pieces) + top, *line[STUB:]] for top, line in enumerate(matrix)]
    is_corner = [line[0] == matrix[0][0] for line in matrix]
    for top, corner in enumerate(is_corner):
        if corner:
            numbered[top][0] = len(pieces)
    return evolve(sheet, rows=gathered(numbered, [*pieces, *joined]))


def left_label_on_every_row(sheet: Sheet, _: Random) -> Sheet:
    """Print the left-most label (三、本年度办理结果) on every row that it spans."""
    if sheet.shape != "matrix":
        return sheet
    matrix, pieces = spread(sheet.rows)
    again = list(pieces)
    for top, line in enumerate(matrix[1:], 1):
        if line[0] == matrix[top - 1][0] and line[0] != line[1]:
            again.append(pieces[line[0]])
            line[0] = len(again) - 1
    return evolve(sheet, rows=gathered(matrix, again))


def left_label_missing(sheet: Sheet, _: Random) -> Sheet:
    """Leave the left-most label column out."""
    if sheet.shape != "matrix":
        return sheet
    matrix, pieces = spread(sheet.rows)
    return evolve(sheet, rows=gathered([line[1:] for line in matrix], pieces))


def group_labels_missing(sheet: Sheet, _: Random) -> Sheet:
    """Leave the labels out that stand over several rows, such as （三）不予公开, and keep their room blank."""
    rows = tuple(
        tuple(evolve(piece, text="") if piece.rowspan > 1 and not piece.holds else piece for piece in row)
        if has_figures(row)
        else row
        for row in sheet.rows
    )
    return evolve(sheet, rows=rows) if sheet.shape == "matrix" else sheet


def rows_swapped(sheet: Sheet, random: Random) -> Sheet:
    """Exchange two rows with their labels, where no label spans either of them."""
    rows = [top for top in figure_rows(sheet) if all(piece.rowspan == 1 for piece in sheet.rows[top])]
    free = [top for top in rows if sum(piece.colspan for piece in sheet.rows[top]) == _width(sheet)]
    if sheet.shape != "matrix" or len(free) < 2:
        return sheet
    one, other = random.sample(free, 2)
    first, second = sheet.rows[one], sheet.rows[other]
    return with_row(with_row(sheet, one, second), other, first)


def row_missing(sheet: Sheet, random: Random) -> Sheet:
    """Leave a row out, its label and its figures."""
    top = random.choice(figure_rows(sheet))
    matrix, pieces = spread(sheet.rows)
    return evolve(sheet, rows=gathered([*matrix[:top], *matrix[top + 1 :]], pieces))


def row_repeated(sheet: Sheet, random: Random) -> Sheet:
    """Print a row of figures twice."""
    top = random.choice(figure_rows(sheet))
    matrix, pieces = spread(sheet.rows)
    again = list(pieces)
    line: list[int] = []
    for number in matrix[top]:
        is_label_above = not pieces[number].holds and pieces[number].rowspan > 1
        if is_label_above or number != matrix[top][len(line) - 1] or not line:
            again.append(pieces[number])
        line.append(number if is_label_above else len(again) - 1)
    return evolve(sheet, rows=gathered([*matrix[: top + 1], line, *matrix[top + 1 :]], again))


def row_added(sheet: Sheet, random: Random) -> Sheet:
    """Put a row in that the form does not have."""
    if sheet.shape != "bands":
        return sheet
    top = random.choice(figure_rows(sheet))
    like = sheet.rows[top]
    label = Piece(random.choice(_OTHER_LABELS), colspan=like[0].colspan)
    added = (label, *(Piece(str(random.randint(70_000, 79_999)), colspan=piece.colspan) for piece in like[1:]))
    return evolve(sheet, rows=(*sheet.rows[: top + 1], added, *sheet.rows[top + 1 :]))


def row_shifted(sheet: Sheet, random: Random) -> Sheet:
    """Put a blank cell in before the figures of one row, which moves them to the right."""
    return _in_a_row(sheet, random, lambda row, first: (*row[:first], Piece(FILLER), *row[first:]))


def figure_missing(sheet: Sheet, random: Random) -> Sheet:
    """Leave the cell of one figure out, so that those after it stand one column further left."""
    return _in_a_row(sheet, random, lambda row, first: _dropped(row, random.randrange(first, len(row))))


def figure_in_two_cells(sheet: Sheet, random: Random) -> Sheet:
    """Print the digits of one figure in two cells, as a lost border leaves them."""
    top = random.choice(figure_rows(sheet))
    row = sheet.rows[top]
    long = [left for left, piece in enumerate(row) if piece.holds and len(piece.text) > 1 and piece.text.isdecimal()]
    if not long:
        return sheet
    left = random.choice(long)
    piece = row[left]
    cut = random.randrange(1, len(piece.text))
    parts = evolve(piece, text=piece.text[:cut]), Piece(piece.text[cut:])
    doubtful = sheet.doubtful | {path for path, _ in piece.holds}
    return evolve(with_row(sheet, top, (*row[:left], *parts, *row[left + 1 :])), doubtful=doubtful)


def rows_glued(sheet: Sheet, random: Random) -> Sheet:
    """Print two rows of figures in one, each cell with both texts on lines of their own."""
    pairs = [
        top
        for top in figure_rows(sheet)
        if top + 1 < len(sheet.rows) and len(sheet.rows[top]) == len(sheet.rows[top + 1]) and sheet.shape != "groups"
    ]
    pairs = [top for top in pairs if all(piece.rowspan == 1 for row in sheet.rows[top : top + 2] for piece in row)]
    if not pairs:
        return sheet
    top = random.choice(pairs)
    glued = tuple(
        evolve(one, text=f"{one.text}\n{other.text}", holds=one.holds + other.holds)
        for one, other in zip(*sheet.rows[top : top + 2], strict=True)
    )
    matrix, pieces = spread([*sheet.rows[:top], glued, *sheet.rows[top + 1 :]])
    return evolve(sheet, rows=gathered([*matrix[: top + 1], *matrix[top + 2 :]], pieces))


def row_said_twice(sheet: Sheet, random: Random) -> Sheet:
    """Print a row twice, with other figures in the second: nobody can tell which are meant."""
    again = row_repeated(sheet, random)
    doubled = [top for top in figure_rows(again) if _paths(again.rows[top]) == _paths(again.rows[top - 1])]
    for top in doubled:
        twice = again.rows[top - 1 : top + 1]
        if all(piece.text.isdecimal() for row in twice for piece in row if piece.holds):
            again = with_row(again, top - 1, tuple(_meaning_nothing(piece, 0) for piece in twice[0]))
            again = with_row(again, top, tuple(_meaning_nothing(piece, 1) for piece in twice[1]))
    return again


def turned(sheet: Sheet, _: Random) -> Sheet:
    """Print rows as columns and columns as rows."""
    matrix, pieces = spread(sheet.rows)
    return evolve(sheet, rows=gathered([list(column) for column in zip(*matrix, strict=True)], pieces))


def groups_one_below_another(sheet: Sheet, _: Random) -> Sheet:
    """Print the groups of table 四 one below another, each with its own name, heads and figures."""
    if sheet.shape != "groups" or not has_figures(sheet.rows[-1]):
        return sheet
    matrix, pieces = spread(sheet.rows)
    width = len(matrix[0]) // _GROUPS
    rows: list[PieceRow] = []
    for first in range(0, _GROUPS * width, width):
        part = gathered([line[first : first + width] for line in matrix], pieces)
        rows += [row for row in part if row]
    return evolve(sheet, rows=_no_taller_than_the_rest(rows))


def figures_under_their_label(sheet: Sheet, random: Random) -> Sheet:
    """Print the label of one row alone, and its figures in a row below, without a label."""
    top = random.choice(figure_rows(sheet))
    row = sheet.rows[top]
    first = _first(row)
    if first == 0:
        return sheet
    below = (*(Piece(FILLER, colspan=piece.colspan) for piece in row[:first]), *row[first:])
    return evolve(sheet, rows=(*sheet.rows[:top], row[:first], below, *sheet.rows[top + 1 :]))


EXACT_ROWS: Final[tuple[Change, ...]] = (
    label_columns_in_one,
    left_label_on_every_row,
    left_label_missing,
    rows_swapped,
    row_missing,
    row_repeated,
    groups_one_below_another,
    labels_joined,
    group_labels_missing,
    row_added,
)
"""Layouts of rows in which every figure that is printed must be read."""

SAFE_ROWS: Final[tuple[Change, ...]] = (
    row_shifted,
    figure_missing,
    figure_in_two_cells,
    rows_glued,
    figures_under_their_label,
    row_said_twice,
    turned,
)
"""Layouts of rows in which every figure must be read, or be noted."""


def _paths(row: PieceRow) -> list[Path]:
    return [path for piece in row for path, _ in piece.holds]


def _meaning_nothing(piece: Piece, more: int) -> Piece:
    if not piece.holds:
        return piece
    return evolve(piece, text=str(int(piece.text) + more), holds=tuple((path, "") for path, _ in piece.holds))


def _no_taller_than_the_rest(rows: Sequence[PieceRow]) -> tuple[PieceRow, ...]:
    """Let no cell span into the next group: a name over two rows of heads is one of one row now."""
    return tuple(tuple(evolve(piece, rowspan=1) for piece in row) for row in rows)


def _width(sheet: Sheet) -> int:
    return sum(piece.colspan for piece in sheet.rows[0])


def _first(row: PieceRow) -> int:
    return next((left for left, piece in enumerate(row) if piece.holds), len(row))


def _in_a_row(sheet: Sheet, random: Random, change: Callable[[PieceRow, int], PieceRow]) -> Sheet:
    top = random.choice(figure_rows(sheet))
    row = sheet.rows[top]
    return with_row(sheet, top, change(row, _first(row)))


def _dropped(row: PieceRow, left: int) -> PieceRow:
    return (*row[:left], *row[left + 1 :])
