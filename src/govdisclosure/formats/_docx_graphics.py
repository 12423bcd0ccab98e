"""What a drawing in a Word file holds: pictures, boxes of text, objects."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import define, field

from govdisclosure.formats._docx_package import Relation
from govdisclosure.formats._docx_xml import Element, r, w

__all__ = ["ALTERNATE", "BOX", "Graphic", "chosen", "graphic"]

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

ALTERNATE: Final = f"{_MC}AlternateContent"
"""What is there twice, for new and for old programs."""

BOX: Final = w("txbxContent")
"""The contents of a box of text."""

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V: Final = "{urn:schemas-microsoft-com:vml}"
_O: Final = "{urn:schemas-microsoft-com:office:office}"
_CHOICE: Final = f"{_MC}Choice"
_DESCRIBED: Final = frozenset({f"{_WP}docPr", f"{_V}shape"})
_PICTURES: Final = frozenset({f"{_A}blip", f"{_V}imagedata"})
_TEXT_PATH: Final = f"{_V}textpath"
_OBJECTS: Final = frozenset({
    f"{_O}OLEObject",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
})  # fmt: skip
_REFERENCES: Final = (r("embed"), r("link"), r("id"), r("href"), r("dm"))
_TITLE: Final = f"{_O}title"
_UNPRINTED: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@define
class Graphic:
    """What a drawing holds.

    Attributes:
        pictures: the part of each picture, and its description.
        boxes: the contents of each box of text.
        objects: the parts of charts and of things of other programs.
        words: words drawn as a shape.
    """

    pictures: list[tuple[str, str]] = field(factory=list[tuple[str, str]])
    boxes: list[Element] = field(factory=list[Element])
    objects: list[str] = field(factory=list[str])
    words: list[str] = field(factory=list[str])


def graphic(element: Element, relations: Mapping[str, Relation]) -> Graphic:
    """Look through a drawing, which can hold groups of groups.

    Example:
        >>> from govdisclosure.formats._docx_xml import parse
        >>> shape = '<a xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="草案"/></a>'
        >>> graphic(parse(shape.encode()), {}).words
        ['草案']
    """
    found = Graphic()
    caption = ""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        tag = one.tag
        if tag == BOX:
            found.boxes.append(one)
            continue
        if tag in _DESCRIBED:
            caption = one.get("descr") or one.get("alt") or one.get("title") or ""
        elif tag in _PICTURES:
            found.pictures.append((_target(one, relations), _line(caption or one.get(_TITLE) or "")))
        elif tag == _TEXT_PATH:
            found.words.append(one.get("string") or "")
        elif tag in _OBJECTS:
            found.objects.append(_target(one, relations) or tag.rpartition("}")[2])
        waiting.extend(reversed(list(chosen(one) if tag == ALTERNATE else one)))
    return found


def chosen(alternate: Element) -> Iterable[Element]:
    """Return the contents of the first way in which a thing is told that is there twice.

    Example:
        >>> from govdisclosure.formats._docx_xml import parse
        >>> [one.tag for one in chosen(parse(b"<a><only/></a>"))]
        ['only']
    """
    found = next((one for one in alternate if one.tag == _CHOICE), None)
    return alternate if found is None else found


def _target(element: Element, relations: Mapping[str, Relation]) -> str:
    found = (relations.get(element.get(name) or "") for name in _REFERENCES)
    return next((one.target for one in found if one is not None), "")


def _line(text: str) -> str:
    return _UNPRINTED.sub(" ", text).strip()
