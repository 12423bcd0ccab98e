"""Reports as JSON and back. ``from_…`` is the exact inverse of ``to_…``; all faults are told at once.

JSON carries every report. The first key is the version of the file format, then every field stands by its name in the
order of the model, every cell of a table among them, ``null`` where it is blank.
"""

from typing import cast
from warnings import warn

import msgspec

from govdisclosure.errors import StructureError
from govdisclosure.interchange._load import Unknown, load, structured
from govdisclosure.interchange._quick import to_text
from govdisclosure.interchange._saved import read_any, read_saved, saved
from govdisclosure.interchange._writer import written as plain
from govdisclosure.interchange.faults import Fault, UnknownKeysWarning
from govdisclosure.interchange.migrate import VERSION, VERSION_KEY
from govdisclosure.messages import text
from govdisclosure.model.report import Report
from govdisclosure.paths import ROOT
from govdisclosure.reading import Reading

__all__ = [
    "from_dict",
    "from_json",
    "read_json",
    "reading_from_json",
    "reading_to_json",
    "to_dict",
    "to_json",
    "try_from_dict",
]


def to_dict(report: Report) -> dict[str, object]:
    """Return a report as plain data: dictionaries, lists, text, whole numbers, ``None``.

    Example:
        >>> data = to_dict(Report.blank("青山镇人民政府", 2024))
        >>> list(data)[:4]
        ['govdisclosure', 'issuer', 'year', 'title']
    """
    return {VERSION_KEY: VERSION, **plain(report)}


def to_json(report: Report, *, indent: int | None = None) -> str:
    """Return a report as JSON text, on one line or indented by ``indent`` spaces.

    Example:
        >>> to_json(Report(issuer="青山镇人民政府", year=2024))[:53]
        '{"govdisclosure":"1.0","issuer":"青山镇人民政府","year":2024'
    """
    written = to_text(report)
    return written.decode() if indent is None else _indented(written, indent)


def from_dict(data: object) -> Report:
    """Return the report of plain data, such as :func:`to_dict` gives.

    Keys outside the tables may be left out where the model has a default; the title may not, nor any cell.

    Raises:
        StructureError: ``data`` is no report; ``faults`` lists all that is wrong, each with its path.
        LimitError: ``data`` is nested without end.

    Warns:
        UnknownKeysWarning: a newer minor version wrote ``data``, with keys that are not known here.

    Example:
        >>> from_dict({"govdisclosure": "1.0", "issuer": "青山镇人民政府", "year": 2024, "title": None}).year
        2024
    """
    return _warned(*structured(data))


def from_json(data: str | bytes) -> Report:
    """Return the report of a JSON text, such as :func:`to_json` gives. A key that stands twice is a fault, too.

    Raises:
        StructureError: ``data`` is no report; ``faults`` lists all that is wrong, each with its path.
        LimitError: ``data`` is nested without end.

    Warns:
        UnknownKeysWarning: a newer minor version wrote ``data``, with keys that are not known here.

    Example:
        >>> report = Report.blank("青山镇人民政府", 2024)
        >>> from_json(to_json(report)) == report
        True
    """
    return _warned(*load(_bytes(data)))


def try_from_dict(data: object) -> Report | tuple[Fault, ...]:
    """Return the report of plain data, or all its faults in the order of the data.

    Example:
        >>> faults = try_from_dict({"govdisclosure": "1.0", "issuer": None, "title": None, "yaer": 2024})
        >>> [(fault.code, str(fault.path)) for fault in faults]
        [('unknown_key', 'yaer'), ('missing_key', 'year')]
    """
    try:
        return from_dict(data)
    except StructureError as error:
        return cast("tuple[Fault, ...]", error.faults)  # errors.py cannot name a class of this room


def read_json(data: str | bytes) -> Reading:
    """Return the reading of a JSON text: a report, or a saved reading.

    Where a newer minor version wrote it, each key that is not known here is a note with the raw JSON of its value.

    Raises:
        StructureError: ``data`` is neither; ``faults`` lists all that is wrong, each with its path.
        LimitError: ``data`` is nested without end.

    Example:
        >>> read_json(to_json(Report.blank("青山镇人民政府", 2024))).notes
        ()
    """
    return read_any(_bytes(data))


def reading_to_json(reading: Reading, *, indent: int | None = None) -> str:
    """Return a reading as JSON text: the report, the notes, the places and the provenance.

    Example:
        >>> from govdisclosure.reading import Reading
        >>> reading_to_json(Reading(Report(issuer="青山镇人民政府", year=2024)))[:62]
        '{"govdisclosure":"1.0","report":{"govdisclosure":"1.0","issuer'
    """
    written = saved(reading, to_dict(reading.report))
    return written.decode() if indent is None else _indented(written, indent)


def reading_from_json(data: str | bytes) -> Reading:
    """Return the reading that :func:`reading_to_json` wrote; places and provenance come back as well.

    Raises:
        StructureError: ``data`` is no saved reading; ``faults`` lists all that is wrong, each with its path.
        LimitError: ``data`` is nested without end.

    Example:
        >>> from govdisclosure.paths import Path
        >>> from govdisclosure.reading import Note, Reading
        >>> reading = Reading(Report(issuer="青山镇人民政府", year=2024), (Note("no_title", Path()),))
        >>> reading_from_json(reading_to_json(reading)) == reading
        True
    """
    return read_saved(_bytes(data))


def _bytes(data: str | bytes) -> bytes:
    if isinstance(data, bytes):
        return data[3:] if data.startswith(b"\xef\xbb\xbf") else data
    try:
        return data.removeprefix("\ufeff").encode()
    except UnicodeEncodeError:
        raise StructureError((Fault("bad_encoding", ROOT),)) from None


def _indented(written: bytes, indent: int) -> str:
    return msgspec.json.format(written, indent=indent).decode()


def _warned(report: Report, unknown: Unknown) -> Report:
    """Nothing is left out in silence, even where there is no place for notes."""
    if unknown:
        keys = ", ".join(str(path) for path, _ in unknown)
        warn(text("warning.unknown_keys", version=VERSION, keys=keys), UnknownKeysWarning, stacklevel=3)
    return report
