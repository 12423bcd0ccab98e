"""Examples of the rules of :mod:`govdisclosure.checks._tables`."""

from collections.abc import Mapping
from typing import Final

from govdisclosure.model.applications import ApplicationsTable2019
from govdisclosure.model.cells import ExtraRow, Money, Printed
from govdisclosure.testing._example import Example

__all__ = ["EXAMPLES"]

_OTHER: Final = "remedies.table.reconsideration.other"
_FEES: Final = "proactive.table.fees.amount"
_HEAD: Final = "青山镇人民政府2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
_BANDS: Final = (
    "第二十条第（一）项\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n规章 | 0 | 0 | 0\n{label} | 2 | 0 | 9\n"
    "第二十条第（五）项\n信息内容 | 本年处理决定数量\n行政许可 | 0\n"
    "第二十条第（六）项\n信息内容 | 本年处理决定数量\n行政处罚 | 0\n行政强制 | 0\n"
)
_LAST: Final = "第二十条第（八）项\n信息内容 | 本年收费金额（单位：万元）\n行政事业性收费 | 0\n"
_AGAIN: Final = "\n\n以上数据如下：\n\n" + _BANDS.format(label="行政规范性文件") + _LAST
_REST: Final = "三、收到和处理政府信息公开申请情况\n无。\n"


def _table(label: str = "行政规范性文件", *, last: str = _LAST) -> str:
    return _HEAD + _BANDS.format(label=label) + last + _REST


_SHIFTED: Final = {
    f"applications.table.{row}.{column}": value
    for row, columns in {
        "received": (12, 0, 0, 0, 1, 13, None),
        "carried_in": (1, 0, 0, 0, 0, 1, None),
        "granted": (8, 0, 0, 0, 0, 8, None),
        "partly_granted": (2, 0, 0, 0, 0, 2, None),
        "refused.enforcement_file": (1, 0, 0, 0, 0, 1, None),
        "unable_to_provide.not_held": (1, 0, 0, 0, 1, 2, None),
        "handled_total": (12, 0, 0, 0, 1, 13, None),
        "carried_over": (1, 0, 0, 0, 0, 1, None),
    }.items()
    for column, value in zip(
        ("natural_person", "commercial", "research", "public_welfare", "legal_service", "other", "total"),
        columns,
        strict=True,
    )
}

EXAMPLES: Final[Mapping[str, Example]] = {
    "TAB001": Example(bad={"applications.table": ApplicationsTable2019.zeros()}),
    "TAB002": Example(bad={"remedies.table": None}),
    "TAB003": Example(bad_source=_table(last=""), good_source=_table()),
    "TAB004": Example(bad={"proactive.table.extra_rows": (ExtraRow("rules", ("其他主动公开文件", "3", "0", "9")),)}),
    "TAB005": Example(bad_source=_table("行政规范性公文"), good_source=_table("行政规范性 文件（含备案）")),
    "TAB006": Example(bad={_OTHER: None}, good={_OTHER: 0}),
    "TAB007": Example(bad={_OTHER: Printed("/")}, good={_OTHER: 0}),
    "TAB008": Example(bad={_OTHER: Printed("详见附件")}, good={_OTHER: Printed("/")}),
    "TAB009": Example(bad={_OTHER: Printed("1.5")}, good={_OTHER: Printed("3.0")}),
    "TAB010": Example(bad={_OTHER: Printed("-5")}, good={_OTHER: Printed("—5")}),
    "TAB011": Example(bad={_FEES: Money("251000", "元")}, good={_FEES: Money("316441")}),
    "TAB012": Example(bad={"proactive.table.rules.in_force": 6}, good={"proactive.table.rules.in_force": 0}),
    "TAB013": Example(bad=_SHIFTED, good={"applications.table.granted.total": None}),
    "TAB014": Example(bad_source=_table(last=_LAST + _AGAIN), good_source=_table()),
    "TAB015": Example(
        bad={"proactive.table.licensing.change": Printed("增3减2")},
        good={"proactive.table.licensing.change": Printed("持平")},
        year=2019,
    ),
}
