"""What stands on the page around a report and in the middle of it: menus, page numbers, running heads, captions."""

from collections.abc import Sequence
from random import Random
from typing import Final

__all__ = ["AFTER", "BEFORE", "captions", "page_breaks", "page_end"]

BEFORE: Final = (
    "网站首页 > 政府信息公开 > 政府信息公开年报",
    "索引号：000000-2025-00001　发布机构：青山镇人民政府",
    "发布时间：2025-01-20　来源：青山镇人民政府　浏览次数：128",
    "字体：[大 中 小]　打印　关闭",
)
"""Lines that a web page prints before a report."""

AFTER: Final = (
    "上一篇：青山镇2019年政府信息公开工作年度报告",
    "相关链接",
    "主办：青山镇人民政府　备案号：00000001",
    "扫一扫在手机打开当前页",
)
"""Lines that a web page prints after a report."""


def captions(name: str, random: Random) -> list[str]:
    """Return lines that stand between the heading of a section and its table.

    Example:
        >>> captions("proactive", Random(1))
        ['单位：件']
    """
    return random.choice((["单位：件"], [f"{_CAPTIONS[name]}"], [_CAPTIONS[name], "（单位：件）"]))


def page_end(random: Random) -> str:
    """Return the number of a page as it is printed at its foot.

    Example:
        >>> page_end(Random(0))
        '第8页 共9页'
    """
    number = random.randint(2, 9)
    return random.choice((f"— {number} —", f"- {number} -", f"第 {number} 页", f"第{number}页 共9页"))


def page_breaks(lines: Sequence[str], title: str, random: Random, *, in_labels: bool) -> list[str]:
    """Put page breaks between lines; with ``in_labels`` some stand in the middle of one.

    Example:
        >>> page_breaks(["规章", "3"], "青山镇年报", Random(3), in_labels=False)
        ['规章', '', '第 4 页', '', '3']
    """
    broken: list[str] = []
    for line in lines:
        if broken and random.randrange(max(2, len(lines) // 2)) == 0:
            broken += _break(title, random)
        is_label = in_labels and len(line) > 5 and not any(char.isdecimal() for char in line)
        if is_label and random.randrange(8) == 0:
            cut = random.randrange(2, len(line) - 1)
            broken += [line[:cut], *_break(title, random), line[cut:]]
        else:
            broken.append(line)
    return broken


_CAPTIONS: Final = {
    "proactive": "表1 主动公开政府信息情况统计表",
    "applications": "表2 收到和处理政府信息公开申请情况表",
    "remedies": "表3 政府信息公开行政复议、行政诉讼情况",
}


def _break(title: str, random: Random) -> list[str]:
    return ["", page_end(random), *([title] if random.randrange(3) == 0 else []), ""]
