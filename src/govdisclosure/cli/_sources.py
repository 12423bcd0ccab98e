"""The files that a person names: one by one, by a pattern, or by their folder."""

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from govdisclosure.folders import files_in

__all__ = ["sources_of", "spelled_out"]


def sources_of(files: Iterable[Path], *, pattern: str | None, recursive: bool, out: Path | None) -> Iterator[Path]:
    """Give every file once. What an earlier run wrote into a folder among the sources is none."""
    written = None if out is None else _absolute(out)
    seen: set[str] = set()
    for given in spelled_out(files):
        folder = _absolute(given)
        for file in files_in(given, pattern=pattern, recursive=recursive) if given.is_dir() else (given,):
            place = _absolute(file)
            is_written = written is not None and folder in written.parents and written in place.parents
            if str(place) not in seen and not is_written:
                seen.add(str(place))
                yield file


def spelled_out(files: Iterable[Path]) -> Iterator[Path]:
    """Some shells leave ``*.html`` to the program."""
    for file in files:
        is_pattern = has_magic(str(file)) and not file.exists()
        found = sorted(glob(str(file))) if is_pattern else []  # noqa: PTH207 (pathlib's takes no absolute pattern)
        yield from map(Path, found) if found else (file,)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 (a ".." is taken out, a link is kept)
