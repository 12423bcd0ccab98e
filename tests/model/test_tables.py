"""The tables as users meet them: building, paths, extra rows, short representations."""

import pytest

from govdisclosure import (
    ApplicantCounts,
    ApplicationsTable2019,
    ApplicationsTable2021,
    ConstructionError,
    ExtraRow,
    Money,
    ProactiveTable2019,
    ProactiveTable2021,
    RemediesTable,
)
from govdisclosure.model.proactive import FeeAmount, IssuanceCounts
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.model.sums import leaf_rows


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        (ApplicationsTable2021, 175),
        (ApplicationsTable2019, 161),
        (ProactiveTable2021, 10),
        (ProactiveTable2019, 22),
        (RemediesTable, 15),
    ],
)
def test_a_table_has_the_cells_of_the_form(kind: type[StatutoryTable], cells: int) -> None:
    assert [cell.kind for cell in kind().cells()] == ["blank"] * cells
    assert [cell.kind for cell in kind.zeros().cells()] == ["zero"] * cells


def test_the_fees_of_a_table_of_zeros_are_money() -> None:
    assert ProactiveTable2021.zeros().fees.amount == Money("0")


def test_rows_stand_in_printed_order() -> None:
    paths = [str(path) for path, _, _ in leaf_rows(ApplicationsTable2021())]
    assert paths[:5] == ["received", "carried_in", "granted", "partly_granted", "refused.state_secret"]
    assert paths[-5:] == [
        "otherwise.not_corrected_in_time",
        "otherwise.fee_unpaid",
        "otherwise.other",
        "handled_total",
        "carried_over",
    ]


def test_the_rows_of_a_table_are_given_by_name_only() -> None:
    with pytest.raises(TypeError):
        ProactiveTable2021(IssuanceCounts())  # type: ignore[call-arg, arg-type]  # pyright: ignore[reportArgumentType, reportCallIssue]


def test_many_cells_are_replaced_at_once_and_the_table_stays() -> None:
    table = ProactiveTable2021(rules=IssuanceCounts(1, 2, 3))
    other = table.replace({"rules.issued": 5, "fees.amount": Money("0.04"), "rules.in_force": None})
    assert (other.rules, other.fees) == (IssuanceCounts(5, 2, None), FeeAmount(Money("0.04")))
    assert table.rules == IssuanceCounts(1, 2, 3)


def test_a_wrong_figure_in_a_replacement_names_the_cell() -> None:
    with pytest.raises(ConstructionError, match=r"ApplicantCounts\.commercial: -2"):
        ApplicationsTable2021().replace({"granted.commercial": -2})


def test_a_row_that_the_form_lacks_follows_one_that_it_has() -> None:
    row = ExtraRow("normative_documents", ("其他主动公开文件", "186", "86", "255"))
    assert ProactiveTable2019(extra_rows=(row,)).extra_rows == (row,)


@pytest.mark.parametrize("after", ["refused", "rules.issued", "overveiw", "extra_rows", "总计"])
def test_an_extra_row_after_no_row_is_refused(after: str) -> None:
    with pytest.raises(ConstructionError) as caught:
        ApplicationsTable2021(extra_rows=(ExtraRow(after, ("其他",)),))
    assert (caught.value.code, caught.value.facts["field"]) == ("no_such_row", "extra_rows[0].after")


def test_extra_rows_stand_in_printed_order() -> None:
    first, last = ExtraRow("", ("甲",)), ExtraRow("fees", ("乙",))
    assert ProactiveTable2021(extra_rows=(first, first, last)).extra_rows == (first, first, last)
    with pytest.raises(ConstructionError) as caught:
        ProactiveTable2021(extra_rows=(last, first))
    assert (caught.value.code, caught.value.facts["field"]) == ("rows_out_of_order", "extra_rows[1]")


@pytest.mark.parametrize("value", [["x"], ("x",), "x", None, 3])
def test_extra_rows_of_another_kind_are_refused(value: object) -> None:
    with pytest.raises(ConstructionError, match=r"RemediesTable\.extra_rows"):
        RemediesTable().replace({"extra_rows": value})


def test_the_representation_is_short() -> None:
    table = ApplicationsTable2021(received=ApplicantCounts(1, 2, 0))
    assert repr(table) == "<ApplicationsTable2021: 3 of 175 cells filled>"


def test_a_notebook_shows_every_cell_of_the_form_escaped() -> None:
    table = ProactiveTable2021.zeros().replace({"extra_rows": (ExtraRow("fees", ("<b>其他</b>", "0")),)})
    shown = table._repr_html_()  # pyright: ignore[reportPrivateUsage]  # the hook that notebooks call
    assert "&lt;b&gt;其他&lt;/b&gt;" in shown
    assert shown.count("<td") == 10
