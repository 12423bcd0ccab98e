"""The characters of a page with their places, in pieces: what one command of the file writes, as far as it is one run.

To ask PDFium for the place of each character costs more than all the rest. Where a piece shows no gap, no space at its
edges and no rule across it, the places of its first and last characters are enough.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double, c_int, c_ushort, c_void_p
from math import hypot, isfinite, pi
from typing import Final

from attrs import evolve

from govdisclosure.formats._pdf_library import PDFIUM, Handle, plain
from govdisclosure.formats._pdf_shapes import Frame, Piece, Rule

__all__ = ["UNKNOWN", "PageText", "reading_frame"]

UNKNOWN: Final = "\ufffd"
"""What stands for a glyph of which the file does not tell the character."""

_SAMPLES: Final = 24  # characters asked in which direction the page is read
_HYPHENS: Final = "\x02\xad\ufffe"  # PDFium marks a hyphen at the end of a line
_LINE_ENDS: Final = "\t\n\x0b\x0c\r\x85\u2028\u2029"
_SURROGATES: Final = range(0xD800, 0xE000)
_EDGE: Final = 0.01
_ASCENT: Final = 0.88  # of the size; what fonts of Chinese have
_NARROW: Final = 0.62  # of the height: no letter or digit is wider, but for a few
_CHINESE: Final = "\u2e80"

_object_at = plain("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)

_loose_box = plain("FPDFText_GetLooseCharBox", c_int, c_void_p, c_int, c_void_p)
_origin = plain("FPDFText_GetCharOrigin", c_int, c_void_p, c_int, c_void_p, c_void_p)
_angle = PDFIUM.FPDFText_GetCharAngle
_ROUND: Final = 2 * pi


def reading_frame(text: Handle, frame: Frame) -> Frame:
    """Turn the page as most of its text runs: a wide table may stand on an upright page, with or without a mark."""
    count = PDFIUM.FPDFText_CountChars(text)
    turns: Counter[int] = Counter()
    for index in range(0, count, max(1, count // _SAMPLES)):
        if not PDFIUM.FPDFText_IsGenerated(text, index):
            turns[round(-PDFIUM.FPDFText_GetCharAngle(text, index) / (pi / 2)) % 4] += 1
    return evolve(frame, turn=turns.most_common(1)[0][0]) if turns else frame


class PageText:
    """The text of a page while it is open."""

    def __init__(self, text: Handle, frame: Frame, standing: Sequence[Rule]) -> None:
        self._text = text
        self._matrix = frame.matrix()
        self._upright = (-frame.turn % 4) * pi / 2
        self._standing = sorted(standing)
        self._box, self._x, self._y = PDFIUM.FS_RECTF(), c_double(), c_double()
        self._to_box, self._to_x, self._to_y = byref(self._box), byref(self._x), byref(self._y)  # type: ignore[arg-type]  # a structure of ctypes

    def pieces(self) -> Iterator[Piece]:
        """The pieces as the file orders them, spaces among them; what PDFium adds by itself is left out."""
        text, count = self._text, PDFIUM.FPDFText_CountChars(self._text)
        texts = _texts(text, count)
        items = [_object_at(text, index) for index in range(count)]
        ends = [index for index in range(1, count) if items[index] != items[index - 1]]
        start = 0
        for end in (*ends, count):
            # What PDFium adds, such as a space where there is a gap, belongs to no object.
            if count and items[start]:
                yield from self._run(start, texts[start:end])
            start = end

    def _run(self, start: int, texts: Sequence[str]) -> Iterator[Piece]:
        """The characters of one object: in one piece, if that is sure."""
        if len(texts) > 1 and texts[0] and (joined := "".join(texts)).isprintable() and joined.strip() == joined:
            first = self._piece(start, texts[0], start)
            if not first.is_turned:
                right, base = self._end(start + len(texts) - 1)
                whole = first._replace(text=joined, right=right)
                if self._is_one(whole, first, base):
                    yield whole
                    return
        for index, char in enumerate(texts, start):
            if char and char not in _LINE_ENDS:
                yield self._piece(index, "-" if char in _HYPHENS else char, start)

    def _is_one(self, whole: Piece, first: Piece, foot: float) -> bool:
        """Tell whether the characters follow one another without a gap, on one line, in one cell."""
        text, height = whole.text, first.bottom - first.top
        if not first.right <= whole.right or abs(first.bottom - foot) > 0.1 * height:
            return False
        wide = 0 if text.isascii() else sum(map(_CHINESE.__le__, text))
        em = first.right - first.left if text[0] >= _CHINESE else height
        room = (wide + 0.6) * em + (len(text) - wide) * _NARROW * height
        return whole.right - whole.left < room and not self._is_crossed(whole)

    def _end(self, index: int) -> tuple[float, float]:
        """The right side and the foot of a character."""
        box = self._box
        _loose_box(self._text, index, self._to_box)
        a, b, c, d, e, f = self._matrix
        left, right, low, high = box.left, box.right, box.bottom, box.top
        across = max(a * left + b * low + c, a * right + b * high + c)
        return across, max(d * left + e * low + f, d * right + e * high + f)

    def _is_crossed(self, piece: Piece) -> bool:
        middle = (piece.top + piece.bottom) / 2
        first = bisect_left(self._standing, (piece.left,))
        last = bisect_right(self._standing, (piece.right,), first)
        return any(self._standing[one].start <= middle <= self._standing[one].end for one in range(first, last))

    def _piece(self, index: int, char: str, run: int) -> Piece:
        text, box, x, y = self._text, self._box, self._x, self._y
        _loose_box(text, index, self._to_box)
        _origin(text, index, self._to_x, self._to_y)
        a, b, c, d, e, f = self._matrix
        left, right, low, high = box.left, box.right, box.bottom, box.top
        start, base = a * x.value + b * y.value + c, d * x.value + e * y.value + f
        top, bottom = d * left + e * low + f, d * right + e * high + f
        left, right = a * left + b * low + c, a * right + b * high + c
        if left > right:
            left, right = right, left
        if top > bottom:
            top, bottom = bottom, top
        # What begins at its left and stands on its base is upright; anything else is asked.
        is_turned = not (abs(left - start) < _EDGE and base - top > 0.5 * (bottom - top)) and (
            0.4 < abs(_angle(text, index) - self._upright) % _ROUND < _ROUND - 0.4
        )
        if left > start + _EDGE and not is_turned:  # a font without measures: the box is that of the ink
            size = self._size(index) or bottom - top
            right = max(right + (left - start), start + (size if char >= _CHINESE else 0))
            left, top, bottom = start, base - _ASCENT * size, base + (1 - _ASCENT) * size
        if not isfinite(left + right + top + bottom + base):
            left = top = right = bottom = base = -1.0  # off the page
        return Piece(char, left, top, right, bottom, base, index, run, is_turned)

    def _size(self, index: int) -> float:
        matrix = PDFIUM.FS_MATRIX()
        PDFIUM.FPDFText_GetMatrix(self._text, index, byref(matrix))  # type: ignore[arg-type]  # a structure of ctypes
        return hypot(matrix.c, matrix.d) * PDFIUM.FPDFText_GetFontSize(self._text, index)


def _texts(text: Handle, count: int) -> Sequence[str]:
    """One text for each character of the page: mostly itself, ``""`` for the first half of one in two halves."""
    buffer = (c_ushort * (2 * count + 2))()  # a character beyond the first plane takes two
    written = PDFIUM.FPDFText_GetText(text, 0, count, buffer)
    whole = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(whole) == count and UNKNOWN not in whole and "\0" not in whole:
        return whole
    found: list[str] = []
    high = ""
    for index in range(count):
        code = PDFIUM.FPDFText_GetUnicode(text, index)
        is_low = 0xDC00 <= code < 0xE000
        if high and not is_low:
            found[-1] = UNKNOWN
        if code in _SURROGATES:
            both = (high + chr(code)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            found.append(both[0] if is_low else "")
        else:
            found.append(chr(code) if code else UNKNOWN)
        high = chr(code) if code in _SURROGATES and not is_low else ""
    return [*found[:-1], UNKNOWN] if high else found
