"""Paragraphs and tables of a Word file as blocks, wherever they stand: in the body, a cell, a box, a note."""

import re
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from govdisclosure.conventions.characters import is_blank
from govdisclosure.document import MAX_LEVEL, Block, Cell, Grid, Heading, Image, Link, Place, Remark, Text
from govdisclosure.formats._docx_graphics import ALTERNATE, chosen
from govdisclosure.formats._docx_inline import INLINE, Inline, Runs, raw_text
from govdisclosure.formats._docx_numbering import Label, Numbering
from govdisclosure.formats._docx_package import Package, Relation
from govdisclosure.formats._docx_styles import BODY_LEVEL, TITLE_LEVEL, Styles, numbering_of
from govdisclosure.formats._docx_tables import Table, table
from govdisclosure.formats._docx_xml import Element, number, r, val, w
from govdisclosure.formats._raw_html import join

__all__ = ["Flow", "lines_of"]

_P: Final = w("p")
_TBL: Final = w("tbl")
_SDT: Final = w("sdt")
_SECT_PR: Final = w("sectPr")
_CHUNKS: Final = (w("altChunk"), w("subDoc"))
_PPR: Final = w("pPr")
_P_STYLE: Final = w("pStyle")
_NUM_PR: Final = w("numPr")
_OUTLINE: Final = w("outlineLvl")
_MARK: Final = w("rPr")
_DELETED: Final = (w("del"), w("moveFrom"))
_FRAME: Final = w("framePr")
_DROP_CAP: Final = w("dropCap")
_GALLERY: Final = f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}"
_SKIPPED: Final = frozenset(map(w, ("tcPr", "sdtPr", "customXmlPr", "bookmarkStart", "bookmarkEnd", "proofErr")))
_LONGEST_HEADING: Final = 100  # some give whole paragraphs the style of a heading
_FILE: Final = re.compile(r"\.(?:docx?|wps|pdf|xlsx?|et|csv|ofd|zip|rar|7z|pptx?|txt|rtf|jpe?g|png)$", re.IGNORECASE)


@frozen
class _Properties:
    """What a paragraph says of itself."""

    style: str = ""
    num_id: str | None = None
    level: int | None = None
    outline: int | None = None
    joins_next: bool = False  # its mark is deleted, or it is a large first letter


_PLAIN: Final = _Properties()


class Flow:
    """Reads stretches of a Word file into blocks, and keeps what is none of them."""

    def __init__(self, package: Package) -> None:
        self.remarks: list[Remark] = []
        self.asides: list[tuple[str, str, Place]] = []  # notes and comments: kind, identity, place
        self.sections: list[tuple[Element, int]] = []  # the properties of each section, and the line where it ends
        self.line = 0
        self._column = 1
        self._paragraphs = 0
        self._tables = 0
        self._styles = Styles(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"))
        self._runs = Runs(self._styles)
        self._waiting = ""  # the text of a paragraph that goes on in the next one

    def read(self, root: Element, relations: dict[str, Relation], at: Place | None = None) -> list[Block]:
        """Read a part, or a piece of one: the body itself, or (with ``at``) what stands in one place of it."""
        self._runs.enter(root, relations)
        blocks: list[Block] = []
        self._stretch(root, at, blocks)
        return blocks

    def _stretch(self, children: Iterable[Element], at: Place | None, blocks: list[Block]) -> None:
        """Read all of a body, a cell or a box: no paragraph goes on beyond its end."""
        outside, self._waiting = self._waiting, ""
        self._flow(children, at, blocks)
        if self._waiting:
            self._lines(self._waiting, None, at or Place(max(self.line, 1)), blocks)
        self._waiting = outside

    def _flow(self, children: Iterable[Element], at: Place | None, blocks: list[Block]) -> None:
        for child in children:
            tag = child.tag
            if tag == _P:
                self._paragraph(child, at, blocks)
            elif tag == _TBL:
                self._table(child, at, blocks)
            elif tag == _SECT_PR:
                self.sections.append((child, self.line))
            elif tag in _CHUNKS:
                relation = self._runs.relations.get(child.get(r("id")) or "")
                self._remark("embedded_document", relation.target if relation else tag, at or self._next("paragraph"))
            elif tag == _SDT and (val(child.find(_GALLERY)) or "").lower() == "table of contents":
                self._remark("table_of_contents", raw_text(child), at or self._next("paragraph"))
            elif tag == ALTERNATE:
                self._flow(chosen(child), at, blocks)
            elif tag in INLINE:
                self._inline(self._runs.read([child]), _PLAIN, at or self._next("paragraph"), blocks)
            elif tag not in _SKIPPED:
                self._flow(child, at, blocks)

    def _next(self, kind: str) -> Place:
        """Go on to the next block of the body."""
        self.line += 1
        self._column = 1
        if kind == "table":
            self._tables += 1
            return Place(self.line, 1, f"table {self._tables}")
        self._paragraphs += 1
        return Place(self.line, 1, f"paragraph {self._paragraphs}")

    def _remark(self, code: str, raw: str, place: Place) -> None:
        if not is_blank(raw):
            self.remarks.append(Remark(code, raw, place))

    def _paragraph(self, element: Element, at: Place | None, blocks: list[Block]) -> None:
        place = at or self._next("paragraph")
        properties = next(element.iterchildren(_PPR), None)
        said = _PLAIN if properties is None else self._said(properties)
        style = self._styles[said.style or self._styles.default]
        inline = self._runs.read(element, is_hidden=style.is_hidden)
        if style.is_contents:
            self._remark("table_of_contents", inline.text, place)
            inline.text, said = "", _PLAIN
        self._inline(inline, said, place, blocks)

    def _said(self, properties: Element) -> _Properties:
        style, num_id, level, outline, joins_next = "", None, None, None, False
        for one in properties:
            tag = one.tag
            if tag == _P_STYLE:
                style = val(one) or ""
            elif tag == _NUM_PR:
                num_id, level = numbering_of(one)
            elif tag == _OUTLINE:
                outline = number(val(one), BODY_LEVEL)
            elif tag == _MARK:
                joins_next = joins_next or next(one.iterchildren(*_DELETED), None) is not None
            elif tag == _FRAME:
                joins_next = joins_next or one.get(_DROP_CAP) in {"drop", "margin"}
            elif tag == _SECT_PR:
                self.sections.append((one, self.line))
        return _Properties(style, num_id, level, outline, joins_next)

    def _inline(self, inline: Inline, said: _Properties, place: Place, blocks: list[Block]) -> None:
        for code, raw in inline.remarks:
            self._remark(code, raw, place)
        if said.joins_next:
            self._waiting += inline.text
        else:
            self._text(inline, said, place, blocks)
        for reference, caption in inline.pictures:
            blocks.append(Image(reference, caption, place))
        for kind, identity in inline.asides:
            self.asides.append((kind, identity, place))
        for count, box in enumerate(inline.boxes, 1):
            self._column += 1
            self._stretch(box, Place(place.line, self._column, f"{place.address}, text box {count}"), blocks)

    def _text(self, inline: Inline, said: _Properties, place: Place, blocks: list[Block]) -> None:
        text = self._waiting + inline.text if self._waiting else inline.text
        self._waiting = ""
        label = self._label(said)
        if label is not None:
            is_kept = not (label.is_bullet or is_blank(text))
            self._remark("auto_number" if is_kept or not label.is_bullet else "list_marker", label.text, place)
            text = f"{label.text}{label.gap}{text.lstrip()}" if is_kept else text
        link = _file_link(inline, text)
        for target, _ in inline.links[bool(link) :]:
            self._remark("link_target", target, place)
        if link is not None:
            blocks.append(Link(link, text.strip(), place))
        elif text:
            self._lines(text, self._outline(said), place, blocks)

    def _label(self, said: _Properties) -> Label | None:
        """The number before a paragraph: its own, or that of its style."""
        style = self._styles[said.style or self._styles.default]
        num_id = said.num_id or style.num_id
        if num_id is None:
            return None
        level = said.level
        if level is None and said.num_id is None:
            level = style.level
        return self._numbering.label(num_id, level, style.owner)

    def _outline(self, said: _Properties) -> int | None:
        outline = self._styles[said.style or self._styles.default].outline if said.outline is None else said.outline
        return None if outline == BODY_LEVEL else outline

    def _lines(self, text: str, outline: int | None, place: Place, blocks: list[Block]) -> None:
        if outline is not None and (len(text) <= _LONGEST_HEADING or "。" not in text):
            lines = [line.strip() for line in text.replace("\f", "\n").split("\n")]
            if outline > TITLE_LEVEL:
                lines = [join(lines)]
            level = min(outline + 2, MAX_LEVEL)
            blocks.extend(Heading(level, line, place) for line in lines if not is_blank(line))
            return
        begun = False
        for page in text.split("\f"):
            if begun and not is_blank(page):
                self._remark("page_break", "w:br", place)
            continues = False
            for line in page.split("\n"):
                stripped = line.strip()
                if stripped and not is_blank(stripped):
                    blocks.append(Text(stripped, continues, place))
                    continues = begun = True

    def _table(self, element: Element, at: Place | None, blocks: list[Block]) -> None:
        read = table(element)
        place = self._next("table") if at is None else Place(at.line, self._column, f"{at.address}, table")
        if _is_layout(read):
            for cell in read.cells:
                self._stretch(cell, self._cell_place(place), blocks)
        else:
            self._grid(read, place, blocks)
        for code, dropped in read.dropped:
            self._remark(code, raw_text(dropped), place)
        self._flow(read.others, place, blocks)

    def _cell_place(self, table_place: Place, row: int = 1, cell: int = 1) -> Place:
        place = Place(table_place.line, self._column, f"{table_place.address}, row {row}, cell {cell}")
        self._column += 1
        return place

    def _grid(self, read: Table, place: Place, blocks: list[Block]) -> None:
        rows: list[tuple[Cell, ...]] = []
        nested: list[Block] = []
        for number_of_row, slots in enumerate(read.rows, 1):
            cells: list[Cell] = []
            for number_of_cell, slot in enumerate(slots, 1):
                where = self._cell_place(place, number_of_row, number_of_cell)
                text = "" if slot.element is None else self._cell(slot.element, where, nested)
                cells.append(Cell(text, slot.rowspan, slot.colspan, where))
            rows.append(tuple(cells))
        if rows and not (nested and all(cell.text == "" for row in rows for cell in row)):
            blocks.append(Grid(tuple(rows), place))
        blocks.extend(nested)

    def _cell(self, element: Element, place: Place, nested: list[Block]) -> str:
        """The text of a cell, a line for each of its lines; tables in it go to ``nested``."""
        blocks: list[Block] = []
        self._stretch(element, place, blocks)
        lines: list[str] = []
        for block in blocks:
            match block:
                case Heading() | Text():
                    lines.append(block.text)
                case Link():
                    lines.append(block.text)
                    self._remark("link_target", block.reference, place)
                case Image():
                    self._remark("cell_picture", f"{block.reference} {block.caption}".strip(), place)
                case Grid():
                    nested.append(block)
        return "\n".join(lines)


def lines_of(blocks: Iterable[Block]) -> list[str]:
    """Return the texts in ``blocks``, a line each; a picture gives its address."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Heading() | Text() | Link():
                lines.append(block.text)
            case Grid():
                lines += [cell.text for row in block.rows for cell in row if cell.text]
            case Image():
                lines.append(block.reference)
    return lines


def _is_layout(read: Table) -> bool:
    """Tell whether a table only holds other things: one cell, or one column with tables in it."""
    cells = read.cells
    if len(cells) == 1:
        return True
    return all(len(row) <= 1 for row in read.rows) and any(next(cell.iter(_TBL), None) is not None for cell in cells)


def _file_link(inline: Inline, text: str) -> str | None:
    """The file that a paragraph names, if it does nothing else."""
    if len(inline.links) != 1:
        return None
    target, words = inline.links[0]
    is_alone = bool(words.strip()) and words.strip() == text.strip() and "\n" not in text
    return target if is_alone and _FILE.search(target) else None
