"""The sums of the tables: what fails, what explains it, and what nobody can judge."""

from collections.abc import Iterator

import pytest

from govdisclosure import Report, reads
from govdisclosure.checks.check import check
from govdisclosure.checks.fixes import apply_fixes
from govdisclosure.checks.rule import Case, Hit, Saying, Severity, rule
from govdisclosure.model.cells import Printed
from govdisclosure.paths import ROOT
from govdisclosure.testing.samples import codes, sample

RECEIVED = "applications.table.received"
GRANTED = "applications.table.granted"
RECONSIDERATION = "remedies.table.reconsideration"


def arithmetic(changes: dict[str, object], *, previous: Report | None = None) -> list[str]:
    return [code for code in codes(changes, previous=previous) if code.startswith("ARI")]


def test_a_clean_report_has_no_finding() -> None:
    assert codes({}) == []
    assert codes({}, year=2019) == []


def test_one_wrong_cell_is_named_and_the_fix_is_certain() -> None:
    wrong = sample(changes={f"{GRANTED}.natural_person": 80})
    findings = check(wrong)
    assert [one.code for one in findings] == ["ARI003", "ARI002"]
    assert {str(one.fix.path) if one.fix else "" for one in findings} == {f"{GRANTED}.natural_person"}
    assert apply_fixes(wrong, findings) == sample()


def test_two_wrong_cells_are_likely_and_never_mended() -> None:
    wrong = sample(changes={f"{GRANTED}.natural_person": 80, "applications.table.carried_in.commercial": 5})
    findings = check(wrong)
    assert {len(one.fixes) for one in findings} == {2}
    assert [one.fix for one in findings if one.fix is not None] == []
    assert apply_fixes(wrong, findings) is wrong


def test_a_sum_that_fails_alone_has_no_fix() -> None:
    assert all(one.fixes == () for one in check(sample(changes={f"{RECEIVED}.total": 14, f"{RECEIVED}.other": 1})))


def test_partly_granted_counted_twice_is_said() -> None:
    changes = {"applications.table.handled_total.natural_person": 10, "applications.table.handled_total.total": 11}
    found = [one for one in check(sample(changes=changes)) if one.code == "ARI002"]
    assert found
    assert all("ARI005" in one.hints for one in found)


@pytest.mark.parametrize("mark", ["/", "—", "无"])
def test_marks_count_as_nothing(mark: str) -> None:
    assert arithmetic({f"{RECEIVED}.other": Printed(mark)}) == []


def test_words_among_figures_are_not_assessable() -> None:
    findings = check(sample(changes={f"{RECEIVED}.natural_person": Printed("详见附件")}), select=["ARI"])
    assert len(findings) == 0
    assert {one.variant for one in findings.unassessed} == {"text"}
    assert findings.verdict == "not_assessable"


def test_totals_left_blank_in_rows_are_notes_and_break_no_column() -> None:
    rows = ("granted", "partly_granted", "refused.enforcement_file")
    blank: dict[str, object] = {f"applications.table.{row}.total": None for row in rows}
    assert arithmetic(blank) == ["ARI007"] * 3
    assert apply_fixes(sample(changes=blank), check(sample(changes=blank))) == sample()


def test_a_wrong_cell_in_a_row_whose_total_is_blank_is_named_too() -> None:
    findings = check(sample(changes={f"{GRANTED}.total": None, f"{GRANTED}.natural_person": 9}), select=["ARI002"])
    assert {str(one.fix.path) if one.fix else "" for one in findings} == {f"{GRANTED}.natural_person"}


@pytest.mark.parametrize("total", [None, 0])
def test_a_blank_group_of_remedies_is_silent(total: int | None) -> None:
    parts = {f"{RECONSIDERATION}.{name}": None for name in ("upheld", "corrected", "other", "pending")}
    assert arithmetic({**parts, f"{RECONSIDERATION}.total": total}) == []


def test_a_total_over_blank_parts_is_not_assessable() -> None:
    names = ("upheld", "corrected", "other", "pending")
    findings = check(sample(changes={f"{RECONSIDERATION}.{name}": None for name in names}), select=["ARI"])
    assert [one.variant for one in findings.unassessed] == ["blank_parts"]


def test_requests_carried_in_that_went_nowhere_are_said_once() -> None:
    report = Report.blank("青山镇人民政府", 2024).replace(
        {"applications.table.carried_in.natural_person": 2, "applications.table.handled_total.natural_person": 0}
    )
    findings = check(report, select=["ARI001"])
    assert [one.hints for one in findings if "natural" in str(one.path)] == [("ARI008",)]
    assert [one.fixes for one in findings if one.fixes] == []  # any of three cells may be the wrong one


def test_what_a_reading_could_not_place_is_not_blamed() -> None:
    page = "四、政府信息公开行政复议、行政诉讼情况\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计\n1 | 2 | 3 |\n"
    assert len(check(reads(page, "text"), select=["ARI"])) == 0


@rule("XYZ001", severity=Severity.NOTE, looks_at="report")
def fails(case: Case) -> Iterator[Saying]:
    yield Hit(ROOT, expected=1 // len(case.report.attachments))


def test_a_rule_that_fails_stops_nothing() -> None:
    findings = check(sample(changes={f"{RECONSIDERATION}.total": 4}), rules=[fails])
    assert [one.code for one in findings] == ["ARI004"]
    assert [(one.code, "ZeroDivisionError" in one.traceback) for one in findings.crashes] == [("XYZ001", True)]
