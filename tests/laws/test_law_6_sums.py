"""Law 6: a report that the library totalled has no fault in its sums; one figure changed makes at least one."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from govdisclosure.checks.balance import balances, culprits
from govdisclosure.checks.check import check
from govdisclosure.model.report import Report
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.paths import Path, get
from govdisclosure.testing.tables import applications_tables, remedies_tables

SUMMED = st.one_of(
    applications_tables(consistent=True),
    applications_tables(consistent=True, blank_totals=True),
    remedies_tables(consistent=True),
)


# Twice the examples of the other laws: 1,000 in CI.
MANY = settings(max_examples=2 * settings.default.max_examples) if settings.default else settings()


def report_of(table: StatutoryTable) -> Report:
    return Report.blank("青山镇人民政府", 2024).replace({f"{table.section}.table": table})


def faults(table: StatutoryTable) -> list[str]:
    findings = check(report_of(table), select=["ARI"])
    assert not findings.crashes
    return [one.code for one in findings if one.severity.letter != "N"]


def figures_in_sums(table: StatutoryTable) -> list[Path]:
    """The cells that print a figure, and count in a sum that can be judged."""
    judged = {path for one in balances(table) if one.standing == "holds" for members in one.members for path in members}
    return [cell.path for cell in table.cells() if isinstance(cell.value, int) and cell.path in judged]


@MANY
@given(SUMMED)
def test_a_totalled_table_has_no_fault(table: StatutoryTable) -> None:
    assert faults(table) == []


@MANY
@given(SUMMED, st.data())
def test_one_changed_figure_is_found_and_nothing_else_is_blamed(table: StatutoryTable, data: st.DataObject) -> None:
    cells = figures_in_sums(table)
    assume(cells)
    path = data.draw(st.sampled_from(cells))
    printed = get(table, path)
    other = data.draw(st.integers(0, 10**6).filter(lambda value: value != printed))
    changed = table.replace({path: other})
    found = faults(changed)
    assert found
    assert set(found) <= {"ARI001", "ARI002", "ARI003", "ARI004"}


@given(applications_tables(consistent=True), st.data())
def test_the_certain_fix_is_the_figure_that_was_there(table: StatutoryTable, data: st.DataObject) -> None:
    cells = figures_in_sums(table)
    assume(cells)
    path = data.draw(st.sampled_from(cells))
    changed = table.replace({path: data.draw(st.integers(0, 10**6).filter(lambda value: value != get(table, path)))})
    found, is_certain = culprits(changed, balances(changed))
    assert not is_certain or [(one.path, one.value) for one in found] == [(path, get(table, path))]
