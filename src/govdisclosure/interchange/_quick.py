"""The quick way between reports and JSON: msgspec checks the shape, the constructors of the model check the rules.

msgspec writes the fields of a slotted class in alphabetical order and stops at the first fault. So each class of the
model has a mirror here, a Struct made from its fields: the order is the model's, and what a mirror refuses goes the
detailed way. Nothing is decided here: ``None`` says that the other way must tell.
"""

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache
from types import UnionType
from typing import Annotated, Any, Final, Literal, NewType, TypeAlias, Union, cast, get_args, get_origin

import msgspec
from attrs import frozen, has
from cattrs import BaseValidationError
from msgspec import Meta
from msgspec.structs import astuple

from govdisclosure.errors import ConstructionError
from govdisclosure.interchange._detailed import amount, block, day
from govdisclosure.interchange._rules import edition_of, table_kinds, types_of
from govdisclosure.interchange.migrate import VERSION, VERSION_KEY
from govdisclosure.model.cells import Printed
from govdisclosure.model.label import labelled
from govdisclosure.model.prose import MAX_DEPTH, Block, Subsection
from govdisclosure.model.report import Report, TableSection
from govdisclosure.model.statutory import StatutoryTable

__all__ = ["from_plain", "from_text", "to_text"]

Make: TypeAlias = Callable[[Any], object]
"""What makes a value of the model from its mirror."""

_EXPONENT: Final = re.compile(rb'"amount":"[0-9.]*E')


@frozen
class _Shape:
    """What msgspec expects for a field, and how its value is made; without ``make`` it is taken as it is."""

    expected: Any
    make: Make | None = None


def to_text(report: Report) -> bytes | None:
    """Return the compact JSON of a report; ``None`` where it holds a free table, a picture or an odd decimal."""
    try:
        text = msgspec.json.encode(msgspec.convert(report, _report().expected, from_attributes=True))
    except msgspec.ValidationError:
        return None
    # str() gives some decimals an exponent (0.0000001), which is not how they are printed.
    return None if b"E" in text and _EXPONENT.search(text) else text


def from_text(text: bytes) -> Report | None:
    """Return the report of a JSON text as :func:`to_text` writes it, spaces and line breaks aside."""
    shape, decoder = _report(), _decoder()
    try:
        mirror = decoder.decode(text)
        written = msgspec.json.encode(mirror)
        # msgspec keeps the last of two equal keys; a text that comes back the same had none.
        if written == text or written == msgspec.json.format(text, indent=-1):
            return _made(shape, mirror)
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    return None


def from_plain(data: dict[str, object]) -> Report | None:
    """Return the report of a dictionary without the version."""
    shape = _report()
    try:
        return _made(shape, msgspec.convert({**data, VERSION_KEY: VERSION}, shape.expected))
    except (msgspec.ValidationError, UnicodeEncodeError):
        return None


def _made(shape: _Shape, mirror: object) -> Report | None:
    assert shape.make is not None
    try:
        return cast("Report", shape.make(mirror))
    except (ConstructionError, BaseValidationError):
        return None


@cache
def _report() -> _Shape:
    return _mirror(Report, 0)


@cache
def _decoder() -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(_report().expected)


def _mirror(kind: Any, depth: int, tag: str | None = None) -> _Shape:
    """Mirror a class of the model, which stands ``depth`` subsections deep."""
    owner: type = get_origin(kind) or kind
    shapes = {name: _shape(expected, depth) for name, expected in types_of(owner).items() if not tag or name != "edition"}
    if owner is TableSection:
        shapes["table"] = _table(table_kinds(kind))
    fields: list[tuple[str, Any] | tuple[str, Any, Any]] = [(name, shape.expected) for name, shape in shapes.items()]
    if owner is Report:
        fields.insert(0, (VERSION_KEY, Literal[VERSION], VERSION))
    made = msgspec.defstruct(
        owner.__name__, fields, kw_only=True, forbid_unknown_fields=True, frozen=True, gc=False, tag_field=tag and "edition", tag=tag
    )
    return _Shape(made, _maker(owner, {name: shape.make for name, shape in shapes.items()}))


def _maker(owner: type, makes: dict[str, Make | None]) -> Make:
    active = {name: make for name, make in makes.items() if make is not None}
    if labelled(owner) and not active:
        # Rows of plain cells: 28 stand in a report, most of them all zero or all blank. Equal ones are one object.
        return lru_cache(256)(lambda mirror: owner(*astuple(mirror)))
    names = tuple(makes)

    def make(mirror: Any) -> object:
        values = dict(zip(names, astuple(mirror), strict=True))
        for name, make_field in active.items():
            values[name] = make_field(values[name])
        return owner(**values)

    return make


def _shape(kind: Any, depth: int) -> _Shape:
    if kind is datetime.date:
        return _Shape(Any, day)
    if kind is Decimal:
        return _Shape(Any, amount)
    if kind == Block:
        return _Shape(str | dict[str, Any], lambda value: value if type(value) is str else block(value))
    if kind is Subsection and depth == MAX_DEPTH:
        return _Shape(Any, None)
    if isinstance(kind, NewType):
        return _Shape(kind.__supertype__)
    if get_origin(kind) is tuple:
        return _array(get_args(kind)[0], depth)
    if get_origin(kind) in (Union, UnionType):
        return _union(get_args(kind), depth)
    if has(get_origin(kind) or kind):
        return _mirror(kind, depth + (kind is Subsection))
    return _Shape(kind)


def _array(item: Any, depth: int) -> _Shape:
    if item is Subsection and depth == MAX_DEPTH:  # what stands deeper is a fault
        return _Shape(Annotated[tuple[Any, ...], Meta(max_length=0)])
    shape = _shape(item, depth)
    make = shape.make
    if make is None:
        return _Shape(tuple[shape.expected, ...])
    return _Shape(tuple[shape.expected, ...], lambda items: tuple([make(item) for item in items]))


def _union(members: tuple[Any, ...], depth: int) -> _Shape:
    if all(get_origin(member) is Literal for member in members):
        return _Shape(str)  # the constructor knows the words
    shapes = [_shape(member, depth) for member in members]
    makes = [shape.make for shape in shapes if shape.make is not None]
    expected = Any if any(shape.expected is Any for shape in shapes) else Union[tuple(s.expected for s in shapes)]  # noqa: UP007
    if not makes:
        return _Shape(expected)
    (make,) = makes
    plain = (str, type(None)) if str in members or Printed in members else (type(None),)
    return _Shape(expected, lambda value: value if isinstance(value, plain) else make(value))


def _table(kinds: tuple[type[StatutoryTable], ...]) -> _Shape:
    """A section's table; its edition is the tag that tells msgspec which one stands there."""
    if len(kinds) == 1:  # a tag may be left out where there is one table: let the edition be a key as any other
        return _union((kinds[0], type(None)), 0)
    shapes = [_mirror(kind, 0, edition_of(kind)) for kind in kinds]
    makes = {shape.expected: shape.make for shape in shapes}
    expected = Union[(*makes, None)]  # noqa: UP007
    return _Shape(expected, lambda table: table if table is None else makes[type(table)](table))
