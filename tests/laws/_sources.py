"""One report printed as every kind of source, and what a source of each kind can tell."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Final, NamedTuple, cast

from attrs import evolve

from govdisclosure import Reading, Report, reads
from govdisclosure.compose import compose
from govdisclosure.document import Document, Grid, Image, Text
from govdisclosure.formats.registry import FormatName
from govdisclosure.model.cells import ExtraRow
from govdisclosure.model.prose import FreeTable, Subsection
from govdisclosure.model.sections import SECTION_NAMES, FurtherSection, Preamble
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.paths import Path, get, walk
from govdisclosure.recognize.report import recognize
from govdisclosure.testing.sources import csv_source, docx_source, html_source, xlsx_source

__all__ = ["KINDS", "Kind", "as_csv_tells", "free_tables", "lines", "outline", "plainly_read", "tables"]


class Kind(NamedTuple):
    """A kind of source: the format that reads it, what prints it, and what it marks.

    Where tables are not parted from the text around them, a row with one text may be a line below the table as well.
    """

    format: FormatName
    source: Callable[..., bytes]
    marks_headings: bool = False
    parts_tables: bool = True

    def read(self, report: Report, printed: Mapping[str, str] | None = None) -> Reading:
        """Print the report, and read what was printed."""
        return reads(self.source(report, printed=printed), self.format)


KINDS: Final[dict[str, Kind]] = {
    "html": Kind("html", html_source, marks_headings=True),
    "html of WPS": Kind("html", partial(html_source, style="wps")),
    "html of Word": Kind("html", partial(html_source, style="word")),
    "page of a site": Kind("html", partial(html_source, style="cms_page")),
    "docx": Kind("docx", docx_source, marks_headings=True),
    "docx with bold lines": Kind("docx", partial(docx_source, headings="bold")),
    "docx numbered by Word": Kind("docx", partial(docx_source, headings="numbered"), marks_headings=True),
    "xlsx": Kind("xlsx", xlsx_source),
    "xlsx of many sheets": Kind("xlsx", partial(xlsx_source, sheets="sections")),
    "csv": Kind("csv", csv_source),
    "csv of a sheet": Kind(
        "csv", partial(csv_source, separator="\t", padded=True, encoding="gb18030"), parts_tables=False
    ),
}


def tables(report: Report) -> list[StatutoryTable | None]:
    """The three statutory tables."""
    return [report.proactive.table, report.applications.table, report.remedies.table]


def as_csv_tells(found: Iterable[StatutoryTable | None]) -> list[StatutoryTable | None]:
    """The tables as far as separated values tell them: the last cells of a row that span are blank fields."""
    return [None if table is None else _without_last_blanks(table) for table in found]


def _without_last_blanks(table: StatutoryTable) -> StatutoryTable:
    where = Path(("extra_rows",))
    rows = cast("tuple[ExtraRow, ...]", get(table, where))  # every table has them
    return table.replace({where: tuple(evolve(row, cells=_stripped(row.cells)) for row in rows)})


def _stripped(cells: tuple[str, ...]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def free_tables(report: Report) -> list[FreeTable]:
    """The other tables, in order."""
    return [value for _, value in walk(report) if isinstance(value, FreeTable)]


def plainly_read(report: Report) -> Report:
    """What the blocks of a report tell without the marks and properties that only our own formats carry."""
    blocks = (evolve(block, literal=False) if isinstance(block, Text) else block for block in compose(report).blocks)
    return recognize(Document(tuple(blocks))).report


def lines(report: Report) -> list[str]:
    """The prose line by line: title, headings with their numbers, paragraphs, attachments, sign-off."""
    return [block.text for block in compose(report).blocks if not isinstance(block, Grid | Image)]


def outline(report: Report) -> list[object]:
    """The prose as it is parted: title, sections, subsections, paragraphs, sign-off; pictures apart."""
    sections = [(name, getattr(report, name)) for name in ("preamble", *SECTION_NAMES)]
    further = [(section.after, section) for section in report.further_sections]
    return [report.title, report.sign_off, *(list(_parts(name, one)) for name, one in [*sections, *further])]


def _parts(name: str, part: Preamble | FurtherSection | Subsection) -> Iterator[object]:
    yield name, getattr(part, "number", None), getattr(part, "title", None), getattr(part, "present", True)
    for field in ("blocks", "blocks_after"):
        yield [block for block in getattr(part, field, ()) if isinstance(block, str)]
    for subsection in getattr(part, "subsections", ()):
        yield list(_parts("", subsection))
