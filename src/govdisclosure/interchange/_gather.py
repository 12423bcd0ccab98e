"""Faults out of the group of errors that cattrs raises: each with its path, in the order of the source."""

from collections.abc import Iterable, Iterator
from typing import get_origin

from attrs import has
from cattrs import BaseValidationError, ForbiddenExtraKeysError
from cattrs.errors import AttributeValidationNote, IterableValidationNote

from govdisclosure.errors import ConstructionError, PathError
from govdisclosure.interchange._rules import attributes, is_array, is_object
from govdisclosure.interchange._writer import written
from govdisclosure.interchange.faults import Fault
from govdisclosure.model.cells import Money
from govdisclosure.paths import ROOT, Path

__all__ = ["faults_of", "in_source_order", "shown", "value_at"]


def faults_of(error: Exception, data: object) -> list[Fault]:
    """Return the faults of ``data``, unordered."""
    return list(_faults(error, ROOT, data, ()))


def in_source_order(faults: Iterable[Fault], data: object) -> tuple[Fault, ...]:
    """Return each fault once, as they come when ``data`` is read; a missing key comes after those that stand."""
    indexes: dict[int, dict[str, int]] = {}
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: _position(fault.path, data, indexes)))


def value_at(path: Path, data: object) -> object:
    """Return what stands at ``path`` in plain data; ``None`` if nothing does."""
    for part in path.parts:
        if is_object(data):
            data = data.get(str(part))
        elif is_array(data) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


def shown(value: object, limit: int | None = 40) -> str:
    """Return a value as JSON writes it, shortened."""
    import json

    try:
        text = json.dumps(value, ensure_ascii=False, default=repr)
    except ValueError:  # a whole number too long to write, or data that holds itself
        text = f"({type(value).__name__})"
    return text if limit is None or len(text) <= limit else text[: limit - 1] + "…"


def _faults(error: Exception, path: Path, data: object, keys: tuple[str, ...]) -> Iterator[Fault]:
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            note = _note(inner)
            here = path if note is None else path / note
            yield from _faults(inner, here, data, _keys(error.cl))
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in error.extra_fields:
            yield Fault("unknown_key", path / str(key), (("keys", ", ".join(_keys(error.cl))),))
    elif isinstance(error, KeyError):
        yield Fault("missing_key", path)
    elif isinstance(error, ConstructionError):
        yield _fault(error, path, data, keys)
    else:
        raise error


def _fault(error: ConstructionError, path: Path, data: object, keys: tuple[str, ...]) -> Fault:
    path = _exact(path, str(error.facts.get("field", "")), keys, of_field=_note(error) is not None)
    facts = {name: fact for name, fact in error.facts.items() if name not in ("owner", "field")}
    facts["value"] = shown(value_at(path, data))
    return Fault(error.code, path, tuple((name, _told(fact)) for name, fact in sorted(facts.items())))


def _told(fact: object) -> str | int:
    if isinstance(fact, Money):
        return shown(written(fact))
    return fact if isinstance(fact, int) else str(fact)


def _exact(path: Path, told: str, keys: tuple[str, ...], *, of_field: bool) -> Path:
    """Return the path of what an error tells of: the field that it names, and maybe the position in it."""
    try:
        parts = Path.parse(told).parts
    except PathError:
        return path
    if of_field:
        return Path((*path.parts, *parts[1:])) if parts[:1] == path.parts[-1:] else path
    return Path((*path.parts, *parts)) if parts and parts[0] in keys else path


def _keys(owner: object) -> tuple[str, ...]:
    kind = get_origin(owner) or owner
    return tuple(a.name for a in attributes(kind)) if isinstance(kind, type) and has(kind) else ()


def _note(error: BaseException) -> str | int | None:
    """Return the key or the position at which an error stands in the object that holds it."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return note.name
        if isinstance(note, IterableValidationNote):
            return note.index
    return None


def _position(path: Path, data: object, indexes: dict[int, dict[str, int]]) -> tuple[int, ...]:
    place: list[int] = []
    for part in path.parts:
        if is_object(data):
            index = indexes.get(id(data))
            if index is None:
                index = indexes[id(data)] = {str(key): position for position, key in enumerate(data)}
            place.append(index.get(str(part), len(index)))
        else:
            place.append(part if isinstance(part, int) else 0)
        data = value_at(Path((part,)), data)
    return tuple(place)
