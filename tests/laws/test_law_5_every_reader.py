"""Law 5 for files of other programs: damaged as they may be, they are read, or refused by one documented error."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.damage import damaged

from govdisclosure import LimitError, ReadError, Report, reads
from govdisclosure.formats.registry import FormatName
from govdisclosure.testing.sources import csv_source, docx_source, html_source, xlsx_source

PROJECT = Path(__file__).parents[2]
THOUSAND = settings(max_examples=1000 if os.environ.get("HYPOTHESIS_PROFILE") == "ci" else 100)
READERS = pytest.mark.parametrize("format", ["html", "docx", "pdf", "xlsx", "csv"])


@cache
def sources(format: FormatName) -> Sequence[bytes]:
    """Whole files of a format: real ones where they lie beside the project, else such as its own tools make."""
    report = Report.blank("青山镇人民政府", 2024).replace({"overview.blocks": "全年公开12条。"})
    if format == "html":
        real = [path.read_bytes() for path in sorted((PROJECT.parent / "shared" / "corpus").glob("*.html"))]
        return [*real, *(html_source(report, style=style) for style in ("clean", "wps", "word", "cms_page"))]
    if format == "pdf":
        return [path.read_bytes() for path in sorted((PROJECT / "tests" / "formats" / "pdf").glob("*.pdf"))]
    if format == "docx":
        return [docx_source(report)]
    return [xlsx_source(report) if format == "xlsx" else csv_source(report)]


def outcome(data: bytes, format: FormatName) -> str:
    """The code of the documented error, or ``"read"``."""
    try:
        reads(data, format)
    except (ReadError, LimitError) as error:
        return error.code
    return "read"


@READERS
@THOUSAND
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(format: FormatName, data: st.DataObject) -> None:
    assert outcome(data.draw(damaged(st.sampled_from(sources(format)))), format) != "internal"
