"""What checking comes to: findings shown, written as data, kept as a baseline, mended into new files."""

import sys
from collections.abc import Generator, Mapping
from concurrent.futures import BrokenExecutor
from contextlib import closing
from pathlib import Path
from typing import Final, Literal

import click
from attrs import Factory, define, frozen

from govdisclosure.checks.baseline import Baseline, marked, read_baseline, write_baseline
from govdisclosure.checks.check import check
from govdisclosure.checks.findings import Findings
from govdisclosure.checks.fixes import apply_fixes
from govdisclosure.checks.plain import findings_to_text
from govdisclosure.checks.records import findings_to_json
from govdisclosure.checks.rule import Severity
from govdisclosure.checks.sarif import findings_to_sarif
from govdisclosure.cli._listing import failure_line
from govdisclosure.cli._sources import sources_of
from govdisclosure.cli._terminal import console, harmless, watched
from govdisclosure.files import write
from govdisclosure.folders import Outcome, read_files
from govdisclosure.messages import text
from govdisclosure.model.report import Report
from govdisclosure.reading import Reading

__all__ = ["FAIL_ON", "VIEWS", "CheckOrder", "View", "run_checks"]

View = Literal["text", "json", "sarif"]
VIEWS: Final = ("text", "json", "sarif")
FAIL_ON: Final = ("error", "warning", "note", "never")

_FOUND: Final = 1
_UNREAD: Final = 2


@frozen(kw_only=True)
class CheckOrder:
    """What a person asked for; the names are those of the options."""

    locale: str
    files: tuple[Path, ...]
    previous: Path | None
    view: View
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str
    baseline: Path | None
    write_baseline: Path | None
    fix: bool
    out: Path | None
    notes: bool
    jobs: int
    pattern: str | None
    recursive: bool


@define
class _Tally:
    checked: int = 0
    unread: int = 0
    worst: int = -1
    findings: dict[str, Findings] = Factory(dict[str, Findings])

    def add(self, source: Path, findings: Findings, *, keep: bool) -> None:
        """Count a file; its findings are kept only where they are written together at the end."""
        self.checked += 1
        self.worst = max([self.worst, *(one.severity.rank for one in findings if not one.is_known)])
        if keep:
            self.findings[str(source)] = findings


def run_checks(order: CheckOrder) -> int:
    """Do it, and return 0 where nothing is found, 1 where something is, 2 where a file could not be read."""
    if order.fix != (order.out is not None):
        raise click.UsageError(text("cli.usage.fix_needs_out", order.locale), click.get_current_context())
    sources = [*sources_of(order.files, pattern=order.pattern, recursive=order.recursive, out=order.out)]
    if not sources:
        click.echo(text("cli.no_files", order.locale, folder=harmless(", ".join(map(str, order.files)))), err=True)
        return _UNREAD
    known = read_baseline(order.baseline) if order.baseline is not None else {}
    before = _previous(order)
    try:
        tally = _each(order, sources, known, before)
    except BrokenExecutor:
        click.echo(text("cli.helper_lost", order.locale), err=True)
        return _UNREAD
    if order.write_baseline is not None:
        write_baseline(order.write_baseline, tally.findings)
    _finish(order, tally)
    if tally.unread:
        return _UNREAD
    least = {one.value: one.rank for one in Severity}.get(order.fail_on)
    return _FOUND if least is not None and tally.worst >= least else 0


def _each(order: CheckOrder, sources: list[Path], known: Baseline, before: Mapping[str, Report]) -> _Tally:
    errors, lines, tally = console(stderr=True), console(), _Tally()
    keep = order.view != "text" or order.write_baseline is not None
    with closing(_outcomes(order, sources)) as outcomes:
        for outcome in watched(outcomes, len(sources), errors):
            if outcome.reading is None:
                tally.unread += 1
                if outcome.error is not None:
                    errors.print(failure_line(outcome.source, outcome.error, order.locale), soft_wrap=True)
                continue
            findings = _checked(order, outcome.reading, before)
            findings = marked(findings, known.get(str(outcome.source), ()))
            tally.add(outcome.source, findings, keep=keep)
            if order.view == "text":
                lines.print(harmless(str(outcome.source)), style="bold", soft_wrap=True)
                for line in findings_to_text(findings, locale=order.locale, notes=order.notes).split("\n"):
                    lines.print(f"  {harmless(line)}".rstrip(), soft_wrap=True)
                lines.print()
            if order.out is not None:
                _write_fixed(order, outcome.source, outcome.reading, findings, order.out)
    return tally


def _checked(order: CheckOrder, reading: Reading, before: Mapping[str, Report]) -> Findings:
    previous = before.get(reading.report.issuer or "") or before.get("")
    return check(reading, previous=previous, select=order.select, ignore=order.ignore)


def _previous(order: CheckOrder) -> dict[str, Report]:
    """Last year's reports by their issuers; a single file is that of every report."""
    if order.previous is None:
        return {}
    found: dict[str, Report] = {}
    for source in sources_of([order.previous], pattern=order.pattern, recursive=order.recursive, out=None):
        for outcome in read_files([source]):
            if outcome.reading is not None:
                report = outcome.reading.report
                found["" if order.previous.is_file() else report.issuer or str(source)] = report
            elif outcome.error is not None:
                click.echo(outcome.error.message(order.locale), err=True)
    return found


def _outcomes(order: CheckOrder, sources: list[Path]) -> Generator[Outcome]:
    from govdisclosure.cli._pool import helpers

    with helpers(order.jobs) as executor:
        yield from read_files(sources, executor=executor)


def _write_fixed(order: CheckOrder, source: Path, reading: Reading, findings: Findings, out: Path) -> None:
    """Write the mended report beside the others as JSON: what a source looked like is not made up."""
    fixed = apply_fixes(reading.report, findings)
    if fixed is reading.report:
        return
    out.mkdir(parents=True, exist_ok=True)
    place = out / f"{source.name}.json"
    write(fixed, place)
    click.echo(text("cli.check.fixed", order.locale, source=source, place=place), err=True)


def _finish(order: CheckOrder, tally: _Tally) -> None:
    if order.view == "json":
        _give(findings_to_json(tally.findings, locale=order.locale, indent=1))
    elif order.view == "sarif":
        is_marked = order.baseline is not None
        _give(findings_to_sarif(tally.findings, locale=order.locale, with_baseline=is_marked))
    elif tally.checked + tally.unread > 1:
        click.echo(text("cli.check.tally", order.locale, checked=tally.checked, unread=tally.unread))


def _give(data: str) -> None:
    click.echo(data if sys.stdout.isatty() else data.encode())
    if not sys.stdout.isatty():
        click.echo()
