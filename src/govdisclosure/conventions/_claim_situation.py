"""A figure among its words, and the claim that is made of it."""

import re
from collections.abc import Sequence
from typing import Final

from attrs import define, field

from govdisclosure.conventions._claim_draft import Draft, applicant_of, is_of_some
from govdisclosure.conventions._claim_figures import Figure
from govdisclosure.conventions._claim_kinds import Readings
from govdisclosure.conventions._claim_qualifier import OF_REMEDIES, OF_REQUESTS, OF_VERBS, qualifier, qualifier_before
from govdisclosure.conventions._claim_sense import OTHER, Topic
from govdisclosure.conventions._claim_words import CONTENT, FLUFF, NOUNS, Token

__all__ = ["LINK", "SEPARATORS", "Situation", "draft_of", "without_glosses"]

SEPARATORS: Final = ("comma", "semi", "colon", "stop")
"""Sorts of tokens that part one clause from the next."""

_CLAUSE_EDGES: Final = (*SEPARATORS, "pause", "open", "close", "part")

LINK: Final = re.compile("(?:、|和|或者?|及|通过|以|采用|采取|用|经|由|的|等|受理点|接收|申请)*+")
"""What may stand around a channel or an applicant."""

_GAP: Final = 60  # further away from its figure than this, a noun is about something else
_ALL_CHANNELS: Final = 3  # who lists as many ways speaks of all: 通过网站、信函、当面等渠道收到12件
_GLOSS: Final = re.compile(r"\([^()]{0,60}\)")
_BEFORE: Final = ("大约", "将近", "不足", "不到", "超过", "突破", "约", "近", "超", "逾")
_AFTER: Final = re.compile("以上|左右|以内|以下|余")
_LONGEST_LABEL: Final = 30
_LABEL: Final = re.compile("[㐀-䶿一-鿿“”0-9A-Za-z]*+$")
_EACH: Final = re.compile("[均各都]|分别")


@define
class Situation:
    """A figure, the words since the last one, the words up to the next one, and what was said before.

    Attributes:
        content: the words since the last figure that say what is counted.
        clause: those of the nearest clause that has any; the one before joins where this one only tells a channel.
        gap: what stands between the last of them and the figure; brackets aside.
        is_near: whether the last of them is about this figure.
    """

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
    part_word: str
    total: Readings | None  # what 共计12件 is the sum of
    is_compared: bool  # 较上年的10件
    since: int  # where the last figure of the sentence ends
    begin: int  # of the sentence
    content: list[Token] = field(init=False)
    clause: list[Token] = field(init=False)
    gap: str = field(init=False, default="…")
    is_near: bool = field(init=False, default=False)

    def __attrs_post_init__(self) -> None:
        self.content = [token for token in self.segment if token.sort in CONTENT]
        self.clause = _nearest_clause(self.segment) if self.content else []
        if self.content and self.token.start - self.content[-1].end <= _GAP + 60:
            gap = self.words[self.content[-1].end : self.token.start]
            self.gap = _GLOSS.sub("", gap) if "(" in gap else gap
            is_close = len(self.gap) <= _GAP and FLUFF.fullmatch(self.gap) is not None
            self.is_near = is_close and not self._is_of_the_last() and self._is_joined()

    def _is_of_the_last(self) -> bool:
        """Tell whether the word goes with the figure before it: 11件按时答复，1件延期."""
        first_mark = next((token for token in self.segment if token.sort in SEPARATORS), None)
        return self.since > 0 and first_mark is not None and first_mark.start >= self.content[-1].end

    def _is_joined(self) -> bool:
        """Tell whether a channel or an applicant goes with the word before it, and not with one in between."""
        at = len(self.content) - 1
        while at > 0 and self.content[at].sort in ("applicant", "channel"):
            between = self.words[self.content[at - 1].end : self.content[at].start]
            if not (LINK.fullmatch(between) or FLUFF.fullmatch(between)):
                return any(mark in between for mark in "，,;:")  # 收到申请并走访企业12次
            at -= 1
        return True

    @property
    def is_bracketed(self) -> bool:
        """Whether nothing stands between a bracket and the figure."""
        return bool(self.segment) and self.segment[-1].sort == "open"

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
    """Give the claim of a figure: from the first of these words, or else from where its clause begins.

    ``end`` is where its noun ends, if that stands behind the figure.
    """
    token = case.token
    kinds = {other.name for other in clause if other.sort == "applicant"}
    channels = [case.words[other.start : other.end] for other in clause if other.sort == "channel"]
    if is_of_some(kinds):
        readings = OTHER
    return Draft(
        readings,
        min(token.start, clause[0].start) if clause else case.label_start,
        max(token.end, end),
        token.start,
        token.start + case.figure.width,
        case.figure,
        applicant=applicant_of(kinds, is_part=case.whole is not None),
        channel=channels[-1] if 0 < len(channels) < _ALL_CHANNELS else "",
        approximation=_approximation(case),
        whole=case.whole,
        part_word=case.part_word,
        qualifier=_qualifier(case, clause, end),
    )


def _qualifier(case: Situation, clause: Sequence[Token], end: int) -> str:
    if end:
        noun = next((token for token in reversed(case.right) if token.end == end and token.sort == "request"), None)
        return qualifier(case.words, case.right, case.token.end, noun.start, OF_REQUESTS) if noun is not None else ""
    verbs = [token for token in clause if token.sort == "verb"]
    if (remedy := _first(clause, "remedy")) is not None:
        return qualifier(case.words, case.segment, _clause_start(case, remedy), remedy.start, OF_REMEDIES)
    if (head := _first(clause[::-1], "request")) is not None:
        governing = [verb for verb in verbs if verb.end <= head.start]
        if governing:
            return qualifier(case.words, case.segment, governing[-1].end, head.start, OF_REQUESTS)
        return qualifier_before(case.words, _clause_start(case, head, SEPARATORS), head.start)
    if verbs and not any(token.sort in NOUNS for token in clause):
        return qualifier(case.words, case.segment, _clause_start(case, verbs[0]), verbs[0].start, OF_VERBS)
    return ""


def _first(tokens: Sequence[Token], sort: str) -> Token | None:
    return next((token for token in tokens if token.sort == sort), None)


def _clause_start(case: Situation, word: Token, edges: Sequence[str] = _CLAUSE_EDGES) -> int:
    """Where the words begin that belong to this one: behind the last mark or figure."""
    marks = (token.end for token in case.segment if token.sort in edges and token.end <= word.start)
    return max(case.since, case.begin, *marks)


def _approximation(case: Situation) -> str:
    if case.words.endswith(_BEFORE, 0, case.token.start):
        return next(word for word in _BEFORE if case.words.endswith(word, 0, case.token.start))
    after = _AFTER.match(case.words, case.token.end)
    return case.figure.more or (after[0] if after else "")


def _nearest_clause(segment: Sequence[Token]) -> list[Token]:
    tokens: list[Token] = []
    is_enough = False
    for token in reversed(segment):
        if token.sort in SEPARATORS:
            if is_enough:
                break
        elif token.sort in CONTENT:
            tokens.append(token)
            is_enough = is_enough or token.sort not in ("applicant", "channel")
    tokens.reverse()
    return tokens


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
