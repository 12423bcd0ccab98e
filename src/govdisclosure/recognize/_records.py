"""The printed rows of a table, each found by its label, whatever the layout: a row a line, or a cell a line."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from attrs import Factory, define

from govdisclosure.document import Place
from govdisclosure.model.cells import ExtraRow
from govdisclosure.model.sections import SectionName
from govdisclosure.paths import Path
from govdisclosure.recognize._cells import Row, Token
from govdisclosure.recognize._heads import UNREAD, Head, end_of
from govdisclosure.recognize._labels import (
    LabelIndex,
    is_figure,
    is_like_form,
    is_part_of_form,
    labels_in,
    nearest_head,
    nearest_row,
    normal,
    resembles_head,
)
from govdisclosure.recognize._notebook import Notebook

__all__ = ["Record", "RecordReader", "account", "parted"]


@define
class Record:
    """Printed cells, the row of the form to which they belong (``None`` while no label tells), the heads over them.

    ``position`` orders the records as they are printed; ``words`` is what stands before the cells where that is no
    label of the form, nor a piece of one; in a row that ``is_flat`` no cell spans columns, and
    ``end`` is the column at which it ends in its grid; one that ``is_cut`` ends where the source does.
    """

    path: Path | None
    cells: list[Token]
    position: int
    sheet: int | None
    place: Place | None
    raw: str
    heads: tuple[Head, ...] = ()
    words: str = ""
    is_flat: bool = True
    end: int = 0
    is_cut: bool = False


@define
class RecordReader:
    """Takes printed rows one by one. Figures belong to the label in their row, or else to the one before them."""

    index: LabelIndex
    name: SectionName
    book: Notebook
    is_cut: bool
    records: list[Record] = Factory(list[Record])
    extra: list[tuple[Path | None, Row]] = Factory(list[tuple[Path | None, Row]])
    pieces: list[str] = Factory(list[str])
    left: Counter[str] = Factory(Counter[str])
    _labels: list[Record] = Factory(list[Record])
    _figures: list[Row] = Factory(list[Row])
    _heads: tuple[Head, ...] = ()
    _is_headed: bool = False

    def __attrs_post_init__(self) -> None:
        self.left = Counter(self.index.printed)

    def take(self, row: Row) -> None:
        """Take the next printed row."""
        words, cells = parted(row.tokens, self.name)
        if not any(token.text for token in words):
            if cells and (self._labels or any(token.text for token in cells)):
                self._figures.append(Row(tuple(cells), row.sheet))
            return
        has_cells = any(token.text for token in cells)
        paths = self._paths(words, has_cells=has_cells)
        if not paths and has_cells and not any(is_figure(token.text) for token in cells):
            words, cells, has_cells = row.tokens, (), False  # a row of heads, whatever they say
        if len(paths) == 1 and self._figures:
            self._drop_number_of(next(iter(paths)), words)
        if self._figures or not paths or has_cells:
            self._finish()
        if len(paths) > 1:
            self._lay_aside("row_undecidable", row)
            return
        path = paths.pop() if paths else None
        if has_cells and path is None and not all(is_part_of_form(word.text, self.name) for word in words if word.text):
            self._take_unknown(row, words, cells)
            return
        account(words, self.left, Path((self.name, "table", *(path.parts if path else ()))), self.book)
        if path is None:
            self._take_heads(words, row, beside_figures=has_cells)
        if has_cells or (path is not None and cells):
            self._finish()
            self._record(path, [Row(tuple(cells), row.sheet)], row)
        elif path is not None:
            self._labels.append(self._made(path, [], row))

    def finished(self) -> tuple[list[Record], list[ExtraRow]]:
        """The records in printed order, and the rows that the form does not have."""
        self._drop_cut_number()
        is_a_cell_a_line = bool(self._figures) and all(len(row.tokens) == 1 for row in self._figures)
        self._finish()
        if self.is_cut and is_a_cell_a_line and self.records:
            self.records[-1].is_cut = True
        return self.records, self._extra_rows()

    def _drop_number_of(self, path: Path, words: Sequence[Token]) -> None:
        """A label may be parted from its number, which then stands on a line of its own: ``5`` of ``5.属于三类…``."""
        number = self.index.numbers.get(path)
        cut = self._figures[-1]
        if number is not None and cut.raw == number and not any(number in normal(token.text) for token in words):
            self._figures.pop()
            self.book.note("label_variant", Path((self.name, "table", *path.parts)), cut.raw, cut.place)

    def _drop_cut_number(self) -> None:
        """A copy that ends in the middle of a row may end with the number of the next label: ``2`` of ``2.其他…``."""
        label = self._labels[-1].path if self._labels else None
        figures = [row for row in self._figures if len(row.tokens) == 1]
        if label is None or len(figures) != len(self._figures) or len(figures) != len(self.index.columns[label]) + 1:
            return
        paths = list(self.index.columns)
        following = paths[paths.index(label) + 1 :][:1]
        cut = figures[-1]
        if following and self.index.numbers.get(following[0]) == cut.raw:
            self._figures.pop()
            self.book.note("label_variant", Path((self.name, "table", *following[0].parts)), cut.raw, cut.place)

    def _take_unknown(self, row: Row, words: Sequence[Token], cells: Sequence[Token]) -> None:
        """Figures after words that the form does not have: a row of its own in a grid, a broken label in a line."""
        if row.is_grid:
            self._keep_extra(row)
        else:
            self._record(None, [Row(tuple(cells))], row)
            self.records[-1].words = normal("".join(token.text for token in words))

    def _paths(self, words: Sequence[Token], *, has_cells: bool) -> set[Path]:
        """The rows of the form that a row's words name; beside figures a misprinted label is one too."""
        forms = [form for token in words if (form := normal(token.text))]
        paths = {path for form in forms if (path := self.index.rows.get(form.lstrip(".,"))) is not None}
        if not paths and forms:
            together = labels_in(forms[-1], self.index)  # the label with those of the columns before it
            if "".join(together) == forms[-1]:
                paths = {path for label in together if (path := self.index.rows.get(label)) is not None}
        if not paths and has_cells and forms and forms[-1] not in self.index.heads:
            near = nearest_row(forms[-1], self.index)
            return set() if near is None else {near}
        return paths

    def _finish(self) -> None:
        """Give the figures at hand to the labels before them: as many rows of figures as labels, or one to the last."""
        labels, figures = self._labels, self._figures
        self._labels, self._figures = [], []
        if not figures:
            self.records += labels
            return
        tokens = [token for row in figures for token in row.tokens]
        if not labels:
            for is_run, rows in groupby(figures, key=lambda row: len(row.tokens) > 1):
                together = list(rows)
                for one in [[row] for row in together] if is_run else [together]:
                    self._record(None, one, Row(tuple(token for row in one for token in row.tokens), one[0].sheet))
            return
        wanted = {len(self.index.columns[label.path]) for label in labels if label.path is not None}
        width = wanted.pop()
        are_whole = all(len(row.tokens) == width and all(token.text for token in row.tokens) for row in figures)
        are_rows = len(figures) == len(labels) and are_whole
        if len(labels) > 1 and not wanted and are_rows:
            for label, row in zip(labels, figures, strict=True):
                label.cells = [*row.tokens]
                label.raw += f" | {row.raw}"
        else:
            last = labels[-1]
            last.cells = tokens
            last.raw += " | " + _raw(figures)
            last.sheet = figures[0].sheet if len(figures) == 1 else None
        self.records += labels
        self._is_headed = False

    def _record(self, path: Path | None, rows: Sequence[Row], printed: Row) -> None:
        """Make a record of the cells in ``rows``; ``printed`` is the whole row with its label."""
        record = self._made(path, [token for row in rows for token in row.tokens], printed)
        record.sheet = rows[0].sheet if len(rows) == 1 else None
        self.records.append(record)
        self._is_headed = False

    def _made(self, path: Path | None, cells: list[Token], row: Row) -> Record:
        is_flat = all(token.span == 1 for token in row.tokens)
        position = len(self.records) + len(self._labels)
        return Record(
            path, cells, position, row.sheet, row.place, row.raw, self._heads, is_flat=is_flat, end=end_of(row)
        )

    def _take_heads(self, words: Sequence[Token], row: Row, *, beside_figures: bool) -> None:
        """Remember the heads over the columns; the first one after a row of figures begins them anew.

        Beside figures stands what is left of a label, whatever it looks like: ``其他`` of ``3.其他``.
        """
        known = self.index.heads_over
        found: list[Head] = []
        for token in words:
            form = normal(token.text)
            if form in known or form in self.index.groups:
                found.append(Head(form, token, row))
            elif form:
                self.pieces.append(form)
                near = nearest_head(form, self.index)
                together = labels_in(form, self.index)
                if near is not None:
                    found.append(Head(near, token, row))
                found += [
                    Head(one, Token(one), Row(()))
                    for one in together
                    if near is None and one in self.index.groups | known
                ]
                if not (near or together or is_part_of_form(form, self.name)) and resembles_head(form, self.index):
                    found.append(Head(UNREAD, token, row))
        if found and not beside_figures:
            self._heads = (*self._heads, *found) if self._is_headed else tuple(found)
            self._is_headed = True

    def _keep_extra(self, row: Row) -> None:
        self._finish()
        self.extra.append((next((one.path for one in reversed(self.records) if one.path is not None), None), row))

    def _extra_rows(self) -> list[ExtraRow]:
        """The rows that the form does not have, by the row of the form that each follows, whatever their order here."""
        order = {path: position for position, path in enumerate(self.index.columns)}
        rows: list[ExtraRow] = []
        for after, row in sorted(self.extra, key=lambda one: -1 if one[0] is None else order[one[0]]):
            self.book.note("extra_row", Path((self.name, "table", "extra_rows", len(rows))), row.raw, row.place)
            texts = [token.text.strip().replace("\n", " ") for token in row.tokens]
            first = next(position for position, text in enumerate(texts) if text)
            rows.append(ExtraRow("" if after is None else str(after), texts[first:]))
        return rows

    def _lay_aside(self, code: str, row: Row) -> None:
        self._finish()
        if row.raw.strip(" |"):
            self.book.note(code, Path((self.name, "table")), row.raw, row.place)


def account(tokens: Sequence[Token], left: Counter[str], where: Path, book: Notebook) -> None:
    """Note the words that are not exactly a label of the form, or that stand here once more."""
    for token in tokens:
        if left[token.text] > 0:
            left[token.text] -= 1
        elif token.text:
            book.note("label_variant", where, token.text, token.place)


def parted(tokens: Sequence[Token], name: SectionName) -> tuple[Sequence[Token], Sequence[Token]]:
    """Part a row into the words of the form with which it begins, and the cells that follow them."""
    end = 0
    for position, token in enumerate(tokens):
        if not token.text:
            continue
        if is_figure(token.text) or not is_part_of_form(token.text, name):
            break
        end = position + 1
    if end == 0 and tokens and tokens[0].text and not is_figure(tokens[0].text):
        end = 1  # a label that the form does not know is a label still, and so is the same once more
        while end < len(tokens) and (tokens[end].text == tokens[0].text or _is_misprint(tokens[end].text, name)):
            end += 1
    return tokens[:end], tokens[end:]


def _is_misprint(text: str, name: SectionName) -> bool:
    return bool(text) and not (is_figure(text) or is_part_of_form(text, name)) and is_like_form(text, name)


def _raw(rows: Sequence[Row]) -> str:
    return " | ".join(row.raw for row in rows)
