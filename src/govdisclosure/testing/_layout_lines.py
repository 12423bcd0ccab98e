"""Layouts of plain text: how the rows of a table look in lines."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Final, TypeAlias

from govdisclosure.conventions.width import width
from govdisclosure.testing._layout_sheet import Piece, PieceRow, Sheet, spread

__all__ = ["EXACT_LINES", "SAFE_LINES", "Lines"]

Lines: TypeAlias = Callable[[Sheet, Random], list[str]]
"""One way to print a table as lines of text."""

_WRAP: Final = 14


def tabs(sheet: Sheet, _: Random) -> list[str]:
    """Part the cells of a row by tabs."""
    return ["\t".join(_texts(row)) for row in sheet.rows]


def pipes(sheet: Sheet, _: Random) -> list[str]:
    """Put bars around and between the cells of a row."""
    return [f"| {' | '.join(_texts(row))} |" for row in sheet.rows]


def bars(sheet: Sheet, _: Random) -> list[str]:
    """Put bars between and after the cells of a row."""
    return [f"{' | '.join(_texts(row))} |" for row in sheet.rows]


def bars_for_spans(sheet: Sheet, _: Random) -> list[str]:
    """Put an empty bar behind the row for each position that a cell of it spans."""
    return [f"{' | '.join(_texts(row))} |{'|' * (sum(p.colspan for p in row) - len(row))}" for row in sheet.rows]


def markdown_table(sheet: Sheet, _: Random) -> list[str]:
    """Print a table in Markdown, its first row as the head."""
    rows = pipes(sheet, _)
    return [*rows[:1], "|---" * max(1, len(sheet.rows[0]) if sheet.rows else 1) + "|", *rows[1:]]


def a_cell_a_line(sheet: Sheet, _: Random) -> list[str]:
    """Print every cell on a line of its own; blank ones leave no line."""
    return [line for row in sheet.rows for piece in row for line in map(str.strip, piece.text.split("\n")) if line]


def a_cell_a_paragraph(sheet: Sheet, _: Random) -> list[str]:
    """Print every cell on a line of its own, with blank lines between."""
    return [line for text in a_cell_a_line(sheet, _) for line in (text, "")]


def cells_and_bars_apart(sheet: Sheet, _: Random) -> list[str]:
    """Print cells and bars on lines of their own."""
    return [line for row in sheet.rows for text in _texts(row) for line in (text, "|") if line]


def blanks_gathered(sheet: Sheet, _: Random) -> list[str]:
    """Print bars, and all blank cells of a row after the filled ones."""
    rows = (sorted(_texts(row), key=lambda text: not text) for row in sheet.rows)
    return [f"{' | '.join(row)} |" for row in rows]


def columns_of_spaces(sheet: Sheet, _: Random) -> list[str]:
    """Part columns by runs of spaces, each column as wide as its widest cell."""
    matrix, pieces = spread(sheet.rows)
    shown = [[_shown(matrix, top, left, pieces) for left in range(len(matrix[0]))] for top in range(len(matrix))]
    wide = [max(width(row[left]) for row in shown) + 3 for left in range(len(matrix[0]))]
    return [
        "".join(text + " " * (size - width(text)) for text, size in zip(row, wide, strict=True)).rstrip()
        for row in shown
    ]


def runs_of_spaces(sheet: Sheet, _: Random) -> list[str]:
    """Put four spaces between the cells of a row that are not blank."""
    return ["    ".join(filter(None, _texts(row))) for row in sheet.rows]


def a_row_a_line(sheet: Sheet, _: Random) -> list[str]:
    """Put one space between the cells of a row that are not blank."""
    return [" ".join(filter(None, _texts(row))) for row in sheet.rows]


def all_on_one_line(sheet: Sheet, _: Random) -> list[str]:
    """Print all that is not blank on one line."""
    return [" ".join(a_row_a_line(sheet, _))]


def figures_below_labels(sheet: Sheet, _: Random) -> list[str]:
    """Print the labels of a row on one line, its figures on the next."""
    lines: list[str] = []
    for row in sheet.rows:
        lines.append(" ".join(piece.text for piece in row if not piece.holds and piece.text))
        lines.append(" ".join(piece.text for piece in row if piece.holds and piece.text))
    return [line for line in lines if line]


def wrapped_labels(sheet: Sheet, random: Random) -> list[str]:
    """Wrap long labels around their figures, as text extracted from a PDF has them."""
    size = random.choice((8, _WRAP))
    return [line for row in sheet.rows for line in _wrapped(row, size)]


def group_labels_among_rows(sheet: Sheet, _: Random) -> list[str]:
    """Print a label that spans several rows beside the one in their middle, as text extracted from a PDF has it."""
    lines: list[list[str]] = [[] for _ in sheet.rows]
    for top, row in enumerate(sheet.rows):
        for piece, text in zip(row, _texts(row), strict=True):
            middle = min(len(lines) - 1, top + (piece.rowspan - 1) // 2)
            lines[top if piece.holds or piece.rowspan == 1 else middle].append(text)
    return [" ".join(filter(None, line)) for line in lines if any(line)]


def run_together(sheet: Sheet, _: Random) -> list[str]:
    """Put nothing at all between the cells of a row."""
    return ["".join(_texts(row)) for row in sheet.rows]


def figures_run_together(sheet: Sheet, _: Random) -> list[str]:
    """Put nothing between the figures of a row, and a space between them and the label."""
    return [
        f"{' '.join(p.text for p in row if not p.holds)} {''.join(p.text for p in row if p.holds)}".strip()
        for row in sheet.rows
    ]


EXACT_LINES: Final[tuple[Lines, ...]] = (
    tabs,
    pipes,
    bars,
    bars_for_spans,
    markdown_table,
    a_cell_a_line,
    a_cell_a_paragraph,
    cells_and_bars_apart,
    blanks_gathered,
    columns_of_spaces,
    runs_of_spaces,
    a_row_a_line,
    figures_below_labels,
    wrapped_labels,
    group_labels_among_rows,
    all_on_one_line,
)
"""Layouts of lines in which every figure must be read."""

SAFE_LINES: Final[tuple[Lines, ...]] = (
    run_together,
    figures_run_together,
)
"""Layouts of lines in which every figure must be read, or be noted."""


def _texts(row: PieceRow) -> list[str]:
    return [" ".join(piece.text.split()) for piece in row]


def _shown(matrix: list[list[int]], top: int, left: int, pieces: list[Piece]) -> str:
    """The text of a position: that of the cell that begins there."""
    number = matrix[top][left]
    is_first = number >= 0 and (top == 0 or matrix[top - 1][left] != number)
    is_first = is_first and (left == 0 or matrix[top][left - 1] != number)
    return " ".join(pieces[number].text.split()) if is_first else ""


def _wrapped(row: PieceRow, size: int) -> Iterator[str]:
    words = [text for text, piece in zip(_texts(row), row, strict=True) if not piece.holds and text]
    figures = " ".join(text for text, piece in zip(_texts(row), row, strict=True) if piece.holds and text)
    if not words or not figures:
        yield " ".join([*words, figures]).strip()
        return
    *above, label = words
    yield from above
    parts = [label[at : at + size] for at in range(0, len(label), size)]
    middle = len(parts) // 2
    if len(parts) % 2:
        parts[middle] += f" {figures}"
    else:
        parts.insert(middle, figures)
    yield from parts
