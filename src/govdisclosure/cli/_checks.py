"""What checking comes to: findings shown, written as data, kept as a baseline, mended into new files."""

from collections.abc import Generator
from concurrent.futures import BrokenExecutor
from contextlib import closing
from pathlib import Path
from typing import Final

import click
from attrs import Factory, define, evolve, frozen

from govdisclosure.checks.baseline import Baseline, marked, read_baseline, write_baseline
from govdisclosure.checks.findings import Findings
from govdisclosure.checks.fixes import apply_fixes
from govdisclosure.checks.many import Checked, check_files, issuers_of
from govdisclosure.checks.rule import Severity
from govdisclosure.cli._check_views import VIEWS, Show, View, view_of
from govdisclosure.cli._listing import failure_line
from govdisclosure.cli._sources import sources_of
from govdisclosure.cli._terminal import console, harmless, watched
from govdisclosure.files import write
from govdisclosure.messages import text

__all__ = ["FAIL_ON", "VIEWS", "CheckOrder", "View", "run_checks"]

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
    output: Path | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    term_lists: tuple[Path, ...]
    settings: bool
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
    unassessed: int = 0
    worst: int = -1
    counts: dict[str, int] = Factory(lambda: dict.fromkeys((one.value for one in Severity), 0))
    baseline: dict[str, Findings] = Factory(dict[str, Findings])

    def add(self, findings: Findings) -> None:
        self.checked += 1
        self.unassessed += findings.verdict == "not_assessable"
        for one in findings:
            if not one.is_known:
                self.counts[one.severity.value] += 1
                self.worst = max(self.worst, one.severity.rank)


def run_checks(order: CheckOrder) -> int:
    """Do it, and return 0 where nothing is found, 1 where something is, 2 where a file could not be read."""
    _refuse(order)
    sources = [*sources_of(order.files, pattern=order.pattern, recursive=order.recursive, out=order.out)]
    if not sources:
        click.echo(text("cli.no_files", order.locale, folder=harmless(", ".join(map(str, order.files)))), err=True)
        return _UNREAD
    known: Baseline = {} if order.baseline is None else read_baseline(order.baseline)
    try:
        tally = _each(order, sources, known)
    except BrokenExecutor:
        click.echo(text("cli.helper_lost", order.locale), err=True)
        return _UNREAD
    if order.write_baseline is not None:
        write_baseline(order.write_baseline, tally.baseline)
    if tally.checked + tally.unread > 1:
        counts = {f"{name}s": count for name, count in tally.counts.items()}
        line = text("cli.check.tally", order.locale, checked=tally.checked, unread=tally.unread, **counts)
        click.echo(line, err=order.view != "text")
    if tally.unread:
        return _UNREAD
    least = {one.value: one.rank for one in Severity}.get(order.fail_on)
    return _FOUND if least is not None and tally.worst >= least else 0


def _refuse(order: CheckOrder) -> None:
    """Say at once what cannot be done together."""
    code = (
        "cli.usage.fix_needs_out"
        if order.fix != (order.out is not None)
        else "cli.usage.xlsx_needs_output"
        if order.view == "xlsx" and order.output is None
        else None
    )
    if code is not None:
        raise click.UsageError(text(code, order.locale), click.get_current_context())


def _each(order: CheckOrder, sources: list[Path], known: Baseline) -> _Tally:
    errors, tally = console(stderr=True), _Tally()
    show = Show(order.locale, notes=order.notes, with_baseline=order.baseline is not None)
    with view_of(order.view, show, order.output) as take, closing(_checked(order, sources)) as checked:
        for one in watched(checked, len(sources), errors):
            if one.error is not None:
                tally.unread += 1
                errors.print(failure_line(one.source, one.error, order.locale), soft_wrap=True)
                continue
            findings = marked(one.findings, known.get(_name(one.source), ()))
            tally.add(findings)
            take(evolve(one, findings=findings))
            if order.write_baseline is not None:
                tally.baseline[_name(one.source)] = findings
            if order.out is not None:
                _write_fixed(order, one, order.out)
    return tally


def _checked(order: CheckOrder, sources: list[Path]) -> Generator[Checked]:
    from govdisclosure.cli._pool import helpers

    with helpers(order.jobs) as executor:
        previous: Path | dict[str, Path] | None = order.previous
        if order.previous is not None and order.previous.is_dir():
            last = sources_of([order.previous], pattern=order.pattern, recursive=order.recursive, out=None)
            previous = issuers_of(last, executor=executor)
        yield from check_files(
            sources,
            previous=previous,
            select=order.select,
            ignore=order.ignore,
            term_lists=order.term_lists,
            use_settings=order.settings,
            executor=executor,
        )


def _name(source: Path) -> str:
    """With slashes on every system: a baseline is shared."""
    return source.as_posix()


def _write_fixed(order: CheckOrder, one: Checked, out: Path) -> None:
    """Write the mended report beside the others as JSON: what a source looked like is not made up."""
    if one.report is None:
        return
    fixed = apply_fixes(one.report, one.findings)
    if fixed is one.report:
        return
    out.mkdir(parents=True, exist_ok=True)
    place = out / f"{one.source.name}.json"
    write(fixed, place)
    click.echo(text("cli.check.fixed", order.locale, source=harmless(str(one.source)), place=place), err=True)
