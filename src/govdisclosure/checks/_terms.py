"""The rules that go by lists of terms: superseded and misnamed documents, former rules and names, slips, templates."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from govdisclosure.checks.prose import sentence_at
from govdisclosure.checks.rule import Case, Hit, Rule, Saying, rule
from govdisclosure.checks.severity import Severity
from govdisclosure.checks.term_list import Term, TermList, own_term_lists
from govdisclosure.paths import Path

__all__ = ["RULES"]


@rule("STR015", severity=Severity.ERROR, looks_at="prose")
def placeholder_left(case: Case) -> Iterator[Saying]:
    """What a template leaves to be filled in was left.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"other_matters.blocks": ("全年收取信息处理费XX元。",)})
        ['STR015']
    """
    yield from _found(case, "STR015")


@rule("TXT010", severity=Severity.WARNING, basis=("F21",), looks_at="prose")
def superseded_document(case: Case) -> Iterator[Saying]:
    """A document is cited that was repealed or superseded before the report's year.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"preamble.blocks": ("本报告依据国务院令第492号编制。",)})
        ['TXT010']
    """
    yield from _found(case, "TXT010")


@rule("TXT011", severity=Severity.WARNING, looks_at="prose")
def misnamed_citation(case: Case) -> Iterator[Saying]:
    """A document is cited by a wrong name or number.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"preamble.blocks": ("本报告依据《政府信息公开管理条例》编制。",)})
        ['TXT011']
    """
    yield from _found(case, "TXT011")


@rule("TXT012", severity=Severity.NOTE, basis=("OGI",), looks_at="prose")
def rule_of_2007(case: Case) -> Iterator[Saying]:
    """A rule is told as the text of 2007 had it.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"preamble.blocks": ("坚持以公开为原则、不公开为例外。",)})
        ['TXT012']
    """
    yield from _found(case, "TXT012")


@rule("TXT017", severity=Severity.NOTE, looks_at="prose")
def former_name(case: Case) -> Iterator[Saying]:
    """A body is called by the name that it had before a reform.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"preamble.blocks": ("由绿水县国土资源局负责答复。",)})
        ['TXT017']
    """
    yield from _found(case, "TXT017")


@rule("TXT019", severity=Severity.NOTE, looks_at="prose")
def slip(case: Case) -> Iterator[Saying]:
    """A slip that a list of terms has.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"preamble.blocks": ("申请人为自热人的3件。",)})
        ['TXT019']
    """
    yield from _found(case, "TXT019")


def _found(case: Case, code: str) -> Iterator[Saying]:
    for one in (*own_term_lists(), *case.term_lists):
        if one.rule == code:
            for term, form in _compiled(one):
                if term.scope == "labels":
                    yield from _in_labels(case, term, form)
                elif _holds(term, case.report.year) and form.search(case.words):
                    for path, text in case.texts:
                        yield from _in_text(case, term, form, path, text)


def _in_text(case: Case, term: Term, form: re.Pattern[str], path: Path, text: str) -> Iterator[Saying]:
    for found in form.finditer(text):
        sentence = sentence_at(text, found.start())
        is_needed = not term.needs or any(word in sentence for word in term.needs)
        if is_needed and not any(word in sentence for word in term.unless) and _is_older(term, found, case):
            yield _hit(term, path, found[0])


def _in_labels(case: Case, term: Term, form: re.Pattern[str]) -> Iterator[Saying]:
    for path, label in case.reworded_labels:
        found = form.search(label)
        if found:
            yield _hit(term, path, found[0])


def _hit(term: Term, path: Path, printed: str) -> Hit:
    variant = "" if term.right else "plain"
    return Hit(path, expected=term.right or None, actual=printed, severity=term.severity, variant=variant)


def _holds(term: Term, year: int | None) -> bool:
    """A term that holds for some years holds for none that is unknown."""
    if year is None:
        return term.since is None and term.until is None
    return (term.since or year) <= year <= (term.until or year)


def _is_older(term: Term, found: re.Match[str], case: Case) -> bool:
    return not term.is_older or (case.report.year is not None and int(found["year"]) < case.report.year)


@cache
def _compiled(terms: TermList) -> tuple[tuple[Term, re.Pattern[str]], ...]:
    return tuple((term, re.compile(term.pattern)) for term in terms.terms)


RULES: Final[Sequence[Rule]] = (
    placeholder_left,
    superseded_document,
    misnamed_citation,
    rule_of_2007,
    former_name,
    slip,
)
"""The rules of this module, in the order of their codes."""
