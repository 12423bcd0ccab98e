"""The numbers that Word makes: read as they are shown."""

import pytest

from govdisclosure import reads
from govdisclosure.document import Heading, Text
from govdisclosure.formats._docx_numerals import numeral
from govdisclosure.formats.docx import parse
from tests.formats._docx_files import numbering_xml, paragraph, styles_xml, word_file


def level(form: str, text: str, more: str = "", start: int = 1) -> str:
    return f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'


HAN = level("chineseCountingThousand", "%1、")
HAN_IN_BRACKETS = level("chineseCounting", "（%2）")
DIGITS = level("decimal", "%3.")


def item(text: str, ilvl: int = 0, num_id: int = 1, more: str = "") -> str:
    return paragraph(text, f'{more}<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num_id}"/></w:numPr>')


def shown(body: str, numbering: str, styles: str | None = None) -> list[str]:
    blocks = parse(word_file(body, numbering=numbering, styles=styles)).blocks
    return [block.text for block in blocks if isinstance(block, Text | Heading)]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("chineseCounting", ["一", "二", "十", "十一", "二十", "一百零五"]),
        ("japaneseCounting", ["一", "二", "十", "十一", "二十", "一百零五"]),
        ("ideographDigital", ["一", "二", "一〇", "一一", "二〇", "一〇五"]),
        ("ideographTraditional", ["甲", "乙", "癸", "11", "20", "105"]),
        ("ideographZodiac", ["子", "丑", "酉", "戌", "20", "105"]),
        ("chineseLegalSimplified", ["壹", "贰", "壹拾", "壹拾壹", "贰拾", "壹佰零伍"]),
        ("decimalEnclosedCircle", ["①", "②", "⑩", "⑪", "⑳", "105"]),
        ("decimalEnclosedParen", ["⑴", "⑵", "⑽", "⑾", "⒇", "105"]),
        ("decimalEnclosedFullstop", ["⒈", "⒉", "⒑", "⒒", "⒛", "105"]),
        ("ideographEnclosedCircle", ["㊀", "㊁", "㊉", "11", "20", "105"]),
        ("decimalFullWidth", ["１", "２", "１０", "１１", "２０", "１０５"]),
        ("decimalZero", ["01", "02", "10", "11", "20", "105"]),
        ("upperRoman", ["I", "II", "X", "XI", "XX", "CV"]),
        ("lowerRoman", ["i", "ii", "x", "xi", "xx", "cv"]),
        ("upperLetter", ["A", "B", "J", "K", "T", "AAAAA"]),
        ("lowerLetter", ["a", "b", "j", "k", "t", "aaaaa"]),
        ("numberInDash", ["- 1 -", "- 2 -", "- 10 -", "- 11 -", "- 20 -", "- 105 -"]),
        ("somethingElse", ["1", "2", "10", "11", "20", "105"]),
        ("none", [""] * 6),
    ],
)
def test_a_number_is_written_as_word_writes_it(form: str, expected: list[str]) -> None:
    assert [numeral(form, value) for value in (1, 2, 10, 11, 20, 105)] == expected


@pytest.mark.parametrize(
    ("form", "value", "expected"),
    [
        ("chineseLegalSimplified", 1001, "壹仟零壹"),
        ("chineseLegalSimplified", 0, "零"),
        ("chineseLegalSimplified", 10000, "10000"),
        ("chineseCounting", 0, "〇"),
        ("chineseCounting", 1000, "1000"),
        ("upperLetter", 27, "AA"),
        ("upperLetter", 0, "0"),
        ("upperLetter", 32767, "32767"),
        ("upperRoman", 0, "0"),
        ("lowerRoman", 4000, "4000"),
    ],
)
def test_a_number_beyond_its_numerals_is_written_in_digits(form: str, value: int, expected: str) -> None:
    assert numeral(form, value) == expected


def test_three_levels_count_each_under_the_one_above() -> None:
    body = "".join(item(str(n), n) for n in (0, 1, 1, 2, 0, 1, 2, 2))
    assert shown(body, numbering_xml([HAN, HAN_IN_BRACKETS, DIGITS])) == [
        *("一、0", "（一）1", "（二）1", "1. 2"),
        *("二、0", "（一）1", "1. 2", "2. 2"),
    ]


def test_the_number_is_a_remark_with_its_place() -> None:
    document = parse(word_file(paragraph("前言") + item("总体情况"), numbering=numbering_xml([HAN])))
    (remark,) = document.remarks
    assert (remark.code, remark.raw, str(remark.place)) == ("auto_number", "一、", "paragraph 2")


def test_levels_above_stand_in_the_number_each_in_its_own_form_or_all_in_digits() -> None:
    levels = [HAN, level("decimal", "%1.%2"), level("decimal", "%1.%2.%3", "<w:isLgl/>")]
    assert shown(item("a") + item("b", 1) + item("c", 2), numbering_xml(levels)) == ["一、a", "一.1 b", "1.1.1 c"]


def test_a_level_that_is_skipped_counts_as_begun() -> None:
    levels = [HAN, level("decimal", "%1.%2")]
    assert shown(item("b", 1) + item("a") + item("b", 1), numbering_xml(levels)) == ["一.1 b", "二、a", "二.1 b"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [("", "三、 甲"), ('<w:suff w:val="space"/>', "三、 甲"), ('<w:suff w:val="nothing"/>', "三、甲")],
)
def test_the_gap_after_the_number_is_that_of_its_level(more: str, expected: str) -> None:
    # After a mark of full width a tab is only layout.
    wanted = "三、甲" if not more else expected
    assert shown(item("甲"), numbering_xml([level("chineseCounting", "%1、", more, start=3)])) == [wanted]


def test_a_figure_after_a_bare_number_is_kept_apart_from_it() -> None:
    assert shown(item("2024年公开12条"), numbering_xml([level("decimal", "%1")])) == ["1 2024年公开12条"]


def test_lists_of_one_definition_count_together_unless_one_begins_anew() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = item("a") + item("b", num_id=2) + item("c", num_id=3) + item("d", num_id=3)
    assert shown(body, numbering_xml([HAN], more=more)) == ["一、a", "二、b", "一、c", "二、d"]


def test_a_level_can_be_told_anew_for_one_list() -> None:
    own = f'<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">{level("upperLetter", "%1)")}</w:lvl></w:lvlOverride>'
    assert shown(item("a"), numbering_xml([HAN], own)) == ["A) a"]


@pytest.mark.parametrize(("restart", "expected"), [("0", "2. b"), ("1", "1. b"), ("2", "1. b")])
def test_a_level_begins_again_where_it_says(restart: str, expected: str) -> None:
    levels = [HAN, level("decimal", "%2.", f'<w:lvlRestart w:val="{restart}"/>')]
    assert shown(item("a") + item("b", 1) + item("a") + item("b", 1), numbering_xml(levels))[-1] == expected


def test_a_style_numbers_its_paragraphs_at_its_level() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = styles_xml(
        f'<w:style w:styleId="s1"><w:name w:val="heading 1"/>{numbered}</w:style>',
        f'<w:style w:styleId="s2"><w:name w:val="heading 2"/>{numbered}</w:style>',
        '<w:style w:styleId="s3"><w:name w:val="own"/><w:basedOn w:val="s2"/></w:style>',
    )
    levels = [f'{HAN}<w:pStyle w:val="s1"/>', f'{HAN_IN_BRACKETS}<w:pStyle w:val="s2"/>']
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{one}"/>') for text, one in (("甲", "s1"), ("乙", "s2"), ("丙", "s3"))
    )
    assert shown(body, numbering_xml(levels), styles) == ["一、甲", "（一）乙", "（二）丙"]


def test_a_paragraph_can_refuse_the_number_of_its_style() -> None:
    style = '<w:style w:styleId="s"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    assert shown(item("甲", num_id=0, more='<w:pStyle w:val="s"/>'), numbering_xml([HAN]), styles_xml(style)) == ["甲"]


def test_a_list_style_lends_its_levels() -> None:
    numbering = numbering_xml([f"{HAN}"]).replace(
        '<w:abstractNum w:abstractNumId="0">', '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="list"/>'
    )
    borrowed = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="list"/></w:abstractNum>'
    numbering = numbering.replace(
        "</w:numbering>", f'{borrowed}<w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    assert shown(item("甲", num_id=9), numbering) == ["一、甲"]


def test_a_bullet_is_a_remark_only() -> None:
    document = parse(word_file(item("加强培训"), numbering=numbering_xml([level("bullet", "\uf06c")])))
    assert document.blocks == (Text("加强培训"),)
    assert [(remark.code, remark.raw) for remark in document.remarks] == [("list_marker", "●")]


def test_the_number_of_an_empty_paragraph_counts_and_is_a_remark_only() -> None:
    document = parse(word_file(item("") + item("甲"), numbering=numbering_xml([HAN])))
    assert document.blocks == (Text("二、甲"),)
    assert [remark.raw for remark in document.remarks] == ["一、", "二、"]


def test_a_number_in_a_cell_is_part_of_its_text() -> None:
    body = f"<w:tbl><w:tr><w:tc>{item('规章')}</w:tc><w:tc>{paragraph('3')}</w:tc></w:tr></w:tbl>"
    (grid,) = parse(word_file(body, numbering=numbering_xml([HAN]))).blocks
    assert [cell.text for cell in getattr(grid, "rows")[0]] == ["一、规章", "3"]  # noqa: B009


@pytest.mark.parametrize(
    "numbering",
    [
        None,
        numbering_xml([]),
        numbering_xml([HAN]).replace('<w:abstractNumId w:val="0"/>', '<w:abstractNumId w:val="5"/>'),
        numbering_xml([level("chineseCounting", "")]),
        numbering_xml([level("none", "%1")]),
    ],
)
def test_a_list_without_a_definition_numbers_nothing(numbering: str | None) -> None:
    blocks = parse(word_file(item("甲"), numbering=numbering)).blocks
    assert blocks == (Text("甲"),)


def test_a_report_whose_section_numbers_are_all_made_by_word_is_read() -> None:
    names = ("总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况",
             "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项")  # fmt: skip
    body = paragraph("青山镇2024年政府信息公开工作年度报告")
    body += "".join(item(name) + paragraph(f"第{n}部分的话。") for n, name in enumerate(names, 1))
    reading = reads(word_file(body, numbering=numbering_xml([HAN])))
    assert reading.report.overview.blocks == ("第1部分的话。",)
    assert reading.report.other_matters.blocks == ("第6部分的话。",)
    assert [note.raw for note in reading.notes if note.code == "auto_number"] == [
        "一、",
        "二、",
        "三、",
        "四、",
        "五、",
        "六、",
    ]
