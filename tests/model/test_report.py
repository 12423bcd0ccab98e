"""A report: building it, what it refuses by name, and changing it."""

import datetime
from collections.abc import Mapping

import pytest
from hypothesis import given

from govdisclosure import (
    ApplicationsTable2019,
    ApplicationsTable2021,
    Attachment,
    ConstructionError,
    FurtherSection,
    PathError,
    Preamble,
    ProactiveTable2019,
    ProactiveTable2021,
    RemediesTable,
    Report,
    Section,
    SignOff,
    Subsection,
    TableSection,
)
from govdisclosure.model.sections import SECTION_NAMES
from govdisclosure.testing import reports

ISSUER = "青山镇人民政府"


def made(**fields: object) -> Report:
    """Build a report whatever the types say, as a caller without a checker does."""
    arguments: dict[str, object] = {"issuer": ISSUER, "year": 2024, **fields}
    return Report(**arguments)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_sections_are_built_from_plain_strings_and_tables() -> None:
    report = Report(
        issuer=ISSUER,
        year=2024,
        preamble="根据要求，编制本报告。",
        overview="第一段。\n第二段。",
        proactive=ProactiveTable2021(),
        remedies="没有。",
        problems=["一是时效不足。"],
        other_matters=Section(blocks="无。", title="其他需要报告事项"),
    )
    assert report.preamble == Preamble(["根据要求，编制本报告。"])
    assert report.overview == Section(blocks=["第一段。", "第二段。"])
    assert report.proactive == TableSection(table=ProactiveTable2021())
    assert report.applications == TableSection.absent()
    assert report.remedies == TableSection(blocks=["没有。"])
    assert report.problems.blocks == ("一是时效不足。",)
    assert report.title == "青山镇人民政府2024年政府信息公开工作年度报告"


def test_an_issuer_or_a_year_that_is_not_known_leaves_the_title_open() -> None:
    assert Report(issuer=None, year=2024).title is None
    assert Report(issuer=ISSUER, year=None).title is None
    assert Report(issuer=ISSUER, year=2024, title=None).title is None


def test_a_report_asks_for_issuer_and_year() -> None:
    with pytest.raises(TypeError, match="issuer"):
        Report(year=2024)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    with pytest.raises(TypeError, match="isuer"):
        Report(isuer=ISSUER, year=2024)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


@pytest.mark.parametrize(
    "year", [2007, 2100, 0, -1, 2024.0, True, "2024", pytest.param(10**5000, id="thousands of digits")]
)
def test_no_year_of_a_report(year: int) -> None:
    with pytest.raises(ConstructionError) as caught:
        Report(issuer=ISSUER, year=year)
    assert (caught.value.code, caught.value.facts["field"]) == ("bad_year", "year")


@pytest.mark.parametrize("issuer", ["", " ", " 青山镇", "青山镇\n人民政府", 3])
def test_no_issuer(issuer: str) -> None:
    with pytest.raises(ConstructionError, match=r"Report\.issuer"):
        Report(issuer=issuer, year=2024)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"overview": None}, "overview"),
        ({"overview": 3}, "overview"),
        ({"overview": TableSection.absent()}, "overview"),
        ({"overview": RemediesTable()}, "overview"),
        ({"problems": Subsection("标题")}, "problems"),
        ({"proactive": None}, "proactive"),
        ({"proactive": Section()}, "proactive"),
        ({"proactive": ["段落。"]}, "proactive"),
        ({"proactive": RemediesTable()}, "proactive.table"),
        ({"applications": ProactiveTable2019()}, "applications.table"),
        ({"remedies": TableSection(table=ApplicationsTable2021())}, "remedies.table"),
        ({"preamble": None}, "preamble"),
        ({"preamble": Section()}, "preamble"),
        ({"sign_off": ISSUER}, "sign_off"),
        ({"sign_off": None}, "sign_off"),
        ({"attachments": "统计表"}, "attachments"),
        ({"attachments": None}, "attachments"),
        ({"attachments": ["统计表"]}, "attachments[0]"),
        ({"further_sections": "附则"}, "further_sections"),
        ({"further_sections": [Section()]}, "further_sections[0]"),
        ({"title": ""}, "title"),
        ({"title": 3}, "title"),
    ],
)
def test_a_wrong_part_is_refused_by_the_name_of_its_field(fields: Mapping[str, object], field: str) -> None:
    with pytest.raises(ConstructionError) as caught:
        made(**fields)
    assert caught.value.facts["owner"] == "Report"
    assert caught.value.facts["field"] == field


@pytest.mark.parametrize("date", [datetime.datetime(2025, 1, 20, 9, tzinfo=datetime.UTC), 20250120, 2025.1])
def test_a_date_is_a_date(date: datetime.date) -> None:
    with pytest.raises(ConstructionError, match=r"SignOff\.date"):
        SignOff(ISSUER, date)


@pytest.mark.parametrize("text", ["", "明年", "2025年2月30日", "2025-13-01"])
def test_a_text_without_a_real_day_is_refused(text: str) -> None:
    with pytest.raises(ConstructionError, match=r"SignOff\.date"):
        SignOff(ISSUER, text)


def test_a_date_is_read_from_text() -> None:
    assert SignOff(ISSUER, "2025 年 1 月 20 日").date == datetime.date(2025, 1, 20)


@pytest.mark.parametrize("after", ["附则", "", None, "sign_off"])
def test_a_further_section_follows_a_statutory_one(after: str) -> None:
    with pytest.raises(ConstructionError, match=r"FurtherSection\.after"):
        FurtherSection("附则", after=after)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_a_further_section_does_not_follow_one_that_is_absent() -> None:
    with pytest.raises(ConstructionError) as caught:
        made(further_sections=[FurtherSection("附则")])
    assert caught.value.code == "after_absent"


def test_further_sections_stand_in_the_order_of_what_they_follow() -> None:
    last, first = FurtherSection("附则"), FurtherSection("编制说明", after="preamble")
    report = made(other_matters="无。", further_sections=[last, first])
    assert report.further_sections == (first, last)


@pytest.mark.parametrize(
    "fields", [{"blocks": "一。"}, {"title": "概述"}, {"number": "一."}, {"subsections": [Subsection("甲")]}]
)
def test_an_absent_section_is_empty(fields: Mapping[str, object]) -> None:
    with pytest.raises(ConstructionError) as caught:
        Section(present=False, **fields)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert caught.value.code == "absent_with_content"


def test_nothing_follows_a_table_that_is_not_there() -> None:
    with pytest.raises(ConstructionError) as caught:
        TableSection[RemediesTable](blocks_after="以上。")
    assert caught.value.code == "after_no_table"


@pytest.mark.parametrize("before", [-1, 2, True, 0.5])
def test_no_more_subsections_stand_before_the_table_than_there_are(before: int) -> None:
    with pytest.raises(ConstructionError, match="subsections_before_table"):
        TableSection(table=RemediesTable(), subsections=[Subsection("甲")], subsections_before_table=before)


def test_expect_says_which_table_stands_there() -> None:
    section = TableSection(table=ApplicationsTable2019())
    assert section.expect(ApplicationsTable2019) is section.table
    with pytest.raises(PathError, match="ApplicationsTable2019"):
        section.expect(ApplicationsTable2021)


@pytest.mark.parametrize(
    ("year", "proactive", "applications"),
    [(2020, ProactiveTable2019, ApplicationsTable2019), (2021, ProactiveTable2021, ApplicationsTable2021)],
)
def test_a_blank_report_has_the_tables_due_in_its_year(year: int, proactive: type, applications: type) -> None:
    report = Report.blank(ISSUER, year)
    assert type(report.proactive.table) is proactive
    assert type(report.applications.table) is applications
    assert report.remedies.table == RemediesTable()
    assert all(getattr(report, name).present for name in SECTION_NAMES)
    assert report.sign_off == SignOff(ISSUER)


def test_a_blank_report_before_the_first_form_has_no_tables() -> None:
    report = Report.blank(ISSUER, 2015)
    assert [report.proactive.table, report.applications.table, report.remedies.table] == [None, None, None]
    assert report.remedies.present


def test_a_report_mixes_editions() -> None:
    report = made(proactive=ProactiveTable2021(), applications=ApplicationsTable2019())
    assert report.proactive.table is not None
    assert report.applications.table is not None
    assert (report.proactive.table.edition, report.applications.table.edition) == ("2021", "2019")


def test_replace_sets_many_parts_at_once() -> None:
    report = Report.blank(ISSUER, 2024).replace(
        {"overview.blocks": "第一段。", "sign_off.date": "2025年1月20日", "remedies.table.reconsideration.total": 2}
    )
    assert report.overview.blocks == ("第一段。",)
    assert report.sign_off.date == datetime.date(2025, 1, 20)
    assert report.at("remedies.table.reconsideration.total") == 2


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"year": "2024"}, "year"),
        ({"overview": None}, "overview"),
        ({"overview.title": 3}, "title"),
        ({"overview.blocks": 3}, "blocks"),
        ({"sign_off.date": 3}, "date"),
        ({"remedies.table": ProactiveTable2021()}, "remedies.table"),
        ({"remedies.table.reconsideration.upheld": 1.5}, "upheld"),
        ({"remedies.table.reconsideration": 3}, "reconsideration"),
    ],
)
def test_replace_with_a_wrong_value_names_the_field(values: Mapping[str, object], field: str) -> None:
    with pytest.raises(ConstructionError) as caught:
        Report.blank(ISSUER, 2024).replace(values)
    assert caught.value.facts["field"] == field


def test_the_representation_is_one_short_line() -> None:
    report = Report.blank(ISSUER, 2024)
    assert repr(report) == "<Report 青山镇人民政府 2024: 6 of 6 sections, 0 of 200 cells filled>"
    assert repr(Report(issuer=None, year=None)) == "<Report ? ?: 0 of 6 sections, 0 of 0 cells filled>"


def test_a_notebook_shows_the_tables_with_the_title_escaped() -> None:
    shown = made(title="<年报>", remedies=RemediesTable.zeros())._repr_html_()  # pyright: ignore[reportPrivateUsage]
    assert "&lt;年报&gt;" in shown
    assert shown.count("<td") == 15


@given(reports(hostile=True))
def test_a_report_is_made_again_from_its_own_parts(report: Report) -> None:
    assert report.replace({name: report.at(name) for name in ("issuer", *SECTION_NAMES, "further_sections")}) == report


def test_attachments_keep_their_order() -> None:
    found = [Attachment("乙"), Attachment("甲", "jia.xlsx")]
    assert made(attachments=found).attachments == tuple(found)
