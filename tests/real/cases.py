"""The cases of the corpus beside the project: real inputs, and what a reader should get from each."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, TypedDict, cast

from turbohtml import parse

from govdisclosure import Reading, read
from govdisclosure.model.listing import CellRecord

__all__ = [
    "CASES",
    "CORPUS",
    "Sidecar",
    "expected_cells",
    "read_cells",
    "reading_of",
    "sidecar",
    "tolerated",
    "visible_text",
]

CORPUS: Final = Path(__file__).parents[2].parent / "shared" / "corpus"
CASES: Final = sorted(path for path in CORPUS.glob("*-*") if path.suffix in {".txt", ".md", ".html"})
_COLUMNS: Final = ("natural_person", "commercial", "research", "public_welfare", "legal_service", "other", "total")
_OUTCOMES: Final = ("upheld", "corrected", "other", "pending", "total")
_GROUPS: Final = ("reconsideration", "direct_litigation", "litigation_after_reconsideration")
_TABLES: Final = {"ii": "proactive", "iii": "applications", "iv": "remedies"}


class Tables(TypedDict, total=False):
    """The figures of a sidecar."""

    ii: dict[str, dict[str, int | str | None]]
    iii: dict[str, list[int | str | None]]
    iv: list[int | str | None]


class Sidecar(TypedDict, total=False):
    """What a reader should get from a case."""

    year: int | None
    title: str
    tables: Tables
    sign_off: dict[str, str]
    sections: list[tuple[str | None, str | None, str | None]]
    tolerated: dict[str, list[int | str | None]]
    unrecoverable: object
    layout: str


@cache
def reading_of(case: Path) -> Reading:
    """The reading of a case, made once."""
    return read(case)


@cache
def sidecar(case: Path) -> Sidecar:
    """What a reader should get from a case."""
    return cast("Sidecar", json.loads(case.with_suffix(".json").read_text("utf-8")))


def expected_cells(side: Sidecar) -> Iterator[tuple[str, str]]:
    """Path and printed text of every cell that the input reaches; ``""`` where it is blank."""
    tables = side.get("tables", {})
    for row, cells in tables.get("ii", {}).items():
        for name, value in cells.items():
            yield f"proactive.table.{row}.{name}", _printed(value)
    for row, values in tables.get("iii", {}).items():
        for name, value in zip(_COLUMNS, values, strict=True):
            yield f"applications.table.{row}.{name}", _printed(value)
    names = [f"{group}.{outcome}" for group in _GROUPS for outcome in _OUTCOMES]
    for name, value in zip(names, tables.get("iv", ()), strict=False):
        yield f"remedies.table.{name}", _printed(value)


def tolerated(side: Sidecar) -> dict[str, set[str]]:
    """The other texts that may stand for a cell that the layout garbles, by path."""
    found: dict[str, set[str]] = {}
    for where, values in side.get("tolerated", {}).items():
        table, _, cell = where.partition(".")
        found[f"{_TABLES[table]}.table.{cell}"] = {_printed(value) for value in values}
    return found


def read_cells(reading: Reading) -> dict[str, CellRecord]:
    """Every cell of the statutory tables that were read, by path."""
    return {str(cell.path): cell for cell in reading.report.cells() if ".table." in str(cell.path)}


def visible_text(case: Path) -> str:
    """What the source shows: of a page the text without scripts and styles."""
    source = case.read_text("utf-8")
    if case.suffix != ".html":
        return source
    tree = parse(source)
    for name in ("script", "style"):
        for element in tree.select(name):
            element.clear()
    return tree.text


def _printed(value: object) -> str:
    return "" if value is None else str(value)
