"""Cells as a list: their order, their labels, their kinds."""

import pytest

from govdisclosure import (
    ExtraRow,
    FreeTable,
    FurtherSection,
    Money,
    Printed,
    ProactiveTable2021,
    RemediesTable,
    Report,
    Section,
    Subsection,
    TableSection,
)
from govdisclosure.model.proactive import FeeAmount, IssuanceCounts


def test_a_cell_carries_its_labels_unit_and_edition() -> None:
    table = ProactiveTable2021(fees=FeeAmount(Money("0.04")))
    cell = list(table.cells())[-1]
    assert str(cell.path) == "fees.amount"
    assert cell.label == "第二十条第（八）项 行政事业性收费 本年收费金额（单位：万元）"
    assert (cell.value, cell.kind, cell.text) == (Money("0.04"), "figure", "0.04")
    assert (cell.unit, cell.edition) == ("万元", "2021")


def test_labels_lead_from_the_outermost_heading_to_the_column() -> None:
    labels = {str(cell.path): cell.label for cell in Report.blank("青山镇人民政府", 2024).cells()}
    path = "applications.table.refused.state_secret.commercial"
    assert labels[path] == "三、本年度办理结果 （三）不予公开 1.属于国家秘密 法人或其他组织 商业企业"
    assert labels["remedies.table.direct_litigation.total"] == "行政诉讼 未经复议直接起诉 总计"


@pytest.mark.parametrize(
    ("value", "kind", "text", "number"),
    [(3, "figure", "3", 3), (0, "zero", "0", 0), (None, "blank", "", None), (Printed("/"), "mark", "/", None)],
)
def test_a_row_for_a_data_frame_keeps_what_is_printed(
    value: int | Printed | None, kind: str, text: str, number: int | None
) -> None:
    row = ProactiveTable2021(rules=IssuanceCounts(value)).to_rows()[0]
    assert (row.path, row.kind, row.text, row.value) == ("rules.issued", kind, text, number)


def test_money_keeps_its_text_in_a_row_for_a_data_frame() -> None:
    row = ProactiveTable2021(fees=FeeAmount(Money("25.10", "万元"))).to_rows()[-1]
    assert (row.text, row.value, row.unit) == ("25.10万元", None, "万元")


def test_cells_of_free_tables_and_extra_rows_stand_in_reading_order() -> None:
    table = FreeTable([["渠道", "3"]])
    extra = ExtraRow("fees", ("其他", "/"))
    report = Report(
        issuer=None,
        year=None,
        preamble=[table],
        overview=Section(blocks=["一。", table], subsections=[Subsection("甲", [table])]),
        proactive=TableSection(
            table=ProactiveTable2021(extra_rows=(extra,)),
            blocks=[table],
            subsections=[Subsection("甲", [table]), Subsection("乙", [table])],
            subsections_before_table=1,
            blocks_after=[table],
        ),
        further_sections=[FurtherSection("其他工作", [table], after="overview")],
    )
    paths = [str(cell.path) for cell in report.cells()]
    assert [path for path in paths if path.endswith("[0].text") or "rows[0].cells" in path] == [
        "preamble.blocks[0].rows[0][0].text",
        "overview.blocks[1].rows[0][0].text",
        "overview.subsections[0].blocks[0].rows[0][0].text",
        "further_sections[0].blocks[0].rows[0][0].text",
        "proactive.blocks[0].rows[0][0].text",
        "proactive.subsections[0].blocks[0].rows[0][0].text",
        "proactive.table.extra_rows[0].cells[0]",
        "proactive.table.extra_rows[0].cells[1]",
        "proactive.blocks_after[0].rows[0][0].text",
        "proactive.subsections[1].blocks[0].rows[0][0].text",
    ]
    kinds = {str(cell.path): cell.kind for cell in report.cells()}
    assert kinds["overview.blocks[1].rows[0][1].text"] == "figure"
    assert kinds["proactive.table.extra_rows[0].cells[1]"] == "mark"


def test_every_path_of_a_cell_leads_back_to_it() -> None:
    report = Report(issuer=None, year=None, remedies=RemediesTable.zeros(), overview=[FreeTable([["渠道", ""]])])
    for cell in report.cells():
        assert (report.at(cell.path) or None) == (cell.value or None)
