"""REF 文表, the part about shares, statements of all and of none, fees, and prose against prose."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from govdisclosure.checks._figures import figure_of, has_tables_of, is_comparable_kind
from govdisclosure.checks._kinds import REMEDIES, row_of
from govdisclosure.checks._nearby import claims_before
from govdisclosure.checks.prose import Paragraph, passage_at
from govdisclosure.checks.rule import Case, Hit, Rule, Saying, rule
from govdisclosure.checks.severity import Severity
from govdisclosure.conventions.claims import Claim
from govdisclosure.model.cells import Money
from govdisclosure.model.proactive import ProactiveTable2021
from govdisclosure.paths import Path

__all__ = ["RULES"]

_FEE_STEP: Final = 10  # 元: every price of the scale is a multiple of it
_FACTOR: Final = 10_000
_PERCENT: Final = 100
_LISTED: Final = ("分别为", "组成", "分别是")
_BARE: Final = re.compile(r"(?<![\d.．])\d+(?![\d.．]*\s*[%％‰])(?![\d.．])")
_ANSWERS: Final = re.compile("[答回]复率")  # of those whose term had come
_NOT_OF_ALL: Final = re.compile("除[^。；]{1,20}外|其余|其他申请|结转[^，。；]{0,12}均")
"""Words of a statement of all that leaves some out, or is of those carried in alone."""


@rule("REF007", severity=Severity.WARNING, looks_at="prose")
def percentage_differs(case: Case) -> Iterator[Saying]:
    """A share, or a rise against last year, is not what the tables give, by any base, at the printed precision.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"overview.blocks[2]": "（二）依申请公开。收到申请13件，予以公开8件，占52.6%。"})
        ['REF007']
    """
    for paragraph, claim in case.own_claims:
        if not claim.is_percentage or not _is_of_now(case, claim) or not is_comparable_kind(claim.kind):
            continue
        if claim.channel:
            continue  # no table has the ways of asking
        found = list(_changes(case, claim) if claim.is_change else _shares(case, claim) if claim.base else [])
        if not found or None in found:
            continue
        said = Decimal(claim.value)
        if claim.base:
            before = [
                one
                for one in claims_before(case, paragraph, claim.figure_start)
                if not (one.is_percentage or one.is_change)
            ]
            if before and _BARE.search(paragraph.text, before[-1].figure_end, claim.figure_start):
                continue  # 部分公开67，占4.61%: the figure of which it is has no measure word
            found += _shares_in_prose(case, before, claim)
        if not any(value is not None and abs(value - said) <= claim.precision / 2 for value in found):
            near = min((value for value in found if value is not None), key=lambda value: abs(value - said))
            yield Hit(paragraph.path, expected=f"{near:.2f}%", actual=claim.text)


@rule("REF008", severity=Severity.WARNING, looks_at="prose")
def all_statement_differs(case: Case) -> Iterator[Saying]:
    """Prose says that all was handled, upheld or not corrected, and the tables say otherwise.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"overview.blocks[2]": "（二）依申请公开。收到政府信息公开申请13件，均已办结。"})
        ['REF008']
    """
    carried = {one.path for one, claim in case.claims if claim.kind == "carried_over" and claim.value}
    for paragraph, claim in case.own_claims:
        if claim.unit not in ("%", "％") or not _is_of_now(case, claim) or claim.channel:
            continue
        against = _against(case, claim)
        if against and not _NOT_OF_ALL.search(passage_at(paragraph.text, claim.figure_start)):
            # Who tells of those carried over beside it means: all whose term had come.
            is_told = paragraph.path in carried
            is_mild = claim.kind == "timely_rate" or (claim.kind == "handling_rate" and is_told)
            is_mild = is_mild or _ANSWERS.search(claim.text) is not None
            severity = Severity.NOTE if is_mild else None
            yield Hit(paragraph.path, expected=against, actual=claim.text, severity=severity, variant=_said(claim))


@rule("REF009", severity=Severity.ERROR, looks_at="prose")
def none_statement_differs(case: Case) -> Iterator[Saying]:
    """Prose says that there was none and the table has some, or the reverse. A blank table says nothing.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"overview.blocks[2]": "（二）依申请公开。全年未收到政府信息公开申请。"})
        ['REF009']
    """
    for paragraph, claim in case.own_claims:
        if claim.is_percentage or not _is_of_now(case, claim) or claim.channel or claim.part_of is not None:
            continue
        if claim.is_in_words and claim.applicant is not None:
            continue  # 未收到企业申请 says nothing of others, and which column it means is not certain
        if claim.kind.startswith(REMEDIES) and not claim.names_disclosure:
            continue
        values = [figure_of(case, one, claim.applicant) for one in claim.readings if is_comparable_kind(one)]
        if not values or None in values or len(values) < len(claim.readings):
            continue
        # What was carried in was received before: 未收到 says nothing of it.
        first = values[0]
        if claim.value == 0 and first and all(values):
            yield Hit(paragraph.path, expected=first, actual=claim.text)
        elif claim.value and not any(values) and not claim.approximation:
            yield Hit(paragraph.path, expected=0, actual=claim.text, variant="reverse")


@rule("REF010", severity=Severity.NOTE, basis=("FEE",), looks_at="prose")
def fee_differs(case: Case) -> Iterator[Saying]:
    """A 信息处理费 is stated that table 二 has no room for, or that the scale of prices cannot give.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"other_matters.blocks": ("全年收取信息处理费385元。",)})
        ['REF010', 'REF010']
    """
    table = case.report.proactive.table
    amount = table.fees.amount if isinstance(table, ProactiveTable2021) else None
    for paragraph, claim in case.own_claims:
        if claim.kind != "processing_fee" or not claim.value or not _is_of_now(case, claim) or claim.approximation:
            continue
        if claim.part_of is not None:
            continue
        said = Decimal(claim.value) * (_FACTOR if claim.unit == "万元" else 1)
        if claim.unit == "元" and said % _FEE_STEP:
            yield Hit(paragraph.path, actual=claim.text, variant="step")
        if isinstance(amount, Money) and case.is_read(Path(("proactive", "table", "fees"))):
            exponent = amount.amount.as_tuple().exponent
            rounding = _FACTOR * Decimal(10) ** (exponent if isinstance(exponent, int) else 0) / 2
            if amount.in_yuan() + rounding < said:
                yield Hit(paragraph.path, expected=f"{amount}", actual=claim.text)


@rule("REF011", severity=Severity.WARNING, looks_at="prose")
def parts_exceed_the_whole(case: Case) -> Iterator[Saying]:
    """The parts of a figure come to more than the figure, as prose itself tells them.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"overview.blocks[1]": "（一）主动公开。发布信息20条，其中机构职能12条，审查信息9条。"})
        ['REF011']
    """
    for paragraph, whole, parts in _wholes(case):
        groups: dict[tuple[bool, bool, bool], list[Claim]] = {}
        for one in parts:
            key = (one.applicant is not None, bool(one.channel), is_comparable_kind(one.kind))
            groups.setdefault(key, []).append(one)
        sums = [sum(Decimal(one.value) for one in group) for group in groups.values()]
        total = sum(Decimal(one.value) for one in parts)
        if Decimal(whole.value) in (*sums, total):
            continue
        over = [one for one in sums if one > whole.value]
        if over and len(groups) == 1:
            yield Hit(paragraph.path, expected=str(over[0]), actual=str(whole.value), facts={"whole": whole.text})
        elif total < whole.value and len(groups) == 1 and any(word in paragraph.text for word in _LISTED):
            facts = {"whole": whole.text}
            yield Hit(paragraph.path, expected=str(total), actual=str(whole.value), facts=facts, severity=Severity.NOTE)


@rule("REF012", severity=Severity.WARNING, looks_at="prose")
def prose_differs_from_prose(case: Case) -> Iterator[Saying]:
    """The same quantity is stated twice with unlike figures, and no table says which is right.

    Example:
        >>> from govdisclosure import TableSection
        >>> from govdisclosure.testing.samples import codes
        >>> said = ("收到政府信息公开申请12件。", "全年收到政府信息公开申请13件。")
        >>> [code for code in codes({"preamble.blocks": said, "applications.table": None}) if code != "TAB002"]
        ['REF012']
    """
    seen: dict[tuple[object, ...], tuple[Paragraph, Claim]] = {}
    for paragraph, claim in case.own_claims:
        if claim.is_percentage or claim.approximation or claim.channel or claim.part_of is not None:
            continue
        if not is_comparable_kind(claim.kind) or not _is_of_now(case, claim):
            continue
        if claim.kind.startswith(REMEDIES) and not claim.names_disclosure:
            continue
        if figure_of(case, claim.kind, claim.applicant) is not None:
            continue  # the table says which is right
        key = (claim.readings, claim.applicant, claim.scope)
        before = seen.setdefault(key, (paragraph, claim))
        if before[1].value != claim.value:
            yield Hit(paragraph.path, expected=before[1].text, actual=claim.text)


@rule("REF013", severity=Severity.WARNING, basis=("FEE",), looks_at="prose")
def fee_statements_disagree(case: Case) -> Iterator[Saying]:
    """One sentence says that no 信息处理费 was charged, another states one.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> said = ("本年度未收取信息处理费。", "全年收取信息处理费200元。")
        >>> "REF013" in codes({"other_matters.blocks": said, "overview.blocks[0]": "青山镇推进公开。"})
        True
    """
    fees = [
        (one, claim) for one, claim in case.own_claims if claim.kind == "processing_fee" and _is_of_now(case, claim)
    ]
    none = next(((one, claim) for one, claim in fees if not claim.value), None)
    some = next(((one, claim) for one, claim in fees if claim.value and claim.part_of is None), None)
    if none is not None and some is not None:
        yield Hit(some[0].path, expected=none[1].text, actual=some[1].text)


def _is_of_now(case: Case, claim: Claim) -> bool:
    """Whether a claim is of this body and of the whole of this year, and no plan."""
    is_this_year = claim.year in (None, case.report.year) and claim.relative_year in (None, 0)
    is_whole = has_tables_of(case, claim) and claim.span is None
    return is_this_year and is_whole and not (claim.is_planned or claim.is_compared or claim.is_spaced)


def _shares(case: Case, claim: Claim) -> Iterator[Decimal | None]:
    """The share by every reading of what it is of, and of what it is a share of."""
    for reading in claim.readings:
        for base in claim.base:
            part, whole = figure_of(case, reading, claim.applicant), figure_of(case, base)
            yield None if part is None or not whole else Decimal(_PERCENT * part) / whole


def _shares_in_prose(case: Case, before: Sequence[Claim], claim: Claim) -> Iterator[Decimal]:
    """What the figure right before is of those that prose gives: 收到12件，其中网上9件，占75%."""
    if before:
        part = before[-1].value
        bases = (*claim.base, row_of(claim.kind))  # of the reconsiderations, 维持1件，占50%
        wholes = {figure_of(case, base) for base in bases} | {one.value for one in before}
        yield from (Decimal(_PERCENT * part) / Decimal(whole) for whole in wholes if whole and whole >= part)


def _changes(case: Case, claim: Claim) -> Iterator[Decimal | None]:
    sign = -1 if claim.change == "decrease" else 1
    for reading in claim.readings:
        now = figure_of(case, reading, claim.applicant)
        before = figure_of(case, reading, claim.applicant, last=True)
        yield None if now is None or not before else sign * Decimal(_PERCENT * (now - before)) / before


def _against(case: Case, claim: Claim) -> int:
    """How many cases of the tables a statement of all leaves out."""
    kind, is_all = claim.kind, claim.value == _PERCENT
    if kind in ("handling_rate", "timely_rate") and is_all and not claim.is_change:
        return figure_of(case, "carried_over") or 0
    if kind in ("upheld_rate", "corrected_rate") and not claim.is_change and claim.names_disclosure:
        names = ("corrected", "other", "pending") if kind == "upheld_rate" and is_all else ("corrected",)
        if kind == "corrected_rate" and claim.value != 0:
            return 0
        if kind == "upheld_rate" and not is_all:
            return 0
        groups = ("reconsideration", "direct_litigation", "litigation_after_reconsideration")
        return sum(figure_of(case, f"{group}.{name}") or 0 for group in groups for name in names)
    return 0


def _said(claim: Claim) -> str:
    return {"handling_rate": "", "timely_rate": "timely"}.get(claim.kind, "remedies")


def _wholes(case: Case) -> Iterator[tuple[Paragraph, Claim, list[Claim]]]:
    """Every figure that others are told to be parts of, in the same measure."""
    parts: dict[tuple[int, int], list[Claim]] = {}
    for paragraph, claim in case.claims:
        if claim.part_of is not None and not (claim.is_percentage or claim.is_change or claim.is_compared):
            parts.setdefault((id(paragraph), claim.part_of), []).append(claim)
    for paragraph, claim in case.claims:
        mine = [one for one in parts.get((id(paragraph), claim.figure_start), ()) if one.unit == claim.unit]
        is_exact = not claim.approximation and not any(one.approximation or one.is_spaced for one in mine)
        if len(mine) > 1 and is_exact and not claim.is_percentage and not claim.is_spaced:
            yield paragraph, claim, mine


RULES: Final[Sequence[Rule]] = (
    percentage_differs,
    all_statement_differs,
    none_statement_differs,
    fee_differs,
    parts_exceed_the_whole,
    prose_differs_from_prose,
    fee_statements_disagree,
)
"""The rules of this module, in the order of their codes."""
