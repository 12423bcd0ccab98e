"""What a source is that is no report: the page around one, or a report of another kind."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from govdisclosure.conventions.titles import parse_title
from govdisclosure.document import Block, Grid, Heading, Image, Link, Text
from govdisclosure.errors import ReadError

__all__ = ["first_line", "names_another_kind", "only_links", "refusal"]

_FILE: Final = re.compile(r"\.(?:pdf|docx?|wps|ofd|xlsx?|et|zip|rar|7z)(?:[?#&].*)?$", re.IGNORECASE)
_LOGIN: Final = re.compile(r"验证码|用户登录|请(?:先)?登录|登录后|忘记密码|统一身份认证|会话(?:已)?(?:过期|超时)")
_ERROR: Final = re.compile(
    r"\b(?:40[0134]|50[0234])\b|Not Found|Forbidden|Bad Gateway|Runtime Error|Service Unavailable"
    r"|(?:页面|网页|文件|信息|网站)(?:已)?(?:不存在|无法(?:访问|显示)|找不到|被删除)|访问(?:请求)?被?(?:拒绝|拦截|阻断|禁止)"
    r"|找不到(?:该|您)?.{0,6}(?:页面|网页|文件)|已被(?:删除|移除)|页面(?:已|不)|(?:系统|服务器)(?:维护|繁忙|错误|异常|出错)"
)
_OTHER: Final = re.compile(
    r"(?:报告|总结|公报|决算|预算|方案|规划|指南|目录|通知|办法|意见|制度|要点|公告)(?:（[^（）]*）)?$"
)
_OURS: Final = re.compile(r"信息\s*公开.*年(?:度)?.*报")
_ANY: Final = frozenset({"年度报告", "工作年度报告"})  # of what, these do not say
_LISTED: Final = 3
_SHORT: Final = 400
_LINE: Final = 80


def refusal(blocks: Sequence[Block]) -> ReadError:
    """The error that says what ``blocks`` hold in place of a report.

    Example:
        >>> title = Heading(1, "青山镇2024年政府信息公开工作年度报告")
        >>> refusal((title, Link("nb.pdf", "附件：年度报告.pdf"))).kind, refusal((title,)).kind
        ('links_to_file', 'only_a_title')
    """
    return ReadError(_kind(blocks), source="document")


def _kind(blocks: Sequence[Block]) -> str:
    lines = [block.text.strip() for block in blocks if isinstance(block, Heading | Text)]
    links = [block for block in blocks if isinstance(block, Link)]
    if _says(_ERROR, blocks):
        return "error_page"
    if _says(_LOGIN, blocks):
        return "login_page"
    own = {line for line in lines if parse_title(line) is not None}
    files = [link for link in links if _FILE.search(link.reference) or _FILE.search(link.text)]
    if _is_list(blocks, own, files):
        return "list_page"
    if files:
        return "links_to_file"
    if own and any(isinstance(block, Image) for block in blocks):
        return "picture"
    if own:
        return "only_a_title"
    texts = [*lines, *(link.text.strip() for link in links)]
    return "other_report" if any(map(names_another_kind, texts)) else "not_a_report"


def _says(words: re.Pattern[str], blocks: Sequence[Block]) -> bool:
    """Tell whether a page says something by its title, or says little besides."""
    texts = [block.text for block in blocks if isinstance(block, Heading | Text | Link)]
    texts += _cell_lines(blocks)
    titles = (block.text for block in blocks if isinstance(block, Heading) and block.level == 1)
    return any(map(words.search, texts if sum(map(len, texts)) <= _SHORT else titles))


def _is_list(blocks: Sequence[Block], own: set[str], files: Sequence[Link]) -> bool:
    """Tell whether a page lists reports. One that has a title of its own and gives a file may list others beside it."""
    given = {_name(link.text) for link in files}
    if sum(parse_title(name) is not None for name in given) >= _LISTED:
        return True
    is_page_of_one = bool(files) and any((title := parse_title(line)) is not None and title.year for line in own)
    listed = {block.text.strip() for block in blocks if isinstance(block, Link)} | set(_cell_lines(blocks))
    return not is_page_of_one and len(own | {line for line in listed if parse_title(line) is not None}) >= _LISTED


def _cell_lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Grid):
            yield from (cell.text.strip() for row in block.rows for cell in row if len(cell.text) <= _LINE)


def _name(text: str) -> str:
    """The name of a file without its ending and without the 附件 before it."""
    return re.sub(r"^附件\s*[0-9]{0,2}\s*[：:.、]\s*", "", _FILE.sub("", text.strip()))


def names_another_kind(text: str) -> bool:
    """Tell whether a title names a document of another kind, such as 2023年法治政府建设年度报告."""
    is_titled = len(text) <= _LINE and text.strip() not in _ANY and _OTHER.search(text.strip()) is not None
    return is_titled and parse_title(text) is None and _OURS.search(text) is None


def first_line(blocks: Sequence[Block]) -> str:
    """The first words of a document, where its title would stand."""
    return next((block.text for block in blocks if isinstance(block, Heading | Text) and block.text.strip()), "")


def only_links(blocks: Sequence[Block]) -> bool:
    """Tell whether a page says little besides a link to a file, such as that the report is attached.

    Example:
        >>> only_links((Text("年度报告见附件。"), Link("nb.pdf", "附件：年度报告.pdf")))
        True
    """
    words = sum(len(block.text) for block in blocks if isinstance(block, Heading | Text))
    links = [block for block in blocks if isinstance(block, Link)]
    return words <= _SHORT and any(_FILE.search(link.reference) or _FILE.search(link.text) for link in links)
