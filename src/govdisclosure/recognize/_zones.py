"""Where the statutory tables stand among the blocks of a document, and their rows of printed cells."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from govdisclosure.document import Block, Grid, Heading, Place, Text
from govdisclosure.editions import TABLE_KINDS
from govdisclosure.grid import read_texts
from govdisclosure.model.sections import SectionName
from govdisclosure.recognize._labels import index_of, is_anchor, is_figure, is_part_of_form, normal

__all__ = ["Row", "Token", "Zone", "fits_a_table", "is_page_number", "rows_of", "table_zones", "tokens_of_line"]

_PAGE_NUMBER: Final = re.compile(
    r"[-—–－]{1,2}\s*\d{1,3}\s*[-—–－]{1,2}|P\.\s?\d{1,3}|第\s?\d{1,3}\s?页(?:\s?共\s?\d{1,3}\s?页)?"
)
_LONGEST_LINE: Final = 400
_NAMES: Final[tuple[SectionName, ...]] = tuple(TABLE_KINDS)


@frozen
class Token:
    """A printed cell, or a piece of a line that stands like one."""

    text: str
    place: Place | None = None


@frozen
class Row:
    """Printed cells in one row; ``is_grid`` where the source itself says which cell stands in which column."""

    tokens: tuple[Token, ...]
    is_grid: bool

    @property
    def raw(self) -> str:
        """The row's texts as one line."""
        return " | ".join(token.text for token in self.tokens)


@frozen
class Zone:
    """The blocks from ``start`` to before ``stop`` are (a part of) the table of the section ``name``.

    ``is_exact`` where it is one grid that is the form word for word.
    """

    start: int
    stop: int
    name: SectionName
    is_exact: bool = False


def table_zones(blocks: Sequence[Block]) -> Iterator[Zone]:
    """Find the runs of blocks that print a statutory table, or a part of one."""
    position = 0
    while position < len(blocks):
        exact = _exact_name(blocks[position])
        if exact is not None:
            yield Zone(position, position + 1, exact, is_exact=True)
            position += 1
            continue
        name = _begun(blocks[position])
        if name is None:
            position += 1
            continue
        stop = position + 1
        while stop < len(blocks) and _goes_on(blocks, stop, name):
            stop += 1
        if any(not isinstance(block, Heading) for block in blocks[position:stop]):
            yield Zone(position, stop, name)
        position = stop


def is_page_number(text: str) -> bool:
    """Tell whether a line is only the number of a page."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def fits_a_table(text: str) -> bool:
    """Tell whether a line could be a row, or a piece, of a statutory table."""
    if "。" in text or len(text) > _LONGEST_LINE:
        return False
    tokens = tokens_of_line(text)
    return any(_fits(tokens, name) for name in _NAMES)


def rows_of(blocks: Sequence[Block]) -> Iterator[Row]:
    """The rows of printed cells in some blocks; a line of text is a row too."""
    for block in blocks:
        if isinstance(block, Grid):
            for cells in block.rows:
                yield Row(tuple(Token(cell.text, cell.place or block.place) for cell in cells), is_grid=True)
        elif isinstance(block, Heading | Text) and not is_page_number(block.text):
            yield Row(tuple(Token(text, block.place) for text in tokens_of_line(block.text)), is_grid=False)


def tokens_of_line(line: str) -> list[str]:
    """Take a line apart into what stands like cells in it: by bars, by runs of spaces, or a label before figures."""
    if "|" in line:
        cells = [cell.strip() for cell in line.split("|")]
        return cells[bool(not cells[0]) : -1 if len(cells) > 1 and not cells[-1] else None]
    pieces = re.split(r"\s{2,}|\t", line.strip())
    if len(pieces) > 1:
        return [token for piece in pieces for token in _figures_apart(piece)]
    return _figures_apart(line.strip())


def _figures_apart(piece: str) -> list[str]:
    words = piece.split()
    figures = next((n for n in range(len(words)) if all(map(is_figure, words[n:]))), len(words))
    if figures == len(words):
        return [piece]
    return ([" ".join(words[:figures])] if figures else []) + words[figures:]


def _exact_name(block: Block) -> SectionName | None:
    if not isinstance(block, Grid):
        return None
    texts = [[cell.text for cell in row] for row in block.rows]
    for name in _NAMES:
        if any(read_texts(kind, texts) is not None for kind in TABLE_KINDS[name]):
            return name
    return None


def _begun(block: Block) -> SectionName | None:
    """The section whose table may begin with a block."""
    for name in _NAMES:
        if _begins(block, name):
            return name
    return None


def _begins(block: Block, name: SectionName) -> bool:
    if isinstance(block, Grid):
        return _is_grid_of(block, name)
    if isinstance(block, Heading | Text) and _may_be_row(block):
        tokens = tokens_of_line(block.text)
        return any(is_anchor(token, name) for token in tokens) and _fits(tokens, name)
    return False


def _goes_on(blocks: Sequence[Block], position: int, name: SectionName) -> bool:
    block = blocks[position]
    if isinstance(block, Grid) and _exact_name(block) is not None:
        return False
    if isinstance(block, Grid):
        texts = [cell.text for row in block.rows for cell in row]
        return _is_grid_of(block, name) or _strange(texts, name) == 0
    if not isinstance(block, Heading | Text) or not _may_be_row(block):
        return False
    if is_page_number(block.text):
        return position + 1 < len(blocks) and _goes_on(blocks, position + 1, name)
    return _fits(tokens_of_line(block.text), name)


def _may_be_row(block: Heading | Text) -> bool:
    """No label of the form has a full stop in it: most paragraphs are told apart by that alone."""
    is_literal = isinstance(block, Text) and block.literal
    return not is_literal and len(block.text) <= _LONGEST_LINE and "。" not in block.text


def _fits(tokens: Sequence[str], name: SectionName) -> bool:
    """Tell whether a row may be one of the form: of its words and figures, or with more figures than other words."""
    strange = _strange(tokens, name)
    return strange == 0 or strange < sum(map(is_figure, tokens))


def _strange(tokens: Sequence[str], name: SectionName) -> int:
    return sum(not is_figure(token) and not is_part_of_form(token, name) for token in tokens)


def _is_grid_of(grid: Grid, name: SectionName) -> bool:
    """A grid is a table of the form if it has a row of it, or if most of its words are labels of it."""
    texts = [cell.text for row in grid.rows for cell in row]
    words = [text for text in texts if normal(text) and not is_figure(text)]
    labels = [text for text in words if is_anchor(text, name)]
    if not labels:
        return False
    rows = {form for kind in TABLE_KINDS[name] for form in index_of(kind).rows}
    return any(normal(text) in rows for text in labels) or 2 * len(labels) > len(words)
