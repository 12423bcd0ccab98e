"""Paragraphs that a conversion broke in the middle of a sentence."""

import re
from typing import Final

from govdisclosure.conventions._item_marks import begins_with_item_mark
from govdisclosure.conventions.characters import is_blank
from govdisclosure.conventions.dates import is_date_line
from govdisclosure.conventions.numbering import leading_mark, looks_like_heading
from govdisclosure.conventions.titles import parse_title

__all__ = ["is_broken"]

_TAIL: Final = 400  # how much of a line is looked at: a paragraph put together from many lines may be long
_SHORTEST: Final = 12
_SHORTEST_WITHOUT_MARKS: Final = 25  # a line without any mark may be a caption, a name or a heading
_COMPLETE: Final = re.compile("[。！？；：…!?;:”’》〉」』）)】\\]〕.—]$")
_GOES_ON: Final = re.compile("[，、,（(《〈“‘「『]$")
_CONTINUES: Final = re.compile("[，、。；：！？）》〉”’」』,]")
_MARKS: Final = re.compile("[，、。；：！？“”《》（）,()]")
_TABLE: Final = re.compile(r"[|\t]|\S[ \u3000]{3,64}\S")  # columns set apart by spaces are no prose either
_CONTACT: Final = re.compile(
    r"(?:电话|電話|传真|傳真|邮编|邮政编码|邮箱|地址|网址|联系人|联系方式|索引号|来源|作者|发布时间)\s*[:：]"
    r"|(?:电话|電話|传真|傳真|邮编)\s*[0-9（(]|https?:|www\.|@"
)
_ATTACHMENT: Final = re.compile("附件?[0-9０-９]{0,2}\\s*[:：]|附件[0-9０-９]{0,2}$")
_PAIRS: Final = (("（", "）"), ("《", "》"), ("“", "”"), ("(", ")"))


def is_broken(before: str, after: str) -> bool:
    """Tell whether ``before`` and ``after`` are one paragraph, broken in the middle of a sentence.

    Held back rather than rash: to glue two paragraphs together is worse than to leave one in two.

    Example:
        >>> is_broken("三是把公开与考核相结合，做到镇务、", "村务、财务一起公开。")
        True
        >>> is_broken("本年公开信息12条。", "本年收到申请1件。")
        False
    """
    first, second = before[-_TAIL:].strip(), after[:_TAIL].strip()
    if is_blank(first) or is_blank(second) or _COMPLETE.search(first):  # most lines: what follows costs more
        return False
    if _stands_alone(first) or _begins_anew(second):
        return False
    if _CONTINUES.match(second) or _GOES_ON.search(first):
        return True
    if _has_unclosed(first):
        return True
    return len(first) >= (_SHORTEST if _MARKS.search(first) else _SHORTEST_WITHOUT_MARKS)


def _stands_alone(line: str) -> bool:
    if _GOES_ON.search(line):
        return bool(_TABLE.search(line))
    return bool(
        _TABLE.search(line)
        or looks_like_heading(line)
        or is_date_line(line)
        or _CONTACT.search(line)
        or _ATTACHMENT.match(line)
        or parse_title(line)
    )


def _begins_anew(line: str) -> bool:
    return bool(
        _TABLE.search(line)
        or leading_mark(line)
        or begins_with_item_mark(line)
        or is_date_line(line)
        or _CONTACT.match(line)
        or _ATTACHMENT.match(line)
        or parse_title(line)
    )


def _has_unclosed(line: str) -> bool:
    return any(line.rfind(opening) > line.rfind(closing) for opening, closing in _PAIRS)
