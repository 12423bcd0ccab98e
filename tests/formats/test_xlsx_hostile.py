"""Law 5 for workbooks: any bytes are a document or a documented error, and bombs are refused before they go off."""

import gc
from collections.abc import Callable
from contextlib import suppress
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.conventions.characters import first_forbidden
from govdisclosure.document import Text
from govdisclosure.errors import LimitError, ReadError
from govdisclosure.formats.xlsx import parse
from tests.formats._documents import texts as all_texts
from tests.formats._workbooks import SHEET, XLS, ods, packed, row_of, sheet, xlsx

SECONDS = 4  # generous, for a busy machine: each takes less than one


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04", "broken_file"),
        (b"", "broken_file"),
        (XLS[:2000], "broken_file"),
        (XLS[:700], "broken_file"),
        (xlsx(sheet(row_of("一")))[:-30], "broken_file"),
        (packed({"a.txt": "一"}), "broken_file"),
        (xlsx("<worksheet><sheetData><row>"), "broken_file"),
        (xlsx(sheet('<row><c r="ZZZZ1"><v>1</v></c></row>')), "broken_file"),
        (xlsx('<!DOCTYPE a [<!ENTITY x "yy">]>' + sheet(row_of("&x;"))), "broken_file"),
        (xlsx('<?xml version="1.0" encoding="x-none"?>' + sheet(row_of("一"))), "broken_file"),
        (XLS[:8] + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ],
)
def test_what_is_no_workbook_is_refused_with_its_kind(data: bytes, kind: str) -> None:
    with pytest.raises(ReadError) as refused:
        parse(data)
    assert refused.value.kind == kind
    assert "data" in refused.value.message("en")


DIMENSIONS = b"\x00\x02\x0e\x00\x00\x00\x00\x00\x04\x00\x00\x00"
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
CELLS_OF_TEXT = '<c t="s" s="0"><v>0</v></c>' * 90
BOMBS: dict[str, Callable[[], bytes]] = {
    "a cell far away": lambda: xlsx(sheet(ONE + FAR)),
    "blank rows": lambda: xlsx(sheet(ONE + "".join(f'<row r="{n}"/>' for n in range(2, 1_000_000)))),
    "too many cells": lambda: xlsx(sheet("".join(f"<row>{'<c><v>1</v></c>' * 500}</row>" for _ in range(500)))),
    "nested elements": lambda: xlsx("<a>" * 200_000),
    "a text in every cell": lambda: xlsx(
        sheet("".join(f"<row>{CELLS_OF_TEXT[: 27 * (row % 90 + 1)]}</row>" for row in range(2000))),
        sharedStrings=f"<sst><si><t>{'甲' * 9999}</t></si></sst>",
    ),
    "merged cells": lambda: xlsx(
        sheet(
            "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 20_000)),
            "".join(f'<mergeCell ref="A1:XFD{n}"/>' for n in range(19_000, 20_000)),
        )
    ),
    "many sheets": lambda: xlsx(*[sheet(ONE)] * 201),
    "repeated cells": lambda: ods(
        "<table:table-row table:number-rows-repeated='90000'><table:table-cell office:value-type='string' "
        "table:number-columns-repeated='90'><text:p>1</text:p></table:table-cell></table:table-row>"
    ),
    "promised rows": lambda: XLS.replace(DIMENSIONS, DIMENSIONS[:-1] + b"\xff", 1),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_in_good_time(bomb: str) -> None:
    data = BOMBS[bomb]()
    gc.collect()
    gc.freeze()  # a collection costs what the rest of this process holds
    start = process_time()
    with pytest.raises(LimitError):
        parse(data)
    assert process_time() - start < SECONDS


def test_a_merged_cell_over_the_whole_sheet_is_read_in_good_time() -> None:
    gc.collect()
    gc.freeze()  # a collection costs what the rest of this process holds
    start = process_time()
    merge = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert [block.text for block in parse(xlsx(sheet(ONE, merge))).blocks if isinstance(block, Text)] == ["1"]
    assert process_time() - start < SECONDS


@given(st.binary(max_size=500), st.sampled_from((b"", b"PK\x03\x04", XLS[:512], XLS[:3000])))
def test_any_bytes_are_a_document_or_a_documented_error(data: bytes, head: bytes) -> None:
    with suppress(ReadError, LimitError):
        parse(head + data)


@given(st.data())
def test_a_sheet_with_bytes_changed_is_a_document_or_a_documented_error(data: st.DataObject) -> None:
    text = sheet(
        row_of("规章", "3") + '<row r="7"><c r="C7" s="1"><v>12.5</v></c></row>',
        '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
    )
    at = data.draw(st.integers(0, len(text) - 1))
    changed = text[:at] + data.draw(st.text(max_size=3)) + text[at + data.draw(st.integers(0, 3)) :]
    try:
        document = parse(xlsx(changed))
    except (ReadError, LimitError):
        return
    assert [text for text in all_texts(document) if first_forbidden(text.replace("\n", ""))] == []


@given(st.lists(st.tuples(st.integers(600, len(XLS) - 1), st.integers(1, 255)), min_size=1, max_size=4))
def test_an_old_workbook_with_bytes_changed_is_a_document_or_a_documented_error(changes: list[tuple[int, int]]) -> None:
    data = bytearray(XLS)
    for at, mask in changes:
        data[at] ^= mask
    with suppress(ReadError, LimitError):
        parse(bytes(data))


def test_a_part_that_stands_twice_is_refused() -> None:
    with pytest.raises(ReadError, match="two entries"):
        parse(packed({SHEET: "", SHEET.upper(): ""}))
