"""Characters put together to lines: by the line on which they stand, then from left to right."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen

from govdisclosure.conventions.characters import is_blank
from govdisclosure.formats._pdf_shapes import Box, Piece

__all__ = ["Line", "lines_of", "ordinary"]

_SAME_LINE: Final = 0.4  # of the size of the letters: a raised note number still stands on its line
_DRAWN_TWICE: Final = 0.25  # of the width: letters made bold by drawing them again
_WORD_GAP: Final = 0.15  # of the size, between letters and figures
_COLUMN_GAP: Final = 1.5  # of the size
_KANGXI: Final = range(0x2F00, 0x2FD6)
_COMPATIBLE: Final = range(0xF900, 0xFB00)
_SUPPLEMENT: Final = range(0x2E80, 0x2F00)

# Radicals that print as an ordinary character; Unicode itself maps only two of this block.
_RADICALS: Final = str.maketrans(
    "⺁⺎⺐⺛⺝⺞⺟⺠⺩⺶⺻⺽⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂兀尢旡月歺母民王羊聿臼虎西见角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
)


@frozen
class Line:
    """A line of text and the box around it; ``raw`` is its text before radicals became ordinary characters."""

    text: str
    box: Box
    base: float
    size: float
    raw: str


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """Return the lines of some characters, from the top. Blank lines are left out.

    Spaces are those of the file, and two where columns stand apart; spaces between Chinese characters that only spread
    a line are none.
    """
    pieces = list(pieces)
    if len(pieces) == 1 and not pieces[0].is_turned:
        only = _line(pieces)
        return [only] if only else []
    upright: list[Piece] = []
    turned: list[Piece] = []
    for piece in pieces:
        (turned if piece.is_turned else upright).append(piece)
    found = [_line(row) for row in _rows(upright)]
    found += [_turned_line(run) for run in _runs(turned)]
    lines = [line for line in found if line is not None]
    return sorted(lines, key=lambda line: line.base) if turned else lines


def ordinary(text: str) -> str:
    """Return ``text`` with ordinary characters for radicals and compatibility characters, which print the same.

    Example:
        >>> ordinary("⼀、总体情况⻚")
        '一、总体情况页'
    """
    if text.isascii() or not any("\u2e80" <= char < "\u2fd6" or "\uf900" <= char < "\ufb00" for char in text):
        return text
    return "".join(_ordinary(char) for char in text)


def _ordinary(char: str) -> str:
    if ord(char) in _SUPPLEMENT:
        return char.translate(_RADICALS)
    return unicodedata.normalize("NFKC", char) if ord(char) in _KANGXI or ord(char) in _COMPATIBLE else char


def _rows(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Characters on the same line, each row from left to right."""
    row: list[Piece] = []
    foot = 0.0
    for piece in sorted(pieces, key=lambda one: one.base):
        if row and piece.base > foot:
            yield row
            row = []
        if not row:
            foot = piece.base + _SAME_LINE * (piece.bottom - piece.top)
        row.append(piece)
    if row:
        yield row


def _line(row: list[Piece]) -> Line | None:
    if len(row) == 1:  # most cells hold no more
        text, left, top, right, bottom, base, *_ = row[0]
        text = text.strip()
        return None if is_blank(text) else Line(ordinary(text), Box(left, top, right, bottom), base, bottom - top, text)
    row.sort(key=lambda one: (one.left, one.order))
    seen = [piece for piece in row if not piece.text.isspace()]
    if not seen:
        return None
    text = "".join(_spaced(row)).strip()
    if is_blank(text):
        return None
    size = max(piece.bottom - piece.top for piece in seen)
    box = Box(seen[0].left, min(c.top for c in seen), max(c.right for c in seen), max(c.bottom for c in seen))
    base = sorted(piece.base for piece in seen)[len(seen) // 2]
    return Line(ordinary(text), box, base, size, text)


def _spaced(row: Sequence[Piece]) -> Iterator[str]:
    """The characters with the spaces between them: those of the file, or those that the gaps show."""
    before: Piece | None = None
    spaces = ""
    for piece in row:
        if piece.text.isspace() or piece.text in "\u200b\u2060\ufeff":
            spaces += piece.text
            continue
        if before is not None:
            if _is_same(before, piece):
                continue
            yield _spaces(spaces, before, piece)
        spaces = ""
        yield piece.text
        before = piece


def _spaces(own: str, before: Piece, piece: Piece) -> str:
    """What parts two characters: the spaces of the file; two at least where columns stand apart; nothing, mostly."""
    gap, size = piece.left - before.right, min(before.bottom - before.top, piece.bottom - piece.top)
    if gap > _COLUMN_GAP * size and own in {"", " ", "\u00a0"}:
        return "  "
    if own or gap <= _WORD_GAP * size:
        return own
    return " " if before.text[-1] < "\u2e80" and piece.text[0] < "\u2e80" else ""


def _is_same(before: Piece, piece: Piece) -> bool:
    """Tell whether a piece was drawn again. The letters of a ligature stand on one place too, but follow at once."""
    width = (before.right - before.left) / len(before.text)
    is_near = before.text == piece.text and piece.left - before.left < _DRAWN_TWICE * width
    return is_near and abs(piece.order - before.order) > 1


def _runs(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Characters that follow one another in the file."""
    run: list[Piece] = []
    for piece in pieces:
        if run and piece.order > run[-1].order + 2:
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _turned_line(run: list[Piece]) -> Line | None:
    text = "".join(piece.text for piece in run).strip()
    if is_blank(text):
        return None
    box = Box(min(c.left for c in run), min(c.top for c in run), max(c.right for c in run), max(c.bottom for c in run))
    return Line(ordinary(text), box, box.bottom, box.right - box.left, text)
