"""The prose of a report: paragraphs, subsections, and what may stand between paragraphs.

A paragraph is a ``str`` without line breaks. What it holds (enumerations, citations, figures) is never stored: the
views of :mod:`govdisclosure.conventions` find it when asked.
"""

from collections.abc import Iterable
from typing import Final, TypeAlias, TypeVar, cast

from attrs import Attribute, evolve, field, frozen

from govdisclosure.conventions.characters import is_blank
from govdisclosure.errors import ConstructionError
from govdisclosure.model._brief import Brief
from govdisclosure.model.checking import check_kinds, check_line, is_series, shown, wrong_type

__all__ = [
    "MAX_DEPTH",
    "FreeTable",
    "Picture",
    "ProseBlock",
    "Subsection",
    "TableCell",
    "as_blocks",
    "as_subsections",
    "by_position",
    "check_blocks",
    "check_number",
    "check_subsections",
    "check_title",
    "check_title_or_none",
    "prose",
]

T = TypeVar("T")

MAX_DEPTH: Final = 4
"""How deep subsections may stand in one another: （一）, 1., （1）, ①."""


def _check_text(owner: object, attribute: "Attribute[str]", value: object) -> None:
    check_line(type(owner).__name__, attribute.name, value, blank=True, edges=False)


def _check_span(owner: object, attribute: "Attribute[int]", value: object) -> None:
    if type(value) is not int or not 1 <= value <= 1000:
        raise ConstructionError("bad_span", owner=type(owner).__name__, field=attribute.name, value=shown(value))


@frozen(order=False, repr=False)
class TableCell(Brief):
    """A cell of a free table: its printed text (``""`` where blank), and the rows and columns that it spans.

    Example:
        >>> TableCell("类别", rowspan=2).colspan
        1
    """

    text: str = field(default="", validator=_check_text)
    rowspan: int = field(default=1, validator=_check_span)
    colspan: int = field(default=1, validator=_check_span)


def _table_rows(rows: Iterable[Iterable["TableCell | str"]]) -> tuple[tuple[TableCell, ...], ...]:
    return tuple(_table_row(row, position) for position, row in enumerate(_listed(rows, "rows")))


def _table_row(row: Iterable["TableCell | str"], position: int) -> tuple[TableCell, ...]:
    cells = _listed(row, f"rows[{position}]")
    return tuple(TableCell(cell) if isinstance(cell, str) else cell for cell in cells)


def _listed(value: Iterable[T], name: str) -> Iterable[T]:
    if not is_series(value):
        raise wrong_type("FreeTable", name, value, "list")
    return value


@frozen(order=False, repr=False)
class FreeTable(Brief):
    """A table that is none of the statutory ones, as printed.

    Args:
        rows: rows of cells, each cell standing where it begins; plain strings become cells. Together the cells fill a
            rectangle without gaps.

    Example:
        >>> table = FreeTable([["渠道", "条数"], ["门户网站", "125"]])
        >>> table.rows[1][1].text
        '125'
    """

    rows: tuple[tuple[TableCell, ...], ...] = field(converter=_table_rows)

    def __attrs_post_init__(self) -> None:
        for position, row in enumerate(self.rows):
            check_kinds("FreeTable", f"rows[{position}]", row, TableCell)
        if not _fills_rectangle(self.rows):
            raise ConstructionError("ragged_table", owner="FreeTable", field="rows")


@frozen(order=False, repr=False)
class Picture(Brief):
    """A picture in the text: where it is kept, and its caption (``""`` for none).

    Example:
        >>> Picture("images/liucheng.png", "依申请公开流程图").caption
        '依申请公开流程图'
    """

    reference: str
    caption: str = field(default="", validator=_check_text)

    def __attrs_post_init__(self) -> None:
        check_line("Picture", "reference", self.reference, edges=False)


ProseBlock: TypeAlias = str | FreeTable | Picture
"""What stands in a section: a paragraph, a free table or a picture."""


def prose(text: str) -> tuple[ProseBlock, ...]:
    r"""Split a text into its paragraphs, one a line; the white space around each is layout and goes.

    Example:
        >>> prose("　　第一段。\n\n　　第二段。")
        ('第一段。', '第二段。')
    """
    return tuple(line.strip() for line in text.splitlines() if not is_blank(line))


def as_blocks(value: str | Iterable[ProseBlock]) -> tuple[ProseBlock, ...]:
    """Return the blocks of a section; a plain string is split into its paragraphs.

    What is no list comes back as it is, for :func:`check_blocks` to name.

    Example:
        >>> as_blocks(["第一段。", Picture("tu.png")])[0]
        '第一段。'
    """
    if type(value) is tuple:
        return cast("tuple[ProseBlock, ...]", value)
    if isinstance(value, str):
        return prose(value)
    return tuple(value) if is_series(value) else cast("tuple[ProseBlock, ...]", value)


def as_subsections(value: "Iterable[Subsection]") -> "tuple[Subsection, ...]":
    """Return subsections as a tuple; what is no list comes back as it is, for :func:`check_subsections` to name.

    Example:
        >>> as_subsections([Subsection("平台建设")])[0].title
        '平台建设'
    """
    return tuple(value) if is_series(value) else cast("tuple[Subsection, ...]", value)


def check_blocks(owner: object, attribute: "Attribute[tuple[ProseBlock, ...]]", value: tuple[ProseBlock, ...]) -> None:
    r"""Raise unless every block is a paragraph of one line, a free table or a picture.

    Raises:
        ConstructionError: the message names the field and the position.

    Example:
        >>> Subsection("平台建设", ["第一行\n第二行"])
        Traceback (most recent call last):
        govdisclosure.errors.ConstructionError: Subsection.blocks[0]: ...
    """
    if value == () or _is_plain(value):
        return
    name = type(owner).__name__
    check_kinds(name, attribute.name, value, str, FreeTable, Picture)
    for position, block in enumerate(value):
        if isinstance(block, str):
            check_line(name, f"{attribute.name}[{position}]", block)


def _is_plain(value: object) -> bool:
    """Tell whether blocks are what they mostly are, paragraphs of characters that print; no loop says so faster."""
    if type(value) is not tuple or not {str}.issuperset(map(type, cast("tuple[object, ...]", value))):
        return False
    texts = cast("tuple[str, ...]", value)
    return "".join(texts).isprintable() and all(map(str.strip, texts))


def check_title(owner: object, attribute: "Attribute[str]", value: object) -> None:
    """Raise unless ``value`` is a title: one line, neither blank nor with white space at its ends.

    Raises:
        ConstructionError: the message names the field.

    Example:
        >>> Subsection(title="（一）主动公开情况").title
        '（一）主动公开情况'
    """
    check_line(type(owner).__name__, attribute.name, value, edges=False)


def check_title_or_none(owner: object, attribute: "Attribute[str | None]", value: object) -> None:
    """Raise unless ``value`` is a title, or ``None``.

    Raises:
        ConstructionError: the message names the field.

    Example:
        >>> from govdisclosure import SignOff
        >>> SignOff(issuer=" ")
        Traceback (most recent call last):
        govdisclosure.errors.ConstructionError: SignOff.issuer...
    """
    if value is not None:
        check_line(type(owner).__name__, attribute.name, value, edges=False)


def check_number(owner: object, attribute: "Attribute[str | None]", value: object) -> None:
    """Raise unless ``value`` is a printed number such as ``（一）``, ``""`` (none printed), or ``None`` (by position).

    Raises:
        ConstructionError: the message names the field.

    Example:
        >>> Subsection(title="主动公开情况", number="1、").number
        '1、'
    """
    if value is not None:
        check_line(type(owner).__name__, attribute.name, value, blank=True, edges=False)


def check_subsections(
    owner: object, attribute: "Attribute[tuple[Subsection, ...]]", value: "tuple[Subsection, ...]"
) -> None:
    """Raise unless all are subsections, no deeper than :data:`MAX_DEPTH`.

    Raises:
        ConstructionError: the message names the field and the position.

    Example:
        >>> Subsection("平台建设", subsections=[Subsection("网站")]).subsections[0].title
        '网站'
    """
    if value == ():
        return
    check_kinds(type(owner).__name__, attribute.name, value, Subsection)
    if _depth(value) > MAX_DEPTH:
        raise ConstructionError("too_deep", owner=type(owner).__name__, field=attribute.name, limit=MAX_DEPTH)


@frozen(order=False, repr=False)
class Subsection(Brief):
    """A titled part of a section.

    Args:
        title: the printed title, without its number.
        blocks: what stands before the first subsection below; a plain string is split into paragraphs.
        number: the printed number where it differs from the one that the position gives; ``""`` where none is printed.
        subsections: the parts below, one level deeper.

    Example:
        >>> part = Subsection("主动公开情况", "全年公开信息12条。")
        >>> part.blocks
        ('全年公开信息12条。',)
    """

    title: str = field(validator=check_title)
    blocks: tuple[ProseBlock, ...] = field(default=(), converter=as_blocks, validator=check_blocks)
    number: str | None = field(default=None, validator=check_number)
    subsections: "tuple[Subsection, ...]" = field(default=(), converter=as_subsections, validator=check_subsections)


def by_position(parts: "tuple[Subsection, ...]", depth: int = 1) -> "tuple[Subsection, ...]":
    """Return the parts with ``None`` for each number that their position gives: there is one way to say so.

    Example:
        >>> [
        ...     part.number
        ...     for part in by_position((Subsection("网站", number="（一）"), Subsection("专栏", number="三、")))
        ... ]
        [None, '三、']
    """
    if not any(part.number or part.subsections for part in parts):
        return parts
    from govdisclosure.conventions.numbering import mark_text

    return tuple(
        evolve(
            part,
            number=None if part.number == mark_text(depth + 1, position) else part.number,
            subsections=by_position(part.subsections, depth + 1),
        )
        for position, part in enumerate(parts, 1)
    )


def _depth(parts: tuple[Subsection, ...]) -> int:
    return 1 + max(_depth(part.subsections) for part in parts) if parts else 0


def _fills_rectangle(rows: tuple[tuple[TableCell, ...], ...]) -> bool:
    """Place the cells as HTML does, and tell whether they fill a rectangle: no gap, no overlap, nothing left over."""
    below: dict[int, int] = {}
    width = 0
    for row in rows:
        column = 0
        now: dict[int, int] = {}
        for cell in row:
            while below.get(column, 0):
                column += 1
            for position in range(column, column + cell.colspan):
                if below.get(position, 0):
                    return False
                now[position] = cell.rowspan
            column += cell.colspan
        taken = {**{position: left for position, left in below.items() if left}, **now}
        width = width or len(taken)
        if sorted(taken) != list(range(width)) or width == 0:
            return False
        below = {position: left - 1 for position, left in taken.items()}
    return bool(rows) and not any(below.values())
