"""Examples of the rules of :mod:`govdisclosure.checks._privacy`. The numbers are those that standards print."""

from collections.abc import Mapping
from typing import Final

from govdisclosure.testing._example import Example

__all__ = ["EXAMPLES"]


def _said(bad: str, good: str) -> Example:
    return Example(bad={"preamble.blocks": (bad,)}, good={"preamble.blocks": (good,)})


EXAMPLES: Final[Mapping[str, Example]] = {
    "PRI001": _said("申请人证件号为11010519491231002X。", "索引号为110105194912310021。"),
    "PRI002": _said("申请人可拨打13800001234。", "咨询电话138****1234。"),
    "PRI003": _said("缴入账户4111111111111111。", "流水号4111111111111112。"),
    "PRI004": _said("申请人张三丰不服答复。", "申请人张某某不服答复。"),
}
