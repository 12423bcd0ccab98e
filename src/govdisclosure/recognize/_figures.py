"""The figures of one printed row, assigned to its columns, or left blank with a note where that is not certain."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from attrs import Factory, define

from govdisclosure.model.cells import Count, MoneyCell, print_cell, read_change, read_count, read_money
from govdisclosure.paths import Path
from govdisclosure.recognize._cells import Token
from govdisclosure.recognize._heads import Head, Order, by_columns, printed_order
from govdisclosure.recognize._labels import (
    Column,
    LabelIndex,
    is_figure,
    is_like_form,
    is_part_of_form,
    labels_in,
    normal,
)
from govdisclosure.recognize._notebook import Notebook
from govdisclosure.recognize._records import Record

__all__ = ["Aligner", "aligned", "read_cells"]

_FEWEST_WHOLE = 2
_AFTER = re.compile(r"\d+\s*([^\d（）()]{2,})")
_TWO = re.compile(r"\d\s+\d")
_READERS = {"count": read_count, "change": read_change, "money": read_money}


_Shape: TypeAlias = tuple[int | None, int, int]
_Orders: TypeAlias = dict[tuple[int, int], tuple[tuple[Head, ...], Order]]


@define
class Aligner:
    """Assigns the cells of records to the columns of their rows; never by guess."""

    index: LabelIndex
    _fillers: dict[_Shape, frozenset[int]] = Factory(dict[_Shape, frozenset[int]])
    _way: str = ""
    _whole: Counter[int] = Factory(Counter[int])
    _widths: dict[int | None, int] = Factory(dict[int | None, int])
    _orders: dict[tuple[int, int], tuple[tuple[Head, ...], Order]] = Factory(_Orders)

    def learn(self, records: Sequence[Record]) -> None:
        """Learn which cells are blank in all rows of a width: what merged cells leave, or an empty column."""
        ends = Counter((record.sheet, record.end) for record in records if record.sheet is not None)
        self._widths = {sheet: end for (sheet, end), times in reversed(ends.most_common()) if times > 1}
        widths = [
            (len(self.index.columns[one.path]), one) for one in records if one.path is not None and not one.is_cut
        ]
        gaps = {width for width, one in widths if one.cells and sum(bool(token.text) for token in one.cells) != width}
        self._whole = Counter(width for width, one in widths if one.cells and width not in gaps)
        told: set[str] = set()
        blanks: dict[_Shape, list[frozenset[int]]] = {}
        for record in records:
            if record.path is not None and record.cells:
                ways = self._ways(record, record.path)
                if len(ways) == 1:
                    told.update(ways)
                mine = frozenset(n for n, token in enumerate(record.cells) if not token.text)
                blanks.setdefault(self._shape(record, record.path), []).append(mine)
        self._way = told.pop() if len(told) == 1 else ""
        # One row alone cannot tell a blank figure from what a merged cell leaves, unless it has a single figure.
        self._fillers = {
            shape: sets[0].intersection(*sets) for shape, sets in blanks.items() if len(sets) > 1 or shape[-1] == 1
        }

    def tokens(self, record: Record, path: Path) -> Sequence[Token] | None:
        """One token for each column of the row at ``path``, in the order of the form; ``None`` if it is not certain."""
        columns = [name for name, _ in self.index.columns[path]]
        order = self._order(record.heads, path)
        found = self._found(record, path, order, columns)
        if any(self._is_mixed(token.text, is_grid=record.sheet is not None) for token in record.cells):
            return None
        if found is None and record.is_cut:
            return self._cut(record, order, columns)
        if found is None or (self._may_have_moved(record, order) and not all(token.text for token in found)):
            return None
        is_confirmed = record.sheet is not None and by_columns(record.cells, order, columns) == list(found)
        return None if not is_confirmed and _is_doubtful(found, self.index) else found

    def _found(self, record: Record, path: Path, order: Order, columns: Sequence[str]) -> Sequence[Token] | None:
        cells = record.cells
        is_placed = record.sheet is not None and record.sheet == order.sheet
        if is_placed and max((token.column + token.span for token in cells), default=0) > order.width:
            return None  # the row runs over the edge of the table: it has slipped, or a figure was parted
        if is_placed and len(cells) == len(columns) - len(order.missing):
            placed = by_columns(cells, order, columns)
            if order.missing or placed is not None:
                return placed
        is_headed = record.sheet is not None and any(head.row.sheet == record.sheet for head in record.heads)
        if is_headed and order.missing and not all(token.text for token in cells):
            # Heads side by side: their columns are all there are. With a gap, a head was lost, and others have moved.
            return by_columns(cells, order, columns) if is_placed and order.is_contiguous else None
        if is_placed and not order.missing and len(cells) > len(columns):
            placed = by_columns(cells, order, columns)
            if placed is not None:
                return placed
        if order.names is None:
            return None
        fillers = self._blanks(record, path)
        if fillers is None:
            return None
        found = aligned(cells, len(columns), is_grid=record.sheet is not None, fillers=fillers)
        if found is None:
            return None
        by_name = dict(zip(order.names, found, strict=True))
        return [by_name[name] for name in columns]

    def _is_mixed(self, text: str, *, is_grid: bool) -> bool:
        """Tell whether a cell holds a label of the form, or a piece of a line two figures: no cell prints that."""
        if not text or is_figure(text):
            return False
        if is_part_of_form(text, self.index.kind.section) or labels_in(normal(text), self.index):
            return True  # of the other edition too
        if is_grid:
            return False
        if _TWO.search(text) is not None:
            return True
        after = _AFTER.fullmatch(text)
        return after is not None and is_like_form(after[1], self.index.kind.section)

    def _cut(self, record: Record, order: Order, columns: Sequence[str]) -> Sequence[Token] | None:
        """The figures of a row with which the source ends, if every row before it prints all of its figures.

        The last of them may be cut itself: only a zero is sure to be whole.
        """
        cells, width = record.cells, len(columns)
        whole = self._whole.get(width, 0)
        if record.sheet is not None or whole < _FEWEST_WHOLE or order.names != tuple(columns):
            return None
        if len(cells) >= width or not all(token.text for token in cells):
            return None
        kept = cells if cells[-1].text == "0" else cells[:-1]
        return [*kept, *[Token("")] * (width - len(kept))] if kept else None

    def _may_have_moved(self, record: Record, order: Order) -> bool:
        """Tell whether blanks may stand anywhere: under heads that lack one, or in a row of its own width."""
        if record.sheet is None:
            return bool(order.missing)
        width = order.width if record.sheet == order.sheet else self._widths.get(record.sheet)
        return record.end != width

    def _blanks(self, record: Record, path: Path) -> frozenset[int] | None:
        """The blanks of a row that are no cells: by the other rows, and by the form; ``None`` where the two differ."""
        common = self._fillers.get(self._shape(record, path), frozenset())
        of_form = self._of_form(record, path)
        if len(record.cells) - len(common) != len(self.index.columns[path]):
            return of_form
        return common if not of_form or of_form == common else None

    def _of_form(self, record: Record, path: Path) -> frozenset[int]:
        """The blanks that the merged cells of the form leave in a row, where the other rows tell where they stand."""
        found = self._ways(record, path)
        told = self._way_of_heads(record, path)
        if told in found or told == "at the end":  # heads side by side leave no gap for a blank in place
            return found.get(told, frozenset())
        if len(found) == 1 or len(set(found.values())) == 1:
            return next(iter(found.values()))
        return found.get(self._way, frozenset())

    def _way_of_heads(self, record: Record, path: Path) -> str:
        """How the heads over a row print the merged cells, where they stand in one row above it."""
        over = self.index.over[path]
        mine = [head for head in record.heads if head.form in over]
        if not mine or any(head.row is not mine[0].row for head in mine):
            return ""
        if len(mine) > len(over):
            return "repeated"
        width, inside = self.index.fillers.get(path, (-1, frozenset[int]()))
        offsets = [head.token.column - mine[0].token.column for head in mine]
        if offsets == [*range(len(over))]:
            return "at the end"
        return "in place" if offsets == [n for n in range(width) if n not in inside] else ""

    def _ways(self, record: Record, path: Path) -> dict[str, frozenset[int]]:
        """How a row may print the form's merged cells: blanks in their place or at the end, or the text repeated."""
        width, inside = self.index.fillers.get(path, (-1, frozenset[int]()))
        if len(record.cells) != width or (record.sheet is not None and not record.is_flat):
            return {}
        texts = [token.text for token in record.cells]
        ways = {"in place": inside, "at the end": frozenset(range(width - len(inside), width))}
        found = {way: at for way, at in ways.items() if not any(texts[n] for n in at)}
        if all(n > 0 and texts[n] == texts[n - 1] for n in inside):
            found["repeated"] = inside
        return found

    def _order(self, heads: tuple[Head, ...], path: Path) -> Order:
        over = self.index.over[path]
        known = self._orders.get((id(heads), id(over)))
        if known is None:
            known = heads, printed_order(heads, over, self.index.outer)  # the heads are kept, so that their id is
            self._orders[id(heads), id(over)] = known
        return known[1]

    def _shape(self, record: Record, path: Path) -> _Shape:
        return (record.sheet, len(record.cells), len(self.index.columns[path]))


def aligned(
    tokens: Sequence[Token], columns: int, *, is_grid: bool, fillers: frozenset[int] = frozenset()
) -> Sequence[Token] | None:
    """Return one token for each of ``columns`` cells, or ``None`` where it is not certain which is which.

    As many cells as columns are taken by position. Of more cells those are left out that are blank in all rows of the
    width (``fillers``), if that leaves as many as there are columns. Fewer figures than columns are never spread.
    """
    if len(tokens) == columns and (is_grid or not _are_gathered(tokens)):
        return tokens
    if not any(token.text for token in tokens):
        return [Token("")] * columns
    if len(tokens) > columns == len(tokens) - len(fillers):
        rest = [token for n, token in enumerate(tokens) if n not in fillers]
        return rest if all(token.text for token in rest) or not _are_gathered(tokens) or is_grid else None
    return None


def read_cells(
    row: Path, columns: Sequence[Column], tokens: Sequence[Token], book: Notebook
) -> list[Count | MoneyCell]:
    """Read the printed cells of a row; note every figure that is printed in another way, and the blank cells."""
    values: list[Count | MoneyCell] = []
    blank: list[str] = []
    places = book.places
    for column, token in zip(columns, tokens, strict=True):
        text = token.text
        if token.place is not None:
            places.setdefault(column.text, token.place)
        if "\n" in text:  # two figures, or one that a narrow column broke: nobody can tell
            book.note("figure_broken", column.path, text, token.place)
            values.append(None)
            continue
        value = _READERS[column.holds](text)
        values.append(value)
        if value is None:
            blank.append(column.name)
        elif print_cell(value) != text:
            book.note("figure_normalised", column.path, text, token.place)
    if blank:
        place = next((token.place for token in tokens if token.place), None)
        book.note("cells_blank", row, "", place, cells=", ".join(blank))
    return values


def _are_gathered(tokens: Sequence[Token]) -> bool:
    """Text copies move blank cells behind the filled ones: figures first, then nothing but blanks, is not certain."""
    filled = [bool(token.text) for token in tokens]
    return any(filled) and not all(filled) and filled == sorted(filled, reverse=True)


def _is_doubtful(tokens: Sequence[Token], index: LabelIndex) -> bool:
    """Doubt, by its sum, a row that may have slipped: a wrong sum alone is what is printed.

    A row with blanks that does not add up may have slipped; a row without, that would add up if two neighbours were one
    figure and a cell blank, may have lost a blank cell and have a figure parted.
    """
    if index.kind.shape != "matrix":
        return False
    values = [read_count(token.text) for token in tokens]
    figures = [value if isinstance(value, int) else 0 for value in values]
    if not isinstance(values[-1], int) or sum(figures[:-1]) == figures[-1]:
        return False
    return None in values or _adds_up_otherwise([token.text for token in tokens])


def _adds_up_otherwise(texts: Sequence[str]) -> bool:
    """Tell whether a row adds up once two neighbours are read as one figure and another cell as blank."""
    if not all(text.isdecimal() for text in texts):
        return False
    for n in range(len(texts) - 2):
        if texts[n] == "0":
            continue
        glued = [int(text) for text in (*texts[:n], texts[n] + texts[n + 1], *texts[n + 2 :])]
        if sum(glued[:-1]) == glued[-1]:
            return True
    return False
