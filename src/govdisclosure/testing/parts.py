"""Sections and what stands in and around them."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from govdisclosure.conventions.numbering import LEVELS, mark_text
from govdisclosure.conventions.numerals import to_chinese
from govdisclosure.editions import SECTIONS
from govdisclosure.model.prose import MAX_DEPTH, Block, Picture, Subsection
from govdisclosure.model.report import Attachment, FurtherSection, Section, SectionName, SignOff, TableSection
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.testing.free_tables import free_tables
from govdisclosure.testing.hostile import hostile_lines, hostile_paragraphs
from govdisclosure.testing.names import issuers
from govdisclosure.testing.prose import headings, paragraphs

__all__ = [
    "attachments",
    "blocks",
    "further_sections",
    "pictures",
    "sections",
    "sign_offs",
    "subsections",
    "table_sections",
]

TableT = TypeVar("TableT", bound=StatutoryTable)

_FILES: Final = ("tu1.png", "images/liucheng-tu.jpg", "https://www.qingshan.example/tu.png?id=1", "图/流程图.png")
_CAPTIONS: Final = ("", "依申请公开流程图", "图1 政策解读")
_FURTHER: Final = ("附则", "建议提案办理结果公开情况", "政务公开工作大事记")
_ATTACHMENTS: Final = ("2024年度政府信息公开工作统计表", "规范性文件目录", "答复文书格式（试行）")
_ODD_NUMBERS: Final = ("", "(二)", "二）", "1.", "１、", "⑴", "①", "一是", "§", "1.1", "-", "#")
_DEEPEST_IN_TEXT: Final = LEVELS - 1

# Each level's mark as it is printed, the standard's own form first.
_STYLES: Final[dict[int, tuple[Callable[[int], str], ...]]] = {
    2: (lambda n: mark_text(2, n), lambda n: f"({to_chinese(n)})", lambda n: f"（{to_chinese(n)})"),
    3: (lambda n: mark_text(3, n), lambda n: f"{n}、", lambda n: f"{n}．"),
    4: (lambda n: mark_text(4, n), lambda n: f"({n})"),
}


def pictures(*, hostile: bool = False) -> SearchStrategy[Picture]:
    """Return pictures with and without a caption.

    Example:
        >>> from hypothesis import find
        >>> find(pictures(), lambda picture: True)
        Picture(reference='tu1.png', caption='')
    """
    files, captions = st.sampled_from(_FILES), st.sampled_from(_CAPTIONS)
    if hostile:
        return st.builds(Picture, st.one_of(files, hostile_lines()), st.one_of(captions, hostile_lines()))
    return st.builds(Picture, files, captions)


def blocks(prose: SearchStrategy[str] | None = None, *, hostile: bool = False) -> SearchStrategy[tuple[Block, ...]]:
    """Return what stands in a section: paragraphs of ``prose``, now and then a free table or a picture.

    Example:
        >>> from hypothesis import find
        >>> find(blocks(), lambda found: len(found) == 2)
        ('全年主动公开政府信息0条。', '全年主动公开政府信息0条。')
    """
    block = st.one_of(_prose(prose, hostile), free_tables(hostile=hostile), pictures(hostile=hostile))
    return st.lists(block, max_size=4).map(tuple)


def subsections(
    prose: SearchStrategy[str] | None = None, *, hostile: bool = False
) -> SearchStrategy[tuple[Subsection, ...]]:
    """Return the subsections of one section, nested up to three deep, numbered in any printed way.

    Numbers are those of the position, or print another variant, a deeper level or a slip (a number left out or used
    twice). With ``hostile`` they are nested as deep as the model holds, and any number may stand anywhere.

    Example:
        >>> from hypothesis import find
        >>> find(subsections(), lambda parts: len(parts) == 1 and parts[0].number is not None)[0].number
        '（二）'
    """
    return _odd_parts(prose, 1) if hostile else _parts(prose, 1, 2)


def sections(
    prose: SearchStrategy[str] | None = None, *, name: SectionName = "overview", hostile: bool = False
) -> SearchStrategy[Section]:
    """Return sections of prose: absent, empty or filled, under the statutory title of ``name`` or a printed variant.

    Example:
        >>> from hypothesis import find
        >>> find(sections(), lambda section: section.present and section.title is not None).title
        '概述'
    """
    present = st.builds(
        lambda text, parts, heading: Section(blocks=text, subsections=parts, title=heading[0], number=heading[1]),
        blocks(prose, hostile=hostile),
        subsections(prose, hostile=hostile),
        _section_headings(name, hostile),
    )
    return st.one_of(st.just(Section.absent()), present)


def table_sections(
    tables: SearchStrategy[TableT],
    prose: SearchStrategy[str] | None = None,
    *,
    name: SectionName,
    hostile: bool = False,
) -> SearchStrategy[TableSection[TableT]]:
    """Return sections around one of ``tables``, or without one: absent, empty or filled.

    Example:
        >>> from hypothesis import find
        >>> from govdisclosure.testing.tables import remedies_tables
        >>> section = find(table_sections(remedies_tables(), name="remedies"), lambda found: found.table is not None)
        >>> section.blocks, section.subsections
        ((), ())
    """
    absent: TableSection[TableT] = TableSection.absent()
    return st.one_of(st.just(absent), _present_table_sections(tables, prose, name, hostile))


def further_sections(
    after: Iterable[SectionName] = ("other_matters",),
    prose: SearchStrategy[str] | None = None,
    *,
    hostile: bool = False,
) -> SearchStrategy[tuple[FurtherSection, ...]]:
    """Return sections that the form does not have, after the preamble or one of the sections ``after``.

    Example:
        >>> from hypothesis import find
        >>> [section.title for section in find(further_sections(), lambda found: len(found) == 1)]
        ['附则']
    """
    titles = st.one_of(st.sampled_from(_FURTHER), hostile_lines()) if hostile else st.sampled_from(_FURTHER)
    numbers = st.one_of(st.none(), st.sampled_from(("", "八、", "十一、", *_ODD_NUMBERS))) if hostile else st.none()
    return st.lists(
        st.builds(
            FurtherSection,
            titles,
            blocks(prose, hostile=hostile),
            numbers,
            subsections(prose, hostile=hostile),
            st.sampled_from(("preamble", *after)) if hostile else st.sampled_from(tuple(after)),
        ),
        max_size=2,
    ).map(tuple)


def sign_offs(issuer: str | None = None, year: int | None = None) -> SearchStrategy[SignOff]:
    """Return sign-offs: both lines, one of them, or none; the day falls in the year after ``year``.

    Example:
        >>> from hypothesis import find
        >>> find(sign_offs("青山镇人民政府", 2024), lambda sign_off: sign_off.issuer and sign_off.date)
        SignOff(issuer='青山镇人民政府', date=datetime.date(2025, 1, 1))
    """
    names = issuers() if issuer is None else st.one_of(st.just(issuer), issuers())
    first = date(2009 if year is None else year + 1, 1, 1)
    last = date(2100 if year is None else year + 1, 12, 31)
    return st.builds(SignOff, st.one_of(st.none(), names), st.one_of(st.none(), st.dates(first, last)))


def attachments(*, hostile: bool = False) -> SearchStrategy[tuple[Attachment, ...]]:
    """Return what a report names as attached, with and without a file.

    Example:
        >>> from hypothesis import find
        >>> find(attachments(), lambda found: len(found) == 1)[0].reference is None
        True
    """
    titles, files = st.sampled_from(_ATTACHMENTS), st.sampled_from(("fujian1.xlsx", "附件/2.docx"))
    if hostile:
        titles, files = st.one_of(titles, hostile_lines()), st.one_of(files, hostile_lines())
    return st.lists(st.builds(Attachment, titles, st.one_of(st.none(), files)), max_size=3).map(tuple)


@st.composite
def _present_table_sections(
    draw: DrawFn, tables: SearchStrategy[TableT], prose: SearchStrategy[str] | None, name: SectionName, hostile: bool
) -> TableSection[TableT]:
    table = draw(st.one_of(st.none(), tables))
    parts = draw(subsections(prose, hostile=hostile))
    title, number = draw(_section_headings(name, hostile))
    return TableSection(
        table=table,
        blocks=draw(blocks(prose, hostile=hostile)),
        subsections=parts,
        subsections_before_table=0 if table is None else draw(st.integers(0, len(parts))),
        blocks_after=() if table is None else draw(blocks(prose, hostile=hostile)),
        title=title,
        number=number,
    )


def _prose(prose: SearchStrategy[str] | None, hostile: bool) -> SearchStrategy[str]:
    if prose is not None:
        return prose
    return st.one_of(paragraphs(), hostile_paragraphs()) if hostile else paragraphs()


def _section_headings(name: SectionName, hostile: bool) -> SearchStrategy[tuple[str | None, str | None]]:
    """Title and number; ``None`` where the form's own is printed, since there is one way to say so."""
    form = SECTIONS[name]
    titles = st.one_of(st.none(), st.sampled_from(form.variants))
    numbers = st.one_of(st.none(), st.sampled_from((form.number.replace("、", "."), form.number.replace("、", "．"))))
    if not hostile:
        return st.tuples(titles, numbers)
    odd_titles, odd_numbers = st.one_of(titles, hostile_lines()), st.one_of(numbers, st.sampled_from(_ODD_NUMBERS))
    no_heading: tuple[str | None, str | None] = ("", None)
    return st.one_of(st.just(no_heading), st.tuples(odd_titles, odd_numbers))


@st.composite
def _parts(draw: DrawFn, prose: SearchStrategy[str] | None, depth: int, shallowest: int) -> tuple[Subsection, ...]:
    """Subsections that a reader of plain text tells apart by their marks: one style a list, deeper ones below."""
    count = draw(st.integers(0, 3 if depth == 1 else 2))
    if count == 0:
        return ()
    level = draw(st.integers(shallowest, _DEEPEST_IN_TEXT))
    style = draw(st.sampled_from(_STYLES[level]))
    slip = draw(st.integers(0, count))  # from here on the numbers are one too high
    below = _parts(prose, depth + 1, level + 1) if level < _DEEPEST_IN_TEXT else st.just(())
    return tuple(
        Subsection(
            draw(headings()),
            draw(blocks(prose)),
            _number(style(position + (position >= count - slip) + 1), depth, position),
            draw(below),
        )
        for position in range(count)
    )


def _number(printed: str, depth: int, position: int) -> str | None:
    """``None`` for the number that the position gives: there is one way to say so."""
    return None if printed == mark_text(depth + 1, position + 1) else printed


@st.composite
def _odd_parts(draw: DrawFn, prose: SearchStrategy[str] | None, depth: int) -> tuple[Subsection, ...]:
    count = draw(st.integers(0, 3 if depth == 1 else 1))
    below = _odd_parts(prose, depth + 1) if depth < MAX_DEPTH else st.just(())
    titles = st.one_of(headings(), hostile_lines())
    numbers = st.one_of(st.none(), st.sampled_from(_ODD_NUMBERS))
    parts: list[Subsection] = []
    for position in range(count):
        number = draw(numbers)
        printed = None if number is None else _number(number, depth, position)
        parts.append(Subsection(draw(titles), draw(blocks(prose, hostile=True)), printed, draw(below)))
    return tuple(parts)
