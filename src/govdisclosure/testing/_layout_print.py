"""A report put on paper: its sheets as grids in a document, or as lines of text."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from attrs import frozen

from govdisclosure.compose import compose
from govdisclosure.document import Block, Document, Grid, Heading, Text
from govdisclosure.model.report import Report
from govdisclosure.model.sections import SectionName
from govdisclosure.testing._layout_lines import Lines
from govdisclosure.testing._layout_page import AFTER, BEFORE, captions, page_breaks, page_end
from govdisclosure.testing._layout_sheet import PieceRow, Sheet, grid_of, sheet_of
from govdisclosure.testing._layout_split import Split

__all__ = ["Page", "as_document", "as_lines", "tables_of"]

_INDENT = "\u3000\u3000"


@frozen
class Page:
    """What stands around the tables and among them."""

    menus: bool = False
    captions: bool = False
    section_headings_lost: bool = False
    tables_in_one_grid: bool = False
    page_breaks: bool = False
    page_breaks_in_labels: bool = False


def tables_of(report: Report) -> dict[SectionName, Sheet]:
    """Return the statutory tables of a report as the form prints them, by section.

    Example:
        >>> list(tables_of(Report.blank("青山镇人民政府", 2024)))
        ['proactive', 'applications', 'remedies']
    """
    sections = (report.proactive, report.applications, report.remedies)
    return {section.table.section: sheet_of(section.table) for section in sections if section.table is not None}


def as_document(
    report: Report, sheets: Mapping[SectionName, Sheet], split: Split, page: Page, random: Random
) -> Document:
    """Print a report as blocks, with the grids of its sheets in place of its tables.

    Example:
        >>> from govdisclosure.testing._layout_split import EXACT_SPLITS
        >>> report = Report.blank("青山镇人民政府", 2024)
        >>> as_document(report, tables_of(report), EXACT_SPLITS[0], Page(), Random(0)) == compose(report)
        True
    """
    parts = {name: split(sheet, random) for name, sheet in sheets.items()}
    if page.tables_in_one_grid and parts:
        first = next(iter(parts))
        merged = _merged(list(parts.values()))
        parts = {name: [merged] if name == first else [] for name in parts}
    blocks: list[Block] = [Text(line) for line in BEFORE] if page.menus else []
    for block in _blocks(report, sheets, page):
        if isinstance(block, Sheet):
            blocks += _grids(block.section, parts[block.section], page, random)
        else:
            blocks.append(block)
    blocks += [Text(line) for line in AFTER] if page.menus else []
    return Document(tuple(blocks), compose(report).properties)


def as_lines(
    report: Report, sheets: Mapping[SectionName, Sheet], lines: Lines, page: Page, random: Random, *, mark: str = ""
) -> str:
    """Print a report as lines of text; ``mark`` stands before headings, once for each level.

    Example:
        >>> from govdisclosure.testing._layout_lines import EXACT_LINES
        >>> report = Report.blank("青山镇人民政府", 2024)
        >>> as_lines(report, tables_of(report), EXACT_LINES[0], Page(), Random(0)).splitlines()[0]
        '青山镇人民政府2024年政府信息公开工作年度报告'
    """
    printed: list[str] = [*BEFORE, ""] if page.menus else []
    for block in _blocks(report, sheets, page):
        if isinstance(block, Sheet):
            printed += captions(block.section, random) if page.captions else []
            table = lines(block, random)
            if page.page_breaks or page.page_breaks_in_labels:
                table = page_breaks(table, report.title or "", random, in_labels=page.page_breaks_in_labels)
            printed += [*table, ""]
        elif isinstance(block, Heading):
            printed += [f"{mark * block.level} {block.text}".strip(), ""]
        elif isinstance(block, Text):
            printed += [block.text if mark else _INDENT + block.text, *([""] if mark else [])]
    return "\n".join([*printed, *(AFTER if page.menus else ())]) + "\n"


def _blocks(report: Report, sheets: Mapping[SectionName, Sheet], page: Page) -> Iterator[Block | Sheet]:
    """The blocks of a report, with a sheet where a statutory table stands."""
    left: dict[SectionName, Grid] = {name: grid_of(sheet.rows) for name, sheet in tables_of(report).items()}
    for block in compose(report).blocks:
        name = _section_of(block, left)
        if name is not None:
            del left[name]
            yield sheets[name]
        elif not (page.section_headings_lost and isinstance(block, Heading) and block.level == 2):
            yield block


def _section_of(block: Block, left: Mapping[SectionName, Grid]) -> SectionName | None:
    for name, grid in left.items():
        if block == grid:
            return name
    return None


def _grids(name: SectionName, parts: Sequence[tuple[PieceRow, ...]], page: Page, random: Random) -> Iterator[Block]:
    if page.captions:
        yield from map(Text, captions(name, random))
    for number, rows in enumerate(parts):
        if number and page.page_breaks:
            yield Text(page_end(random))
        yield grid_of(rows)


def _merged(parts: Sequence[Sequence[tuple[PieceRow, ...]]]) -> tuple[PieceRow, ...]:
    return tuple(row for part in parts for rows in part for row in rows)
