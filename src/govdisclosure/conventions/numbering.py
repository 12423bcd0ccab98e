"""The marks that number headings, in the four levels of official documents and the custom fifth.

The levels are ``一、`` → ``（一）`` → ``1.`` → ``（1）`` (GB/T 9704-2012, 7.3.3) and ``①``, which is custom only.
"""

import re
from typing import Final
from unicodedata import normalize

from attrs import frozen

from govdisclosure.conventions.numerals import to_chinese, to_int
from govdisclosure.errors import ConstructionError

__all__ = ["CIRCLED", "LEVELS", "LONGEST_HEADING", "Mark", "leading_mark", "looks_like_heading", "mark_text"]

LEVELS: Final = 5
"""How many levels of marks there are."""

LONGEST_HEADING: Final = 50
"""A longer line is no heading, whatever mark it begins with."""

CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
"""The circled numbers from 1 to 50: the marks of the fifth level."""

_LARGEST: Final = 999
_S: Final = r"[\s\u200b\ufeff]*"  # a byte-order mark or zero-width space at the edge of a line is no text
_HAN: Final = "[一二三四五六七八九十百零〇]{1,7}"
_ARABIC: Final = "[1-9１-９][0-9０-９]{0,2}"
# `1.5%` and `1.1` are figures, but `1.2022年…` is the first item, about a year.
_NO_FIGURE: Final = r"(?![0-9０-９])|(?=(?:19|20|１９|２０)[0-9０-９]{2}\s{0,4}年)"
_AFTER_BRACKET: Final = f"(?:{_S}[、．.](?:{_NO_FIGURE}))?"
_MARK: Final = re.compile(
    f"{_S}(?P<mark>"
    # `一、二、三产业` lists three things: no mark stands before a second one
    f"(?P<l1>{_HAN}){_S}[、.．](?!{_S}{_HAN}{_S}、)"
    f"|(?:[（(]{_S})?(?P<l2>{_HAN}){_S}[）)]{_AFTER_BRACKET}"
    f"|(?P<l2sign>[㈠-㈩]){_AFTER_BRACKET}"
    f"|(?P<l3>{_ARABIC}){_S}[、.．](?:{_NO_FIGURE})"
    "|(?P<l3sign>[⒈-⒛])"
    f"|(?:[（(]{_S})?(?P<l4>{_ARABIC}){_S}[）)]{_AFTER_BRACKET}"
    f"|(?P<l4sign>[⑴-⒇]){_AFTER_BRACKET}"
    f"|(?P<l5sign>[{CIRCLED}]){_AFTER_BRACKET}"
    f"){_S}"
)
_NUMERAL: Final = re.compile("[0-9一二三四五六七八九十]+")
_NO_HEADING: Final = re.compile("[。；！？\t|]|[，、：,:;]$")


@frozen
class Mark:
    """A mark at the beginning of a line.

    ``level`` is 1 for ``一、``, 2 for ``（一）``, 3 for ``1.``, 4 for ``（1）`` and 5 for ``①``; ``text`` is the mark
    as printed; ``end`` is the offset at which the words after it begin.

    Example:
        >>> leading_mark("（二)改进情况")
        Mark(level=2, value=2, text='（二)', end=3)
    """

    level: int
    value: int
    text: str
    end: int


def leading_mark(text: str) -> Mark | None:
    """Return the mark with which ``text`` begins, in any variant that is printed; ``None`` if there is none.

    Brackets of either width, mixed ones and a lost opening one are read, ``、`` ``.`` and ``．``, spaces around.

    Example:
        >>> leading_mark("二）改进情况").level, leading_mark("１．主动公开").level
        (2, 3)
        >>> leading_mark("1.5%") is None and leading_mark("2021年，") is None
        True
    """
    found = _MARK.match(text)
    if found is None or found.lastgroup is None:
        return None
    name = next(name for name, part in found.groupdict().items() if part and name != "mark")
    numeral = _NUMERAL.search(normalize("NFKC", found[name])) if name.endswith("sign") else None
    value = to_int(numeral[0] if numeral else found[name])
    return Mark(int(name[1]), value, found["mark"], found.end()) if value else None


def mark_text(level: int, value: int) -> str:
    """Return the mark of ``level`` for ``value`` as the standard writes it.

    Levels 1 to 4 count to 999, level 5 to 50.

    Raises:
        ConstructionError: there is no such mark.

    Example:
        >>> [mark_text(level, 2) for level in (1, 2, 3, 4, 5)]
        ['二、', '（二）', '2.', '（2）', '②']
    """
    if not 1 <= level <= LEVELS or not 1 <= value <= (len(CIRCLED) if level == LEVELS else _LARGEST):
        raise ConstructionError("no_such_mark", level=level, value=value)
    if level <= 2:
        return f"{to_chinese(value)}、" if level == 1 else f"（{to_chinese(value)}）"
    if level == LEVELS:
        return CIRCLED[value - 1]
    return f"{value}." if level == 3 else f"（{value}）"


def looks_like_heading(text: str) -> bool:
    """Tell whether a line of text may be a numbered heading: a mark of level 1 to 4 and a few words, no sentence.

    Example:
        >>> looks_like_heading("（一）主要问题")
        True
        >>> looks_like_heading("一、本年公开信息12条。")
        False
    """
    mark = leading_mark(text)
    line = text.strip()
    return (
        mark is not None
        and mark.level < LEVELS
        and mark.end < len(text)
        and len(line) <= LONGEST_HEADING
        and not _NO_HEADING.search(line)
    )
