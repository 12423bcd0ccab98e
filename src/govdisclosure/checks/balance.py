"""The sums of a statutory table, worked out: which hold, which fail and by how much, and which nobody can judge.

Blanks and marks count as 0. A blank 总计 of a row stands in the sums of its column for the sum of its row, so that a
report which fills that column only in the rows of totals is not blamed for it.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from operator import attrgetter
from typing import Final, Literal, TypeAlias

from attrs import frozen

from govdisclosure.model.cells import kind_of
from govdisclosure.model.label import labelled
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.model.sums import Identity, leaf_rows, sums
from govdisclosure.paths import Path

__all__ = ["Balance", "Culprit", "Standing", "balances", "culprits"]

Standing: TypeAlias = Literal["holds", "fails", "blank_total", "blank_parts", "text", "silent"]
"""What can be said of a sum: that its total was left blank, its parts were, or that words stand among its figures."""

_FEWEST_FAILING: Final = 2


@frozen
class Balance:
    """One sum of a table: what its parts come to, what its totals say, and what can be said of it.

    Attributes:
        identity: the rule of arithmetic.
        total: the path of its first total in the table.
        parts: what the parts come to.
        totals: what the totals come to.
        standing: what can be said of it.
        members: the paths of the cells that count in it: of its parts, and of its totals.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> [one.standing for one in balances(RemediesTable.zeros())]
        ['holds', 'holds', 'holds']
    """

    identity: Identity
    total: Path
    parts: int
    totals: int
    standing: Standing
    members: tuple[tuple[Path, ...], tuple[Path, ...]]

    @property
    def difference(self) -> int:
        """By how much the parts exceed the totals."""
        return self.parts - self.totals


@frozen
class Culprit:
    """A cell that alone explains failing sums, and the value with which all of them hold.

    Example:
        >>> Culprit(Path.parse("granted.total"), 3).value
        3
    """

    path: Path
    value: int


@frozen
class _Sum:
    """A sum of a class of tables, its cells by their numbers."""

    identity: Identity
    parts: tuple[int, ...]
    totals: tuple[int, ...]
    paths: tuple[tuple[Path, ...], tuple[Path, ...]]


@frozen
class _Plan:
    """The cells and the sums of a class of tables; ``row_of`` gives for each 总计 of a row the parts of its row."""

    cells: Callable[[StatutoryTable], tuple[object, ...]]
    paths: tuple[Path, ...]
    sums: tuple[_Sum, ...]
    row_of: Mapping[int, tuple[int, ...]]
    outcomes_of: Mapping[int, tuple[int, ...]]


def balances(table: StatutoryTable) -> list[Balance]:
    """Work out every sum of ``table``, in printed order of their totals; those without a printed cell are left out.

    Example:
        >>> from govdisclosure import ApplicationsTable2021
        >>> table = ApplicationsTable2021.zeros().replace({"granted.natural_person": 1})
        >>> [one.identity for one in balances(table) if one.standing == "fails"]
        ['I3', 'I2']
    """
    plan = _PLANS.get(type(table)) or _PLANS.setdefault(type(table), _plan(type(table)))
    cells = plan.cells(table)
    values = [cell if isinstance(cell, int) else 0 for cell in cells]
    words = {n for n, cell in enumerate(cells) if isinstance(cell, str) and kind_of(cell) == "text"}
    is_empty = [not isinstance(cell, int) and n not in words for n, cell in enumerate(cells)]
    members: dict[int, tuple[int, ...]] = {}
    for total, row in plan.row_of.items():
        if cells[total] is None:
            values[total] = sum(values[part] for part in row)
            members[total] = row
    found: list[Balance] = []
    for one in plan.sums:
        parts, totals = sum([values[n] for n in one.parts]), sum([values[n] for n in one.totals])
        standing = _standing(one, parts, totals, cells, is_empty, words, members, plan)
        if standing != "silent":
            found.append(
                Balance(
                    one.identity,
                    plan.paths[one.totals[0]],
                    parts,
                    totals,
                    standing,
                    _opened(one, members, plan) if members else one.paths,
                )
            )
    return found


def culprits(table: StatutoryTable, worked_out: Sequence[Balance]) -> tuple[tuple[Culprit, ...], bool]:
    """Name the cells that explain all failing sums of a table, and tell whether that is certain.

    A wrong cell breaks exactly the sums in which it counts, each by the same amount. One cell that explains all is
    certain if no other does; two that share the sums between them are likely, if no other two do. A single failing sum
    has no such explanation: two cells are wrong, or one was misread.

    Example:
        >>> from govdisclosure import ApplicationsTable2021
        >>> table = ApplicationsTable2021.zeros().replace({"granted.natural_person": 1})
        >>> found, is_certain = culprits(table, balances(table))
        >>> [(str(one.path), one.value) for one in found], is_certain
        ([('granted.natural_person', 0)], True)
    """
    failing = frozenset(n for n, one in enumerate(worked_out) if one.standing == "fails")
    if len(failing) < _FEWEST_FAILING:
        return (), False
    counts_in: dict[Path, dict[int, int]] = {}
    for n, one in enumerate(worked_out):
        if one.standing not in ("holds", "fails"):
            continue  # what cannot be judged speaks for no cell, and against none
        for sign, paths in zip((1, -1), one.members, strict=True):
            for path in paths:
                counts_in.setdefault(path, {})[n] = sign
    likely: list[tuple[frozenset[int], Culprit]] = []
    for path, signs in counts_in.items():
        mine = frozenset(signs)
        changes = {sign * worked_out[n].difference for n, sign in signs.items()} if mine <= failing else set[int]()
        if len(changes) == 1 and (value := _count_at(table, path) - changes.pop()) >= 0:
            likely.append((mine, Culprit(path, value)))
    alone = [one for mine, one in likely if mine == failing]
    if alone:
        return ((alone[0],), True) if len(alone) == 1 else ((), False)
    pairs = [
        (one, other)
        for (mine, one), (others, other) in combinations(likely, 2)
        if mine | others == failing and not mine & others
    ]
    return (pairs[0], False) if len(pairs) == 1 else ((), False)


_PLANS: Final[dict[type[StatutoryTable], _Plan]] = {}


def _plan(kind: type[StatutoryTable]) -> _Plan:
    blank = kind()
    paths = tuple(path / name for path, _, row in leaf_rows(blank) for name, _ in labelled(type(row)))
    number = {path: n for n, path in enumerate(paths)}
    found = tuple(
        _Sum(
            one.identity,
            tuple(number[path] for path in one.parts),
            tuple(number[path] for path in one.totals),
            (one.parts, one.totals),
        )
        for one in sums(blank)
    )
    rows = {one.totals[0]: one.parts for one in found if one.identity == "I3"}
    outcomes = {one.totals[0]: one.parts for one in found if one.identity == "I2"}
    return _Plan(attrgetter(*map(str, paths)), paths, found, rows, outcomes)


def _standing(
    one: _Sum,
    parts: int,
    totals: int,
    cells: Sequence[object],
    is_empty: Sequence[bool],
    words: set[int],
    members: Mapping[int, tuple[int, ...]],
    plan: _Plan,
) -> Standing:
    own = one.totals[0]
    # Counts are never below 0: a sum of 0 has no figure but 0 in it.
    parts_are_empty = parts == 0 and all(map(is_empty.__getitem__, one.parts))
    if parts_are_empty and totals == 0 and all(map(is_empty.__getitem__, one.totals)):
        return "silent"
    if words.intersection(one.parts) or words.intersection(one.totals) or _has_words(one, members, words):
        return "text"
    if one.identity in ("I3", "I4") and cells[own] is None:
        return "blank_total"
    is_left_out = one.identity in ("I1", "I2") and cells[own] is None and not members.get(own)
    if is_left_out and any(not is_empty[n] for n in plan.outcomes_of[own]):
        return "blank_total"
    if parts == totals:
        return "holds"
    return "blank_parts" if parts_are_empty else "fails"


def _has_words(one: _Sum, members: Mapping[int, tuple[int, ...]], words: set[int]) -> bool:
    """Tell whether words stand in a row whose sum counts here in place of its blank 总计."""
    return bool(words) and any(words.intersection(members[n]) for n in (*one.parts, *one.totals) if n in members)


def _opened(
    one: _Sum, members: Mapping[int, tuple[int, ...]], plan: _Plan
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The cells that count, the parts of a row in place of its blank 总计."""
    parts, totals = (
        tuple(plan.paths[n] for number in numbers for n in members.get(number, (number,)))
        for numbers in (one.parts, one.totals)
    )
    return parts, totals


def _count_at(table: StatutoryTable, path: Path) -> int:
    value: object = table
    for part in path.parts:
        value = getattr(value, str(part))
    return value if isinstance(value, int) else 0
