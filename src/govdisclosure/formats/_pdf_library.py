"""PDFium, with types: the functions that are called, opening and closing, and the lock around them.

PDFium keeps state of its own and is not safe in threads: whoever calls it holds :data:`LOCK`.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, c_int, c_void_p
from ctypes import cast as cast_to
from importlib import import_module
from threading import RLock
from typing import Final, Protocol, TypeAlias, cast

from govdisclosure.errors import ReadError

__all__ = ["LOCK", "PDFIUM", "Handle", "Matrix", "Rectangle", "document", "page", "plain", "text_of"]

LOCK: Final = RLock()
"""Held around every call of PDFium."""


class Handle(Protocol):
    """A document, a page, an object: whatever PDFium calls by an address. A null address is false."""

    def __bool__(self) -> bool: ...


_Simple: TypeAlias = c_int | c_void_p
_Reference: TypeAlias = object  # what ctypes.byref returns has no name
_Get: TypeAlias = Callable[[Handle], int]
_GetAt: TypeAlias = Callable[[Handle, int], int]
_Part: TypeAlias = Callable[[Handle, int], Handle]
_Close: TypeAlias = Callable[[Handle], None]
_Fill: TypeAlias = Callable[[Handle, _Reference], int]
_FillAt: TypeAlias = Callable[[Handle, int, _Reference], int]


class Rectangle(Protocol):
    """Four sides in points; ``top`` is above ``bottom``."""

    left: float
    top: float
    right: float
    bottom: float


class Matrix(Protocol):
    """x' = ax + cy + e; y' = bx + dy + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float


class _Functions(Protocol):
    """The part of PDFium's interface that is used; every name is its own."""

    FPDF_PAGEOBJECT: type[c_void_p]
    FS_RECTF: Callable[[], Rectangle]
    FS_MATRIX: Callable[[], Matrix]
    FPDF_LoadMemDocument64: Callable[[bytes, int, bytes | None], Handle]
    FPDF_CloseDocument: _Close
    FPDF_GetLastError: Callable[[], int]
    FPDF_GetPageCount: _Get
    FPDF_LoadPage: _Part
    FPDF_ClosePage: _Close
    FPDF_GetPageBoundingBox: _Fill
    FPDFPage_GetRotation: _Get
    FPDFPage_CountObjects: _Get
    FPDFPage_GetObject: _Part
    FPDFPage_GetAnnotCount: _Get
    FPDFPage_GetAnnot: _Part
    FPDFPage_CloseAnnot: _Close
    FPDFAnnot_GetSubtype: _Get
    FPDFAnnot_GetStringValue: Callable[[Handle, bytes, object, int], int]
    FPDFPageObj_GetType: _Get
    FPDFPageObj_GetBounds: Callable[[Handle, _Reference, _Reference, _Reference, _Reference], int]
    FPDFPageObj_GetMatrix: _Fill
    FPDFTextObj_GetTextRenderMode: _Get
    FPDFFormObj_CountObjects: _Get
    FPDFFormObj_GetObject: _Part
    FPDFPath_CountSegments: _Get
    FPDFPath_GetPathSegment: _Part
    FPDFPath_GetDrawMode: Callable[[Handle, _Reference, _Reference], int]
    FPDFPathSegment_GetPoint: Callable[[Handle, _Reference, _Reference], int]
    FPDFPathSegment_GetType: _Get
    FPDFPathSegment_GetClose: _Get
    FPDFText_LoadPage: Callable[[Handle], Handle]
    FPDFText_ClosePage: _Close
    FPDFText_CountChars: _Get
    FPDFText_GetText: Callable[[Handle, int, int, object], int]
    FPDFText_GetUnicode: _GetAt
    FPDFText_IsGenerated: _GetAt
    FPDFText_IsHyphen: _GetAt
    FPDFText_GetLooseCharBox: _FillAt
    FPDFText_GetCharOrigin: Callable[[Handle, int, _Reference, _Reference], int]
    FPDFText_GetCharAngle: Callable[[Handle, int], float]
    FPDFText_GetFontSize: Callable[[Handle, int], float]
    FPDFText_GetMatrix: _FillAt
    FPDFText_GetTextObject: _Part


# pypdfium2 has no types; importing it also starts the library.
PDFIUM: Final = cast("_Functions", import_module("pypdfium2.raw"))
"""The functions of PDFium."""

_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD
_SECURITY: Final = 5  # FPDF_ERR_SECURITY: a way of encryption that PDFium does not know
_CAUSES: Final = {2: "file", 3: "format", 6: "page"}


@contextmanager
def document(data: bytes) -> Generator[Handle]:
    """Open a PDF file; hold :data:`LOCK` meanwhile.

    Raises:
        ReadError: it is protected by a password (``"encrypted"``), or is damaged (``"broken_file"``).
    """
    handle = PDFIUM.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle:
        code = PDFIUM.FPDF_GetLastError()
        if code in {_PASSWORD, _SECURITY}:
            raise ReadError("encrypted", source="data")
        raise ReadError("broken_file", source="data", cause=f"PDFium: {_CAUSES.get(code, 'unknown')}")
    try:
        yield handle
    finally:
        PDFIUM.FPDF_CloseDocument(handle)


@contextmanager
def page(opened: Handle, index: int) -> Generator[Handle | None]:
    """Open a page; ``None`` if it is damaged."""
    handle = PDFIUM.FPDF_LoadPage(opened, index)
    try:
        yield handle or None
    finally:
        if handle:
            PDFIUM.FPDF_ClosePage(handle)


@contextmanager
def text_of(opened: Handle) -> Generator[Handle | None]:
    """Open the text of a page; ``None`` if PDFium finds none."""
    handle = PDFIUM.FPDFText_LoadPage(opened)
    try:
        yield handle or None
    finally:
        if handle:
            PDFIUM.FPDFText_ClosePage(handle)


def plain(name: str, result: type[_Simple], *arguments: type[_Simple]) -> Callable[..., int]:
    """A function of PDFium whose addresses are numbers, for what is called thousands of times a page.

    ctypes makes an object of each address otherwise, which costs more than most of the calls.
    """
    address = cast_to(getattr(PDFIUM, name), c_void_p).value
    return cast("Callable[..., int]", CFUNCTYPE(result, *arguments)(address or 0))
