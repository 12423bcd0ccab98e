"""A line of the source with a mark below the place that a finding means, in cells: a Chinese character takes two."""

from typing import Final

from wcwidth import wcswidth, wcwidth

__all__ = ["excerpt"]

_ELLIPSIS: Final = "…"
_LEAD: Final = 3  # the part of the width that stands before the mark


def excerpt(line: str, column: int, *, width: int = 80) -> tuple[str, int]:
    """Return the part of ``line`` around ``column`` (from 1) that takes ``width`` cells, and the cells before the mark.

    Tabs and other characters without a width become spaces; white space in front is left out.

    Example:
        >>> excerpt("  总计 | 4 |", 8)
        ('总计 | 4 |', 7)
        >>> excerpt("公开" * 40, 61, width=20)
        ('…开公开公开公开公开…', 7)
    """
    at = max(0, column - 1)
    line = "".join(one if wcwidth(one) > 0 else " " for one in line.rstrip())
    start = min(len(line) - len(line.lstrip()), at)
    if _cells(line[start:]) <= width:
        return line[start:], _cells(line[start:at])
    first = at
    while first > start and _cells(line[first - 1 : at]) <= width // _LEAD:
        first -= 1
    before = "" if first == start else _ELLIPSIS
    last = first
    while last < len(line) and len(before) + _cells(line[first : last + 1]) < width:
        last += 1
    after = "" if last == len(line) else _ELLIPSIS
    return before + line[first:last] + after, len(before) + _cells(line[first:at])


def _cells(text: str) -> int:
    return max(0, wcswidth(text))
