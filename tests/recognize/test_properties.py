"""Properties at the head of a file: they fill what is not printed, and nothing of them goes in silence."""

from datetime import date

import pytest

from govdisclosure import ReadError, reads

BODY = "# 青山镇2024年政府信息公开工作年度报告\n\n## 六、其他需要报告的事项\n\n无。\n"


@pytest.mark.parametrize(
    "line",
    ["layout: post", "title: 别的标题", "year: 2003", "year: 二〇二四", "sign_off_date: 2024-02-30", "document: 通知"],
)
def test_a_property_that_tells_nothing_is_noted_and_changes_nothing(line: str) -> None:
    plain, reading = reads(BODY, "markdown"), reads(f"---\n{line}\n---\n\n{BODY}", "markdown")
    assert reading.report == plain.report
    assert [note.raw for note in reading.notes if note.code == "property_unused"] == [line]


def test_a_property_said_twice_counts_once() -> None:
    reading = reads(f"---\nyear: 2022\nyear: 2023\n---\n\n{BODY}", "markdown")
    assert reading.report.year == 2022
    assert [note.raw for note in reading.notes if note.code == "property_unused"] == ["year: 2023"]


def test_a_property_fills_what_is_not_printed() -> None:
    report = reads(f"---\nsign_off_date: 2025-01-20\n---\n\n{BODY}", "markdown").report
    assert report.sign_off.date == date(2025, 1, 20)


def test_a_page_with_properties_of_other_programs_is_no_report() -> None:
    with pytest.raises(ReadError) as refused:
        reads("---\nlayout: post\n---\n\n春游通知。\n", "markdown")
    assert refused.value.kind == "not_a_report"


def test_a_link_on_nothing_that_prints_is_noted() -> None:
    reading = reads(BODY + "\n[ ](liucheng.html)\n", "markdown")
    assert reading.report.other_matters.blocks == ("无。",)
    assert [note.raw for note in reading.notes if note.code == "link_target"] == ["liucheng.html"]
