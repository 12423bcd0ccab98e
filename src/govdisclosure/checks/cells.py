"""The cells of a report's statutory tables as rules look at them: path, label and what is printed."""

from collections.abc import Hashable, Iterator
from functools import cache
from operator import attrgetter
from typing import NamedTuple, cast

from govdisclosure.model.label import Label, labelled
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.model.sums import leaf_rows
from govdisclosure.paths import Path

__all__ = ["Cell", "cells_of"]


class Cell(NamedTuple):
    """A cell: where it stands, the path of its row, what is printed above it, and what stands in it.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> next(cells_of("remedies", RemediesTable.zeros())).value
        0
    """

    path: Path
    row: Path
    label: Label
    value: object


def cells_of(section: str, table: StatutoryTable) -> Iterator[Cell]:
    """Give every cell of a table in printed order.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> [str(cell.path) for cell in cells_of("remedies", RemediesTable())][:1]
        ['remedies.table.reconsideration.upheld']
    """
    for get, row, columns in _rows(
        section, cast("Hashable", type(table))
    ):  # a class is hashable, whatever its instances are
        values = get(table)
        for name, label, path in columns:
            yield Cell(path, row, label, getattr(values, name))


@cache
def _rows(
    section: str, given: Hashable
) -> tuple[tuple["attrgetter[object]", Path, tuple[tuple[str, Label, Path], ...]], ...]:
    """The rows of a class of tables: how to get at one, its path, its columns. The same for every report."""
    kind = cast("type[StatutoryTable]", given)
    found: list[tuple[attrgetter[object], Path, tuple[tuple[str, Label, Path], ...]]] = []
    for path, _, row in leaf_rows(kind()):
        here = Path((section, "table", *path.parts))
        columns = tuple((name, label, here / name) for name, label in labelled(type(row)))
        found.append((cast("attrgetter[object]", attrgetter(str(path))), here, columns))
    return tuple(found)
