"""Markdown: CommonMark with the tables of GitHub.

What is written:

- headings with ``#`` to ``######``; a paragraph on one line; a blank line between blocks;
- a table without spans as a pipe table, one with spans as an HTML ``<table>`` with one ``<tr>`` a line, which GitHub
  shows with its spans;
- a picture as ``![caption](reference)`` and a link to an attachment as ``[text](reference)``, alone in a paragraph;
- properties, where there are any, as front matter: ``key: value`` lines between two ``---``.

A paragraph that looks like something else, such as a heading, and is none ends with the comment ``<!--¶-->``, which
nobody sees in the rendered page. Characters are escaped only where a parser would take them for mark-up; spaces at an
edge are written ``&#x3000;``.

What is read besides: other people's Markdown. Each line of a paragraph is a text of its own; emphasis and code give
their words; numbered items keep their printed number; lines of cells between bars are a table even where GitHub's
grammar refuses them; raw HTML gives its tables and its text. What becomes no block stands in the remarks.
"""

from govdisclosure.document import Document

__all__ = ["parse", "render"]


def parse(data: bytes) -> Document:
    """Read Markdown.

    Raises:
        ReadError: the bytes are no text (``"encoding"``).

    Example:
        >>> parse("| 规章 | 3 |".encode()).blocks[0].rows[0][1].text
        '3'
    """
    from govdisclosure.formats._markdown_read import read

    return read(data)


def render(document: Document) -> bytes:
    """Write ``document`` as Markdown in UTF-8.

    Example:
        >>> from govdisclosure.document import Cell, Grid
        >>> print(render(Document((Grid(((Cell("规章"), Cell("3")),)),))).decode())
        | 规章 | 3 |
        | --- | --- |
        <BLANKLINE>
    """
    from govdisclosure.formats._markdown_write import written

    return written(document).encode()
