"""The prose of a section: its paragraphs, joined where a conversion broke them, and its subsections."""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import Factory, define

from govdisclosure.conventions.broken import is_broken
from govdisclosure.conventions.characters import is_blank
from govdisclosure.conventions.numbering import leading_mark, looks_like_heading, mark_text
from govdisclosure.document import Block, Cell, Grid, Heading, Image, Link, Place, Text
from govdisclosure.model.prose import MAX_DEPTH, FreeTable, Picture, ProseBlock, Subsection, TableCell
from govdisclosure.paths import Path
from govdisclosure.recognize._cells import cell_text
from govdisclosure.recognize._headings import split_heading
from govdisclosure.recognize._notebook import Notebook

__all__ = ["Part", "begins_item", "heading_rank", "is_subheading", "prose_part"]

_BREAK: Final = " ↵ "
_UNFINISHED: Final = tuple("，、（(《〈“‘")  # after such a mark even a number begins no item
_WIDEST: Final = 1000  # no cell of a table is wider, whatever a page says


@define
class Part:
    """A titled part while it is put together; the section itself has rank 1, （一） rank 2, and so on."""

    rank: int
    title: str = ""
    number: str = ""
    place: Place | None = None
    blocks: list[ProseBlock] = Factory(list[ProseBlock])
    parts: list["Part"] = Factory(list["Part"])
    depth: int = 1
    first: int = 0

    def subsections(self) -> tuple[Subsection, ...]:
        """The finished subsections; ``first`` of their siblings stand before these."""
        return tuple(part.finished(position, self.depth) for position, part in enumerate(self.parts, self.first))

    def finished(self, position: int, depth: int) -> Subsection:
        """The finished subsection at ``position`` among its siblings."""
        number = None if self.number == mark_text(depth + 1, position + 1) else self.number
        return Subsection(self.title, self.blocks, number, self.subsections())


def is_subheading(block: Block) -> bool:
    """Tell whether a block is the heading of a part of a section."""
    if isinstance(block, Heading):
        return not is_blank(block.text)
    if not isinstance(block, Text) or block.literal:
        return False
    mark = leading_mark(block.text)
    return mark is not None and mark.level == 2 and looks_like_heading(block.text)


def heading_rank(block: Heading | Text) -> int:
    """How deep a heading stands: by its mark-up, or by its number where the mark-up raises it to a section."""
    mark = leading_mark(block.text)
    by_number = mark.level if mark is not None and mark.level > 1 else 2
    if isinstance(block, Text) or block.level <= 2:
        return by_number
    return block.level - 1


def begins_item(text: str) -> bool:
    """Tell whether a line begins an item of its own: with a number of any kind, or 一是."""
    return not is_broken("某某某某某某某某某某某某，", text)


def prose_part(
    blocks: Sequence[Block], where: Path, book: Notebook, *, field: str = "blocks", first: int = 0
) -> tuple[list[ProseBlock], tuple[Subsection, ...]]:
    """Read the blocks of a section into its own blocks and its subsections.

    ``where`` is the section's path, ``field`` the name of its blocks there, ``first`` the number of subsections that
    stand before these.
    """
    root = Part(1, first=first)
    open_parts = [root]
    here = [where]
    before: Text | None = None
    for block in blocks:
        if isinstance(block, Heading | Text) and is_subheading(block):
            _open_part(block, open_parts, here, book)
            before = None
            continue
        part, path = open_parts[-1], here[-1] / (field if len(here) == 1 else "blocks")
        if isinstance(block, Text) and before is not None and _is_joined(before, block, part.blocks):
            _join(block, part.blocks, path / (len(part.blocks) - 1), book)
        else:
            _append(block, part.blocks, path / len(part.blocks), book)
        before = block if isinstance(block, Text) else None
    return root.blocks, root.subsections()


def _open_part(block: Heading | Text, open_parts: list[Part], here: list[Path], book: Notebook) -> None:
    rank = heading_rank(block)
    while len(open_parts) > 1 and open_parts[-1].rank >= rank:
        open_parts.pop()
        here.pop()
    if len(open_parts) > MAX_DEPTH:
        open_parts.pop()
        here.pop()
    parent = open_parts[-1]
    number, title = split_heading(block.text)
    part = Part(rank, title, number, block.place, depth=len(open_parts) + 1)
    path = here[-1] / "subsections" / (parent.first + len(parent.parts))
    parent.parts.append(part)
    book.stands(path, block.place)
    if isinstance(block, Heading) and block.level <= 2:
        book.note("heading_level", path, block.text, block.place)
    open_parts.append(part)
    here.append(path)


def _is_joined(before: Text, block: Text, blocks: Sequence[ProseBlock]) -> bool:
    if before.literal or block.literal or not blocks or not isinstance(blocks[-1], str):
        return False
    if is_broken(blocks[-1], block.text):
        return True
    return block.continues and (before.text[-1:] in _UNFINISHED or not begins_item(block.text))


def _join(block: Text, blocks: list[ProseBlock], path: Path, book: Notebook) -> None:
    first = str(blocks[-1])
    between = first[-1:] + block.text[:1]
    space = " " if between.isascii() and between.isalnum() else ""
    blocks[-1] = first + space + block.text
    book.note("paragraph_joined", path, first[-12:] + _BREAK + block.text[:12], block.place)


def _append(block: Block, blocks: list[ProseBlock], path: Path, book: Notebook) -> None:
    if isinstance(block, Link) and is_blank(block.text):  # a link on nothing that prints
        book.note("link_target", path.parent.parent, block.reference, block.place)
        return
    book.stands(path, block.place)
    if isinstance(block, Grid):
        blocks.append(_free_table(block, path, book))
    elif isinstance(block, Image):
        blocks.append(_picture(block, path, book))
    elif isinstance(block, Link):
        blocks.append(block.text)
        book.note("link_target", path, block.reference, block.place)
    else:
        blocks.append(block.text)


def _picture(image: Image, path: Path, book: Notebook) -> Picture:
    reference, caption = image.reference.strip(), image.caption.strip()
    if is_blank(reference):
        book.note("picture_without_reference", path, caption, image.place)
        reference = "?"
    return Picture(reference, "" if is_blank(caption) else caption)


def _free_table(grid: Grid, path: Path, book: Notebook) -> FreeTable:
    rows = list(_padded(grid))
    if len(rows) != len(grid.rows) or any(len(a) != len(b) for a, b in zip(rows, grid.rows, strict=False)):
        book.note("table_padded", path, "", grid.place)
    return FreeTable([[TableCell(_cell_text(cell), cell.rowspan, cell.colspan) for cell in row] for row in rows])


def _cell_text(cell: Cell) -> str:
    text = cell_text(cell.text).replace("\n", " ")
    return "" if is_blank(text) else text.strip()


def _padded(grid: Grid) -> Iterator[list[Cell]]:
    """Fill a ragged grid up to a rectangle with blank cells; spans that run out of it are cut."""
    widths = [sum(cell.colspan for cell in row) for row in grid.rows]
    if all(cell.rowspan == 1 for row in grid.rows for cell in row):
        width = max(widths, default=1) or 1
        for row, own in zip(grid.rows, widths, strict=True):
            yield [*row, *[Cell()] * (width - own)]
        return
    yield from _placed(grid)


def _placed(grid: Grid) -> Iterator[list[Cell]]:
    """Place the cells as HTML does; what overlaps or runs out of the grid is cut, what is left free is filled."""
    taken: set[tuple[int, int]] = set()
    laid: list[list[tuple[int, Cell]]] = []
    height = len(grid.rows)
    for number, row in enumerate(grid.rows):
        column = 0
        line: list[tuple[int, Cell]] = []
        for cell in row:
            while (number, column) in taken:
                column += 1
            span = next(
                (s for s in range(1, cell.colspan) if (number, column + s) in taken), min(cell.colspan, _WIDEST)
            )
            tall = min(cell.rowspan, height - number)
            taken.update((r, c) for r in range(number, number + tall) for c in range(column, column + span))
            line.append((column, Cell(cell.text, tall, span)))
            column += span
        laid.append(line)
    width = max((c for _, c in taken), default=0) + 1
    for number, line in enumerate(laid):
        gaps = [(c, Cell()) for c in range(width) if (number, c) not in taken]
        yield [cell for _, cell in sorted([*line, *gaps], key=lambda item: item[0])]
