"""Examples of the rules of :mod:`govdisclosure.checks.agreement`."""

from collections.abc import Mapping
from typing import Final

from govdisclosure.testing._example import Example

__all__ = ["EXAMPLES"]

EXAMPLES: Final[Mapping[str, Example]] = {}
