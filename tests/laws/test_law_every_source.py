"""The law of every source: one report, printed as a file of any kind, reads back with the same tables and prose.

The files are made by the tools of their formats (python-docx, openpyxl, a browser), never by our own readers.
"""

import os

import pytest
from hypothesis import Phase, assume, given, settings
from tests.laws._sources import KINDS, free_tables, lines, outline, plainly_read, tables

from govdisclosure import ReadError, Report, reads, writes
from govdisclosure.formats.registry import WritableFormat
from govdisclosure.testing import reports
from govdisclosure.testing.sources import can_print_pdf, pdf_source

EXAMPLES = settings(max_examples=200 if os.environ.get("HYPOTHESIS_PROFILE") == "ci" else 30)
FEW = settings(max_examples=10, phases=[Phase.explicit, Phase.generate], derandomize=True)  # a browser takes a second
EVERY_KIND = pytest.mark.parametrize("name", KINDS)
WRITTEN = pytest.mark.parametrize("format", ["markdown", "text"])


def plain(report: Report) -> Report:
    """What is printed of a report, as far as it shows that it is one."""
    try:
        return plainly_read(report)
    except ReadError:  # next to nothing is printed
        assume(False)  # how hypothesis passes over an example
        raise


@EVERY_KIND
@EXAMPLES
@given(report=reports())
def test_the_statutory_tables_are_equal_from_every_source(name: str, report: Report) -> None:
    plain(report)
    assert tables(KINDS[name].read(report).report) == tables(report)


@EVERY_KIND
@EXAMPLES
@given(report=reports())
def test_the_other_tables_are_equal_from_every_source(name: str, report: Report) -> None:
    wanted = free_tables(plain(report))
    assert free_tables(KINDS[name].read(report).report) == wanted


@EVERY_KIND
@EXAMPLES
@given(report=reports())
def test_the_prose_is_equal_line_by_line_from_every_source(name: str, report: Report) -> None:
    wanted = lines(plain(report))
    assert lines(KINDS[name].read(report).report) == wanted


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind.marks_headings])
@EXAMPLES
@given(report=reports())
def test_the_prose_is_parted_equally_from_every_source_that_marks_headings(name: str, report: Report) -> None:
    wanted = outline(plain(report))
    assert outline(KINDS[name].read(report).report) == wanted


@WRITTEN
@EXAMPLES
@given(report=reports())
def test_our_own_formats_return_all_of_it(format: WritableFormat, report: Report) -> None:
    assert reads(writes(report, format), format).report == report


@pytest.mark.skipif(not can_print_pdf(), reason="neither Chromium nor LibreOffice is installed")
@FEW
@given(report=reports())
def test_the_tables_and_the_prose_are_equal_from_pdf(report: Report) -> None:
    wanted = plain(report)
    read = reads(pdf_source(report), "pdf").report
    assert tables(read) == tables(report)
    assert lines(read) == lines(wanted)
