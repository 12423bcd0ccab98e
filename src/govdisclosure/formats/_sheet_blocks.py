"""A sheet as blocks: lines of text stay text, rows of cells become tables.

A sheet does not say where a table begins. A row with one text is a line (a title, a heading, a paragraph, a caption)
unless it stands between rows of several cells, as the bands of a table do; there it is a line only if it is a numbered
heading or a sentence over the whole width. A figure right below a table is a row of it. The last line before a table
belongs to it if bands like it stand in the table. A blank row ends a table, save where a merged cell goes through it
or its cells have borders.
"""

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from govdisclosure.conventions.characters import is_blank
from govdisclosure.conventions.numbering import leading_mark, looks_like_heading
from govdisclosure.document import Block, Cell, Grid, Place, Text
from govdisclosure.formats._grid_layout import is_figure

__all__ = ["Merge", "PlaceOf", "sheet_blocks", "text_blocks"]

PlaceOf: TypeAlias = Callable[[int, int], Place]
"""The place of the cell in a row and a column, both counted from 0."""

_SENTENCE_ENDS: Final = ("。", "！", "？", "；", "：")
_LONG: Final = 60
_LARGEST: Final = 100_000  # positions of a table that merged cells may stretch over


class Merge(NamedTuple):
    """Merged cells: first row, first column, last row, last column, all counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


class _Piece(NamedTuple):
    """A cell that prints something or is merged, and the rows and columns that it fills."""

    at: Merge
    text: str


class _Band(NamedTuple):
    """Rows that merged cells hold together (mostly one), with their cells in reading order."""

    top: int
    bottom: int
    pieces: tuple[_Piece, ...]
    is_framed: bool = False

    @property
    def line(self) -> _Piece | None:
        """The one cell of rows that hold no other, not even a blank one with borders."""
        return self.pieces[0] if len(self.pieces) == 1 and not self.is_framed else None


def sheet_blocks(
    rows: Sequence[Sequence[str]], merges: Sequence[Merge], place: PlaceOf, framed: Container[int] = ()
) -> Iterator[Block]:
    """Return the blocks of a sheet, in the order of its rows; merged cells may not overlap.

    ``framed`` are rows with blank cells that have borders: they belong to a table.

    Example:
        >>> rows = [["青山镇年报", "", ""], ["信息内容", "制发", "废止"], ["规章", "3", ""]]
        >>> for block in sheet_blocks(rows, [], lambda row, column: Place(row + 1, column + 1)):
        ...     print(type(block).__name__, block.place)
        Text 1:1
        Grid 2:1
    """
    run: list[_Band] = []
    for band in _bands(rows, merges, framed):
        goes_on = band.is_framed and bool(run) and run[-1].line is None
        if goes_on or any(piece.text for piece in band.pieces):
            run.append(band)
        else:
            yield from _run_blocks(run, place)
            run = []
    yield from _run_blocks(run, place)


def text_blocks(text: str, place: Place) -> Iterator[Text]:
    r"""Return the lines of a cell that stands by itself, each as a paragraph.

    Example:
        >>> [block.text for block in text_blocks("　　第一段。\n\n　　第二段。", Place(1))]
        ['第一段。', '第二段。']
    """
    for line in text.split("\n"):
        if not is_blank(line):
            yield Text(line.strip(), place=place)


def _bands(rows: Sequence[Sequence[str]], merges: Sequence[Merge], framed: Container[int]) -> Iterator[_Band]:
    beginning: dict[int, list[Merge]] = {}
    for merge in merges:
        beginning.setdefault(merge.top, []).append(merge)
    top = 0
    while top < len(rows):
        bottom = row = top
        pieces: list[_Piece] = []
        while row <= bottom:
            here = beginning.get(row, ())
            bottom = min(max([bottom, *(merge.bottom for merge in here)]), len(rows) - 1)
            pieces += _pieces(rows[row], row, here)
            row += 1
        yield _Band(top, bottom, tuple(pieces), top in framed)
        top = bottom + 1


def _pieces(texts: Sequence[str], row: int, merges: Sequence[Merge]) -> list[_Piece]:
    merged = {merge.left: merge for merge in merges}
    columns = sorted({*merged, *(column for column, text in enumerate(texts) if text)})
    return [
        _Piece(merged.get(column, Merge(row, column, row, column)), texts[column] if column < len(texts) else "")
        for column in columns
    ]


def _run_blocks(run: Sequence[_Band], place: PlaceOf) -> Iterator[Block]:
    """Part rows between which no blank one stands into lines and tables."""
    lead: list[_Piece] = []  # lines before the table
    table: list[_Band] = []
    after: list[_Band] = []  # lines after it, or in it
    left = min((piece.at.left for band in run for piece in band.pieces), default=0)
    for band in run:
        if band.line is not None and not (table and not after and is_figure(band.line.text)):
            after.append(band)
        elif table and (_is_numbered(band) or not any(_is_cut(one.pieces[0], table, left) for one in after)):
            table += [*after, band]
            after = []
        else:
            yield from _part(lead, table, place)
            lead, table, after = [piece for one in after for piece in one.pieces], [band], []
    yield from _part(lead, table, place)
    yield from _part([piece for one in after for piece in one.pieces], [], place)


def _is_cut(line: _Piece, table: Sequence[_Band], left: int) -> bool:
    """Tell whether a line between two rows of cells ends a table: a heading or a sentence, as wide as a table is."""
    whole = max(piece.at.right for band in table for piece in band.pieces)
    is_single = line.at.left == left and line.at.left == line.at.right
    return (is_single or (line.at.left, line.at.right) == (left, whole)) and _is_prose(line.text)


def _is_numbered(band: _Band) -> bool:
    """Tell whether a row begins as a heading does: then the lines before it may be rows of the table, left blank."""
    mark = leading_mark(band.pieces[0].text) if band.pieces else None
    return mark is not None and mark.level == 1


def _is_prose(text: str) -> bool:
    mark = leading_mark(text)
    is_heading = mark is not None and mark.level == 1 and looks_like_heading(text)
    return is_heading or text.endswith(_SENTENCE_ENDS) or len(text) > _LONG


def _part(lead: Sequence[_Piece], table: Sequence[_Band], place: PlaceOf) -> Iterator[Block]:
    bands: list[_Band] = list(table)
    lines = list(lead)
    if lines and any(band.line is not None and _is_alike(lines[-1], band.line) for band in table):
        head = lines.pop()
        bands.insert(0, _Band(head.at.top, head.at.bottom, (head,)))
    for line in lines:
        yield from text_blocks(line.text, place(line.at.top, line.at.left))
    if bands:
        yield _grid(bands, place)


def _is_alike(line: _Piece, inside: _Piece) -> bool:
    """Tell whether a line is a band of the table as the line ``inside`` it is: merged as wide, and of such words."""
    is_as_wide = (line.at.left, line.at.right) == (inside.at.left, inside.at.right) and line.at.left < line.at.right
    return is_as_wide and line.text[:1] == inside.text[:1] and not _is_prose(line.text)


def _grid(bands: Sequence[_Band], place: PlaceOf) -> Grid:
    pieces = [piece for band in bands for piece in band.pieces]
    top, bottom = bands[0].top, bands[-1].bottom
    left, right = min(piece.at.left for piece in pieces), _right(pieces, bottom - top + 1)
    starts = {(piece.at.top, piece.at.left): piece for piece in pieces}
    taken: set[tuple[int, int]] = set()
    rows: list[tuple[Cell, ...]] = []
    for row in range(top, bottom + 1):
        cells: list[Cell] = []
        for column in range(left, right + 1):
            if (row, column) in taken:
                continue
            piece = starts.get((row, column))
            if piece is None:
                cells.append(Cell(place=place(row, column)))
                continue
            down, across = min(piece.at.bottom, bottom) - row + 1, min(piece.at.right, right) - column + 1
            if down * across > 1:
                taken.update((row + r, column + c) for r in range(down) for c in range(across))
            cells.append(Cell(piece.text, down, across, place(row, column)))
        rows.append(tuple(cells))
    return Grid(tuple(rows), place(top, left))


def _right(pieces: Sequence[_Piece], height: int) -> int:
    """The last column: that of the last text, with the columns over which it is merged unless they run on and on."""
    last = max(piece.at.left for piece in pieces if piece.text)
    merged = max(piece.at.right for piece in pieces if piece.text)
    return merged if (merged + 1) * height <= _LARGEST and merged <= last + 1000 else last
