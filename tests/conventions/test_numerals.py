"""Chinese numerals and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.conventions.numerals import LARGEST, to_chinese, to_int, year_in_chinese
from govdisclosure.errors import ConstructionError


@given(st.integers(1, LARGEST))
def test_a_number_written_in_words_reads_back(number: int) -> None:
    assert to_int(to_chinese(number)) == number


@given(st.integers(0, 10**18 - 1))
def test_digits_of_either_width_read_as_the_number(number: int) -> None:
    full_width = "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in str(number))
    assert to_int(str(number)) == to_int(full_width) == number


@given(st.integers(1000, 9999))
def test_a_year_in_chinese_digits_reads_back(year: int) -> None:
    assert to_int(year_in_chinese(year)) == year


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (21, "二十一"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (115, "一百一十五"),
        (999, "九百九十九"),
    ],
)
def test_numbers_are_written_as_people_write_them(number: int, words: str) -> None:
    assert to_chinese(number) == words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("两", 2),
        ("两百", 200),
        ("一十二", 12),
        ("一百十二", 112),
        ("一百〇五", 105),
        ("〇", 0),
        ("零", 0),
        ("二〇二二", 2022),
        ("二○二二", 2022),
        ("二零二二", 2022),
        ("二0二二", 2022),
        ("二Ｏ二二", 2022),
        ("一九九八", 1998),
        ("二〇", 20),
        ("007", 7),
    ],
)
def test_printed_variants_are_read(text: str, number: int) -> None:
    assert to_int(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一二三",
        "二三",
        "百",
        "二十百",
        "一百五",
        "一百零",
        "一百零十",
        "十〇",
        "OO",
        " 一",
        "一 ",
        "1.5",
        "-1",
        "²",
        "١",
        "第一",
    ],
)
def test_what_is_no_plain_numeral_is_not_guessed(text: str) -> None:
    assert to_int(text) is None


@pytest.mark.parametrize("number", [0, -1, LARGEST + 1])
def test_a_number_out_of_range_is_refused(number: int) -> None:
    with pytest.raises(ConstructionError) as caught:
        to_chinese(number)
    assert caught.value.facts == {"number": number, "largest": 999}
