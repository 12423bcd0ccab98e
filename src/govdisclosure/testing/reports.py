"""Whole reports."""

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from govdisclosure.conventions.titles import standard_title
from govdisclosure.model.report import SECTION_NAMES, FurtherSection, Preamble, Report
from govdisclosure.model.statutory import EditionName
from govdisclosure.testing._draws import short
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
        >>> find(reports("2021"), lambda report: report.year and report.applications.table)
        <Report ? 2021: 1 of 6 sections, 0 of 175 cells filled>
    """
    proactive = proactive_tables(edition, consistent=consistent, hostile=hostile)
    applications = applications_tables(edition, consistent=consistent, hostile=hostile)
    remedies = remedies_tables(consistent=consistent, hostile=hostile)
    body = st.builds(
        Report,
        issuer=st.one_of(st.none(), issuers()),
        year=st.one_of(st.none(), years(edition)),
        title=st.none(),
        preamble=st.builds(Preamble, blocks(prose, hostile=hostile)),
        overview=sections(prose, name="overview", hostile=hostile),
        proactive=table_sections(proactive, prose, name="proactive", hostile=hostile),
        applications=table_sections(applications, prose, name="applications", hostile=hostile),
        remedies=table_sections(remedies, prose, name="remedies", hostile=hostile),
        problems=sections(prose, name="problems", hostile=hostile),
        other_matters=sections(prose, name="other_matters", hostile=hostile),
        attachments=attachments(hostile=hostile),
    )
    further = further_sections(SECTION_NAMES, prose=prose, hostile=hostile)
    return _finished(short(body), short(further), hostile)


@st.composite
def _finished(
    draw: DrawFn, bodies: SearchStrategy[Report], further: SearchStrategy[tuple[FurtherSection, ...]], hostile: bool
) -> Report:
    """Add what depends on the rest: title, sign-off, and sections that follow others."""
    body = draw(bodies)
    return evolve(
        body,
        title=draw(_titles(body.issuer, body.year)),
        sign_off=draw(sign_offs(body.issuer, body.year)),
        further_sections=_placed(draw(further), body, hostile),
    )


def _titles(issuer: str | None, year: int | None) -> SearchStrategy[str | None]:
    own = st.none() if issuer is None or year is None else st.just(standard_title(issuer, year))
    return st.one_of(own, titles(issuer, year), titles(), st.none())


def _placed(further: tuple[FurtherSection, ...], body: Report, hostile: bool) -> tuple[FurtherSection, ...]:
    """Keep those that follow a section of the report; in an ordinary one they stand at its end."""
    present = [name for name in SECTION_NAMES if getattr(body, name).present]
    if hostile:
        return tuple(one if one.after in present else evolve(one, after="preamble") for one in further)
    return tuple(evolve(one, after=present[-1]) for one in further) if present else ()
