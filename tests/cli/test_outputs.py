"""Where files are written: apart from one another, and apart from every source."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.cli._outputs import overwritten, planned


def places(*sources: str, given: list[str] | None = None) -> list[str]:
    paths = [Path(source) for source in sources]
    plan = planned(paths, [Path(one) for one in given] if given else paths, Path("o"), "json")
    return [target.as_posix() for target in plan.values()]


def test_one_file_lies_directly_in_the_folder() -> None:
    assert places("a/b/c.html") == ["o/c.json"]


def test_files_of_the_same_name_keep_apart_by_their_folders() -> None:
    assert places("a/x.html", "b/x.html", "b/c/x.html") == ["o/a/x.json", "o/b/x.json", "o/b/c/x.json"]


def test_files_that_differ_only_in_their_endings_keep_them() -> None:
    assert places("a.html", "a.docx", "b.html") == ["o/a.html.json", "o/a.docx.json", "o/b.json"]


def test_a_long_name_that_meets_another_ones_short_name_gives_way() -> None:
    assert places("a.html", "a.docx", "a.html.md") == ["o/a.html.json", "o/a.docx.json", "o/a.html.md.json"]


def test_names_that_one_file_system_in_two_takes_for_one_keep_apart() -> None:
    assert places("a.html", "A.docx") == ["o/a.html.json", "o/A.docx.json"]


def test_a_step_back_does_not_lead_out_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "there").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert places("../there/a.html", "b.html") == ["o/there/a.json", "o/here/b.json"]


def test_what_lies_in_a_folder_is_placed_below_it(tmp_path: Path) -> None:
    (tmp_path / "f" / "g").mkdir(parents=True)
    folder = str(tmp_path / "f")
    assert places(f"{folder}/g/a.html", given=[folder]) == ["o/g/a.json"]


NAMES = st.sampled_from(["a", "A", "é", "e\u0301", "a.html", "a.b"])
SOURCES = st.lists(
    st.tuples(NAMES, NAMES, st.sampled_from([".md", ".html", ""])).map(
        lambda parts: f"{parts[0]}/{parts[1]}{parts[2]}"
    ),
    min_size=1,
    unique=True,
)


@given(SOURCES)
def test_no_two_sources_are_ever_written_to_one_place(sources: list[str]) -> None:
    targets = places(*sources)
    assert len(set(targets)) == len(sources)
    assert all(target.startswith("o/") and ".." not in target for target in targets)


def test_a_target_that_is_a_source_is_found_by_what_it_is_and_not_by_its_name(tmp_path: Path) -> None:
    source, link = tmp_path / "a.json", tmp_path / "link.json"
    source.touch()
    link.symlink_to(source)
    assert overwritten({source: link}) == source
    assert overwritten({source: tmp_path / "new.json"}) is None
