"""Every cell of every table is in ``to_rows``, and data frames take the rows as they are."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import polars as pl
from hypothesis import given, settings

from govdisclosure import ExtraRow, FreeTable, Money, Report, TableCell
from govdisclosure.paths import Path, walk
from govdisclosure.testing import reports

pd: Any = import_module("pandas")  # it comes without types

COLUMNS = ["path", "label", "value", "kind", "text", "unit", "edition"]


def printed_cells(report: Report) -> Iterator[str]:
    """Find the cells in another way than the listing does: whatever stands in a table, as it is printed."""
    for path, value in walk(report):
        *above, last = path.parts
        owner = report.at(Path(tuple(above)))
        if isinstance(owner, TableCell) and last == "text":
            yield str(value)
        elif isinstance(owner, Money) and last == "amount":
            yield str(owner)
        elif "table" in above and not isinstance(owner, Money):
            is_form_only = last in ("edition", "after")
            yield from () if is_form_only else ("" if value is None else str(value),)


@given(reports(hostile=True))
def test_every_cell_is_in_the_rows_once(report: Report) -> None:
    rows = report.to_rows()
    assert sorted(row.text for row in rows) == sorted(printed_cells(report))
    assert len({row.path for row in rows}) == len(rows)


@given(reports())
def test_every_path_leads_to_the_text_of_its_row(report: Report) -> None:
    for row in report.to_rows():
        value = report.at(row.path)
        assert row.text == ("" if value is None else str(value))


@settings(max_examples=50)  # a data frame takes longer than a report
@given(reports(hostile=True))
def test_pandas_takes_the_rows(report: Report) -> None:
    rows = report.to_rows()
    frame = pd.DataFrame(rows, columns=COLUMNS)
    assert frame["text"].tolist() == [row.text for row in rows]
    assert [None if pd.isna(value) else int(value) for value in frame["value"]] == [row.value for row in rows]


@settings(max_examples=50)
@given(reports(hostile=True))
def test_polars_takes_the_rows(report: Report) -> None:
    rows = report.to_rows()
    frame = pl.DataFrame(rows, schema=None if rows else COLUMNS)
    assert frame.rows() == [tuple(row) for row in rows]


def test_polars_takes_a_figure_after_a_hundred_blank_cells() -> None:
    report = Report.blank("青山镇人民政府", 2024).replace({"remedies.table.reconsideration.total": 3})
    frame = pl.DataFrame(report.to_rows())
    assert frame.columns == COLUMNS
    assert frame["value"].sum() == 3


def test_free_tables_and_extra_rows_are_in_the_rows() -> None:
    report = Report.blank("青山镇人民政府", 2020).replace(
        {
            "overview.blocks": [FreeTable([["渠道", "12"]])],
            "proactive.table.extra_rows": (ExtraRow("rules", ("其他", "3")),),
        }
    )
    assert [row.text for row in report.to_rows() if row.text] == ["渠道", "12", "其他", "3"]
