"""The XML of Word files: parsed without entities, in one namespace whatever the edition, and typed."""

from collections.abc import Iterator
from importlib import import_module
from typing import Final, Protocol, cast

from govdisclosure.errors import LimitError, ReadError

__all__ = ["Element", "flag", "number", "parse", "r", "val", "w"]

_STRICT: Final = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/": b"http://schemas.openxmlformats.org/officeDocument/2006/",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(codec) for codec in ("utf-8", "utf-16-le", "utf-16-be"))
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VAL: Final = f"{_W}val"
_OFF: Final = frozenset({"0", "false", "off"})


class Element(Protocol):
    """What is used of an element of lxml, which has no types of its own."""

    @property
    def tag(self) -> str: ...

    @property
    def text(self) -> str | None: ...

    def get(self, name: str, /) -> str | None: ...

    def find(self, path: str, /) -> "Element | None": ...

    def iter(self, *tags: str) -> "Iterator[Element]": ...

    def iterchildren(self, *tags: str) -> "Iterator[Element]": ...

    def __iter__(self) -> "Iterator[Element]": ...

    def __len__(self) -> int: ...

    def __reversed__(self) -> "Iterator[Element]": ...


def parse(data: bytes) -> Element:
    """Parse one part of a Word file.

    Raises:
        ReadError: it is no XML, or declares a document type, which no Word file does (``"broken_file"``).
        LimitError: it is nested too deep.

    Example:
        >>> parse(b"<a><b/></a>").tag
        'a'
    """
    if any(mark in data for mark in _DOCTYPES):  # entities are declared there, and can grow without end
        raise ReadError("broken_file", source="data", cause="DOCTYPE")
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
    etree = _etree()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except SyntaxError as cause:  # the class from which lxml's own descends
        message = str(cause)
        if "xcessive depth" in message:
            raise LimitError("nested_too_deep", source="data") from cause
        raise ReadError("broken_file", source="data", cause=message[:120]) from cause


def w(name: str) -> str:
    """Return the full name of an element or attribute of Word's own.

    Example:
        >>> w("p")[-7:]
        '/main}p'
    """
    return _W + name


def r(name: str) -> str:
    """Return the full name of an attribute that refers to another part.

    Example:
        >>> r("id")[-16:]
        'relationships}id'
    """
    return _R + name


def val(element: Element | None) -> str | None:
    """Return the value of a property; ``None`` where it has none or is missing.

    Example:
        >>> val(None) is None
        True
    """
    return None if element is None else element.get(_VAL)


def flag(element: Element) -> bool:
    """Tell whether a property that is there is switched on.

    Example:
        >>> flag(parse(b"<vanish/>"))
        True
    """
    return element.get(_VAL) not in _OFF


def number(text: str | None, largest: int, default: int | None = None) -> int | None:
    """Return a whole number from 0 to ``largest``; ``default`` for whatever is none.

    Example:
        >>> number("3", 9), number("12", 9, 1), number("1e9", 9), number(None, 9, 0)
        (3, 1, None, 0)
    """
    if text is None or not (text.isascii() and text.isdigit()) or len(text) > 9:
        return default
    value = int(text)
    return value if value <= largest else default


class _Lxml(Protocol):
    """The two functions of :mod:`lxml.etree` that are called."""

    def XMLParser(  # noqa: N802  # its name there
        self, *, resolve_entities: bool, no_network: bool, remove_comments: bool, remove_pis: bool
    ) -> object: ...

    def fromstring(self, text: bytes, parser: object) -> Element: ...


def _etree() -> "_Lxml":
    return cast("_Lxml", import_module("lxml.etree"))  # untyped: this is all that is used of it
