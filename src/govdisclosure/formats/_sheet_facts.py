"""What a workbook tells beside the values of its cells, and how large it may be.

The library that reads the values lays a sheet out in full, from its first cell to its last; so the extent of every
sheet is taken before, from the file itself, and with it what the library passes over in silence.
"""

from typing import Final

from attrs import Factory, define

from govdisclosure.errors import LimitError
from govdisclosure.formats._sheet_blocks import Merge

__all__ = ["LARGEST_SHEET", "LARGEST_WORKBOOK", "MOST_PARTS", "MOST_SHEETS", "MOST_TEXT", "Budget", "SheetFacts"]

LARGEST_SHEET: Final = 100_000
"""The most positions from the first to the last cell of a sheet. The tables of a report take 700."""

LARGEST_WORKBOOK: Final = 200_000
"""The most positions of all sheets together."""

MOST_SHEETS: Final = 200
"""The most sheets of a workbook."""

MOST_PARTS: Final = 500_000
"""The most elements or records that are looked at."""

MOST_TEXT: Final = 32_000_000
"""The most characters of all cells together: a text may be stored once and stand in a million cells."""


@define
class SheetFacts:
    """What the library does not tell of a sheet. Rows and columns are counted from 0.

    Attributes:
        rows: the first and the last row that hold a value.
        columns: likewise.
        merges: merged cells, where the library does not tell them.
        errors: cells that show an error, such as ``#N/A``.
        percents: numbers that are shown as percentages, with the places after the point.
        formulas: formulas that are stored without a result.
        framed: the columns of the blank cells with borders in a row: they belong to a table.
        hidden: the addresses of hidden rows and columns.
    """

    rows: tuple[int, int] = (-1, -1)
    columns: tuple[int, int] = (-1, -1)
    merges: list[Merge] = Factory(list[Merge])
    errors: dict[tuple[int, int], str] = Factory(dict[tuple[int, int], str])
    percents: dict[tuple[int, int], int] = Factory(dict[tuple[int, int], int])
    formulas: dict[tuple[int, int], str] = Factory(dict[tuple[int, int], str])
    framed: dict[int, list[int]] = Factory(dict[int, list[int]])
    hidden: list[str] = Factory(list[str])

    @property
    def area(self) -> int:
        """The positions from the first value to the last.

        Example:
            >>> SheetFacts((0, 27), (0, 9)).area
            280
        """
        if self.rows[0] < 0:
            return 0
        return (self.rows[1] - self.rows[0] + 1) * (self.columns[1] - self.columns[0] + 1)

    def holds(self, row: int, column: int, down: int = 1, across: int = 1) -> None:
        """Take account of a value, or of a rectangle of equal ones.

        Raises:
            LimitError: the sheet reaches too far (``"sheet_too_large"``).
        """
        last_row, last_column = row + down - 1, column + across - 1
        if self.rows[0] < 0:
            self.rows, self.columns = (row, last_row), (column, last_column)
        else:
            self.rows = min(self.rows[0], row), max(self.rows[1], last_row)
            self.columns = min(self.columns[0], column), max(self.columns[1], last_column)
        if self.area > LARGEST_SHEET:
            raise LimitError("sheet_too_large", source="data", size=self.area, limit=LARGEST_SHEET)


@define
class Budget:
    """What may still be looked at in a workbook."""

    parts: int = MOST_PARTS
    text: int = MOST_TEXT
    cells: int = LARGEST_WORKBOOK

    def part(self) -> None:
        """Pay for an element or a record.

        Raises:
            LimitError: there are too many (``"too_many_elements"``).
        """
        self.parts -= 1
        if self.parts < 0:
            raise LimitError("too_many_elements", source="data", limit=MOST_PARTS)

    def write(self, characters: int) -> None:
        """Pay for the text of a cell.

        Raises:
            LimitError: it is too much (``"unpacks_too_large"``).
        """
        self.text -= characters
        if self.text < 0:
            raise LimitError("unpacks_too_large", source="data", size=MOST_TEXT, limit=MOST_TEXT)

    def sheet(self, facts: SheetFacts) -> None:
        """Pay for a sheet.

        Raises:
            LimitError: the sheets together are too large (``"sheet_too_large"``).
        """
        self.cells -= facts.area
        if self.cells < 0:
            raise LimitError("sheet_too_large", source="data", size=LARGEST_WORKBOOK, limit=LARGEST_WORKBOOK)
