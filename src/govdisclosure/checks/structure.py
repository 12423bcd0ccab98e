"""STR 结构: sections, numbers, lists, and what the law asks a report to say."""

from collections.abc import Sequence
from typing import Final

from govdisclosure.checks.rule import Rule

__all__ = ["RULES"]

RULES: Final[Sequence[Rule]] = ()
"""The rules of this module, in the order of their codes."""
