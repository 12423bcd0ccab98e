"""A page as a document: its article, what stands around it, its title; or that a script loads it all."""

import re
from collections.abc import Iterator
from typing import Final

from turbohtml import Document as Page
from turbohtml import Element

from govdisclosure.document import Document, Heading, Link, Place, Remark
from govdisclosure.errors import ReadError
from govdisclosure.formats._html_article import Article, find_article
from govdisclosure.formats._html_blocks import FRAMES, Blocks
from govdisclosure.formats._html_source import Source, read_source
from govdisclosure.formats._html_text import clean, flat
from govdisclosure.formats._html_title import has_title, page_title
from govdisclosure.formats._html_tree import address_of, place_of, visible_tree

__all__ = ["read"]

_BODY: Final = "/html/body"
_MARKED_UP: Final = re.compile(r"<(?:p|div|table|span|br)\b", re.IGNORECASE)
_LOADING: Final = re.compile(
    r"\{\{[^{}]*\}\}|(?:正在|数据|努力)*加载中?[.…。]*|请稍[候后等][.…。]*|Loading[.…]*", re.IGNORECASE
)
_ROOTS: Final = "#app,#root,#__next,#__nuxt,[v-cloak],[ng-app],[ng-view],app-root,#zoom,.TRS_Editor"
_NO_SCRIPT: Final = re.compile("JavaScript|脚本", re.IGNORECASE)
_NOTHING: Final = 8  # characters
_MOST_FRAMES: Final = 100
_LITTLE: Final = 200


def read(data: bytes) -> Document:
    """Read a web page.

    Example:
        >>> read("<h1>青山镇2024年政府信息公开工作年度报告</h1>".encode()).blocks[0].level
        1
    """
    return _read(read_source(data))


def _read(source: Source) -> Document:
    remarks = list(source.remarks)
    page = visible_tree(source.text, source.within, remarks)
    body = page.select_one("body") or page.select_one("frameset")
    if body is None:  # the parser gives every page one; were it to fail, nothing would be lost in silence
        return Document((), (), (*remarks, Remark("html_other", source.text, Place(1))))
    field = _field(page, source)
    article = find_article(body)
    if article is None:
        if field is not None:
            return _of_field(field, body, remarks)
        _check_loaded(page, body, remarks)
    elif field is not None:
        remarks.append(Remark("hidden_text", flat(field.text), Place(1, 1, field.within.removesuffix(": "))))
    return _document(page, article or Article(body, _BODY), article is not None, source, remarks)


def _document(page: Page, article: Article, is_known: bool, source: Source, remarks: list[Remark]) -> Document:
    blocks = Blocks(is_known, source.within)
    blocks.add(article.element, article.path)
    for region in article.passed:
        node, owner = region.node, region.owner
        words = node if isinstance(node, str) else " ".join(node.stripped_strings)
        blocks.drop(words, place_of(owner if isinstance(node, str) else node, source.within + region.path))
    remarks += _frames(page, blocks, source.within)
    return Document((*_title(page, blocks, article, source), *blocks.found), (), (*remarks, *blocks.remarks))


def _frames(page: Page, blocks: Blocks, within: str) -> Iterator[Remark]:
    """What other pages are shown in this one. The files among them that the article shows are links already."""
    shown = {block.place for block in blocks.found if isinstance(block, Link)}
    for name, attribute in FRAMES.items():
        for frame in page.select(name)[:_MOST_FRAMES]:
            target = (frame.attr(attribute) or "").strip()
            place = place_of(frame, within + address_of(frame))
            if target and place not in shown:
                yield Remark("frame", target, place)


def _title(page: Page, blocks: Blocks, article: Article, source: Source) -> Iterator[Heading]:
    """The page's own title, where its blocks have none. What it prints besides is a remark."""
    passed = [region.node for region in article.passed if isinstance(region.node, Element)]
    title = (
        None
        if has_title(blocks.found, is_whole=not blocks.in_article)
        else page_title(page, source.title, passed, source.within)
    )
    for element in page.select("head > title"):
        printed = clean(element.text)
        if title is None or title.text != printed:
            blocks.drop(printed, place_of(element, source.within + address_of(element)))
    if source.title and (title is None or title.text != clean(source.title)):
        blocks.drop(source.title, Place(1))
    if title is not None:
        yield Heading(1, title.text, title.place)


def _field(page: Page, source: Source) -> Source | None:
    """The HTML that a page holds as the text of a field, from which a script would fill it."""
    if source.within:
        return None
    fields = [(one, one.text) for one in page.select("textarea")]
    fields += [(one, one.attr("value") or "") for one in page.select("input")]
    fields = [(one, text) for one, text in fields if "。" in text and _MARKED_UP.search(text)]
    if not fields:
        return None
    element, text = max(fields, key=lambda field: len(field[1]))
    element.clear()
    heading = next(iter(page.select("h1,head > title")), None)
    title = clean(heading.text) if heading is not None else ""
    return Source(text, title, f"{address_of(element)}: ")


def _of_field(field: Source, body: Element, remarks: list[Remark]) -> Document:
    inner = _read(field)
    around = flat(" ".join(body.stripped_strings))
    if around:
        remarks.append(Remark("page_furniture", around, place_of(body, _BODY)))
    return Document(inner.blocks, (), (*remarks, *inner.remarks))


def _check_loaded(page: Page, body: Element, remarks: list[Remark]) -> None:
    """Refuse a page that says next to nothing and has a script to fill it."""
    text = flat(body.text)
    rest = _LOADING.sub("", text).strip()
    needs_script = any(one.code == "hidden_text" and _NO_SCRIPT.search(one.raw) for one in remarks)
    if not needs_script and page.select_one("script") is None:
        return
    is_empty = rest != text or any(not root.text.strip() for root in page.select(_ROOTS))
    says_little = len(rest) < _NOTHING or (len(rest) < _LITTLE and (needs_script or is_empty))
    if says_little and (rest != text or body.select_one("iframe,frame,embed,object,img") is None):
        raise ReadError("script_only", source="data")
