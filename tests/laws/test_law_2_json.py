"""Law 2: plain data and JSON bring every report back equal, and the published schema holds what is written."""

import json
from copy import deepcopy
from typing import Any, TypeGuard

import jsonschema_rs
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure import Report
from govdisclosure.errors import StructureError
from govdisclosure.interchange._detailed import structured
from govdisclosure.interchange._quick import from_plain, from_text
from govdisclosure.interchange.convert import from_dict, from_json, read_json, to_dict, to_json, try_from_dict
from govdisclosure.interchange.schema import json_schema
from govdisclosure.testing import reports

STANDARD = jsonschema_rs.Draft202012Validator(json_schema())
STRICT = jsonschema_rs.Draft202012Validator(json_schema(dialect="strict"))
ANY_REPORTS = reports(hostile=True)
JUNK: list[object] = [
    *(None, True, 0, -1, 3.9, 10**15),
    *("", " ", "3", "/", "甲\n乙", "x "),
    *([], ["甲"], [3], {}, {"rows": [[]]}),
]


@given(ANY_REPORTS)
def test_plain_data_brings_every_report_back(report: Report) -> None:
    assert from_dict(to_dict(report)) == report


@given(ANY_REPORTS, st.sampled_from([None, 0, 2]))
def test_json_brings_every_report_back(report: Report, indent: int | None) -> None:
    assert from_json(to_json(report, indent=indent)) == report
    assert from_json(to_json(report, indent=indent).encode()) == report
    assert read_json(to_json(report, indent=indent)).report == report


@given(ANY_REPORTS)
def test_json_is_the_plain_data_in_the_same_order(report: Report) -> None:
    assert to_json(report) == json.dumps(to_dict(report), ensure_ascii=False, separators=(",", ":"))


@given(ANY_REPORTS)
def test_writing_is_stable(report: Report) -> None:
    assert to_json(from_json(to_json(report))) == to_json(report)


@given(ANY_REPORTS)
def test_what_is_written_holds_to_both_dialects_of_the_schema(report: Report) -> None:
    STANDARD.validate(to_dict(report))
    STRICT.validate(to_dict(report))


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_schema_of_an_edition_holds_its_reports(edition: Any) -> None:
    validator = jsonschema_rs.Draft202012Validator(json_schema(edition))

    @given(reports(edition))
    def check(report: Report) -> None:
        validator.validate(to_dict(report))

    check()


@given(ANY_REPORTS)
def test_the_quick_way_and_the_detailed_way_give_the_same_report(report: Report) -> None:
    body = without_version(to_dict(report))
    assert from_plain(body) == report
    assert from_text(to_json(report).encode()) == report
    assert structured(body) == report


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, object]:
    """Plain data of a report, of which a few places were changed, taken out or added to."""
    data = deepcopy(to_dict(draw(ANY_REPORTS)))
    for _ in range(draw(st.integers(1, 3))):
        owner = draw(st.sampled_from(list(containers(data))))
        keys: list[Any] = list(owner) if is_object(owner) else list(range(len(owner)))
        change = draw(st.sampled_from(["set", "take", "add"]))
        if change == "add" or not keys:
            if is_object(owner):
                owner["unknown"] = draw(st.sampled_from(JUNK))
            elif is_array(owner):
                owner.append(draw(st.sampled_from(JUNK)))
        elif change == "take":
            del owner[draw(st.sampled_from(keys))]
        else:
            owner[draw(st.sampled_from(keys))] = deepcopy(draw(st.sampled_from(JUNK)))
    return data


def containers(value: Any) -> list[Any]:
    found: list[Any] = []
    if is_object(value):
        found = [value, *(inner for item in value.values() for inner in containers(item))]
    elif is_array(value):
        found = [value, *(inner for item in value for inner in containers(item))]
    return found


def without_version(data: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in data.items() if key != "govdisclosure"}


def outcome(data: object) -> object:
    return try_from_dict(data)


@given(damaged())
def test_the_quick_way_takes_nothing_that_the_detailed_way_refuses(data: dict[str, object]) -> None:
    body = without_version(data)
    quick = from_plain(body)
    assert quick is None or quick == structured(body)


@given(damaged())
def test_what_the_schema_refuses_is_refused(data: dict[str, object]) -> None:
    if not STANDARD.is_valid(data):
        assert isinstance(outcome(data), tuple)


@given(damaged())
def test_text_and_plain_data_have_the_same_faults(data: dict[str, object]) -> None:
    try:
        from_text_too: object = from_json(json.dumps(data))
    except StructureError as error:
        from_text_too = error.faults
    assert from_text_too == outcome(data)


@given(damaged())
def test_what_is_taken_is_written_back_as_it_was_given(data: dict[str, object]) -> None:
    report = outcome(data)
    if isinstance(report, Report):
        assert merged(to_dict(report), data) == to_dict(report)


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def merged(whole: Any, given_: Any) -> object:
    """Lay what was given over what is written: keys that were left out stand there by default."""
    if is_object(whole) and is_object(given_):
        return {**whole, **{key: merged(whole.get(key), item) for key, item in given_.items()}}
    if is_array(whole) and is_array(given_) and len(whole) == len(given_):
        return [merged(mine, theirs) for mine, theirs in zip(whole, given_, strict=True)]
    return given_


@given(reports())
def test_a_report_of_another_year_is_another_json(report: Report) -> None:
    assert to_json(evolve(report, year=2008 if report.year != 2008 else 2009)) != to_json(report)
