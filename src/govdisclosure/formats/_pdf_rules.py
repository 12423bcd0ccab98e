"""The ruling lines of a page, in whatever way a program draws them: as strokes, as thin filled boxes, as frames."""

from collections.abc import Callable, Iterator
from ctypes import byref, c_float, c_int, c_void_p
from ctypes import cast as cast_to
from math import isfinite
from typing import Final, cast

from attrs import Factory, define

from govdisclosure.errors import LimitError
from govdisclosure.formats._pdf_library import PDFIUM, Handle, plain
from govdisclosure.formats._pdf_shapes import Box, Frame, Rule

__all__ = ["MOST_OBJECTS", "Drawing", "drawing"]

MOST_OBJECTS: Final = 200_000
"""The most objects (words, lines, pictures) of a page. A page of a report has some thousands."""

_THICKEST: Final = 5.0
_MOST_SEGMENTS: Final = 4000  # of one path: a map or an ornament beyond that
_MOST_RULES: Final = 50_000
_DEEPEST: Final = 8
_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_LINE, _BEZIER, _MOVE = 0, 1, 2
_INVISIBLE: Final = frozenset({3, 7})

_Affine = tuple[float, float, float, float, float, float]  # a, b, c of x' = ax + by + c, then those of y'


_object = plain("FPDFPage_GetObject", c_void_p, c_void_p, c_int)
_inner_object = plain("FPDFFormObj_GetObject", c_void_p, c_void_p, c_int)
_kind = plain("FPDFPageObj_GetType", c_int, c_void_p)
_render_mode = plain("FPDFTextObj_GetTextRenderMode", c_int, c_void_p)
_draw_mode = plain("FPDFPath_GetDrawMode", c_int, c_void_p, c_void_p, c_void_p)
_bounds = plain("FPDFPageObj_GetBounds", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)


@define
class Drawing:
    """What is drawn on a page besides its characters."""

    lying: list[Rule] = Factory(list[Rule])
    standing: list[Rule] = Factory(list[Rule])
    pictures: list[Box] = Factory(list[Box])
    has_invisible_text: bool = False


def drawing(page: Handle, frame: Frame) -> Drawing:
    """The rules and the pictures of a page.

    Raises:
        LimitError: more than :data:`MOST_OBJECTS` are drawn on it.
    """
    found = Drawing()
    _Drawer(found).take_all(page, PDFIUM.FPDFPage_CountObjects(page), _object, frame.matrix())
    return found


class _Drawer:
    """Goes through the objects of a page."""

    def __init__(self, found: Drawing) -> None:
        self._found = found
        self._left = MOST_OBJECTS
        self._fill, self._stroke = c_int(), c_int()
        self._modes = byref(self._fill), byref(self._stroke)
        self._sides = (c_float * 4)()
        self._to_sides = tuple(byref(self._sides, 4 * number) for number in range(4))

    def take_all(self, holder: Handle, count: int, get: Callable[..., int], to_page: _Affine, depth: int = 0) -> None:
        """Take the objects of a page, or of a drawing on it."""
        self._left -= count
        if self._left < 0:
            raise LimitError("too_many_objects", source="data", limit=MOST_OBJECTS)
        found = self._found
        for index in range(count):
            item = get(holder, index)
            kind = _kind(item)
            if kind == _TEXT:
                if not found.has_invisible_text and _render_mode(item) in _INVISIBLE:
                    found.has_invisible_text = True
            elif kind == _PATH:
                self._take_path(item, to_page)
            elif kind == _IMAGE:
                box = self._box(item, to_page)
                if box is not None and not _is_rule(box, found):
                    found.pictures.append(box)
            elif kind == _FORM and depth < _DEEPEST:
                form = _handle(item)
                inner = _inside(form, to_page)
                self.take_all(form, PDFIUM.FPDFFormObj_CountObjects(form), _inner_object, inner, depth + 1)

    def _take_path(self, path: int, to_page: _Affine) -> None:
        _draw_mode(path, *self._modes)
        if not (self._fill.value or self._stroke.value):
            return
        box = self._box(path, to_page)
        if box is None or _is_rule(box, self._found):
            return
        own = _handle(path)
        segments = PDFIUM.FPDFPath_CountSegments(own)
        # A filled box is a background; several in one path are the lines of a table, or a frame and its inside.
        if segments <= _MOST_SEGMENTS and (self._stroke.value or segments > 5):
            for one in _straight(own, segments, _inside(own, to_page)):
                _is_rule(one, self._found)

    def _box(self, item: int, to_page: _Affine) -> Box | None:
        if not _bounds(item, *self._to_sides):
            return None
        left, bottom, right, top = self._sides
        a, b, c, d, e, f = to_page
        one = (a * left + b * bottom + c, d * left + e * bottom + f)
        other = (a * right + b * top + c, d * right + e * top + f)
        return _between(one, other) if isfinite(sum(one) + sum(other)) else None


def _is_rule(box: Box, found: Drawing) -> bool:
    """Add a thin box to the rules. A dot may be part of a dotted line in either direction."""
    width, height = box.right - box.left, box.bottom - box.top
    if len(found.lying) + len(found.standing) > _MOST_RULES:
        raise LimitError("too_many_objects", source="data", limit=_MOST_RULES)
    if height <= _THICKEST:
        found.lying.append(Rule((box.top + box.bottom) / 2, box.left, box.right))
    if width <= _THICKEST:
        found.standing.append(Rule((box.left + box.right) / 2, box.top, box.bottom))
    return width <= _THICKEST or height <= _THICKEST


def _straight(path: Handle, segments: int, to_page: _Affine) -> Iterator[Box]:
    """The straight pieces of a path, as boxes of no thickness or (if they slant) of some."""
    a, b, c, d, e, f = to_page
    x, y = c_float(), c_float()
    to_x, to_y = byref(x), byref(y)
    here = start = (0.0, 0.0)
    for index in range(segments):
        segment = PDFIUM.FPDFPath_GetPathSegment(path, index)
        kind = PDFIUM.FPDFPathSegment_GetType(segment)
        PDFIUM.FPDFPathSegment_GetPoint(segment, to_x, to_y)
        there = (a * x.value + b * y.value + c, d * x.value + e * y.value + f)
        if kind == _LINE:
            yield _between(here, there)
        elif kind == _MOVE:
            start = there
        here = there
        if PDFIUM.FPDFPathSegment_GetClose(segment):
            yield _between(here, start)
            here = start


def _between(one: tuple[float, float], other: tuple[float, float]) -> Box:
    return Box(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))


def _handle(item: int) -> Handle:
    """An object as the functions take it that are called less often."""
    return cast("Handle", cast_to(item, PDFIUM.FPDF_PAGEOBJECT))  # a pointer, false if it is null


def _inside(item: Handle, to_page: _Affine) -> _Affine:
    """What leads from an object's own coordinates to the page."""
    own = PDFIUM.FS_MATRIX()
    if not PDFIUM.FPDFPageObj_GetMatrix(item, byref(own)):  # type: ignore[arg-type]  # a structure of ctypes
        return to_page
    a, b, c, d, e, f = to_page
    return (
        a * own.a + b * own.b,
        a * own.c + b * own.d,
        a * own.e + b * own.f + c,
        d * own.a + e * own.b,
        d * own.c + e * own.d,
        d * own.e + e * own.f + f,
    )
