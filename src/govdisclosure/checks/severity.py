"""How sure a finding is."""

from enum import Enum
from typing import Final

__all__ = ["Severity"]


class Severity(Enum):
    """How sure a finding is: an error is false in itself, a warning very probably, a note is to be looked at.

    Example:
        >>> Severity.ERROR.letter, Severity("warning").letter, Severity.NOTE < Severity.WARNING
        ('E', 'W', True)
    """

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def letter(self) -> str:
        """The first letter: N, W or E.

        Example:
            >>> Severity.NOTE.letter
            'N'
        """
        return self.value[0].upper()

    @property
    def rank(self) -> int:
        """The greater, the graver.

        Example:
            >>> Severity.NOTE.rank, Severity.ERROR.rank
            (0, 2)
        """
        return _RANKS[self]

    def __lt__(self, other: "Severity") -> bool:
        return self.rank < other.rank


_RANKS: Final = {severity: rank for rank, severity in enumerate(Severity)}
