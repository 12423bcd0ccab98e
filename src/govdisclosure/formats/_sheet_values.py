"""The text that a cell of a sheet shows, from the value that the library reads."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final, TypeAlias

from govdisclosure.conventions.characters import is_blank
from govdisclosure.document import Place, Remark

__all__ = ["Value", "cell_text", "is_exact", "percent", "without_controls"]

Value: TypeAlias = int | float | str | bool | time | date | datetime | timedelta
"""What the library reads from a cell."""

_DIGITS: Final = 15  # what every spreadsheet program shows of a number
_LARGEST_WHOLE: Final = 2**53  # above it a float skips whole numbers
_LONGEST: Final = 30  # zeros written out beyond this tell nobody anything
_BREAK: Final = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_CONTROL: Final = re.compile("[\x00-\x08\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]+")


def cell_text(value: Value) -> str:
    """Return what the cell shows in the plain format: numbers without a tail of zeros, dates as ISO dates.

    Example:
        >>> [cell_text(value) for value in (3.0, 25.1, "3", True, datetime(2025, 1, 20), 0.1 + 0.2)]
        ['3', '25.1', '3', 'TRUE', '2025-01-20', '0.3']
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time(0) else value.isoformat(" ", "seconds")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return value.isoformat()


def is_exact(value: Value) -> bool:
    """Tell whether the text of a number is the number: 15 digits are shown, and no float holds many more.

    Example:
        >>> is_exact(25.1), is_exact(12345678901234567890.0), is_exact(0.1 + 0.2)
        (True, False, False)
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return True
    return abs(value) <= _LARGEST_WHOLE and float(_number(value)) == value


def percent(value: Value, places: int) -> str:
    """Return a number as a cell with a percent format shows it.

    Example:
        >>> percent(0.955, 1), percent(1.0, 0), percent("/", 0)
        ('95.5%', '100%', '/')
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return cell_text(value)
    shown = Decimal(_number(value)) * 100
    return f"{shown:.{places}f}%"


def without_controls(text: str, place: Place) -> tuple[str, tuple[Remark, ...]]:
    r"""Return the text of a cell with ``\n`` between its lines, without layout at its edges and without controls.

    Example:
        >>> text, remarks = without_controls("　规章\r\n（一）\x07 ", Place(1))
        >>> text, remarks[0].raw
        ('规章\n（一）', "'\\x07'")
    """
    if text.isprintable():  # most texts are
        return ("" if is_blank(text) else text.strip()), ()
    text = _BREAK.sub("\n", text).replace("\t", " ")
    remarks = tuple(_controls(text, place))
    text = _CONTROL.sub("", text).strip()
    return ("" if is_blank(text) else text), remarks


def _controls(text: str, place: Place) -> Iterator[Remark]:
    for found in _CONTROL.finditer(text):
        yield Remark("control_character", repr(found[0]), place)


def _number(value: float) -> str:
    if abs(value) <= _LARGEST_WHOLE and value == int(value):
        return str(int(value))
    shown = Decimal(f"{value:.{_DIGITS}g}")
    written = format(shown, "f")
    return written if len(written) <= _LONGEST else str(shown)
