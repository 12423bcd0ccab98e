"""The pages of a PDF as sheets of characters and rules."""

from collections.abc import Callable, Iterable, Iterator
from ctypes import byref, c_ushort
from itertools import groupby
from typing import Final

from govdisclosure.errors import LimitError, ReadError
from govdisclosure.formats._pdf_bombs import check_streams
from govdisclosure.formats._pdf_characters import UNKNOWN, PageText, reading_frame
from govdisclosure.formats._pdf_library import LOCK, PDFIUM, Handle, document, page, text_of
from govdisclosure.formats._pdf_rules import Drawing, drawing
from govdisclosure.formats._pdf_shapes import Box, Frame, Piece, Sheet

__all__ = ["MOST_CHARACTERS", "MOST_PAGES", "sheets"]

MOST_PAGES: Final = 500
"""The most pages. The report of a province has some twenty."""

MOST_CHARACTERS: Final = 1_000_000
"""The most characters of a file. A report has some ten thousand."""

_LEAST_PICTURE: Final = 36.0  # points: less is an ornament
_INVISIBLE: Final = frozenset({3, 7})
_LINK, _WIDGET = 2, 20  # kinds of annotations; a link shows nothing
_OUTSIDE: Final = 1.0


def sheets(data: bytes) -> list[Sheet]:
    """Read all pages.

    Raises:
        ReadError: the file is protected (``"encrypted"``) or damaged (``"broken_file"``).
        LimitError: it has more pages, characters or objects than are read.
    """
    check_streams(data)
    with LOCK, document(data) as opened:
        count = PDFIUM.FPDF_GetPageCount(opened)
        if count > MOST_PAGES:
            raise LimitError("too_many_pages", source="data", count=count, limit=MOST_PAGES)
        if count < 1:
            raise ReadError("broken_file", source="data", cause="no page")
        found: list[Sheet] = []
        left = MOST_CHARACTERS
        for index in range(count):
            sheet, size = _sheet(opened, index, left)
            left -= size
            found.append(sheet)
        return found


def _sheet(opened: Handle, index: int, most: int) -> tuple[Sheet, int]:
    with page(opened, index) as here:
        if here is None:
            return _unreadable(index), 0
        box = PDFIUM.FS_RECTF()
        PDFIUM.FPDF_GetPageBoundingBox(here, byref(box))  # type: ignore[arg-type]  # a structure of ctypes
        shown = PDFIUM.FPDFPage_GetRotation(here) % 4
        frame = Frame(box.left, box.bottom, box.right, box.top, shown, shown)
        with text_of(here) as text:
            size = PDFIUM.FPDFText_CountChars(text) if text is not None else 0
            if size > most:
                raise LimitError("too_many_characters", source="data", limit=MOST_CHARACTERS)
            if text is not None and size > 0:
                frame = reading_frame(text, frame)
            drawn = drawing(here, frame)
            sheet = Sheet(index + 1, frame, lying=drawn.lying, standing=drawn.standing)
            if text is not None and size > 0:
                _take_text(sheet, text, drawn)
        _take_pictures(sheet, drawn)
        sheet.asides.extend(_annotations(here, frame))
    return sheet, max(0, size)


def _unreadable(index: int) -> Sheet:
    frame = Frame(0, 0, 0, 0)
    return Sheet(index + 1, frame, asides=[("page_unreadable", str(index + 1), Box(0, 0, 0, 0))])


def _take_text(sheet: Sheet, text: Handle, drawn: Drawing) -> None:
    pieces = list(PageText(text, sheet.frame, sheet.standing).pieces())
    sheet.has_text = any(piece.text.strip() for piece in pieces)
    width, height = sheet.frame.size

    def is_outside(piece: Piece) -> bool:
        across, down = (piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2
        return not (-_OUTSIDE < across < width + _OUTSIDE and -_OUTSIDE < down < height + _OUTSIDE)

    pieces = _without(sheet, pieces, is_outside, "outside_page")
    pieces = _without(sheet, pieces, _is_control, "control_character")
    if drawn.has_invisible_text:
        hidden = {piece.order for piece in pieces if _is_invisible(text, piece)}
        if len(hidden) == len(pieces) and drawn.pictures:  # characters that were recognised on a scan
            sheet.asides.append(("invisible_text", str(sheet.number), Box(0, 0, width, height)))
        else:
            pieces = _without(sheet, pieces, lambda piece: piece.order in hidden, "hidden_text")
    unknown = sum(piece.text.count(UNKNOWN) for piece in pieces)
    if unknown:
        sheet.asides.append(("unknown_glyphs", str(unknown), Box(0, 0, width, height)))
    sheet.pieces = pieces


def _without(sheet: Sheet, pieces: list[Piece], is_aside: Callable[[Piece], bool], code: str) -> list[Piece]:
    """Set characters aside, each run of them with a note of its own."""
    kept: list[Piece] = []
    for aside, run in groupby(pieces, is_aside):
        if not aside:
            kept.extend(run)
            continue
        members = list(run)
        raw = "".join(piece.text for piece in members)
        if raw.strip():
            sheet.asides.append((code, repr(raw) if code == "control_character" else raw, _covering(members)))
    return kept


def _is_control(piece: Piece) -> bool:
    return piece.text < " " or "\x7f" <= piece.text < "\xa0"


def _is_invisible(text: Handle, piece: Piece) -> bool:
    item = PDFIUM.FPDFText_GetTextObject(text, piece.order)
    return bool(item) and PDFIUM.FPDFTextObj_GetTextRenderMode(item) in _INVISIBLE


def _covering(pieces: Iterable[Piece]) -> Box:
    lefts, tops, rights, bottoms = zip(*((c.left, c.top, c.right, c.bottom) for c in pieces), strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def _take_pictures(sheet: Sheet, drawn: Drawing) -> None:
    width, height = sheet.frame.size
    large = [box for box in drawn.pictures if min(box.right - box.left, box.bottom - box.top) >= _LEAST_PICTURE]
    sheet.pictures = large
    if not any(piece.text.strip() for piece in sheet.pieces):
        if large:
            sheet.asides.append(("page_without_text", str(sheet.number), Box(0, 0, width, height)))
        return
    for box in large:
        raw = f"{box.right - box.left:.0f}×{box.bottom - box.top:.0f}"
        sheet.asides.append(("page_picture", raw, box))


def _annotations(here: Handle, frame: Frame) -> Iterator[tuple[str, str, Box]]:
    """The texts of comments and of form fields, which lie over the page."""
    for index in range(min(PDFIUM.FPDFPage_GetAnnotCount(here), 1000)):
        annotation = PDFIUM.FPDFPage_GetAnnot(here, index)
        if not annotation:
            continue
        kind = PDFIUM.FPDFAnnot_GetSubtype(annotation)
        raw = "" if kind == _LINK else _string(annotation, b"V" if kind == _WIDGET else b"Contents")
        PDFIUM.FPDFPage_CloseAnnot(annotation)
        if raw.strip():
            yield "annotation", raw, Box(0, 0, *frame.size)


def _string(annotation: Handle, key: bytes) -> str:
    size = PDFIUM.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < size <= 200_000:
        return ""
    buffer = (c_ushort * size)()
    PDFIUM.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")
