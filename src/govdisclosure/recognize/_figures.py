"""The figures of one printed row, assigned to its columns, or left blank with a note where that is not certain."""

from collections.abc import Sequence

from govdisclosure.model.cells import Count, MoneyCell, print_cell, read_change, read_count, read_money
from govdisclosure.model.label import Holds
from govdisclosure.paths import Path
from govdisclosure.recognize._notebook import Notebook
from govdisclosure.recognize._zones import Token

__all__ = ["aligned", "read_cells"]

_READERS = {"count": read_count, "change": read_change, "money": read_money}


def aligned(tokens: Sequence[Token], columns: int, *, is_grid: bool) -> Sequence[Token] | None:
    """Return one token for each of ``columns`` cells, or ``None`` where it is not certain which is which.

    As many cells as columns are taken by position; as many figures as columns by order, whatever blank cells stand
    between them (merged cells leave such blanks). Fewer figures than columns are never spread by guess.
    """
    printed = [token for token in tokens if token.text]
    if len(tokens) == columns and (is_grid or not _are_gathered(tokens)):
        return tokens
    if len(printed) == columns:
        return printed
    if not printed:
        return [Token("")] * columns
    return None


def read_cells(
    path: Path, columns: Sequence[tuple[str, Holds]], tokens: Sequence[Token], book: Notebook
) -> list[Count | MoneyCell]:
    """Read the printed cells of a row; note every figure that is printed in another way, and the blank cells."""
    values: list[Count | MoneyCell] = []
    blank: list[str] = []
    for (name, holds), token in zip(columns, tokens, strict=True):
        here = path / name
        value = _READERS[holds](token.text)
        values.append(value)
        book.stands(here, token.place)
        if value is None:
            blank.append(name)
        elif print_cell(value) != token.text:
            book.note("figure_normalised", here, token.text, token.place)
    if blank:
        place = next((token.place for token in tokens if token.place), None)
        book.note("cells_blank", path, "", place, cells=", ".join(blank))
    return values


def _are_gathered(tokens: Sequence[Token]) -> bool:
    """Text copies move blank cells behind the filled ones: figures first, then nothing but blanks, is not certain."""
    filled = [bool(token.text) for token in tokens]
    return any(filled) and not all(filled) and filled == sorted(filled, reverse=True)
