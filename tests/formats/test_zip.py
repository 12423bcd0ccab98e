"""What a zip file may hold, asked before any of it is unpacked."""

from io import BytesIO
from time import perf_counter
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.errors import LimitError, ReadError
from govdisclosure.formats._zip import LARGEST_ENTRY, MOST_ENTRIES, check_zip, entry, open_zip

SECONDS = 1.0
MIB = 1024 * 1024


def zipped(*entries: tuple[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", method) as file:
        for name, data in entries:
            file.writestr(name, data)
    return buffer.getvalue()


SMALL = zipped(("a", b"one"), ("b", b"two" * 1000))


def refusal(data: bytes) -> str:
    begin = perf_counter()
    with pytest.raises((LimitError, ReadError)) as caught:
        check_zip(data)
    assert perf_counter() - begin < SECONDS
    return caught.value.code


def test_an_entry_is_unpacked_and_a_missing_one_is_none() -> None:
    archive = open_zip(SMALL)
    assert (entry(archive, "a"), entry(archive, "c")) == (b"one", None)


def test_an_entry_over_the_limit_of_its_reader_is_refused() -> None:
    with pytest.raises(LimitError):
        entry(open_zip(SMALL), "b", limit=2999)


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"PK\x03\x04" + b"\0" * 100, b"PK\x05\x06" + b"\xff" * 18, SMALL[:-5], SMALL[: len(SMALL) // 2]],
)
def test_what_is_no_whole_zip_file_is_broken(data: bytes) -> None:
    assert refusal(data) == "broken_file"


def test_zeros_without_end_are_refused() -> None:
    assert refusal(zipped(("word/document.xml", bytes(100 * MIB)))) == "unpacks_too_large"
    assert refusal(zipped(("word/document.xml", bytes(8 * MIB)))) == "too_inflated"


def test_many_large_entries_are_refused_together() -> None:
    block = bytes(range(256)) * (MIB // 256)
    one = (block + bytes(3 * MIB)) * 10
    assert refusal(zipped(*((f"{n}.xml", one) for n in range(7)))) in {"unpacks_too_large", "too_inflated"}


def test_more_entries_than_any_report_has_are_refused() -> None:
    assert refusal(zipped(*((f"{n}", b"") for n in range(MOST_ENTRIES + 1)), method=ZIP_STORED)) == "too_many_entries"


def test_a_list_that_says_less_than_it_holds_is_counted_all_the_same() -> None:
    data = zipped(*((f"{n}", b"") for n in range(MOST_ENTRIES + 1)), method=ZIP_STORED)
    assert refusal(data[:-12] + b"\1\0\1\0" + data[-8:]) in {"too_many_entries", "broken_file"}


def test_a_size_that_lies_does_not_unpack_more_than_it_says() -> None:
    data = zipped(("a", bytes(100 * MIB)))
    lied = data.replace((100 * MIB).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lied != data
    with pytest.raises(ReadError) as caught:
        entry(open_zip(lied), "a")
    assert caught.value.kind == "broken_file"


def test_a_password_is_told_apart() -> None:
    data = bytearray(SMALL)
    listed = data.index(b"PK\x01\x02")
    data[listed + 8] |= 1
    assert refusal(bytes(data)) == "encrypted"


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_methods_that_office_never_uses_are_refused(method: int) -> None:
    assert refusal(zipped(("a", b"one"), method=method)) == "broken_file"


def test_entries_that_share_their_bytes_are_refused() -> None:
    data = zipped(*((f"{n:03}", bytes(range(256)) * 40) for n in range(100)))
    start, size = data.index(b"PK\x01\x02"), int.from_bytes(data[-10:-6], "little")
    first_only = data[: data.index(b"PK\x03\x04", 4)]
    moved = bytearray(data[start:])
    for at in range(0, size, size // 100):
        moved[at + 42 : at + 46] = bytes(4)  # every entry begins where the first does
    moved[-6:-2] = len(first_only).to_bytes(4, "little")
    assert refusal(first_only + bytes(moved)) == "broken_file"


def test_an_ordinary_picture_of_one_colour_is_no_bomb() -> None:
    check_zip(zipped(("word/media/image1.bmp", bytes(3 * MIB))))


def test_the_limits_are_those_that_are_documented() -> None:
    assert (MOST_ENTRIES, LARGEST_ENTRY) == (10_000, 64 * MIB)


@given(edits=st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), min_size=1, max_size=4))
def test_damaged_bytes_are_read_or_refused(edits: list[tuple[int, int]]) -> None:
    data = bytearray(SMALL)
    for at, byte in edits:
        data[at] = byte
    try:
        archive = open_zip(bytes(data))
        for name in archive.namelist():
            entry(archive, name)
    except (LimitError, ReadError):
        pass
