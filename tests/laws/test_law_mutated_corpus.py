"""Real reports with something lost or damaged: a cell that is filled holds what the whole file prints for it.

Every mutation takes away labels, layout or figures, or puts in what no table prints; none adds a figure, so that the
whole file tells what is right. Before that each figure of a file is exchanged for one of its own: in real tables most
are 0, and a 0 that moved would not be seen.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path as File
from random import Random
from typing import Final, NamedTuple, TypeAlias

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws._mutations import CHINESE, MUTATIONS, Mutated, Mutation, Sample, chosen, sample, telling_numbers
from tests.real.cases import CASES, expected_cells, read_cells, reading_of, sidecar, tolerated

from govdisclosure import GovDisclosureError, Reading, reads
from govdisclosure.document import Cell, Document, Grid
from govdisclosure.formats.registry import parser
from govdisclosure.paths import Path
from govdisclosure.recognize.report import recognize

EXAMPLES: Final = settings(max_examples=80)
FORMATS: Final = {".txt": "text", ".md": "markdown", ".html": "html"}

pytestmark = pytest.mark.skipif(not CASES, reason="the corpus is not beside the project")


SAMPLES: Final = tuple(case for case in CASES if case.suffix in {".txt", ".md"})


def faults(
    reading: Reading, expected: Mapping[str, str], gone: frozenset[str], allowed: Mapping[str, set[str]]
) -> list[str]:
    """What a reading has wrong, and what it has left blank without a note though the source still prints it."""
    cells = read_cells(reading)
    noted = {note.path for note in reading.notes if note.path.parts}
    found = [
        f"{path}: read {cell.text!r}, printed {expected.get(path, '')!r}"
        for path, cell in cells.items()
        if cell.text and ".extra_rows" not in path
        if cell.text not in {expected.get(path, ""), *allowed.get(path, ())}
    ]
    for path, text in expected.items():
        is_blank = path not in cells or not cells[path].text
        if text and is_blank and path not in gone and not any(Path.parse(path).starts_with(note) for note in noted):
            found.append(f"{path}: blank without a note, printed {text!r}")
    return found


def faults_of(one: Sample, changed: Mutated, case: File) -> list[str]:
    gone = frozenset(path for line in changed.gone for path in one.cells.get(line, ()))
    try:
        reading = reads("\n".join(changed.lines), FORMATS[case.suffix])  # type: ignore[arg-type]  # a format of a case
    except GovDisclosureError:
        return []  # what is left is no report: refused is not read wrong
    read_before = {path for paths in one.cells.values() for path in paths}
    expected = {path: text for path, text in one.expected.items() if path in read_before or not text}
    unread = {path: {text} for path, text in one.expected.items() if path not in expected}
    allowed = tolerated(sidecar(case))
    return faults(reading, expected, gone, {**allowed, **unread})


class Gridded(NamedTuple):
    """The blocks of a file with telling figures in its grids, and what stands in them by cell."""

    document: Document
    expected: Mapping[str, str]


Cut: TypeAlias = Callable[[Grid, Random], Sequence[Grid]]
"""One way to damage a grid."""


@cache
def gridded(case: File) -> Gridded:
    """A case whose tables are grids, with each figure exchanged in its cell."""
    reading = reading_of(case)
    expected = dict(expected_cells(sidecar(case)))
    paths = {reading.place(path): path for path, cell in read_cells(reading).items() if cell.text}
    document = parser(FORMATS[case.suffix])(case.read_bytes())
    numbers = {path: number for number, path in enumerate(expected)}

    def telling(cell: Cell) -> Cell:
        path = paths.get(cell.place)
        if path is None or expected.get(path) != cell.text or path.endswith("amount"):
            return cell
        expected[path] = telling_numbers(cell.text, numbers[path])
        return evolve(cell, text=expected[path])

    blocks = tuple(
        evolve(block, rows=tuple(tuple(map(telling, row)) for row in block.rows)) if isinstance(block, Grid) else block
        for block in document.blocks
    )
    return Gridded(evolve(document, blocks=blocks), expected)


def is_figures(row: Sequence[Cell]) -> bool:
    return any(cell.text.isdecimal() for cell in row)


def with_row(grid: Grid, position: int, *rows: tuple[Cell, ...]) -> list[Grid]:
    return [evolve(grid, rows=(*grid.rows[:position], *rows, *grid.rows[position + 1 :]))]


def a_row_lost(grid: Grid, random: Random) -> Sequence[Grid]:
    free = [n for n, row in enumerate(grid.rows) if is_figures(row) and all(cell.rowspan == 1 for cell in row)]
    position = chosen(free, random)
    return [grid] if position is None else with_row(grid, position)


def spans_lost(grid: Grid, _: Random) -> Sequence[Grid]:
    return [evolve(grid, rows=tuple(tuple(evolve(cell, rowspan=1, colspan=1) for cell in row) for row in grid.rows))]


def grid_parted(grid: Grid, random: Random) -> Sequence[Grid]:
    cut = random.randrange(1, max(2, len(grid.rows)))
    parts = (evolve(grid, rows=grid.rows[:cut]), evolve(grid, rows=grid.rows[cut:]))
    return [part for part in parts if part.rows]


def a_blank_row_put_in(grid: Grid, random: Random) -> Sequence[Grid]:
    position = random.randrange(len(grid.rows))
    row = grid.rows[position]
    return with_row(grid, position, tuple(evolve(cell, text="", rowspan=1) for cell in row), row)


def a_cell_lost(grid: Grid, random: Random) -> Sequence[Grid]:
    """Take a figure out of a row without blank cells."""
    whole = [n for n, row in enumerate(grid.rows) if is_figures(row) and all(cell.text for cell in row)]
    position = chosen(whole, random)
    if position is None:
        return [grid]
    row = grid.rows[position]
    figure = random.choice([n for n, cell in enumerate(row) if cell.text.isdecimal()])
    return with_row(grid, position, (*row[:figure], *row[figure + 1 :]))


def a_word_damaged(grid: Grid, random: Random) -> Sequence[Grid]:
    words = [(n, k) for n, row in enumerate(grid.rows) for k, cell in enumerate(row) if CHINESE.search(cell.text)]
    if not words:
        return [grid]
    position, place = random.choice(words)
    row = grid.rows[position]
    at = random.randrange(len(row[place].text))
    text = row[place].text[:at] + random.choice(("", "又", "\n")) + row[place].text[at + 1 :]
    return with_row(grid, position, (*row[:place], evolve(row[place], text=text), *row[place + 1 :]))


def a_word_lost(grid: Grid, random: Random) -> Sequence[Grid]:
    """Leave the words of a cell out of a table without blank cells, and the cell where it is."""
    words = [(n, k) for n, row in enumerate(grid.rows) for k, cell in enumerate(row) if CHINESE.search(cell.text)]
    if not words or any(not cell.text for row in grid.rows for cell in row):
        return [grid]
    position, place = random.choice(words)
    row = grid.rows[position]
    return with_row(grid, position, (*row[:place], evolve(row[place], text=""), *row[place + 1 :]))


CUTS: Final = (a_row_lost, spans_lost, grid_parted, a_blank_row_put_in, a_cell_lost, a_word_damaged, a_word_lost)

GRIDDED: Final = tuple(case for case in CASES if case.suffix in {".md", ".html"})


def grid_faults(case: File, cut: Cut, random: Random) -> list[str]:
    """What is wrong after one grid of a file was damaged; what is blank may have been lost with its row."""
    one = gridded(case)
    grids = [n for n, block in enumerate(one.document.blocks) if isinstance(block, Grid)]
    position = random.choice(grids)
    block = one.document.blocks[position]
    assert isinstance(block, Grid)
    blocks = (*one.document.blocks[:position], *cut(block, random), *one.document.blocks[position + 1 :])
    reading = recognize(evolve(one.document, blocks=blocks))
    left = {cell.text for block in blocks if isinstance(block, Grid) for row in block.rows for cell in row}
    gone = frozenset(path for path, text in one.expected.items() if text not in left)
    return faults(reading, one.expected, gone, tolerated(sidecar(case)))


@pytest.mark.parametrize("case", GRIDDED, ids=lambda case: case.name)
def test_other_figures_in_grids_are_read_as_those_that_are_printed(case: File) -> None:
    one = gridded(case)
    assert faults(recognize(one.document), one.expected, frozenset(), tolerated(sidecar(case))) == []
    filled = [text for text in one.expected.values() if text]
    assert len(set(filled)) > 0.9 * len(filled)


@pytest.mark.parametrize("cut", CUTS)
@EXAMPLES
@given(case=st.sampled_from(GRIDDED or (File(),)), random=st.randoms(use_true_random=False))
def test_no_figure_of_a_damaged_grid_is_wrong(cut: Cut, case: File, random: Random) -> None:
    assert grid_faults(case, cut, random) == []


@pytest.mark.parametrize("case", SAMPLES, ids=lambda case: case.name)
def test_other_figures_are_read_as_those_that_are_printed(case: File) -> None:
    one = sample(case)
    assert faults_of(one, Mutated(one.lines), case) == []
    assert len(read_cells(reading_of(case))) == len(read_cells(reads("\n".join(one.lines), FORMATS[case.suffix])))  # type: ignore[arg-type]  # a format of a case


@pytest.mark.parametrize("mutation", MUTATIONS)
@EXAMPLES
@given(case=st.sampled_from(SAMPLES or (File(),)), random=st.randoms(use_true_random=False))
def test_no_figure_of_a_damaged_text_is_wrong(mutation: Mutation, case: File, random: Random) -> None:
    one = sample(case)
    changed = mutation(one, random)
    if changed is not None:
        assert faults_of(one, changed, case) == []


def test_figures_under_other_labels_are_seen() -> None:
    case = next(case for case in SAMPLES if case.name == "text-2019-04.txt")
    one = sample(case)
    lines = [line.replace("规章 |", "规章 | 7 |") for line in one.lines]
    first, second = (
        next(n for n, line in enumerate(lines) if line.startswith(label)) for label in ("规章", "规范性文件")
    )
    lines[first], lines[second] = (
        lines[second].replace("规范性文件", "规章"),
        one.lines[first].replace("规章", "规范性文件"),
    )
    assert len(faults_of(one, Mutated(lines), case)) == 6
