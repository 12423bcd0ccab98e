"""Laws 1 and 3 end to end: what is written reads back equal, and writes the same bytes again."""

from hypothesis import given

from govdisclosure import CarryError, Report, reads, writes
from govdisclosure.formats.registry import WritableFormat
from govdisclosure.testing import hostile_paragraphs, reports


def assert_returns(report: Report, format: WritableFormat) -> None:
    written = writes(report, format)
    returned = reads(written, format).report
    assert returned == report
    assert writes(returned, format) == written


@given(reports())
def test_markdown_returns_the_same_report(report: Report) -> None:
    assert_returns(report, "markdown")


@given(reports(prose=hostile_paragraphs()))
def test_markdown_returns_the_same_report_with_hostile_prose(report: Report) -> None:
    assert_returns(report, "markdown")


@given(reports())
def test_text_returns_the_same_report(report: Report) -> None:
    assert_returns(report, "text")


@given(reports(prose=hostile_paragraphs()))
def test_text_returns_the_same_report_with_hostile_prose(report: Report) -> None:
    assert_returns(report, "text")


@given(reports(hostile=True))
def test_json_returns_every_report(report: Report) -> None:
    assert_returns(report, "json")


@given(reports(hostile=True))
def test_a_report_hostile_throughout_returns_or_is_refused(report: Report) -> None:
    names: tuple[WritableFormat, ...] = ("markdown", "text")
    for name in names:
        try:
            assert_returns(report, name)
        except CarryError as error:
            report.at(str(error.facts["path"]))


@given(reports())
def test_ordinary_reports_show_no_marks(report: Report) -> None:
    lines = writes(report, "text").splitlines()
    assert [line for line in lines if line.startswith(("¶", "§"))] == []
