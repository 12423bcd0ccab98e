"""Whole reports."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from govdisclosure.conventions.titles import standard_title
from govdisclosure.model.report import SECTION_NAMES, Preamble, Report
from govdisclosure.model.statutory import EditionName
from govdisclosure.testing.names import issuers, titles, years
from govdisclosure.testing.parts import attachments, blocks, further_sections, sections, sign_offs, table_sections
from govdisclosure.testing.tables import applications_tables, proactive_tables, remedies_tables

__all__ = ["reports"]


def reports(
    edition: EditionName | None = None,
    *,
    prose: SearchStrategy[str] | None = None,
    consistent: bool = False,
    hostile: bool = False,
) -> SearchStrategy[Report]:
    """Return whole reports: any section may be absent, any table of another edition than the year asks for.

    Issuer, year and title may be lacking, or contradict one another, as they do in print.

    Args:
        edition: tables of this edition only, and a year for which it is due; by default editions mix freely.
        prose: the paragraphs; by default :func:`paragraphs`, with ``hostile`` also :func:`hostile_paragraphs`.
        consistent: every sum of every table holds, and no cell holds anything but a figure or a blank.
        hostile: text that looks like layout everywhere. Markdown and plain text may refuse such a report
            (``CarryError``), since it would not read back as it is; they carry every other one.

    Example:
        >>> from hypothesis import find
        >>> find(reports(), lambda report: report.year is not None and report.applications.table is not None)
        <Report ? 2008: 1 of 6 sections, 0 of 175 cells filled>
    """
    return _reports(edition, prose, consistent, hostile)


@st.composite
def _reports(
    draw: DrawFn, edition: EditionName | None, prose: SearchStrategy[str] | None, consistent: bool, hostile: bool
) -> Report:
    issuer = draw(st.one_of(st.none(), issuers()))
    year = draw(st.one_of(st.none(), years(edition)))
    body = Report(
        issuer=issuer,
        year=year,
        title=draw(_titles(issuer, year)),
        preamble=Preamble(draw(blocks(prose, hostile=hostile))),
        overview=draw(sections(prose, name="overview", hostile=hostile)),
        proactive=draw(
            table_sections(
                proactive_tables(edition, consistent=consistent, hostile=hostile),
                prose,
                name="proactive",
                hostile=hostile,
            )
        ),
        applications=draw(
            table_sections(
                applications_tables(edition, consistent=consistent, hostile=hostile),
                prose,
                name="applications",
                hostile=hostile,
            )
        ),
        remedies=draw(
            table_sections(
                remedies_tables(consistent=consistent, hostile=hostile), prose, name="remedies", hostile=hostile
            )
        ),
        problems=draw(sections(prose, name="problems", hostile=hostile)),
        other_matters=draw(sections(prose, name="other_matters", hostile=hostile)),
        sign_off=draw(sign_offs(issuer, year)),
        attachments=draw(attachments(hostile=hostile)),
    )
    return draw(_with_further_sections(body, prose, hostile))


def _titles(issuer: str | None, year: int | None) -> SearchStrategy[str | None]:
    own = st.none() if issuer is None or year is None else st.just(standard_title(issuer, year))
    return st.one_of(own, titles(issuer, year), titles(), st.none())


def _with_further_sections(report: Report, prose: SearchStrategy[str] | None, hostile: bool) -> SearchStrategy[Report]:
    present = [name for name in SECTION_NAMES if report.at(f"{name}.present")]
    last = present if hostile else present[-1:]
    if not present:
        return st.just(report)
    return further_sections(last, prose, hostile=hostile).map(lambda found: report.replace({"further_sections": found}))
