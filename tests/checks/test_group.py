"""A body against its parts: soft, with the names of what is missing."""

from govdisclosure import check_group
from govdisclosure.testing.samples import sample

CARRIED = {"applications.table.carried_over.natural_person": 4, "applications.table.carried_over.total": 4}


def test_a_body_that_is_the_sum_of_its_parts_has_no_finding() -> None:
    assert len(check_group(sample(), [sample()])) == 0


def test_a_figure_that_differs_is_a_note_with_sum_and_number() -> None:
    findings = check_group(sample(), {"甲": sample(2024, CARRIED)})
    assert [(one.severity.letter, str(one.path), one.expected, one.actual) for one in findings] == [
        ("N", "applications.table.carried_over.total", 4, 1)
    ]
    assert "1" in findings[0].message("en")
    assert findings.verdict == "passes"


def test_bodies_without_the_table_are_named() -> None:
    findings = check_group(sample(), {"甲": sample(), "乙": sample(2024, {"remedies.table": None})})
    (missing,) = [one for one in findings if one.variant == "missing"]
    assert "乙" in missing.message("zh_Hans")
    assert "甲" not in missing.message("zh_Hans")


def test_bodies_without_a_figure_are_named() -> None:
    blank = sample(2024, {"remedies.table.reconsideration.total": None})
    findings = check_group(sample(), {"甲": sample(2024, {"remedies.table.reconsideration.total": 2}), "乙": blank})
    assert any(one.variant == "blank" and "乙" in one.message("zh_Hans") for one in findings)
