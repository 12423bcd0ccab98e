"""Tables that are none of the statutory ones."""

from collections.abc import Sequence
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from govdisclosure.model.prose import FreeTable, TableCell
from govdisclosure.testing.hostile import hostile_lines

__all__ = ["free_tables"]

_HEADS: Final = ("渠道", "条数", "占比", "较上年", "备注", "责任单位")
_LABELS: Final = ("门户网站", "政务微博", "微信公众号", "公开栏", "其他渠道", "合计")
_FIGURES: Final = ("125", "0", "12.5%", "/", "—", "1,234", "", "是", "持平")
_WIDEST: Final = 4


def free_tables(*, hostile: bool = False) -> SearchStrategy[FreeTable]:
    """Return tables of channels and counts, some with a head of two rows.

    With ``hostile`` they are rectangles cut in any way, down to a single cell, and every text may be hostile.

    Example:
        >>> from hypothesis import find
        >>> [[cell.text for cell in row] for row in find(free_tables(), lambda table: True).rows]
        [['渠道', '条数'], ['门户网站', '125']]
    """
    return st.one_of(_plain(), _cut()) if hostile else _plain()


def _plain() -> SearchStrategy[FreeTable]:
    figures = st.tuples(*[st.sampled_from(_FIGURES)] * (_WIDEST - 1))
    rows = st.lists(st.tuples(st.sampled_from(_LABELS), figures), min_size=1, max_size=3)
    return st.tuples(st.integers(2, _WIDEST), st.booleans(), rows).map(lambda d: _with_head(*d))


def _with_head(width: int, is_double: bool, rows: Sequence[tuple[str, tuple[str, ...]]]) -> FreeTable:
    """Put one row of heads over the rows, or two rows with merged cells."""
    heads: list[list[TableCell | str]] = [list(_HEADS[:width])]
    if is_double:
        heads = [[TableCell("渠道", rowspan=2), TableCell("公开情况", colspan=width - 1)], [*_HEADS[1:width]]]
    return FreeTable([*heads, *([label, *figures[: width - 1]] for label, figures in rows)])


@st.composite
def _cut(draw: DrawFn) -> FreeTable:
    """Cut a rectangle into cells, row by row; every row begins with a cell of its own, so that none is lost."""
    height, width = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    taken: set[tuple[int, int]] = set()
    rows: list[list[TableCell]] = [[] for _ in range(height)]
    text = st.one_of(st.just(""), st.sampled_from(_FIGURES), hostile_lines())
    for row in range(height):
        for column in range(width):
            if (row, column) not in taken:
                free = next((n for n in range(column, width) if (row, n) in taken), width) - column
                rowspan, colspan = draw(st.integers(1, height - row if column else 1)), draw(st.integers(1, free))
                taken |= {(row + down, column + right) for down in range(rowspan) for right in range(colspan)}
                rows[row].append(TableCell(draw(text), rowspan, colspan))
    return FreeTable(rows)
