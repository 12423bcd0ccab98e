"""Plain text: how it looks, and how the text of others is read."""

import pytest

from govdisclosure.conventions.width import width
from govdisclosure.document import Block, Cell, Document, Grid, Heading, Image, Link, Place, Text
from govdisclosure.formats import text
from tests.formats._statutory import APPLICATIONS, PROACTIVE, REMEDIES


def _read(source: str) -> tuple[Block, ...]:
    return text.parse(source.encode()).blocks


def _written(*blocks: Block) -> str:
    return text.render(Document(blocks)).decode()


def test_an_ordinary_report_shows_no_marks() -> None:
    document = Document(
        (
            Heading(1, "青山镇人民政府2024年政府信息公开工作年度报告"),
            Text("根据《条例》编制。"),
            Heading(2, "一、总体情况"),
            Heading(3, "（一）主动公开"),
            Heading(4, "1.公开渠道"),
            Text("（1）全年公开信息12条。"),
        )
    )
    assert text.render(document).decode().splitlines() == [
        "                  青山镇人民政府2024年政府信息公开工作年度报告",
        "",
        "　　根据《条例》编制。",
        "",
        "一、总体情况",
        "（一）主动公开",
        "1.公开渠道",
        "　　（1）全年公开信息12条。",
    ]


def test_a_grid_is_drawn_with_its_spans() -> None:
    rows = (
        (Cell("项目", rowspan=2), Cell("件数", colspan=2)),
        (Cell("收到"), Cell("办结")),
        (Cell("行政许可"), Cell("12"), Cell("/")),
    )
    assert _written(Grid(rows)).splitlines() == [
        "┌──────────┬─────────────┐",
        "│ 项目     │    件数     │",
        "│          ├──────┬──────┤",
        "│          │ 收到 │ 办结 │",
        "├──────────┼──────┼──────┤",
        "│ 行政许可 │  12  │  /   │",
        "└──────────┴──────┴──────┘",
    ]


@pytest.mark.parametrize("grid", [PROACTIVE, APPLICATIONS, REMEDIES], ids=["proactive", "applications", "remedies"])
def test_a_statutory_table_fits_a_terminal_and_its_edges_are_straight(grid: Grid) -> None:
    widths = {width(line) for line in _written(grid).splitlines()}
    assert len(widths) == 1
    assert max(widths) <= 120


def test_no_line_of_a_wrapped_label_holds_one_character_only() -> None:
    cells = [cell.strip() for line in _written(APPLICATIONS).splitlines() for cell in line.split("│")]
    assert [cell for cell in cells if len(cell) == 1 and not cell.isascii()] == []


@pytest.mark.parametrize(
    ("block", "line"),
    [
        (Heading(2, "说明"), "§§ 说明"),
        (Heading(3, "一、总体情况"), "§§§ 一、总体情况"),
        (Heading(2, "一、总体情况 "), "§§ 一、总体情况 "),
        (Text("一、总体情况"), "　　一、总体情况"),
        (Text("一、总体情况", literal=True), "¶ 一、总体情况"),
        (Text("　空格"), "¶ 　空格"),
        (Text("¶ 号"), "　　¶ 号"),
        (Link("附件(1).docx", "附件[1]"), "[附件[1\\]](附件(1\\).docx)"),
        (Image("图.png"), "![](图.png)"),
    ],
)
def test_a_mark_is_written_only_where_the_plain_line_reads_as_something_else(block: Block, line: str) -> None:
    assert _written(Text("前文"), block).splitlines()[-1] == line
    assert _read(f"　　前文\n{line}")[-1] == block


def test_box_characters_in_a_cell_are_escaped() -> None:
    assert _written(Grid(((Cell("a│b\\ "),),))).splitlines()[1] == "│ a\\│b\\\\\\  │"


def test_a_grid_is_read_whatever_the_widths_of_its_characters() -> None:
    # The bars stand anywhere: only the rules tell the columns.
    source = "┌──┬──┐\n│项目│件数，共两行│\n│ │ │\n│  ├──┤\n│说明│  3│\n└──┴──┘"
    assert _read(source) == (Grid(((Cell("项目说明", rowspan=2), Cell("件数，共两行")), (Cell("3"),))),)


@pytest.mark.parametrize(
    "source",
    [
        "┌──┐\n│甲│乙│\n└──┘",
        "┌──┐\n│甲│",
        "┌──┐\n甲\n└──┘",
        "┌─┬┐\n│甲│乙│\n└──┘",
        "┌──┬──┐\n│甲│乙│\n├  ┼──┤\n│丙│丁│\n├──┴  ┤\n│戊│\n└─────┘",
    ],
)
def test_a_drawing_that_is_none_of_ours_is_read_line_by_line(source: str) -> None:
    assert [block.text for block in _read(source) if isinstance(block, Text)] == source.split("\n")


def test_properties_stand_in_the_first_lines_only() -> None:
    document = text.parse("@year: 2021\n@issuer:  某镇\n\n@year: 2022\n".encode())
    assert document.properties == (("year", "2021"), ("issuer", " 某镇"))
    assert document.blocks == (Text("@year: 2022"),)


def test_lines_with_tabs_are_a_table_that_keeps_its_blank_cells() -> None:
    source = "第二十条第（一）项\t\t\n规章\t 0 \t1\n\t\t\n\t2\n\t缩进\n"
    assert _read(source)[0] == Grid(
        (
            (Cell("第二十条第（一）项"), Cell(), Cell()),
            (Cell("规章"), Cell("0"), Cell("1")),
            (Cell(), Cell(), Cell()),
            (Cell(), Cell("2")),
            (Cell(), Cell("缩进")),
        )
    )


def test_a_tab_that_parts_nothing_is_layout() -> None:
    assert _read("\t甲\n乙\t\n丙") == (Text("甲"), Text("乙"), Text("丙"))


def test_headings_marked_as_in_markdown_are_read() -> None:
    assert _read("## （二）突出重点\n#无") == (Heading(2, "（二）突出重点"), Text("#无"))


def test_a_centred_first_line_before_a_blank_one_is_the_title() -> None:
    assert _read(" " * 34 + "青山镇年报\n\n正文") == (Heading(1, "青山镇年报"), Text("正文"))


@pytest.mark.parametrize(
    "source",
    [
        " " * 30 + "青山镇\n2024年年报",
        "  青山镇年报\n\n正文",
        "　　青山镇年报\n\n正文",
        " " * 70 + "-1-\n\n正文",
        "青山镇年报\n\n正文",
    ],
)
def test_any_other_first_line_is_a_text(source: str) -> None:
    assert _read(source)[0] == Text(source.partition("\n")[0].strip())


def test_blocks_and_cells_know_their_places() -> None:
    line, grid, box = _read("  甲\n乙\t丙\n\n┌─┐\n│丁│\n└─┘")
    assert (line.place, grid.place, box.place) == (Place(1, 3), Place(2, 1), Place(4, 1))
    assert isinstance(grid, Grid)
    assert isinstance(box, Grid)
    assert [cell.place for cell in (*grid.rows[0], box.rows[0][0])] == [Place(2, 1), Place(2, 3), Place(5, 1)]


def test_rows_with_bars_stay_text() -> None:
    assert _read("规章 | 0 | 1 |") == (Text("规章 | 0 | 1 |"),)


def test_a_ragged_grid_is_filled_with_blank_cells() -> None:
    assert _read(_written(Grid(((Cell("甲"),), (Cell("乙"), Cell("丙")))))) == (
        Grid(((Cell("甲"), Cell()), (Cell("乙"), Cell("丙")))),
    )
