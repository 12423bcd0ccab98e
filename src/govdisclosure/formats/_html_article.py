"""Where the article of a page stands, among menus, side bars and footers."""

import re
from typing import Final

from attrs import Factory, define
from turbohtml import Element
from turbohtml import Text as Words

from govdisclosure.conventions.dates import is_date_line
from govdisclosure.formats._html_signs import (
    has_file_link,
    holds_data,
    is_furniture,
    is_link_list,
    is_named_furniture,
    is_page_data,
    reads_as_text,
)
from govdisclosure.formats._html_text import clean
from govdisclosure.formats._html_tree import Paths

__all__ = ["Article", "Region", "find_article"]

_STEPS: Final = 100  # of elements that hold all the text; a page has about ten
_SENTENCES: Final = 2
_OPAQUE: Final = frozenset(
    {"p", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "textarea", "select", "svg", "ul", "ol", "dl"}
)
_PARTS: Final = frozenset({"tbody", "thead", "tfoot", "tr", "caption"})
_LINES: Final = frozenset({"p", "pre", "blockquote", "li", "dd", "dt", "table"})
_NAMED: Final = re.compile(
    r"zoom|trs_?editor|ucap-?content|article|content|editor|detail|view|main|text|news|neirong|zhengwen|wenzhang|xxgk"
    r"|con(?:$|[\s_-])",
    re.IGNORECASE,
)
_CERTAIN: Final = "#zoom,#zoomcon,.TRS_Editor,#UCAP-CONTENT,ucapcontent,.article-content,#article-content"
_SECTION: Final = re.compile(r"\s*[（(]?[一二三四五六七八九十]{1,3}\s*[、）)]")
_LONGEST_SIGN_OFF: Final = 120


@define
class Region:
    """What stands beside the way to the article: an element, or words between elements, with the path to it."""

    node: Element | str
    owner: Element
    path: str


@define
class Article:
    """The element that holds the article, the path to it, and what was passed by on the way."""

    element: Element
    path: str
    passed: list[Region] = Factory(list[Region])


def find_article(body: Element) -> Article | None:
    """Find the smallest element that holds all that reads as text or data; ``None`` where nothing does.

    An element is entered only if everything beside it clearly belongs to the page: in doubt more is kept.

    Example:
        >>> from turbohtml import parse
        >>> page = parse(
        ...     "<ul><li><a>首页</a></ul><div><p>一、总体情况</p><p>公开12条。受理1件。</p></div><p class=foot>主办"
        ... )
        >>> article = find_article(page.select_one("body"))
        >>> article.path, [region.path for region in article.passed]
        ('/html/body/div[1]', ['/html/body/ul[1]', '/html/body/p[1]'])
    """
    holders = _holders(body)
    if not holders and not reads_as_text(body.text, _SENTENCES):
        _add_with_owners(_named(body), holders)
        if not holders:
            return None
    article = Article(body, "/html/body")
    for _ in range(_STEPS):
        if not _enter(article, holders):
            break
    return article


def _holders(body: Element) -> set[Element]:
    """The tables of data, and every element that holds one."""
    found: set[Element] = set()
    for table in body.select("table"):
        if table not in found and holds_data(table) and not is_page_data(table.text):
            _add_with_owners([table], found)
    return found


def _named(body: Element) -> list[Element]:
    """The elements where pages keep their articles, if they hold words: few words are told from a menu by this only."""
    return [one for one in body.select(_CERTAIN) if _says_more_than_links(one)]


def _says_more_than_links(element: Element) -> bool:
    text = element.text
    linked = sum(len(clean(link.text)) for link in element.select("a"))
    return len(clean(text)) > linked and not is_link_list(element, text)


def _add_with_owners(elements: list[Element], found: set[Element]) -> None:
    for element in elements:
        found.add(element)
        for above in element.ancestors:
            if above in found or not isinstance(above, Element):
                break
            found.add(above)


@define
class _Child:
    element: Element
    path: str
    text: str
    is_body: bool  # holds text or data


def _enter(article: Article, holders: set[Element]) -> bool:
    """Go one element further in, if there is one that holds everything."""
    owner = article.element
    paths = Paths(article.path)
    children: list[_Child] = []
    words: list[Region] = []
    bodies = 0
    for node in owner:
        if isinstance(node, Element):
            path = paths.of(node)
            text = node.text
            if text.strip():
                is_body = node in holders or (reads_as_text(text) and not is_furniture(node, text))
                if is_body and bodies and node.tag == "p" and not is_named_furniture(node):
                    return False  # paragraphs of the article stand here side by side
                bodies += is_body
                children.append(_Child(node, path, text, is_body))
        elif isinstance(node, Words) and (line := clean(node.data)):
            if reads_as_text(line) or _SECTION.match(line):
                return False
            words.append(Region(line, owner, article.path))
    chosen = _chosen(children, holders)
    if chosen is None or chosen.element.tag in _OPAQUE or _is_own_data(chosen.element, holders):
        return False
    inside = children.index(chosen)
    is_named = _NAMED.search(_name(chosen.element)) is not None
    if any(_matters(child, at > inside, is_named) for at, child in enumerate(children) if at != inside):
        return False
    if any(_signs(region.node) for region in words if isinstance(region.node, str)):
        return False
    beside = [Region(child.element, owner, child.path) for child in children if child is not chosen]
    article.passed += [*words, *beside]
    article.element, article.path = chosen.element, chosen.path
    return True


def _name(element: Element) -> str:
    return f"{element.attr('id') or ''} {element.attr('class') or ''} {element.tag}"


def _is_own_data(element: Element, holders: set[Element]) -> bool:
    """Tell whether an element is itself a table of data, or a part of one: nothing to go into."""
    if element not in holders:
        return False
    table = element if element.tag == "table" else element.closest("table") if element.tag in _PARTS else None
    return table is not None and holds_data(table)


def _chosen(children: list[_Child], holders: set[Element]) -> _Child | None:
    """The one child with text or data; of several the one with nearly all of it, if the others are lists of links."""
    bodies = [child for child in children if child.is_body]
    if len(bodies) < _SENTENCES:
        return bodies[0] if bodies else None
    most = max(bodies, key=lambda child: (child.element in holders, child.text.count("。")))
    others = [child for child in bodies if child is not most]
    stops = most.text.count("。")
    if any(child.element in holders for child in others) or sum(o.text.count("。") for o in others) * 4 > stops:
        return None
    return most if all(map(_is_aside, others)) else None


def _is_aside(child: _Child) -> bool:
    return (
        child.element.tag in ("nav", "footer", "aside", "header")
        or is_named_furniture(child.element)
        or is_link_list(child.element, child.text)
    )


def _matters(child: _Child, is_after: bool, beside_named: bool) -> bool:
    """Tell whether a child beside the chosen one may be a part of the report."""
    element, text = child.element, child.text
    if child.is_body:
        return not _is_aside(child)
    if is_furniture(element, text) or is_page_data(text):
        return False
    if has_file_link(element) or _SECTION.match(text):
        return True
    if is_after and _signs(clean(text)):
        return True
    return not beside_named and element.tag in _LINES and not is_link_list(element, text)


def _signs(text: str) -> bool:
    """Tell whether a line ends with a date, as a sign-off does, and does not name it as that of the page."""
    if not text.strip() or len(text) > _LONGEST_SIGN_OFF or "：" in text:
        return False
    return is_date_line(text.rsplit(maxsplit=1)[-1])
