"""The paragraphs of a report as rules look at them: each with its path and the heading above it."""

from collections.abc import Iterator

from attrs import frozen

from govdisclosure.model.prose import FreeTable, Picture, ProseBlock, Subsection
from govdisclosure.model.report import Report
from govdisclosure.model.sections import SECTION_HEADINGS, TableSection
from govdisclosure.paths import ROOT, Path

__all__ = ["Paragraph", "paragraphs"]


@frozen
class Paragraph:
    """A paragraph of prose.

    Attributes:
        path: where it stands in the report.
        text: its words.
        heading: the nearest heading above it, without its number.
        part: the section: ``"preamble"``, the name of a statutory one, or ``"further_sections"``.
    """

    path: Path
    text: str
    heading: str
    part: str


def paragraphs(report: Report) -> Iterator[Paragraph]:
    """Give every paragraph in printed order, the preamble's first; tables and pictures have none.

    Example:
        >>> report = Report(issuer="青山镇人民政府", year=2024, overview="全年公开12条。", other_matters="无。")
        >>> [(str(one.path), one.heading) for one in paragraphs(report)]
        [('overview.blocks[0]', '总体情况'), ('other_matters.blocks[0]', '其他需要报告的事项')]
    """
    titles: dict[str, str] = {"preamble": ""}
    titles |= {name: title for name, (_, title) in SECTION_HEADINGS.items()}
    for name, usual in titles.items():
        part = getattr(report, name)
        title = getattr(part, "title", None) or usual
        yield from _section(part, ROOT / name, title, name)
        for position, further in enumerate(report.further_sections):
            if further.after == name:
                yield from _section(further, ROOT / "further_sections" / position, further.title, "further_sections")


def _section(part: object, path: Path, title: str, name: str) -> Iterator[Paragraph]:
    yield from _blocks(getattr(part, "blocks", ()), path / "blocks", title, name)
    subsections: tuple[Subsection, ...] = getattr(part, "subsections", ())
    before = part.subsections_before_table if isinstance(part, TableSection) else len(subsections)
    yield from _subsections(subsections[:before], path, 0, name)
    if isinstance(part, TableSection):
        yield from _blocks(part.blocks_after, path / "blocks_after", title, name)
    yield from _subsections(subsections[before:], path, before, name)


def _subsections(subsections: tuple[Subsection, ...], path: Path, first: int, name: str) -> Iterator[Paragraph]:
    for position, one in enumerate(subsections, first):
        here = path / "subsections" / position
        yield from _blocks(one.blocks, here / "blocks", one.title, name)
        yield from _subsections(one.subsections, here, 0, name)


def _blocks(blocks: tuple[ProseBlock, ...], path: Path, heading: str, name: str) -> Iterator[Paragraph]:
    for position, block in enumerate(blocks):
        if not isinstance(block, FreeTable | Picture):
            yield Paragraph(path / position, block, heading, name)
