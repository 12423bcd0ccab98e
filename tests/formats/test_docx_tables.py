"""Tables of a Word file: spans, what stands in cells, frames, tables in tables."""

import pytest
from hypothesis import given

from govdisclosure import reads
from govdisclosure.conventions.characters import is_blank
from govdisclosure.document import Block, Cell, Grid, Heading, Remark, Text
from govdisclosure.formats.docx import parse
from govdisclosure.grid import table_texts
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.testing import applications_tables, proactive_tables, remedies_tables
from tests.formats._documents import grids
from tests.formats._docx_files import numbering_xml, paragraph, styles_xml, table, word_file
from tests.formats._statutory import APPLICATIONS, PROACTIVE, REMEDIES


def blocks(body: str) -> tuple[Block, ...]:
    return parse(word_file(body)).blocks


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def drawn(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def plain(*texts: str) -> str:
    return "".join(cell(paragraph(text)) for text in texts)


def texts(block: Block) -> list[list[str]]:
    assert isinstance(block, Grid)
    return [[one.text for one in row] for row in block.rows]


def spans(block: Block) -> list[list[tuple[str, int, int]]]:
    assert isinstance(block, Grid)
    return [[(one.text, one.rowspan, one.colspan) for one in row] for row in block.rows]


def remarks(body: str) -> list[tuple[str, str]]:
    return [(remark.code, remark.raw) for remark in parse(word_file(body)).remarks]


@pytest.mark.parametrize("grid", [PROACTIVE, APPLICATIONS, REMEDIES])
def test_the_statutory_tables_keep_every_cell_and_span(grid: Grid) -> None:
    assert blocks(table(grid.rows)) == (grid,)


@given(grid=grids())
def test_any_grid_keeps_its_cells_and_spans(grid: Grid) -> None:
    def text(one: Cell) -> str:
        kept = one.text.replace("\ufffe", "").replace("\uffff", "")  # XML has no such characters
        return "" if is_blank(kept) else kept.strip()

    clean = Grid(tuple(tuple(Cell(text(one), one.rowspan, one.colspan) for one in row) for row in grid.rows))
    if sum(map(len, clean.rows)) > 1:
        assert blocks(table(clean.rows)) == (clean,)
    else:  # a table of one cell is a frame around its text
        assert [getattr(one, "text", "") for one in blocks(table(clean.rows))] == list(
            filter(None, [clean.rows[0][0].text])
        )


def test_the_figures_of_the_form_come_out() -> None:
    body = "".join(
        (
            paragraph("青山镇2024年政府信息公开工作年度报告"),
            paragraph("二、主动公开政府信息情况"),
            table(PROACTIVE.rows),
            paragraph("三、收到和处理政府信息公开申请情况"),
            table(APPLICATIONS.rows),
            paragraph("四、政府信息公开行政复议、行政诉讼情况"),
            table(REMEDIES.rows),
        )
    )
    reading = reads(word_file(body))
    report = reading.report
    assert str(report.at("proactive.table.normative_documents.issued")) == "13"
    assert str(report.at("applications.table.received.natural_person")) == "1"
    assert str(reading.place("proactive.table.normative_documents.issued")) == "table 1, row 4, cell 2"


@given(printed=applications_tables("2021") | proactive_tables("2021") | remedies_tables())
def test_the_figures_of_any_table_of_the_form_come_out(printed: StatutoryTable) -> None:
    report = reads(word_file(paragraph("青山镇2024年政府信息公开工作年度报告") + table(table_texts(printed)))).report
    assert printed in {report.proactive.table, report.applications.table, report.remedies.table}


def test_every_cell_has_its_place_in_the_order_of_the_source() -> None:
    inner = drawn(plain("甲", "乙"))
    found = blocks(paragraph("一") + drawn(plain("a", "b") + cell(inner + paragraph("c")) + plain("d")))
    grid, nested = found[1:]
    assert isinstance(grid, Grid)
    assert isinstance(nested, Grid)
    places = [one.place for one in (*grid.rows[0], *nested.rows[0])]
    assert [str(place) for place in places] == [
        *("table 1, row 1, cell 1", "table 1, row 1, cell 2", "table 1, row 1, cell 3", "table 1, row 1, cell 4"),
        *("table 1, row 1, cell 3, table, row 1, cell 1", "table 1, row 1, cell 3, table, row 1, cell 2"),
    ]
    assert [(place.line, place.column) for place in places if place] == [(2, 1), (2, 2), (2, 3), (2, 6), (2, 4), (2, 5)]


def test_lines_and_paragraphs_of_a_cell_stay_apart() -> None:
    body = drawn(
        cell(f"{paragraph('本年')}<w:p><w:r><w:t>新制作</w:t><w:br/><w:t>数量</w:t></w:r></w:p><w:p/>") + plain("1")
    )
    assert texts(blocks(body)[0]) == [["本年\n新制作\n数量", "1"]]


@pytest.mark.parametrize("text", ["/", "—", "0", "", "12.50", "１２", "1 2"])
def test_a_cell_is_verbatim(text: str) -> None:
    assert texts(blocks(drawn(plain(text, "b")))[0]) == [[text, "b"]]


def test_a_cell_that_goes_on_from_none_above_or_another_breadth_is_a_cell_of_its_own() -> None:
    goes_on = "<w:vMerge/>"
    body = drawn(
        cell(paragraph("a"), goes_on) + plain("b"),
        cell(paragraph("c"), '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'),
        cell(paragraph("d"), goes_on) + plain("e"),
    )
    assert spans(blocks(body)[0]) == [[("a", 1, 1), ("b", 1, 1)], [("c", 1, 2)], [("d", 1, 1), ("e", 1, 1)]]


def test_two_merged_cells_one_under_the_other_stay_two() -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [cell(paragraph(text), merge) + plain("x") for text, merge in
            (("a", begins), ("", goes_on), ("b", begins), ("", goes_on))]  # fmt: skip
    assert [row[0][:2] for row in spans(blocks(drawn(*rows))[0])] == [("a", 2), ("x", 1), ("b", 2), ("x", 1)]


def test_text_in_a_cell_that_only_continues_another_is_hidden() -> None:
    body = drawn(cell(paragraph("a"), '<w:vMerge w:val="restart"/>') + plain("b"), cell(paragraph("c"), "<w:vMerge/>"))
    assert remarks(body) == [("hidden_text", "c")]


def test_cells_joined_in_the_way_of_old_files_are_one() -> None:
    body = drawn(cell(paragraph("a"), '<w:hMerge w:val="restart"/>') + cell("<w:p/>", "<w:hMerge/>") + plain("b"))
    assert spans(blocks(body)[0]) == [[("a", 1, 2), ("b", 1, 1)]]


def test_the_room_that_a_row_leaves_is_a_blank_cell() -> None:
    room = '<w:trPr><w:gridBefore w:val="2"/><w:gridAfter w:val="1"/></w:trPr>'
    assert spans(blocks(drawn(plain(*"abcd"), room + plain("e")))[0])[1] == [("", 1, 2), ("e", 1, 1), ("", 1, 1)]


@pytest.mark.parametrize("span", ["0", "-1", "x", "999999999", ""])
def test_a_span_that_is_none_is_one(span: str) -> None:
    body = drawn(cell(paragraph("a"), f'<w:gridSpan w:val="{span}"/>') + plain("b"))
    assert spans(blocks(body)[0]) == [[("a", 1, 1), ("b", 1, 1)]]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    controlled = f"<w:sdt><w:sdtPr/><w:sdtContent>{plain('b')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{plain('c', 'd')}</w:tr></w:sdtContent></w:sdt>"
    body = f"<w:tbl><w:tr>{plain('a')}{controlled}</w:tr>{row}</w:tbl>"
    assert texts(blocks(body)[0]) == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(("properties", "code"), [("<w:del/>", "deleted_text"), ("<w:hidden/>", "hidden_text")])
def test_a_row_that_is_deleted_or_hidden_is_a_remark(properties: str, code: str) -> None:
    body = drawn(plain("a", "b"), f"<w:trPr>{properties}</w:trPr>{plain('c', 'd')}")
    assert texts(blocks(body)[0]) == [["a", "b"]]
    assert remarks(body) == [(code, "cd")]


def test_a_cell_that_is_deleted_is_a_remark() -> None:
    body = drawn(plain("a", "b") + cell(paragraph("c"), "<w:cellDel/>"))
    assert (texts(blocks(body)[0]), remarks(body)) == ([["a", "b"]], [("deleted_text", "c")])


def test_a_frame_of_one_cell_gives_what_it_holds() -> None:
    inner = drawn(plain("规章", "3"))
    assert blocks(drawn(cell(paragraph("一、总体情况") + inner))) == (
        Text("一、总体情况"),
        Grid(((Cell("规章"), Cell("3")),)),
    )


def test_a_heading_in_a_frame_is_a_heading() -> None:
    styles = styles_xml('<w:style w:styleId="t"><w:name w:val="Title"/></w:style>')
    body = drawn(cell(paragraph("年报", '<w:pStyle w:val="t"/>')))
    assert parse(word_file(body, styles=styles)).blocks == (Heading(1, "年报"),)


def test_a_column_of_frames_gives_what_it_holds_and_a_column_of_words_is_a_table() -> None:
    inner = drawn(plain("规章", "3"))
    assert blocks(drawn(plain("表二"), cell(inner))) == (Text("表二"), Grid(((Cell("规章"), Cell("3")),)))
    assert texts(blocks(drawn(plain("甲"), plain("乙")))[0]) == [["甲"], ["乙"]]


def test_a_table_in_a_cell_follows_the_table_and_a_blank_one_around_tables_is_dropped() -> None:
    inner = drawn(plain("规章", "3"))
    assert [texts(one) for one in blocks(drawn(plain("表二") + cell(inner)))] == [[["表二", ""]], [["规章", "3"]]]
    assert [texts(one) for one in blocks(drawn(cell(inner) + cell(inner)))] == [[["规章", "3"]]] * 2


def test_a_frame_in_a_cell_is_part_of_its_text() -> None:
    assert texts(blocks(drawn(plain("规章") + cell(drawn(plain("3")))))[0]) == [["规章", "3"]]


def test_a_box_of_text_in_a_cell_is_part_of_its_text_and_a_picture_a_remark() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('3')}</w:txbxContent></v:textbox></w:pict></w:r>"
    picture = '<w:r><w:drawing><a:blip r:embed="image1"/></w:drawing></w:r>'
    document = parse(word_file(drawn(plain("规章") + cell(f"<w:p>{box}{picture}</w:p>")), parts={"image1": ""}))
    assert texts(document.blocks[0]) == [["规章", "3"]]
    assert document.remarks == (Remark("cell_picture", "word/image1.xml"),)


def test_an_empty_table_is_nothing_and_still_counts() -> None:
    found = blocks(f"<w:tbl/><w:tbl><w:tr/></w:tbl>{drawn(plain('a', 'b'))}")
    assert [str(one.place) for one in found] == ["table 3"]


def test_words_that_stand_in_a_table_outside_its_cells_are_not_lost() -> None:
    body = f"<w:tbl>{paragraph('题注')}<w:tr>{plain('a', 'b')}{paragraph('行外')}</w:tr></w:tbl>"
    grid, *others = blocks(body)
    assert texts(grid) == [["a", "b"]]
    assert others == [Text("题注"), Text("行外")]


def test_a_numbered_heading_in_a_cell_is_text() -> None:
    level = '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:start w:val="1"/>'
    item = paragraph("规章", '<w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr>')
    (grid,) = parse(word_file(drawn(cell(item) + plain("3")), numbering=numbering_xml([level]))).blocks
    assert texts(grid) == [["1. 规章", "3"]]


def test_a_paragraph_whose_mark_is_deleted_never_goes_on_in_another_cell_or_box() -> None:
    open_end = paragraph("1", "<w:rPr><w:del/></w:rPr>")
    assert texts(blocks(drawn(cell(open_end) + plain("2")))[0]) == [["1", "2"]]
    box = f"<w:p><w:r><w:pict><w:txbxContent>{open_end}</w:txbxContent></w:pict></w:r></w:p>"
    grid, *others = blocks(open_end + drawn(plain("a", "b")) + box + paragraph("2"))
    assert texts(grid) == [["a", "b"]]
    assert others == [Text("1"), Text("1"), Text("2")]
