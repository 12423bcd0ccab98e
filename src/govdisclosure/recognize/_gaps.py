"""Rows whose label a conversion broke around their figures: found by what stands before and after them.

Between two rows that are certain the form has so many labels, and the source so many rows of figures. If the numbers
agree, and the pieces of each label are there, each row is known by its turn; otherwise none of them is.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from govdisclosure.model.sections import SectionName
from govdisclosure.paths import Path
from govdisclosure.recognize._labels import LabelIndex
from govdisclosure.recognize._notebook import Notebook
from govdisclosure.recognize._records import Record

__all__ = ["fill_gaps"]

_SHORTEST_PIECE: Final = 2
_COVERED: Final = 0.6
_LIKE: Final = 75.0


def fill_gaps(
    records: Sequence[Record], pieces: Sequence[str], index: LabelIndex, name: SectionName, book: Notebook
) -> list[Record]:
    """Give the records without a label the rows to which they can only belong; note the others."""
    orphans = [record for record in records if record.path is None]
    if not orphans:
        return [record for record in records if record.path is not None]
    order = {path: number for number, path in enumerate(index.columns)}
    anchors = _anchors(records, order)
    bounds = [(-1, -1), *((record.position, order[path]) for path, record in anchors), (len(records) + 1, len(order))]
    paths = list(order)
    for record in orphans:
        if record.words:
            pieces = [*pieces, record.words]
    for (start, first), (stop, last) in pairwise(bounds):
        runs = [one for one in orphans if start < one.position < stop and _may_be_run(one, index)]
        missing = paths[first + 1 : last]
        if not runs or len(runs) != len(missing) or not _are_told(missing, pieces, index):
            continue
        pairs = list(zip(missing, runs, strict=True))
        if all(_fits(run, path, index) for path, run in pairs):
            for path, run in pairs:
                run.path = path
                book.note("label_broken", Path((name, "table", *path.parts)), run.raw, run.place)
    for record in orphans:
        if record.path is None:
            book.note("figures_without_label", Path((name, "table")), record.raw, record.place)
    filled = {record.path for record in records if record.cells}
    return [one for one in records if one.path is not None and (one.cells or one.path not in filled)]


def _anchors(records: Sequence[Record], order: Mapping[Path, int]) -> list[tuple[Path, Record]]:
    """The rows with figures whose label is certain and printed once, as long as they keep the order of the form."""
    times = Counter(record.path for record in records if record.cells)
    kept: list[tuple[Path, Record]] = []
    for record in records:
        path = record.path
        if path is None or not record.cells or times[path] > 1:
            continue
        if kept and order[path] <= order[kept[-1][0]]:
            return []  # rows in another order than the form's: nobody's turn is known
        kept.append((path, record))
    return kept


def _may_be_run(record: Record, index: LabelIndex) -> bool:
    """Tell whether a record without a label may be a whole row: with a stray cell too, so that its turn is counted."""
    return len(record.cells) >= min(len(columns) for columns in index.columns.values())


def _fits(run: Record, path: Path, index: LabelIndex) -> bool:
    """Tell whether the cells are as many as the row's, none blank, and the words before them, if any, its label."""
    if len(run.cells) != len(index.columns[path]) or not all(token.text for token in run.cells):
        return False
    return not run.words or any(_is_told(label, [run.words]) for label, known in index.rows.items() if known == path)


def _are_told(missing: Sequence[Path], pieces: Sequence[str], index: LabelIndex) -> bool:
    labels: dict[Path, list[str]] = {}
    for label, path in index.rows.items():
        labels.setdefault(path, []).append(label)
    return all(any(_is_told(label, pieces) for label in labels[path]) for path in missing)


def _is_told(label: str, pieces: Sequence[str]) -> bool:
    """Tell whether the pieces of words at hand make up a label, or one of them is nearly the label."""
    from rapidfuzz import fuzz

    covered: set[int] = set()
    for piece in pieces:
        if len(piece) < _SHORTEST_PIECE:
            continue
        at = label.find(piece)
        if at >= 0:
            covered.update(range(at, at + len(piece)))
        elif label in piece or fuzz.ratio(label, piece, score_cutoff=_LIKE):
            return True
    return len(covered) >= _COVERED * len(label)
