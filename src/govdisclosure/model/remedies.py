"""Table 四: administrative reconsideration and litigation; the same in both editions.

Legal source: 《中华人民共和国政府信息公开条例》第五十条.
"""

from typing import ClassVar, Final, Literal

from attrs import frozen

from govdisclosure.model.cells import Count, ExtraRow
from govdisclosure.model.label import Role, Row, count, edition, extra_rows, row
from govdisclosure.model.statutory import Shape, StatutoryTable, TableSectionName

__all__ = ["RemediesTable", "RemedyOutcomes"]

_LITIGATION: Final = ("行政诉讼",)


@frozen(order=False, repr=False)
class RemedyOutcomes(Row):
    """The five figures printed under each remedy, in 件.

    Legal source: 《政府信息公开条例》第五十条.

    Example:
        >>> RemedyOutcomes(upheld=2, corrected=1).totalled().total
        3
    """

    upheld: Count = count("结果维持", role=Role.PART, english="upheld")
    corrected: Count = count("结果纠正", role=Role.PART, english="corrected")
    other: Count = count("其他结果", role=Role.PART, english="other outcome")
    pending: Count = count("尚未审结", role=Role.PART, english="pending")
    total: Count = count("总计", role=Role.SUM, english="total")

    def totalled(self) -> "RemedyOutcomes":
        """Return the outcomes with their 总计 computed; blanks and marks count as 0.

        Example:
            >>> RemedyOutcomes(pending=1).totalled().total
            1
        """
        from govdisclosure.model.sums import totalled_row

        return totalled_row(self)


_BLANK: Final = RemedyOutcomes()


@frozen(order=False, repr=False, kw_only=True)
class RemediesTable(StatutoryTable):
    """Table 四: three groups of five cells.

    Its edition is the one that introduced it; the 2021 edition left it as it was.

    Legal source: 国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号.

    Example:
        >>> RemediesTable.zeros().direct_litigation.total
        0
    """

    section: ClassVar[TableSectionName] = "remedies"
    shape: ClassVar[Shape] = "groups"

    edition: Literal["2019"] = edition("2019")
    reconsideration: RemedyOutcomes = row(
        "行政复议", blank=_BLANK, english="administrative reconsideration", basis="第五十条第一款第（三）项"
    )
    direct_litigation: RemedyOutcomes = row(
        "未经复议直接起诉",
        blank=_BLANK,
        under=_LITIGATION,
        english="litigation without prior reconsideration",
        basis="第五十条第一款第（三）项",
    )
    litigation_after_reconsideration: RemedyOutcomes = row(
        "复议后起诉",
        blank=_BLANK,
        under=_LITIGATION,
        english="litigation after reconsideration",
        basis="第五十条第一款第（三）项",
    )
    extra_rows: tuple[ExtraRow, ...] = extra_rows()
