"""The elements of a page as blocks: paragraphs, headings, tables, pictures and links to files."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import Factory, define
from turbohtml import CData, Element, Node
from turbohtml import Text as Words

from govdisclosure.conventions.numbering import leading_mark, looks_like_heading
from govdisclosure.document import Block, Grid, Heading, Image, Link, Place, Remark, Text
from govdisclosure.errors import LimitError
from govdisclosure.formats._html_signs import FILE, is_furniture, is_furniture_line, is_grid, is_page_data
from govdisclosure.formats._html_tables import read_table
from govdisclosure.formats._html_text import clean, flat, without_controls
from govdisclosure.formats._html_tree import Paths, is_special, place_of

__all__ = ["FRAMES", "Blocks"]

_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_PARAGRAPHS: Final = frozenset({*_HEADINGS, "p"})
_REGIONS: Final = frozenset(
    {"div", "ul", "ol", "dl", "nav", "section", "aside", "footer", "header", "table", "form", "p", "tr", "td"}
)
_BREAKING: Final = frozenset({
    *_PARAGRAPHS, *_REGIONS,
    *("address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "dt"),
    "fieldset",
    *("figcaption", "figure", "frameset", "hgroup", "hr", "legend", "li", "listing", "main", "menu", "option", "pre"),
    *("search", "summary", "tbody", "tfoot", "th", "thead", "textarea", "select", "button", "xmp", "plaintext"),
})  # fmt: skip
_VERBATIM: Final = frozenset({"pre", "textarea", "xmp", "listing", "plaintext"})
FRAMES: Final = {"iframe": "src", "frame": "src", "embed": "src", "object": "data"}
"""The elements that show another page, or a file, and the attribute that names it."""

_END_OF_SENTENCE: Final = "。！？；：!?;:"
_INDENT: Final = re.compile("[ \t]*\n?[ \t\n]*[\u3000\xa0]|[ \t]{2,}(?![\n])")
_ATTACHMENT: Final = re.compile(r"(?:附件|附)?\s*[0-9一二三四五六七八九十]{0,2}\s*[：:、.．]?\s*")
_NO_TARGET: Final = re.compile(r"\s*(?:javascript:|#|$)", re.IGNORECASE)
_CHECKED: Final = 40  # levels: deeper elements are not looked at as wholes
_SIGN: Final = re.compile(
    r"logo|icon|banner|qr|ewm|erweima|weixin|beian|gongan|jiucuo|dzjg|jgdw|arrow|dot|line|top\b", re.IGNORECASE
)
_MOST: Final = 30_000  # blocks; a long report has 300
_SMALLEST_PICTURE: Final = 40  # pixels


@define
class _Frame:
    nodes: Iterator[Node]
    owner: Element
    paths: Paths
    address: str  # of the innermost element that is a line of its own


@define
class _Line:
    """The line that is being put together."""

    parts: list[str] = Factory(list[str])
    origin: Element | None = None
    address: str = ""
    links: list[Element] = Factory(list[Element])
    pictures: list[tuple[Element, str]] = Factory(list[tuple[Element, str]])


@define
class Blocks:
    """Collects the blocks below an element.

    ``in_article`` says that the page around the text is known: links are parts of sentences then, and what clearly
    belongs to the page is a remark. Otherwise every line is kept, and every link is a block.

    Example:
        >>> from turbohtml import parse
        >>> blocks = Blocks()
        >>> blocks.add(parse("<h1>青山镇年报</h1><p>一、总体情况<br>全年公开12条。").select_one("body"), "/html/body")
        >>> [block.text for block in blocks.found]
        ['青山镇年报', '一、总体情况', '全年公开12条。']
    """

    in_article: bool = True
    within: str = ""
    found: list[Block] = Factory(list[Block])
    remarks: list[Remark] = Factory(list[Remark])
    _line: _Line = Factory(_Line)
    _before: Text | None = None  # the line before a break, which this one may continue
    _level: int = 0

    def add(self, start: Element, path: str) -> None:
        """Add what stands in ``start``, to which ``path`` leads."""
        stack = [_Frame(iter(start), start, Paths(path), path)]
        while stack:
            frame = stack[-1]
            node = next(frame.nodes, None)
            if node is None:
                self._leave(stack.pop())
            elif isinstance(node, Words | CData):
                self._words(node.data, frame)
            elif isinstance(node, Element):
                inner = self._enter(node, frame, len(stack))
                if inner is not None:
                    stack.append(inner)
        self._end()

    def drop(self, text: str, place: Place) -> None:
        """Note words of the page around the article."""
        if raw := flat(text):
            self.remarks.append(Remark("page_furniture", raw, place))

    def _words(self, data: str, frame: _Frame) -> None:
        line = self._line
        if frame.owner.tag in _VERBATIM and "\n" in data:
            for number, row in enumerate(data.split("\n")):
                if number:
                    self._end(is_broken=True)
                self._words(row, frame)
            return
        if line.origin is None:
            if data.isspace():
                if line.parts or not data.isascii():  # an indent tells that a paragraph begins
                    line.parts.append(data)
                return
            line.origin, line.address = frame.owner, frame.address
        line.parts.append(data)

    def _enter(self, node: Element, frame: _Frame, depth: int) -> _Frame | None:
        """Begin an element; ``None`` if there is nothing more in it to walk through."""
        tag, path = node.tag, frame.paths.of(node)
        if tag not in _BREAKING:
            return self._enter_inline(node, tag, path, frame)
        self._end()
        if tag in _PARAGRAPHS and not is_special(node):
            if text := clean(node.text):
                place = self._place(node, path)
                self._level = _HEADINGS.get(tag, 0)
                self._keep(self._block(without_controls(text, place, self.remarks), "", None, place, ()))
                self._level = 0
            return None
        if tag in _REGIONS and self.in_article and depth < _CHECKED and self._is_dropped(node, path):
            return None
        if tag in ("select", "button"):
            self.drop(" ".join(node.stripped_strings), self._place(node, path))
            return None
        if tag == "table" and is_grid(node):
            self._table(node, path)
            return None
        self._level = _HEADINGS.get(tag, self._level)
        return _Frame(iter(node), node, Paths(path), path)

    def _enter_inline(self, node: Element, tag: str, path: str, frame: _Frame) -> _Frame | None:
        if tag == "br":
            if self._level:  # a heading is one line
                self._line.parts.append("\n")
                return None
            self._end(is_broken=True)
            self._line.origin, self._line.address = node, frame.address
            return None
        if tag == "img":
            self._line.pictures.append((node, path))
            return None
        if tag in FRAMES:
            target = (node.attr(FRAMES[tag]) or "").strip()
            if FILE.search(target):  # a viewer
                self._end()
                place = self._place(node, path)
                self._keep(Link(self._reference(target, place), "", place))
        elif tag == "input":
            if (node.attr("type") or "text").lower() not in ("hidden", "checkbox", "radio", "password"):
                self.drop(node.attr("value") or "", self._place(node, path))
            return None
        elif tag == "title":
            self.drop(node.text, self._place(node, path))
            return None
        elif tag == "a":
            if not self.in_article and not _NO_TARGET.match(node.attr("href") or ""):
                self._end()
            self._line.links.append(node)
        return _Frame(iter(node), node, Paths(path), frame.address)

    def _leave(self, frame: _Frame) -> None:
        tag = frame.owner.tag
        if tag in _BREAKING:
            self._end()
            self._level = 0 if tag in _HEADINGS else self._level
        elif tag == "a" and not self.in_article and not _NO_TARGET.match(frame.owner.attr("href") or ""):
            self._end()

    def _is_dropped(self, node: Element, path: str) -> bool:
        text = node.text
        if not text.strip():
            return False
        if node.tag == "table":
            is_around = is_page_data(text) and not any(_is_body(block) for block in self.found)
        else:
            is_around = is_furniture(node, text)
        if is_around:
            self.drop(" ".join(node.stripped_strings), self._place(node, path))
        return is_around

    def _table(self, node: Element, path: str) -> None:
        waiting = [(node, path)]
        for one, at in waiting:
            table = read_table(one, self.within + at)
            if table.caption is not None:
                self.found.append(Text(table.caption[0], place=table.caption[1]))
            self.found.append(table.grid)
            self.remarks += table.remarks
            waiting += [(inner, at.removeprefix(self.within)) for inner, at in table.inner]
        self._before = None

    def _place(self, node: Element, path: str) -> Place:
        return place_of(node, self.within + path if path else "")

    def _end(self, *, is_broken: bool = False) -> None:
        """End the line: at the edge of an element, or at a break inside one."""
        line, before = self._line, self._before
        if not (line.parts or line.links or line.pictures):
            self._before = line.origin = None
            return
        self._line = _Line()
        raw = "".join(line.parts)
        text = clean(raw)
        place = Place(1) if line.origin is None else self._place(line.origin, line.address)
        text = without_controls(text, place, self.remarks)
        block = None
        if text:
            block = self._keep(self._block(text, raw, before, place, line.links))
        else:
            self._note_targets(line.links, place)
        self._before = block if is_broken and isinstance(block, Text) else None
        for picture, path in line.pictures:
            self._picture(picture, path)

    def _keep(self, block: Block | None) -> Block | None:
        if block is not None:
            self.found.append(block)
            if len(self.found) > _MOST:
                raise LimitError("too_many_elements", source="data", limit=_MOST)
        return block

    def _block(self, text: str, raw: str, before: Text | None, place: Place, links: Sequence[Element]) -> Block | None:
        if not text or (self.in_article and is_furniture_line(text)):
            self.drop(text, place)
            return None
        if not links:
            if self._level:
                return Heading(self._level, text, place)
            return Text(text, before is not None and _continues(before.text, raw, text), place)
        return self._linked(text, raw, before, place, links)

    def _linked(self, text: str, raw: str, before: Text | None, place: Place, links: Sequence[Element]) -> Block:
        named = [link for link in links if not _NO_TARGET.match(link.attr("href") or "")]
        if len(named) == 1:
            link, target = named[0], (named[0].attr("href") or "").strip()
            is_file = FILE.search(target) is not None or FILE.search(text) is not None
            words = clean(link.text)
            if (is_file or not self.in_article) and (text == words or _ATTACHMENT.fullmatch(text.removesuffix(words))):
                return Link(self._reference(target, place), text, place)
        self._note_targets(named, place)
        if self._level and clean("".join(link.text for link in links)) != text:
            return Heading(self._level, text, place)
        return Text(text, before is not None and _continues(before.text, raw, text), place)

    def _note_targets(self, links: Sequence[Element], place: Place) -> None:
        targets = (link.attr("href") or "" for link in links)
        self.remarks += [Remark("link_target", one, place) for one in targets if not _NO_TARGET.match(one)]

    def _picture(self, picture: Element, path: str) -> None:
        source, caption = picture.attr("src") or "", clean(picture.attr("alt") or "")
        place = self._place(picture, path)
        sizes = [picture.attr("width") or "", picture.attr("height") or ""]
        is_sign = _SIGN.search(source[-80:]) or any(s.isdecimal() and int(s[:6]) <= _SMALLEST_PICTURE for s in sizes)
        if is_sign:
            self.drop(f"{source} {caption}", place)
        elif source.strip():
            caption = without_controls(caption, place, self.remarks)
            self._keep(Image(self._reference(source, place), caption, place))

    def _reference(self, target: str, place: Place) -> str:
        """An address as a browser takes it: without white space at its edges and line breaks inside."""
        return without_controls(re.sub("[\t\n\r]", "", target).strip(), place, self.remarks)


def _is_body(block: Block) -> bool:
    return isinstance(block, Grid) or (isinstance(block, Text) and "。" in block.text)


def _continues(before: str, raw: str, text: str) -> bool:
    """Tell whether a line after a break goes on with the sentence before it, rather than to begin a paragraph."""
    if before[-1] in _END_OF_SENTENCE or _INDENT.match(raw) or leading_mark(text) is not None:
        return False
    return not (leading_mark(before) is not None and looks_like_heading(before))
