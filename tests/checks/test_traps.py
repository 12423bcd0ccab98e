"""What looks wrong and is not: the traps of each rule stay silent."""

from typing import Final

import pytest

from govdisclosure import (
    ApplicationsTable2021,
    Money,
    Printed,
    ProactiveTable2021,
    Section,
    SignOff,
    Subsection,
    TableSection,
)
from govdisclosure.checks.check import check
from govdisclosure.model.sections import FurtherSection
from govdisclosure.testing.samples import sample

Changes = dict[str, object]

OVERVIEW: Final = "overview.blocks"
PREAMBLE: Final = "preamble.blocks"
OTHERS: Final = "other_matters.blocks"
REQUESTS: Final = "overview.blocks[2]"
TABLE: Final = "applications.table"
BALANCED: Final = ("received", "carried_in", "handled_total", "carried_over")
OUTCOMES: Final = ("upheld", "corrected", "other", "pending", "total")
OTHER: Final = "remedies.table.reconsideration.other"


def said(*texts: str) -> Changes:
    return {PREAMBLE: texts}


def asked(text: str) -> Changes:
    return {REQUESTS: f"（二）依申请公开情况。{text}"}


TRAPS: Final[tuple[tuple[str, Changes], ...]] = (
    # arithmetic
    ("ARI001", {f"{TABLE}.{row}.commercial": None for row in BALANCED}),
    ("ARI002", {f"{TABLE}.granted.commercial": Printed("—")}),
    ("ARI004", {f"remedies.table.direct_litigation.{name}": None for name in OUTCOMES}),
    # tables
    ("TAB008", {OTHER: Printed("—")}),
    ("TAB009", {OTHER: Printed("3.0")}),
    ("TAB010", {OTHER: Printed("—5")}),
    ("TAB011", {"proactive.table.fees.amount": Money("316441")}),
    ("TAB012", {"issuer": "江北省人民政府", "proactive.table.rules.in_force": 6}),
    ("TAB012", {"issuer": None, "proactive.table.rules.in_force": 6}),
    # structure
    ("STR003", {"overview.title": "总体 情况"}),
    ("STR004", {"problems": Section.absent()}),
    ("STR004", {OVERVIEW: ("1.公开慢。", "2.公开少。", "1.加强培训。", "2.完善机制。")}),
    ("STR006", said("一是公开机构职能，这一点十分重要。")),
    ("STR006", said("一是公开；二是培训。再有三项：一是慢；二是少；三是浅。")),
    ("STR007", said("严守“三安全一稳定”底线：一是公开；二是培训。")),
    ("STR007", said("做到“四个结合”：一是甲；二是乙；三是丙；四是丁。通过这“四个结合”，成效明显。")),
    ("STR008", {OTHERS: ("无。",)}),
    ("STR009", {"problems.blocks": ("问题是慢，将改进。",)}),
    ("STR011", {OTHERS: ("收费情况：无。",)}),
    ("STR011", {OTHERS: ("依据有关办法，没有产生信息处理费。",)}),
    ("STR012", {"issuer": "绿水县人民政府办公室", f"{OVERVIEW}[3]": "（三）监督保障。维护平台，组织培训。"}),
    ("STR015", said("两数相乘记作a×b。")),
    ("STR015", said("联系电话138****1234。")),
    # wording
    ("TXT002", {f"{OVERVIEW}[0]": "2023年，我镇修订了公开指南，至今沿用。"}),
    ("TXT002", {f"{OVERVIEW}[0]": "2025年，我镇将继续推进政务公开。"}),
    ("TXT002", said("公开2023年度部门决算，按《青山镇2021—2025年规划》（青政发〔2021〕5号）办理。")),
    ("TXT003", {"sign_off": SignOff("青山镇", "2025年1月15日")}),
    ("TXT004", said("一、工作职责", "负责公开和答复工作，按时更新指南。")),
    ("TXT005", said("会议于9:30开始，网址见http://example.gov/a,b。")),
    ("TXT006", said("落实《甲》（一）、《乙》。")),
    ("TXT007", said("他说：“公开是常态。", "不公开是例外。”")),
    ("TXT007", said("措施：1）公开；2）培训；a)更新。")),
    ("TXT008", said("依法……公开——答复。")),
    ("TXT009", said("来稿于2025-01-15 16:24发布，电话0571－8888 1234、0571 8888 1235，手机138 0000 1234。")),
    ("TXT010", said("自2008年国务院令第492号施行以来，2007年条例经修订。")),
    ("TXT010", said("依据国办公开办函〔2019〕60号和国办公开办函〔2021〕30号编制。")),
    ("TXT011", said("按照《政府信息公开条例》编制。")),
    ("TXT012", said("第三方在15个工作日内答复意见。")),
    ("TXT013", said("（2021）青01行初1号判决。")),
    ("TXT014", said("申请截止日期为12月31日，报名已截止。")),
    ("TXT015", said("活动于1月1-3日举行。")),
    ("TXT016", said("要求：①公开机构。职能也公开。②答复申请。③培训人员；")),
    ("TXT017", said("原绿水县国土资源局的档案已移交。")),
    ("TXT017", said("由绿水县自然资源和规划局答复。")),
    ("TXT019", said("制定行政规范性文件，社会公益组织参与。")),
    # prose against tables
    ("REF001", asked("全市共收到政府信息公开申请1200件。")),
    ("REF001", said("全文包括主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分。")),
    ("REF001", asked("2023年收到政府信息公开申请25件。")),
    ("REF001", {"issuer": "绿水县人民政府", **asked("县公安局收到政府信息公开申请5件。")}),
    ("REF001", {"issuer": "绿水县人民政府", **asked("县政府办公室收到政府信息公开申请5件。")}),
    ("TXT002", {f"{OVERVIEW}[0]": "2023年，我镇共公开200条，2024年又公开了300条。"}),
    ("STR008", {"further_sections": (FurtherSection("联系方式"),)}),
    ("REF001", asked("收到群众留言、信访件85件。")),
    ("REF001", asked("收到政府信息公开申请13件，其中网上申请9件、信函4件。")),
    ("REF001", asked("受理政府信息公开申请14件。")),
    ("REF002", asked("办理人大代表建议、政协提案35件。")),
    ("REF004", asked("主动公开政府信息126条。")),
    ("REF004", asked("收到申请13件，予以公开及部分公开10件。")),
    ("REF005", {f"{OVERVIEW}[3]": "（三）监督。全年办理行政复议案件35件，考核、评议、追责均已开展。"}),
    ("REF006", {f"{OVERVIEW}[1]": "（一）主动公开。全年主动公开规范性文件9件，印发政府文件35件。"}),
    ("REF007", asked("按时办结率100%。")),
    ("REF007", asked("收到申请13件，予以公开8件，占61.5%。")),
    ("REF009", asked("全年未收到企业提出的政府信息公开申请。")),
    ("REF009", asked("一季度未收到政府信息公开申请。")),
    ("REF009", asked("未因政府信息公开被纠正。")),
    ("REF011", {f"{OVERVIEW}[1]": "（一）主动公开。发布信息20条，其中职能12条，指南5条。"}),
    # dates
    ("DAT001", {"sign_off": SignOff("青山镇人民政府", "2024年12月31日")}),
    ("DAT001", {"year": None, "title": None, "sign_off": SignOff("青山镇人民政府", "2024年11月1日")}),
    ("DAT002", {"issuer": "绿水县人民政府", "sign_off": SignOff("绿水县人民政府", "2025年3月20日")}),
    ("DAT003", said("2024年2月29日公布，1月1-3日培训。")),
    ("DAT004", said("统计期限自2024年1月1日起至12月31日止。")),
    ("DAT004", said("本局于2024年3月1日成立，统计期限自2024年3月1日起至12月31日止。")),
    ("DAT007", said("青政发〔2024〕5号已公布。")),
    # privacy
    ("PRI001", said("统一社会信用代码91110105194912310X。")),
    ("PRI002", said("编号1380000123456。")),
    ("PRI004", said("申请人方便获取，申请人张某某不服。")),
)  # fmt: skip


@pytest.mark.parametrize(("code", "changes"), TRAPS, ids=[f"{code}-{n}" for n, (code, _) in enumerate(TRAPS)])
def test_a_trap_is_silent(code: str, changes: Changes) -> None:
    findings = check(sample(2024, changes), previous=None, select=[code])
    assert findings.crashes == ()
    assert [one.message("zh_Hans") for one in findings] == []


def test_equal_figures_are_not_swapped() -> None:
    assert "ARI006" not in {one.code for one in check(sample(2024), previous=sample(2023))}


def test_tables_of_zeros_are_honestly_alike() -> None:
    zeros = {"proactive.table": ProactiveTable2021.zeros(), "applications.table": ApplicationsTable2021.zeros()}
    findings = check(sample(2024).replace(zeros), previous=sample(2023).replace(zeros))
    assert "YOY003" not in {one.code for one in findings}


def test_another_bodys_report_is_told_and_nothing_is_compared() -> None:
    other = sample(2023, {"issuer": "绿水县教育局"})
    findings = check(sample(2024), previous=other)
    assert [(one.code, one.variant) for one in findings] == [("YOY001", "other_issuer")]


def test_a_report_of_another_year_is_told_too() -> None:
    findings = check(sample(2024), previous=sample(2021))
    assert [(one.code, one.variant) for one in findings] == [("YOY001", "other_year")]


def test_two_wrong_words_of_one_paragraph_are_two_findings_and_one_is_named_each() -> None:
    findings = check(sample(2024, said("全年XX件，另有YY件和XX次。")), select=["STR015"])
    assert [one.actual for one in findings] == ["XX", "XX"]


def test_unused_parts_of_a_report_do_no_harm() -> None:
    report = sample(2024).replace(
        {
            "further_sections": (FurtherSection("附则", "本报告由办公室负责解释。"),),
            "overview.subsections": (Subsection("（四）其他", "无。", number=None),),
            "remedies": TableSection(table=sample(2024).remedies.table, blocks=("该部分以表格形式报告。",)),
        }
    )
    assert check(report).crashes == ()
