"""Tables in the layouts in which text copies print them: each figure in its cell, or blank with a note."""

from collections.abc import Callable, Iterator
from itertools import count

import pytest

from govdisclosure import (
    ApplicationsTable2019,
    ApplicationsTable2021,
    Path,
    ProactiveTable2019,
    ProactiveTable2021,
    Reading,
    RemediesTable,
    reads,
)
from govdisclosure.grid import layout, table_texts
from govdisclosure.model.cells import print_cell
from govdisclosure.model.statutory import StatutoryTable

HEADINGS = {"proactive": "二、主动公开政府信息情况", "applications": "三、收到和处理政府信息公开申请情况",
            "remedies": "四、政府信息公开行政复议、行政诉讼情况"}  # fmt: skip
KINDS = (ProactiveTable2019, ProactiveTable2021, ApplicationsTable2019, ApplicationsTable2021, RemediesTable)


def numbered(kind: type[StatutoryTable]) -> StatutoryTable:
    """A table with another figure in every cell, so that a misplaced one shows."""
    numbers = count(11)
    paths = [slot.path for row in layout(kind) for slot in row.slots if slot.path is not None]
    zeros = kind.zeros()
    values = {path: next(numbers) for path in paths if not str(path).endswith("amount")}
    return zeros.replace(values)


def printed_rows(table: StatutoryTable) -> Iterator[list[str]]:
    for row in table_texts(table):
        yield [slot.text for slot in row]


def a_cell_a_line(table: StatutoryTable) -> str:
    return "\n\n".join(text for row in printed_rows(table) for text in row)


def bars(table: StatutoryTable) -> str:
    return "\n".join(" | ".join(row) + " |" for row in printed_rows(table))


def padded_bars(table: StatutoryTable) -> str:
    """Spanned cells as empty bars at the end of the row."""
    lines: list[str] = []
    for slots in table_texts(table):
        pads = sum(slot.colspan for slot in slots) - len(slots)
        lines.append(" | ".join(slot.text for slot in slots) + " |" + "|" * pads)
    return "\n".join(lines)


def cells_and_bars_apart(table: StatutoryTable) -> str:
    return "\n|\n".join(text for row in printed_rows(table) for text in row)


def tabs(table: StatutoryTable) -> str:
    return "\n".join("\t".join(row) + "\t" for row in printed_rows(table))


def columns_of_spaces(table: StatutoryTable) -> str:
    return "\n".join("    ".join(row) for row in printed_rows(table))


def pipes(table: StatutoryTable) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in printed_rows(table))


LAYOUTS: list[tuple[Callable[[StatutoryTable], str], str]] = [
    (a_cell_a_line, "text"),
    (bars, "text"),
    (padded_bars, "text"),
    (cells_and_bars_apart, "text"),
    (tabs, "text"),
    (columns_of_spaces, "text"),
    (pipes, "markdown"),
]


def reading_of(kind: type[StatutoryTable], printed: str, format: str) -> Reading:
    heading = HEADINGS[kind.section] if format == "text" else f"## {HEADINGS[kind.section]}\n"
    return reads(f"{heading}\n{printed}\n", format)  # type: ignore[arg-type]  # one of the two above


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("print_out", "format"), LAYOUTS)
def test_a_whole_table_is_read_in_every_layout(
    kind: type[StatutoryTable], print_out: Callable[[StatutoryTable], str], format: str
) -> None:
    table = numbered(kind)
    reading = reading_of(kind, print_out(table), format)
    assert getattr(reading.report, kind.section).table == table


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("print_out", "format"), LAYOUTS)
def test_a_table_that_lost_a_figure_moves_no_other(
    kind: type[StatutoryTable], print_out: Callable[[StatutoryTable], str], format: str
) -> None:
    table = numbered(kind)
    reading = reading_of(kind, print_out(table).replace("17", "", 1), format)
    found = getattr(reading.report, kind.section).table
    given = {str(cell.path): cell.text for cell in table.cells()}
    read = {str(cell.path): cell.text for cell in found.cells()} if found else {}
    assert {path: text for path, text in read.items() if text not in {"", given[path]}} == {}
    noted = [note.path for note in reading.notes]
    blank = (
        [Path((kind.section, "table", *cell.path.parts)) for cell in found.cells() if cell.kind == "blank"]
        if found
        else []
    )
    assert [str(path) for path in blank if not any(path.starts_with(row) for row in noted if len(row.parts) > 2)] == []


@pytest.mark.parametrize("mark", ["/", "—", "－", "无", "见附件"])
def test_marks_and_words_stay_what_they_are(mark: str) -> None:
    printed = bars(RemediesTable.zeros()).replace("0", mark, 1)
    table = reading_of(RemediesTable, printed, "text").report.remedies.expect(RemediesTable)
    assert print_cell(table.reconsideration.upheld) == mark


@pytest.mark.parametrize(("printed", "value"), [("３", 3), ("1,234", 1234), ("3件", 3), ("007", 7)])
def test_a_figure_printed_otherwise_is_read_and_noted(printed: str, value: int) -> None:
    text = bars(RemediesTable.zeros()).replace("0", printed, 1)
    reading = reading_of(RemediesTable, text, "text")
    assert reading.report.remedies.expect(RemediesTable).reconsideration.upheld == value
    assert [(note.raw, str(note.path)) for note in reading.notes if note.code == "figure_normalised"] == [
        (printed, "remedies.table.reconsideration.upheld")
    ]


def test_a_row_that_the_form_lacks_is_kept_as_an_extra_row() -> None:
    rows = ["信息内容\t本年制发件数\t本年废止件数\t现行有效件数", "规章\t0\t0\t0", "其他主动公开文件\t1\t2\t3",
            "行政规范性文件\t4\t5\t6"]  # fmt: skip
    reading = reading_of(ProactiveTable2021, "\n".join(rows), "text")
    table = reading.report.proactive.expect(ProactiveTable2021)
    assert [(row.after, row.cells) for row in table.extra_rows] == [("rules", ("其他主动公开文件", "1", "2", "3"))]
    assert (table.normative_documents.issued, table.normative_documents.in_force) == (4, 6)


def test_a_row_said_twice_with_other_figures_stays_blank() -> None:
    rows = ["信息内容\t本年处理决定数量", "行政许可\t3", "行政许可\t4"]
    reading = reading_of(ProactiveTable2021, "\n".join(rows), "text")
    assert reading.report.proactive.expect(ProactiveTable2021).licensing.decisions is None
    assert [note.raw for note in reading.notes if note.code == "row_uncertain"] == ["行政许可 | 3", "行政许可 | 4"]


def test_figures_run_together_are_never_taken_apart() -> None:
    reading = reading_of(ProactiveTable2021, "信息内容本年制发件数本年废止件数现行有效件数\n规章000\n", "text")
    assert [cell for cell in reading.report.cells() if cell.kind != "blank"] == []


def test_the_edition_is_told_by_labels_never_by_the_year() -> None:
    text = "青山镇2023年政府信息公开工作年度报告\n" + HEADINGS["proactive"] + "\n" + bars(ProactiveTable2019.zeros())
    assert type(reads(text, "text").report.proactive.table) is ProactiveTable2019


def test_tables_of_two_editions_stand_in_one_report() -> None:
    parts = [HEADINGS["proactive"], bars(ProactiveTable2021.zeros()), HEADINGS["applications"],
             bars(ApplicationsTable2019.zeros())]  # fmt: skip
    report = reads("\n".join(parts), "text").report
    assert (type(report.proactive.table), type(report.applications.table)) == (
        ProactiveTable2021,
        ApplicationsTable2019,
    )
