"""Ways to damage the text of a real report without adding a figure, and its figures exchanged for telling ones."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Final, NamedTuple, TypeAlias

from tests.real.cases import expected_cells, read_cells, reading_of, sidecar

from govdisclosure import Reading

__all__ = ["CHINESE", "MUTATIONS", "Mutated", "Mutation", "Sample", "chosen", "sample", "telling_numbers"]

CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")

_PRIME: Final = 887
_TOKEN: Final = re.compile(r"[^\s|]+")


class Sample(NamedTuple):
    """A file with telling figures: its lines, what stands in them by cell, and the cells of each line."""

    case: str
    lines: tuple[str, ...]
    expected: Mapping[str, str]
    cells: Mapping[int, tuple[str, ...]]


class Mutated(NamedTuple):
    """Lines after a mutation, and the numbers of the lines whose figures went with it."""

    lines: Sequence[str]
    gone: frozenset[int] = frozenset()


Mutation: TypeAlias = Callable[[Sample, Random], Mutated | None]
"""One way to damage a file; ``None`` where it has nothing that could be."""


def telling_numbers(text: str, place: int) -> str:
    """A figure of three digits that no other place has, instead of any figure; other texts stay what they are."""
    return str(100 + 31 * place % _PRIME) if text.isdecimal() else text


@cache
def sample(case: Path) -> Sample:
    """A case with each figure that is read exchanged, where its line tells which figure is which."""
    reading = reading_of(case)
    expected = dict(expected_cells(sidecar(case)))
    lines = case.read_text("utf-8").split("\n")
    cells: dict[int, tuple[str, ...]] = {}
    number = 0
    for line, group in groupby(placed(reading, expected), key=lambda found: found[0]):
        paths = [path for _, path in group]
        cells[line] = (*cells.get(line, ()), *paths)
        tokens = list(_TOKEN.finditer(lines[line]))[-len(paths) :]
        if line in cells and [token[0] for token in tokens] != [expected[path] for path in paths]:
            continue
        for path, token in reversed(list(zip(paths, tokens, strict=True))):
            number += 1
            if not path.endswith("amount"):
                expected[path] = telling_numbers(expected[path], number)
                lines[line] = exchanged(lines[line], token.start(), token.end(), expected[path])
    return Sample(case.name, tuple(lines), expected, cells)


def placed(reading: Reading, expected: Mapping[str, str]) -> list[tuple[int, str]]:
    """The line of every filled cell that was read, in the order of the tables."""
    found = [
        (reading.place(path), path) for path, cell in read_cells(reading).items() if cell.text and path in expected
    ]
    return [(place.line - 1, path) for place, path in found if place is not None]


def exchanged(line: str, start: int, end: int, text: str) -> str:
    """Put a figure in place of another, and let what stands in columns stay in them."""
    room = len(line[end:]) - len(line[end:].lstrip(" "))
    eaten = min(max(0, room - 1), max(0, len(text) - (end - start)))
    return line[:start] + text + line[end + eaten :]


def chosen(positions: Sequence[int], random: Random) -> int | None:
    return random.choice(positions) if positions else None


def label_lines(one: Sample) -> list[int]:
    """The lines that print words and no figure of a table."""
    return [n for n, line in enumerate(one.lines) if n not in one.cells and CHINESE.search(line)]


def row_lines(one: Sample) -> list[int]:
    """The lines that print a label and its figures."""
    return [n for n in one.cells if CHINESE.search(one.lines[n])]


def is_full(one: Sample) -> bool:
    """Tell whether no cell is blank: a blank row would take the figures of the next one if that lost its label."""
    return all(one.expected.values())


def with_line(one: Sample, position: int, *lines: str) -> list[str]:
    return [*one.lines[:position], *lines, *one.lines[position + 1 :]]


def line_lost(one: Sample, random: Random) -> Mutated | None:
    """Take a line out; not of the last row, which may be cut off, so that what is left of it says nothing."""
    labels = label_lines(one) if is_full(one) else []
    blank = [n for n, line in enumerate(one.lines) if not _TOKEN.search(line)]
    last = [paths[-1].rpartition(".")[0] for _, paths in sorted(one.cells.items())][-1:]
    figures = [n for n, paths in one.cells.items() if paths[-1].rpartition(".")[0] not in last]
    position = chosen([*figures, *labels, *blank], random)
    return None if position is None else Mutated(with_line(one, position), frozenset({position}))


def label_doubled(one: Sample, random: Random) -> Mutated | None:
    position = chosen(label_lines(one), random)
    return None if position is None else Mutated(with_line(one, position, *[one.lines[position]] * 2))


def row_doubled(one: Sample, random: Random) -> Mutated | None:
    position = chosen(row_lines(one), random)
    return None if position is None else Mutated(with_line(one, position, *[one.lines[position]] * 2))


def page_broken(one: Sample, random: Random) -> Mutated | None:
    position = random.randrange(len(one.lines))
    foot = random.choice(("— 5 —", "- 5 -", "第 5 页", "第5页 共9页", "\f"))
    return Mutated(with_line(one, position, "", foot, "", one.lines[position]))


def sentence_put_in(one: Sample, random: Random) -> Mutated | None:
    position = random.randrange(len(one.lines))
    return Mutated(with_line(one, position, "政府信息公开工作稳步推进，各项制度逐步完善。", one.lines[position]))


def blank_line_put_in(one: Sample, random: Random) -> Mutated | None:
    position = random.randrange(len(one.lines))
    return Mutated(with_line(one, position, "", one.lines[position]))


def rows_swapped(one: Sample, random: Random) -> Mutated | None:
    rows = [n for n in row_lines(one) if "|" in one.lines[n] and one.cells[n][0].startswith("applications")]
    if len(rows) < 2:
        return None
    first, second = random.sample(rows, 2)
    lines = list(one.lines)
    lines[first], lines[second] = lines[second], lines[first]
    return Mutated(lines)


def bars_dropped(one: Sample, random: Random) -> Mutated | None:
    position = chosen([n for n in one.cells if "|" in one.lines[n]], random)
    return None if position is None else Mutated(with_line(one, position, one.lines[position].replace("|", " ")))


def a_bar_dropped(one: Sample, random: Random) -> Mutated | None:
    position = chosen([n for n in one.cells if "|" in one.lines[n]], random)
    if position is None:
        return None
    line = one.lines[position]
    bar = random.choice([at for at, char in enumerate(line) if char == "|"])
    return Mutated(with_line(one, position, f"{line[:bar]} {line[bar + 1 :]}"))


def lines_joined(one: Sample, random: Random) -> Mutated | None:
    filled = [n for n, line in enumerate(one.lines[:-1]) if _TOKEN.search(line)]
    position = chosen(filled, random)
    if position is None:
        return None
    between = random.choice(("", " ", "  "))
    joined = one.lines[position] + between + one.lines[position + 1].lstrip()
    return Mutated([*one.lines[:position], joined, *one.lines[position + 2 :]], frozenset({position, position + 1}))


def label_damaged(one: Sample, random: Random) -> Mutated | None:
    position = chosen([*label_lines(one), *row_lines(one)], random)
    if position is None:
        return None
    line = one.lines[position]
    at = random.choice([found.start() for found in CHINESE.finditer(line)])
    return Mutated(with_line(one, position, line[:at] + random.choice(("", "又")) + line[at + 1 :]))


def label_lost(one: Sample, random: Random) -> Mutated | None:
    position = chosen(row_lines(one) if is_full(one) else [], random)
    if position is None:
        return None
    return Mutated(with_line(one, position, CHINESE.sub("", one.lines[position])), frozenset({position}))


def end_cut_off(one: Sample, random: Random) -> Mutated | None:
    position = random.randrange(1, len(one.lines))
    return Mutated(one.lines[:position], frozenset(range(position, len(one.lines))))


def beginning_cut_off(one: Sample, random: Random) -> Mutated | None:
    position = random.randrange(1, len(one.lines))
    return Mutated(one.lines[position:], frozenset(range(position)))


def a_figure_lost(one: Sample, random: Random) -> Mutated | None:
    """Take one figure out of a row, its bar too, where no blank cell could make up for it."""
    rows = [n for n in row_lines(one) if len(one.cells[n]) > 1 and not re.search(r"\|\s*\|", one.lines[n])]
    position = chosen(rows, random)
    if position is None:
        return None
    line = one.lines[position]
    token = random.choice(list(_TOKEN.finditer(line))[-len(one.cells[position]) :])
    rest = re.sub(r"^\s*\|", "", line[token.end() :])
    return Mutated(with_line(one, position, line[: token.start()] + rest), frozenset({position}))


MUTATIONS: Final = (
    line_lost,
    label_doubled,
    row_doubled,
    page_broken,
    sentence_put_in,
    blank_line_put_in,
    rows_swapped,
    bars_dropped,
    a_bar_dropped,
    lines_joined,
    label_damaged,
    label_lost,
    end_cut_off,
    beginning_cut_off,
    a_figure_lost,
)
