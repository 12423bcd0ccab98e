"""A figure with its measure word: 1,234件, 1.2万条, 四十余条, 百分之十二."""

import re
from decimal import Decimal
from typing import Final

from attrs import frozen

from govdisclosure.conventions.numerals import to_int

__all__ = ["FIGURE", "MONEY", "NUMBER", "PERCENT", "Figure", "parse_figure"]

PERCENT: Final = ("%", "‰", "百分点", "个百分点")
"""Units of shares, rates and their changes."""

MONEY: Final = ("元", "万元", "亿元")
"""Units of money, as printed."""

_HAN: Final = "零〇一二两三四五六七八九十百千万亿"
NUMBER: Final = (
    # never in the middle of a number
    "(?<![0-9.])(?<![0-9] )(?<![0-9],)"
    "(?:[0-9]{1,3}(?:[,，][0-9]{3}){1,5}+(?![0-9])|[0-9]{1,18}+(?: [0-9]{1,9}+){0,5}+)(?:\\.[0-9]{1,9}+)?(?![0-9])"
)
"""A number in digits, with its thousands and its decimals; one space inside it is a conversion's."""

_WORDS: Final = f"(?<![第几数点{_HAN}0-9])(?=[零〇一二两三四五六七八九十])[{_HAN}]{{1,14}}+"
_MEASURE: Final = (
    "(?:亿元|万元|元(?![旦月素])|个百分点|百分点|人次|件次|条次|批次|%|‰"
    "|件(?!套)|条(?![例款])|份(?!额)|宗|起(?![草至])|例(?![如行])|次(?![日年要月序])|项|篇(?!章)|则|页"
    "|期(?![限间内满])|部(?![门委分署])|批|个(?!工作日|月|小时|自然日|方面|季度|年头))"
)
_END: Final = "(?=[,，。;)\n|]|$)"
FIGURE: Final = (
    f"{NUMBER}[余多]?(?:[十百千]?[万亿]|[千百])?[余多]?{_MEASURE}"
    f"|百分之(?:{NUMBER}|[{_HAN}点]{{1,9}}+)|百分百"
    f"|{_WORDS}[余多来]?{_MEASURE}"
    # a number alone counts only where 为 or a colon says so
    f"|(?<=[为是:])(?<![0-9]:)(?:{NUMBER}|[零无]){_END}|(?<=为)(?:{NUMBER}|零)(?=、)"
    f"|(?<=均)无{_END}|(?<=申请|复议|诉讼)无{_END}"
)
"""Everything that states a figure, in words without white space."""

_PARTS: Final = re.compile(
    "(?P<digits>[0-9][0-9,， ]*+(?:\\.[0-9]+)?)?"
    f"(?P<words>[{_HAN}]*)(?P<more>[余多来]?)(?P<scale>[十百千万亿]*)(?P<more2>[余多]?)(?P<unit>.*)"
)
_PLAIN: Final = re.compile(f"([0-9]{{1,18}}+)({_MEASURE}?)")
_ONE: Final = Decimal(1)
_SCALES: Final = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


@frozen
class Figure:
    """A figure: ``value`` in units of ``unit``, known to ``precision``.

    It is ``width`` characters wide without its unit; ``more`` is 余 or 多 where it is more than that. ``is_han`` marks
    one in Chinese numerals, ``is_spaced`` one with white space between its digits.

    Example:
        >>> parse_figure("1.2万余条")
        Figure(value=12000, unit='条', precision=Decimal('1000'), width=4, more='余', is_han=False, is_spaced=False)
    """

    value: int | Decimal
    unit: str
    precision: Decimal
    width: int
    more: str = ""
    is_han: bool = False
    is_spaced: bool = False


def parse_figure(text: str) -> Figure | None:
    """Read what :data:`FIGURE` has found; ``None`` where the numeral is none (一二三件).

    Example:
        >>> parse_figure("百分之十二点五").value, parse_figure("一千二百三十四件").value
        (Decimal('12.5'), 1234)
    """
    if plain := _PLAIN.fullmatch(text):  # most of them
        return Figure(int(plain[1]), plain[2], _ONE, len(plain[1]))
    if text.startswith("百分"):
        return _percentage(text)
    if text == "无":
        return Figure(0, "", _ONE, 1, is_han=True)
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return None
    more, unit = parts["more"] or parts["more2"], parts["unit"]
    width = len(text) - len(unit) - len(parts["more2"] or ("" if parts["scale"] else parts["more"]))
    if parts["digits"] is None:
        value = _han_value(parts["words"])
        return None if value is None else Figure(value, unit, _ONE, width, more, is_han=True)
    scale = parts["words"] + parts["scale"]
    if unit == "元" and scale in ("万", "亿"):  # money keeps its unit as printed
        scale, unit, width = "", scale + unit, width - 1
    scaled, precision = _scaled(parts["digits"], scale)
    return Figure(scaled, unit, precision, width, more, is_spaced=" " in parts["digits"].rstrip())


def _scaled(digits: str, scale: str) -> tuple[int | Decimal, Decimal]:
    number = Decimal(re.sub("[,， ]", "", digits))
    factor = 1
    for sign in scale:
        factor *= _SCALES[sign]
    scaled, decimals = number * factor, len(digits.partition(".")[2])
    is_whole = decimals == 0 or (factor > 1 and scaled == int(scaled))
    precision = Decimal((0, (1,), -decimals)) * factor
    return int(scaled) if is_whole else scaled, Decimal(int(precision)) if precision >= 1 else precision


def _percentage(text: str) -> Figure | None:
    numeral = text.removeprefix("百分").removeprefix("之")
    if numeral[:1].isdigit():
        return Figure(*_percent(numeral), len(text), is_spaced=" " in numeral)
    if numeral == "百":
        return Figure(100, "%", _ONE, len(text), is_han=True)
    whole, point, decimals = numeral.partition("点")
    value = _han_value(whole)
    digits = [to_int(digit) for digit in decimals]
    if value is None or None in digits or bool(point) != bool(digits):
        return None
    if not point:
        return Figure(value, "%", _ONE, len(text), is_han=True)
    exact = Decimal(f"{value}.{''.join(str(digit) for digit in digits)}")
    return Figure(exact, "%", Decimal((0, (1,), -len(digits))), len(text), is_han=True)


def _percent(numeral: str) -> tuple[int | Decimal, str, Decimal]:
    value, precision = _scaled(numeral, "")
    return value, "%", precision


def _han_value(text: str) -> int | None:
    """Read a numeral in words up to 亿: the house's numerals end at 999."""
    total = 0
    for sign in ("亿", "万", "千"):
        if sign in text:
            head, _, text = text.partition(sign)
            value = _han_value(head) if "千" in head else to_int(head or "一")
            if value is None:
                return None
            total += value * _SCALES[sign]
            if text[:1] in ("零", "〇"):
                text = text[1:]
            if not text:
                return total
    value = to_int(text)
    return None if value is None else total + value
