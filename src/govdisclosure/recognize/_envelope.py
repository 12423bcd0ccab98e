"""What a source is that is no report: the page around one, or a report of another kind."""

import re
from collections.abc import Sequence
from typing import Final

from govdisclosure.conventions.titles import parse_title
from govdisclosure.document import Block, Heading, Image, Link, Text
from govdisclosure.errors import ReadError

__all__ = ["first_line", "names_another_kind", "refusal"]

_FILE: Final = re.compile(r"\.(?:pdf|docx?|wps|ofd|xlsx?|et|zip|rar)(?:[?#].*)?$", re.IGNORECASE)
_LOGIN: Final = re.compile(r"验证码|用户登录|请登录|登录后|忘记密码|统一身份认证")
_ERROR: Final = re.compile(
    r"\b(?:40[0134]|50[0234])\b|Not Found|Forbidden|Bad Gateway|页面不存在|无法访问|访问被(?:拒绝|拦截)|找不到(?:该)?(?:页面|文件)"
    r"|已被(?:删除|移除)|页面(?:已|不)|系统(?:维护|繁忙)"
)
_OTHER: Final = re.compile(r"(?:报告|总结|公报|决算|预算|方案|规划|指南|目录|通知|办法|意见|制度|要点|公告)(?:（[^（）]*）)?$")
_OURS: Final = re.compile(r"信息\s*公开.*年(?:度)?.*报")
_LISTED: Final = 3
_SHORT: Final = 400
_LINE: Final = 80


def refusal(blocks: Sequence[Block]) -> ReadError:
    """The error that says what ``blocks`` hold in place of a report."""
    texts = [block.text.strip() for block in blocks if isinstance(block, Heading | Text | Link)]
    is_short = sum(len(text) for text in texts) <= _SHORT
    titles = {text for text in texts if parse_title(text) is not None}
    if is_short and any(_ERROR.search(text) for text in texts):
        return ReadError("error_page", source="document")
    if is_short and any(_LOGIN.search(text) for text in texts):
        return ReadError("login_page", source="document")
    if len(titles) >= _LISTED:
        return ReadError("list_page", source="document")
    if any(isinstance(block, Link) and _FILE.search(block.reference) for block in blocks):
        return ReadError("links_to_file", source="document")
    if titles and any(isinstance(block, Image) for block in blocks):
        return ReadError("picture", source="document")
    if titles:
        return ReadError("only_a_title", source="document")
    if any(map(names_another_kind, texts)):
        return ReadError("other_report", source="document")
    return ReadError("not_a_report", source="document")


def names_another_kind(text: str) -> bool:
    """Tell whether a title names a document of another kind, such as 2023年法治政府建设年度报告."""
    is_titled = len(text) <= _LINE and _OTHER.search(text.strip()) is not None
    return is_titled and parse_title(text) is None and _OURS.search(text) is None


def first_line(blocks: Sequence[Block]) -> str:
    """The first words of a document, where its title would stand."""
    return next((block.text for block in blocks if isinstance(block, Heading | Text) and block.text.strip()), "")
