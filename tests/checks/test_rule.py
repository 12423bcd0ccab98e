"""What a case tells the rules of a report that was read only in part."""

import pytest

from govdisclosure import Path, Report
from govdisclosure.checks.rule import Case
from govdisclosure.reading import Note, Reading


@pytest.mark.parametrize(
    ("left_unread", "path", "is_read"),
    [
        ("remedies.table.litigation", "remedies.table.litigation", False),
        ("remedies.table.litigation", "remedies.table.litigation.total", False),
        ("remedies.table.litigation", "remedies.table", False),
        ("remedies.table.litigation", "remedies", False),
        ("remedies.table.litigation", "", False),
        ("remedies.table.litigation", "remedies.table.reconsideration.total", True),
        ("remedies.table.litigation", "remedies.table.litigation_after_reconsideration.total", True),
        ("remedies.table.litigation.total", "remedies.table.litigation.upheld", True),
        # Figures that nobody could place are noted at their table: the rows that lack them have a note each.
        ("remedies.table", "remedies.table", False),
        ("remedies.table", "remedies.table.litigation.total", True),
        ("applications.table", "remedies.table", True),
    ],
)
def test_what_is_at_above_or_below_a_gap_is_not_read(left_unread: str, path: str, is_read: bool) -> None:
    report = Report.blank("青山镇人民政府", 2024)
    note = Note("row_uncertain", Path.parse(left_unread))
    assert Case(report, reading=Reading(report, (note,))).is_read(Path.parse(path)) is is_read


def test_a_note_that_tells_of_no_gap_hides_nothing() -> None:
    report = Report.blank("青山镇人民政府", 2024)
    case = Case(report, reading=Reading(report, (Note("label_variant", Path.parse("remedies.table.litigation")),)))
    assert case.is_read(Path.parse("remedies.table.litigation"))
    assert case.is_whole
