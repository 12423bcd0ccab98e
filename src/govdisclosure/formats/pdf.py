r"""PDF, read only, where it has text: what programs print, not what scanners photograph.

Tables are found by their rules, however a program draws them: strokes, thin filled boxes, frames, dashes, lines drawn
twice; the sides may be open. A missing rule merges cells. The text of a cell is what stands inside it, character by
character, in lines; a figure that is wider than its cell stays whole. A table goes on upon the next page where its
edges agree and nothing but a running head stands between; heads that are printed again are left out with a remark.

A row that the end of a page cuts is one row where no rule says that it ends, or where every cell that holds something
below goes on with a line that was full. Otherwise it stays two rows: no figure is ever moved.

Every line of running text is a text of its own; one that goes on with the paragraph above it says so. Running heads,
page numbers, hidden text, text outside the page, comments, pictures and pages without text become remarks. Radicals
that print as ordinary characters (``⼀``) become those, with a remark.

What cannot be done: scans have no text (``"no_text"``), though text that a program recognised on them and laid under
the picture is read, with a remark; a table without any rules comes out as lines whose columns are parted by two
spaces, and one whose lines are only gaps between coloured boxes has no rules; running text in two columns comes out as
lines across both; spaces that a program prints as mere gaps between Chinese characters, as browsers do, are not told
from gaps of the layout and are dropped; text in the colour of the page is not told from other text; two tables of one
width with nothing but the end of a page between are taken for one; glyphs of which the file does not tell the
character become ``\ufffd``, with a remark.

PDFium, which does the reading, is not safe in threads. A lock keeps this module's own calls apart, one file at a time;
a program that calls PDFium itself in another thread has to hold it too (:data:`LOCK`).
"""

from govdisclosure.document import Document
from govdisclosure.errors import ReadError
from govdisclosure.formats._pdf_blocks import document_of
from govdisclosure.formats._pdf_furniture import furniture
from govdisclosure.formats._pdf_library import LOCK
from govdisclosure.formats._pdf_pages import sheets
from govdisclosure.formats._pdf_tables import parts_of

__all__ = ["LOCK", "parse"]


def parse(data: bytes) -> Document:
    """Read a PDF file.

    The line of a place is the number of the page, its column that of the part on the page.

    Raises:
        ReadError: the file has no text (``"no_text"``), is protected by a password (``"encrypted"``) or is damaged
            (``"broken_file"``).
        LimitError: it has more pages, characters or objects than are read, or unpacks to more.

    Example:
        >>> parse(b"%PDF-1.7")
        Traceback (most recent call last):
        govdisclosure.errors.ReadError: ...
    """
    found = sheets(data)
    if not any(sheet.has_text for sheet in found):
        raise ReadError("no_text", source="data")
    pages = [(sheet, parts_of(sheet)) for sheet in found]
    return document_of(pages, furniture(pages))
