"""Reports whose figures tell where they belong: all different, or all alike, or blank, or mixed."""

from collections.abc import Iterator
from itertools import cycle
from random import Random
from typing import Final, Literal, TypeAlias

from govdisclosure.model.cells import Money, Printed
from govdisclosure.model.label import labelled
from govdisclosure.model.report import Report
from govdisclosure.model.statutory import EditionName, StatutoryTable
from govdisclosure.model.sums import leaf_rows
from govdisclosure.paths import Path

__all__ = ["FILLINGS", "Filling", "filled_report", "filled_table"]

Filling: TypeAlias = Literal["different", "mixed", "zeros", "blank"]
"""How the cells of a table are filled: each with another figure, with some blank and some marks among them, ..."""

FILLINGS: Final[tuple[Filling, ...]] = ("different", "mixed", "zeros", "blank")
"""Every filling, the most telling first."""

_PRIME: Final = 1187
_PATTERN: Final = 11
_TEXT: Final = "全年主动公开政府信息情况良好，各项工作有序开展。"


def filled_report(edition: EditionName, filling: Filling, random: Random) -> Report:
    """Return a short report with three tables that are filled in one way.

    Example:
        >>> report = filled_report("2021", "different", Random(0))
        >>> texts = [cell.text for cell in report.cells()]
        >>> len(texts) == len(set(texts)) == 200
        True
    """
    blank = Report.blank("青山镇人民政府", int(edition))
    numbers = _numbers(random)
    values: dict[str, object] = {"overview.blocks": (_TEXT,), "problems.blocks": (_TEXT,)}
    for name in ("proactive", "applications", "remedies"):
        values[f"{name}.table"] = filled_table(getattr(blank, name).table, filling, random, numbers)
    return blank.replace(values)


def filled_table(
    table: StatutoryTable, filling: Filling, random: Random, numbers: Iterator[int] | None = None
) -> StatutoryTable:
    """Return a table of the kind of ``table`` that is filled in one way.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> filled_table(RemediesTable(), "zeros", Random(0))
        <RemediesTable: 15 of 15 cells filled>
    """
    numbers = _numbers(random) if numbers is None else numbers
    pattern = cycle(_pattern(filling, random))
    values: dict[Path, object] = {}
    for path, _, row in leaf_rows(table):
        for name, label in labelled(type(row)):
            values[path / name] = _cell(next(pattern), label.holds == "money", numbers)
    return table.replace(values)


def _numbers(random: Random) -> Iterator[int]:
    """Figures of two to four digits that differ from one another, in no order that a column or a row would keep."""
    start, step = random.randrange(_PRIME), random.randrange(1, _PRIME)
    return (11 + (start + step * position) % _PRIME for position in range(_PRIME))


def _pattern(filling: Filling, random: Random) -> list[str | None]:
    """What stands in cells instead of a figure; as long as no table is wide, so that every column has some of it."""
    if filling == "mixed":
        return [random.choice((None, None, None, "", "", "/", "0")) for _ in range(_PATTERN)]
    return [{"different": None, "zeros": "0", "blank": ""}[filling]]


def _cell(instead: str | None, is_money: bool, numbers: Iterator[int]) -> object:
    if instead == "":
        return None
    if instead == "/":
        return Printed(instead)
    number = next(numbers) if instead is None else 0
    return Money(f"{number}.5" if number else "0") if is_money else number
