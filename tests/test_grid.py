"""The printed grids: as the statutory form prescribes them, cell by cell."""

import pytest

from govdisclosure import (
    ApplicationsTable2019,
    ApplicationsTable2021,
    ExtraRow,
    ProactiveTable2019,
    ProactiveTable2021,
    RemediesTable,
    Report,
)
from govdisclosure.grid import layout, read_texts, table_texts, to_html
from govdisclosure.model.statutory import StatutoryTable

KINDS = (ProactiveTable2019, ProactiveTable2021, ApplicationsTable2019, ApplicationsTable2021, RemediesTable)
kinds = pytest.mark.parametrize("kind", KINDS)


@pytest.mark.parametrize(
    ("kind", "rows", "columns", "figures"),
    [
        (ProactiveTable2021, 14, 4, 10),
        (ProactiveTable2019, 18, 5, 22),
        (ApplicationsTable2021, 28, 10, 175),
        (ApplicationsTable2019, 26, 10, 161),
        (RemediesTable, 4, 15, 15),
    ],
)
def test_a_form_has_its_rows_columns_and_figures(
    kind: type[StatutoryTable], rows: int, columns: int, figures: int
) -> None:
    form = layout(kind)
    assert len(form) == rows
    assert sum(slot.colspan for slot in form[0].slots) == columns
    assert sum(slot.path is not None for row in form for slot in row.slots) == figures


@kinds
def test_every_grid_fills_its_rectangle(kind: type[StatutoryTable]) -> None:
    form = layout(kind)
    area = sum(slot.rowspan * slot.colspan for row in form for slot in row.slots)
    assert area == len(form) * sum(slot.colspan for slot in form[0].slots)


@pytest.mark.parametrize(
    ("kind", "row", "texts"),
    [
        (ProactiveTable2021, 12, ["信息内容", "本年收费金额（单位：万元）"]),
        (ProactiveTable2019, 1, ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"]),
        (ApplicationsTable2021, 1, ["自然人", "法人或其他组织", "总计"]),
        (ApplicationsTable2021, 2, ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]),
        (RemediesTable, 1, ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "复议后起诉"]),
    ],
)
def test_the_headings_stand_as_the_form_prints_them(kind: type[StatutoryTable], row: int, texts: list[str]) -> None:
    assert [slot.text for slot in layout(kind)[row].slots] == texts


def test_the_results_of_the_year_span_their_rows() -> None:
    spans = {slot.text: slot.rowspan for row in layout(ApplicationsTable2021) for slot in row.slots}
    assert [spans[text] for text in ("三、本年度办理结果", "（三）不予公开", "（六）其他处理")] == [22, 8, 3]


@pytest.mark.parametrize(("row", "spans"), [(2, [1, 1, 2, 1]), (6, [1, 1, 2, 1]), (14, [1, 2, 2]), (17, [1, 2, 2])])
def test_the_2019_form_splits_head_and_figures_alike(row: int, spans: list[int]) -> None:
    assert [slot.colspan for slot in layout(ProactiveTable2019)[row].slots] == spans


@kinds
def test_a_printed_grid_is_read_back(kind: type[StatutoryTable]) -> None:
    texts = [[slot.text for slot in row] for row in table_texts(kind.zeros())]
    found = read_texts(kind, texts)
    assert found is not None
    figures, extra = found
    assert {texts[row][column] for where in figures.values() for row, column in where} == {"0"}
    assert extra == []


@kinds
def test_a_grid_with_one_other_label_is_no_form(kind: type[StatutoryTable]) -> None:
    texts = [[slot.text for slot in row] for row in table_texts(kind.zeros())]
    texts[0][0] = "别的"
    assert read_texts(kind, texts) is None


def test_an_extra_row_stretches_the_cells_beside_it() -> None:
    extra = ExtraRow("refused.state_secret", ("1-1.其中", "0"))
    rows = table_texts(ApplicationsTable2021(extra_rows=(extra,)))
    spans = {slot.text: slot.rowspan for row in rows for slot in row}
    assert (spans["三、本年度办理结果"], spans["（三）不予公开"], spans["（四）无法提供"]) == (23, 9, 3)


def test_html_escapes_what_is_printed() -> None:
    report = Report(issuer="青山镇人民政府", year=2024, title="<青山镇>&年报", remedies=RemediesTable.zeros())
    assert to_html(report).startswith("<h3>&lt;青山镇&gt;&amp;年报</h3>\n<table>")
