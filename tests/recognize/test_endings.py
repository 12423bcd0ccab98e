"""The end of a report: a sign-off is found in the ways in which it is printed, and below what pages put under it."""

from datetime import date

import pytest

from govdisclosure import SignOff, reads

BODY = "青山镇2024年政府信息公开工作年度报告\n一、总体情况\n全年公开信息12条。\n六、其他需要报告的事项\n无。\n"
SIGNED = SignOff("青山镇人民政府", date(2025, 1, 20))


@pytest.mark.parametrize(
    "printed",
    [
        "青山镇人民政府\n2025年1月20日",
        "青山镇人民政府 2025年1月20日",
        "青山镇人民政府二〇二五年一月二十日",
        "青山镇人民政府\n2025.1.20",
        "青山镇人民政府\n２０２５年 １ 月 ２０ 日",
    ],
)
def test_a_sign_off_is_found_in_each_of_its_forms(printed: str) -> None:
    report = reads(BODY + printed + "\n", "text").report
    assert (report.sign_off, report.other_matters.blocks) == (SIGNED, ("无。",))


@pytest.mark.parametrize(
    "below", ["责任编辑：某某\n打印本页 关闭窗口", "（此件公开发布）", "上一篇：没有了\n版权所有：青山县", "扫一扫"]
)
def test_what_a_page_puts_below_a_sign_off_is_noted(below: str) -> None:
    reading = reads(f"{BODY}青山镇人民政府\n2025年1月20日\n{below}\n", "text")
    assert reading.report.sign_off == SIGNED
    assert [note.raw for note in reading.notes if note.code == "page_furniture"] == below.split("\n")


def test_the_last_sentence_is_no_sign_off() -> None:
    report = reads(f"{BODY}相关情况已于2025年1月20日公布。\n", "text").report
    assert (report.sign_off, report.other_matters.blocks[-1]) == (SignOff(), "相关情况已于2025年1月20日公布。")
