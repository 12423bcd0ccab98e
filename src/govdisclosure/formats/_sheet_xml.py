"""XML looked at element by element, never kept: what the sheets of ``.xlsx`` and ``.ods`` are scanned with."""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias
from xml.parsers import expat

from govdisclosure.errors import LimitError, ReadError
from govdisclosure.formats._sheet_facts import Budget

__all__ = ["Attributes", "scan_xml"]

Attributes: TypeAlias = Mapping[str, str]
"""The attributes of an element, by names without prefixes."""

_DEEPEST: Final = 100


def scan_xml(
    data: bytes,
    budget: Budget,
    start: Callable[[str, Attributes], None] | None,
    end: Callable[[str, str], None] | None = None,
) -> None:
    """Call ``start`` with the name and the attributes of each element, and ``end`` with its name and its own text.

    Raises:
        LimitError: there are too many elements, or they are nested too deep.
        ReadError: the XML is broken, or declares a document type, as no program writes it (``"broken_file"``).

    Example:
        >>> scan_xml(b'<x:a b="1"><c>3</c></x:a>', Budget(), lambda name, attributes: print(name, attributes))
        a {'b': '1'}
        c {}
    """
    texts: list[list[str]] = []

    def opened(name: str, attributes: dict[str, str]) -> None:
        budget.part()
        texts.append([])
        if len(texts) > _DEEPEST:
            raise LimitError("nested_too_deep", source="data")
        if start is not None:
            start(_local(name), {_local(key): value for key, value in attributes.items()})

    def closed(name: str) -> None:
        text = "".join(texts.pop())
        if end is not None:
            end(_local(name), text)

    def characters(text: str) -> None:
        texts[-1].append(text)

    def declared(*_: object) -> None:
        raise ReadError("broken_file", source="data", cause="XML with a document type")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.StartDoctypeDeclHandler = declared
    if end is not None:
        parser.CharacterDataHandler = characters
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as cause:  # the last two: an encoding that is not known
        raise ReadError("broken_file", source="data", cause=f"XML: {cause}"[:120]) from cause


def _local(name: str) -> str:
    return name.rpartition(":")[2]
