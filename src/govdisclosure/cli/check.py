"""``govdisclosure check``: check files and folders by the rules, and show what they find."""

from pathlib import Path

import click

from govdisclosure.cli._checks import FAIL_ON, VIEWS, CheckOrder, View, run_checks
from govdisclosure.cli._options import Choice, WholeNumber, common_options
from govdisclosure.cli._spoken import SpokenCommand
from govdisclosure.messages import text

__all__ = ["command"]

_MOST_JOBS = 256


def command(locale: str) -> click.Command:
    """Return the command, speaking the language of ``locale``.

    Example:
        >>> command("en").name
        'check'
    """

    def callback(
        files: tuple[str, ...],
        previous: str | None,
        format: View,
        output: str | None,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        term_list: tuple[str, ...],
        settings: bool,
        fail_on: str,
        baseline: str | None,
        write_baseline: str | None,
        fix: bool,
        out: str | None,
        notes: bool,
        jobs: int,
        pattern: str | None,
        recursive: bool,
    ) -> int:
        return run_checks(
            CheckOrder(
                locale=locale,
                files=tuple(map(Path, files)),
                previous=_path(previous),
                view=format,
                output=_path(output),
                select=_codes(select),
                ignore=_codes(ignore),
                term_lists=tuple(map(Path, term_list)),
                settings=settings,
                fail_on=fail_on,
                baseline=_path(baseline),
                write_baseline=_path(write_baseline),
                fix=fix,
                out=_path(out),
                notes=notes,
                jobs=jobs,
                pattern=pattern,
                recursive=recursive,
            )
        )

    about = "\n".join((text("cli.check.about", locale), text("cli.check.about_status", locale)))
    return SpokenCommand("check", locale, about=about, params=_parameters(locale), callback=callback)


def _parameters(locale: str) -> list[click.Parameter]:
    return [
        click.Argument(["files"], nargs=-1, required=True, metavar=text("cli.read.files", locale)),
        click.Option(["--previous"], metavar="PATH", help=text("cli.check.previous", locale)),
        click.Option(["--format"], type=Choice(VIEWS, locale), default="text", help=text("cli.check.format", locale)),
        click.Option(["--output"], metavar="FILE", help=text("cli.check.output", locale)),
        click.Option(["--select"], multiple=True, metavar="CODES", help=text("cli.check.select", locale)),
        click.Option(["--ignore"], multiple=True, metavar="CODES", help=text("cli.check.ignore", locale)),
        click.Option(
            ["--fail-on"], type=Choice(FAIL_ON, locale), default="warning", help=text("cli.check.fail_on", locale)
        ),
        click.Option(["--term-list"], multiple=True, metavar="FILE", help=text("cli.check.term_list", locale)),
        click.Option(["--settings/--no-settings"], default=True, help=text("cli.check.settings", locale)),
        click.Option(["--notes/--no-notes"], default=False, help=text("cli.check.notes", locale)),
        click.Option(["--baseline"], metavar="FILE", help=text("cli.check.baseline", locale)),
        click.Option(["--write-baseline"], metavar="FILE", help=text("cli.check.write_baseline", locale)),
        click.Option(["--fix"], is_flag=True, default=False, help=text("cli.check.fix", locale)),
        click.Option(["--out"], metavar="DIR", help=text("cli.check.out", locale)),
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


def _path(given: str | None) -> Path | None:
    return None if given is None else Path(given)


def _codes(given: tuple[str, ...]) -> tuple[str, ...]:
    """Codes may be parted by commas, too."""
    return tuple(code for one in given for code in one.split(",") if code)
