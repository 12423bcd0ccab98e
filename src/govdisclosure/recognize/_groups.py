"""Table 四: its figures stand in one row under the groups, or in a row under each."""

from collections import Counter
from collections.abc import Sequence

from govdisclosure.model.cells import ExtraRow
from govdisclosure.model.sections import SectionName
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.model.sums import leaf_rows
from govdisclosure.paths import Path
from govdisclosure.recognize._figures import aligned
from govdisclosure.recognize._labels import index_of, is_figure, is_part_of_form, normal
from govdisclosure.recognize._notebook import Notebook
from govdisclosure.recognize._records import Record, parted
from govdisclosure.recognize._zones import Row, Token

__all__ = ["group_records"]


def group_records(
    rows: Sequence[Row], kind: type[StatutoryTable], name: SectionName, book: Notebook
) -> tuple[list[Record], list[ExtraRow]]:
    """Find the figures of each group: all of them in one run, or a run for each group whose name stands before it."""
    groups = {normal(label.printed): path for path, label, _ in leaf_rows(kind())}
    width = len(index_of(kind).columns[next(iter(groups.values()))])
    left = Counter(index_of(kind).printed)
    runs: list[tuple[Path | None, list[Token], Row]] = []
    named: Path | None = None
    is_open = False
    for row in rows:
        words, cells = ((), row.tokens) if _is_figures(row, width * len(groups), name) else parted(row.tokens, name)
        if any(token.text for token in words):
            is_open = False
            named = next((groups[key] for token in words for key in groups if key in normal(token.text)), named)
            _account(words, left, name, book)
        if any(token.text for token in cells):
            if is_open and len(row.tokens) == 1:
                runs[-1][1].extend(cells)
            else:
                runs.append((named, list(cells), row))
            is_open = not row.is_grid and len(row.tokens) == 1
            named = named if is_open else None
    return _assigned(runs, kind, name, book), []


def _is_figures(row: Row, cells: int, name: SectionName) -> bool:
    """Tell whether a row has a cell for each figure and no label: then its first cell is one, whatever it prints."""
    return len(row.tokens) == cells and not any(
        is_part_of_form(token.text, name) and not is_figure(token.text) for token in row.tokens if token.text
    )


def _assigned(
    runs: Sequence[tuple[Path | None, list[Token], Row]], kind: type[StatutoryTable], name: SectionName, book: Notebook
) -> list[Record]:
    paths = list(index_of(kind).columns)
    width = len(index_of(kind).columns[paths[0]])
    whole = [(run, aligned(run[1], width * len(paths), is_grid=run[2].is_grid)) for run in runs]
    certain = [(run, tokens) for run, tokens in whole if tokens is not None]
    if len(runs) == 1 and certain:
        (_, _, row), tokens = certain[0]
        return [_record(path, tokens[number * width : (number + 1) * width], row) for number, path in enumerate(paths)]
    if [run[0] for run in runs] == paths:
        return [_record(path, cells, row) for path, cells, row in runs if path is not None]
    for _, cells, row in runs:
        raw = " | ".join(token.text for token in cells)
        book.note("row_undecidable", Path((name, "table")), raw, row.tokens[0].place)
    return []


def _record(path: Path, cells: Sequence[Token], row: Row) -> Record:
    raw = " | ".join(token.text for token in cells)
    return Record(path, list(cells), row.is_grid, row.tokens[0].place, raw)


def _account(words: Sequence[Token], left: Counter[str], name: SectionName, book: Notebook) -> None:
    for token in words:
        if left[token.text] > 0:
            left[token.text] -= 1
        elif token.text:
            book.note("label_variant", Path((name, "table")), token.text, token.place)
