"""Hard layouts: what they print, what they promise, and whether a comparison sees what a reader gets wrong."""

from collections.abc import Iterable
from random import Random
from typing import Final

import pytest
from hypothesis import find, given

from govdisclosure import ApplicationsTable2021, ExtraRow, Note, ProactiveTable2021, Reading, RemediesTable, Report
from govdisclosure.compose import compose
from govdisclosure.document import Document, Grid
from govdisclosure.model.proactive import IssuanceCounts
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.paths import Path
from govdisclosure.testing import applications_tables, tables
from govdisclosure.testing._layout_sheet import gathered, sheet_of, spread
from govdisclosure.testing.layouts import (
    FILLINGS,
    LAYOUTS,
    HardCopy,
    are_compatible,
    compare,
    filled_report,
    hard_copy,
    hard_layouts,
)

UNCHANGED: Final = {"as_in_the_form", "in_one_grid"}
NEEDS_LINES: Final = {"page_breaks", "page_breaks_in_labels"}


def chance(seed: int) -> Random:
    """The same choices in every run."""
    return Random(seed)  # noqa: S311  # no secret hangs on a layout


REPORT: Final = filled_report("2021", "different", chance(0))
MIXED: Final = filled_report("2019", "mixed", chance(0))

layouts = pytest.mark.parametrize("layout", LAYOUTS)
RULES: Final = IssuanceCounts(issued=1, repealed=2, in_force=3)
NORMATIVE_DOCUMENTS: Final = IssuanceCounts(issued=4, repealed=5, in_force=6)
FIRST: Final = Path.parse("remedies.table.reconsideration.upheld")
SECOND: Final = Path.parse("remedies.table.reconsideration.corrected")


def copy_of(report: Report, *names: str, seed: int = 0) -> HardCopy:
    return hard_copy(report, [*names, *(["tabs"] if NEEDS_LINES & {*names} else [])], chance(seed))


def grid_of(copy: HardCopy, position: int) -> list[list[str]]:
    assert isinstance(copy.source, Document)
    grids = [block for block in copy.source.blocks if isinstance(block, Grid)]
    return [[cell.text for cell in row] for row in grids[position].rows]


def texts_of(copy: HardCopy) -> Iterable[str]:
    document = copy.document()
    for block in document.blocks:
        if isinstance(block, Grid):
            yield from (cell.text for row in block.rows for cell in row)
        else:
            yield getattr(block, "text", "")


def remedies(layout: str, seed: int = 0) -> list[list[str]]:
    """Table 四 with the figures 1 to 15, printed in a layout."""
    numbers = iter(range(1, 16))
    table = RemediesTable().replace({cell.path: next(numbers) for cell in RemediesTable().cells()})
    return grid_of(
        copy_of(Report.blank("青山镇人民政府", 2024).replace({"remedies.table": table}), layout, seed=seed), 2
    )


@given(tables())
def test_cells_laid_out_and_gathered_again_are_the_same(table: StatutoryTable) -> None:
    rows = sheet_of(table).rows
    assert gathered(*spread(rows)) == rows


def test_without_a_layout_a_report_is_printed_as_it_is_composed() -> None:
    copy = copy_of(REPORT)
    assert copy.source == compose(REPORT)
    assert copy.guarantee == "exact"
    assert sorted(copy.expected.values()) == sorted(cell.text for cell in REPORT.cells())


@layouts
def test_every_layout_changes_what_is_printed(layout: str) -> None:
    plain = copy_of(REPORT, "tabs") if layout in NEEDS_LINES else copy_of(REPORT)
    changed = any(
        copy_of(report, layout, seed=seed).source != copy_of(report, *plain.layouts).source
        for report in (REPORT, MIXED)
        for seed in range(8)
    )
    assert changed == (layout not in UNCHANGED)


@layouts
def test_what_is_expected_is_printed(layout: str) -> None:
    for seed in range(4):
        copy = copy_of(REPORT, layout, seed=seed)
        digits = "".join("\n".join(texts_of(copy)).replace(",", "").replace("，", "").split())
        wide = str.maketrans("０１２３４５６７８９", "0123456789")
        missing = {path for path, text in copy.expected.items() if "".join(text.split()) not in digits.translate(wide)}
        assert missing <= copy.doubtful  # their digits stand in two cells


@layouts
def test_the_same_choices_print_the_same(layout: str) -> None:
    assert copy_of(REPORT, layout, seed=5) == copy_of(REPORT, layout, seed=5)


@given(hard_layouts())
def test_layouts_drawn_go_together(copy: HardCopy) -> None:
    assert are_compatible(copy.layouts)
    is_exact = all(LAYOUTS[name].guarantee == "exact" for name in copy.layouts)
    assert copy.guarantee == "safe" or is_exact


@given(hard_layouts(guarantee="exact"))
def test_exact_copies_are_of_exact_layouts(copy: HardCopy) -> None:
    assert {LAYOUTS[name].guarantee for name in copy.layouts} <= {"exact"}


def test_a_table_filled_with_different_figures_has_none_twice() -> None:
    texts = [cell.text for cell in REPORT.cells()]
    assert len(set(texts)) == len(texts) == 200


@pytest.mark.parametrize("filling", FILLINGS)
def test_every_filling_is_a_report(filling: str) -> None:
    report = filled_report("2019", filling, chance(1))  # type: ignore[arg-type]  # one of FILLINGS
    kinds = {cell.kind for cell in report.cells()}
    assert kinds == {"different": {"figure"}, "zeros": {"zero"}, "blank": {"blank"}}.get(filling, kinds)


def test_swapped_columns_keep_their_figures_under_their_heads() -> None:
    rows = remedies("columns_swapped", seed=3)
    heads, figures = [*rows[1][:5], *rows[2]], rows[3]
    by_head = dict(zip((f"{n // 5}{head}" for n, head in enumerate(heads)), figures, strict=True))
    labels = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    assert by_head == {f"{n // 5}{labels[n % 5]}": str(n + 1) for n in range(15)}
    assert figures != [str(n) for n in range(1, 16)]


def test_spans_lost_leave_short_rows() -> None:
    assert [len(row) for row in remedies("spans_lost")] == [2, 7, 10, 15]


def test_blanks_for_spans_fill_the_rows_of_heads() -> None:
    rows = remedies("blanks_for_spans")
    assert [len(row) for row in rows] == [15] * 4
    assert rows[0] == ["行政复议", *[""] * 4, "行政诉讼", *[""] * 9]
    assert rows[2][:6] == ["", "", "", "", "", "结果维持"]


def test_repeated_labels_stand_at_every_position_and_figures_at_one() -> None:
    report = Report.blank("青山镇人民政府", 2024).replace({"proactive.table.licensing.decisions": 7})
    rows = grid_of(copy_of(report, "labels_repeated"), 0)
    assert rows[0] == ["第二十条第（一）项"] * 4
    assert rows[6] == ["行政许可", "7", "", ""]
    assert grid_of(copy_of(report, "everything_repeated"), 0)[6] == ["行政许可", "7", "7", "7"]


def test_a_missing_column_is_missing_in_heads_and_figures_and_is_expected_nowhere() -> None:
    copy = copy_of(REPORT, "column_missing")
    lost = {path for path, text in copy.expected.items() if not text}
    applications = {path.parts[-1] for path in lost if path.parts[0] == "applications"}
    assert len(applications) == 1
    assert len({path for path in lost if path.parts[0] == "applications"}) == 25
    assert len({path for path in lost if path.parts[0] == "remedies"}) == 1


def test_a_shifted_row_has_one_cell_more() -> None:
    assert remedies("row_shifted")[3] == ["", *map(str, range(1, 16))]


def test_a_missing_figure_moves_those_after_it() -> None:
    rows = remedies("figure_missing")
    assert len(rows[3]) == 14
    assert rows[3] == sorted(rows[3], key=int)


def test_a_figure_in_two_cells_is_doubtful() -> None:
    copy = copy_of(REPORT, "figure_in_two_cells")
    assert len(copy.doubtful) == 3
    for path in copy.doubtful:
        assert len(copy.expected[path]) > 1


def test_glued_rows_have_both_texts_on_lines_of_their_own() -> None:
    values = {"proactive.table.rules": RULES, "proactive.table.normative_documents": NORMATIVE_DOCUMENTS}
    report = Report.blank("青山镇人民政府", 2024).replace(values)
    found = [grid_of(copy_of(report, "rows_glued", seed=seed), 0)[2] for seed in range(9)]
    assert ["规章\n行政规范性文件", "1\n4", "2\n5", "3\n6"] in found


def test_groups_one_below_another_have_their_own_names_heads_and_figures() -> None:
    assert remedies("groups_one_below_another") == [
        ["行政复议"],
        ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"],
        ["1", "2", "3", "4", "5"],
        ["行政诉讼"],
        ["未经复议直接起诉"],
        ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"],
        ["6", "7", "8", "9", "10"],
        ["行政诉讼"],
        ["复议后起诉"],
        ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"],
        ["11", "12", "13", "14", "15"],
    ]


def test_the_left_label_stands_on_every_row_or_on_none() -> None:
    label = "三、本年度办理结果"
    printed = [text for text in texts_of(copy_of(REPORT, "left_label_on_every_row")) if text == label]
    assert len(printed) == 22
    assert label not in texts_of(copy_of(REPORT, "left_label_missing"))


def test_wrapped_labels_stand_around_their_figures() -> None:
    report = Report.blank("青山镇人民政府", 2024).replace({"applications.table": ApplicationsTable2021.zeros()})
    lines = str(hard_copy(report, ["wrapped_labels"], chance(5))).split("\n")
    at = lines.index("（二）部分公开（区分处理的，")
    assert lines[at : at + 3] == ["（二）部分公开（区分处理的，", "0 0 0 0 0 0 0", "只计这一情形，不计其他情形）"]


def test_lines_of_text_are_blocks_of_a_document() -> None:
    report = Report.blank("青山镇人民政府", 2024).replace({"proactive.table": ProactiveTable2021.zeros()})
    lines = str(copy_of(report, "bars")).split("\n")
    assert "规章 | 0 | 0 | 0 |" in lines
    assert "规章 0 0 0" in str(copy_of(report, "a_row_a_line")).split("\n")
    assert "规章000" in str(copy_of(report, "run_together")).split("\n")
    assert "| 规章 | 0 | 0 | 0 |" in str(copy_of(report, "markdown_table")).split("\n")


def test_layouts_are_applied_from_cells_to_page_whatever_the_order_of_their_names() -> None:
    assert copy_of(REPORT, "menus", "tabs", "labels_spaced").layouts == ("labels_spaced", "tabs", "menus")


def test_a_layout_of_another_name_is_refused() -> None:
    with pytest.raises(KeyError):
        copy_of(REPORT, "no_such_layout")


@pytest.mark.parametrize(
    "names",
    [
        ("row_shifted", "column_missing"),
        ("figure_in_two_cells", "a_cell_a_line"),
        ("tabs", "pipes"),
        ("tabs", "cut_through"),
        ("heads_lost", "section_headings_lost"),
    ],
)
def test_layouts_that_leave_nobody_able_to_tell_do_not_go_together(names: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="do not go together"):
        copy_of(REPORT, *names)


def test_a_reading_of_everything_is_exact() -> None:
    outcome = compare(copy_of(REPORT), Reading(REPORT))
    assert (len(outcome.right), outcome.is_safe, outcome.is_exact) == (200, True, True)


def test_another_figure_is_wrong() -> None:
    outcome = compare(copy_of(REPORT), Reading(REPORT.replace({FIRST: 99999})))
    assert [(str(path), read) for path, read, _ in outcome.wrong] == [(str(FIRST), "99999")]
    assert not outcome.is_safe


def test_two_figures_that_changed_places_are_wrong() -> None:
    values = {FIRST: REPORT.at(SECOND), SECOND: REPORT.at(FIRST)}
    assert len(compare(copy_of(REPORT), Reading(REPORT.replace(values))).wrong) == 2


def test_a_figure_that_the_print_has_lost_is_wrong() -> None:
    copy = copy_of(REPORT, "row_missing")
    lost = {path for path, text in copy.expected.items() if not text}
    assert {path for path, _, _ in compare(copy, Reading(REPORT)).wrong} == lost
    assert len(lost) > 15


def test_a_blank_cell_without_a_note_is_silent() -> None:
    outcome = compare(copy_of(REPORT), Reading(REPORT.replace({FIRST: None})))
    assert (outcome.silent, outcome.noted, outcome.wrong) == ((FIRST,), (), ())
    assert not outcome.is_safe


@pytest.mark.parametrize("path", [FIRST, FIRST.parent, Path.parse("remedies.table"), Path.parse("remedies")])
def test_a_blank_cell_with_a_note_on_it_or_on_what_it_stands_in_is_safe_and_not_exact(path: Path) -> None:
    outcome = compare(copy_of(REPORT), Reading(REPORT.replace({FIRST: None}), (Note("cells_blank", path),)))
    assert (outcome.noted, outcome.is_safe, outcome.is_exact) == ((FIRST,), True, False)


@pytest.mark.parametrize("path", [Path(), SECOND, Path.parse("applications.table")])
def test_a_note_on_anything_else_tells_nothing_of_a_blank_cell(path: Path) -> None:
    outcome = compare(copy_of(REPORT), Reading(REPORT.replace({FIRST: None}), (Note("cells_blank", path),)))
    assert outcome.silent == (FIRST,)


def test_a_table_that_was_not_read_is_silent_where_it_is_printed() -> None:
    outcome = compare(copy_of(REPORT), Reading(REPORT.replace({"remedies.table": None})))
    assert len(outcome.silent) == 15


def test_a_doubtful_figure_needs_a_note() -> None:
    copy = copy_of(REPORT, "figure_in_two_cells")
    assert {path for path, _, _ in compare(copy, Reading(REPORT)).wrong} == copy.doubtful
    notes = tuple(Note("figure_normalised", path) for path in copy.doubtful)
    assert compare(copy, Reading(REPORT, notes)).wrong == ()


@pytest.mark.parametrize(("text", "wrong"), [("99999", ["99999"]), ("政府信息", [])])
def test_an_extra_row_holds_only_what_is_printed(text: str, wrong: list[str]) -> None:
    report = REPORT.replace({"proactive.table.extra_rows": (ExtraRow("rules", ("规章", text)),)})
    assert [read for _, read, _ in compare(copy_of(REPORT), Reading(report)).wrong] == wrong


@given(applications_tables("2021"))
def test_any_table_is_printed(table: StatutoryTable) -> None:
    report = Report.blank("青山镇人民政府", 2024).replace({"applications.table": table})
    assert copy_of(report, "columns_swapped", "labels_broken", "rows_swapped").expected


def test_a_found_copy_is_made_small() -> None:
    copy = find(hard_layouts(), lambda copy: "columns_swapped" in copy.layouts)
    assert copy.layouts == ("columns_swapped",)
