"""Real reports as published, in text and Markdown: no cell may be wrong, and no character may be lost."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypedDict, cast

import pytest
from tests.contents import lost

from govdisclosure import PathError, Reading, read
from govdisclosure.model.listing import CellRecord
from govdisclosure.model.sections import SECTION_NAMES

PROJECT = Path(__file__).parents[2]

CORPUS = PROJECT.parent / "shared" / "corpus"
CASES = sorted(path for path in CORPUS.glob("*-*") if path.suffix in {".txt", ".md"})
COLUMNS = ("natural_person", "commercial", "research", "public_welfare", "legal_service", "other", "total")
OUTCOMES = ("upheld", "corrected", "other", "pending", "total")
GROUPS = ("reconsideration", "direct_litigation", "litigation_after_reconsideration")

pytestmark = pytest.mark.skipif(not CASES, reason="the corpus is not beside the project")
cases = pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)


@cache
def reading_of(case: Path) -> Reading:
    return read(case)


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


def sidecar(case: Path) -> Sidecar:
    return cast("Sidecar", json.loads(case.with_suffix(".json").read_text("utf-8")))


def expected_cells(side: Sidecar) -> Iterator[tuple[str, str]]:
    """Path and printed text of every cell that the input reaches; ``""`` where it is blank."""
    tables = side.get("tables", {})
    for row, cells in tables.get("ii", {}).items():
        for name, value in cells.items():
            yield f"proactive.table.{row}.{name}", _printed(value)
    for row, values in tables.get("iii", {}).items():
        for name, value in zip(COLUMNS, values, strict=True):
            yield f"applications.table.{row}.{name}", _printed(value)
    names = [f"{group}.{outcome}" for group in GROUPS for outcome in OUTCOMES]
    for name, value in zip(names, tables.get("iv", ()), strict=False):
        yield f"remedies.table.{name}", _printed(value)


def _printed(value: object) -> str:
    return "" if value is None else str(value)


def read_cells(reading: Reading) -> dict[str, CellRecord]:
    return {str(cell.path): cell for cell in reading.report.cells() if ".table." in str(cell.path)}


@cases
def test_no_cell_is_wrong(case: Path, record_property: Callable[[str, object], None]) -> None:
    reading = reading_of(case)
    expected = dict(expected_cells(sidecar(case)))
    found = read_cells(reading)
    outcomes: Counter[str] = Counter()
    wrong: list[tuple[str, str, str]] = []
    for path, text in expected.items():
        printed = found[path].text if path in found else ""
        outcome = "right" if printed == text else "blank" if printed == "" else "wrong"
        outcomes[outcome] += 1
        if outcome == "wrong":
            wrong.append((path, printed, text))
    record_property("cells", {"case": case.name, **outcomes})
    assert wrong == []


@cases
def test_no_cell_is_filled_that_the_source_does_not_reach(case: Path) -> None:
    expected = dict(expected_cells(sidecar(case)))
    filled = {path for path, cell in read_cells(reading_of(case)).items() if cell.kind != "blank"}
    assert {path for path in filled - expected.keys() if ".extra_rows" not in path} == set()


@cases
def test_every_blank_cell_is_noted(case: Path) -> None:
    reading = reading_of(case)
    noted = [note.path for note in reading.notes]
    blank = [cell.path for cell in read_cells(reading).values() if cell.kind == "blank"]
    assert [str(path) for path in blank if not any(path.starts_with(note) for note in noted if note.parts)] == []


@cases
def test_no_character_is_lost(case: Path) -> None:
    assert lost(case.read_text("utf-8"), reading_of(case)) == Counter()


@cases
def test_title_and_year_are_told_as_printed(case: Path) -> None:
    side, report = sidecar(case), reading_of(case).report
    assert report.title == side.get("title", report.title)
    assert report.year in {side.get("year"), None}


@cases
def test_a_sign_off_is_found_where_one_is_printed(case: Path) -> None:
    side, report = sidecar(case), reading_of(case).report
    sign_off = side.get("sign_off")
    if sign_off is not None:
        assert (report.sign_off.issuer, str(report.sign_off.date)) == (sign_off["issuer"], sign_off["date"])


@cases
def test_statutory_sections_are_found(case: Path) -> None:
    side, report = sidecar(case), reading_of(case).report
    numbers = [number for _, title, number in side.get("sections", []) if number is not None and title is not None]
    wanted = {SECTION_NAMES["一二三四五六".index(number)] for number in numbers}
    assert {
        name for name in SECTION_NAMES if getattr(report, name).present and getattr(report, name).title != ""
    } == wanted


def test_a_path_that_no_form_has_is_an_error() -> None:
    with pytest.raises(PathError):
        reading_of(CASES[0]).report.at("applications.table.refused.nothing")
