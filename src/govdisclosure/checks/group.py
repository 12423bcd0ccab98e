"""A body's own report against those of its parts: soft, for its own office may be counted or not."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, cast

from govdisclosure.checks.findings import Finding, Findings
from govdisclosure.checks.rule import Case, Hit, Rule, Saying
from govdisclosure.checks.severity import Severity
from govdisclosure.model.report import Report
from govdisclosure.paths import Path

__all__ = ["GROUP_RULES", "check_group"]

_CODE: Final = "ARI012"


def check_group(parent: Report, children: Mapping[str, Report] | Iterable[Report]) -> Findings:
    """Compare the tables of a body with the sums of the bodies below it. All findings are notes.

    Args:
        parent: the report of the government.
        children: the reports of its bodies; a mapping gives their names, otherwise those of their issuers are told.

    Returns:
        A note for each figure that differs, with the sum and the number of bodies in it, and one for each table that
        bodies lack, with their names.

    Example:
        >>> from govdisclosure.testing.samples import sample
        >>> town = sample()
        >>> whole = check_group(town, [town])
        >>> len(whole), len(check_group(town, [town, town])) > 0
        (0, True)
    """
    named: Mapping[str, Report] = (
        cast("Mapping[str, Report]", children)  # isinstance tells nothing of what it holds
        if isinstance(children, Mapping)
        else {f"{n} {one.issuer or ''}".strip(): one for n, one in enumerate(children, 1)}
    )
    case = Case(parent)
    found = [
        Finding(
            _CODE,
            Severity.NOTE,
            hit.path,
            parent,
            expected=hit.expected,
            actual=hit.actual,
            facts=tuple(hit.facts.items()),
            variant=hit.variant,
        )
        for hit in _differences(case, named)
    ]
    return Findings(tuple(found))


def _differences(case: Case, children: Mapping[str, Report]) -> Iterator[Hit]:
    for section, table in case.tables:
        here = {name: child for name, child in children.items() if type(getattr(child, section).table) is type(table)}
        lacking = [name for name in children if name not in here]
        if lacking:
            facts: dict[str, str | int] = {"bodies": "、".join(lacking), "count": len(lacking)}
            yield Hit(Path((section, "table")), facts=facts, variant="missing")
        if here:
            yield from _sums(case, section, here)


def _sums(case: Case, section: str, children: Mapping[str, Report]) -> Iterator[Hit]:
    for cell in case.cells:
        is_mine = cell.path.parts[0] == section and cell.label.holds == "count"
        if not is_mine or (section == "applications" and cell.path.parts[-1] != "total"):
            continue
        values = {name: child.at(cell.path) for name, child in children.items()}
        blank = [name for name, value in values.items() if not isinstance(value, int)]
        total = sum(value for value in values.values() if isinstance(value, int))
        if isinstance(cell.value, int) and cell.value != total:
            facts: dict[str, str | int] = {"count": len(values) - len(blank), "bodies": "、".join(blank) or "0"}
            yield Hit(cell.path, expected=total, actual=cell.value, facts=facts, variant="blank" if blank else "")


def _alone(_: Case) -> Iterator[Saying]:
    """A report alone has no parts to compare it with."""
    yield from ()


GROUP_RULES: Final = (Rule(_CODE, Severity.NOTE, (), "previous", _alone),)
"""The rules of this module, for lists and pages: they need more than one report."""
