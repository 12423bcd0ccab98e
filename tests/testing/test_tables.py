"""Tables: everything that may be printed, or sums that all hold; checked with arithmetic of the tests' own."""

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

import pytest
from attrs import astuple
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis.strategies import SearchStrategy

from govdisclosure import ApplicantCounts, FreeTable, Money, ProactiveTable2019, RemediesTable
from govdisclosure.model.applications import ApplicationsTable, ApplicationsTable2021
from govdisclosure.model.proactive import ProactiveTable
from govdisclosure.testing import (
    applications_tables,
    changes,
    counts,
    free_tables,
    money_cells,
    proactive_tables,
    remedies_tables,
    tables,
)

T = TypeVar("T")


def found_in(strategy: SearchStrategy[T], condition: Callable[[T], object]) -> T:
    """Find an example and leave it as large as it is: making it small takes most of the time."""
    quick = settings(
        max_examples=500, database=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow]
    )
    return find(strategy, lambda value: bool(condition(value)), settings=quick)


def rows_of(*groups: object) -> Iterable[ApplicantCounts]:
    for group in groups:
        if isinstance(group, ApplicantCounts):
            yield group
        else:
            yield from (getattr(group, name) for name in group.__annotations__)


def figures(row: ApplicantCounts) -> list[int]:
    return [cell if isinstance(cell, int) else 0 for cell in astuple(row)]


def handled(table: ApplicationsTable) -> list[ApplicantCounts]:
    groups = (table.refused, table.unable_to_provide, table.not_processed, table.otherwise)
    return list(rows_of(table.granted, table.partly_granted, *groups))


@given(applications_tables(consistent=True))
def test_rows_columns_and_balance_hold_in_a_consistent_table(table: ApplicationsTable) -> None:
    details = handled(table)
    assert len(details) == (21 if table.edition == "2021" else 19)
    for row in (table.received, table.carried_in, *details, table.handled_total, table.carried_over):
        *parts, total = figures(row)
        assert total == sum(parts)
    columns = list(zip(*map(figures, details), strict=True))
    assert figures(table.handled_total) == [sum(column) for column in columns]
    for received, before, out, left in zip(
        *map(figures, (table.received, table.carried_in, table.handled_total, table.carried_over)), strict=True
    ):
        assert received + before == out + left


@given(applications_tables(consistent=True, blank_totals=True))
def test_detail_rows_may_leave_their_total_blank(table: ApplicationsTable) -> None:
    details = handled(table)
    assert [row.total for row in details] == [None] * len(details)
    *parts, total = figures(table.handled_total)
    assert total == sum(parts) == sum(sum(figures(row)) for row in details)


CONSISTENT: Final[dict[str, Callable[[ApplicationsTable], object]]] = {
    "all four rows": lambda table: table.carried_over.total and table.carried_in.total and table.handled_total.total,
    "blank cells": lambda table: any(cell.kind == "blank" for cell in table.cells()) and table.received.total,
    "huge figures": lambda table: isinstance(table.received.total, int) and table.received.total > 10**12,
}


@pytest.mark.parametrize("trait", CONSISTENT)
def test_consistent_tables_have(trait: str) -> None:
    assert CONSISTENT[trait](found_in(applications_tables(consistent=True), CONSISTENT[trait]))


@given(proactive_tables("2019", consistent=True))
def test_a_consistent_table_of_2019_contradicts_itself_nowhere(table: ProactiveTable) -> None:
    assert isinstance(table, ProactiveTable2019)
    for documents in (table.rules, table.normative_documents):
        assert (documents.disclosed_total or 0) >= (documents.disclosed or 0)  # type: ignore[operator]  # figures only
    for items in (table.licensing, table.other_services, table.penalties, table.compulsory_measures, table.fees):
        assert (items.previous_items or 0) + (items.change or 0) >= 0  # type: ignore[operator]  # figures only


@given(tables(consistent=True))
def test_consistent_tables_hold_figures_and_blanks_only(
    table: ProactiveTable | ApplicationsTable | RemediesTable,
) -> None:
    assert {cell.kind for cell in table.cells() if "extra_rows" not in cell.path.parts} <= {"figure", "zero", "blank"}


@given(applications_tables("2019"), proactive_tables("2021"))
def test_an_edition_is_kept_to(applications: ApplicationsTable, proactive: ProactiveTable) -> None:
    assert (applications.edition, proactive.edition) == ("2019", "2021")


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_either_edition_is_drawn(edition: str) -> None:
    assert found_in(applications_tables(), lambda table: table.edition == edition).edition == edition


@pytest.mark.parametrize("kind", ["figure", "zero", "blank", "mark", "text"])
def test_an_arbitrary_table_holds_cells_of_every_kind(kind: str) -> None:
    found = found_in(remedies_tables(), lambda table: any(cell.kind == kind for cell in table.cells()))
    assert kind in {cell.kind for cell in found.cells()}


def test_arbitrary_tables_have_wrong_sums() -> None:
    def is_wrong(table: RemediesTable) -> bool:
        figures = [cell for cell in astuple(table.reconsideration) if isinstance(cell, int)]
        return len(figures) == 5 and sum(figures[:4]) != figures[4]

    assert is_wrong(found_in(remedies_tables(), is_wrong))


def test_cells_reach_their_limits() -> None:
    assert found_in(counts(), lambda cell: isinstance(cell, int) and cell > 10**14)
    assert found_in(changes(), lambda cell: isinstance(cell, int) and cell < -(10**14))
    assert str(found_in(money_cells(), lambda cell: isinstance(cell, Money) and str(cell).endswith("0亿元"))).endswith(
        "0亿元"
    )


@pytest.mark.parametrize("hostile", [False, True])
def test_extra_rows_are_drawn(hostile: bool) -> None:
    assert found_in(proactive_tables(hostile=hostile), lambda table: len(table.extra_rows) == 2).extra_rows


def test_hostile_tables_of_applications_have_extra_rows_too() -> None:
    found = found_in(applications_tables("2021", hostile=True), lambda table: bool(table.extra_rows))
    assert isinstance(found, ApplicationsTable2021)
    assert found.extra_rows


@given(free_tables())
def test_an_ordinary_free_table_has_a_head_and_rows(table: FreeTable) -> None:
    assert len(table.rows) > 1
    assert table.rows[0][0].text == "渠道"


HOSTILE: Final[dict[str, Callable[[FreeTable], object]]] = {
    "a cell that spans both ways": lambda table: any(
        cell.rowspan > 1 and cell.colspan > 1 for row in table.rows for cell in row
    ),
    "one blank cell": lambda table: [[cell.text for cell in row] for row in table.rows] == [[""]],
    "a bar": lambda table: any("|" in cell.text for row in table.rows for cell in row),
}


@pytest.mark.parametrize("trait", HOSTILE)
def test_hostile_free_tables_have(trait: str) -> None:
    assert HOSTILE[trait](found_in(free_tables(hostile=True), HOSTILE[trait]))


@given(free_tables(hostile=True))
def test_no_row_of_a_free_table_is_spanned_away(table: FreeTable) -> None:
    assert all(table.rows)
