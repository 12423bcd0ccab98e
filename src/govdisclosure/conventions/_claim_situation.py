"""A figure among its words, and the claim that is made of it."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from attrs import define

from govdisclosure.conventions._claim_draft import Draft, applicant_of
from govdisclosure.conventions._claim_figures import Figure
from govdisclosure.conventions._claim_kinds import Readings
from govdisclosure.conventions._claim_sense import Topic
from govdisclosure.conventions._claim_words import CONTENT, FLUFF, Token

__all__ = ["LINK", "SEPARATORS", "Situation", "draft_of", "without_glosses"]

SEPARATORS: Final = ("comma", "semi", "colon", "stop")
"""Sorts of tokens that part one clause from the next."""

LINK: Final = re.compile("(?:、|和|或者?|及|通过|以|采用|采取|用|经|由|的|等|受理点|接收|申请)*+")
"""What may stand around a channel or an applicant."""

_GAP: Final = 60  # further away from its figure than this, a noun is about something else
_GLOSS: Final = re.compile(r"\([^()]{0,60}\)")
_BEFORE: Final = re.compile("大约|将近|不足|不到|超过|突破|[约近超逾]")
_AFTER: Final = re.compile("以上|左右|以内|以下|余")
_LONGEST_LABEL: Final = 30
_LABEL: Final = re.compile("[㐀-䶿一-鿿“”0-9A-Za-z]*+$")
_EACH: Final = re.compile("[均各都]|分别")


@define(slots=False)
class Situation:
    """A figure, the words since the last one, the words up to the next one, and what was said before."""

    words: str
    token: Token
    figure: Figure
    segment: list[Token]
    right: list[Token]
    before: Topic  # before this clause
    topic: Topic  # with this clause
    last: Draft | None  # the last count, parts aside
    latest: Draft | None  # the last count
    whole: Draft | None
    total: Readings | None  # what 共计12件 is the sum of
    is_bracketed: bool  # nothing stands between the bracket and the figure
    is_compared: bool  # 较上年的10件
    since: int  # where the last figure ends

    @cached_property
    def content(self) -> list[Token]:
        """The words since the last figure that say what is counted."""
        return [token for token in self.segment if token.sort in CONTENT]

    @cached_property
    def gap(self) -> str:
        """What stands between the last of them and the figure; brackets aside."""
        start = self.content[-1].end
        if self.token.start - start > _GAP + 60:
            return "…"
        return _GLOSS.sub("", self.words[start : self.token.start])

    @cached_property
    def is_near(self) -> bool:
        """Whether the last of them is about this figure."""
        if not self.content or len(self.gap) > _GAP or not FLUFF.fullmatch(self.gap):
            return False
        for before, token in zip(self.content[-2::-1], self.content[:0:-1], strict=True):
            if token.sort not in ("applicant", "channel"):
                break
            between = self.words[before.end : token.start]
            if not (LINK.fullmatch(between) or FLUFF.fullmatch(between)):
                return any(mark in between for mark in "，,;:")  # 收到申请并走访企业12次
        return True

    @cached_property
    def clause(self) -> list[Token]:
        """The words of the nearest clause that has any; the one before joins where this one only tells a channel."""
        tokens: list[Token] = []
        is_enough = False
        for token in reversed(self.segment):
            if token.sort in SEPARATORS:
                if is_enough:
                    break
            elif token.sort in CONTENT:
                tokens.append(token)
                is_enough = is_enough or token.sort not in ("applicant", "channel")
        tokens.reverse()
        return tokens

    @property
    def label_start(self) -> int:
        """Where the words right before the figure begin: 机构设置1条."""
        edges = (token.end for token in self.segment if token.sort in ("part", "total", "year", "when", "scope"))
        start = max(self.since, self.token.start - _LONGEST_LABEL, *edges)
        found = _LABEL.search(self.words, start, self.token.start)
        return found.start() if found else self.token.start

    def nearest(self, *sorts: str) -> Token | None:
        """Give the last word of one of these sorts in the clause."""
        return next((token for token in reversed(self.clause) if token.sort in sorts), None)

    @property
    def is_disclosed(self) -> bool:
        """Whether it goes on listing what was disclosed: 公示行政许可12件、行政处罚8件."""
        listed = self.whole if self.whole is not None or self.since == 0 else self.latest
        return listed is not None and listed.readings[0] == "disclosed_items"

    @property
    def is_each(self) -> bool:
        """Whether the figure is said of each thing named: 均为0件, 分别为12件、3件."""
        return bool(self.content) and _EACH.search(self.gap) is not None

    @property
    def is_respectively(self) -> bool:
        """Whether the figures that follow belong to the things named, in turn."""
        return bool(self.content) and "分别" in self.gap


def draft_of(case: Situation, readings: Readings, clause: Sequence[Token] = (), end: int = 0) -> Draft:
    """Give the claim of a figure: from the first of these words, or else from where its clause begins."""
    token = case.token
    after = _AFTER.match(case.words, token.end)
    before = _BEFORE.search(case.words, max(0, token.start - 2), token.start)
    rough = before[0] if before and before.end() == token.start else case.figure.more or (after[0] if after else "")
    kinds = {other.name for other in clause if other.sort == "applicant"}
    channels = [case.words[other.start : other.end] for other in clause if other.sort == "channel"]
    return Draft(
        readings,
        min(token.start, clause[0].start) if clause else case.label_start,
        max(token.end, end),
        token.start,
        token.start + case.figure.width,
        case.figure,
        applicant=applicant_of(kinds, is_part=case.whole is not None),
        channel=channels[-1] if channels else "",
        approximation=rough,
    )


def without_glosses(segment: Sequence[Token]) -> list[Token]:
    """Leave out what stands in brackets without a figure: 其他处理（含撤回申请）12件."""
    kept: list[Token] = []
    opened: list[int] = []
    for token in segment:
        if token.sort == "open":
            opened.append(len(kept))
        if token.sort == "close" and opened:
            del kept[opened.pop() :]
        elif token.sort != "close":
            kept.append(token)
    return kept
