"""What turns a report into plain dictionaries: one cattrs converter, made when it is first needed."""

import datetime
from collections.abc import Callable
from functools import cache, partial
from types import NoneType
from typing import Any, Literal, NewType, get_args, get_origin

from attrs import has
from cattrs import Converter
from cattrs.fns import identity
from cattrs.gen import make_dict_unstructure_fn, override

from govdisclosure.interchange._rules import attributes, types_of
from govdisclosure.model.cells import Money

__all__ = ["written"]


def written(value: object) -> dict[str, object]:
    """Return a report, or a part of one, as plain dictionaries and lists in the order of the model."""
    plain: dict[str, object] = _converter().unstructure(value)
    return plain


@cache
def _converter() -> Converter:
    made = Converter()
    made.register_unstructure_hook(datetime.date, datetime.date.isoformat)
    made.register_unstructure_hook_func(lambda kind: kind is Money, _money)
    made.register_unstructure_hook_factory(_is_model, partial(_object, made))
    return made


def _money(money: Money) -> dict[str, str]:
    return {"amount": format(money.amount, "f"), "unit": money.unit}


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and has(kind) and kind is not Money


def _object(made: Converter, kind: type) -> Callable[[object], dict[str, object]]:
    hooks = {a.name: override(unstruct_hook=_field(made, types_of(kind)[a.name])) for a in attributes(kind)}
    make: Any = make_dict_unstructure_fn  # its signature cannot tell the names of fields from those of options
    hook: Callable[[object], dict[str, object]] = make(kind, made, **hooks)
    return hook


def _field(made: Converter, kind: object) -> Callable[[object], object]:
    if _is_plain(kind):
        return identity  # cattrs writes such a field out in the dictionary that it builds: no call, twice as fast
    if get_origin(kind) is tuple:
        return lambda items: _array(made, items)
    if _is_model(kind):
        return made.get_unstructure_hook(kind)
    return lambda value: value if value is None else made.unstructure(value)


def _array(made: Converter, items: Any) -> list[object]:
    return [
        item if type(item) is str else _array(made, item) if type(item) is tuple else made.unstructure(item)
        for item in items
    ]


def _is_plain(kind: object) -> bool:
    """Tell whether a field holds nothing but text, numbers, truth values and ``None``, which JSON has as well."""
    if isinstance(kind, NewType):
        kind = kind.__supertype__
    if kind in (str, int, bool, NoneType) or get_origin(kind) is Literal:
        return True
    return get_origin(kind) is not tuple and bool(get_args(kind)) and all(map(_is_plain, get_args(kind)))
