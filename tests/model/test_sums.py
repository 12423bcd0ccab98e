"""The sums of the form: which cells they join, and what ``totalled`` computes."""

from collections import Counter

import pytest
from hypothesis import given

from govdisclosure import (
    ApplicantCounts,
    ApplicationsTable2019,
    ApplicationsTable2021,
    ConstructionError,
    Printed,
    ProactiveTable2021,
    RemediesTable,
    RemedyOutcomes,
)
from govdisclosure.model.applications import ApplicationsTable, Refused
from govdisclosure.model.cells import LARGEST_COUNT
from govdisclosure.model.proactive import ProactiveTable
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.model.sums import counted, sums
from govdisclosure.paths import get
from govdisclosure.testing import applications_tables, remedies_tables, tables


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (ApplicationsTable2021(), {"I1": 7, "I2": 7, "I3": 25}),
        (ApplicationsTable2019(), {"I1": 7, "I2": 7, "I3": 23}),
        (RemediesTable(), {"I4": 3}),
        (ProactiveTable2021(), {}),
    ],
)
def test_a_table_has_the_sums_of_the_form(table: StatutoryTable, expected: dict[str, int]) -> None:
    assert Counter(one.identity for one in sums(table)) == expected


def test_handled_total_sums_twenty_one_rows_in_2021_and_nineteen_in_2019() -> None:
    assert {len(one.parts) for one in sums(ApplicationsTable2021()) if one.identity == "I2"} == {21}
    assert {len(one.parts) for one in sums(ApplicationsTable2019()) if one.identity == "I2"} == {19}


def test_one_plus_two_is_three_plus_four() -> None:
    first = next(one for one in sums(ApplicationsTable2021()) if one.identity == "I1")
    assert [str(path) for path in first.parts] == ["received.natural_person", "carried_in.natural_person"]
    assert [str(path) for path in first.totals] == ["handled_total.natural_person", "carried_over.natural_person"]


def test_totalled_fills_the_totals_of_rows_and_seven() -> None:
    table = ApplicationsTable2021(
        received=ApplicantCounts(natural_person=4, commercial=1),
        granted=ApplicantCounts(natural_person=2),
        refused=Refused(state_secret=ApplicantCounts(commercial=1)),
    ).totalled()
    assert table.received.total == 5
    assert table.refused.state_secret.total == 1
    assert table.handled_total == ApplicantCounts(natural_person=2, commercial=1, total=3)
    assert table.carried_over == ApplicantCounts()


def test_totalled_offers_what_is_carried_over() -> None:
    table = ApplicationsTable2021(
        received=ApplicantCounts(4, 1, 0, 0, 0, 0),
        carried_in=ApplicantCounts(1, 0, 0, 0, 0, 0),
        granted=ApplicantCounts(2, 1, 0, 0, 0, 0),
    ).totalled(carry_over=True)
    assert table.carried_over == ApplicantCounts(3, 0, 0, 0, 0, 0, 3)


def test_what_is_carried_over_adds_up_where_a_part_of_it_was_given() -> None:
    table = ApplicationsTable2021(
        received=ApplicantCounts(4, 3), carried_over=ApplicantCounts(natural_person=4)
    ).totalled(carry_over=True)
    assert table.carried_over == ApplicantCounts(natural_person=4, commercial=3, total=7)


def test_more_handled_than_came_leaves_four_blank() -> None:
    table = ApplicationsTable2021(received=ApplicantCounts(1), granted=ApplicantCounts(2)).totalled(carry_over=True)
    assert table.carried_over == ApplicantCounts()


def test_totals_alone_are_added_up() -> None:
    table = ApplicationsTable2021(granted=ApplicantCounts(total=2), partly_granted=ApplicantCounts(total=1)).totalled()
    assert (table.granted.total, table.handled_total) == (2, ApplicantCounts(total=3))


def test_marks_count_as_nothing() -> None:
    assert ApplicantCounts(Printed("/"), 2).totalled().total == 2
    assert RemedyOutcomes(Printed("—")).totalled().total == 0
    assert counted("12") == 0


def test_a_sum_that_is_no_count_any_more_is_an_error() -> None:
    with pytest.raises(ConstructionError, match=r"ApplicantCounts\.total"):
        ApplicantCounts(LARGEST_COUNT, 1).totalled()


@given(tables())
def test_totalled_changes_nothing_that_is_no_sum(
    table: ProactiveTable | ApplicationsTable | RemediesTable,
) -> None:
    changed = {str(path) for one in sums(table) if one.identity != "I1" for path in one.totals}
    try:
        after = table.totalled()
    except ConstructionError:  # the sum of such figures is no count any more
        return
    for old, new in zip(table.cells(), after.cells(), strict=True):
        assert str(old.path) in changed or old == new


@given(applications_tables(consistent=True))
def test_a_consistent_table_keeps_every_sum(table: ApplicationsTable) -> None:
    for one in sums(table):
        assert sum(counted(get(table, path)) for path in one.parts) == sum(
            counted(get(table, path)) for path in one.totals
        )


@given(remedies_tables(consistent=True))
def test_a_consistent_table_of_remedies_keeps_every_sum(table: RemediesTable) -> None:
    for group in (table.reconsideration, table.direct_litigation, table.litigation_after_reconsideration):
        parts = (group.upheld, group.corrected, group.other, group.pending)
        assert counted(group.total) == sum(map(counted, parts))


@given(applications_tables(consistent=True))
def test_totalled_twice_is_totalled_once(table: ApplicationsTable) -> None:
    assert table.totalled(carry_over=True) == table
