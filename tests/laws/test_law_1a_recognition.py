"""Law 1 (a): the document that a report composes is recognised as the same report."""

import pytest
from hypothesis import given

from govdisclosure import CarryError, Report, writes
from govdisclosure.compose import compose
from govdisclosure.model.statutory import EditionName
from govdisclosure.recognize.report import recognize
from govdisclosure.testing import hostile_paragraphs, reports


@given(reports("2019"))
def test_a_report_with_tables_of_2019_is_recognised_as_itself(report: Report) -> None:
    assert recognize(compose(report)).report == report


@given(reports("2021"))
def test_a_report_with_tables_of_2021_is_recognised_as_itself(report: Report) -> None:
    assert recognize(compose(report)).report == report


@given(reports())
def test_a_report_with_tables_of_both_editions_is_recognised_as_itself(report: Report) -> None:
    assert recognize(compose(report)).report == report


@given(reports(prose=hostile_paragraphs()))
def test_paragraphs_that_look_like_layout_stay_paragraphs(report: Report) -> None:
    assert recognize(compose(report)).report == report


@given(reports(hostile=True))
def test_what_a_document_cannot_carry_is_refused_by_a_path_that_exists(report: Report) -> None:
    try:
        writes(report, "text")
    except CarryError as error:
        report.at(str(error.facts["path"]))


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_blank_form_is_recognised_as_itself(edition: EditionName) -> None:
    report = Report.blank("青山镇人民政府", int(edition))
    assert recognize(compose(report)).report == report
