"""Hypothesis strategies for reports and their parts: to test your own code on reports that nobody thought of.

Everything is invented, and shrinks towards a short, plain report. ``hostile=True`` asks for text that looks like
layout: marks, labels, mark-up, invisible characters. Needs the extra ``testing``.

Example:
    >>> from hypothesis import given
    >>> @given(reports(consistent=True))
    ... def test_my_code_takes_any_report(report):
    ...     assert len(report.to_rows()) == len(list(report.cells()))
    >>> test_my_code_takes_any_report()
"""

try:
    import hypothesis as _hypothesis
except ImportError as _cause:
    from govdisclosure.errors import MissingExtraError as _MissingExtraError

    raise _MissingExtraError("missing_extra", extra="testing") from _cause

from govdisclosure.testing.cells import changes, counts, money_cells
from govdisclosure.testing.documents import documents, grids
from govdisclosure.testing.free_tables import free_tables
from govdisclosure.testing.hostile import hostile_lines, hostile_paragraphs
from govdisclosure.testing.names import issuers, title_forms, titles, years
from govdisclosure.testing.parts import attachments, further_sections, pictures, sections, sign_offs, subsections
from govdisclosure.testing.prose import headings, paragraphs
from govdisclosure.testing.reports import reports
from govdisclosure.testing.tables import applications_tables, proactive_tables, remedies_tables, tables

__all__ = [
    "applications_tables",
    "attachments",
    "changes",
    "counts",
    "documents",
    "free_tables",
    "further_sections",
    "grids",
    "headings",
    "hostile_lines",
    "hostile_paragraphs",
    "issuers",
    "money_cells",
    "paragraphs",
    "pictures",
    "proactive_tables",
    "remedies_tables",
    "reports",
    "sections",
    "sign_offs",
    "subsections",
    "tables",
    "title_forms",
    "titles",
    "years",
]

del _hypothesis
