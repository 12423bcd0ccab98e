"""The cells of a Word table: which grid columns and rows each takes up."""

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import define, field

from govdisclosure.formats._docx_graphics import ALTERNATE, chosen
from govdisclosure.formats._docx_xml import Element, flag, number, val, w

__all__ = ["Slot", "Table", "table"]

_MOST_COLUMNS: Final = 200  # Word itself stops at 63
_MOST_ROWS: Final = 1000  # that one cell spans
_TR: Final = w("tr")
_TC: Final = w("tc")
_TR_PR: Final = w("trPr")
_TC_PR: Final = w("tcPr")
_GRID_BEFORE: Final = w("gridBefore")
_GRID_AFTER: Final = w("gridAfter")
_GRID_SPAN: Final = w("gridSpan")
_V_MERGE: Final = w("vMerge")
_H_MERGE: Final = w("hMerge")
_CELL_DELETED: Final = w("cellDel")
_DELETED: Final = w("del")
_HIDDEN: Final = w("hidden")
_VAL: Final = w("val")
_PROPERTIES: Final = frozenset(map(w, ("tblPr", "tblGrid", "trPr", "tblPrEx", "tcPr", "sdtPr", "customXmlPr")))


@define
class Slot:
    """A cell: its element (``None`` where a row only leaves room), and its spans."""

    element: Element | None
    colspan: int = 1
    rowspan: int = 1


@define
class Table:
    """A table: its rows of cells, and what stands in it without being shown, with the code that says why."""

    rows: list[list[Slot]] = field(factory=list[list[Slot]])
    dropped: list[tuple[str, Element]] = field(factory=list[tuple[str, Element]])
    others: list[Element] = field(factory=list[Element])

    @property
    def cells(self) -> list[Element]:
        """The elements of all cells, in order."""
        return [slot.element for row in self.rows for slot in row if slot.element is not None]


def table(element: Element) -> Table:
    """Return the cells of a ``w:tbl`` as they are shown."""
    read = Table()
    open_cells: dict[int, Slot] = {}  # the cell that may go on downwards, by its first column
    for row in _found(element, _TR, read.others):
        code = _not_shown(row.find(_TR_PR))
        if code:
            read.dropped.append((code, row))
        else:
            open_cells = _row(row, read, open_cells)
    return read


def _row(row: Element, read: Table, above: dict[int, Slot]) -> dict[int, Slot]:
    slots: list[Slot] = []
    below: dict[int, Slot] = {}
    properties = row.find(_TR_PR)
    column = _room(slots, properties, _GRID_BEFORE)
    for cell in _found(row, _TC, read.others):
        span, vertical, horizontal, is_deleted = _merges(cell)
        if is_deleted:
            read.dropped.append(("deleted_text", cell))
            continue
        slot = Slot(cell, span)
        upper = above.get(column)
        if horizontal and slots and slots[-1].element is not None:
            slots[-1].colspan += span
            read.dropped.append(("hidden_text", cell))
        elif vertical == "continue" and upper is not None and upper.colspan == span and upper.rowspan < _MOST_ROWS:
            upper.rowspan += 1
            below[column] = upper
            read.dropped.append(("hidden_text", cell))
        else:
            slots.append(slot)
            if vertical is not None:
                below[column] = slot
        column += span
    _room(slots, properties, _GRID_AFTER)
    if slots or below:
        read.rows.append(slots)
    return below


def _room(slots: list[Slot], properties: Element | None, name: str) -> int:
    """Leave the room that a row leaves before its first cell or after its last."""
    count = 0 if properties is None else number(val(properties.find(name)), _MOST_COLUMNS, 0) or 0
    if count:
        slots.append(Slot(None, count))
    return count


def _merges(cell: Element) -> tuple[int, str | None, bool, bool]:
    """How many columns a cell takes, how it joins the one above, whether it joins the one before, and is deleted."""
    span, vertical, horizontal, is_deleted = 1, None, False, False
    properties = cell.find(_TC_PR)
    if properties is not None:
        for one in properties:
            tag = one.tag
            if tag == _GRID_SPAN:
                span = number(one.get(_VAL), _MOST_COLUMNS, 1) or 1
            elif tag == _V_MERGE:
                vertical = one.get(_VAL) or "continue"
            elif tag == _H_MERGE:
                horizontal = one.get(_VAL) != "restart"
            elif tag == _CELL_DELETED:
                is_deleted = True
    return span, vertical, horizontal, is_deleted


def _not_shown(properties: Element | None) -> str | None:
    if properties is None:
        return None
    if properties.find(_DELETED) is not None:
        return "deleted_text"
    hidden = properties.find(_HIDDEN)
    return "hidden_text" if hidden is not None and flag(hidden) else None


def _found(parent: Iterable[Element], name: str, others: list[Element]) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls too; what is neither goes to ``others``."""
    for child in parent:
        tag = child.tag
        if tag == name:
            yield child
        elif tag == ALTERNATE:
            yield from _found(chosen(child), name, others)
        elif tag not in _PROPERTIES:
            if next(child.iter(name), None) is not None:
                yield from _found(child, name, others)
            elif len(child):
                others.append(child)
