"""Findings as Markdown: for a merge request, an issue, a page of minutes."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from govdisclosure.checks.findings import Finding, Findings
from govdisclosure.messages import reader_locale, text

__all__ = ["findings_to_markdown"]

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|~])")
_COLUMNS: Final = ("severity", "code", "place", "message", "basis")


def findings_to_markdown(found: Mapping[str, Findings], *, locale: str | None = None, notes: bool = True) -> str:
    """Return the findings of several sources, by their names, as a heading, the verdict and a table for each.

    Example:
        >>> from govdisclosure.testing.samples import sample
        >>> wrong = sample(changes={"remedies.table.reconsideration.total": 4}).check()
        >>> print(findings_to_markdown({"青山镇.docx": wrong}, locale="en").splitlines()[0])
        ## 青山镇.docx
    """
    locale = locale or reader_locale()
    return "\n".join(line for source, findings in found.items() for line in _lines(source, findings, locale, notes))


def _lines(source: str, findings: Findings, locale: str, notes: bool) -> Iterator[str]:
    counts = {"errors": len(findings.errors), "warnings": len(findings.warnings), "notes": len(findings.notes)}
    yield f"## {_escaped(source)}"
    yield ""
    yield text(f"verdict.{findings.verdict}", locale, **counts)
    yield ""
    shown = findings.items if notes else (*findings.errors, *findings.warnings)
    if shown:
        yield _row(text(f"findings.column.{column}", locale) for column in _COLUMNS)
        yield _row("---" for _ in _COLUMNS)
        for one in shown:
            yield _row(_cells(one, locale))
        yield ""
    for heading, others in (("findings.unassessed", findings.unassessed), ("findings.suppressed", findings.suppressed)):
        if others:
            yield text(heading, locale, count=len(others))
            yield ""
            for one in others:
                yield f"- {one.code} {_escaped(f'{one.name(locale)}: {one.reason or one.message(locale)}')}"
            yield ""
    for crash in findings.crashes:
        yield text("findings.crashed", locale, rule=_escaped(crash.code))
        yield ""
        yield from (f"    {line}" for line in crash.traceback.splitlines())
        yield ""


def _cells(one: Finding, locale: str) -> Iterator[str]:
    place = f"{one.place} " if one.place is not None else ""
    known = f" {text('findings.known', locale)}" if one.is_known else ""
    yield text(f"severity.{one.severity.value}", locale)
    yield one.code
    yield _escaped(f"{place}{one.name(locale)}")
    yield _escaped(f"{one.title(locale)}{known}: {one.message(locale)}")
    yield _escaped("; ".join(one.citations()))


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(words: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(words.split()))
