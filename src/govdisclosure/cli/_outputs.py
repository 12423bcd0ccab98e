"""Where what is read is written: a place of its own for each source, and never the place of a source."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, TypeAlias
from unicodedata import normalize

from govdisclosure.files import replace_file, write, writes
from govdisclosure.formats.registry import FORMATS, WritableFormat
from govdisclosure.reading import Reading

__all__ = ["KINDS", "Kind", "converted", "overwritten", "planned", "write_reading"]

Kind: TypeAlias = WritableFormat | Literal["reading"]
"""What a reading is turned into: the report in a format, or the reading itself, as JSON with its notes and places."""

KINDS: Final = (*(one.name for one in FORMATS.values() if one.is_written), "reading")
"""Every kind by name."""


def converted(reading: Reading, kind: Kind) -> str:
    """Return a reading as text.

    Raises:
        CarryError: the format cannot carry the report.
    """
    return reading.to_json(indent=2) + "\n" if kind == "reading" else writes(reading.report, kind)


def write_reading(reading: Reading, kind: Kind, target: Path) -> None:
    """Write a reading to a file, which is replaced whole or left as it was; its folders are made.

    Raises:
        CarryError: the format cannot carry the report.
        OSError: the file cannot be written.
    """
    if kind != "reading":
        target.parent.mkdir(parents=True, exist_ok=True)
        write(reading.report, target, kind)
        return
    data = converted(reading, kind).encode()
    target.parent.mkdir(parents=True, exist_ok=True)
    replace_file(target, data)


def planned(sources: Iterable[Path], given: Iterable[Path], folder: Path, kind: Kind) -> dict[Path, Path]:
    """Say where each source is written: at its own path below what all the given files and folders lie in.

    The ending is that of the format. Sources that differ only in their endings keep them: ``a.html.json`` and
    ``a.docx.json``.

    Example:
        >>> plan = planned(
        ...     [Path("x/1.html"), Path("y/1.html")], [Path("x/1.html"), Path("y/1.html")], Path("o"), "json"
        ... )
        >>> [target.as_posix() for target in plan.values()]
        ['o/x/1.json', 'o/y/1.json']
    """
    suffix = ".json" if kind == "reading" else FORMATS[kind].suffixes[0]
    below = _places_below(list(sources), [path if path.is_dir() else path.parent for path in given])
    short = {source: place.with_suffix(suffix) for source, place in below.items()}
    full = {source: place.with_name(place.name + suffix) for source, place in below.items()}
    chosen = dict(short)
    while longer := [source for source in _clashing(chosen) if chosen[source] != full[source]]:
        chosen |= {source: full[source] for source in longer}
    return {source: folder / place for source, place in chosen.items()}


def overwritten(plan: Mapping[Path, Path]) -> Path | None:
    """Return a source that would be overwritten, if there is one."""
    sources = {_identity(source): source for source in plan if source.exists()}
    targets = (target for target in plan.values() if target.exists())
    return next((sources[one] for one in map(_identity, targets) if one in sources), None)


def _places_below(sources: Sequence[Path], given: Sequence[Path]) -> dict[Path, Path]:
    try:
        common = os.path.commonpath([_absolute(folder) for folder in given])
    except ValueError:  # two drives of Windows have nothing in common
        return {source: _with_drive(_absolute(source)) for source in sources}
    return {source: _absolute(source).relative_to(common) for source in sources}


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 (a ".." is taken out, a link is kept)


def _with_drive(path: Path) -> Path:
    return Path(path.drive.strip(":\\/").replace("\\", "_"), *path.parts[1:])


def _clashing(places: Mapping[Path, Path]) -> list[Path]:
    """Two places are one where the file system ignores the case, or how an accent is written."""
    keys = {source: normalize("NFC", str(place)).casefold() for source, place in places.items()}
    number = Counter(keys.values())
    return [source for source, key in keys.items() if number[key] > 1]


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
