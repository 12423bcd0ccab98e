"""Findings given out: as text with a mark, JSON by its schema, SARIF, Markdown, a workbook."""

import json
from importlib import import_module
from io import BytesIO

import jsonschema_rs
import pytest
from tests.checks.sarif_schema import SARIF

from govdisclosure import reads
from govdisclosure.checks.baseline import marked
from govdisclosure.checks.check import check
from govdisclosure.checks.excerpt import excerpt
from govdisclosure.checks.findings import Crash, Findings
from govdisclosure.checks.markdown import findings_to_markdown
from govdisclosure.checks.plain import findings_to_text
from govdisclosure.checks.records import findings_record, findings_schema, findings_to_json
from govdisclosure.checks.sarif import findings_to_sarif
from govdisclosure.checks.spreadsheet import findings_to_xlsx
from govdisclosure.checks.suppression import Suppression
from govdisclosure.conventions.width import width
from govdisclosure.messages import LOCALES
from govdisclosure.testing.samples import sample

load_workbook = import_module("openpyxl").load_workbook  # it has no types

PAGE = """青山镇人民政府2024年政府信息公开工作年度报告
四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼
未经复议直接起诉 | 复议后起诉
{outcomes} | {outcomes} | {outcomes}
1 | 0 | 0 | 0 | 3 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0
""".format(outcomes="结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计")


@pytest.fixture
def findings() -> Findings:
    """All that findings can hold: errors, places, fixes, one that is known, one set aside, a crash, one unassessed."""
    changes = {
        "applications.table.refused.enforcement_file.natural_person": 80,
        "applications.table.granted.total": None,
        "remedies.table.reconsideration.total": 4,
        "remedies.table.direct_litigation.total": 1,
    }
    aside = Suppression(code="ARI004", path="remedies.table.direct_litigation", reason="已更正")
    found = check(sample(changes=changes), suppress=[aside])
    found = marked(found, [found[-1].fingerprint])
    return Findings(found.items, found[:1], (Crash("XYZ001", "Traceback …"),), found.suppressed)


@pytest.mark.parametrize("locale", LOCALES)
def test_json_follows_its_schema(findings: Findings, locale: str) -> None:
    validator = jsonschema_rs.validator_for(findings_schema())
    for record in (findings_record(findings, source="a.docx", locale=locale), findings_record(Findings())):
        validator.validate(json.loads(json.dumps(record)))


def test_the_schema_refuses_what_it_does_not_know() -> None:
    record = findings_record(Findings()) | {"more": 1}
    assert not jsonschema_rs.validator_for(findings_schema()).is_valid(record)


def test_json_of_several_sources_is_a_list(findings: Findings) -> None:
    assert [one["source"] for one in json.loads(findings_to_json({"a": findings, "b": findings}))] == ["a", "b"]


@pytest.mark.parametrize("locale", LOCALES)
def test_sarif_follows_the_standard_and_has_no_key_of_its_own(findings: Findings, locale: str) -> None:
    written = findings_to_sarif({"目录/青山镇.html": findings}, locale=locale, with_baseline=True)
    log = json.loads(written)
    jsonschema_rs.validator_for(SARIF, validate_formats=True).validate(log)
    results = log["runs"][0]["results"]
    assert [log["runs"][0]["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] for one in results] == [
        one["ruleId"] for one in results
    ]
    assert {one["baselineState"] for one in results} == {"new", "unchanged"}
    assert [one["suppressions"][0]["justification"] for one in results if "suppressions" in one] == ["已更正"]
    assert all(one["partialFingerprints"]["govdisclosure/v1"] for one in results)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_workbook_has_one_row_a_finding(findings: Findings, locale: str) -> None:
    sheet = load_workbook(BytesIO(findings_to_xlsx({"青山镇.docx": findings}, locale=locale))).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert len(rows) == 1 + len(findings) + len(findings.suppressed)
    assert rows[1][0] == "青山镇人民政府"
    assert rows[1][3] == findings[0].code
    assert 3 in [row[7] for row in rows[1:]]  # a figure, which a workbook can add up
    heights = [float(sheet.row_dimensions[number].height or 0) for number in range(2, len(rows) + 1)]
    assert all(15 <= height <= 400 for height in heights)
    assert max(heights) > 15  # the sentence and the law take several lines


def test_a_workbook_never_takes_text_for_a_formula() -> None:
    report = sample(changes={"issuer": "=1+1", "remedies.table.reconsideration.total": 4})
    sheet = load_workbook(BytesIO(findings_to_xlsx({"=2+2": report.check(select=["ARI"])}))).active
    assert sheet is not None
    assert [cell.data_type for cell in sheet[2][:2]] == ["s", "s"]


def test_markdown_shows_no_markup_of_the_source() -> None:
    report = sample(changes={"remedies.table.reconsideration.total": 4})
    shown = findings_to_markdown({"a|b*c*.md": report.check(select=["ARI"])}, locale="en")
    assert shown.startswith("## a\\|b\\*c\\*.md")
    (row,) = [line for line in shown.splitlines() if "ARI004" in line]
    assert row.count("|") == 6


@pytest.mark.parametrize("locale", LOCALES)
def test_every_view_tells_of_everything(findings: Findings, locale: str) -> None:
    for shown in (findings_to_text(findings, locale=locale), findings_to_markdown({"a": findings}, locale=locale)):
        assert {"ARI002", "ARI003", "ARI004", "ARI007"} <= set(shown.replace("|", " ").split())
        assert "Traceback …" in shown
        assert "已更正" in shown


def test_the_mark_stands_below_the_cell_that_is_meant() -> None:
    reading = reads(PAGE, "text")
    shown = findings_to_text(check(reading, select=["ARI004"]), lines=PAGE.split("\n"), locale="en").split("\n")
    number = next(n for n, line in enumerate(shown) if line.strip().startswith("6 │"))
    line, mark = shown[number : number + 2]
    at = width(mark[: mark.index("^")])
    assert mark.strip().endswith("^")
    assert line[at] == "3"  # half-width figures: cells and characters are the same


def test_many_findings_of_a_kind_are_one_with_the_first_places() -> None:
    rows = ("granted", "partly_granted", "refused.enforcement_file", "unable_to_provide.not_held", "carried_over")
    blank = {f"applications.table.{row}.total": None for row in rows}
    shown = findings_to_text(sample(changes=blank).check(select=["ARI007"]), locale="en")
    assert shown.count("ARI007") == 1
    assert "and 2 more" in shown


@pytest.mark.parametrize(
    ("line", "column", "shown", "before"),
    [
        ("总计 4", 4, "总计 4", 5),
        ("\t总计 4", 5, "总计 4", 5),
        ("", 3, "", 0),
        ("公开" * 20, 1, "公开公开公开公开公…", 0),
        ("公开" * 20, 40, "…公开公开", 7),
    ],
)
def test_an_excerpt_counts_cells(line: str, column: int, shown: str, before: int) -> None:
    assert excerpt(line, column, width=20) == (shown, before)
