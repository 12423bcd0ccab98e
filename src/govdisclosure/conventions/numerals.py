"""Chinese numerals, in words (二十一) and digit by digit (二〇二二), and the digits of either width."""

import re
from typing import Final

from govdisclosure.errors import ConstructionError

__all__ = ["LARGEST", "to_chinese", "to_int", "year_in_chinese"]

LARGEST: Final = 999
"""The largest number that is written in words here; larger ones are printed in Arabic numerals."""

_DIGITS: Final = "〇一二三四五六七八九"
_VALUES: Final = {digit: value for value, digit in enumerate(_DIGITS)} | {"两": 2, "兩": 2}

# Typists put any round character for 〇: the circle, the large circle, either zero, the letter O of either width.
_ZEROS: Final = str.maketrans(dict.fromkeys("○◯零0０OＯ", "〇"))
_ARABIC: Final = re.compile(r"[0-9０-９]{1,18}")
_UNIT: Final = "[一二三四五六七八九]"
_WORDS: Final = re.compile(
    # 一百零五 has its 零, 一百一十 its 十: 一百五 is speech, for 150
    f"(?:([一二两兩三四五六七八九])百(?:[零〇○](?={_UNIT}$)|(?=.?十|$)))?(?:({_UNIT})?(十))?({_UNIT})?"
)
_DIGITWISE: Final = re.compile(f"(?=〇{{0,17}}{_UNIT})[{_DIGITS}]{{2,18}}")


def to_int(text: str) -> int | None:
    """Return the whole number that ``text`` writes, or ``None`` if it is no numeral.

    Read are words up to 九百九十九, 两 for 二, digits of either width, and Chinese digits one by one where that can
    mean nothing else: four of them, or a zero among them. ``None`` for ``一二三`` and ``二三`` (“two or three”), for
    spaces and for more than 18 digits.

    Example:
        >>> to_int("一百零五"), to_int("二○二二"), to_int("１２")
        (105, 2022, 12)
        >>> to_int("一二三") is None
        True
    """
    if _ARABIC.fullmatch(text):
        return int(text)
    if text in ("零", "〇", "○", "两", "兩"):
        return 2 if text in ("两", "兩") else 0
    if words := text and _WORDS.fullmatch(text):
        return _sum(words)
    digits = text.translate(_ZEROS)
    if _DIGITWISE.fullmatch(digits) and (len(digits) == 4 or "〇" in digits[1:]):
        return int("".join(str(_VALUES[digit]) for digit in digits))
    return None


def to_chinese(number: int) -> str:
    """Write ``number`` (1 to 999) in words.

    Raises:
        ConstructionError: the number is outside that range.

    Example:
        >>> to_chinese(12), to_chinese(105), to_chinese(110)
        ('十二', '一百零五', '一百一十')
    """
    if not 1 <= number <= LARGEST:
        raise ConstructionError("no_chinese_numeral", number=number, largest=LARGEST)
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    if not hundreds:
        return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[units] if units else "")
    middle = f"{_DIGITS[tens]}十" if tens else "零" if units else ""
    return f"{_DIGITS[hundreds]}百{middle}{_DIGITS[units] if units else ''}"


def year_in_chinese(year: int) -> str:
    """Write a year digit by digit, with 〇 for zero.

    Example:
        >>> year_in_chinese(2022)
        '二〇二二'
    """
    return "".join(_DIGITS[int(digit)] for digit in f"{year:04d}")


def _sum(words: re.Match[str]) -> int:
    hundreds, tens, ten, units = words.groups()
    return 100 * _VALUES[hundreds or "〇"] + (10 * _VALUES[tens or "一"] if ten else 0) + _VALUES[units or "〇"]
