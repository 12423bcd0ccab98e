"""Many files, a line each, and what they come to."""

from collections import Counter
from typing import TYPE_CHECKING, Final

from attrs import Factory, define

from govdisclosure.cli._summary import count_lines, editions
from govdisclosure.cli._terminal import error_sentence, harmless
from govdisclosure.conventions.width import pad
from govdisclosure.errors import GovDisclosureError
from govdisclosure.messages import text

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console
    from rich.text import Text

    from govdisclosure.reading import Reading

__all__ = ["Tally", "line_of", "show_tally"]

_ISSUER: Final = 28
_FAULTS: Final = 3


@define
class Tally:
    """What the files came to: how many were read, why others were not, which notes there are.

    Example:
        >>> tally = Tally()
        >>> tally.read, tally.failed
        (0, 0)
    """

    read: int = 0
    errors: Counter[str] = Factory(Counter[str])
    notes: Counter[str] = Factory(Counter[str])

    @property
    def failed(self) -> int:
        """How many files could not be read or written."""
        return self.errors.total()

    def add(self, reading: "Reading | None", failure: "GovDisclosureError | OSError | None") -> None:
        """Count a file, with its notes where there was no failure."""
        if failure is not None:
            self.errors[failure.code if isinstance(failure, GovDisclosureError) else type(failure).__name__] += 1
        elif reading is not None:
            self.read += 1
            self.notes.update(note.code for note in reading.notes)


def line_of(source: "Path", reading: "Reading") -> "Text":
    """Return the line of a file that was read: year, editions, number of notes, issuer, path."""
    from rich.text import Text

    report = reading.report
    line = Text("✓ ", style="green", no_wrap=True, overflow="ignore")
    line.append(pad(str(report.year or "—"), 6), style="bold default")
    line.append(pad(editions(report), 11), style="default")
    line.append(pad(str(len(reading.notes)), 4, "right"), style="yellow" if reading.notes else "default")
    line.append("  " + pad(harmless(report.issuer or "—"), _ISSUER), style="default")
    line.append("  " + harmless(str(source)), style="dim default")
    return line


def failure_line(source: "Path", failure: "GovDisclosureError | OSError", locale: str) -> "Text":
    """Return the line of a file that could not be read, or written."""
    from rich.text import Text

    sentence = (
        error_sentence(str(source), failure, locale)
        if isinstance(failure, GovDisclosureError)
        else harmless(text("cli.cannot_write", locale, source=source, cause=failure))
    )
    first, *others = sentence.split("\n")
    if len(others) > _FAULTS:
        others = [*others[:_FAULTS], text("cli.more_faults", locale, count=len(others) - _FAULTS)]
    sentence = "\n    ".join([first, *others])
    return Text(f"✗ {sentence}", style="red", overflow="ignore")


def show_tally(tally: Tally, console: "Console", locale: str) -> None:
    """Print what the files came to."""
    from rich.text import Text

    console.print(Text(text("cli.tally", locale, read=tally.read, failed=tally.failed), style="bold"))
    if tally.errors:
        console.print("", text("cli.tally.errors", locale), *count_lines(tally.errors, "red"), sep="\n")
    if tally.notes:
        console.print("", text("cli.tally.notes", locale), *count_lines(tally.notes), sep="\n")
