"""Rules and lists of terms that installed packages add, by their entry points."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from traceback import format_exc
from typing import Final, cast

from govdisclosure.checks.rule import Rule
from govdisclosure.checks.term_list import TermList, read_term_list

__all__ = ["Broken", "installed", "installed_rules", "installed_term_lists"]

RULES_GROUP: Final = "govdisclosure.rules"
LISTS_GROUP: Final = "govdisclosure.term_lists"

Broken = tuple[str, str]
"""An entry point that cannot be used: its name, and the traceback."""


def installed(group: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give the name of every entry point of a group, and what loads it.

    Example:
        >>> [name for name, _ in installed("no.such.group")]
        []
    """
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=group), key=lambda one: one.name):
        yield point.name, point.load


@cache
def installed_rules() -> tuple[tuple[Rule, ...], tuple[Broken, ...]]:
    """Return the rules that installed packages add, and the entry points that fail; looked for once.

    An entry point names a rule, or a sequence of rules.

    Example:
        >>> installed_rules()
        ((), ())
    """
    rules: list[Rule] = []
    broken: list[Broken] = []
    for name, load in installed(RULES_GROUP):
        try:
            rules.extend(_rules(load()))
        except Exception:  # noqa: BLE001  # what somebody else installed must not stop the checks; it is shown
            broken.append((name, format_exc()))
    return tuple(rules), tuple(broken)


@cache
def installed_term_lists() -> tuple[tuple[TermList, ...], tuple[Broken, ...]]:
    """Return the lists of terms that installed packages add, and the entry points that fail; looked for once.

    An entry point names a list, the path of its file, or a function that returns either.

    Example:
        >>> installed_term_lists()
        ((), ())
    """
    lists: list[TermList] = []
    broken: list[Broken] = []
    for name, load in installed(LISTS_GROUP):
        try:
            lists.append(_term_list(load()))
        except Exception:  # noqa: BLE001  # what somebody else installed must not stop the checks; it is shown
            broken.append((name, format_exc()))
    return tuple(lists), tuple(broken)


def _term_list(given: object) -> TermList:
    if isinstance(given, TermList):
        return given
    if isinstance(given, str | os.PathLike):
        return read_term_list(cast("str | os.PathLike[str]", given))  # of bytes there is none
    if callable(given):
        return _term_list(given())
    raise TypeError(f"{given!r} is no list of terms, nor the path of one.")


def _rules(given: object) -> Iterator[Rule]:
    many = cast("Sequence[object]", given) if isinstance(given, list | tuple) else (given,)  # of anything
    for one in many:
        if not isinstance(one, Rule):
            raise TypeError(f"{one!r} is no rule. Decorate a generator function with govdisclosure.checks.rule.rule.")
        yield one
