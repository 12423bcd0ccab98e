"""Rules of the file format that conversion and schema share; all of them follow from the classes of the model."""

import datetime
from decimal import Decimal
from functools import cache
from typing import Any, Final, TypeGuard, get_args

from attrs import NOTHING, Attribute, fields, resolve_types

from govdisclosure.errors import ConstructionError
from govdisclosure.model.applications import ApplicationsTable
from govdisclosure.model.label import labelled
from govdisclosure.model.proactive import ProactiveTable
from govdisclosure.model.remedies import RemediesTable
from govdisclosure.model.statutory import StatutoryTable

__all__ = [
    "accepts",
    "attributes",
    "check",
    "edition_of",
    "is_array",
    "is_object",
    "required_keys",
    "table_kinds",
    "types_of",
]


# What the model names in annotations and imports late, to be light.
_LATE: Final = {
    "ApplicationsTable": ApplicationsTable,
    "Decimal": Decimal,
    "ProactiveTable": ProactiveTable,
    "RemediesTable": RemediesTable,
    "datetime": datetime,
}


def attributes(owner: type) -> "tuple[Attribute[object], ...]":
    """Return the attrs fields of a class of the model."""
    return tuple(fields(owner))


@cache
def types_of(owner: type) -> dict[str, object]:
    """Return the resolved annotation of each field."""
    resolve_types(owner, localns=_LATE)
    return {a.name: a.type for a in attributes(owner)}


@cache
def required_keys(owner: type) -> tuple[str, ...]:
    """Return the keys that must stand in an object.

    They are those without a default, those whose default would be computed (a title that a source lacks is not made
    up), and in a statutory table its edition, every row and every cell.
    """
    required = {name for name, _ in labelled(owner)}
    required |= {"edition"} if StatutoryTable in owner.__mro__ else set()
    return tuple(a.name for a in attributes(owner) if a.name in required or _has_no_default(a.default))


def edition_of(table: type[StatutoryTable]) -> str:
    """Return the edition to which a class of tables belongs."""
    return str(next(a.default for a in attributes(table) if a.name == "edition"))


def table_kinds(section: object) -> tuple[type[StatutoryTable], ...]:
    """Return the classes of tables that may stand in a section, given its type: ``TableSection[...]``."""
    (tables,) = get_args(section)
    return get_args(tables) or (tables,)


def is_object(value: object) -> TypeGuard[dict[str, object]]:
    """Tell whether plain data is an object of JSON; a key that is no text is unknown wherever it stands."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[object] | tuple[object, ...]]:
    """Tell whether plain data is an array of JSON."""
    return isinstance(value, list | tuple)


def check(owner: type, attribute: "Attribute[object]", value: object) -> None:
    """Apply the rules of one field for itself; the class of the model states them.

    Raises:
        ConstructionError: ``value`` cannot stand in the field.
    """
    if attribute.validator is not None:
        attribute.validator(_bearer(owner), attribute, value)


def accepts(owner: type, attribute: "Attribute[object]", value: object) -> bool:
    """Tell whether ``value`` can stand in a field."""
    try:
        check(owner, attribute, value)
    except ConstructionError:
        return False
    return True


def _has_no_default(default: Any) -> bool:
    return default is NOTHING or getattr(default, "takes_self", False) is True  # a Factory that computes


@cache
def _bearer(owner: type[Any]) -> object:
    """Return an object for a rule to look at: blank where the class allows it, else without anything in it."""
    if any(a.default is NOTHING for a in attributes(owner)):
        return object.__new__(owner)
    blank: object = owner()
    return blank
