"""How much of a report a source has: some begin in the middle, some end in the middle of a sentence or a table."""

import re
from typing import Final

from govdisclosure.checks.prose import Paragraph
from govdisclosure.model.prose import Subsection
from govdisclosure.model.report import Report
from govdisclosure.model.sections import SECTION_NAMES
from govdisclosure.reading import Note

__all__ = ["ends_early", "is_masked"]

_ENDS: Final = re.compile(r"[。！？；：:;!?.…—”’）》)\]】\d]\s*$")
_MASK: Final = re.compile("某{6}")


def ends_early(report: Report, paragraphs: "tuple[Paragraph, ...]", notes: "tuple[Note, ...]") -> bool:
    """Tell whether the source ends in the middle: in a sentence, below a heading, or in a table, with no sign-off.

    Example:
        >>> from govdisclosure.checks.prose import paragraphs
        >>> report = Report(issuer=None, year=None, overview="全年主动公开政府信")
        >>> ends_early(report, tuple(paragraphs(report)), ())
        True
    """
    sign_off = report.sign_off
    if sign_off.issuer or sign_off.date or report.other_matters.present or report.attachments:
        return False
    last = next((name for name in reversed(SECTION_NAMES) if getattr(report, name).present), None)
    if last is None:
        return bool(paragraphs) and not _ENDS.search(paragraphs[-1].text)
    section = getattr(report, last)
    table = getattr(section, "table", None)
    if table is not None and not section.blocks_after:
        return any(note.code in ("row_missing", "row_cut") and note.path.parts[:1] == (last,) for note in notes)
    if _ends_with_a_heading(section.subsections):
        return True
    mine = [one for one in paragraphs if one.part in (last, "further_sections")]
    return not mine or not _ENDS.search(mine[-1].text)


def _ends_with_a_heading(subsections: "tuple[Subsection, ...]") -> bool:
    """Tell whether nothing at all stands below the last heading."""
    if not subsections:
        return False
    last = subsections[-1]
    return _ends_with_a_heading(last.subsections) if last.subsections else not last.blocks


def is_masked(words: str) -> bool:
    """Tell whether the words were masked with 某, so that none can be missed.

    Example:
        >>> is_masked("某某某某某某某某12件"), is_masked("张某某")
        (True, False)
    """
    return _MASK.search(words) is not None
