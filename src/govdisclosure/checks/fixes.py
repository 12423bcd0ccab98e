"""Apply what findings offer to mend: never unasked, and only what is certain."""

from collections.abc import Iterable

from govdisclosure.checks.findings import Finding
from govdisclosure.model.report import Report
from govdisclosure.paths import Path

__all__ = ["apply_fixes"]


def apply_fixes(report: Report, findings: Iterable[Finding]) -> Report:
    """Return a new report with every certain fix applied; where two would set one place otherwise, neither is.

    Example:
        >>> from govdisclosure.testing.samples import sample
        >>> wrong = sample(changes={"applications.table.granted.natural_person": 9})
        >>> apply_fixes(wrong, wrong.check()) == sample()
        True
    """
    values: dict[Path, list[object]] = {}
    for finding in findings:
        if finding.fix is not None:
            values.setdefault(finding.fix.path, []).append(finding.fix.value)
    agreed = {path: offered[0] for path, offered in values.items() if all(one == offered[0] for one in offered)}
    return report.replace(agreed) if agreed else report
