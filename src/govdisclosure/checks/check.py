"""Apply the rules to a report."""

from collections.abc import Iterable, Sequence
from traceback import format_exc

from attrs import evolve

from govdisclosure.checks.findings import Crash, Finding, Findings
from govdisclosure.checks.order import position_of
from govdisclosure.checks.registry import RULES
from govdisclosure.checks.rule import Case, Hit, Rule, Saying
from govdisclosure.model.report import Report
from govdisclosure.reading import Reading

__all__ = ["check"]


def check(
    report: Report | Reading,
    *,
    previous: Report | Reading | None = None,
    reading: Reading | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Sequence[Rule] = (),
) -> Findings:
    """Apply every rule to a report. Nothing is changed.

    Args:
        report: a report, or the reading of one.
        previous: the same organ's report on the year before, for the rules that compare.
        reading: the reading from which ``report`` came: what could not be read is not blamed, and places are told.
        select: codes, or their first letters, of the only rules to apply; by default all.
        ignore: codes, or their first letters, of rules to leave out.
        rules: further rules.

    Example:
        >>> report = Report.blank("青山镇人民政府", 2024)
        >>> report = report.replace(
        ...     {"remedies.table.reconsideration.upheld": 2, "remedies.table.reconsideration.total": 3}
        ... )
        >>> [(finding.code, str(finding.path)) for finding in check(report, select=["ARI"])]
        [('ARI004', 'remedies.table.reconsideration.total')]
    """
    if isinstance(report, Reading):
        reading = reading or report
        report = report.report
    before = previous.report if isinstance(previous, Reading) else previous
    case = Case(report, before, reading)
    wanted, unwanted = tuple(select), tuple(ignore)
    found: list[Finding] = []
    unassessed: list[Finding] = []
    crashes: list[Crash] = []
    for rule in (*RULES.values(), *rules):
        if (wanted and not rule.code.startswith(wanted)) or (unwanted and rule.code.startswith(unwanted)):
            continue
        try:
            for saying in rule(case):
                finding = _finding(rule, saying, case)
                (found if finding.outcome == "fails" else unassessed).append(finding)
        except Exception:  # noqa: BLE001  # a rule of somebody else must not stop the others; its traceback is shown
            crashes.append(Crash(rule.code, format_exc()))
    if len(found) > 1:
        found.sort(key=lambda one: position_of(report, one.path))
    return Findings(tuple(found), tuple(unassessed), tuple(crashes))


def _finding(rule: Rule, saying: Saying, case: Case) -> Finding:
    place = case.reading.place(saying.path) if case.reading is not None else None
    finding = Finding(rule.code, rule.severity, saying.path, case.report, place, basis=rule.basis)
    if not isinstance(saying, Hit):
        return evolve(finding, outcome="not_assessable", variant=saying.reason)
    return evolve(
        finding,
        severity=saying.severity or rule.severity,
        expected=saying.expected,
        actual=saying.actual,
        facts=tuple(saying.facts.items()),
        variant=saying.variant,
        hints=saying.hints,
        fixes=saying.fixes,
    )
