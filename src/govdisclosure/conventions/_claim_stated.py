"""What is stated without a figure: 未收到申请, 无行政复议, 均已办结."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from govdisclosure.conventions._claim_draft import Draft, applicant_of, is_of_some
from govdisclosure.conventions._claim_figures import Figure
from govdisclosure.conventions._claim_kinds import Readings, readings_of
from govdisclosure.conventions._claim_qualifier import OF_REMEDIES, OF_REQUESTS, qualifier
from govdisclosure.conventions._claim_sense import OTHER, Topic, senses_of
from govdisclosure.conventions._claim_words import CONTENT, NOUNS, Token

__all__ = ["all_drafts", "none_drafts"]

_OTHERWISE: Final = re.compile("[以之]外|(?:案件)?(?:被|遭)?(?:撤销|责令|改判|变更|驳回)")
"""What turns a denial round: 未制定规范性文件以外的文件, 未出现行政复议被撤销."""

_TAIL: Final = re.compile("的?(?:情况|情形|事项|事件|案件|现象|来信|信息)*+")
_QUALIFIERS: Final = ("verb", "write", "remedy", "carry", "fate")
_TIMELY: Final = re.compile("按时|按期|及时|按规定|按照规定|时限|期限|限时|法定|规定时间")
_LOOSE: Final = "(?:被|提起|引起|引发|发生|申请|的|情况|事项|案件|任何)*+"
_JOINT: Final = re.compile(f"{_LOOSE}(?:[、和及与或]|以及|或者){_LOOSE}")
_NONE: Final = Figure(0, "", Decimal(1), 0, is_han=True)
_ALL: Final = Figure(100, "%", Decimal(1), 0, is_han=True)


def none_drafts(
    words: str, neg: Token, following: Sequence[Token], topic: Topic, *, names_disclosure: bool
) -> list[Draft]:
    """Read 未收到…申请 and the like; ``following`` are the words of its clause, and no figure is among them."""
    clause = [token for token in following if token.sort in CONTENT]
    found = list(_denied(words, neg, clause, topic))
    if not found and names_disclosure and [token.sort for token in clause] == ["fee"]:
        return list(_denied(words, neg, clause, Topic("request")))  # 未收取任何费用, after other things
    return found


def all_drafts(words: str, token: Token, topic: Topic, *, names_disclosure: bool) -> list[Draft]:
    """Read 均已按时办结 and 均获维持 as a rate of 100 per cent."""
    text = words[token.start : token.end]
    reading: Readings = OTHER
    if token.name == "upheld":
        reading = ("upheld_rate",) if topic.sort == "remedy" else OTHER
    elif topic.sort == "request" or (topic.sort in ("", "fee") and names_disclosure):
        reading = ("timely_rate",) if _TIMELY.search(text) else ("handling_rate",)
    if reading == OTHER:
        return []
    width = 2 if text.startswith("全") else 1
    return [Draft(reading, token.start, token.end, token.start, token.start + width, _ALL, is_in_words=True)]


def _denied(words: str, neg: Token, clause: Sequence[Token], topic: Topic) -> Iterator[Draft]:
    chain = _chain(words, clause)
    if not chain:
        return
    if _OTHERWISE.match(words, chain[-1].end):
        return
    tail = _TAIL.match(words, chain[-1].end)
    end = tail.end() if tail else chain[-1].end
    applicants = {token.name for token in clause if token.sort == "applicant"}
    channel = next((words[token.start : token.end] for token in reversed(clause) if token.sort == "channel"), "")
    for sort in dict.fromkeys(token.sort for token in chain):
        nouns = [token for token in chain if token.sort == sort]
        reading = _nothing_of(nouns, [token for token in clause if token.sort in _QUALIFIERS], topic)
        if reading == OTHER:
            continue
        found = Draft(reading, neg.start, end, neg.start, neg.end, _NONE, is_in_words=True)
        if sort == "request":
            if is_of_some(applicants):
                continue
            found.applicant, found.channel = applicant_of(applicants, is_part=False), channel
            found.qualifier = qualifier(words, clause, neg.end, nouns[0].start, OF_REQUESTS)
        elif sort == "remedy":
            found.qualifier = qualifier(words, clause, neg.end, nouns[0].start, OF_REMEDIES)
        yield found


def _chain(words: str, clause: Sequence[Token]) -> list[Token]:
    """Give the nouns that are denied: the last one, and those before it that 、 or 和 joins to it."""
    nouns = [token for token in clause if token.sort in NOUNS]
    chain = nouns[-1:]
    for token in reversed(nouns[:-1]):
        gap = words[token.end : chain[0].start]
        if not (_JOINT.fullmatch(gap) or (gap == "" and token.sort == chain[0].sort)):
            break
        chain.insert(0, token)
    return chain


def _nothing_of(nouns: Sequence[Token], others: Sequence[Token], topic: Topic) -> Readings:
    sort, verbs = nouns[0].sort, {token.name for token in others if token.sort == "verb"}
    if sort == "request" and not any(token.sort == "carry" for token in others):
        return readings_of(verbs) if verbs & {"accept", "done", "work"} else ("received",)
    if sort == "fee":
        names = [token.name for token in nouns if token.name]
        if not names and topic.sort not in ("fee", "request"):
            return OTHER
        return ("fees.amount",) if "fees.amount" in (names or topic.names) else ("processing_fee",)
    if sort in ("other", "outcome", "disclose", "rate", "other_rate", "buy"):
        return OTHER
    return senses_of([*(token for token in others if token.sort != "verb"), *nouns], topic, "", each=False)[0]
