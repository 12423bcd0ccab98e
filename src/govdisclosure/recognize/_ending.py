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
    "take_attachments",
    "take_sign_off",
]

_ATTACHMENT: Final = re.compile(r"附件\s*\d{0,2}\s*[：:]\s*(\S.*)")
_ORGAN: Final = re.compile(
    r"(人民政府|政府|办公室|办公厅|办事处|委员会|委|局|厅|院|部|署|处|中心|科|站|所|队|镇|乡|街道|区|县|市|州|旗)$"
)
_LONGEST_NAME: Final = 50


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
    last = _last_text(blocks, taken, first, len(blocks))
    if last is None:
        return SignOff()
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
