"""The numbers that Word puts before paragraphs and stores nowhere in their text."""

import re
from typing import Final

from attrs import field, frozen

from govdisclosure.formats._docx_numerals import numeral
from govdisclosure.formats._docx_xml import Element, flag, number, val, w

__all__ = ["Label", "Numbering"]

_LEVELS: Final = 9
_LARGEST: Final = 32_767
_PLACEHOLDER: Final = re.compile("%([1-9])")
_LONGEST: Final = 100  # of the text of a level; Word allows fewer
_WIDE_END: Final = re.compile("[、）．。：】〕㈠-㈩⑴-⒛①-⑳\u3000]$")
_SIGNS: Final = str.maketrans({"\uf0b7": "•", "\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf0d8": "➢", "\uf0fc": "✓",
                               "\uf0a7": "▪", "\uf0b2": "❖"})  # fmt: skip
_ABSTRACT: Final = w("abstractNum")
_ABSTRACT_ID: Final = w("abstractNumId")
_NUM: Final = w("num")
_NUM_ID: Final = w("numId")
_LVL: Final = w("lvl")
_ILVL: Final = w("ilvl")
_OVERRIDE: Final = w("lvlOverride")
_START_OVERRIDE: Final = w("startOverride")
_START: Final = w("start")
_NUM_FMT: Final = w("numFmt")
_LVL_TEXT: Final = w("lvlText")
_SUFF: Final = w("suff")
_RESTART: Final = w("lvlRestart")
_P_STYLE: Final = w("pStyle")
_IS_LEGAL: Final = w("isLgl")
_NUM_STYLE: Final = w("numStyleLink")
_STYLE_LINK: Final = w("styleLink")


@frozen
class Label:
    """A number or a bullet before a paragraph; ``gap`` is what stands between it and the text.

    Example:
        >>> Label("一、").is_bullet
        False
    """

    text: str
    gap: str = ""
    is_bullet: bool = False


@frozen
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = "tab"
    restart: int | None = None  # the level, from 1, after which it begins again; 0 for never
    style: str = ""
    is_legal: bool = False


@frozen
class _List:
    """A list: the counters that it shares with others, its levels, and where it sets a counter anew."""

    counters: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(factory=dict[int, int])


class Numbering:
    """The lists of a file, and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        self._styled: dict[str, str] = {}  # the list that the name of a list style stands for
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._index(root)

    def label(self, num_id: str, level: int | None, style: str = "") -> Label | None:
        """Count one paragraph and return what Word prints before it.

        Args:
            num_id: the list.
            level: the level in it, from 0; where the paragraph tells none, the level that ``style`` has in the list.
            style: the style of the paragraph.
        """
        if num_id not in self._lists:
            self._lists[num_id] = self._list(num_id)
        numbers = self._lists[num_id]
        if numbers is None:
            return None
        if level is None:
            level = next((n for n, one in numbers.levels.items() if style and one.style == style), 0)
        counts = self._counts.setdefault(numbers.counters, [None] * _LEVELS)
        self._count(num_id, numbers, level, counts)
        return _label(numbers, level, counts)

    def _count(self, num_id: str, numbers: _List, level: int, counts: list[int | None]) -> None:
        for above in range(level + 1):
            begins = above in numbers.starts and (num_id, above) not in self._begun
            self._begun.add((num_id, above))
            start = numbers.starts.get(above, numbers.levels.get(above, _PLAIN).start)
            count = counts[above]
            if above == level:
                counts[above] = start if begins or count is None else count + 1
            elif begins or count is None:
                counts[above] = start
        for below in range(level + 1, _LEVELS):
            restart = numbers.levels.get(below, _PLAIN).restart
            if restart is None or level < restart:
                counts[below] = None

    def _index(self, root: Element) -> None:
        for element in root.iter(_ABSTRACT):
            identity = element.get(_ABSTRACT_ID) or ""
            self._abstract[identity] = element
            link = val(element.find(_STYLE_LINK))
            if link:
                self._styled[link] = identity
        for element in root.iter(_NUM):
            self._nums[element.get(_NUM_ID) or ""] = element

    def _list(self, num_id: str) -> _List | None:
        element = self._nums.get(num_id)
        if element is None:
            return None
        identity = val(element.find(_ABSTRACT_ID)) or ""
        abstract = self._abstract.get(identity)
        if abstract is None:
            return None
        link = val(abstract.find(_NUM_STYLE))
        if link and link in self._styled:  # its levels stand with the list style
            identity = self._styled[link]
            abstract = self._abstract[identity]
        levels = _levels(abstract)
        starts: dict[int, int] = {}
        for override in element.iter(_OVERRIDE):
            level = number(override.get(_ILVL), _LEVELS - 1)
            start = number(val(override.find(_START_OVERRIDE)), _LARGEST)
            levels.update(_levels(override))
            if level is not None and start is not None:
                starts[level] = start
        return _List(identity, levels, starts)


_PLAIN: Final = _Level()


def _levels(parent: Element) -> dict[int, _Level]:
    read = {number(element.get(_ILVL), _LEVELS - 1): _level(element) for element in parent.iter(_LVL)}
    return {level: one for level, one in read.items() if level is not None}


def _level(element: Element) -> _Level:
    formats = [val(one) or "" for one in element.iter(_NUM_FMT)]
    legal = element.find(_IS_LEGAL)
    return _Level(
        # A format of its own stands first, beside the standard one for other programs.
        form=next((form for form in formats if form != "custom"), "decimal"),
        text=(val(element.find(_LVL_TEXT)) or "")[:_LONGEST],
        start=number(val(element.find(_START)), _LARGEST, 0) or 0,
        suffix=val(element.find(_SUFF)) or "tab",
        restart=number(val(element.find(_RESTART)), _LEVELS),
        style=val(element.find(_P_STYLE)) or "",
        is_legal=legal is not None and flag(legal),
    )


def _label(numbers: _List, level: int, counts: list[int | None]) -> Label | None:
    own = numbers.levels.get(level, _PLAIN)
    if own.form == "bullet":
        text = own.text.translate(_SIGNS).strip()
        return Label(text, " ", is_bullet=True) if text else None

    def printed(found: re.Match[str]) -> str:
        position = int(found[1]) - 1
        shown = numbers.levels.get(position, _PLAIN)
        count = counts[position]
        count = shown.start if count is None else count
        is_legal = own.is_legal and shown.form not in {"none", "bullet", "decimalZero"}
        return numeral("decimal" if is_legal else shown.form, count)

    text = _PLACEHOLDER.sub(printed, own.text).strip()
    if not text:
        return None
    gap = "" if own.suffix == "nothing" or (own.suffix == "tab" and _WIDE_END.search(text)) else " "
    return Label(text, gap)
