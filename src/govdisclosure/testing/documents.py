"""Neutral documents: what a format writes and reads, whether or not it is a report."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from govdisclosure.document import MAX_LEVEL, Block, Cell, Document, Grid, Heading, Image, Link, Text
from govdisclosure.testing._draws import short
from govdisclosure.testing.free_tables import free_tables
from govdisclosure.testing.hostile import hostile_lines, hostile_paragraphs
from govdisclosure.testing.parts import attachments, pictures
from govdisclosure.testing.prose import headings, paragraphs

__all__ = ["documents", "grids"]


def grids(*, hostile: bool = False) -> SearchStrategy[Grid]:
    """Return grids: rectangles of cells with spans.

    Example:
        >>> from hypothesis import find
        >>> find(grids(), lambda grid: True).rows[0][0].text
        '渠道'
    """
    return free_tables(hostile=hostile).map(
        lambda table: Grid(tuple(tuple(Cell(c.text, c.rowspan, c.colspan) for c in row) for row in table.rows))
    )


def documents(*, hostile: bool = False) -> SearchStrategy[Document]:
    """Return documents of headings, texts, grids, images and links in any order.

    Example:
        >>> from hypothesis import find
        >>> find(documents(), lambda document: len(document.blocks) == 1).blocks
        (Heading(level=1, text='主动公开情况', place=None),)
    """
    text = st.one_of(paragraphs(), hostile_paragraphs()) if hostile else paragraphs()
    title = st.one_of(headings(), hostile_lines()) if hostile else headings()
    block: SearchStrategy[Block] = st.one_of(
        st.builds(Heading, st.integers(1, MAX_LEVEL), title),
        st.builds(Text, text),
        grids(hostile=hostile),
        pictures(hostile=hostile).map(lambda picture: Image(picture.reference, picture.caption)),
        attachments(hostile=hostile)
        .filter(bool)
        .map(lambda found: Link(found[0].reference or "fujian.docx", found[0].title)),
    )
    return short(st.lists(block, max_size=6)).map(lambda found: Document(tuple(found)))
