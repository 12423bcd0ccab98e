"""Tell a file's format by what it holds: names lie, and saved pages have any ending at all."""

import re
from typing import Final

from govdisclosure.errors import ReadError
from govdisclosure.formats.registry import FormatName

__all__ = ["binary_format", "text_format"]

_START: Final = 4096
_HEAD: Final = 64 * 1024
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_HTML: Final = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|div|table|p|span|meta|title|article|section)[\s/>]", re.IGNORECASE
)
_MIME: Final = re.compile(rb"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE)
_MARKED_UP: Final = re.compile(rb"\A# |\n## |\n\|\s?:?--")


def binary_format(data: bytes) -> FormatName | None:
    """The format of a file that is no text; ``None`` if it is text.

    Raises:
        ReadError: a format that is known and not read.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] == b"PK\x03\x04":
        return _zipped(data)
    if data[:8] == _OLE:
        if _utf16("WordDocument") in data:
            raise ReadError("old_office", source="data")
        if _utf16("Workbook") in data or _utf16("Book") in data:
            return "xlsx"
        raise ReadError("encrypted" if _utf16("EncryptedPackage") in data else "old_office", source="data")
    if data[:5] == b"{\\rtf" or b"<w:wordDocument" in data[:_START] or b'progid="Word.Document"' in data[:_START]:
        raise ReadError("old_office", source="data")
    if data[:3] == b"\xff\xd8\xff" or data[:4] in {b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*"} or data[:2] == b"BM":
        raise ReadError("picture", source="data")
    return None


def text_format(data: bytes, by_name: FormatName | None) -> FormatName:
    """The format of a file that is text: HTML and JSON by their mark-up, the others by name, then by mark-up."""
    start = data[:_START].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:2] in _UTF16:
        start = start.decode("utf-16", "replace").encode()
    if start[:1] in {b"{", b"["}:
        return "json" if b'"govdisclosure"' in start or not _HTML.search(_unescaped(data[:_HEAD])) else "html"
    if by_name in {"markdown", "csv"}:
        return by_name
    if start[:1] == b"<" or _MIME.match(start):
        return "html"
    if by_name != "html" and _MARKED_UP.search(start):  # Markdown may hold tables written as HTML
        return "text" if by_name == "text" else "markdown"
    return "html" if by_name == "html" or _HTML.search(data[:_HEAD]) else "text"


def _zipped(data: bytes) -> FormatName:
    """A zip's own list of files stands at its end; the names in it are not compressed."""
    listing = data[-_HEAD:] + data[:_HEAD]
    if b"word/document" in listing:
        return "docx"
    if b"xl/work" in listing or b"opendocument.spreadsheet" in listing:
        return "xlsx"
    if b"OFD.xml" in listing:
        raise ReadError("ofd", source="data")
    raise ReadError("old_office" if b"opendocument.text" in listing else "archive", source="data")


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _unescaped(data: bytes) -> bytes:
    return data.replace(b"\\u003c", b"<").replace(b"\\u003C", b"<").replace(b"\\u003e", b">").replace(b"\\/", b"/")
