"""What the styles of a Word file say of a paragraph: heading, number, table of contents, hidden."""

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from govdisclosure.formats._docx_xml import Element, flag, number, val, w

__all__ = ["BODY_LEVEL", "TITLE_LEVEL", "Style", "Styles", "numbering_of"]

TITLE_LEVEL: Final = -1
"""The outline level given here to the style of titles, which has none of its own."""

BODY_LEVEL: Final = 9
"""The outline level of running text."""

_HEADING: Final = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_TITLES: Final = frozenset({"title", "标题"})
_CONTENTS: Final = re.compile(r"toc (?:[1-9]|heading)|目录 ?[1-9]?", re.IGNORECASE)
_STYLE: Final = w("style")
_NAME: Final = w("name")
_BASED_ON: Final = w("basedOn")
_PPR: Final = w("pPr")
_RPR: Final = w("rPr")
_NUM_PR: Final = w("numPr")
_NUM_ID: Final = w("numId")
_ILVL: Final = w("ilvl")
_OUTLINE: Final = w("outlineLvl")
_VANISH: Final = w("vanish")
_STYLE_ID: Final = w("styleId")
_DEFAULT: Final = w("default")
_TYPE: Final = w("type")
_ON: Final = frozenset({"1", "true", "on"})


@frozen
class Style:
    """What a style says together with those on which it is based.

    Attributes:
        outline: its outline level from 0, or :data:`TITLE_LEVEL`; ``None`` where it tells none.
        num_id: the list in which it numbers its paragraphs.
        level: the level in that list.
        owner: the style that names the list: the list may tell the level by this name.
        is_contents: whether it is a style of the table of contents.
        is_hidden: whether its text is hidden.

    Example:
        >>> Style().outline is None
        True
    """

    outline: int | None = None
    num_id: str | None = None
    level: int | None = None
    owner: str = ""
    is_contents: bool = False
    is_hidden: bool = False


class Styles:
    """The styles of a file, by their identity; a file without any has plain ones."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._read: dict[str, Style] = {}
        self.default = ""  # the style of a paragraph that names none
        self.may_hide = False
        if root is not None:
            self._index(root)

    def __getitem__(self, identity: str) -> Style:
        style = self._read.get(identity)
        if style is None:
            style = self._read[identity] = self._style(identity)
        return style

    def _index(self, root: Element) -> None:
        for element in root.iter(_STYLE):
            identity = element.get(_STYLE_ID) or ""
            self._elements[identity] = element
            if element.get(_DEFAULT) in _ON and element.get(_TYPE) == "paragraph":
                self.default = identity
        self.may_hide = any(flag(element) for element in root.iter(_VANISH))

    def _style(self, identity: str) -> Style:
        outline: int | None = None
        hidden: bool | None = None
        num_id: str | None = None
        level: int | None = None
        owner = ""
        is_contents = False
        for name, element in self._chain(identity):
            printed = (val(element.find(_NAME)) or "").strip()
            properties = element.find(_PPR)
            if outline is None:
                outline = _outline(properties, printed)
            if num_id is None and properties is not None:
                num_id, own = numbering_of(properties.find(_NUM_PR))
                level = own if level is None else level
                owner = name if num_id is not None else ""
            if hidden is None and (vanish := element.find(f"{_RPR}/{_VANISH}")) is not None:
                hidden = flag(vanish)
            is_contents = is_contents or _CONTENTS.fullmatch(printed) is not None
        return Style(outline, num_id, level, owner, is_contents, is_hidden=bool(hidden))

    def _chain(self, identity: str) -> Iterator[tuple[str, Element]]:
        seen: set[str] = set()
        while identity not in seen and (element := self._elements.get(identity)) is not None:
            yield identity, element
            seen.add(identity)
            identity = val(element.find(_BASED_ON)) or ""


def numbering_of(properties: Element | None) -> tuple[str | None, int | None]:
    """Return the list and the level that the numbering properties of a paragraph or a style name.

    Example:
        >>> numbering_of(None)
        (None, None)
    """
    if properties is None:
        return None, None
    return val(properties.find(_NUM_ID)), number(val(properties.find(_ILVL)), 8)


def _outline(properties: Element | None, name: str) -> int | None:
    told = None if properties is None else number(val(properties.find(_OUTLINE)), BODY_LEVEL)
    if told is not None:
        return told
    if name.lower() in _TITLES:
        return TITLE_LEVEL
    found = _HEADING.fullmatch(name)
    return int(found[1]) - 1 if found else None
