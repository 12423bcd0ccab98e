"""A break inside a paragraph is a fault where the source has paragraphs, and the layout's where it has only lines."""

import pytest

from govdisclosure import Note, Path, Reading, Report
from govdisclosure.checks.check import check
from govdisclosure.reading import Provenance
from govdisclosure.testing.samples import sample

BREAK = Note("paragraph_joined", Path.parse("overview.blocks[1]"), "规范公开 \u21b5 流程")


def reading(format: str | None, breaks: int, report: Report) -> Reading:
    provenance = Provenance(None, format, "0" * 64, 1024, "0.1.0") if format is not None else None
    return Reading(report, (BREAK,) * breaks, provenance=provenance)


@pytest.mark.parametrize(
    ("format", "breaks", "found"),
    [("html", 1, 1), ("docx", 2, 2), (None, 1, 1), ("pdf", 1, 0), ("pdf", 3, 0), ("text", 4, 0)],
)
def test_breaks_are_counted_where_paragraphs_are(format: str | None, breaks: int, found: int) -> None:
    report = sample(2024, {"overview.blocks": tuple(f"第{n}段说明工作。" for n in "一二三四五六七八九")})
    findings = check(reading(format, breaks, report), select=["TXT004"])
    assert len(findings) == found
