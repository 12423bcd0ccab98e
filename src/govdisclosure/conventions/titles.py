"""The titles of annual reports, in the forms that are printed."""

import re
from typing import Final

from attrs import frozen

from govdisclosure.conventions.numbering import leading_mark
from govdisclosure.conventions.numerals import to_int

__all__ = ["LONGEST_TITLE", "ReportTitle", "parse_title", "standard_title"]

LONGEST_TITLE: Final = 80
"""A longer line is no title (spaces apart)."""

_HAN: Final = "\u3000-〿㐀-䶿一-鿿豈-﫿！-｠\U00020000-\U0003ffff"
_SPACE: Final = r"[\s\u200b\ufeff]"
_INNER_SPACE: Final = re.compile(f"(?<=[{_HAN}]){_SPACE}+(?=[{_HAN}])")
_GLOSS: Final = re.compile(r"\s?[（(]([^（）()]{1,16})[）)]$")

_YEAR: Final = (
    r"(?:(?<![0-9０-９])[12１２](?:\s?[0-9０-９]){3}"
    "|(?<![〇○零一二三四五六七八九])[一二][〇○零一二三四五六七八九0０OＯ]{3})"
)
_TITLE: Final = re.compile(
    f"(?:(?P<first>{_YEAR})\\s?年\\s?度?\\s?)?"
    r"(?P<issuer>.*?)\s?"
    # 22年 is a year too, but which one is not for us to say
    f"(?:关于|關於)?\\s?(?:(?P<second>{_YEAR})|(?<![0-9])[0-9]{{2}}(?=\\s?年))?\\s?年?\\s?年?度?\\s?"
    # `…人民政府信息公开…` prints one 政府 for two: it stays with the issuer
    r"(?:(?<!人民)政府信息(?:(?:与|與|和|及)?\s?(?:政务|政務))?|(?:政务|政務)信息|(?<!人民)政府[資资][訊讯]|政务|政務|信息)"
    r"公[开開]\s?(?:工作)?\s?(?:(?:情况|情況)?的)?\s?"
    f"(?:(?P<third>{_YEAR})\\s?)?(?:年?\\s?年度)?\\s?(?:工作)?\\s?(?:情况|情況)?的?\\s?(?:[报報]告|年[报報])"
)

_NO_ISSUER: Final = re.compile(
    r'[。；！？，：“”《》〈〉|>＞»;!?,:"]|^[-—·•*#]|\s[-—–_]\s'
    # words that make the line a sentence, a link or the name of another document; 编制 and 发布 occur in names
    "|^(?:第|附件|我|现|現|按|根据|根據|依据|依據|依照|编制|編制|撰写|做好|开展|查看|下载|点击|公布|发布|印发|报送|关于|關於)"
    "|^本(?:机关|单位|單位|部门|局|镇|乡|级|街道|报告)"
    "|(?:及时|按时|主动|定期|认真|并|已|了)(?:公布|发布|编制|报送|完成)|(?:要求|统计表|目录|指南)$"
)
_OTHER_YEARS: Final = re.compile("(?:本|今|去|当|當|历|歷|各|上|上一|每)年")


@frozen
class ReportTitle:
    """What a title says: the issuer and the year, each ``None`` where the title does not name it.

    ``is_standard`` says that the title is printed in the usual form, letter for letter.

    Example:
        >>> parse_title("2024 年青山镇政务公开年报")
        ReportTitle(issuer='青山镇', year=2024, is_standard=False)
    """

    issuer: str | None
    year: int | None
    is_standard: bool


def parse_title(text: str) -> ReportTitle | None:
    """Read the title of an annual report; ``None`` if ``text`` is no such title.

    Read are either order of issuer and year, 年度, a lost 年, spaces and line breaks, digits of any kind, the short
    names 政务公开年报 and the like, traditional characters, and a gloss in brackets at the end.

    Example:
        >>> parse_title("青山镇 2021 政府信息公开 工作年度报告").year
        2021
        >>> parse_title("一、总体情况") is None
        True
    """
    line = _one_line(text)
    if len(line) > LONGEST_TITLE or leading_mark(line):
        return None
    gloss = _GLOSS.search(line)
    found = _TITLE.fullmatch(line[: gloss.start()] if gloss else line)
    if found is None or _NO_ISSUER.search(found["issuer"]) or _OTHER_YEARS.match(line):
        return None
    issuer = found["issuer"] if found["issuer"] not in ("", "政府") else None
    year = _year(found["second"] or found["third"] or found["first"] or (gloss[1] if gloss else ""))
    is_standard = issuer is not None and year is not None and text == standard_title(issuer, year)
    return ReportTitle(issuer, year, is_standard)


def standard_title(issuer: str, year: int) -> str:
    """Return the title in its usual form.

    Example:
        >>> standard_title("青山镇人民政府", 2022)
        '青山镇人民政府2022年政府信息公开工作年度报告'
    """
    return f"{issuer}{year}年政府信息公开工作年度报告"


def _one_line(text: str) -> str:
    """Spaces between Chinese characters are layout; one between others may be part of a name."""
    line = re.sub(f"{_SPACE}+", " ", text[: 10 * LONGEST_TITLE]).strip() if len(text) < 10 * LONGEST_TITLE else text
    return _INNER_SPACE.sub("", line)


def _year(printed: str) -> int | None:
    found = re.match(_YEAR, printed)
    year = to_int(re.sub(r"\s", "", found[0])) if found else None
    return year if year and 1900 <= year < 2100 else None
