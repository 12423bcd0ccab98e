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
    get, places = _places(section, cast("Hashable", type(table)))  # a class is hashable, whatever its instances are
    for (path, row, label), value in zip(places, get(table), strict=True):
        yield Cell(path, row, label, value)


@cache
def _places(
    section: str, given: Hashable
) -> tuple["attrgetter[tuple[object, ...]]", tuple[tuple[Path, Path, Label], ...]]:
    """How to get at the cells of a class of tables, and where each stands. The same for every report."""
    names: list[str] = []
    places: list[tuple[Path, Path, Label]] = []
    for path, _, row in leaf_rows(cast("type[StatutoryTable]", given)()):
        here = Path((section, "table", *path.parts))
        for name, label in labelled(type(row)):
            names.append(str(path / name))
            places.append((here / name, here, label))
    return attrgetter(*names), tuple(places)
