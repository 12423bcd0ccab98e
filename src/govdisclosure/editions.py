"""The statutory editions of the form: their years, their tables, and the words that are printed for them.

A new edition is classes in ``model/`` and one entry in :data:`EDITIONS`; its grid, readers, schema and sums follow.
"""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from govdisclosure.model.applications import ApplicationsTable2019, ApplicationsTable2021
from govdisclosure.model.proactive import ProactiveTable2019, ProactiveTable2021
from govdisclosure.model.remedies import RemediesTable
from govdisclosure.model.sections import SECTION_HEADINGS, SECTION_NAMES, SectionName
from govdisclosure.model.statutory import EditionName, StatutoryTable

__all__ = [
    "CROSSWALK",
    "EDITIONS",
    "LABEL_VARIANTS",
    "SECTIONS",
    "TABLE_KINDS",
    "Edition",
    "SectionForm",
    "edition_due",
]


@frozen
class Edition:
    """One edition of the statutory form.

    Attributes:
        name: the year of the notice.
        document: the number of the notice that ordered it.
        first_year: the first report year for which it is due.
        last_year: the last one, or ``None`` while it is in force.
        tables: the class of the table in each section that has one.

    Example:
        >>> EDITIONS["2021"].document
        '国办公开办函〔2021〕30号'
    """

    name: EditionName
    document: str
    first_year: int
    last_year: int | None
    tables: Mapping[SectionName, type[StatutoryTable]]


EDITIONS: Final[dict[EditionName, Edition]] = {
    "2019": Edition(
        "2019",
        "国办公开办函〔2019〕60号",
        2019,
        2020,
        {"proactive": ProactiveTable2019, "applications": ApplicationsTable2019, "remedies": RemediesTable},
    ),
    "2021": Edition(
        "2021",
        "国办公开办函〔2021〕30号",
        2021,
        None,
        {"proactive": ProactiveTable2021, "applications": ApplicationsTable2021, "remedies": RemediesTable},
    ),
}
"""Every edition by name."""

TABLE_KINDS: Final[dict[SectionName, tuple[type[StatutoryTable], ...]]] = {
    name: tuple(dict.fromkeys(edition.tables[name] for edition in reversed(EDITIONS.values())))
    for name in ("proactive", "applications", "remedies")
}
"""The tables that may stand in a section, the newest edition first."""


def edition_due(year: int) -> Edition | None:
    """Return the edition that a report on ``year`` must use; ``None`` before the first one.

    Example:
        >>> edition_due(2020).name, edition_due(2025).name, edition_due(2015)
        ('2019', '2021', None)
    """
    for edition in EDITIONS.values():
        if edition.first_year <= year <= (edition.last_year or year):
            return edition
    return None


@frozen
class SectionForm:
    """A statutory section: its name in the model, its number and title, and titles printed for it in practice.

    Example:
        >>> SECTIONS["problems"].number, SECTIONS["problems"].title
        ('五、', '存在的主要问题及改进情况')
    """

    name: SectionName
    number: str
    title: str
    variants: tuple[str, ...]


_VARIANTS: Final[dict[SectionName, tuple[str, ...]]] = {
    "overview": ("概述", "基本情况", "工作基本情况", "工作总体情况", "总体概述"),
    "proactive": ("行政机关主动公开政府信息情况", "主动公开情况", "主动公开政府信息的情况", "政府信息主动公开情况"),
    "applications": (
        "行政机关收到和处理政府信息公开申请情况",
        "收到和处理依申请公开情况",
        "收到和处理依申请公开政府信息情况",
        "收到和处理政府信息公开申请的情况",
    ),
    "remedies": (
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "政府信息公开行政复议和行政诉讼情况",
        "因政府信息公开工作被申请行政复议提起行政诉讼情况",
        "行政复议、行政诉讼情况",
    ),
    "problems": (
        "政府信息公开工作存在的主要问题及改进情况",
        "存在问题及改进情况",
        "存在的主要问题和改进情况",
        "存在的问题及改进情况",
        "存在的主要问题及改进措施",
    ),
    "other_matters": ("其他需要报告事项", "需要报告的其他事项", "其它需要报告的事项"),
}

SECTIONS: Final[dict[SectionName, SectionForm]] = {
    name: SectionForm(name, *SECTION_HEADINGS[name], _VARIANTS[name]) for name in SECTION_NAMES
}
"""The six statutory sections in their fixed order; both editions print the same titles."""

LABEL_VARIANTS: Final[dict[str, tuple[str, ...]]] = {
    "normative_documents": ("规范性文件", "行政规范性文件"),
    "other_services": ("其他对外管理服务",),
    "partly_granted": ("（二）部分公开",),
    "otherwise": ("（六）其他", "（六）其他处理"),
    "otherwise.not_corrected_in_time": ("1.逾期不补正", "1.申请人无正当理由逾期不补正"),
    "otherwise.fee_unpaid": ("2.逾期不缴费", "2.申请人逾期未按收费通知要求缴纳费用"),
    "refused.state_secret": ("1.国家秘密",),
    "handled_total": ("（七）合计",),
}
"""Labels printed in practice for a row, by its path within the table, besides the one that the form prints."""

CROSSWALK: Final[tuple[tuple[str, str], ...]] = (
    ("licensing.decisions", "licensing.decisions"),
    ("penalties.decisions", "penalties.decisions"),
    ("compulsory_measures.decisions", "compulsory_measures.decisions"),
    ("rules.created", "rules.issued"),
    ("normative_documents.created", "normative_documents.issued"),
)
"""The cells of table 二 that mean the same in 2019 (left) and 2021 (right); the last two compare with care.

Everything else has no counterpart and compares as not available, never as 0.
"""
