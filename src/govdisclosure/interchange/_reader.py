"""The rules of the file format as hooks of a cattrs converter, made in two tempers.

The *quick* one stops at the first fault and leaves the rules to the constructors of the model. The *detailed* one
applies them field by field and gathers all faults, each with cattrs' note of where it stands. Both share the hooks.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Final, Literal, TypeAlias, Union, get_args, get_origin

from attrs import NOTHING, Attribute, has
from cattrs import ClassValidationError, Converter, IterableValidationError
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from govdisclosure.errors import ConstructionError
from govdisclosure.interchange._rules import attributes, check, edition_of, required_keys, types_of
from govdisclosure.model.cells import Change, Count, ExtraRow, Money, MoneyCell, check_line
from govdisclosure.model.prose import Block, FreeTable, Picture
from govdisclosure.model.report import Report, TableSection
from govdisclosure.model.statutory import StatutoryTable

__all__ = ["FAULTS", "detailed", "quick"]

Hook: TypeAlias = Callable[[object, object], object]
"""What makes a value of the model from JSON; cattrs gives the type as the second argument."""

FAULTS: Final = (AttributeError, KeyError, TypeError, ValueError, ClassValidationError, IterableValidationError)
"""What the quick reader raises when it meets a fault: it looks before nothing."""

_AMOUNT: Final = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_JSON_NAMES: Final = {str: "string", int: "integer", bool: "true, false"}


def quick(data: object) -> Report:
    """Return the report, or raise one of ``FAULTS``."""
    return _structured(_converter(detailed=False), data)


def detailed(data: object) -> Report:
    """Return the report, or raise one group of all faults."""
    return _structured(_converter(detailed=True), data)


def _structured(made: Converter, data: object) -> Report:
    return made.structure(data, Report)


@cache
def _converter(*, detailed: bool) -> Converter:
    made = Converter(detailed_validation=detailed, forbid_extra_keys=True)
    for kind, name in _JSON_NAMES.items():
        made.register_structure_hook(kind, _plain(kind, name))
    made.register_structure_hook(Decimal, _amount)
    made.register_structure_hook(datetime.date, _day)
    # Cells and the few fixed words go as they are to the constructor, or to the rule of the field.
    made.register_structure_hook_func(lambda kind: kind in (Count, Change) or _is_word(kind), _same)
    made.register_structure_hook_func(lambda kind: kind == MoneyCell, _money_cell(made))
    made.register_structure_hook_func(lambda kind: kind == Block, _block(made))
    made.register_structure_hook_factory(lambda kind: get_origin(kind) is tuple, lambda kind: _array(made, kind))
    made.register_structure_hook_factory(_is_model, lambda kind: _object(made, kind))
    return made


def _is_model(kind: object) -> bool:
    kind = get_origin(kind) or kind
    return isinstance(kind, type) and has(kind)


def _is_word(kind: object) -> bool:
    members = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    return all(get_origin(member) is Literal for member in members)


def _same(value: object, _: object) -> object:
    return value


def _plain(kind: type, name: str) -> Hook:
    def structure(value: object, _: object) -> object:
        if type(value) is not kind:  # nothing is converted: "3" is no integer, and true is none
            raise _wrong(name)
        return value

    return structure


def _amount(value: object, _: object) -> Decimal:
    if not (isinstance(value, str) and _AMOUNT.fullmatch(value)):
        raise ConstructionError("bad_amount", owner="Money", field="amount", value=value)
    return Decimal(value)


def _day(value: object, _: object) -> datetime.date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        with suppress(ValueError):
            return datetime.date.fromisoformat(value)
    raise ConstructionError("bad_date", owner="SignOff", field="date", value=value)


def _money_cell(made: Converter) -> Hook:
    def structure(value: object, _: object) -> object:
        if isinstance(value, dict):
            return made.structure(value, Money)
        if value is not None and not isinstance(value, str):
            raise ConstructionError("wrong_money")
        return value

    return structure


def _block(made: Converter) -> Hook:
    def structure(value: object, _: object) -> object:
        if isinstance(value, str):
            if made.detailed_validation:
                check_line("Section", "blocks", value)
            return value
        if not isinstance(value, dict):
            raise _wrong("string, object")
        for kind, key in ((FreeTable, "rows"), (Picture, "reference")):
            if key in value:
                return made.structure(value, kind)
        raise ConstructionError("unknown_block")

    return structure


def _array(made: Converter, kind: object) -> Hook:
    item_kind = get_args(kind)[0]

    def structure(value: object, _: object) -> object:
        if not isinstance(value, list | tuple):
            raise _wrong("array")
        hook = made.get_structure_hook(item_kind)  # not before: a subsection holds subsections
        if made.detailed_validation:
            return _gathered(value, lambda item: hook(item, item_kind))
        return tuple([hook(item, item_kind) for item in value])

    return structure


def _gathered(items: "list[object] | tuple[object, ...]", make: Callable[[object], object]) -> tuple[object, ...]:
    made: list[object] = []
    errors: list[Exception] = []
    for position, item in enumerate(items):
        try:
            made.append(make(item))
        except (ConstructionError, ClassValidationError, IterableValidationError) as error:
            error.add_note(IterableValidationNote(f"item {position}", position, object))
            errors.append(error)
    if errors:
        raise IterableValidationError("array", errors, tuple)
    return tuple(made)


def _object(made: Converter, kind: object) -> Hook:
    """Make the hook of a class of the model; its fields are structured by their types, save where it says otherwise."""
    owner = get_origin(kind) or kind
    assert isinstance(owner, type)
    hooks: dict[str, Hook] = {}
    if owner is TableSection:
        (tables,) = get_args(kind)
        hooks["table"] = _table(made, get_args(tables) or (tables,))
    if owner is ExtraRow and made.detailed_validation:
        hooks["cells"] = _cells
    for name, expected in types_of(owner).items():
        if name not in hooks:
            hooks[name] = made.get_structure_hook(expected)
    return _detailed_object(made, kind, owner, hooks) if made.detailed_validation else _quick_object(owner, hooks)


def _quick_object(owner: type, hooks: Mapping[str, Hook]) -> Hook:
    kinds = types_of(owner)
    active = {name: hook for name, hook in hooks.items() if hook is not _same}
    required = frozenset(required_keys(owner))
    if not active:  # a row of plain cells, 25 of them in table 三: the constructor refuses keys that it does not know

        def row(value: "dict[str, object]", _: object) -> object:
            if len(value) != len(required):
                raise KeyError(owner.__name__)
            return owner(**value)

        return row

    def structure(value: "dict[str, object]", _: object) -> object:
        if not required <= value.keys():
            raise KeyError(owner.__name__)
        return owner(**{
            name: active[name](item, kinds[name]) if name in active else item for name, item in value.items()
        })

    return structure


def _detailed_object(made: Converter, kind: object, owner: type, hooks: Mapping[str, Hook]) -> Hook:
    kinds = types_of(owner)
    checked = {a.name: _checked(owner, a, hooks[a.name], kinds[a.name]) for a in attributes(owner)}
    inner = make_dict_structure_fn(
        kind, made, **{name: override(struct_hook=hook) for name, hook in checked.items()}
    )
    # The others are those without which attrs makes nothing: cattrs itself tells where they lack.
    optional = [a.name for a in attributes(owner) if a.default is not NOTHING]
    required = [name for name in required_keys(owner) if name in optional]

    def structure(value: object, _: object) -> object:
        if not isinstance(value, dict):
            raise _wrong("object")
        missing: list[Exception] = [_noted(KeyError(name), name) for name in required if name not in value]
        try:
            made_value = inner(value, owner)
        except ClassValidationError as group:
            raise ClassValidationError(owner.__name__, [*missing, *group.exceptions], owner) from None
        if missing:
            raise ClassValidationError(owner.__name__, missing, owner)
        return made_value

    return structure


def _checked(owner: type, attribute: "Attribute[object]", hook: Hook, kind: object) -> Hook:
    def structure(value: object, _: object) -> object:
        made = hook(value, kind)
        check(owner, attribute, made)
        return made

    return structure


def _cells(value: object, _: object) -> tuple[object, ...]:
    """Check the cells of an extra row one by one; the rule of the field would stop at the first fault."""
    if not isinstance(value, list | tuple):
        raise _wrong("array")

    def cell(item: object) -> object:
        check_line("ExtraRow", "cells", item, blank=True, edges=False)
        return item

    return _gathered(value, cell)


def _table(made: Converter, kinds: "tuple[type[StatutoryTable], ...]") -> Hook:
    """The key ``edition`` says which table stands in a section."""
    by_edition = {edition_of(kind): kind for kind in kinds}

    def structure(value: object, _: object) -> object:
        if value is None:
            return None
        if not isinstance(value, dict):
            raise _wrong("object")
        if "edition" not in value:
            raise ClassValidationError("table", [_noted(KeyError("edition"), "edition")], StatutoryTable)
        name = value["edition"]
        if not (isinstance(name, str) and name in by_edition):
            error = ConstructionError("unknown_edition", known=", ".join(by_edition))
            raise ClassValidationError("table", [_noted(error, "edition")], StatutoryTable)
        kind = by_edition[name]
        return made.get_structure_hook(kind)(value, kind)

    return structure


def _noted(error: Exception, name: str) -> Exception:
    error.add_note(AttributeValidationNote(f"key {name}", name, object))
    return error


def _wrong(expected: str) -> ConstructionError:
    return ConstructionError("wrong_type", expected=expected)
