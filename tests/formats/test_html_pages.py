"""Whole pages as sites publish them: the report is found, and nothing around it gets into it or is lost."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from turbohtml import parse as tree_of

from govdisclosure import ReadError, Report, reads
from govdisclosure.document import Document, Grid, Heading
from govdisclosure.formats.html import parse
from govdisclosure.testing import reports
from govdisclosure.testing.sources import html_source
from tests.formats._pages import AROUND, OTHER, REPORT, STYLES, page

TAG = re.compile("<[^<>]*>")
INSERTED = ("<div>", "</div>", "<p>", "</p>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<li>", "<b>", "<h2>",
            "<span hidden>", "<form>", "<select>", "<pre>", "<a href='x.pdf'>", "字。一、")  # fmt: skip

around = pytest.mark.parametrize("template", AROUND, ids=lambda path: path.stem)


def characters(text: str) -> Counter[str]:
    return Counter(char for char in text if not char.isspace() and char.isprintable())


def shown(source: str) -> Counter[str]:
    """What a page holds besides its scripts and styles."""
    tree = tree_of(source)
    for name in ("script", "style", "template"):
        for element in tree.select(name):
            element.clear()
    return characters(tree.text)


def held(document: Document) -> Counter[str]:
    texts = [remark.raw for remark in document.remarks]
    for block in document.blocks:
        if isinstance(block, Grid):
            texts += [cell.text for row in block.rows for cell in row]
        else:
            texts.append(getattr(block, "text", ""))
    return characters("".join(texts))


@around
@pytest.mark.parametrize("titled", [True, False], ids=["titled", "untitled"])
@pytest.mark.parametrize("style", STYLES)
def test_a_report_in_a_page_is_read_as_it_is(template: Path, style: str, titled: bool) -> None:
    source = page(template, style, titled=titled)
    assert reads(source.encode(), "html").report == REPORT


@around
def test_nothing_of_the_page_is_lost(template: Path) -> None:
    source = page(template)
    assert shown(source) - held(parse(source.encode())) == Counter()


@around
def test_a_page_in_gb18030_that_says_it_is_utf_8_is_read(template: Path) -> None:
    source = page(template).replace("gb2312", "utf-8")
    assert reads(source.encode("gb18030")).report == REPORT


def test_a_title_that_stands_only_in_the_page_is_a_heading_with_its_place() -> None:
    source = (
        "<html><head><title>青山镇2024年政府信息公开工作年度报告-绿水县人民政府</title></head><body><p>一、总体情况</p>"
    )
    document = parse(source.encode())
    first = document.blocks[0]
    assert isinstance(first, Heading)
    assert (first.level, first.text) == (1, "青山镇2024年政府信息公开工作年度报告")
    assert str(first.place) == "1:13 /html/head/title[1]"
    assert [(remark.code, remark.raw) for remark in document.remarks] == [
        ("page_furniture", "青山镇2024年政府信息公开工作年度报告-绿水县人民政府")
    ]


def test_the_name_of_a_site_is_no_title() -> None:
    document = parse(
        "<title>绿水县人民政府</title><h1>绿水县</h1><div id=zoom><p>一、总体情况</p><p>无。</p></div>".encode()
    )
    assert [getattr(block, "text", "") for block in document.blocks] == ["一、总体情况", "无。"]


@pytest.mark.parametrize("style", ["clean", "wps", "word", "cms_page"])
@settings(max_examples=25)
@given(report=reports())
def test_every_figure_comes_back_from_a_page(style: str, report: Report) -> None:
    try:
        found = reads(html_source(report, style=style), "html").report  # type: ignore[arg-type]  # one of its styles
    except ReadError:  # a report without a table may hold nothing that tells it from other pages
        assert {report.proactive.table, report.applications.table, report.remedies.table} == {None}
        return
    assert found.proactive.table == report.proactive.table
    assert found.applications.table == report.applications.table
    assert found.remedies.table == report.remedies.table


@st.composite
def broken_pages(draw: st.DrawFn) -> str:
    """A page with tags deleted, put in another's place or added, or cut off behind a tag."""
    source = draw(st.sampled_from([*map(page, AROUND), *(path.read_text("utf-8") for path in OTHER)]))
    for _ in range(draw(st.integers(1, 6))):
        tags = [found.span() for found in TAG.finditer(source)] or [(0, 0)]
        start, end = tags[draw(st.integers(0, len(tags) - 1))]
        new = draw(st.sampled_from(("", source[start:end] * 2, *INSERTED)))
        source = source[:start] + new + source[end:]
        if draw(st.integers(0, 9)) == 0:
            source = source[: start + len(new)] or "<p>"
    return source


@settings(max_examples=150)
@given(broken_pages())
def test_nothing_of_a_broken_page_is_lost(source: str) -> None:
    try:
        document = parse(source.encode())
    except ReadError:  # a page whose words went with a tag
        return
    assert shown(source) - held(document) == Counter()


KINDS = {"list": "list_page", "file": "links_to_file", "script": "script_only", "login": "login_page",
         "error": "error_page", "other": "other_report", "title": "only_a_title", "picture": "picture"}  # fmt: skip


@pytest.mark.parametrize("path", OTHER, ids=lambda path: path.stem)
def test_a_page_without_a_report_is_refused_by_what_it_is(path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        reads(path.read_bytes())
    assert caught.value.kind == KINDS[path.stem.partition("-")[0]]


def test_a_page_that_says_much_beside_its_scripts_is_not_refused() -> None:
    source = "<div id=app></div><script>x()</script><div id=zoom><p>一、总体情况</p><p>全年公开12条。</p></div>"
    assert [getattr(block, "text", "") for block in parse(source.encode()).blocks] == ["一、总体情况", "全年公开12条。"]
