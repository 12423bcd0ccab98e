"""All rules, by their codes."""

from collections.abc import Mapping
from typing import Final

from govdisclosure.checks import (
    _agreement,
    _arithmetic,
    _days,
    _privacy,
    _structure,
    _tables,
    _terms,
    _wording,
    _years,
)
from govdisclosure.checks.rule import Rule

__all__ = ["HINTS", "OFF_BY_DEFAULT", "RULES"]

_MODULES: Final = (_arithmetic, _tables, _structure, _wording, _terms, _agreement, _years, _days, _privacy)

_GROUPS: Final = ("ARI", "TAB", "STR", "TXT", "REF", "YOY", "DAT", "PRI")

RULES: Final[Mapping[str, Rule]] = {
    rule.code: rule
    for rule in sorted(
        (rule for module in _MODULES for rule in module.RULES), key=lambda one: (_GROUPS.index(one.group), one.code)
    )
}
"""Every rule of this library, in the order of the groups and codes."""

OFF_BY_DEFAULT: Final = frozenset(("STR010",))
"""Rules that are applied only where their whole codes are selected: their limits are no law."""

HINTS: Final = ("ARI005", "ARI008", "ARI009")
"""Rules that explain a finding of another one and never stand alone."""
