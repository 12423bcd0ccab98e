"""What one line of plain text is: the one place that decides it, for the reader and for the writer."""

import re
from typing import Final

from govdisclosure.conventions.characters import is_blank
from govdisclosure.conventions.numbering import leading_mark, looks_like_heading
from govdisclosure.conventions.width import width
from govdisclosure.document import MAX_LEVEL, Block, Heading, Image, Link, Place, Text

__all__ = ["PAGE", "centred", "line_of", "read_line", "read_property", "read_title"]

PAGE: Final = 80
"""The columns in whose middle a title stands."""

_SLACK: Final = 8  # columns by which a centred line may miss the middle, twice
_INDENT: Final = "\u3000\u3000"
_MARKED: Final = re.compile(r"(?P<level>§{1,6}) (?P<heading>.*)|¶ (?P<text>.*)|(?P<hash>#{1,6}) +(?P<title>.*)")
_LINK: Final = re.compile(r"(?P<image>!?)\[(?P<text>(?:[^\\\]]|\\.)*+)\]\((?P<reference>(?:[^\\)]|\\.)*+)\)")
_PROPERTY: Final = re.compile("@([a-z_]+): (.*)")
_ESCAPED: Final = re.compile(r"\\(.)")


def read_line(line: str, place: Place | None = None) -> Block | None:
    """Return what ``line`` is when it stands by itself; ``None`` if it is blank.

    Example:
        >>> read_line("二、主动公开政府信息情况").level, read_line("　　无新增。").text
        (2, '无新增。')
        >>> read_line("§§ 说明").level, read_line("¶  空一格 ").text
        (2, ' 空一格 ')
    """
    if is_blank(line):
        return None
    if not line[0].isspace():
        block = _marked(line, place) or _numbered(line.rstrip(), place)
        if block is not None:
            return block
    return Text(line.strip(), place=place)


def line_of(block: Heading | Text | Image | Link) -> str:
    r"""Return ``block`` as a line: plainly if it then reads back as itself, with a mark if not.

    Example:
        >>> line_of(Text("一、总体情况")), line_of(Heading(2, "一、总体情况")), line_of(Heading(2, "说明"))
        ('\u3000\u3000一、总体情况', '一、总体情况', '§§ 说明')
    """
    if isinstance(block, Image):
        return f"![{_escape(block.caption, ']')}]({_escape(block.reference, ')')})"
    if isinstance(block, Link):
        return f"[{_escape(block.text, ']')}]({_escape(block.reference, ')')})"
    if isinstance(block, Heading):
        plain, mark = block.text, "§" * block.level
    else:
        plain, mark = "" if block.literal else _INDENT + block.text, "¶"
    return plain if read_line(plain) == block else f"{mark} {block.text}"


def centred(text: str) -> str:
    """Return ``text`` in the middle of the page.

    Example:
        >>> centred("年报").index("年")
        38
    """
    return " " * max(0, (PAGE - width(text)) // 2) + text


def read_title(line: str) -> str | None:
    """Return the title that stands on ``line``, if it begins with spaces and stands in the middle of the page.

    Example:
        >>> read_title(centred("青山镇年报")), read_title("    青山镇年报")
        ('青山镇年报', None)
    """
    text = line.strip()
    indent = len(line) - len(line.lstrip(" "))
    if not indent or is_blank(text) or "\t" in text:
        return None
    return text if abs(2 * indent + width(text) - PAGE) <= _SLACK else None


def read_property(line: str) -> tuple[str, str] | None:
    """Return the key and the value of a line of properties.

    Example:
        >>> read_property("@year: 2021"), read_property("year: 2021")
        (('year', '2021'), None)
    """
    found = _PROPERTY.fullmatch(line)
    return (found[1], found[2]) if found else None


def _marked(line: str, place: Place | None) -> Block | None:
    if line[0] in "[!" and (found := _LINK.fullmatch(line)):
        text, reference = (_ESCAPED.sub(r"\1", found[name]) for name in ("text", "reference"))
        if found["image"]:
            return Image(reference, text, place)
        return None if is_blank(text) else Link(reference, text, place)
    found = _MARKED.fullmatch(line) if line[0] in "§¶#" else None
    if found is None or is_blank(text := found["text"] or found["heading"] or found["title"] or ""):
        return None
    if found["text"] is not None:
        return Text(text, place=place, literal=True)
    level = found["level"] or found["hash"]
    return Heading(len(level), text.strip() if found["hash"] else text, place)


def _numbered(line: str, place: Place | None) -> Heading | None:
    mark = leading_mark(line) if looks_like_heading(line) else None
    return Heading(min(mark.level + 1, MAX_LEVEL), line, place) if mark else None


def _escape(text: str, end: str) -> str:
    return text.replace("\\", "\\\\").replace(end, f"\\{end}")
