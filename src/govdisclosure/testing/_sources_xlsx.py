"""A report as a workbook or as separated values."""

import csv
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from io import BytesIO, StringIO
from typing import Final, Literal, Protocol, TypeAlias, cast

from govdisclosure.document import Block, Grid, Heading, Image
from govdisclosure.model.report import Report
from govdisclosure.testing._sources_common import Placed, blocks_of, placed

__all__ = ["XlsxSheets", "csv_text", "xlsx_bytes"]

XlsxSheets: TypeAlias = Literal["one", "sections"]
"""All on one sheet, or each section on a sheet of its own."""

_WHOLE: Final = re.compile("0|[1-9][0-9]{0,14}")
_DECIMAL: Final = re.compile(r"[0-9]{1,9}\.[0-9]{0,3}[1-9]")  # a cell that holds 3.0 shows 3
_WIDTH: Final = 10  # the columns over which a title is merged
_SECTION: Final = 2


class _XlsxCell(Protocol):
    border: object


class _Worksheet(Protocol):
    """What is used of a sheet of openpyxl, which has no types."""

    def cell(self, row: int, column: int, value: str | float | None = None) -> "_XlsxCell": ...

    def merge_cells(self, *, start_row: int, start_column: int, end_row: int, end_column: int) -> None: ...


class _Workbook(Protocol):
    @property
    def active(self) -> _Worksheet: ...

    def create_sheet(self, title: str) -> _Worksheet: ...

    def save(self, filename: BytesIO) -> None: ...


def xlsx_bytes(report: Report, sheets: XlsxSheets, printed: Mapping[str, str] | None) -> bytes:
    """The workbook of a report."""
    # openpyxl has no types; a workbook has what the protocol asks for.
    book = cast("_Workbook", import_module("openpyxl").Workbook())
    sheet, row = book.active, 0
    for number, block in enumerate(blocks_of(report, printed)):
        if sheets == "sections" and isinstance(block, Heading) and block.level == _SECTION and row:
            sheet, row = book.create_sheet(f"表{number}"), 0
        row = _add(sheet, block, row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _add(sheet: _Worksheet, block: Block, row: int) -> int:
    """Write a block below ``row`` rows; return how many there are then. A blank row stands after a table."""
    if isinstance(block, Grid):
        border = _border()
        for cell in placed(block):
            _put(sheet, cell._replace(row=cell.row + row), border)
        return row + len(block.rows) + 1
    if isinstance(block, Image):  # a picture stands in no cell
        return row
    columns = _WIDTH if isinstance(block, Heading) and block.level == 1 else 1
    _put(sheet, Placed(row, 0, 1, columns, block.text))
    return row + 1


def _border() -> object:
    styles = import_module("openpyxl.styles")
    return styles.Border(**{side: styles.Side(style="thin") for side in ("left", "right", "top", "bottom")})


def _put(sheet: _Worksheet, cell: Placed, border: object = None) -> None:
    if cell.text:
        sheet.cell(cell.row + 1, cell.column + 1, _value(cell.text))
    for row in range(cell.row, cell.row + cell.rowspan if border else 0):
        for column in range(cell.column, cell.column + cell.colspan):
            sheet.cell(row + 1, column + 1).border = border
    if cell.rowspan * cell.colspan > 1:
        last_row, last_column = cell.row + cell.rowspan, cell.column + cell.colspan
        sheet.merge_cells(
            start_row=cell.row + 1, start_column=cell.column + 1, end_row=last_row, end_column=last_column
        )


def _value(text: str) -> str | float:
    if _WHOLE.fullmatch(text):
        return int(text)
    is_number = _DECIMAL.fullmatch(text) and str(float(text)) == text
    return float(text) if is_number else text


def csv_text(report: Report, separator: str, printed: Mapping[str, str] | None, *, is_padded: bool) -> str:
    """The separated values of a report."""
    rows = [row for block in blocks_of(report, printed) for row in _rows(block)]
    if is_padded:
        width = max(map(len, rows), default=0)
        rows = [row + [""] * (width - len(row)) for row in rows]
    buffer = StringIO()
    csv.writer(buffer, delimiter=separator).writerows(rows)
    return buffer.getvalue()


def _rows(block: Block) -> Iterator[list[str]]:
    if isinstance(block, Image):
        return
    if not isinstance(block, Grid):
        yield [block.text]
        return
    cells = placed(block)
    width = max((cell.column + cell.colspan for cell in cells), default=0)
    for number in range(len(block.rows)):
        texts = {cell.column: cell.text for cell in cells if cell.row == number}
        yield [texts.get(column, "") for column in range(width)]
    yield []
