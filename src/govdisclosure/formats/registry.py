"""The file formats: their names, the endings of their files, what reads and writes them, and how to tell them apart."""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import Final, Literal, Protocol, TypeAlias, cast

from attrs import frozen

from govdisclosure.document import Document
from govdisclosure.errors import FormatError, MissingExtraError

__all__ = ["FORMATS", "Format", "FormatName", "WritableFormat", "format_by_name", "format_of", "parser", "renderer"]

FormatName: TypeAlias = Literal["csv", "docx", "html", "json", "markdown", "pdf", "text", "xlsx"]
"""The formats that are read."""

WritableFormat: TypeAlias = Literal["json", "markdown", "text"]
"""The formats that are written."""

_MIB: Final = 1024 * 1024


@frozen
class Format:
    """A file format.

    Attributes:
        name: what it is called in arguments and notes.
        suffixes: the endings of its files, in lower case.
        module: the module of :mod:`govdisclosure.formats` that parses it; ``None`` for JSON, which carries reports
            themselves and no document.
        extra: the extra of this package that installs its library; ``None`` where none is needed.
        is_written: whether the module also renders it.
        largest: the largest source that is read, in bytes. A report with its tables takes some 20,000; the pictures
            in a file can take much more.

    Example:
        >>> FORMATS["markdown"].suffixes, FORMATS["docx"].extra
        (('.md', '.markdown'), 'docx')
    """

    name: FormatName
    suffixes: tuple[str, ...]
    module: str | None = None
    extra: str | None = None
    is_written: bool = False
    largest: int = 16 * _MIB


FORMATS: Final[dict[str, Format]] = {
    one.name: one
    for one in (
        Format("csv", suffixes=(".csv", ".tsv"), module="csv"),
        Format("docx", suffixes=(".docx", ".docm"), module="docx", extra="docx", largest=64 * _MIB),
        Format("html", suffixes=(".html", ".htm", ".shtml", ".xhtml", ".mhtml", ".mht"), module="html", extra="html"),
        Format("json", suffixes=(".json",), is_written=True),
        Format("markdown", suffixes=(".md", ".markdown"), module="markdown", is_written=True),
        Format("pdf", suffixes=(".pdf",), module="pdf", extra="pdf", largest=64 * _MIB),
        Format("text", suffixes=(".txt", ".text"), module="text", is_written=True),
        Format("xlsx", suffixes=(".xlsx", ".xlsm", ".xls", ".et", ".ods"), module="xlsx", extra="xlsx"),
    )
}
"""Every format by name."""


def format_by_name(name: str) -> FormatName | None:
    """Return the format that the ending of a file's name tells.

    Example:
        >>> format_by_name("年报.HTM"), format_by_name("年报")
        ('html', None)
    """
    suffix = PurePath(name).suffix.lower()
    return next((one.name for one in FORMATS.values() if suffix in one.suffixes), None)


def format_of(data: bytes, name: str | None = None) -> FormatName:
    """Return the format of ``data``: by what it holds, then by the ending of ``name``.

    Raises:
        ReadError: it is a file of a program that this library does not read, such as OFD; ``kind`` says which.

    Example:
        >>> format_of(b"%PDF-1.7"), format_of("<p>一、总体情况</p>".encode(), "年报.txt")
        ('pdf', 'html')
    """
    from govdisclosure.formats._sniffing import binary_format, text_format

    by_name = format_by_name(name) if name else None
    return binary_format(data) or text_format(data, by_name)


def parser(name: str) -> Callable[[bytes], Document]:
    """Return the function that reads a format.

    Raises:
        MissingExtraError: its library is not installed.

    Example:
        >>> parser("text")("一、总体情况".encode()).blocks[0].text
        '一、总体情况'
    """
    return _module(name).parse


def renderer(name: str) -> Callable[[Document], bytes]:
    """Return the function that writes a format.

    Raises:
        FormatError: the format is read only.

    Example:
        >>> renderer("markdown")(Document())
        b''
    """
    if not FORMATS[name].is_written:
        written = ", ".join(one.name for one in FORMATS.values() if one.is_written)
        raise FormatError("not_written", format=name, formats=written)
    return _module(name).render


class _FormatModule(Protocol):
    """A format is a module with these two functions; one that is read only has the first."""

    def parse(self, data: bytes) -> Document: ...

    def render(self, document: Document) -> bytes: ...


def _module(name: str) -> "_FormatModule":
    form = FORMATS[name]
    try:
        # The registry names only such modules.
        return cast("_FormatModule", import_module(f"govdisclosure.formats.{form.module}"))
    except ModuleNotFoundError as cause:
        if form.extra is None or (cause.name or "").startswith("govdisclosure"):
            raise
        raise MissingExtraError("missing_extra", extra=form.extra) from cause
