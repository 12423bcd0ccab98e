"""The words of a Word file: paragraphs, headings, links, pictures, and what is no text of it."""

from io import BytesIO

import docx
import pytest

from govdisclosure import read, reads
from govdisclosure.document import Heading, Image, Link, Text
from govdisclosure.errors import ReadError
from govdisclosure.formats.docx import parse
from tests.formats._docx_files import SPACES, document_xml, paragraph, rezipped, styles_xml, word_file

RUN = "<w:r><w:t>{}</w:t></w:r>"
FRACTION = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
TEXT_BOX = f"<w:txbxContent>{paragraph('绿水县人民政府文件')}</w:txbxContent>"
TWICE = (
    "<w:p><w:r><w:t>正文。</w:t></w:r><w:r><mc:AlternateContent>"
    f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{TEXT_BOX}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict><v:textbox>{TEXT_BOX}</v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>"
)


def texts(body: str) -> list[str]:
    return [block.text for block in parse(word_file(body)).blocks if isinstance(block, Text | Heading)]


def remarks(data: bytes) -> list[tuple[str, str]]:
    return [(remark.code, remark.raw) for remark in parse(data).remarks]


def run(inside: str) -> str:
    return f"<w:p><w:r>{inside}</w:r></w:p>"


def field(code: str, result: str | None) -> str:
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{result}</w:t></w:r>'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>{shown}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<w:p><w:r><w:t>全年</w:t></w:r><w:r><w:t>公开12条。</w:t></w:r></w:p>", "全年公开12条。"),
        ("<w:p><w:hyperlink><w:r><w:t>见</w:t></w:r></w:hyperlink><w:r><w:t>附件</w:t></w:r></w:p>", "见附件"),
        ("<w:p><w:smartTag><w:r><w:t>青山镇</w:t></w:r></w:smartTag><w:r><w:t>年报</w:t></w:r></w:p>", "青山镇年报"),
        ("<w:p><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>青山镇</w:t></w:r></w:sdtContent></w:sdt></w:p>", "青山镇"),
        (f"<w:sdt><w:sdtContent>{paragraph('青山镇')}</w:sdtContent></w:sdt>", "青山镇"),
        ('<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>2025年</w:t></w:r></w:fldSimple></w:p>', "2025年"),
        (f"<w:p><w:r><w:t>至</w:t></w:r>{field('DATE', '2025年')}<w:r><w:t>止</w:t></w:r></w:p>", "至2025年止"),
        (run("<w:t>一</w:t><w:tab/><w:t>二</w:t>"), "一 二"),
        (run("<w:t>0571</w:t><w:noBreakHyphen/><w:t>8888</w:t>"), "0571-8888"),
        (run("<w:t>信</w:t><w:softHyphen/><w:t>息</w:t>"), "信息"),
        (run('<w:sym w:font="Wingdings" w:char="F0FE"/><w:t>主动公开</w:t>'), "☑主动公开"),
        (run(f"<w:ruby><w:rt>{RUN.format('qing')}</w:rt><w:rubyBase>{RUN.format('青')}</w:rubyBase></w:ruby>"), "青"),
        (f"<w:p><m:oMath>{FRACTION}</m:oMath></w:p>", "1/2"),
        (run('<w:t xml:space="preserve"> \u3000\u3000全年\xa0公开 </w:t>'), "全年\xa0公开"),
        (run("<w:t>全年\n公开\t1条</w:t>"), "全年 公开 1条"),
        (run("<w:t>全年\x7f公开</w:t>"), "全年公开"),
        ("<w:r><w:t>没有段落</w:t></w:r>", "没有段落"),
    ],
)  # fmt: skip
def test_the_text_of_a_paragraph_is_what_word_shows(body: str, expected: str) -> None:
    assert texts(body) == [expected]


def test_a_line_break_begins_a_text_that_goes_on_and_a_page_break_one_that_may() -> None:
    document = parse(word_file(run('<w:t>一</w:t><w:br/><w:t>二</w:t><w:br w:type="page"/><w:t>三</w:t>')))
    assert document.blocks == (Text("一"), Text("二", continues=True), Text("三"))
    assert [remark.code for remark in document.remarks] == ["page_break"]


def test_a_page_break_before_or_after_a_text_is_only_layout() -> None:
    document = parse(word_file(run('<w:br w:type="page"/><w:t>一</w:t><w:br w:type="page"/>')))
    assert (document.blocks, document.remarks) == ((Text("一"),), ())


def test_an_empty_paragraph_is_no_block_and_still_counts() -> None:
    (block,) = parse(word_file(f"<w:p/>{paragraph('　')}{paragraph('一')}")).blocks
    assert block.place is not None
    assert (block.place.line, block.place.column, block.place.address) == (3, 1, "paragraph 3")


def test_a_box_of_text_that_is_there_twice_is_read_once_after_its_paragraph() -> None:
    document = parse(word_file(TWICE))
    assert document.blocks == (Text("正文。"), Text("绿水县人民政府文件"))
    assert str(document.blocks[1].place) == "paragraph 1, text box 1"


def test_words_drawn_as_a_shape_are_text() -> None:
    assert texts(run('<w:pict><v:shape><v:textpath string="草案"/></v:shape></w:pict>')) == ["草案"]


def test_a_field_without_a_result_is_a_remark_and_hides_nothing_after_it() -> None:
    code = r"EQ \o\ac(○,1)"
    data = word_file(f"<w:p>{field(code, None)}<w:r><w:t>公开</w:t></w:r></w:p>")
    assert parse(data).blocks == (Text("公开"),)
    assert remarks(data) == [("field_code", code)]


def test_the_result_of_a_field_inside_the_code_of_another_is_no_text() -> None:
    inner = field("PAGE", "3")
    outer = field("IF", "是").replace("IF</w:instrText></w:r>", f"IF</w:instrText></w:r>{inner}")
    data = word_file(f"<w:p>{outer}<w:r><w:t>。</w:t></w:r></w:p>")
    assert (parse(data).blocks, remarks(data)) == ((Text("是。"),), [("field_code", "3")])


def test_a_field_that_never_ends_hides_no_paragraph_after_it() -> None:
    broken = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r></w:p>'
    assert texts(broken + paragraph("全年公开12条。")) == ["全年公开12条。"]


def test_the_page_number_field_without_a_result_says_nothing() -> None:
    data = word_file(f"<w:p>{field(' PAGE ', None)}</w:p>")
    assert (parse(data).blocks, remarks(data)) == ((), [])


def test_a_ticked_form_field_shows_its_box_and_a_list_its_entry() -> None:
    box = '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>'
    choice = (
        '<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="否"/>'
        '<w:listEntry w:val="是"/></w:ddList></w:ffData></w:fldChar>'
    )
    end = '<w:fldChar w:fldCharType="end"/>'
    assert texts(run(f"{box}{end}<w:t>公开</w:t>{choice}{end}")) == ["☑公开是"]


def test_hidden_text_is_a_remark() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>公开</w:t></w:r>'
    data = word_file(f"<w:p>{hidden}{shown}</w:p>")
    assert parse(data).blocks == (Text("公开"),)
    assert remarks(data) == [("hidden_text", "内部")]


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>内部</w:t></w:r></w:p>',
        paragraph("内部", '<w:pStyle w:val="h"/>'),
        paragraph("内部", '<w:pStyle w:val="child"/>'),
    ],
)
def test_text_hidden_by_its_style_is_a_remark(body: str) -> None:
    styles = styles_xml(
        '<w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>',
        '<w:style w:styleId="child"><w:basedOn w:val="h"/></w:style>',
    )
    assert remarks(word_file(body, styles=styles)) == [("hidden_text", "内部")]


def test_a_picture_names_its_part_and_its_description() -> None:
    drawing = '<w:drawing><wp:inline><wp:docPr descr="公开流程图"/><a:blip r:embed="image1"/></wp:inline></w:drawing>'
    data = word_file(run(drawing), parts={"image1": ""})
    assert parse(data).blocks == (Image("word/image1.xml", "公开流程图"),)


def test_a_chart_and_an_embedded_workbook_are_remarks() -> None:
    chart = '<w:drawing><c:chart r:id="chart1"/></w:drawing>'
    sheet = '<w:object><v:shape/><o:OLEObject ProgID="Excel.Sheet.12" r:id="package1"/></w:object>'
    data = word_file(run(chart + sheet), parts={"chart1": "", "package1": ""})
    assert remarks(data) == [("embedded_object", "word/chart1.xml"), ("embedded_object", "word/package1.xml")]


def test_a_paragraph_that_only_links_to_a_file_is_a_link() -> None:
    link = '<w:p><w:hyperlink r:id="a"><w:r><w:t>附件：统计表</w:t></w:r></w:hyperlink></w:p>'
    data = word_file(link, links={"a": "files/tongji.xlsx"})
    assert (parse(data).blocks, remarks(data)) == ((Link("files/tongji.xlsx", "附件：统计表"),), [])


@pytest.mark.parametrize(("target", "before"), [("https://example.gov.cn/", ""), ("a.pdf", "见")])
def test_any_other_link_is_text_and_its_target_a_remark(target: str, before: str) -> None:
    link = f'<w:p><w:r><w:t>{before}</w:t></w:r><w:hyperlink r:id="a"><w:r><w:t>网站</w:t></w:r></w:hyperlink></w:p>'
    data = word_file(link, links={"a": target})
    assert (parse(data).blocks, remarks(data)) == ((Text(f"{before}网站"),), [("link_target", target)])


def test_the_target_of_a_link_that_is_a_field_is_a_remark() -> None:
    data = word_file(f"<w:p>{field('HYPERLINK &quot;https://example.gov.cn&quot;', '网站')}</w:p>")
    assert (parse(data).blocks, remarks(data)) == ((Text("网站"),), [("link_target", "https://example.gov.cn")])


def heading_styles() -> str:
    return styles_xml(
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
        '<w:style w:styleId="t"><w:name w:val="Title"/></w:style>',
        '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>',
        '<w:style w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
        '<w:style w:styleId="own"><w:name w:val="一级"/><w:basedOn w:val="1"/></w:style>',
        '<w:style w:styleId="loop"><w:name w:val="x"/><w:basedOn w:val="loop"/></w:style>',
        '<w:style w:styleId="toc"><w:name w:val="toc 1"/></w:style>',
    )


def headings(*paragraphs: tuple[str, str]) -> list[tuple[str, int]]:
    body = "".join(paragraph(text, properties) for text, properties in paragraphs)
    blocks = parse(word_file(body, styles=heading_styles())).blocks
    return [
        (block.text, block.level if isinstance(block, Heading) else 0)
        for block in blocks
        if isinstance(block, Heading | Text)
    ]


def styled(identity: str) -> str:
    return f'<w:pStyle w:val="{identity}"/>'


def test_the_title_style_is_the_title_and_the_first_heading_style_a_section() -> None:
    assert headings(("年报", styled("t")), ("一、总体情况", styled("1")), ("（一）概述", styled("2")), ("无", "")) == [
        ("年报", 1),
        ("一、总体情况", 2),
        ("（一）概述", 3),
        ("无", 0),
    ]


def test_without_a_title_several_first_headings_are_sections() -> None:
    assert headings(("年报", ""), ("一、总体情况", styled("own")), ("六、其他", styled("1"))) == [
        ("年报", 0),
        ("一、总体情况", 2),
        ("六、其他", 2),
    ]


def test_a_single_first_heading_above_the_others_is_the_title() -> None:
    assert headings(("年报", styled("1")), ("一、总体情况", styled("2")), ("六、其他", styled("2"))) == [
        ("年报", 1),
        ("一、总体情况", 2),
        ("六、其他", 2),
    ]


def test_an_outline_level_of_the_paragraph_makes_a_heading_or_none() -> None:
    assert headings(
        ("甲", '<w:outlineLvl w:val="1"/>'),
        ("乙", styled("1") + '<w:outlineLvl w:val="9"/>'),
        ("丙", styled("loop")),
        ("丁", styled("missing")),
    ) == [("甲", 3), ("乙", 0), ("丙", 0), ("丁", 0)]


def test_a_line_that_only_looks_like_a_heading_is_a_text() -> None:
    bold = "<w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>一、总体情况</w:t></w:r></w:p>"
    assert parse(word_file(bold)).blocks == (Text("一、总体情况"),)


def test_a_whole_paragraph_in_the_style_of_a_heading_is_a_text() -> None:
    long = "全年公开信息。" * 20
    assert headings((long, styled("2"))) == [(long, 0)]


def test_a_section_heading_over_two_lines_is_one_and_the_lines_of_a_title_stay() -> None:
    body = "".join(
        f"<w:p><w:pPr>{styled(one)}</w:pPr><w:r><w:t>{first}</w:t><w:br/><w:t>{second}</w:t></w:r></w:p>"
        for one, first, second in (("t", "青山镇", "年报"), ("1", "四、行政复议、", "行政诉讼情况"))
    )
    assert parse(word_file(body, styles=heading_styles())).blocks == (
        Heading(1, "青山镇"),
        Heading(1, "年报"),
        Heading(2, "四、行政复议、行政诉讼情况"),
    )


def test_a_table_of_contents_is_a_remark() -> None:
    gallery = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('目录')}{paragraph('一、总体情况1')}</w:sdtContent></w:sdt>"
    )
    entry = paragraph("六、其他1", styled("toc"))
    assert remarks(word_file(gallery + entry, styles=heading_styles())) == [
        ("table_of_contents", "目录一、总体情况1"),
        ("table_of_contents", "六、其他1"),
    ]


@pytest.mark.parametrize("name", ["ins", "moveTo"])
def test_inserted_text_is_read_and_noted(name: str) -> None:
    data = word_file(f"<w:p><w:r><w:t>公开</w:t></w:r><w:{name}><w:r><w:t>12条</w:t></w:r></w:{name}></w:p>")
    assert (parse(data).blocks, remarks(data)) == ((Text("公开12条"),), [("inserted_text", "12条")])


@pytest.mark.parametrize(("name", "text"), [("del", "delText"), ("moveFrom", "t")])
def test_deleted_text_is_only_noted(name: str, text: str) -> None:
    deleted = f"<w:{name}><w:r><w:{text}>12条</w:{text}></w:r></w:{name}>"
    data = word_file(f"<w:p><w:r><w:t>公开</w:t></w:r>{deleted}</w:p>")
    assert (parse(data).blocks, remarks(data)) == ((Text("公开"),), [("deleted_text", "12条")])


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next() -> None:
    body = paragraph("全年公开", "<w:rPr><w:del/></w:rPr>") + paragraph("12条。") + paragraph("无。")
    assert texts(body) == ["全年公开12条。", "无。"]
    assert texts(paragraph("全年公开", "<w:rPr><w:del/></w:rPr>")) == ["全年公开"]


def test_old_properties_kept_by_a_tracked_change_do_not_count() -> None:
    old = '<w:pPrChange><w:pPr><w:pStyle w:val="1"/><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'
    assert headings(("公开", old)) == [("公开", 0)]


def test_another_document_in_the_middle_is_a_remark() -> None:
    data = word_file('<w:altChunk r:id="aFChunk1"/>', parts={"aFChunk1": "<html/>"})
    assert remarks(data) == [("embedded_document", "word/aFChunk1.xml")]


def test_the_strict_edition_is_read() -> None:
    data = word_file(paragraph("一、总体情况", styled("1")), styles=heading_styles())
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = {usual: b"http://purl.oclc.org/ooxml/wordprocessingml/main"}
    for name in ("word/document.xml", "word/styles.xml"):
        data = rezipped(data, name, strict)
    kinds = {b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/"}
    data = rezipped(rezipped(data, "_rels/.rels", kinds), "word/_rels/document.xml.rels", kinds)
    assert parse(data).blocks == (Heading(1, "一、总体情况"),)


def test_names_of_parts_in_any_case_and_with_other_strokes_are_found() -> None:
    data = word_file(paragraph("公开")).replace(b"word/document.xml", rb"Word\Document.xml")
    data = data.replace(b"word/_rels/document.xml.rels", rb"Word\_rels\document.xml.rels")
    assert parse(data).blocks == (Text("公开"),)


def test_relations_that_lead_nowhere_are_no_matter() -> None:
    data = word_file(paragraph("公开"), parts={"styles": "<a/>", "numbering": "<a/>"})
    gone = {b'Target="styles.xml"': b'Target="NULL"', b'Target="numbering.xml"': b'Target="../NULL"'}
    assert parse(rezipped(data, "word/_rels/document.xml.rels", gone)).blocks == (Text("公开"),)
    with pytest.raises(KeyError):  # why python-docx is not what reads
        docx.Document(BytesIO(rezipped(data, "word/_rels/document.xml.rels", gone)))


def test_another_name_of_the_main_part_is_found() -> None:
    data = word_file(paragraph("公开")).replace(b"word/document.xml", b"word/documenu.xml")
    data = rezipped(data, "_rels/.rels", {b"word/document.xml": b"/word/documenu.xml"})
    assert parse(data).blocks == (Text("公开"),)


@pytest.mark.parametrize(
    "main", [b"", b"<a/>", b"<w:document", document_xml("&undefined;").encode(), f"<w:styles {SPACES}/>".encode()]
)
def test_a_main_part_that_is_none_is_refused(main: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        parse(rezipped(word_file(""), "word/document.xml", main))
    assert caught.value.kind == "broken_file"


def test_a_file_that_python_docx_writes_is_read(tmp_path: object) -> None:
    made = docx.Document()
    made.add_heading("青山镇2024年政府信息公开工作年度报告", 0)
    made.add_heading("一、总体情况", 1)
    made.add_paragraph("全年公开信息12条。")
    buffer = BytesIO()
    made.save(buffer)
    report = reads(buffer.getvalue()).report
    assert (report.title, report.overview.blocks) == ("青山镇2024年政府信息公开工作年度报告", ("全年公开信息12条。",))
    buffer.seek(0)
    assert read(buffer).report == report
