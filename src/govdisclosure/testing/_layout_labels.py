"""Layouts of labels: broken, spaced, glossed, in other words, with a character wrong, in traditional characters."""

from collections.abc import Callable
from functools import cache
from random import Random
from typing import Final

from attrs import evolve

from govdisclosure.conventions.traditional import simplified
from govdisclosure.editions import LABEL_VARIANTS
from govdisclosure.testing._layout_sheet import Change, Piece, PieceRow, Sheet

__all__ = ["EXACT_LABELS", "SAFE_LABELS"]

_GLOSSES: Final = ("（单位：件）", "（含电子公文）", "（指办件量）", "(件)")
_TRADITIONAL: Final = (
    "條項規範製數開廢現處決許強罰業費額單萬對務採購總與關係為請結轉續辦構組織會機類屬國護權內過執詢複議訴"
    "訟維糾審經無補後確認獲報舉繳納穩當據動體況實際題進應須說減綜"
)
_STRANGE: Final = "又木水古某"
_HALF_WIDTH: Final = str.maketrans("（），、：；", "(),,:;")


def broken(text: str, random: Random) -> str:
    """Break a label over two lines."""
    cut = random.randrange(1, len(text)) if len(text) > 1 else 0
    return f"{text[:cut]}\n{text[cut:]}" if cut else text


def spaced(text: str, random: Random) -> str:
    """Put a space into a label."""
    return broken(text, random).replace("\n", random.choice((" ", "\u3000", "\xa0")))


def narrow(text: str, _: Random) -> str:
    """Print half-width brackets, commas and colons."""
    return text.translate(_HALF_WIDTH)


def unquoted(text: str, random: Random) -> str:
    """Print other quotation marks, or none."""
    left, right = random.choice((("", ""), ('"', '"'), ("‘", "’")))
    return text.replace("“", left).replace("”", right)


def traditional(text: str, _: Random) -> str:
    """Print traditional characters."""
    return text.translate(_table())


def glossed(text: str, random: Random) -> str:
    """Print an explanation in brackets behind a label."""
    return text if text.endswith(("）", ")")) else text + random.choice(_GLOSSES)


def misspelt(text: str, random: Random) -> str:
    """Print one character wrong, or leave it out."""
    if len(text) < 3:
        return text
    place = random.randrange(len(text))
    return text[:place] + random.choice(("", random.choice(_STRANGE))) + text[place + 1 :]


def unnumbered(text: str, _: Random) -> str:
    """Leave the number in front of a label out."""
    for end in (3, 2):
        if text[:end] and text[:end][-1] in "）.、" and len(text) > end + 3:
            return text[end:]
    return text


def in_other_words(sheet: Sheet, random: Random) -> Sheet:
    """Print a row's label in words that are printed for it in practice."""
    return evolve(sheet, rows=tuple(_in_other_words(row, random) for row in sheet.rows))


def _in_other_words(row: PieceRow, random: Random) -> PieceRow:
    path = next((path for piece in row for path, _ in piece.holds), None)
    labels = [left for left, piece in enumerate(row) if not piece.holds]
    variants = LABEL_VARIANTS.get(".".join(map(str, path.parts[2:-1])), ()) if path else ()
    if not (variants and labels):
        return row
    last = labels[-1]
    return (*row[:last], evolve(row[last], text=random.choice(variants)), *row[last + 1 :])


def _every(change: Callable[[str, Random], str]) -> Change:
    """Change every label of a table."""

    def changed(sheet: Sheet, random: Random) -> Sheet:
        rows = tuple(tuple(_changed(piece, change, random) for piece in row) for row in sheet.rows)
        return evolve(sheet, rows=rows)

    return _named(changed, change, "labels")


def _some(change: Callable[[str, Random], str]) -> Change:
    """Change one label of a table."""

    def changed(sheet: Sheet, random: Random) -> Sheet:
        labels = [
            (top, left)
            for top, row in enumerate(sheet.rows)
            for left, piece in enumerate(row)
            if not piece.holds and piece.text
        ]
        chosen = random.choice(labels) if labels else None
        rows = tuple(
            tuple(_changed(p, change, random) if (top, left) == chosen else p for left, p in enumerate(row))
            for top, row in enumerate(sheet.rows)
        )
        return evolve(sheet, rows=rows)

    return _named(changed, change, "label")


def _changed(piece: Piece, change: Callable[[str, Random], str], random: Random) -> Piece:
    return piece if piece.holds or not piece.text else evolve(piece, text=change(piece.text, random))


def _named(changed: Change, change: Callable[[str, Random], str], what: str) -> Change:
    changed.__name__ = f"{what}_{change.__name__}"
    changed.__doc__ = change.__doc__
    return changed


@cache
def _table() -> dict[int, int]:
    return {ord(simplified(one)): ord(one) for one in _TRADITIONAL}


EXACT_LABELS: Final[tuple[Change, ...]] = (
    _every(broken),
    _every(spaced),
    _every(narrow),
    _every(unquoted),
    _every(traditional),
    in_other_words,
    _every(glossed),
    _some(glossed),
)
"""Layouts of labels in which every figure must be read."""

SAFE_LABELS: Final[tuple[Change, ...]] = (
    _some(misspelt),
    _every(misspelt),
    _every(unnumbered),
    _some(unnumbered),
)
"""Layouts of labels in which every figure must be read, or be noted."""
