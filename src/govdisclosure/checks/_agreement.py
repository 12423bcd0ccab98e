"""REF 文表: what prose states against what the tables say. Every reading that the wording leaves open must fail."""

from collections.abc import Iterator, Sequence
from typing import Final

from govdisclosure.checks import _statements
from govdisclosure.checks._figures import figure_of, has_tables_of, is_comparable_kind
from govdisclosure.checks._kinds import CARRIED, DOCUMENTS, HANDLED, OUTCOMES, RECEIVED, REMEDIES, row_of
from govdisclosure.checks._nearby import claims_from
from govdisclosure.checks.prose import Paragraph
from govdisclosure.checks.rule import Case, Hit, Rule, Saying, rule
from govdisclosure.checks.severity import Severity
from govdisclosure.conventions.claims import Claim

__all__ = ["RULES"]

_PART_KINDS: Final = ("issued", "repealed", "amended")


@rule("REF001", severity=Severity.WARNING, looks_at="prose")
def received_differs(case: Case) -> Iterator[Saying]:
    """The requests that prose says were received are not those of the table, new or with those carried in.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"overview.blocks[2]": "（二）依申请公开。全年共收到政府信息公开申请15件。"})
        ['REF001']
        >>> codes({"overview.blocks[2]": "（二）依申请公开。全年共收到政府信息公开申请14件。"})
        []
    """
    yield from _differing(case, RECEIVED)


@rule("REF002", severity=Severity.WARNING, looks_at="prose")
def handled_differs(case: Case) -> Iterator[Saying]:
    """The requests that prose says were handled are not those of the table.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"overview.blocks[2]": "（二）依申请公开。全年办结政府信息公开申请9件。"})
        ['REF002']
    """
    yield from _differing(case, HANDLED)


@rule("REF003", severity=Severity.WARNING, looks_at="prose")
def carried_differs(case: Case) -> Iterator[Saying]:
    """The requests that prose says were carried in or over are not those of the table.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"overview.blocks[2]": "（二）依申请公开。政府信息公开申请结转下年度继续办理3件。"})
        ['REF003']
    """
    yield from _differing(case, CARRIED)


@rule("REF004", severity=Severity.WARNING, looks_at="prose")
def outcome_differs(case: Case) -> Iterator[Saying]:
    """What prose says came of the requests is not what the table says.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"overview.blocks[2]": "（二）依申请公开。收到申请13件，其中予以公开7件，部分公开2件。"})
        ['REF004']
    """
    yield from _differing(case, OUTCOMES)


@rule("REF005", severity=Severity.WARNING, looks_at="prose")
def remedies_differ(case: Case) -> Iterator[Saying]:
    """The reconsiderations or suits about disclosure that prose tells of are not those of the table.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"overview.blocks[3]": "（三）监督。全年因政府信息公开被申请行政复议5件，开展考核、评议，未追责。"})
        ['REF005']
    """
    yield from _differing(case, frozenset(REMEDIES))


@rule("REF006", severity=Severity.WARNING, looks_at="prose")
def documents_differ(case: Case) -> Iterator[Saying]:
    """The rules or normative documents that prose tells of are not those of the table.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"overview.blocks[1]": "（一）主动公开。全年制发行政规范性文件5件，发布信息，审查平台。"})
        ['REF006']
    """
    yield from _differing(case, DOCUMENTS)


def _differing(case: Case, heads: frozenset[str]) -> Iterator[Saying]:
    for paragraph, claim in case.own_claims:
        head = row_of(claim.kind)
        mine = head in heads or (head.startswith(REMEDIES) and heads.issuperset(REMEDIES))
        if not mine or not _is_comparable(case, paragraph, claim):
            continue
        read = {one: figure_of(case, one, claim.applicant) for one in claim.readings if is_comparable_kind(one)}
        values = [value for value in read.values() if value is not None]
        if len(values) < len(claim.readings) or claim.value in values:
            continue
        if claim.value == 0 or not any(values):
            continue  # that something was there, or was not, is another rule's business
        if claim.value == figure_of(case, claim.kind, "natural_person") and "公民" in claim.text:
            continue  # everybody, or natural persons alone
        natural = figure_of(case, claim.kind, "natural_person") if claim.applicant is None else None
        tried = "、".join(dict.fromkeys(str(value) for value in values))
        variant = "natural" if natural == claim.value and natural != values[0] else ""
        yield Hit(
            paragraph.path, expected=values[0], actual=claim.text, facts={"tried": tried, "value": str(claim.value)},
            variant=variant,
        )  # fmt: skip


def _is_comparable(case: Case, paragraph: Paragraph, claim: Claim) -> bool:
    """Whether a claim is of this body, this year, all of it, exact, and no part that has no cell."""
    year = case.report.year
    if claim.is_percentage or claim.is_change or claim.is_compared or claim.is_planned or claim.approximation:
        return False
    if claim.year not in (None, year) or claim.relative_year not in (None, 0):
        return False
    if claim.span is not None or claim.channel or claim.is_spaced or not has_tables_of(case, claim):
        return False
    head = row_of(claim.kind)
    if head.startswith(REMEDIES) and not claim.names_disclosure:
        return False  # a bureau of justice has reconsiderations of its own trade
    whole = _whole(case, paragraph, claim.part_of) if claim.part_of is not None else None
    if whole is not None and not has_tables_of(case, whole):
        return False
    if whole is not None and whole.kind == claim.kind and claim.applicant is None:
        return False  # a part that is told by something else than the form's rows
    return not (head in DOCUMENTS and _is_sum_of_parts(case, paragraph, claim))


def _whole(case: Case, paragraph: Paragraph, start: int) -> Claim | None:
    first = next(iter(claims_from(case, paragraph, start)), None)
    return first if first is not None and first.figure_start == start else None


def _is_sum_of_parts(case: Case, paragraph: Paragraph, claim: Claim) -> bool:
    """新制定、修改、废止 together may make up the figure in front of them."""
    parts = (one for one in claims_from(case, paragraph, claim.figure_start) if one.part_of == claim.figure_start)
    return any(one.kind.rpartition(".")[2] in _PART_KINDS for one in parts)


RULES: Final[Sequence[Rule]] = (
    received_differs,
    handled_differs,
    carried_differs,
    outcome_differs,
    remedies_differ,
    documents_differ,
    *_statements.RULES,
)
"""The rules of this module, in the order of their codes."""
