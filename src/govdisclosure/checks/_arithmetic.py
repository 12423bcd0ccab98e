"""ARI 勾稽: the sums that the form asks for, within a table and from one year to the next."""

from collections.abc import Iterator, Sequence
from typing import Final

from govdisclosure.checks.balance import Balance, culprits
from govdisclosure.checks.rule import Case, Fix, Hit, Rule, Saying, Severity, Unassessed, rule
from govdisclosure.model.proactive import ProactiveTable2019, ProactiveTable2021
from govdisclosure.model.sums import Identity, leaf_rows
from govdisclosure.paths import ROOT, Path, get

__all__ = ["RULES"]

_TABLES: Final = {name: ROOT / name / "table" for name in ("proactive", "applications", "remedies")}
_FORMS: Final = ("F19", "F21")
_UNITS: Final = 9  # two digits that changed places differ by a multiple of it


@rule("ARI001", severity=Severity.ERROR, basis=_FORMS, looks_at="applications")
def received_and_handled_differ(case: Case) -> Iterator[Saying]:
    """In a column, what was received and carried in is not what was handled and carried over.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"applications.table.received.natural_person": 13, "applications.table.received.total": 13})
        ['ARI001', 'ARI001']
        >>> codes({})
        []
    """
    yield from _failing(case, "applications", "I1")


@rule("ARI002", severity=Severity.ERROR, basis=_FORMS, looks_at="applications")
def outcomes_do_not_add_up(case: Case) -> Iterator[Saying]:
    """In a column, the outcomes do not come to the total handled.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"applications.table.granted.natural_person": 9, "applications.table.granted.total": 9})
        ['ARI002', 'ARI002']
    """
    yield from _failing(case, "applications", "I2")


@rule("ARI003", severity=Severity.ERROR, basis=_FORMS, looks_at="applications")
def applicants_do_not_add_up(case: Case) -> Iterator[Saying]:
    """In a row, the applicants do not come to the row's total.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"applications.table.carried_over.total": 1})
        ['ARI001', 'ARI003']
    """
    yield from _failing(case, "applications", "I3")


@rule("ARI004", severity=Severity.ERROR, basis=_FORMS, looks_at="remedies")
def remedies_do_not_add_up(case: Case) -> Iterator[Saying]:
    """In a group, the results do not come to the group's total.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"remedies.table.reconsideration.total": 4})
        ['ARI004']
    """
    for one in _judged(case, "remedies", "I4"):
        if isinstance(one, Unassessed):
            yield one
        elif one.standing == "fails":
            fix = Fix(_TABLES["remedies"] / one.total.parts[0] / one.total.parts[1], one.parts, is_certain=False)
            yield Hit(fix.path, expected=one.parts, actual=one.totals, fixes=(fix,))


@rule("ARI007", severity=Severity.NOTE, basis=("F21",), looks_at="report")
def total_left_blank(case: Case) -> Iterator[Saying]:
    """A 总计 is blank while what it sums up is not.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"remedies.table.reconsideration.total": None})
        ['ARI007']
    """
    for section in ("applications", "remedies"):
        seen: set[Path] = set()
        for one in case.balances.get(section, ()):
            path = _below(section, one.total)
            if one.standing == "blank_total" and one.identity != "I1" and path not in seen and case.is_read(path):
                seen.add(path)
                yield Hit(path, expected=one.parts, fixes=(Fix(path, one.parts),))


@rule("ARI010", severity=Severity.NOTE, basis=("F21",), looks_at="proactive")
def in_force_chain_broken(case: Case) -> Iterator[Saying]:
    """What is in force is not last year's, with what was issued and without what was repealed.

    Example:
        >>> from govdisclosure.testing.samples import codes, sample
        >>> codes({"proactive.table.normative_documents.in_force": 8}, previous=sample(2023))
        ['ARI010']
    """
    table = case.report.proactive.table
    before = case.previous.proactive.table if case.previous is not None else None
    if not isinstance(table, ProactiveTable2021):
        return
    for name in ("rules", "normative_documents"):
        row, path = getattr(table, name), _TABLES["proactive"] / name / "in_force"
        issued, repealed, in_force = row.issued, row.repealed, row.in_force
        if not all(isinstance(cell, int) for cell in (issued, repealed, in_force)) or not case.is_read(path):
            continue
        last = getattr(before, name).in_force if isinstance(before, ProactiveTable2021) else None
        if isinstance(last, int) and in_force != last + issued - repealed:
            facts = {"last": last, "issued": issued, "repealed": repealed}
            yield Hit(path, expected=last + issued - repealed, actual=in_force, facts=facts)
        elif in_force < issued - repealed:
            yield Hit(path, expected=issued - repealed, actual=in_force, variant="within")


@rule("ARI011", severity=Severity.WARNING, looks_at="previous")
def more_repealed_than_there_were(case: Case) -> Iterator[Saying]:
    """More was repealed than was in force a year ago and issued since.

    Example:
        >>> from govdisclosure.testing.samples import codes, sample
        >>> "ARI011" in codes({"proactive.table.normative_documents.repealed": 10}, previous=sample(2023))
        True
    """
    table = case.report.proactive.table
    before = case.previous.proactive.table if case.previous is not None else None
    if not (isinstance(table, ProactiveTable2021) and isinstance(before, ProactiveTable2021)):
        return
    for name in ("rules", "normative_documents"):
        row, path = getattr(table, name), _TABLES["proactive"] / name / "repealed"
        cells = (getattr(before, name).in_force, row.issued, row.repealed)
        if all(isinstance(cell, int) for cell in cells) and case.is_read(path) and cells[2] > cells[0] + cells[1]:
            yield Hit(path, expected=cells[0] + cells[1], actual=cells[2])


@rule("ARI013", severity=Severity.NOTE, basis=("F19",), looks_at="proactive")
def less_than_there_must_be(case: Case) -> Iterator[Saying]:
    """In the edition of 2019, less was open in all than was opened this year, or a count fell below nothing.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"proactive.table.normative_documents.disclosed": 9}, year=2019)
        ['ARI013']
    """
    table = case.report.proactive.table
    if not isinstance(table, ProactiveTable2019):
        return
    for path, _, row in leaf_rows(table):
        here = Path((*_TABLES["proactive"].parts, *path.parts))
        newly, in_all = getattr(row, "disclosed", None), getattr(row, "disclosed_total", None)
        if isinstance(newly, int) and isinstance(in_all, int) and in_all < newly and case.is_read(here):
            yield Hit(here / "disclosed_total", expected=newly, actual=in_all)
        items, change = getattr(row, "previous_items", None), getattr(row, "change", None)
        if isinstance(items, int) and isinstance(change, int) and items + change < 0 and case.is_read(here):
            yield Hit(here / "change", expected=-items, actual=change, variant="change")


def _failing(case: Case, section: str, identity: Identity) -> Iterator[Saying]:
    """The sums of one identity that fail, each with what explains it, and those that cannot be judged."""
    judged = list(_judged(case, section, identity))
    if not any(isinstance(one, Balance) and one.standing == "fails" for one in judged):
        yield from (one for one in judged if isinstance(one, Unassessed))
        return
    table = getattr(case.report, section).table
    found, is_certain = culprits(table, case.balances[section]) if case.is_whole else ((), False)
    fixes = tuple(Fix(_below(section, one.path), one.value, is_certain) for one in found)
    for one in judged:
        if isinstance(one, Unassessed):
            yield one
        elif one.standing == "fails":
            yield Hit(
                _below(section, one.total),
                expected=one.parts,
                actual=one.totals,
                facts={"difference": abs(one.difference)},
                hints=tuple(_hints(one, table, explained="" if not found else "certain" if is_certain else "likely")),
                fixes=fixes,
            )


def _judged(case: Case, section: str, identity: Identity) -> Iterator[Balance | Unassessed]:
    for one in case.balances.get(section, ()):
        if one.identity != identity or one.standing == "blank_total":
            continue
        path = _below(section, one.total)
        cells = [_below(section, cell) for cells in one.members for cell in cells] if not case.is_whole else []
        if not all(map(case.is_read, cells)):
            yield Unassessed(path, "not_read")
        elif one.standing in ("blank_parts", "text"):
            yield Unassessed(path, one.standing)
        else:
            yield one


def _hints(one: Balance, table: object, *, explained: str) -> Iterator[str]:
    """The rules that only ever explain a sum that fails."""
    column = one.total.parts[-1]
    if one.identity == "I2" and one.difference > 0 and one.difference == get(table, Path(("partly_granted", column))):
        yield "ARI005"
    if one.identity == "I1":
        carried_in = get(table, Path(("carried_in", column)))
        if isinstance(carried_in, int) and carried_in > 0 and not one.totals:
            yield "ARI008"
    if explained:
        yield f"ARI009.{explained}"


def _below(section: str, path: Path) -> Path:
    return Path((section, "table", *path.parts))


RULES: Final[Sequence[Rule]] = (
    received_and_handled_differ,
    outcomes_do_not_add_up,
    applicants_do_not_add_up,
    remedies_do_not_add_up,
    total_left_blank,
    in_force_chain_broken,
    more_repealed_than_there_were,
    less_than_there_must_be,
)
"""The rules of this module, in the order of their codes."""
