"""``govdisclosure read``: read files and folders, show what they hold, or write it in another format."""

from pathlib import Path
from typing import Literal

import click

from govdisclosure.cli._options import Choice, WholeNumber, common_options
from govdisclosure.cli._outputs import KINDS, Kind
from govdisclosure.cli._runs import Order, run_order
from govdisclosure.cli._spoken import SpokenCommand
from govdisclosure.formats.registry import FORMATS, FormatName
from govdisclosure.messages import text
from govdisclosure.model.report import FIRST_YEAR

__all__ = ["command"]

_LAST_YEAR = 2099
_MOST_JOBS = 256


def command(locale: str) -> click.Command:
    """Return the command, speaking the language of ``locale``.

    Example:
        >>> command("en").name
        'read'
    """

    def callback(
        files: tuple[str, ...],
        to: Kind | None,
        out: str | None,
        format: FormatName | None,
        year: int | None,
        issuer: str | None,
        convert: Literal["libreoffice"] | None,
        notes: bool | None,
        with_notes: bool,
        jobs: int,
        pattern: str | None,
        recursive: bool,
    ) -> int:
        return run_order(
            Order(
                locale=locale,
                files=tuple(Path(file) for file in files),
                kind=_kind(to, out, with_notes=with_notes, locale=locale),
                out=Path(out) if out is not None else None,
                format=format,
                year=year,
                issuer=issuer,
                convert=convert,
                notes=notes,
                jobs=jobs,
                pattern=pattern,
                recursive=recursive,
            )
        )

    return SpokenCommand("read", locale, about=_about(locale), params=_parameters(locale), callback=callback)


def _about(locale: str) -> str:
    return "\n".join(
        (
            text("cli.read.about", locale),
            text("cli.read.about_output", locale),
            text("cli.read.about_status", locale),
        )
    )


def _parameters(locale: str) -> list[click.Parameter]:
    return [
        click.Argument(["files"], nargs=-1, required=True, metavar=text("cli.read.files", locale)),
        click.Option(["--to"], type=Choice(KINDS, locale), help=text("cli.read.to", locale)),
        click.Option(["--out"], metavar="DIR", help=text("cli.read.out", locale)),
        click.Option(["--with-notes"], is_flag=True, default=False, help=text("cli.read.with_notes", locale)),
        click.Option(["--notes/--no-notes"], default=None, help=text("cli.read.notes", locale)),
        click.Option(["--format"], type=Choice([*FORMATS], locale), help=text("cli.read.format", locale)),
        click.Option(
            ["--year"],
            type=WholeNumber(FIRST_YEAR, _LAST_YEAR, locale),
            metavar="YYYY",
            help=text("cli.read.year", locale),
        ),
        click.Option(["--issuer"], metavar="NAME", help=text("cli.read.issuer", locale)),
        click.Option(["--convert"], type=Choice(["libreoffice"], locale), help=text("cli.read.convert", locale)),
        click.Option(["--pattern"], metavar="GLOB", help=text("cli.read.pattern", locale)),
        click.Option(["--recursive/--no-recursive"], default=True, help=text("cli.read.recursive", locale)),
        click.Option(
            ["--jobs"],
            type=WholeNumber(0, _MOST_JOBS, locale),
            default=1,
            metavar="N",
            help=text("cli.read.jobs", locale),
        ),
        *common_options(locale),
    ]


def _kind(to: Kind | None, out: str | None, *, with_notes: bool, locale: str) -> Kind | None:
    """A folder to write to wants JSON, unless something else is said."""
    chosen = to or ("json" if out is not None or with_notes else None)
    if not with_notes:
        return chosen
    if chosen not in {"json", "reading"}:
        raise click.UsageError(text("cli.usage.with_notes", locale, format=chosen), click.get_current_context())
    return "reading"
