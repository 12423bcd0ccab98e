"""What an example of a rule is."""

from collections.abc import Mapping
from typing import Literal

from attrs import field, frozen

from govdisclosure.checks.check import check
from govdisclosure.checks.findings import Findings
from govdisclosure.files import reads
from govdisclosure.formats.registry import FormatName
from govdisclosure.model.report import Report
from govdisclosure.reading import Reading
from govdisclosure.testing.samples import sample

__all__ = ["Example", "Which"]

Which = Literal["bad", "good"]
"""One side of an example."""

_NOTHING: Mapping[str, object] = {}


@frozen(kw_only=True)
class Example:
    """One thing in which a rule speaks, and the like of it in which it is silent.

    Most are changes in the clean sample, by path; where a rule goes by what reading noted, they are sources.

    Args:
        bad: changes with which the rule finds something.
        good: changes, as like to the bad ones as can be, with which it finds nothing; none for the sample as it is.
        year: of the sample.
        before: changes in last year's sample, for rules that compare; ``None`` where none is given.
        bad_source: a source, in place of changes.
        good_source: the like of it in which the rule finds nothing.
        format: of the sources.

    Example:
        >>> example = Example(bad={"remedies.table.reconsideration.total": 4})
        >>> [finding.code for finding in example.findings("bad", "ARI004")]
        ['ARI004']
    """

    bad: Mapping[str, object] = field(default=_NOTHING)
    good: Mapping[str, object] = field(default=_NOTHING)
    year: int = 2024
    before: Mapping[str, object] | None = None
    bad_source: str = ""
    good_source: str = ""
    format: FormatName = "text"

    def report(self, which: Which) -> Report | Reading:
        """Return the report, or the reading of the source."""
        if self.bad_source:
            return reads(self.bad_source if which == "bad" else self.good_source, self.format)
        return sample(self.year, self.bad if which == "bad" else self.good)

    @property
    def previous(self) -> Report | None:
        """Last year's report, where the rule compares."""
        return None if self.before is None else sample(self.year - 1, self.before)

    def findings(self, which: Which, code: str) -> Findings:
        """Return what the rule finds in one side of the example."""
        return check(self.report(which), previous=self.previous, select=[code])
