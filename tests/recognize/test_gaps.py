"""Rows whose label was broken are known by their turn, or not at all; a merged cell said once more is noted."""

from govdisclosure import Reading, reads

HEADING = "三、收到和处理政府信息公开申请情况\n"
FIRST = "（一）予以公开 5 0 0 0 0 0 5\n"
BROKEN = "（二）部分公开（区分处理的，只计这\n{}\n一情形，不计其他情形）\n"
LAST = "1.属于国家秘密 0 0 0 0 0 0 0\n"


def codes(reading: Reading) -> dict[str, str]:
    return {note.code: note.raw for note in reading.notes}


def test_a_row_between_two_certain_ones_is_known_by_its_turn() -> None:
    reading = reads(HEADING + FIRST + BROKEN.format("1 0 0 0 0 0 1") + LAST, "text")
    assert reading.report.at("applications.table.partly_granted.total") == 1
    assert codes(reading)["label_broken"] == "1 | 0 | 0 | 0 | 0 | 0 | 1"


def test_figures_too_few_for_the_row_whose_turn_it_is_are_left_blank_with_a_note() -> None:
    reading = reads(HEADING + FIRST + BROKEN.format("1 0 0 0 0 1") + LAST, "text")
    assert reading.report.at("applications.table.partly_granted.total") is None
    assert codes(reading)["figures_without_label"] == "1 | 0 | 0 | 0 | 0 | 1"


def test_two_rows_in_the_place_of_one_are_both_left_blank() -> None:
    reading = reads(HEADING + FIRST + BROKEN.format("1 0 0 0 0 0 1\n2 0 0 0 0 0 2") + LAST, "text")
    assert reading.report.at("applications.table.partly_granted.total") is None


def test_a_merged_cell_that_is_said_for_each_of_its_columns_is_read_once_and_noted() -> None:
    head = "| 信息内容 |" + " 本年处理决定数量 |" * 3
    page = f"## 二、主动公开政府信息情况\n\n{head}\n|---|---|---|---|\n| 行政许可 | 97 | 97 | 97 |\n"
    reading = reads(page, "markdown")
    assert reading.report.at("proactive.table.licensing.decisions") == 97
    assert codes(reading)["cells_repeated"] == "行政许可 | 97 | 97 | 97"
