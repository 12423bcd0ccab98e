"""Tables of PDF: however their rules are drawn, and over the ends of pages."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.document import Cell, Document, Grid, Text
from govdisclosure.formats.pdf import parse
from tests.formats._pdf_inputs import Page, lettered, pdf, placed, ruled

XS, YS = (72.0, 150.0, 200.0, 300.0), (100.0, 120.0, 140.0)
SAMPLE = Grid((
    (Cell("信息内容"), Cell("本年制发件数", colspan=2)),
    (Cell("规章"), Cell("12"), Cell("3")),
))  # fmt: skip
HEAD = (Cell("信息内容"), Cell("件数"))
Rows = Sequence[tuple[str, str]]


def grids(*pages: Page) -> list[Grid]:
    return [block for block in parse(pdf(*pages)).blocks if isinstance(block, Grid)]


def rows(*texts: tuple[str, ...]) -> Grid:
    return Grid(tuple(tuple(map(Cell, row)) for row in texts))


def as_filled_boxes(page: Page, left: float, top: float, right: float, bottom: float) -> None:
    page.box(left - 0.3, top - 0.3, right - left, 0.6).box(left - 0.3, bottom - 0.3, right - left, 0.6)
    page.box(left - 0.3, top, 0.6, bottom - top).box(right - 0.3, top, 0.6, bottom - top)


def as_lines(page: Page, left: float, top: float, right: float, bottom: float) -> None:
    page.line(left, top, right, top).line(left, bottom, right, bottom)
    page.line(left, top, left, bottom).line(right, top, right, bottom)


def as_one_path(page: Page, left: float, top: float, right: float, bottom: float) -> None:
    h = page.height
    page.draw(f"1 w {left} {h - top} m {right} {h - top} l {right} {h - bottom} l {left} {h - bottom} l h S")


def as_a_frame(page: Page, left: float, top: float, right: float, bottom: float) -> None:
    outer = f"{left} {page.height - bottom} {right - left} {bottom - top} re"
    page.draw(f"{outer} {left + 1} {page.height - bottom + 1} {right - left - 2} {bottom - top - 2} re f*")


def as_dashes(page: Page, left: float, top: float, right: float, bottom: float) -> None:
    for x in range(int(left), int(right), 4):
        page.line(x, top, x + 2, top).line(x, bottom, x + 2, bottom)
    for y in range(int(top), int(bottom), 4):
        page.line(left, y, left, y + 2).line(right, y, right, y + 2)


def drawn_twice(page: Page, left: float, top: float, right: float, bottom: float) -> None:
    as_lines(page, left, top, right, bottom)
    as_lines(page, left + 1.5, top + 1.5, right - 1.5, bottom - 1.5)


def with_backgrounds(page: Page, left: float, top: float, right: float, bottom: float) -> None:
    page.draw("0.9 g").box(left, top, right - left, bottom - top).box(left + 5, top + 3, 20, 11).draw("0 g")
    as_lines(page, left, top, right, bottom)


STYLES = [as_filled_boxes, as_lines, as_one_path, as_a_frame, as_dashes, drawn_twice, with_backgrounds]


@st.composite
def _grids(draw: st.DrawFn) -> tuple[Grid, list[float], list[float]]:
    """A table of up to six rows and columns with merged cells, each with a text of its own."""
    height, width = draw(st.integers(2, 6)), draw(st.integers(2, 6))
    owner: dict[tuple[int, int], int] = {}
    found: list[list[Cell]] = [[] for _ in range(height)]
    for row in range(height):
        for column in range(width):
            if (row, column) in owner:
                continue
            most = next((s for s in range(1, width - column) if (row, column + s) in owner), width - column)
            colspan, rowspan = draw(st.integers(1, most)), draw(st.integers(1, height - row))
            positions = {(r, c) for r in range(row, row + rowspan) for c in range(column, column + colspan)}
            owner.update(dict.fromkeys(positions, row))
            text = draw(st.sampled_from(("规章", "0", "12", "", "/", "行政\n许可", "1,234")))
            found[row].append(Cell(text, rowspan, colspan))
    steps = st.integers(36, 60)
    xs, ys = [50.0], [60.0]
    for _ in range(width):
        xs.append(xs[-1] + draw(steps))
    for _ in range(height):
        ys.append(ys[-1] + draw(steps))
    return Grid(tuple(map(tuple, found))), xs, ys


def _is_rigid(grid: Grid) -> bool:
    """Whether a cell begins at every line between rows and columns, so that it can be seen, and some have a text."""
    starts = list(placed(grid))
    if not any(cell.text for _, cell in starts):
        return False
    height = len(grid.rows)
    width = max(column + cell.colspan for (_, column), cell in starts)
    return {r for (r, _), _ in starts} == set(range(height)) and {c for (_, c), _ in starts} == set(range(width))


@given(_grids().filter(lambda drawn: _is_rigid(drawn[0])), st.sampled_from(STYLES))
def test_a_ruled_table_reads_back_whatever_way_it_is_drawn(
    drawn: tuple[Grid, list[float], list[float]], style: Callable[[Page, float, float, float, float], None]
) -> None:
    grid, xs, ys = drawn
    page = Page()
    for (row, column), cell in placed(grid):
        style(page, xs[column], ys[row], xs[column + cell.colspan], ys[row + cell.rowspan])
    assert grids(lettered(page.text(50, 40, "表"), grid, xs, ys)) == [grid]


@pytest.mark.parametrize("missing", [(), (72.0,), (300.0,), (72.0, 300.0)])
def test_the_sides_of_a_table_may_be_open(missing: tuple[float, ...]) -> None:
    page = Page()
    for y in YS:
        page.line(72, y, 300, y)
    for x in {72.0, 200.0, 300.0} - set(missing):
        page.line(x, 100, x, 140)
    page.text(80, 113, "规章", 9).text(220, 113, "12", 9).text(80, 133, "文件", 9).text(220, 133, "3", 9)
    assert grids(page) == [rows(("规章", "12"), ("文件", "3"))]


def test_a_frame_around_the_page_is_no_table() -> None:
    page = ruled(Page().box(10, 10, 575, 820, "S").text(72, 60, "一、总体情况"), SAMPLE, XS, YS)
    document = parse(pdf(page))
    assert document == Document((Text("一、总体情况"), SAMPLE))


def test_a_frame_around_text_is_no_table() -> None:
    assert parse(pdf(Page().box(60, 80, 400, 60, "S").text(72, 100, "说明。"))) == Document((Text("说明。"),))


def test_lines_under_words_are_no_rules() -> None:
    page = ruled(Page(), SAMPLE, XS, YS).line(80, 116, 116, 116).line(150.5, 136, 160, 136).text(72, 60, "公开")
    assert grids(page.line(72, 62, 96, 62).line(72, 63, 96, 63)) == [SAMPLE]


def test_tables_side_by_side_and_inside_one_another_stay_apart() -> None:
    one, two = rows(("信息内容", "件数"), ("规章", "1")), rows(("文件", "2"), ("公告", "3"))
    assert grids(ruled(ruled(Page(), one, (72, 150, 200), YS), two, (300, 350, 400), YS)) == [one, two]
    outer = ruled(Page(), rows(("外", "")), (72, 150, 400), (100, 200))
    assert grids(ruled(outer, two, (160, 200, 300), (120, 140, 160))) == [rows(("外", "")), two]


def test_a_table_without_rules_comes_out_as_lines_with_two_spaces() -> None:
    page = Page().text(72, 100, "行政许可").text(200, 100, "12").text(72, 120, "行政处罚").text(200, 120, "3")
    assert parse(pdf(page)) == Document((Text("行政许可  12"), Text("行政处罚  3")))


def test_a_figure_wider_than_its_cell_stays_whole_and_alone() -> None:
    assert grids(ruled(Page(), rows(("123456789", "2", "3")), (72, 100, 150, 200), (100, 120))) == [
        rows(("123456789", "2", "3"))
    ]


def test_figures_that_touch_across_a_rule_stay_apart() -> None:
    page = ruled(Page(), rows(("甲", "", "")), (72, 100, 122.5, 145), (100, 120))
    page.text(100, 113, "24976", 9).text(122.5, 113, "8572", 9)
    assert grids(page) == [rows(("甲", "24976", "8572"))]


def test_what_one_command_writes_into_two_cells_is_parted_by_the_rule() -> None:
    page = ruled(Page(), rows(("", "")), (72, 150, 200), (100, 120)).text(117, 113, "新公开12件", 11)
    assert grids(page) == [rows(("新公开", "12件"))]


def test_a_figure_that_a_narrow_cell_breaks_is_joined_with_a_remark() -> None:
    page = ruled(Page(), rows(("法律服务", "2288\n3"), ("机构", "2\n3")), (72, 110, 130), (100, 130, 160))
    document = parse(pdf(page))
    assert document.blocks == (rows(("法律服务", "22883"), ("机构", "2\n3")),)
    assert [(r.code, r.raw) for r in document.remarks] == [("figure_joined", "2288\n3")]


def test_a_table_goes_on_upon_the_next_page() -> None:
    first = ruled(Page(), Grid((HEAD, (Cell("规章"), Cell("1")))), (72, 200, 300), (700, 720, 740))
    second = ruled(Page(), rows(("文件", "2"), ("公告", "3")), (72, 200, 300), (60, 80, 100))
    (grid,) = grids(first.text(290, 800, "— 1 —"), second.text(290, 800, "— 2 —"))
    assert grid == Grid((HEAD, *rows(("规章", "1"), ("文件", "2"), ("公告", "3")).rows))
    assert [row[0].place.line for row in grid.rows if row[0].place] == [1, 1, 2, 2]


def test_a_table_with_text_before_it_is_another_one() -> None:
    first = ruled(Page(), rows(("规章", "1")), (72, 200, 300), (700, 720))
    second = ruled(Page().text(72, 50, "表二"), rows(("文件", "2")), (72, 200, 300), (60, 80))
    assert len(grids(first, second)) == 2


def test_a_table_of_other_width_is_another_one() -> None:
    first = ruled(Page(), rows(("规章", "1")), (72, 200, 300), (700, 720))
    assert len(grids(first, ruled(Page(), rows(("文件", "2")), (72, 200, 400), (60, 80)))) == 2


def test_columns_too_narrow_to_be_told_apart_do_not_join() -> None:
    first = ruled(Page(), rows(("规章", "1")), (72, 200, 300), (700, 720))
    assert len(grids(first, ruled(Page(), rows(("文件", "", "2")), (72, 198, 201.5, 300), (60, 80)))) == 2


def test_a_head_that_is_printed_again_is_left_out_with_a_remark() -> None:
    first = ruled(Page(), Grid((HEAD, (Cell("规章"), Cell("1")))), (72, 200, 300), (700, 720, 740))
    second = ruled(Page(), Grid((HEAD, (Cell("文件"), Cell("2")))), (72, 200, 300), (60, 80, 100))
    document = parse(pdf(first, second))
    assert document.blocks == (Grid((HEAD, *rows(("规章", "1"), ("文件", "2")).rows)),)
    assert [(r.code, r.raw) for r in document.remarks] == [("table_head_repeated", "信息内容 | 件数")]


def test_a_row_of_figures_that_returns_is_no_head() -> None:
    first = ruled(Page(), rows(("规章", "1"), ("文件", "2")), (72, 200, 300), (700, 720, 740))
    second = ruled(Page(), rows(("规章", "1"), ("公告", "3")), (72, 200, 300), (60, 80, 100))
    assert grids(first, second) == [rows(("规章", "1"), ("文件", "2"), ("规章", "1"), ("公告", "3"))]


def half(ys: Sequence[float], lines: Rows, *, top: bool, bottom: bool) -> Page:
    """A part of a table, with a rule at the top and at the bottom or without."""
    page = Page()
    for x in (72, 136, 300):
        page.line(x, ys[0], x, ys[-1])
    for number, y in enumerate(ys):
        if (number or top) and (number < len(ys) - 1 or bottom):
            page.line(72, y, 300, y)
    for (label, figure), above, below in zip(lines, ys, ys[1:], strict=False):
        page.text(76, (above + below) / 2 + 3, label, 9).text(220, (above + below) / 2 + 3, figure, 9)
    return page


def test_a_row_that_the_page_cuts_without_a_rule_is_one() -> None:
    first = half((700, 720, 740), (("规章", "1"), ("其他法律行政", "2")), top=True, bottom=False)
    second = half((60, 80, 100), (("法规", ""), ("公告", "3")), top=False, bottom=True)
    assert grids(first, second) == [rows(("规章", "1"), ("其他法律行政\n法规", "2"), ("公告", "3"))]


def test_a_row_of_blanks_whose_label_begins_anew_is_another_one_where_a_rule_is_missing() -> None:
    first = half((700, 720, 740), (("规章", "1"), ("4.反复申请的", "")), top=True, bottom=False)
    second = half((60, 80, 100), (("5.重新出具", ""), ("公告", "3")), top=False, bottom=True)
    third = half((60, 80, 100), (("另一项", ""), ("公告", "3")), top=False, bottom=True)
    assert grids(first, second) == [rows(("规章", "1"), ("4.反复申请的", ""), ("5.重新出具", ""), ("公告", "3"))]
    short = half((700, 720, 740), (("规章", "1"), ("一项", "")), top=True, bottom=False)
    assert grids(short, third) == [rows(("规章", "1"), ("一项", ""), ("另一项", ""), ("公告", "3"))]


def test_figures_of_two_rows_are_never_put_together_where_a_rule_is_missing() -> None:
    first = half((700, 720, 740), (("规章", "1"), ("文件", "2")), top=True, bottom=False)
    second = half((60, 80, 100), (("公告", "3"), ("公文", "4")), top=False, bottom=True)
    assert grids(first, second) == [rows(("规章", "1"), ("文件", "2"), ("公告", "3"), ("公文", "4"))]


def test_a_row_that_ends_with_a_rule_stays_two_where_only_its_label_goes_on() -> None:
    first = half((700, 720, 740), (("规章", "1"), ("其他法律行政", "2")), top=True, bottom=True)
    second = half((60, 80, 100), (("法规", ""), ("公告", "3")), top=True, bottom=True)
    assert grids(first, second) == [rows(("规章", "1"), ("其他法律行政", "2"), ("法规", ""), ("公告", "3"))]


def test_a_figure_that_the_page_cuts_between_two_rules_is_one() -> None:
    xs = (72, 140, 160, 180)
    first = ruled(Page(), rows(("信息内容", "1", "2"), ("总计", "2872", "0")), xs, (700, 720, 740))
    second = ruled(Page(), rows(("", "0", ""), ("公告", "3", "4")), xs, (60, 80, 100))
    document = parse(pdf(first, second))
    assert document.blocks == (rows(("信息内容", "1", "2"), ("总计", "28720", "0"), ("公告", "3", "4")),)
    assert [(r.code, r.raw) for r in document.remarks] == [("figure_joined", "2872\n0")]


def test_a_cell_that_spans_rows_of_two_pages_is_one() -> None:
    def part(page: Page, top: float, *, closes: bool) -> Page:
        for x in (72, 120, 200):
            page.line(x, top, x, top + 40)
        for y in (top, top + 20, top + 40):
            page.line(120, y, 200, y)
        return page.line(72, top if not closes else top + 40, 200, top if not closes else top + 40)

    first = part(Page(), 700, closes=False).text(76, 715, "（三）不", 9)
    second = part(Page(), 60, closes=True).text(76, 75, "予公开", 9)
    for page, top, figures in ((first, 700, "12"), (second, 60, "34")):
        page.text(150, top + 13, figures[0], 9).text(150, top + 33, figures[1], 9)
    (grid,) = grids(first, second)
    assert grid.rows[0] == (Cell("（三）不\n予公开", rowspan=4), Cell("1"))
    assert grid.rows[1:] == rows(("2",), ("3",), ("4",)).rows


def test_a_turned_label_stands_in_its_cell() -> None:
    page = ruled(Page(), Grid(((Cell("", rowspan=2), Cell("件数")), (Cell("12"),))), (72, 150, 200), (100, 130, 160))
    (grid,) = grids(page.text(110, 158, "规章制发", 9, angle=90))
    assert grid.rows[0][0] == Cell("规章制发", rowspan=2)


def test_radicals_in_a_cell_keep_their_remark() -> None:
    document = parse(pdf(ruled(Page(), rows(("⼀", "⽬录")), (72, 150, 200), (100, 120))))
    assert document.blocks == (rows(("一", "目录")),)
    assert [remark.raw for remark in document.remarks] == ["⼀", "⽬录"]
