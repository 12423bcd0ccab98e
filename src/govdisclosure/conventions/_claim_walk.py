"""The walk through a text that finds what its figures claim, sentence by sentence."""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, field

from govdisclosure.conventions._claim_context import PLAIN, Context, context_after
from govdisclosure.conventions._claim_draft import Draft
from govdisclosure.conventions._claim_figures import parse_figure
from govdisclosure.conventions._claim_kinds import Readings
from govdisclosure.conventions._claim_measure import drafts_of
from govdisclosure.conventions._claim_parts import Levels
from govdisclosure.conventions._claim_sense import NO_TOPIC, OTHER, Topic, senses_of, topic_after
from govdisclosure.conventions._claim_situation import Situation, draft_of, without_glosses
from govdisclosure.conventions._claim_stated import all_drafts, none_drafts
from govdisclosure.conventions._claim_words import CONTENT, Token, tokens_of

__all__ = ["walk"]

_ENDS: Final = ("comma", "semi", "colon", "stop", "figure", "neg", "all", "open", "close", "part")


def walk(words: str, heading: str = "") -> Iterator[Draft]:
    """Go through the claims of ``words``; ``heading`` says what they are about from the start."""
    walker = _Walker(words)
    for token in tokens_of(heading):
        walker.topic = topic_after(walker.topic, token)
        walker.disclosure_at = -1 if _names_disclosure(token) else walker.disclosure_at
    walker.opening, walker.before = (walker.topic, walker.disclosure_at), walker.topic
    sentence: list[Token] = []
    for token in tokens_of(words):
        sentence.append(token)
        if token.sort == "stop":
            yield from walker.read(sentence)
            sentence = []
    yield from walker.read(sentence)


def _names_disclosure(token: Token) -> bool:
    return token.sort == "about" or (token.sort, token.name) in (("request", "open"), ("fee", "processing_fee"))


@define
class _Walker:
    """What one sentence leaves for the next: what the text is about, and figures that may be broken down."""

    words: str
    topic: Topic = NO_TOPIC
    disclosure_at: int | None = None  # where 信息公开 is spoken of first
    opening: tuple[Topic, int | None] = (NO_TOPIC, None)
    levels: Levels = field(factory=Levels)
    context: Context = PLAIN
    segment: list[Token] = field(factory=list[Token])  # since the last figure
    before: Topic = NO_TOPIC  # the topic before this clause
    queue: list[Readings] = field(factory=list[Readings])  # what the next figures after 分别为 belong to
    last_end: int = -1  # of the last figure
    begin: int = 0  # of the sentence
    previous: Draft | None = None  # the last claim of a figure

    def read(self, sentence: Sequence[Token]) -> Iterator[Draft]:
        """Give the claims of one sentence."""
        if self.disclosure_at is None:
            self.disclosure_at = next((token.start for token in sentence if _names_disclosure(token)), None)
        skip_to = 0
        for at, token in enumerate(sentence):
            if at < skip_to:
                continue
            if token.sort == "figure":
                yield from self._figure(token, _right(sentence, at))
            elif token.sort == "neg":
                clause = _clause_after(sentence, at)
                drafts = none_drafts(
                    self.words, token, clause, self.topic, names_disclosure=self._is_disclosure(token.start)
                )
                yield from map(self._dressed, drafts)
                if drafts:
                    for taken in clause:
                        self._take(taken)
                    self.segment, skip_to = [], at + 1 + len(clause)
            elif token.sort == "all":
                drafts = all_drafts(self.words, token, self.topic, names_disclosure=self._is_disclosure(token.start))
                yield from map(self._dressed, drafts)
            else:
                self._take(token)
        self._end(sentence)

    def _take(self, token: Token) -> None:
        if token.sort not in CONTENT:
            self._turn(token)
        self.topic = topic_after(self.topic, token)
        if token.start >= self.last_end:  # what a figure has taken as its noun is no longer there
            self.segment.append(token)

    def _turn(self, token: Token) -> None:
        """Take in what says nothing of the figure itself: whose and when it is, and what it is a part of."""
        word = self.words[token.start : token.end]
        self.context = context_after(self.context, token, word)
        if token.sort == "open":
            follows = self.previous is not None and not self.segment and self.last_end == token.start
            self.levels.open(self.previous if follows else None)
        elif token.sort == "close":
            self.levels.close()
        elif token.sort == "part" and not self._is_respectively(word):
            self.levels.list_parts(word)
        elif token.sort in ("comma", "semi", "colon"):
            self.before = self.topic

    def _is_respectively(self, word: str) -> bool:
        """Tell 新收、结转分别为12件、3件 from a list of parts."""
        named = [token for token in self.segment if token.sort in ("outcome", "carry", "remedy", "verb", "write")]
        return word.startswith("分别") and len(named) > 1

    def _end(self, sentence: Sequence[Token]) -> None:
        """End a sentence; at the end of a line only what a short heading has said stays."""
        self.levels.end_sentence()
        self.context, self.segment, self.queue, self.last_end = PLAIN, [], [], -1
        self.before = self.topic
        self.begin = sentence[-1].end if sentence else self.begin
        if sentence and self.words[sentence[-1].start] in "\n|":
            if any(token.sort in ("figure", "comma", "neg") for token in sentence):
                self.topic, self.disclosure_at = self.opening
            self.before, self.levels = self.topic, Levels()

    def _is_disclosure(self, end: int) -> bool:
        """Tell whether 信息公开 has been spoken of before ``end``."""
        return self.disclosure_at is not None and self.disclosure_at < end

    def _dressed(self, draft: Draft) -> Draft:
        """Put on what the words before it say of every claim; a rise has no other year than its sentence."""
        context = self.context if draft.change is None else self.context._replace(compared=None)
        draft.context, draft.names_disclosure = context, self._is_disclosure(draft.end)
        draft.is_compared = draft.is_compared or context.compared is not None
        return draft

    def _figure(self, token: Token, right: list[Token]) -> Iterator[Draft]:
        figure = parse_figure(self.words[token.start : token.end])
        segment, self.segment = self.segment, []
        if figure is None:
            return
        segment = without_glosses(segment)
        whole, part_word = self.levels.whole_of(segment, figure.unit)
        case = Situation(
            self.words,
            token,
            figure,
            segment,
            right,
            before=self.before,
            topic=self.topic,
            last=self.levels.last(),
            latest=self.levels.latest(),
            whole=whole,
            part_word=part_word,
            total=self.levels.total() if any(other.sort == "total" for other in segment) else None,
            is_compared=self.context.compared is not None,
            since=max(self.last_end, 0),
            begin=self.begin,
        )
        found = self._queued(case) or drafts_of(case)
        self.last_end = max(token.end, *(draft.end for draft in found))
        self.previous = None
        for draft in map(self._dressed, found):
            if _is_nothing(draft):
                continue
            self.levels.note(draft)
            self.previous = draft
            yield draft
        self.context = context_after(self.context, token, "")
        self.before = self.topic = self.topic._replace(is_open=False)

    def _queued(self, case: Situation) -> list[Draft]:
        """Share the figures after 分别为 out to the things named before it."""
        if case.is_respectively and case.is_near:
            apart = senses_of(case.clause, case.before, case.figure.unit, each=True)
            self.queue = list(apart[1:])
            return [draft_of(case, apart[0], case.clause)] if self.queue else []
        if case.content or not self.queue:
            self.queue = []
            return []
        return [draft_of(case, self.queue.pop(0))]


def _is_nothing(draft: Draft) -> bool:
    """Tell whether the figure counts nothing that a report tells: 一次, 三项, a number alone."""
    if draft.figure.unit == "":
        return draft.readings[0] in ("other_figure", "disclosed_items")
    return draft.figure.is_han and draft.readings == OTHER and draft.whole is None


def _clause_after(sentence: Sequence[Token], at: int) -> list[Token]:
    """Give the words of a clause from here on; none at all where a figure ends them."""
    found: list[Token] = []
    for index in range(at + 1, len(sentence)):
        if sentence[index].sort == "figure":
            return []
        if sentence[index].sort in _ENDS:
            break
        found.append(sentence[index])
    return found


def _right(sentence: Sequence[Token], at: int) -> list[Token]:
    """Give the words behind a figure that may be about it."""
    found: list[Token] = []
    for index in range(at + 1, len(sentence)):
        if sentence[index].sort in _ENDS or sentence[index].sort == "pause":
            break
        if sentence[index].sort in CONTENT:
            found.append(sentence[index])
    return found
