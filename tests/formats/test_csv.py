"""Separated values: separators, quotation marks, lines and tables, places, encodings."""

import csv
import gc
from contextlib import suppress
from io import StringIO
from time import process_time
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.conventions.characters import first_forbidden
from govdisclosure.document import Document, Grid, Text
from govdisclosure.errors import LimitError, ReadError
from govdisclosure.formats.csv import parse
from tests.formats._documents import texts

SECONDS = 4


def shown(document: Document) -> list[str | list[list[str]]]:
    """Lines as they are, tables as rows of texts."""
    return [
        [[cell.text for cell in row] for row in block.rows] if isinstance(block, Grid) else block.text
        for block in document.blocks
        if isinstance(block, Grid | Text)
    ]


def read(text: str) -> list[str | list[list[str]]]:
    return shown(parse(text.encode()))


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_the_separator_is_told_by_the_rows(separator: str) -> None:
    text = "一、总体情况\n本年公开12条；其中3条,见附件,见附表。\n信息内容|制发件数\n规章|3\n".replace("|", separator)
    assert read(text)[-1] == [["信息内容", "制发件数"], ["规章", "3"]]


def test_a_named_separator_is_taken_and_noted() -> None:
    document = parse("sep=;\n规章;1,5\n".encode())
    assert shown(document) == [[["规章", "1,5"]]]
    assert [(remark.code, remark.raw) for remark in document.remarks] == [("csv_separator", "sep=;")]


def test_lines_and_tables_of_rows_as_long_as_they_are() -> None:
    text = "青山镇年报\n\n二、主动公开情况\n规章,3\n许可,4,,\n其他,\n三、无\n"
    table = [["规章", "3"], ["许可", "4", "", ""], ["其他", ""]]
    assert read(text) == ["青山镇年报", "二、主动公开情况", table, "三、无"]


def test_a_blank_row_of_fields_belongs_to_the_table() -> None:
    assert read("维持,纠正\n,\n\n无。\n") == [[["维持", "纠正"], ["", ""]], "无。"]


def test_rows_of_equal_length_are_read_as_a_sheet_is() -> None:
    text = "青山镇年报,,\n,,\n信息内容,制发,废止\n规章,,\n许可,1,2\n,,\n本年没有申请。,,\n"
    table = [["信息内容", "制发", "废止"], ["规章", "", ""], ["许可", "1", "2"]]
    assert read(text) == ["青山镇年报", table, "本年没有申请。"]


def test_rows_left_blank_but_for_their_numbered_labels_stay_in_the_table() -> None:
    text = "项目,自然人,总计\n一、本年新收,,\n二、上年结转,,\n三、办理结果,1,\n,,2\n四、其他事项,,\n甲,1,2\n"
    table = [["项目", "自然人", "总计"], ["一、本年新收", "", ""], ["二、上年结转", "", ""]]
    assert read(text) == [[*table, ["三、办理结果", "1", ""], ["", "", "2"]], "四、其他事项", [["甲", "1", "2"]]]


def test_a_sentence_with_commas_stays_one_line() -> None:
    assert read("本年公开1,234条,其中3条。\n\n规章,3\n许可,4\n") == [
        "本年公开1,234条,其中3条。",
        [["规章", "3"], ["许可", "4"]],
    ]


def test_quotation_marks_enclose_separators_breaks_and_themselves() -> None:
    assert read('规章,"1,234","商业\n企业","危及""三安全"""\n甲,乙,丙,丁\n') == [
        [["规章", "1,234", "商业\n企业", '危及"三安全"'], ["甲", "乙", "丙", "丁"]]
    ]


def test_places_are_lines_and_fields_also_after_a_break_in_a_field() -> None:
    (grid,) = parse('规章,"商业\n\n企业"\n许可,4\n'.encode()).blocks
    assert isinstance(grid, Grid)
    assert [str(cell.place) for row in grid.rows for cell in row] == ["1:1", "1:2", "4:1", "4:2"]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    document = parse('信息内容,件数\n规章,"3\n许可,4\n'.encode())
    assert shown(document) == [[["信息内容", "件数"], ["规章", '"3'], ["许可", "4"]]]
    assert [(one.code, one.raw, str(one.place)) for one in document.remarks] == [("quotes_unpaired", '规章,"3', "2:1")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_encoding_of_a_text_file_is_read(encoding: str) -> None:
    assert shown(parse("规章,３\r\n许可,/\r\n".encode(encoding))) == [[["规章", "３"], ["许可", "/"]]]


def test_a_nul_is_taken_out_with_a_remark() -> None:
    document = parse(b"\xe8\xa7\x84\xe7\xab\xa0\0,3,4,5,6,7,8,9\n")
    assert shown(document) == [[["规章", "3", "4", "5", "6", "7", "8", "9"]]]
    assert [remark.code for remark in document.remarks] == ["control_character"]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ReadError) as refused:
        parse(b"\xff\xff\xff\x81,3")
    assert refused.value.kind == "encoding"


def test_a_field_that_is_too_long_is_refused_with_its_line() -> None:
    with pytest.raises(LimitError) as refused:
        parse(b"a,b\n" + b"x" * 200_000 + b",1\n")
    assert (refused.value.code, refused.value.facts["line"]) == ("field_too_large", 2)


def test_nothing_but_blank_rows_is_no_table() -> None:
    assert parse(b",,,\n\n,,,\n").blocks == ()


@pytest.mark.parametrize("bomb", ["," * 1_000_000, '"' * 99_999, "\n" * 1_000_000, '"\n' * 100_000, "a,b\n" * 200_000])
def test_a_bomb_is_read_or_refused_in_good_time(bomb: str) -> None:
    gc.collect()
    gc.freeze()  # a collection costs what the rest of this process holds
    start = process_time()
    with suppress(LimitError):
        parse(bomb.encode())
    assert process_time() - start < SECONDS


_fields = st.text(st.sampled_from('规章3,;\t"\n /—０'), max_size=4)


@given(st.lists(st.lists(_fields, min_size=2, max_size=5), max_size=5), st.sampled_from((",", "\t", ";")))
def test_every_field_that_is_written_is_read(rows: list[list[str]], separator: Literal[",", "\t", ";"]) -> None:
    buffer = StringIO()
    csv.writer(buffer, delimiter=separator).writerows([["甲"] * 9, ["乙"] * 9, *rows])
    document = parse(f"sep={separator}\n{buffer.getvalue()}".encode())
    expected = sorted(field.replace("\t", " ").strip() for row in rows for field in row)
    found = sorted(text for text in texts(document) if text not in {"甲", "乙"})
    assert [text for text in found if text] == [text for text in expected if text]


@given(
    st.one_of(st.binary(max_size=300), st.text(st.sampled_from('规章3,;\t"\n /。\r\x07'), max_size=60).map(str.encode))
)
def test_any_bytes_are_a_document_or_a_documented_error(data: bytes) -> None:
    with suppress(ReadError, LimitError):
        found = texts(parse(data))
        assert [text for text in found if first_forbidden(text.replace("\n", ""))] == []
