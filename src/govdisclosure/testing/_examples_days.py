"""Examples of the rules of :mod:`govdisclosure.checks._days`."""

from collections.abc import Mapping
from typing import Final

from govdisclosure.model.report import SignOff
from govdisclosure.testing._example import Example

__all__ = ["EXAMPLES"]

_PREAMBLE: Final = "preamble.blocks"
_TOWN: Final = "青山镇人民政府"
_PAGE: Final = (
    "青山镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n全年公开12条。\n六、其他需要报告的事项\n无。\n"
    "青山镇人民政府\n{date}\n"
)


def _signed(bad: str, good: str) -> Example:
    return Example(bad={"sign_off": SignOff(_TOWN, bad)}, good={"sign_off": SignOff(_TOWN, good)})


EXAMPLES: Final[Mapping[str, Example]] = {
    "DAT001": _signed("2024年11月15日", "2024年12月31日"),
    "DAT002": _signed("2025年4月15日", "2025年3月31日"),
    "DAT003": Example(bad={_PREAMBLE: ("于2024年2月30日公布。",)}, good={_PREAMBLE: ("于2024年2月29日公布。",)}),
    "DAT004": Example(
        bad={_PREAMBLE: ("统计期限自2024年1月1日起至2024年11月30日止。",)},
        good={_PREAMBLE: ("统计期限自2024年1月1日起至12月31日止。",)},
    ),
    "DAT005": Example(bad_source=_PAGE.format(date="2025.1.15"), good_source=_PAGE.format(date="2025年1月15日")),
    "DAT006": _signed("2024年1月15日", "2025年1月15日"),
    "DAT007": Example(
        bad={_PREAMBLE: ("按青政发〔2026〕5号办理。",)}, good={_PREAMBLE: ("按青政发〔2025〕1号办理。",)}
    ),
}
