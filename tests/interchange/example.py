"""A report that has something in every place, written by hand."""

from datetime import date
from typing import Final

from govdisclosure import (
    ApplicantCounts,
    ApplicationsTable2021,
    Attachment,
    ExtraRow,
    FreeTable,
    FurtherSection,
    Money,
    Picture,
    Printed,
    RemediesTable,
    RemedyOutcomes,
    Report,
    Section,
    SignOff,
    Subsection,
    TableCell,
    TableSection,
)
from govdisclosure.model.applications import Refused
from govdisclosure.model.proactive import DisclosureCounts, FeeItems, ItemCounts, ProactiveTable2019, Procurement

__all__ = ["EXAMPLE"]

EXAMPLE: Final = Report(
    issuer="青山镇人民政府",
    year=2021,
    title="青山镇人民政府2021年政府信息公开工作年度报告",
    preamble="本报告依据《中华人民共和国政府信息公开条例》编制。",
    overview=Section(
        blocks=["全年主动公开政府信息125条。"],
        subsections=[
            Subsection("主动公开", "通过网站公开98条。", subsections=[Subsection("网站", "首页改版。", number="①")]),
            Subsection("依申请公开", ["办理3件。"], number=""),
        ],
    ),
    proactive=TableSection(
        table=ProactiveTable2019(
            rules=DisclosureCounts(0, 0, 0),
            licensing=ItemCounts(8, -2, 93),
            fees=FeeItems(2, Printed("持平")),
            procurement=Procurement(1, Money("25.10", "万元")),
            extra_rows=(ExtraRow("normative_documents", ("其他主动公开文件", "186", "", "255")),),
        ),
        blocks="表中数据截至年底。",
        blocks_after=["注：采购金额为中标价。"],
    ),
    applications=ApplicationsTable2021(
        received=ApplicantCounts(3, 0, 0, 0, 0, 0, 3),
        granted=ApplicantCounts(natural_person=3, total=3),
        refused=Refused(state_secret=ApplicantCounts(total=Printed("/"))),
    ),
    remedies=RemediesTable(reconsideration=RemedyOutcomes(upheld=1, total=1)),
    problems=Section(blocks="队伍力量不足。", title="存在的问题及改进情况", number="五."),
    other_matters=Section(
        blocks=[
            "无其他需要报告的事项。",
            FreeTable([[TableCell("渠道", rowspan=2), "条数"], ["125"]]),
            Picture("images/liucheng.png", "依申请公开流程图"),
        ]
    ),
    further_sections=(FurtherSection("附则", "本报告由办公室负责解释。", after="remedies"),),
    sign_off=SignOff("青山镇人民政府", date(2022, 1, 20)),
    attachments=(Attachment("2021年统计表", "tongjibiao.xlsx"), Attachment("名词解释")),
)
