"""Bytes to HTML: the encoding, the JSON of a content system, and the saved page (MHTML)."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from html import unescape
from itertools import islice
from json import loads
from typing import Final, cast

from attrs import evolve, frozen

from govdisclosure.document import Place, Remark
from govdisclosure.errors import LimitError
from govdisclosure.formats._encoding import decode
from govdisclosure.formats._html_text import flat
from govdisclosure.formats._html_tree import visible_tree

__all__ = ["Source", "read_source"]

_MIME: Final = re.compile(rb"\A\s*(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE)
_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
_HEAD: Final = 4096
# Only these are believed: every other name is UTF-8, a part of GB18030, or fits any bytes at all.
_DECLARED: Final = {"big5": "big5hkscs", "big5-hkscs": "big5hkscs", "cp950": "cp950", "hz-gb-2312": "hz"}
_UNUSUAL: Final = re.compile(rb"[Bb][Ii][Gg]5|cp950|hz-gb")
_CALL: Final = re.compile(r"\A[\w.$]{1,80}\s*\((.*)\)\s*;?\s*\Z", re.DOTALL)
_MARKED_UP: Final = re.compile(r"<(?:p|div|table|span|br|h[1-6]|section|article|body|td|strong|font)\b", re.IGNORECASE)
_TITLES: Final = ("title", "articletitle", "doctitle", "infotitle", "name", "subject", "headline", "标题")
_DEEPEST: Final = 4  # JSON in a string of JSON, and so on
_MOST_STRINGS: Final = 50_000
_LONGEST_TITLE: Final = 200


@frozen
class Source:
    """The HTML of a file.

    ``title`` is a title that stands beside the HTML, ``within`` leads the addresses where the HTML is a part of the
    file: its lines are then counted in that part.

    Example:
        >>> Source("<p>一、总体情况</p>").within
        ''
    """

    text: str
    title: str = ""
    within: str = ""
    remarks: tuple[Remark, ...] = ()


def read_source(data: bytes) -> Source:
    """Find the HTML in ``data``.

    Raises:
        ReadError: the bytes are no text (``"encoding"``).
        LimitError: JSON or MHTML that is nested too deep.

    Example:
        >>> read_source('{"data": {"title": "青山镇", "content": "<p>无。</p>"}}'.encode()).title
        '青山镇'
    """
    if _MIME.match(data[:_HEAD]):
        return _from_mail(data)
    text, name = _decoded(data)
    remarks = () if name == "utf-8" else (Remark("encoding", name, Place(1)),)
    start = text.lstrip("\ufeff \t\r\n")
    if start[:1] == "<":
        return Source(text, remarks=remarks)
    found = _from_json(start)
    return Source(text, remarks=remarks) if found is None else evolve(found, remarks=remarks + found.remarks)


def _decoded(data: bytes) -> tuple[str, str]:
    if data[:2] in {b"<\0", b"\0<"}:  # UTF-16 that has lost its mark
        order = "utf-16-le" if data[:1] == b"<" else "utf-16-be"
        return data.decode(order, "replace"), order
    declared = _CHARSET.search(data, 0, _HEAD) if _UNUSUAL.search(data, 0, _HEAD) else None
    codec = _DECLARED.get(declared[1].decode().lower()) if declared else None
    if codec is not None:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
        try:
            return data.decode(codec), codec
        except UnicodeDecodeError:
            pass
    return decode(data)


def _from_mail(data: bytes) -> Source:
    """The page of an MHTML file: of its HTML parts, that which says most. The other parts of text are noted."""
    try:
        message = message_from_bytes(data)
        pages = [_decoded(part) for part in _pages(message)]
    except RecursionError:
        raise LimitError("nested_too_deep", source="data") from None
    if not pages:
        return Source(_decoded(data)[0])
    most = max(range(len(pages)), key=lambda number: (pages[number][0].count("。"), len(pages[number][0])))
    text, name = pages[most]
    remarks = [] if name == "utf-8" else [Remark("encoding", name, Place(1))]
    others = [visible_tree(page, "", remarks) for number, (page, _) in enumerate(pages) if number != most]
    remarks += [Remark("page_furniture", raw, Place(1)) for other in others if (raw := flat(other.text))]
    return Source(text, within=f"part {most + 1}: ", remarks=tuple(remarks))


def _pages(message: "Message[str, str]") -> Iterator[bytes]:
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                yield content


@frozen
class _Found:
    """A string somewhere in JSON: the keys that lead to it, and the object that holds it."""

    keys: str
    text: str
    holder: dict[str, object]


def _from_json(text: str) -> Source | None:
    """The longest string with HTML in it; ``None`` if ``text`` is no JSON or holds none."""
    call = _CALL.match(text) if text[:1] not in "{[" and text.rstrip("; \r\n\t")[-1:] == ")" else None
    value = _loaded(call[1] if call else text)
    if value is None:
        return None
    strings = list(islice(_strings(value), _MOST_STRINGS + 1))
    if len(strings) > _MOST_STRINGS:
        raise LimitError("too_many_elements", source="data", limit=_MOST_STRINGS)
    pages = [one for one in strings if _MARKED_UP.search(one.text)]
    if not pages:
        return None
    page = max(pages, key=lambda one: len(one.text))
    title = _title(page.holder) or next(filter(None, (_title(one.holder) for one in strings)), "")
    others = [one for one in strings if one is not page and one.text.strip() and one.text != title]
    remarks = tuple(Remark("page_furniture", f"{one.keys}: {one.text}", Place(1, 1, one.keys)) for one in others)
    return Source(page.text, title, f"{page.keys}: ", remarks)


def _loaded(text: str) -> object:
    if text[:1] not in ("{", "["):
        return None
    try:
        return cast("object", loads(text, strict=False))
    except RecursionError:
        raise LimitError("nested_too_deep", source="data") from None
    except ValueError:
        return None


def _strings(value: object) -> Iterator[_Found]:
    """Every string of a JSON value. Escaped HTML is unescaped, and JSON in a string is opened, as systems wrap it."""
    waiting: list[tuple[str, object, dict[str, object], int]] = [("", value, {}, 0)]
    while waiting:
        keys, one, holder, depth = waiting.pop()
        if isinstance(one, dict):
            items = cast("dict[str, object]", one)  # loads() makes no other
            waiting += [(f"{keys}.{key}".strip("."), item, items, depth) for key, item in reversed(items.items())]
        elif isinstance(one, list):
            listed = cast("list[object]", one)
            waiting += [(f"{keys}[{n}]", item, holder, depth) for n, item in reversed([*enumerate(listed)])]
        elif isinstance(one, str):
            inner = _loaded(one.strip()) if depth < _DEEPEST else None
            if isinstance(inner, dict | list):
                waiting.append((keys, cast("object", inner), holder, depth + 1))
                continue
            text = unescape(one) if "&lt;" in one and "<" not in one else one
            yield _Found(keys, text.encode("utf-8", "replace").decode(), holder)


def _title(holder: dict[str, object]) -> str:
    named = {key.lower().replace("_", ""): value for key, value in holder.items()}
    texts = (named.get(name) for name in _TITLES)
    return next((one.strip() for one in texts if isinstance(one, str) and 0 < len(one.strip()) <= _LONGEST_TITLE), "")
