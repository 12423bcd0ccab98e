"""The lines of a source, by which the places of the formats that have lines are counted."""

from collections.abc import Sequence

from govdisclosure.formats._encoding import source

__all__ = ["lines_of"]


def lines_of(data: bytes, format: str) -> Sequence[str]:
    r"""Return the lines of ``data`` as the reader of its format counts them; none where the format has no lines.

    An HTML page that is only a part of its file (MHTML, the JSON of a content system) has none either.

    Raises:
        ReadError: the bytes are no text.

    Example:
        >>> lines_of("一、总体情况\r\n无。".encode(), "text"), lines_of(b"PK", "docx")
        (['一、总体情况', '无。'], ())
    """
    if format in ("text", "markdown", "csv"):
        return source(data)[0].split("\n")
    if format == "html":
        from govdisclosure.formats._html_source import read_source

        page = read_source(data)
        return () if page.within else page.text.split("\n")
    return ()
