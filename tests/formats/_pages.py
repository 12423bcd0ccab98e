"""Whole pages to read: a report inside the pages of sites of six kinds, and pages that hold none."""

import re
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.sample import report

from govdisclosure import Report
from govdisclosure.testing.sources import html_source

__all__ = ["AROUND", "OTHER", "REPORT", "STYLES", "article", "page"]

PAGES: Final = Path(__file__).parent / "pages"
AROUND: Final = sorted(PAGES.glob("around-*.html"))
"""Pages with ``@title@`` and ``@article@`` where the title and the report stand."""

OTHER: Final = sorted(PAGES.glob("*-[0-9].html"))
"""Pages that hold no report; the name tells what they are."""

STYLES: Final = ("clean", "wps", "word", "breaks")
"""How the report itself is written: ``breaks`` is one element with ``<br>`` at the end of each line."""

REPORT: Final[Report] = report(Random(1))  # noqa: S311
_PARAGRAPH: Final = re.compile(r"</?(?:p|h\d)[^>]*>")
_LINE: Final = re.compile(r"\n+(?=[^<\n])")
_TITLE: Final = re.compile(r"\A(\s*(?:<!--.*?-->)?\s*(?:<div[^>]*>)?\s*)(?:<h1.*?</h1>|<p.*?</p>)", re.DOTALL)


def article(style: str, *, titled: bool) -> str:
    """The report as HTML, with or without its title."""
    source = html_source(REPORT, style="wps" if style == "wps" else "word" if style == "word" else "clean")
    found = re.search(r"<body[^>]*>(.*)</body>", source.decode("gb18030" if style == "word" else "utf-8"), re.DOTALL)
    assert found is not None
    body = found[1] if titled else _TITLE.sub(r"\1", found[1], count=1)
    return _LINE.sub("<br>\n&nbsp;&nbsp;&nbsp;&nbsp;", _PARAGRAPH.sub("\n", body)) if style == "breaks" else body


def page(around: Path, style: str = "clean", *, titled: bool = True) -> str:
    """A whole page with the report in it."""
    template = around.read_text("utf-8")
    return template.replace("@title@", str(REPORT.title)).replace("@article@", article(style, titled=titled))
