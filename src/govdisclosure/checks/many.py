"""Checking many files: each where it is read, by this process or by an executor, in order and as it goes."""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.checks.check import check
from govdisclosure.checks.findings import Findings
from govdisclosure.checks.settings import Settings, settings_of
from govdisclosure.checks.suppression import Suppression, suppressed
from govdisclosure.errors import GovDisclosureError, LimitError, MissingExtraError, ReadError, StructureError
from govdisclosure.files import read
from govdisclosure.folders import each_file, read_files
from govdisclosure.model.report import Report

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = ["Checked", "check_files", "issuers_of"]


@frozen
class Checked:
    """What checking one file gave: findings, or the error that says why it could not be read.

    Args:
        source: the file.
        report: what was read; ``None`` where it could not be.
        findings: what the rules say of it.
        error: why it could not be read.
        format: in which it was read.

    Example:
        >>> Checked(Path("青山镇.docx"), findings=Findings()).findings.verdict
        'passes'
    """

    source: Path
    report: Report | None = None
    findings: Findings = Findings()
    error: GovDisclosureError | None = None
    format: str = ""


def check_files(
    paths: Iterable[str | os.PathLike[str]],
    *,
    previous: str | os.PathLike[str] | Mapping[str, Path] | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    term_lists: Iterable[str | os.PathLike[str]] = (),
    suppress: Iterable[Suppression] = (),
    use_settings: bool = True,
    executor: "Executor | None" = None,
) -> Iterator[Checked]:
    """Read and check files in the order given, each as soon as it is done; no more than a few are held at a time.

    Args:
        paths: the files; :func:`~govdisclosure.folders.files_in` gives those of a folder.
        previous: last year's report of all of them, or files by the names of their issuers, as
            :func:`issuers_of` gives them.
        select: as :func:`~govdisclosure.checks.check.check`, as is the next.
        ignore: likewise.
        term_lists: files with further lists of terms.
        suppress: likewise; a suppression may name files.
        use_settings: whether ``govdisclosure.toml`` and ``pyproject.toml`` above a file have a say.
        executor: what reads and checks, such as a ``ProcessPoolExecutor``; without one this process does.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> from govdisclosure.testing.samples import sample
        >>> from govdisclosure import write
        >>> with TemporaryDirectory() as folder:
        ...     write(sample(2024), Path(folder, "青山镇.txt"))
        ...     [one.findings.verdict for one in check_files([Path(folder, "青山镇.txt")])]
        ['passes']
    """
    work = partial(
        _checked,
        previous=Path(previous) if isinstance(previous, str | os.PathLike) else previous or {},
        mine=Settings(tuple(select), tuple(ignore), tuple(map(Path, term_lists)), tuple(suppress)),
        use_settings=use_settings,
    )
    return each_file(paths, work, executor=executor)


def issuers_of(paths: Iterable[str | os.PathLike[str]], *, executor: "Executor | None" = None) -> dict[str, Path]:
    """Return files by the names of the issuers of the reports in them; those that cannot be read are left out.

    Example:
        >>> issuers_of(["no_such_file.html"])
        {}
    """
    return {
        outcome.reading.report.issuer: outcome.source
        for outcome in read_files(paths, executor=executor)
        if outcome.reading is not None and outcome.reading.report.issuer
    }


def _checked(source: Path, *, previous: Path | Mapping[str, Path], mine: Settings, use_settings: bool) -> Checked:
    try:
        reading = read(source)
        before = previous if isinstance(previous, Path) else previous.get(reading.report.issuer or "")
        last = None if before is None else read(before)
        theirs = settings_of(source) if use_settings else Settings()
        findings = check(
            reading,
            previous=last,
            select=mine.select or theirs.select,
            ignore=(*theirs.ignore, *mine.ignore),
            term_lists=(*theirs.term_lists, *mine.term_lists),
        )
        findings = suppressed(findings, (*theirs.suppress, *mine.suppress), source)
        form = reading.provenance.format if reading.provenance is not None else ""
        return Checked(source, reading.report, findings, format=form)
    except (ReadError, StructureError, LimitError, MissingExtraError) as error:
        # Its frames and its causes hold the whole file in memory; what comes from another process has none either.
        error.__cause__ = error.__context__ = None
        return Checked(source, error=error.with_traceback(None))
