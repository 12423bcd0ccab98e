"""The inside of a paragraph or cell of Markdown: its lines of text, its pictures, and what became neither."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from govdisclosure.document import Image, Link, Place, Remark
from govdisclosure.formats import _raw_html as html
from govdisclosure.formats._markdown_escape import LITERAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["Inline", "inline", "parser"]

_MARKUP: Final = re.compile(r"[\\`*_\[<&]")
_FORBIDDEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_NESTING: Final = 20  # deeper than documents are; the text of anything deeper is kept all the same


@cache
def parser() -> "MarkdownIt":
    """Return the parser of blocks, built once; what stands inside a line is parsed on demand."""
    from markdown_it import MarkdownIt

    from govdisclosure.formats._markdown_rows import pipes

    class Parser(MarkdownIt):
        """CommonMark with tables, and with links as they are written."""

        def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's own name
            return url

        def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - markdown-it's own name
            return link

        def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - a target is data here, nobody follows it
            return True

    made = Parser("commonmark", {"maxNesting": _NESTING}).disable(["reference", "inline", "text_join"])
    made.block.ruler.before("code", "pipes", pipes, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    return made


class Line(NamedTuple):
    """A line of text, the number of the line of the source on which it stands, and whether it is marked literal."""

    text: str
    number: int
    literal: bool = False


class Inline:
    """What a stretch of inline Markdown holds: lines of text, pictures, and remarks on the rest."""

    def __init__(self, place: Place) -> None:
        self.lines: list[Line] = []
        self.images: list[Image] = []
        self.remarks: list[Remark] = []
        self.link: Link | None = None
        self._place = place
        self._line = place.line
        self._text: list[str] = []
        self._literal = False

    @property
    def text(self) -> str:
        """All lines as one."""
        return self.lines[0].text if len(self.lines) == 1 else html.join([line.text for line in self.lines])

    def read(self, content: str) -> None:
        """Read ``content``."""
        if not _MARKUP.search(content):
            for line in content.split("\n"):
                self._text.append(line)
                self._end_line(1)
            return
        tokens = parser().inline.parse(content, parser(), {}, [])
        for token in tokens:
            self._take(token)
        self._end_line(0)
        self._whole_link(tokens)

    def _take(self, token: "Token") -> None:
        if token.type in ("text", "text_special", "code_inline"):
            self._text.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            self._end_line(1)
        elif token.type == "html_inline":
            self._html(token.content)
        elif token.type == "image":
            self._image(str(token.attrs.get("src", "")), _plain(token.children or ()))
            self._remark("link_title", token.attrs.get("title"))
        elif token.type == "link_open":
            self._remark("link_target", token.attrs.get("href"))
            self._remark("link_title", token.attrs.get("title"))

    def _end_line(self, breaks: int) -> None:
        text = "".join(self._text)
        self._text = []
        text = _FORBIDDEN.sub(self._forbidden, text.replace("\t", " ")) if _FORBIDDEN.search(text) else text
        # Spaces around a line break are layout; those at the edges of a paragraph were written as references.
        self.lines.append(Line(text.strip() if self.lines else text, self._line, self._literal))
        self._line += breaks
        self._literal = False

    def _forbidden(self, found: re.Match[str]) -> str:
        self._remark("control_character", repr(found[0]))
        return " " if "\n" in found[0] else ""

    def _html(self, raw: str) -> None:
        name = html.tag_name(raw)
        if name == "br":
            self._end_line(0)
        elif name == "img":
            tag = html.attributes(raw)
            self._image(tag.get("src", ""), tag.get("alt", ""))
        elif name == "a":
            self._remark("link_target", html.attributes(raw).get("href"))
        elif raw == LITERAL:
            self._literal = True
        elif not name:
            self._remark("html_comment" if raw.startswith("<!--") else "html_other", raw)

    def _image(self, reference: str, caption: str) -> None:
        reference, caption = (_FORBIDDEN.sub("", part.replace("\n", " ")) for part in (reference, caption))
        self.images.append(Image(reference, caption, self._place))

    def _remark(self, code: str, raw: object) -> None:
        if raw:
            self.remarks.append(Remark(code, str(raw), Place(self._line)))

    def _whole_link(self, tokens: "Sequence[Token]") -> None:
        kinds = [token.type for token in tokens]
        whole = kinds[:1] == ["link_open"] and kinds[-1:] == ["link_close"] and kinds.count("link_open") == 1
        if whole and len(self.lines) == 1 and not self.images:
            reference = _FORBIDDEN.sub("", str(tokens[0].attrs.get("href", "")))
            self.link = Link(reference, self.lines[0].text, self._place)
            self.remarks = [remark for remark in self.remarks if remark.code != "link_target"]


def inline(content: str, place: Place) -> Inline:
    """Read the inline ``content`` that begins at ``place``.

    Example:
        >>> read = inline("**全年**公开[12条](gk.html)信息", Place(3))
        >>> read.text, read.remarks[0].raw
        ('全年公开12条信息', 'gk.html')
    """
    read = Inline(place)
    read.read(content)
    return read


def _plain(tokens: "Sequence[Token]") -> str:
    parts = [_plain(token.children or ()) if token.type == "image" else _content(token) for token in tokens]
    return "".join(parts)


def _content(token: "Token") -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in ("text", "text_special", "code_inline") else ""
