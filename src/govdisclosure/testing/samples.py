"""A report in which no rule finds anything, to change one thing in and see which rule speaks."""

from collections.abc import Mapping

from govdisclosure.checks.check import check
from govdisclosure.editions import EDITIONS
from govdisclosure.model.report import Report, SignOff

__all__ = ["codes", "sample"]

# Two wordings and two sets of figures, for even and for odd years: no year repeats the one before.
_OVERVIEW = (
    (
        "青山镇人民政府严格落实政府信息公开各项要求，全面推进基层政务公开工作。",
        "（一）主动公开情况。通过门户网站和公告栏发布信息，做好规范性文件管理和信息审查。",
        "（二）依申请公开情况。规范登记、审核、办理、答复各环节，依法答复公众申请。",
        "（三）监督保障情况。组织业务培训，将政务公开纳入年度考核，开展社会评议，未发生责任追究情形。",
    ),
    (
        "青山镇人民政府坚持以公开为常态、不公开为例外，把政务公开融入日常管理。",
        "（一）主动公开方面。围绕群众关心的事项更新公开目录，健全规范性文件审查制度。",
        "（二）依申请公开方面。畅通申请渠道，加强与申请人沟通，按时作出答复。",
        "（三）平台与监督方面。维护好网站专栏，完成年度考核，接受社会评议，全年没有责任追究事项。",
    ),
)
_PROBLEMS = (
    "存在的主要问题：信息发布的时效性有待提高，业务能力还有不足。下一步将加强培训，完善工作机制，及时更新公开指南。",
    "工作中的短板主要是政策解读形式单一。今后将丰富图解、问答等解读方式，改进栏目设置，方便群众查阅。",
)
_FIGURES: Mapping[str, tuple[Mapping[str, object], Mapping[str, object]]] = {
    "2021": (
        {
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
        {
            "proactive.table.normative_documents.issued": 1,
            "proactive.table.normative_documents.repealed": 3,
            "proactive.table.normative_documents.in_force": 7,
            "applications.table.received.natural_person": 20,
            "applications.table.carried_in.natural_person": 1,
            "applications.table.granted.natural_person": 15,
            "applications.table.partly_granted.natural_person": 3,
            "applications.table.refused.enforcement_file.natural_person": 2,
            "applications.table.carried_over.natural_person": 1,
            "remedies.table.reconsideration.upheld": 1,
        },
    ),
    "2019": (
        {
            "proactive.table.normative_documents.disclosed_total": 4,
            "applications.table.received.natural_person": 9,
            "applications.table.granted.natural_person": 9,
            "remedies.table.reconsideration.upheld": 1,
        },
        {
            "proactive.table.normative_documents.disclosed_total": 3,
            "applications.table.received.natural_person": 12,
            "applications.table.granted.natural_person": 12,
            "remedies.table.reconsideration.upheld": 2,
        },
    ),
}

_LAST_OF_2019 = 2020


def sample(year: int = 2024, changes: Mapping[str, object] | None = None) -> Report:
    """Return the clean report of an invented town, with ``changes`` at their paths.

    Example:
        >>> sample(changes={"applications.table.received.total": None}).at("applications.table.received.natural_person")
        12
    """
    report = Report.blank("青山镇人民政府", year).replace({"title": f"青山镇人民政府{year}年政府信息公开工作年度报告"})
    edition = EDITIONS["2021" if year > _LAST_OF_2019 else "2019"]
    tables = {f"{name}.table": kind.zeros() for name, kind in edition.tables.items()}
    parity = year % 2
    report = report.replace(tables).replace(_FIGURES[edition.name][parity])
    for name in edition.tables:
        report = report.replace({f"{name}.table": getattr(report, name).table.totalled()})
    report = report.replace(
        {
            "overview.blocks": _OVERVIEW[parity],
            "problems.blocks": (_PROBLEMS[parity],),
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
