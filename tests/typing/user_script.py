"""What a user writes: every attribute has its type, all the way down to a cell."""

import datetime
from collections.abc import Iterator
from typing import Literal, assert_type

from govdisclosure import (
    ApplicantCounts,
    ApplicationsTable2019,
    ApplicationsTable2021,
    ExtraRow,
    FreeTable,
    FurtherSection,
    Money,
    Picture,
    Printed,
    ProactiveTable2019,
    ProactiveTable2021,
    RemediesTable,
    RemedyOutcomes,
    Report,
    Section,
    SignOff,
    Subsection,
    TableCell,
    TableSection,
)
from govdisclosure.model.applications import Refused
from govdisclosure.model.listing import CellRecord, CellRow
from govdisclosure.model.proactive import FeeAmount, IssuanceCounts


def build() -> Report:
    """Build a report from strings, lists and tables."""
    applications = ApplicationsTable2021(
        received=ApplicantCounts(natural_person=3),
        granted=ApplicantCounts(natural_person=2),
        refused=Refused(state_secret=ApplicantCounts(commercial=0, other=Printed("/"))),
    )
    return Report(
        issuer="青山镇人民政府",
        year=2024,
        preamble="根据要求，编制本报告。",
        overview=Section(
            blocks=["全年公开信息12条。", Picture("tu.png"), FreeTable([["渠道", TableCell("条数", colspan=1)]])],
            subsections=[Subsection("主动公开情况", "第一段。\n第二段。"), Subsection("平台建设", number="（三）")],
        ),
        proactive=ProactiveTable2021(
            rules=IssuanceCounts(0, 0, 0),
            fees=FeeAmount(Money("0.04")),
            extra_rows=(ExtraRow("fees", ["其他", "3"]),),
        ),
        applications=TableSection(table=applications.totalled(carry_over=True), blocks="该部分以表格形式报告。"),
        remedies=RemediesTable.zeros(),
        problems="一是时效不足。",
        other_matters=["无。"],
        further_sections=[FurtherSection("附则", after="other_matters")],
        sign_off=SignOff("青山镇人民政府", "2025年1月20日"),
    )


def read(report: Report) -> None:
    """Read what stands in it, by attribute."""
    assert_type(report.year, int | None)
    assert_type(report.title, str | None)
    assert_type(report.sign_off.date, datetime.date | None)
    assert_type(report.overview.subsections[0].blocks, tuple[str | FreeTable | Picture, ...])
    assert_type(report.proactive.table, ProactiveTable2019 | ProactiveTable2021 | None)
    assert_type(report.remedies, TableSection[RemediesTable])
    table = report.applications.expect(ApplicationsTable2021)
    assert_type(table, ApplicationsTable2021)
    assert_type(table.edition, Literal["2021"])
    assert_type(table.refused.state_secret, ApplicantCounts)
    assert_type(table.refused.state_secret.natural_person, int | Printed | None)
    assert_type(table.totalled(), ApplicationsTable2021)
    assert_type(table.replace({"granted.total": 2}), ApplicationsTable2021)
    assert_type(ApplicationsTable2019.zeros(), ApplicationsTable2019)
    assert_type(report.proactive.expect(ProactiveTable2021).fees.amount, Money | Printed | None)
    assert_type(report.at("year"), object)
    assert_type(report.replace({"year": 2023}), Report)
    assert_type(report.cells(), Iterator[CellRecord])
    assert_type(report.to_rows(), list[CellRow])
    assert_type(report.to_rows()[0].value, int | None)
    if report.remedies.table is not None:
        assert_type(report.remedies.table.reconsideration, RemedyOutcomes)


def narrow(report: Report) -> str:
    """Tell the editions apart by their classes."""
    table = report.applications.table
    match table:
        case ApplicationsTable2021():
            assert_type(table.otherwise.other, ApplicantCounts)
            return "2021"
        case ApplicationsTable2019():
            assert_type(table.otherwise, ApplicantCounts)
            return "2019"
        case None:
            return ""
