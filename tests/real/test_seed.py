"""The seed: a township's report on 2021 as published, finding by finding."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.contents import lost

from govdisclosure import ProactiveTable2019, Reading, read, reads, writes
from govdisclosure.conventions.announced import announced_counts
from govdisclosure.conventions.citations import citations
from govdisclosure.conventions.enumerations import enumerations
from govdisclosure.formats.registry import WritableFormat
from govdisclosure.model.prose import ProseBlock

PROJECT = Path(__file__).parents[2]

SEED = PROJECT.parent / "shared" / "seed" / "000_56e508b5b1a80278.txt"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the seed is not beside the project")


@pytest.fixture(scope="module")
def seed() -> Reading:
    return read(SEED)


def paragraphs(blocks: tuple[ProseBlock, ...]) -> list[str]:
    return [block for block in blocks if isinstance(block, str)]


def test_the_title_keeps_its_oddities(seed: Reading) -> None:
    assert seed.report.title == "巴扎藏族乡 2021 政府信息公开 工作年度报告"


def test_year_issuer_and_sign_off_are_told(seed: Reading) -> None:
    report = seed.report
    assert (report.year, report.issuer, report.sign_off.issuer) == (2021, "巴扎藏族乡人民政府", "巴扎藏族乡人民政府")
    assert report.sign_off.date == date(2022, 1, 4)


def test_the_overview_is_a_paragraph_and_three_subsections(seed: Reading) -> None:
    overview = seed.report.overview
    assert len(overview.blocks) == 1
    assert [(part.number, part.title[:4]) for part in overview.subsections] == [
        (None, "加强领导"),
        (None, "突出重点"),
        (None, "创新思路"),
    ]


def test_the_two_headings_at_the_wrong_level_are_noted(seed: Reading) -> None:
    noted = [(str(note.path), note.place.line) for note in seed.notes if note.code == "heading_level" and note.place]
    assert noted == [("overview.subsections[1]", 13), ("overview.subsections[2]", 21)]


def test_the_broken_paragraph_is_joined_and_noted(seed: Reading) -> None:
    first = seed.report.overview.subsections[2].blocks[0]
    assert isinstance(first, str)
    assert "三是把党务、政务、村务" in first
    (note,) = [note for note in seed.notes if note.code == "paragraph_joined"]
    assert (str(note.path), note.place and note.place.line) == ("overview.subsections[2].blocks[0]", 25)


def test_the_circled_list_of_eight_is_found(seed: Reading) -> None:
    found = list(enumerations(paragraphs(seed.report.overview.subsections[1].blocks)))
    assert [one.values for one in found if one.style == "①"] == [(1, 2, 3, 4, 5, 6, 7, 8)]
    assert [one.values for one in found if one.style == "一是"] == [(1, 2, 3)]


def test_both_lists_of_the_third_subsection_are_found(seed: Reading) -> None:
    found = list(enumerations(paragraphs(seed.report.overview.subsections[2].blocks)))
    assert [(one.style, one.values) for one in found] == [("一是", (1, 2, 3, 4)), ("一是", (1, 2, 3, 4))]
    assert [one.items[0].paragraph for one in found] == [0, 1]


def test_both_lists_of_the_problems_are_found(seed: Reading) -> None:
    found = list(enumerations(paragraphs(seed.report.problems.blocks)))
    assert [one.values for one in found] == [(1, 2, 3), (1, 2, 3, 4)]


def test_the_announced_counts_are_found(seed: Reading) -> None:
    texts = [text for part in seed.report.overview.subsections for text in paragraphs(part.blocks)]
    values = [(one.value, one.noun) for text in texts for one in announced_counts(text) if not one.is_slogan]
    assert (4, "结合") in values
    assert 8 in [value for value, _ in values]


def test_there_are_three_citations(seed: Reading) -> None:
    texts = [text for part in seed.report.overview.subsections for text in paragraphs(part.blocks)]
    assert sum(len(list(citations(text))) for text in texts) == 3


def test_the_table_is_the_older_one_and_cut_off(seed: Reading) -> None:
    table = seed.report.proactive.expect(ProactiveTable2019)
    assert (table.rules.created, table.rules.disclosed, table.rules.disclosed_total) == (0, 0, 0)
    kinds = Counter(cell.kind for cell in table.cells())
    assert kinds == {"zero": 3, "blank": 19}


def test_every_blank_cell_has_a_note(seed: Reading) -> None:
    noted = [note.path for note in seed.notes if note.code == "row_missing"]
    blank = [cell.path for cell in seed.report.cells() if cell.kind == "blank"]
    assert len(blank) == 19
    assert all(any(path.starts_with(row) for row in noted) for path in blank)


def test_the_sections_that_are_printed_are_present(seed: Reading) -> None:
    report = seed.report
    assert (report.applications.present, report.remedies.present) == (False, False)
    assert (report.problems.present, report.other_matters.present) == (True, True)
    assert report.further_sections == ()


def test_no_character_is_lost(seed: Reading) -> None:
    assert lost(Path(SEED).read_text("utf-8"), seed) == Counter()


@pytest.mark.parametrize("format", ["json", "markdown", "text"])
def test_it_reads_back_equal(seed: Reading, format: WritableFormat) -> None:
    assert reads(writes(seed.report, format), format).report == seed.report


def test_every_note_has_a_place(seed: Reading) -> None:
    assert [note for note in seed.notes if note.place is None] == []
