"""What a line would be read as: the one judgement that reading and writing share."""

from govdisclosure.conventions.broken import is_broken
from govdisclosure.conventions.dates import is_date_line
from govdisclosure.conventions.numbering import leading_mark, looks_like_heading
from govdisclosure.conventions.titles import parse_title
from govdisclosure.model.report import SignOff
from govdisclosure.recognize._cells import is_page_number
from govdisclosure.recognize._ending import (
    attachment_text,
    is_attachment_line,
    is_organ,
    may_sign,
    signing_line,
)
from govdisclosure.recognize._envelope import names_another_kind
from govdisclosure.recognize._front import is_furniture
from govdisclosure.recognize._headings import section_likeness, split_heading
from govdisclosure.recognize._pages import is_folded
from govdisclosure.recognize._zones import fits_a_table

__all__ = ["attachment_text", "ends_like_sign_off", "is_misleading", "is_plain", "printable_sign_off"]

_LONGEST_LINE = 120


def is_plain(text: str, before: str | None = None) -> bool:
    """Tell whether a line of text reads as a paragraph of its own, after the paragraph ``before``.

    Example:
        >>> is_plain("全年公开信息12条。"), is_plain("（一）主动公开情况"), is_plain("村务公开。", "做到镇务公开、")
        (True, False, False)
    """
    if before is not None and is_broken(before, text):
        return False
    if is_folded(text):
        return False
    if len(text) > _LONGEST_LINE and "|" not in text and "  " not in text:
        return True
    return not (
        _is_heading(text)
        or fits_a_table(text)
        or is_page_number(text)
        or is_furniture(text)
        or is_date_line(text)
        or signing_line(text) is not None
        or is_attachment_line(text)
        or parse_title(text) is not None
    )


def ends_like_sign_off(text: str, sign_off: SignOff, title: str | None) -> bool:
    """Tell whether a paragraph at the end would be taken for the name of the organ, where no name stands below it.

    Example:
        >>> from datetime import date
        >>> ends_like_sign_off("青山镇人民政府", SignOff(date=date(2025, 1, 20)), None)
        True
    """
    return sign_off.issuer is None and may_sign(text) and (sign_off.date is not None or is_organ(text, title))


def is_misleading(title: str | None) -> bool:
    """Tell whether a title would be taken for that of another kind of document.

    Example:
        >>> is_misleading("青山镇2024年政府信息公开工作年度报告"), is_misleading("青山镇2024年政务公开工作总结")
        (False, True)
    """
    return title is not None and names_another_kind(title)


def printable_sign_off(sign_off: SignOff, title: str | None) -> SignOff:
    """The part of a sign-off that reads back from its printed lines.

    Example:
        >>> printable_sign_off(SignOff("青山镇人民政府"), None).issuer is None
        True
    """
    name = sign_off.issuer
    signs = name is not None and may_sign(name) and is_plain(name) and leading_mark(name) is None
    if signs and sign_off.date is None:
        signs = is_organ(name or "", title)
    return SignOff(name if signs else None, sign_off.date)


def _is_heading(text: str) -> bool:
    if looks_like_heading(text):
        return True
    _, title = split_heading(text)
    return len(text) <= 80 and max(section_likeness(title).values()) > 1
