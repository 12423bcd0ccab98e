"""Who reports, and on which year: what the title, the sign-off and the statistical period say of it."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from attrs import evolve, frozen

from govdisclosure.conventions.dates import periods
from govdisclosure.conventions.titles import parse_title
from govdisclosure.model.report import FIRST_YEAR, SignOff

__all__ = ["UNKNOWN", "Identity", "identity_of", "properties_for", "with_properties"]

UNKNOWN = "-"
"""How a property says that the report does not tell."""


@frozen
class Identity:
    """Title, issuer, year and sign-off of a report.

    Example:
        >>> Identity(issuer="青山镇人民政府").year is None
        True
    """

    title: str | None = None
    issuer: str | None = None
    year: int | None = None
    sign_off: SignOff = SignOff()


def identity_of(title: str | None, sign_off: SignOff, texts: Iterable[str]) -> Identity:
    """Tell issuer and year from what is printed; ``texts`` are the preamble and section 一.

    The sign-off gives the full name where the title shortens it or has none; where the two name different organs, the
    title's stands. The year is the title's, or that of the period from 1 January to 31 December.

    Example:
        >>> found = identity_of("青山镇2024年政府信息公开工作年度报告", SignOff("青山镇人民政府"), ())
        >>> found.issuer, found.year
        ('青山镇人民政府', 2024)
    """
    found = parse_title(title) if title else None
    year = found.year if found is not None else None
    named = found.issuer if found is not None else None
    signed = sign_off.issuer
    issuer = signed if signed and (named is None or _shortens(named, signed)) else named
    return Identity(title, issuer, _due(year if year is not None else _period_year(texts)), sign_off)


def with_properties(identity: Identity, properties: Mapping[str, str]) -> Identity:
    """Let the properties of a document decide what its text leaves open.

    Example:
        >>> with_properties(Identity(), {"year": "2024", "issuer": "-"}).year
        2024
    """
    for name, value in properties.items():
        told = None if value == UNKNOWN else value
        if name == "title":
            identity = evolve(identity, title=told)
        elif name == "issuer":
            identity = evolve(identity, issuer=told)
        elif name == "year" and (told is None or re.fullmatch(r"20\d\d", told)):
            identity = evolve(identity, year=int(told) if told else None)
        elif name == "sign_off_issuer":
            identity = evolve(identity, sign_off=SignOff(told, identity.sign_off.date))
        elif name == "sign_off_date" and (told is None or re.fullmatch(r"\d{4}-\d\d-\d\d", told)):
            day = date.fromisoformat(told) if told else None
            identity = evolve(identity, sign_off=SignOff(identity.sign_off.issuer, day))
    return identity


def properties_for(wanted: Identity, printed: Identity) -> tuple[tuple[str, str], ...]:
    """Return the properties that a document needs so that it tells ``wanted`` although its text tells ``printed``.

    Example:
        >>> properties_for(Identity(year=2024), Identity(issuer="青山镇"))
        (('issuer', '-'), ('year', '2024'))
    """
    pairs = (
        ("title", wanted.title, printed.title),
        ("issuer", wanted.issuer, printed.issuer),
        ("year", wanted.year, printed.year),
        ("sign_off_issuer", wanted.sign_off.issuer, printed.sign_off.issuer),
        ("sign_off_date", wanted.sign_off.date, printed.sign_off.date),
    )
    return tuple((name, UNKNOWN if new is None else str(new)) for name, new, old in pairs if new != old)


def _shortens(short: str, full: str) -> bool:
    """Tell whether ``short`` is ``full`` with a tail left off, such as 青山镇 for 青山镇人民政府."""
    short, full = re.sub(r"\s+", "", short), re.sub(r"\s+", "", full)
    return full.startswith(short) or short.startswith(full)


def _period_year(texts: Iterable[str]) -> int | None:
    for text in texts:
        for period in periods(text):
            first, last = period.first, period.last
            if first and last and first.year == last.year and (first.month, last.month) == (1, 12):
                return first.year
    return None


def _due(year: int | None) -> int | None:
    return year if year is not None and FIRST_YEAR <= year <= 2099 else None
