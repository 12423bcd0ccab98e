"""A Word file as a document: its body as blocks; notes, comments and what stands around the pages as remarks."""

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from govdisclosure.document import Block, Document, Heading, Place, Remark
from govdisclosure.errors import ReadError
from govdisclosure.formats._docx_flow import Flow, lines_of
from govdisclosure.formats._docx_package import Package
from govdisclosure.formats._docx_xml import Element, r, w

__all__ = ["read"]

_ID: Final = w("id")
_HEADERS: Final = {w("headerReference"): "header", w("footerReference"): "footer"}
_ASIDES: Final = {"footnote": "footnotes", "endnote": "endnotes", "comment": "comments"}
_PAGE_NUMBER: Final = re.compile(r"[\s\d\-—–－·.第共页/／]{1,24}|[\s\-—–－]*[ivxIVX]{1,6}[\s\-—–－]*")


def read(data: bytes) -> Document:
    """Read a Word file.

    Raises:
        ReadError: it is broken or protected.
        LimitError: it is larger, deeper or more inflated than is read.
    """
    package = Package(data)
    root = package.root(package.main)
    if root is None or root.tag != w("document"):
        raise ReadError("broken_file", source="data", cause=package.main)
    flow = Flow(package)
    blocks = _leveled(flow.read(root, package.relations))
    remarks = [*_page_furniture(flow, package), *_asides(flow, package)]
    return Document(tuple(blocks), remarks=(*flow.remarks, *remarks))


def _leveled(blocks: list[Block]) -> list[Block]:
    """Give the headings their levels: an outline whose only first heading leads all others is the title's."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    levels = [heading.level for heading in headings]
    if not levels or levels[0] != 2 or levels.count(2) > 1 or 1 in levels:
        return blocks
    return [evolve(block, level=block.level - 1) if isinstance(block, Heading) else block for block in blocks]


def _page_furniture(flow: Flow, package: Package) -> Iterator[Remark]:
    """What stands at the head and the foot of the pages, once each."""
    numbers = dict.fromkeys(_HEADERS.values(), 0)
    seen: set[str] = set()
    for section, line in flow.sections:
        for reference in section.iterchildren(*_HEADERS):
            relation = package.relations.get(reference.get(r("id")) or "")
            if relation is None or relation.target in seen:
                continue
            seen.add(relation.target)
            root = package.root(relation.target)
            kind = _HEADERS[reference.tag]
            numbers[kind] += 1
            if root is not None:
                place = Place(max(line, 1), 1, f"{kind} {numbers[kind]}")
                for text in filter(None, lines_of(flow.read(root, package.relations_of(relation.target), place))):
                    yield Remark("page_number" if _PAGE_NUMBER.fullmatch(text) else "page_furniture", text, place)


def _asides(flow: Flow, package: Package) -> Iterator[Remark]:
    """Notes and comments, each where it is first referred to."""
    parts: dict[str, dict[str, Element]] = {}
    for kind, identity, place in flow.asides:  # grows: a note can refer to a note
        if kind not in parts:
            root = package.related(_ASIDES[kind])
            parts[kind] = {} if root is None else {one.get(_ID) or "": one for one in root.iterchildren(w(kind))}
        element = parts[kind].pop(identity, None)
        if element is not None:
            target = next(one.target for one in package.relations.values() if one.kind == _ASIDES[kind])
            text = "\n".join(lines_of(flow.read(element, package.relations_of(target), place)))
            if text:
                yield Remark("comment" if kind == "comment" else "footnote", text, place)
