"""The sums that the statutory tables ask for, found by the roles of their rows and columns."""

from collections.abc import Iterator
from typing import Literal, TypeAlias, TypeVar

from attrs import frozen

from govdisclosure.model.cells import Count, Money
from govdisclosure.model.label import Label, Role, labelled
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.paths import ROOT, Path, get, replaced

__all__ = ["Identity", "Sum", "counted", "leaf_rows", "sums", "totalled", "totalled_row", "zeros"]

T = TypeVar("T")
TableT = TypeVar("TableT", bound=StatutoryTable)

Identity: TypeAlias = Literal["I1", "I2", "I3", "I4"]
"""The rules of arithmetic: I1 收办平衡, I2 办理结果合计, I3 申请人合计, I4 复议诉讼合计."""


@frozen
class Sum:
    """One sum that must hold: the cells of ``parts`` together are the cells of ``totals`` together.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> first = next(sums(RemediesTable()))
        >>> first.identity, [str(path) for path in first.totals]
        ('I4', ['reconsideration.total'])
    """

    identity: Identity
    parts: tuple[Path, ...]
    totals: tuple[Path, ...]


def leaf_rows(table: object, path: Path = ROOT) -> Iterator[tuple[Path, Label, object]]:
    """Yield the rows of figures of a table in printed order, with path, label and value; groups are opened.

    Example:
        >>> from govdisclosure import ApplicationsTable2019, ApplicationsTable2021
        >>> len(list(leaf_rows(ApplicationsTable2021()))), len(list(leaf_rows(ApplicationsTable2019())))
        (25, 23)
    """
    for name, label in labelled(type(table)):
        value: object = getattr(table, name)
        if labelled(type(value))[0][1].holds == "row":
            yield from leaf_rows(value, path / name)
        else:
            yield path / name, label, value


def sums(table: StatutoryTable) -> Iterator[Sum]:
    """Yield every sum that must hold within a table, in printed order of their totals.

    Legal source: the words 总计 on the form, and the sentence printed in the top-left cell of table 三.

    Example:
        >>> from collections import Counter
        >>> from govdisclosure import ApplicationsTable2021
        >>> sorted(Counter(one.identity for one in sums(ApplicationsTable2021())).items())
        [('I1', 7), ('I2', 7), ('I3', 25)]
    """
    all_rows = list(leaf_rows(table))
    has_outcomes = any(label.role is Role.OUTCOME for _, label, _ in all_rows)
    for path, _, value in all_rows:
        yield from _row_sum(path, value, "I3" if has_outcomes else "I4")
    if has_outcomes:
        by_role = {role: [path for path, label, _ in all_rows if label.role is role] for role in Role}
        for name, _ in labelled(type(all_rows[0][2])):
            total = by_role[Role.SUM][0] / name
            yield Sum("I2", tuple(path / name for path in by_role[Role.OUTCOME]), (total,))
            yield Sum("I1", tuple(path / name for path in by_role[Role.IN]), (total, by_role[Role.OUT][0] / name))


def counted(cell: object) -> int:
    """Return what a cell counts in a sum: blanks and marks are 0.

    Example:
        >>> counted(3), counted(None), counted("/")
        (3, 0, 0)
    """
    return cell if isinstance(cell, int) else 0


def totalled(table: TableT, *, carry_over: bool = False) -> TableT:
    """Return ``table`` with its sums computed, as :meth:`StatutoryTable.totalled` says.

    Example:
        >>> from govdisclosure import RemediesTable, RemedyOutcomes
        >>> totalled(RemediesTable(reconsideration=RemedyOutcomes(upheld=2))).reconsideration.total
        2
    """
    for identity in ("I2", "I3", "I4"):
        table = _summed(table, identity)
    return _summed(_carried(table), "I3") if carry_over else table


def totalled_row(row: T) -> T:
    """Return one row with its 总计 computed; unchanged where all parts are blank.

    Example:
        >>> from govdisclosure import RemedyOutcomes
        >>> totalled_row(RemedyOutcomes()).total is None
        True
    """
    for one in _row_sum(ROOT, row, "I3"):
        parts = [get(row, path) for path in one.parts]
        if any(part is not None for part in parts):
            row = replaced(row, {one.totals[0]: sum(map(counted, parts))})
    return row


def zeros(kind: type[TableT]) -> TableT:
    """Return a table of ``kind`` with 0 in every cell.

    Example:
        >>> from govdisclosure import ProactiveTable2021
        >>> str(zeros(ProactiveTable2021).fees.amount)
        '0'
    """
    blank = kind()
    return kind(**{name: _zero(label, getattr(blank, name)) for name, label in labelled(kind)})


def _zero(label: Label, blank: object) -> object:
    if label.holds == "row":
        parts = labelled(type(blank))
        return type(blank)(**{name: _zero(part, getattr(blank, name)) for name, part in parts})
    return Money("0") if label.holds == "money" else 0


def _row_sum(path: Path, value: object, identity: Identity) -> Iterator[Sum]:
    columns = labelled(type(value))
    totals = tuple(path / name for name, label in columns if label.role is Role.SUM)
    if totals:
        yield Sum(identity, tuple(path / name for name, label in columns if label.role is Role.PART), totals)


def _summed(table: TableT, identity: str) -> TableT:
    values: dict[Path, Count] = {}
    for one in sums(table):
        if one.identity == identity:
            parts = [get(table, path) for path in one.parts]
            if any(part is not None for part in parts):
                values[one.totals[0]] = sum(map(counted, parts))
    return replaced(table, values)


def _carried(table: TableT) -> TableT:
    values: dict[Path, Count] = {}
    for one in sums(table):
        if one.identity == "I1" and get(table, one.totals[1]) is None:
            coming = [get(table, path) for path in one.parts]
            left = sum(map(counted, coming)) - counted(get(table, one.totals[0]))
            if left >= 0 and any(cell is not None for cell in coming):
                values[one.totals[1]] = left
    return replaced(table, values)
