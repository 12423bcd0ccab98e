"""Invented issuers, report years and titles, in the forms that are printed."""

from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from govdisclosure.model.report import FIRST_YEAR
from govdisclosure.model.statutory import EditionName
from govdisclosure.testing._draws import one_of_many

__all__ = ["issuers", "title_forms", "titles", "years"]

_ISSUERS: Final = (
    "青山镇人民政府",
    "石桥乡人民政府",
    "柳溪街道办事处",
    "云岭县人民政府",
    "云岭县人民政府办公室",
    "云岭县教育局",
    "云岭县卫生健康局",
    "云岭县住房和城乡建设局",
    "云岭县行政审批服务局",
    "云岭县地方志编纂委员会办公室",
    "白水市人民政府",
    "白水市人民政府办公室",
    "白水市发展和改革委员会",
    "白水市政务服务和数据管理局",
    "白水市经济技术开发区管理委员会",
    "白水市公安局青山分局",
    "松坪彝族苗族自治县人民政府",
    "松坪彝族苗族自治县月湖回族乡人民政府",
    "月湖回族乡人民政府",
    "国家税务总局云岭县税务局",
    "白水市档案馆",
    "白水市第一中学",
)

# Digits may stand apart from 年, words may be parted, 年 may be lost; the first is the usual form.
_TITLES: Final = (
    "{issuer}{year}年政府信息公开工作年度报告",
    "{year}年{issuer}政府信息公开工作年度报告",
    "{issuer}{year}年度政府信息公开工作年度报告",
    "{issuer}{year}年度政府信息公开工作报告",
    "{issuer}{year}年政府信息公开年度报告",
    "{issuer}关于{year}年政府信息公开工作年度报告",
    "{issuer}{year}年政务公开工作报告",
    "{issuer} {year} 年政府信息公开工作年度报告",
    "{issuer} {year} 政府信息公开 工作年度报告",
    "{issuer}{year}政府信息公开工作年度报告",
)

_YEARS: Final[dict[EditionName | None, tuple[int, int]]] = {
    None: (FIRST_YEAR, 2099),
    "2019": (2019, 2020),
    "2021": (2021, 2099),
}


def issuers() -> SearchStrategy[str]:
    """Return names of organs that issue reports: governments, offices, bureaus, townships, autonomous counties.

    Example:
        >>> from hypothesis import find
        >>> find(issuers(), lambda name: "自治县" in name)
        '松坪彝族苗族自治县人民政府'
    """
    return one_of_many(_ISSUERS)


def years(edition: EditionName | None = None) -> SearchStrategy[int]:
    """Return years that a report may be on; with ``edition``, years for which that edition is due.

    Example:
        >>> from hypothesis import find
        >>> find(years("2019"), lambda year: True) in (2019, 2020)
        True
    """
    first, last = _YEARS[edition]
    return st.integers(first, last)


def title_forms() -> SearchStrategy[str]:
    """Return the printed forms of titles, with ``{issuer}`` and ``{year}`` where those stand.

    Example:
        >>> from hypothesis import find
        >>> find(title_forms(), lambda form: True)
        '{issuer}{year}年政府信息公开工作年度报告'
    """
    return one_of_many(_TITLES)


def titles(issuer: str | None = None, year: int | None = None) -> SearchStrategy[str]:
    """Return titles of reports in their printed forms, spaces and lost 年 included.

    ``issuer`` and ``year`` are drawn where they are not given.

    Example:
        >>> from hypothesis import find
        >>> find(titles("青山镇人民政府", 2024), lambda title: True)
        '青山镇人民政府2024年政府信息公开工作年度报告'
    """
    names = issuers() if issuer is None else st.just(issuer)
    on = years() if year is None else st.just(year)
    return st.tuples(title_forms(), names, on).map(lambda d: d[0].format(issuer=d[1], year=d[2]))
