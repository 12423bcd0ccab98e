"""DAT 日期: the day of the report, its period, and the days that it names."""

from collections.abc import Sequence
from typing import Final

from govdisclosure.checks.rule import Rule

__all__ = ["RULES"]

RULES: Final[Sequence[Rule]] = ()
"""The rules of this module, in the order of their codes."""
