"""What becomes of the elements of a page: paragraphs, breaks, headings, links, pictures, and what is not shown."""

import pytest

from govdisclosure.document import Block, Document, Heading, Image, Link, Text
from govdisclosure.formats.html import parse

SENTENCES = "<p>公开12条。受理1件。</p>"  # what makes an article of a few elements


def blocks(html: str) -> tuple[Block, ...]:
    return parse(html.encode()).blocks


def texts(html: str) -> list[str]:
    return [getattr(block, "text", "") for block in blocks(html)]


def remarks(document: Document) -> list[tuple[str, str]]:
    return [(remark.code, remark.raw) for remark in document.remarks]


def test_a_paragraph_is_the_words_of_all_its_elements() -> None:
    html = "<p><span>　　全年<font>公开</font></span><b>12</b><span>条<o:p>。</o:p></span>&nbsp;</p>"
    assert blocks(html) == (Text("全年公开12条。"),)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>政府信息\n   公开</p>", "政府信息公开"),
        ("<p>政府信息  公开</p>", "政府信息 公开"),
        ("<p>open\n information</p>", "open information"),
        ("<p>&emsp;一&#160;二　</p>", "一\xa0二"),
    ],
)
def test_white_space_is_read_as_a_browser_shows_it(html: str, text: str) -> None:
    assert texts(html) == [text]


def test_unclosed_paragraphs_are_apart() -> None:
    assert texts("<p>一、总体情况<p>公开12条。<div>受理1件。") == ["一、总体情况", "公开12条。", "受理1件。"]


@pytest.mark.parametrize(
    ("html", "continues"),
    [
        ("全年公开<br>12条", True),
        ("全年公开12条。<br>受理1件", False),
        ("全年公开12条<br>　　受理1件", False),
        ("全年公开12条<br>&nbsp;&nbsp;受理1件", False),
        ("全年公开12条<br>\n    受理1件", True),
        ("全年公开12条<br><br>受理1件", False),
        ("一、总体情况<br>受理1件", False),
        ("全年公开12条<br>二、主动公开情况", False),
        ("<p>全年公开</p>12条", False),
    ],
)
def test_a_line_after_a_break_continues_the_sentence_or_begins_a_paragraph(html: str, continues: bool) -> None:
    first, second = blocks(f"<div>{html}</div>")
    assert isinstance(first, Text)
    assert isinstance(second, Text)
    assert (first.continues, second.continues) == (False, continues)


def test_headings_keep_their_level_and_are_one_line() -> None:
    html = (
        f"<h1>青山镇<br>2024年政府信息公开工作年度报告</h1><h2><b>一、总体情况</b></h2><h4>1.主动公开</h4>{SENTENCES}"
    )
    assert blocks(html)[:3] == (
        Heading(1, "青山镇2024年政府信息公开工作年度报告"),
        Heading(2, "一、总体情况"),
        Heading(4, "1.主动公开"),
    )


def test_a_heading_that_is_a_link_to_another_page_is_no_heading() -> None:
    assert blocks(f"{SENTENCES}<h3><a href='/zc'>政策解读</a></h3>")[1] == Text("政策解读")


def test_a_centred_bold_paragraph_stays_a_text() -> None:
    title = "青山镇2024年政府信息公开工作年度报告"
    assert blocks(f'<p style="text-align:center"><strong>{title}</strong></p>{SENTENCES}')[0] == Text(title)


def test_a_line_that_only_links_to_a_file_is_a_link() -> None:
    html = f"{SENTENCES}<p>附件：<a href=' /f/1.docx '>统计表</a></p><p><a href='d.jsp?id=3'>附件2.xls</a></p>"
    assert blocks(html)[1:] == (Link("/f/1.docx", "附件：统计表"), Link("d.jsp?id=3", "附件2.xls"))


def test_a_link_in_a_sentence_leaves_its_target_as_a_remark() -> None:
    document = parse(
        '<p>见<a href="/tl.html">条例</a>第三条。公开12条。<a href="javascript:void(0)">打印</a></p>'.encode()
    )
    assert document.blocks == (Text("见条例第三条。公开12条。打印"),)
    assert remarks(document) == [("link_target", "/tl.html")]


def test_pictures_are_blocks_after_their_paragraph() -> None:
    html = f"{SENTENCES}<p>公开<img src='tu.png' alt='公开渠道图'>情况</p>"
    assert blocks(html)[1:] == (Text("公开情况"), Image("tu.png", "公开渠道图"))


def test_a_file_in_a_frame_is_a_link_and_another_page_a_remark() -> None:
    document = parse(f"{SENTENCES}<iframe src='/a/nb.pdf'></iframe><iframe src='/foot.html'></iframe>".encode())
    assert document.blocks[1:] == (Link("/a/nb.pdf", ""),)
    assert remarks(document) == [("frame", "/foot.html")]


def test_what_is_not_shown_is_a_remark_if_it_holds_words() -> None:
    html = (
        f"{SENTENCES}<p>受理<span style='DISPLAY: none'>草稿</span>1件</p><div hidden>副本</div>"
        "<script>var a='甲';</script><style>p{}</style><template>模板</template>"
        "<noscript>请启用脚本</noscript><!-- 完 --><div hidden></div>"
    )
    document = parse(html.encode())
    assert document.blocks[1:] == (Text("受理1件"),)
    assert sorted(remarks(document)) == [
        ("hidden_text", "副本"),
        ("hidden_text", "草稿"),
        ("hidden_text", "请启用脚本"),
        ("html_comment", "<!-- 完 -->"),
    ]


def test_an_article_that_a_script_would_show_is_read() -> None:
    long = "全年公开信息12条。" * 50
    assert texts(f"<div>首页</div><div id=con style='display:none'><p>一、总体情况</p><p>{long}</p></div>") == [
        "一、总体情况",
        long,
    ]


def test_control_characters_are_taken_out_and_noted() -> None:
    document = parse("<p>一、\x07总体情况&#127;</p>".encode())
    assert document.blocks == (Text("一、总体情况"),)
    assert remarks(document) == [("control_character", "'\\x07'"), ("control_character", "'\\x7f'")]


def test_the_lines_of_preformatted_text_are_apart() -> None:
    assert texts("<pre>一、总体情况\n　　公开12条。\n二、主动公开情况\n　　无。</pre>") == [
        "一、总体情况", "公开12条。", "二、主动公开情况", "无。",
    ]  # fmt: skip


def test_buttons_and_neighbours_in_an_article_are_furniture() -> None:
    html = (
        f"<div>{SENTENCES}<div>【打印本页】【关闭窗口】</div><p>上一篇：青山镇2023年年报</p><button>收藏</button></div>"
    )
    document = parse(html.encode())
    assert document.blocks == (Text("公开12条。受理1件。"),)
    assert remarks(document) == [
        ("page_furniture", "【打印本页】【关闭窗口】"),
        ("page_furniture", "上一篇：青山镇2023年年报"),
        ("page_furniture", "收藏"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "开展网站无障碍改造，设置相关链接。",
        "主办单位：青山镇人民政府，参加120人次。",
        "版权所有的文件已清理3件。",
    ],
)
def test_a_sentence_with_words_of_a_footer_stays(line: str) -> None:
    assert line in texts(f"<div id=zoom><p>一、总体情况</p><div>{line}</div>{SENTENCES}</div>")


def test_a_part_of_the_report_beside_its_main_element_is_kept() -> None:
    html = (
        "<div><div><p>一、总体情况</p><p>公开12条。受理1件。答复1件。</p></div><div>二、主动公开情况</div>"
        "<div>青山镇人民政府<br>2025年1月20日</div></div>"
    )
    assert texts(html) == [
        "一、总体情况", "公开12条。受理1件。答复1件。", "二、主动公开情况", "青山镇人民政府", "2025年1月20日",
    ]  # fmt: skip


def test_attachments_beside_the_article_are_kept() -> None:
    html = f"<div><div id=zoom>{SENTENCES}</div><ul class=fj><li>附件：<a href=1.xls>统计表</a></li></ul></div>"
    assert blocks(html)[-1] == Link("1.xls", "附件：统计表")


def test_without_an_article_every_line_and_link_is_a_block() -> None:
    menu, listed = "<a href=/>首页</a> <a href=/gk>公开</a>", "<a href=1.html>年报</a><span>01-20</span>"
    html = f"<div class=nav>{menu}</div><ul><li>{listed}</ul>"
    assert blocks(html) == (Link("/", "首页"), Link("/gk", "公开"), Link("1.html", "年报"), Text("01-20"))


def test_remarks_have_places() -> None:
    document = parse(b"<p>\xe4\xb8\x80<p>x<!--a--><div hidden>b</div><iframe src=c></iframe>")
    assert [remark.code for remark in document.remarks] == ["hidden_text", "html_comment", "frame"]
    assert [remark for remark in document.remarks if remark.place is None] == []
