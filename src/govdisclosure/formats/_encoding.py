"""Bytes to text, once for every text format: encoding, line breaks, and the characters that no line holds."""

import re
from typing import Final

from govdisclosure.document import Place, Remark
from govdisclosure.errors import ReadError

__all__ = ["decode", "source"]

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig", "utf-8"),
    (b"\xff\xfe", "utf-16-le", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be", "utf-16-be"),
)
_BREAK: Final = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_CONTROL: Final = re.compile("[\x00-\x08\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]+")
_NUL_SHARE: Final = 10  # one NUL in ten characters: no text, whatever it decodes to


def decode(data: bytes) -> tuple[str, str]:
    r"""Return the text of ``data`` and the name of its encoding.

    A byte order mark decides; without one strict UTF-8 is tried, then strict GB18030.

    Raises:
        ReadError: no encoding fits (``"encoding"``).

    Example:
        >>> decode("青山镇".encode("gb18030"))
        ('青山镇', 'gb18030')
        >>> decode("\ufeff青山镇".encode())
        ('青山镇', 'utf-8-sig')
    """
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            return _text(data[len(mark) :], codec), name
    try:
        return _text(data, "utf-8"), "utf-8"
    except ReadError as fault:
        try:
            return _text(data, "gb18030"), "gb18030"
        except ReadError:
            raise fault from None


def source(data: bytes) -> tuple[str, tuple[Remark, ...]]:
    r"""Return the text of ``data`` with ``\n`` for every line break and without control characters.

    Tabs stay. What was taken out, and an encoding other than plain UTF-8, stand in the remarks.

    Example:
        >>> text, remarks = source("一\r\n二\x07三".encode())
        >>> text
        '一\n二三'
        >>> [(remark.code, remark.raw, str(remark.place)) for remark in remarks]
        [('control_character', "'\\x07'", '2:2')]
    """
    text, name = decode(data)
    remarks = [] if name == "utf-8" else [Remark("encoding", name, Place(1))]
    text = _BREAK.sub("\n", text)
    if _CONTROL.search(text):
        lines = text.split("\n")
        for number, line in enumerate(lines, 1):
            remarks += [_control(found, number) for found in _CONTROL.finditer(line)]
        text = "\n".join(_without_controls(line) for line in lines)
    return text, tuple(remarks)


def _text(data: bytes, codec: str) -> str:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as fault:
        raise ReadError("encoding", position=fault.start + 1) from None
    if text.count("\0") * _NUL_SHARE > len(text):
        raise ReadError("encoding", position=data.index(0) + 1)
    return text


def _control(found: re.Match[str], line: int) -> Remark:
    code = "page_break" if "\f" in found[0] else "control_character"
    return Remark(code, repr(found[0]), Place(line, found.start() + 1))


def _without_controls(line: str) -> str:
    # A page break inside a line ends it: what stands on two pages is not one line.
    return _CONTROL.sub(lambda found: "\n" if "\f" in found[0] else "", line.strip("\f"))
