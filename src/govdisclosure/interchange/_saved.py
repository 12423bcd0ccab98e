"""A reading as JSON: the report as a whole file of its own, and beside it the notes, the places and the provenance."""

from collections.abc import Iterable
from typing import cast

import msgspec

from govdisclosure.document import Place
from govdisclosure.errors import PathError, StructureError
from govdisclosure.interchange._gather import shown
from govdisclosure.interchange._load import Unknown, checked_text, structured
from govdisclosure.interchange._rules import is_object
from govdisclosure.interchange.faults import Fault
from govdisclosure.interchange.migrate import VERSION, VERSION_KEY
from govdisclosure.paths import ROOT, Path
from govdisclosure.reading import Note, Provenance, Reading

__all__ = ["read_any", "read_saved", "saved"]


class _Place(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    line: int
    column: int
    address: str = ""


class _Note(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    path: str
    raw: str
    place: _Place | None
    facts: dict[str, str | int]


class _Provenance(msgspec.Struct, forbid_unknown_fields=True):
    source: str | None
    format: str
    sha256: str
    size: int
    library: str


class _Saved(msgspec.Struct, forbid_unknown_fields=True, tag_field=VERSION_KEY, tag=VERSION):
    report: dict[str, object]
    notes: list[_Note] = []
    places: dict[str, _Place] = {}
    provenance: _Provenance | None = None


def saved(reading: Reading, report: dict[str, object]) -> bytes:
    """Return the JSON text of a reading whose report is ``report`` as plain data."""
    notes = [
        _Note(note.code, str(note.path), note.raw, _shown_place(note.place), dict(note.facts)) for note in reading.notes
    ]
    places = {path: _Place(place.line, place.column, place.address) for path, place in reading.places.items()}
    origin = reading.provenance
    provenance = None
    if origin is not None:
        provenance = _Provenance(origin.source, origin.format, origin.sha256, origin.size, origin.library)
    return msgspec.json.encode(_Saved(report, notes, places, provenance))


def read_any(text: bytes) -> Reading:
    """Return the reading of a JSON text that holds a report or a saved reading."""
    data, repeated = checked_text(text)
    if is_object(data) and "report" in data:
        return _reading(data, repeated)
    report, unknown = structured(data, repeated)
    return Reading(report, tuple(_notes(unknown)))


def read_saved(text: bytes) -> Reading:
    """Return the reading of a JSON text that holds a saved one."""
    data, repeated = checked_text(text)
    if is_object(data) and "report" in data:
        return _reading(data, repeated)
    raise StructureError((Fault("missing_key", ROOT / "report") if is_object(data) else Fault("no_object", ROOT),))


def _reading(data: "dict[str, object]", repeated: list[Fault]) -> Reading:
    """All faults of the report are told at once; those of what stands beside it come one at a time."""
    try:
        report, unknown = structured(data["report"])
    except StructureError as error:
        inside = cast("tuple[Fault, ...]", error.faults)
        below = (Fault(fault.code, Path(("report", *fault.path.parts)), fault.facts) for fault in inside)
        raise StructureError((*repeated, *below)) from None
    if repeated:
        raise StructureError(tuple(repeated))
    try:
        beside = msgspec.convert(data, _Saved)
        notes = [
            Note(note.code, Path.parse(note.path), note.raw, _made_place(note.place), tuple(note.facts.items()))
            for note in beside.notes
        ]
    except (msgspec.ValidationError, PathError) as error:
        raise StructureError((Fault("bad_reading", ROOT, (("detail", str(error)),)),)) from None
    places = {path: Place(place.line, place.column, place.address) for path, place in beside.places.items()}
    origin = beside.provenance
    provenance = None
    if origin is not None:
        provenance = Provenance(origin.source, origin.format, origin.sha256, origin.size, origin.library)
    return Reading(report, (*notes, *_notes(unknown)), places, provenance)


def _notes(unknown: Unknown) -> Iterable[Note]:
    return (Note("unknown_key", path, shown(value, None)) for path, value in unknown)


def _shown_place(place: Place | None) -> _Place | None:
    return None if place is None else _Place(place.line, place.column, place.address)


def _made_place(place: _Place | None) -> Place | None:
    return None if place is None else Place(place.line, place.column, place.address)
