"""Paragraphs, subsections, free tables and pictures: what they take, and what they refuse by name."""

import pytest
from hypothesis import given

from govdisclosure import ConstructionError, FreeTable, Picture, Subsection, TableCell
from govdisclosure.model.prose import MAX_DEPTH, prose
from govdisclosure.testing import free_tables, hostile_paragraphs


def test_a_long_string_becomes_paragraphs() -> None:
    assert Subsection("平台建设", "　　第一段。\n\n \u200b\n　　第二段。\n").blocks == ("第一段。", "第二段。")


@pytest.mark.parametrize("text", ["", "\n", "\u3000\n\xa0\r\n\u200b"])
def test_a_blank_string_has_no_paragraphs(text: str) -> None:
    assert prose(text) == ()


@given(hostile_paragraphs())
def test_a_paragraph_given_in_a_list_stays_as_it_is(text: str) -> None:
    assert Subsection("平台建设", [text]).blocks == (text,)


@pytest.mark.parametrize(
    ("blocks", "field"),
    [
        (3, "blocks"),
        (None, "blocks"),
        ([3], "blocks[0]"),
        (["第一段。", None], "blocks[1]"),
        (["第一行\n第二行"], "blocks[0]"),
        (["一", "\u3000"], "blocks[1]"),
        ([""], "blocks[0]"),
        (["\x07"], "blocks[0]"),
        (["\udc00"], "blocks[0]"),
        ([TableCell("x")], "blocks[0]"),
    ],
)
def test_blocks_refuse(blocks: str, field: str) -> None:
    with pytest.raises(ConstructionError) as caught:
        Subsection("平台建设", blocks)
    assert (caught.value.facts["owner"], caught.value.facts["field"]) == ("Subsection", field)


@pytest.mark.parametrize("title", ["", " ", " 标题", "标题\u3000", "标\n题", None, 3])
def test_a_title_refuses(title: str) -> None:
    with pytest.raises(ConstructionError, match=r"Subsection\.title"):
        Subsection(title)


@pytest.mark.parametrize("number", [" 1.", "1\t", 1])
def test_a_number_refuses(number: str) -> None:
    with pytest.raises(ConstructionError, match=r"Subsection\.number"):
        Subsection("标题", number=number)


@pytest.mark.parametrize("parts", ["（一）", 3, [None], [Subsection]])
def test_subsections_refuse(parts: list[Subsection]) -> None:
    with pytest.raises(ConstructionError, match=r"Subsection\.subsections"):
        Subsection("标题", subsections=parts)


def test_subsections_are_nested_four_deep_and_no_deeper() -> None:
    part = Subsection("最深")
    for _ in range(MAX_DEPTH):
        part = Subsection("标题", subsections=[part])
    with pytest.raises(ConstructionError) as caught:
        Subsection("标题", subsections=[part])
    assert caught.value.code == "too_deep"


@pytest.mark.parametrize(
    "rows",
    [
        [["渠道", "条数"], ["网站", "3"]],
        [["唯一"]],
        [[TableCell("甲", rowspan=2), "乙"], ["丙"]],
        [[TableCell("甲", colspan=2)], ["乙", "丙"]],
        [["甲", TableCell("乙", rowspan=2, colspan=2)], ["丙"]],
    ],
)
def test_cells_that_fill_a_rectangle_are_a_table(rows: list[list[TableCell | str]]) -> None:
    assert len(FreeTable(rows).rows) == len(rows)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[]],
        [["甲", "乙"], ["丙"]],
        [["甲"], ["乙", "丙"]],
        [[TableCell("甲", rowspan=2)]],
        [[TableCell("甲", rowspan=2), "乙"], ["丙", "丁"]],
        [["甲", TableCell("乙", rowspan=2), "丙"], [TableCell("丁", colspan=2)]],
    ],
)
def test_cells_that_leave_a_gap_or_overlap_are_no_table(rows: list[list[TableCell | str]]) -> None:
    with pytest.raises(ConstructionError) as caught:
        FreeTable(rows)
    assert caught.value.code == "ragged_table"


@pytest.mark.parametrize(
    ("rows", "field"),
    [("甲乙", "rows"), (["甲乙"], "rows[0]"), (3, "rows"), ([3], "rows[0]"), ([["甲", 3]], "rows[0][1]")],
)
def test_a_table_of_something_else_is_refused(rows: list[list[str]], field: str) -> None:
    with pytest.raises(ConstructionError) as caught:
        FreeTable(rows)
    assert (caught.value.code, caught.value.facts["field"]) == ("wrong_type", field)


@pytest.mark.parametrize("span", [0, -1, 1001, True, 1.0, "1"])
def test_a_span_refuses(span: int) -> None:
    with pytest.raises(ConstructionError, match=r"TableCell\.colspan"):
        TableCell("甲", colspan=span)


@given(free_tables(hostile=True))
def test_a_table_is_made_again_from_its_own_rows(table: FreeTable) -> None:
    assert FreeTable(table.rows) == table


@pytest.mark.parametrize(
    ("reference", "caption"), [("", ""), (" a.png", ""), ("a.png", " "), ("a.png", "一\n二"), (3, "")]
)
def test_a_picture_refuses(reference: str, caption: str) -> None:
    with pytest.raises(ConstructionError, match=r"Picture\."):
        Picture(reference, caption)
