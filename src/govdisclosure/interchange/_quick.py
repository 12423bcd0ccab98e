"""The quick way between reports and JSON: msgspec checks the shape, the constructors of the model check the rules.

msgspec writes the fields of a slotted class in alphabetical order and stops at the first fault. So each class of the
model has a mirror here, a Struct made from its fields: the order is the model's, and what a mirror refuses goes the
detailed way. Nothing is decided here: ``None`` says that the other way must tell.
"""

import datetime
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, NewType, Union, cast, get_args, get_origin

import msgspec
from attrs import frozen, has
from cattrs import BaseValidationError
from msgspec import Meta

from govdisclosure.errors import ConstructionError
from govdisclosure.interchange._calling import Calling, Turn, calling
from govdisclosure.interchange._detailed import amount, block, day
from govdisclosure.interchange._rules import edition_of, table_kinds, types_of
from govdisclosure.interchange._writer import written as plain
from govdisclosure.interchange.migrate import VERSION, VERSION_KEY
from govdisclosure.model.cells import Printed
from govdisclosure.model.label import labelled
from govdisclosure.model.prose import MAX_DEPTH, ProseBlock, Subsection
from govdisclosure.model.report import Report
from govdisclosure.model.sections import TableSection
from govdisclosure.model.statutory import StatutoryTable

__all__ = ["from_plain", "from_text", "to_text"]

_TEXT: Final = frozenset({str})


@frozen
class _Shape:
    """How a field stands in a mirror. ``make`` leads to the model, ``show`` from it; ``None`` where both are the same.

    ``written`` is ``show`` as it may be written into that of a larger mirror.
    """

    expected: Any
    make: Turn | None = None
    show: Turn | None = None
    written: Calling | None = None
    may_be_empty: bool = False


def to_text(report: Report) -> bytes:
    """Return the compact JSON of a report."""
    return msgspec.json.encode(_shown()(report))


def from_text(text: bytes) -> Report | None:
    """Return the report of a JSON text as :func:`to_text` writes it, spaces and line breaks aside."""
    try:
        mirror = _decoder().decode(text)
        again = msgspec.json.encode(mirror)
        # msgspec keeps the last of two equal keys; a text that comes back the same had none.
        if again == text or again == msgspec.json.format(text, indent=-1):
            return _made(mirror)
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    return None


def from_plain(data: dict[str, object]) -> Report | None:
    """Return the report of a dictionary without the version."""
    try:
        return _made(msgspec.convert(data, _report().expected))
    except (msgspec.ValidationError, UnicodeEncodeError):
        return None


def _made(mirror: object) -> Report | None:
    try:
        return cast("Report", _turn(_report().make, mirror))
    except (ConstructionError, BaseValidationError):
        return None


def _turn(turn: Turn | None, value: object) -> object:
    return value if turn is None else turn(value)


@cache
def _report() -> _Shape:
    return _mirror(Report, 0, VERSION_KEY, VERSION)


@cache
def _shown() -> Turn:
    return cast("Turn", _report().show)  # the mirror of a class has one


@cache
def _decoder() -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(_report().expected)


def _mirror(kind: Any, depth: int, tag_field: str | None = None, tag: str | None = None) -> _Shape:
    """Mirror a class of the model, which stands ``depth`` subsections deep; a tag is a first key with a fixed word."""
    owner: type = get_origin(kind) or kind
    shapes = {name: _shape(expected, depth) for name, expected in types_of(owner).items() if name != tag_field}
    if owner is TableSection:
        shapes["table"] = _table(table_kinds(kind))
    mirror = msgspec.defstruct(
        owner.__name__,
        [(name, shape.expected) for name, shape in shapes.items()],
        forbid_unknown_fields=True,
        frozen=True,
        gc=False,
        tag_field=tag_field,
        tag=tag,
    )
    makes = {name: shape.make for name, shape in shapes.items()}
    is_row = bool(labelled(owner)) and not any(makes.values())
    spared = [name for name, shape in shapes.items() if shape.may_be_empty]
    make = calling(owner, makes, keywords=not is_row, spared=spared).run
    if is_row:
        make = _known_rows(make, mirror(*[0] * len(shapes)), mirror(*[None] * len(shapes)))
    shows = {name: shape.written or shape.show for name, shape in shapes.items()}
    written = calling(mirror, shows, spared=spared)
    return _Shape(mirror, make, written.run, written)


def _known_rows(make: Turn, zeros: object, blanks: object) -> Turn:
    """Most of the 28 rows of plain cells in a report are all zero or all blank: make those once."""
    zero, blank = make(zeros), make(blanks)
    return lambda row: zero if row == zeros else blank if row == blanks else make(row)


def _shape(kind: Any, depth: int) -> _Shape:
    if kind is datetime.date:
        return _Shape(Any, day, datetime.date.isoformat)
    if kind is Decimal:
        return _Shape(Any, amount, lambda value: format(value, "f"))
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
    if item == ProseBlock:
        return _Shape(tuple[str | dict[str, Any], ...], _made_blocks, _shown_blocks, may_be_empty=True)
    if item is Subsection and depth == MAX_DEPTH:  # what stands deeper is a fault
        return _Shape(Annotated[tuple[Any, ...], Meta(max_length=0)])
    shape = _shape(item, depth)
    items: Any = tuple.__class_getitem__((shape.expected, ...))
    return _Shape(items, _each(shape.make), _each(shape.show), may_be_empty=True)


def _each(turn: Turn | None) -> Turn | None:
    return None if turn is None else lambda items: tuple([turn(item) for item in items])


def _made_blocks(items: tuple[object, ...]) -> tuple[object, ...]:
    if dict not in map(type, items):
        return items
    return tuple([item if type(item) is str else block(item) for item in items])


def _shown_blocks(items: tuple[object, ...]) -> tuple[object, ...]:
    if _TEXT.issuperset(map(type, items)):
        return items
    return tuple([item if type(item) is str else plain(item) for item in items])


def _union(members: tuple[Any, ...], depth: int) -> _Shape:
    if all(get_origin(member) is Literal for member in members):
        return _Shape(str)  # the constructor knows the words
    shapes = [_shape(member, depth) for member in members]
    expected: Any = _either(*(shape.expected for shape in shapes))
    if any(shape.expected is Any for shape in shapes):
        expected = Any
    turned = [shape for shape in shapes if shape.make or shape.show]
    if not turned:
        return _Shape(expected)
    (one,) = turned  # the others are text or nothing
    return _Shape(expected, _unless(members, one.make), _unless(members, one.show), may_be_empty=expected is not Any)


def _either(first: Any, *others: Any) -> Any:
    """Return the union of types that are known only now."""
    for other in others:
        first = first | other
    return first


def _unless(members: tuple[Any, ...], turn: Turn | None) -> Turn | None:
    """Turn what is neither text nor nothing."""
    if turn is None:
        return None
    if str in members or Printed in members:
        return lambda value: value if value is None or isinstance(value, str) else turn(value)
    return lambda value: None if value is None else turn(value)


def _table(kinds: tuple[type[StatutoryTable], ...]) -> _Shape:
    """A section's table; its edition is the tag that tells msgspec which one stands there."""
    if len(kinds) == 1:  # a tag may be left out where there is one table: let the edition be a key as any other
        return _union((kinds[0], NoneType), 0)
    shapes = {kind: _mirror(kind, 0, "edition", edition_of(kind)) for kind in kinds}
    makes = {shape.expected: shape.make for shape in shapes.values()}
    shows = {kind: shape.show for kind, shape in shapes.items()}
    expected: Any = _either(*makes, NoneType)
    return _Shape(expected, _by_class(makes), _by_class(shows), may_be_empty=True)


def _by_class(turns: dict[type, Turn | None]) -> Turn:
    known: dict[type, Turn] = {kind: turn for kind, turn in turns.items() if turn is not None}
    return lambda table: None if table is None else known[type(table)](table)
