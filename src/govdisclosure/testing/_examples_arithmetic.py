"""Examples of the rules of :mod:`govdisclosure.checks._arithmetic`."""

from collections.abc import Mapping
from typing import Final

from govdisclosure.model.cells import Printed
from govdisclosure.testing._example import Example

__all__ = ["EXAMPLES"]

_TABLE: Final = "applications.table"
_NORMATIVE: Final = "proactive.table.normative_documents"

EXAMPLES: Final[Mapping[str, Example]] = {
    "ARI001": Example(bad={f"{_TABLE}.carried_over.natural_person": 3}, good={f"{_TABLE}.received.total": None}),
    "ARI002": Example(
        bad={f"{_TABLE}.granted.natural_person": 80}, good={f"{_TABLE}.granted.commercial": Printed("/")}
    ),
    "ARI003": Example(bad={f"{_TABLE}.received.total": 31}, good={f"{_TABLE}.granted.total": None}),
    "ARI004": Example(
        bad={"remedies.table.reconsideration.total": 4},
        good={f"remedies.table.direct_litigation.{name}": None for name in ("upheld", "corrected", "other", "pending")},
    ),
    "ARI007": Example(
        bad={f"{_TABLE}.granted.total": None},
        good={f"{_TABLE}.granted.{name}": None for name in ("commercial", "research")},
    ),
    "ARI010": Example(bad={f"{_NORMATIVE}.in_force": 8}, before={}),
    "ARI011": Example(bad={f"{_NORMATIVE}.repealed": 10}, good={f"{_NORMATIVE}.repealed": 9}, before={}),
    "ARI013": Example(bad={f"{_NORMATIVE}.disclosed": 9}, good={f"{_NORMATIVE}.disclosed": 3}, year=2019),
}
