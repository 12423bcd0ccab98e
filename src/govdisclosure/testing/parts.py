"""Sections and what stands in and around them."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import Final, TypeAlias, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from govdisclosure.conventions.numbering import mark_text
from govdisclosure.conventions.numerals import to_chinese
from govdisclosure.editions import SECTIONS
from govdisclosure.model.prose import MAX_DEPTH, Picture, ProseBlock, Subsection
from govdisclosure.model.report import Attachment, SignOff
from govdisclosure.model.sections import FurtherSection, Section, SectionName, TableSection
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.testing._draws import short
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

_Blocks: TypeAlias = tuple[ProseBlock, ...]
_Parts: TypeAlias = tuple[Subsection, ...]
_Heading: TypeAlias = tuple[str | None, str | None]
_Drawn: TypeAlias = tuple[str, _Blocks, _Parts]

_FILES: Final = ("tu1.png", "images/liucheng-tu.jpg", "https://www.qingshan.example/tu.png?id=1", "图/流程图.png")
_CAPTIONS: Final = ("", "依申请公开流程图", "图1 政策解读")
_FURTHER: Final = ("附则", "建议提案办理结果公开情况", "政务公开工作大事记")
_ATTACHMENTS: Final = ("2024年度政府信息公开工作统计表", "规范性文件目录", "答复文书格式（试行）")
_ODD_NUMBERS: Final = ("", "(二)", "二）", "1.", "１、", "⑴", "①", "一是", "§", "1.1", "-", "#", "八、")
_MOST_BLOCKS: Final = 3

# Each level's mark as it is printed, the standard's own first; 〇 stands for the Chinese numeral, 0 for the Arabic one.
_STYLES: Final = {2: ("（〇）", "(〇)", "（〇)"), 3: ("0.", "0、", "0．"), 4: ("（0）", "(0)")}
_DEEPEST: Final = max(_STYLES)


def pictures(*, hostile: bool = False) -> SearchStrategy[Picture]:
    """Return pictures with and without a caption.

    Example:
        >>> from hypothesis import find
        >>> find(pictures(), lambda picture: True)
        Picture(reference='tu1.png')
    """
    return st.builds(Picture, _lines(_FILES, hostile=hostile), _lines(_CAPTIONS, hostile=hostile))


def blocks(
    prose: SearchStrategy[str] | None = None, *, hostile: bool = False
) -> SearchStrategy[tuple[ProseBlock, ...]]:
    """Return what stands in a section: paragraphs of ``prose``, now and then a free table or a picture.

    Example:
        >>> from hypothesis import find
        >>> find(blocks(), lambda found: len(found) == 2)
        ('全年主动公开政府信息0条。', '全年主动公开政府信息0条。')
    """
    text = _prose(prose, hostile=hostile)
    block = st.one_of(text, free_tables(hostile=hostile), pictures(hostile=hostile))
    return short(st.lists(block, max_size=_MOST_BLOCKS)).map(tuple)


def subsections(
    prose: SearchStrategy[str] | None = None, *, hostile: bool = False
) -> SearchStrategy[tuple[Subsection, ...]]:
    """Return the subsections of one section, nested up to three deep, numbered in any printed way.

    Numbers are those of the position, or print another variant, a deeper level or a slip (a number left out). With
    ``hostile`` they are nested as deep as the model holds, and any number may stand anywhere.

    Example:
        >>> from hypothesis import find
        >>> find(subsections(), lambda parts: len(parts) == 1 and parts[0].number is not None)[0].number
        '（二）'
    """
    text = blocks(prose, hostile=hostile)
    brief = _brief(prose, hostile=hostile)
    return _odd_parts(text, brief, MAX_DEPTH) if hostile else _parts(text, brief, 1, min(_STYLES))


def sections(
    prose: SearchStrategy[str] | None = None, *, name: SectionName = "overview", hostile: bool = False
) -> SearchStrategy[Section]:
    """Return sections of prose: absent, empty or filled, under the statutory title of ``name`` or a printed variant.

    Example:
        >>> from hypothesis import find
        >>> find(sections(), lambda section: section.title is not None).title
        '概述'
    """
    drawn = st.tuples(
        _section_headings(name, hostile), blocks(prose, hostile=hostile), subsections(prose, hostile=hostile)
    )
    present = drawn.map(lambda d: Section(title=d[0][0], number=d[0][1], blocks=d[1], subsections=d[2]))
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
        >>> find(table_sections(remedies_tables(), name="remedies"), lambda section: True).present
        False
    """
    text, parts = blocks(prose, hostile=hostile), subsections(prose, hostile=hostile)
    heading = _section_headings(name, hostile)
    absent: TableSection[TableT] = TableSection.absent()
    without = st.tuples(heading, text, parts).map(
        lambda d: TableSection[TableT](title=d[0][0], number=d[0][1], blocks=d[1], subsections=d[2])
    )
    around = st.tuples(heading, text, parts, text, st.integers(0, _MOST_BLOCKS))
    return st.one_of(
        st.just(absent),
        tables.map(lambda table: TableSection(table=table)),
        *([tables.map(lambda table: TableSection(table=table, title=""))] if hostile else []),
        without,
        st.tuples(tables, around).map(lambda d: _around(d[0], *d[1])),
    )


def further_sections(
    after: Iterable[SectionName] = ("other_matters",),
    *,
    prose: SearchStrategy[str] | None = None,
    hostile: bool = False,
) -> SearchStrategy[tuple[FurtherSection, ...]]:
    """Return sections that the form does not have, each after one of ``after``.

    Example:
        >>> from hypothesis import find
        >>> [section.title for section in find(further_sections(), lambda found: len(found) == 1)]
        ['附则']
    """
    section = st.builds(
        FurtherSection,
        title=_lines(_FURTHER, hostile=hostile),
        blocks=blocks(prose, hostile=hostile),
        number=st.one_of(st.none(), st.sampled_from(_ODD_NUMBERS)) if hostile else st.none(),
        subsections=subsections(prose, hostile=hostile),
        after=st.sampled_from(tuple(after)),
    )
    return st.lists(section, max_size=2).map(tuple)


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
    files = _lines(("fujian1.xlsx", "附件/2.docx"), hostile=hostile)
    one = st.builds(Attachment, _lines(_ATTACHMENTS, hostile=hostile), st.one_of(st.none(), files))
    return st.lists(one, max_size=3).map(tuple)


def _lines(plain: Sequence[str], *, hostile: bool) -> SearchStrategy[str]:
    return st.one_of(st.sampled_from(plain), hostile_lines()) if hostile else st.sampled_from(plain)


def _around(
    table: TableT, heading: _Heading, text: _Blocks, parts: _Parts, after: _Blocks, before: int
) -> TableSection[TableT]:
    title, number = heading
    return TableSection(
        table=table,
        blocks=text,
        subsections=parts,
        subsections_before_table=min(before, len(parts)),
        blocks_after=after,
        title=title,
        number=number,
    )


def _section_headings(name: SectionName, hostile: bool) -> SearchStrategy[_Heading]:
    """Title and number; ``None`` where the form's own is printed, since there is one way to say so."""
    form = SECTIONS[name]
    titles = st.one_of(st.none(), _lines(form.variants, hostile=hostile))
    numbers = [form.number.replace("、", mark) for mark in (".", "．")]
    number = st.one_of(st.none(), st.sampled_from((*numbers, *_ODD_NUMBERS) if hostile else numbers))
    return st.tuples(titles, number).map(lambda d: (None if d[0] == form.title else d[0], d[1]))


def _prose(prose: SearchStrategy[str] | None, *, hostile: bool) -> SearchStrategy[str]:
    ordinary = st.one_of(paragraphs(), hostile_paragraphs()) if hostile else paragraphs()
    return ordinary if prose is None else prose


def _brief(prose: SearchStrategy[str] | None, *, hostile: bool) -> SearchStrategy[_Blocks]:
    """What stands in subsections of subsections: with more, a report would take long to draw and to shrink."""
    return short(st.lists(_prose(prose, hostile=hostile), max_size=1)).map(tuple)


def _parts(
    text: SearchStrategy[_Blocks], brief: SearchStrategy[_Blocks], depth: int, shallowest: int
) -> SearchStrategy[_Parts]:
    """Subsections that a reader of plain text tells apart by their marks: one style a list, deeper ones below."""
    lists: list[SearchStrategy[_Parts]] = [st.just(())]
    for level in range(shallowest, _DEEPEST + 1):
        part = st.tuples(headings(), text, _parts(brief, brief, depth + 1, level + 1))
        drawn = st.lists(part, min_size=1, max_size=3 if depth == 1 else 2)
        lists.append(
            st.tuples(st.sampled_from(_STYLES[level]), st.integers(0, 3), drawn).map(partial(_numbered, depth))
        )
    return short(st.one_of(lists))


def _numbered(depth: int, drawn: tuple[str, int, Sequence[_Drawn]]) -> _Parts:
    """Number a list in one style; the last ``slips`` of it print a number too high."""
    style, slips, parts = drawn
    numbers = [n + (n > len(parts) - slips) for n in range(1, len(parts) + 1)]
    printed = [style.replace("〇", to_chinese(n)).replace("0", str(n)) for n in numbers]
    return tuple(
        Subsection(title, text, _differing(number, depth, position), below)
        for position, (number, (title, text, below)) in enumerate(zip(printed, parts, strict=True))
    )


def _odd_parts(text: SearchStrategy[_Blocks], brief: SearchStrategy[_Blocks], levels: int) -> SearchStrategy[_Parts]:
    """Subsections with any number, one below another down to the deepest that the model holds."""
    if levels == 0:
        return st.just(())
    part = st.tuples(_lines(("主动公开情况",), hostile=True), text, _odd_parts(brief, brief, levels - 1))
    number = st.one_of(st.none(), st.sampled_from(_ODD_NUMBERS))
    most = 3 if levels == MAX_DEPTH else 1
    return short(st.lists(st.tuples(number, part), max_size=most)).map(partial(_oddly_numbered, MAX_DEPTH + 1 - levels))


def _oddly_numbered(depth: int, drawn: Sequence[tuple[str | None, _Drawn]]) -> _Parts:
    return tuple(
        Subsection(title, text, None if number is None else _differing(number, depth, position), below)
        for position, (number, (title, text, below)) in enumerate(drawn)
    )


def _differing(printed: str, depth: int, position: int) -> str | None:
    """``None`` for the number that the position gives: there is one way to say so."""
    return None if printed == mark_text(depth + 1, position + 1) else printed
