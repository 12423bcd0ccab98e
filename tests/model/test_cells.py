"""What may stand in a cell, how it is read and printed, and what is refused."""

import datetime
from decimal import Decimal
from enum import IntEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure import ApplicantCounts, ConstructionError, ExtraRow, Money, Printed
from govdisclosure.model.cells import (
    LARGEST_COUNT,
    Change,
    Count,
    MoneyCell,
    kind_of,
    print_cell,
    read_change,
    read_count,
    read_money,
)
from govdisclosure.model.checking import check_line, shown
from govdisclosure.model.proactive import FeeAmount, ItemCounts
from govdisclosure.testing import changes, counts, money_cells


@given(counts())
def test_a_count_reads_back_as_it_prints(cell: Count) -> None:
    assert read_count(print_cell(cell)) == cell


@given(changes())
def test_a_change_reads_back_as_it_prints(cell: Change) -> None:
    assert read_change(print_cell(cell)) == cell


@given(money_cells())
def test_money_reads_back_as_it_prints(cell: MoneyCell) -> None:
    assert read_money(print_cell(cell)) == cell


@given(st.text(max_size=20))
def test_any_text_reads_as_a_cell_that_the_model_takes(text: str) -> None:
    line = "".join(text.splitlines())
    try:
        check_line("Cell", "text", line.strip(), blank=True, edges=False)
    except ConstructionError:
        return
    assert ApplicantCounts(total=read_count(line)).total == read_count(line)
    assert ItemCounts(change=read_change(line)).change == read_change(line)
    assert FeeAmount(read_money(line)).amount == read_money(line)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("0", 0),
        ("３", 3),
        ("1,234", 1234),
        ("1，234件", 1234),
        ("3 件", 3),
        (" 12\u3000", 12),
        ("007", 7),
        ("", None),
        ("\u3000", None),
        ("\xa0", None),
        ("/", "/"),
        ("—", "—"),
        ("1 2", "1 2"),
        ("12,34", "12,34"),
        ("-3", "-3"),
        ("3.9", "3.9"),
        ("1" * 15, 111_111_111_111_111),
        ("1" * 16, "1" * 16),
    ],
)
def test_a_printed_count_is_read(text: str, cell: Count) -> None:
    assert read_count(text) == cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("+3", 3),
        ("＋3", 3),
        ("-8", -8),
        ("－8", -8),
        ("增3", 3),
        ("增加 3", 3),
        ("减2项", -2),
        ("减少2", -2),
        ("持平", "持平"),
    ],
)
def test_a_printed_change_is_read(text: str, cell: Change) -> None:
    assert read_change(text) == cell


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("251000元", "251000", "元"),
        ("25.10", "25.10", ""),
        ("２５．１万元", "25.1", "万元"),
        ("1,234.5亿元", "1234.5", "亿元"),
    ],
)
def test_printed_money_is_read_with_its_decimals_and_unit(text: str, amount: str, unit: str) -> None:
    read = read_money(text)
    assert isinstance(read, Money)
    assert (str(read), read.unit) == (amount + unit, unit)


class _Colour(IntEnum):
    RED = 1


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (-1, "negative_count"),
        (LARGEST_COUNT + 1, "count_too_large"),
        pytest.param(10**5000, "count_too_large", id="thousands of digits"),
        (True, "wrong_cell"),
        (3.0, "wrong_cell"),
        (Decimal(3), "wrong_cell"),
        (_Colour.RED, "wrong_cell"),
        (b"/", "wrong_cell"),
        ("3", "figure_as_text"),
        ("３件", "figure_as_text"),
        ("", "blank_text"),
        ("\u200b", "blank_text"),
        (" /", "edge_space"),
        ("/\n", "forbidden_character"),
        ("a\tb", "forbidden_character"),
        ("\ud800", "forbidden_character"),
    ],
)
def test_a_cell_of_counts_refuses(value: Count, code: str) -> None:
    with pytest.raises(ConstructionError) as caught:
        ApplicantCounts(natural_person=value)
    assert (caught.value.code, caught.value.facts["field"]) == (code, "natural_person")


@pytest.mark.parametrize("value", [-LARGEST_COUNT - 1, LARGEST_COUNT + 1, 0.5, "+3", "减2"])
def test_a_cell_of_changes_refuses(value: Change) -> None:
    with pytest.raises(ConstructionError, match=r"ItemCounts\.change"):
        ItemCounts(change=value)


@pytest.mark.parametrize("value", [3, 25.1, Decimal("25.1"), True, "25.1", "25.1万元"])
def test_a_cell_of_money_refuses_bare_numbers_and_text_that_reads_as_a_sum(value: MoneyCell) -> None:
    with pytest.raises(ConstructionError) as caught:
        FeeAmount(value)
    assert caught.value.facts["field"] == "amount"


@pytest.mark.parametrize(
    "amount", ["-1", "NaN", "Infinity", "abc", "", "1E+40", "1E+999999999", "1E-999999999", "1" * 41, "-0"]
)
def test_no_amount_of_money(amount: str) -> None:
    with pytest.raises(ConstructionError) as caught:
        Money(amount)
    assert caught.value.facts["value"] == shown(amount)


def test_a_float_is_no_amount_and_the_message_shows_it() -> None:
    with pytest.raises(ConstructionError) as caught:
        Money(25.1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # what is to be refused
    assert caught.value.facts["value"] == "25.1"


@pytest.mark.parametrize("unit", ["美元", "千元", " 元", None, []])
def test_no_unit_of_money(unit: str) -> None:
    with pytest.raises(ConstructionError) as caught:
        Money("1", unit)
    assert caught.value.code == "bad_unit"


def test_money_is_equal_as_printed_and_hashes_so() -> None:
    assert Money("25.1") != Money("25.10")
    assert Money("1", "万元") != Money("10000", "元")
    assert Money(Decimal("1E+3")) == Money("1000")
    assert hash(Money(Decimal("1E+3"))) == hash(Money("1000"))


def test_money_of_forty_digits_loses_none_in_yuan() -> None:
    many = "1" * 39
    assert Money(many + "1", "亿元").in_yuan() == Decimal(many + "1" + "0" * 8)
    assert not Money(many + "1").same_amount(Money(many + "2"))


def test_money_without_any_unit_has_no_value_in_yuan() -> None:
    with pytest.raises(ConstructionError, match="unit"):
        Money("1").in_yuan("")


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        (3, "figure"),
        (-3, "figure"),
        (0, "zero"),
        (Money("0.00"), "zero"),
        (Money("0.01"), "figure"),
        (None, "blank"),
        ("", "blank"),
        (Printed("/"), "mark"),
        (Printed("无"), "mark"),
        (Printed("——"), "mark"),
        (Printed("见附件"), "text"),
    ],
)
def test_the_kinds_of_cells_are_told_apart(cell: int | Money | Printed | None, kind: str) -> None:
    assert kind_of(cell) == kind


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ("规章", "cells"),
        (3, "cells"),
        ((), "cells"),
        (("",), "cells"),
        (("", "3"), "cells"),
        (("规章", 3), "cells[1]"),
        (("规章", "3\n"), "cells[1]"),
    ],
)
def test_an_extra_row_refuses(cells: tuple[str, ...], field: str) -> None:
    with pytest.raises(ConstructionError) as caught:
        ExtraRow("", cells)
    assert caught.value.facts["field"] == field


@pytest.mark.parametrize("value", [3, None, "", " ", datetime.date(2024, 1, 1), "a\u2028b"])
def test_a_line_of_text_refuses(value: object) -> None:
    with pytest.raises(ConstructionError, match=r"Section\.title"):
        check_line("Section", "title", value)
