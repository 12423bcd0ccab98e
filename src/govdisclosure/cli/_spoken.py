"""Commands whose help speaks the reader's language, and is laid out by the width of Chinese characters."""

from collections.abc import Callable, Mapping, Sequence
from shutil import get_terminal_size
from typing import Final

import click

from govdisclosure.cli._wrapping import wrapped
from govdisclosure.conventions.width import pad, width
from govdisclosure.messages import text

__all__ = ["SpokenCommand", "SpokenGroup"]

_WIDEST: Final = 100
_NARROWEST: Final = 50
_LONGEST_NAME: Final = 26


class SpokenCommand(click.Command):
    """A command that does the work of ``callback`` with what ``params`` say."""

    def __init__(
        self,
        name: str,
        locale: str,
        *,
        about: str,
        params: list[click.Parameter],
        callback: Callable[..., int] | None = None,
    ) -> None:
        super().__init__(
            name,
            params=params,
            callback=callback,
            help=about,
            add_help_option=False,
            options_metavar=text("cli.help.any_options", locale),
        )
        self._locale = locale

    def get_help(self, ctx: click.Context) -> str:
        """Return the page of help."""
        return _page(self, ctx, self._locale, {})


class SpokenGroup(click.Group):
    """Commands by name, each loaded when it is called: a page of help costs no more than its words."""

    def __init__(
        self,
        name: str,
        locale: str,
        *,
        about: str,
        briefs: Mapping[str, str],
        load: Callable[[str], click.Command],
        params: list[click.Parameter],
    ) -> None:
        super().__init__(
            name,
            params=params,
            help=about,
            add_help_option=False,
            invoke_without_command=True,
            callback=_help_alone,
            options_metavar=text("cli.help.any_options", locale),
            subcommand_metavar=text("cli.help.any_command", locale),
        )
        self._locale = locale
        self._briefs = briefs
        self._load = load

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's)
        """Return the names of the commands."""
        return [*self._briefs]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's)
        """Return a command."""
        return self._load(cmd_name) if cmd_name in self._briefs else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first argument names, or say which there are."""
        if not ctx.resilient_parsing and args[0] not in self._briefs:
            commands = ", ".join(self._briefs)
            ctx.fail(text("cli.usage.no_such_command", self._locale, given=args[0], commands=commands))
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """Return the page of help."""
        return _page(self, ctx, self._locale, self._briefs)


def _help_alone() -> None:
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(2)


def _page(command: click.Command, context: click.Context, locale: str, briefs: Mapping[str, str]) -> str:
    columns = max(_NARROWEST, min(get_terminal_size().columns, _WIDEST)) - 2
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    records = [record for param in command.params if (record := param.get_help_record(context)) is not None]
    options = [record for record in records if record[0].startswith("-")]  # newer clicks list arguments too
    parts = [
        [text("cli.help.usage", locale, usage=usage)],
        [line for paragraph in (command.help or "").splitlines() for line in wrapped(paragraph, columns)],
        _named(text("cli.help.options", locale), options, columns),
    ]
    if briefs:
        parts.append(_named(text("cli.help.commands", locale), [*briefs.items()], columns))
    return "\n\n".join("\n".join(part) for part in parts)


def _named(title: str, rows: Sequence[tuple[str, str]], columns: int) -> list[str]:
    """Set names and what they mean in two columns, below a title."""
    indent = min(max(width(name) for name, _ in rows), _LONGEST_NAME) + 4
    lines = [title]
    for name, meaning in rows:
        first, *others = wrapped(meaning, columns - indent)
        if width(name) + 4 <= indent:
            lines.append(pad(f"  {name}", indent) + first)
        else:
            lines += [f"  {name}", " " * indent + first]
        lines += [" " * indent + other for other in others]
    return lines
