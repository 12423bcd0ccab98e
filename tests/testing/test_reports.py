"""Whole reports: diverse, within what they promise, and shrinking to a short plain one."""

import subprocess
import sys
from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from govdisclosure import Preamble, Report, SignOff, Subsection
from govdisclosure.conventions.numbering import leading_mark, looks_like_heading, mark_text
from govdisclosure.conventions.titles import parse_title
from govdisclosure.editions import SECTIONS
from govdisclosure.model.sections import SECTION_NAMES
from govdisclosure.paths import walk
from govdisclosure.testing import reports, subsections


def _contradicts(report: Report) -> bool:
    read = parse_title(report.title or "")
    return read is not None and None not in (report.issuer, report.year) and read.issuer != report.issuer


def _editions(report: Report) -> set[str]:
    return {report.at(f"{n}.table.edition") for n in ("proactive", "applications") if report.at(f"{n}.table")}  # type: ignore[misc]


def test_the_simplest_report_is_empty() -> None:
    assert find(reports(), lambda report: True) == Report(issuer=None, year=None)


def test_a_failure_shrinks_to_the_one_part_that_matters() -> None:
    quick = settings(phases=[Phase.generate, Phase.shrink], database=None)  # explaining takes longer than all else
    found = find(reports(), lambda report: len(report.problems.blocks) > 0, settings=quick)
    assert found == Report(issuer=None, year=None, problems=["全年主动公开政府信息0条。"])


@pytest.fixture(scope="module")
def drawn() -> list[Report]:
    """Draw once what the tests below look through."""
    found: list[Report] = []

    @settings(max_examples=1000, database=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.generate])
    @given(reports())
    def collect(report: Report) -> None:
        found.append(report)

    collect()
    return found


TRAITS: Final[dict[str, Callable[[Report], object]]] = {
    "a title, no issuer": lambda report: report.issuer is None and report.title is not None,
    "a year, no title": lambda report: report.year is not None and report.title is None,
    "a title of another issuer": _contradicts,
    "no sign-off": lambda report: report.sign_off == SignOff(),
    "a preamble": lambda report: report.preamble != Preamble(),
    "a sign-off, no date": lambda report: report.sign_off.issuer and not report.sign_off.date,
    "a date, no sign-off": lambda report: report.sign_off.date and not report.sign_off.issuer,
    "attachments": lambda report: len(report.attachments) > 1,
    "further sections": lambda report: report.further_sections,
    "all six": lambda report: all(getattr(report, name).present for name in SECTION_NAMES),
    "subsections before the table": lambda report: report.proactive.subsections_before_table,
    "blocks after the table": lambda report: report.remedies.blocks_after,
    "mixed editions": lambda report: _editions(report) == {"2019", "2021"},
    "another heading": lambda report: report.overview.title and report.overview.number,
    "nested parts": lambda report: any(part.subsections for part in report.overview.subsections),
}


@pytest.mark.parametrize("trait", TRAITS)
def test_reports_have(trait: str, drawn: list[Report]) -> None:
    assert any(map(TRAITS[trait], drawn))


@given(reports("2019"))
def test_an_edition_is_kept_to(report: Report) -> None:
    assert _editions(report) <= {"2019"}
    assert report.year in (None, 2019, 2020)


@given(reports(prose=st.just("同一段。")))
def test_the_prose_is_the_one_asked_for(report: Report) -> None:
    texts = {
        value
        for path, value in walk(report)
        if isinstance(path.parts[-1], int) and isinstance(value, str) and "table" not in path.parts
    }
    assert texts <= {"同一段。"}


@given(reports(consistent=True))
def test_totalling_a_consistent_report_changes_nothing(report: Report) -> None:
    for section in (report.applications, report.remedies):
        assert section.table is None or section.table.totalled() == section.table


@given(reports(hostile=True))
def test_what_the_form_prints_by_itself_is_never_said_twice(report: Report) -> None:
    for name in SECTION_NAMES:
        section = getattr(report, name)
        assert section.title != SECTIONS[name].title
        assert section.number != SECTIONS[name].number
        for position, part in enumerate(section.subsections):
            assert part.number != mark_text(2, position + 1)


@given(subsections())
def test_ordinary_subsections_are_told_apart_by_their_marks(parts: tuple[Subsection, ...]) -> None:
    assert_one_level(parts, depth=1, above=1)


def assert_one_level(parts: tuple[Subsection, ...], depth: int, above: int) -> None:
    """Check that a list prints marks of one level, deeper than the list above it."""
    levels: set[int] = set()
    for position, part in enumerate(parts):
        number = part.number or mark_text(depth + 1, position + 1)
        mark = leading_mark(number + part.title)
        assert looks_like_heading(number + part.title)
        assert mark is not None
        assert mark.text == number
        levels.add(mark.level)
        assert_one_level(part.subsections, depth + 1, mark.level)
    assert len(levels) < 2
    assert all(level > above for level in levels)


def test_a_strategy_does_not_print_all_it_is_made_of() -> None:
    assert len(repr(reports(hostile=True))) < 1000
    assert len(repr(subsections(hostile=True))) < 1000


def test_without_hypothesis_the_error_says_what_to_install() -> None:
    code = "import sys; sys.modules['hypothesis'] = None; import govdisclosure.testing"
    run = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert run.returncode == 1
    assert "MissingExtraError: " in run.stderr
    assert 'pip install "govdisclosure[testing]"' in run.stderr
