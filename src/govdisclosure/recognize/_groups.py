"""Table 四: its figures stand in one row under the groups, or in a row under each."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import define

from govdisclosure.model.cells import read_count
from govdisclosure.model.sections import SectionName
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.model.sums import leaf_rows
from govdisclosure.paths import Path
from govdisclosure.recognize._cells import Row, Token
from govdisclosure.recognize._figures import aligned
from govdisclosure.recognize._heads import Head
from govdisclosure.recognize._labels import LabelIndex, index_of, is_figure, is_part_of_form, normal, with_gloss
from govdisclosure.recognize._notebook import Notebook
from govdisclosure.recognize._records import Record, account, parted

__all__ = ["group_records"]


@define
class _Run:
    """Figures that stand together, and the group whose name stands before them."""

    named: Path | None
    tokens: list[Token]
    row: Row


def group_records(rows: Sequence[Row], kind: type[StatutoryTable], name: SectionName, book: Notebook) -> list[Record]:
    """Find the figures of each group: all of them in one run, or a run for each group whose name stands before it."""
    index = index_of(kind)
    groups = {normal(label.printed): path for path, label, _ in leaf_rows(kind())}
    outcomes = list(index.over[next(iter(groups.values()))])
    left = Counter(index.printed)
    heads: list[Head] = []
    named: list[Path] = []
    runs: list[_Run] = []
    is_open = False
    for row in _without_empty_columns(_with_first_blank(_without_last_bar(rows))):
        is_whole = _is_figures(row, len(outcomes) * len(groups), name)
        words, cells = ((), row.tokens) if is_whole else parted(row.tokens, name)
        if cells and len(words) == 1 and _is_under(heads, row, words[0]) and not is_part_of_form(words[0].text, name):
            words, cells = (), row.tokens  # no label of the row, but what is printed in place of a figure
        if any(token.text for token in words):
            is_open = False
            heads += [Head(form, token, row) for token in words if (form := normal(token.text)) in outcomes]
            found = [groups[key] for token in words for key in groups if key in with_gloss(token.text)]
            named += found
            account(words, left, Path((name, "table")), book)
        if any(token.text for token in cells):
            if is_open and len(row.tokens) == 1:
                runs[-1].tokens.extend(cells)
            else:
                runs.append(_Run(named[-1] if named else None, list(cells), row))
            is_open = not row.is_grid and len(row.tokens) == 1
    if not runs and len(heads) == len(outcomes) * len(groups):  # the heads stand there, over blank cells
        place = next((row.place for row in reversed(rows) if row.place), None)
        blank = [Token("", place)] * len(heads)
        runs.append(_Run(None, blank, next((row for row in rows if _is_blank(row, len(heads))), Row(tuple(blank)))))
    runs = _without_repeated(runs, len(outcomes) * len(groups), name, book)
    if _keeps_form([head.form for head in heads], outcomes) and _rises(named, list(groups.values())):
        records = list(_whole(runs, index, heads, outcomes)) or list(_by_name(runs, named))
    else:
        records = []
    if not records:
        for run in runs:
            raw = " | ".join(token.text for token in run.tokens)
            book.note("row_undecidable", Path((name, "table")), raw, run.row.place)
    return records


def _without_empty_columns(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows without the columns of a grid that are there in several rows, and in which none prints anything."""
    if not any(row.is_grid for row in rows):
        yield from rows
        return
    filled = {(row.sheet, token.column) for row in rows for token in row.tokens if token.text}
    blank = Counter((row.sheet, token.column) for row in rows for token in row.tokens if not token.text)
    empty = {at for at, times in blank.items() if times > 1} - filled
    for row in rows:
        yield Row(tuple(token for token in row.tokens if (row.sheet, token.column) not in empty), row.sheet)


def _without_last_bar(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows without the blank that a bar or tab after the last cell of each of them leaves."""
    if len(rows) < 2 or any(not row.tokens or row.tokens[-1].text for row in rows):
        return rows
    return [Row(row.tokens[:-1], row.sheet) for row in rows]


def _with_first_blank(rows: Sequence[Row]) -> Sequence[Row]:
    """The lines with the blank cell before a bar that begins some of them, where the others begin with a cell."""
    starts = {row.tokens[0].column for row in rows if row.tokens and not row.is_grid}
    if not starts >= {0, 1}:
        return rows
    first = Token("", None, 0)
    return [Row((first, *row.tokens)) if row.tokens and row.tokens[0].column == 1 else row for row in rows]


def _is_figures(row: Row, cells: int, name: SectionName) -> bool:
    """Tell whether a row has a cell for each figure and no label: then its first cell is one, whatever it prints."""
    return len(row.tokens) == cells and not any(
        is_part_of_form(token.text, name) and not is_figure(token.text) for token in row.tokens if token.text
    )


def _is_under(heads: Sequence[Head], row: Row, token: Token) -> bool:
    return row.is_grid and any(head.row.sheet == row.sheet and head.token.column == token.column for head in heads)


def _is_blank(row: Row, wanted: int) -> bool:
    """Tell whether a row of a grid has a blank cell for each figure."""
    return row.is_grid and len(row.tokens) == wanted and not any(token.text for token in row.tokens)


def _keeps_form(heads: Sequence[str], outcomes: Sequence[str]) -> bool:
    """Tell whether the heads stand in the order of the form, in one row for each group or in fewer."""
    ranks = [outcomes.index(head) for head in heads]
    if len(heads) == 3 * len(outcomes):
        return ranks == [*range(len(outcomes))] * 3
    # A new group begins at its first head; the last of one group or the first of the next may have been lost.
    last = len(outcomes) - 1
    turns = [(a, b) for a, b in pairwise(ranks) if b < a]
    return all((b == 0 and a >= last - 1) or (b == 1 and a == last) for a, b in turns)


def _rises(named: Sequence[Path], paths: Sequence[Path]) -> bool:
    ranks = [paths.index(path) for path in dict.fromkeys(named)]
    return ranks == sorted(ranks)


def _without_repeated(runs: list[_Run], wanted: int, name: SectionName, book: Notebook) -> list[_Run]:
    """A row that is printed twice with the same figures counts once."""
    runs = [part for run in runs for part in _alike(run, wanted)]
    printed = {tuple(token.text for token in run.tokens) for run in runs}
    if len(runs) < 2 or len(printed) > 1 or len(runs[0].tokens) < wanted:
        return runs
    for run in runs[1:]:
        book.note("row_repeated", Path((name, "table")), run.row.raw, run.row.place)
    return runs[:1]


def _alike(run: _Run, wanted: int) -> list[_Run]:
    """The rows in a run of the same row, printed again and again a cell a line; else the run itself."""
    starts = range(0, len(run.tokens), wanted)
    parts = [run.tokens[start : start + wanted] for start in starts]
    if len(parts) < 2 or len({tuple(token.text for token in part) for part in parts}) > 1:
        return [run]
    return [_Run(run.named, part, Row(tuple(part), run.row.sheet)) for part in parts]


def _whole(runs: Sequence[_Run], index: LabelIndex, heads: Sequence[Head], outcomes: Sequence[str]) -> Iterator[Record]:
    """The groups of a single run that has a figure for each of their cells."""
    if len(runs) != 1:
        return
    run, width = runs[0], len(outcomes)
    tokens = _under_heads(run, heads, outcomes)
    if tokens is None or len(tokens) != width * len(index.columns):
        over = {head.token.column for head in heads if head.row.sheet == run.row.sheet}
        is_placed = run.row.is_grid and len(over) == width * len(index.columns)
        tokens = _in_order(run, width * len(index.columns), is_placed=is_placed)
        has_blanks = tokens is not None and not all(token.text for token in (*tokens, *run.tokens))
        if tokens is None or (has_blanks and _has_slipped(tokens, width)):
            return
    for number, path in enumerate(index.columns):
        yield _record(path, tokens[number * width : (number + 1) * width], run.row)


def _by_name(runs: Sequence[_Run], named: Sequence[Path]) -> Iterator[Record]:
    """A run for each group that is named, after its name."""
    if runs and [run.named for run in runs] == list(dict.fromkeys(named)):
        for run in runs:
            if run.named is not None:
                yield _record(run.named, run.tokens, run.row)


def _in_order(run: _Run, wanted: int, *, is_placed: bool) -> Sequence[Token] | None:
    """The figures by their number.

    Blanks around more of them are no cells if all that stand between are filled, and no head stands over each column.
    """
    filled = [n for n, token in enumerate(run.tokens) if token.text]
    if len(run.tokens) > wanted == len(filled) and not is_placed:
        return run.tokens[filled[0] : filled[-1] + 1] if filled[-1] - filled[0] == wanted - 1 else None
    return aligned(run.tokens, wanted, is_grid=run.row.is_grid) if len(run.tokens) <= wanted else None


def _under_heads(run: _Run, heads: Sequence[Head], outcomes: Sequence[str]) -> Sequence[Token] | None:
    """The figures by the columns of a whole set of heads in the same grid; every figure must stand under one."""
    here = [head for head in heads if head.row.sheet is not None and head.row.sheet == run.row.sheet]
    mine = {head.token.column: head for head in here}
    in_order = [outcomes.index(mine[column].form) for column in sorted(mine)]
    if len({(head.token.column, head.form) for head in here}) > len(mine) or in_order != [*range(len(outcomes))] * (
        len(in_order) // len(outcomes)
    ):
        return None
    edge = max((token.column + token.span for head in mine.values() for token in head.row.tokens), default=0)
    by_column = {token.column: token for token in run.tokens}
    is_astray = any((token.text and token.column not in mine) or token.column >= edge for token in run.tokens)
    if is_astray or not mine or not mine.keys() <= by_column.keys():
        return None
    return [by_column[column] for column in sorted(mine)]


def _has_slipped(tokens: Sequence[Token], width: int) -> bool:
    """Doubt, by its sums, a row in which blanks are printed, among its figures or around them: it may have slipped."""
    values = [read_count(token.text) for token in tokens]
    figures = [value if isinstance(value, int) else 0 for value in values]
    totals = range(width - 1, len(values), width)
    return any(isinstance(values[n], int) and sum(figures[n - width + 1 : n]) != figures[n] for n in totals)


def _record(path: Path, cells: Sequence[Token], row: Row) -> Record:
    raw = " | ".join(token.text for token in cells)
    return Record(path, list(cells), 0, row.sheet, row.place, raw)
