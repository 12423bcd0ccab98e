"""How the kinds of figures that prose states go together: by the rows of the tables that they are held against."""

from typing import Final

__all__ = ["CARRIED", "DOCUMENTS", "HANDLED", "OUTCOMES", "RECEIVED", "REMEDIES", "REQUESTS", "row_of"]

RECEIVED: Final = frozenset(("received", "received_and_carried_in"))
HANDLED: Final = frozenset(("handled", "answered"))
CARRIED: Final = frozenset(("carried_in", "carried_over"))
OUTCOMES: Final = frozenset(
    (
        "granted",
        "partly_granted",
        "granted_and_partly",
        "refused",
        "unable_to_provide",
        "not_processed",
        "otherwise",
    )
)
"""What may come of a request: rows of table 三, groups of them, and a sum that prose gives as one figure."""

REQUESTS: Final = RECEIVED | HANDLED | CARRIED | OUTCOMES
"""What table 三 has."""

DOCUMENTS: Final = frozenset(("rules", "normative_documents"))
"""What table 二 has and prose is held against: it counts licences and penalties by items, files, kinds of procedure."""

REMEDIES: Final = ("reconsideration", "litigation", "direct_litigation")
"""How the kinds of remedies begin."""


def row_of(kind: str) -> str:
    """Return the row or group of a kind.

    Example:
        >>> row_of("refused.state_secret")
        'refused'
    """
    return kind.partition(".")[0]
