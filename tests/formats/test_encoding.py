"""Bytes to text."""

import pytest

from govdisclosure.errors import ReadError
from govdisclosure.formats import markdown, text
from govdisclosure.formats._encoding import decode, source

WORDS = "青山镇年报"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (WORDS.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + WORDS.encode(), "utf-8-sig"),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), "utf-16-be"),
        (WORDS.encode("gb18030"), "gb18030"),
    ],
)
def test_each_encoding_is_told_from_its_bytes(data: bytes, name: str) -> None:
    assert decode(data) == (WORDS, name)


@pytest.mark.parametrize(
    "data", [b"\xff\xfeA", b"\xff", "2024年报".encode("utf-16-le"), b"a\0b\0c\0", b"\xef\xbb\xbf\xff"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data)
    assert caught.value.kind == "encoding"


def test_plain_utf_8_is_no_remark_and_any_other_encoding_is_one() -> None:
    assert source(WORDS.encode())[1] == ()
    assert [(remark.code, remark.raw) for remark in source(WORDS.encode("gb18030"))[1]] == [("encoding", "gb18030")]


def test_every_line_break_becomes_a_newline() -> None:
    assert source("1\r\n2\r3\n4\x0b5\x856\u20287\u20298".encode())[0] == "1\n2\n3\n4\n5\n6\n7\n8"


def test_a_control_character_is_taken_out_and_said() -> None:
    read, remarks = source("甲\x01乙\n丙\x7f\x02".encode())
    assert read == "甲乙\n丙"
    assert [(remark.code, remark.raw, str(remark.place)) for remark in remarks] == [
        ("control_character", r"'\x01'", "1:2"),
        ("control_character", r"'\x7f\x02'", "2:2"),
    ]


def test_a_page_break_ends_a_line() -> None:
    read, remarks = source("\f甲\f乙\f\n丙".encode())
    assert read == "甲\n乙\n丙"
    assert [remark.code for remark in remarks] == ["page_break"] * 3


def test_gb18030_is_read_by_each_format() -> None:
    data = "一、总体情况".encode("gb18030")
    assert [remark.raw for remark in markdown.parse(data).remarks + text.parse(data).remarks] == ["gb18030"] * 2
