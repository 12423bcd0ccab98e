"""The title, and what a page puts around it."""

import pytest

from govdisclosure import reads

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
