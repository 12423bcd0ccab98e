"""A statutory table, read from the printed rows of its zones: the form word for word, or any layout of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeVar

from govdisclosure.document import Place
from govdisclosure.editions import TABLE_KINDS, edition_due
from govdisclosure.model.cells import Count, ExtraRow, MoneyCell
from govdisclosure.model.label import labelled
from govdisclosure.model.sections import SectionName
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.paths import ROOT, Path, replaced
from govdisclosure.recognize._cells import Row, Token
from govdisclosure.recognize._figures import Aligner, read_cells
from govdisclosure.recognize._gaps import fill_gaps
from govdisclosure.recognize._groups import group_records
from govdisclosure.recognize._labels import FAR, LabelIndex, index_of, is_figure, nearest, normal
from govdisclosure.recognize._notebook import Notebook
from govdisclosure.recognize._records import Record, RecordReader
from govdisclosure.recognize._sheets import Exact, Sheet

__all__ = ["read_exact", "read_rows"]

PartT = TypeVar("PartT")

_FEWEST_HOLES: Final = 2  # one row less may be lost; two tell that the table is of another edition


def read_exact(sheet: Sheet, exact: Exact, rivals: Sequence[Sheet], book: Notebook) -> StatutoryTable:
    """Read a grid that is the form word for word; a row in which a rival of the same form differs stays blank."""
    cells = {path: [_token(sheet, *at) for at in positions] for path, positions in exact.figures.items()}
    for rival in rivals:
        if rival.exact is not None and rival.exact.kind is exact.kind:
            for path, positions in rival.exact.figures.items():
                texts = [rival.texts[row][column] for row, column in positions]
                if path in cells and texts != [token.text for token in cells[path]]:
                    row = index_of(exact.kind).cells[path][0]
                    mine = [token.text for token in cells.pop(path)]
                    for raw, place in ((mine, sheet.place), (texts, rival.place)):
                        book.note("row_uncertain", row, " | ".join(raw), place)
    rows = [ExtraRow(after, map(_one_line, sheet.texts[index])) for after, index in exact.extra]
    return _built(exact.kind, sheet.place, cells, rows, book)


def read_rows(
    rows: Sequence[Row], name: SectionName, year: int | None, book: Notebook, *, is_cut: bool = False
) -> StatutoryTable | None:
    """Read a table from printed rows in any layout; ``None`` where no figure of the form can be placed.

    ``is_cut`` says that the source ends with the last of the rows.
    """
    kind, is_told = _edition_of(rows, name, year, book)
    index = index_of(kind)
    extra: list[ExtraRow] = []
    if kind.shape == "groups":
        records = group_records(rows, kind, name, book)
    else:
        reader = RecordReader(index, name, book, is_cut)
        for row in rows:
            reader.take(row)
        printed, extra = reader.finished()
        records = fill_gaps(printed, reader.pieces, index, name, book)
    if not is_told:
        records = [record for record in records if not _is_otherwise(record, kind, name, book)]
    if not records:
        return None
    place = next((token.place for row in rows for token in row.tokens if token.place), None)
    return _built(kind, place, _placed(records, index, book), extra, book)


def _one_line(text: str) -> str:
    return text.strip().replace("\n", " ")


def _token(sheet: Sheet, row: int, column: int) -> Token:
    return Token(sheet.texts[row][column], sheet.rows[row][column].place or sheet.place)


def _placed(records: Sequence[Record], index: LabelIndex, book: Notebook) -> dict[Path, Sequence[Token]]:
    """One token for each cell of every row whose figures are certain; the others are noted and stay blank."""
    placed: dict[Path, Sequence[Token]] = {}
    aligner = Aligner(index)
    aligner.learn(records)
    for path, (here, _) in index.cells.items():
        mine = [record for record in records if record.path == path]
        found = [aligner.tokens(record, path) for record in mine]
        certain = [
            [token if token.place else Token(token.text, record.place) for token in tokens]
            for record, tokens in zip(mine, found, strict=True)
            if tokens is not None
        ]
        if len(certain) == len(mine) and len({tuple(token.text for token in tokens) for tokens in certain}) == 1:
            placed[path] = certain[0]
            first, mine = mine[0], mine[1:]
            if first.is_cut and len(first.cells) < len(certain[0]):
                book.note("row_cut", here, first.raw, first.place)
            elif sum(bool(token.text) for token in first.cells) > sum(bool(token.text) for token in certain[0]):
                book.note("cells_repeated", here, first.raw, first.place)  # a merged cell, printed for each column
            code = "row_repeated"
        else:
            code = "row_uncertain"
        for record in mine:
            book.note(code, here, record.raw, record.place)
    return placed


def _built(
    kind: type[StatutoryTable],
    place: Place | None,
    placed: Mapping[Path, Sequence[Token]],
    extra: Iterable[ExtraRow],
    book: Notebook,
) -> StatutoryTable:
    rows: dict[Path, list[Count | MoneyCell]] = {}
    noted = {note.path for note in book.notes if note.code == "row_uncertain"}
    for path, (here, columns) in index_of(kind).cells.items():
        if path in placed:
            rows[path] = read_cells(here, columns, placed[path], book)
        elif here not in noted:
            book.note("row_missing", here, "", place)
    result = _filled(kind(), ROOT, rows)
    more = tuple(extra)
    return replaced(result, {"extra_rows": more}) if more else result


def _filled(owner: PartT, path: Path, rows: Mapping[Path, Sequence[Count | MoneyCell]]) -> PartT:
    """Build a table from the cells of its rows, in the order of the class."""
    values: dict[str, object] = {}
    for name, _ in labelled(type(owner)):
        value: object = getattr(owner, name)
        here, kind = path / name, type(value)
        if here in rows:
            values[name] = kind(*rows[here])
        elif labelled(kind)[0][1].holds == "row":
            values[name] = _filled(value, here, rows)
    return type(owner)(**values)


def _edition_of(
    rows: Sequence[Row], name: SectionName, year: int | None, book: Notebook
) -> tuple[type[StatutoryTable], bool]:
    """The class whose own labels are printed; where the rows that are left fit several, the one due, with a note."""
    kinds = TABLE_KINDS[name]
    if len(kinds) == 1:
        return kinds[0], True
    known = {form for kind in kinds for form in (*index_of(kind).heads, *index_of(kind).rows)}
    forms = [normal(token.text) for row in rows for token in row.tokens]
    # A misprinted label may hold another whole: 本处理决定数量 is no 处理决定数量.
    joined = "".join(form for form in forms if form in known or is_figure(form) or nearest(form, known) == FAR)
    scores = [(_own_labels(kind, kinds, joined) + _own_rows(kind, kinds, rows), kind) for kind in kinds]
    best = max(score for score, _ in scores)
    winners = [kind for score, kind in scores if score == best]
    if len(winners) > 1:
        scores = [(_nearly_own(kind, kinds, rows), kind) for kind in winners]
        best = max(score for score, _ in scores)
        winners = [kind for score, kind in scores if score == best]
    if len(winners) > 1:
        holes = sorted((_holes(kind, rows), n) for n, kind in enumerate(winners))
        winners = [winners[holes[0][1]]] if holes[1][0] - holes[0][0] >= _FEWEST_HOLES else winners
    if len(winners) == 1:
        return winners[0], True
    due = edition_due(year) if year is not None else None
    chosen = due.tables[name] if due is not None else winners[0]
    book.note("edition_assumed", Path((name, "table")), edition=chosen.__name__[-4:])
    return chosen, False


def _is_otherwise(record: Record, kind: type[StatutoryTable], name: SectionName, book: Notebook) -> bool:
    """Tell whether the figures of a row would mean something else in another edition, and note it."""
    path = record.path
    if path is None:
        return True
    columns = [index_of(other).columns.get(path) for other in TABLE_KINDS[name]]
    if all(found is None or found == index_of(kind).columns[path] for found in columns):
        return False
    book.note("row_uncertain", Path((name, "table", *path.parts)), record.raw, record.place)
    return True


def _own_labels(kind: type[StatutoryTable], kinds: Sequence[type[StatutoryTable]], joined: str) -> int:
    """How many labels that only this class prints are found, none of them inside a longer label of another."""
    others = {normal(text) for other in kinds if other is not kind for text in index_of(other).printed}
    others |= {form for other in kinds if other is not kind for form in index_of(other).rows}
    own = {*map(normal, index_of(kind).printed), *index_of(kind).rows} - others
    for longer in sorted(others, key=len, reverse=True):
        if any(label in longer for label in own):
            joined = joined.replace(longer, "|")
    return sum(label in joined for label in own)


def _nearly_own(kind: type[StatutoryTable], kinds: Sequence[type[StatutoryTable]], rows: Sequence[Row]) -> int:
    """How many misprinted words are nearer to a label that only this class prints than to any other."""
    mine = {*index_of(kind).heads, *index_of(kind).rows}
    theirs = {form for other in kinds if other is not kind for form in (*index_of(other).heads, *index_of(other).rows)}
    words = {form for row in rows for token in row.tokens if not is_figure(token.text) and (form := normal(token.text))}
    return sum(
        nearest(form, mine - theirs) < min(nearest(form, theirs - mine), nearest(form, mine & theirs))
        for form in words - mine - theirs
    )


def _holes(kind: type[StatutoryTable], rows: Sequence[Row]) -> int:
    """How many rows of a class are not printed between the first and the last that are."""
    known = index_of(kind).rows
    found = {known[form] for row in rows for token in row.tokens if (form := normal(token.text)) in known}
    ranks = [n for n, path in enumerate(index_of(kind).columns) if path in found]
    return ranks[-1] - ranks[0] + 1 - len(ranks) if ranks else 0


def _own_rows(kind: type[StatutoryTable], kinds: Sequence[type[StatutoryTable]], rows: Sequence[Row]) -> int:
    """How many rows of figures stand at a label that is a row in this class and only a heading in the others."""
    own = {
        form
        for form in index_of(kind).rows
        if any(form in index_of(other).heads for other in kinds if other is not kind)
    }
    count = 0
    printed = [[token.text for token in row.tokens if token.text] for row in rows]
    filled = [tokens for tokens in printed if tokens]
    for tokens, following in zip(filled, [*filled[1:], []], strict=True):
        if normal(tokens[0]) in own:
            after = tokens[1:] or following[:1]
            count += bool(after) and all(map(is_figure, after))
    return count
