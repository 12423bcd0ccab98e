"""The escaping of Markdown, proved by a parser that is not ours: GitHub's own."""

from collections.abc import Callable
from html.parser import HTMLParser
from importlib import import_module

import pytest
from hypothesis import example, given, settings

from govdisclosure.document import Block, Cell, Document, Grid, Heading, Image, Link, Text
from govdisclosure.formats import markdown
from tests.formats._documents import grids, lines
from tests.formats._statutory import APPLICATIONS

EXAMPLES = settings(max_examples=500)
# Imported by name because it has no types.
UNSAFE: int = import_module("cmarkgfm.cmark").Options.CMARK_OPT_UNSAFE
github: Callable[[str, int, list[str]], str] = import_module("cmarkgfm").markdown_to_html_with_extensions
EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist"]


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.cells: list[tuple[str, str | None, str | None]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("td", "th"):
            self.cells.append(("", dict(attrs).get("rowspan"), dict(attrs).get("colspan")))
        if tag != "a":  # GitHub makes links of addresses; their text stays
            self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.cells:
            text, *spans = self.cells[-1]
            self.cells[-1] = (text + data, spans[0], spans[1])


def _shown(*blocks: Block) -> _Page:
    written = markdown.render(Document(blocks)).decode()
    return _Page(github(written, UNSAFE, EXTENSIONS))


@EXAMPLES
@given(text=lines())
def test_github_shows_a_paragraph_as_it_is(text: str) -> None:
    page = _shown(Text(text))
    assert (page.text, page.tags) == (f"{text}\n", ["p"])


@EXAMPLES
@given(text=lines())
def test_github_shows_a_heading_as_it_is(text: str) -> None:
    page = _shown(Heading(3, text))
    assert (page.text, page.tags) == (f"{text}\n", ["h3"])


@EXAMPLES
@given(text=lines())
@example(text="^")
def test_github_shows_a_link_and_the_caption_of_a_picture_as_they_are(text: str) -> None:
    assert _shown(Link("1.docx", text)).text == f"{text}\n"
    assert _shown(Image("1.png", text)).tags == ["p", "img"]


@EXAMPLES
@given(grid=grids())
def test_github_shows_each_cell_with_its_text_and_spans(grid: Grid) -> None:
    def spans(span: int) -> str | None:
        return str(span) if span > 1 else None

    expected = [(cell.text, spans(cell.rowspan), spans(cell.colspan)) for row in grid.rows for cell in row]
    # Between two cells GitHub's writer and ours break the line: no text of a cell.
    assert [(text.rstrip("\n"), rows, columns) for text, rows, columns in _shown(grid).cells] == expected


def test_github_shows_a_statutory_table_with_its_spans() -> None:
    cells = _shown(APPLICATIONS).cells
    assert (cells[0][1:], cells[1]) == (("3", "3"), ("申请人情况\n", None, "7"))


@pytest.mark.parametrize(
    "text",
    [
        "2024年，1.主动公开政府信息12条；2.受理申请3件（占63%～68%）。",
        "（一）主动公开情况。详见《条例》第二十条第（一）项。",
        "1.属于国家秘密",
        "全年 * 为必填，下划线_一处，[2021]05号，A&B，a_b_c，#号，+3，~1%，3<5",
        "https://example.gov.cn/a_b?c=d&e=f",
    ],
)
def test_ordinary_prose_shows_no_escape(text: str) -> None:
    assert markdown.render(Document((Text(text),))).decode() == f"{text}\n"


def test_edge_spaces_are_written_as_references() -> None:
    assert markdown.render(Document((Text("\u3000甲\xa0"),))).decode() == "&#x3000;甲&#xA0;\n"


def test_a_cell_of_a_table_without_spans_is_plain() -> None:
    grid = Grid((tuple(map(Cell, ("规章", "件数"))), tuple(map(Cell, ("许可", "-")))))
    assert markdown.render(Document((grid,))).decode() == "| 规章 | 件数 |\n| --- | ---: |\n| 许可 | - |\n"
