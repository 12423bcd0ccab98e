"""What a check says of a report: findings in printed order, what could not be judged, and the verdict."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import Literal, TypeAlias, overload

from attrs import evolve, field, frozen

from govdisclosure.checks.basis import cited
from govdisclosure.checks.naming import name_of
from govdisclosure.checks.rule import NO_WORDS, Fix, Severity, Words
from govdisclosure.document import Place
from govdisclosure.messages import reader_locale, text
from govdisclosure.model.report import Report
from govdisclosure.paths import Path

__all__ = ["Crash", "Finding", "Findings", "Group", "Verdict"]

Verdict: TypeAlias = Literal["passes", "to_correct", "not_assessable"]
"""What a check comes to: nothing wrong, something to correct, or not all could be judged."""


_PLACES = 3  # that a sentence names
_LONGEST = 80


@frozen
class Finding:
    """Something that a rule found in a report, or could not judge.

    Args:
        code: the code of the rule.
        severity: error, warning or note.
        path: where it stands in the report.
        name: what the place is called on the form, by language.
        place: where it stands in the source, if the report was read from one.
        expected: what should stand there, or what the other side of a sum comes to.
        actual: what is printed.
        outcome: ``"fails"``, or ``"not_assessable"`` where the rule could not be applied.
        basis: the legal sources by their short names.
        facts: what else the sentence names, as pairs.
        variant: which of the rule's sentences says it.
        hints: what explains it: codes of sentences that never stand alone.
        fixes: how to mend it.
        is_known: whether a baseline has it.
        reason: why somebody set it aside; ``""`` where nobody did.
        also: further places, where one finding stands for many.
        words: the sentences of a rule that is no part of this library.

    Example:
        >>> from govdisclosure.testing.samples import sample
        >>> from govdisclosure.checks.check import check
        >>> finding = check(sample(changes={"remedies.table.reconsideration.total": 4}))[0]
        >>> finding.code, finding.severity.value, finding.expected, finding.actual
        ('ARI004', 'error', 3, 4)
    """

    code: str
    severity: Severity
    path: Path
    report: Report = field(repr=False, eq=False)
    place: Place | None = None
    expected: object = None
    actual: object = None
    outcome: Literal["fails", "not_assessable"] = "fails"
    basis: tuple[str, ...] = ()
    facts: tuple[tuple[str, str | int], ...] = ()
    variant: str = ""
    hints: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    is_known: bool = False
    reason: str = ""
    also: tuple[Path, ...] = ()
    words: Words = field(default=NO_WORDS, repr=False, eq=False)

    @property
    def fix(self) -> Fix | None:
        """The one fix, if it is certain.

        Example:
            >>> Finding("XYZ001", Severity.NOTE, Path(), Report.blank("青山镇人民政府", 2024)).fix is None
            True
        """
        return self.fixes[0] if len(self.fixes) == 1 and self.fixes[0].is_certain else None

    @property
    def fingerprint(self) -> str:
        """What stays the same as long as the fault does, whatever moves around it: from code, path and values.

        Example:
            >>> len(Finding("XYZ001", Severity.NOTE, Path(), Report.blank("青山镇人民政府", 2024)).fingerprint)
            16
        """
        parts = (self.code, str(self.path), str(self.expected), str(self.actual), self.variant)
        return sha256("\0".join(parts).encode()).hexdigest()[:16]

    def title(self, locale: str | None = None) -> str:
        """Return the short name of the rule.

        Example:
            >>> Finding("ARI004", Severity.ERROR, Path(), Report.blank("青山镇人民政府", 2024)).title("zh_Hans")
            '复议诉讼合计不符'
        """
        return self._said("title", f"rule.{self.code}", locale)

    def mend(self, locale: str | None = None) -> str:
        """Return how such a finding is mended.

        Example:
            >>> Finding("ARI007", Severity.NOTE, Path(), Report.blank("青山镇人民政府", 2024)).mend("en")
            'Write the sum of the parts; enter 0 where there were none.'
        """
        return self._said("mend", f"mend.{self.code}", locale)

    def name(self, locale: str | None = None) -> str:
        """Return what the place is called on the form.

        Example:
            >>> path, report = Path.parse("remedies.table.reconsideration.total"), Report.blank("青山镇人民政府", 2024)
            >>> Finding("ARI004", Severity.ERROR, path, report).name("zh_Hans")
            '四、政府信息公开行政复议、行政诉讼情况 › 行政复议 › 总计'
        """
        return name_of(self.report, self.path, locale)

    def message(self, locale: str | None = None) -> str:
        """Return the finding as a sentence: what stands there, what should, and what explains it.

        Example:
            >>> path, report = Path.parse("remedies.table.reconsideration.total"), Report.blank("青山镇人民政府", 2024)
            >>> Finding("ARI004", Severity.ERROR, path, report, expected=3, actual=4).message("zh_Hans")
            '四项之和为 3，总计填为 4。'
        """
        facts = {**dict(self.facts), "expected": _shown(self.expected), "actual": _shown(self.actual)}
        if self.outcome == "not_assessable":
            return text(f"unassessed.{self.variant}", locale)
        locale = locale or reader_locale()
        facts["places"] = "；".join(_inner_name(self.report, one, locale) for one in (self.path, *self.also)[:_PLACES])
        variant = f".{self.variant}" if self.variant else ""
        sentences = [self._said(f"message{variant}", f"finding.{self.code}{variant}", locale, **facts)]
        mends = "；".join(f"{name_of(self.report, fix.path, locale)} → {fix.value}" for fix in self.fixes)
        sentences += [text(f"finding.{hint}", locale, **facts, mends=mends) for hint in self.hints]
        return ("" if locale.startswith("zh") else " ").join(sentences)

    def _said(self, kind: str, code: str, locale: str | None, **facts: object) -> str:
        """A sentence of the rule's own, in this language or in the one that it has; else that of the catalogs."""
        own = self.words.get(kind)
        if not own:
            return text(code, locale, **facts)
        return own.get(locale or reader_locale(), next(iter(own.values()))).format_map(facts)

    def citations(self) -> tuple[str, ...]:
        """Return the legal sources by their full names.

        Example:
            >>> Finding("X", Severity.NOTE, Path(), Report.blank("青山镇人民政府", 2024), basis=("F21",)).citations()
            ('国办公开办函〔2021〕30号',)
        """
        return tuple(map(cited, self.basis))


@frozen
class Group:
    """Findings of one kind in one section: shown together, as one.

    Example:
        >>> Group("TAB006", Severity.NOTE, ()).code
        'TAB006'
    """

    code: str
    severity: Severity
    findings: tuple[Finding, ...]


@frozen
class Crash:
    """A rule that failed: its code and the traceback. The other rules were applied all the same.

    Example:
        >>> Crash("XYZ001", "Traceback (most recent call last): ...").code
        'XYZ001'
    """

    code: str
    traceback: str


@frozen(repr=False)
class Findings(Sequence[Finding]):
    """All findings of a report in printed order, errors and notes alike.

    Args:
        items: what was found.
        unassessed: what could not be judged.
        crashes: the rules that failed.
        suppressed: what somebody set aside, each with the reason.

    Example:
        >>> from govdisclosure.testing.samples import sample
        >>> from govdisclosure.checks.check import check
        >>> findings = check(sample())
        >>> findings.verdict, len(findings)
        ('passes', 0)
    """

    items: tuple[Finding, ...] = ()
    unassessed: tuple[Finding, ...] = ()
    crashes: tuple[Crash, ...] = ()
    suppressed: tuple[Finding, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """What the check comes to: notes alone do not count, nor does what a baseline has."""
        if any(one.severity > Severity.NOTE and not one.is_known for one in self.items):
            return "to_correct"
        return (
            "not_assessable"
            if self.crashes or any(one.severity > Severity.NOTE for one in self.unassessed)
            else "passes"
        )

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What is false in itself."""
        return tuple(one for one in self.items if one.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What is very probably wrong."""
        return tuple(one for one in self.items if one.severity is Severity.WARNING)

    @property
    def notes(self) -> tuple[Finding, ...]:
        """What is to be looked at."""
        return tuple(one for one in self.items if one.severity is Severity.NOTE)

    def where(self, keep: Callable[[Finding], bool]) -> "Findings":
        """Return the findings that ``keep`` says yes to.

        Example:
            >>> Findings().where(lambda one: one.code == "ARI001")
            <Findings: passes; 0 errors, 0 warnings, 0 notes>
        """
        return evolve(self, items=tuple(filter(keep, self.items)), unassessed=tuple(filter(keep, self.unassessed)))

    def groups(self) -> Iterator[Group]:
        """Give findings of one rule, severity and section together, in the order of the first of each.

        Example:
            >>> list(Findings().groups())
            []
        """
        together: dict[tuple[object, ...], list[Finding]] = {}
        for one in self.items:
            together.setdefault((one.code, one.severity, one.variant, one.path.parts[:1]), []).append(one)
        for found in together.values():
            yield Group(found[0].code, found[0].severity, tuple(found))

    def __sub__(self, other: "Findings") -> "Findings":
        """Return the findings that ``other`` does not have, by their fingerprints."""
        known = {one.fingerprint for one in other.items}
        return self.where(lambda one: one.fingerprint not in known)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, index: int | slice) -> Finding | tuple[Finding, ...]:
        return self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        counts = f"{len(self.errors)} errors, {len(self.warnings)} warnings, {len(self.notes)} notes"
        return f"<Findings: {self.verdict}; {counts}>"


def _inner_name(report: Report, path: Path, locale: str) -> str:
    """The name of a place without its section, which stands before the sentence already."""
    return name_of(report, path, locale).partition(" › ")[2] or name_of(report, path, locale)


def _shown(value: object) -> object:
    """A value as a sentence quotes it: long text is cut."""
    if isinstance(value, str) and len(value) > _LONGEST:
        return f"{value[: _LONGEST - 1]}…"
    return value
