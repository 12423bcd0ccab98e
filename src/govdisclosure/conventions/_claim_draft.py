"""A claim while it is found: by places in the words."""

from typing import Literal, TypeAlias, cast

from attrs import define

from govdisclosure.conventions._claim_context import PLAIN, Context
from govdisclosure.conventions._claim_figures import Figure
from govdisclosure.conventions._claim_kinds import Readings

__all__ = ["Applicant", "Change", "Draft", "applicant_of", "is_of_some"]

Applicant: TypeAlias = Literal[
    "natural_person", "organisations", "commercial", "research", "public_welfare", "legal_service"
]
"""Whose requests: the columns of the form, and ``"organisations"`` for 法人或其他组织 together."""

Change: TypeAlias = Literal["increase", "decrease"]
"""Which way a figure of change goes."""


@define(eq=False)
class Draft:
    """One reading of one figure, at ``words[start:end]``; what is known of it is put on as it is found."""

    readings: Readings
    start: int
    end: int
    figure_start: int
    figure_end: int
    figure: Figure
    context: Context = PLAIN
    base: Readings = ()
    applicant: Applicant | None = None
    channel: str = ""
    change: Change | None = None
    is_compared: bool = False  # 较上年的10件
    approximation: str = ""
    whole: "Draft | None" = None
    part_word: str = ""
    is_in_words: bool = False
    qualifier: str = ""
    names_disclosure: bool = False

    @property
    def is_of_requests(self) -> bool:
        """Whether it counts requests, by any verb."""
        return self.readings[0] in ("received", "received_and_carried_in", "handled")


def is_of_some(kinds: set[str]) -> bool:
    """Tell whether several kinds are named, but not all: 科研机构、法律服务机构 have no column together."""
    return len(kinds) > 1 and not ("organisations" in kinds and kinds & {"natural_person", "citizen"})


def applicant_of(kinds: set[str], *, is_part: bool) -> Applicant | None:
    """Tell whose requests: 公民、法人和其他组织 are everybody, and 公民 alone is often a way of speaking."""
    if len(kinds) != 1:
        return None
    kind = next(iter(kinds))
    if kind == "citizen":
        return "natural_person" if is_part else None
    return cast("Applicant", kind)
