"""The rules of the file format as hooks of a cattrs converter that gathers all faults, each with its place.

Each field is checked for itself by the rule that stands on it in the model; the rules that hold between fields are
the constructor's, and come into play once every field is right.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal
from functools import cache, partial
from types import UnionType
from typing import Any, Final, Literal, TypeAlias, Union, cast, get_args, get_origin

from attrs import NOTHING, Attribute, has
from cattrs import ClassValidationError, Converter, IterableValidationError
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from govdisclosure.errors import ConstructionError
from govdisclosure.interchange._rules import (
    attributes,
    check,
    edition_of,
    is_array,
    is_object,
    required_keys,
    table_kinds,
    types_of,
)
from govdisclosure.model.cells import Change, Count, ExtraRow, Money, MoneyCell, read_change, read_count, read_money
from govdisclosure.model.checking import check_line
from govdisclosure.model.label import labelled
from govdisclosure.model.prose import FreeTable, Picture, ProseBlock
from govdisclosure.model.report import Report
from govdisclosure.model.sections import TableSection
from govdisclosure.model.statutory import StatutoryTable

__all__ = ["amount", "block", "day", "structured"]

Hook: TypeAlias = Callable[[object, object], object]
"""What makes a value of the model from JSON; cattrs gives the type as the second argument."""

_AMOUNT: Final = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_JSON_NAMES: Final = {str: "string", int: "integer", bool: "true, false"}
_READ: Final[dict[str, Callable[[str], object]]] = {"count": read_count, "change": read_change, "money": read_money}
_FAULTS: Final = (ConstructionError, ClassValidationError, IterableValidationError)


def structured(data: object) -> Report:
    """Return the report of ``data``, which holds no version.

    Raises:
        ClassValidationError: the group of all faults.
        ConstructionError: ``data`` is no object.
    """
    return _converter().structure(data, Report)


def block(value: object) -> object:
    """Return a block of a section: a paragraph, a free table or a picture.

    Raises:
        ClassValidationError: the group of all faults.
        ConstructionError: ``value`` is none of them.
    """
    if isinstance(value, str):
        check_line("Section", "blocks", value)
        return value
    if not is_object(value):
        raise _wrong("string, object")
    for kind, key in ((FreeTable, "rows"), (Picture, "reference")):
        if key in value:
            return _converter().structure(value, kind)
    raise ConstructionError("unknown_block")


def amount(value: object) -> Decimal:
    """Return an amount of money, written as a string with the decimals that are printed.

    Raises:
        ConstructionError: ``value`` is no such string.
    """
    if not (isinstance(value, str) and _AMOUNT.fullmatch(value)):
        raise ConstructionError("bad_amount")
    return Decimal(value)


def day(value: object) -> datetime.date:
    """Return a day written as 2025-01-20.

    Raises:
        ConstructionError: ``value`` is no such day.
    """
    if isinstance(value, str) and _DAY.fullmatch(value):
        with suppress(ValueError):
            return datetime.date.fromisoformat(value)
    raise ConstructionError("bad_date")


@cache
def _converter() -> Converter:
    made = Converter(forbid_extra_keys=True)
    for kind, name in _JSON_NAMES.items():
        made.register_structure_hook(kind, _plain(kind, name))
    made.register_structure_hook(Decimal, lambda value, _: amount(value))
    made.register_structure_hook(datetime.date, lambda value, _: day(value))
    # Cells and words go as they are to the rule of their field.
    made.register_structure_hook_func(lambda kind: kind in (Count, Change) or _is_word(kind), lambda value, _: value)
    made.register_structure_hook_func(lambda kind: kind == MoneyCell, lambda value, _: _money_cell(made, value))
    made.register_structure_hook_func(lambda kind: kind == ProseBlock, lambda value, _: block(value))
    made.register_structure_hook_factory(_is_array, partial(_array, made))
    made.register_structure_hook_factory(_is_model, partial(_object, made))
    return made


def _is_array(kind: object) -> bool:
    return cast("object", get_origin(kind)) is tuple


def _is_model(kind: object) -> bool:
    kind = get_origin(kind) or kind
    return isinstance(kind, type) and has(kind)


def _is_word(kind: object) -> bool:
    """Tell whether a field holds one of a few words."""
    members = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    return all(get_origin(member) is Literal for member in members)


def _plain(kind: type, name: str) -> Hook:
    def structure(value: object, _: object) -> object:
        if type(value) is not kind:  # nothing is converted: "3" is no integer, and true is none
            raise _wrong(name)
        return value

    return structure


def _money_cell(made: Converter, value: object) -> object:
    if is_object(value):
        return made.structure(value, Money)
    if value is not None and not isinstance(value, str):
        raise ConstructionError("bare_amount")
    return value


def _array(made: Converter, kind: object) -> Hook:
    item_kind = get_args(kind)[0]

    def structure(value: object, _: object) -> object:
        hook = made.get_structure_hook(item_kind)  # not before: a subsection holds subsections
        return _gathered(value, lambda item: hook(item, item_kind))

    return structure


def _gathered(items: object, make: Callable[[object], object]) -> tuple[object, ...]:
    if not is_array(items):
        raise _wrong("array")
    made: list[object] = []
    errors: list[Exception] = []
    for position, item in enumerate(items):
        try:
            made.append(make(item))
        except _FAULTS as error:
            error.add_note(IterableValidationNote(f"item {position}", position, object))
            errors.append(error)
    if errors:
        raise _group(IterableValidationError, errors, tuple)
    return tuple(made)


def _object(made: Converter, kind: object) -> Hook:
    """Make the hook of a class; its fields follow from their types, save where a class checks only itself as a whole.

    There a rule of one field would hide the faults of another.
    """
    owner = cast("type", get_origin(kind) or kind)
    special: dict[str, Hook] = {}
    if owner is TableSection:
        special["table"] = _table(made, table_kinds(kind))
    if owner is ExtraRow:
        special["cells"] = lambda value, _: _gathered(value, lambda item: _line(item, blank=True))
    if owner is Picture:
        special["reference"] = lambda value, _: _line(value)
    hooks = {
        a.name: _checked(owner, a, special.get(a.name) or made.get_structure_hook(types_of(owner)[a.name]))
        for a in attributes(owner)
    }
    return _whole(made, kind, owner, hooks)


def _whole(made: Converter, kind: object, owner: type, hooks: Mapping[str, Hook]) -> Hook:
    make: Any = make_dict_structure_fn  # its signature cannot tell the names of fields from those of options
    inner: Hook = make(kind, made, **{name: override(struct_hook=hook) for name, hook in hooks.items()})
    order = {name: place for place, name in enumerate(hooks)}
    # cattrs itself tells of a missing key where there is no default.
    required = [a.name for a in attributes(owner) if a.name in required_keys(owner) and a.default is not NOTHING]

    def structure(value: object, _: object) -> object:
        if not is_object(value):
            raise _wrong("object")
        missing: list[Exception] = [_noted(KeyError(name), name) for name in required if name not in value]
        try:
            result = inner(value, owner)
        except ClassValidationError as group:
            errors = sorted([*missing, *group.exceptions], key=lambda error: order.get(_key(error), len(order)))
            raise _group(ClassValidationError, errors, owner) from None
        if missing:
            raise _group(ClassValidationError, missing, owner)
        return result

    return structure


def _checked(owner: type, attribute: "Attribute[object]", hook: Hook) -> Hook:
    kind = types_of(owner)[attribute.name]
    label = dict(labelled(owner)).get(attribute.name)

    def structure(value: object, _: object) -> object:
        made = hook(value, kind)
        try:
            check(owner, attribute, made)
        except ConstructionError as error:
            if error.code == "figure_as_text" and label is not None:  # the figure itself, to be shown as JSON
                raise ConstructionError("figure_as_text", meant=_READ[label.holds](str(value))) from None
            raise
        return made

    return structure


def _line(value: object, *, blank: bool = False) -> object:
    check_line("", "", value, blank=blank, edges=False)
    return value


def _table(made: Converter, kinds: tuple[type[StatutoryTable], ...]) -> Hook:
    """The key ``edition`` says which table stands in a section."""
    by_edition: dict[object, type[StatutoryTable]] = {edition_of(kind): kind for kind in kinds}

    def structure(value: object, _: object) -> object:
        if value is None:
            return None
        if not is_object(value):
            raise _wrong("object")
        name = value.get("edition")
        if isinstance(name, str) and name in by_edition:
            return made.structure(value, by_edition[name])
        unknown = ConstructionError("unknown_edition", known=", ".join(map(str, by_edition)))
        error = unknown if "edition" in value else KeyError("edition")
        raise _group(ClassValidationError, [_noted(error, "edition")], StatutoryTable)

    return structure


def _noted(error: Exception, name: str) -> Exception:
    error.add_note(AttributeValidationNote(f"key {name}", name, object))
    return error


def _key(error: Exception) -> str:
    return next(
        (note.name for note in getattr(error, "__notes__", ()) if isinstance(note, AttributeValidationNote)), ""
    )


def _group(kind: Any, errors: list[Exception], owner: type) -> Exception:
    """Make one of cattrs' groups; a type checker knows no constructor but that of Python's own."""
    group: Exception = kind(owner.__name__, errors, owner)
    return group


def _wrong(expected: str) -> ConstructionError:
    return ConstructionError("wrong_type", expected=expected)
