"""The reference pages say what the labels, the catalogs and the docstrings say."""

import runpy
from typing import Final

import pytest

from govdisclosure import ApplicationsTable2019, ApplicationsTable2021, ProactiveTable2021, RemediesTable
from govdisclosure.messages import LOCALES
from govdisclosure.model.statutory import StatutoryTable
from tests.source import ROOT

reference: Final = runpy.run_path(str(ROOT.parents[1] / "docs/_ext/reference.py"))


def section(page: str, caption: str) -> list[str]:
    """Return the lines of a page's table below a heading, its head left out."""
    body = page.split(f"## {caption}\n")[1].partition("\n## ")[0]
    return [line for line in body.splitlines() if line.startswith("|")][2:]


def test_a_row_shows_path_label_law_and_meaning_in_both_languages() -> None:
    lines = section(reference["table_page"](ApplicationsTable2021), "Rows · 行")
    assert lines[4] == "| `refused` | 三、本年度办理结果 （三）不予公开<br>refused |  |  |"
    assert lines[5].split(" | ") == [
        "| `refused.state_secret`",
        "1.属于国家秘密<br>state secret",
        "第十四条",
        "依法确定为国家秘密<br>classified as a state secret |",
    ]


@pytest.mark.parametrize(
    ("table", "rows", "cells"),
    [
        (ApplicationsTable2021, 29, 175),
        (ApplicationsTable2019, 26, 161),
        (ProactiveTable2021, 6, 10),
        (RemediesTable, 3, 15),
    ],
)
def test_a_page_lists_every_row_and_every_cell(table: type[StatutoryTable], rows: int, cells: int) -> None:
    page = reference["table_page"](table)
    assert (len(section(page, "Rows · 行")), len(section(page, "Cells · 单元格"))) == (rows, cells)


def test_a_cell_shows_its_unit() -> None:
    page = reference["table_page"](ProactiveTable2021)
    assert section(page, "Cells · 单元格")[-1] == (
        "| `fees.amount` | 第二十条第（八）项 行政事业性收费 本年收费金额（单位：万元） | 万元 |"
    )


def test_a_column_shows_the_class_of_its_row_and_its_english_name() -> None:
    lines = section(reference["table_page"](ApplicationsTable2021), "Columns · 列")
    assert len(lines) == 7
    assert lines[2] == "| `ApplicantCounts` | `research` | 法人或其他组织 科研机构<br>research institution | 件 |"


def test_a_column_that_is_blank_in_every_row_is_left_out() -> None:
    assert reference["table_of"](("a", "b"), [("1", ""), ("2", "")]) == "| a |\n| --- |\n| 1 |\n| 2 |\n"


def test_a_table_of_two_editions_names_both_orders() -> None:
    assert "国办公开办函〔2019〕60号、国办公开办函〔2021〕30号" in reference["table_page"](RemediesTable)


def test_every_statutory_table_has_a_page() -> None:
    names = [table.__name__ for table in reference["statutory_tables"](reference["public_modules"]())]
    assert names == [
        "ApplicationsTable2019",
        "ApplicationsTable2021",
        "ProactiveTable2019",
        "ProactiveTable2021",
        "RemediesTable",
    ]


def test_the_page_of_messages_shows_each_sentence_beside_its_twin() -> None:
    chinese = {"note.no_year": "未能确定年度。", "error.empty": "{source} 是空的。", "kind.blank": "空白"}
    english = {"note.no_year": "No year.", "error.empty": "{source!r} is empty.", "kind.blank": "blank"}
    page = reference["messages_page"](chinese, english)
    assert section(page, "Notes · 注记") == ["| `no_year` | 未能确定年度。 | No year. |"]
    assert section(page, "Errors · 错误") == ["| `empty` | {source} 是空的。 | {source} is empty. |"]


@pytest.mark.parametrize("kind", ["note", "error", "fault"])
def test_the_page_of_messages_shows_every_code_once(kind: str) -> None:
    chinese, english = (reference["catalog"](locale) for locale in LOCALES)
    page = reference["messages_page"](chinese, english)
    lines = section(page, {"note": "Notes · 注记", "error": "Errors · 错误", "fault": "Faults · 缺陷"}[kind])
    shown = [line.split("`")[1] for line in lines]
    assert shown == sorted(code.removeprefix(f"{kind}.") for code in english if code.startswith(f"{kind}."))


def test_braces_and_bars_of_a_sentence_stay_as_readers_see_them() -> None:
    assert (
        reference["shown"]('Write {{"amount": "25.10"}}, not {value!r}.') == 'Write {"amount": "25.10"}, not {value}.'
    )
    assert reference["table_of"](("a",), [(reference["escaped"]("x | *y* <b>"),)]).endswith(
        "| x \\| \\*y\\* \\<b\\> |\n"
    )


def test_a_signature_names_no_default_that_only_attrs_can_name() -> None:
    given = "(title: str, number: str | None = attr_dict['number'].default, year: int = NOTHING, x: int = 3)"
    shown, _ = reference["shorten_defaults"](None, "class", "x", None, None, given, None)
    assert shown == "(title: str, number: str | None = ..., year: int = ..., x: int = 3)"


def test_a_module_inside_a_package_with_names_has_no_page_of_its_own() -> None:
    modules = list(reference["public_modules"]())
    assert "govdisclosure.testing" in modules
    assert not [name for name in modules if name.startswith("govdisclosure.testing.")]
