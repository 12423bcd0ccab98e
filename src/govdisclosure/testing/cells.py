"""Cells of statutory tables: everything that may be printed in one, and cells that only hold figures."""

from decimal import Decimal
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from govdisclosure.model.cells import LARGEST_COUNT, Change, Count, Money, MoneyCell, Printed

__all__ = ["changes", "counts", "money_cells", "sums_of_money"]

_MARKS: Final = tuple(map(Printed, ("/", "—", "-", "无", "／", "——", "\\", "*")))
_TEXTS: Final = tuple(
    map(Printed, ("详见附件", "22（其中修订16件）", "约3", "0 0", "不适用", "3|4", "N/A", "<0>", "增加"))
)
_PLAIN: Final = 1000


def counts() -> SearchStrategy[Count]:
    """Return cells of counts: a figure of any size, zero, a blank, a mark, other printed text.

    Example:
        >>> from hypothesis import find
        >>> find(counts(), lambda cell: isinstance(cell, int) and cell > 5)
        6
    """
    return st.one_of(st.none(), st.integers(0, _PLAIN), st.integers(0, LARGEST_COUNT), _printed())


def changes() -> SearchStrategy[Change]:
    """Return cells of 本年增/减: as :func:`counts`, with negative figures.

    Example:
        >>> from hypothesis import find
        >>> find(changes(), lambda cell: isinstance(cell, int) and cell < 0)
        -1
    """
    return st.one_of(st.none(), st.integers(-_PLAIN, _PLAIN), st.integers(-LARGEST_COUNT, LARGEST_COUNT), _printed())


def money_cells() -> SearchStrategy[MoneyCell]:
    """Return cells of money: sums with every unit and with trailing zeros, blanks, marks, other printed text.

    Example:
        >>> from hypothesis import find
        >>> str(find(money_cells(), lambda cell: isinstance(cell, Money) and cell.unit == "元"))
        '0元'
    """
    return st.one_of(st.none(), sums_of_money(), _printed())


def sums_of_money() -> SearchStrategy[Money]:
    """Return sums of money, as printed in a cell.

    Example:
        >>> from hypothesis import find
        >>> str(find(sums_of_money(), lambda cell: str(cell).endswith(".00")))
        '0.00'
    """
    digits = st.one_of(st.integers(0, _PLAIN), st.integers(0, LARGEST_COUNT))
    units = st.sampled_from(("", "元", "万元", "亿元"))
    return st.tuples(digits, st.integers(0, 6), units).map(lambda d: Money(Decimal(d[0]).scaleb(-d[1]), d[2]))


def _printed() -> SearchStrategy[Printed]:
    return st.sampled_from((*_MARKS, *_TEXTS))
