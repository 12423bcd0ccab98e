"""A grid drawn with box characters, read back.

Nothing here asks how wide a character is. Rule lines hold box characters and spaces only, so their offsets agree with
one another: an offset with an arm down is a boundary of the next row, and a space right of it says that the cell there
goes on. Lines of text are parted at their bars, in the order of those boundaries.
"""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from govdisclosure.conventions.characters import is_blank
from govdisclosure.document import Cell, Grid, Place

__all__ = ["BOX", "HIDDEN", "Box", "escaped", "read_box"]

BOX: Final = "│─┌┬┐├┼┤└┴┘"
HIDDEN: Final = "╌"
"""Marks, in the first rule, a boundary between columns that no row shows."""

_DOWN: Final = frozenset("│┌┬┐├┼┤")
_UP: Final = frozenset("│├┼┤└┴┘")
_RULE: Final = re.compile("[┌├└│][─┌┬┐├┼┤└┴┘│╌ ]*[┐┤┘│]")
_NO_TEXT: Final = re.compile("[─┌┬┐├┼┤└┴┘]")
_TO_ESCAPE: Final = re.compile(rf"[\\{BOX}]|\A[ ]|[ ]\Z")
_ESCAPE: Final = re.compile(r"\\(.)")
# While a line is parted, an escaped bar or space stands as a character that no source holds.
_MASKS: Final = {"│": "\x01", " ": "\x02"}
_UNMASK: Final = {1: "│", 2: " "}


class Box(NamedTuple):
    """A grid that was read, and the index of the line after it."""

    grid: Grid
    end: int


class _Span(NamedTuple):
    """A cell that is being read: where it begins, its texts, the rows it has taken so far."""

    row: int
    begin: int
    end: int
    texts: list[str]
    rows: list[int]
    place: Place


class _Drawing(NamedTuple):
    """Rule lines, and the lines of text after each."""

    rules: list[str]
    texts: list[list[tuple[int, str]]]
    end: int


def escaped(text: str) -> str:
    r"""Return a piece of a cell's text as it stands between bars.

    Example:
        >>> escaped("甲│乙"), escaped("规章 "), escaped("规章")
        ('甲\\│乙', '规章\\ ', '规章')
    """
    return _TO_ESCAPE.sub(r"\\\g<0>", text)


def read_box(lines: list[str], first: int) -> Box | None:
    """Read the drawing that begins on ``lines[first]``; ``None`` if it is not drawn as this format draws.

    Example:
        >>> box = read_box(["┌──┬──┐", "│ 规章 │ 3 │", "└──┴──┘"], 0)
        >>> [cell.text for cell in box.grid.rows[0]], box.end
        (['规章', '3'], 3)
    """
    drawing = _drawing(lines, first)
    if drawing is None or len({len(rule) for rule in drawing.rules}) > 1:
        return None
    spans = _spans(drawing, first)
    if spans is None:
        return None
    columns = {offset: index for index, offset in enumerate(_boundaries(drawing.rules))}
    rows: list[list[Cell]] = [[] for _ in drawing.texts]
    for span in sorted(spans, key=lambda span: (span.row, span.begin)):
        text = "".join(span.texts)
        colspan = columns[span.end] - columns[span.begin]
        rows[span.row].append(Cell("" if is_blank(text) else text, span.rows[0], colspan, span.place))
    return Box(Grid(tuple(map(tuple, rows)), Place(first + 1)), drawing.end)


def _drawing(lines: list[str], first: int) -> _Drawing | None:
    rules: list[str] = []
    texts: list[list[tuple[int, str]]] = []
    for number in range(first, len(lines)):
        line = lines[number].replace("\t", " ").rstrip()
        if _RULE.fullmatch(line) and _NO_TEXT.search(line):
            if line[0] not in ("┌" if number == first else "├│└"):
                return None
            rules.append(line)
            if line[0] == "└":
                return _Drawing(rules, texts, number + 1)
            texts.append([])
        elif rules and len(line) > 1 and line[0] == line[-1] == "│":
            texts[-1].append((number + 1, line))
        else:
            return None
    return None


def _boundaries(rules: list[str]) -> list[int]:
    offsets = {offset for rule in rules for offset in _offsets(rule, _DOWN)}
    return sorted(offsets | {offset for offset, character in enumerate(rules[0]) if character == HIDDEN})


def _offsets(rule: str, arms: frozenset[str]) -> list[int]:
    return [offset for offset, character in enumerate(rule) if character in arms]


def _spans(drawing: _Drawing, first: int) -> list[_Span] | None:
    done: list[_Span] = []
    above: dict[tuple[int, int], _Span] = {}
    for row, texts in enumerate(drawing.texts):
        rule, below = drawing.rules[row], drawing.rules[row + 1]
        bounds = _offsets(rule, _DOWN)
        if len(bounds) < 2 or bounds != _offsets(below, _UP):
            return None
        open_spans = _opened(rule, bounds, above, Place(texts[0][0] if texts else first + 1), row)
        if open_spans is None or not _filled(open_spans, texts):
            return None
        done += [span for span in open_spans if span.row == row]
        above = {(span.begin, span.end): span for span in open_spans}
    return done


def _opened(
    rule: str, bounds: list[int], above: dict[tuple[int, int], _Span], place: Place, row: int
) -> list[_Span] | None:
    spans: list[_Span] = []
    for begin, end in pairwise(bounds):
        over = set(rule[begin + 1 : end])
        if over == {" "}:
            span = above.get((begin, end))
            if span is None:
                return None
            span.rows[0] += 1
        elif " " in over:
            return None
        else:
            span = _Span(row, begin, end, [], [1], place)
        spans.append(span)
    return spans


def _filled(spans: list[_Span], texts: list[tuple[int, str]]) -> bool:
    for _, line in texts:
        pieces = _split(line)
        if len(pieces) != len(spans):
            return False
        for span, piece in zip(spans, pieces, strict=True):
            span.texts.append(piece)
    return True


def _split(line: str) -> list[str]:
    inside = line[1:-1]
    if "\\" not in inside:
        return [piece.strip(" ") for piece in inside.split("│")]
    masked = _ESCAPE.sub(lambda found: _MASKS.get(found[1], found[1]), inside)
    return [piece.strip(" ").translate(_UNMASK) for piece in masked.split("│")]
