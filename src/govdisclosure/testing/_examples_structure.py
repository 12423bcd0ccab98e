"""Examples of the rules of :mod:`govdisclosure.checks._structure`."""

from collections.abc import Mapping
from typing import Final

from govdisclosure.model.report import SignOff
from govdisclosure.model.sections import Section
from govdisclosure.testing._example import Example

__all__ = ["EXAMPLES"]

_HEAD: Final = "# 青山镇人民政府2024年政府信息公开工作年度报告\n\n"
_OVERVIEW: Final = "overview.blocks"
_PROBLEMS: Final = "problems.blocks"
_OTHERS: Final = "other_matters.blocks"
_LONG: Final = "围绕群众关心的事项更新目录，公开办事流程和结果，做好政策解读，及时回应关切。"
_LISTED: Final = "问题有以下{count}个方面：一是时效不高；二是解读不够。将改进培训，更新指南，完善制度。"

EXAMPLES: Final[Mapping[str, Example]] = {
    "STR001": Example(bad={"overview": Section.absent()}),
    "STR002": Example(
        bad_source=_HEAD
        + "## 五、存在的主要问题及改进情况\n\n问题是慢，将改进。\n\n## 一、总体情况\n\n全年公开12条。\n",
        good_source=_HEAD
        + "## 一、总体情况\n\n全年公开12条。\n\n## 五、存在的主要问题及改进情况\n\n问题是慢，将改进。\n",
        format="markdown",
    ),
    "STR003": Example(
        bad={"other_matters.title": "其他需要报告事项"}, good={"other_matters.title": "其他 需要报告的事项"}
    ),
    "STR004": Example(
        bad={
            f"{_OVERVIEW}[2]": "（三）依申请公开情况。依法答复。",
            f"{_OVERVIEW}[3]": "（五）监督情况。培训、考核、评议、追责。",
        },
        good={f"{_PROBLEMS}": ("1.问题是慢。", "2.短板是少。", "1.将加强培训。", "2.将完善机制。")},
    ),
    "STR005": Example(
        bad_source=_HEAD + "## 一、总体情况\n\n### （一）主动公开\n\n公开12条。\n\n## （二）依申请公开\n\n无申请。\n",
        good_source=_HEAD + "## 一、总体情况\n\n### （一）主动公开\n\n公开12条。\n\n### （二）依申请公开\n\n无申请。\n",
        format="markdown",
    ),
    "STR006": Example(
        bad={_PROBLEMS: ("问题：一是时效不高；三是解读不够。将改进培训工作。",)},
        good={_PROBLEMS: ("问题：一是时效不高；二是解读不够。措施：一是培训；二是更新。",)},
    ),
    "STR007": Example(bad={_PROBLEMS: (_LISTED.format(count="三"),)}, good={_PROBLEMS: (_LISTED.format(count="两"),)}),
    "STR008": Example(bad={_OTHERS: ()}, good={_OTHERS: ("无。",)}),
    "STR009": Example(bad={_PROBLEMS: ("无。",)}, good={_PROBLEMS: ("问题是更新慢，将改进。",)}),
    "STR010": Example(bad={_OVERVIEW: (_LONG * 42,)}, good={_OVERVIEW: (_LONG * 30,)}),
    "STR011": Example(
        bad={_OTHERS: ("无。",)},
        good={f"{_OVERVIEW}[0]": "青山镇人民政府推进公开，未收取信息处理费。", _OTHERS: ("无。",)},
    ),
    "STR012": Example(
        bad={f"{_OVERVIEW}[3]": "（三）监督保障情况。组织业务培训，纳入年度考核。"},
        good={"issuer": "绿水县教育局", f"{_OVERVIEW}[3]": "（三）监督保障情况。组织业务培训，纳入年度考核。"},
    ),
    "STR013": Example(
        bad={_OVERVIEW: ("主动公开各类事项，规范审查。考核、评议、追责都已落实，办理申请。" * 8,)},
        good={_OVERVIEW: ("主动公开各类事项，规范审查。考核、评议、追责都已落实，办理申请。",)},
    ),
    "STR014": Example(bad={"sign_off": SignOff()}),
    "STR016": Example(
        bad={_OTHERS: ("未收取信息处理费。", "附件：公开目录")},
        good={_OTHERS: ("未收取信息处理费，目录以附件形式发布。",)},
    ),
}
