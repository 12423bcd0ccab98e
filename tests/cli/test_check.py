"""``govdisclosure check``: what is shown, how it ends, what it writes."""

import json
from pathlib import Path

import pytest

from govdisclosure import from_json, write
from govdisclosure.testing.samples import sample
from tests.cli.conftest import Command

WRONG = {"applications.table.granted.natural_person": 80}
NOTED = {"other_matters.blocks": ("无。",)}


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    file = tmp_path / "青山镇.md"
    write(sample(2024), file)
    return file


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    file = tmp_path / "绿水县.md"
    write(sample(2024, WRONG), file)
    return file


def test_a_clean_report_passes(command: Command, clean: Path) -> None:
    status, out, err = command("check", str(clean))
    assert (status, err) == (0, "")
    assert "Passes" in out


def test_a_wrong_figure_is_shown_with_its_line_and_a_mark(command: Command, wrong: Path) -> None:
    status, out, _ = command("check", str(wrong))
    assert status == 1
    lines = out.splitlines()
    assert any("ARI003" in line for line in lines)
    at = next(
        n
        for n, line in enumerate(lines)
        if ("│" in line and "80" in line) or ("│" in line and "total" in line) or "^" in line
    )
    assert "^" in "".join(lines[at : at + 2])


@pytest.mark.parametrize(("fail_on", "status"), [("error", 0), ("warning", 0), ("note", 1), ("never", 0)])
def test_what_counts_is_what_was_asked_for(command: Command, tmp_path: Path, fail_on: str, status: int) -> None:
    write(sample(2024, NOTED), tmp_path / "a.md")
    assert command("check", str(tmp_path / "a.md"), "--fail-on", fail_on)[0] == status


def test_notes_are_shown_on_request(command: Command, tmp_path: Path) -> None:
    write(sample(2024, NOTED), tmp_path / "a.md")
    assert "STR011" not in command("check", str(tmp_path / "a.md"))[1]
    assert "STR011" in command("check", str(tmp_path / "a.md"), "--notes")[1]


def test_a_file_that_cannot_be_read_ends_with_2(command: Command, clean: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.md").touch()
    status, out, err = command("check", str(clean), str(tmp_path / "empty.md"))
    assert status == 2
    assert "empty.md" in err
    assert "Passes" in out


@pytest.mark.parametrize("arguments", [["--fix"], ["--out", "somewhere"], ["--format", "xlsx"], ["--fail-on", "often"]])
def test_wrong_usage_is_refused_before_anything_is_read(command: Command, clean: Path, arguments: list[str]) -> None:
    assert command("check", str(clean), *arguments)[0] == 2


def test_rules_are_selected_and_ignored(command: Command, wrong: Path) -> None:
    assert command("check", str(wrong), "--select", "TAB,TXT")[0] == 0
    assert command("check", str(wrong), "--ignore", "ARI")[0] == 0


def test_json_is_an_array_with_a_line_for_each_file(command: Command, clean: Path, wrong: Path) -> None:
    status, out, _ = command("check", str(clean), str(wrong), "--format", "json")
    assert status == 1
    assert [one["verdict"] for one in json.loads(out)] == ["passes", "to_correct"]
    assert len(out.splitlines()) == 4


def test_sarif_and_markdown_come_out_whole(command: Command, wrong: Path) -> None:
    log = json.loads(command("check", str(wrong), "--format", "sarif")[1])
    assert {one["ruleId"] for one in log["runs"][0]["results"]} == {"ARI002", "ARI003"}
    assert "| ARI003 |" in command("check", str(wrong), "--format", "markdown")[1]


@pytest.mark.parametrize("form", ["text", "json", "sarif", "markdown", "xlsx"])
def test_every_view_can_be_written_into_a_file(command: Command, wrong: Path, tmp_path: Path, form: str) -> None:
    place = tmp_path / f"out.{form}"
    status, out, _ = command("check", str(wrong), "--format", form, "--output", str(place))
    assert (status, out) == (1, "")
    assert place.stat().st_size > 200


def test_what_a_baseline_has_counts_no_more(command: Command, wrong: Path, tmp_path: Path) -> None:
    known = str(tmp_path / "known.json")
    assert command("check", str(wrong), "--write-baseline", known)[0] == 1
    status, out, _ = command("check", str(wrong), "--baseline", known)
    assert status == 0
    assert "(known)" in out
    write(sample(2024, WRONG | {"remedies.table.reconsideration.total": 9}), wrong)
    assert command("check", str(wrong), "--baseline", known)[0] == 1


def test_certain_fixes_are_written_beside_and_the_source_stays(command: Command, wrong: Path, tmp_path: Path) -> None:
    before = wrong.read_bytes()
    command("check", str(wrong), "--fix", "--out", str(tmp_path / "fixed"))
    assert wrong.read_bytes() == before
    assert (
        from_json((tmp_path / "fixed" / f"{wrong.name}.json").read_text("utf-8")).at(
            "applications.table.granted.natural_person"
        )
        == 8
    )


def test_last_years_folder_is_matched_by_issuer(command: Command, clean: Path, tmp_path: Path) -> None:
    last = tmp_path / "last"
    last.mkdir()
    carried = {"applications.table.carried_over.natural_person": 4, "applications.table.carried_over.total": 4}
    write(sample(2023, carried), last / "a.md")
    write(
        sample(2023).replace({"issuer": "绿水县教育局", "title": "绿水县教育局2023年政府信息公开工作年度报告"}),
        last / "b.md",
    )
    _, out, _ = command("check", str(clean), "--previous", str(last), "--select", "YOY")
    assert "YOY001" in out


def test_settings_of_the_folder_have_a_say_unless_told_not_to(command: Command, wrong: Path) -> None:
    (wrong.parent / "govdisclosure.toml").write_text('[check]\nignore = ["ARI"]\n', "utf-8")
    assert command("check", str(wrong))[0] == 0
    assert command("check", str(wrong), "--no-settings")[0] == 1


def test_bad_settings_end_the_file_and_not_the_run(command: Command, wrong: Path) -> None:
    (wrong.parent / "govdisclosure.toml").write_text("[check]\nignored = []\n", "utf-8")
    status, _, err = command("check", str(wrong))
    assert status == 2
    assert "ignored" in err


def test_a_list_of_terms_is_used(command: Command, clean: Path, tmp_path: Path) -> None:
    terms = tmp_path / "ours.toml"
    terms.write_text('source = "本县"\ndate = 2026-01-05\n[[terms]]\nwrong = "青山镇"\nright = "青山街道"\n', "utf-8")
    _, out, _ = command("check", str(clean), "--term-list", str(terms), "--notes")
    assert "TXT019" in out


def test_many_files_are_checked_by_helpers_in_order(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(6):
        write(sample(2024, WRONG if number % 2 else {}), folder / f"{number}.md")
    status, out, _ = command("check", str(folder), "--jobs", "2", "--format", "json")
    assert status == 1
    assert [Path(one["source"]).name for one in json.loads(out)] == [f"{number}.md" for number in range(6)]
    assert [bool(one["findings"]) for one in json.loads(out)] == [False, True] * 3
