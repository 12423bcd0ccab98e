"""What a source is that holds no report, told by its blocks."""

import pytest

from govdisclosure.document import Block, Cell, Grid, Heading, Image, Link, Text
from govdisclosure.recognize._envelope import first_line, names_another_kind, refusal

TITLE = "青山镇2024年政府信息公开工作年度报告"
OTHERS = tuple(Link(f"{year}.html", f"青山镇{year}年政府信息公开工作年度报告") for year in (2021, 2022, 2023))
FILE = Link("nb.pdf", "2024年政府信息公开工作年度报告.pdf")
MENU = (Link("/", "首页"), Link("/gk", "政务公开"), Text("当前位置：首页 > 年报"))


@pytest.mark.parametrize(
    ("kind", "blocks"),
    [
        ("list_page", (*MENU, *OTHERS)),
        ("list_page", (Heading(1, "政府信息公开年报"), *OTHERS, Link("map.doc", "网站地图"))),
        ("list_page", tuple(Link(f"{one.reference}.pdf", f"{one.text}.pdf") for one in OTHERS)),
        ("list_page", (Grid(tuple((Cell(str(n)), Cell(one.text)) for n, one in enumerate(OTHERS))),)),
        ("links_to_file", (*MENU, Heading(1, TITLE), FILE)),
        ("links_to_file", (Heading(1, TITLE), FILE, *OTHERS)),
        ("links_to_file", (Text(TITLE), Link("d.jsp?id=3", "附件：年度报告.doc"))),
        ("links_to_file", (Heading(1, TITLE), Link("/viewer.html?file=/a/nb.pdf", ""))),
        ("links_to_file", (FILE,)),
        ("error_page", (Heading(1, "404 Not Found"), Text("nginx"))),
        ("error_page", (Text("抱歉，您访问的页面不存在。"), Image("404.png"))),
        ("error_page", (Heading(1, "访问被拦截"), *(Text("如有疑问请联系管理员" * 10),) * 10)),
        ("error_page", (Grid(((Cell("服务器错误"), Cell("请稍后再试")),)),)),
        ("login_page", (Heading(2, "用户登录"), Text("用户名 密码 验证码"))),
        ("login_page", (Heading(1, "统一身份认证平台"), *(Text("请使用手机号" * 20),) * 10)),
        ("login_page", (Text("您还没有登录，登录后才能查看。"),)),
        ("other_report", (Heading(1, "青山镇2024年法治政府建设年度报告"), Text("一、工作情况"))),
        ("other_report", (*MENU, Text("绿水县教育局2024年部门预算"))),
        ("other_report", (Heading(1, "绿水县2023年国民经济和社会发展统计公报"),)),
        ("picture", (Heading(1, TITLE), Image("1.jpg"))),
        ("only_a_title", (*MENU, Heading(1, TITLE))),
        ("not_a_report", (*MENU, Text("今天天气晴"))),
        ("not_a_report", ()),
    ],
)
def test_the_blocks_tell_what_a_source_is(kind: str, blocks: tuple[Block, ...]) -> None:
    assert refusal(blocks).kind == kind


def test_a_long_page_that_speaks_of_logging_in_is_no_login_page() -> None:
    menu = tuple(Link(f"/{number}", f"第{number}个栏目的名称") for number in range(60))
    assert refusal((Text("用户登录"), *menu, *OTHERS)).kind == "list_page"


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        ("青山镇2024年法治政府建设年度报告", True),
        ("绿水县教育局2024年部门预算（公开版）", True),
        (TITLE, False),
        ("2024年政府信息公开工作年度报告编制说明", False),
        ("全年公开信息12条。", False),
    ],
)
def test_a_title_of_another_kind_is_told(text: str, is_other: bool) -> None:
    assert names_another_kind(text) is is_other


def test_the_first_line_is_that_of_the_first_words() -> None:
    assert first_line((Image("a.png"), Text(" "), Heading(2, "一、总体情况"))) == "一、总体情况"
