"""The paragraphs of a report as rules look at them: each with its path and the heading above it."""

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from govdisclosure.model.prose import FreeTable, Picture, ProseBlock, Subsection
from govdisclosure.model.report import Report
from govdisclosure.model.sections import SECTION_HEADINGS, TableSection
from govdisclosure.paths import ROOT, Path

__all__ = ["Heading", "Paragraph", "headings", "paragraphs", "passage_around", "passage_at", "sentence_at", "sentences"]

_FULL_STOPS: Final = "。！？\n"
_LONGEST_SENTENCE: Final = 400  # on either side: hostile text must not cost more
_STOPS: Final = re.compile("[。！？；]+[”’）》]*")


@frozen
class Paragraph:
    """A paragraph of prose.

    Attributes:
        path: where it stands in the report.
        text: its words.
        heading: the nearest heading above it, without its number.
        part: the section: ``"preamble"``, the name of a statutory one, or ``"further_sections"``.

    Example:
        >>> Paragraph(ROOT / "overview" / "blocks" / 0, "全年公开12条。", "总体情况", "overview").part
        'overview'
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


@frozen
class Heading:
    """A heading of the report.

    Attributes:
        path: the part that it heads.
        title: its words.
        number: as printed; what its position says where the report keeps none.
        depth: 1 for a section, 2 for a subsection of it, and so on.
        part: the section in which it stands.
        is_empty: whether nothing stands below it.

    Example:
        >>> Heading(ROOT / "overview", "总体情况", "一、", 1, "overview", is_empty=False).depth
        1
    """

    path: Path
    title: str
    number: str
    depth: int
    part: str
    is_empty: bool


def headings(report: Report) -> Iterator[Heading]:
    """Give every heading that is printed, in printed order.

    Example:
        >>> report = Report(issuer="青山镇人民政府", year=2024, overview="全年公开12条。", other_matters="无。")
        >>> [(one.number, one.title, one.depth) for one in headings(report)]
        [('一、', '总体情况', 1), ('六、', '其他需要报告的事项', 1)]
    """
    for name, (number, usual) in SECTION_HEADINGS.items():
        part = getattr(report, name)
        if part.present and part.title != "":
            printed = number if part.number is None else part.number
            yield Heading(ROOT / name, part.title or usual, printed, 1, name, _is_empty(part))
        yield from _headings_below(part.subsections, ROOT / name, 2, name)
        for position, further in enumerate(report.further_sections):
            if further.after == name:
                here = ROOT / "further_sections" / position
                yield Heading(here, further.title, further.number or "", 1, "further_sections", _is_empty(further))
                yield from _headings_below(further.subsections, here, 2, "further_sections")


def _headings_below(subsections: tuple[Subsection, ...], path: Path, depth: int, part: str) -> Iterator[Heading]:
    for position, one in enumerate(subsections):
        here = path / "subsections" / position
        yield Heading(here, one.title, one.number or "", depth, part, _is_empty(one))
        yield from _headings_below(one.subsections, here, depth + 1, part)


def _is_empty(part: object) -> bool:
    names = ("blocks", "subsections", "blocks_after")
    return not any(getattr(part, name, ()) for name in names) and getattr(part, "table", None) is None


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Give the sentences of a paragraph, each with where it begins.

    Example:
        >>> list(sentences("全年公开12条。无投诉！"))
        [(0, '全年公开12条。'), (8, '无投诉！')]
    """
    start = 0
    for found in _STOPS.finditer(text):
        yield start, text[start : found.end()]
        start = found.end()
    if start < len(text):
        yield start, text[start:]


def sentence_at(text: str, position: int) -> str:
    """Return the sentence in which a position stands.

    Example:
        >>> sentence_at("全年公开12条。无投诉！", 9)
        '无投诉！'
    """
    return next((one for start, one in sentences(text) if start <= position < start + len(one)), "")


def passage_at(text: str, position: int) -> str:
    """Return the sentence in which a position stands, up to its full stop: what semicolons part stays together.

    Example:
        >>> passage_at("公开12条；答复3件。无投诉！", 8)
        '公开12条；答复3件。'
    """
    start, end = passage_around(text, position)
    return text[start:end]


def passage_around(text: str, position: int) -> tuple[int, int]:
    """Return where that sentence begins, and where it ends.

    Example:
        >>> passage_around("公开12条；答复3件。无投诉！", 8)
        (0, 11)
    """
    earliest, latest = max(0, position - _LONGEST_SENTENCE), position + _LONGEST_SENTENCE
    start = max(earliest, *(text.rfind(mark, earliest, position) + 1 for mark in _FULL_STOPS))
    ends = (at for mark in _FULL_STOPS if (at := text.find(mark, position, latest)) >= 0)
    return start, min(min(ends, default=latest) + 1, len(text))
