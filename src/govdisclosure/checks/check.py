"""Apply the rules to a report."""

import os
from collections.abc import Iterable, Iterator, Sequence
from traceback import format_exc

from govdisclosure.checks.findings import Crash, Finding, Findings
from govdisclosure.checks.installed import installed_rules, installed_term_lists
from govdisclosure.checks.order import position_of
from govdisclosure.checks.registry import OFF_BY_DEFAULT, RULES
from govdisclosure.checks.rule import Case, Hit, Rule, Saying
from govdisclosure.checks.suppression import Suppression, suppressed
from govdisclosure.checks.term_list import TermList, read_term_list
from govdisclosure.model.report import Report
from govdisclosure.reading import Reading

__all__ = ["check", "check_many"]


def check(
    report: Report | Reading,
    *,
    previous: Report | Reading | None = None,
    reading: Reading | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Sequence[Rule] = (),
    term_lists: Iterable[str | os.PathLike[str] | TermList] = (),
    suppress: Iterable[Suppression] = (),
) -> Findings:
    """Apply every rule to a report. Nothing is changed.

    A rule that fails is told of in the crashes of the findings and stops nothing. Rules of installed packages (entry
    points in the group ``govdisclosure.rules``) are applied too.

    Args:
        report: a report, or the reading of one.
        previous: the same organ's report on the year before, for the rules that compare.
        reading: the reading from which ``report`` came: what could not be read is not blamed, and places are told.
        select: codes, or their first letters, of the only rules to apply; by default all but a few, which must be
            named by their whole codes (``STR010``).
        ignore: codes, or their first letters, of rules to leave out.
        rules: further rules.
        term_lists: further lists of terms, or TOML files that hold one; those of installed packages (entry points in
            the group ``govdisclosure.term_lists``) are used too.
        suppress: findings to be set aside, each with the reason.

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
    further, broken = installed_rules()
    lists, unusable = installed_term_lists()
    given = (one if isinstance(one, TermList) else read_term_list(one) for one in term_lists)
    case = Case(report, before, reading, (*lists, *given))
    found: list[Finding] = []
    unassessed: list[Finding] = []
    crashes = [Crash(name, traceback) for name, traceback in (*broken, *unusable)]
    for rule in _chosen((*RULES.values(), *further, *rules), tuple(select), tuple(ignore)):
        try:
            for saying in rule(case):
                finding = _finding(rule, saying, case)
                (found if finding.outcome == "fails" else unassessed).append(finding)
        except Exception:  # noqa: BLE001  # a rule of somebody else must not stop the others; its traceback is shown
            crashes.append(Crash(rule.code, format_exc()))
    if len(found) > 1:
        found.sort(key=lambda one: position_of(report, one.path))
    findings = Findings(tuple(found), tuple(unassessed), tuple(crashes))
    asides = tuple(suppress)
    return suppressed(findings, asides) if asides else findings


def check_many(
    reports: Iterable[Report | Reading],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Sequence[Rule] = (),
    suppress: Iterable[Suppression] = (),
) -> Iterator[Findings]:
    """Check reports one after the other, each as it comes: a generator may feed any number, none is kept.

    Example:
        >>> from govdisclosure.testing.samples import sample
        >>> [findings.verdict for findings in check_many(sample(year) for year in (2023, 2024))]
        ['passes', 'passes']
    """
    chosen, left_out, asides = tuple(select), tuple(ignore), tuple(suppress)
    for report in reports:
        yield check(report, select=chosen, ignore=left_out, rules=rules, suppress=asides)


def _chosen(rules: Iterable[Rule], select: tuple[str, ...], ignore: tuple[str, ...]) -> Iterator[Rule]:
    for rule in rules:
        is_wanted = not select or rule.code.startswith(select)
        is_off = rule.code in OFF_BY_DEFAULT and rule.code not in select
        if is_wanted and not is_off and not (ignore and rule.code.startswith(ignore)):
            yield rule


def _finding(rule: Rule, saying: Saying, case: Case) -> Finding:
    place = case.reading.place(saying.path) if case.reading is not None else None
    if not isinstance(saying, Hit):
        return Finding(
            rule.code,
            rule.severity,
            saying.path,
            case.report,
            place,
            outcome="not_assessable",
            basis=rule.basis,
            variant=saying.reason,
            words=rule.words,
        )
    return Finding(
        rule.code,
        saying.severity or rule.severity,
        saying.path,
        case.report,
        place,
        saying.expected,
        saying.actual,
        basis=rule.basis,
        facts=tuple(saying.facts.items()),
        variant=saying.variant,
        hints=saying.hints,
        fixes=saying.fixes,
        also=saying.also,
        words=rule.words,
    )
