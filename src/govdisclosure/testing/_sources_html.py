"""A report as a web page: bare, as WPS and Word write it, or inside the page of a site."""

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Final, Literal, TypeAlias

from attrs import frozen

from govdisclosure.document import Block, Cell, Grid, Heading, Image, Link, Text
from govdisclosure.model.report import Report
from govdisclosure.testing._sources_common import blocks_of, is_sign_off, is_statutory

__all__ = ["HtmlStyle", "html_text"]

HtmlStyle: TypeAlias = Literal["clean", "wps", "word", "cms_page"]
"""The looks of a page."""

_LATIN: Final = re.compile(r"[0-9A-Za-z.,%:/?=&_@+-]+")
_CHINESE: Final = re.compile("[\u4e00-\u9fff]{4,}")


@frozen
class _Look:
    """How a style writes the pieces of a page. ``words`` dresses text that is escaped already."""

    words: Callable[[str], str]
    heading: Callable[[int, str], str]
    paragraph: Callable[[str], str]
    signed: Callable[[str], str]
    cell: Callable[[str], str]
    table: str
    breaks_labels: bool


def html_text(report: Report, style: HtmlStyle, printed: Mapping[str, str] | None) -> str:
    """The page of a report."""
    look = _LOOKS[style]
    body = "\n".join(_piece(block, look, report) for block in blocks_of(report, printed))
    return _PAGES[style](body, report)


def _piece(block: Block, look: _Look, report: Report) -> str:
    match block:
        case Heading():
            return look.heading(block.level, look.words(escape(block.text)))
        case Text():
            dress = look.signed if is_sign_off(block, report) else look.paragraph
            return dress(look.words(escape(block.text)))
        case Link():
            return look.paragraph(f'<a href="{escape(block.reference)}">{escape(block.text)}</a>')
        case Image():
            return look.paragraph(f'<img src="{escape(block.reference)}" alt="{escape(block.caption)}">')
        case Grid():
            breaks = look.breaks_labels and is_statutory(block)
            rows = "\n".join(f"<tr>{''.join(_cell(cell, look, breaks) for cell in row)}</tr>" for row in block.rows)
            return f"{look.table}\n<tbody>\n{rows}\n</tbody>\n</table>"


def _cell(cell: Cell, look: _Look, breaks: bool) -> str:
    spans = f' rowspan="{cell.rowspan}"' * (cell.rowspan > 1) + f' colspan="{cell.colspan}"' * (cell.colspan > 1)
    text = look.words(escape(cell.text)) if cell.text else ""
    if breaks and _CHINESE.fullmatch(cell.text):
        middle = len(cell.text) // 2
        text = f"{look.words(cell.text[:middle])}<br>{look.words(cell.text[middle:])}"
    return f"<td{spans}>{look.cell(text)}</td>"


def _plain(text: str) -> str:
    return text


def _clean_heading(level: int, text: str) -> str:
    return f"<h{level}>{text}</h{level}>"


def _clean_paragraph(text: str) -> str:
    return f"<p>{text}</p>"


def _wps_words(text: str) -> str:
    return f"<span style=\"font-family:仿宋_GB2312;mso-spacerun:'yes';font-size:16.0pt\">{text}</span>"


def _wps_line(inside: str, style: str) -> str:
    return f'<p class="MsoNormal" style="{style}">{inside}<span style="font-size:16.0pt"><o:p></o:p></span></p>'


def _wps_heading(level: int, text: str) -> str:
    style = "text-align:center" if level == 1 else "text-indent:32pt"
    return _wps_line(f"<b>{text}</b>", style)


def _wps_cell(text: str) -> str:
    return _wps_line(text or "&nbsp;", "text-align:center;line-height:20pt")


def _word_words(text: str) -> str:
    """Word sets what is no Chinese in runs of its own; an entity stays whole."""
    pieces = re.split("(&[a-z0-9#]+;)", text)
    latin = (_LATIN.sub(r"<span lang=EN-US>\g<0></span>", one) if at % 2 == 0 else one for at, one in enumerate(pieces))
    return f"<span style='font-family:仿宋'>{''.join(latin)}</span>"


def _word_heading(level: int, text: str) -> str:
    if level > 3:
        return _word_line(f"<b>{text}</b>", "text-indent:32.0pt")
    return f"<h{level} style='text-indent:0cm'>{text}<span lang=EN-US><o:p></o:p></span></h{level}>"


def _word_line(inside: str, style: str) -> str:
    return f"<p class=MsoNormal style='{style}'>{inside}<span lang=EN-US><o:p></o:p></span></p>"


def _word_cell(text: str) -> str:
    blank = "<span lang=EN-US><o:p>&nbsp;</o:p></span>"
    return f"<p class=MsoNormal align=center style='text-align:center'>{text or blank}</p>"


def _cms_heading(level: int, text: str) -> str:
    if level == 1:
        return f'<h1 class="article-title">{text}</h1>'
    return f'<p style="text-indent: 2em;"><strong>{text}</strong></p>'


_LOOKS: Final[dict[HtmlStyle, _Look]] = {
    "clean": _Look(
        _plain, _clean_heading, _clean_paragraph, '<p style="text-align:right">{}</p>'.format, _plain, "<table>", False
    ),
    "wps": _Look(
        _wps_words,
        _wps_heading,
        lambda text: _wps_line(text, "text-indent:32pt;line-height:28pt"),
        lambda text: _wps_line(text, "text-align:right"),
        _wps_cell,
        '<table class="MsoNormalTable" border="1" cellspacing="0" style="border-collapse:collapse">',
        True,
    ),
    "word": _Look(
        _word_words,
        _word_heading,
        lambda text: _word_line(text, "text-indent:32.0pt"),
        lambda text: _word_line(text, "text-align:right"),
        _word_cell,
        "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>",
        True,
    ),
    "cms_page": _Look(
        _plain,
        _cms_heading,
        '<p style="text-indent: 2em; line-height: 2em;">{}</p>'.format,
        '<p style="text-align: right;">{}</p>'.format,
        lambda text: text or "&nbsp;",
        '<table border="1" width="100%" class="table-bordered">',
        False,
    ),
}


def _clean_page(body: str, report: Report) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head><meta charset="utf-8">'
        f"<title>{escape(report.title or '')}</title></head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _wps_page(body: str, _: Report) -> str:
    return (
        '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">\n<head>'
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="Generator" content="WPS">'
        "<!--[if gte mso 9]><xml><o:DocumentProperties></o:DocumentProperties></xml><![endif]-->"
        "<style>p.MsoNormal{margin:0pt;font-size:10.5pt;}</style></head>\n"
        f'<body style="tab-interval:21pt">\n<!--StartFragment-->\n<div class="Section0">\n{body}\n</div>\n'
        "<!--EndFragment-->\n</body></html>\n"
    )


def _word_page(body: str, _: Report) -> str:
    return (
        '<html>\n<head>\n<meta http-equiv=Content-Type content="text/html; charset=gb2312">\n'
        '<meta name=Generator content="Microsoft Word 15 (filtered)">\n<style>\n<!--\n p.MsoNormal {margin:0cm;}\n-->\n'
        f"</style>\n</head>\n<body lang=ZH-CN style='word-wrap:break-word'>\n<div class=WordSection1>\n{body}\n</div>\n"
        "</body>\n</html>\n"
    )


def _items(*names: str) -> str:
    return "".join(f'<li><a href="/{number}/index.html">{name}</a></li>' for number, name in enumerate(names, 1))


def _cms_page(body: str, report: Report) -> str:
    title = f"{escape(report.title)}_" if report.title else ""
    return f"""<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{title}白水市人民政府网</title>
<script>var siteId = "1"; window.onload = function () {{ init("<p>0</p>"); }};</script>
<style>.nav li {{ float: left; }}</style></head>
<body>
<header class="header"><div class="logo"><img src="/images/logo.png" alt="网站标志"></div>
<form action="/search"><input type="text" placeholder="请输入关键字"><button>搜索</button></form></header>
<nav class="nav"><ul>{_items("首页", "政务公开", "办事服务", "互动交流", "走进白水")}</ul></nav>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt;
<a href="/nb/">政府信息公开年报</a></div>
<div class="main">
<aside class="sidebar"><ul>{_items("政府信息公开指南", "政府信息公开制度", "依申请公开")}</ul></aside>
<div class="article">
<div class="article-content" id="zoom">
{body}
</div>
<div class="share">分享到：<a href="javascript:void(0)">微信</a> <a href="javascript:window.print()">打印本页</a>
<a href="javascript:window.close()">关闭窗口</a></div>
</div>
</div>
<footer class="footer"><p>主办：白水市人民政府办公室</p><p>网站标识码：0000000000</p>
<p><a href="/map.html">网站地图</a> | <a href="/contact.html">联系我们</a></p></footer>
<script src="/js/counter.js"></script>
</body>
</html>
"""


_PAGES: Final[dict[HtmlStyle, Callable[[str, Report], str]]] = {
    "clean": _clean_page,
    "wps": _wps_page,
    "word": _word_page,
    "cms_page": _cms_page,
}
