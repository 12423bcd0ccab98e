"""Lines of cells between bars: GitHub's tables, and the rows that its grammar refuses but files hold."""

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

__all__ = ["Row", "pipes", "rows"]

_BAR: Final = re.compile(r"(?<!\\)\|")
_SEPARATOR: Final = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_LONG_SEPARATOR: Final = re.compile(r"\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?")


class Row(NamedTuple):
    """The raw cells of one line, each with its column, or a line that only parts rows."""

    line: int
    raw: str
    cells: tuple[tuple[str, int], ...]
    is_separator: bool


def pipes(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    """Take consecutive lines with bars as one block of rows: a block rule of markdown-it.

    They are rows if they begin and end with a bar, or if GitHub takes the first two for the head of a table.
    """
    is_row = _is_enclosed if _is_enclosed(state, first) else _has_bar
    if is_row is _has_bar and not _is_table(state, first, end):
        return False
    if silent:
        return True
    line = first + 1
    while line < end and state.sCount[line] >= state.blkIndent and is_row(state, line):
        line += 1
    token = state.push("pipes", "", 0)
    token.map = [first, line]
    begins = [state.bMarks[number] + state.tShift[number] for number in range(first, line)]
    token.meta["begins"] = [begin - (state.src.rfind("\n", 0, begin) + 1) for begin in begins]
    state.line = line
    return True


def rows(lines: list[str], begins: list[int], first: int) -> list[Row]:
    """Split ``lines`` at their bars: each begins at its offset in ``begins``, and the first has the number ``first``.

    The second line parts header and rows however short its dashes are, as GitHub has it; elsewhere one dash is a mark
    that somebody printed in a cell.

    Example:
        >>> [row.cells for row in rows(["| 规章 | 3 |"], [0], 1)]
        [(('规章', 3), ('3', 8))]
    """
    numbered = enumerate(zip(lines, begins, strict=True))
    return [_row(line[begin:].rstrip(), begin, first + index, index) for index, (line, begin) in numbered]


def _is_enclosed(state: "StateBlock", line: int) -> bool:
    text = _text(state, line)
    return len(text) > 1 and text[0] == text[-1] == "|" and not state.is_code_block(line)


def _has_bar(state: "StateBlock", line: int) -> bool:
    text = _text(state, line)
    return "|" in text and not state.is_code_block(line)


def _is_table(state: "StateBlock", first: int, end: int) -> bool:
    from markdown_it.rules_block import table

    return table(state, first, end, True)


def _text(state: "StateBlock", line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()


def _row(text: str, begin: int, number: int, index: int) -> Row:
    separator = (_SEPARATOR if index == 1 else _LONG_SEPARATOR).fullmatch(text) is not None
    return Row(number, text, () if separator else tuple(_cells(text, begin)), separator)


def _cells(text: str, begin: int) -> list[tuple[str, int]]:
    pieces = _BAR.split(text) if "\\" in text else text.split("|")
    cells: list[tuple[str, int]] = []
    for piece in pieces:
        lead = len(piece) - len(piece.lstrip())
        cells.append((piece.strip().replace("\\|", "|"), begin + lead + 1))
        begin += len(piece) + 1
    first = 1 if not pieces[0].strip() else 0
    last = -1 if len(pieces) > 1 and not pieces[-1].strip() else None
    return cells[first:last]
