"""What an example of a rule is."""

from collections.abc import Mapping

from attrs import field, frozen

from govdisclosure.model.report import Report
from govdisclosure.testing.samples import sample

__all__ = ["Example"]

_NOTHING: Mapping[str, object] = {}


@frozen(kw_only=True)
class Example:
    """Changes in the clean sample, by path: one in which the rule speaks, and the like of it in which it is silent.

    Args:
        bad: changes with which the rule finds something.
        good: changes, as like to the bad ones as can be, with which it finds nothing; none for the sample as it is.
        year: of the sample.
        before: changes in last year's sample, for rules that compare; ``None`` where none is given.

    Example:
        >>> Example(bad={"remedies.table.reconsideration.total": 4}).report("bad").remedies.table.reconsideration.total
        4
    """

    bad: Mapping[str, object]
    good: Mapping[str, object] = field(default=_NOTHING)
    year: int = 2024
    before: Mapping[str, object] | None = None

    def report(self, which: str) -> Report:
        """Return the ``"bad"`` or the ``"good"`` report."""
        return sample(self.year, self.bad if which == "bad" else self.good)

    @property
    def previous(self) -> Report | None:
        """Last year's report, where the rule compares."""
        return None if self.before is None else sample(self.year - 1, self.before)
