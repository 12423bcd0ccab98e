"""Examples of the rules of :mod:`govdisclosure.checks._terms`."""

from collections.abc import Mapping
from typing import Final

from govdisclosure.testing._example import Example

__all__ = ["EXAMPLES"]

_PREAMBLE: Final = "preamble.blocks"

EXAMPLES: Final[Mapping[str, Example]] = {
    "STR015": Example(
        bad={"other_matters.blocks": ("全年收取信息处理费XX元。",)},
        good={"other_matters.blocks": ("未收取信息处理费，咨询电话138****1234。",)},
    ),
    "TXT010": Example(
        bad={_PREAMBLE: ("本报告依据国务院令第492号编制。",)}, good={_PREAMBLE: ("本报告依据国务院令第711号编制。",)}
    ),
    "TXT011": Example(
        bad={_PREAMBLE: ("按照国办发〔2021〕30号规定的年度报告格式编制。",)},
        good={_PREAMBLE: ("按照国办公开办函〔2021〕30号规定的年度报告格式编制。",)},
    ),
    "TXT012": Example(
        bad={_PREAMBLE: ("申请均在15个工作日内答复。",)}, good={_PREAMBLE: ("第三方应在15个工作日内答复意见。",)}
    ),
    "TXT017": Example(
        bad={_PREAMBLE: ("由绿水县国土资源局配合答复。",)}, good={_PREAMBLE: ("由绿水县自然资源和规划局配合答复。",)}
    ),
    "TXT019": Example(bad={_PREAMBLE: ("申请人均为自热人。",)}, good={_PREAMBLE: ("申请人均为自然人。",)}),
}
