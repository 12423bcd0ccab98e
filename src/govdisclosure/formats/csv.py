r"""Tables of separated values: ``.csv`` and ``.tsv``.

The separator (comma, tab or semicolon) is told by the rows; quotation marks may enclose separators and line breaks.

A row of one field is a line of text and consecutive rows of several are a table, its rows as long as they are
written. Where every row has as many fields, as programs save a sheet, a row with one text is a line of text as in a
sheet (:mod:`govdisclosure.formats._sheet_blocks`). A place has the line on which the row begins, and the number of
the field as its column.
"""

from govdisclosure.document import Document

__all__ = ["parse"]


def parse(data: bytes) -> Document:
    r"""Read separated values.

    Raises:
        LimitError: a field is longer than is read (``"field_too_large"``), or there are too many
            (``"sheet_too_large"``).
        ReadError: the bytes are no text (``"encoding"``).

    Example:
        >>> blocks = parse('主动公开\n信息内容,制发件数\n规章,"1,234"\n'.encode()).blocks
        >>> blocks[0].text, [[cell.text for cell in row] for row in blocks[1].rows]
        ('主动公开', [['信息内容', '制发件数'], ['规章', '1,234']])
    """
    from govdisclosure.formats._csv_read import read

    return read(data)
