"""JSON text into plain data: where it breaks off, and which keys it holds twice."""

import json
import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from govdisclosure.errors import StructureError
from govdisclosure.interchange._rules import is_array, is_object
from govdisclosure.interchange.faults import Fault
from govdisclosure.paths import ROOT, Path

__all__ = ["parsed", "repeated_keys"]


def parsed(text: bytes) -> object:
    """Return the data of a JSON text.

    Raises:
        StructureError: the text is no JSON; its fault names line and column.
    """
    try:
        return msgspec.json.decode(text)
    except UnicodeDecodeError:
        raise StructureError((Fault("bad_encoding", ROOT),)) from None
    except msgspec.ValidationError:  # a number of thousands of digits
        raise StructureError((Fault("number_too_large", ROOT),)) from None
    except msgspec.DecodeError as error:
        told = re.search(r"\(byte ([0-9]+)\)", str(error))
        before = text[: int(told[1]) if told else len(text)].decode(errors="replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        raise StructureError((Fault("bad_json", ROOT, (("line", line), ("column", column))),)) from None


def repeated_keys(text: bytes) -> list[Fault]:
    """Return a fault for each key that stands twice in one object; a parser would keep one of the two in silence."""
    repeated: list[tuple[object, str]] = []

    def collected(pairs: list[tuple[str, object]]) -> dict[str, object]:
        made = dict(pairs)
        if len(made) < len(pairs):
            times = Counter(key for key, _ in pairs)
            repeated.extend((made, key) for key in made if times[key] > 1)
        return made

    # Only the keys matter: a number stays its text, however long.
    whole = json.loads(text, object_pairs_hook=collected, parse_int=str, parse_float=str)
    if not repeated:
        return []
    where = {id(item): path for path, item in _objects(whole, ROOT)}
    # An object that stands under a repeated key may be lost with it.
    return [Fault("repeated_key", where[id(owner)] / key) for owner, key in repeated if id(owner) in where]


def _objects(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    if is_object(value):
        yield path, value
        for key, item in value.items():
            yield from _objects(item, path / key)
    elif is_array(value):
        for position, item in enumerate(value):
            yield from _objects(item, path / position)
