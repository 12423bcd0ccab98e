"""Reading many files: those of a folder, or a list, one after the other or by an executor, in order and as it goes."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from pickle import HIGHEST_PROTOCOL, dumps, loads
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, TypeVar

from attrs import field, frozen

from govdisclosure.errors import (
    ConstructionError,
    FormatError,
    GovDisclosureError,
    LimitError,
    MissingExtraError,
    ReadError,
    StructureError,
)
from govdisclosure.files import read
from govdisclosure.formats.registry import FORMATS, FormatName, format_by_name
from govdisclosure.model.report import Report
from govdisclosure.reading import Reading

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

__all__ = ["OnError", "Outcome", "each_file", "files_in", "read_files", "read_folder"]

T = TypeVar("T")

OnError: TypeAlias = Literal["collect", "raise"]
"""What becomes of a file that cannot be read: its error is given in its turn, or raised there."""

# Endings of files that are known and not read, or only by way of a converter: each is told of, none is passed over.
_OTHER_SUFFIXES: Final = frozenset({".doc", ".odt", ".ofd", ".rtf", ".wps"})
_PAGE_SUFFIXES: Final = (".html", ".htm", ".shtml", ".xhtml")
_SAVED_WITH_A_PAGE: Final = ("_files", ".files")

_LARGEST_BATCH: Final = 50  # one file at a time costs more in sending than the small ones cost in reading


@frozen
class Outcome:
    """What reading one file gave: a reading, or the error that says why there is none.

    Args:
        source: the file.
        reading: what was read; ``None`` where it could not be.
        error: why not; ``None`` where it was read.

    Example:
        >>> outcome = Outcome(Path("a.txt"), error=ReadError("empty", source="a.txt"))
        >>> outcome.reading is None, outcome.error.code
        (True, 'empty')
    """

    source: Path
    reading: Reading | None = field(default=None, repr=lambda reading: repr(reading and reading.report))
    error: GovDisclosureError | None = None


def read_folder(
    path: str | os.PathLike[str],
    *,
    on_error: OnError = "collect",
    executor: "Executor | None" = None,
    pattern: str | None = None,
    recursive: bool = True,
    format: FormatName | None = None,
    year: int | None = None,
    issuer: str | None = None,
    convert: Literal["libreoffice"] | None = None,
    batches_ahead: int | None = None,
) -> Iterator[Outcome]:
    """Read the reports of a folder, in the order of their paths, each as soon as it is read.

    Args:
        path: the folder; :func:`files_in` says which of its files are read.
        on_error: ``"collect"`` gives the error of a file that cannot be read and goes on; ``"raise"`` raises it.
        executor: what reads, such as a ``ProcessPoolExecutor``; without one this process does. The order is the same.
        pattern: the names of the files to read, such as ``"*.html"``; by default those of every known ending.
        recursive: whether the folders in the folder are read too.
        format: the format of every file, as :func:`~govdisclosure.files.read`; so are the next three.
        year: the year of every report.
        issuer: the organ of every report.
        convert: what may convert old files.
        batches_ahead: how many batches of up to 50 files are read ahead by the executor, which bounds the memory; by
            default two for each processor.

    Raises:
        ReadError: there is no such folder; with ``on_error="raise"``, also what :func:`~govdisclosure.files.read`
            raises, as do the other errors of reading.
        ConstructionError: an argument that no report can have.
        FormatError: ``format`` or ``convert`` is not known.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> from govdisclosure import write
        >>> with TemporaryDirectory() as folder:
        ...     write(Report(issuer="青山镇人民政府", year=2024, other_matters="无。"), Path(folder, "青山镇.txt"))
        ...     Path(folder, "绿水县.txt").touch()
        ...     for outcome in read_folder(folder):
        ...         print(outcome.source.name, outcome.error.code if outcome.error else outcome.reading.report)
        绿水县.txt empty
        青山镇.txt <Report 青山镇人民政府 2024: 1 of 6 sections, 0 of 0 cells filled>
    """
    return read_files(
        files_in(path, pattern=pattern, recursive=recursive),
        on_error=on_error,
        executor=executor,
        format=format,
        year=year,
        issuer=issuer,
        convert=convert,
        batches_ahead=batches_ahead,
    )


def read_files(
    paths: Iterable[str | os.PathLike[str]],
    *,
    on_error: OnError = "collect",
    executor: "Executor | None" = None,
    format: FormatName | None = None,
    year: int | None = None,
    issuer: str | None = None,
    convert: Literal["libreoffice"] | None = None,
    batches_ahead: int | None = None,
) -> Iterator[Outcome]:
    """Read files in the order given, whatever their endings; otherwise as :func:`read_folder`.

    Example:
        >>> [outcome.error.code for outcome in read_files(["no_such_file.html"]) if outcome.error]
        ['missing_file']
    """
    _check_arguments(on_error, format, year, issuer, convert, batches_ahead)
    read_one = partial(read, format=format, year=year, issuer=issuer, convert=convert)
    outcomes = each_file(paths, partial(_outcome, read_one=read_one), executor=executor, batches_ahead=batches_ahead)
    return _until_error(outcomes) if on_error == "raise" else outcomes


def each_file(
    paths: Iterable[str | os.PathLike[str]],
    work: Callable[[Path], T],
    *,
    executor: "Executor | None" = None,
    batches_ahead: int | None = None,
) -> Iterator[T]:
    """Do the same work on many files, and give what comes of it in the order of the files, as it goes.

    Args:
        paths: the files.
        work: what to do with one; for a process pool, a function that can be pickled.
        executor: what does it; without one this process does.
        batches_ahead: how many batches of up to 50 files are handed to the executor ahead; by default two for each
            processor.

    Example:
        >>> list(each_file(["a.html", "b.pdf"], str))
        ['a.html', 'b.pdf']
    """
    sources = map(Path, paths)
    if executor is None:
        return map(work, sources)
    return _in_batches(sources, executor, work, batches_ahead or 2 * (os.cpu_count() or 1))


def files_in(path: str | os.PathLike[str], *, pattern: str | None = None, recursive: bool = True) -> Iterator[Path]:
    """Yield the files of a folder that may be reports, in the order of their paths.

    Those are the files whose ending is that of a format, or of one that is known and not read (``.doc``, ``.wps``,
    ``.ofd``); with a ``pattern``, those that it matches (as ``PurePath.match`` does), whatever their ending. Left out
    are hidden files and folders, the locks of open documents (``~$…``), and what a browser keeps beside a saved page
    (``page_files``). A link to a file is followed, a link to a folder is not: no loop of links has an end.

    Raises:
        ReadError: there is no such folder.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     for name in ("b.html", "a.pdf", "style.css"):
        ...         Path(folder, name).touch()
        ...     [file.name for file in files_in(folder)], [file.name for file in files_in(folder, pattern="*.css")]
        (['a.pdf', 'b.html'], ['style.css'])
    """
    folder = Path(path)
    if not folder.is_dir():
        raise ReadError("not_a_folder" if folder.exists() else "missing_file", source=str(folder))
    return _walk(folder, pattern, recursive)


def _walk(root: Path, pattern: str | None, recursive: bool) -> Iterator[Path]:
    waiting = [(root, True)]  # the next one last; no recursion: folders may lie deeper than calls can
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path
            continue
        try:
            waiting.extend(reversed([*_taken(path, root, pattern, recursive)]))
        except OSError:
            yield path  # to read it is to say why it cannot be opened


def _taken(folder: Path, root: Path, pattern: str | None, recursive: bool) -> Iterator[tuple[Path, bool]]:
    """Give what is taken of a folder by name, and whether it is a folder itself."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    names = {entry.name for entry in entries}
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith((".", "~$")) or entry.name == "__MACOSX":
            continue
        if entry.is_dir(follow_symlinks=False):
            if recursive and not _is_part_of_a_page(entry.name, names):
                yield path, True
        elif _is_file(entry) and _is_wanted(path.relative_to(root), pattern):
            yield path, False


def _is_part_of_a_page(name: str, beside: set[str]) -> bool:
    return any(
        name.endswith(mark) and name.removesuffix(mark) + suffix in beside
        for mark in _SAVED_WITH_A_PAGE
        for suffix in _PAGE_SUFFIXES
    )


def _is_file(entry: "os.DirEntry[str]") -> bool:
    """No pipe and no device: they have no end. A link that leads nowhere is taken, for reading tells of it."""
    try:
        return entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
    except OSError:  # a link to itself
        return True


def _is_wanted(path: Path, pattern: str | None) -> bool:
    if pattern is not None:
        return path.match(pattern)
    return format_by_name(path.name) is not None or path.suffix.lower() in _OTHER_SUFFIXES


def _check_arguments(
    on_error: str, format: str | None, year: int | None, issuer: str | None, convert: str | None, ahead: int | None
) -> None:
    """Refuse at once what would otherwise fail at every file."""
    Report(issuer=issuer, year=year)
    if format is not None and format not in FORMATS:
        raise FormatError("unknown_format", format=str(format)[:40], formats=", ".join(FORMATS))
    if convert not in {None, "libreoffice"}:
        raise FormatError("unknown_converter", converter=str(convert)[:40])
    if on_error not in {"collect", "raise"}:
        raise ConstructionError(
            "no_such_choice", argument="on_error", value=repr(on_error)[:40], choices="collect, raise"
        )
    if ahead is not None and ahead < 1:
        raise ConstructionError("no_batches", value=ahead)


def _outcome(source: Path, read_one: Callable[[Path], Reading]) -> Outcome:
    try:
        return Outcome(source, reading=read_one(source))
    except (ReadError, StructureError, LimitError, MissingExtraError) as error:
        # Its frames and its causes hold the whole file in memory; what comes from another process has none either.
        error.__cause__ = error.__context__ = None
        return Outcome(source, error=error.with_traceback(None))


def _until_error(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    for outcome in outcomes:
        if outcome.error is not None:
            raise outcome.error
        yield outcome


def _in_batches(sources: Iterator[Path], executor: "Executor", work: Callable[[Path], T], ahead: int) -> Iterator[T]:
    """Keep ``ahead`` batches with the executor, and give what comes of them in the order in which they went out."""
    waiting: deque[Future[list[bytes]]] = deque()
    try:
        for batch in _batches(sources, ahead):
            waiting.append(executor.submit(_worked, batch, work))
            if len(waiting) == ahead:
                yield from map(loads, waiting.popleft().result())  # from our own helper
        while waiting:
            yield from map(loads, waiting.popleft().result())  # from our own helper
    finally:
        for future in waiting:
            future.cancel()


def _batches(sources: Iterator[Path], ahead: int) -> Iterator[list[Path]]:
    """The first batches are small, so that a few files are shared out too and the first outcome comes soon."""
    number = 0
    while batch := list(islice(sources, min(_LARGEST_BATCH, 2 ** min(number // ahead, 9)))):
        yield batch
        number += 1


def _worked(sources: list[Path], work: Callable[[Path], object]) -> list[bytes]:
    """Work, and pack each result at once: many readings held as objects cost the garbage collector a quarter more."""
    return [dumps(work(source), HIGHEST_PROTOCOL) for source in sources]
