"""Word files (``.docx``, ``.docm``), of Word, WPS and others.

The text is read as Word shows it with all changes accepted and hidden text hidden:

- a paragraph with a heading's style or outline level is a heading. A line that only looks like one, by its font or
  its number, is a text;
- the numbers that Word puts before paragraphs are written into the text, each with a remark;
- tables keep their spans. A table of one cell, or of one column with tables in it, is only a frame; a table in a
  cell of a real table follows that table;
- boxes of text follow the paragraph at which they hang; pictures are named by their part.

Everything else becomes a remark: heads, feet, page numbers, notes, comments, deleted and hidden text, bullets, the
table of contents, the targets of links, embedded objects.

lxml is used directly, the library under python-docx. That one refuses ``.docm`` and the strict edition of the format,
fails where a relation leads nowhere (WPS leaves such), and unpacks every picture before the first word is read.
"""

from govdisclosure.document import Document

__all__ = ["parse"]


def parse(data: bytes) -> Document:
    """Read a Word file.

    Raises:
        ReadError: the file is broken (``"broken_file"``) or protected by a password (``"encrypted"``).
        LimitError: it is larger, deeper or more inflated than is read.

    Example:
        >>> parse(b"PK")
        Traceback (most recent call last):
        govdisclosure.errors.ReadError: ...
    """
    from govdisclosure.errors import LimitError
    from govdisclosure.formats._docx_read import read

    try:
        return read(data)
    except RecursionError as cause:
        raise LimitError("nested_too_deep", source="data") from cause
