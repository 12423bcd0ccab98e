"""The options that every command has, and the language, which is needed before there are any commands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import click

from govdisclosure.messages import LOCALES, text

__all__ = ["Choice", "WholeNumber", "common_options", "version_option", "wanted_locale"]

if TYPE_CHECKING:
    ChoiceType = click.Choice[str]
    NumberType = click.ParamType[int]
else:  # generic only in newer clicks
    ChoiceType, NumberType = click.Choice, click.ParamType

_LOCALE: Final = "--locale"


class Choice(ChoiceType):
    """One of some words; what is none of them is refused in the reader's language."""

    def __init__(self, choices: Sequence[str], locale: str) -> None:
        super().__init__(choices)
        self._locale = locale

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word, or refuse it."""
        if value in self.choices:
            return value
        words = ", ".join(self.choices)
        return self.fail(text("cli.usage.no_such_choice", self._locale, value=value, choices=words), param, ctx)


class WholeNumber(NumberType):
    """A whole number in a range; anything else is refused in the reader's language."""

    name = "n"

    def __init__(self, first: int, last: int, locale: str) -> None:
        self._first = first
        self._last = last
        self._locale = locale

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number, or refuse it."""
        given = str(value)
        if given.isdecimal() and len(given) < 10 and self._first <= int(given) <= self._last:
            return int(given)
        sentence = text("cli.usage.no_number", self._locale, value=given, first=self._first, last=self._last)
        return self.fail(sentence, param, ctx)


def common_options(locale: str) -> list[click.Parameter]:
    """Return ``--locale`` and ``--help``; each command has its own, for click shares no parameter."""
    return [
        click.Option(
            [_LOCALE],
            type=Choice(LOCALES, locale),
            expose_value=False,  # it was found before: see wanted_locale
            help=text("cli.option.locale", locale),
        ),
        click.Option(
            ["-h", "--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_help,
            help=text("cli.option.help", locale),
        ),
    ]


def version_option(locale: str) -> click.Option:
    """Return ``--version``."""
    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_version,
        help=text("cli.option.version", locale),
    )


def wanted_locale(arguments: Sequence[str]) -> str | None:
    """Return the language that the arguments ask for, wherever they do; ``None`` where it does not exist."""
    wanted: str | None = None
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        if name == _LOCALE:
            wanted = value if equals else next(iter(arguments[position + 1 :]), None)
    return wanted if wanted in LOCALES else None


def _show_help(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(context.get_help())
        context.exit()


def _show_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"govdisclosure {version('govdisclosure')}")
        context.exit()
