"""The tree of a page: its limits, what no reader of it sees, and where an element stands.

However deep the tags of a source are nested, the tree is no deeper than some 500 levels: from there on the parser puts
elements side by side, as browsers do, and loses no word.
"""

import re
from typing import Final

from turbohtml import Comment, Document, Element, Node, parse

from govdisclosure.document import Place, Remark
from govdisclosure.errors import LimitError
from govdisclosure.formats._html_text import flat

__all__ = ["INLINE", "Paths", "address_of", "is_special", "place_of", "visible_tree"]

INLINE: Final = frozenset(
    ("span", "font", "b", "strong", "i", "em", "u", "o:p", "sup", "sub", "label", "small", "big", "s", "del", "ins")
)
"""Elements that part no lines and say nothing of their own: an element with no others in it is read in one piece."""

_MOST: Final = 150_000  # tags; a long report has 5,000
_LONGEST_ADDRESS: Final = 1000
_MOST_STEPS: Final = 100
_OTHERS: Final = f":not({','.join(sorted(INLINE)).replace(':', chr(92) + ':')})"
_SILENT: Final = ("script", "style", "template")
_NOT_SHOWN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_ARTICLE_LIKE: Final = 300  # characters: a hidden element with more may be the text itself, shown by a script
_MOST_LARGE: Final = 20
_SENTENCES: Final = 2
_ADDRESSED: Final = 100


def visible_tree(text: str, within: str, remarks: list[Remark]) -> Document:
    """Parse a page and empty what is not shown: scripts, hidden elements, comments. What holds words is a remark.

    Raises:
        LimitError: there are more elements than are read.

    Example:
        >>> remarks = []
        >>> visible_tree("<p>一、<b hidden>草稿</b><!-- 完 -->", "", remarks).text, [one.raw for one in remarks]
        ('一、', ['草稿', '<!-- 完 -->'])
    """
    if len(text) > _MOST and text.count("<") > _MOST:
        raise LimitError("too_many_elements", source="data", limit=_MOST)
    document = parse(text)
    for name in _SILENT:
        for element in document.select(name):
            element.clear()
    for element in document.select("noscript"):
        _empty(element, within, remarks)
    _hide(document, text, within, remarks)
    found = document.xpath("//comment()")
    comments = [one for one in found if isinstance(one, Comment)] if isinstance(found, list) else []
    remarks += [Remark("html_comment", f"<!--{one.data}-->", _near(one)) for one in comments if one.data.strip()]
    return document


def is_special(element: Element) -> bool:
    """Tell whether there is any element in ``element`` that is more than a change of font.

    Example:
        >>> page = parse("<p>一、<b>总体</b>情况</p><div>无。<br>完</div>")
        >>> is_special(page.select_one("p")), is_special(page.select_one("div"))
        (False, True)
    """
    return element.select_one(_OTHERS) is not None


def place_of(element: Element, address: str) -> Place:
    """Where ``element`` begins. Elements that the source leaves out stand where the file begins.

    Example:
        >>> str(place_of(parse("<div><p>一").select_one("p"), "/html/body/div[1]/p[1]"))
        '1:6 /html/body/div[1]/p[1]'
    """
    position = element.position
    return Place(1, 1, address) if position is None else Place(position[0], position[1] + 1, address)


def address_of(element: Element) -> str:
    """The steps that lead to an element, counted from the root as :class:`Paths` counts them.

    Example:
        >>> address_of(parse("<div>一</div><table><tr><td>二").select_one("td"))
        '/html/body/table[1]/tr[1]/td[1]'
    """
    steps: list[str] = []
    node: Node | None = element
    while isinstance(node, Element):
        tag, same = node.tag, 1
        if not (tag == "tbody" and node.position is None):
            elements = [one for one in node.previous_siblings if isinstance(one, Element)]
            same += sum(1 for one in elements if one.tag == tag)
            step = f"{tag}[{same}]" if tag.isalnum() else f"*[{len(elements) + 1}]"
            steps.append(tag if tag in ("html", "head", "body", "frameset") else step)
        node = node.parent
    return "/" + "/".join(reversed(steps)) if len(steps) < _MOST_STEPS else ""


class Paths:
    """Counts the children of one element, to give each the steps that lead to it.

    A body of a table that the source leaves out is no step, so that its rows are counted with those of the table.

    Example:
        >>> paths = Paths("/html/body")
        >>> [paths.of(element) for element in parse("<p>一<div>二</div><p>三").select("p,div")]
        ['/html/body/p[1]', '/html/body/div[1]', '/html/body/p[2]']
    """

    __slots__ = ("_all", "_counts", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self._counts: dict[str, int] = {}
        self._all = 0

    def of(self, child: Element) -> str:
        """The path of the next child."""
        tag = child.tag
        if tag == "tbody" and child.position is None:
            return self.path
        self._all += 1
        self._counts[tag] = number = self._counts.get(tag, 0) + 1
        if len(self.path) > _LONGEST_ADDRESS or not self.path:
            return ""
        return f"{self.path}/{tag}[{number}]" if tag.isalnum() else f"{self.path}/*[{self._all}]"


def _hide(document: Document, text: str, within: str, remarks: list[Remark]) -> None:
    hidden = document.select("[hidden]")
    if ("display" in text and _NOT_SHOWN.search(text)) or "DISPLAY" in text:
        styled = document.select("[style*='display' i]")
        hidden += [one for one in styled if "display:none" in "".join((one.attr("style") or "").lower().split())]
    large: list[Element] = []
    for element in reversed(hidden):  # the inner ones first, so that no words are told twice
        if element.tag == "textarea":  # may hold the article, for a script to show
            continue
        if len(large) < _MOST_LARGE and len(element.text) > _ARTICLE_LIKE:
            large.append(element)
        else:
            _empty(element, within, remarks)
    if large and document.text.count("。") < max(one.text.count("。") for one in large) + _SENTENCES:
        return  # nothing else says anything
    for element in large:
        _empty(element, within, remarks)


def _empty(element: Element, within: str, remarks: list[Remark]) -> None:
    raw = flat(" ".join(element.stripped_strings))
    if raw:
        # To find the steps to an element its siblings are counted: not for thousands of them.
        address = within + address_of(element) if len(remarks) < _ADDRESSED else ""
        remarks.append(Remark("hidden_text", raw, place_of(element, address)))
    element.clear()


def _near(comment: Comment) -> Place:
    before = comment.previous_sibling
    near = before if isinstance(before, Element) else comment.parent
    return place_of(near, "") if isinstance(near, Element) else Place(1)
