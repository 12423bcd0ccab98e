"""Invented names and titles look real to the library's own readers."""

import pytest
from hypothesis import find, given

from govdisclosure.conventions.titles import parse_title
from govdisclosure.testing import issuers, titles, years


@given(titles("青山镇人民政府", 2024))
def test_every_title_is_read_as_one(title: str) -> None:
    read = parse_title(title)
    assert read is not None
    assert (read.issuer, read.year) == ("青山镇人民政府", 2024)


@given(titles())
def test_a_title_of_any_issuer_and_year_is_read_as_one(title: str) -> None:
    read = parse_title(title)
    assert read is not None
    assert read.issuer is not None
    assert read.year is not None


@pytest.mark.parametrize("kind", ["镇人民政府", "局", "办公室", "街道办事处", "自治县", "族乡人民政府"])
def test_issuers_of_all_kinds_are_drawn(kind: str) -> None:
    assert kind in find(issuers(), lambda name: kind in name)


@given(years("2019"))
def test_the_first_edition_was_due_for_two_years(year: int) -> None:
    assert year in (2019, 2020)


@given(years("2021"))
def test_the_second_edition_is_due_since_2021(year: int) -> None:
    assert 2021 <= year <= 2099
