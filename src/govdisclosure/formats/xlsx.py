"""Workbooks: ``.xlsx``, ``.xlsm``, ``.xls``, ``.et`` and ``.ods``, every sheet in order.

What a cell shows is read in the plain format: a whole number without a point, a date as an ISO date, a percentage as
one. Formulas give the result that was saved with them. A row with one text is a line of text, rows of several cells
are a table with its merged cells (:mod:`govdisclosure.formats._sheet_blocks` says where one begins).

A place has the row as its line and the column as its column; lines count on over the sheets, so that places stand in
the order of reading, and the address (``表二!B7``) is the cell's own.

Hidden rows, columns and sheets are read like the others, with a remark; remarks also tell of formulas without a
result, numbers with more digits than a cell shows, values under merged cells, comments and text boxes.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import takewhile
from types import TracebackType
from typing import Final

import python_calamine as calamine
from attrs import frozen

from govdisclosure.document import Block, Document, Place, Remark
from govdisclosure.errors import LimitError, ReadError
from govdisclosure.formats._sheet_blocks import Merge, sheet_blocks
from govdisclosure.formats._sheet_facts import LARGEST_SHEET, Budget, SheetFacts
from govdisclosure.formats._sheet_ods import ods_facts
from govdisclosure.formats._sheet_values import Value, cell_text, is_exact, percent, without_controls
from govdisclosure.formats._sheet_xls import xls_facts
from govdisclosure.formats._sheet_xlsx import remarks_beside, xlsx_facts
from govdisclosure.formats._zip import open_zip

__all__ = ["parse"]

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED: Final = "EncryptedPackage".encode("utf-16-le")
_MOST_MERGED_ROWS: Final = 100_000  # rows of all merged cells of a sheet together
_ROWS_BELOW: Final = 100  # a merged cell may reach below the last value, and so may rows with borders


def parse(data: bytes) -> Document:
    """Read a workbook.

    Raises:
        LimitError: it is larger, or unpacks to more, than is read.
        ReadError: it is broken (``"broken_file"``), or protected by a password (``"encrypted"``).

    Example:
        >>> parse(b"PK")
        Traceback (most recent call last):
        govdisclosure.errors.ReadError: ...
    """
    budget = Budget()
    facts, beside = _facts(data, budget)
    remarks: list[Remark] = []
    blocks: list[Block] = []
    before = 0
    with _Library():
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        for position, about in enumerate(book.sheets_metadata):
            own = facts[position] if isinstance(facts, list) and position < len(facts) else None
            own = facts.get(about.name) if isinstance(facts, dict) else own
            if own is None:
                raise ReadError("broken_file", source="data", cause=f"sheet {about.name[:40]!r}")
            sheet = _Sheet(about.name, before)
            if about.typ != calamine.SheetTypeEnum.WorkSheet:
                remarks.append(Remark("chart_sheet", about.name, sheet.place(0, 0)))
                continue
            if about.visible != calamine.SheetVisibleEnum.Visible:
                remarks.append(Remark("hidden_sheet", about.name, sheet.place(0, 0)))
            blocks += sheet.blocks(book.get_sheet_by_index(position), own, remarks)
            before += max(own.rows[1] + 1, 1)
    return Document(tuple(blocks), remarks=(*remarks, *beside))


def _facts(data: bytes, budget: Budget) -> tuple[dict[str, SheetFacts] | list[SheetFacts], list[Remark]]:
    if data[:8] == _OLE:
        if _PROTECTED in data:
            raise ReadError("encrypted", source="data")
        return xls_facts(data, budget), []
    archive = open_zip(data)
    if "content.xml" in archive.namelist():
        return ods_facts(archive, budget), []
    return xlsx_facts(archive, budget), list(remarks_beside(archive, budget))


class _Library:
    """What the library raises becomes an error of reading; its panics are no ordinary exceptions."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, cause: BaseException | None, _: TracebackType | None) -> None:
        if isinstance(cause, calamine.PasswordError):
            raise ReadError("encrypted", source="data") from cause
        is_foreign = kind is not None and (
            issubclass(kind, calamine.CalamineError) or kind.__name__ == "PanicException"
        )
        if is_foreign or isinstance(cause, ValueError | OverflowError | UnicodeError):
            raise ReadError("broken_file", source="data", cause=f"{cause}"[:120]) from cause


@frozen
class _Sheet:
    """A sheet, and how many rows stand in the sheets before it."""

    name: str
    before: int

    def place(self, row: int, column: int) -> Place:
        return Place(self.before + row + 1, column + 1, f"{self.name}!{_letters(column)}{row + 1}")

    def blocks(self, sheet: calamine.CalamineSheet, facts: SheetFacts, remarks: list[Remark]) -> Iterator[Block]:
        """Read the cells; the remarks of the sheet are added."""
        if sheet.height * sheet.width > LARGEST_SHEET:  # the facts were taken from the file by another way
            raise LimitError("sheet_too_large", source="data", size=sheet.height * sheet.width, limit=LARGEST_SHEET)
        top, left = sheet.start or (0, 0)
        remarks += (Remark("hidden_cells", name, self.place(0, 0)) for name in facts.hidden)
        remarks += (Remark("formula_without_result", text, self.place(*at)) for at, text in facts.formulas.items())
        texts = [
            [self._text(value, top + row, left + column, facts, remarks) for column, value in enumerate(values)]
            for row, values in enumerate(sheet.to_python() if sheet.start else [])
        ]
        below = takewhile(facts.framed.__contains__, range(top + len(texts), top + len(texts) + _ROWS_BELOW))
        texts += [[] for _ in below] if texts else []
        merges = _placed(facts.merges or _of_library(sheet), top, left, texts)
        framed = _framed(facts, top, left, merges, texts)
        remarks += self._covered(texts, merges, top, left)
        return sheet_blocks(texts, merges, lambda row, column: self.place(top + row, left + column), framed)

    def _text(self, value: Value, row: int, column: int, facts: SheetFacts, remarks: list[Remark]) -> str:
        if value == "" and (row, column) not in facts.errors:
            return ""
        place = self.place(row, column)
        if not is_exact(value):
            remarks.append(Remark("number_rounded", repr(value), place))
        error, places = facts.errors.get((row, column)), facts.percents.get((row, column))
        shown = error or (cell_text(value) if places is None else percent(value, places))
        text, controls = without_controls(shown, place)
        remarks += controls
        return text

    def _covered(self, texts: list[list[str]], merges: Sequence[Merge], top: int, left: int) -> Iterator[Remark]:
        """Take out the values under merged cells: the program does not show them."""
        for merge in merges:
            for row in range(merge.top, merge.bottom + 1):
                for column in range(merge.left, min(merge.right + 1, len(texts[row]))):
                    if texts[row][column] and (row, column) != (merge.top, merge.left):
                        yield Remark("covered_value", texts[row][column], self.place(top + row, left + column))
                        texts[row][column] = ""


def _of_library(sheet: calamine.CalamineSheet) -> list[Merge]:
    return [Merge(*first, *last) for first, last in sheet.merged_cell_ranges or ()]


def _placed(merges: Sequence[Merge], top: int, left: int, texts: list[list[str]]) -> list[Merge]:
    """Count merged cells from the first value, and leave out those that hold one cell, overlap, or stand outside.

    Blank rows are added where one reaches below the last value.
    """
    height = len(texts)
    inside = [
        Merge(max(one.top - top, 0), max(one.left - left, 0), one.bottom - top, one.right - left)
        for one in merges
        if one.top - top < height and one.bottom >= top and one.right >= left
    ]
    reach = max((one.bottom + 1 for one in inside if one.top < height and _holds(texts, one)), default=0)
    texts += [[] for _ in range(min(reach, height + _ROWS_BELOW) - height)]
    clipped = [one._replace(bottom=min(one.bottom, len(texts) - 1)) for one in inside]
    if sum(one.bottom - one.top + 1 for one in clipped) > _MOST_MERGED_ROWS:
        raise LimitError("too_many_elements", source="data", limit=_MOST_MERGED_ROWS)
    taken = [0] * len(texts)  # the columns taken in each row, as bits
    found: list[Merge] = []
    for one in clipped:
        columns = (1 << (one.right + 1)) - (1 << one.left)
        rows = range(one.top, one.bottom + 1)
        if (one.top, one.left) != (one.bottom, one.right) and not any(taken[row] & columns for row in rows):
            found.append(one)
            for row in rows:
                taken[row] |= columns
    return found


def _framed(facts: SheetFacts, top: int, left: int, merges: Sequence[Merge], texts: list[list[str]]) -> set[int]:
    """The rows with blank cells that have borders: one beside a text, or two in a blank row.

    Cells under merged ones do not count: a title has borders too.
    """
    covered: dict[int, int] = {}  # columns as bits
    for one in merges:
        bits = (1 << (one.right + 1)) - (1 << one.left)
        covered.update((row, covered.get(row, 0) | bits) for row in range(one.top, one.bottom + 1))
    found: set[int] = set()
    for row, columns in ((row - top, columns) for row, columns in facts.framed.items()):
        blank = sum(column >= left and not covered.get(row, 0) >> (column - left) & 1 for column in columns)
        if blank > 1 or (blank and 0 <= row < len(texts) and any(texts[row])):
            found.add(row)
    return found


def _holds(texts: Sequence[Sequence[str]], merge: Merge) -> bool:
    return merge.left < len(texts[merge.top]) and bool(texts[merge.top][merge.left])


def _letters(column: int) -> str:
    letters = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        letters = chr(65 + letter) + letters
        column -= 1
    return letters
