"""Laws 1b and 3: a document that the library composes comes back equal from each format, and writing is stable."""

from types import ModuleType

import pytest
from hypothesis import example, given, settings
from tests.formats._documents import documents
from tests.formats._statutory import APPLICATIONS, PROACTIVE, REMEDIES

from govdisclosure.document import Cell, Document, Grid, Heading, Image, Link, Text
from govdisclosure.formats import markdown, text

FORMATS = pytest.mark.parametrize("form", [markdown, text], ids=["markdown", "text"])
EXAMPLES = settings(max_examples=500)


@FORMATS
@EXAMPLES
@given(document=documents())
@example(document=Document((Text("甲\\\u3000"),)))
@example(document=Document((Link("<?", "<?"), Image("a b)", "]["))))
@example(document=Document((Heading(1, "\ufeff年报"), Heading(2, "说明 #"), Text("@year: 2021"))))
@example(document=Document((Text("---"), Text("year: 2021"), Text("---"))))
@example(document=Document((Grid(((Cell("甲", 2),), ())), Grid(((Cell("乙", 1, 2),),)))))
@example(document=Document((Grid(((Cell("---"), Cell("│ ")), (Cell("---"), Cell("--:")))),)))
def test_a_format_returns_the_same_document(form: ModuleType, document: Document) -> None:
    assert form.parse(form.render(document)) == document


@FORMATS
@EXAMPLES
@given(document=documents())
def test_writing_what_was_read_gives_the_same_bytes(form: ModuleType, document: Document) -> None:
    written = form.render(document)
    assert form.render(form.parse(written)) == written


@FORMATS
@given(document=documents())
def test_reading_what_was_written_leaves_no_remark(form: ModuleType, document: Document) -> None:
    assert form.parse(form.render(document)).remarks == ()


@FORMATS
@given(document=documents())
def test_a_paragraph_that_is_one_whatever_it_looks_like_stays_so(form: ModuleType, document: Document) -> None:
    read = form.parse(form.render(document))
    for written, block in zip(document.blocks, read.blocks, strict=True):
        if isinstance(written, Text) and isinstance(block, Text):
            # Plain text has one mark for such a paragraph and for spaces at an edge.
            is_marked = form is text and written.text != written.text.strip()
            assert block.literal == (written.literal or is_marked)


@FORMATS
@pytest.mark.parametrize("grid", [PROACTIVE, APPLICATIONS, REMEDIES], ids=["proactive", "applications", "remedies"])
def test_a_statutory_table_comes_back_with_its_spans(form: ModuleType, grid: Grid) -> None:
    document = Document((Heading(2, "二、主动公开政府信息情况"), grid))
    assert form.parse(form.render(document)) == document
