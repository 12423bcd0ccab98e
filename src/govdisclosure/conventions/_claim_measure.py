"""What one figure states: a count, a sum of money, a share, a rate or a change."""

from typing import cast

from govdisclosure.conventions._claim_counts import counts_of
from govdisclosure.conventions._claim_draft import Change, Draft
from govdisclosure.conventions._claim_figures import MONEY, PERCENT
from govdisclosure.conventions._claim_kinds import COMPARED, ClaimKind, Readings
from govdisclosure.conventions._claim_sense import OTHER, Topic, head_of, senses_of
from govdisclosure.conventions._claim_situation import Situation, draft_of
from govdisclosure.conventions._claim_words import NOUNS, Token

__all__ = ["drafts_of"]


def drafts_of(case: Situation) -> list[Draft]:
    """Give the claims that the figure makes; more than one where it is said of each of several things."""
    unit = case.figure.unit
    if unit in PERCENT:
        return [_percentage(case)]
    if (change := _change(case)) is not None:
        return [change]
    if unit in MONEY or (unit == "" and case.is_near and (head := head_of(case.clause)) and head.sort == "fee"):
        return [draft_of(case, _money(case), _fee_words(case))]
    return counts_of(case)


def _change(case: Situation) -> Draft | None:
    """Read 增加3件 and 同比增长12%: no level, but how much it rose or fell."""
    word = case.nearest("up", "down")
    if word is None:
        return None
    is_compared = any(token.sort == "as_of" for token in case.segment)
    is_last = case.is_near and case.content[-1] == word and not case.gap.rstrip("约近").endswith(("到", "至"))
    if not (is_last or (is_compared and case.is_near and case.content[-1].sort not in ("up", "down"))):
        return None
    change: Change = "increase" if word.sort == "up" else "decrease"
    clause = [token for token in case.clause if token.sort not in ("up", "down", "applicant", "channel")]
    readings = senses_of(clause, case.before, "", each=False)[0] if clause else OTHER
    rates = [token for token in case.clause if token.sort in ("rate", "other_rate")]
    if rates:
        readings = _rate(rates[-1], case)
    elif readings == OTHER and not any(token.sort in NOUNS for token in clause) and case.latest is not None:
        readings = case.latest.readings
    found = draft_of(case, readings, [word, *case.clause])
    found.change = change
    return found


def _percentage(case: Situation) -> Draft:
    if (change := _change(case)) is not None:
        return change
    share = case.nearest("share")
    if share is not None:
        return _share(case, share)
    rate = case.nearest("rate", "other_rate", "fate")
    if rate is not None and case.is_near:
        return draft_of(case, _rate(rate, case), () if rate.sort == "other_rate" else [rate])
    if case.is_bracketed and not case.content and case.latest is not None:
        return _share_of(draft_of(case, case.latest.readings), COMPARED)
    return draft_of(case, OTHER, case.clause if case.is_near else ())


def _rate(rate: Token, case: Situation) -> Readings:
    if rate.sort == "fate":
        return (cast("ClaimKind", rate.name),) if rate.name.endswith("_rate") else OTHER
    is_of_requests = rate.sort == "rate" and case.topic.sort in ("", "request", "fee")
    return (cast("ClaimKind", rate.name),) if is_of_requests else ("other_rate",)


def _share(case: Situation, share: Token) -> Draft:
    """Read 占办结总数的52.6%: of what stands before 占, or of the last figure."""
    before = [token for token in case.clause if token.end <= share.start]
    after = [token for token in case.clause if token.start >= share.end]
    readings = senses_of(before, case.before, "", each=False)[0] if before else OTHER
    if readings == OTHER and case.latest is not None:
        readings = case.latest.readings
    base = senses_of(after, Topic("request"), "", each=False)[0] if after else COMPARED
    return _share_of(draft_of(case, readings, [*before, share]), () if base == OTHER else base)


def _share_of(draft: Draft, base: Readings) -> Draft:
    draft.base = base
    return draft


def _fee_words(case: Situation) -> list[Token]:
    return [token for token in case.clause if token.sort in ("fee", "buy")][-1:] if case.is_near else []


def _money(case: Situation) -> Readings:
    names = [token.name for token in case.clause if token.sort == "fee"]
    if any(token.sort == "buy" for token in case.clause) or (case.topic.sort == "buy" and not names):
        return ("procurement.amount",)
    if "processing_fee" in names or (case.topic.sort == "fee" and "processing_fee" in case.topic.names):
        return ("processing_fee",)
    if "fees.amount" in names or (case.topic.sort == "fee" and "fees.amount" in case.topic.names):
        return ("fees.amount",)
    if case.whole is not None:
        return case.whole.readings
    return ("processing_fee", "fees.amount") if names else OTHER
