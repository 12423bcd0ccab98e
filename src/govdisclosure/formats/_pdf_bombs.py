"""What a file unpacks to, asked before PDFium is: it unpacks and draws whatever a page names, and cannot be stopped.

The streams of the file are unpacked piece by piece and thrown away. Two things are counted: bytes, and the operators of
pages that are drawn again and again: by a list that names one stream many times, by drawings that name each other. A
file whose streams are encrypted (though it opens without a password) cannot be looked at so.
"""

import re
import zlib
from base64 import a85decode
from binascii import Error, unhexlify
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import repeat
from typing import Final

from attrs import define

from govdisclosure.errors import LimitError

__all__ = ["MOST_DATA", "MOST_OPERATORS", "check_streams"]

MOST_DATA: Final = 128 * 1024 * 1024
"""What fonts and pictures may unpack to, in bytes."""

MOST_OPERATORS: Final = 24 * 1024 * 1024
"""What the drawing of a page may come to, in bytes. That of a page of a report takes some 20,000."""

_CHUNK: Final = 64 * 1024
_OBJECT: Final = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+obj\b")
_REFERENCE: Final = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+R\b")
_LIST: Final = re.compile(rb"\[(?:\s*\d{1,10}\s+\d{1,5}\s+R)+\s*\]")
_ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_WORST_LZW: Final = 2048  # how many times its size that filter can unpack to
_PRINTABLE: Final = bytes((*range(9, 14), *range(32, 127)))
_LARGEST_HEADER: Final = 1024 * 1024
_LARGEST_NESTED: Final = 4096
_COST: Final = 200  # bytes of operators that take as long as to begin a drawing
_LONGEST_CHAIN: Final = 24


@define
class _Stream:
    header: bytes
    size: int = 0
    """Its bytes of text, which may be operators."""
    draws: int = 0
    """How often it draws another one."""

    @property
    def own(self) -> bytes:
        """Its dictionary."""
        return self.header[self.header.rfind(b"obj") :]

    @property
    def is_drawing(self) -> bool:
        """Whether others may draw it."""
        return b"/Form" in self.header


def check_streams(data: bytes) -> None:
    """Refuse a file that unpacks to more than is read, or whose pages draw more than is read.

    Raises:
        LimitError: it does.

    Example:
        >>> check_streams(b"%PDF-1.4 1 0 obj <<>> stream q Q endstream")
    """
    streams: list[_Stream] = []
    plain: list[bytes] = []
    binary, operators, at = 0, 0, 0
    for word, start in _starts(data):
        # One stream may lie in another: then what stands before it is looked at twice.
        first = at if at <= word else word - _LARGEST_NESTED
        stream = _Stream(_unescaped(data[max(first, word - _LARGEST_HEADER, 0) : word]))
        streams.append(stream)
        plain.append(stream.header)
        at = data.find(b"endstream", start) % (len(data) + 1)
        for piece in _unpacked(data, start, at, stream.header):
            if len(piece.translate(None, _PRINTABLE)) < len(piece) * 0.3:
                operators += len(piece)
                stream.size += len(piece)
                stream.draws += piece.count(b"Do")
                if b"ObjStm" in stream.header:
                    plain.append(piece)
            else:
                binary += len(piece)
            if binary > MOST_DATA or operators > MOST_OPERATORS:
                raise _too_much(MOST_DATA if binary > MOST_DATA else MOST_OPERATORS)
    plain.append(data[at:])
    _check_drawings(streams, b"\n".join(plain))


def _starts(data: bytes) -> Iterator[tuple[int, int]]:
    """Where the word stands that begins a stream, and where its content begins. A pattern takes ten times as long."""
    word = data.find(b"stream")
    while word >= 0:
        after = data[word + 6 : word + 8]
        if after[:1] in {b"\r", b"\n"} and data[word - 3 : word] != b"end":
            yield word, word + (8 if after == b"\r\n" else 7)
        word = data.find(b"stream", word + 6)


def _check_drawings(streams: Sequence[_Stream], plain: bytes) -> None:
    """Refuse pages whose streams, with all that they draw, come to too much."""
    lists = [found[0] for found in _LIST.finditer(plain)]
    longest = max((one.count(b"R") for one in lists), default=1)
    largest = max((one.size for one in streams), default=0)
    nests = any(one.draws and one.is_drawing for one in streams)
    if not nests and longest * largest * (1 + max((one.draws for one in streams), default=0)) < MOST_OPERATORS:
        return  # as nearly all files are
    numbered = {_number(one.header): one for one in streams}
    loose = dict(_loose_objects(plain)) if nests else {}
    sizes: dict[int, int] = {}
    heaviest = max((_weight(n, numbered, loose, sizes, 0) for n, one in numbered.items() if one.is_drawing), default=0)
    if any(one.size + one.draws * heaviest > MOST_OPERATORS for one in streams if not one.is_drawing):
        raise _too_much(MOST_OPERATORS)
    for group in lists:
        named = (numbered.get(int(number)) for number in _REFERENCE.findall(group))
        if sum(one.size + one.draws * heaviest for one in named if one is not None) > MOST_OPERATORS:
            raise _too_much(MOST_OPERATORS)


def _number(header: bytes) -> int:
    numbers = _OBJECT.findall(header)
    return int(numbers[-1]) if numbers else -1


def _weight(
    number: int, streams: dict[int, _Stream], loose: dict[int, frozenset[int]], sizes: dict[int, int], depth: int
) -> int:
    """The operators of a drawing with those of the heaviest drawing that it names, as often as it draws anything."""
    if number in sizes:
        return sizes[number]
    one = streams[number]
    sizes[number] = one.size + 1  # a ring is not drawn twice
    if one.draws:
        if depth > _LONGEST_CHAIN:
            raise _too_much(MOST_OPERATORS)
        named = frozenset(int(other) for other in _REFERENCE.findall(one.own))
        inner = [n for n in _reached(named, loose) if n in streams and streams[n].is_drawing]
        heaviest = max((_weight(n, streams, loose, sizes, depth + 1) for n in inner), default=0)
        sizes[number] += one.draws * (heaviest + _COST)
    if sizes[number] > MOST_OPERATORS:
        raise _too_much(MOST_OPERATORS)
    return sizes[number]


def _reached(numbers: frozenset[int], loose: dict[int, frozenset[int]]) -> set[int]:
    """The objects that are named directly or by lists of names, which are objects themselves."""
    found: set[int] = set()
    waiting = list(numbers)
    while waiting and len(found) < 10_000:
        number = waiting.pop()
        if number not in found:
            found.add(number)
            waiting.extend(loose.get(number, ()))
    return found


def _loose_objects(text: bytes) -> Iterator[tuple[int, frozenset[int]]]:
    """The objects that are no streams, with what they name."""
    starts = list(_OBJECT.finditer(text))
    for found, end in zip(starts, [*(one.start() for one in starts[1:]), len(text)], strict=True):
        yield int(found[1]), frozenset(int(number) for number in _REFERENCE.findall(text, found.end(), end))


def _unescaped(header: bytes) -> bytes:
    """A name may be written with codes for its letters."""
    return _ESCAPED.sub(lambda found: unhexlify(found[1]), header) if b"#" in header else header


def _unpacked(data: bytes, start: int, end: int, header: bytes) -> Iterable[bytes]:
    """The content of a stream in pieces. What its filters are is told by its dictionary, and by its first byte."""
    if header.count(b"Decode") == 1 and b"/FlateDecode" in header and end - start < _CHUNK:
        unpacker = zlib.decompressobj()
        with suppress(zlib.error):
            whole = unpacker.decompress(data[start:end], _CHUNK)
            if unpacker.eof:
                return (whole,)  # as most are
    own = header[header.rfind(b"obj") :]
    if any(name in own for name in (b"ASCII85", b"ASCIIHex", b"/A85", b"/AHx")):
        data = _bytes_of(data[start:end])
        start, end = 0, len(data)
    if b"LZW" in own:
        return repeat(b"q " * (_CHUNK // 2), (end - start) * _WORST_LZW // _CHUNK)
    if b"/Fl" in own or data[start : start + 1] in {b"\x78", b"\x58", b"\x68"}:
        return _inflated(data, start, max(1, own.count(b"/Fl")))
    return _pieces(data, start, end)


def _inflated(data: bytes, start: int, layers: int) -> Iterator[bytes]:
    """What a packed stream, maybe packed several times, unpacks to; where it ends is told by itself."""
    pieces = _pieces(data, start, len(data))
    for _ in range(min(layers, 4)):
        pieces = _inflate(pieces)
    return pieces


def _pieces(data: bytes, start: int, end: int) -> Iterator[bytes]:
    for at in range(start, end, _CHUNK):
        yield data[at : min(end, at + _CHUNK)]


def _inflate(pieces: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    for piece in pieces:
        left = piece
        while left:
            try:
                yield unpacker.decompress(left, _CHUNK)
            except zlib.error:
                return
            if unpacker.eof:
                return
            left = unpacker.unconsumed_tail


def _bytes_of(text: bytes) -> bytes:
    try:
        end = text.find(b"~>")
        return a85decode(text[: end if end >= 0 else len(text)]) if b"~>" in text else unhexlify(text.strip(b"> \r\n"))
    except (ValueError, Error):
        return b""


def _too_much(limit: int) -> LimitError:
    return LimitError("draws_too_much", source="data", limit=limit)
