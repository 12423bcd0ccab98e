"""Statutory tables: with any cell that may be printed, or with figures of which every sum holds."""

from collections.abc import Iterator, Mapping
from itertools import cycle
from typing import Final, TypeAlias, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from govdisclosure.model.applications import ApplicationsTable, ApplicationsTable2019, ApplicationsTable2021
from govdisclosure.model.cells import Count, ExtraRow
from govdisclosure.model.label import Holds, Role, labelled
from govdisclosure.model.proactive import ProactiveTable, ProactiveTable2019, ProactiveTable2021
from govdisclosure.model.remedies import RemediesTable
from govdisclosure.model.statutory import EditionName, StatutoryTable
from govdisclosure.model.sums import counted, leaf_rows
from govdisclosure.paths import Path, get
from govdisclosure.testing._draws import one_of_many, short
from govdisclosure.testing.cells import changes, counts, money_cells, sums_of_money
from govdisclosure.testing.hostile import hostile_lines

__all__ = ["applications_tables", "proactive_tables", "remedies_tables", "tables"]

TableT = TypeVar("TableT", bound=StatutoryTable)
OtherT = TypeVar("OtherT", bound=StatutoryTable)

_Column: TypeAlias = tuple[Path, Holds]


# Small enough that 24 rows of six of them stay figures when they are added up.
_LARGEST_PART: Final = 10**12
_OTHER_LABELS: Final = ("其他主动公开文件", "重大建设项目（新增）", "政府采购", "备注")


def proactive_tables(
    edition: EditionName | None = None, *, consistent: bool = False, hostile: bool = False
) -> SearchStrategy[ProactiveTable]:
    """Return tables of 主动公开政府信息情况 (table 二), of one edition or of either.

    With ``consistent`` they hold figures and blanks only, and nothing that contradicts itself: no more disclosed in
    the year than in all, no fewer items than none. With ``hostile`` extra rows have hostile texts.

    Example:
        >>> from hypothesis import find
        >>> find(proactive_tables("2021"), lambda table: True)
        <ProactiveTable2021: 0 of 10 cells filled>
    """
    of_2021 = _tables(ProactiveTable2021, consistent=consistent, hostile=hostile)
    of_2019 = _tables(ProactiveTable2019, consistent=consistent, hostile=hostile)
    return _either(edition, of_2021, of_2019.map(_plausible) if consistent else of_2019)


def applications_tables(
    edition: EditionName | None = None,
    *,
    consistent: bool = False,
    blank_totals: bool = False,
    hostile: bool = False,
) -> SearchStrategy[ApplicationsTable]:
    """Return tables of 收到和处理政府信息公开申请情况 (table 三), of one edition or of either.

    With ``consistent`` every sum holds (I1, I2 and I3), all totals printed; with ``blank_totals`` as well, the 总计 of
    the detail rows are left blank, as many offices do.

    Example:
        >>> from hypothesis import find
        >>> table = find(applications_tables("2019", consistent=True), lambda table: True)
        >>> table.totalled() == table
        True
    """
    of_2021 = _tables(ApplicationsTable2021, consistent=consistent, hostile=hostile)
    of_2019 = _tables(ApplicationsTable2019, consistent=consistent, hostile=hostile)
    if not consistent:
        return _either(edition, of_2021, of_2019)
    return _either(edition, _balanced(of_2021, blank_totals), _balanced(of_2019, blank_totals))


def remedies_tables(*, consistent: bool = False, hostile: bool = False) -> SearchStrategy[RemediesTable]:
    """Return tables of 行政复议、行政诉讼情况 (table 四); with ``consistent`` every 总计 is the sum of its parts (I4).

    Example:
        >>> from hypothesis import find
        >>> find(remedies_tables(), lambda table: True)
        <RemediesTable: 0 of 15 cells filled>
    """
    found = _tables(RemediesTable, consistent=consistent, hostile=hostile)
    return found.map(RemediesTable.totalled) if consistent else found


def tables(
    edition: EditionName | None = None, *, consistent: bool = False, hostile: bool = False
) -> SearchStrategy[ProactiveTable | ApplicationsTable | RemediesTable]:
    """Return statutory tables of every kind.

    Example:
        >>> from hypothesis import find
        >>> find(tables(), lambda table: len(list(table.cells())) == 175)
        <ApplicationsTable2021: 0 of 175 cells filled>
    """
    return st.one_of(
        remedies_tables(consistent=consistent, hostile=hostile),
        proactive_tables(edition, consistent=consistent, hostile=hostile),
        applications_tables(edition, consistent=consistent, hostile=hostile),
    )


def _either(
    edition: EditionName | None, of_2021: SearchStrategy[TableT], of_2019: SearchStrategy[OtherT]
) -> SearchStrategy[TableT | OtherT]:
    if edition is None:
        return st.one_of(of_2021, of_2019)
    return of_2021 if edition == "2021" else of_2019


def _tables(kind: type[TableT], *, consistent: bool, hostile: bool) -> SearchStrategy[TableT]:
    """Fill a table by repeating a few cells over it, and then change a few: drawing all 175 would be slow to shrink."""
    cells = _figures() if consistent else _anything()
    columns = _columns(kind, sums=not consistent)
    patterns = {holds: st.lists(cell, min_size=1, max_size=9) for holds, cell in cells.items()}
    filled = st.fixed_dictionaries(patterns).map(lambda d: _repeated(columns, d))
    changed = st.one_of(
        [
            st.tuples(one_of_many(paths), cell)
            for holds, cell in cells.items()
            if (paths := [path for path, held in columns if held == holds])
        ]
    )
    parts = st.tuples(filled, st.lists(changed, max_size=8), _extra_rows(kind, hostile=hostile))
    return short(parts).map(lambda d: kind().replace({**d[0], **dict(d[1]), Path(("extra_rows",)): d[2]}))


def _columns(kind: type[StatutoryTable], *, sums: bool) -> list[_Column]:
    return [
        (path / name, label.holds)
        for path, above, row in leaf_rows(kind())
        for name, label in labelled(type(row))
        if sums or Role.SUM not in (above.role, label.role)
    ]


def _rows(table: StatutoryTable) -> Iterator[tuple[Path, object]]:
    return ((path, row) for path, _, row in leaf_rows(table))


def _repeated(columns: list[_Column], patterns: Mapping[str, list[object]]) -> dict[Path, object]:
    supply = {holds: cycle(pattern) for holds, pattern in patterns.items()}
    return {path: next(supply[holds]) for path, holds in columns}


def _anything() -> dict[str, SearchStrategy[object]]:
    return {"count": counts(), "change": changes(), "money": money_cells()}


def _figures() -> dict[str, SearchStrategy[object]]:
    few, many = st.integers(0, 99), st.integers(0, _LARGEST_PART)
    return {
        "count": st.one_of(st.none(), few, many),
        "change": st.one_of(st.none(), st.integers(-9, 9), many),
        "money": st.one_of(st.none(), sums_of_money()),
    }


def _extra_rows(kind: type[StatutoryTable], *, hostile: bool) -> SearchStrategy[tuple[ExtraRow, ...]]:
    """Rows that the form does not have; a real one prints them in table 二, of four or five columns."""
    if kind.shape != "bands" and not hostile:
        return st.just(())
    places = ["", *(str(path) for path, _ in _rows(kind()))]
    if kind.shape == "groups":  # all groups stand in one printed row: the only places are before and after it
        places = [places[0], places[-1]]
    text = hostile_lines() if hostile else st.sampled_from(("0", "3", "/", "186"))
    label = hostile_lines() if hostile else st.sampled_from(_OTHER_LABELS)
    others = st.lists(st.one_of(st.just(""), text) if hostile else text, min_size=0 if hostile else 3, max_size=3)
    row = st.tuples(one_of_many(places), label, others).map(lambda d: ExtraRow(d[0], (d[1], *d[2])))
    return st.lists(row, max_size=2).map(lambda rows: tuple(sorted(rows, key=lambda one: places.index(one.after))))


def _plausible(table: ProactiveTable2019) -> ProactiveTable2019:
    """Let the total include the year's documents, and no change take away more items than there were."""
    values: dict[Path, object] = {}
    for path, row in _rows(table):
        for above, below, sign in (("disclosed_total", "disclosed", 1), ("change", "previous_items", -1)):
            if hasattr(row, above):
                least = sign * counted(getattr(row, below))
                values[path / above] = max(counted(getattr(row, above)), least)
    return table.replace(values)


def _balanced(found: SearchStrategy[TableT], blank_totals: bool) -> SearchStrategy[TableT]:
    """Give back to 一 what 二 lacks, so that one plus two is what was handled and what is left, column by column."""
    balanced = found.map(_balance)
    return balanced.map(_without_totals) if blank_totals else balanced


def _balance(table: TableT) -> TableT:
    roles = _by_role(table)
    values: dict[Path, Count] = {}
    for column in _parts(table):
        leaving = [_cell(table, path / column) for role in (Role.OUTCOME, Role.OUT) for path in roles[role]]
        received, carried_in = (path / column for path in roles[Role.IN])
        due, came = sum(map(counted, leaving)), _cell(table, carried_in)
        values[carried_in] = None if came is None else min(counted(came), due)
        values[received] = due - counted(values[carried_in]) if any(cell is not None for cell in leaving) else None
        values[roles[Role.OUT][0] / column] = None
        if values[received] is None:
            values[carried_in] = None
    return table.replace(values).totalled(carry_over=True)


def _without_totals(table: TableT) -> TableT:
    total = next(name for name, label in labelled(type(next(_rows(table))[1])) if label.role is Role.SUM)
    return table.replace({path / total: None for path in _by_role(table)[Role.OUTCOME]})


def _by_role(table: StatutoryTable) -> dict[Role, list[Path]]:
    return {role: [path for path, label, _ in leaf_rows(table) if label.role is role] for role in Role}


def _parts(table: StatutoryTable) -> list[str]:
    return [name for name, label in labelled(type(next(_rows(table))[1])) if label.role is Role.PART]


def _cell(table: StatutoryTable, path: Path) -> object:
    return get(table, path)
