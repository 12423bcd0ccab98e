"""The law of every source: one report, printed as a file of any kind, reads back with the same tables and prose.

The files are made by the tools of their formats (python-docx, openpyxl, a browser), never by our own readers.
"""

import os
from itertools import pairwise

import pytest
from hypothesis import Phase, assume, given, settings
from tests.laws._sources import KINDS, as_csv_tells, free_tables, lines, outline, plainly_read, tables

from govdisclosure import ReadError, Report, reads, writes
from govdisclosure.compose import compose
from govdisclosure.document import Grid
from govdisclosure.formats.registry import WritableFormat
from govdisclosure.testing import reports
from govdisclosure.testing.sources import can_print_pdf, pdf_source

EXAMPLES = settings(max_examples=200 if os.environ.get("HYPOTHESIS_PROFILE") == "ci" else 30)
FEW = settings(max_examples=10, phases=[Phase.explicit, Phase.generate], derandomize=True)  # a browser takes a second
WRITTEN = pytest.mark.parametrize("format", ["markdown", "text"])


def plain(report: Report) -> Report:
    """What is printed of a report, as far as it shows that it is one."""
    try:
        return plainly_read(report)
    except ReadError:  # next to nothing is printed
        assume(False)  # how hypothesis passes over an example
        raise


def unspaced(found: list[str]) -> list[str]:
    """Lines without their spaces: on a page a space is nothing but room, and programs leave some there unasked."""
    return ["".join(line.split()) for line in found]


def told(report: Report, kind: str) -> dict[str, object]:
    """What a source of a kind tells: its tables and its prose; how the prose is parted only if headings are marked."""
    statutory = as_csv_tells(tables(report)) if KINDS[kind].format == "csv" else tables(report)
    if not KINDS[kind].parts_tables:
        return {"tables": statutory}
    parted = {"outline": outline(report)} if KINDS[kind].marks_headings else {}
    return {"tables": statutory, "other tables": free_tables(report), "lines": lines(report), **parted}


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if kind.format != "csv"])
@EXAMPLES
@given(report=reports())
def test_the_tables_and_the_prose_are_equal_from_every_source(kind: str, report: Report) -> None:
    assert_equal(kind, report)


# The fields of CSV span nothing: a blank may be a cell or what a merged one leaves, and a sum that fails is doubted.
@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if kind.format == "csv"])
@EXAMPLES
@given(report=reports(consistent=True))
def test_the_tables_and_the_prose_are_equal_from_csv(kind: str, report: Report) -> None:
    assert_equal(kind, report)


def assert_equal(kind: str, report: Report) -> None:
    wanted = plain(report)
    assert tables(wanted) == tables(report)
    assert told(KINDS[kind].read(report).report, kind) == told(wanted, kind)


@WRITTEN
@EXAMPLES
@given(report=reports())
def test_our_own_formats_return_all_of_it(format: WritableFormat, report: Report) -> None:
    assert reads(writes(report, format), format).report == report


@pytest.mark.skipif(not can_print_pdf(), reason="neither Chromium nor LibreOffice is installed")
@FEW
@given(report=reports(consistent=True))
def test_the_tables_and_the_prose_are_equal_from_pdf(report: Report) -> None:
    wanted = plain(report)
    # On a page nothing parts two tables that touch.
    assume(not any(isinstance(a, Grid) and isinstance(b, Grid) for a, b in pairwise(compose(report).blocks)))
    read = reads(pdf_source(report), "pdf").report
    assert tables(read) == tables(report)
    # Where a paragraph ends is told by the room at the end of a line, which a word that was not broken leaves too.
    assert "".join(unspaced(lines(read))) == "".join(unspaced(lines(wanted)))
