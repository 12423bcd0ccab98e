"""Dates and periods."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.conventions.dates import (
    DateStyle,
    chinese_date,
    dates,
    display_date,
    format_date,
    is_date_line,
    parse_date,
    periods,
)

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "2021",
            "年",
            "1",
            "12",
            "月",
            "31",
            "日",
            "止",
            "至",
            " ",
            "-",
            ".",
            "二〇二一",
            "十二",
            "起",
            "某",
            "（",
            "）",
        ]
    )
).map("".join)


@given(DAYS, st.sampled_from(["official", "chinese", "iso"]))
def test_a_written_date_reads_back(day: date, style: DateStyle) -> None:
    assert parse_date(f"于{format_date(day, style=style)}公布") == day


@given(DAYS)
def test_a_written_date_is_a_date_line(day: date) -> None:
    assert is_date_line(format_date(day))
    assert is_date_line(chinese_date(day))


@given(DAYS, DAYS)
def test_a_period_has_the_two_days_it_was_written_with(first: date, last: date) -> None:
    (period,) = periods(f"统计期限自{format_date(first)}起至{format_date(last)}止。")
    assert (period.first, period.last) == (first, last)


@given(FRAGMENTS)
def test_every_date_and_period_stands_at_its_offsets(text: str) -> None:
    for printed in dates(text):
        assert text[printed.start : printed.end] == printed.text
    for period in periods(text):
        assert text[period.start : period.end] == period.text


@pytest.mark.parametrize(
    "text",
    [
        "2022年1月4日",
        "2022 年 1 月 4 日",
        "2022年01月04日",
        "２０２２年１月４日",
        "2022年1月4号",
        "二〇二二年一月四日",
        "二○二二年 1 月 4 日",
        "二0二二年一月四日",
        "2022-01-04",
        "2022-1-4 10:30",
        "2022.1.4",
        "2022/1/4",
        "2022年\n1月4日",
        "20220104日",
        "2022  1  4  日",
    ],
)
def test_printed_forms_are_read(text: str) -> None:
    assert parse_date(f"（{text}）") == date(2022, 1, 4)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022年",
        "2022年1月",
        "1月4日",
        "201911日",
        "2022年1月12件",
        "2022年1月4",
        "2022.1.4.5",
        "2022-01-041",
        "0931-2022-1-4",
        "2022.13.45",
        "上月五日",
        "2022年1月4号文",
        "000000000/2024-00002",
    ],
)
def test_what_names_no_day_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "text", ["2月30日", "2023年2月29日", "2022年13月1日", "2022年4月31日", "2022-02-30", "二〇二二年二月三十日"]
)
def test_a_day_that_does_not_exist_is_refused_and_flagged(text: str) -> None:
    (printed,) = dates(text)
    assert printed.is_impossible
    assert printed.day is None
    with pytest.raises(ValueError, match=text):
        parse_date(text)


def test_29_february_without_a_year_is_possible() -> None:
    (printed,) = dates("2月29日")
    assert not printed.is_impossible


@pytest.mark.parametrize(
    ("text", "printed", "day"),
    [
        ("截至12月31止", "12月31", None),
        ("2021年12月31止", "2021年12月31", date(2021, 12, 31)),
        ("20191231日", "20191231日", date(2019, 12, 31)),
        ("自 2025  1  1  日至", "2025  1  1  日", date(2025, 1, 1)),
    ],
)
def test_a_date_that_lost_a_character_is_flagged(text: str, printed: str, day: date | None) -> None:
    (found,) = dates(text)
    assert (found.text, found.day, found.is_truncated) == (printed, day, True)


def test_a_whole_date_is_not_flagged() -> None:
    (found,) = dates("2021年12月31日止")
    assert not found.is_truncated


@pytest.mark.parametrize(
    ("text", "printed", "first", "last"),
    [
        (
            "自2021年1月1日起至2021年12月31日止。",
            "2021年1月1日起至2021年12月31日止",
            date(2021, 1, 1),
            date(2021, 12, 31),
        ),
        ("2023年1月1日起至12月31日止", "2023年1月1日起至12月31日止", date(2023, 1, 1), date(2023, 12, 31)),
        (
            "2024 年 1 月 1 日 至 12 月 31 日，",
            "2024 年 1 月 1 日 至 12 月 31 日",
            date(2024, 1, 1),
            date(2024, 12, 31),
        ),
        ("从2019年1月1日到12月31日止", "2019年1月1日到12月31日止", date(2019, 1, 1), date(2019, 12, 31)),
        ("1月1日—12月31日", "1月1日—12月31日", None, None),
        ("2021年1月1日至12月31止", "2021年1月1日至12月31止", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021年12月1日至1月31日", "2021年12月1日至1月31日", date(2021, 12, 1), None),
        ("2021年1月1日至2月30日", "2021年1月1日至2月30日", date(2021, 1, 1), None),
    ],
)
def test_statistical_periods_are_read(text: str, printed: str, first: date | None, last: date | None) -> None:
    (period,) = periods(text)
    assert (period.text, period.first, period.last) == (printed, first, last)


@pytest.mark.parametrize(
    "text", ["2021年1月1日、2021年2月1日", "2021年1月1日发布，至2021年2月1日", "2021年1月1日", "201911日至20191231日"]
)
def test_two_dates_that_nothing_joins_are_no_period(text: str) -> None:
    assert list(periods(text)) == []


def test_three_dates_in_a_row_are_one_period() -> None:
    assert [found.text for found in periods("1月1日至2月1日至3月1日")] == ["1月1日至2月1日"]


@pytest.mark.parametrize(
    "text", ["2022 年 1 月 4 日", "（2026年1月23日）", "日期：2022-01-04", "发布时间: 2022年1月4日", " 2022年2月30日"]
)
def test_a_line_of_one_date_is_a_date_line(text: str) -> None:
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text", ["", "（", "1月4日", "2022年", "2022年1月4日，", "于2022年1月4日", "2022年1月4日 2022年1月5日", "201911日"]
)
def test_any_other_line_is_no_date_line(text: str) -> None:
    assert not is_date_line(text)


@pytest.mark.parametrize(
    ("locale", "text"), [("zh_Hans", "2022年1月4日"), ("zh_Hant", "2022年1月4日"), ("en", "January 4, 2022")]
)
def test_a_date_is_written_as_its_readers_write_it(locale: str, text: str) -> None:
    assert format_date(date(2022, 1, 4), locale) == display_date(date(2022, 1, 4), locale) == text


def test_chinese_dates_have_their_tens() -> None:
    assert chinese_date(date(2010, 10, 20)) == "二〇一〇年十月二十日"
