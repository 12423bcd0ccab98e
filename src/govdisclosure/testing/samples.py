"""A report in which no rule finds anything, to change one thing in and see which rule speaks."""

from collections.abc import Mapping

from govdisclosure.checks.check import check
from govdisclosure.editions import EDITIONS
from govdisclosure.model.report import Report, SignOff

__all__ = ["codes", "sample"]

_OVERVIEW = (
    "青山镇人民政府严格落实政府信息公开各项要求，全面推进基层政务公开工作。",
    "（一）主动公开情况。通过门户网站和公告栏发布信息，做好规范性文件管理和信息审查。",
    "（二）依申请公开情况。规范登记、审核、办理、答复各环节，依法答复公众申请。",
    "（三）监督保障情况。组织业务培训，将政务公开纳入年度考核，开展社会评议，未发生责任追究情形。",
)
_PROBLEMS = (
    "存在的主要问题：信息发布的时效性有待提高，业务能力还有不足。下一步将加强培训，完善工作机制，及时更新公开指南。"
)
_FIGURES: Mapping[str, Mapping[str, object]] = {
    "2021": {
        "proactive.table.rules.in_force": 3,
        "proactive.table.normative_documents.issued": 2,
        "proactive.table.normative_documents.in_force": 9,
        "applications.table.received.natural_person": 12,
        "applications.table.received.legal_service": 1,
        "applications.table.carried_in.natural_person": 1,
        "applications.table.granted.natural_person": 8,
        "applications.table.partly_granted.natural_person": 2,
        "applications.table.refused.enforcement_file.natural_person": 1,
        "applications.table.unable_to_provide.not_held.natural_person": 1,
        "applications.table.unable_to_provide.not_held.legal_service": 1,
        "applications.table.carried_over.natural_person": 1,
        "remedies.table.reconsideration.upheld": 2,
        "remedies.table.reconsideration.pending": 1,
    },
    "2019": {
        "proactive.table.rules.disclosed_total": 3,
        "applications.table.received.natural_person": 12,
        "applications.table.granted.natural_person": 12,
        "remedies.table.reconsideration.upheld": 2,
    },
}

_LAST_OF_2019 = 2020


def sample(year: int = 2024, changes: Mapping[str, object] | None = None) -> Report:
    """Return the clean report of an invented town, with ``changes`` at their paths.

    Example:
        >>> sample(changes={"applications.table.received.total": None}).at("applications.table.received.natural_person")
        12
    """
    report = Report.blank("青山镇人民政府", year)
    edition = EDITIONS["2021" if year > _LAST_OF_2019 else "2019"]
    tables = {f"{name}.table": kind.zeros() for name, kind in edition.tables.items()}
    report = report.replace(tables).replace(_FIGURES[edition.name])
    for name in edition.tables:
        report = report.replace({f"{name}.table": getattr(report, name).table.totalled()})
    report = report.replace(
        {
            "overview.blocks": _OVERVIEW,
            "problems.blocks": (_PROBLEMS,),
            "other_matters.blocks": ("本年度未收取信息处理费，无其他需要报告的事项。",),
            "sign_off": SignOff("青山镇人民政府", f"{year + 1}年1月15日"),
        }
    )
    return report.replace(changes) if changes else report


def codes(changes: Mapping[str, object], *, year: int = 2024, previous: Report | None = None) -> list[str]:
    """Return the codes of all findings, notes included, in the clean report with ``changes``.

    Example:
        >>> codes({})
        []
    """
    return [finding.code for finding in check(sample(year, changes), previous=previous)]
