"""The text of a page: white space as HTML means it, and characters that no line holds."""

import re
from typing import Final

from govdisclosure.document import Place, Remark

__all__ = ["clean", "flat", "without_controls"]

# What str.isspace() knows, and what has no width.
_EDGES: Final = (
    " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
_SPACES: Final = re.compile("[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]{2,}|[\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]")
_CONTROLS: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
_FIRST_WIDE: Final = "\u2e80"


def clean(text: str) -> str:
    r"""Return ``text`` as a browser shows it: runs of white space are one space, those at the edges are layout.

    A line break of the source beside a Chinese character is no space at all. Control characters stay.

    Example:
        >>> clean("　　政府信息\n    公开  年报 "), clean("open\ninformation")
        ('政府信息公开 年报', 'open information')
    """
    text = text.strip()
    if text.isprintable():
        return _SPACES.sub(" ", text) if "  " in text else text
    return _SPACES.sub(_space, text.strip(_EDGES))


def without_controls(text: str, place: Place, remarks: list[Remark]) -> str:
    r"""Return ``text`` without control characters; each run of them is a remark.

    Example:
        >>> remarks = []
        >>> without_controls("一\x07、", Place(1), remarks), remarks[0].raw
        ('一、', "'\\x07'")
    """
    if text.isprintable():
        return text
    found = _CONTROLS.findall(text)
    if not found:
        return text
    remarks += [Remark("control_character", repr(one), place) for one in found]
    return _CONTROLS.sub("", text)


def flat(text: str) -> str:
    """Return the words of ``text`` with one space between them: what a remark quotes.

    Example:
        >>> flat(" 首页　>　年报 ")
        '首页 > 年报'
    """
    return " ".join(text.split())


def _space(found: re.Match[str]) -> str:
    text, start, end = found.string, found.start(), found.end()
    breaks = found[0].strip(" ")
    beside_wide = text[start - 1 : start] >= _FIRST_WIDE or text[end : end + 1] >= _FIRST_WIDE
    return "" if breaks and breaks != "\t" and beside_wide else " "
