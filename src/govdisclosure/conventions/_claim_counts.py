"""What a count counts, from the words on either side of it."""

from collections.abc import Sequence

from govdisclosure.conventions._claim_draft import Draft
from govdisclosure.conventions._claim_kinds import Readings
from govdisclosure.conventions._claim_sense import DISCLOSED, OTHER, head_of, senses_of
from govdisclosure.conventions._claim_situation import LINK, SEPARATORS, Situation, draft_of
from govdisclosure.conventions._claim_words import NOUNS, Token

__all__ = ["counts_of"]


def counts_of(case: Situation) -> list[Draft]:
    """Give the claims of a count: of each thing named, where it is said of each."""
    governed = _governed(case)
    if governed is not None:
        return [governed]
    clause = [token for token in case.clause if token.sort not in ("up", "down")]
    if case.is_near and any(token.sort not in ("applicant", "channel") for token in clause):
        before = DISCLOSED if case.is_disclosed else case.before
        apart = _continued(case) or senses_of(clause, before, case.figure.unit, each=case.is_each)
        named = [draft_of(case, reading, clause) for reading in apart]
        if named and (named[0].readings != OTHER or case.whole is None):
            return named
    if case.latest is not None and not case.content and case.words.startswith(("由", "从"), case.token.start - 1):
        found = draft_of(case, case.latest.readings)
        found.is_compared = True  # 由10件增加到12件
        return [found]
    readings = _unnamed(case)
    if not case.is_near:  # 公开部门预算信息12条: any noun may stand between
        clause = clause[_last_disclose(clause) :] if readings[0] == "disclosed_items" and case.whole is None else []
    return [draft_of(case, readings, clause)]


def _continued(case: Situation) -> tuple[Readings, ...]:
    """Read 纸质申请36件 in 办理网上申请3件、纸质申请36件: the verb of the first holds for the second."""
    begins = [token.sort for token in case.segment[:1]] == ["pause"] and {token.sort for token in case.content} <= {
        "request",
        "applicant",
        "channel",
    }
    return (case.last.readings,) if begins and case.last is not None and case.last.is_of_requests else ()


def _unnamed(case: Situation) -> Readings:
    """Read a figure that no noun stands before: a part is of its whole's kind, whatever its label says."""
    if case.whole is not None:
        return case.whole.readings
    if case.total is not None and not case.content:
        return case.total
    if case.is_compared and case.last is not None and not case.content:
        return case.last.readings
    if case.last is not None and case.content and case.is_near and _is_only_a_channel(case):
        return case.last.readings
    if case.latest is not None and case.is_near and all(token.sort in ("up", "down") for token in case.content):
        return case.latest.readings  # 增加到12件
    if not case.is_near and any(token.sort == "disclose" for token in case.clause):
        return ("disclosed_items",)
    return OTHER


def _last_disclose(clause: Sequence[Token]) -> int:
    return max((at for at, token in enumerate(clause) if token.sort == "disclose"), default=len(clause))


def _is_only_a_channel(case: Situation) -> bool:
    """Tell whether the clause has nothing but a channel or an applicant: 收到网上申请5件、信函3件."""
    if any(token.sort not in ("applicant", "channel") for token in case.clause):
        return False
    at, residue = max((token.end for token in case.segment if token.sort in SEPARATORS), default=-1), ""
    at = case.segment[0].start if at < 0 else at
    for token in case.segment:
        if token.start >= at:
            residue += case.words[at : token.start]
            at = token.end
    return LINK.fullmatch(residue) is not None


def _governed(case: Situation) -> Draft | None:
    """Read a figure with its noun behind it: 收到12件政府信息公开申请, 对5件申请不予公开."""
    nouns = [token for token in case.right if token.sort in NOUNS]
    head = head_of(case.clause) if case.is_near else None
    if not nouns or (head is not None and head.sort != "disclose"):
        return None
    noun = nouns[-1]
    if head is not None and noun.sort not in ("document", "decision"):
        return None
    left = case.clause if case.is_near else []
    verbs = [token for token in (*left, *case.right) if token.sort == "verb" and token.end <= noun.start]
    if noun.sort == "request" and not verbs and (case.content or not _ends_clause(case, noun)):
        # 3件申请收取了费用 says nothing of all requests
        return None if case.is_near else draft_of(case, OTHER, (), noun.end)
    readings = senses_of([*left, *case.right], case.before, case.figure.unit, each=False)
    said = [*left, *(token for token in case.right if token.end <= noun.start)]
    return draft_of(case, readings[0] if readings else OTHER, said, noun.end)


def _ends_clause(case: Situation, noun: Token) -> bool:
    return case.words[noun.end : noun.end + 1] in ("", *"，,。;、)\n")
