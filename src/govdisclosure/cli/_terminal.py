"""What is shown: text that cannot harm a terminal, the consoles, the progress bar. rich is loaded when it is needed."""

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from govdisclosure.errors import GovDisclosureError

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console

__all__ = ["console", "error_sentence", "harmless", "listing_console", "watched"]

# Controls of the terminal, line ends, and the marks that turn the direction of what follows.
_HARMFUL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def harmless(words: str) -> str:
    r"""Return words from a file as a terminal may show them: what would steer it is spelled out.

    Example:
        >>> print(harmless("全年\x1b[2J公开"))
        全年\x1b[2J公开
    """
    return _HARMFUL.sub(lambda found: repr(found.group())[1:-1], words.replace("\n", " ↵ "))


def error_sentence(source: str, error: GovDisclosureError, locale: str) -> str:
    """Return what is wrong with a file, with its whole path: the error itself knows but its name.

    Example:
        >>> from govdisclosure.errors import ReadError
        >>> error_sentence("2024/a.html", ReadError("empty", source="a.html"), "en")
        '2024/a.html is empty. Give a file that holds a report.'
    """
    if "source" in error.facts:
        error = type(error)(error.code, **{**error.facts, "source": source})
    sentence = error.message(locale)
    if source not in sentence:
        between = "\n" if "\n" in sentence else " "
        sentence = f"{source}:{between}{sentence}"
    return "\n".join(harmless(line) for line in sentence.split("\n"))


def console(*, stderr: bool = False) -> "Console":
    """Return the console of stdout or stderr; nothing printed there is read as markup."""
    from rich.console import Console

    class PlainConsole(Console):
        def on_broken_pipe(self) -> None:
            """Leave it to the entry point, which says with what status to end."""
            raise BrokenPipeError

    return PlainConsole(stderr=stderr, markup=False, emoji=False, highlight=False)


def listing_console(errors: "Console") -> "Console":
    """Return where lines go while a bar may stand below them: one terminal wants one writer."""
    lines = console()
    return errors if lines.is_terminal and errors.is_terminal else lines


class _OfAFile(Protocol):
    """What comes of a file, and knows which."""

    @property
    def source(self) -> "Path": ...


T = TypeVar("T", bound=_OfAFile)


def watched(outcomes: Iterator[T], total: int, errors: "Console") -> Iterator[T]:
    """Give the outcomes, with a bar on stderr while they come; without a terminal there is none."""
    if total < 2 or not errors.is_terminal or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.fields[name]}", style="dim"))
    with Progress(*columns, console=errors, transient=True, redirect_stdout=False, redirect_stderr=False) as progress:
        task = progress.add_task("", total=total, name="")
        for outcome in outcomes:
            progress.update(task, advance=1, name=harmless(outcome.source.name))
            yield outcome
