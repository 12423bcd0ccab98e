"""Every printed figure of a real table one higher, one at a time, in its own format: is it found, and does it stay?"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from attrs import frozen
from tests.real.cases import CASES, read_cells, reading_of

from govdisclosure import Path as ReportPath
from govdisclosure import ReadError, Reading, reads
from govdisclosure.checks.check import check
from govdisclosure.checks.rule import Case
from govdisclosure.formats.registry import FormatName

__all__ = ["Raised", "cases_with_sums", "figures_in_sums", "raised"]

_FIGURE: Final = re.compile(r"\d+")
_SHOWN: Final = re.compile(r">[^<>]*<")  # of a page, what stands between tags
_FORMATS: Final[dict[str, FormatName]] = {".txt": "text", ".md": "markdown", ".html": "html"}


@frozen
class Raised:
    """A figure of a case that was printed one higher.

    Attributes:
        path: the cell.
        is_kept: whether it is read as printed, and no other cell otherwise than before.
        found: the codes of the errors that are new.
    """

    path: str
    is_kept: bool
    found: frozenset[str]


def _in_sums(reading: Reading) -> set[str]:
    """The paths of the cells that stand in a sum which can be judged: all of it was read, and its parts are filled."""
    case, found = Case(reading.report, None, reading), set[str]()
    for section, balances in case.balances.items():
        for one in balances:
            paths = [ReportPath.parse(f"{section}.table.{path}") for paths in one.members for path in paths]
            if one.standing in ("holds", "fails") and all(map(case.is_read, paths)):
                found.update(map(str, paths))
    return found


@cache
def raised(case: Path) -> tuple[Raised, ...]:
    """Raise every figure of ``case`` that stands in a sum, one at a time, in the source itself."""
    before = reading_of(case)
    sums, cells = _in_sums(before), {path: cell.value for path, cell in read_cells(before).items()}
    known = _errors(before)
    found: dict[str, Raised] = {}
    for changed in _sources(case):
        try:
            after = reads(changed, _FORMATS[case.suffix], year=before.report.year)
        except ReadError:
            continue  # the year of the title
        now = {path: cell.value for path, cell in read_cells(after).items()}
        differs = [path for path in cells.keys() | now.keys() if cells.get(path) != now.get(path)]
        for path in differs:
            printed = cells.get(path)
            if path in sums and isinstance(printed, int):
                is_read = now.get(path) == printed + 1
                if is_read or path not in found:
                    new = frozenset(_errors(after) - known)
                    found[path] = Raised(path, is_read and differs == [path], new)
    return tuple(found.values())


def figures_in_sums(case: Path) -> set[str]:
    """The paths of the printed figures of ``case`` that stand in a sum which can be judged."""
    cells = read_cells(reading_of(case))
    return {path for path in _in_sums(reading_of(case)) if isinstance(cells[path].value, int)}


def _errors(reading: Reading) -> set[str]:
    """Code and place of every error of the sums, with what it says: a sum may have failed before."""
    found = check(reading, select=["ARI"])
    return {f"{one.code} {one.path} {one.expected} {one.actual}" for one in found.errors}


def _sources(case: Path) -> Iterator[str]:
    text = case.read_text("utf-8")
    shown = _SHOWN.finditer(text) if case.suffix == ".html" else [re.match(r"(?s).*", text)]
    for part in shown:
        if part is not None:
            for figure in _FIGURE.finditer(text, part.start(), part.end()):
                yield text[: figure.start()] + str(int(figure[0]) + 1) + text[figure.end() :]


def cases_with_sums() -> list[Path]:
    """The cases in which figures stand in sums that can be judged, since all of them is there."""
    return [case for case in CASES if figures_in_sums(case)]
