"""What a rule is: a function that looks at a case and says what it found, and the facts that stand beside it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, Literal, TypeAlias

from attrs import Factory, field, frozen

from govdisclosure.checks._enumerated import lists_of
from govdisclosure.checks._extent import ends_early, is_masked
from govdisclosure.checks._subjects import own_claims
from govdisclosure.checks.balance import Balance, balances
from govdisclosure.checks.cells import Cell, cells_of
from govdisclosure.checks.prose import Heading, Paragraph, headings, paragraphs
from govdisclosure.checks.severity import Severity
from govdisclosure.checks.term_list import TermList
from govdisclosure.conventions.claims import Claim, claims
from govdisclosure.conventions.enumerations import Enumeration
from govdisclosure.model.report import Report
from govdisclosure.model.sections import SectionName
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.paths import Path
from govdisclosure.reading import Note, Reading

__all__ = ["NO_WORDS", "Case", "Fix", "Hit", "LooksAt", "Rule", "Saying", "Severity", "Unassessed", "Words", "rule"]

LooksAt: TypeAlias = SectionName | Literal["report", "prose", "previous"]
"""What a rule looks at: a section, all prose, last year's report too, or the whole."""

Words: TypeAlias = Mapping[str, Mapping[str, str]]
"""Sentences by their kind and language, such as ``{"title": {"en": "no address", "zh_Hans": "缺少地址"}}``."""

NO_WORDS: Final[Words] = {}
"""Those of the rules of this library, whose sentences stand in the catalogs."""

_WORTH: Final = re.compile(
    "[申依受][请請理]|[复復][议議]|[诉訴][讼訟]|[规規][范範章]|[处處][理罚罰]|[许許]可|[强強]制|[结結][转轉果]|[办辦][结結理]|答[复復]|其中|包括|分[别別]|[(（]其|信件"
)
"""What a paragraph speaks of whose figures are compared with anything."""

_UNREAD: Final = frozenset(
    ("row_uncertain", "row_undecidable", "row_missing", "row_cut", "figure_broken", "figures_without_label")
)
"""The notes of a reading that say: what stands here could not be read."""

_Steps: TypeAlias = tuple[str | int, ...]  # of a path

_TABLE_PARTS: Final = 2  # of the path of a table


@frozen
class Fix:
    """A new value at a path. Only a certain one is ever applied, and only when somebody asks for it.

    Example:
        >>> Fix(Path(("title",)), "青山镇2024年政府信息公开工作年度报告").is_certain
        True
    """

    path: Path
    value: object
    is_certain: bool = True


@frozen
class Hit:
    """Something that a rule found; with the facts of the rule it becomes a finding.

    Args:
        path: where it stands in the report.
        expected: what should stand there, or what the other side of a sum comes to.
        actual: what is printed.
        facts: what else the sentence names.
        severity: where this one is graver or milder than the rule's others.
        variant: which of the rule's sentences says it; ``""`` for the usual one.
        hints: the codes of rules that explain this finding and never stand alone.
        fixes: how to mend it.
        also: further places of the same finding, where one finding stands for many.

    Example:
        >>> Hit(Path.parse("applications.table.received.total"), expected=12, actual=21).actual
        21
    """

    path: Path
    expected: object = None
    actual: object = None
    facts: Mapping[str, str | int] = Factory(dict[str, str | int])
    severity: Severity | None = None
    variant: str = ""
    hints: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    also: tuple[Path, ...] = ()


@frozen
class Unassessed:
    """Something that a rule could not look at, since it was not read or is blank: no fault, and no all-clear.

    Args:
        path: where it stands.
        reason: why it cannot be judged: ``"not_read"``, ``"blank_parts"``, ``"text"`` (words among figures), ``"cut"``
            (the source ends before it, or begins after it) or ``"masked"``.

    Example:
        >>> str(Unassessed(Path.parse("remedies.table"), "not_read").path)
        'remedies.table'
    """

    path: Path
    reason: str


Saying: TypeAlias = Hit | Unassessed
"""What a rule may yield."""


@frozen
class Case:
    """What the rules look at: a report, and what is known besides.

    Args:
        report: the report.
        previous: the same body's report on the year before.
        reading: the reading that the report came from, with its notes and places.
        term_lists: lists of terms besides those of this library.

    Example:
        >>> Case(Report.blank("青山镇人民政府", 2024)).is_read(Path.parse("applications.table"))
        True
    """

    report: Report
    previous: Report | None = None
    reading: Reading | None = None
    term_lists: tuple[TermList, ...] = ()

    @cached_property
    def _unread(self) -> tuple[Note, ...]:
        return tuple(note for note in self.all_notes if note.code in _UNREAD)

    @cached_property
    def _holes(self) -> tuple[frozenset[_Steps], frozenset[_Steps]]:
        """Where something was left unread; and all that stands there or above. Many cells are asked of."""
        holes = frozenset(note.path.parts for note in self._unread)
        return holes, frozenset(hole[:depth] for hole in holes for depth in range(len(hole) + 1))

    @property
    def all_notes(self) -> tuple[Note, ...]:
        """What reading noted; nothing where the report was not read."""
        return self.reading.notes if self.reading is not None else ()

    def notes(self, code: str) -> Sequence[Note]:
        """Every note of one code."""
        return self._notes_by_code.get(code, ())

    @cached_property
    def reworded_labels(self) -> Sequence[tuple[Path, str]]:
        """The labels that are worded otherwise than on the form, without white space, with the paths of their rows."""
        return tuple((note.path, "".join(note.raw.split())) for note in self.notes("label_variant"))

    @cached_property
    def _notes_by_code(self) -> Mapping[str, Sequence[Note]]:
        found: dict[str, list[Note]] = {}
        for note in self.all_notes:
            found.setdefault(note.code, []).append(note)
        return found

    @cached_property
    def tables(self) -> Sequence[tuple[SectionName, StatutoryTable]]:
        """The statutory tables that are there, with the sections in which they stand."""
        report = self.report
        found: tuple[tuple[SectionName, StatutoryTable | None], ...] = (
            ("proactive", report.proactive.table),
            ("applications", report.applications.table),
            ("remedies", report.remedies.table),
        )
        return tuple((name, table) for name, table in found if table is not None)

    @cached_property
    def cells_of(self) -> Mapping[SectionName, Sequence[Cell]]:
        """The cells of each statutory table that is there, in printed order, by the section in which it stands."""
        return {section: tuple(cells_of(section, table)) for section, table in self.tables}

    @cached_property
    def cells(self) -> Sequence[Cell]:
        """All of them."""
        return tuple(cell for cells in self.cells_of.values() for cell in cells)

    @cached_property
    def figureless_cells(self) -> Mapping[SectionName, Sequence[tuple[Cell, str]]]:
        """Those that have no figure, each with what is printed: ``""``, a mark or words."""
        return {
            section: tuple(
                (cell, cell.value or "") for cell in cells if cell.value is None or isinstance(cell.value, str)
            )
            for section, cells in self.cells_of.items()
        }

    @property
    def is_whole(self) -> bool:
        """Whether nothing at all was left unread."""
        return not self._unread

    @cached_property
    def paragraphs(self) -> Sequence[Paragraph]:
        """Every paragraph of prose in printed order."""
        return tuple(paragraphs(self.report))

    @cached_property
    def figures(self) -> dict[tuple[str, str | None, bool], int | None]:
        """What was asked of the tables so far, for several rules ask the same."""
        return {}

    @cached_property
    def headings(self) -> Sequence[Heading]:
        """Every heading that is printed, in printed order."""
        return tuple(headings(self.report))

    @cached_property
    def lists(self) -> Sequence[tuple[Sequence[Paragraph], Enumeration]]:
        """Every list inside the prose, with the paragraphs among which it stands."""
        return tuple(lists_of(self.paragraphs))

    @cached_property
    def texts(self) -> Sequence[tuple[Path, str]]:
        """Title, headings and paragraphs, each with its path."""
        title = self.report.title
        return (
            *([(Path(("title",)), title)] if title else []),
            *((one.path, one.title) for one in self.headings),
            *((one.path, one.text) for one in self.paragraphs),
        )

    @cached_property
    def words(self) -> str:
        """All of it at once: most rules need no more than to see that a word is nowhere in it."""
        return "\n".join(text for _, text in self.texts)

    @cached_property
    def claims(self) -> Sequence[tuple[Paragraph, Claim]]:
        """Every figure that the prose states of what tables have, or breaks down, with its paragraph."""
        worth = (one for one in self.paragraphs if _WORTH.search(one.text) or _WORTH.search(one.heading))
        return tuple((one, claim) for one in worth for claim in claims(one.text, heading=one.heading))

    @cached_property
    def ends_early(self) -> bool:
        """Whether the source ends in the middle of something."""
        return ends_early(self.report, tuple(self.paragraphs), self.all_notes)

    @cached_property
    def is_masked(self) -> bool:
        """Whether the prose was masked with 某, so that no word can be missed in it."""
        return is_masked(self.words)

    @cached_property
    def claims_in(self) -> Mapping[Path, Sequence[Claim]]:
        """The figures of each paragraph, in print order."""
        found: dict[Path, list[Claim]] = {}
        for one, claim in self.claims:
            found.setdefault(one.path, []).append(claim)
        return found

    @cached_property
    def own_claims(self) -> Sequence[tuple[Paragraph, Claim]]:
        """Those of them that are of the issuer itself and narrowed down by nothing, as far as the wording tells."""
        return tuple(own_claims(self.report.issuer or "", self.claims))

    @cached_property
    def balances(self) -> Mapping[str, Sequence[Balance]]:
        """The sums of each statutory table that is there, worked out, by the section in which it stands."""
        return {name: balances(table) for name, table in self.tables if name != "proactive"}

    def is_read(self, path: Path) -> bool:
        """Tell whether nothing at, above or below ``path`` was left unread.

        Figures that nobody could place are noted at their table: the rows that lack them have a note each.
        """
        if not self._unread:
            return True
        steps, (holes, above) = path.parts, self._holes
        return steps not in above and not any(steps[:depth] in holes for depth in range(_TABLE_PARTS + 1, len(steps)))


@frozen
class Rule:
    """A rule: its code, how grave its findings are, the law behind it, what it looks at, and the function itself.

    ``words`` are those of a rule outside this library: ``"title"``, ``"message"`` and ``"mend"`` by language.

    Example:
        >>> from govdisclosure.checks.registry import RULES
        >>> RULES["ARI003"].severity.letter, RULES["ARI003"].looks_at
        ('E', 'applications')
    """

    code: str
    severity: Severity
    basis: tuple[str, ...]
    looks_at: LooksAt
    function: Callable[[Case], Iterator[Saying]]
    words: Words = field(default=NO_WORDS, repr=False)

    @property
    def group(self) -> str:
        """The first letters of the code, which rules of one kind share.

        Example:
            >>> from govdisclosure.checks.registry import RULES
            >>> RULES["ARI003"].group
            'ARI'
        """
        return self.code.rstrip("0123456789")

    def __call__(self, case: Case) -> Iterator[Saying]:
        """Yield what the rule finds in ``case``."""
        return self.function(case)


def rule(
    code: str, *, severity: Severity, looks_at: LooksAt, basis: tuple[str, ...] = (), words: Words = NO_WORDS
) -> Callable[[Callable[[Case], Iterator[Saying]]], Rule]:
    """Attach to a function what makes it a rule, and nothing else.

    Args:
        code: letters and a number, never used again for another rule.
        severity: of what the function yields, unless a hit says otherwise.
        looks_at: what must be there for the rule to say anything.
        basis: the legal sources, by the names of :mod:`govdisclosure.checks.basis`; none where reason alone speaks.
        words: for a rule outside this library, ``"title"``, ``"message"`` (``"message.variant"``) and ``"mend"`` by
            language; a message may name ``{expected}``, ``{actual}`` and the facts of its hit.

    Example:
        >>> @rule("XYZ001", severity=Severity.NOTE, looks_at="report")
        ... def has_no_title(case):
        ...     if case.report.title is None:
        ...         yield Hit(ROOT)
        >>> has_no_title.code
        'XYZ001'
    """

    def attach(function: Callable[[Case], Iterator[Saying]]) -> Rule:
        return Rule(code, severity, basis, looks_at, function, words)

    return attach
