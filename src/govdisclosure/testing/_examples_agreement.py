"""Examples of the rules of :mod:`govdisclosure.checks._agreement` and its statements."""

from collections.abc import Mapping
from typing import Final

from govdisclosure.model.cells import Money
from govdisclosure.testing._example import Example

__all__ = ["EXAMPLES"]

_OPEN: Final = "（一）主动公开。发布信息，审查文件。"
_ON_REQUEST: Final = "（二）依申请公开。"
_GUARDED: Final = "（三）平台监督。开展考核、评议，未发生责任追究。"


def _requests(bad: str, good: str) -> Example:
    path = "overview.blocks[2]"
    return Example(bad={path: _ON_REQUEST + bad}, good={path: _ON_REQUEST + good})


EXAMPLES: Final[Mapping[str, Example]] = {
    "REF001": _requests("全年共收到政府信息公开申请15件。", "全年共收到政府信息公开申请14件。"),
    "REF002": _requests("全年办结政府信息公开申请9件。", "全年办结政府信息公开申请13件。"),
    "REF003": _requests("政府信息公开申请结转下年度继续办理3件。", "政府信息公开申请结转下年度继续办理1件。"),
    "REF004": _requests("收到申请13件，其中予以公开7件。", "收到申请13件，其中予以公开8件。"),
    "REF005": Example(
        bad={"overview.blocks[3]": _GUARDED + "全年因政府信息公开被申请行政复议5件。"},
        good={"overview.blocks[3]": _GUARDED + "全年办理本县行政复议案件5件。"},
    ),
    "REF006": Example(
        bad={"overview.blocks[1]": _OPEN + "全年制发行政规范性文件5件。"},
        good={"overview.blocks[1]": _OPEN + "全年制发行政规范性文件2件。"},
    ),
    "REF007": _requests("收到申请13件，予以公开8件，占52.6%。", "收到申请13件，予以公开8件，占61.5%。"),
    "REF008": _requests("收到政府信息公开申请13件，均已办结。", "收到政府信息公开申请13件。"),
    "REF009": _requests("全年未收到政府信息公开申请。", "全年未收到企业提出的政府信息公开申请。"),
    "REF010": Example(
        bad={"other_matters.blocks": ("全年收取信息处理费385元。",), "proactive.table.fees.amount": Money("1")},
        good={"other_matters.blocks": ("全年收取信息处理费380元。",), "proactive.table.fees.amount": Money("1")},
    ),
    "REF011": Example(
        bad={"overview.blocks[1]": _OPEN + "发布信息20条，其中机构职能12条，办事指南9条。"},
        good={"overview.blocks[1]": _OPEN + "发布信息20条，其中机构职能12条，办事指南5条。"},
    ),
    "REF012": Example(
        bad={
            "preamble.blocks": ("收到政府信息公开申请12件。", "全年收到政府信息公开申请13件。"),
            "applications.table": None,
        },
        good={
            "preamble.blocks": ("收到政府信息公开申请12件。", "全年收到政府信息公开申请12件。"),
            "applications.table": None,
        },
    ),
    "REF013": Example(
        bad={"other_matters.blocks": ("本年度未收取信息处理费。", "全年收取信息处理费200元。")},
        good={"other_matters.blocks": ("上年未收取信息处理费。", "全年收取信息处理费200元。")},
    ),
}
