"""What stands in a cell of a statutory table.

One representation for each meaning: a whole number is a figure, :class:`Printed` any other printed text, ``None`` a
cell left blank. Blank, ``/``, ``0`` and text stay four different things.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final, Literal, NewType, TypeAlias

from attrs import Attribute, field, frozen

from govdisclosure.conventions.characters import is_blank
from govdisclosure.errors import ConstructionError
from govdisclosure.model._brief import Brief
from govdisclosure.model.checking import check_line, is_series, shown, wrong_type

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = [
    "LARGEST_COUNT",
    "Change",
    "Count",
    "ExtraRow",
    "Kind",
    "Money",
    "MoneyCell",
    "Printed",
    "check_change",
    "check_count",
    "check_money",
    "is_mark",
    "kind_of",
    "print_cell",
    "read_change",
    "read_count",
    "read_money",
]

Printed = NewType("Printed", str)
"""Printed text of a cell that is no figure, verbatim: ``"/"``, ``"—"``, ``"详见附件"``."""

Count: TypeAlias = int | Printed | None
"""A cell of whole numbers: a figure from 0, other printed text, or ``None`` where it is left blank."""

Change: TypeAlias = int | Printed | None
"""A cell of 本年增/减: a signed whole number, other printed text, or ``None``."""

Kind: TypeAlias = Literal["figure", "zero", "blank", "mark", "text"]
"""What a cell holds: a figure other than zero, zero, nothing, a mark such as ``/``, or other text."""

LARGEST_COUNT: Final = 10**15 - 1
"""The largest figure that counts as a count; more digits than this are a slip and stay text."""

_WIDE: Final = str.maketrans("０１２３４５６７８９，．－−＋", "0123456789,.--+")
# A space between digits is never read through: it may be a lost border between two figures.
_COUNT: Final = r"(\d+|\d{1,3}(?:,\d{3})+)\s*(?:件|条|份|宗|起|例|次|项|个)?"
_SIGNS: Final = {"": 1, "+": 1, "增": 1, "增加": 1, "-": -1, "减": -1, "减少": -1}
_MONEY: Final = r"(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?\s*(元|万元|亿元)?"


_FACTORS: Final = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
_LONGEST_AMOUNT: Final = 40  # characters without the unit


def _decimal(value: "Decimal | int | str") -> "Decimal":
    """Make an amount of what was given; a float is refused, since it holds another number than it shows."""
    from decimal import Decimal, InvalidOperation

    bad = ConstructionError("bad_amount", owner="Money", field="amount", value=shown(value))
    if type(value) not in (int, str) and not isinstance(value, Decimal):
        raise bad
    try:
        amount = Decimal(value)
    except InvalidOperation:
        raise bad from None
    # The exponent comes first: printing 1E+999999999 in full would take a gigabyte.
    if not amount.is_finite() or amount.is_signed() or not -_LONGEST_AMOUNT < amount.adjusted() < _LONGEST_AMOUNT:
        raise bad
    if len(_plain(amount)) > _LONGEST_AMOUNT:
        raise bad
    return amount


def _plain(amount: "Decimal") -> str:
    return format(amount, "f")


def _check_unit(_: "Money", __: "Attribute[str]", unit: object) -> None:
    if unit not in ("", *_FACTORS):
        raise ConstructionError("bad_unit", owner="Money", field="unit", value=shown(unit))


@frozen(order=False, repr=False)
class Money(Brief):
    """A sum of money as printed: the amount, and the unit if the cell itself prints one.

    ``==`` is as printed: 25.1 and 25.10 differ, as do 1万元 and 10000元; :meth:`same_amount` compares the values.

    Args:
        amount: from 0, with the decimals that are printed; text, a whole number or a ``Decimal``, never a float.
        unit: ``""`` (the unit of the column), ``"元"``, ``"万元"`` or ``"亿元"``.

    Example:
        >>> Money("25.10", "万元").same_amount(Money("251000", "元"))
        True
        >>> Money("25.10") == Money("25.1")
        False
    """

    amount: "Decimal" = field(converter=_decimal, eq=_plain)
    unit: str = field(default="", validator=_check_unit)

    def __str__(self) -> str:
        return _plain(self.amount) + self.unit

    def in_yuan(self, column_unit: str = "万元") -> "Decimal":
        """Return the sum in 元; ``column_unit`` is the unit of the column where the cell prints none.

        Raises:
            ConstructionError: neither the cell nor ``column_unit`` names a unit.

        Example:
            >>> Money("0.04").in_yuan()
            Decimal('400.00')
        """
        from decimal import Context

        factor = _FACTORS.get(self.unit or column_unit)
        if factor is None:
            raise ConstructionError("bad_unit", owner="Money", field="unit", value=shown(column_unit))
        # The default context would round an amount of more than 28 digits.
        return Context(prec=2 * _LONGEST_AMOUNT).multiply(self.amount, factor)

    def same_amount(self, other: "Money", column_unit: str = "万元") -> bool:
        """Tell whether both are the same sum, however they are printed.

        Example:
            >>> Money("1").same_amount(Money("10000", "元"))
            True
        """
        return self.in_yuan(column_unit) == other.in_yuan(column_unit)


MoneyCell: TypeAlias = Money | Printed | None
"""A cell of money: a sum, other printed text, or ``None``."""


def _texts(cells: Iterable[str]) -> tuple[str, ...]:
    if not is_series(cells):
        raise wrong_type("ExtraRow", "cells", cells, "list[str]")
    return tuple(cells)


@frozen(order=False, repr=False)
class ExtraRow(Brief):
    """A printed row that the form does not have, such as 其他主动公开文件.

    Args:
        after: the path within the table of the row that it follows; ``""`` where it comes before all of them.
        cells: the printed cells from left to right, the label first; ``""`` where one is blank.

    Example:
        >>> ExtraRow("normative_documents", ("其他主动公开文件", "186", "86", "255")).cells[0]
        '其他主动公开文件'
    """

    after: str
    cells: tuple[str, ...] = field(converter=_texts)

    def __attrs_post_init__(self) -> None:
        check_line("ExtraRow", "after", self.after, blank=True)
        for position, cell in enumerate(self.cells):
            check_line("ExtraRow", f"cells[{position}]", cell, blank=True, edges=False)
        if not self.cells or not self.cells[0]:
            raise ConstructionError("row_without_label", owner="ExtraRow", field="cells", value=shown(self.cells))


def check_count(owner: object, attribute: "Attribute[Count]", value: object) -> None:
    """Raise unless ``value`` can stand in a cell of counts (used as an attrs validator).

    Raises:
        ConstructionError: a negative or broken number, ``bool``, blank text, or text that reads as a figure.

    Example:
        >>> from govdisclosure import ApplicantCounts
        >>> ApplicantCounts(total=Printed("/")).total
        '/'
    """
    if value is None or (type(value) is int and 0 <= value <= LARGEST_COUNT):
        return
    _refuse_cell(owner, attribute.name, value, read_count, "negative_count")


def check_change(owner: object, attribute: "Attribute[Change]", value: object) -> None:
    """Raise unless ``value`` can stand in a cell of 本年增/减 (used as an attrs validator).

    Raises:
        ConstructionError: as :func:`check_count`; negative figures are right here.

    Example:
        >>> from govdisclosure.model.proactive import ItemCounts
        >>> ItemCounts(change=-2).change
        -2
    """
    if value is None or (type(value) is int and -LARGEST_COUNT <= value <= LARGEST_COUNT):
        return
    _refuse_cell(owner, attribute.name, value, read_change, "count_too_large")


def check_money(owner: object, attribute: "Attribute[MoneyCell]", value: object) -> None:
    """Raise unless ``value`` can stand in a cell of money (used as an attrs validator).

    Raises:
        ConstructionError: a bare number, blank text, or text that reads as a sum.

    Example:
        >>> from govdisclosure.model.proactive import FeeAmount
        >>> str(FeeAmount(amount=Money("0.04")).amount)
        '0.04'
    """
    if value is None or isinstance(value, Money):
        return
    if not isinstance(value, str):
        raise ConstructionError("bare_amount", owner=type(owner).__name__, field=attribute.name, value=shown(value))
    _refuse_cell(owner, attribute.name, value, read_money, "bare_amount")


def read_count(text: str) -> Count:
    """Read the printed text of a cell of counts.

    Full-width digits, thousands separators and a measure word are read through; any other text stays as it is, digits
    with a space between them included. ``read_count(print_cell(cell)) == cell`` for every cell.

    Example:
        >>> read_count("1,234件"), read_count("/"), read_count("")
        (1234, '/', None)
    """
    if text.isascii() and text.isdigit() and len(text) < 16:
        return int(text)
    if not text:
        return None
    from re import fullmatch

    found = fullmatch(_COUNT, text.strip().translate(_WIDE))
    if found is None:
        return _printed(text)
    return _whole(found[1]) if _digits(found[1]) else _printed(text)


def read_change(text: str) -> Change:
    """Read the printed text of a cell of 本年增/减: ``+3``, ``-2``, ``增3``, ``减少2``, ``0``.

    Example:
        >>> read_change("减2"), read_change("＋3"), read_change("持平")
        (-2, 3, '持平')
    """
    from re import fullmatch

    found = fullmatch(r"([+-]|增加?|减少?)?\s*" + _COUNT, text.strip().translate(_WIDE))
    if found is None or not _digits(found[2]):
        return _printed(text)
    return _SIGNS[found[1] or ""] * _whole(found[2])


def read_money(text: str) -> MoneyCell:
    """Read the printed text of a cell of money, with its unit if it prints one.

    Example:
        >>> str(read_money("251,000元")), read_money("详见附件")
        ('251000元', '详见附件')
    """
    from re import fullmatch

    found = fullmatch(_MONEY, text.strip().translate(_WIDE))
    if found is None or len(found[1].replace(",", "") + (found[2] or "")) > _LONGEST_AMOUNT:
        return _printed(text)
    return Money(found[1].replace(",", "") + (found[2] or ""), found[3] or "")


def print_cell(cell: "int | Money | Printed | None") -> str:
    """Return the text that a cell prints: ``""`` for a blank one.

    Example:
        >>> print_cell(12), print_cell(None), print_cell(Money("0.04"))
        ('12', '', '0.04')
    """
    return "" if cell is None else str(cell)


def is_mark(text: str) -> bool:
    """Tell whether a printed text is a mark in place of a figure: ``/``, ``—``, ``无`` and the like.

    Example:
        >>> is_mark("/"), is_mark("无"), is_mark("3"), is_mark("")
        (True, True, False, False)
    """
    return text == "无" or not (is_blank(text) or any(char.isalnum() for char in text))


def kind_of(cell: "int | Money | Printed | str | None") -> Kind:
    """Tell what a cell holds.

    Example:
        >>> kind_of(3), kind_of(0), kind_of(None), kind_of(Printed("/")), kind_of(Printed("见附件"))
        ('figure', 'zero', 'blank', 'mark', 'text')
    """
    if cell is None or cell == "":
        return "blank"
    if isinstance(cell, Money):
        return "figure" if cell.amount else "zero"
    if isinstance(cell, int):
        return "figure" if cell else "zero"
    return "mark" if is_mark(cell) else "text"


def _digits(text: str) -> bool:
    """Tell whether the digits of a figure are few enough to count anything."""
    return len(text.replace(",", "")) < 16


def _whole(text: str) -> int:
    return int(text.replace(",", ""))


def _printed(text: str) -> Printed | None:
    """Text that is no figure; white space at its edges is the layout of the cell."""
    return None if is_blank(text) else Printed(text.strip())


def _refuse_cell(owner: object, name: str, value: object, read: "Callable[[str], object]", negative: str) -> None:
    """Accept printed text that is no figure; raise for anything else, with the right form in the message."""
    facts = {"owner": type(owner).__name__, "field": name, "value": shown(value)}
    if type(value) is int:
        raise ConstructionError(negative if value < 0 else "count_too_large", **facts)
    if not isinstance(value, str):
        raise ConstructionError("wrong_cell", **facts)
    check_line(facts["owner"], name, value, edges=False)
    meant = read(value)
    if not isinstance(meant, str):
        raise ConstructionError("figure_as_text", **facts, meant=shown(meant))
