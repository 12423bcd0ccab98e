"""Rules that installed packages add: their entry points in the group ``govdisclosure.rules``."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from traceback import format_exc
from typing import Final, cast

from govdisclosure.checks.rule import Rule

__all__ = ["Broken", "installed", "installed_rules"]

RULES_GROUP: Final = "govdisclosure.rules"

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


def _rules(given: object) -> Iterator[Rule]:
    many = cast("Sequence[object]", given) if isinstance(given, list | tuple) else (given,)  # of anything
    for one in many:
        if not isinstance(one, Rule):
            raise TypeError(f"{one!r} is no rule. Decorate a generator function with govdisclosure.checks.rule.rule.")
        yield one
