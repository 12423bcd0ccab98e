"""One thing changed in a clean report: the rule that is meant for it speaks, and nothing unrelated does."""

from typing import Final

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.laws._clean import clean_reports

from govdisclosure import reads, writes
from govdisclosure.checks.check import check
from govdisclosure.checks.rule import Severity
from govdisclosure.model.report import Report
from govdisclosure.model.sections import SECTION_NAMES
from govdisclosure.paths import Path
from govdisclosure.reading import Reading
from govdisclosure.testing.samples import sample

SUMS: Final = {"ARI001", "ARI002", "ARI003", "ARI004"}


def graves(report: Report | Reading, previous: Report | None = None) -> set[str]:
    """The codes of errors and warnings."""
    findings = check(report, previous=previous)
    assert findings.crashes == ()
    return {one.code for one in findings if one.severity > Severity.NOTE}


@given(clean_reports())
def test_a_clean_report_has_no_error_and_no_warning(report: Report) -> None:
    assert graves(report) == set()


@given(clean_reports())
def test_a_clean_report_is_clean_as_a_file_too(report: Report) -> None:
    assert graves(reads(writes(report, "markdown"), "markdown")) == set()


@given(clean_reports(), st.data())
def test_a_changed_figure(report: Report, data: st.DataObject) -> None:
    cells = [cell for cell in report.cells() if str(cell.path).startswith(("applications", "remedies"))]
    cell = data.draw(st.sampled_from(cells))
    other = data.draw(st.integers(0, 10**5).filter(lambda value: value != cell.value))
    found = graves(report.replace({cell.path: other}))
    assert found & SUMS
    assert found <= SUMS


@given(clean_reports(), st.data())
def test_a_dropped_row(report: Report, data: st.DataObject) -> None:
    lines = writes(report, "markdown").split("\n")
    rows = [n for n, line in enumerate(lines) if "2.重复申请" in line or "8.属于行政查询事项" in line]
    dropped = data.draw(st.sampled_from(rows))
    found = graves(reads("\n".join(lines[:dropped] + lines[dropped + 1 :]), "markdown"))
    assert "TAB003" in found
    assert found <= {"TAB003"} | SUMS


@given(clean_reports(), st.data())
def test_two_swapped_columns(report: Report, data: st.DataObject) -> None:
    names = ("natural_person", "commercial", "research", "public_welfare", "legal_service", "other")
    name = data.draw(st.sampled_from(names))
    table = report.applications.table
    assert table is not None
    cells = {str(cell.path): cell.value for cell in table.cells()}
    swapped: dict[str, object] = {}
    for path, value in cells.items():
        row, _, column = path.rpartition(".")
        if column in (name, "total"):
            other = "total" if column == name else name
            swapped[f"applications.table.{row}.{other}"] = value
    changed = report.replace(swapped)
    assume(changed != report)
    found = graves(changed)
    assert found & SUMS
    assert found <= SUMS


@given(st.integers(2, 5))
def test_a_renumbered_heading(number: int) -> None:
    report = sample(2024)
    name = SECTION_NAMES[number]
    wrong = "一二三四五六七八九"[number + 1]
    assert graves(report.replace({f"{name}.number": f"{wrong}、"})) == {"STR004"}


@given(clean_reports(), clean_reports())
def test_last_years_table_used_again(report: Report, other: Report) -> None:
    table = other.applications.table
    assert table is not None
    assume(sum(cell.value for cell in table.cells() if isinstance(cell.value, int)) >= 5)
    previous = sample(2023, {"applications.table": table})
    found = graves(report.replace({"applications.table": table}), previous)
    assert "YOY003" in found
    assert found <= {"YOY001", "YOY003", "ARI006"}


@given(
    st.sampled_from(
        (
            ("preamble.blocks", ("统计期限自{year}年1月1日起至12月31日止。",)),
            ("overview.blocks", ("{year}年，我镇全面推进政务公开工作。", "考核、评议、追责都已落实。")),
            ("title", "青山镇人民政府{year}年政府信息公开工作年度报告"),
        )
    )
)
def test_a_changed_year(place: tuple[str, str | tuple[str, ...]]) -> None:
    path, words = place
    wrong, right = (
        words.format(year=year) if isinstance(words, str) else tuple(one.format(year=year) for one in words)
        for year in (2023, 2024)
    )
    assert graves(sample(2024, {path: right})) == set()
    assert graves(sample(2024, {path: wrong})) == {"TXT002"}


@given(st.data())
def test_a_split_paragraph(data: st.DataObject) -> None:
    report = sample(2024)
    blocks = [str(one) for one in report.overview.blocks]
    which = data.draw(st.sampled_from(range(len(blocks))))
    commas = [n + 1 for n, char in enumerate(blocks[which]) if char == "，" and 12 <= n < len(blocks[which]) - 2]
    assume(commas)
    at = data.draw(st.sampled_from(commas))
    split = (*blocks[:which], blocks[which][:at], blocks[which][at:], *blocks[which + 1 :])
    assert graves(report.replace({"overview.blocks": split})) == {"TXT004"}


def test_paths_of_findings_lead_somewhere() -> None:
    report = sample(2024, {"applications.table.received.total": 99, "problems.blocks": ("无。",)})
    for one in report.check():
        assert report.at(one.path) is not None or one.path == Path()
