"""The title of a page, where the article has none of its own."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen
from turbohtml import Document, Element

from govdisclosure.conventions.titles import LONGEST_TITLE, parse_title
from govdisclosure.document import Block, Heading, Place, Text
from govdisclosure.formats._html_text import clean
from govdisclosure.formats._html_tree import address_of, place_of

__all__ = ["PageTitle", "has_title", "page_title"]

_SITE: Final = re.compile(r"\s*[-_|—–－｜·]+\s*")
_DOCUMENT: Final = re.compile(r"(?:报告|年报|总结|公报|规划|方案|通知|公告|意见|办法|指南|目录)$")
_FIRST: Final = 8  # blocks; a title takes up to three
_LINES: Final = 3


@frozen
class PageTitle:
    """A title beside the article: its words, where they stand, and all that stands there if that is more."""

    text: str
    place: Place
    raw: str = ""


def has_title(blocks: Sequence[Block], *, is_whole: bool = False) -> bool:
    """Tell whether blocks begin with a title: a heading of the first level, or up to three lines that read as one.

    ``is_whole`` says that the blocks are those of a whole page, with its menus before the title.

    Example:
        >>> has_title((Text("青山镇"), Text("2024年政府信息公开工作年度报告")))
        True
    """
    begin = blocks if is_whole else blocks[:_FIRST]
    first = [block.text for block in begin if isinstance(block, Heading | Text)]
    if any(isinstance(block, Heading) and block.level == 1 for block in begin):
        return True
    for start in range(len(first)):
        joined = ""
        for line in first[start : start + _LINES]:
            joined += line
            if len(joined) > LONGEST_TITLE or "。" in joined:
                break
            if "公" in joined and ("报" in joined or "報" in joined) and parse_title(joined) is not None:
                return True
    return False


def page_title(document: Document, beside: str, passed: Sequence[Element], within: str) -> PageTitle | None:
    """The title that a page gives its article: that of a report, else the first that reads as that of any document.

    ``beside`` is a title from outside the page, ``passed`` are the elements beside the article.

    Example:
        >>> from turbohtml import parse
        >>> page_title(parse("<title>青山镇2024年政府信息公开年度报告-绿水县人民政府</title>"), "", (), "").text
        '青山镇2024年政府信息公开年度报告'
    """
    first: PageTitle | None = None
    for one in _candidates(document, beside, passed, within):
        title = parse_title(one.text)
        if title is not None and title.year:
            return one
        if first is None and (title is not None or _DOCUMENT.search(one.text)):
            first = one
    return first


def _candidates(document: Document, beside: str, passed: Sequence[Element], within: str) -> Iterator[PageTitle]:
    if clean(beside):
        yield PageTitle(clean(beside), Place(1))
    for meta in document.select("meta"):
        if (meta.attr("name") or "").lower() == "articletitle" and (text := clean(meta.attr("content") or "")):
            yield PageTitle(text, _place(meta, within))
    for element in passed:
        headings = [element] if element.tag in ("h1", "h2", "h3") else element.select("h1,h2,h3")
        for heading in headings:
            if heading.select_one("a") is None and (text := clean(heading.text)):
                yield PageTitle(text, _place(heading, within))
    for element in passed:
        for piece in _short_pieces(element):
            yield PageTitle(piece, _place(element, within))
    for element in document.select("head > title")[:1]:
        if text := clean(element.text):
            yield PageTitle(_without_site(text), _place(element, within), text)


def _short_pieces(element: Element) -> Iterator[str]:
    """The words of an element beside the article that read as a title and are no link to another page."""
    if "公" not in element.text or element.tag in ("ul", "ol", "nav", "footer") or element.select_one("li") is not None:
        return
    linked = {clean(link.text) for link in element.select("a")}
    for piece in element.stripped_strings:
        if len(piece) <= LONGEST_TITLE and piece not in linked and parse_title(piece) is not None:
            yield clean(piece)


def _without_site(text: str) -> str:
    """A page's own title often ends, or begins, with the name of the site."""
    parts = [part for part in _SITE.split(text) if part]
    return next((part for part in parts if parse_title(part) is not None), parts[0] if parts else text)


def _place(element: Element, within: str) -> Place:
    return place_of(element, within + address_of(element))
