"""How findings are given out: as text while they come, as JSON, SARIF, Markdown, or a workbook."""

import json
import sys
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final, Literal, TypeAlias

import click
from attrs import field, frozen

from govdisclosure.checks.findings import Findings
from govdisclosure.checks.many import Checked
from govdisclosure.checks.markdown import findings_to_markdown
from govdisclosure.checks.plain import findings_to_text
from govdisclosure.checks.records import findings_record
from govdisclosure.checks.sarif import findings_to_sarif
from govdisclosure.checks.spreadsheet import findings_to_xlsx
from govdisclosure.cli._terminal import console, harmless
from govdisclosure.errors import ReadError
from govdisclosure.files import replace_file
from govdisclosure.formats.lines import lines_of

__all__ = ["VIEWS", "Show", "View", "view_of"]

View: TypeAlias = Literal["text", "json", "sarif", "markdown", "xlsx"]
VIEWS: Final = ("text", "json", "sarif", "markdown", "xlsx")

_STYLES: Final = {"E ": "bold red", "W ": "bold yellow", "N ": "cyan"}
_NARROWEST: Final = 40
_WIDEST: Final = 120
_GUTTER: Final = 12  # what stands before a line of the source


@frozen
class Show:
    """What every view is told."""

    locale: str
    notes: bool = field(kw_only=True)
    with_baseline: bool = field(kw_only=True)


_Take: TypeAlias = Callable[[Checked], None]


def view_of(view: View, show: Show, output: Path | None) -> AbstractContextManager[_Take]:
    """Return what takes the findings of file after file, and ends with all of them given out.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     with view_of("json", Show("en", notes=True, with_baseline=False), Path(folder, "out.json")) as take:
        ...         take(Checked(Path("a.docx")))
        ...     Path(folder, "out.json").read_text("utf-8").splitlines()[1][:24]
        '{"govdisclosure_findings'
    """
    if output is not None or view in ("sarif", "xlsx"):
        return _together(view, show, output)
    return {"text": _as_text, "json": _as_json, "markdown": _as_markdown}[view](show)


@contextmanager
def _as_text(show: Show) -> Generator[_Take]:
    lines = console()
    width = max(_NARROWEST, min(lines.width, _WIDEST) - _GUTTER)

    def take(one: Checked) -> None:
        lines.print(harmless(str(one.source)), style="bold", soft_wrap=True)
        for line in _text_lines(one, show, width):
            lines.print(f"  {harmless(line)}".rstrip(), style=_STYLES.get(line[:2]), soft_wrap=True)
        lines.print()

    yield take


@contextmanager
def _as_json(show: Show) -> Generator[_Take]:
    """An array, one line a file: it can be read as it comes."""
    taken = 0

    def take(one: Checked) -> None:
        nonlocal taken
        _give((",\n" if taken else "[\n") + _json(one, show))
        taken += 1

    yield take
    _give("\n]\n" if taken else "[]\n")


@contextmanager
def _as_markdown(show: Show) -> Generator[_Take]:
    def take(one: Checked) -> None:
        found = {one.source.as_posix(): one.findings}
        _give(findings_to_markdown(found, locale=show.locale, notes=show.notes) + "\n")

    yield take


@contextmanager
def _together(view: View, show: Show, output: Path | None) -> Generator[_Take]:
    """All at the end: a file is replaced as a whole, or not at all."""
    kept: list[Checked] = []
    yield kept.append
    data = _all(view, show, kept)
    if output is not None:
        replace_file(output, data)
    else:
        _give(data.decode() + "\n")


def _all(view: View, show: Show, kept: list[Checked]) -> bytes:
    found: dict[str, Findings] = {one.source.as_posix(): one.findings for one in kept}
    if view == "xlsx":
        return findings_to_xlsx(found, locale=show.locale, notes=show.notes)
    if view == "sarif":
        return findings_to_sarif(found, locale=show.locale, with_baseline=show.with_baseline).encode()
    if view == "markdown":
        return findings_to_markdown(found, locale=show.locale, notes=show.notes).encode()
    if view == "json":
        return ("[\n" + ",\n".join(_json(one, show) for one in kept) + "\n]\n").encode()
    lines = [line for one in kept for line in (str(one.source), *_text_lines(one, show, _WIDEST - _GUTTER), "")]
    return "\n".join(map(harmless, lines)).encode() + b"\n"


def _json(one: Checked, show: Show) -> str:
    record = findings_record(one.findings, source=one.source.as_posix(), locale=show.locale)
    return json.dumps(record, ensure_ascii=False)


def _text_lines(one: Checked, show: Show, width: int) -> list[str]:
    shown = findings_to_text(
        one.findings, locale=show.locale, notes=show.notes, lines=_lines(one) if one.findings else (), width=width
    )
    return shown.split("\n")


def _lines(one: Checked) -> list[str]:
    """The lines of the source, once more: to keep those of every file would take a lot of memory."""
    try:
        return [*lines_of(one.source.read_bytes(), one.format)]
    except (OSError, ReadError):  # the file is no longer what was read
        return []


def _give(data: str) -> None:
    """Bytes where a program listens: what it gets is UTF-8, whatever the terminal speaks."""
    click.echo(data if sys.stdout.isatty() else data.encode(), nl=False)
