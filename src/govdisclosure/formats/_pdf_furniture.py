"""What the pages of a file carry around its text: running heads, feet and page numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median
from typing import Final

from attrs import frozen

from govdisclosure.formats._pdf_lines import Line
from govdisclosure.formats._pdf_shapes import Sheet
from govdisclosure.formats._pdf_tables import Table

__all__ = ["furniture"]

_MARGIN: Final = 0.15  # of the height of the page, at the top and at the bottom
_DEEPEST: Final = 2  # lines of furniture above one another
_SAME_HEIGHT: Final = 4.0  # points
_APART: Final = 1.25  # of the distance between lines
_MOST_PAGES: Final = 0.6
_NUMBER: Final = re.compile(
    r"[\s\-–—―－~·•.]*(?P<plain>\d{1,4}|[ivxlcIVXLC]{1,6})[\s\-–—―－~·•.]*"
    r"|第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|Page \d{1,4}(?: of \d{1,4})?"
)
_DIGITS: Final = re.compile(r"\d+")


def furniture(pages: Sequence[tuple[Sheet, Sequence[Line | Table]]]) -> dict[int, str]:
    """Find the lines that are no text of the document: the code of the note, by the ``id`` of the line.

    Such a line stands outermost, in the margin. Either it is the same on most pages; or on several but for the number
    of the page, and further from the text than lines are from one another; or a number in the form of a page's.
    """
    edges = [edge for sheet, parts in pages for edge in _outermost(sheet, parts)]
    found: dict[int, str] = {}
    pitch = _pitch(pages)
    for depth in range(_DEEPEST):
        level = [edge for edge in edges if edge.depth == depth]
        found.update(_numbers(level, len(pages)))
        found.update(_repeated([edge for edge in level if id(edge.line) not in found], len(pages), pitch))
    return _connected(edges, found)


@frozen
class _Edge:
    """A line near the edge of a page; ``depth`` others stand further out."""

    sheet: Sheet
    line: Line
    depth: int
    is_top: bool
    distance: float
    """How far the next part of the page is."""


def _pitch(pages: Sequence[tuple[Sheet, Sequence[Line | Table]]]) -> float:
    steps = [
        below.base - above.base
        for _, parts in pages
        for above, below in pairwise(parts)
        if isinstance(above, Line) and isinstance(below, Line)
    ]
    return median(steps) if steps else 0.0


def _outermost(sheet: Sheet, parts: Sequence[Line | Table]) -> Iterator[_Edge]:
    """The first and the last lines of a page that stand in its margins."""
    _, height = sheet.frame.size
    for is_top in (True, False):
        inwards = parts if is_top else parts[::-1]
        for depth, part in enumerate(inwards[:_DEEPEST]):
            if not isinstance(part, Line) or (part.base if is_top else height - part.base) > _MARGIN * height:
                break
            following = inwards[depth + 1] if depth + 1 < len(inwards) else None
            yield _Edge(sheet, part, depth, is_top, _distance(part, following))


def _distance(line: Line, other: Line | Table | None) -> float:
    if other is None:
        return inf
    if isinstance(other, Line):
        return abs(other.base - line.base)
    return max(other.box.top - line.base, line.box.top - other.box.bottom) + line.size


def _numbers(level: Sequence[_Edge], pages: int) -> Iterator[tuple[int, str]]:
    """Lines in the form of a page number. A bare figure is one only if it counts the pages."""
    offsets: Counter[int] = Counter()
    candidates: list[tuple[Line, int | None]] = []
    for edge in level:
        text = edge.line.text
        match = _NUMBER.fullmatch(text)
        if match is None:
            continue
        digits = _DIGITS.search(text)
        offset = int(digits[0]) - edge.sheet.number if digits else None
        candidates.append((edge.line, offset if match["plain"] == text else None))
        if offset is not None:
            offsets[offset] += 1
    for line, offset in candidates:
        if offset is None or offsets[offset] > 1 or (pages == 1 and offset == 0):
            yield id(line), "page_number"


def _repeated(level: Sequence[_Edge], pages: int, pitch: float) -> Iterator[tuple[int, str]]:
    """Lines that return at the same height. Left and right pages may differ, and the first page has none."""
    least = 2 if pages <= 3 else max(3, pages // 3)
    groups: defaultdict[tuple[str, ...], list[_Edge]] = defaultdict(list)
    for edge in level:
        groups[tuple(_DIGITS.split(edge.line.text))].append(edge)
    for group in groups.values():
        for edge in group:
            alike = [one for one in group if _is_alike(one, edge)]
            is_same = sum(one.line.text == edge.line.text for one in alike) > max(2, pages * _MOST_PAGES)
            if is_same or (len(alike) >= least and edge.distance > _APART * pitch):
                yield id(edge.line), "page_furniture"


def _is_alike(one: _Edge, other: _Edge) -> bool:
    """Tell whether two lines are the same, at the same height, but for numbers that count the pages."""
    if abs(one.line.base - other.line.base) > _SAME_HEIGHT:
        return False
    step = one.sheet.number - other.sheet.number
    numbers = zip(_DIGITS.findall(one.line.text), _DIGITS.findall(other.line.text), strict=True)
    return all(first == second or int(first[-9:]) - int(second[-9:]) == step for first, second in numbers)


def _connected(edges: Sequence[_Edge], found: dict[int, str]) -> dict[int, str]:
    """Leave out what stands behind a line of text: only furniture stands outside of furniture."""
    outer = {(id(one.sheet), one.is_top) for one in edges if one.depth == 0 and id(one.line) not in found}
    return {id(one.line): found[id(one.line)] for one in edges
            if id(one.line) in found and (id(one.sheet), one.is_top) not in outer}  # fmt: skip
