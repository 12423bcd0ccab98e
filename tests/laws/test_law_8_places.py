"""Law 8: every note points at a path in the report and, where it came from a file, at a place in the source."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure import ReadError, Reading, Report, reads, writes
from govdisclosure.formats.registry import WritableFormat
from govdisclosure.testing import reports

SHARED = Path(__file__).parents[3] / "shared"
REAL = sorted(
    path for path in (*SHARED.glob("corpus/*-*"), *SHARED.glob("seed/*.txt")) if path.suffix in {".txt", ".md"}
)
FORMATS: tuple[WritableFormat, ...] = ("markdown", "text")
WITHOUT_PLACE = {
    "no_title",
    "no_year",
    "no_issuer",
    "table_not_found",
    "edition_assumed",
}  # of the whole report, or of a whole table


def assert_points(reading: Reading, source: str) -> None:
    lines = source.splitlines() or [""]
    for note in reading.notes:
        reading.report.at(note.path)
        if note.place is None:
            assert note.code in WITHOUT_PLACE
        else:
            assert 1 <= note.place.line <= len(lines)
            assert 1 <= note.place.column <= len(lines[note.place.line - 1]) + 1
    for path, place in reading.places.items():
        reading.report.at(path)
        assert 1 <= place.line <= len(lines)


@given(reports(), st.sampled_from(FORMATS))
def test_notes_of_a_written_report_point_into_it(report: Report, name: WritableFormat) -> None:
    written = writes(report, name)
    assert_points(reads(written, name), written)


@given(reports(), st.sampled_from(FORMATS))
def test_every_paragraph_is_found_at_its_place(report: Report, name: WritableFormat) -> None:
    written = writes(report, name)
    reading = reads(written, name)
    for position, block in enumerate(reading.report.overview.blocks):
        place = reading.place(f"overview.blocks[{position}]")
        if isinstance(block, str) and block.isalnum():
            assert place is not None
            assert block in written.splitlines()[place.line - 1]


@pytest.mark.skipif(not REAL, reason="the corpus is not beside the project")
@given(st.data())
def test_notes_of_a_piece_of_a_published_report_point_into_it(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(REAL))
    lines = path.read_text("utf-8").splitlines()
    first = data.draw(st.integers(0, len(lines) - 1))
    source = "\n".join(lines[first : data.draw(st.integers(first, len(lines)))])
    name: WritableFormat = "markdown" if path.suffix == ".md" else "text"
    try:
        reading = reads(source, name)
    except ReadError:
        return
    assert_points(reading, source)
