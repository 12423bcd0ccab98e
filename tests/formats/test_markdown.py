"""Markdown that others wrote: nothing is lost, and every odd thing becomes a block or a remark."""

import re
from collections import Counter
from pathlib import Path

import pytest

from govdisclosure.document import Block, Cell, Document, Grid, Heading, Image, Link, Place, Text
from govdisclosure.formats import markdown
from tests.formats._documents import texts


def _read(source: str) -> Document:
    return markdown.parse(source.encode())


def _remarks(source: str) -> list[tuple[str, str]]:
    return [(remark.code, remark.raw) for remark in _read(source).remarks]


def _rows(block: Block) -> list[list[str]]:
    assert isinstance(block, Grid)
    return [[cell.text for cell in row] for row in block.rows]


def test_each_line_of_a_paragraph_is_a_text_of_its_own() -> None:
    assert _read("甲\n乙  \n丙\\\n丁\n\n戊").blocks == (
        Text("甲"),
        Text("乙", continues=True),
        Text("丙", continues=True),
        Text("丁", continues=True),
        Text("戊"),
    )


def test_an_ideographic_indent_begins_a_paragraph_and_is_layout() -> None:
    assert _read("\u3000\u3000甲\n乙\n\u3000\u3000丙").blocks == (Text("甲"), Text("乙", continues=True), Text("丙"))


def test_blocks_and_cells_know_their_places() -> None:
    heading, text, grid = _read("# 甲\n\n  乙\n\n| 丙 |  丁 |\n|---|---|\n| 1 | 2 |").blocks
    assert (heading.place, text.place, grid.place) == (Place(1, 1), Place(3, 3), Place(5, 1))
    assert isinstance(grid, Grid)
    assert [cell.place for row in grid.rows for cell in row] == [Place(5, 3), Place(5, 8), Place(7, 3), Place(7, 7)]


def test_headings_of_both_kinds_are_read() -> None:
    assert _read("甲\n===\n\n乙\n---\n\n#### 丙 ##").blocks == (Heading(1, "甲"), Heading(2, "乙"), Heading(4, "丙"))


def test_numbered_items_keep_the_number_that_is_printed() -> None:
    assert _read("1. 甲\n1. 乙\n   续\n7. 丙").blocks == (
        Text("1. 甲"),
        Text("1. 乙"),
        Text("续", continues=True),
        Text("7. 丙"),
    )


def test_an_item_without_text_keeps_its_number() -> None:
    assert _read("1.\n2. | a |").blocks == (Text("1."), Text("2."), Grid(((Cell("a"),),)))


def test_bullets_are_dropped_with_a_remark() -> None:
    assert _read("- 甲\n  * 乙").blocks == (Text("甲"), Text("乙"))
    assert _remarks("- 甲\n  * 乙") == [("list_marker", "-"), ("list_marker", "*")]


def test_emphasis_and_code_give_their_words() -> None:
    assert _read("**全年**公开`12`*条*&amp;\\*").blocks == (Text("全年公开12条&*"),)


def test_a_link_alone_in_its_paragraph_is_a_link_and_any_other_is_text() -> None:
    assert _read("[附件](附件1.docx)").blocks == (Link("附件1.docx", "附件"),)
    assert _read("见[附件](附件1.docx)。").blocks == (Text("见附件。"),)
    assert _remarks('见[附件](附件1.docx "题")。') == [("link_target", "附件1.docx"), ("link_title", "题")]


def test_pictures_inside_text_follow_their_paragraph() -> None:
    assert _read("见![图](t.png)右").blocks == (Text("见右"), Image("t.png", "图"))


def test_rows_between_bars_are_a_table_without_any_separator() -> None:
    assert _read("正文\n| 一、新收 | 3 | 5 |\n后文").blocks == (
        Text("正文"),
        Grid(((Cell("一、新收"), Cell("3"), Cell("5")),)),
        Text("后文"),
    )


def test_separators_between_all_rows_are_layout_and_no_cell_is_lost() -> None:
    source = "| 甲 | 1 |\n|---|---|\n| 0 | 0 | 7 |\n|---|---|---|\n| 乙 | 2 |\n|---|---|"
    assert _rows(_read(source).blocks[0]) == [["甲", "1"], ["0", "0", "7"], ["乙", "2"]]
    assert _remarks(source) == []


def test_dashes_that_may_be_printed_marks_are_kept() -> None:
    source = "| 甲 | 乙 |\n|---|---|\n| - | - |\n| -- | -- |"
    assert _rows(_read(source).blocks[0]) == [["甲", "乙"], ["-", "-"], ["--", "--"]]
    assert _remarks("| 甲 | 乙 |\n| - | - |\n| 1 | 2 |") == [("separator_row", "| - | - |")]


def test_a_table_without_outer_bars_is_read() -> None:
    assert _rows(_read("甲 | 乙\n--- | ---\n1 | 2 \\| 3\n后文").blocks[0]) == [["甲", "乙"], ["1", "2 | 3"]]


def test_a_line_break_inside_a_cell_joins_chinese() -> None:
    assert _rows(_read("| 本年新<br>制作数量 | 见[甲](a.html) |").blocks[0]) == [["本年新制作数量", "见甲"]]


def test_html_tables_are_read_with_their_spans() -> None:
    source = '<table>\n<tr><th colspan="2">甲\n  乙</th></tr>\n\n<tr><td>&nbsp;</td><td>a &lt; b</td>\n</table>\n\n后文'
    assert _read(source).blocks == (
        Grid(((Cell("甲乙", colspan=2),), (Cell(""), Cell("a < b")))),
        Text("后文"),
    )


def test_broken_html_loses_no_text() -> None:
    source = "<table><caption>表</caption><tr><td>甲<table><tr><td>内</table>乙<td rowspan=x>丙<tr>散"
    assert _read(source).blocks == (Text("表"), Text("散"), Grid(((Cell("甲内乙"), Cell("丙")), ()))) or _read(
        source
    ).blocks == (Text("表"), Grid(((Cell("甲内乙"), Cell("丙")), ())), Text("散"))


def test_other_html_gives_its_text_its_headings_and_its_pictures() -> None:
    source = '<div><h2>甲</h2><p>乙<a href="x.html">丙</a><p>丁<img src="t.png" alt="图"></div>\n<!-- 注 -->'
    assert _read(source).blocks == (Heading(2, "甲"), Text("乙丙"), Text("丁"), Image("t.png", "图"))
    assert _remarks(source) == [("link_target", "x.html"), ("html_comment", "<!-- 注 -->")]


def test_scripts_are_remarks() -> None:
    assert _read("<script>\nvar a = 1;\n</script>").blocks == ()
    assert _remarks("<script>\nvar a = 1;\n</script>") == [("html_other", "<script>\nvar a = 1;\n</script>")]


def test_rules_and_fences_are_remarks_and_code_is_text() -> None:
    source = "甲\n\n***\n\n```表\n乙  丙\n```\n\n    丁"
    assert _read(source).blocks == (Text("甲"), Text("乙  丙"), Text("丁"))
    assert _remarks(source) == [("thematic_break", "***"), ("code_language", "表")]


def test_front_matter_gives_properties_and_keeps_what_is_no_property() -> None:
    document = _read('---\nyear: 2021\ntitle: "甲: \\"乙\\""\n- 丙\n---\n丁')
    assert document.properties == (("year", "2021"), ("title", '甲: "乙"'))
    assert document.blocks == (Text("- 丙"), Text("丁"))
    assert document.blocks[1].place == Place(6, 1)


def test_two_rules_are_no_front_matter() -> None:
    assert _remarks("---\n\n甲: 乙\n\n---") == [("thematic_break", "---"), ("thematic_break", "---")]


def test_reference_definitions_stay_text() -> None:
    assert _read("[甲]: a.html").blocks == (Text("[甲]: a.html"),)


def test_text_nested_deeper_than_the_parser_goes_is_kept() -> None:
    assert _read(">" * 60 + " 甲\n\n乙").blocks == (Text("甲"), Text("乙"))


def test_further_lines_of_a_paragraph_come_back() -> None:
    document = Document((Text("甲|乙"), *(Text(line, True) for line in ("---|---", "===", "- 丙", "|", "# 丁"))))
    assert markdown.parse(markdown.render(document)) == document


def test_a_ragged_table_is_written_so_that_it_comes_back() -> None:
    document = Document((Grid(((Cell("甲"),), (Cell("乙"), Cell("丙")), ())),))
    assert markdown.parse(markdown.render(document)) == document


SAMPLE = (Path(__file__).parent / "sample.md").read_text("utf-8")


@pytest.mark.parametrize("cut", range(0, len(SAMPLE), 7))
def test_no_figure_mark_or_chinese_character_of_a_file_is_lost(cut: int) -> None:
    source = SAMPLE[cut:]
    document = _read(source)
    read = "".join([*texts(document), *(remark.raw for remark in document.remarks)])
    printed = re.compile("[0-9/×一-鿿]")
    shown = re.sub("<[^<>]*>", "", source)  # the figures and strokes inside a tag are mark-up
    assert Counter(printed.findall(shown)) - Counter(printed.findall(read)) == Counter()
