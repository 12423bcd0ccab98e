"""Tables of a page: cells with their spans as they are written, whatever is around them or in them."""

import pytest

from govdisclosure.document import Cell, Grid, Text
from govdisclosure.formats._html_tables import span
from govdisclosure.formats.html import parse


def grids(html: str) -> list[Grid]:
    return [block for block in parse(html.encode()).blocks if isinstance(block, Grid)]


def rows(html: str) -> list[list[str]]:
    (grid,) = grids(html)
    return [[cell.text for cell in row] for row in grid.rows]


def test_spans_are_kept_as_they_are_written() -> None:
    (grid,) = grids("<table><tr><td rowspan=2 colspan='3'>规章<th>3<tr><td>0<tr></tr></table>")
    assert grid.rows == ((Cell("规章", 2, 3), Cell("3")), (Cell("0"),), ())


@pytest.mark.parametrize(
    ("raw", "value"),
    [(None, 1), ("", 1), ("2", 2), (" +3 ", 3), ("2px", 2), ("0", 1), ("-1", 1), ("x", 1), ("٣", 1), ("1" * 30, 1000)],
)
def test_a_span_is_a_whole_number_within_limits(raw: str | None, value: int) -> None:
    assert span(raw) == value


def test_a_rowspan_of_zero_reaches_to_the_end_of_its_part() -> None:
    (grid,) = grids("<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3</tbody><tbody><tr><td>4<td>5</table>")
    assert grid.rows[0][0].rowspan == 3


def test_lines_in_a_cell_are_kept_apart() -> None:
    html = (
        "<table><tr><td>商业<br>企业<td><p>科研</p><p>机构</p><td><div>社会</div>公益<td>自然\n   人<td>总<b>计</b>"
        "<td>3<td>0</table>"
    )
    assert rows(html) == [["商业\n企业", "科研\n机构", "社会\n公益", "自然人", "总计", "3", "0"]]


@pytest.mark.parametrize("blank", ["", "&nbsp;", "<p>&nbsp;</p>", "<p><o:p>　</o:p></p>", "<br>", "&#8203;", " \n "])
def test_a_blank_cell_is_blank(blank: str) -> None:
    assert rows(f"<table><tr><td>规章<td>{blank}</td><td>3<td>0</table>") == [["规章", "", "3", "0"]]


@pytest.mark.parametrize("text", ["/", "—", "0", "３", "1,234", "3件", "详见附件"])
def test_marks_and_figures_are_verbatim(text: str) -> None:
    assert rows(f"<table><tr><td>规章<td>{text}<td>3<td>0</table>")[0][1] == text


def test_head_bodies_and_foot_come_in_the_order_of_the_screen() -> None:
    foot, body = "<tfoot><tr><td>总计<td>3<td>3</tfoot>", "<tbody><tr><td>规章<td>3<td>3</tbody>"
    html = f"<table>{foot}{body}<thead><tr><th>项目</thead></table>"
    assert rows(html) == [["项目"], ["规章", "3", "3"], ["总计", "3", "3"]]


def test_hidden_rows_and_cells_are_no_part_of_the_grid() -> None:
    html = (
        "<table><tr><td>规章<td style='display:none'>9<td>3<td>0<tr style='display: none'><td>8<tr hidden><td>7"
        "<tr><td>件数<td>1<td>2</table>"
    )
    document = parse(html.encode())
    assert rows(html) == [["规章", "3", "0"], ["件数", "1", "2"]]
    assert sorted(remark.raw for remark in document.remarks) == ["7", "8", "9"]


def test_what_a_cell_cannot_hold_is_a_remark_at_its_place() -> None:
    html = "<table><tr><td>规章<td><img src=a.png alt=图>3<td><a href=x.html>0</a><td><img src=b.png alt=一>"
    document = parse(html.encode())
    assert rows(html) == [["规章", "3", "0", "一"]]
    assert [(one.code, one.raw, one.place and one.place.address[-5:]) for one in document.remarks] == [
        ("image", "a.png", "td[2]"),
        ("link_target", "x.html", "td[3]"),
        ("image", "b.png", "td[4]"),
    ]


def test_the_value_of_a_field_is_the_text_of_its_cell() -> None:
    assert rows("<table><tr><td>规章<td><input value=26><td>3<td>0</table>") == [["规章", "26", "3", "0"]]


def test_a_table_that_arranges_the_page_is_unwrapped() -> None:
    html = (
        "<table><tr><td>一、总体情况</td></tr><tr><td><p>公开12条。</p><p>受理1件。</p></td></tr>"
        "<tr><td><table><tr><td>规章<td>3<td>0</table></td></tr><tr><td>二、其他</table>"
    )
    document = parse(html.encode())
    assert [getattr(block, "text", "grid") for block in document.blocks] == [
        "一、总体情况", "公开12条。", "受理1件。", "grid", "二、其他",
    ]  # fmt: skip


def test_a_table_in_a_cell_of_data_comes_after_its_grid() -> None:
    inner = "<table><tr><td>甲<td>1<tr><td>乙<td>2</table>"
    html = f"<p>公开。受理。</p><table><tr><td>规章<td>3<td>0<tr><td>其他<td>{inner}<td>5</table><p>完。</p>"
    document = parse(html.encode())
    outer, nested = grids(html)
    assert [[cell.text for cell in row] for row in outer.rows] == [["规章", "3", "0"], ["其他", "", "5"]]
    assert [[cell.text for cell in row] for row in nested.rows] == [["甲", "1"], ["乙", "2"]]
    assert document.blocks[-1] == Text("完。")


def test_a_tiny_table_in_a_cell_is_its_text() -> None:
    inner = "<table><tr><td>2</table>"
    assert rows(f"<table><tr><td>规章<td>3<td>0<tr><td>其他<td>{inner}<td>5</table>")[1] == ["其他", "2", "5"]


def test_a_caption_is_a_text_before_its_grid() -> None:
    blocks = parse("<table><caption>表1</caption><tr><td>规章<td>3<td>0</table>".encode()).blocks
    assert blocks[0] == Text("表1")


def test_words_beside_the_cells_are_not_lost() -> None:
    blocks = parse("<table><tr>单位：件<td>规章<td>3<td>0</tr>完。</table>".encode()).blocks
    assert [getattr(block, "text", "grid") for block in blocks] == ["单位：件完。", "grid"]


def test_one_table_in_two_and_two_in_one_are_reported_as_they_are() -> None:
    first, second = grids("<table><tr><td>规章<td>3<td>0</table><table><tr><td>许可<td>1<td>2</table>")
    assert (len(first.rows), len(second.rows)) == (1, 1)


def test_the_data_of_the_page_are_no_table_of_the_report() -> None:
    page_data = (
        "<table><tr><td>索引号<td>000/2025-1<td>发布机构<td>青山镇<tr><td>公开日期<td>2025-01-20<td>文号<td></table>"
    )
    document = parse(f"<div>{page_data}<p>一、总体情况</p><p>公开12条。受理1件。</p></div>".encode())
    assert not any(isinstance(block, Grid) for block in document.blocks)
    assert [remark.code for remark in document.remarks] == ["page_furniture"]


def test_a_list_of_documents_in_the_report_stays_a_table() -> None:
    heads, row = "<td>索引号<td>发文机关<td>文号<td>成文日期", "<td>1<td>青山镇<td>青政〔2024〕1号<td>2024-03-01"
    listed = f"<table><tr>{heads}<tr>{row}</table>"
    assert len(grids(f"<div><p>一、总体情况</p><p>公开12条。受理1件。</p>{listed}</div>")) == 1
