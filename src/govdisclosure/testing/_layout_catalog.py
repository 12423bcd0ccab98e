"""Every hard layout by name, what it promises, and which of them go together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, TypeAlias, cast

from attrs import frozen

from govdisclosure.testing._layout_cells import EXACT_CELLS, SAFE_CELLS
from govdisclosure.testing._layout_columns import EXACT_COLUMNS, SAFE_COLUMNS
from govdisclosure.testing._layout_labels import EXACT_LABELS, SAFE_LABELS
from govdisclosure.testing._layout_lines import EXACT_LINES, SAFE_LINES, Lines
from govdisclosure.testing._layout_rows import EXACT_ROWS, SAFE_ROWS
from govdisclosure.testing._layout_sheet import Change
from govdisclosure.testing._layout_split import EXACT_SPLITS, SAFE_SPLITS, Split

__all__ = [
    "CHANGES",
    "LAYOUTS",
    "LINES",
    "SPLITS",
    "STAGES",
    "Guarantee",
    "Layout",
    "Stage",
    "are_compatible",
    "promises",
]

Guarantee: TypeAlias = Literal["exact", "safe"]
"""What a reader should make of a layout: every figure, or every figure or a note."""

Stage: TypeAlias = Literal["cells", "labels", "rows", "columns", "splits", "lines", "page"]
"""What a layout changes; those of an earlier stage are applied first."""


@frozen
class Layout:
    """One way in which a report is printed.

    Attributes:
        name: its name, by which :func:`hard_copy` takes it.
        stage: what it changes.
        guarantee: what a reader should make of it.
        does: what it does, in a sentence.

    Example:
        >>> LAYOUTS["columns_swapped"].does
        'Exchange two columns, heads and figures.'
    """

    name: str
    stage: Stage
    guarantee: Guarantee
    does: str


def are_compatible(names: Iterable[str]) -> bool:
    """Tell whether layouts go together: whether what they print still tells where each figure belongs.

    Example:
        >>> are_compatible(["row_shifted", "column_missing"])  # the shifted row then has as many cells as heads
        False
    """
    chosen = [LAYOUTS[name] for name in names]
    stages = [one.stage for one in chosen if one.stage != "page"]
    together = {one.name for one in chosen}
    if len(set(stages)) < len(stages) or {"splits", "lines"} <= set(stages):
        return False
    return not any(one & together and other & together for one, other in _APART)


def promises(names: Iterable[str], *, has_blanks: bool) -> Guarantee:
    """Return what layouts promise together, of tables with blank cells or without.

    Example:
        >>> promises(["tabs"], has_blanks=False), promises(["tabs"], has_blanks=True)
        ('exact', 'safe')
    """
    together = frozenset(names)
    if len(together) > _MOST_EXACT or any(LAYOUTS[name].guarantee == "safe" for name in together):
        return "safe"
    if has_blanks and together & _UNSURE_OF_BLANKS:
        return "safe"
    if {"markdown_table", "page_breaks"} <= together:  # a table of Markdown must begin anew, without its heads
        return "safe"
    if together & _BY_TURN and any(LAYOUTS[name].stage == "rows" for name in together):
        return "safe"
    # In a line a label that holds more than its words is hard to tell from several.
    return "safe" if together & _OTHER_LABELS and together & frozenset(LINES) else "exact"


def _names(changes: Iterable[Change | Split | Lines]) -> frozenset[str]:
    return frozenset(change.__name__ for change in changes)


def _layouts() -> Iterator[Layout]:
    for stage, exact, safe in _BY_STAGE:
        for guarantee, changes in (("exact", exact), ("safe", safe)):
            for change in changes:
                yield Layout(change.__name__, stage, cast("Guarantee", guarantee), str(change.__doc__))
    for name, guarantee, does in _PAGES:
        yield Layout(name, "page", guarantee, does)


STAGES: Final[tuple[Stage, ...]] = ("cells", "labels", "rows", "columns", "splits", "lines", "page")

_BY_STAGE: Final[tuple[tuple[Stage, Sequence[Change | Split | Lines], Sequence[Change | Split | Lines]], ...]] = (
    ("cells", EXACT_CELLS, SAFE_CELLS),
    ("labels", EXACT_LABELS, SAFE_LABELS),
    ("rows", EXACT_ROWS, SAFE_ROWS),
    ("columns", EXACT_COLUMNS, SAFE_COLUMNS),
    ("splits", EXACT_SPLITS, SAFE_SPLITS),
    ("lines", EXACT_LINES, SAFE_LINES),
)

_PAGES: Final[tuple[tuple[str, Guarantee, str], ...]] = (
    ("menus", "exact", "Print the lines of a web page before and after the report."),
    ("captions", "exact", "Print captions and units before the tables."),
    ("section_headings_lost", "exact", "Leave the headings of the sections out."),
    ("tables_in_one_grid", "safe", "Print all tables as one grid."),
    ("page_breaks", "exact", "Print page numbers and running heads among the rows or the lines of a table."),
    ("page_breaks_in_labels", "safe", "Print page numbers and running heads in the middle of labels too."),
)

CHANGES: Final[dict[str, Change]] = {
    change.__name__: change
    for changes in (
        EXACT_CELLS, SAFE_CELLS, EXACT_LABELS, SAFE_LABELS, EXACT_ROWS, SAFE_ROWS, EXACT_COLUMNS, SAFE_COLUMNS,
    )
    for change in changes
}  # fmt: skip
SPLITS: Final[dict[str, Split]] = {split.__name__: split for split in (*EXACT_SPLITS, *SAFE_SPLITS)}
LINES: Final[dict[str, Lines]] = {lines.__name__: lines for lines in (*EXACT_LINES, *SAFE_LINES)}

LAYOUTS: Final[Mapping[str, Layout]] = {layout.name: layout for layout in _layouts()}
"""Every layout by name."""

_WITH_FILLERS: Final = frozenset({"blanks_for_spans", "labels_repeated", "blanks_in_the_second_part"})
_OTHER_LABELS: Final = frozenset(
    {"label_glossed", "labels_broken", "labels_glossed", "labels_repeated", "labels_spaced"}
)
_LOSING_BLANKS: Final = frozenset(LINES) - {
    "tabs", "pipes", "bars", "bars_for_spans", "markdown_table", "cells_and_bars_apart",
}  # fmt: skip
# Where one of the left is printed together with one of the right, a row may have as many cells as the form by chance.
# In lines, in rows of unlike length and in a part without heads a blank cell may stand anywhere.
_UNSURE_OF_BLANKS: Final = _WITH_FILLERS | frozenset(LINES) | _names(EXACT_SPLITS) | {"spans_lost"}

# In these a row is told by its turn.
_BY_TURN: Final = frozenset({"wrapped_labels", "figures_below_labels", "group_labels_among_rows"})

_MOST_EXACT: Final = 2  # layouts: where more come together, a row may be left blank with a note

_APART: Final[tuple[tuple[frozenset[str], frozenset[str]], ...]] = (
    (_names(SAFE_ROWS), _names(SAFE_COLUMNS)),
    (_names(SAFE_ROWS + SAFE_COLUMNS), frozenset({"columns_in_two_grids"})),
    (_LOSING_BLANKS, frozenset({"figure_in_two_cells", "rows_glued", "everything_repeated"})),
    (frozenset({"cells_and_bars_apart"}), frozenset({"figure_in_two_cells", "rows_glued"})),
    (frozenset({"rows_swapped"}), frozenset({"wrapped_labels", "figures_below_labels", "group_labels_among_rows"})),
    (frozenset(LINES), frozenset({"some_figures_parted", "figure_on_two_lines"})),
    (frozenset(LINES), frozenset({"tables_in_one_grid", "everything_repeated", "columns_swapped"})),
    (frozenset({"heads_lost"}), frozenset({"tables_in_one_grid", "section_headings_lost"})),
    (_names(EXACT_SPLITS[1:] + SAFE_SPLITS), frozenset({"tables_in_one_grid"})),
)
