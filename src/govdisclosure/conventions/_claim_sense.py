"""What the words around a figure say that it counts."""

from collections.abc import Sequence
from typing import Final, NamedTuple, cast

from govdisclosure.conventions._claim_kinds import ClaimKind, Readings, readings_of
from govdisclosure.conventions._claim_words import NOUNS, Token

__all__ = ["DISCLOSED", "NO_TOPIC", "OTHER", "REQUEST_UNITS", "Topic", "fate_of", "head_of", "senses_of", "topic_after"]

OTHER: Final[Readings] = ("other_figure",)
REQUEST_UNITS: Final = frozenset("件条份宗起例次项个") | {""}
_DOCUMENT_UNITS: Final = frozenset("件份个部项条篇") | {""}
_PAIR: Final = frozenset(("reconsideration", "litigation"))
_FIRST_GROUPS: Final = ("reconsideration", "litigation")


class Topic(NamedTuple):
    """What the text is about just now: the sort of the last noun, and its names."""

    sort: str = ""
    names: tuple[str, ...] = ()
    is_open: bool = False  # no figure has been given since


NO_TOPIC: Final = Topic()
DISCLOSED: Final = Topic("disclose")
"""The topic of the parts of what was disclosed."""

_TOPICS: Final = {
    "request": "request",
    "outcome": "request",
    "carry": "request",
    "remedy": "remedy",
    "document": "document",
    "decision": "decision",
    "fee": "fee",
    "buy": "buy",
    "disclose": "disclose",
    "other": "other",
}


def topic_after(topic: Topic, token: Token) -> Topic:
    """Give the topic once ``token`` has been read; both remedies named together stay together."""
    sort = _TOPICS.get(token.sort)
    if sort is None or (token.sort == "fee" and not token.name and topic.sort == "fee"):
        return topic
    if sort == "disclose" and topic.sort == "document":  # 制定规范性文件5件，公开5件
        return topic
    if sort == "remedy" and topic.sort == "remedy" and topic.is_open and token.name not in topic.names:
        return Topic(sort, (*topic.names, token.name), is_open=True)
    return Topic(sort, (token.name,), is_open=True)


def senses_of(clause: Sequence[Token], topic: Topic, unit: str, *, each: bool) -> tuple[Readings, ...]:
    """Tell what a count with this ``unit`` may be of, from the words of its clause.

    One reading for each thing that the figure is said of: more than one only where ``each`` says that it is said of
    every one of them.
    """
    if each and len(apart := _apart(clause, topic, unit)) > 1:
        return tuple(reading for reading in apart if _fits(reading, unit))
    reading = _together(clause, topic, unit)
    return (reading if _fits(reading, unit) else OTHER,)


def head_of(clause: Sequence[Token]) -> Token | None:
    """Give the last noun before the figure, for that is what it counts."""
    return next((token for token in reversed(clause) if token.sort in NOUNS), None)


def fate_of(name: str, groups: Sequence[str]) -> Readings:
    """Give 维持 and its like for the remedies that the text speaks of; ``OTHER`` where it speaks of none."""
    if name == "lost":
        return ("litigation.corrected",)
    return cast("Readings", tuple(f"{group}.{name}" for group in groups)) or OTHER


def _apart(clause: Sequence[Token], topic: Topic, unit: str) -> tuple[Readings, ...]:
    """Give the reading of each thing named in the clause."""
    nouns = [token for token in clause if token.sort in ("document", "request")]
    found = (
        _together([*nouns, token], topic, unit)
        for token in clause
        if token.sort in ("remedy", "outcome", "carry", "write", "verb")
    )
    return tuple(dict.fromkeys(found))


def _together(clause: Sequence[Token], topic: Topic, unit: str) -> Readings:
    head = head_of(clause)
    if head is None:
        return _by_verb(clause, topic)
    if head.sort in ("request", "carry"):
        return _requests(clause, head)
    if head.sort == "outcome":
        return _outcomes(clause)
    if head.sort == "remedy":
        return _fated(clause, head) or _remedies([token.name for token in clause if token.sort == "remedy"])
    if head.sort == "fate":
        groups = [token.name for token in clause if token.sort == "remedy"] or topic.names * (topic.sort == "remedy")
        return fate_of(head.name, tuple(groups) or ()) if not head.name.endswith("_rate") else OTHER
    if head.sort == "document":
        return _documents(clause, head.name, topic)
    if head.sort == "decision":
        if unit in ("条", "篇") or any(token.sort == "disclose" for token in clause):
            return ("disclosed_items",)
        return ("disclosed_items", *_named(head.name)) if topic == DISCLOSED else _named(head.name)
    if head.sort == "buy":
        return ("procurement.projects",)
    if any(token.sort == "disclose" for token in clause):
        return _disclosed(clause, topic, unit)
    return OTHER


def _by_verb(clause: Sequence[Token], topic: Topic) -> Readings:
    """Tell what 办结12件 counts: what the text has spoken of before."""
    verbs = {token.name for token in clause if token.sort == "verb"}
    writes = [token.name for token in clause if token.sort == "write"]
    if topic.sort == "document" and writes:
        return _named(f"{topic.names[-1]}.{writes[-1]}")
    if not verbs or any(token.sort == "keep" for token in clause):
        return OTHER
    if topic.sort == "remedy":
        return _remedies(topic.names)
    return readings_of(verbs) if topic.sort in ("request", "fee") else OTHER


def _requests(clause: Sequence[Token], head: Token) -> Readings:
    if any(token.sort == "keep" and token.start < head.start for token in clause):
        return OTHER  # 收到上级转办的申请, 收到不属于公开范围的申请: some of them
    carries = [token.name for token in clause if token.sort == "carry"]
    if carries:
        named = next((name for name in reversed(carries) if name), "")
        return _named(named) if named else ("carried_over", "carried_in")
    if any(token.sort == "outcome" for token in clause):
        return _outcomes(clause)
    verbs = {token.name for token in clause if token.sort == "verb"}
    if not verbs and any(token.sort in ("write", "keep", "disclose") and token.start < head.start for token in clause):
        return OTHER
    return readings_of(verbs)


def _outcomes(clause: Sequence[Token]) -> Readings:
    names = dict.fromkeys(token.name for token in clause if token.sort == "outcome")
    if [*names] == ["published"]:
        return ("granted", "disclosed_items")
    if [*names] == ["withdrawn"]:
        return ("otherwise.other", "other_figure")
    if len(names) == 1:
        return _named(next(iter(names)))
    coarse = min(names, key=len, default="")
    if len(names) == 2 and all(name.startswith(coarse) for name in names):  # 因不掌握相关信息无法提供
        return (*_named(max(names, key=len)), *_named(coarse))
    return ("granted_and_partly",) if set(names) == {"granted", "partly_granted"} else ("several_outcomes",)


def _remedies(names: Sequence[str]) -> Readings:
    if len(_PAIR & set(names)) == 2:
        return ("reconsideration_and_litigation",)
    return _named(names[-1])


def _fated(clause: Sequence[Token], head: Token) -> Readings:
    """Read 尚未审结行政复议1件, and 被纠正的行政复议1件, which may be all the same one suit after a reconsideration."""
    fate = next((token for token in clause if token.sort == "fate" and 0 <= head.start - token.end <= len("的")), None)
    if fate is None or fate.name.endswith("_rate") or fate.name == "lost":
        return ()
    read = fate_of(fate.name, (head.name,))
    return read if fate.name == "pending" else (*read, cast("ClaimKind", head.name))


def _documents(clause: Sequence[Token], document: str, topic: Topic) -> Readings:
    if any(token.sort == "keep" and token.name == "with" for token in clause):
        return OTHER
    verbs = [token.name for token in clause if token.sort == "write"]
    if any(token.sort == "disclose" for token in clause):
        verbs.append("disclosed")
    if not verbs and any(token.sort == "keep" for token in clause):
        return OTHER
    if verbs:  # 公开本年制定的规范性文件: both are open
        return cast("Readings", tuple(f"{document}.{verb}" for verb in reversed(dict.fromkeys(verbs))))
    order = ("disclosed", "issued", "in_force") if topic.sort == "disclose" else ("issued", "in_force", "disclosed")
    return cast("Readings", tuple(f"{document}.{verb}" for verb in order))


def _disclosed(clause: Sequence[Token], topic: Topic, unit: str) -> Readings:
    if topic.sort == "document" and not any(token.sort == "other" for token in clause):
        return cast("Readings", ("disclosed_items", f"{topic.names[-1]}.disclosed"))
    last = next(token for token in reversed(clause) if token.sort == "disclose")
    is_outcome = (
        last.name == "open" and topic.sort == "request" and head_of(clause) == last and unit in ("件", "份", "宗")
    )
    return ("granted", "disclosed_items") if is_outcome else ("disclosed_items",)


def _fits(reading: Readings, unit: str) -> bool:
    """Tell whether one counts such things in such units: requests are never counted in 人次."""
    if reading[0] in ("disclosed_items", "other_figure"):
        return True
    return unit in (_DOCUMENT_UNITS if reading[0].startswith(("rules", "normative_documents")) else REQUEST_UNITS)


def _named(name: str) -> Readings:
    return (cast("ClaimKind", name),)
