"""Layouts of figures: full-width digits, separators, measure words, spaces, glosses, line breaks, invisible blanks."""

from collections.abc import Callable
from random import Random
from typing import Final, TypeAlias

from attrs import evolve

from govdisclosure.testing._layout_sheet import Change, Piece, Sheet

__all__ = ["EXACT_CELLS", "SAFE_CELLS"]

_WIDE: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_BLANKS: Final = (" ", "\xa0", "\u3000")

_Print: TypeAlias = Callable[[str, Random], tuple[str, str]]


def wide_digits(text: str, _: Random) -> tuple[str, str]:
    """Print full-width digits."""
    return text.translate(_WIDE), text


def thousands(text: str, random: Random) -> tuple[str, str]:
    """Print separators between thousands."""
    return f"{int(text):,}".replace(",", random.choice((",", "，"))), text


def measured(text: str, _: Random) -> tuple[str, str]:
    """Print a measure word behind a figure."""
    return f"{text}件", text


def padded(text: str, random: Random) -> tuple[str, str]:
    """Print spaces around a figure."""
    blank = random.choice(_BLANKS)
    return f"{blank}{text}{blank}", text


def glossed(text: str, _: Random) -> tuple[str, str]:
    """Print a figure with an explanation: a text, which stays what it is."""
    return f"{text}（其中修订1件）", f"{text}（其中修订1件）"


def parted(text: str, random: Random) -> tuple[str, str]:
    """Print a space between the digits of a figure: a text, since it may have been two."""
    if len(text) < 2:
        return text, text
    cut = random.randrange(1, len(text))
    spaced = f"{text[:cut]} {text[cut:]}"
    return spaced, spaced


def invisible_blanks(sheet: Sheet, random: Random) -> Sheet:
    """Print spaces that are not seen in the blank cells."""
    return _each(sheet, lambda piece: piece.text == "", lambda _, chosen: (chosen.choice(_BLANKS), ""), random)


def figure_on_two_lines(sheet: Sheet, random: Random) -> Sheet:
    """Break one figure over two lines of its cell, as a narrow column does."""
    long = [
        (piece, path)
        for row in sheet.rows
        for piece in row
        for path, text in piece.holds
        if len(piece.text) > 1 and text == piece.text and text.isdecimal()
    ]
    if not long:
        return sheet
    broken, path = random.choice(long)
    cut = random.randrange(1, len(broken.text))
    changed = evolve(broken, text=f"{broken.text[:cut]}\n{broken.text[cut:]}")
    rows = tuple(tuple(changed if piece is broken else piece for piece in row) for row in sheet.rows)
    return evolve(sheet, rows=rows, doubtful=sheet.doubtful | {path})


def _every(change: _Print) -> Change:
    """Print every figure otherwise."""
    return _named(lambda sheet, random: _each(sheet, _is_count, change, random), change, "figures")


def _some(change: _Print) -> Change:
    """Print about a tenth of the figures otherwise."""

    def changed(sheet: Sheet, random: Random) -> Sheet:
        return _each(sheet, lambda piece: _is_count(piece) and random.randrange(10) == 0, change, random)

    return _named(changed, change, "some_figures")


def _named(changed: Change, change: _Print, what: str) -> Change:
    changed.__name__ = f"{what}_{change.__name__}"
    changed.__doc__ = change.__doc__
    return changed


def _each(sheet: Sheet, is_meant: Callable[[Piece], bool], change: _Print, random: Random) -> Sheet:
    rows = tuple(
        tuple(_printed(piece, change, random) if len(piece.holds) == 1 and is_meant(piece) else piece for piece in row)
        for row in sheet.rows
    )
    return evolve(sheet, rows=rows)


def _printed(piece: Piece, change: _Print, random: Random) -> Piece:
    text, means = change(piece.text, random)
    return evolve(piece, text=text, holds=((piece.holds[0][0], means),))


def _is_count(piece: Piece) -> bool:
    """Tell whether a piece prints a figure that counts something; money has units of its own."""
    return piece.text.isascii() and piece.text.isdecimal() and piece.holds[0][0].parts[-1] != "amount"


EXACT_CELLS: Final[tuple[Change, ...]] = (
    _every(wide_digits),
    _some(wide_digits),
    _every(thousands),
    _every(measured),
    _some(measured),
    _every(padded),
    invisible_blanks,
    _some(glossed),
)
"""Layouts of figures in which every one must be read."""

SAFE_CELLS: Final[tuple[Change, ...]] = (_some(parted), figure_on_two_lines)
"""Layouts of figures in which every one must be read, or be noted."""
