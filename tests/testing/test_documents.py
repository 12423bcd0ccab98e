"""Neutral documents: any blocks in any order."""

import pytest
from hypothesis import Phase, find, given, settings

from govdisclosure.document import Block, Document, Grid, Heading, Image, Link, Text
from govdisclosure.model.prose import FreeTable, TableCell
from govdisclosure.testing import documents, grids


@pytest.mark.parametrize("kind", [Heading, Text, Grid, Image, Link])
@pytest.mark.parametrize("hostile", [False, True])
def test_documents_hold_blocks_of_every_kind(kind: type[Block], hostile: bool) -> None:
    quick = settings(max_examples=500, database=None, phases=[Phase.generate])
    wanted = documents(hostile=hostile)
    found = find(wanted, lambda document: any(isinstance(one, kind) for one in document.blocks), settings=quick)
    assert kind in {type(one) for one in found.blocks}


@given(documents(hostile=True))
def test_headings_have_a_level_that_exists(document: Document) -> None:
    assert all(1 <= block.level <= 6 for block in document.blocks if isinstance(block, Heading))


@given(grids(hostile=True))
def test_the_cells_of_a_grid_fill_a_rectangle(grid: Grid) -> None:
    FreeTable([[TableCell(cell.text, cell.rowspan, cell.colspan) for cell in row] for row in grid.rows])
