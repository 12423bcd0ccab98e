"""YOY 跨年: this year's report beside last year's, and the part of ARI 勾稽 that needs both."""

from collections.abc import Iterator, Sequence
from typing import Final

from govdisclosure.checks._figures import figure_of, is_comparable_kind
from govdisclosure.checks._resemblance import Resemblance, resemblance
from govdisclosure.checks.issuers import same_body
from govdisclosure.checks.prose import paragraphs
from govdisclosure.checks.rule import Case, Hit, Rule, Saying, rule
from govdisclosure.checks.severity import Severity
from govdisclosure.model.label import labelled
from govdisclosure.paths import ROOT, Path

__all__ = ["RULES"]

_CARRIED_IN: Final = Path(("applications", "table", "carried_in"))
_WARN: Final = 0.8
_NOTE: Final = 0.6
_FEWEST: Final = {"overview": 5, "problems": 2, "other_matters": 5, "further_sections": 5}
_FEWEST_COUNTED: Final = 5
_TIMES: Final = 10
_LEAST: Final = 100
_MANY_TIMES: Final = 3


@rule("ARI006", severity=Severity.WARNING, looks_at="previous")
def swapped(case: Case) -> Iterator[Saying]:
    """What is new stands in the row of what was carried in, and the reverse.

    Example:
        >>> from govdisclosure.testing.samples import codes, sample
        >>> table = "applications.table"
        >>> swap = {
        ...     f"{table}.received.natural_person": 1,
        ...     f"{table}.carried_in.natural_person": 12,
        ...     f"{table}.received.legal_service": 0,
        ...     f"{table}.carried_in.legal_service": 1,
        ...     f"{table}.received.total": 1,
        ...     f"{table}.carried_in.total": 13,
        ... }
        >>> codes(swap, previous=sample(2023))
        ['ARI006']
    """
    if _is_swapped(case):
        received, carried = figure_of(case, "received"), figure_of(case, "carried_in")
        yield Hit(_CARRIED_IN / "total", expected=received, actual=carried)


@rule("YOY001", severity=Severity.WARNING, basis=("F21",), looks_at="previous")
def carried_figures_do_not_meet(case: Case) -> Iterator[Saying]:
    """What was carried in is not what was carried over a year ago; another body's report is a note.

    Example:
        >>> from govdisclosure.testing.samples import codes, sample
        >>> previous = sample(
        ...     2023, {"applications.table.carried_over.natural_person": 4, "applications.table.carried_over.total": 4}
        ... )
        >>> codes({}, previous=previous)
        ['YOY001']
    """
    if case.previous is None:
        return
    if not _is_last_year(case):
        is_other = not same_body(case.report.issuer or "", case.previous.issuer or "")
        facts: dict[str, str | int] = {"issuer": case.previous.issuer or "", "year": case.previous.year or 0}
        variant = "other_issuer" if is_other else "other_year"
        yield Hit(ROOT, facts=facts, severity=Severity.NOTE, variant=variant)
        return
    now, before = figure_of(case, "carried_in"), figure_of(case, "carried_over", last=True)
    if now is None or before is None or _is_swapped(case):
        return
    if now != before:
        yield Hit(_CARRIED_IN / "total", expected=before, actual=now)
        return
    row, last = case.report.at(_CARRIED_IN), case.previous.at("applications.table.carried_over")
    for name, _ in labelled(type(row)):
        mine, theirs = (getattr(one, name) or 0 for one in (row, last))
        if isinstance(mine, int) and isinstance(theirs, int) and mine != theirs and name != "total":
            yield Hit(_CARRIED_IN / name, expected=theirs, actual=mine)


@rule("YOY002", severity=Severity.WARNING, basis=("F21", "OGI 47"), looks_at="previous")
def text_of_last_year(case: Case) -> Iterator[Saying]:
    """A section says nearly what it said a year ago. Legal formulae, the preamble and headings do not count.

    Example:
        >>> from govdisclosure.testing.samples import codes, sample
        >>> codes({"problems": sample(2023).problems}, previous=sample(2023))
        ['YOY002']
    """
    for part, found in _resemblances(case):
        if found.count < _FEWEST[part]:
            continue
        is_whole = part == "problems" and found.share == 1
        if is_whole or found.share >= _NOTE:
            severity = None if is_whole or found.share >= _WARN else Severity.NOTE
            facts: dict[str, str | int] = {
                "share": f"{100 * found.share:.0f}%",
                "repeated": len(found.repeated),
                "count": found.count,
            }
            yield Hit(Path((part,)), facts=facts, severity=severity)


@rule("YOY003", severity=Severity.WARNING, basis=("F21",), looks_at="previous")
def table_of_last_year(case: Case) -> Iterator[Saying]:
    """A whole table is that of last year. Tables of zeros are honestly alike.

    Example:
        >>> from govdisclosure.testing.samples import codes, sample
        >>> "YOY003" in codes({"applications.table": sample(2023).applications.table}, previous=sample(2023))
        True
    """
    if case.previous is None or not _is_last_year(case):
        return
    for section, table in case.tables:
        if section == "remedies" or table != getattr(case.previous, section).table:
            continue
        counted = sum(cell.value for cell in case.cells if cell.path.parts[0] == section and type(cell.value) is int)
        if counted >= _FEWEST_COUNTED:
            yield Hit(Path((section, "table")))


@rule("YOY004", severity=Severity.NOTE, looks_at="previous")
def jump(case: Case) -> Iterator[Saying]:
    """A count is ten times last year's, or a tenth of it, and differs by a hundred at least.

    Example:
        >>> from govdisclosure.testing.samples import codes, sample
        >>> "YOY004" in codes(
        ...     {"proactive.table.licensing.decisions": 900},
        ...     previous=sample(2023, {"proactive.table.licensing.decisions": 9}),
        ... )
        True
    """
    if case.previous is None or not _is_last_year(case):
        return
    same = {section for section, table in case.tables if type(getattr(case.previous, section).table) is type(table)}
    for cell in case.cells:
        section = cell.path.parts[0]
        if section not in same or (section != "proactive" and cell.path.parts[-1] != "total"):
            continue
        now, before = cell.value, case.previous.at(cell.path)
        if isinstance(now, int) and isinstance(before, int) and cell.label.holds == "count":
            least, most = sorted((now, before))
            if least and most >= _TIMES * least and most - least >= _LEAST:
                yield Hit(cell.path, expected=before, actual=now)


@rule("YOY006", severity=Severity.NOTE, looks_at="previous")
def last_year_misquoted(case: Case) -> Iterator[Saying]:
    """A figure of last year is told otherwise than last year's table has it.

    Example:
        >>> from govdisclosure.testing.samples import codes, sample
        >>> said = "（二）依申请公开。2023年收到政府信息公开申请25件。"
        >>> codes({"overview.blocks[2]": said}, previous=sample(2023))
        ['YOY006']
    """
    if case.previous is None or not _is_last_year(case) or case.report.year is None:
        return
    for paragraph, claim in case.own_claims:
        is_last = claim.year == case.report.year - 1 or (claim.year is None and claim.relative_year == -1)
        if not is_last or claim.is_percentage or claim.is_change or claim.approximation or claim.channel:
            continue
        if claim.scope == "area" or claim.span is not None or claim.part_of is not None:
            continue
        values = [figure_of(case, one, claim.applicant, last=True) for one in claim.readings if is_comparable_kind(one)]
        if values and None not in values and len(values) == len(claim.readings) and claim.value not in values:
            yield Hit(paragraph.path, expected=values[0], actual=claim.text)


@rule("YOY007", severity=Severity.NOTE, basis=("OGI 50",), looks_at="previous")
def problem_of_last_year(case: Case) -> Iterator[Saying]:
    """A problem of last year stands there again word for word, in a section that is otherwise new.

    Example:
        >>> from govdisclosure.testing.samples import codes, sample
        >>> said = (
        ...     "工作中的短板主要是政策解读形式单一。",
        ...     "群众反映栏目更新还不够及时。",
        ...     "将加强值班和抽查，逐月通报各村更新情况。",
        ... )
        >>> codes({"problems.blocks": said}, previous=sample(2023))
        ['YOY007']
    """
    for part, found in _resemblances(case):
        if part == "problems" and found.repeated and found.share < _NOTE:
            yield Hit(Path((part,)), actual=found.repeated[0], facts={"count": len(found.repeated)})


def _is_last_year(case: Case) -> bool:
    """Whether the other report is the same body's on the year before."""
    report, previous = case.report, case.previous
    if previous is None or not same_body(report.issuer or "", previous.issuer or ""):
        return False
    return report.year is None or previous.year is None or previous.year == report.year - 1


def _is_swapped(case: Case) -> bool:
    if case.previous is None or not _is_last_year(case):
        return False
    received, carried = figure_of(case, "received"), figure_of(case, "carried_in")
    before = figure_of(case, "carried_over", last=True)
    if received is None or carried is None or before is None or carried == before:
        return False
    return received == before and carried >= _MANY_TIMES * max(1, received)


def _resemblances(case: Case) -> Iterator[tuple[str, Resemblance]]:
    if case.previous is None or not _is_last_year(case) or case.is_masked:
        return
    before: dict[str, list[str]] = {}
    for one in paragraphs(case.previous):
        before.setdefault(one.part, []).append(one.text)
    now: dict[str, list[str]] = {}
    for one in case.paragraphs:
        now.setdefault(one.part, []).append(one.text)
    for part in _FEWEST:
        if part in now and part in before and part != "further_sections":
            yield part, resemblance(now[part], before[part])


RULES: Final[Sequence[Rule]] = (
    swapped,
    carried_figures_do_not_meet,
    text_of_last_year,
    table_of_last_year,
    jump,
    last_year_misquoted,
    problem_of_last_year,
)
"""The rules of this module, in the order of their codes."""
