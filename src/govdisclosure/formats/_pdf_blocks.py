"""The parts of the pages as the blocks of a document."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from govdisclosure.document import Block, Cell, Document, Grid, Remark, Text
from govdisclosure.formats._pdf_joining import join
from govdisclosure.formats._pdf_lines import Line
from govdisclosure.formats._pdf_paragraphs import Margins, continues, margins_of
from govdisclosure.formats._pdf_shapes import Sheet
from govdisclosure.formats._pdf_tables import Table

__all__ = ["document_of"]

_Part: TypeAlias = tuple[Sheet, Line | Table]


def document_of(pages: Sequence[tuple[Sheet, Sequence[Line | Table]]], aside: Mapping[int, str]) -> Document:
    """Return the document that pages hold; ``aside`` are the lines, by ``id``, that become remarks, with their code."""
    ordinals = _ordinals(pages)
    flow = _joined([(sheet, part) for sheet, parts in pages for part in parts if id(part) not in aside])
    remarks = [remark for sheet, _ in pages for remark in sheet.remarks()]
    for sheet, parts in pages:
        remarks += [
            Remark(aside[id(part)], part.raw, sheet.place(part.box, ordinals[id(part)]))
            for part in parts
            if isinstance(part, Line) and id(part) in aside
        ]
    for _, part in flow:
        if isinstance(part, Table):
            remarks += [
                Remark(code, raw, sheet.place(box, ordinals[id(sheet)])) for sheet, code, raw, box in part.notes
            ]
    flow = [one for part in flow for one in _unwrapped(part, ordinals)]
    remarks += _radicals(flow, ordinals)
    remarks.sort(key=lambda one: (one.place.line, one.place.column) if one.place else (0, 0))
    return Document(tuple(_blocks(flow, ordinals)), (), tuple(remarks))


def _ordinals(pages: Sequence[tuple[Sheet, Sequence[Line | Table]]]) -> dict[int, int]:
    """The number of each line, table and cell on its page, by ``id``; for a page the number of the last of them."""
    ordinals: dict[int, int] = {}
    for sheet, parts in pages:
        number = 0
        for part in parts:
            number += 1
            ordinals[id(part)] = number
            for cell in part.cells if isinstance(part, Table) else ():
                number += 1
                ordinals[id(cell)] = number
        ordinals[id(sheet)] = number
    return ordinals


def _joined(flow: Iterable[_Part]) -> list[_Part]:
    """Put tables together that go on upon the next page."""
    whole: list[_Part] = []
    for sheet, part in flow:
        above = whole[-1][1] if whole else None
        if not (isinstance(above, Table) and isinstance(part, Table) and join(above, part)):
            whole.append((sheet, part))
    return whole


def _unwrapped(part: _Part, ordinals: dict[int, int]) -> Iterator[_Part]:
    """A table of one column is a frame around text."""
    table = part[1]
    if isinstance(table, Table) and len(table.xs) == 2:
        for cell in table.cells:
            for line in cell.lines:
                ordinals[id(line)] = ordinals[id(cell)]
                yield cell.sheet, line
    else:
        yield part


def _radicals(flow: Iterable[_Part], ordinals: Mapping[int, int]) -> Iterator[Remark]:
    for sheet, part in flow:
        if isinstance(part, Line):
            if part.raw != part.text:
                yield Remark("radical_normalised", part.raw, sheet.place(part.box, ordinals[id(part)]))
            continue
        for cell in part.cells:
            if any(line.raw != line.text for line in cell.lines):
                raw = "".join(line.raw for line in cell.lines)
                yield Remark("radical_normalised", raw, cell.sheet.place(cell.box, ordinals[id(cell)]))


def _blocks(flow: Sequence[_Part], ordinals: Mapping[int, int]) -> Iterator[Block]:
    margins = _margins(flow)
    before: _Part | None = None
    for sheet, part in flow:
        if isinstance(part, Table):
            yield _grid(part, ordinals)
        else:
            goes_on = False
            if before is not None and isinstance(before[1], Line) and before[0].frame.size == sheet.frame.size:
                goes_on = continues((before[0], before[1]), (sheet, part), margins[sheet.frame.size])
            yield Text(part.text, goes_on, sheet.place(part.box, ordinals[id(part)]))
        before = sheet, part


def _grid(table: Table, ordinals: Mapping[int, int]) -> Grid:
    rows: list[list[Cell]] = [[] for _ in range(table.rows)]
    for cell in sorted(table.cells, key=lambda one: one.column):
        place = cell.sheet.place(cell.box, ordinals[id(cell)])
        rows[cell.row].append(Cell(cell.text, cell.rowspan, cell.colspan, place))
    return Grid(tuple(map(tuple, rows)), table.sheet.place(table.box, ordinals[id(table)]))


def _margins(flow: Iterable[_Part]) -> dict[tuple[float, float], Margins]:
    """The margins of the running text on pages of each size."""
    lines: defaultdict[tuple[float, float], list[Line]] = defaultdict(list)
    for sheet, part in flow:
        if isinstance(part, Line):
            lines[sheet.frame.size].append(part)
    return {size: margins_of(group) for size, group in lines.items()}
