"""The title, and what a page puts around it."""

import pytest

from govdisclosure import reads, writes
from govdisclosure.testing.samples import sample

BODY = "\n\n一、总体情况\n\n全年公开信息12条。\n\n二、主动公开政府信息情况\n"


@pytest.mark.parametrize(
    ("front", "title"),
    [
        # the record above the report gives the title once more
        (
            "标 题 青山镇2024年政府信息公开工作年度报告\n\n青山镇政府信息公开工作2024年度报告",
            "青山镇政府信息公开工作2024年度报告",
        ),
        ("标 题 青山镇2024年政府信息公开工作年度报告", "标 题 青山镇2024年政府信息公开工作年度报告"),
        # a date that has lost its characters is no line of the title; a year is
        ("202515\n\n青山镇\n\n2024年政府信息公开工作年度报告", "青山镇2024年政府信息公开工作年度报告"),
        ("2024年\n\n青山镇政府信息公开工作年度报告", "2024年青山镇政府信息公开工作年度报告"),
    ],
)
def test_the_title_is_the_reports_own(front: str, title: str) -> None:
    assert reads((front + BODY).encode(), "text").report.title == title


TITLES = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)


@pytest.mark.parametrize("mark", ["", "；", "、", "：", "。"])
def test_a_table_of_contents_takes_no_heading_away(mark: str) -> None:
    report = sample(2024)
    source = writes(report, "text")
    contents = "".join(f"{title}{mark}\n\n" for title in TITLES)
    front, heading, rest = source.partition(TITLES[0])
    read = reads(f"{front}{contents}{heading}{rest}".encode(), "text").report
    assert read.overview == report.overview
    assert read.further_sections == ()
    assert read.replace({"preamble": report.preamble}) == report
    said = [block for block in read.preamble.blocks if block not in report.preamble.blocks]
    assert "".join("".join(map(str, said)).split()) == "".join(contents.split())
