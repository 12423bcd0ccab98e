"""Findings as plain text: the verdict first, then each kind of finding once, with the places where it stands."""

from collections.abc import Iterator

from govdisclosure.checks.findings import Finding, Findings, Group
from govdisclosure.checks.rule import Severity
from govdisclosure.messages import reader_locale, text

__all__ = ["findings_to_text"]

_SHOWN = 3


def findings_to_text(findings: Findings, *, locale: str | None = None, notes: bool = True) -> str:
    """Return findings as lines for a reader; like ones are one, with the first places.

    Args:
        findings: what a check found.
        locale: the language; by default the reader's.
        notes: whether notes are shown too.

    Example:
        >>> from govdisclosure.testing.samples import sample
        >>> wrong = sample(changes={"remedies.table.reconsideration.total": 4}).check()
        >>> print(findings_to_text(wrong, locale="en"))
        To correct: 1 errors, 0 warnings, 0 notes.
        <BLANKLINE>
        E ARI004 remedies do not add up
          四、政府信息公开行政复议、行政诉讼情况 › administrative reconsideration › total
            The four results come to 3, the total says 4.
            Law: 国办公开办函〔2019〕60号; 国办公开办函〔2021〕30号
    """
    locale = locale or reader_locale()
    return "\n".join(_lines(findings, locale, notes=notes))


def _lines(findings: Findings, locale: str, *, notes: bool) -> Iterator[str]:
    counts = {"errors": len(findings.errors), "warnings": len(findings.warnings), "notes": len(findings.notes)}
    yield text(f"verdict.{findings.verdict}", locale, **counts)
    for group in findings.groups():
        if notes or group.severity > Severity.NOTE:
            yield ""
            yield from _group_lines(group, locale)
    if findings.unassessed:
        yield ""
        yield text("findings.unassessed", locale, count=len(findings.unassessed))
        for one in findings.unassessed[:_SHOWN]:
            yield f"  {one.code} {one.name(locale)}: {one.message(locale)}"
    for crash in findings.crashes:
        yield ""
        yield text("findings.crashed", locale, rule=crash.code)
        yield from (f"  {line}" for line in crash.traceback.splitlines())


def _group_lines(group: Group, locale: str) -> Iterator[str]:
    first = group.findings[0]
    more = len(group.findings) - 1
    count = text("findings.count", locale, count=more + 1) if more else ""
    yield " ".join(filter(None, (group.severity.letter, group.code, first.title(locale), count)))
    for one in group.findings[:_SHOWN]:
        yield f"  {_where(one, locale)}"
        yield f"    {one.message(locale)}"
    if more >= _SHOWN:
        yield "  " + text("findings.more", locale, count=more + 1 - _SHOWN)
    if first.basis:
        yield "    " + text("findings.basis", locale, basis="; ".join(first.citations()))


def _where(finding: Finding, locale: str) -> str:
    place = f"{finding.place} " if finding.place is not None else ""
    known = f" {text('findings.known', locale)}" if finding.is_known else ""
    return f"{place}{finding.name(locale)}{known}"
