"""What stands after the last section: the sign-off and the attachments."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from govdisclosure.conventions.characters import is_blank
from govdisclosure.conventions.dates import dates, format_date, is_date_line
from govdisclosure.conventions.numbering import leading_mark
from govdisclosure.conventions.titles import parse_title
from govdisclosure.document import Block, Link, Text
from govdisclosure.model.report import Attachment, SignOff
from govdisclosure.paths import Path
from govdisclosure.recognize._notebook import Notebook

__all__ = [
    "attachment_text",
    "is_attachment_line",
    "is_organ",
    "may_sign",
    "note_attachments",
    "signing_line",
    "take_attachments",
    "take_sign_off",
]

_ATTACHMENT: Final = re.compile(r"附件\s*\d{0,2}\s*[：:]\s*(\S.*)")
_ORGAN: Final = re.compile(
    r"(人民政府|政府|办公室|办公厅|办事处|委员会|委|局|厅|院|部|署|处|中心|科|站|所|队|镇|乡|街道|区|县|市|州|旗)$"
)
_LONGEST_NAME: Final = 50
_TOGETHER: Final = re.compile(
    r"(?P<name>[^，。；：,;:|]{4,40}?)\s*(?P<date>(?:[0-9０-９]{4}|[〇○零一二三四五六七八九]{4})\s*年.{4,12}日)"
)
# What pages put below the sign-off: the note on publication, buttons, links to other pages, the site's own lines.
_BELOW: Final = re.compile(
    r"[（(【\[]?(此件|责任编辑|编辑|审核|校对|打印|关闭|分享|收藏|返回|扫一扫|上一篇|下一篇|相关|主办|承办|版权|网站|地址|联系我们|技术支持"
    r"|[\u4e00-\u9fff]{0,2}ICP备|[\u4e00-\u9fff]{0,2}公网安备|政府网站标识码|来源|发布时间|浏览).{0,60}"
)
_MOST_BELOW: Final = 12


def attachment_text(title: str, number: int, count: int) -> str:
    """The line that names an attachment; several are numbered."""
    return f"附件{number if count > 1 else ''}：{title}"


def is_attachment_line(text: str) -> bool:
    """Tell whether a line names an attachment."""
    return _ATTACHMENT.fullmatch(text) is not None


def may_sign(text: str) -> bool:
    """Tell whether a line may be the name of an organ at the end of a report."""
    return (
        len(text) <= _LONGEST_NAME and text[-1:] not in "。！？；：…”，、.!?;:," and not any(c in text for c in "。；|")
    )


def take_sign_off(blocks: Sequence[Block], taken: list[bool], first: int, title: str | None, book: Notebook) -> SignOff:
    """Take the issuer's name and the date from the last lines of text; only lines that can be nothing else."""
    _drop_page(blocks, taken, first, book)
    last = _last_text(blocks, taken, first, len(blocks))
    if last is None:
        return SignOff()
    together = signing_line(_text(blocks[last]))
    if together is not None:
        return _stand_together(last, together, blocks, taken, book)
    day = _day(blocks[last])
    line = last
    if day is not None:
        _stand(last, "date", blocks, taken, book)
        if format_date(day) != _text(blocks[last]):
            book.note("date_normalised", Path(("sign_off", "date")), _text(blocks[last]), blocks[last].place)
        before = _last_text(blocks, taken, first, last)
        if before is None:
            return SignOff(date=day)
        line = before
    name = _text(blocks[line])
    if is_blank(name):
        return SignOff(date=day)
    if (
        is_attachment_line(name)
        or not may_sign(name)
        or (day is None and not is_organ(name, title))
        or leading_mark(name) is not None
    ):
        return SignOff(date=day)
    _stand(line, "issuer", blocks, taken, book)
    return SignOff(name.strip(), day)


def signing_line(text: str) -> SignOff | None:
    """The name and the date of a sign-off on one line, such as 青山镇人民政府 2025年1月20日."""
    found = _TOGETHER.fullmatch(text.strip())
    if found is None or not is_date_line(found["date"]) or not may_sign(found["name"]):
        return None
    name = found["name"].strip()
    day = next((one.day for one in dates(found["date"])), None)
    is_name = _ORGAN.search(name) is not None and leading_mark(name) is None and not is_blank(name)
    return SignOff(name, day) if is_name and day is not None else None


def take_attachments(blocks: Sequence[Block], taken: list[bool], first: int) -> list[tuple[int, Attachment]]:
    """Take the lines and links at the end that name attachments, with their positions."""
    found: list[tuple[int, Attachment]] = []
    for position in range(len(blocks) - 1, first - 1, -1):
        if taken[position]:
            continue
        attachment = _attachment(blocks[position])
        if attachment is None:
            break
        taken[position] = True
        found.append((position, attachment))
    return found[::-1]


def note_attachments(blocks: Sequence[Block], found: Sequence[tuple[int, Attachment]], book: Notebook) -> None:
    """Remember where the attachments stand, and how they are printed where that is not the usual form."""
    for number, (position, attachment) in enumerate(found):
        where = Path(("attachments", number))
        book.stands(where, blocks[position].place)
        printed = _printed(blocks[position])
        if printed != attachment_text(attachment.title, number + 1, len(found)):
            book.note("attachment_normalised", where, printed, blocks[position].place)


def _attachment(block: Block) -> Attachment | None:
    printed = _printed(block)
    named = _ATTACHMENT.fullmatch(printed)
    if named is not None:
        title = named[1]
        mark = leading_mark(title)
        title = title[mark.end :] if mark is not None and mark.level == 3 and not is_blank(title[mark.end :]) else title
    else:
        title = printed if isinstance(block, Link) else ""
    reference = block.reference.strip() if isinstance(block, Link) else ""
    return None if is_blank(title) else Attachment(title.strip(), None if is_blank(reference) else reference)


def _printed(block: Block) -> str:
    return block.text if isinstance(block, Link) else _text(block)


def _text(block: Block) -> str:
    return block.text if isinstance(block, Text) and not block.literal else ""


def _drop_page(blocks: Sequence[Block], taken: list[bool], first: int, book: Notebook) -> None:
    """Take up what a page puts below the sign-off, each line with a note; only where a sign-off stands above it."""
    below: list[int] = []
    for position in range(len(blocks) - 1, first - 1, -1):
        if taken[position]:
            continue
        text = _text(blocks[position])
        if not text or (_day(blocks[position]) is not None or signing_line(text) is not None):
            break
        if _BELOW.fullmatch(text.strip()) is None or len(below) == _MOST_BELOW:
            return
        below.append(position)
    else:
        return
    for position in below if text else ():
        taken[position] = True
        book.note("page_furniture", raw=_text(blocks[position]), place=blocks[position].place)


def _stand_together(line: int, signed: SignOff, blocks: Sequence[Block], taken: list[bool], book: Notebook) -> SignOff:
    _stand(line, "issuer", blocks, taken, book)
    _stand(line, "date", blocks, taken, book)
    book.note("date_normalised", Path(("sign_off", "date")), _text(blocks[line]), blocks[line].place)
    return signed


def _last_text(blocks: Sequence[Block], taken: Sequence[bool], first: int, end: int) -> int | None:
    """The last line between ``first`` and ``end`` that is not taken, if it is plain text."""
    position = next((n for n in range(end - 1, first - 1, -1) if not taken[n]), None)
    return position if position is not None and _text(blocks[position]) else None


def _day(block: Block) -> date | None:
    text = _text(block)
    if not is_date_line(text):
        return None
    return next((found.day for found in dates(text)), None)


def is_organ(name: str, title: str | None) -> bool:
    """Without a date below it, a line is a sign-off only if it ends like an organ's name, and the title agrees."""
    found = parse_title(title) if title else None
    stem = found.issuer if found is not None else None
    return (
        bool(stem)
        and _ORGAN.search(name) is not None
        and (name.startswith(stem or "") or (stem or "").startswith(name))
    )


def _stand(position: int, name: str, blocks: Sequence[Block], taken: list[bool], book: Notebook) -> None:
    taken[position] = True
    book.stands(Path(("sign_off", name)), blocks[position].place)
