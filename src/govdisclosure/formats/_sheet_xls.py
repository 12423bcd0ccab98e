"""What an ``.xls`` or ``.et`` tells beside its values: extents, errors, what is hidden.

The file is a small file system (Compound File Binary) with one stream of records (BIFF8) for the workbook.
"""

import struct
from collections.abc import Iterator
from typing import Final

from govdisclosure.errors import LimitError, ReadError
from govdisclosure.formats._sheet_facts import MOST_SHEETS, Budget, SheetFacts

__all__ = ["xls_facts"]

_FREE: Final = 0xFFFF_FFF0  # sector numbers from here on are marks
_NAMES: Final = ("Workbook", "Book")
_BOUND_SHEET: Final = 0x85
_EOF: Final = 0x0A
_FILE_PASSWORD: Final = 0x2F
_ROW: Final = 0x208
_DIMENSIONS: Final = 0x200
_BOOLEAN_OR_ERROR: Final = 0x205
_FORMULA: Final = (0x06, 0x206, 0x406)
_SHARED_TEXT: Final = 0xFD
_TEXTS: Final = (0xFC, 0x3C)  # the table of shared texts and what continues it
_CELLS: Final = (*_FORMULA, _BOOLEAN_OR_ERROR, _SHARED_TEXT, 0x203, 0x204, 0x27E, 0xBD, 0xD6)
_SHORTEST_TEXT: Final = 3  # a shared text takes three bytes at least
_MOST_PROMISED: Final = 2_000_000  # positions; a sheet may be formatted far below its last value
_LONGEST_TEXT: Final = 32_767
_ERRORS: Final = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def xls_facts(data: bytes, budget: Budget) -> list[SheetFacts]:
    """Return the facts of each sheet, in order.

    Raises:
        LimitError: the workbook is too large.
        ReadError: it is broken (``"broken_file"``), or protected (``"encrypted"``).
    """
    try:
        return _facts(_workbook(data), budget)
    except (struct.error, IndexError) as cause:
        raise ReadError("broken_file", source="data", cause=f"xls: {cause}") from cause


def _facts(stream: bytes, budget: Budget) -> list[SheetFacts]:
    starts: list[int] = []
    size_of_texts = promised = 0
    for kind, at, length in _records(stream, 0, budget):
        if kind == _BOUND_SHEET:
            starts.append(struct.unpack_from("<I", stream, at)[0])
        elif kind == _FILE_PASSWORD:
            raise ReadError("encrypted", source="data")
        elif kind in _TEXTS:
            size_of_texts += length
            promised += struct.unpack_from("<I", stream, at + 4)[0] if kind == _TEXTS[0] else 0
    if promised > size_of_texts // _SHORTEST_TEXT:
        raise ReadError("broken_file", source="data", cause="xls: shared texts")
    if len(starts) > MOST_SHEETS:
        raise LimitError("too_many_elements", source="data", limit=MOST_SHEETS)
    found: list[SheetFacts] = []
    for start in starts:
        facts = SheetFacts()
        for kind, at, length in _records(stream, start, budget):
            _take(facts, stream, kind, at, length)
            if kind == _SHARED_TEXT:  # how long this one is, only the library knows
                budget.write(min(size_of_texts, _LONGEST_TEXT) // 4)
        budget.sheet(facts)
        found.append(facts)
    return found


def _take(facts: SheetFacts, stream: bytes, kind: int, at: int, length: int) -> None:
    if kind in _CELLS:
        row, column = struct.unpack_from("<HH", stream, at)
        last = struct.unpack_from("<H", stream, at + length - 2)[0] if kind == 0xBD else column
        facts.holds(row, min(column, last), 1, abs(last - column) + 1)
        error = _error(stream, kind, at)
        if error is not None:
            facts.errors[row, column] = _ERRORS.get(error, "#?")
    elif kind == _ROW:
        row, options = struct.unpack_from("<H10xH", stream, at)
        if options & 0x20:
            facts.hidden.append(str(row + 1))
    elif kind == _DIMENSIONS:  # the library makes room at once for all that is promised here
        first, last, left, right = struct.unpack_from("<IIHH" if length >= 14 else "<HHHH", stream, at)
        if first > last or left > right:
            raise ReadError("broken_file", source="data", cause="xls: dimensions")
        if (last - first + 1) * (right - left + 1) > _MOST_PROMISED:
            raise LimitError(
                "sheet_too_large", source="data", size=(last - first) * (right - left), limit=_MOST_PROMISED
            )


def _error(stream: bytes, kind: int, at: int) -> int | None:
    if kind == _BOOLEAN_OR_ERROR and stream[at + 7]:
        return stream[at + 6]
    if kind in _FORMULA and stream[at + 12 : at + 14] == b"\xff\xff" and stream[at + 6] == 2:
        return stream[at + 8]
    return None


def _records(stream: bytes, at: int, budget: Budget) -> Iterator[tuple[int, int, int]]:
    """The kind, the start and the length of each record up to the end of the sheet."""
    while at + 4 <= len(stream):
        budget.part()
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, at + 4, length
        at += 4 + length
        if kind == _EOF:
            return


def _workbook(data: bytes) -> bytes:
    """The stream of the workbook, put together from the sectors of the file."""
    sector_shift, mini_shift = struct.unpack_from("<HH", data, 30)
    if not 7 <= sector_shift <= 14 or mini_shift != 6:
        raise ReadError("broken_file", source="data", cause="sector size")
    size = 1 << sector_shift
    if max(struct.unpack_from("<II", data, 40) + struct.unpack_from("<4x4xI4xI", data, 56)) > len(data) // size:
        raise ReadError("broken_file", source="data", cause="xls: sectors")
    directory_start, cutoff, mini_start = struct.unpack_from("<I4xII", data, 48)
    table = _allocation(data, size)
    directory = _chain(data, directory_start, table, size)
    root, found = None, None
    for at in range(0, len(directory) - 127, 128):
        length = struct.unpack_from("<H", directory, at + 64)[0]
        if directory[at + 66] and struct.unpack_from("<Q" if size > 512 else "<I", directory, at + 120)[0] > len(data):
            raise ReadError("broken_file", source="data", cause="xls: length of a stream")
        name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        root = at if directory[at + 66] == 5 and root is None else root
        found = at if name in _NAMES and found is None else found
    if root is None or found is None:
        raise ReadError("broken_file", source="data", cause="no workbook")
    start, length = struct.unpack_from("<II", directory, found + 116)
    if length >= cutoff:
        return _chain(data, start, table, size)[:length]
    mini = _chain(data, struct.unpack_from("<I", directory, root + 116)[0], table, size)
    numbers = _chain(data, mini_start, table, size)
    mini_table = struct.unpack(f"<{len(numbers) // 4}I", numbers[: len(numbers) // 4 * 4])
    return _chain(mini, start, mini_table, 64, first=0)[:length]


def _allocation(data: bytes, size: int) -> tuple[int, ...]:
    """Which sector follows each sector."""
    numbers = list(struct.unpack_from("<109I", data, 76))
    following, count = struct.unpack_from("<II", data, 68)
    for _ in range(min(count, len(data) // size)):
        if following >= _FREE:
            break
        more = struct.unpack_from(f"<{size // 4}I", data, (following + 1) * size)
        numbers += more[:-1]
        following = more[-1]
    table: list[int] = []
    for number in numbers[: len(data) // size + 1]:
        if number < _FREE:
            table += struct.unpack_from(f"<{size // 4}I", data, (number + 1) * size)
    return tuple(table)


def _chain(data: bytes, start: int, table: tuple[int, ...], size: int, first: int = 1) -> bytes:
    """The sectors of one stream; ``first`` is 1 where a header stands before the sectors."""
    found: list[bytes] = []
    number = start
    while number < _FREE:
        if len(found) > len(data) // size:
            raise ReadError("broken_file", source="data", cause="a chain of sectors without an end")
        found.append(data[(number + first) * size : (number + first + 1) * size])
        number = table[number]
    return b"".join(found)
