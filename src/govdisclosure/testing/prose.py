"""Invented prose as real reports print it: sentences, enumerations, citations, dates, percentages, addresses."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from govdisclosure.conventions.numbering import CIRCLED
from govdisclosure.conventions.numerals import to_chinese
from govdisclosure.testing._draws import one_of_many, short

__all__ = ["headings", "paragraphs"]

_FIRST_DAY: Final = date(2018, 1, 1)
_LAST_DAY: Final = date(2030, 12, 31)

_DONE: Final = (
    "完善公开目录",
    "及时更新公开指南",
    "加强日常监督检查",
    "组织业务培训2次",
    "开展政策解读，回应群众关切",
    "规范答复文书格式，严格审核发布流程",
    "把政务公开纳入年度考核（占3分）",
    "推进“一网通办”与政务公开相结合",
    "清理失效文件12件",
)
_WHOLE: Final = (
    "无。",
    "本年度没有其他需要报告的事项。",
    "该部分以表格形式报告，表格如下：",
    "公开的形式还不够丰富，队伍的业务能力有待提高。",
    "做到公开“四个结合”，取得了较好的效果！",
    "本机关未收取信息处理费。",
    "全镇“三务公开”的覆盖面是否够广？我们将继续改进。",
)
_BASES: Final = (
    "《中华人民共和国政府信息公开条例》",
    "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）",
    "《白水市政务公开工作要点》（白政办发〔2024〕5号）",
)
_CONTACTS: Final = (
    "电子版可在云岭县人民政府网站（https://www.yunling.example/zwgk/index.html?id=3&lang=zh）查阅和下载。",
    "如有疑问，请与青山镇党政办公室联系（电话：0000-1234567，邮箱：zwgk_office@qingshan.example）。",
    "开通微信公众号“青山发布”和APP各1个，用WeChat、Weibo等平台发布信息。",
    "其中PDF、Word格式文件占95.5%以上，网站支持IPv6访问。",
)
_HEADINGS: Final = (
    "主动公开情况",
    "依申请公开情况",
    "政府信息管理情况",
    "平台建设情况",
    "监督保障情况",
    "主要问题",
    "改进措施",
    "加强领导，强化组织，确保公开落到实处",
    "突出重点、规范程序",
    "推进“互联网+政务服务”",
    "落实《条例》（2019年修订）要求的情况",
)


def headings() -> SearchStrategy[str]:
    """Return titles of subsections, without numbers.

    Example:
        >>> from hypothesis import find
        >>> find(headings(), lambda title: True)
        '主动公开情况'
    """
    return one_of_many(_HEADINGS)


def paragraphs() -> SearchStrategy[str]:
    """Return ordinary paragraphs: what a real report prints, with a full stop or its like at the end.

    Some are items of an enumeration that runs through paragraphs (``一是…``).

    Example:
        >>> from hypothesis import find
        >>> find(paragraphs(), lambda text: "；二是" in text)
        '主要做法：一是完善公开目录；二是完善公开目录。'
    """
    sentence = st.one_of(_sentences(), one_of_many(_WHOLE), one_of_many(_CONTACTS), _enumerations())
    item = st.tuples(_marks(), one_of_many(_DONE), st.just("。")).map("".join)
    return short(st.one_of(sentence, st.lists(sentence, min_size=2, max_size=4).map("".join), item))


def _sentences() -> SearchStrategy[str]:
    count, year, base = st.integers(0, 20_000), st.integers(2018, 2030), one_of_many(_BASES)
    return st.one_of(
        count.map("全年主动公开政府信息{}条。".format),
        st.tuples(year, count).map(lambda d: f"{d[0]}年共收到政府信息公开申请{d[1]}件。"),
        year.map("自{0}年1月1日起至{0}年12月31日止，按期答复率为100%。".format),
        st.tuples(st.dates(_FIRST_DAY, _LAST_DAY), count).map(lambda d: _event(*d)),
        st.tuples(count, st.integers(0, 1000)).map(
            lambda d: f"其中公示公告{d[0]:,}条，占{d[1] / 10}%，同比下降{d[1]}个百分点。"
        ),
        base.map("根据{}的要求，编制本报告。".format),
        st.tuples(base, base).map(lambda d: f"依据{d[0]}、{d[1]}，现公布如下："),
    )


def _event(day: date, visitors: int) -> str:
    """A date with spaces inside, as text conversions leave them."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日，举办“政府开放日”活动，参加{visitors}人次。"


def _enumerations() -> SearchStrategy[str]:
    styles = st.sampled_from(("{0}是", "第{0}，", "{1}", "（{2}）"))
    return st.tuples(styles, st.lists(one_of_many(_DONE), min_size=2, max_size=5)).map(lambda d: _enumerated(*d))


def _enumerated(style: str, items: Sequence[str]) -> str:
    marked = (style.format(to_chinese(n), CIRCLED[n - 1], n) + item for n, item in enumerate(items, 1))
    return f"主要做法：{'；'.join(marked)}。"


def _marks() -> SearchStrategy[str]:
    """Marks with which a paragraph may begin without looking like a heading."""
    numeral = st.integers(1, 9).map(to_chinese)
    return st.one_of(
        numeral.map("{}是".format),
        numeral.map("第{}，".format),
        st.sampled_from(CIRCLED[:20]),
        st.sampled_from(("首先，", "其次，", "最后，")),
    )
