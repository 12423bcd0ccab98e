"""The schema: both dialects, the labels in it, and what it refuses."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, cast, get_args

import jsonschema_rs
import pytest
from hypothesis import given

from govdisclosure.errors import ConstructionError
from govdisclosure.interchange.convert import from_dict, to_dict
from govdisclosure.interchange.schema import Dialect, Titles, json_schema
from govdisclosure.model.checking import check_line
from govdisclosure.model.statutory import EditionName
from govdisclosure.testing import hostile_paragraphs
from tests.interchange.example import EXAMPLE

STRICT_WORDS = {
    "type", "properties", "required", "additionalProperties", "items", "enum", "anyOf", "$ref", "$defs", "title",
    "description",
}  # fmt: skip
ALL_EDITIONS: tuple[EditionName | None, ...] = (None, *get_args(EditionName))
ALL_TITLES: tuple[Titles | None, ...] = (None, *get_args(Titles))


def schemas(value: object) -> Iterator[dict[str, Any]]:
    """Every schema within a schema, itself first; the names of properties are no keywords."""
    if isinstance(value, dict):
        schema = cast("dict[str, Any]", value)
        yield schema
        for word, inner in schema.items():
            yield from schemas(list(inner.values()) if word in ("properties", "$defs") else inner)
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from schemas(item)


@pytest.mark.parametrize("dialect", get_args(Dialect))
@pytest.mark.parametrize("edition", ALL_EDITIONS)
@pytest.mark.parametrize("titles", ALL_TITLES)
def test_every_schema_holds_to_its_metaschema(
    dialect: Dialect, edition: EditionName | None, titles: Titles | None
) -> None:
    jsonschema_rs.Draft202012Validator(jsonschema_rs_metaschema()).validate(json_schema(edition, dialect, titles))


def jsonschema_rs_metaschema() -> dict[str, str]:
    return {"$ref": "https://json-schema.org/draft/2020-12/schema"}


def test_the_metaschema_refuses_a_wrong_schema() -> None:
    assert not jsonschema_rs.Draft202012Validator(jsonschema_rs_metaschema()).is_valid({"type": "text"})


@pytest.mark.parametrize("titles", ALL_TITLES)
def test_the_strict_dialect_uses_no_other_keyword(titles: Titles | None) -> None:
    assert {word for schema in schemas(json_schema(None, "strict", titles)) for word in schema} <= STRICT_WORDS


@pytest.mark.parametrize("titles", ALL_TITLES)
def test_the_strict_dialect_closes_every_object_and_requires_every_property(titles: Titles | None) -> None:
    objects = [schema for schema in schemas(json_schema(None, "strict", titles)) if "properties" in schema]
    assert len(objects) > 20
    for schema in objects:
        assert schema["type"] == "object"
        assert schema["additionalProperties"] is False
        assert schema["required"] == list(schema["properties"])


@pytest.mark.parametrize("titles", ALL_TITLES)
def test_the_strict_dialect_has_an_object_as_root_and_lone_references(titles: Titles | None) -> None:
    schema = json_schema(None, "strict", titles)
    assert schema["type"] == "object"
    assert "anyOf" not in schema
    assert [inner for inner in schemas(schema) if "$ref" in inner and len(inner) > 1] == []


@pytest.mark.parametrize("dialect", get_args(Dialect))
def test_every_reference_leads_somewhere_and_no_definition_is_idle(dialect: Dialect) -> None:
    schema = json_schema("2021", dialect)
    used = {inner["$ref"].removeprefix("#/$defs/") for inner in schemas(schema) if "$ref" in inner}
    assert used == set(cast("dict[str, object]", schema["$defs"]))


def test_an_edition_leaves_out_the_tables_of_the_other() -> None:
    tables = {name for name in cast("dict[str, object]", json_schema("2019")["$defs"]) if "Table20" in name}
    assert tables == {"ProactiveTable2019", "ApplicationsTable2019"}


def test_an_edition_refuses_a_table_of_the_other() -> None:
    # The table 二 of the example is that of 2019, its table 三 that of 2021.
    assert jsonschema_rs.is_valid(json_schema(), to_dict(EXAMPLE))
    assert not jsonschema_rs.is_valid(json_schema("2019"), to_dict(EXAMPLE))
    assert not jsonschema_rs.is_valid(json_schema("2021"), to_dict(EXAMPLE))


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("year",), "2021"),
        (("year",), 1999),
        (("year",), 2100),
        (("issuer",), "甲\n乙"),
        (("issuer",), "甲 "),
        (("issuer",), "\u3000"),
        (("unknown",), 1),
        (("govdisclosure",), "2.0"),
        (("applications", "table", "granted", "total"), -1),
        (("applications", "table", "granted", "total"), 3.9),
        (("applications", "table", "granted", "total"), True),
        (("applications", "table", "granted", "total"), ""),
        (("applications", "table", "granted", "unknown"), 1),
        (("applications", "table", "edition"), "2019"),
        (("proactive", "table", "procurement", "amount"), 3),
        (("proactive", "table", "procurement", "amount"), {"amount": "1E3", "unit": ""}),
        (("proactive", "table", "procurement", "amount"), {"amount": "1", "unit": "美元"}),
        (("overview", "blocks"), "甲"),
        (("overview", "blocks"), [{"text": "甲"}]),
        (("overview", "blocks"), [{"rows": [[{"text": "甲", "rowspan": 0}]]}]),
        (("further_sections",), [{"title": "附则", "after": "conclusion"}]),
        (("sign_off", "date"), 20220120),
    ],
)
def test_the_schema_refuses_what_is_wrong(where: tuple[str, ...], value: object) -> None:
    data: Any = deepcopy(to_dict(EXAMPLE))
    owner = data
    for key in where[:-1]:
        owner = owner[key]
    owner[where[-1]] = value
    assert not jsonschema_rs.is_valid(json_schema(), data)


def test_the_schema_refuses_a_table_that_lacks_a_cell() -> None:
    data: Any = deepcopy(to_dict(EXAMPLE))
    del data["applications"]["table"]["granted"]["total"]
    assert not jsonschema_rs.is_valid(json_schema(), data)


def test_the_schema_takes_keys_left_out_where_reading_does() -> None:
    data: dict[str, object] = {"govdisclosure": "1.0", "issuer": None, "year": None, "title": None, "overview": {}}
    jsonschema_rs.validate(json_schema(), data)
    assert from_dict(data).overview.present
    assert not jsonschema_rs.is_valid(json_schema(dialect="strict"), data)


def test_titles_are_the_printed_labels_or_the_english_names() -> None:
    def granted(titles: Titles) -> dict[str, str]:
        definitions = cast("dict[str, Any]", json_schema("2021", titles=titles)["$defs"])
        return cast("dict[str, str]", definitions["ApplicationsTable2021"]["properties"]["granted"])

    assert granted("zh")["title"] == "（一）予以公开"
    assert granted("en")["title"] == "granted"
    assert "第三十六条第（一）、（二）项" in granted("zh")["description"]
    assert granted("en")["description"].startswith("三、本年度办理结果; given in full")


def test_sections_have_their_printed_titles() -> None:
    properties = cast("dict[str, Any]", json_schema(titles="zh")["properties"])
    assert properties["problems"]["title"] == "五、存在的主要问题及改进情况"


def test_without_titles_nothing_is_told() -> None:
    assert not [inner for inner in schemas(json_schema()) if {"title", "description"} & set(inner)]


@given(hostile_paragraphs())
def test_the_patterns_say_what_the_rules_of_text_say(text: str) -> None:
    definitions = cast("dict[str, Any]", json_schema()["$defs"])
    line, title = (
        definitions["ProseBlock"]["anyOf"][0]["pattern"],
        definitions["Subsection"]["properties"]["title"]["pattern"],
    )
    for probe in (text, f" {text}", f"{text}\u3000", f"{text}\x85", text[:1], "\u200b", ""):
        assert bool(re.search(line, probe)) == is_line(probe, edges=True)
        assert bool(re.search(title, probe)) == is_line(probe, edges=False)


def is_line(text: str, *, edges: bool) -> bool:
    try:
        check_line("", "", text, edges=edges)
    except ConstructionError:
        return False
    return True
