"""The sections of a report: statutory ones of prose, statutory ones around a table, and further ones.

Legal source: 《中华人民共和国政府信息公开条例》第五十条; 国办公开办函〔2021〕30号.
"""

from typing import Final, Generic, Literal, Never, TypeAlias, TypeVar, get_args

from attrs import Attribute, field, frozen

from govdisclosure.errors import ConstructionError, PathError
from govdisclosure.model._brief import Brief
from govdisclosure.model.checking import check_line, wrong_type
from govdisclosure.model.prose import (
    ProseBlock,
    Subsection,
    as_blocks,
    as_subsections,
    by_position,
    check_blocks,
    check_number,
    check_subsections,
    check_title,
    check_title_or_none,
)
from govdisclosure.model.statutory import StatutoryTable

__all__ = [
    "PLACES",
    "SECTION_HEADINGS",
    "SECTION_NAMES",
    "FurtherSection",
    "Preamble",
    "Section",
    "SectionName",
    "TableSection",
]

SectionName: TypeAlias = Literal["overview", "proactive", "applications", "remedies", "problems", "other_matters"]
"""The six statutory sections, 一 to 六."""

SECTION_NAMES: Final[tuple[SectionName, ...]] = get_args(SectionName)
"""The six statutory sections in their fixed order."""

SECTION_HEADINGS: Final[dict[SectionName, tuple[str, str]]] = {
    "overview": ("一、", "总体情况"),
    "proactive": ("二、", "主动公开政府信息情况"),
    "applications": ("三、", "收到和处理政府信息公开申请情况"),
    "remedies": ("四、", "政府信息公开行政复议、行政诉讼情况"),
    "problems": ("五、", "存在的主要问题及改进情况"),
    "other_matters": ("六、", "其他需要报告的事项"),
}
"""The statutory number and title of each section; both editions print the same."""

PLACES: Final = ("preamble", *SECTION_NAMES)
"""After what a further section may stand, in printed order."""

TableT_co = TypeVar("TableT_co", bound=StatutoryTable, covariant=True)
ExpectedT = TypeVar("ExpectedT", bound=StatutoryTable)


def _check_heading(owner: object, attribute: "Attribute[str | None]", value: object) -> None:
    if value is not None:
        check_line(type(owner).__name__, attribute.name, value, blank=True, edges=False)


def _check_untitled(section: "TableSection[TableT_co]") -> None:
    """Without a heading only the table itself tells the section from the one before."""
    others = (section.blocks, section.subsections, section.blocks_after, section.number)
    if section.title == "" and (section.table is None or any(others)):
        raise ConstructionError("untitled_section", owner="TableSection", field="title")


def _check_present(section: "Section | TableSection[TableT_co]", parts: tuple[object, ...]) -> None:
    owner = type(section).__name__
    if type(section.present) is not bool:
        raise wrong_type(owner, "present", section.present, "bool")
    if not section.present and (any(parts) or section.title is not None or section.number is not None):
        raise ConstructionError("absent_with_content", owner=owner, field="present")


@frozen(order=False, repr=False, kw_only=True)
class Section(Brief):
    """A statutory section of prose: 一, 五 and 六.

    Args:
        blocks: paragraphs, free tables and pictures before the first subsection; a plain string is split.
        subsections: the parts below.
        title: the printed title where it differs from the statutory one.
        number: the printed number where it differs from the statutory one; ``""`` where none is printed.
        present: False for a section that the source lacks; such a section is empty.

    Example:
        >>> Section(blocks="无。").blocks
        ('无。',)
        >>> Section.absent().present
        False
    """

    blocks: tuple[ProseBlock, ...] = field(default=(), converter=as_blocks, validator=check_blocks)
    subsections: tuple[Subsection, ...] = field(default=(), converter=as_subsections, validator=check_subsections)
    title: str | None = field(default=None, validator=check_title_or_none)
    number: str | None = field(default=None, validator=check_number)
    present: bool = True

    def __attrs_post_init__(self) -> None:
        _check_present(self, (self.blocks, self.subsections))
        if self.subsections:
            object.__setattr__(self, "subsections", by_position(self.subsections))

    @staticmethod
    def absent() -> "Section":
        """Return the section that stands for one that the source lacks.

        Example:
            >>> Section.absent() is Section.absent()
            True
        """
        return _ABSENT


@frozen(order=False, repr=False, kw_only=True)
class TableSection(Brief, Generic[TableT_co]):
    """A statutory section around a table: 二, 三 and 四.

    The printed order is: ``blocks``, the first ``subsections_before_table`` subsections, ``table``, ``blocks_after``,
    the other subsections.

    Args:
        table: the statutory table, or ``None`` where there is none.
        blocks: what stands before; a plain string is split into paragraphs.
        subsections: the parts below.
        subsections_before_table: how many of them stand before the table.
        blocks_after: what follows the table directly.
        title: as :class:`Section`; ``""`` where the table stands without a heading, which is all that then stands here.
        number: as :class:`Section`.
        present: as :class:`Section`.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> section = TableSection(table=RemediesTable.zeros())
        >>> section.expect(RemediesTable).reconsideration.total
        0
    """

    table: TableT_co | None = None
    blocks: tuple[ProseBlock, ...] = field(default=(), converter=as_blocks, validator=check_blocks)
    subsections: tuple[Subsection, ...] = field(default=(), converter=as_subsections, validator=check_subsections)
    subsections_before_table: int = 0
    blocks_after: tuple[ProseBlock, ...] = field(default=(), converter=as_blocks, validator=check_blocks)
    title: str | None = field(default=None, validator=_check_heading)
    number: str | None = field(default=None, validator=check_number)
    present: bool = True

    def __attrs_post_init__(self) -> None:
        _check_present(self, (self.table, self.blocks, self.subsections, self.blocks_after))
        _check_untitled(self)
        if self.subsections:
            object.__setattr__(self, "subsections", by_position(self.subsections))
        limit = len(self.subsections) if self.table is not None else 0
        if type(self.subsections_before_table) is not int or not 0 <= self.subsections_before_table <= limit:
            raise wrong_type("TableSection", "subsections_before_table", self.subsections_before_table, f"0–{limit}")
        if self.table is None and self.blocks_after:
            raise ConstructionError("after_no_table", owner="TableSection", field="blocks_after")

    def expect(self, kind: type[ExpectedT]) -> ExpectedT:
        """Return the table if it is a ``kind``.

        Raises:
            PathError: another table stands here, or none; the message says which.

        Example:
            >>> from govdisclosure import ApplicationsTable2019, ApplicationsTable2021
            >>> TableSection(table=ApplicationsTable2019()).expect(ApplicationsTable2021)
            Traceback (most recent call last):
            govdisclosure.errors.PathError: ApplicationsTable2019 stands here, ...
        """
        if isinstance(self.table, kind):
            return self.table
        found = "None" if self.table is None else type(self.table).__name__
        raise PathError("other_table", expected=kind.__name__, found=found)

    @staticmethod
    def absent() -> "TableSection[Never]":
        """Return the section that stands for one that the source lacks.

        Example:
            >>> TableSection.absent().table is None
            True
        """
        return _ABSENT_TABLE


_ABSENT: Final = Section(present=False)
_ABSENT_TABLE: Final[TableSection[Never]] = TableSection(present=False)


@frozen(order=False, repr=False)
class Preamble(Brief):
    """What stands between the title and section 一: the legal basis, the period, where the text is published.

    Example:
        >>> Preamble("本报告依据《中华人民共和国政府信息公开条例》编制。").blocks[0][:3]
        '本报告'
    """

    blocks: tuple[ProseBlock, ...] = field(default=(), converter=as_blocks, validator=check_blocks)


@frozen(order=False, repr=False)
class FurtherSection(Brief):
    """A section that the form does not have.

    Args:
        title: the printed title, without its number.
        blocks: what stands before the first subsection; a plain string is split into paragraphs.
        number: the printed number where it differs from the one that follows 六 (七, 八, …); ``""`` for none.
        subsections: the parts below.
        after: the statutory section that it follows, or ``"preamble"``.

    Example:
        >>> FurtherSection("附则", "本报告由办公室负责解释。").after
        'other_matters'
    """

    title: str = field(validator=check_title)
    blocks: tuple[ProseBlock, ...] = field(default=(), converter=as_blocks, validator=check_blocks)
    number: str | None = field(default=None, validator=check_number)
    subsections: tuple[Subsection, ...] = field(default=(), converter=as_subsections, validator=check_subsections)
    after: SectionName | Literal["preamble"] = "other_matters"

    def __attrs_post_init__(self) -> None:
        if self.subsections:
            object.__setattr__(self, "subsections", by_position(self.subsections))
        if self.after not in PLACES:
            raise wrong_type("FurtherSection", "after", self.after, ", ".join(PLACES))
