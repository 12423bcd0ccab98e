"""Heads, labels and blanks that leave a doubt: the figures stay out of the table, each with a note."""

import pytest

from govdisclosure import ApplicationsTable2021, ProactiveTable2021, Reading, RemediesTable, reads
from govdisclosure.grid import table_texts

PROACTIVE = "二、主动公开政府信息情况\n"
REMEDIES = "四、政府信息公开行政复议、行政诉讼情况\n"
OUTCOMES = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |"


def figures(reading: Reading) -> list[str]:
    """What the statutory tables hold."""
    tables = (reading.report.proactive.table, reading.report.remedies.table)
    return [cell.text for table in tables if table for cell in table.cells() if cell.kind != "blank"]


def test_extra_rows_keep_the_order_of_the_form_where_its_rows_do_not() -> None:
    rows = ["行政规范性文件 | 4 | 5 | 6", "某类文件 | 1 | 2 | 3", "规章 | 0 | 0 | 0", "另类文件 | 7 | 8 | 9"]
    head = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n"
    grid = head + "".join(f"| {row} |\n" for row in rows)
    reading = reads(f"## {PROACTIVE}\n{grid}\n", "markdown")
    extra = reading.report.proactive.expect(ProactiveTable2021).extra_rows
    assert [(row.after, row.cells[0]) for row in extra] == [("rules", "另类文件"), ("normative_documents", "某类文件")]
    paths = {note.raw: str(note.path) for note in reading.notes if note.code == "extra_row"}
    assert paths["另类文件 | 7 | 8 | 9"] == "proactive.table.extra_rows[0]"


def test_a_head_beyond_reading_must_stand_where_the_form_has_one() -> None:
    head, lost = f"## {PROACTIVE}\n| 信息内容 | {{}} | {{}} | 现行有效件数 |\n|---|---|---|---|\n", "本年制件制发"
    rows = "| 规章 | 1 | 2 | 3 |\n| 行政规范性文件 | 4 | 5 | 6 |\n"
    in_order = head.format(lost, "本年废止件数") + rows
    astray = head.format("本年废止件数", lost) + rows
    assert figures(reads(in_order, "markdown")) == ["1", "2", "3", "4", "5", "6"]
    assert figures(reads(astray, "markdown")) == []


def test_blanks_under_heads_that_lack_one_may_stand_anywhere() -> None:
    heads = "信息内容 | 本年制发件数 | 现行有效件数 |\n"
    reading = reads(PROACTIVE + heads + "规章 |  | 7 |  |\n行政规范性文件 | 4 | 6 |  |\n", "text")
    assert figures(reading) == []
    assert [note.code for note in reading.notes if "7" in note.raw] == ["row_uncertain"]


@pytest.mark.parametrize(("start", "known"), [("", True), (" | ", False)])
def test_a_bar_before_the_figures_is_a_blank_cell_where_the_heads_have_none(start: str, known: bool) -> None:
    row = f"{start}5 | 0 | 0 | 2 | 3 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
    heads = "行政复议 | 行政诉讼 |\n" + OUTCOMES + "未经复议直接起诉 | 复议后起诉 |\n" + OUTCOMES + OUTCOMES + "\n"
    reading = reads(REMEDIES + heads + row, "text")
    assert bool(figures(reading)) is known
    assert known is not any(note.code == "table_undecidable" for note in reading.notes)


def test_a_word_under_a_head_is_a_cell_and_no_label() -> None:
    cells = ["约3", "1", "0", *["0"] * 13]
    heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3
    table = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in (heads, cells))
    reading = reads(f"<h2>{REMEDIES}</h2><table>{table}</table>", "html")
    assert figures(reading) == []


def test_the_bar_after_the_last_cell_of_every_row_leaves_no_blank() -> None:
    heads = "行政复议\t行政诉讼\t\n" + OUTCOMES.replace(" | ", "\t")[:-2] + "\t未经复议直接起诉\t复议后起诉\t\n"
    heads += "\t".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 2) + "\t\n"
    reading = reads(REMEDIES + heads + "\t".join(map(str, range(11, 26))) + "\t\n", "text")
    assert figures(reading) == [str(n) for n in range(11, 26)]
    assert isinstance(reading.report.remedies.table, RemediesTable)


def test_a_row_of_another_edition_is_no_extra_row_and_its_label_no_figure() -> None:
    table = ApplicationsTable2021.zeros()
    rows = [[slot.text for slot in row] for row in table_texts(table)]
    short = [row[:-1] if row[0] == "（六）其他处理" else row for row in rows]
    grid = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in short)
    reading = reads(f"<h2>三、收到和处理政府信息公开申请情况</h2><table>{grid}</table>", "html")
    found = reading.report.applications.table
    assert found is None or not any(cell.kind == "text" for cell in found.cells())
    assert found is None or isinstance(found, ApplicationsTable2021)
