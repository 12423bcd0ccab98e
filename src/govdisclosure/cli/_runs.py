"""The four things that reading comes to: a summary, a list, a report on stdout, files in a folder."""

import sys
from collections.abc import Callable, Generator
from concurrent.futures import BrokenExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import click
from attrs import frozen

from govdisclosure.cli._listing import Tally, failure_line, line_of, show_tally
from govdisclosure.cli._outputs import Kind, converted, overwritten, planned, write_reading
from govdisclosure.cli._sources import sources_of, spelled_out
from govdisclosure.cli._summary import note_lines, show_summary
from govdisclosure.cli._terminal import console, error_sentence, harmless, listing_console, watched
from govdisclosure.errors import CarryError, GovDisclosureError
from govdisclosure.files import read
from govdisclosure.folders import Outcome, read_files
from govdisclosure.formats.registry import FormatName
from govdisclosure.messages import text
from govdisclosure.reading import Reading

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["Order", "run_order"]

_STDIN: Final = Path("-")


@frozen(kw_only=True)
class Order:
    """What a person asked for; the names are those of the options."""

    locale: str
    files: tuple[Path, ...]
    kind: Kind | None
    out: Path | None
    format: FormatName | None
    year: int | None
    issuer: str | None
    convert: Literal["libreoffice"] | None
    notes: bool | None
    jobs: int
    pattern: str | None
    recursive: bool


def run_order(order: Order) -> int:
    """Do it, and return 0 where every file was read and written, else 1."""
    _check(order)
    sources = [*sources_of(order.files, pattern=order.pattern, recursive=order.recursive, out=order.out)]
    if not sources:
        click.echo(text("cli.no_files", order.locale, folder=harmless(", ".join(map(str, order.files)))), err=True)
        return 1
    try:
        if order.out is not None and order.kind is not None:
            return _write(order, order.out, order.kind, sources)
        if len(sources) > 1 or order.files[0].is_dir():
            return _list(order, sources)
        return _show(order, sources[0])
    except BrokenExecutor:
        click.echo(text("cli.helper_lost", order.locale), err=True)
        return 1


def _check(order: Order) -> None:
    """Refuse what cannot be done, before any work."""
    context = click.get_current_context()
    is_one = len(order.files) == 1 and not order.files[0].is_dir()
    if order.kind is not None and order.out is None and not is_one:
        raise click.UsageError(text("cli.usage.needs_out", order.locale), context)
    if order.out is not None and order.out.exists() and not order.out.is_dir():
        raise click.UsageError(text("cli.usage.out_is_file", order.locale, out=order.out), context)
    if _STDIN in order.files and (not is_one or order.out is not None):
        raise click.UsageError(text("cli.usage.stdin_alone", order.locale), context)


def _outcomes(order: Order, sources: list[Path]) -> Generator[Outcome]:
    from govdisclosure.cli._pool import helpers

    with helpers(order.jobs) as executor:
        yield from read_files(
            sources,
            executor=executor,
            format=order.format,
            year=order.year,
            issuer=order.issuer,
            convert=order.convert,
        )


def _show(order: Order, source: Path) -> int:
    """One file: its summary, or the report in another format."""
    given = sys.stdin.buffer if source == _STDIN else source
    try:
        reading = read(given, order.format, year=order.year, issuer=order.issuer, convert=order.convert)
        data = None if order.kind is None else converted(reading, order.kind)
    except GovDisclosureError as error:
        click.echo(error_sentence(str(source), error, order.locale), err=True)
        return 1
    if data is None:
        show_summary(reading, console(), order.locale, notes=order.notes is not False)
        return 0
    click.echo(data if sys.stdout.isatty() else data.encode(), nl=False)  # in a file: UTF-8, whatever the terminal has
    _tell_of_notes(order, reading)
    return 0


def _tell_of_notes(order: Order, reading: Reading) -> None:
    """Notes go beside the report, never into it, and are not passed over without a word."""
    if not reading.notes or order.kind == "reading" or order.notes is False:
        return
    if order.notes:
        lines = [*note_lines(reading.notes, order.locale)]
    else:
        lines = [text("cli.notes_hidden", order.locale, count=len(reading.notes))]
    click.echo("\n".join(lines), err=True)


def _list(order: Order, sources: list[Path]) -> int:
    """Many files: a line for each, and what they come to."""

    def show(source: Path, reading: Reading, lines: "Console") -> None:
        lines.print(line_of(source, reading), soft_wrap=True)

    return _each(order, sources, show)


def _write(order: Order, out: Path, kind: Kind, sources: list[Path]) -> int:
    """Write each file in another format."""
    plan = planned(sources, spelled_out(order.files), out, kind)
    if (source := overwritten(plan)) is not None:
        sentence = text("cli.usage.overwrites", order.locale, source=harmless(str(source)))
        raise click.UsageError(sentence, click.get_current_context())

    def save(source: Path, reading: Reading, _: "Console") -> None:
        write_reading(reading, kind, plan[source])

    return _each(order, sources, save)


def _each(order: Order, sources: list[Path], use: "Callable[[Path, Reading, Console], None]") -> int:
    errors = console(stderr=True)
    lines = listing_console(errors)
    tally = Tally()
    with closing(_outcomes(order, sources)) as outcomes:
        for outcome in watched(outcomes, len(sources), errors):
            failure: GovDisclosureError | OSError | None = outcome.error
            if outcome.reading is not None:
                try:
                    use(outcome.source, outcome.reading, lines)
                except BrokenPipeError:  # nobody reads the lines any more
                    raise
                except (CarryError, OSError) as error:
                    failure = error
            if failure is not None:
                errors.print(failure_line(outcome.source, failure, order.locale), soft_wrap=True)
            tally.add(outcome.reading, failure)
            if order.notes and outcome.reading is not None:
                for line in note_lines(outcome.reading.notes, order.locale):
                    lines.print(f"  {outcome.source}:{line}", soft_wrap=True)
    totals = console()
    if order.out is None or order.notes or tally.failed:
        totals.print()  # lines stand above
    show_tally(tally, totals, order.locale)
    return int(tally.failed > 0)
