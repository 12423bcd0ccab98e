"""A grid on its way to a table: the texts of its cells on one line each, and whether it is the form word for word."""

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from govdisclosure.conventions.characters import is_blank
from govdisclosure.document import Grid
from govdisclosure.editions import TABLE_KINDS
from govdisclosure.grid import read_texts
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.paths import Path
from govdisclosure.recognize._cells import cell_text
from govdisclosure.recognize._labels import index_of, is_figure, is_part_of_form, normal

__all__ = ["Exact", "Sheet", "sheet_of", "texts_of"]


@frozen
class Exact:
    """What a grid that is the form word for word holds: where the figures of each row stand, and the rows beside."""

    kind: type[StatutoryTable]
    figures: Mapping[Path, Sequence[tuple[int, int]]]
    extra: Sequence[tuple[str, int]]


@frozen
class Sheet(Grid):
    """A grid with what every step of recognition asks of it, told once."""

    texts: Sequence[Sequence[str]] = field(default=(), eq=False, kw_only=True)
    exact: Exact | None = field(default=None, eq=False, kw_only=True)


def sheet_of(grid: Grid) -> Sheet:
    """Return a grid as a sheet."""
    texts = [[cell_text(cell.text) for cell in row] for row in grid.rows]
    return Sheet(grid.rows, grid.place, texts=texts, exact=_exact(texts))


def texts_of(grid: Grid) -> Sequence[Sequence[str]]:
    """The texts of a grid's cells, each on one line."""
    return grid.texts if isinstance(grid, Sheet) else sheet_of(grid).texts


def _exact(texts: Sequence[Sequence[str]]) -> Exact | None:
    for kinds in TABLE_KINDS.values():
        for kind in kinds:
            found = read_texts(kind, texts)
            if found is not None:
                figures, extra = found
                cells = [texts[row][column] for places in figures.values() for row, column in places]
                is_otherwise = any(_is_of_form(texts[row], kind) for _, row in extra) or _hold_labels(cells, kind)
                return None if is_otherwise else Exact(kind, figures, extra)
    return None


def _is_of_form(texts: Sequence[str], kind: type[StatutoryTable]) -> bool:
    """Tell whether a row that the form does not have here is one of it once more, or of another edition."""
    return is_figure(texts[0]) or any(
        normal(text) in index_of(other).rows for text in texts for other in TABLE_KINDS[kind.section]
    )


def _hold_labels(cells: Sequence[str], kind: type[StatutoryTable]) -> bool:
    """Tell whether a label stands where the form has a figure: then a figure is missing, and the others have moved."""
    words = [text for text in cells if not (text.isdecimal() or is_blank(text) or is_figure(text))]
    return any(is_part_of_form(text, kind.section) for text in words)
