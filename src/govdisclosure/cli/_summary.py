"""What a reading holds, at a glance: who, which year, which editions, how much of it, and every note with its place."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import evolve

from govdisclosure.cli._terminal import harmless
from govdisclosure.cli._wrapping import wrapped
from govdisclosure.editions import EDITIONS
from govdisclosure.messages import text
from govdisclosure.model.sections import SECTION_HEADINGS, SECTION_NAMES, Section, SectionName, TableSection
from govdisclosure.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

    from govdisclosure.model.applications import ApplicationsTable
    from govdisclosure.model.proactive import ProactiveTable
    from govdisclosure.model.prose import Subsection
    from govdisclosure.model.remedies import RemediesTable
    from govdisclosure.model.report import Report
    from govdisclosure.reading import Note, Reading

    _Table: TypeAlias = ProactiveTable | ApplicationsTable | RemediesTable

__all__ = ["count_lines", "editions", "note_lines", "show_summary"]

_LONGEST_RAW: Final = 60
_WIDEST: Final = 100
_KIB: Final = 1024


def show_summary(reading: "Reading", console: "Console", locale: str, *, notes: bool) -> None:
    """Print the summary of a reading; ``notes`` says whether each note is listed too."""
    from rich.text import Text

    report = reading.report
    title = harmless(report.title or text("cli.summary.no_title", locale))
    parts: list[RenderableType] = [
        Text(title, style="bold cyan"),
        "",
        _facts(reading, locale),
        "",
        _sections(report, locale),
        "",
    ]
    if reading.notes:
        title = text("cli.summary.notes", locale, count=len(reading.notes))
        parts += [Text(title, style="bold"), *count_lines(Counter(note.code for note in reading.notes))]
        if notes and console.is_terminal:
            parts += ["", *_listed(reading.notes, min(console.width, _WIDEST), locale)]
    else:
        parts += [text("cli.summary.no_notes", locale)]
    _print(parts, console)
    if notes and reading.notes and not console.is_terminal:
        console.print("", *note_lines(reading.notes, locale), sep="\n", soft_wrap=True)


def editions(report: "Report") -> str:
    """Return the editions of a report's tables; one, as a rule.

    Example:
        >>> from govdisclosure import Report
        >>> editions(Report.blank("青山镇人民政府", 2024)), editions(Report(issuer=None, year=2024))
        ('2021', '—')
    """
    found = {section.table.edition for section in (report.proactive, report.applications) if section.table is not None}
    return "/".join(sorted(found)) or "—"


def note_lines(notes: "Iterable[Note]", locale: str) -> Iterator[str]:
    """Give each note as one line, for a pipe or a file."""
    return (harmless(note.message(locale)) for note in notes)


def count_lines(counts: "Counter[str]", style: str = "cyan") -> "Iterator[Text]":
    """Give each code with its number, the largest first."""
    from rich.text import Text

    columns = max((len(f"{number:,}") for number in counts.values()), default=0) + 2
    for code, number in counts.most_common():
        yield Text.assemble((f"{number:{columns},}", "bold"), "  ", (code, style))


def _facts(reading: "Reading", locale: str) -> "Table":
    from rich.table import Table
    from rich.text import Text

    report, come_from = reading.report, reading.provenance
    signed = " ".join(str(part) for part in (report.sign_off.issuer, report.sign_off.date) if part is not None)
    facts = {
        text("cli.summary.issuer", locale): report.issuer,
        text("cli.summary.year", locale): str(report.year or ""),
        text("cli.summary.signed", locale): signed,
    }
    if come_from is not None:
        size = f"{max(1, round(come_from.size / _KIB)):,} KB"
        facts[text("cli.summary.source", locale)] = " · ".join([come_from.source or "-", come_from.format, size])
    grid = Table.grid(padding=(0, 2))
    for name, fact in facts.items():
        grid.add_row(Text(f"  {name}", style="dim"), Text(harmless(fact or "—"), overflow="fold"))
    return grid


def _sections(report: "Report", locale: str) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, header_style="dim", show_edge=False, padding=(0, 1))
    table.add_column(Text(text("cli.summary.section", locale)), overflow="fold")
    for head in (
        text("cli.summary.edition", locale),
        text("cli.summary.cells", locale),
        text("cli.summary.paragraphs", locale),
    ):
        table.add_column(Text(head), justify="right", no_wrap=True)
    for name in SECTION_NAMES:
        table.add_row(*(Text(words, style=style) for words, style in _section(report, name, locale)))
    for section in report.further_sections:
        heading = f"{section.number or ''}{section.title}"
        table.add_row(Text(harmless(heading)), "", "", Text(str(_paragraphs(section.blocks, section.subsections))))
    return table


def _section(report: "Report", name: SectionName, locale: str) -> Iterator[tuple[str, str]]:
    """Give the cells of a section's row, each with its style: how it is headed, its edition, cells and paragraphs."""
    section: Section | TableSection[_Table] = getattr(report, name)
    number, title = SECTION_HEADINGS[name]
    if not section.present:
        yield f"{number}{title}", "dim"
        yield text("cli.summary.absent", locale), "yellow"
        return
    yield (
        harmless(
            (number if section.number is None else section.number) + (title if section.title is None else section.title)
        ),
        "",
    )
    blocks = section.blocks
    if isinstance(section, TableSection):
        blocks = (*section.blocks, *section.blocks_after)
        if section.table is None:
            yield text("cli.summary.no_table", locale), "yellow"
            yield "", ""
        else:
            cells = [cell.kind for cell in section.table.cells()]
            filled = len(cells) - cells.count("blank")
            yield "/".join(one.name for one in EDITIONS.values() if one.tables[name] is type(section.table)), ""
            yield f"{filled}/{len(cells)}", "" if filled == len(cells) else "yellow"
    else:
        yield "", ""
        yield "", ""
    yield str(_paragraphs(blocks, section.subsections) or ""), ""


def _paragraphs(blocks: "Iterable[object]", subsections: "Iterable[Subsection]") -> int:
    inside = sum(_paragraphs(part.blocks, part.subsections) for part in subsections)
    return inside + sum(isinstance(block, str) for block in blocks)


def _listed(notes: "tuple[Note, ...]", columns: int, locale: str) -> Iterator["RenderableType"]:
    """Give each note on lines of its own: where it stands, then what there is to say."""
    from rich.text import Text

    for note in notes:
        where = Text("  ")
        where.append(harmless(str(note.place or "")), style="bold")
        where.append(f"  {note.path}" if note.path.parts else "", style="dim")
        where.append(f"  {note.code}", style="cyan")
        yield where
        raw = note.raw if len(note.raw) <= _LONGEST_RAW else f"{note.raw[:_LONGEST_RAW]}…"
        sentence = harmless(evolve(note, raw=raw, place=None, path=ROOT).message(locale))
        yield Text("\n".join(f"    {line}" for line in wrapped(sentence, columns - 4)), no_wrap=True)


def _print(parts: "list[RenderableType]", console: "Console") -> None:
    """Print the parts; in a pipe, lines are as long as they are and end where their words do."""
    if console.is_terminal:
        console.print(*parts, sep="\n", width=min(console.width, _WIDEST))
        return
    with console.capture() as lines:
        console.print(*parts, sep="\n", width=10_000)
    console.print("\n".join(line.rstrip() for line in lines.get().splitlines()), soft_wrap=True)
