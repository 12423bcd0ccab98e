"""The entry point: chooses the language, finds the command, turns what goes wrong into a sentence and a status."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Final, Protocol, cast

import click

from govdisclosure.cli._options import common_options, version_option, wanted_locale
from govdisclosure.cli._spoken import SpokenGroup
from govdisclosure.cli._usage import usage_sentence
from govdisclosure.errors import GovDisclosureError
from govdisclosure.messages import reader_locale, text

__all__ = ["COMMANDS", "main", "run"]

COMMANDS: Final = {"read": "cli.read.brief", "check": "cli.check.brief"}
"""Every command, with the message that tells of it; the module of that name is imported when it is asked for."""

_NAME: Final = "govdisclosure"
_COMPLETE: Final = "_GOVDISCLOSURE_COMPLETE"  # what a shell sets to ask for completions

_USAGE: Final = 2
_INTERRUPTED: Final = 130  # 128 and the number of the signal, as shells have it
_NOBODY_READS: Final = 141


def main() -> None:
    """Run the command line and leave with its status.

    Example:
        >>> import sys
        >>> sys.argv = ["govdisclosure", "read", "no_such_file.html"]
        >>> main()
        Traceback (most recent call last):
        SystemExit: 1
    """
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line on ``arguments`` and return its status.

    0: all was done; 1: some file could not be read or written; 2: wrong usage.

    Example:
        >>> run(["read", "no_such_file.html"])
        1
    """
    locale = wanted_locale(arguments) or reader_locale()
    try:
        _show_any_character()
        status = _run(_program(locale), [*arguments])
        sys.stdout.flush()
    except click.exceptions.Exit as wanted:
        return wanted.exit_code
    except click.ClickException as error:
        click.echo(usage_sentence(error, locale), err=True)
        return _USAGE
    except GovDisclosureError as error:
        click.echo(error.message(locale), err=True)
        return 1
    except BrokenPipeError:
        _let_go_of_stdout()
        return _NOBODY_READS
    except (click.Abort, KeyboardInterrupt):
        click.echo(text("cli.interrupted", locale), err=True)
        return _INTERRUPTED
    return status


def _run(program: SpokenGroup, arguments: list[str]) -> int:
    """Do what click's own ``main`` does; that one has an ending of its own for a closed pipe and for Ctrl-C."""
    if instruction := os.environ.get(_COMPLETE):
        from click.shell_completion import shell_complete

        return shell_complete(program, {}, _NAME, _COMPLETE, instruction)
    with program.make_context(_NAME, arguments) as context:
        status: int | None = program.invoke(context)
    return status or 0


class _CommandModule(Protocol):
    """A command is a module with this function."""

    def command(self, locale: str) -> click.Command: ...


def _program(locale: str) -> SpokenGroup:
    def load(name: str) -> click.Command:
        # The table above names only such modules.
        return cast("_CommandModule", import_module(f"govdisclosure.cli.{name}")).command(locale)

    return SpokenGroup(
        _NAME,
        locale,
        about=text("cli.about", locale),
        briefs={name: text(brief, locale) for name, brief in COMMANDS.items()},
        load=load,
        params=[version_option(locale), *common_options(locale)],
    )


def _show_any_character() -> None:
    """A name or a mark that the terminal has no character for must not stop the work."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _let_go_of_stdout() -> None:
    """Nobody reads any more (``| head``): what Python still has to write at its end goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
