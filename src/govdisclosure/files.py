"""Reading and writing: the public verbs. Formats are found, limits kept and files replaced whole: here, once."""

import os
from contextlib import suppress
from functools import cache
from pathlib import Path as File
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO, Final, Literal, cast

from attrs import evolve

from govdisclosure.errors import (
    CarryError,
    ConstructionError,
    FormatError,
    LimitError,
    MissingExtraError,
    ReadError,
    StructureError,
)
from govdisclosure.formats.registry import (
    FORMATS,
    FormatName,
    WritableFormat,
    format_by_name,
    format_of,
    parser,
    renderer,
)
from govdisclosure.model.report import Report
from govdisclosure.paths import ROOT, Path, walk
from govdisclosure.reading import Provenance, Reading

if TYPE_CHECKING:
    from govdisclosure.document import Document

__all__ = ["LARGEST_SOURCE", "read", "reads", "replace_file", "write", "writes"]

LARGEST_SOURCE: Final = max(one.largest for one in FORMATS.values())
"""The largest source that is read in any format, in bytes; each format has a limit of its own."""


def read(
    source: str | os.PathLike[str] | BinaryIO,
    format: FormatName | None = None,
    *,
    year: int | None = None,
    issuer: str | None = None,
    convert: Literal["libreoffice"] | None = None,
) -> Reading:
    r"""Read a report from a file.

    Args:
        source: a path, or a file opened in binary mode.
        format: the format; by default told by the content, then by the ending of the name.
        year: the year reported on, for a source that does not tell it; one that tells another is refused.
        issuer: the organ's name, likewise; what is printed counts before it.
        convert: ``"libreoffice"`` lets that program turn a ``.doc``, ``.wps``, ``.odt`` or ``.rtf`` file into one that
            is read. It must be installed; without this argument nothing but this library touches the file.

    Raises:
        ReadError: the file is missing, empty, in no known encoding, or no such report; ``kind`` says which.
        StructureError: JSON with faults, all of them listed.
        LimitError: the source is larger, deeper or more inflated than is read.
        MissingExtraError: the library of the format is not installed; the message says how to install it.
        FormatError: ``format`` is none of :data:`FORMATS`.

    Example:
        >>> write(Report(issuer="青山镇人民政府", year=2024, overview="全年公开信息12条。"), "report.txt")
        >>> reading = read("report.txt")
        >>> reading.report.issuer, str(reading.place("overview.blocks[0]"))
        ('青山镇人民政府', '4:3')
    """
    _check_format(format)
    if convert not in {None, "libreoffice"}:
        raise FormatError("unknown_converter", converter=str(convert)[:40])
    if isinstance(source, str | os.PathLike):
        name: str | None = os.fspath(source)
        data = _load(os.fspath(source))
    else:
        name = _name_of(source)
        data = source.read(LARGEST_SOURCE + 1)
    return _read(data, format, name, year, issuer, convert)


def reads(
    data: str | bytes,
    format: FormatName | None = None,
    *,
    year: int | None = None,
    issuer: str | None = None,
    convert: Literal["libreoffice"] | None = None,
) -> Reading:
    r"""Read a report from text or bytes; otherwise as :func:`read`.

    Example:
        >>> reading = reads("# 青山镇2024年政府信息公开工作年度报告\n\n## 六、其他需要报告的事项\n\n无。\n", "markdown")
        >>> reading.report.other_matters.blocks
        ('无。',)
    """
    _check_format(format)
    if isinstance(data, str):
        try:
            data = data.encode()
        except UnicodeEncodeError as cause:
            raise ReadError("encoding", source="str", position=cause.start) from cause
    return _read(data, format, None, year, issuer, convert)


def write(report: Report, path: str | os.PathLike[str], format: WritableFormat | None = None) -> None:
    """Write a report to a file, which is replaced whole or left as it was.

    Args:
        report: the report.
        path: the file; its ending tells the format unless ``format`` does.
        format: the format.

    Raises:
        CarryError: the document would not read back equal; the message names the path.
        FormatError: no known format.
        OSError: the file cannot be written.

    Example:
        >>> write(Report.blank("青山镇人民政府", 2024), "blank.md")
        >>> read("blank.md").report == Report.blank("青山镇人民政府", 2024)
        True
    """
    chosen = format or _written_by_name(os.fspath(path))
    if chosen is None:
        raise FormatError(
            "unknown_suffix",
            source=os.fspath(path),
            formats=_written(),
        )
    replace_file(path, writes(report, chosen).encode())


def writes(report: Report, format: WritableFormat) -> str:
    """Return a report as text in ``format``.

    The document is read again before it is returned: what would not come back equal is refused, never dropped.

    Raises:
        CarryError: the document would not read back equal; the message names the path.
        FormatError: ``format`` is no format that is written.

    Example:
        >>> print(writes(Report(issuer="青山镇人民政府", year=2024, other_matters="无。"), "markdown"))
        # 青山镇人民政府2024年政府信息公开工作年度报告
        <BLANKLINE>
        ## 六、其他需要报告的事项
        <BLANKLINE>
        无。
        <BLANKLINE>
    """
    _check_format(format)
    if format == "json":
        from govdisclosure.interchange.convert import to_json

        return to_json(report, indent=2) + "\n"
    from govdisclosure.compose import compose

    render = renderer(format)
    try:
        document = compose(report)
    except ConstructionError as cause:  # a list longer than there are numbers for
        raise CarryError("cannot_carry", path=str(ROOT)) from cause
    _check_carried(report, document)
    return render(document).decode()


def replace_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Write beside the file, then put in its place: a reader sees the old file or the new one, never half of it.

    Example:
        >>> replace_file("report.txt", "青山镇".encode())
        >>> File("report.txt").read_text("utf-8")
        '青山镇'
    """
    target = File(path).resolve()
    beside = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _read(
    data: bytes, format: FormatName | None, name: str | None, year: int | None, issuer: str | None, convert: str | None
) -> Reading:
    shown = PurePath(name).name if name else "data"
    if len(data) > LARGEST_SOURCE:
        raise LimitError("too_large", source=shown, size=len(data), limit=LARGEST_SOURCE)
    if not data.strip():
        raise ReadError("empty", source=shown)
    try:
        chosen, read_from = _prepared(data, format, name, convert)
        reading = _recognized(read_from, chosen, year, issuer)
    except (ReadError, LimitError) as error:
        raise type(error)(error.code, **{**error.facts, "source": shown}) from error.__cause__
    except (FormatError, MissingExtraError, StructureError):
        raise
    except RecursionError as cause:
        raise LimitError("nested_too_deep", source=shown) from cause
    except Exception as cause:  # the promise of this edge: a reading, or one documented error
        raise ReadError("internal", source=shown, cause=f"{type(cause).__name__}: {cause}"[:200]) from cause
    return evolve(reading, provenance=_provenance(data, chosen, name))


def _prepared(
    data: bytes, format: FormatName | None, name: str | None, convert: str | None
) -> tuple[FormatName, bytes]:
    """The format and what is read: the source itself, or what a converter that was asked for made of it."""
    try:
        chosen = format or format_of(data, name)
    except ReadError as error:
        if error.kind != "old_office" or convert is None:
            raise
        from govdisclosure.formats.conversion import to_docx

        return "docx", to_docx(data)
    if len(data) > FORMATS[chosen].largest:
        raise LimitError("too_large", source="data", size=len(data), limit=FORMATS[chosen].largest)
    return chosen, data


def _recognized(data: bytes, format: FormatName, year: int | None, issuer: str | None) -> Reading:
    if format == "json":
        from govdisclosure.interchange.convert import read_json

        reading = read_json(data)
        report = reading.report
        if year is not None and report.year not in {None, year}:
            raise ReadError("other_year", source="data", printed=report.year, wanted=year)
        return evolve(reading, report=evolve(report, year=report.year or year, issuer=report.issuer or issuer))
    from govdisclosure.recognize.report import recognize

    return recognize(parser(format)(data), year=year, issuer=issuer)


def _written() -> str:
    return ", ".join(one.name for one in FORMATS.values() if one.is_written)


def _written_by_name(name: str) -> WritableFormat | None:
    """The format that a name tells; :func:`writes` refuses one that is read only."""
    return cast("WritableFormat | None", format_by_name(name))


def _check_format(format: str | None) -> None:
    if format is not None and format not in FORMATS:
        raise FormatError("unknown_format", format=str(format)[:40], formats=", ".join(FORMATS))


def _name_of(file: BinaryIO) -> str | None:
    name = getattr(file, "name", None)
    return name if isinstance(name, str) else None


def _load(path: str) -> bytes:
    shown = PurePath(path).name
    try:
        with File(path).open("rb") as file:
            return file.read(LARGEST_SOURCE + 1)
    except FileNotFoundError as cause:
        raise ReadError("missing_file", source=path) from cause
    except IsADirectoryError as cause:
        raise ReadError("is_a_folder", source=path) from cause
    except OSError as cause:
        raise ReadError("unreadable_file", source=shown, cause=str(cause)) from cause


def _provenance(data: bytes, format: str, name: str | None) -> Provenance:
    from hashlib import sha256

    shown = name and name.encode(errors="backslashreplace").decode()  # a name of bytes that are no text
    return Provenance(shown, format, sha256(data).hexdigest(), len(data), _library_version())


@cache  # the file of metadata is parsed at every question: a tenth of what reading a report costs
def _library_version() -> str:
    from importlib.metadata import version

    return version("govdisclosure")


def _check_carried(report: Report, document: "Document") -> None:
    from govdisclosure.recognize.report import recognize

    try:
        returned = recognize(document).report
    except ReadError as cause:
        raise CarryError("carries_nothing", path=str(ROOT)) from cause
    if returned != report:
        raise CarryError("cannot_carry", path=str(_first_difference(report, returned)))


def _first_difference(one: Report, other: Report) -> Path:
    there = dict(walk(other))
    return next((path for path, value in walk(one) if path not in there or there[path] != value), ROOT)
