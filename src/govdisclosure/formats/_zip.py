"""Zip files, the shell of ``.docx`` and ``.xlsx``: what they may hold, asked before any of it is unpacked.

The limits are far above what reports need: a report with its tables unpacks to some 300,000 bytes in 15 entries.
"""

import struct
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from govdisclosure.errors import LimitError, ReadError

__all__ = ["LARGEST_ENTRY", "LARGEST_RATIO", "LARGEST_TOTAL", "MOST_ENTRIES", "check_zip", "entry", "open_zip"]

MOST_ENTRIES: Final = 10_000
"""The most entries of a file."""

LARGEST_ENTRY: Final = 64 * 1024 * 1024
"""The largest entry, unpacked, in bytes."""

LARGEST_TOTAL: Final = 256 * 1024 * 1024
"""What all entries may unpack to, in bytes."""

LARGEST_RATIO: Final = 200
"""How many times its size a large entry may unpack to. Tables of XML reach 40."""

_LARGE: Final = 4 * 1024 * 1024  # a blank picture of less than this may have any ratio
_ENTRY: Final = b"PK\x01\x02"  # what each entry of the list at the end begins with
_IS_ENCRYPTED: Final = 0x1
_BROKEN: Final = (BadZipFile, zlib.error, struct.error, ValueError, EOFError, OSError, RuntimeError, LookupError)


def check_zip(data: bytes) -> None:
    """Refuse a zip file that is broken, protected, or unpacks to more than is read.

    Only the list of entries at its end is looked at; nothing is unpacked.

    Raises:
        LimitError: too many entries, or they unpack to too much.
        ReadError: the file is no zip file (``"broken_file"``), or is protected by a password (``"encrypted"``).

    Example:
        >>> check_zip(b"PK")
        Traceback (most recent call last):
        govdisclosure.errors.ReadError: ...
    """
    open_zip(data)


def open_zip(data: bytes) -> ZipFile:
    """Open a zip file that :func:`check_zip` lets pass; nothing is unpacked yet.

    Raises:
        LimitError: as :func:`check_zip`.
        ReadError: as :func:`check_zip`.

    Example:
        >>> buffer = BytesIO()
        >>> with ZipFile(buffer, "w") as file:
        ...     file.writestr("word/document.xml", "<w/>")
        >>> open_zip(buffer.getvalue()).namelist()
        ['word/document.xml']
    """
    count = data.count(_ENTRY)  # counted first: building the list of a million entries takes seconds
    if count > MOST_ENTRIES:
        raise LimitError("too_many_entries", source="data", count=count, limit=MOST_ENTRIES)
    with _breakage():
        archive = ZipFile(BytesIO(data))
    _check(archive.infolist(), len(data))
    return archive


def entry(archive: ZipFile, name: str, limit: int = LARGEST_ENTRY) -> bytes | None:
    """Unpack one entry of an archive that :func:`open_zip` gave; ``None`` if it has no such entry.

    Raises:
        LimitError: it unpacks to more than ``limit`` bytes.
        ReadError: it is damaged (``"broken_file"``).

    Example:
        >>> buffer = BytesIO()
        >>> with ZipFile(buffer, "w") as file:
        ...     file.writestr("word/document.xml", "<w/>")
        >>> archive = open_zip(buffer.getvalue())
        >>> entry(archive, "word/document.xml"), entry(archive, "word/styles.xml")
        (b'<w/>', None)
    """
    info = archive.NameToInfo.get(name)
    if info is None:
        return None
    if info.file_size > limit:
        raise LimitError("unpacks_too_large", source="data", size=info.file_size, limit=limit)
    with _breakage(), archive.open(info) as file:
        # No more than the list promises is unpacked, and the checksum is compared at the end.
        return file.read(info.file_size + 1)


def _check(entries: list[ZipInfo], size: int) -> None:
    total = sum(one.file_size for one in entries)
    largest = max((one.file_size for one in entries), default=0)
    if largest > LARGEST_ENTRY:
        raise LimitError("unpacks_too_large", source="data", size=largest, limit=LARGEST_ENTRY)
    if total > LARGEST_TOTAL:
        raise LimitError("unpacks_too_large", source="data", size=total, limit=LARGEST_TOTAL)
    if sum(one.compress_size for one in entries) > size:
        raise ReadError("broken_file", source="data", cause="overlapping entries")
    for one in entries:
        if one.file_size > _LARGE and one.file_size > LARGEST_RATIO * one.compress_size:
            ratio = one.file_size // max(one.compress_size, 1)
            raise LimitError("too_inflated", source="data", name=one.filename[:80], ratio=ratio, limit=LARGEST_RATIO)
        if one.flag_bits & _IS_ENCRYPTED:
            raise ReadError("encrypted", source="data")
        if one.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            # Office writes no other, and Python unpacks the others without a bound.
            raise ReadError("broken_file", source="data", cause=f"compression method {one.compress_type}")


@contextmanager
def _breakage() -> Generator[None]:
    try:
        yield
    except _BROKEN as cause:
        raise ReadError("broken_file", source="data", cause=f"{type(cause).__name__}: {cause}"[:120]) from cause
