"""The last lines of a report: who signs, when, and what is attached."""

from datetime import date

import pytest

from govdisclosure import Attachment, SignOff, reads

HEAD = "青山镇2024年政府信息公开工作年度报告\n六、其他需要报告的事项\n无。\n"
REMEDIES = "四、政府信息公开行政复议、行政诉讼情况\n"
TABLE = "行政复议\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n" + "0 | " * 15 + "\n"


@pytest.mark.parametrize(
    ("printed", "sign_off"),
    [
        ("青山镇人民政府\n2025年1月20日", SignOff("青山镇人民政府", date(2025, 1, 20))),
        ("青山镇人民政府\n2025 年 1 月 20 日", SignOff("青山镇人民政府", date(2025, 1, 20))),
        ("青山镇人民政府\n二〇二五年一月二十日", SignOff("青山镇人民政府", date(2025, 1, 20))),
        ("2025年1月20日", SignOff(None, date(2025, 1, 20))),
        ("青山镇人民政府", SignOff("青山镇人民政府")),
        ("本报告由办公室负责解释。", SignOff()),
        ("2025年2月30日", SignOff()),
    ],
)
def test_the_sign_off_is_taken_from_the_last_lines(printed: str, sign_off: SignOff) -> None:
    report = reads(HEAD + printed, "text").report
    assert report.sign_off == sign_off


def test_a_day_that_does_not_exist_stays_in_the_text() -> None:
    assert "2025年2月30日" in reads(HEAD + "2025年2月30日", "text").report.other_matters.blocks


def test_a_paragraph_before_the_last_table_signs_nothing() -> None:
    report = reads(REMEDIES + "青山镇人民政府\n" + TABLE + "2025年1月20日\n", "text").report
    assert report.sign_off == SignOff(None, date(2025, 1, 20))
    assert report.remedies.blocks == ("青山镇人民政府",)


def test_attachments_are_taken_from_lines_and_links() -> None:
    parts = (
        "# 青山镇2024年政府信息公开工作年度报告", "## 六、其他需要报告的事项", "无。", "[附件：1.统计表](tongji.xlsx)",
        "附件：2.目录", "青山镇人民政府", "2025年1月20日",
    )  # fmt: skip
    report = reads("\n\n".join(parts), "markdown").report
    assert report.attachments == (Attachment("统计表", "tongji.xlsx"), Attachment("目录"))
    assert report.sign_off.issuer == "青山镇人民政府"
