"""Table 二: proactive disclosure (主动公开政府信息情况), in both editions.

Legal source: 《中华人民共和国政府信息公开条例》第二十条、第五十条.
"""

from typing import ClassVar, Final, Literal, TypeAlias

from attrs import frozen

from govdisclosure.model.cells import Change, Count, ExtraRow, MoneyCell
from govdisclosure.model.label import Row, change, count, edition, extra_rows, money, row
from govdisclosure.model.statutory import Shape, StatutoryTable, TableSectionName

__all__ = [
    "DecisionCount",
    "DisclosureCounts",
    "FeeAmount",
    "FeeItems",
    "IssuanceCounts",
    "ItemCounts",
    "ProactiveTable",
    "ProactiveTable2019",
    "ProactiveTable2021",
    "Procurement",
]

_FIRST: Final = ("第二十条第（一）项",)
_FIFTH: Final = ("第二十条第（五）项",)
_SIXTH: Final = ("第二十条第（六）项",)
_EIGHTH: Final = ("第二十条第（八）项",)
_NINTH: Final = ("第二十条第（九）项",)


@frozen(order=False, repr=False)
class IssuanceCounts(Row):
    """Documents issued, repealed and in force (edition 2021), in 件.

    Example:
        >>> IssuanceCounts(issued=2, repealed=0, in_force=9).in_force
        9
    """

    issued: Count = count("本年制发件数", english="issued in the year")
    repealed: Count = count("本年废止件数", english="repealed in the year")
    in_force: Count = count("现行有效件数", english="in force")


@frozen(order=False, repr=False)
class DecisionCount(Row):
    """Decisions made in the year (edition 2021), in 件.

    Example:
        >>> DecisionCount(97).decisions
        97
    """

    decisions: Count = count("本年处理决定数量", english="decisions in the year")


@frozen(order=False, repr=False)
class FeeAmount(Row):
    """Fees charged in the year (edition 2021), in 万元 as the column says.

    Example:
        >>> from govdisclosure import Money
        >>> str(FeeAmount(Money("7730.28")).amount)
        '7730.28'
    """

    amount: MoneyCell = money("本年收费金额", gloss="（单位：万元）", english="amount charged in the year")


@frozen(order=False, repr=False)
class DisclosureCounts(Row):
    """Documents made and disclosed (edition 2019), in 件.

    Example:
        >>> DisclosureCounts(created=4, disclosed=4, disclosed_total=130).disclosed_total
        130
    """

    created: Count = count("本年新制作数量", english="made in the year")
    disclosed: Count = count("本年新公开数量", english="disclosed in the year")
    disclosed_total: Count = count("对外公开总数量", english="disclosed in all")


@frozen(order=False, repr=False)
class ItemCounts(Row):
    """Items of last year, their change, and the decisions of the year (edition 2019).

    Items (事项) and decisions (办件) count different things and never add up to one another.

    Example:
        >>> ItemCounts(previous_items=8, change=5, decisions=93).change
        5
    """

    previous_items: Count = count("上一年项目数量", english="items of the year before", unit="项")
    change: Change = change("本年增/减", english="change in the year")
    decisions: Count = count("处理决定数量", english="decisions in the year")


@frozen(order=False, repr=False)
class FeeItems(Row):
    """Fee items of last year and their change (edition 2019), in 项.

    Example:
        >>> FeeItems(previous_items=2, change=0).previous_items
        2
    """

    previous_items: Count = count("上一年项目数量", english="items of the year before", unit="项")
    change: Change = change("本年增/减", english="change in the year")


@frozen(order=False, repr=False)
class Procurement(Row):
    """Centralised procurement of the year (edition 2019); the form names no unit of money.

    Example:
        >>> Procurement(projects=1).amount is None
        True
    """

    projects: Count = count("采购项目数量", english="projects", unit="项")
    amount: MoneyCell = money("采购总金额", english="amount", unit="")


_BLANK_ISSUANCE: Final = IssuanceCounts()
_BLANK_DECISIONS: Final = DecisionCount()
_BLANK_FEE: Final = FeeAmount()
_BLANK_DISCLOSURE: Final = DisclosureCounts()
_BLANK_ITEMS: Final = ItemCounts()
_BLANK_FEE_ITEMS: Final = FeeItems()
_BLANK_PROCUREMENT: Final = Procurement()


@frozen(order=False, repr=False, kw_only=True)
class ProactiveTable2021(StatutoryTable):
    """Table 二 of the 2021 edition: 10 cells.

    Legal source: 国办公开办函〔2021〕30号; 《政府信息公开条例》第二十条.

    Example:
        >>> ProactiveTable2021(rules=IssuanceCounts(0, 0, 0)).rules.in_force
        0
    """

    section: ClassVar[TableSectionName] = "proactive"
    shape: ClassVar[Shape] = "bands"

    edition: Literal["2021"] = edition("2021")
    rules: IssuanceCounts = row(
        "规章", blank=_BLANK_ISSUANCE, under=_FIRST, english="rules", basis="第二十条第（一）项"
    )
    normative_documents: IssuanceCounts = row(
        "行政规范性文件",
        blank=_BLANK_ISSUANCE,
        under=_FIRST,
        english="administrative normative documents",
        basis="第二十条第（一）项",
    )
    licensing: DecisionCount = row(
        "行政许可", blank=_BLANK_DECISIONS, under=_FIFTH, english="administrative licensing", basis="第二十条第（五）项"
    )
    penalties: DecisionCount = row(
        "行政处罚", blank=_BLANK_DECISIONS, under=_SIXTH, english="administrative penalties", basis="第二十条第（六）项"
    )
    compulsory_measures: DecisionCount = row(
        "行政强制", blank=_BLANK_DECISIONS, under=_SIXTH, english="compulsory measures", basis="第二十条第（六）项"
    )
    fees: FeeAmount = row(
        "行政事业性收费", blank=_BLANK_FEE, under=_EIGHTH, english="administrative fees", basis="第二十条第（八）项"
    )
    extra_rows: tuple[ExtraRow, ...] = extra_rows()


@frozen(order=False, repr=False, kw_only=True)
class ProactiveTable2019(StatutoryTable):
    """Table 二 of the 2019 edition: 22 cells.

    Legal source: 国办公开办函〔2019〕60号; 《政府信息公开条例》第二十条.

    Example:
        >>> ProactiveTable2019(licensing=ItemCounts(change=-2)).licensing.change
        -2
    """

    section: ClassVar[TableSectionName] = "proactive"
    shape: ClassVar[Shape] = "bands"
    columns: ClassVar[int] = 5

    edition: Literal["2019"] = edition("2019")
    rules: DisclosureCounts = row(
        "规章", blank=_BLANK_DISCLOSURE, under=_FIRST, english="rules", basis="第二十条第（一）项"
    )
    normative_documents: DisclosureCounts = row(
        "规范性文件", blank=_BLANK_DISCLOSURE, under=_FIRST, english="normative documents", basis="第二十条第（一）项"
    )
    licensing: ItemCounts = row(
        "行政许可", blank=_BLANK_ITEMS, under=_FIFTH, english="administrative licensing", basis="第二十条第（五）项"
    )
    other_services: ItemCounts = row(
        "其他对外管理服务事项",
        blank=_BLANK_ITEMS,
        under=_FIFTH,
        english="other external administrative services",
        basis="第二十条第（五）项",
    )
    penalties: ItemCounts = row(
        "行政处罚", blank=_BLANK_ITEMS, under=_SIXTH, english="administrative penalties", basis="第二十条第（六）项"
    )
    compulsory_measures: ItemCounts = row(
        "行政强制", blank=_BLANK_ITEMS, under=_SIXTH, english="compulsory measures", basis="第二十条第（六）项"
    )
    fees: FeeItems = row(
        "行政事业性收费",
        blank=_BLANK_FEE_ITEMS,
        under=_EIGHTH,
        english="administrative fees",
        basis="第二十条第（八）项",
    )
    procurement: Procurement = row(
        "政府集中采购",
        blank=_BLANK_PROCUREMENT,
        under=_NINTH,
        english="government centralised procurement",
        basis="第二十条第（九）项",
    )
    extra_rows: tuple[ExtraRow, ...] = extra_rows()


ProactiveTable: TypeAlias = ProactiveTable2019 | ProactiveTable2021
"""Table 二 of either edition."""
