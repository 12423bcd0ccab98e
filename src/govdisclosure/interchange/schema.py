"""The JSON Schema of the file format, generated from the classes of the model and the labels on them.

A schema says less than :func:`~govdisclosure.interchange.convert.from_dict`: whatever the one refuses the other
refuses too, but text that reads as a figure, ragged free tables, subsections deeper than four and rules between
fields are beyond a schema.
"""

import datetime
from collections.abc import Callable
from decimal import Decimal
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, Union, cast, get_args, get_origin

from attrs import Attribute, frozen

from govdisclosure.editions import EDITIONS, SECTIONS
from govdisclosure.interchange._rules import accepts, attributes, required_keys, table_kinds, types_of
from govdisclosure.interchange.migrate import VERSION, VERSION_KEY
from govdisclosure.messages import text
from govdisclosure.model.cells import LARGEST_COUNT, Money
from govdisclosure.model.label import labelled
from govdisclosure.model.prose import FreeTable, Picture, ProseBlock
from govdisclosure.model.report import Report
from govdisclosure.model.sections import SectionName, TableSection
from govdisclosure.model.statutory import EditionName, StatutoryTable

if TYPE_CHECKING:
    from govdisclosure.model.label import Label

__all__ = ["Dialect", "Titles", "json_schema"]

Dialect: TypeAlias = Literal["2020-12", "strict"]
"""The standard dialect, or the part of it that structured output of language models and form generators takes."""

Titles: TypeAlias = Literal["zh", "en"]
"""The language of titles and descriptions."""

_Schema: TypeAlias = dict[str, object]

_CONTROL: Final = r"\u0000-\u001f\u007f-\u009f\u2028\u2029"
_SPACE: Final = r"\u0020\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN: Final = _CONTROL + _SPACE + r"\u200b\u2060\ufeff"
_LINE: Final = f"^[^{_CONTROL}]*[^{_UNSEEN}][^{_CONTROL}]*$"
_TITLE: Final = f"^(?=[^{_CONTROL}]*[^{_UNSEEN}])[^{_CONTROL}{_SPACE}]([^{_CONTROL}]*[^{_CONTROL}{_SPACE}])?$"
_PLAIN: Final[dict[object, str]] = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}
_AMOUNT: Final = r"^(0|[1-9][0-9]*)(\.[0-9]+)?$"
_CELLS: Final[dict[str, str]] = {"count": "Count", "change": "Change", "money": "MoneyCell"}
_UNITS: Final = ("", "元", "万元", "亿元")
_LOCALES: Final[dict[Titles, str]] = {"zh": "zh_Hans", "en": "en"}


@frozen
class _Asked:
    """What a schema is asked for, and the definitions that it came to need."""

    edition: EditionName | None
    strict: bool
    titles: Titles | None
    definitions: dict[str, _Schema]


def json_schema(
    edition: EditionName | None = None, dialect: Dialect = "2020-12", titles: Titles | None = None
) -> dict[str, object]:
    """Return the JSON Schema of a report, as :func:`~govdisclosure.interchange.convert.to_dict` writes it.

    Args:
        edition: allow the tables of this edition only; by default those of every edition.
        dialect: ``"2020-12"``, with the version in ``$id`` and every rule that a schema can state; or ``"strict"``:
            all properties required, nullable instead of optional, closed objects, an object as root, and no keyword
            but ``type``, ``properties``, ``required``, ``additionalProperties``, ``items``, ``enum``, ``anyOf``,
            ``$ref``, ``$defs``, ``title`` and ``description``.
        titles: with the printed labels, or their English names, as titles, and unit, meaning and legal basis as
            descriptions.

    Example:
        >>> schema = json_schema("2021", "strict")
        >>> schema["type"], schema["additionalProperties"], "Refused" in schema["$defs"]
        ('object', False, True)
        >>> json_schema()["$id"]
        'urn:govdisclosure:report:1.0'
    """
    asked = _Asked(edition, dialect == "strict", titles, {})
    root = _object(asked, Report)
    head: _Schema = {}
    if not asked.strict:
        head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:govdisclosure:report:{VERSION}"}
    return {**head, **root, "$defs": dict(sorted(asked.definitions.items()))}


def _object(asked: _Asked, kind: object) -> _Schema:
    owner = cast("type", get_origin(kind) or kind)
    labels = dict(labelled(owner))
    properties: _Schema = {}
    required = list(required_keys(owner))
    if owner is Report:
        properties[VERSION_KEY] = {"type": "string", "enum": [VERSION]}
        required.insert(0, VERSION_KEY)
    for attribute in attributes(owner):
        name = attribute.name
        expected = types_of(owner)[name]
        if owner is TableSection and name == "table":
            properties[name] = _table(asked, table_kinds(kind))
        else:
            properties[name] = _titled(asked, _field(asked, owner, attribute, expected), name, labels.get(name))
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties) if asked.strict else required,
        "additionalProperties": False,
    }


def _field(asked: _Asked, owner: type, attribute: "Attribute[object]", kind: Any) -> _Schema:
    """Return the schema of a field. Which text and which numbers its rule takes is found out by asking the rule."""
    label = dict(labelled(owner)).get(attribute.name)
    if label is not None and label.holds != "row":
        return _defined(asked, _CELLS[label.holds], lambda: _cell(asked, label.holds))
    if kind is str:
        return {"type": "string", **_text_rule(asked, owner, attribute)}
    if kind is int:
        return {"type": "integer", **_number_rule(asked, owner, attribute)}
    words = _words(kind)
    if words:
        return {"type": "string", "enum": words}
    if get_origin(kind) in (Union, UnionType) and NoneType in get_args(kind):
        (some,) = (member for member in get_args(kind) if member is not NoneType)
        return _or_null(_field(asked, owner, attribute, some))
    if get_origin(kind) is TableSection:
        return _defined(asked, f"{attribute.name.title()}Section", lambda: _object(asked, kind))
    return _value(asked, kind)


def _value(asked: _Asked, kind: Any) -> _Schema:
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _value(asked, get_args(kind)[0])}
    if kind == ProseBlock:
        return _defined(asked, "ProseBlock", lambda: _block(asked))
    if kind is datetime.date:
        return {"type": "string"} if asked.strict else {"type": "string", "format": "date"}
    if kind is Decimal:
        return {"type": "string"} if asked.strict else {"type": "string", "pattern": _AMOUNT, "maxLength": 40}
    return _defined(asked, str(kind.__name__), lambda: _object(asked, kind))


def _block(asked: _Asked) -> _Schema:
    paragraph: _Schema = {"type": "string"} if asked.strict else {"type": "string", "pattern": _LINE}
    return {"anyOf": [paragraph, _value(asked, FreeTable), _value(asked, Picture)]}


def _cell(asked: _Asked, holds: str) -> _Schema:
    printed: _Schema = {"type": "string"} if asked.strict else {"type": "string", "pattern": _TITLE}
    figure: _Schema = {"type": "integer"}
    if holds == "money":
        figure = _value(asked, Money)
    elif not asked.strict:
        figure |= {"minimum": 0 if holds == "count" else -LARGEST_COUNT, "maximum": LARGEST_COUNT}
    told: _Schema = {"description": text(f"schema.{holds}", _LOCALES[asked.titles])} if asked.titles else {}
    return {**told, "anyOf": [figure, printed, {"type": "null"}]}


def _table(asked: _Asked, kinds: tuple[type[StatutoryTable], ...]) -> _Schema:
    """Return the schema of a section's table: that of the edition asked for, where its form has one of its own."""
    due = set(EDITIONS[asked.edition].tables.values()) if asked.edition else set(kinds)
    return {"anyOf": [*(_value(asked, kind) for kind in kinds if kind in due), {"type": "null"}]}


def _defined(asked: _Asked, name: str, make: Callable[[], _Schema]) -> _Schema:
    if name not in asked.definitions:
        asked.definitions[name] = {}  # a subsection holds subsections
        asked.definitions[name] = make()
    return {"$ref": f"#/$defs/{name}"}


def _or_null(schema: _Schema) -> _Schema:
    if isinstance(schema.get("type"), str) and "enum" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _words(kind: Any) -> list[str]:
    """Return the words of which a field holds one; nothing for any other field."""
    members = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    if not all(get_origin(member) is Literal for member in members):
        return []
    return [word for member in members for word in get_args(member)]


def _text_rule(asked: _Asked, owner: type, attribute: "Attribute[object]") -> _Schema:
    takes_blank, takes_edges, takes_breaks, takes_any = (
        accepts(owner, attribute, probe) for probe in ("", " x", "x\nx", "x")
    )
    if not takes_any:  # the unit of a sum: one of a few words
        return {"enum": [unit for unit in _UNITS if accepts(owner, attribute, unit)]}
    if asked.strict or takes_breaks:
        return {}
    pattern = _LINE if takes_edges else _TITLE
    return {"pattern": f"^$|{pattern}" if takes_blank else pattern}


def _number_rule(asked: _Asked, owner: type, attribute: "Attribute[object]") -> _Schema:
    taken = [number for number in range(-1, 3000) if accepts(owner, attribute, number)]
    if asked.strict or taken[0] < 0:
        return {}
    return {"minimum": taken[0], "maximum": taken[-1]}


def _titled(asked: _Asked, schema: _Schema, name: str, label: "Label | None") -> _Schema:
    """Add title and description; the strict dialect takes nothing beside a reference."""
    words = _label_words(asked.titles, label) if label else _section_words(asked.titles, name)
    if not words:
        return schema
    return {**words, "anyOf": [schema]} if asked.strict and "$ref" in schema else {**words, **schema}


def _section_words(titles: Titles | None, name: str) -> _Schema:
    form = SECTIONS.get(cast("SectionName", name))  # a field of another name has no form
    return {"title": form.number + form.title} if titles == "zh" and form else {}


def _label_words(titles: Titles | None, label: "Label") -> _Schema:
    if titles is None:
        return {}
    locale = _LOCALES[titles]
    parts = [
        " / ".join(label.under),
        label.meaning[list(_LOCALES).index(titles)],
        text("schema.unit", locale, unit=label.unit) if label.unit else "",
        text("schema.basis", locale, basis=label.basis) if label.basis else "",
    ]
    told: _Schema = {"title": label.printed if titles == "zh" else label.english}
    description = ("；" if titles == "zh" else "; ").join(part for part in parts if part)
    return {**told, "description": description} if description else told
