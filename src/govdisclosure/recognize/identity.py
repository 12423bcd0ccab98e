"""Who reports, and on which year: what the title, the sign-off and the statistical period say of it."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from attrs import evolve, frozen

from govdisclosure.conventions.characters import is_blank
from govdisclosure.conventions.dates import periods
from govdisclosure.conventions.titles import parse_title
from govdisclosure.model.report import FIRST_YEAR, SignOff

__all__ = ["DOCUMENT", "UNKNOWN", "Identity", "identity_of", "properties_for", "with_properties"]

DOCUMENT = ("document", "政府信息公开工作年度报告")
"""The property of a document whose text does not tell that it is such a report."""

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


def with_properties(
    identity: Identity, properties: Iterable[tuple[str, str]]
) -> tuple[Identity, tuple[tuple[str, str], ...]]:
    """Let the properties of a document decide what its text leaves open.

    Returns:
        The identity, and the properties that told nothing: of other programs, impossible, said before, or against a
        title or a sign-off that is printed.

    Example:
        >>> identity, unused = with_properties(Identity(title="青山镇年报"), (("year", "2024"), ("layout", "post")))
        >>> identity.year, unused
        (2024, (('layout', 'post'),))
    """
    unused: list[tuple[str, str]] = []
    used: set[str] = set()
    for name, value in properties:
        told = None if name in used else _told(identity, name, value.strip())
        if told is None:
            unused.append((name, value))
        else:
            identity = told
            used.add(name)
    return identity, tuple(unused)


def _told(identity: Identity, name: str, value: str) -> Identity | None:
    """The identity with one property more; ``None`` where the property tells nothing."""
    if is_blank(value):
        return None
    sign_off, known = identity.sign_off, None if value == UNKNOWN else value
    if (name, value) == DOCUMENT:
        return identity
    if name == "title" and identity.title is None:
        return evolve(identity, title=known)
    if name == "issuer":
        return evolve(identity, issuer=known)
    if name == "year" and (known is None or _year(value) is not None):
        return evolve(identity, year=_year(value))
    if name == "sign_off_issuer" and sign_off.issuer is None:
        return evolve(identity, sign_off=SignOff(known, sign_off.date))
    if name == "sign_off_date" and sign_off.date is None and (day := _day(value)) is not None:
        return evolve(identity, sign_off=SignOff(sign_off.issuer, day))
    return None


def _year(value: str) -> int | None:
    return _due(int(value)) if re.fullmatch("[0-9]{4}", value) else None


def _day(value: str) -> date | None:
    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    return None


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
