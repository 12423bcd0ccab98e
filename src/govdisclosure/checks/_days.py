"""DAT 日期: the sign-off, the legal day, the statistical period, days that do not exist."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from govdisclosure.checks.legal_day import legal_day
from govdisclosure.checks.rule import Case, Fix, Hit, Rule, Saying, rule
from govdisclosure.checks.severity import Severity
from govdisclosure.conventions.citations import document_numbers
from govdisclosure.conventions.dates import dates, periods
from govdisclosure.model.report import SignOff
from govdisclosure.paths import Path

__all__ = ["RULES"]

_SIGNED: Final = Path(("sign_off", "date"))
_DRAFTS: Final = (12, 20)  # from this day on a draft may have been dated ahead
_SPRING: Final = 3
_NO_MONTH: Final = re.compile(r"(?<![\d.])(?:1[3-9]|[2-9]\d)月(?:\d{1,2}日|份)")
_PERIOD: Final = re.compile("统计期限|数据期限|时限|期限|统计数据|所列数据")
_NEW_BODY: Final = re.compile("成立|组建|撤销|挂牌|机构改革|划转")
_OTHER_FORM: Final = re.compile(r"\d{4}[.．/-]\d|年0\d|月0\d|[〇○零一二三四五六七八九]{4}年")


@rule("DAT001", severity=Severity.ERROR, basis=("OGI 49",), looks_at="report")
def signed_before_the_end(case: Case) -> Iterator[Saying]:
    """The report is signed before the year that it reports on had ended.

    Example:
        >>> from govdisclosure import SignOff
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"sign_off": SignOff("青山镇人民政府", "2024年11月15日")})
        ['DAT001']
    """
    signed, year = case.report.sign_off.date, case.report.year
    if signed is None or year is None or signed >= date(year, 12, 31) or _is_slip(signed, year):
        return
    severity = Severity.WARNING if signed >= date(year, *_DRAFTS) else None
    yield Hit(_SIGNED, expected=f"{year}-12-31", actual=signed.isoformat(), severity=severity)


@rule("DAT002", severity=Severity.WARNING, basis=("OGI 49",), looks_at="report")
def after_the_legal_day(case: Case) -> Iterator[Saying]:
    """The report is signed after the day that the law sets for such an organ.

    Example:
        >>> from govdisclosure import SignOff
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"sign_off": SignOff("青山镇人民政府", "2025年4月15日")})
        ['DAT002']
    """
    signed, year = case.report.sign_off.date, case.report.year
    if signed is None or year is None:
        return
    due = legal_day(case.report.issuer or "", year)
    if signed > due.day:
        severity = None if due.is_set else Severity.NOTE
        variant = "" if due.is_set else "unset"
        yield Hit(_SIGNED, expected=due.day.isoformat(), actual=signed.isoformat(), severity=severity, variant=variant)


@rule("DAT003", severity=Severity.ERROR, looks_at="prose")
def no_such_day(case: Case) -> Iterator[Saying]:
    """A date is printed that does not exist.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> (
        ...     codes({"preamble.blocks": ("于2024年2月30日公布。",)}),
        ...     codes({"preamble.blocks": ("于2024年2月29日公布。",)}),
        ... )
        (['DAT003'], [])
    """
    if "月" not in case.words:
        return
    for paragraph in case.paragraphs:
        if "月" not in paragraph.text:
            continue
        found = _NO_MONTH.search(paragraph.text)
        if found:
            yield Hit(paragraph.path, actual=found[0])
        for printed in dates(paragraph.text):
            leap = 2024  # without a year 29 February may be right
            if not _exists(printed.year or leap, printed.month, printed.day_of_month):
                yield Hit(paragraph.path, actual=printed.text)


@rule("DAT004", severity=Severity.WARNING, basis=("OGI 49",), looks_at="prose")
def period_wrong(case: Case) -> Iterator[Saying]:
    """The statistical period is not the whole of the report's year; bodies founded or dissolved in it are let pass.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"preamble.blocks": ("统计期限自2024年1月1日起至2024年11月30日止。",)})
        ['DAT004']
    """
    year = case.report.year
    if year is None or "期" not in case.words or _NEW_BODY.search(case.words):
        return
    for paragraph in case.paragraphs:
        if not _PERIOD.search(paragraph.text):
            continue
        for period in periods(paragraph.text):
            opening, closing = period.opening, period.closing
            first, last = (opening.month, opening.day_of_month), (closing.month, closing.day_of_month)
            is_year = first == (1, 1) and last == (12, 31)
            years = {one for one in (opening.year, closing.year) if one is not None}
            near = paragraph.text[max(0, period.start - 20) : period.end + 8]
            if not _PERIOD.search(near) or (is_year and years <= {year}):
                continue
            if is_year and len(years) == 1 and year - 2 <= min(years) < year:
                continue  # last year's text: another rule's business
            yield Hit(paragraph.path, expected=f"{year}年1月1日至12月31日", actual=period.text)


@rule("DAT005", severity=Severity.NOTE, basis=("GB9704",), looks_at="report")
def date_form(case: Case) -> Iterator[Saying]:
    """The date of the sign-off is written otherwise than 2022年1月4日. Spaces are another rule's business."""
    for note in case.notes("date_normalised"):
        if str(note.path).startswith("sign_off") and _OTHER_FORM.search("".join(note.raw.split())):
            signed = case.report.sign_off.date
            due = f"{signed.year}年{signed.month}月{signed.day}日" if signed is not None else None
            yield Hit(note.path, expected=due, actual=note.raw)


@rule("DAT006", severity=Severity.ERROR, basis=("OGI 49",), looks_at="report")
def signed_in_the_same_year(case: Case) -> Iterator[Saying]:
    """The sign-off is in the first months of the year that the report is on: last year's habit, most likely.

    Example:
        >>> from govdisclosure import SignOff
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"sign_off": SignOff("青山镇人民政府", "2024年1月15日")})
        ['DAT006']
    """
    signed, year = case.report.sign_off.date, case.report.year
    if signed is not None and year is not None and _is_slip(signed, year):
        likely = date(signed.year + 1, signed.month, min(signed.day, 28) if signed.month == 2 else signed.day)
        fixes = (Fix(Path(("sign_off",)), SignOff(case.report.sign_off.issuer, likely), is_certain=False),)
        yield Hit(_SIGNED, expected=likely.isoformat(), actual=signed.isoformat(), fixes=fixes)


@rule("DAT007", severity=Severity.WARNING, looks_at="prose")
def document_from_later(case: Case) -> Iterator[Saying]:
    """A document is cited that is of a later year than the sign-off.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"preamble.blocks": ("按青政发〔2026〕5号办理。",)})
        ['DAT007']
    """
    signed = case.report.sign_off.date
    if signed is None or "号" not in case.words:
        return
    for paragraph in case.paragraphs:
        if "号" in paragraph.text:
            for number in document_numbers(paragraph.text):
                if number.year is not None and signed.year < number.year <= signed.year + 5:
                    yield Hit(paragraph.path, expected=signed.year, actual=number.text)


def _is_slip(signed: date, year: int) -> bool:
    return signed.year == year and signed.month <= _SPRING


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


RULES: Final[Sequence[Rule]] = (
    signed_before_the_end,
    after_the_legal_day,
    no_such_day,
    period_wrong,
    date_form,
    signed_in_the_same_year,
    document_from_later,
)
"""The rules of this module, in the order of their codes."""
