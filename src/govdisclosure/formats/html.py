r"""Web pages as they are published: the article with its tables, found among menus, side bars and footers.

Read are whole pages, fragments of one, saved pages (MHTML), and the JSON of a content system that holds a fragment.

* ``h1`` to ``h6`` become headings, and paragraphs texts. A line after ``<br>`` begins a paragraph if it is indented,
  numbered, or follows the end of a sentence; otherwise it continues the one before.
* A table with data becomes a grid; its cells keep their spans, and ``\n`` between their lines. A table that arranges
  the page is unwrapped.
* A line that only links to a file becomes a link; the targets of other links are remarks (``link_target``).
* What stands around the article is a remark (``page_furniture``), and so are hidden words, comments and frames.
* If the article has no title, the page's own (its ``h1``, its ``title`` without the name of the site) becomes one.

Where nothing in a page reads as an article, every line of it is kept: what the page is instead is told by its lines.
Addresses are the steps to an element, as in ``/html/body/table[2]/tr[3]/td[1]``; a ``tbody`` that the source leaves out
is no step; where the page is a part of the file, as in JSON, they begin with the part, and lines are counted in it.
"""

from govdisclosure.document import Document
from govdisclosure.formats._html_page import read

__all__ = ["parse"]


def parse(data: bytes) -> Document:
    """Read a web page.

    Raises:
        ReadError: the bytes are no text (``"encoding"``), or a script loads what the page shows (``"script_only"``).
        LimitError: there are more elements, or they are nested deeper, than is read.

    Example:
        >>> page = "<ul><li><a href=/>首页</a></ul><div><p>一、总体情况</p><p>公开12条。受理1件。</p></div>"
        >>> [block.text for block in parse(page.encode()).blocks]
        ['一、总体情况', '公开12条。受理1件。']
    """
    return read(data)
