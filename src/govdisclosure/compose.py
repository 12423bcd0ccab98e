"""Write a report as a document: the blocks that every format can write down."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from govdisclosure.conventions.dates import format_date
from govdisclosure.conventions.numbering import leading_mark, mark_text
from govdisclosure.document import MAX_LEVEL, Block, Cell, Document, Grid, Heading, Image, Link, Text
from govdisclosure.editions import SECTIONS
from govdisclosure.grid import table_texts
from govdisclosure.model.prose import FreeTable, Picture, ProseBlock, Subsection
from govdisclosure.model.report import Report, SignOff
from govdisclosure.model.sections import SECTION_NAMES, FurtherSection, Section, SectionName, TableSection
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.recognize.identity import DOCUMENT, Identity, identity_of, properties_for
from govdisclosure.recognize.plain import (
    attachment_text,
    ends_like_sign_off,
    is_misleading,
    is_plain,
    printable_sign_off,
)

__all__ = ["compose"]

_SECTION_LEVEL = 2


def compose(report: Report) -> Document:
    """Return the document that prints ``report``: headings, paragraphs, tables in the statutory form.

    A paragraph that would read as something else (a heading, a row of a table, a sign-off) is marked as literal. What
    the printed words do not tell, such as a year that the title lacks, stands in the document's properties.

    Example:
        >>> document = compose(Report(issuer="青山镇人民政府", year=2024, overview="全年公开信息12条。"))
        >>> [block.text for block in document.blocks]
        ['青山镇人民政府2024年政府信息公开工作年度报告', '一、总体情况', '全年公开信息12条。']
    """
    signed = printable_sign_off(report.sign_off, report.title)
    body = _marked(list(_body(report)), signed, report.title)
    blocks = (*body, *_attachments(report), *_sign_off(signed))
    printed = identity_of(report.title, signed, _opening_texts(body))
    wanted = Identity(report.title, report.issuer, report.year, report.sign_off)
    properties = properties_for(wanted, printed)
    is_told = any(getattr(report, name).present for name in SECTION_NAMES) and not is_misleading(report.title)
    if not properties and not is_told:
        properties = (DOCUMENT,)  # nothing else says what this is
    return Document(blocks, properties)


def _body(report: Report) -> Iterator[Block]:
    if report.title is not None:
        yield Heading(1, report.title)
    yield from _blocks(report.preamble.blocks)
    further = list(enumerate(report.further_sections, len(SECTION_NAMES) + 1))
    yield from _following("preamble", further)
    for name in SECTION_NAMES:
        yield from _section(getattr(report, name), name)
        yield from _following(name, further)


def _following(name: str, further: Sequence[tuple[int, FurtherSection]]) -> Iterator[Block]:
    for number, section in further:
        if section.after == name:
            yield from _further(section, number)


def _section(section: Section | TableSection[StatutoryTable], name: SectionName) -> Iterator[Block]:
    if not section.present:
        return
    form = SECTIONS[name]
    title = form.title if section.title is None else section.title
    if title:
        yield Heading(_SECTION_LEVEL, (form.number if section.number is None else section.number) + title)
    yield from _blocks(section.blocks)
    level = _level(section.subsections, _SECTION_LEVEL)
    if isinstance(section, TableSection):
        before = section.subsections_before_table
        yield from _parts(section.subsections[:before], level, 1)
        if section.table is not None:
            yield _grid(section.table)
        yield from _blocks(section.blocks_after)
        yield from _parts(section.subsections[before:], level, 1, before)
    else:
        yield from _parts(section.subsections, level, 1)


def _further(section: FurtherSection, number: int) -> Iterator[Block]:
    printed = mark_text(1, number) if section.number is None else section.number
    yield Heading(_SECTION_LEVEL, printed + section.title)
    yield from _blocks(section.blocks)
    yield from _parts(section.subsections, _level(section.subsections, _SECTION_LEVEL), 1)


def _parts(parts: Sequence[Subsection], level: int, depth: int, first: int = 0) -> Iterator[Block]:
    for position, part in enumerate(parts, first + 1):
        number = mark_text(depth + 1, position) if part.number is None else part.number
        yield Heading(level, number + part.title)
        yield from _blocks(part.blocks)
        yield from _parts(part.subsections, _level(part.subsections, level), depth + 1)


def _level(parts: Sequence[Subsection], above: int) -> int:
    """The heading level of parts: that of their printed numbers if they agree and there is room, else the next one."""
    marks = {mark.level if (mark := leading_mark((part.number or "") + part.title)) else 0 for part in parts}
    by_number = marks.pop() + 1 if len(marks) == 1 and all(part.number for part in parts) else 0
    deepest = max((_height(part) for part in parts), default=0)
    return by_number if above < by_number <= MAX_LEVEL - deepest else above + 1


def _height(part: Subsection) -> int:
    return 1 + max(map(_height, part.subsections)) if part.subsections else 0


def _blocks(blocks: Iterable[ProseBlock]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, str):
            yield Text(block)
        elif isinstance(block, Picture):
            yield Image(block.reference, block.caption)
        else:
            yield _free_grid(block)


def _grid(table: StatutoryTable) -> Grid:
    rows = table_texts(table)
    return Grid(tuple(tuple(Cell(slot.text, slot.rowspan, slot.colspan) for slot in row) for row in rows))


def _free_grid(table: FreeTable) -> Grid:
    return Grid(tuple(tuple(Cell(cell.text, cell.rowspan, cell.colspan) for cell in row) for row in table.rows))


def _attachments(report: Report) -> Iterator[Block]:
    for number, attachment in enumerate(report.attachments, 1):
        line = attachment_text(attachment.title, number, len(report.attachments))
        yield Text(line) if attachment.reference is None else Link(attachment.reference, line)


def _sign_off(signed: SignOff) -> Iterator[Block]:
    if signed.issuer is not None:
        yield Text(signed.issuer)
    if signed.date is not None:
        yield Text(format_date(signed.date))


def _marked(blocks: list[Block], signed: SignOff, title: str | None) -> list[Block]:
    """Mark the paragraphs that would read as something else where they stand."""
    before: str | None = None
    for position, block in enumerate(blocks):
        if isinstance(block, Text):
            is_last = position == len(blocks) - 1
            if not is_plain(block.text, before) or (is_last and ends_like_sign_off(block.text, signed, title)):
                blocks[position] = evolve(block, literal=True)
            before = block.text
        else:
            before = None
    return blocks


def _opening_texts(blocks: Sequence[Block]) -> Iterator[str]:
    """The texts before the second section heading."""
    sections = 0
    for block in blocks:
        sections += isinstance(block, Heading) and block.level == _SECTION_LEVEL
        if sections > 1:
            return
        if isinstance(block, Text):
            yield block.text
