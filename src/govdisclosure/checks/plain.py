"""Findings as plain text: the verdict first, then each kind of finding once, with the places where it stands."""

from collections.abc import Iterator, Sequence
from typing import Final

from govdisclosure.checks.excerpt import excerpt
from govdisclosure.checks.findings import Finding, Findings, Group
from govdisclosure.checks.severity import Severity
from govdisclosure.document import Place
from govdisclosure.messages import reader_locale, text

__all__ = ["findings_to_text"]

_SHOWN: Final = 3
_LONGEST: Final = 60
_LONG_ENOUGH: Final = 3  # characters that are looked for on further lines of a paragraph
_FURTHER: Final = 12


def findings_to_text(
    findings: Findings,
    *,
    locale: str | None = None,
    notes: bool = True,
    lines: Sequence[str] = (),
    width: int = 80,
) -> str:
    """Return findings as lines for a reader; like ones are one, with the first places.

    Args:
        findings: what a check found.
        locale: the language; by default the reader's.
        notes: whether notes are shown too.
        lines: the lines of the source, to show the one that is meant with a mark below the place.
        width: how many cells such a line may take.

    Example:
        >>> from govdisclosure.testing.samples import sample
        >>> wrong = sample(changes={"remedies.table.reconsideration.total": 4}).check()
        >>> print(findings_to_text(wrong, locale="en"))
        To correct: 1 errors, 0 warnings, 0 notes.
        <BLANKLINE>
        E ARI004 remedies do not add up
          四 remedies › administrative reconsideration › total
            The four results come to 3, the total says 4.
          Law: 国办公开办函〔2019〕60号; 国办公开办函〔2021〕30号
          To mend: Go over the four results and the total: either may be the wrong one.
    """
    return "\n".join(_Page(locale or reader_locale(), lines, width).of(findings, notes=notes))


class _Page:
    """What is the same on every line: the language, the source, the width."""

    def __init__(self, locale: str, lines: Sequence[str], width: int) -> None:
        self.locale = locale
        self.lines = lines
        self.width = width

    def of(self, findings: Findings, *, notes: bool) -> Iterator[str]:
        counts = {"errors": len(findings.errors), "warnings": len(findings.warnings), "notes": len(findings.notes)}
        yield text(f"verdict.{findings.verdict}", self.locale, **counts)
        for group in findings.groups():
            if notes or group.severity > Severity.NOTE:
                yield ""
                yield from self._group(group)
        if findings.unassessed:
            yield ""
            yield from self._others("findings.unassessed", findings.unassessed)
        if findings.suppressed:
            yield ""
            yield from self._others("findings.suppressed", findings.suppressed)
        for crash in findings.crashes:
            yield ""
            yield text("findings.crashed", self.locale, rule=crash.code)
            yield from (f"  {line}" for line in crash.traceback.splitlines())

    def _group(self, group: Group) -> Iterator[str]:
        first, more = group.findings[0], len(group.findings) - 1
        count = text("findings.count", self.locale, count=more + 1) if more else ""
        yield " ".join(filter(None, (group.severity.letter, group.code, first.title(self.locale), count)))
        for one in group.findings[:_SHOWN]:
            yield from self._finding(one)
        if more >= _SHOWN:
            yield "  " + text("findings.more", self.locale, count=more + 1 - _SHOWN)
        if first.basis:
            yield "  " + text("findings.basis", self.locale, basis="; ".join(first.citations()))
        yield "  " + text("findings.mend", self.locale, mend=first.mend(self.locale))

    def _finding(self, one: Finding) -> Iterator[str]:
        known = f" {text('findings.known', self.locale)}" if one.is_known else ""
        yield f"  {_where(one.place)}{one.name(self.locale)}{known}".rstrip()
        yield from self._source(one)
        yield f"    {one.message(self.locale)}"
        if one.fix is not None and not one.hints:
            yield "    " + text("findings.fix", self.locale, value=_short(str(one.fix.value)))

    def _source(self, one: Finding) -> Iterator[str]:
        """The line that is meant, and the mark."""
        place = one.place
        if place is None or not 0 < place.line <= len(self.lines):
            return
        at, column = _printed_at(self.lines, place, one.actual)
        line, before = excerpt(self.lines[at - 1], column, width=self.width)
        if line:
            number = str(at)
            yield f"    {number} │ {line}"
            yield f"    {' ' * len(number)} │ {' ' * before}^"

    def _others(self, heading: str, found: Sequence[Finding]) -> Iterator[str]:
        yield text(heading, self.locale, count=len(found))
        for one in found[:_SHOWN]:
            yield f"  {one.code} {one.name(self.locale)}: {one.reason or one.message(self.locale)}"


def _where(place: Place | None) -> str:
    """Line and column, or the address where a format has no lines; the elements of a page are no help to a reader."""
    if place is None:
        return ""
    return f"{place.line}:{place.column} " if place.address.startswith("/") else f"{place} "


def _printed_at(lines: Sequence[str], place: Place, printed: object) -> tuple[int, int]:
    """Line and column where what is printed begins, if it can be found: some places mean a whole row or paragraph."""
    words = str(printed) if isinstance(printed, int | str) else ""
    is_long = len(words) >= _LONG_ENOUGH and not isinstance(printed, int)
    for number in range(place.line, min(len(lines), place.line + (_FURTHER if is_long else 1)) + 1):
        start = place.column - 1 if number == place.line else 0
        here = lines[number - 1][start:]
        if words and here.count(words) == 1:
            return number, start + here.index(words) + 1
    return place.line, place.column


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"
