"""Which lines go on with the paragraph above them."""

import re
from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from attrs import frozen

from govdisclosure.formats._pdf_lines import Line
from govdisclosure.formats._pdf_shapes import Sheet

__all__ = ["Margins", "continues", "margins_of"]

_AT_MARGIN: Final = 0.6  # of the size
_OTHER_SIZE: Final = 0.15
_PITCH: Final = 1.4  # of the usual distance between lines
_WIDEST_PITCH: Final = 3.0  # of the size
# What no program breaks: a word or a number, and a character with the brackets that open before and close after it.
_WORD: Final = re.compile(r"[（《〈「『【〔]*(?:[\u0021-\u2e7f]+|.)[，。、；：？！）》〉」』】〕％]*", re.DOTALL)
_RAGGED: Final = 1.5  # of the size: where full lines end
_LONG: Final = 0.75  # of the widest line
_NARROWEST: Final = 12.0  # of the size: a few short lines tell no margins
_SENTENCE_END: Final = "。！？；："


@frozen
class Margins:
    """The left and the right edge of running text, the usual distance of lines, and whether paragraphs are indented."""

    left: float
    right: float
    pitch: float
    is_indented: bool


def margins_of(lines: Sequence[Line]) -> Margins:
    """The margins of the lines of all pages of one size."""
    sizes = median(line.size for line in lines)
    left = _shared(sorted(line.box.left for line in lines), sizes)
    widest = max(line.box.right for line in lines)
    rights = sorted(line.box.right for line in lines if line.box.right > left + _LONG * (widest - left))
    right = max(rights or [widest], key=lambda one: (bisect(rights, one) - bisect(rights, one - _RAGGED * sizes), one))
    steps = [below.base - above.base for above, below in pairwise(lines) if below.base > above.base]
    indented = sum(1.5 * line.size < line.box.left - left < 2.6 * line.size for line in lines)
    return Margins(left, right, median(steps) if steps else 2 * sizes, indented > 1)


def continues(above: tuple[Sheet, Line], below: tuple[Sheet, Line], margins: Margins) -> bool:
    """Tell whether ``below`` goes on with the paragraph of the line above it, to which no part of the page is nearer.

    It begins at the left edge, and what stands first on it had no room above.
    """
    one, other = above[1], below[1]
    size = other.size
    if abs(one.size - size) > _OTHER_SIZE * size or other.box.left > margins.left + _AT_MARGIN * size:
        return False
    if margins.right - margins.left < _NARROWEST * size or not _is_full(one, other, margins):
        return False
    if above[0] is below[0]:
        step = other.base - one.base
        if not 0 < step < max(_PITCH * margins.pitch, 1.2 * size) or step > _WIDEST_PITCH * size:
            return False
    return margins.is_indented or one.text[-1] not in _SENTENCE_END


def _is_full(one: Line, other: Line, margins: Margins) -> bool:
    first = _WORD.match(other.text)
    word = first[0] if first else other.text[:1]
    width = sum(0.5 if char < "\u2e80" and char not in "“”‘’—…" else 1.0 for char in word) * other.size
    return one.box.right + width > margins.right - 0.1 * other.size


def _shared(places: Sequence[float], size: float) -> float:
    """The outermost place at which more than one line stands; the outermost of all if none does."""
    for one, other in pairwise(places):
        if other - one < size:
            return one
    return places[0]
