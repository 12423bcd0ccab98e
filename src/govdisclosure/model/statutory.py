"""What every statutory table can do, whatever its edition: all of it follows from the labels on its class."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Self, TypeAlias

if TYPE_CHECKING:
    from govdisclosure.model.listing import CellRecord, CellRow
    from govdisclosure.paths import Path

__all__ = ["EditionName", "Shape", "StatutoryTable", "TableSectionName"]

EditionName: TypeAlias = Literal["2019", "2021"]
"""The statutory editions, named by the year of the notice that ordered them."""

Shape: TypeAlias = Literal["bands", "matrix", "groups"]
"""Bands of rows with a header each (table 二), one matrix under one header (三), groups side by side (四)."""

TableSectionName: TypeAlias = Literal["proactive", "applications", "remedies"]
"""The sections that have a statutory table: 二, 三 and 四."""


class StatutoryTable:
    """The base of every statutory table: an attrs class whose labelled fields are its rows.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> isinstance(RemediesTable(), StatutoryTable)
        True
    """

    __slots__ = ()

    section: ClassVar[TableSectionName]
    """The section in which it stands."""

    shape: ClassVar[Shape]
    """How the form lays the table out."""

    columns: ClassVar[int] = 0
    """On how many physical columns the form prints it, where that is more than the figures need."""

    @classmethod
    def zeros(cls) -> Self:
        """Return the table with 0 in every cell.

        Example:
            >>> from govdisclosure import ApplicationsTable2021
            >>> ApplicationsTable2021.zeros().handled_total.total
            0
        """
        from govdisclosure.model.sums import zeros

        return zeros(cls)

    def totalled(self, *, carry_over: bool = False) -> Self:
        """Return the table with every sum that the form asks for computed from its parts.

        Those are the 总计 of each row and group, and （七）总计. Blanks and marks count as 0; a sum whose parts are
        all blank stays as it is. With ``carry_over`` the row 四、结转下年度继续办理 is filled too, where it is blank
        and one plus two less three is not negative.

        Example:
            >>> from govdisclosure import ApplicantCounts, ApplicationsTable2021
            >>> table = ApplicationsTable2021.zeros().replace(
            ...     {"received.natural_person": 3, "granted.natural_person": 3}
            ... )
            >>> table.totalled().handled_total.total
            3
        """
        from govdisclosure.model.sums import totalled

        return totalled(self, carry_over=carry_over)

    def replace(self, values: "Mapping[str, object] | Mapping[Path, object]") -> Self:
        """Return a table with new values at many paths, all set at once.

        Raises:
            PathError: a path leads nowhere.
            ConstructionError: a value that cannot stand there.

        Example:
            >>> from govdisclosure import RemediesTable
            >>> RemediesTable().replace({"reconsideration.upheld": 2}).reconsideration.upheld
            2
        """
        from govdisclosure.paths import replaced

        return replaced(self, values)

    def cells(self) -> "Iterator[CellRecord]":
        """Yield every cell in printed order: path, label, value, kind, text, unit, edition.

        Example:
            >>> from govdisclosure import RemediesTable
            >>> first = next(RemediesTable().cells())
            >>> str(first.path), first.label, first.kind
            ('reconsideration.upheld', '行政复议 结果维持', 'blank')
        """
        from govdisclosure.model.listing import table_cells

        return table_cells(self)

    def to_rows(self) -> "list[CellRow]":
        """Return every cell as a row of plain text and numbers, which pandas and polars take as they are.

        Example:
            >>> from govdisclosure import RemediesTable
            >>> RemediesTable.zeros().to_rows()[0].value
            0
        """
        from govdisclosure.model.listing import to_rows

        return to_rows(self.cells())

    def _repr_html_(self) -> str:
        from govdisclosure.grid import to_html

        return to_html(self)

    def __repr__(self) -> str:
        from govdisclosure.model.listing import summary

        return summary(self)
