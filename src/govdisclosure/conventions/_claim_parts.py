"""Which figure is a part of which: 其中, brackets, lists after a colon."""

from collections.abc import Sequence
from typing import Final

from attrs import define, field

from govdisclosure.conventions._claim_draft import Draft
from govdisclosure.conventions._claim_figures import MONEY, PERCENT
from govdisclosure.conventions._claim_kinds import ClaimKind, Readings
from govdisclosure.conventions._claim_words import NOUNS, Token

__all__ = ["Levels"]

_DEEPEST: Final = 16  # brackets in brackets: nobody nests deeper, and hostile text must not cost more

_SUMS: Final[dict[frozenset[ClaimKind], Readings]] = {
    frozenset(("received", "carried_in")): ("received_and_carried_in",),
    frozenset(("granted", "partly_granted")): ("granted_and_partly",),
    frozenset(("reconsideration", "litigation")): ("reconsideration_and_litigation",),
}


@define
class _Level:
    """One depth of brackets: its last whole figures, and the wholes whose parts are being listed."""

    last: dict[str, Draft] = field(factory=dict[str, Draft])
    latest: Draft | None = None
    before: Draft | None = None  # the one before the latest
    wholes: dict[str, Draft] = field(factory=dict[str, Draft])
    word: str = ""
    sort: str = ""  # of the noun of the first part
    is_fresh: bool = False


@define
class Levels:
    """The brackets that are open, outermost first."""

    stack: list[_Level] = field(factory=lambda: [_Level()])
    skipped: int = 0

    @property
    def top(self) -> _Level:
        """The innermost."""
        return self.stack[-1]

    def last(self) -> Draft | None:
        """Give the last whole figure that is no percentage, at this depth or outside it."""
        return next((level.last["count"] for level in reversed(self.stack) if "count" in level.last), None)

    def latest(self) -> Draft | None:
        """Give the last figure that is no percentage, parts too, at this depth or outside it."""
        return next((level.latest for level in reversed(self.stack) if level.latest is not None), None)

    def total(self) -> Readings | None:
        """Give what 共计12件 means after two figures that the form's sums join."""
        if self.top.before is None or self.top.latest is None:
            return None
        return _SUMS.get(frozenset((self.top.before.readings[0], self.top.latest.readings[0])))

    def open(self, before: Draft | None) -> None:
        """Open a bracket; right behind a figure, ``before``, its parts may stand in it."""
        if len(self.stack) == _DEEPEST:
            self.skipped += 1
            return
        wholes = {_class(before.figure.unit): before} if before is not None and _is_level(before) else {}
        self.stack.append(_Level(wholes=wholes, word="（" if wholes else "", is_fresh=True))

    def close(self) -> None:
        """Close the innermost bracket."""
        if self.skipped:
            self.skipped -= 1
        elif len(self.stack) > 1:
            self.stack.pop()

    def list_parts(self, word: str) -> None:
        """Begin to list the parts of the last whole figure."""
        top = self.top
        if top.last:
            top.wholes = dict(top.last)
        top.word, top.is_fresh = (word, True) if top.wholes else ("", False)

    def end_sentence(self) -> None:
        """End every bracket and list; the last whole figures may still be broken down in the next sentence."""
        base = self.stack[0]
        self.stack, self.skipped = [_Level(last=dict(base.last), latest=base.latest)], 0

    def whole_of(self, segment: Sequence[Token], unit: str) -> tuple[Draft | None, str]:
        """Give the figure that one with these words before it is a part of, and the word that says so."""
        top = self.top
        if top.is_fresh:
            top.sort = _sort(segment)
        elif top.wholes and top.word != "（" and _ends_list(segment, top.sort):
            top.wholes = {}
        top.is_fresh = False
        whole = None if unit in PERCENT else top.wholes.get(_class(unit))
        return whole, top.word if whole is not None else ""

    def note(self, draft: Draft) -> None:
        """Remember a figure; percentages, changes and what those are compared with are broken down by nobody."""
        if not _is_level(draft):
            return
        self.top.before, self.top.latest = self.top.latest, draft
        if draft.whole is None:
            self.top.last[_class(draft.figure.unit)] = draft


def _is_level(draft: Draft) -> bool:
    return draft.figure.unit not in PERCENT and draft.change is None and not draft.is_compared


def _class(unit: str) -> str:
    return "money" if unit in MONEY else "count"


def _sort(segment: Sequence[Token]) -> str:
    return next((token.sort for token in reversed(segment) if token.sort in NOUNS), "")


def _ends_list(segment: Sequence[Token], sort: str) -> bool:
    """Tell whether a figure after these words is no part any more: 其中自然人10件，法人2件；共办结11件."""
    if any(token.sort in ("applicant", "channel") for token in segment):
        return False
    if any(token.sort == "semi" for token in segment) and _sort(segment) not in ("", sort):
        return True
    return any(
        token.sort == "total"
        or (token.sort == "verb" and token.name != "new")
        or (token.sort, token.name) in (("when", "year"), ("carry", "carried_over"))
        for token in segment
    )
