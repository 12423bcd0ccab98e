"""The editions as data."""

import pytest

from govdisclosure.editions import CROSSWALK, EDITIONS, LABEL_VARIANTS, SECTIONS, TABLE_KINDS, edition_due
from govdisclosure.model.report import Report
from govdisclosure.model.sums import leaf_rows
from govdisclosure.paths import get


@pytest.mark.parametrize(
    ("year", "name"), [(2018, None), (2019, "2019"), (2020, "2019"), (2021, "2021"), (2025, "2021")]
)
def test_the_edition_due_follows_the_notices(year: int, name: str | None) -> None:
    due = edition_due(year)
    assert (due.name if due else None) == name


def test_a_table_says_itself_in_which_section_it_stands() -> None:
    assert {name: {kind.section for kind in found} for name, found in TABLE_KINDS.items()} == {
        name: {name} for name in ("proactive", "applications", "remedies")
    }


def test_every_variant_of_a_label_is_one_of_a_row_that_exists() -> None:
    rows = {str(path) for found in TABLE_KINDS.values() for kind in found for path, _, _ in leaf_rows(kind())}
    assert LABEL_VARIANTS.keys() <= rows


def test_the_crosswalk_leads_from_cell_to_cell() -> None:
    old, new = (EDITIONS[name].tables["proactive"]() for name in ("2019", "2021"))
    assert [(get(old, left), get(new, right)) for left, right in CROSSWALK] == [(None, None)] * 5


def test_no_variant_of_a_title_is_the_title() -> None:
    assert [form.name for form in SECTIONS.values() if form.title in form.variants] == []


def test_a_blank_report_has_the_tables_of_its_edition() -> None:
    assert type(Report.blank("青山镇人民政府", 2020).applications.table) is EDITIONS["2019"].tables["applications"]
