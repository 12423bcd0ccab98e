"""Whole reports."""

from typing import TypeAlias

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from govdisclosure.model.report import Report, SignOff
from govdisclosure.model.sections import SECTION_NAMES, FurtherSection, Preamble
from govdisclosure.model.statutory import EditionName
from govdisclosure.testing._draws import short
from govdisclosure.testing.names import issuers, title_forms, years
from govdisclosure.testing.parts import attachments, blocks, further_sections, sections, sign_offs, table_sections
from govdisclosure.testing.tables import applications_tables, proactive_tables, remedies_tables

__all__ = ["reports"]

_Title: TypeAlias = tuple[str, str, int, bool]


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
        >>> find(reports(), lambda report: True)
        <Report ? ?: 0 of 6 sections, 0 of 0 cells filled>
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
    title = st.one_of(st.none(), st.tuples(title_forms(), issuers(), years(), st.booleans()))
    return st.tuples(short(body), title, st.booleans(), sign_offs(), short(further)).map(
        lambda d: _finished(hostile, *d)
    )


def _finished(
    hostile: bool,
    body: Report,
    title: _Title | None,
    is_own_name: bool,
    sign_off: SignOff,
    further: tuple[FurtherSection, ...],
) -> Report:
    """Add what depends on the rest: title, sign-off, and sections that follow others."""
    return evolve(
        body,
        title=None if title is None else _worded(body, *title),
        sign_off=_signed(body, sign_off, is_own_name),
        further_sections=_placed(further, body, hostile),
    )


def _worded(body: Report, form: str, issuer: str, year: int, is_other: bool) -> str:
    """Name the report's own issuer and year, where it has them, or another's."""
    own = (None, None) if is_other else (body.issuer, body.year)
    return form.format(issuer=own[0] or issuer, year=own[1] or year)


def _signed(body: Report, sign_off: SignOff, is_own_name: bool) -> SignOff:
    """Sign in the year after the report's, and under its own name if asked to."""
    name, day = sign_off.issuer, sign_off.date
    if body.year is not None and day is not None:
        day = day.replace(year=body.year + 1, day=min(day.day, 28))
    return SignOff((body.issuer or name) if is_own_name and name is not None else name, day)


def _placed(further: tuple[FurtherSection, ...], body: Report, hostile: bool) -> tuple[FurtherSection, ...]:
    """Keep those that follow a section of the report; in an ordinary one they stand at its end."""
    present = [name for name in SECTION_NAMES if getattr(body, name).present]
    if hostile:
        return tuple(one if one.after in present else evolve(one, after="preamble") for one in further)
    return tuple(evolve(one, after=present[-1]) for one in further) if present else ()
