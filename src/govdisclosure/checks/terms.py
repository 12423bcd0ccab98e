"""TXT 用语: citations, names and words that lists know to be wrong."""

from collections.abc import Sequence
from typing import Final

from govdisclosure.checks.rule import Rule

__all__ = ["RULES"]

RULES: Final[Sequence[Rule]] = ()
"""The rules of this module, in the order of their codes."""
