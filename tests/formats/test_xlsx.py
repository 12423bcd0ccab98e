"""Workbooks: what cells show, where tables begin, and what is refused before it is unpacked."""

from datetime import date, datetime, time, timedelta
from importlib import import_module
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given

from govdisclosure.document import Block, Cell, Document, Grid, Text
from govdisclosure.formats.xlsx import parse
from govdisclosure.grid import table_texts
from govdisclosure.testing import remedies_tables
from tests.formats._statutory import APPLICATIONS, PROACTIVE, REMEDIES
from tests.formats._workbooks import TEXT_CELL, XLS, ods, row_of, sheet, xlsx


def texts(block: Block) -> list[list[str]]:
    assert isinstance(block, Grid)
    return [[cell.text for cell in row] for row in block.rows]


def spans(block: Block) -> list[list[tuple[str, int, int]]]:
    assert isinstance(block, Grid)
    return [[(cell.text, cell.rowspan, cell.colspan) for cell in row] for row in block.rows]


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Text)]


def kinds(document: Document) -> list[str]:
    return [type(block).__name__ for block in document.blocks]


def remarks(document: Document) -> list[tuple[str, str, str]]:
    return [(remark.code, remark.raw, str(remark.place)) for remark in document.remarks]


Merged = tuple[int, int, int, int]


def new_book() -> Any:
    return import_module("openpyxl").Workbook()  # it has no types


def saved(book: Any) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def by_openpyxl(*rows: list[object], merged: tuple[Merged, ...] = (), framed: tuple[int, ...] = ()) -> bytes:
    """A workbook of these rows. Merged are first row, first column, last row, last column; ``framed`` have borders."""
    book, styles = new_book(), import_module("openpyxl.styles")
    for texts_of_row in rows:
        book.active.append(texts_of_row)
    for top, left, bottom, right in merged:
        book.active.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    for row in framed:
        for column in range(1, 5):
            book.active.cell(row, column).border = styles.Border(bottom=styles.Side(style="thin"))
    return saved(book)


def grid_workbook(grid: Grid, *before: str) -> bytes:
    """A workbook with a table, its cells merged as they span, right below some lines."""
    rows: list[list[object]] = [[line] for line in before]
    merged: list[Merged] = []
    taken: set[tuple[int, int]] = set()
    for number, cells in enumerate(grid.rows, len(before) + 1):
        row: dict[int, object] = {}
        column = 1
        for cell in cells:
            while (number, column) in taken:
                column += 1
            taken |= {(number + r, column + c) for r in range(cell.rowspan) for c in range(cell.colspan)}
            row[column] = int(cell.text) if cell.text.isdigit() else cell.text or None
            if cell.rowspan * cell.colspan > 1:
                merged.append((number, column, number + cell.rowspan - 1, column + cell.colspan - 1))
        rows.append([row.get(one) for one in range(1, max(row, default=0) + 1)])
    return by_openpyxl(*rows, merged=tuple(merged))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (3, "3"),
        (0, "0"),
        (1234, "1234"),
        (25.1, "25.1"),
        (0.04, "0.04"),
        (7730.28, "7730.28"),
        ("3", "3"),
        ("1,234", "1,234"),
        ("３件", "３件"),
        ("/", "/"),
        (True, "TRUE"),
        (date(2025, 1, 20), "2025-01-20"),
        (datetime(2025, 1, 20, 9, 30), "2025-01-20 09:30:00"),  # noqa: DTZ001 # a cell knows no zone
        (time(9, 30), "09:30:00"),
        (timedelta(hours=30), "30:00:00"),
        ("#N/A", "#N/A"),
        ("　规章 ", "规章"),
        ("商业\n企业", "商业\n企业"),
        ("\u3000", ""),
    ],
)
def test_a_cell_is_read_as_it_shows(value: object, shown: str) -> None:
    (grid,) = parse(by_openpyxl(["规章", value, "末"])).blocks
    assert texts(grid) == [["规章", shown, "末"]]


@pytest.mark.parametrize(("form", "shown"), [("0%", "96%"), ("0.00%", "95.50%"), ("0.0%", "95.5%"), ("0.00", "0.955")])
def test_a_percentage_is_read_as_one(form: str, shown: str) -> None:
    book = new_book()
    book.active.append(["占比", 0.955])
    book.active["B1"].number_format = form
    (grid,) = parse(saved(book)).blocks
    assert texts(grid) == [["占比", shown]]


@pytest.mark.parametrize(
    ("stored", "shown", "raw"),
    [
        ("0.30000000000000004", "0.3", "0.30000000000000004"),
        ("12345678901234567890", "123", "1.2345678901234567e+19"),
        ("1E+300", "1E+300", "1e+300"),
    ],
)
def test_a_number_of_more_digits_than_a_cell_shows_is_noted(stored: str, shown: str, raw: str) -> None:
    document = parse(xlsx(sheet(f"<row>{TEXT_CELL.format('规章')}<c><v>{stored}</v></c></row>")))
    assert texts(document.blocks[0])[0][1].startswith(shown)
    assert remarks(document) == [("number_rounded", raw, "表1!B1")]


def test_a_number_that_is_stored_with_a_tail_of_binary_is_exact() -> None:
    document = parse(xlsx(sheet(f"<row>{TEXT_CELL.format('收费')}<c><v>25.100000000000001</v></c></row>")))
    assert (texts(document.blocks[0]), document.remarks) == ([["收费", "25.1"]], ())


def test_a_formula_gives_its_saved_result_and_one_without_a_result_is_noted() -> None:
    cells = '<c><f>1+2</f><v>3</v></c><c><f>SUM(A1:B1)</f></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    document = parse(xlsx(sheet(f"<row>{TEXT_CELL.format('总计')}{cells}</row>")))
    assert texts(document.blocks[0]) == [["总计", "3", "", "#DIV/0!"]]
    assert remarks(document) == [("formula_without_result", "SUM(A1:B1)", "表1!C1")]


def test_a_control_character_is_taken_out_with_a_remark() -> None:
    document = parse(xlsx(sheet(row_of("规_x0007_章", "3"))))
    assert texts(document.blocks[0]) == [["规章", "3"]]
    assert remarks(document) == [("control_character", "'\\x07'", "表1!A1")]


@pytest.mark.parametrize("grid", [PROACTIVE, APPLICATIONS, REMEDIES], ids=["proactive", "applications", "remedies"])
def test_a_statutory_table_comes_back_with_its_spans(grid: Grid) -> None:
    assert parse(grid_workbook(grid)).blocks == (grid,)


@pytest.mark.parametrize("grid", [PROACTIVE, APPLICATIONS, REMEDIES], ids=["proactive", "applications", "remedies"])
def test_lines_right_above_a_table_stay_lines(grid: Grid) -> None:
    document = parse(grid_workbook(grid, "青山镇2024年政府信息公开工作年度报告", "二、主动公开政府信息情况"))
    assert lines(document) == ["青山镇2024年政府信息公开工作年度报告", "二、主动公开政府信息情况"]
    assert document.blocks[2:] == (grid,)


@given(remedies_tables())
def test_any_figures_of_table_four_come_back(table: Any) -> None:
    rows = tuple(tuple(Cell(slot.text, slot.rowspan, slot.colspan) for slot in row) for row in table_texts(table))
    document = parse(grid_workbook(Grid(rows)))
    read = texts(document.blocks[0])
    assert read == [[cell.text for cell in row] for row in rows][: len(read)]


def test_a_report_of_lines_only_is_text() -> None:
    document = parse(by_openpyxl(["一、总体情况"], ["　　本年公开信息12条。"], [None], ["　　无。\n二是加强监督。"]))
    assert kinds(document) == ["Text"] * 4
    assert lines(document) == ["一、总体情况", "本年公开信息12条。", "无。", "二是加强监督。"]


def test_a_sentence_and_a_heading_part_two_tables_without_a_blank_row() -> None:
    rows: list[list[object]] = [["规章", 3], ["许可", 4], ["本年没有申请。"], ["三、收到和处理情况"], ["项目", "总计"]]
    document = parse(by_openpyxl(*rows))
    assert kinds(document) == ["Grid", "Text", "Text", "Grid"]


def test_a_band_between_rows_of_a_table_is_a_row_of_it() -> None:
    document = parse(by_openpyxl(["规章", 3], ["第二十条第（五）项"], ["许可", 4], merged=((2, 1, 2, 2),)))
    assert spans(document.blocks[0]) == [
        [("规章", 1, 1), ("3", 1, 1)],
        [("第二十条第（五）项", 1, 2)],
        [("许可", 1, 1), ("4", 1, 1)],
    ]


def test_a_blank_row_parts_a_table_and_loses_no_cell() -> None:
    document = parse(by_openpyxl(["规章", 3], [None, None], ["许可", 4]))
    assert [texts(block) for block in document.blocks] == [[["规章", "3"]], [["许可", "4"]]]


def test_a_blank_row_through_which_a_merged_cell_goes_stays_in_the_table() -> None:
    document = parse(by_openpyxl(["规章", 3], [None, None], ["许可", 4], merged=((1, 1, 2, 1),)))
    assert spans(document.blocks[0])[:2] == [[("规章", 2, 1), ("3", 1, 1)], [("", 1, 1)]]


def test_a_blank_row_with_borders_belongs_to_the_table_above_it() -> None:
    document = parse(by_openpyxl(["维持", "纠正", "总计"], framed=(2,)))
    assert texts(document.blocks[0]) == [["维持", "纠正", "总计"], ["", "", ""]]


def test_a_label_beside_blank_cells_with_borders_belongs_to_the_table() -> None:
    document = parse(by_openpyxl(["项目", None, "自然人", "总计"], ["四、结转"], merged=((2, 1, 2, 2),), framed=(2,)))
    assert texts(document.blocks[0]) == [["项目", "", "自然人", "总计"], ["四、结转", "", ""]]


def test_a_merged_title_with_borders_is_a_line() -> None:
    document = parse(by_openpyxl(["青山镇年报"], ["规章", 3], merged=((1, 1, 1, 4),), framed=(1, 2)))
    assert kinds(document) == ["Text", "Grid"]


def test_blank_cells_inside_a_table_stay_and_those_around_it_go() -> None:
    document = parse(by_openpyxl([None, "规章", None, 3, None, " "], [None, "许可", 4, None]))
    assert texts(document.blocks[0]) == [["规章", "", "3"], ["许可", "4", ""]]


def test_a_title_merged_over_every_column_is_a_line() -> None:
    document = parse(by_openpyxl(["青山镇年报"], ["规章", 3], merged=((1, 1, 1, 16384),)))
    assert kinds(document) == ["Text", "Grid"]


def test_a_value_under_a_merged_cell_is_noted() -> None:
    merge = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    document = parse(xlsx(sheet(row_of("规章", "旧", "3"), merge)))
    assert spans(document.blocks[0]) == [[("规章", 1, 2), ("3", 1, 1)]]
    assert remarks(document) == [("covered_value", "旧", "表1!B1")]


def test_merged_cells_that_overlap_lose_no_text() -> None:
    merges = "".join(f'<mergeCell ref="{one}"/>' for one in ("A1:B2", "B2:C3", "C3:B1"))
    rows = "".join(row_of(*(f"{row}{column}" for column in "甲乙丙")) for row in range(3))
    document = parse(xlsx(sheet(rows, f"<mergeCells>{merges}</mergeCells>")))
    found = [text for block in document.blocks for row in texts(block) for text in row]
    assert sorted([*filter(None, found), *(remark.raw for remark in document.remarks)]) == sorted(
        f"{row}{column}" for row in range(3) for column in "甲乙丙"
    )


def test_places_count_on_over_the_sheets_and_addresses_do_not() -> None:
    document = parse(xlsx(sheet(row_of("一") + row_of("规章", "3")), sheet(row_of("二"))))
    grid = document.blocks[1]
    assert [str(block.place) for block in document.blocks] == ["表1!A1", "表1!A2", "表2!A1"]
    assert [block.place.line for block in document.blocks if block.place] == [1, 2, 3]
    assert isinstance(grid, Grid)
    assert str(grid.rows[0][1].place) == "表1!B2"


def test_hidden_sheets_rows_and_columns_are_read_and_noted() -> None:
    hidden = sheet('<row r="2" hidden="1"><c r="AB2"><v>3</v></c></row>').replace(
        "<sheetData>", '<cols><col min="28" max="29" hidden="1"/></cols><sheetData>'
    )
    document = parse(xlsx(sheet(row_of("一")), hidden, state="hidden"))
    assert lines(document) == ["一", "3"]
    assert remarks(document) == [
        ("hidden_sheet", "表2", "表2!A1"),
        ("hidden_cells", "28–29", "表2!A1"),
        ("hidden_cells", "2", "表2!A1"),
    ]


def test_comments_and_text_boxes_are_noted() -> None:
    comment = '<comments><commentList><comment ref="B2"><text><t>请核对</t></text></comment></commentList></comments>'
    box = '<d xmlns:a="a"><a:p><a:r><a:t>单位：件</a:t></a:r></a:p></d>'
    document = parse(xlsx(sheet(row_of("一")), comments1=comment, **{"drawings/drawing1": box}))
    assert remarks(document) == [("cell_comment", "请核对", "B2"), ("text_box", "单位：件", "1:1")]


def test_an_old_workbook_is_read() -> None:
    document = parse(XLS)
    assert lines(document) == ["青山镇年报"]
    expected = [["信息内容", "制发件数", "废止件数"], ["规章", "3", "25.1"], ["其他", "3", "TRUE"]]
    assert texts(document.blocks[1]) == expected
    assert remarks(document) == [("hidden_cells", "4", "表二!A1")]


def test_an_error_in_an_old_workbook_shows() -> None:
    start = XLS.index(b"\x05\x02\x08\x00\x03\x00\x02\x00")
    data = XLS[: start + 10] + b"\x2a\x01" + XLS[start + 12 :]
    assert texts(parse(data).blocks[1])[2] == ["其他", "3", "#N/A"]


def test_an_open_document_sheet_is_read_with_its_merged_cells() -> None:
    text = "<table:table-cell office:value-type='string'{}><text:p>{}</text:p></table:table-cell>"
    head = text.format(" table:number-columns-spanned='2'", "申请人情况") + "<table:covered-table-cell/>"
    figure = "<table:table-cell office:value-type='float' office:value='3'><text:p>3</text:p></table:table-cell>"
    blank = "<table:table-cell table:number-columns-repeated='16384'/>"
    blank = f"<table:table-row table:number-rows-repeated='1048570'>{blank}</table:table-row>"
    rows = [text.format("", "项目") + head, text.format("", "一") + figure + text.format("", "/")]
    document = parse(ods("".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + blank))
    assert spans(document.blocks[0]) == [
        [("项目", 1, 1), ("申请人情况", 1, 2)],
        [("一", 1, 1), ("3", 1, 1), ("/", 1, 1)],
    ]
