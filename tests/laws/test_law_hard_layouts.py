"""Reports in the layouts in which they are really published: every figure is right, or blank with a note."""

from random import Random

import pytest
from hypothesis import given, settings

from govdisclosure.errors import ReadError
from govdisclosure.model.statutory import EditionName
from govdisclosure.recognize.report import recognize
from govdisclosure.testing import reports
from govdisclosure.testing.layouts import (
    LAYOUTS,
    Filling,
    HardCopy,
    Outcome,
    Stage,
    compare,
    filled_report,
    hard_copy,
    hard_layouts,
)

STRUCTURAL: tuple[Stage, ...] = ("labels", "rows", "columns", "splits", "page")
"""Stages whose layouts print any cell as it is; in a line of text a cell such as ``3|4`` would be two."""

SEEDS = range(6)
# The same copies in every run; a longer search, by hand, still finds heaps of layouts that cannot be read in full.
BOUNDED = settings(max_examples=500, derandomize=True)

layouts = pytest.mark.parametrize("layout", LAYOUTS)
exact_layouts = pytest.mark.parametrize("layout", [one.name for one in LAYOUTS.values() if one.guarantee == "exact"])
editions = pytest.mark.parametrize("edition", ["2021", "2019"])


def chance(seed: int) -> Random:
    """The same choices in every run."""
    return Random(seed)  # noqa: S311  # no secret hangs on a layout


def outcome_of(copy: HardCopy) -> Outcome:
    try:
        reading = recognize(copy.document())
    except ReadError:
        assert not any(copy.expected.values()), "a report with figures is refused"
        return Outcome((), (), (), ())
    return compare(copy, reading)


def unsafe(copy: HardCopy) -> str:
    """What a reading has wrong or has lost in silence, with the source; nothing if it is safe."""
    outcome = outcome_of(copy)
    wrong = [f"{path}: read {read!r}, printed {printed!r}" for path, read, printed in outcome.wrong]
    silent = [f"{path}: blank, no note, printed {copy.expected[path]!r}" for path in outcome.silent]
    return "" if outcome.is_safe else "\n".join(["+".join(copy.layouts), *wrong[:9], *silent[:9], str(copy)])


def unread(copy: HardCopy) -> str:
    """The figures that a reading has left to notes, with the source; nothing if there are none."""
    outcome = outcome_of(copy)
    noted = [f"{path}: blank, printed {copy.expected[path]!r}" for path in outcome.noted]
    return "" if not noted else "\n".join(["+".join(copy.layouts), *noted[:9], str(copy)])


def copies(layout: str, edition: EditionName, filling: Filling) -> list[HardCopy]:
    # Page breaks stand among lines, or between the grids of one table.
    names = [layout, "tabs"] if layout.startswith("page_breaks") else [layout]
    return [hard_copy(filled_report(edition, filling, chance(seed)), names, chance(seed)) for seed in SEEDS]


@layouts
@editions
def test_each_layout_alone_is_read_right_or_noted(layout: str, edition: EditionName) -> None:
    assert [fault for copy in copies(layout, edition, "different") if (fault := unsafe(copy))] == []


@layouts
@editions
def test_each_layout_alone_is_safe_where_cells_are_blank(layout: str, edition: EditionName) -> None:
    assert [fault for copy in copies(layout, edition, "mixed") if (fault := unsafe(copy))] == []


@exact_layouts
@editions
def test_an_exact_layout_is_read_in_full(layout: str, edition: EditionName) -> None:
    assert [fault for copy in copies(layout, edition, "different") if (fault := unread(copy))] == []


@BOUNDED
@given(hard_layouts())
def test_no_figure_is_wrong_and_none_is_lost_in_silence(copy: HardCopy) -> None:
    assert unsafe(copy) == ""


@BOUNDED
@given(hard_layouts(guarantee="exact"))
def test_in_exact_layouts_every_figure_is_read(copy: HardCopy) -> None:
    assert unsafe(copy) == ""
    assert copy.guarantee == "safe" or unread(copy) == ""


@BOUNDED
@given(hard_layouts(reports(), stages=STRUCTURAL))
def test_any_report_in_hard_grids_is_read_right_or_noted(copy: HardCopy) -> None:
    assert unsafe(copy) == ""


@BOUNDED
@given(hard_layouts(stages=("lines", "page", "labels")))
def test_lines_of_text_are_read_right_or_noted(copy: HardCopy) -> None:
    assert unsafe(copy) == ""
