"""Paths: reading and writing them, following them, and saying where a wrong one leaves the report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure import ApplicantCounts, Money, Path, PathError, Report, Section, Subsection
from govdisclosure.paths import ROOT, get, replaced, walk
from govdisclosure.testing import reports

REPORT = Report.blank("青山镇人民政府", 2024)

parts = st.one_of(st.integers(0, 10**9 - 1), st.from_regex(r"[a-z_][a-z_0-9]{0,8}", fullmatch=True))


@given(st.lists(parts, max_size=6))
def test_a_path_is_read_as_it_is_written(found: list[int | str]) -> None:
    path = Path(tuple(found))
    assert Path.parse(str(path)) == path


@pytest.mark.parametrize(
    "text",
    [
        "a..b",
        ".a",
        "a.",
        "a[",
        "a[]",
        "a[x]",
        "a[-1]",
        "a[0",
        "a]0[",
        "a[0]b",
        "a b",
        "1a",
        "a[１]",
        "a[²]",
        "a[0]]",
        "[",
        "a[[0]]",
    ],
)
def test_no_path(text: str) -> None:
    with pytest.raises(PathError) as caught:
        Path.parse(text)
    assert caught.value.code == "bad_path"


def test_a_position_of_thousands_of_digits_is_no_path() -> None:
    with pytest.raises(PathError) as caught:
        Path.parse(f"blocks[{'1' * 5000}]")
    assert len(str(caught.value)) < 200


def test_the_empty_path_is_the_root() -> None:
    assert Path.parse("") == ROOT == ROOT.parent
    assert get(REPORT, "") is REPORT


def test_a_path_starts_with_what_stands_above_it() -> None:
    path = Path.parse("overview.blocks[0]")
    assert path.starts_with(Path.parse("overview"))
    assert path.starts_with(path)
    assert not Path.parse("overview").starts_with(path)


@pytest.mark.parametrize(
    ("path", "code", "facts"),
    [
        ("overveiw", "no_such_name", {"nearest": "overview"}),
        (
            "applications.table.refused.state_secrets",
            "no_such_name",
            {"nearest": "applications.table.refused.state_secret"},
        ),
        ("zzz", "no_such_name", {"nearest": ""}),
        ("overview.blocks[0]", "no_such_position", {"here": "overview.blocks", "length": 0}),
        ("overview[0]", "no_such_name", {}),
        ("year.month", "nothing_below", {"here": "year", "value": "2024"}),
        ("title[0]", "nothing_below", {"here": "title"}),
        ("overview.blocks.first", "no_such_position", {}),
    ],
)
def test_a_wrong_path_says_where_it_leaves_the_report(path: str, code: str, facts: dict[str, object]) -> None:
    with pytest.raises(PathError) as caught:
        REPORT.at(path)
    assert caught.value.code == code
    assert caught.value.facts.items() >= facts.items()


@given(reports(hostile=True))
def test_every_walked_path_leads_to_its_value(report: Report) -> None:
    for path, value in walk(report):
        assert get(report, Path.parse(str(path))) is value


def test_walking_goes_in_reading_order_and_skips_what_is_empty() -> None:
    section = Section(blocks=["一。"], subsections=[Subsection("甲")])
    assert [str(path) for path, _ in walk(section)] == [
        "blocks[0]",
        "subsections[0].title",
        "subsections[0].number",
        "title",
        "number",
        "present",
    ]


def test_many_values_are_replaced_at_once() -> None:
    section = Section(blocks=["一。", "二。"], subsections=[Subsection("甲"), Subsection("乙")])
    new = replaced(section, {"blocks[1]": "三。", "subsections[0].title": "丙", "title": "概述"})
    assert new == Section(blocks=["一。", "三。"], subsections=[Subsection("丙"), Subsection("乙")], title="概述")


def test_paths_and_text_name_the_same_place() -> None:
    assert replaced(ApplicantCounts(), {Path(("other",)): 1}) == replaced(ApplicantCounts(), {"other": 1})


def test_replacing_nothing_returns_the_same() -> None:
    assert replaced(REPORT, {}) == REPORT


def test_a_part_of_a_sum_of_money_is_replaced() -> None:
    assert replaced(Money("1", "元"), {"unit": "万元"}) == Money("1", "万元")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"overview": Section(), "overview.title": "概述"}, "overlapping_paths"),
        ({"overveiw": Section()}, "no_such_name"),
        ({"overview.blocks[0]": "一。"}, "no_such_position"),
        ({"": REPORT}, "bad_path"),
        ({"": 3}, "bad_path"),
    ],
)
def test_no_replacement(values: dict[str, object], code: str) -> None:
    with pytest.raises(PathError) as caught:
        REPORT.replace(values)
    assert caught.value.code == code
