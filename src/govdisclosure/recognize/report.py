"""Read a document as a report."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, evolve

from govdisclosure.conventions.numbering import mark_text
from govdisclosure.document import Block, Document, Heading, Place, Text
from govdisclosure.editions import SECTIONS, TABLE_KINDS
from govdisclosure.errors import ReadError
from govdisclosure.model.report import Report
from govdisclosure.model.sections import SECTION_NAMES, FurtherSection, Preamble, Section, SectionName, TableSection
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.paths import ROOT, Path
from govdisclosure.reading import Reading
from govdisclosure.recognize._cells import rows_of
from govdisclosure.recognize._ending import note_attachments, take_attachments, take_sign_off
from govdisclosure.recognize._envelope import first_line, names_another_kind, only_links, refusal
from govdisclosure.recognize._front import is_furniture, take_title
from govdisclosure.recognize._headings import SectionHeading, is_caption, section_headings, section_likeness
from govdisclosure.recognize._notebook import Notebook
from govdisclosure.recognize._pages import prepared
from govdisclosure.recognize._prose import is_subheading, prose_part
from govdisclosure.recognize._sheets import Sheet
from govdisclosure.recognize._tables import read_exact, read_rows
from govdisclosure.recognize._zones import Zone, table_zones
from govdisclosure.recognize.identity import Identity, identity_of, with_properties

__all__ = ["recognize"]

_FIRST_LINE: Final = Place(1)
_SUBJECT: Final = re.compile(r"(信息|政务|政務|資訊)\s*公[开開]")
_TABLE_SECTIONS: Final = tuple(TABLE_KINDS)
_FEWEST_OWN: Final = 2  # headings of these: other reports of an organ have one of them at most


def recognize(document: Document, *, year: int | None = None, issuer: str | None = None) -> Reading:
    """Read a document as a report.

    No figure is changed or guessed: what is normalised, and what cannot be placed, is a note with its place.

    Args:
        document: the blocks of a file.
        year: the year reported on, for a document that does not tell it.
        issuer: the organ's name, likewise; what is printed counts before it.

    Raises:
        ReadError: the document is no such report, or that of another year; ``kind`` says which.

    Example:
        >>> title = Heading(1, "青山镇2024年政府信息公开工作年度报告")
        >>> reading = recognize(Document((title, Heading(2, "一、总体情况"), Text("全年公开信息12条。"))))
        >>> reading.report.overview.blocks
        ('全年公开信息12条。',)
    """
    book = Notebook()
    for remark in document.remarks:
        book.note(remark.code, ROOT, remark.raw, remark.place)
    blocks = prepared(document.blocks, book)
    sheet = _Sheet(blocks, [False] * len(blocks), book)
    zones = sheet.zones()
    headings = section_headings(sheet.blocks, sheet.taken)
    sheet.take_captions(zones, headings)
    first = min([zone.start for zone in zones] + [one.position for one in headings], default=len(sheet.blocks))
    sheet.drop_furniture(first)
    title = take_title(sheet.blocks, first, sheet.taken, sheet.book)
    end = max([zone.stop for zone in zones] + [one.position + 1 for one in headings], default=0)
    last = take_attachments(sheet.blocks, sheet.taken, end)
    sign_off = take_sign_off(sheet.blocks, sheet.taken, end, title, sheet.book)
    attachments = [*take_attachments(sheet.blocks, sheet.taken, end), *last]
    note_attachments(sheet.blocks, attachments, sheet.book)
    printed = identity_of(title, sign_off, sheet.opening_texts(headings))
    identity, unused = with_properties(printed, document.properties)
    for name, value in unused:
        sheet.book.note("property_unused", ROOT, f"{name}: {value}", _FIRST_LINE)
    if year is not None and identity.year not in {None, year}:
        raise ReadError("other_year", source="document", printed=identity.year, wanted=year)
    identity = evolve(identity, year=identity.year or year, issuer=identity.issuer or issuer)
    tables = sheet.tables(zones, identity.year)
    is_told = bool(tables) or len(unused) < len(document.properties)
    if not is_told and not _is_report(document.blocks, headings, title):
        raise refusal(document.blocks)
    report = _report(sheet, headings, tables, identity)
    report = evolve(report, attachments=tuple(attachment for _, attachment in attachments))
    return Reading(report, sheet.book.in_source_order(), sheet.book.places)


def _is_report(blocks: Sequence[Block], headings: Sequence[SectionHeading], title: str | None) -> bool:
    """Tell whether a document without tables is such a report: by its sections, or by what its sentences speak of."""
    if sum(one.name in _TABLE_SECTIONS for one in headings) >= _FEWEST_OWN:
        return True
    if names_another_kind(title or first_line(blocks)):
        return False
    if any(one.name for one in headings):
        return True
    if only_links(blocks):
        return False
    texts = [block.text for block in blocks if isinstance(block, Heading | Text)]
    return any(map(_SUBJECT.search, texts)) and any("。" in text for text in texts)


@define
class _Table:
    """A table that was read, and the blocks from which it came."""

    table: StatutoryTable
    start: int
    stop: int


@define
class _Sheet:
    """The blocks of the document, and which of them are taken up already."""

    blocks: Sequence[Block]
    taken: list[bool]
    book: Notebook

    def zones(self) -> list[Zone]:
        """Find the zones of the tables, and take them up."""
        zones = list(table_zones(self.blocks))
        for zone in zones:
            self.taken[zone.start : zone.stop] = [True] * (zone.stop - zone.start)
        return zones

    def take_captions(self, zones: Sequence[Zone], headings: Sequence[SectionHeading]) -> None:
        """Take up the captions that stand right before a table, each with a note."""
        sections = {one.position for one in headings}
        for zone in zones:
            position = zone.start - 1
            block = self.blocks[position] if position >= 0 else None
            if position in sections or not isinstance(block, Heading | Text) or self.taken[position]:
                continue
            literal = isinstance(block, Text) and block.literal
            if not literal and (is_caption(block.text) or section_likeness(block.text)[zone.name] > 1):
                self.taken[position] = True
                self.book.note("table_caption", Path((zone.name, "table")), block.text, block.place)

    def drop_furniture(self, end: int) -> None:
        """Take up the lines before ``end`` that belong to the page around the report, each with a note."""
        for position, block in enumerate(self.blocks[:end]):
            if isinstance(block, Text) and not (self.taken[position] or block.literal) and is_furniture(block.text):
                self.taken[position] = True
                self.book.note("page_furniture", ROOT, block.text, block.place)

    def opening_texts(self, headings: Sequence[SectionHeading]) -> Iterator[str]:
        """The texts before the second section heading."""
        end = headings[1].position if len(headings) > 1 else len(self.blocks)
        for position, block in enumerate(self.blocks[:end]):
            if isinstance(block, Text) and not self.taken[position]:
                yield block.text

    @property
    def end(self) -> Place | None:
        """Where the last block stands."""
        return next((block.place for block in reversed(self.blocks) if block.place), None)

    def free(self, start: int, stop: int) -> list[Block]:
        """The blocks of a stretch that nothing has taken up."""
        return [self.blocks[n] for n in range(start, stop) if not self.taken[n]]

    def tables(self, zones: Sequence[Zone], year: int | None) -> dict[SectionName, _Table]:
        """Read the table of each section from its zones; a zone that gives none goes back to the prose."""
        found: dict[SectionName, _Table] = {}
        for name in _TABLE_SECTIONS:
            mine = [zone for zone in zones if zone.name == name]
            read = self._exact(mine, name) or (self._printed(mine, name, year) if mine else None)
            if read is not None:
                found[name] = read
                self.book.stands(Path((name, "table")), self.blocks[read.start].place)
        return found

    def _exact(self, zones: Sequence[Zone], name: SectionName) -> _Table | None:
        zone = next((zone for zone in zones if zone.is_exact), None)
        block = self.blocks[zone.start] if zone is not None else None
        if zone is None or not isinstance(block, Sheet) or block.exact is None:
            return None
        if any(not other.is_exact and zone.stop in {other.start, other.stop + 1} for other in zones):
            return None  # a part of the table said once more, right beside it
        for other in zones:
            if other is not zone:
                self._give_back(other.start, other.stop)
                self.book.note("table_repeated", Path((name, "table")), "", self.blocks[other.start].place)
        rivals = [one for other in zones if other is not zone and isinstance(one := self.blocks[other.start], Sheet)]
        return _Table(read_exact(block, block.exact, rivals, self.book), zone.start, zone.stop)

    def _printed(self, zones: Sequence[Zone], name: SectionName, year: int | None) -> _Table | None:
        scratch = Notebook()
        rows = [row for zone in zones for row in rows_of(self.blocks, zone.start, zone.stop)]
        table = read_rows(rows, name, year, scratch, is_cut=zones[-1].stop == len(self.blocks))
        if table is None:
            if scratch.notes:
                self.book.note("table_undecidable", Path((name,)), "", self.blocks[zones[0].start].place)
            for zone in zones:
                self._give_back(zone.start, zone.stop)
            return None
        self.book.notes += scratch.notes
        for path, place in scratch.places.items():
            self.book.places.setdefault(path, place)
        return _Table(table, zones[0].start, zones[-1].stop)

    def _give_back(self, start: int, stop: int) -> None:
        self.taken[start:stop] = [False] * (stop - start)


def _report(
    sheet: _Sheet, headings: Sequence[SectionHeading], tables: dict[SectionName, _Table], identity: Identity
) -> Report:
    book = sheet.book
    ends = [*(one.position for one in headings), len(sheet.blocks)][1:]
    begin = headings[0].position if headings else len(sheet.blocks)
    opening = [_as_text(block, book) for block in sheet.free(0, begin)]
    preamble, _ = prose_part(opening, Path(("preamble",)), book)
    sections: dict[str, Section | TableSection[StatutoryTable]] = {}
    further: list[FurtherSection] = []
    after: SectionName | None = None
    for one, end in zip(headings, ends, strict=True):
        if one.name is None:
            further.append(_further(sheet, one, end, len(further), after))
        else:
            after = one.name
            sections[one.name] = _section(sheet, one, one.name, end, tables.get(one.name))
    for name, read in tables.items():
        if name not in sections:
            book.note("heading_missing", Path((name,)), "", sheet.blocks[read.start].place)
            sections[name] = TableSection(table=read.table, title="")
    for name in _TABLE_SECTIONS:
        if name not in tables:
            book.note("table_not_found", Path((name, "table")), "", book.places.get(name, sheet.end))
    for code, value in (("no_title", identity.title), ("no_year", identity.year), ("no_issuer", identity.issuer)):
        if value is None:
            book.note(code)
    return Report(
        title=identity.title,
        issuer=identity.issuer,
        year=identity.year,
        preamble=Preamble(preamble),
        further_sections=further,
        sign_off=identity.sign_off,
        **sections,  # type: ignore[arg-type]  # each section under its own name
    )


def _as_text(block: Block, book: Notebook) -> Block:
    """The preamble has no parts: a heading in it is a paragraph."""
    if not isinstance(block, Heading | Text) or (isinstance(block, Text) and not is_subheading(block)):
        return block
    book.note("heading_in_preamble", Path(("preamble",)), block.text, block.place)
    return Text(block.text, place=block.place, literal=True)


def _numbered(heading: SectionHeading, standard: str) -> str | None:
    return None if heading.number == standard else heading.number


def _further(
    sheet: _Sheet, heading: SectionHeading, end: int, position: int, after: SectionName | None
) -> FurtherSection:
    where = Path(("further_sections", position))
    sheet.book.stands(where, heading.place)
    blocks, parts = prose_part(sheet.free(heading.position + 1, end), where, sheet.book)
    number = _numbered(heading, mark_text(1, len(SECTION_NAMES) + 1 + position))
    return FurtherSection(heading.title, blocks, number, parts, after or "preamble")


def _section(
    sheet: _Sheet, heading: SectionHeading, name: SectionName, end: int, read: _Table | None
) -> Section | TableSection[StatutoryTable]:
    form, where = SECTIONS[name], Path((name,))
    sheet.book.stands(where, heading.place)
    title = None if heading.title == form.title else heading.title
    number = _numbered(heading, form.number)
    start = heading.position + 1
    inside = read is not None and start <= read.start < end
    middle = read.start if read is not None and inside else end
    blocks, parts = prose_part(sheet.free(start, middle), where, sheet.book)
    if name not in _TABLE_SECTIONS:
        return Section(blocks=blocks, subsections=parts, title=title, number=number)
    if read is None:
        return TableSection(blocks=blocks, subsections=parts, title=title, number=number)
    if not inside:
        sheet.book.note("table_elsewhere", where / "table", "", sheet.blocks[read.start].place)
    rest, more = prose_part(sheet.free(middle, end), where, sheet.book, field="blocks_after", first=len(parts))
    return TableSection(
        table=read.table,
        blocks=blocks,
        subsections=(*parts, *more),
        subsections_before_table=len(parts),
        blocks_after=rest,
        title=title,
        number=number,
    )
