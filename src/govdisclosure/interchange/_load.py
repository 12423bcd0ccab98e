"""From JSON text or plain data to a report, or to all faults: the version first, then the quick way, then the other."""

from typing import TypeAlias, cast

from cattrs import BaseValidationError

from govdisclosure.errors import ConstructionError, LimitError, StructureError
from govdisclosure.interchange._detailed import structured as structured_in_detail
from govdisclosure.interchange._gather import faults_of, in_source_order, value_at
from govdisclosure.interchange._quick import from_plain, from_text
from govdisclosure.interchange._rules import is_array, is_object
from govdisclosure.interchange._text import parsed, repeated_keys
from govdisclosure.interchange.faults import Fault
from govdisclosure.interchange.migrate import VERSION, VERSION_KEY, migrated, parse_version
from govdisclosure.model.report import Report
from govdisclosure.paths import ROOT, Path

__all__ = ["Unknown", "checked_text", "load", "structured"]

Unknown: TypeAlias = tuple[tuple[Path, object], ...]
"""The keys of a newer minor version that are not known here, with their values."""


def load(text: bytes) -> tuple[Report, Unknown]:
    """Return the report of a JSON text, and the keys that were not read."""
    try:
        report = from_text(text)
    except RecursionError as cause:
        raise _too_deep() from cause
    return structured(*checked_text(text)) if report is None else (report, ())


def checked_text(text: bytes) -> tuple[object, list[Fault]]:
    """Return the data of a JSON text, and a fault for each key that stands twice in one object."""
    try:
        return parsed(text), repeated_keys(text)
    except RecursionError as cause:
        raise _too_deep() from cause


def structured(data: object, faults: "list[Fault] | tuple[()]" = ()) -> tuple[Report, Unknown]:
    """Return the report of plain data, and the keys that were not read; ``faults`` are those known already."""
    try:
        return _structured(data, list(faults))
    except RecursionError as cause:
        raise _too_deep() from cause


def _structured(data: object, faults: list[Fault]) -> tuple[Report, Unknown]:
    body, is_newer = _opened(data, faults)
    report = None if faults else from_plain(body)
    unread: list[Path] = []
    if report is None:
        report, found = _in_detail(body)
        if is_newer:
            unread = [fault.path for fault in found if fault.code == "unknown_key"]
            if unread:
                report, found = _in_detail(_without(body, unread))
        faults += found
    if report is None or faults:
        raise StructureError(in_source_order(faults, data))
    return report, tuple((path, value_at(path, body)) for path in unread)


def _opened(data: object, faults: list[Fault]) -> tuple[dict[str, object], bool]:
    """Return the data without the version, in the form of the present one; tell whether a newer one wrote it."""
    if not is_object(data):
        raise StructureError((Fault("no_object", ROOT),))
    body = {key: value for key, value in data.items() if key != VERSION_KEY}
    version, present = parse_version(data.get(VERSION_KEY)), parse_version(VERSION)
    path = ROOT / VERSION_KEY
    if version is None or present is None:
        faults.append(Fault("bad_version" if VERSION_KEY in data else "missing_key", path, (("known", VERSION),)))
        return body, False
    if version[0] > present[0]:
        raise StructureError((Fault("newer_version", path, (("known", VERSION),)),))
    old = migrated(body, version[0])
    if old is None:
        raise StructureError((Fault("bad_version", path, (("known", VERSION),)),))
    return old, version > present


def _in_detail(body: dict[str, object]) -> tuple[Report | None, list[Fault]]:
    try:
        return structured_in_detail(body), []
    except (BaseValidationError, ConstructionError) as error:
        return None, faults_of(error, body)


def _without(data: object, paths: list[Path], here: Path = ROOT) -> dict[str, object]:
    """Return a copy of ``data`` without the keys at ``paths``."""
    left_out = set(paths)

    def copied(value: object, path: Path) -> object:
        if is_object(value):
            below = {key: path / str(key) for key in value}
            return {key: copied(value[key], below[key]) for key in value if below[key] not in left_out}
        if is_array(value):
            return [copied(item, path / position) for position, item in enumerate(value)]
        return value

    return cast("dict[str, object]", copied(data, here))  # a mapping stays one


def _too_deep() -> LimitError:
    return LimitError("nested_too_deep", source="JSON")
