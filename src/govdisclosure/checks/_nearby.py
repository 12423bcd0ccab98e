"""The figures of a paragraph around one of them. Nobody goes far for a whole or a part, nor must hostile text cost."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from govdisclosure.checks.prose import Paragraph
from govdisclosure.checks.rule import Case
from govdisclosure.conventions.claims import Claim

__all__ = ["claims_before", "claims_from"]

_FURTHEST: Final = 40  # claims


def claims_before(case: Case, paragraph: Paragraph, position: int) -> Sequence[Claim]:
    """Give the figures that stand before a place in the text, the nearest last."""
    mine, at = _at(case, paragraph, position)
    return mine[max(0, at - _FURTHEST) : at]


def claims_from(case: Case, paragraph: Paragraph, position: int) -> Sequence[Claim]:
    """Give the figure at a place in the text, if one stands there, and those behind it."""
    mine, at = _at(case, paragraph, position)
    return mine[at : at + _FURTHEST]


def _at(case: Case, paragraph: Paragraph, position: int) -> tuple[Sequence[Claim], int]:
    mine = case.claims_in[paragraph.path]
    return mine, bisect_left(mine, position, key=lambda one: one.figure_start)
