r"""Plain text that reads well in a terminal and reads back as the same document.

One line is one block, save for tables. What a line is, is told by how it begins:

=========================  ============================================================================
two ideographic spaces     a paragraph; spaces around it are layout
``一、`` at the margin     a heading of level 2; ``（一）`` of level 3, ``1.`` of level 4, ``（1）`` of level 5:
                           a numbered line that is short and no sentence
``§§`` (one to six)        and a space: a heading of as many levels, its text verbatim to the end of the line
``¶``                      and a space: a paragraph verbatim, spaces at its edges included, whatever it looks like
``[text](reference)``      a link to another file, alone on its line; ``![caption](reference)`` is a picture.
                           ``\`` stands before a ``\``, a ``]`` in the text and a ``)`` in the reference
``@key: value``            a property; only in the first lines of the file
``┌``                      a table, down to the line that begins with ``└``
=========================  ============================================================================

The title, a heading of level 1, stands in the middle of 80 columns on the first line, before a blank one. Blank lines
mean nothing else. The marks ``§`` and ``¶`` are written only where the plain line would be read as something else, so
an ordinary report shows none.

A table is drawn with ``│─┌┬┐├┼┤└┴┘``. Rule lines hold no text: an arm down is a boundary between cells of the next
row, and where spaces stand in place of a rule the cell above goes on. The text of a cell may take several lines; they
are joined with nothing between them. In the text of a cell ``\`` stands before a box character, a ``\``, and a space
at an edge of the line. ``╌`` in the first rule is a boundary between columns that no row shows.

What is read besides: headings marked with ``#`` as in Markdown; consecutive lines with tabs as a table; any other
line, wherever it begins, as a text of its own. A drawing that is not as above is read line by line.
"""

from govdisclosure.document import Document

__all__ = ["parse", "render"]


def parse(data: bytes) -> Document:
    """Read plain text.

    Raises:
        ReadError: the bytes are no text (``"encoding"``).

    Example:
        >>> parse("一、总体情况".encode()).blocks[0].level
        2
    """
    from govdisclosure.formats._text_read import read

    return read(data)


def render(document: Document) -> bytes:
    """Write ``document`` as plain text in UTF-8.

    Example:
        >>> from govdisclosure.document import Cell, Grid
        >>> print(render(Document((Grid(((Cell("规章"), Cell("3")),)),))).decode())
        ┌──────┬────┐
        │ 规章 │ 3  │
        └──────┴────┘
        <BLANKLINE>
    """
    from govdisclosure.formats._text_write import written

    return written(document).encode()
