"""Plain text that reads well in a terminal and reads back as the same document."""

from govdisclosure.document import Document

__all__ = ["parse", "render"]


def parse(data: bytes) -> Document:
    from govdisclosure.formats._text_read import read

    return read(data)


def render(document: Document) -> bytes:
    from govdisclosure.formats._text_write import written

    return written(document).encode()
