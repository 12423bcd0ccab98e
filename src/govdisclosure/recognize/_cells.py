"""The printed cells of a stretch of blocks, row by row: of grids with their columns, of lines as they come."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from govdisclosure.conventions.characters import is_blank
from govdisclosure.document import Block, Grid, Heading, Place, Text
from govdisclosure.recognize._labels import is_figure

__all__ = ["Row", "Token", "cell_text", "is_page_number", "rows_of", "tokens_of_line"]

_PAGE_NUMBER: Final = re.compile(
    r"[-—–－]{1,2}\s*\d{1,3}\s*[-—–－]{1,2}|P\.\s?\d{1,3}|第\s?\d{1,3}\s?页(?:\s?共\s?\d{1,3}\s?页)?"
)
_COLUMNS: Final = re.compile(r"\s{2,}|\t")
_NO_COLUMN: Final = -1


@frozen
class Token:
    """A printed cell, or a piece of a line that stands like one; ``column`` and ``span`` where columns are known."""

    text: str
    place: Place | None = None
    column: int = _NO_COLUMN
    span: int = 1


@frozen
class Row:
    """Printed cells in one row.

    ``sheet`` tells the grid from which it comes, whose columns it shares; a row of a line is ``None`` there.
    """

    tokens: tuple[Token, ...]
    sheet: int | None = None

    @property
    def is_grid(self) -> bool:
        """Whether the source itself says which cell stands in which column."""
        return self.sheet is not None

    @property
    def raw(self) -> str:
        """The row's texts as one line."""
        return " | ".join(token.text for token in self.tokens)

    @property
    def place(self) -> Place | None:
        """Where the row begins."""
        return next((token.place for token in self.tokens if token.place), None)


def cell_text(text: str) -> str:
    r"""The text of a cell on one line: a broken label is joined, but a break beside a figure or a word stays a break.

    Example:
        >>> cell_text("本年新\n制作数量"), cell_text("12\n3")
        ('本年新制作数量', '12\n3')
    """
    if "\n" not in text:
        return text
    joined = ""
    for line in filter(None, map(str.strip, text.split("\n"))):
        beside = joined[-1:] + line[:1]
        are_apart = (beside.isascii() and beside.isalnum()) or (is_figure(line) and is_figure(joined))
        joined += ("\n" if joined and are_apart else "") + line
    return joined


def is_page_number(text: str) -> bool:
    """Tell whether a line is only the number of a page."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def rows_of(blocks: Sequence[Block], start: int, stop: int) -> Iterator[Row]:
    """The rows of printed cells in the blocks from ``start`` to before ``stop``; a line of text is a row too."""
    for number, block in enumerate(blocks[start:stop], start):
        if isinstance(block, Grid):
            yield from _grid_rows(block, number)
        elif isinstance(block, Heading | Text):
            first = block.text.lstrip().startswith("|")  # the cells after a bar are columns 1, 2, ...
            has_bars = "|" in block.text
            cells = enumerate(tokens_of_line(block.text), int(first))
            yield Row(tuple(Token(text, block.place, n if has_bars else _NO_COLUMN) for n, text in cells))


def tokens_of_line(line: str) -> list[str]:
    """Take a line apart into what stands like cells in it: by bars, by runs of spaces, or a label before figures."""
    if "|" in line:
        cells = [cell.strip() for cell in line.split("|")]
        return cells[bool(not cells[0]) : -1 if len(cells) > 1 and not cells[-1] else None]
    pieces = _COLUMNS.split(line.strip())
    if len(pieces) > 1:
        return [token for piece in pieces for token in _figures_apart(piece)]
    return _figures_apart(line.strip())


def _figures_apart(piece: str) -> list[str]:
    words = piece.split()
    figures = len(words)
    while figures and is_figure(words[figures - 1]):
        figures -= 1
    if figures == len(words):
        return [piece]
    return ([" ".join(words[:figures])] if figures else []) + words[figures:]


def _grid_rows(grid: Grid, number: int) -> Iterator[Row]:
    """Give each cell its column as HTML does: the next that no cell from above spans."""
    spanned: dict[int, int] = {}
    for cells in grid.rows:
        column = 0
        tokens: list[Token] = []
        below: dict[int, int] = {}
        for cell in cells:
            while spanned.get(column, 0):
                column += 1
            text = cell_text(cell.text)
            tokens.append(Token("" if is_blank(text) else text, cell.place or grid.place, column, cell.colspan))
            if cell.rowspan > 1:
                below.update(dict.fromkeys(range(column, column + cell.colspan), cell.rowspan))
            column += cell.colspan
        spanned = {at: left - 1 for at, left in spanned.items() if left > 1}
        spanned.update({at: left - 1 for at, left in below.items()})
        yield Row(tuple(tokens), number)
