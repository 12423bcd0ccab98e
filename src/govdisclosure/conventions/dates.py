"""Dates and periods, in every way such documents print them."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, Literal, TypeAlias

from attrs import frozen

from govdisclosure.conventions.numerals import to_chinese, to_int, year_in_chinese
from govdisclosure.errors import ConstructionError

__all__ = [
    "DateStyle",
    "Period",
    "PrintedDate",
    "chinese_date",
    "dates",
    "display_date",
    "format_date",
    "is_date_line",
    "parse_date",
    "periods",
]

DateStyle: TypeAlias = Literal["official", "chinese", "iso"]
"""``2022年1月4日``, ``二〇二二年一月四日`` or ``2022-01-04``."""

_D: Final = "[0-9０-９]"
_HAN: Final = "[一二三四五六七八九十]"
_START: Final = "(?<![0-9０-９])"
_END: Final = "(?![0-9０-９])"
_DATE: Final = re.compile(
    # 2022年1月4日; the year may be lacking. 号 is speech for 日, but `1月4号文` is a document.
    f"(?:{_START}(?P<y1>{_D}{{4}}|[一二][〇○零一二三四五六七八九0０OＯ]{{3}})\\s*年\\s*)?"
    f"(?:{_START}(?P<m1>{_D}{{1,2}})|(?<!{_HAN})(?P<m1w>{_HAN}{{1,3}}))\\s*月\\s*"
    f"(?:(?P<d1>{_D}{{1,2}}){_END}|(?P<d1w>{_HAN}{{1,3}})(?!{_HAN}))"
    # 日 lost: sure only before a word that needs a date. At the end of a line, `12月3` may be half of 12月31日.
    "\\s*(?:日|[号號](?!文)|(?P<cut>(?=[止至起到前—–~～）)-])))"
    # 2022-01-04, 2022.1.4, 2022/1/4
    f"|(?<![0-9０-９./-])(?P<y2>{_D}{{4}})\\s?(?P<sep>[-./．—－])\\s?(?P<m2>{_D}{{1,2}})\\s?(?P=sep)\\s?(?P<d2>{_D}{{1,2}})"
    f"(?![./-]?{_D})(?:\\s?日)?"
    # 20191231日 and 2025  1  1  日: a conversion has dropped 年 and 月
    f"|{_START}(?P<y3>(?:19|20)\\d\\d)(?:(?P<m3>[01]\\d)(?P<d3>[0-3]\\d)|\\s+(?P<m4>\\d{{1,2}})\\s+(?P<d4>\\d{{1,2}}))\\s*日"
)
_SIGNS: Final = re.compile(f"[月日]|{_D}\\s?[-./．—－]")
"""One of them is in every date."""

_BETWEEN: Final = re.compile(r"\s*(?:0\s?时)?\s*起?\s*[,，]?\s*(?:[至到—–~～－―-]|——)\s*")
_AFTER: Final = re.compile(r"\s*(?:24\s?时)?\s*止")
_LABEL: Final = re.compile(
    r"^(?:[发發]布|公[开開布]|成文|落款|[编編]制|印[发發]|生成|更新)?(?:日期|[时時][间間])\s*[:：]\s*"
)
_NO_LEAP_NEEDED: Final = 2000


@frozen
class PrintedDate:
    """A date as it is printed, at ``text[start:end]``.

    ``year`` is ``None`` where none is printed (``至12月31日止``). ``is_truncated`` marks a date of which 年, 月 or 日
    is lost, as in ``12月31止``.

    Example:
        >>> printed = next(dates("公开于 2022 年 1 月 4 日。"))
        >>> printed.text, printed.day
        ('2022 年 1 月 4 日', datetime.date(2022, 1, 4))
    """

    text: str
    start: int
    end: int
    year: int | None
    month: int
    day_of_month: int
    is_truncated: bool = False

    @property
    def day(self) -> date | None:
        """The day itself; ``None`` where the year is not printed, or where no such day exists.

        Example:
            >>> [printed.day for printed in dates("2月30日、2023年2月30日")]
            [None, None]
        """
        return None if self.year is None else _day(self.year, self.month, self.day_of_month)

    @property
    def is_impossible(self) -> bool:
        """Whether no calendar has such a day; 29 February passes where no year is printed.

        Example:
            >>> [printed.is_impossible for printed in dates("2月29日、2023年2月29日、13月1日")]
            [False, True, True]
        """
        year = _NO_LEAP_NEEDED if self.year is None else self.year
        return _day(year, self.month, self.day_of_month) is None


@frozen
class Period:
    """A period from one printed date to another, at ``text[start:end]``.

    Example:
        >>> period = next(periods("自2023年1月1日起至12月31日止"))
        >>> period.text, period.first, period.last
        ('2023年1月1日起至12月31日止', datetime.date(2023, 1, 1), datetime.date(2023, 12, 31))
    """

    text: str
    start: int
    end: int
    opening: PrintedDate
    closing: PrintedDate

    @property
    def first(self) -> date | None:
        """The first day, where it is certain.

        Example:
            >>> next(periods("1月1日至12月31日")).first is None
            True
        """
        return self.opening.day

    @property
    def last(self) -> date | None:
        """The last day, where it is certain; a year that is not printed is that of the first day.

        Example:
            >>> next(periods("2023年1月1日—12月31日")).last
            datetime.date(2023, 12, 31)
        """
        if self.closing.year is not None or self.first is None:
            return self.closing.day
        last = _day(self.first.year, self.closing.month, self.closing.day_of_month)
        return None if last is None or last < self.first else last


def dates(text: str) -> Iterator[PrintedDate]:
    """Go through the dates in ``text``, impossible and truncated ones too.

    Read are ``2022年1月4日`` with spaces inside, full-width digits, 〇-style numerals, ISO and ``2022.1.4``, and dates
    without a year.

    Example:
        >>> [printed.text for printed in dates("二〇二二年一月四日，2022.1.4，12月31止")]
        ['二〇二二年一月四日', '2022.1.4', '12月31']
    """
    for found in _DATE.finditer(text) if _SIGNS.search(text) else ():
        if (printed := _printed(found)) is not None:
            yield printed


def parse_date(text: str) -> date | None:
    """Find the first date in ``text``, in any way such reports print one.

    Full-width digits, 〇-style numerals, and spaces before 年, 月 and 日 are read; ISO dates too. A date without a year
    is passed over.

    Raises:
        ConstructionError: the text names a day that does not exist, such as 2023年2月30日; it is a ``ValueError``.

    Example:
        >>> parse_date("二〇二二年 1 月 4 日")
        datetime.date(2022, 1, 4)
    """
    for printed in dates(text):
        if printed.is_impossible:
            raise ConstructionError("no_such_day", text=printed.text)
        if printed.day is not None:
            return printed.day
    return None


def format_date(day: date, locale: str = "zh_Hans", style: DateStyle = "official") -> str:
    """Write ``day`` as official documents do, without leading zeros; in other languages as is usual there.

    ``style`` may ask for ``"chinese"`` numerals or an ``"iso"`` date instead, whatever the language.

    Example:
        >>> from datetime import date
        >>> format_date(date(2022, 1, 4)), format_date(date(2022, 1, 4), style="iso")
        ('2022年1月4日', '2022-01-04')
    """
    if style == "iso":
        return day.isoformat()
    if style == "chinese":
        return chinese_date(day)
    return f"{day.year}年{day.month}月{day.day}日" if locale[:2] == "zh" else display_date(day, locale)


def display_date(day: date, locale: str) -> str:
    """Write ``day`` out in full for readers of ``locale``, by the CLDR.

    Example:
        >>> from datetime import date
        >>> display_date(date(2022, 1, 4), "en")
        'January 4, 2022'
    """
    from babel.dates import format_date as localized  # an import of 100 ms, for those who show a date to a reader

    return localized(day, "long", locale)


def chinese_date(day: date) -> str:
    """Write ``day`` in Chinese numerals.

    Example:
        >>> from datetime import date
        >>> chinese_date(date(2022, 11, 30))
        '二〇二二年十一月三十日'
    """
    return f"{year_in_chinese(day.year)}年{to_chinese(day.month)}月{to_chinese(day.day)}日"


def is_date_line(text: str) -> bool:
    """Tell whether a line is one date with its year and nothing else, as under the issuer's name.

    It may stand in brackets, and after a label such as ``日期：``.

    Example:
        >>> is_date_line("（2022 年 1 月 4 日）"), is_date_line("2022年1月4日，本机关公开信息")
        (True, False)
    """
    line = _LABEL.sub("", text.strip())
    if line[:1] in ("（", "(") and line[-1:] in ("）", ")"):
        line = line[1:-1].strip()
    found = _DATE.fullmatch(line)
    printed = _printed(found) if found else None
    return printed is not None and printed.year is not None


def periods(text: str) -> Iterator[Period]:
    """Go through the periods in ``text``, such as ``2021年1月1日至2021年12月31日``.

    起 and 止 belong to the period, 自 and 从 do not.

    Example:
        >>> [period.text for period in periods("自 2024 年 1 月 1 日 至 12 月 31 日，共12件")]
        ['2024 年 1 月 1 日 至 12 月 31 日']
    """
    opening: PrintedDate | None = None
    for closing in dates(text):
        if opening is not None and _BETWEEN.fullmatch(text, opening.end, closing.start):
            after = _AFTER.match(text, closing.end)
            end = after.end() if after else closing.end
            yield Period(text[opening.start : end], opening.start, end, opening, closing)
            opening = None  # one date ends one period only
        else:
            opening = closing


def _printed(found: re.Match[str]) -> PrintedDate | None:
    parts = found.groupdict()
    year = parts["y1"] or parts["y2"] or parts["y3"]
    month = _number(parts["m1"] or parts["m1w"] or parts["m2"] or parts["m3"] or parts["m4"])
    day = _number(parts["d1"] or parts["d1w"] or parts["d2"] or parts["d3"] or parts["d4"])
    if month is None or day is None:
        return None
    is_wordless = parts["y1"] is None and parts["m1"] is None and parts["m1w"] is None
    if is_wordless and (month > 12 or day > 31):  # 2022.13.45 is no date gone wrong, but another kind of number
        return None
    is_truncated = parts["cut"] is not None or parts["y3"] is not None
    return PrintedDate(found[0], *found.span(), _number(year), month, day, is_truncated)


def _number(text: str | None) -> int | None:
    return to_int(text) if text else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
