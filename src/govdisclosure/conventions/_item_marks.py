"""The marks of inline lists (一是, 第一，, ①) wherever they may begin an item."""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias
from unicodedata import normalize

from govdisclosure.conventions.numbering import CIRCLED
from govdisclosure.conventions.numerals import to_int

__all__ = ["ItemMark", "ListStyle", "begins_with_item_mark", "item_marks"]

ListStyle: TypeAlias = Literal["一是", "第一", "其一", "首先", "①", "（1）", "1."]
"""How the items of a list are marked, by the mark of its first item."""

# An item begins a paragraph, or follows a mark or a space: 万一是, 第一季度 and 统一是 begin none.
_OPEN: Final = r"(?<![^\s\u200b\ufeff。；！？：，、;:,!?.．…)）\]】”’》」』—*|①-⑳])"
_HAN: Final = "[一二三四五六七八九十]{1,3}"
_ARABIC: Final = "[1-9１-９][0-9０-９]?"
_MARKS: Final = re.compile(
    # 主要有一是, 问题一是: the colon is often left out before the first item, and only there
    f"(?:{_OPEN}(?P<shi>{_HAN})|(?<=[有为题足施作下])(?P<shi1>一))是"
    f"|{_OPEN}(?:第(?P<di>{_HAN})[，,、：:]|其(?P<qi>{_HAN})[，,、：:是])"
    f"|{_OPEN}(?P<xu>首先|其次|再次|最后|最後)(?=[，,：:是要])"
    f"|(?P<circle>[{CIRCLED}⑴-⒇])"
    f"|{_OPEN}(?:[（(]\\s?)?(?P<bracket>{_ARABIC})\\s?[）)]"
    f"|{_OPEN}(?P<dot>{_ARABIC})\\s?[.．、](?:(?![0-9０-９])|(?=(?:19|20)[0-9]{{2}}\\s?年))"
)
_STYLES: Final[dict[str, ListStyle]] = {
    "shi": "一是",
    "shi1": "一是",
    "di": "第一",
    "qi": "其一",
    "xu": "首先",
    "circle": "①",
    "bracket": "（1）",
    "dot": "1.",
}
_ORDER: Final = {"首先": 1, "其次": 2, "再次": 3}


class ItemMark(NamedTuple):
    """One mark at ``text[start:end]``. 最后 has no ``value`` of its own: it is one more than the item before."""

    style: ListStyle
    value: int | None
    text: str
    paragraph: int
    start: int
    end: int


def item_marks(text: str, paragraph: int = 0) -> Iterator[ItemMark]:
    """Go through everything in ``text`` that may be the mark of an item; most of ``一是`` in speech is left out.

    Example:
        >>> [(mark.style, mark.value) for mark in item_marks("一是公开①目录；②指南。二是培训。")]
        [('一是', 1), ('①', 1), ('①', 2), ('一是', 2)]
    """
    for found in _MARKS.finditer(text):
        name, printed = next((name, part) for name, part in found.groupdict().items() if part)
        style = _STYLES[name]
        if printed[0] in "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇":
            style = "（1）"
        if style == "首先":
            value = _ORDER.get(printed)
        else:
            value = to_int(normalize("NFKC", printed).strip("()"))
            if value is None:
                continue
        yield ItemMark(style, value, found[0], paragraph, *found.span())


def begins_with_item_mark(text: str) -> bool:
    """Tell whether ``text`` begins an item of a list.

    Example:
        >>> begins_with_item_mark("二是规范流程"), begins_with_item_mark("第二季度")
        (True, False)
    """
    return _MARKS.match(text.lstrip()) is not None
