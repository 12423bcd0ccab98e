"""Layouts of whole tables: one table in several grids, as page breaks leave it."""

from collections.abc import Callable
from random import Random
from typing import Final, TypeAlias

from attrs import evolve

from govdisclosure.testing._layout_sheet import FILLER, Piece, PieceRow, Sheet, gathered, has_figures, spread

__all__ = ["EXACT_SPLITS", "SAFE_SPLITS", "Split"]

Split: TypeAlias = Callable[[Sheet, Random], list[tuple[PieceRow, ...]]]
"""One way to part the rows of a table into grids."""


def in_one_grid(sheet: Sheet, _: Random) -> list[tuple[PieceRow, ...]]:
    """Print a table as one grid."""
    return [sheet.rows]


def labels_in_both_parts(sheet: Sheet, random: Random) -> list[tuple[PieceRow, ...]]:
    """Part a table after any row; a label that spans both parts is printed in both."""
    matrix, pieces = spread(sheet.rows)
    cut = random.randrange(1, len(matrix)) if len(matrix) > 1 else len(matrix)
    return _whole([gathered(matrix[:cut], pieces), gathered(matrix[cut:], pieces)])


def heads_in_both_parts(sheet: Sheet, random: Random) -> list[tuple[PieceRow, ...]]:
    """Part a table after any row of figures, and print the rows of heads again."""
    matrix, pieces = spread(sheet.rows)
    first = next((top for top, row in enumerate(sheet.rows) if has_figures(row)), len(matrix))
    if first + 1 >= len(matrix):
        return [sheet.rows]
    cut = random.randrange(first + 1, len(matrix))
    return _whole([gathered(matrix[:cut], pieces), gathered([*matrix[:first], *matrix[cut:]], pieces)])


def blanks_in_the_second_part(sheet: Sheet, random: Random) -> list[tuple[PieceRow, ...]]:
    """Part a table after any row; a label that spans both parts leaves a blank cell in the second."""
    matrix, pieces = spread(sheet.rows)
    cut = random.randrange(1, len(matrix)) if len(matrix) > 1 else len(matrix)
    above = {number for line in matrix[:cut] for number in line}
    rest = [Piece(FILLER) if number in above else piece for number, piece in enumerate(pieces)]
    return _whole([gathered(matrix[:cut], pieces), gathered(matrix[cut:], rest)])


def cut_through(sheet: Sheet, random: Random) -> list[tuple[PieceRow, ...]]:
    """Part a table after any row; the second part has no cell where a label spans both."""
    cut = random.randrange(1, len(sheet.rows)) if len(sheet.rows) > 1 else len(sheet.rows)
    above = tuple(
        tuple(evolve(piece, rowspan=min(piece.rowspan, cut - top)) for piece in row)
        for top, row in enumerate(sheet.rows[:cut])
    )
    return _whole([above, sheet.rows[cut:]])


def a_grid_a_row(sheet: Sheet, _: Random) -> list[tuple[PieceRow, ...]]:
    """Print each row as a grid of its own."""
    return [(tuple(evolve(piece, rowspan=1) for piece in row),) for row in sheet.rows if row]


def columns_in_two_grids(sheet: Sheet, random: Random) -> list[tuple[PieceRow, ...]]:
    """Part a table between two columns of figures; the second part has the labels of its rows, or has not."""
    matrix, pieces = spread(sheet.rows)
    columns = [c for c in range(len(matrix[0])) if any(line[c] >= 0 and pieces[line[c]].holds for line in matrix)]
    if len(columns) < 2:
        return [sheet.rows]
    cut = random.choice(columns[1:])
    stub = columns[0] if random.randrange(2) else 0
    right = [[*line[:stub], *line[cut:]] for line in matrix]
    return _whole([gathered([line[:cut] for line in matrix], pieces), gathered(right, pieces)])


EXACT_SPLITS: Final[tuple[Split, ...]] = (
    in_one_grid,
    labels_in_both_parts,
    heads_in_both_parts,
    blanks_in_the_second_part,
)
"""Ways to part a table after which every figure must be read."""

SAFE_SPLITS: Final[tuple[Split, ...]] = (cut_through, a_grid_a_row, columns_in_two_grids)
"""Ways to part a table after which every figure must be read, or be noted."""


def _whole(parts: list[tuple[PieceRow, ...]]) -> list[tuple[PieceRow, ...]]:
    return [part for part in parts if part]
