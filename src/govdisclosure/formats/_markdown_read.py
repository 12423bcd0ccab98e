"""Markdown as a document."""

from typing import TYPE_CHECKING

from attrs import evolve

from govdisclosure.conventions.characters import is_blank
from govdisclosure.document import Block, Cell, Document, Grid, Heading, Place, Remark, Text
from govdisclosure.formats import _raw_html as html
from govdisclosure.formats._encoding import source
from govdisclosure.formats._front_matter import front_matter
from govdisclosure.formats._markdown_inline import Inline, inline, parser
from govdisclosure.formats._markdown_rows import Row, rows

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["read"]

_LEAVES = frozenset({"inline", "fence", "code_block", "html_block", "hr", "pipes"})


def read(data: bytes) -> Document:
    r"""Read Markdown.

    Example:
        >>> [block.text for block in read("# 青山镇年报\n\n本年**无**新增。".encode()).blocks]
        ['青山镇年报', '本年无新增。']
    """
    text, remarks = source(data)
    lines = text.split("\n")
    front = front_matter(lines)
    lines[: front.lines] = [""] * front.lines  # blank, so that every later line keeps its number
    walk = _Walk(lines)
    walk.blocks += front.texts
    walk.remarks += remarks
    walk.walk(parser().parse("\n".join(lines)))
    return Document(tuple(walk.blocks), front.properties, tuple(walk.remarks))


class _Walk:
    """Collects blocks from the tokens of a file."""

    def __init__(self, lines: list[str]) -> None:
        self.blocks: list[Block] = []
        self.remarks: list[Remark] = []
        self._lines = lines
        self._marker = ""  # of the ordered item that has no text yet
        self._marker_place = Place(1)
        self._level = 0  # of the heading that is open
        self._skip = 0  # the line up to which an HTML table was read in one go
        self._endless = False  # an HTML table was seen whose end the file lacks

    def walk(self, tokens: "list[Token]") -> None:
        """Read all ``tokens``."""
        for token in tokens:
            if token.map is None or token.map[0] >= self._skip:
                self._take(token)
        deepest = max((token.level for token in tokens), default=0)
        if deepest >= parser().options.maxNesting - 2:
            self._too_deep(tokens)

    def _take(self, token: "Token") -> None:
        first, end = token.map or (0, 0)
        match token.type:
            case "heading_open":
                self._level = int(token.tag[1])
            case "inline" if self._level:
                self._heading(token.content, self._place(first))
            case "inline":
                self._paragraph(token.content, self._place(first))
            case "pipes":
                self._grid(rows(self._lines[first:end], token.meta["begins"], first + 1))
            case "html_block":
                self._html(token, first, end)
            case "fence" | "code_block":
                self._code(token, first)
            case "hr":
                self.remarks.append(Remark("thematic_break", self._lines[first].strip(), self._place(first)))
            case "list_item_open":
                self._item(token, first)
            case "list_item_close":
                self._end_item()
            case _:
                pass

    def _place(self, line: int) -> Place:
        return Place(line + 1, self._indent(line) + 1)

    def _indent(self, line: int) -> int:
        text = self._lines[line]
        return len(text) - len(text.lstrip())

    def _heading(self, content: str, place: Place) -> None:
        read, level, self._level = inline(content, place), self._level, 0
        if not is_blank(read.text):
            self._add(Heading(level, read.text, place))
        self._end_inline(read)

    def _paragraph(self, content: str, place: Place) -> None:
        read = inline(content, place)
        if read.link is not None:
            self._end_item()
            self.blocks.append(read.link)
        else:
            self._texts(read, place)
        self._end_inline(read)

    def _texts(self, read: Inline, place: Place) -> None:
        continues = False
        for text, line, literal in read.lines:
            if is_blank(text):
                continue
            # An indent of ideographic spaces begins a paragraph, whatever Markdown says.
            continues = continues and not self._lines[line - 1].startswith("\u3000")
            here = place if line == place.line else self._place(line - 1)
            self._add(Text(text, continues, here, literal))
            continues = True

    def _end_inline(self, read: Inline) -> None:
        self.blocks += read.images
        self.remarks += read.remarks

    def _add(self, block: Heading | Text) -> None:
        if self._marker:
            block = evolve(block, text=f"{self._marker} {block.text}")
            self._marker = ""
        self.blocks.append(block)

    def _item(self, token: "Token", line: int) -> None:
        self._end_item()
        if token.info:
            # The number as printed: CommonMark counts on from the first whatever the others say.
            self._marker, self._marker_place = token.info + token.markup, self._place(line)
        else:
            self.remarks.append(Remark("list_marker", token.markup, self._place(line)))

    def _end_item(self) -> None:
        if self._marker:
            self.blocks.append(Text(self._marker, place=self._marker_place))
            self._marker = ""

    def _code(self, token: "Token", first: int) -> None:
        if token.info.strip():
            self.remarks.append(Remark("code_language", token.info.strip(), self._place(first)))
        begin = first + 1 if token.type == "fence" else first
        for number, line in enumerate(token.content.split("\n"), begin + 1):
            if not is_blank(line):
                lead = len(line) - len(line.lstrip())
                self._add(Text(line.strip().replace("\t", " "), place=Place(number, lead + 1)))

    def _grid(self, lines: list[Row]) -> None:
        self._end_item()
        filled = [row for row in lines if not row.is_separator]
        for row in lines:
            if row.is_separator and (not filled or "---" not in row.raw):  # it might be printed marks: say so
                self.remarks.append(Remark("separator_row", row.raw, Place(row.line)))
        if filled:
            cells = tuple(tuple(self._cell(*cell, row.line) for cell in row.cells) for row in filled)
            self.blocks.append(Grid(cells, Place(filled[0].line, self._indent(filled[0].line - 1) + 1)))

    def _cell(self, content: str, column: int, line: int) -> Cell:
        place = Place(line, column)
        read = inline(content, place)
        self.remarks += read.remarks
        text = read.text
        for image in read.images:
            self.remarks.append(Remark("image", image.reference, place))
            text = html.join([text, image.caption])
        if read.link is not None:
            self.remarks.append(Remark("link_target", read.link.reference, place))
        return Cell("" if is_blank(text) else text, place=place)

    def _html(self, token: "Token", first: int, end: int) -> None:
        self._end_item()
        raw = token.content
        if token.level == 0 and (last := self._table_end(raw, end)):
            raw = "\n".join(self._lines[first:last])
            self._skip = last
        blocks, remarks = html.blocks(raw, first + 1)
        self.blocks += blocks
        self.remarks += remarks

    def _table_end(self, raw: str, end: int) -> int:
        """Return the line after an HTML table that a blank line broke, 0 if none did."""
        depth = _open_tables(raw)
        if depth <= 0 or self._endless:
            return 0
        for number in range(end, len(self._lines)):
            depth += _open_tables(self._lines[number])
            if depth <= 0:
                return number + 1
        self._endless = True
        return 0

    def _too_deep(self, tokens: "list[Token]") -> None:
        """Keep as text what markdown-it skips because it is nested too deep."""
        read = [token.map for token in tokens if token.type in _LEAVES and token.map]
        seen = {line for first, end in read for line in range(first, end)}
        for number, line in enumerate(self._lines):
            text = line.strip("> \t")
            if number not in seen and not is_blank(text):
                self.blocks.append(Text(text.replace("\t", " "), place=Place(number + 1)))
        self.blocks.sort(key=lambda block: block.place.line if block.place else 0)


def _open_tables(raw: str) -> int:
    lower = raw.lower()
    return lower.count("<table") - lower.count("</table")
