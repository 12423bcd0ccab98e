"""Saved readings: the report with its notes, places and provenance."""

import json
from typing import Any

import pytest

from govdisclosure.document import Place
from govdisclosure.errors import StructureError
from govdisclosure.interchange.convert import from_json, read_json, reading_from_json, reading_to_json, to_json
from govdisclosure.paths import Path
from govdisclosure.reading import Note, Provenance, Reading
from tests.interchange.example import EXAMPLE

READING = Reading(
    EXAMPLE,
    (
        Note("figure_normalised", Path.parse("applications.table.received.total"), "３", Place(12, 8)),
        Note("no_title", Path(), facts=(("line", 3), ("nearest", "总体情况"))),
    ),
    {"overview.blocks[0]": Place(3, 1)},
    Provenance("report.md", "markdown", "0" * 64, 1024, "0.1.0"),
)


@pytest.mark.parametrize("indent", [None, 2])
def test_a_saved_reading_comes_back_whole(indent: int | None) -> None:
    again = reading_from_json(reading_to_json(READING, indent=indent))
    assert again == READING
    assert again.places == READING.places
    assert again.provenance == READING.provenance


def test_a_reading_saves_itself() -> None:
    assert READING.to_json() == reading_to_json(READING)


def test_the_report_within_is_a_whole_file_of_its_own() -> None:
    assert from_json(json.dumps(json.loads(reading_to_json(READING))["report"])) == EXAMPLE


def test_reading_json_takes_both() -> None:
    assert read_json(reading_to_json(READING)) == READING
    assert read_json(to_json(EXAMPLE)) == Reading(EXAMPLE)


def test_faults_of_the_report_within_have_their_paths() -> None:
    data: Any = json.loads(reading_to_json(READING))
    data["report"]["year"] = "2021"
    data["report"]["unknown"] = 1
    with pytest.raises(StructureError) as caught:
        reading_from_json(json.dumps(data))
    assert [str(fault.path) for fault in caught.value.faults] == ["report.year", "report.unknown"]


@pytest.mark.parametrize(
    "change",
    [{"notes": 3}, {"notes": [{"code": "x"}]}, {"places": {"overview": [1, 2]}}, {"govdisclosure": "2.0"}, {"x": 1}],
)
def test_a_damaged_reading_is_a_fault(change: dict[str, object]) -> None:
    data = {**json.loads(reading_to_json(READING)), **change}
    with pytest.raises(StructureError) as caught:
        read_json(json.dumps(data))
    assert [fault.code for fault in caught.value.faults] == ["bad_reading"]


@pytest.mark.parametrize(("text", "code"), [("[]", "no_object"), ('{"govdisclosure":"1.0"}', "missing_key")])
def test_what_is_no_saved_reading_is_refused(text: str, code: str) -> None:
    with pytest.raises(StructureError) as caught:
        reading_from_json(text)
    assert [fault.code for fault in caught.value.faults] == [code]


def test_unknown_keys_of_a_newer_report_within_are_added_to_the_notes() -> None:
    data: Any = json.loads(reading_to_json(READING))
    data["report"] |= {"govdisclosure": "1.5", "colour": "red"}
    assert [note.code for note in read_json(json.dumps(data)).notes] == ["figure_normalised", "no_title", "unknown_key"]
