"""What a figure in prose may be said of, by the words of the form."""

from typing import Final, Literal, TypeAlias

__all__ = ["COMPARED", "ClaimKind", "Readings", "readings_of"]

ClaimKind: TypeAlias = Literal[
    # requests: rows of the table, and sums of rows that prose gives as one figure
    "received",
    "carried_in",
    "received_and_carried_in",
    "handled",
    "answered",
    "carried_over",
    "granted",
    "partly_granted",
    "granted_and_partly",
    "refused",
    "refused.state_secret",
    "refused.prohibited_by_law",
    "refused.safety_and_stability",
    "refused.third_party_rights",
    "refused.internal_affairs",
    "refused.process_information",
    "refused.enforcement_file",
    "refused.administrative_query",
    "unable_to_provide",
    "unable_to_provide.not_held",
    "unable_to_provide.needs_creation",
    "unable_to_provide.still_unclear",
    "not_processed",
    "not_processed.petition",
    "not_processed.repeated",
    "not_processed.published_material",
    "not_processed.excessive",
    "not_processed.reconfirmation",
    "otherwise",
    "otherwise.not_corrected_in_time",
    "otherwise.fee_unpaid",
    "otherwise.other",
    "several_outcomes",
    # remedies
    "reconsideration",
    "reconsideration.upheld",
    "reconsideration.corrected",
    "reconsideration.other",
    "reconsideration.pending",
    "litigation",
    "litigation.upheld",
    "litigation.corrected",
    "litigation.other",
    "litigation.pending",
    "direct_litigation",
    "direct_litigation.upheld",
    "direct_litigation.corrected",
    "direct_litigation.other",
    "direct_litigation.pending",
    "litigation_after_reconsideration",
    "litigation_after_reconsideration.upheld",
    "litigation_after_reconsideration.corrected",
    "litigation_after_reconsideration.other",
    "litigation_after_reconsideration.pending",
    "reconsideration_and_litigation",
    # documents, decisions, money
    "rules.issued",
    "rules.repealed",
    "rules.in_force",
    "rules.disclosed",
    "rules.amended",
    "normative_documents.issued",
    "normative_documents.repealed",
    "normative_documents.in_force",
    "normative_documents.disclosed",
    "normative_documents.amended",
    "licensing.decisions",
    "penalties.decisions",
    "compulsory_measures.decisions",
    "fees.amount",
    "procurement.projects",
    "procurement.amount",
    "processing_fee",
    # no table has these
    "disclosed_items",
    "handling_rate",
    "timely_rate",
    "upheld_rate",
    "corrected_rate",
    "other_rate",
    "other_figure",
]
"""What a figure is said of; the dotted names are paths of the form, without ``.table.`` before and ``.total`` after.

``received_and_carried_in``, ``granted_and_partly`` and ``reconsideration_and_litigation`` are sums of rows;
``litigation`` is the sum of both groups of suits. ``answered`` is ``handled`` without the row 其他处理.
``several_outcomes`` is any other sum of outcomes. ``processing_fee`` (信息处理费), ``disclosed_items``
(主动公开…N条) and the rates stand in no table. ``other_figure`` is a figure whose subject is none of these.
"""

Readings: TypeAlias = tuple[ClaimKind, ...]
"""The kinds that one wording may mean, the likeliest first."""

# Who writes 收到 may count last year's open requests in; 受理 and 办理 may be what came in or what went out.
_VERBS: Final[dict[str, Readings]] = {
    "new": ("received",),
    "recv": ("received", "received_and_carried_in"),
    "accept": ("received", "received_and_carried_in", "handled"),
    "work": ("handled", "answered", "received_and_carried_in"),
    "done": ("handled", "answered"),
    "": ("received", "received_and_carried_in", "handled"),
}

COMPARED: Final[Readings] = ("handled", "received", "received_and_carried_in")
"""What a share may be of, where the text does not say."""


def readings_of(verbs: set[str]) -> Readings:
    """Give what a figure of requests may mean after these verbs; no verb at all leaves everything open.

    Example:
        >>> readings_of({"new"})
        ('received',)
        >>> readings_of({"recv", "work"})
        ('received', 'received_and_carried_in', 'handled')
    """
    if "new" in verbs:
        return _VERBS["new"]
    if "accept" in verbs or ("recv" in verbs and verbs & {"work", "done"}):
        return _VERBS["accept"]
    return _VERBS[next((verb for verb in ("recv", "done", "work") if verb in verbs), "")]
