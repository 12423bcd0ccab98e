"""Examples of the rules of :mod:`govdisclosure.checks._wording` and its punctuation."""

from collections.abc import Mapping
from typing import Final

from govdisclosure.model.report import SignOff
from govdisclosure.testing._example import Example

__all__ = ["EXAMPLES"]

_PREAMBLE: Final = "preamble.blocks"
_FIRST: Final = "overview.blocks[0]"


def _said(bad: str, good: str) -> Example:
    return Example(bad={_PREAMBLE: (bad,)}, good={_PREAMBLE: (good,)})


EXAMPLES: Final[Mapping[str, Example]] = {
    "TXT001": Example(bad={"title": "青山镇人民政府2024政府信息公开工作年度报告"}),
    "TXT002": Example(
        bad={_FIRST: "2023年，我镇全面推进政务公开工作。"}, good={_FIRST: "2023年，我镇公开信息较上年增长一成。"}
    ),
    "TXT003": Example(
        bad={"sign_off": SignOff("绿水县教育局", "2025年1月15日")},
        good={"sign_off": SignOff("青山镇人民政府办公室", "2025年1月15日")},
    ),
    "TXT004": Example(
        bad={_PREAMBLE: ("本报告由青山镇办公室编制，数据统计、", "核对工作由各村配合完成。")},
        good={_PREAMBLE: ("本报告由青山镇办公室编制。", "核对工作由各村配合完成。")},
    ),
    "TXT005": _said("本报告由办公室编制,网址见首页。", "会议于9:30开始，网址见首页。"),
    "TXT006": _said("落实《甲办法》、《乙办法》。", "落实《甲办法》（青政发〔2020〕1号）、《乙办法》。"),
    "TXT007": _said("落实《甲办法的要求。", "措施有：1）公开；2）培训。"),
    "TXT008": _said("本报告由办公室编制。。", "依法、依规……公开。"),
    "TXT009": _said("2024 年公开信息 12 条。", "2024年公开信息12条。"),
    "TXT013": _said("按青政发[2021]05号办理。", "按（2021）青01行初1号判决办理。"),
    "TXT014": _said("截止2024年12月31日，公开信息12条。", "申请截止日期为12月31日。"),
    "TXT015": _said("期限自2024年1月1日起至12月31止。", "活动于1月1-3日举行。"),
    "TXT016": _said("公开：①机构；②职能。③人事。", "公开：①机构；②职能；③人事。"),
}
