"""Counts that a text announces: 以下八项…, “四个结合”, 三个方面."""

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from govdisclosure.conventions.numerals import to_int

__all__ = ["SLOGANS", "AnnouncedCount", "announced_counts"]

SLOGANS: Final = frozenset(
    (
        "三安全一稳定",
        "三个安全一稳定",
        "五公开",
        "三务公开",
        "四议两公开",
        "三审三校",
        "两微一端",
        "三会一课",
        "两学一做",
        "三严三实",
        "三重一大",
        "一网通办",
        "一网通管",
        "一网统管",
        "一窗受理",
        "一站式",
        "一件事一次办",
        "一岗双责",
        "六稳",
        "六保",
        "三农",
        "两会",
        "三公",
        "四风",
        "八项规定",
        "四个意识",
        "四个自信",
        "四个全面",
        "五位一体",
        "两个维护",
        "两个确立",
        "三个代表",
        "四个伟大",
        "两个一百年",
        "三个务必",
        "两个务必",
        "两个毫不动摇",
        "三大攻坚战",
        "两不愁三保障",
        "七五普法",
        "八五普法",
    )
)
"""Set phrases with a numeral in them: they announce nothing, although some have the form of a count."""

_NOT_AFTER: Final = "(?<![第一二三四五六七八九十百两兩0-9０-９几数多.．])"
_WORDS: Final = "[一二三四五六七八九十两兩]{1,3}"
_DIGITS: Final = "[1-9１-９][0-9０-９]?"
_MEASURE: Final = "(?:个|個|项|項|大|点|點|条|條|种|種|类|類)"
_HAN: Final = "[㐀-䶿一-鿿]"
_SLOGAN: Final = "|".join(sorted(SLOGANS, key=len, reverse=True))
_ANNOUNCED: Final = re.compile(
    f"(?P<slogan>{_SLOGAN})"
    # 以下八项重点公开内容, 如下三点
    f"|(?:以下|如下|下列|下面|下述)\\s?的?(?P<n1>{_WORDS}|{_DIGITS})\\s?(?:{_MEASURE}(?!方面)|[个個大]?(?=方面))"
    f"(?P<noun1>方面|{_HAN}{{1,12}}(?=[：:。；，、,]|\\s|$))?"
    # “四个结合”
    f'|(?<=[“‘「『"])(?P<n2>{_WORDS}|{_DIGITS})\\s?{_MEASURE}(?P<noun2>{_HAN}{{1,8}})(?=[”’」』"])'
    # 三个方面; 一方面 begins a comparison
    f"|{_NOT_AFTER}(?!一方面)(?P<n3>{_WORDS}|{_DIGITS})\\s?[个個大]?(?P<noun3>方面)"
    # 三项措施：, in words only, for 公开信息12条： counts what was done
    f"|{_NOT_AFTER}(?P<n4>{_WORDS})\\s?{_MEASURE}(?P<noun4>{_HAN}{{0,10}})(?=[：:])"
)


@frozen
class AnnouncedCount:
    """A count announced at ``text[start:end]``: so many of what ``noun`` names (blank where nothing is named).

    ``is_slogan`` marks a set phrase such as 三安全一稳定; its ``value`` is the numeral it begins with.

    Example:
        >>> next(announced_counts("我们做到“四个结合”："))
        AnnouncedCount(text='四个结合', start=5, end=9, value=4, noun='结合', is_slogan=False)
    """

    text: str
    start: int
    end: int
    value: int
    noun: str
    is_slogan: bool = False


def announced_counts(text: str) -> Iterator[AnnouncedCount]:
    """Go through the counts that ``text`` announces.

    Those are counts after 以下 and 如下, counts in quotation marks, N个方面, and counts right before a colon.

    Example:
        >>> [(found.value, found.noun) for found in announced_counts("确立以下八项重点内容，从三个方面推进。")]
        [(8, '重点内容'), (3, '方面')]
    """
    for found in _ANNOUNCED.finditer(text):
        parts = found.groupdict()
        if parts["slogan"]:
            value = to_int(found[0][0])
        else:
            value = to_int(parts["n1"] or parts["n2"] or parts["n3"] or parts["n4"])
        if value is None:
            continue
        noun = parts["noun1"] or parts["noun2"] or parts["noun3"] or parts["noun4"] or ""
        yield AnnouncedCount(found[0], *found.span(), value, noun, parts["slogan"] is not None)
