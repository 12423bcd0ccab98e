"""The printed rows of a table, each found by its label, whatever the layout: a row a line, or a cell a line."""

from collections import Counter
from collections.abc import Sequence

from attrs import Factory, define

from govdisclosure.document import Place
from govdisclosure.model.cells import ExtraRow
from govdisclosure.model.sections import SectionName
from govdisclosure.paths import Path
from govdisclosure.recognize._labels import LabelIndex, is_figure, is_part_of_form, normal
from govdisclosure.recognize._notebook import Notebook
from govdisclosure.recognize._zones import Row, Token

__all__ = ["Record", "RecordReader", "parted"]


@define
class Record:
    """A row of the form that was found, and the printed cells that follow its label."""

    path: Path
    cells: list[Token]
    is_grid: bool
    place: Place | None
    raw: str


@define
class RecordReader:
    """Takes printed rows one by one. A label opens a record; its figures follow in the row, or in the rows below."""

    index: LabelIndex
    name: SectionName
    book: Notebook
    records: list[Record] = Factory(list[Record])
    extra: list[ExtraRow] = Factory(list[ExtraRow])
    open: Record | None = None
    left: Counter[str] = Factory(Counter[str])

    def __attrs_post_init__(self) -> None:
        self.left = Counter(self.index.printed)

    def take(self, row: Row) -> None:
        """Take the next printed row."""
        words, cells = parted(row.tokens, self.name)
        found = [(token, self.index.rows.get(normal(token.text))) for token in words if token.text]
        paths = {path for _, path in found if path is not None}
        if len(paths) > 1:
            self._lay_aside("row_undecidable", row)
        elif paths:
            self._account([token for token, _ in found], paths.copy().pop())
            self._open(row, paths.pop(), cells)
        elif any(token.text for token in words) and not any(token.text for token in cells):
            self._account([token for token, _ in found], None)
            self.open = None
        elif not any(token.text for token in words):
            self._continue(row, cells)
        elif row.is_grid and any(is_figure(token.text) for token in cells):
            self._keep_extra(row)
        else:
            self._lay_aside("row_undecidable", row)

    def finished(self) -> tuple[list[Record], list[ExtraRow]]:
        """The records and the rows that the form does not have."""
        return self.records, self.extra

    def _open(self, row: Row, path: Path, cells: Sequence[Token]) -> None:
        place = next((token.place for token in row.tokens if token.place), None)
        record = Record(path, list(cells), row.is_grid, place, row.raw)
        self.records.append(record)
        self.open = None if cells else record

    def _continue(self, row: Row, cells: Sequence[Token]) -> None:
        """A row without words: more figures of the open record, or figures that belong to no label."""
        record = self.open
        if record is None:
            if any(token.text for token in cells):
                self.book.note("figures_without_label", Path((self.name, "table")), row.raw, _first_place(row))
            return
        record.cells.extend(cells)
        record.raw = f"{record.raw} | {row.raw}"
        wanted = len(self.index.columns[record.path])
        if sum(bool(token.text) for token in record.cells) >= wanted:
            self.open = None

    def _keep_extra(self, row: Row) -> None:
        after = str(self.records[-1].path) if self.records else ""
        texts = [token.text.strip() for token in row.tokens]
        while texts and not texts[0]:
            texts = texts[1:]
        self.extra.append(ExtraRow(after, texts))
        position = len(self.extra) - 1
        where = Path((self.name, "table", "extra_rows", position))
        self.book.note("extra_row", where, row.raw, _first_place(row))
        self.open = None

    def _lay_aside(self, code: str, row: Row) -> None:
        self.open = None
        if row.raw.strip(" |"):
            self.book.note(code, Path((self.name, "table")), row.raw, _first_place(row))

    def _account(self, tokens: Sequence[Token], path: Path | None) -> None:
        """Note the words that are not exactly a label of the form, or that stand here once more."""
        where = Path((self.name, "table", *(path.parts if path else ())))
        for token in tokens:
            if self.left[token.text] > 0:
                self.left[token.text] -= 1
            else:
                self.book.note("label_variant", where, token.text, token.place)


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
        end = 1  # a label that the form does not know is a label still
    return tokens[:end], tokens[end:]


def _first_place(row: Row) -> Place | None:
    return next((token.place for token in row.tokens if token.place), None)
