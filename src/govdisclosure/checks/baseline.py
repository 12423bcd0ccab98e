"""What was found before: known findings are marked, never taken away."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from attrs import evolve

from govdisclosure.checks.findings import Finding, Findings
from govdisclosure.errors import ReadError
from govdisclosure.files import replace_file

__all__ = ["Baseline", "marked", "read_baseline", "write_baseline"]

Baseline = Mapping[str, frozenset[str]]
"""For each source, by its name, the fingerprints of what is known."""

_VERSION: Final = "1.0"


def marked(findings: Findings, known: Iterable[str]) -> Findings:
    """Return findings of which those with a known fingerprint are marked.

    Example:
        >>> from govdisclosure.testing.samples import sample
        >>> findings = sample(changes={"remedies.table.reconsideration.total": 4}).check()
        >>> marked(findings, [findings[0].fingerprint]).verdict
        'passes'
    """
    prints = frozenset(known)
    return evolve(findings, items=tuple(_marked(one, prints) for one in findings))


def write_baseline(path: str | os.PathLike[str], found: Mapping[str, Findings]) -> None:
    """Write the fingerprints of all findings, source by source; the file is replaced as a whole.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     write_baseline(Path(folder, "known.json"), {"青山镇.docx": Findings()})
        ...     read_baseline(Path(folder, "known.json"))
        {'青山镇.docx': frozenset()}
    """
    sources = {
        name: {one.fingerprint: f"{one.code} {one.path}".strip() for one in findings}
        for name, findings in sorted(found.items())
    }
    text = json.dumps({"govdisclosure_baseline": _VERSION, "sources": sources}, ensure_ascii=False, indent=2)
    replace_file(path, (text + "\n").encode())


def read_baseline(path: str | os.PathLike[str]) -> Baseline:
    """Read what :func:`write_baseline` wrote.

    Raises:
        ReadError: the file is no baseline.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     _ = Path(folder, "known.json").write_text("[]")
        ...     read_baseline(Path(folder, "known.json"))
        Traceback (most recent call last):
        govdisclosure.errors.ReadError: ...
    """
    try:
        data = json.loads(Path(path).read_bytes())
        return {name: frozenset(prints) for name, prints in data["sources"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ReadError("not_a_baseline", source=str(path)) from None


def _marked(finding: Finding, known: frozenset[str]) -> Finding:
    return evolve(finding, is_known=True) if finding.fingerprint in known else finding
