"""The report that is measured: as townships publish them, with invented names and figures."""

from random import Random
from typing import TypeVar

from govdisclosure import (
    ApplicationsTable2021,
    Money,
    Printed,
    ProactiveTable2021,
    RemediesTable,
    Report,
    Section,
    SignOff,
    Subsection,
)
from govdisclosure.model.label import labelled
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.model.sums import leaf_rows
from govdisclosure.paths import Path

__all__ = ["report", "reports"]

TableT = TypeVar("TableT", bound=StatutoryTable)

ISSUER = "青山镇人民政府"
PARTS = ("主动公开情况", "依申请公开情况", "政府信息管理情况", "平台建设情况", "监督保障情况")
PREAMBLE = (
    "本报告依据《中华人民共和国政府信息公开条例》（以下简称《条例》）第四十九条、第五十条和有关通知的要求编制，"
    "所列数据的统计期限自2024年1月1日起至2024年12月31日止。公众如有疑问，可在工作日与镇党政综合办公室联系。"
)
PARAGRAPHS = (
    (
        "全年主动公开政府信息{}条，其中通过门户网站公开{}条，通过政务新媒体公开{}条，办理依申请公开{}件，均在法定期限内答复；"
        "围绕群众关切加强政策解读，完善公开目录，规范公开流程，定期开展自查，及时更新栏目内容，确保信息准确。"
    ),
    (
        "一是健全工作制度，修订公开指南{}处，明确专人负责；二是突出重点领域，公开惠民资金、工程项目、乡村建设等信息{}条；"
        "三是强化业务培训，全年组织学习{}次，参训{}人次，工作人员的政策水平和业务能力有所提高。"
    ),
    (
        "严格执行《政府信息公开申请登记簿》制度，做到收件有登记、办理有时限、答复有依据。全年接待来访{}人次，接听咨询电话{}次，"
        "征集意见{}条，采纳{}条，没有因政府信息公开引起的投诉。"
    ),
    (
        "坚持“先审查、后公开”，发布前由拟稿、核稿、签发三级把关，全年审核信息{}条，退回修改{}条，纠正错敏词{}处，"
        "更新失效链接{}个，未发生失泄密情况；对涉及个人隐私的内容一律作必要的遮盖处理。"
    ),
)


def reports(count: int) -> list[Report]:
    """Return as many reports, each with other figures, the same on every run."""
    return [report(Random(seed)) for seed in range(count)]  # noqa: S311


def report(random: Random) -> Report:
    """A report with 30 paragraphs, five subsections and the three tables, most of their cells zero."""

    def paragraphs(count: int) -> list[str]:
        return [
            PARAGRAPHS[number % len(PARAGRAPHS)].format(*(random.randint(1, 999) for _ in range(4)))
            for number in range(count)
        ]

    return Report(
        issuer=ISSUER,
        year=2024,
        preamble=PREAMBLE,
        overview=Section(blocks=paragraphs(1), subsections=[Subsection(title, paragraphs(3)) for title in PARTS]),
        proactive=ProactiveTable2021.zeros().replace(
            {
                "normative_documents.in_force": random.randint(1, 40),
                "penalties.decisions": random.randint(1, 400),
                "fees.amount": Money(f"{random.randint(0, 999)}.{random.randint(10, 99)}"),
            }
        ),
        applications=_filled(ApplicationsTable2021.zeros(), random).totalled(),
        remedies=RemediesTable.zeros(),
        problems=paragraphs(7),
        other_matters=paragraphs(6),
        sign_off=SignOff(ISSUER, "2025-01-20"),
    )


def _filled(table: TableT, random: Random) -> TableT:
    """Put figures into six rows of the table, leave one cell blank, print a mark into another."""
    values: dict[Path, object] = {}
    for path, _, row in random.sample(list(leaf_rows(table)), 6):
        for name, _ in labelled(type(row))[:2]:
            values[path / name] = random.randint(1, 400)
    blank, mark = random.sample([cell.path for cell in table.cells() if cell.value == 0 and cell.path not in values], 2)
    return table.replace({**values, blank: None, mark: Printed("/")})
