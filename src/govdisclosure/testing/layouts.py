"""Reports in the layouts in which they are really published, with what a reader should make of each.

A hard copy tells, for every cell of its tables, what is printed for it. A reader does well if every cell that it fills
holds what is printed there, and if every cell that it leaves blank has a note. In a layout that is ``exact`` it should
read every one; in one that is ``safe`` it may leave any of them to a note.

Example:
    >>> from random import Random
    >>> from govdisclosure.recognize.report import recognize
    >>> copy = hard_copy(filled_report("2021", "different", Random(0)), ["spans_lost"], Random(0))
    >>> compare(copy, recognize(copy.document())).wrong
    ()
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from random import Random
from typing import Literal, Protocol

from attrs import field, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from govdisclosure.document import Cell, Document, Grid, Heading, Text
from govdisclosure.model.report import Report
from govdisclosure.model.sections import SectionName
from govdisclosure.model.statutory import EditionName
from govdisclosure.paths import Path
from govdisclosure.reading import Reading
from govdisclosure.testing._layout_catalog import (
    CHANGES,
    LAYOUTS,
    LINES,
    SPLITS,
    STAGES,
    Guarantee,
    Layout,
    Stage,
    are_compatible,
    promises,
)
from govdisclosure.testing._layout_figures import FILLINGS, Filling, filled_report
from govdisclosure.testing._layout_print import Page, as_document, as_lines, tables_of
from govdisclosure.testing._layout_sheet import Sheet

__all__ = [
    "FILLINGS",
    "LAYOUTS",
    "Filling",
    "Guarantee",
    "HardCopy",
    "Layout",
    "Outcome",
    "Stage",
    "are_compatible",
    "compare",
    "filled_report",
    "hard_copy",
    "hard_layouts",
]


class _Printer(Protocol):
    """What hypothesis and IPython hand to a value that shows itself."""

    def text(self, obj: str) -> None:
        """Take some text."""


@frozen
class HardCopy:
    """A report as printed: blocks, or the lines of a text; and what stands there for each cell of its tables.

    Attributes:
        layouts: the names of the layouts, in the order in which they were applied.
        guarantee: what a reader should make of it.
        source: the blocks of a document, or a text.
        format: the format of the text.
        expected: what is printed for each cell of the report's tables, as a reader should give it; ``""`` where a
            cell is blank, and where the print has lost it.
        doubtful: the cells that a reader may fill only with a note.

    Example:
        >>> from random import Random
        >>> copy = hard_copy(filled_report("2021", "zeros", Random(0)), ["tabs"], Random(0))
        >>> copy.expected[Path.parse("remedies.table.reconsideration.upheld")]
        '0'
    """

    layouts: tuple[str, ...]
    guarantee: Guarantee
    source: Document | str = field(repr=False)
    format: Literal["text", "markdown"]
    expected: Mapping[Path, str] = field(repr=False)
    doubtful: frozenset[Path] = frozenset()

    def __str__(self) -> str:
        """The source as a reader of a failed test wants to see it: cells between bars, with their spans."""
        return self.source if isinstance(self.source, str) else "\n".join(_shown(self.source))

    def _repr_pretty_(self, printer: _Printer, cycle: bool) -> None:  # noqa: ARG002  # the protocol's own
        """Show hypothesis the layouts only: it would print the whole source, twice."""
        printer.text(repr(self))

    def document(self) -> Document:
        """Return the source as the blocks that a recogniser takes.

        Example:
            >>> from random import Random
            >>> copy = hard_copy(filled_report("2021", "zeros", Random(0)), ["tabs"], Random(0))
            >>> copy.document().blocks[0].text
            '青山镇人民政府2021年政府信息公开工作年度报告'
        """
        if isinstance(self.source, Document):
            return self.source
        from govdisclosure.formats import markdown, text

        data = self.source.encode()
        return markdown.parse(data) if self.format == "markdown" else text.parse(data)


@frozen
class Outcome:
    """What a reading made of a hard copy, cell by cell.

    Attributes:
        right: the cells that hold what is printed, or are blank as the print is.
        noted: those that are blank, and printed, with a note.
        silent: those that are blank without a note.
        wrong: those that hold anything else: the path, what was read, what is printed.

    Example:
        >>> Outcome((), (), (), ()).is_safe
        True
    """

    right: tuple[Path, ...]
    noted: tuple[Path, ...]
    silent: tuple[Path, ...]
    wrong: tuple[tuple[Path, str, str], ...]

    @property
    def is_safe(self) -> bool:
        """Tell whether nothing is wrong, and nothing lost in silence.

        Example:
            >>> Outcome((), (), (Path(("remedies",)),), ()).is_safe
            False
        """
        return not self.wrong and not self.silent

    @property
    def is_exact(self) -> bool:
        """Tell whether every figure was read.

        Example:
            >>> Outcome((), (Path(("remedies",)),), (), ()).is_exact
            False
        """
        return self.is_safe and not self.noted


def hard_copy(report: Report, layouts: Iterable[str], random: Random) -> HardCopy:
    """Print a report in the layouts named; where they leave a choice, ``random`` makes it.

    Raises:
        KeyError: there is no layout of that name.
        ValueError: two of the layouts do not go together, so that nobody could tell what is right.

    Example:
        >>> copy = hard_copy(filled_report("2021", "different", Random(0)), ["row_missing", "pipes"], Random(0))
        >>> copy.layouts, copy.guarantee
        (('row_missing', 'pipes'), 'exact')
    """
    chosen = sorted((LAYOUTS[name] for name in layouts), key=lambda one: STAGES.index(one.stage))
    names = [one.name for one in chosen]
    if not are_compatible(names):
        raise ValueError(f"these layouts do not go together: {', '.join(names)}")
    sheets = tables_of(report)
    expected = {path: "" for sheet in sheets.values() for path in _held(sheet)}
    for change in (CHANGES[name] for name in names if name in CHANGES):
        for section, sheet in sheets.items():
            sheets[section] = change(sheet, random)
    printed = {path: text for sheet in sheets.values() for path, text in _held(sheet).items()}
    page = Page(**{one.name: True for one in chosen if one.stage == "page"})
    source = _printed(report, sheets, names, page, random)
    return HardCopy(
        tuple(names),
        promises(names, has_blanks="" in printed.values()),
        source,
        "markdown" if "markdown_table" in names else "text",
        expected | printed,
        frozenset(path for sheet in sheets.values() for path in sheet.doubtful),
    )


def compare(copy: HardCopy, reading: Reading) -> Outcome:
    """Say what a reading made of each cell of a hard copy.

    A note tells of a cell if its path leads to it, or to what it stands in: its row, its table, its section.

    Example:
        >>> from random import Random
        >>> from govdisclosure.recognize.report import recognize
        >>> copy = hard_copy(filled_report("2021", "different", Random(0)), [], Random(0))
        >>> len(compare(copy, recognize(copy.document())).right)
        200
    """
    found = {cell.path: cell.text for cell in reading.report.cells() if "table" in cell.path.parts}
    noted = {note.path for note in reading.notes if note.path.parts}
    has_table = {path.parts[0] for path in found}
    right: list[Path] = []
    left: dict[bool, list[Path]] = {True: [], False: []}
    wrong: list[tuple[Path, str, str]] = []
    for path, text in copy.expected.items():
        read = found.get(path, "")
        is_noted = any(Path(path.parts[:end]) in noted for end in range(1, len(path.parts) + 1))
        if read and (read != text or (path in copy.doubtful and not is_noted)):
            wrong.append((path, read, text))
        elif not read and not is_noted and (text or path.parts[0] in has_table):
            left[False].append(path)
        elif read == text:
            right.append(path)
        else:
            left[True].append(path)
    wrong += [(path, text, "") for path, text in found.items() if text and not _is_printed(path, text, copy)]
    return Outcome(tuple(right), tuple(left[True]), tuple(left[False]), tuple(wrong))


def hard_layouts(
    found: SearchStrategy[Report] | None = None,
    *,
    guarantee: Guarantee | None = None,
    stages: Sequence[Stage] = ("cells", "labels", "rows", "columns", "splits", "lines", "page"),
) -> SearchStrategy[HardCopy]:
    """Return reports in hard layouts, one layout of each stage at most, and of a page any that go together.

    Args:
        found: the reports; by default short ones, with tables filled in telling ways.
        guarantee: ``"exact"`` for copies only of which every figure should be read.
        stages: the stages to draw layouts of.

    Example:
        >>> from hypothesis import find
        >>> find(hard_layouts(), lambda copy: "columns_swapped" in copy.layouts).guarantee
        'safe'
    """
    reports = _filled_reports() if found is None else found
    return _hard_copies(reports, guarantee, tuple(stages))


def _held(sheet: Sheet) -> dict[Path, str]:
    return {path: text for row in sheet.rows for piece in row for path, text in piece.holds}


def _printed(
    report: Report, sheets: Mapping[SectionName, Sheet], names: Sequence[str], page: Page, random: Random
) -> Document | str:
    lines = next((LINES[name] for name in names if name in LINES), None)
    if lines is not None:
        mark = "#" if "markdown_table" in names else ""
        return as_lines(report, sheets, lines, page, random, mark=mark)
    split = next((SPLITS[name] for name in names if name in SPLITS), SPLITS["in_one_grid"])
    return as_document(report, sheets, split, page, random)


def _is_printed(path: Path, text: str, copy: HardCopy) -> bool:
    """Tell whether a filled cell is one of the report's, or a text of a row that the form does not have."""
    if path in copy.expected:
        return True
    return "extra_rows" in path.parts and _joined(text) in _joined(_text_of(copy.source))


def _text_of(source: Document | str) -> str:
    if isinstance(source, str):
        return source
    grids = (block for block in source.blocks if isinstance(block, Grid))
    texts = (block.text for block in source.blocks if isinstance(block, Heading | Text))
    return "\n".join([*texts, *(cell.text for grid in grids for row in grid.rows for cell in row)])


def _shown(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Grid):
            for row in block.rows:
                yield " ¦ ".join(f"{cell.text!r}{_spans(cell)}" for cell in row)
        elif isinstance(block, Heading | Text):
            yield block.text
        yield ""


def _spans(cell: Cell) -> str:
    return "" if (cell.rowspan, cell.colspan) == (1, 1) else f"[{cell.rowspan}x{cell.colspan}]"


def _joined(text: str) -> str:
    return "".join(text.split())


def _filled_reports() -> SearchStrategy[Report]:
    editions: SearchStrategy[EditionName] = st.sampled_from(("2021", "2019"))
    fillings: SearchStrategy[Filling] = st.sampled_from(FILLINGS)
    return st.builds(filled_report, editions, fillings, st.randoms(use_true_random=False))


@st.composite
def _hard_copies(
    draw: DrawFn, reports: SearchStrategy[Report], guarantee: Guarantee | None, stages: tuple[Stage, ...]
) -> HardCopy:
    names: list[str] = []
    for stage in STAGES:
        fitting = [
            one.name
            for one in LAYOUTS.values()
            if one.stage == stage
            and stage in stages
            and guarantee in (None, one.guarantee, "safe")
            and are_compatible([*names, one.name])
        ]
        is_wanted = draw(st.booleans())
        if fitting and is_wanted:
            names.append(draw(st.sampled_from(fitting)))
    return hard_copy(draw(reports), names, draw(st.randoms(use_true_random=False)))
