"""A bad and a good example of each rule: changes in the clean report, shown on the rule's page and run as tests."""

from collections.abc import Mapping
from typing import Final

from govdisclosure.testing import (
    _examples_agreement,
    _examples_arithmetic,
    _examples_days,
    _examples_privacy,
    _examples_structure,
    _examples_tables,
    _examples_terms,
    _examples_wording,
    _examples_years,
)
from govdisclosure.testing._example import Example

__all__ = ["EXAMPLES", "Example"]

EXAMPLES: Final[Mapping[str, Example]] = {
    **_examples_arithmetic.EXAMPLES,
    **_examples_tables.EXAMPLES,
    **_examples_structure.EXAMPLES,
    **_examples_wording.EXAMPLES,
    **_examples_terms.EXAMPLES,
    **_examples_agreement.EXAMPLES,
    **_examples_years.EXAMPLES,
    **_examples_days.EXAMPLES,
    **_examples_privacy.EXAMPLES,
}
"""The examples by the codes of their rules."""
