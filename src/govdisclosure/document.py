"""A neutral document: what a file holds, before anybody asks whether it is a report.

Every format reads a file into these blocks and writes a file from them; no format knows what a report is.
"""

from typing import Final, TypeAlias

from attrs import field, frozen

__all__ = ["MAX_LEVEL", "Block", "Cell", "Document", "Grid", "Heading", "Image", "Link", "Place", "Remark", "Text"]

MAX_LEVEL: Final = 6
"""The deepest heading: 1 is the document's title, 2 a section, 3 to 6 what stands under it."""


@frozen
class Place:
    """Where something stands in the source.

    Args:
        line: the line, from 1. A format without lines counts its parts instead: the blocks of a Word file's body, the
            pages of a PDF, the rows of a sheet.
        column: the character in the line, or the part within the part, from 1.
        address: the same place in the format's own terms, where it has them: the elements that lead to it in HTML
            (``/html/body/table[2]/tr[3]/td``), ``table 2, row 3, cell 4`` in Word, ``page 3 (72, 100, 220, 118)`` in
            PDF (left, top, right, bottom, in points from the top left corner), ``表二!B7`` in a workbook.

    Example:
        >>> str(Place(12, 3)), str(Place(7, 2, "表二!B7")), str(Place(12, 3, "/html/body/p[2]"))
        ('12:3', '表二!B7', '12:3 /html/body/p[2]')
    """

    line: int
    column: int = 1
    address: str = ""

    def __str__(self) -> str:
        if self.address and not self.address.startswith("/"):
            return self.address
        return f"{self.line}:{self.column} {self.address}".rstrip()


@frozen
class Heading:
    """A line marked as a heading.

    Example:
        >>> Heading(2, "一、总体情况").level
        2
    """

    level: int
    text: str
    place: Place | None = field(default=None, eq=False)


@frozen
class Text:
    """One line of running text: a paragraph, or the part of one that stands on a line of its own in the source.

    ``continues`` says that the source has it in the same paragraph as the text before it; ``literal`` that it is a
    paragraph of its own whatever it looks like (a number in front makes no heading of it).

    Example:
        >>> Text("全年主动公开政府信息12条。").continues
        False
    """

    text: str
    continues: bool = False
    place: Place | None = field(default=None, eq=False)
    literal: bool = field(default=False, eq=False)


@frozen
class Cell:
    """A cell of a grid, with the rows and columns that it spans. A blank cell has the text ``""``.

    Example:
        >>> Cell("申请人情况", colspan=7).rowspan
        1
    """

    text: str = ""
    rowspan: int = 1
    colspan: int = 1
    place: Place | None = field(default=None, eq=False)


@frozen
class Grid:
    """A table: rows of cells, each cell standing where it begins (as rows and cells do in HTML).

    A position that a cell of an earlier row spans has no cell of its own.

    Example:
        >>> grid = Grid(((Cell("一", colspan=2),), (Cell("二"), Cell("三"))))
        >>> [len(row) for row in grid.rows]
        [1, 2]
    """

    rows: tuple[tuple[Cell, ...], ...]
    place: Place | None = field(default=None, eq=False)


@frozen
class Image:
    """A picture: where it is kept, and its caption.

    Example:
        >>> Image("tu1.png", "政策解读图").caption
        '政策解读图'
    """

    reference: str
    caption: str = ""
    place: Place | None = field(default=None, eq=False)


@frozen
class Link:
    """A line that only names another file, such as an attachment.

    Example:
        >>> Link("附件1.docx", "附件：1.统计表").text
        '附件：1.统计表'
    """

    reference: str
    text: str
    place: Place | None = field(default=None, eq=False)


Block: TypeAlias = Heading | Text | Grid | Image | Link
"""What a document is made of."""


@frozen
class Remark:
    """Something of the source that became no block: its code among the notes, the raw text, the place.

    Example:
        >>> Remark("link_target", "index.html").raw
        'index.html'
    """

    code: str
    raw: str
    place: Place | None = field(default=None, eq=False)


@frozen
class Document:
    """A file's content as blocks in reading order.

    ``properties`` are facts that stand beside the text, such as ``("year", "2024")``; ``remarks`` are what the
    format saw and could not carry as a block.

    Example:
        >>> Document((Heading(1, "青山镇2024年政府信息公开工作年度报告"),)).blocks[0].level
        1
    """

    blocks: tuple[Block, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Remark, ...] = field(default=(), eq=False)
