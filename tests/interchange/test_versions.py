"""Versions of the file format: newer, older, and the golden files."""

import json
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from govdisclosure import Report
from govdisclosure.interchange import migrate
from govdisclosure.interchange.convert import from_dict, from_json, read_json, to_dict, to_json, try_from_dict
from govdisclosure.interchange.faults import UnknownKeysWarning
from govdisclosure.interchange.migrate import STEPS, VERSION, migrated, parse_version
from govdisclosure.interchange.schema import json_schema
from tests.interchange.example import EXAMPLE

GOLDEN: Final = Path(__file__).parent.parent / "golden"


def newer() -> dict[str, Any]:
    data: dict[str, Any] = {**to_dict(EXAMPLE), "govdisclosure": "1.7", "summary": {"text": "甲", "words": [1]}}
    data["overview"] = {**data["overview"], "colour": "red"}
    return data


def test_the_schema_changes_only_with_the_version(golden: Callable[[str, str], None]) -> None:
    golden(f"schema-{VERSION}.json", json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")


def test_the_report_of_this_version_is_written_as_ever(golden: Callable[[str, str], None]) -> None:
    golden(f"report-{VERSION}.json", to_json(EXAMPLE, indent=2) + "\n")


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("report-*.json")), ids=lambda path: path.name)
def test_the_report_of_every_version_loads_for_ever(path: Path) -> None:
    assert from_json(path.read_bytes()) == EXAMPLE


def test_every_older_version_has_its_step() -> None:
    major, _ = parse_version(VERSION) or (0, 0)
    assert sorted(STEPS) == list(range(1, major))


def test_unknown_keys_of_a_newer_minor_version_are_notes() -> None:
    reading = read_json(json.dumps(newer(), ensure_ascii=False))
    assert reading.report == EXAMPLE
    assert [(note.code, str(note.path), note.raw) for note in reading.notes] == [
        ("unknown_key", "overview.colour", '"red"'),
        ("unknown_key", "summary", '{"text": "甲", "words": [1]}'),
    ]


def test_unknown_keys_of_a_newer_minor_version_are_warned_of_where_notes_have_no_place() -> None:
    with pytest.warns(UnknownKeysWarning, match=r"overview\.colour, summary"):
        assert from_dict(newer()) == EXAMPLE
    with pytest.warns(UnknownKeysWarning, match="summary"):
        assert from_json(json.dumps(newer())) == EXAMPLE


def test_a_newer_minor_version_without_unknown_keys_warns_of_nothing() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert from_dict({**to_dict(EXAMPLE), "govdisclosure": "1.9"}) == EXAMPLE


def test_other_faults_of_a_newer_minor_version_are_told_alone() -> None:
    found = try_from_dict({**newer(), "year": "2021"})
    assert isinstance(found, tuple)
    assert [(fault.code, str(fault.path)) for fault in found] == [("wrong_type", "year")]


def test_an_unknown_key_of_this_version_is_a_fault() -> None:
    found = try_from_dict({**newer(), "govdisclosure": VERSION})
    assert isinstance(found, tuple)
    assert [fault.code for fault in found] == ["unknown_key", "unknown_key"]


def test_a_newer_major_version_is_one_fault() -> None:
    found = try_from_dict({"govdisclosure": "2.0", "titel": "x"})
    assert isinstance(found, tuple)
    assert [(fault.code, str(fault.path)) for fault in found] == [("newer_version", "govdisclosure")]


def from_nought(old: dict[str, object]) -> dict[str, object]:
    """Version 0, had there been one, called the issuer an organ."""
    return {"issuer" if key == "organ" else key: value for key, value in old.items()}


def test_a_step_leads_from_an_older_major_version(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: Mapping[int, migrate.Step] = {0: from_nought}
    monkeypatch.setattr(migrated, "__defaults__", (steps,))
    old = {"govdisclosure": "0.4", "organ": "青山镇", "year": 2024, "title": None}
    assert from_dict(old) == Report(issuer="青山镇", year=2024, title=None)
    assert "organ" in old


def test_an_older_version_without_a_step_is_a_fault() -> None:
    found = try_from_dict({"govdisclosure": "0.4"})
    assert isinstance(found, tuple)
    assert [fault.code for fault in found] == ["bad_version"]


def test_steps_follow_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrate, "VERSION", "3.0")
    steps: Mapping[int, migrate.Step] = {1: lambda old: {**old, "b": old["a"]}, 2: lambda old: {**old, "c": old["b"]}}
    assert migrated({"a": 1}, 1, steps) == {"a": 1, "b": 1, "c": 1}
    assert migrated({"b": 1}, 2, steps) == {"b": 1, "c": 1}
    assert migrated({}, 0, steps) is None


@pytest.mark.parametrize("value", ["1", "1.0.0", "v1.0", "1.0\n", "１.０", "", 1.0, None, "99999.0"])
def test_what_is_no_version_is_none(value: object) -> None:
    assert parse_version(value) is None
