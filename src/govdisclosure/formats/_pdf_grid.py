"""Ruled tables: from the ruling lines of a page to the cells between them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

from govdisclosure.errors import LimitError
from govdisclosure.formats._pdf_shapes import Box, Rule

__all__ = ["Lattice", "Square", "lattices", "spanning_squares"]

_SAME: Final = 3.0  # points between two drawings of one rule, and between a rule and the one it meets
_GAP: Final = 4.0  # in a dashed rule
_SHORTEST: Final = 5.0
_NARROWEST: Final = 5.0  # no row or column is narrower: what is left at an edge then is no cell
_AS_HIGH: Final = 0.9
_MOST_MEETINGS: Final = 200_000
_MOST_SQUARES: Final = 50_000


@frozen
class Square:
    """A cell of a lattice: where it begins, and how many rows and columns it spans."""

    row: int
    column: int
    rowspan: int
    colspan: int


@frozen
class Lattice:
    """The cells that rules enclose. ``xs`` and ``ys`` are the lines between columns and between rows."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    squares: tuple[Square, ...]
    open_top: tuple[bool, ...] = ()
    """For each column, whether no rule closes it above: the table may go on there from the page before."""
    open_bottom: tuple[bool, ...] = ()

    @property
    def box(self) -> Box:
        """The box around the table."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def box_of(self, square: Square) -> Box:
        """The box of a cell."""
        right, bottom = square.column + square.colspan, square.row + square.rowspan
        return Box(self.xs[square.column], self.ys[square.row], self.xs[right], self.ys[bottom])

    def owners(self) -> list[list[int]]:
        """For each row and column the number of the cell that covers it."""
        owners = [[0] * (len(self.xs) - 1) for _ in self.ys[1:]]
        for number, one in enumerate(self.squares):
            for row in range(one.row, one.row + one.rowspan):
                owners[row][one.column : one.column + one.colspan] = [number] * one.colspan
        return owners


def lattices(lying: Iterable[Rule], standing: Iterable[Rule]) -> list[Lattice]:
    """Find the tables of a page, from the top. A box of one cell is one too: the head of a table may stand alone.

    Raises:
        LimitError: the rules cross too often for a table.
    """
    across, down = _whole(lying), _whole(standing)
    found = [_lattice(*group) for group in _groups(across, down)]
    return sorted((one for one in found if one is not None), key=lambda one: (one.ys[0], one.xs[0]))


def spanning_squares(
    rows: int, columns: int, below: Sequence[Sequence[bool]], beside: Sequence[Sequence[bool]]
) -> tuple[Square, ...]:
    """Join positions that nothing parts to rectangles, row by row.

    ``below[r][c]`` tells whether a rule stands under position (r, c), ``beside[r][c]`` whether one stands to its right.
    """
    taken = [[False] * columns for _ in range(rows)]
    squares: list[Square] = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            end = column + 1
            while end < columns and not beside[row][end - 1] and not taken[row][end]:
                end += 1
            foot = row + 1
            while foot < rows and _goes_on(foot, column, end, below, beside):
                foot += 1
            for one in range(row, foot):
                taken[one][column:end] = [True] * (end - column)
            squares.append(Square(row, column, foot - row, end - column))
    return tuple(squares)


def _goes_on(
    foot: int, column: int, end: int, below: Sequence[Sequence[bool]], beside: Sequence[Sequence[bool]]
) -> bool:
    return not any(below[foot - 1][column:end]) and not any(beside[foot][column : end - 1])


def _whole(rules: Iterable[Rule]) -> list[Rule]:
    """Put together the pieces of each rule: cell by cell, dashes, drawn twice."""
    whole: list[Rule] = []
    for group in _close([*rules]):
        pieces = sorted(group, key=lambda rule: rule.start)
        weight = sum(piece.end - piece.start + 0.1 for piece in pieces)
        at = sum(piece.at * (piece.end - piece.start + 0.1) for piece in pieces) / weight
        start, end = pieces[0].start, pieces[0].end
        for piece in pieces[1:]:
            if piece.start > end + _GAP:
                whole.append(Rule(at, start, end))
                start = piece.start
            end = max(end, piece.end)
        whole.append(Rule(at, start, end))
    return [rule for rule in whole if rule.end - rule.start >= _SHORTEST]


def _close(rules: list[Rule]) -> Iterable[list[Rule]]:
    """Rules at nearly the same place, in groups that are no wider than one rule drawn twice."""
    group: list[Rule] = []
    for rule in sorted(rules):
        if group and rule.at > group[0].at + _SAME:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _groups(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that meet, directly or through others."""
    parent = list(range(len(across) + len(down)))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    places = [rule.at for rule in down]  # sorted, as _whole goes through them in order
    meetings = 0
    met: set[int] = set()
    for number, rule in enumerate(across):
        first, last = bisect_left(places, rule.start - _SAME), bisect_right(places, rule.end + _SAME)
        meetings += last - first
        if meetings > _MOST_MEETINGS:
            raise LimitError("too_many_objects", source="data", limit=_MOST_MEETINGS)
        for other in range(first, last):
            if down[other].start - _SAME <= rule.at <= down[other].end + _SAME:
                parent[root(number)] = root(len(across) + other)
                met.update((number, len(across) + other))
    groups: defaultdict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for one in sorted(met):
        if one < len(across):
            groups[root(one)][0].append(across[one])
        else:
            groups[root(one)][1].append(down[one - len(across)])
    found = list(groups.values())
    _take_sides(found, [rule for number, rule in enumerate(down, len(across)) if number not in met])
    return found


def _take_sides(groups: list[tuple[list[Rule], list[Rule]]], loose: list[Rule]) -> None:
    """Give a table the rules beside it that are as high: a label that goes on over a whole page has no rule across."""
    heights = [(min(rule.start for rule in down), max(rule.end for rule in down)) for _, down in groups]
    for rule in loose:
        for (top, bottom), (_, down) in zip(heights, groups, strict=True):
            shared = min(bottom, rule.end) - max(top, rule.start)
            if shared > _AS_HIGH * max(bottom - top, rule.end - rule.start):
                down.append(rule)
                break


def _lattice(across: list[Rule], down: list[Rule]) -> Lattice | None:
    """The table of some rules. Where the rules run on past the last one that closes them, its edge is there."""
    xs = _lines([rule.at for rule in down], [rule.start for rule in across], [rule.end for rule in across])
    ys = _lines([rule.at for rule in across], [rule.start for rule in down], [rule.end for rule in down])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1:
        return None
    if rows * columns > _MOST_SQUARES:
        raise LimitError("too_many_objects", source="data", limit=_MOST_SQUARES)
    under = _parted(across, ys, xs)
    beside = _parted(down, xs, ys)
    below = under[1:]
    by_row = [[beside[column][row] for column in range(1, columns + 1)] for row in range(rows)]
    squares = spanning_squares(rows, columns, below, by_row)
    return _pruned(Lattice(
        tuple(xs), tuple(ys), squares, tuple(not shut for shut in under[0]), tuple(not shut for shut in under[rows])
    ))  # fmt: skip


def _lines(places: list[float], starts: list[float], ends: list[float]) -> list[float]:
    """The places of rules in one direction, with the edges to which the rules across them reach."""
    lines: list[float] = []
    for place in sorted(places):
        if not lines or place > lines[-1] + _SAME:
            lines.append(place)
    if not lines or min(starts) < lines[0] - _NARROWEST:
        lines.insert(0, min(starts))
    if max(ends) > lines[-1] + _NARROWEST:
        lines.append(max(ends))
    return lines


def _parted(rules: list[Rule], lines: list[float], across: list[float]) -> list[list[bool]]:
    """For each line, and each stretch between two lines across it, whether a rule runs along most of the stretch."""
    parted = [[False] * (len(across) - 1) for _ in lines]
    for rule in rules:
        line = min(range(len(lines)), key=lambda number: abs(lines[number] - rule.at))
        for stretch, (start, end) in enumerate(pairwise(across)):
            if min(end, rule.end) - max(start, rule.start) > (end - start) / 2:
                parted[line][stretch] = True
    return parted


def _pruned(lattice: Lattice) -> Lattice:
    """Drop the lines at which no cell begins: the underlining of a word reaches the edge of its cell."""
    rows = sorted({one.row for one in lattice.squares})
    columns = sorted({one.column for one in lattice.squares})
    if len(rows) == len(lattice.ys) - 1 and len(columns) == len(lattice.xs) - 1:
        return lattice
    row_of = {row: number for number, row in enumerate([*rows, len(lattice.ys) - 1])}
    column_of = {column: number for number, column in enumerate([*columns, len(lattice.xs) - 1])}
    squares = tuple(
        Square(
            row_of[one.row],
            column_of[one.column],
            row_of[one.row + one.rowspan] - row_of[one.row],
            column_of[one.column + one.colspan] - column_of[one.column],
        )
        for one in lattice.squares
    )
    return Lattice(
        (*(lattice.xs[column] for column in columns), lattice.xs[-1]),
        (*(lattice.ys[row] for row in rows), lattice.ys[-1]),
        squares,
        tuple(lattice.open_top[column] for column in columns),
        tuple(lattice.open_bottom[column] for column in columns),
    )
