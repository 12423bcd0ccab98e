"""The printed grid of a statutory table, made from the labels on its class, and the table read back from a grid."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Final, TypeVar, cast

from attrs import frozen

from govdisclosure.model.cells import ExtraRow, print_cell
from govdisclosure.model.label import Label, labelled
from govdisclosure.model.report import Report
from govdisclosure.model.sections import SECTION_NAMES
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.model.sums import leaf_rows
from govdisclosure.paths import Path, get

__all__ = ["APPLICANTS", "BALANCE", "CONTENT", "GridRow", "Slot", "layout", "read_texts", "table_texts", "to_html"]

TableT = TypeVar("TableT", bound=StatutoryTable)

CONTENT: Final = "信息内容"
"""The head of the label column of table 二."""

BALANCE: Final = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
"""The top-left cell of table 三."""

APPLICANTS: Final = "申请人情况"
"""The heading over the columns of table 三."""

_STUB: Final = 3
"""The label columns of table 三."""


@frozen
class Slot:
    """A cell of the form: a printed label, or (with a ``path``) the figure that stands there.

    Example:
        >>> Slot("规章").path is None
        True
    """

    text: str = ""
    path: Path | None = None
    rowspan: int = 1
    colspan: int = 1


@frozen
class GridRow:
    """A printed row of the form; ``row`` is the path of the table's row whose figures stand in it, if any do.

    Example:
        >>> GridRow((Slot("信息内容"),)).row is None
        True
    """

    slots: tuple[Slot, ...]
    row: Path | None = None


def layout(kind: type[StatutoryTable]) -> tuple[GridRow, ...]:
    """Return the grid of the form for a table class, row by row.

    Legal source: 国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号.

    Example:
        >>> from govdisclosure import ApplicationsTable2021, ProactiveTable2021, RemediesTable
        >>> [len(layout(kind)) for kind in (ProactiveTable2021, ApplicationsTable2021, RemediesTable)]
        [14, 28, 4]
    """
    known = _KNOWN.get(kind)
    if known is None:
        known = _KNOWN[kind] = tuple(_LAYOUTS[kind.shape](kind))
    return known


def table_texts(table: StatutoryTable) -> tuple[tuple[Slot, ...], ...]:
    """Return the grid of ``table`` as it prints: labels, figures and extra rows, every slot with its text.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> [slot.text for slot in table_texts(RemediesTable.zeros())[-1]][:5]
        ['0', '0', '0', '0', '0']
    """
    extra: dict[str, list[ExtraRow]] = {}
    for one in cast("tuple[ExtraRow, ...]", table.extra_rows):  # type: ignore[attr-defined]  # every table has them
        extra.setdefault(one.after, []).append(one)
    printed: list[tuple[Slot, ...]] = []
    rows = layout(type(table))
    first = next(index for index, row in enumerate(rows) if row.row is not None)
    for index, row in enumerate(rows):
        if index == first:
            printed.extend(_extra_slots(one, rows, index) for one in extra.pop("", ()))
        printed.append(tuple(_filled(slot, table) for slot in row.slots))
        if row.row is not None:
            printed.extend(_extra_slots(one, rows, index) for one in extra.pop(str(row.row), ()))
    printed.extend(_extra_slots(one, rows, len(rows) - 1) for rest in extra.values() for one in rest)
    return _stretched(printed, rows)


def read_texts(
    kind: type[StatutoryTable], rows: Sequence[Sequence[str]]
) -> tuple[dict[Path, list[tuple[int, int]]], list[tuple[str, int]]] | None:
    """Find the figures in ``rows``, the texts of a grid's cells, if they are the form of ``kind`` word for word.

    Every label must stand in its place; a row of other words between the rows of the form is an extra row.

    Returns:
        For each row of the table the positions (row, cell) of its figures, and each extra row as the path of the row
        that it follows and its position; ``None`` if the grid is anything else.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> rows = [[slot.text for slot in row] for row in table_texts(RemediesTable.zeros())]
        >>> figures, extra = read_texts(RemediesTable, rows)
        >>> [(str(path), where[0]) for path, where in figures.items()][1], extra
        (('direct_litigation', (3, 5)), [])
    """
    figures: dict[Path, list[tuple[int, int]]] = {}
    extra: list[tuple[str, int]] = []
    form = _form(kind)
    position, after = 0, ""
    for index, texts in enumerate(rows):
        if position < len(form) and _same(form[position], texts):
            own = form[position]
            for column, path in own.figures:
                figures.setdefault(path, []).append((index, column))
            after = after if own.row is None else own.row
            position += 1
        elif texts and texts[0].strip() and (after or (position < len(form) and form[position].row is not None)):
            extra.append((after, index))
        else:
            return None
    return (figures, extra) if position == len(form) and len(extra) <= len(form) else None


@frozen
class _FormRow:
    """A row of the form as it is compared: its labels and their positions, and where the figures of which row stand."""

    width: int
    labels: tuple[tuple[int, str], ...]
    figures: tuple[tuple[int, Path], ...]
    row: str | None


def _form(kind: type[StatutoryTable]) -> tuple[_FormRow, ...]:
    known = _FORMS.get(kind)
    if known is None:
        known = _FORMS[kind] = _compared(kind)
    return known


def _compared(kind: type[StatutoryTable]) -> tuple[_FormRow, ...]:
    return tuple(
        _FormRow(
            len(row.slots),
            tuple((n, slot.text) for n, slot in enumerate(row.slots) if slot.path is None),
            tuple((n, slot.path.parent) for n, slot in enumerate(row.slots) if slot.path is not None),
            None if row.row is None else str(row.row),
        )
        for row in layout(kind)
    )


def to_html(value: Report | StatutoryTable) -> str:
    r"""Return the statutory table, or all of a report's, as HTML with merged cells; every text is escaped.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> to_html(RemediesTable())[:47]
        '<table>\n<tr><th colspan="5">行政复议</th><th colspa'
    """
    if isinstance(value, StatutoryTable):
        return "<table>\n" + "\n".join(map(_html_row, table_texts(value))) + "\n</table>"
    sections = (getattr(value, name) for name in SECTION_NAMES)
    tables = [to_html(table) for section in sections if (table := getattr(section, "table", None)) is not None]
    return "\n".join([f"<h3>{escape(value.title or repr(value))}</h3>", *tables])


def _bands(kind: type[StatutoryTable]) -> Iterator[GridRow]:
    rows = list(leaf_rows(kind()))
    width = max(kind.columns, 1 + max(len(labelled(type(value))) for _, _, value in rows))
    for under, band in groupby(rows, key=lambda row: row[1].under):
        members = list(band)
        columns = labelled(type(members[0][2]))
        spans = _spread(len(columns), width - 1)
        yield GridRow((Slot(under[0], colspan=width),))
        heads = (Slot(label.printed, colspan=span) for (_, label), span in zip(columns, spans, strict=True))
        yield GridRow((Slot(CONTENT), *heads))
        for path, label, _ in members:
            figures = (Slot(path=path / name, colspan=span) for (name, _), span in zip(columns, spans, strict=True))
            yield GridRow((Slot(label.printed), *figures), path)


def _spread(parts: int, width: int) -> list[int]:
    """Split physical columns among figures; the form gives what is over to the one in the middle."""
    spans = [width // parts] * parts
    spans[parts // 2] += width % parts
    return spans


def _matrix(kind: type[StatutoryTable]) -> Iterator[GridRow]:
    rows = list(leaf_rows(kind()))
    columns = labelled(type(rows[0][2]))
    yield GridRow((Slot(BALANCE, rowspan=3, colspan=_STUB), Slot(APPLICANTS, colspan=len(columns))))
    yield from _column_heads(columns)
    chains = [_chain(kind, path, label) for path, label, _ in rows]
    for index, (path, _, _) in enumerate(rows):
        stub = _stub_slots(chains, index)
        yield GridRow((*stub, *(Slot(path=path / name) for name, _ in columns)), path)


def _column_heads(columns: Sequence[tuple[str, Label]]) -> Iterator[GridRow]:
    upper: list[Slot] = []
    for under, members in groupby(columns, key=lambda column: column[1].under):
        labels = [label.printed for _, label in members]
        upper += [Slot(under[0], colspan=len(labels))] if under else [Slot(text, rowspan=2) for text in labels]
    yield GridRow(tuple(upper))
    yield GridRow(tuple(Slot(label.printed) for _, label in columns if label.under))


def _chain(kind: type[StatutoryTable], path: Path, label: Label) -> tuple[str, ...]:
    """The printed labels that lead to a row, from the left-most."""
    above = [dict(labelled(kind))[str(part)] for part in path.parts[:-1]]
    under = above[0].under if above else label.under
    return (*under, *(one.printed for one in above), label.printed)


def _stub_slots(chains: Sequence[tuple[str, ...]], index: int) -> Iterator[Slot]:
    chain = chains[index]
    for depth, text in enumerate(chain):
        if index and chains[index - 1][: depth + 1] == chain[: depth + 1]:
            continue
        height = 1
        while index + height < len(chains) and chains[index + height][: depth + 1] == chain[: depth + 1]:
            height += 1
        last = depth == len(chain) - 1
        yield Slot(text, rowspan=1 if last else height, colspan=_STUB - depth if last else 1)


def _groups(kind: type[StatutoryTable]) -> Iterator[GridRow]:
    groups = list(leaf_rows(kind()))
    columns = labelled(type(groups[0][2]))
    heads = [label.printed for _, label in columns]
    upper: list[Slot] = []
    middle: list[Slot] = []
    for under, members in groupby(groups, key=lambda group: group[1].under):
        labels = [label.printed for _, label, _ in members]
        if under:
            upper.append(Slot(under[0], colspan=len(labels) * len(columns)))
            middle += [Slot(text, colspan=len(columns)) for text in labels]
        else:
            upper += [Slot(text, colspan=len(columns)) for text in labels]
            middle += [Slot(text, rowspan=2) for _ in labels for text in heads]
    yield GridRow(tuple(upper))
    yield GridRow(tuple(middle))
    yield GridRow(tuple(Slot(text) for _, label, _ in groups if label.under for text in heads))
    yield GridRow(tuple(Slot(path=path / name) for path, _, _ in groups for name, _ in columns), groups[-1][0])


# Memos of class definitions, which never change.
_KNOWN: Final[dict[type, tuple[GridRow, ...]]] = {}
_FORMS: Final[dict[type, tuple[_FormRow, ...]]] = {}

_LAYOUTS: Final = {"bands": _bands, "matrix": _matrix, "groups": _groups}


def _filled(slot: Slot, table: StatutoryTable) -> Slot:
    if slot.path is None:
        return slot
    return Slot(print_cell(get(table, slot.path)), slot.path, slot.rowspan, slot.colspan)  # type: ignore[arg-type]  # a cell


def _extra_slots(extra: ExtraRow, rows: Sequence[GridRow], index: int) -> tuple[Slot, ...]:
    """Lay an extra row over the columns that are free there; the last of its cells takes what is left."""
    free = _free_columns(rows, index)
    last = len(extra.cells) - 1
    return tuple(
        Slot(text, colspan=max(1, free - last) if position == last else 1) for position, text in enumerate(extra.cells)
    )


def _free_columns(rows: Sequence[GridRow], index: int) -> int:
    """How many columns a row put in after ``index`` has: all that no cell spans from above."""
    width = sum(slot.colspan for slot in rows[0].slots)
    spanned = sum(
        slot.colspan
        for above, row in enumerate(rows[: index + 1])
        for slot in row.slots
        if above + slot.rowspan > index + 1
    )
    return width - spanned


def _stretched(printed: list[tuple[Slot, ...]], rows: Sequence[GridRow]) -> tuple[tuple[Slot, ...], ...]:
    """Let the cells that span rows span the extra rows among them too."""
    if len(printed) == len(rows):
        return tuple(printed)
    form_positions: list[int] = []
    expected = iter(rows)
    wanted = next(expected, None)
    for position, slots in enumerate(printed):
        if wanted is not None and len(slots) == len(wanted.slots) and _is_row(wanted, slots):
            form_positions.append(position)
            wanted = next(expected, None)
    stretched = list(printed)
    for index, position in enumerate(form_positions):
        stretched[position] = tuple(
            Slot(slot.text, slot.path, _height(form_positions, index, slot.rowspan), slot.colspan)
            for slot in printed[position]
        )
    return tuple(stretched)


def _height(positions: Sequence[int], index: int, rowspan: int) -> int:
    return positions[index + rowspan - 1] - positions[index] + 1


def _is_row(row: GridRow, slots: Sequence[Slot]) -> bool:
    pairs = zip(row.slots, slots, strict=True)
    return all(own.path is not None or own.text == slot.text for own, slot in pairs)


def _same(row: _FormRow, texts: Sequence[str]) -> bool:
    return row.width == len(texts) and all([texts[position] == label for position, label in row.labels])  # noqa: C419 (hot)


def _html_row(slots: Iterable[Slot]) -> str:
    return "<tr>" + "".join(map(_html_cell, slots)) + "</tr>"


def _html_cell(slot: Slot) -> str:
    tag = "th" if slot.path is None else "td"
    spans: Mapping[str, int] = {"rowspan": slot.rowspan, "colspan": slot.colspan}
    attributes = "".join(f' {name}="{span}"' for name, span in spans.items() if span > 1)
    return f"<{tag}{attributes}>{escape(slot.text)}</{tag}>"
