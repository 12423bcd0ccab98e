"""Figures that prose states of requests, remedies, documents and fees: 共收到申请12件, 未发生行政复议, 占52.6%."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from attrs import frozen

from govdisclosure.conventions._claim_context import ClaimScope, ClaimSpan
from govdisclosure.conventions._claim_draft import Applicant, Change, Draft
from govdisclosure.conventions._claim_figures import PERCENT
from govdisclosure.conventions._claim_kinds import ClaimKind
from govdisclosure.conventions._claim_text import Words, all_words_of, masked, words_of
from govdisclosure.conventions._claim_walk import walk
from govdisclosure.conventions._claim_words import may_state

__all__ = ["Applicant", "Change", "Claim", "ClaimKind", "ClaimScope", "ClaimSpan", "claims"]


@frozen
class Claim:
    """A figure that the prose states, at ``text[start:end]`` with the words that say of what.

    ``readings`` are all kinds that the wording leaves open, the likeliest first: 收到 may count last year's open
    requests in, 受理 may be what came in or what was handled. ``value`` is the figure, at
    ``text[figure_start:figure_end]``, in units of ``unit`` as printed (``""`` where none is), known to ``precision``:
    1.2万条 is 12000 to the nearest 1000. Money keeps its unit: 1.2万元 is 1.2 万元.

    Args:
        year: the year printed before it, ``None`` where none is.
        relative_year: 0 after 本年, -1 after 上年 or 去年, 1 after 明年; ``None`` where none of them is printed.
        scope: whose figures, where ``scope_word`` says so: 全县 and the like, or 我局 and the like.
        span: whether it is of a part of the year, or of more than the year.
        applicant: whose requests, where it is of some.
        channel: the way by which requests came or information went out (网上, 信函), as printed; ``""`` for none.
        base: what a share is of, every reading that is open; ``()`` where it is no share, or of something else.
        change: which way it goes, where it is no level but a rise or a fall (同比增长12%, 增加3件).
        is_compared: whether it is the figure that another is compared with (较上年的10件).
        approximation: the word that makes it a rough one (约, 余, 以上), ``""`` for an exact figure.
        is_planned: whether it is a plan (下一步, 力争, 将).
        is_in_words: whether no figure is printed: 未收到申请 states 0, 均已办结 states 100 %.
        qualifier: the words that narrow requests down to some (关于征地的), without white space; ``""`` for none.
        is_spaced: whether white space stands between its digits, so that it may be two figures.
        part_of: where in the text the figure begins that this one is a part of; ``None`` where it is no part.
        part_word: the word that says so: 其中, 包括, or （ for a bracket right behind the whole figure.
        names_disclosure: whether the paragraph so far, or the heading, speaks of 信息公开: a bureau of justice has
            行政复议 of its own trade.

    Example:
        >>> claim = next(claims("全年共收到政府信息公开申请 12 件。"))
        >>> claim.text, claim.value, claim.unit
        ('收到政府信息公开申请 12 件', 12, '件')
        >>> claim.readings
        ('received', 'received_and_carried_in')
    """

    text: str
    start: int
    end: int
    figure_start: int
    figure_end: int
    readings: tuple[ClaimKind, ...]
    value: int | Decimal
    unit: str
    precision: Decimal
    year: int | None = None
    relative_year: int | None = None
    scope: ClaimScope | None = None
    scope_word: str = ""
    span: ClaimSpan | None = None
    applicant: Applicant | None = None
    channel: str = ""
    base: tuple[ClaimKind, ...] = ()
    change: Change | None = None
    is_compared: bool = False
    approximation: str = ""
    is_planned: bool = False
    is_in_words: bool = False
    qualifier: str = ""
    is_spaced: bool = False
    part_of: int | None = None
    part_word: str = ""
    names_disclosure: bool = False

    @property
    def kind(self) -> ClaimKind:
        """The likeliest reading.

        Example:
            >>> next(claims("本年结转下年度继续办理2件。")).kind
            'carried_over'
        """
        return self.readings[0]

    @property
    def is_percentage(self) -> bool:
        """Whether the figure is a share or a rate.

        Example:
            >>> [claim.is_percentage for claim in claims("予以公开10件，占52.6%。")]
            [False, True]
        """
        return self.unit in PERCENT

    @property
    def is_change(self) -> bool:
        """Whether the figure is no level but a rise or a fall.

        Example:
            >>> [claim.is_change for claim in claims("收到申请12件，同比增加3件。")]
            [False, True]
        """
        return self.change is not None


def claims(text: str, *, heading: str = "") -> Iterator[Claim]:
    """Go through the figures that ``text`` states, in print order.

    Found are figures with a measure word in digits of either width, with thousands, decimals and 万, in Chinese
    numerals and as percentages; statements of nothing (未收到, 没有, 无) and of everything (均已办结). Titles in 《》,
    document numbers, dates, articles (第20条), ranges and announced counts (三个方面) are none. A figure with a measure
    word whose subject is not told is an ``other_figure``; one in Chinese numerals then is left out.

    Args:
        text: a paragraph, or several lines; line breaks inside a sentence and spaces do no harm.
        heading: the heading above it, which says what 办结12件 is about where the text does not.

    Example:
        >>> text = "收到申请12件，同比增长20%，其中自然人10件，法人2件；予以公开7件，部分公开2件。"
        >>> [(claim.kind, claim.value, claim.applicant, claim.change) for claim in claims(text)]
        [('received', 12, None, None), ('received', 20, None, 'increase'), ('received', 10, 'natural_person', None),
         ('received', 2, 'organisations', None), ('granted', 7, None, None), ('partly_granted', 2, None, None)]
        >>> [(claim.kind, claim.value, claim.is_in_words) for claim in claims("未发生行政复议、行政诉讼。")]
        [('reconsideration_and_litigation', 0, True)]
    """
    bare = all_words_of(text)
    if not may_state(bare.text):
        return
    words = masked(bare)
    for draft in walk(words.text, _heading_words(heading)):
        yield _claim(text, words, draft)


@lru_cache(maxsize=256)
def _heading_words(heading: str) -> str:
    """Many paragraphs stand under one heading, and most reports have the same ones."""
    return words_of(heading).text


def _claim(text: str, words: Words, draft: Draft) -> Claim:
    start, end = words.source_span(draft.start, draft.end)
    figure_start, figure_end = words.source_span(draft.figure_start, draft.figure_end)
    year, relative_year = draft.context.years()
    return Claim(
        text=text[start:end],
        start=start,
        end=end,
        figure_start=figure_start,
        figure_end=figure_end,
        readings=draft.readings,
        value=draft.figure.value,
        unit=draft.figure.unit,
        precision=draft.figure.precision,
        year=year,
        relative_year=relative_year,
        scope=draft.context.scope,
        scope_word=draft.context.scope_word,
        span=draft.context.held_span(),
        applicant=draft.applicant,
        channel=draft.channel,
        base=draft.base,
        change=draft.change,
        is_compared=draft.is_compared,
        approximation=draft.approximation,
        is_planned=draft.context.is_planned or draft.context.is_clause_planned,
        is_in_words=draft.is_in_words,
        qualifier=draft.qualifier,
        is_spaced=draft.figure.is_spaced,
        part_of=None if draft.whole is None else words.source_span(draft.whole.figure_start, draft.whole.figure_end)[0],
        part_word=draft.part_word,
        names_disclosure=draft.names_disclosure,
    )
