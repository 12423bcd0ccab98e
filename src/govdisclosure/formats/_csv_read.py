"""Separated values as a document."""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from govdisclosure.document import Block, Cell, Document, Grid, Place, Remark
from govdisclosure.errors import LimitError
from govdisclosure.formats._encoding import source
from govdisclosure.formats._sheet_blocks import sheet_blocks, text_blocks
from govdisclosure.formats._sheet_facts import LARGEST_SHEET
from govdisclosure.formats._sheet_values import without_controls

__all__ = ["read"]

_SEPARATORS: Final = (",", "\t", ";")
_NAMED: Final = re.compile("sep=([,\t;|])")
_SENTENCE_ENDS: Final = ("。", "！", "？", "；")
_SAMPLE: Final = 1000  # rows by which the separator is told
_END: Final = "\0"  # no field holds it: controls are taken out before


class _Row(NamedTuple):
    line: int
    fields: list[str]


def read(data: bytes) -> Document:
    r"""Read separated values.

    Example:
        >>> [type(block).__name__ for block in read("一、总体情况\n规章\t0\t0\n".encode()).blocks]
        ['Text', 'Grid']
    """
    text, remarks = source(data)
    lines = text.split("\n")
    found = list(remarks)
    named = _NAMED.fullmatch(lines[0])
    if named:
        found.append(Remark("csv_separator", lines[0], Place(1)))
        lines[0] = ""
    separator = named[1] if named else _separator(lines)
    rows = _rows(lines, separator)
    if rows is None:
        quoted = next(number for number, line in enumerate(lines) if '"' in line)
        found.append(Remark("quotes_unpaired", lines[quoted][:80], Place(quoted + 1)))
        rows = [_Row(number, line.split(separator)) for number, line in enumerate(lines, 1)]
    rows = _with_sentences(rows, separator)
    rows = [_Row(row.line, [without_controls(field, Place(row.line))[0] for field in row.fields]) for row in rows]
    return Document(tuple(_blocks(rows)), remarks=tuple(found))


def _separator(lines: Sequence[str]) -> str:
    """The separator that parts most neighbouring rows into as many fields; prose has commas too, here and there."""
    return max(_SEPARATORS, key=lambda one: _regularity(lines[:_SAMPLE], one))


def _regularity(lines: Sequence[str], separator: str) -> int:
    rows = _rows(lines, separator) or [_Row(0, line.split(separator)) for line in lines]
    widths = [len(row.fields) for row in rows]
    alike = sum(a - 1 for a, b in pairwise(widths) if a == b)
    return 1000 * alike + sum(max(0, width - 1) for width in widths)


def _rows(lines: Sequence[str], separator: str) -> list[_Row] | None:
    """The rows, blank ones included; ``None`` if a quotation mark is opened and never closed."""
    found: list[_Row] = []
    line = 1
    reader = csv.reader([*(f"{one}\n" for one in lines), _END], delimiter=separator)
    size = 0
    try:
        for fields in reader:
            found.append(_Row(line, fields))
            line = reader.line_num + 1
            size += max(1, len(fields))  # a blank row is work too
            if size > LARGEST_SHEET:
                raise LimitError("sheet_too_large", source="data", size=size, limit=LARGEST_SHEET)
    except csv.Error as cause:
        limit = csv.field_size_limit()
        raise LimitError("field_too_large", source="data", line=line, limit=limit) from cause
    return found[:-1] if found[-1].fields == [_END] else None


def _with_sentences(rows: Sequence[_Row], separator: str) -> list[_Row]:
    """Put a sentence together again that has separators in it: a row unlike the rows around it."""
    widths = [0, *(len(row.fields) for row in rows), 0]
    return [
        _Row(row.line, [separator.join(row.fields)])
        if row.fields and row.fields[-1].endswith(_SENTENCE_ENDS) and widths[at] not in {widths[at - 1], widths[at + 1]}
        else row
        for at, row in enumerate(rows, 1)
    ]


def _blocks(rows: Sequence[_Row]) -> Iterator[Block]:
    widths = {len(row.fields) for row in rows if row.fields and row.fields != [""]}
    if len(widths) == 1 and widths != {1}:
        yield from sheet_blocks([row.fields for row in rows], [], lambda row, column: Place(rows[row].line, column + 1))
        return
    for width, group in groupby(rows, key=lambda row: min(len(row.fields), 2)):
        if width == 2:
            yield from _table(list(group))
        else:
            for row in group:
                yield from text_blocks("".join(row.fields), Place(row.line))


def _table(rows: Sequence[_Row]) -> Iterator[Block]:
    if any(field for row in rows for field in row.fields):
        cells = (
            tuple(Cell(text, place=Place(row.line, column)) for column, text in enumerate(row.fields, 1))
            for row in rows
        )
        yield Grid(tuple(cells), Place(rows[0].line))
