"""What somebody decided not to be told of again, each with the reason."""

from collections.abc import Iterable
from pathlib import PurePath

from attrs import Attribute, evolve, field, frozen

from govdisclosure.checks.findings import Finding, Findings
from govdisclosure.errors import ConstructionError

__all__ = ["Suppression", "suppressed"]


def _is_given(_: object, attribute: "Attribute[str]", value: str) -> None:
    if not value.strip():
        raise ConstructionError("suppression_needs", field=attribute.name)


@frozen(kw_only=True)
class Suppression:
    """Findings to be set aside, and why. Nothing is set aside without a reason.

    Args:
        code: the code of a rule, or its first letters.
        reason: why, for whoever reads it next.
        path: the part of the report that is meant, with all below it; by default the whole.
        files: the names of the files that are meant, such as ``"2024/*.html"``; by default all.

    Raises:
        ConstructionError: the code or the reason is blank.

    Example:
        >>> Suppression(code="TXT009", reason="排版空格，已与承办单位核对").code
        'TXT009'
    """

    code: str = field(validator=_is_given)
    reason: str = field(validator=_is_given)
    path: str = ""
    files: str = ""

    def covers(self, finding: Finding, source: PurePath | None = None) -> bool:
        """Tell whether ``finding``, of the file ``source``, is meant.

        Example:
            >>> from govdisclosure.testing.samples import sample
            >>> finding = sample(changes={"remedies.table.reconsideration.total": 4}).check()[0]
            >>> Suppression(code="ARI", path="remedies", reason="已更正，待重新发布").covers(finding)
            True
        """
        if not finding.code.startswith(self.code):
            return False
        if self.files and (source is None or not source.match(self.files)):
            return False
        here = str(finding.path)
        return not self.path or here == self.path or here.startswith((f"{self.path}.", f"{self.path}["))


def suppressed(findings: Findings, suppressions: Iterable[Suppression], source: PurePath | None = None) -> Findings:
    """Return findings of which those that somebody set aside stand apart, each with the reason.

    Example:
        >>> from govdisclosure.testing.samples import sample
        >>> findings = sample(changes={"remedies.table.reconsideration.total": 4}).check()
        >>> apart = suppressed(findings, [Suppression(code="ARI004", reason="已更正，待重新发布")])
        >>> apart.verdict, len(apart), apart.suppressed[0].reason
        ('passes', 0, '已更正，待重新发布')
    """
    asides = tuple(suppressions)
    kept: list[Finding] = []
    apart: list[Finding] = list(findings.suppressed)
    for one in findings.items:
        reason = next((aside.reason for aside in asides if aside.covers(one, source)), None)
        (kept if reason is None else apart).append(one if reason is None else evolve(one, reason=reason))
    return evolve(findings, items=tuple(kept), suppressed=tuple(apart))
