"""The day by which a report must be out. Legal source: 《政府信息公开条例》第四十九条."""

from datetime import date
from typing import Final

from attrs import frozen

from govdisclosure.checks.issuers import issuer_kind

__all__ = ["LegalDay", "legal_day"]

_GOVERNMENTS: Final = frozenset(("province", "city", "county"))
_DEPARTMENTS: Final = frozenset(("department", "ministry"))


@frozen
class LegalDay:
    """The last day, and whether the law itself sets it for such an organ.

    Example:
        >>> LegalDay(date(2025, 1, 31), is_set=True).day.month
        1
    """

    day: date
    is_set: bool


def legal_day(issuer: str, year: int) -> LegalDay:
    """Return the day by which the report on ``year`` must be published.

    Departments of governments at county level and above: 31 January. Governments at county level and above: 31 March.
    For townships, subdistricts and others the law sets no day, local notices do: 31 March at most.

    Example:
        >>> legal_day("绿水县教育局", 2024).day, legal_day("绿水县人民政府", 2024).day
        (datetime.date(2025, 1, 31), datetime.date(2025, 3, 31))
        >>> legal_day("青山镇人民政府", 2024).is_set
        False
    """
    kind = issuer_kind(issuer)
    if kind in _DEPARTMENTS:
        return LegalDay(date(year + 1, 1, 31), is_set=True)
    return LegalDay(date(year + 1, 3, 31), is_set=kind in _GOVERNMENTS)
