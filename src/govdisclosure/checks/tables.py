"""TAB 表格: the statutory tables as they are printed."""

from collections.abc import Sequence
from typing import Final

from govdisclosure.checks.rule import Rule

__all__ = ["RULES"]

RULES: Final[Sequence[Rule]] = ()
"""The rules of this module, in the order of their codes."""
