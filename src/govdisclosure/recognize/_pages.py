"""The blocks as they were before pages and conversions broke or heaped them: the first step of every recognition.

Numbers of pages and titles repeated at the head of a page are taken out, each with a note; a grid that holds several
statutory tables, or headings of sections among its rows, is parted; a table on one line is laid out a cell a line.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from govdisclosure.conventions.titles import parse_title
from govdisclosure.document import Block, Cell, Grid, Heading, Place, Text
from govdisclosure.editions import TABLE_KINDS
from govdisclosure.model.sections import SectionName
from govdisclosure.paths import Path
from govdisclosure.recognize._cells import cell_text, is_page_number
from govdisclosure.recognize._headings import section_likeness, split_heading
from govdisclosure.recognize._labels import index_of, is_anchor, is_figure, normal
from govdisclosure.recognize._notebook import Notebook
from govdisclosure.recognize._sheets import Sheet, sheet_of

__all__ = ["is_folded", "prepared"]

_TOKEN: Final = re.compile(r"[^\s|]+")
_LONGEST_TITLE: Final = 80
_LONGEST_FOLDED: Final = 20_000  # all three tables take some 4,000
_FEWEST_LABELS: Final = 2
_FEWEST_TOKENS: Final = 9


def prepared(blocks: Sequence[Block], book: Notebook) -> list[Block]:
    """Return the blocks without what pages put between them, and with tables apart."""
    titles: set[str] = set()
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Grid):
            kept += _parted(block)
        elif isinstance(block, Text) and not block.literal and is_page_number(block.text):
            book.note("page_number", raw=block.text, place=block.place)
        elif _is_repeated_title(block, titles):
            book.note("title_repeated", Path(("title",)), getattr(block, "text", ""), block.place)
        elif isinstance(block, Text) and not block.literal and is_folded(block.text):
            kept += _unfolded(block)
        else:
            kept.append(block)
    return kept


def is_folded(text: str) -> bool:
    """Tell whether a line holds rows of a statutory table one after another: labels and figures, parted by spaces."""
    if len(text) > _LONGEST_FOLDED:
        return False
    if text.count(" ") + text.count("|") + text.count("\t") + text.count("\u3000") < _FEWEST_TOKENS:
        return False
    tokens = [found[0] for found in _TOKEN.finditer(text)]
    if sum(map(is_figure, tokens)) < _FEWEST_LABELS:
        return False
    forms = {normal(token) for token in tokens}
    fewest = _FEWEST_LABELS + ("|" in text)  # two labels in a row with bars are one cell's
    return any(
        sum(form in index_of(kind).rows for form in forms) >= fewest for kinds in TABLE_KINDS.values() for kind in kinds
    )


def _is_repeated_title(block: Block, titles: set[str]) -> bool:
    """A title that stands here again, as at the head of a page."""
    if not isinstance(block, Heading | Text) or (isinstance(block, Text) and block.literal):
        return False
    if len(block.text) > _LONGEST_TITLE or "报" not in block.text or parse_title(block.text) is None:
        return False
    plain = "".join(block.text.split())
    if plain in titles:
        return True
    titles.add(plain)
    return False


def _unfolded(block: Text) -> Iterator[Text]:
    line, column = (block.place.line, block.place.column) if block.place else (0, 0)
    for found in _TOKEN.finditer(block.text):
        place = Place(line, column + found.start(), block.place.address) if block.place else None
        yield Text(found[0], place=place)


def _parted(grid: Grid) -> Iterator[Block]:
    """Part a grid at the rows where another statutory table begins, and take the headings of sections out of it."""
    sheet = sheet_of(grid)
    if sheet.exact is not None:
        yield sheet
        return
    rows: list[tuple[Cell, ...]] = []
    name: SectionName | None = None
    for cells, row in zip(grid.rows, sheet.texts, strict=True):
        heading = _heading_of(cells)
        mine = _section_of(row)
        if rows and (heading is not None or (mine is not None and name is not None and mine != name)):
            yield _part_of(grid, rows)
            rows = []
        if heading is not None:
            yield heading
            name = None
            continue
        name = mine or name
        rows.append(cells)
    if rows:
        yield sheet if len(rows) == len(grid.rows) else _part_of(grid, rows)


def _part_of(grid: Grid, rows: Sequence[tuple[Cell, ...]]) -> Sheet:
    place = next((cell.place for row in rows for cell in row if cell.place), grid.place)
    return sheet_of(Grid(tuple(rows), place))


def _heading_of(cells: Sequence[Cell]) -> Text | None:
    """The heading of a section, where a row is nothing else."""
    filled = [cell for cell in cells if cell.text]
    if len(filled) != 1:
        return None
    text = cell_text(filled[0].text)
    number, title = split_heading(text)
    is_heading = bool(number) and max(section_likeness(title).values()) > 1
    return Text(text, place=filled[0].place) if is_heading else None


def _section_of(texts: Sequence[str]) -> SectionName | None:
    """The section to whose table a row belongs, as its first telling label says."""
    for text in texts:
        if text and not is_figure(text):
            names: list[SectionName] = [name for name in TABLE_KINDS if is_anchor(text, name)]
            if len(names) == 1:
                return names[0]
    return None
