"""How many columns a text takes in a terminal and in plain text, where a Chinese character takes two."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal
from unicodedata import category, east_asian_width

from govdisclosure.errors import ConstructionError

__all__ = ["pad", "width", "wrap"]

# Characters on which every terminal agrees: a report has hardly any other, and wcwidth costs 100 ms to import.
_NARROW: Final = " -~"
_WIDE: Final = "\u3000-\u3029\u3041-\u3096\u30a1-\u30fa㐀-䶿一-鿿！-｠"
# Two columns in old East Asian fonts, one elsewhere.
_AMBIGUOUS: Final = "‘’“”—…·×①-⑳"
_ASCII: Final = re.compile(f"[{_NARROW}]*")
_PLAIN: Final = re.compile(f"[{_NARROW}{_WIDE}{_AMBIGUOUS}]*")
_WIDE_ONE: Final = re.compile(f"[{_WIDE}]")
_AMBIGUOUS_ONE: Final = re.compile(f"[{_AMBIGUOUS}]")

# No line begins with a closing mark or ends with an opening one, and figures and words stay whole.
_OPENING: Final = re.compile("[（《〈“‘「『【〔(\\[{]")
_CLOSING: Final = re.compile("[，。、；：！？）》〉”’」』】〕…—,.;:!?)\\]}%％]")
_WORD: Final = re.compile("[0-9A-Za-z.,%:/@_+-]")
_HELD_TOGETHER: Final = 64  # a longer run of marks is no text, and may break anywhere


def width(text: str, ambiguous: int = 1) -> int:
    """Return how many columns ``text`` takes.

    ``“”—…①`` and the like are ambiguous: one column by default, two in old East Asian fonts (``ambiguous=2``).
    Control characters take none.

    Example:
        >>> width("公开12件"), width("“公开”"), width("“公开”", ambiguous=2)
        (8, 6, 8)
    """
    if _ASCII.fullmatch(text):
        return len(text)
    if _PLAIN.fullmatch(text):
        columns = len(text) + len(_WIDE_ONE.findall(text))
    else:
        from wcwidth import wcswidth

        columns = max(0, wcswidth("".join(character for character in text if category(character) != "Cc")))
    return columns if ambiguous == 1 else columns + (ambiguous - 1) * _count_ambiguous(text)


def pad(text: str, columns: int, align: Literal["left", "right", "center"] = "left", ambiguous: int = 1) -> str:
    """Fill ``text`` with spaces to ``columns``; a text that is as wide or wider comes back unchanged.

    Example:
        >>> pad("规章", 8) + "|", pad("12", 4, "right"), pad("总计", 7, "center") + "|"
        ('规章    |', '  12', ' 总计  |')
    """
    room = max(0, columns - width(text, ambiguous))
    left = {"left": 0, "right": room, "center": room // 2}[align]
    return " " * left + text + " " * (room - left)


def wrap(text: str, columns: int, ambiguous: int = 1) -> list[str]:
    """Break ``text`` into lines of at most ``columns``.

    Nothing is added or dropped: the lines joined are the text again. A line breaks only between two characters that
    are no spaces, never inside a character that is written with several code points, a word or a figure, and never
    before a closing mark or after an opening one. A piece that cannot be broken and is wider than a line stands on a
    line of its own.

    Raises:
        ConstructionError: ``columns`` is less than 1.

    Example:
        >>> wrap("全年公开信息12条。", 12)
        ['全年公开信息', '12条。']
    """
    if columns < 1:
        raise ConstructionError("no_columns", columns=columns)
    lines: list[str] = []
    line: list[str] = []
    taken = 0
    for piece in _pieces(text):
        needed = width(piece, ambiguous)
        if line and taken + needed > columns:
            lines.append("".join(line))
            line, taken = [], 0
        line.append(piece)
        taken += needed
    return [*lines, "".join(line)] if line else lines


def _pieces(text: str) -> Iterator[str]:
    piece: list[str] = []
    for cluster in _clusters(text):
        if piece and _may_break(piece[-1], cluster, len(piece)):
            yield "".join(piece)
            piece = []
        piece.append(cluster)
    if piece:
        yield "".join(piece)


def _clusters(text: str) -> Iterable[str]:
    if _PLAIN.fullmatch(text):
        return text
    from wcwidth import iter_graphemes

    return iter_graphemes(text)


def _may_break(before: str, after: str, length: int) -> bool:
    if before[-1].isspace() or after[0].isspace():
        return False
    if length >= _HELD_TOGETHER:
        return True
    is_inside_word = _WORD.match(before) and _WORD.match(after)
    return not (is_inside_word or _OPENING.match(before) or _CLOSING.match(after))


def _count_ambiguous(text: str) -> int:
    if _PLAIN.fullmatch(text):
        return len(_AMBIGUOUS_ONE.findall(text))
    from wcwidth import wcwidth

    # A combining accent counts as ambiguous too, but it takes no column of its own.
    return sum(east_asian_width(character) == "A" and wcwidth(character) == 1 for character in text)
