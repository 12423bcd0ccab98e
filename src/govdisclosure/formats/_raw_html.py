"""Raw HTML inside Markdown: its tables, its text, its pictures. Unclosed and nested tags are read as they come."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

from govdisclosure.conventions.characters import is_blank
from govdisclosure.document import Block, Cell, Grid, Heading, Image, Place, Remark, Text

__all__ = ["attributes", "blocks", "join", "tag_name"]

# Linear on any input: no quoted value holds `<`, so each attempt ends at the next tag.
_TAG: Final = re.compile(r"""<(/?)([A-Za-z][A-Za-z0-9-]*)((?=[\s/>])(?:[^<>"']|"[^"<]*"|'[^'<]*')*+)>""")
_DECLARATION: Final = re.compile(r"<[!?][^<>]*>")
_ATTRIBUTE: Final = re.compile(r"""(?<![\w:.-])([A-Za-z_:][\w:.-]*+)\s*+=\s*+("[^"]*"|'[^']*'|[^\s"'>]+)""")
_REFERENCE: Final = re.compile("(&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)")
_RAW: Final = frozenset({"script", "style"})
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_BREAKING: Final = _HEADINGS.keys() | {
    *("address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "div", "dl", "dt", "fieldset"),
    *("figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section"),
    *("table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul"),
}
_LARGEST_SPAN: Final = 1000
_FIRST_WIDE: Final = "\u2e80"
# Put around a space that was written as a reference, which is text and no layout. No source holds this character.
_SHIELD: Final = "\x02"
_FORBIDDEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class _Piece(NamedTuple):
    kind: str  # text, open, close, comment, other
    value: str  # the text, the tag's name, or the raw mark-up
    attributes: str = ""


def blocks(raw: str, line: int) -> tuple[list[Block], list[Remark]]:
    """Read ``raw`` HTML that begins at ``line`` of its file.

    Example:
        >>> read, remarks = blocks("<table><tr><td rowspan=2>甲<td>1<tr><td>2</table><!--完-->", 1)
        >>> [[cell.text for cell in row] for row in read[0].rows]
        [['甲', '1'], ['2']]
        >>> remarks[0].raw
        '<!--完-->'
    """
    reader = _Reader(line)
    for piece, place in _placed(raw, line):
        reader.take(piece, place)
    reader.finish()
    return reader.blocks, reader.remarks


def attributes(tag: str) -> dict[str, str]:
    """Return the attributes of a raw ``tag``, the first of each name.

    Example:
        >>> attributes('<td colspan="2" align=center>')
        {'colspan': '2', 'align': 'center'}
    """
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(tag):
        found.setdefault(name.lower(), unescape(value.strip("\"'")))
    return found


def tag_name(tag: str) -> str:
    """Return the name of a raw ``tag``, with ``/`` before that of a closing one; empty for what is no tag.

    Example:
        >>> tag_name("<BR/>"), tag_name("</td>"), tag_name("<!-- -->")
        ('br', '/td', '')
    """
    found = _TAG.match(tag)
    return found[1] + found[2].lower() if found else ""


def join(lines: list[str]) -> str:
    """Join the lines of one text: with nothing beside Chinese, with a space between words.

    Example:
        >>> join(["本年新", "制作数量"]), join(["annual", "report"])
        ('本年新制作数量', 'annual report')
    """
    joined = ""
    for part in filter(None, lines):
        space = joined and joined[-1] < _FIRST_WIDE and part[0] < _FIRST_WIDE
        joined += f" {part}" if space else part
    return joined


class _Reader:
    """Collects blocks from the pieces of one stretch of HTML."""

    def __init__(self, line: int) -> None:
        self.blocks: list[Block] = []
        self.remarks: list[Remark] = []
        self._text: list[str] = []
        self._place = Place(line)
        self._level = 0  # of the heading that is open
        self._depth = 0  # of tables: a table in a cell is read as that cell's text
        self._rows: list[list[Cell]] = []
        self._cell: dict[str, str] | None = None
        self._grid_place = Place(line)

    def take(self, piece: _Piece, place: Place) -> None:
        if piece.kind == "text":
            if not self._text or is_blank(self._text[-1]):
                self._place = place if self._cell is None else self._place
            self._text.append(piece.value)
        elif piece.kind in ("comment", "other"):
            self.remarks.append(Remark(f"html_{piece.kind}", piece.value, place))
        elif piece.kind == "open":
            self._open(piece.value, piece.attributes, place)
        else:
            self._close(piece.value)

    def finish(self) -> None:
        if self._depth:
            self._end_table()
        self._end_text()

    def _open(self, name: str, raw: str, place: Place) -> None:
        if name == "table":
            self._begin_table(place)
        elif self._depth == 1 and name == "tr":
            self._end_cell()
            self._rows.append([])
        elif self._depth == 1 and name in ("td", "th"):
            self._end_cell()
            self._cell, self._place = attributes(raw), place
        elif name == "img":
            self._image(attributes(raw), place)
        elif name == "a" and (target := attributes(raw).get("href")):
            self.remarks.append(Remark("link_target", target, place))
        elif name in _BREAKING:
            self._break()
            if not self._depth:
                self._level = _HEADINGS.get(name, self._level)

    def _close(self, name: str) -> None:
        if name == "table" and self._depth:
            self._depth -= 1
            if self._depth:
                self._text.append("\n")
            else:
                self._end_table()
        elif self._depth == 1 and name in ("td", "th", "tr"):
            self._end_cell()
        elif name in _BREAKING:
            self._break()

    def _begin_table(self, place: Place) -> None:
        if not self._depth:
            self._end_text()
            self._rows, self._grid_place = [], place
        else:
            self._text.append("\n")
        self._depth += 1

    def _end_table(self) -> None:
        self._end_cell()
        self._depth = 0
        if self._rows:
            self.blocks.append(Grid(tuple(map(tuple, self._rows)), self._grid_place))

    def _end_cell(self) -> None:
        if self._cell is None:
            self._end_text()  # what stands in a table outside its cells
            return
        text, span = self._taken(), self._cell
        if not self._rows:
            self._rows.append([])
        text = "" if is_blank(text) else text
        self._rows[-1].append(Cell(text, _span(span.get("rowspan")), _span(span.get("colspan")), self._place))
        self._cell = None

    def _break(self) -> None:
        if self._depth:
            self._text.append("\n")
        else:
            self._end_text()

    def _end_text(self) -> None:
        text, level, self._level = self._taken(), self._level, 0
        if not is_blank(text):
            place = self._place
            self.blocks.append(Heading(level, text, place) if level else Text(text, place=place))

    def _taken(self) -> str:
        if not self._text:
            return ""
        text = "".join(self._text)
        self._text = []
        text = join([part.strip() for part in text.split("\n")]) if "\n" in text else text.strip()
        return text if text.isprintable() else _FORBIDDEN.sub("", text.replace("\t", " "))

    def _image(self, tag: dict[str, str], place: Place) -> None:
        reference, caption = (_FORBIDDEN.sub("", tag.get(name, "")) for name in ("src", "alt"))
        if self._depth:
            self.remarks.append(Remark("image", reference, place))
            self._text.append(caption)
        else:
            self._end_text()
            self.blocks.append(Image(reference, caption, place))


def _span(raw: str | None) -> int:
    # int() reads any Unicode digits and a sign; HTML reads ASCII digits only
    return min(int(raw), _LARGEST_SPAN) or 1 if raw and re.fullmatch("[0-9]{1,6}", raw) else 1


def _placed(raw: str, line: int) -> Iterator[tuple[_Piece, Place]]:
    start = 0  # of the line on which `counted` stands
    counted = 0
    for offset, piece in _pieces(raw):
        if breaks := raw.count("\n", counted, offset):
            line += breaks
            start = raw.rfind("\n", counted, offset) + 1
        counted = offset
        yield piece, Place(line, offset - start + 1)


def _pieces(raw: str) -> Iterator[tuple[int, _Piece]]:
    at = 0
    endless: set[str] = set()  # what was seen to have no end, so that no later one looks for it again
    while at < len(raw):
        if raw[at] != "<":
            less = raw.find("<", at)
            piece, end = _text(raw[at:] if less < 0 else raw[at:less]), len(raw) if less < 0 else less
        else:
            piece, end = _markup(raw, at, endless)
        yield at, piece
        at = end


def _markup(raw: str, at: int, endless: set[str]) -> tuple[_Piece, int]:
    if raw.startswith("<!--", at) and (end := _end(raw, "-->", at + 4, endless)):
        return _Piece("comment", raw[at:end]), end
    if found := _TAG.match(raw, at):
        name = found[2].lower()
        if name in _RAW and not found[1] and (end := _end(raw, f"</{name}>", found.end(), endless)):
            return _Piece("other", raw[at:end]), end
        return _Piece("close" if found[1] else "open", name, found[3]), found.end()
    if found := _DECLARATION.match(raw, at):
        return _Piece("other", found[0]), found.end()
    return _Piece("text", "<"), at + 1


def _end(raw: str, mark: str, at: int, endless: set[str]) -> int:
    end = -1 if mark in endless else raw.find(mark, at)
    if end < 0:
        endless.add(mark)
        return 0
    return end + len(mark)


def _text(text: str) -> _Piece:
    if "&" in text:
        parts = _REFERENCE.split(text)
        parts[1::2] = [_shielded(unescape(part)) for part in parts[1::2]]
        text = "".join(parts)
    return _Piece("text", text)


def _shielded(text: str) -> str:
    return f"{_SHIELD}{text}{_SHIELD}" if text.isspace() and text not in "\t\n\r\f" else text
