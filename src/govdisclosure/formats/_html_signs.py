"""Signs in a page: which tables hold data, and which elements belong to the page around its text."""

import re
from collections.abc import Iterator
from typing import Final

from turbohtml import Element

from govdisclosure.formats._html_text import flat

__all__ = [
    "FILE",
    "cells_of",
    "has_file_link",
    "holds_data",
    "is_furniture",
    "is_furniture_line",
    "is_grid",
    "is_link_list",
    "is_page_data",
    "reads_as_text",
    "sections_of",
]

FILE: Final = re.compile(
    r"\.(?:pdf|docx?|wps|ofd|xlsx?|et|pptx?|zip|rar|7z|csv|txt|jpe?g|png)(?:[?#&].*)?$", re.IGNORECASE
)
"""The address, or the name, of a file that a page gives beside its text."""

_MARKS: Final = frozenset({"/", "\\", "—", "－", "-", "——", "--", "无"})
_FIGURES: Final = 2
_MANY_CELLS: Final = 12
_LONGEST_FIGURE: Final = 14
_NAMES: Final = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|foot(?:er)?|bottom|side(?:bar)?|crumbs?|location|position|share|print|tools?"
    r"|relat(?:ed|ion)|recommend|prev|next|pager|pagination|qrcode|ewm|search|toolbar|topbar|banner|logo|login"
    r"|friend|links?|weather|comments?|dqwz|xgxx|xgwj|xgjd|xglj)(?:$|[\s_-]|\d)"
    r"|copyright|breadcrumb|bdshare|sharebox|fenxiang|weizhi|dangqian|daohang|yqlj|youqing|dayin|guanbi|qr-?code",
    re.IGNORECASE,
)
_FOOT: Final = re.compile(
    r"版权所有|(?:主办|承办)(?:单位)?[：:]|ICP备|公网安备|网站标识码|备案(?:序)?号|技术支持[：:]|网站地图|Copyright",
    re.IGNORECASE,
)
_WAY: Final = re.compile(
    r"(?:当前|现在)的?位置|您的位置|扫一扫|无障碍|繁體|设为首页|加入收藏|相关(?:链接|阅读|文章|信息|解读)[：:]?$"
)
_MOST_TABLES: Final = 20  # are looked at
_LONGEST_WAY: Final = 150
_PAGE_DATA: Final = re.compile(
    r"索\s*引\s*号|信息分类|主题分类|发布机构|发文机关|公开日期|成文日期|生成日期|发布日期|发文日期|文\s*号"
)
_OWNER: Final = re.compile(r"索\s*引\s*号|(?:信息|主题)分类|发[布文]机[构关]")
_LINE: Final = re.compile(
    r"[【\[(（]?\s*(?:打印(?:本页|文章|此页|页面)?|关闭(?:本页|窗口|页面)?|收藏(?:本页)?|分享(?:到|至)?|返回(?:顶部|首页|列表)?|字体|[大中小]"
    r"|推荐|纠错|我要纠错|复制链接|微信|微博|QQ空间|下载|TOP)\s*[】\])）：:|｜]?"
)
_NEIGHBOUR: Final = re.compile(
    r"(?:上|下)一(?:篇|条|页)\s*[：:].*|(?:责任编辑|编辑|责编|审核|录入)\s*[：:].{0,20}|扫一扫.{0,30}|(?:浏览|阅读|点击)(?:次数|量|数)?\s*[：:]\s*\d*\s*次?"
)
_FIRST: Final = frozenset("【[(（打关收分返字大中小推纠我复微QT下上责编审录扫浏阅点")
_LONGEST_LINE: Final = 60
_LONGEST: Final = 3000
_FEW: Final = 3
_DENSE: Final = 0.6
_SECTION: Final = re.compile(r"(?:^|\s)[一二三四五六]\s*、")


def sections_of(table: Element) -> Iterator[Element]:
    """The parts of a table in the order in which a browser shows them: head, bodies, foot."""
    parts = [part for part in table if isinstance(part, Element)]
    yield from (part for part in parts if part.tag == "thead")
    yield from (part for part in parts if part.tag == "tbody")
    yield from (part for part in parts if part.tag == "tfoot")


def cells_of(table: Element) -> Iterator[Element]:
    """The cells of a table itself, not those of tables in them."""
    for section in table:
        if isinstance(section, Element):
            for row in section:
                if isinstance(row, Element) and row.tag == "tr":
                    yield from (cell for cell in row if isinstance(cell, Element) and cell.tag in ("td", "th"))


def holds_data(table: Element) -> bool:
    """Tell whether a table holds data: figures, or many cells of words. Other tables only arrange the page.

    Example:
        >>> from turbohtml import parse
        >>> holds_data(parse("<table><tr><td>规章<td>3<td>0</table>").select_one("table"))
        True
        >>> holds_data(parse("<table><tr><td>首页 年报<td><p>一、总体情况</p></table>").select_one("table"))
        False
    """
    is_simple = table.select_one("table") is None
    figures = number = rows = 0
    row: object = None
    for cell in cells_of(table):
        if not is_simple and cell.select_one("table") is not None:
            continue
        number += 1
        if cell.parent != row:
            row = cell.parent
            rows += 1
        text = cell.text.strip()
        if len(text) < _LONGEST_FIGURE and (text in _MARKS or text.replace(",", "").replace(".", "").isdigit()):
            figures += 1
            if figures == _FIGURES:
                return True
        if number >= _MANY_CELLS and rows > 1 and is_simple:
            return True
    return is_simple and rows > 1 and number >= 2 * rows and not _is_prose(table)


def is_grid(table: Element) -> bool:
    """Tell whether a table in an article is one to its reader too: few that stand there only arrange its words.

    Example:
        >>> from turbohtml import parse
        >>> is_grid(parse("<table><tr><td>渠道<td>条数</table>").select_one("table"))
        True
    """
    if holds_data(table):
        return True
    if table.select_one("table,h1,h2,h3,a,img") is not None or _is_prose(table):
        return False
    return any(cell.next_sibling is not None and cell.text.strip() for cell in cells_of(table))


def _is_prose(table: Element) -> bool:
    """Tell whether the words of a table are those of an article, or of the foot of a page."""
    text = table.text
    return text.count("。") >= _FEW or _SECTION.search(text) is not None or _FOOT.search(text) is not None


def reads_as_text(text: str, least: int = 1) -> bool:
    """Tell whether words are more than names and links: they hold sentences, or the headings of sections.

    Example:
        >>> reads_as_text("一、总体情况 无"), reads_as_text("首页 政务公开 互动交流")
        (True, False)
    """
    return text.count("。") >= least or text.count("。") + len(_SECTION.findall(text)) >= least


def is_page_data(text: str) -> bool:
    """Tell whether a table's text is the data that a page prints above its article: 索引号, 发布机构 and so on.

    Example:
        >>> is_page_data("索引号 000/2024-01 发布机构 青山镇人民政府 公开日期 2024-01-20")
        True
    """
    return len(text) < _LONGEST and _OWNER.search(text) is not None and len(set(_PAGE_DATA.findall(text))) >= _FIGURES


def is_furniture(element: Element, text: str) -> bool:
    """Tell whether an element with this text belongs to the page around the article: only where the signs are clear.

    Example:
        >>> from turbohtml import parse
        >>> page = parse('<div class="footer">主办：青山镇人民政府</div><div>一、总体情况</div>')
        >>> [is_furniture(element, element.text) for element in page.select("div")]
        [True, False]
    """
    stops = text.count("。")
    if len(text) > _LONGEST or stops > _FEW or _SECTION.search(text) is not None:
        return is_link_list(element, text)
    if has_file_link(element) or _may_hold_data(element):
        return False
    if element.tag in ("nav", "footer", "aside") or is_named_furniture(element):
        return True
    marks = set(_FOOT.findall(text))
    if len(marks) > 1 or (marks and not stops):
        return True
    is_way = not stops and len(text) < _LONGEST_WAY and _WAY.search(text) is not None
    return is_way or is_link_list(element, text)


def _may_hold_data(element: Element) -> bool:
    tables = element.select("table")
    return len(tables) > _MOST_TABLES or any(holds_data(one) and not is_page_data(one.text) for one in tables)


def is_named_furniture(element: Element) -> bool:
    """Tell whether the id or the class of an element says that it belongs to the page."""
    name = f"{element.attr('id') or ''} {element.attr('class') or ''}"
    return len(name) > 1 and _NAMES.search(name) is not None


def is_link_list(element: Element, text: str) -> bool:
    """Tell whether an element's text consists mainly of links to other pages."""
    links = element.select("a")
    if len(links) < 2 or has_file_link(element) or (element.tag in ("p", "td") and (len(links) < _FEW or "。" in text)):
        return False
    printed = len(flat(text))
    return sum(len(flat(link.text)) for link in links) >= _DENSE * printed


def has_file_link(element: Element) -> bool:
    """Tell whether an element holds a link to a file, such as an attachment."""
    return any(FILE.search(link.attr("href") or "") for link in element.select("a"))


def is_furniture_line(text: str) -> bool:
    """Tell whether a line of the article is a button or names the neighbouring pages.

    Example:
        >>> (
        ...     is_furniture_line("【打印】 【关闭】"),
        ...     is_furniture_line("上一篇：青山镇2022年年报"),
        ...     is_furniture_line("一、总体情况"),
        ... )
        (True, True, False)
    """
    if len(text) > _LONGEST_LINE or text[0] not in _FIRST:
        return False
    return _NEIGHBOUR.fullmatch(text) is not None or not _LINE.sub("", text).strip(" \xa0\u3000|｜/、")
