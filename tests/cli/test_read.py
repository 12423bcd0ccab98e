"""``govdisclosure read``: what is shown, what is written and where, and with which status it ends."""

import json
import re
from pathlib import Path

import pytest

from govdisclosure import Report, Section, read, reading_from_json, write
from tests.cli.conftest import PAGE, Command


def test_one_file_is_summed_up(command: Command) -> None:
    status, out, err = command("read", "2023/青山镇.txt")
    assert (status, err) == (0, "")
    lines = [re.sub(r"\s+", " ", line).strip() for line in out.splitlines()]
    assert lines[0] == "青山镇人民政府2023年政府信息公开工作年度报告"
    assert "issuer 青山镇人民政府" in lines
    assert "year 2023" in lines
    assert "source 2023/青山镇.txt · text · 1 KB" in lines
    assert "一、总体情况 1" in lines
    assert "二、主动公开政府信息情况 2021 6/10" in lines
    assert "三、收到和处理政府信息公开申请情况 absent" in lines


def test_the_summary_counts_the_notes_and_then_lists_each_with_its_place(command: Command) -> None:
    out = command("read", "2023/青山镇.txt").out
    notes = read("2023/青山镇.txt").notes
    assert f"Notes: {len(notes)}" in out
    assert "\n  1  figure_normalised\n" in out
    assert '\n9:9 proactive.table.normative_documents.issued: "2件" is read as a figure.' in out
    listed = [note.message("en").replace("\n", " ↵ ") for note in notes]
    assert out.splitlines()[-len(listed) :] == listed


def test_the_notes_can_be_left_at_their_numbers(command: Command) -> None:
    out = command("read", "2023/青山镇.txt", "--no-notes").out
    assert "figure_normalised" in out
    assert "9:9" not in out


def test_in_a_pipe_no_line_ends_in_a_space_and_none_is_coloured(command: Command) -> None:
    for arguments in (("2023/青山镇.txt",), ("2023", "2024")):
        out = command("read", *arguments).out
        assert "\x1b" not in out
        assert [line for line in out.splitlines() if line != line.rstrip()] == []


def test_several_files_have_a_line_each_in_the_order_of_their_paths(command: Command) -> None:
    status, out, err = command("read", "2023", "2024")
    assert status == 1
    assert [[*line.split()[1:3], line.split()[-1]] for line in out.splitlines() if line.startswith("✓")] == [
        ["2023", "2021", "2023/青山镇.txt"],
        ["2024", "—", "2024/town/教育局.json"],
        ["2024", "—", "2024/绿水县.md"],
    ]
    assert err == "✗ 2024/town/空.txt is empty. Give a file that holds a report.\n"
    assert "Read: 3; failed: 1" in out
    assert "\n  1  empty\n" in out


def test_a_file_that_is_named_twice_is_read_once(command: Command) -> None:
    out = command("read", "2023", "2023/青山镇.txt", "./2023/../2023/青山镇.txt").out
    assert "Read: 1; failed: 0" in out


def test_a_pattern_that_a_shell_left_alone_is_followed(command: Command) -> None:
    assert "Read: 2; failed: 0" in command("read", "20*/*.md", "2023/*.txt").out


def test_options_for_folders_reach_the_library(command: Command) -> None:
    assert "Read: 1; failed: 0" in command("read", "2024", "--no-recursive").out
    assert "Read: 1; failed: 0" in command("read", "2024", "--pattern", "*育*").out


def test_notes_of_several_files_are_shown_with_their_file(command: Command) -> None:
    out = command("read", "2023", "2024/绿水县.md", "--notes").out
    assert '\n  2023/青山镇.txt:9:9 proactive.table.normative_documents.issued: "2件" is read' in out


@pytest.mark.parametrize(("kind", "suffix"), [("json", ".json"), ("markdown", ".md"), ("text", ".txt")])
def test_a_report_goes_to_stdout_and_reads_back_equal(command: Command, kind: str, suffix: str) -> None:
    status, out, err = command("read", "2024/绿水县.md", "--to", kind, "--no-notes")
    assert (status, err) == (0, "")
    Path(f"again{suffix}").write_text(out, "utf-8")
    assert read(f"again{suffix}").report == read("2024/绿水县.md").report


@pytest.mark.parametrize("options", [("--to", "reading"), ("--to", "json", "--with-notes"), ("--with-notes",)])
def test_a_reading_is_saved_with_notes_places_and_provenance(command: Command, options: tuple[str, ...]) -> None:
    status, out, err = command("read", "2023/青山镇.txt", *options)
    assert (status, err) == (0, "")
    saved, reading = reading_from_json(out), read("2023/青山镇.txt")
    assert saved == reading
    assert dict(saved.places) == dict(reading.places)
    assert saved.provenance == reading.provenance


def test_notes_of_a_report_on_stdout_go_to_stderr_or_are_at_least_counted(command: Command) -> None:
    notes = read("2023/青山镇.txt").notes
    counted = command("read", "2023/青山镇.txt", "--to", "text")
    listed = command("read", "2023/青山镇.txt", "--to", "text", "--notes")
    hushed = command("read", "2023/青山镇.txt", "--to", "text", "--no-notes")
    assert counted.out == listed.out == hushed.out
    assert counted.err == f"Notes: {len(notes)}. Add --notes to see them.\n"
    assert listed.err.count("\n") == len(notes)
    assert hushed.err == ""


def test_stdin_is_read_as_a_file_is(command: Command) -> None:
    status, out, _ = command("read", "-", "--to", "json", stdin=PAGE.encode())
    assert status == 0
    assert json.loads(out)["year"] == 2023


def test_what_the_source_does_not_tell_can_be_said(command: Command) -> None:
    Path("body.txt").write_text("## 六、其他需要报告的事项\n\n无。\n", "utf-8")
    options = ("--format", "markdown", "--year", "2022", "--issuer", "青山镇人民政府")
    report = json.loads(command("read", "body.txt", "--to", "json", *options).out)
    assert (report["year"], report["issuer"]) == (2022, "青山镇人民政府")


def test_a_report_on_another_year_is_refused(command: Command) -> None:
    status, out, err = command("read", "2023/青山镇.txt", "--year", "2024")
    assert (status, out) == (1, "")
    assert err.startswith("2023/青山镇.txt is the report on 2023, not on 2024.")


def test_what_a_format_cannot_carry_is_named_by_its_path_and_counts_as_failure(command: Command) -> None:
    report = Report(issuer="青山镇人民政府", year=2024, other_matters="无。")
    write(report.replace({"title": None, "overview": Section(title="无关", number="")}), "odd.json")
    status, out, err = command("read", "odd.json", "--to", "markdown")
    assert (status, out) == (1, "")
    assert err.startswith("odd.json: What stands at overview.title would not read back equal")
    status, out, err = command("read", "odd.json", "2024/绿水县.md", "--to", "markdown", "--out", "out")
    assert status == 1
    assert err.startswith("✗ odd.json: What stands at overview.title")
    assert [path.name for path in Path("out").rglob("*.md")] == ["绿水县.md"]


def test_files_are_written_at_their_relative_paths(command: Command) -> None:
    status, out, _ = command("read", "2023", "2024", "--out", "out")
    assert status == 1
    assert "Read: 3; failed: 1" in out
    assert sorted(path.relative_to("out").as_posix() for path in Path("out").rglob("*") if path.is_file()) == [
        "2023/青山镇.json",
        "2024/town/教育局.json",
        "2024/绿水县.json",
    ]
    assert read("out/2023/青山镇.json").report == read("2023/青山镇.txt").report


def test_readings_are_written_too(command: Command) -> None:
    assert command("read", "2023", "--to", "reading", "--out", "out").status == 0
    saved = Path("out/青山镇.json").read_text("utf-8")
    assert reading_from_json(saved) == read("2023/青山镇.txt")


def test_helpers_write_what_one_process_writes(command: Command) -> None:
    alone = command("read", "2023", "2024", "--out", "one")
    helped = command("read", "2023", "2024", "--out", "two", "--jobs", "2")
    assert helped == alone
    written = {path.relative_to("one"): path.read_bytes() for path in Path("one").rglob("*.json")}
    assert written == {path.relative_to("two"): path.read_bytes() for path in Path("two").rglob("*.json")}


def test_a_second_run_reads_nothing_that_the_first_wrote(command: Command) -> None:
    first = command("read", ".", "--out", "out")
    second = command("read", ".", "--out", "out")
    assert first == second


def test_a_source_is_never_overwritten(command: Command) -> None:
    before = Path("2024/town/教育局.json").read_bytes()
    status, out, err = command("read", "2024", "--out", "2024")
    assert (status, out) == (2, "")
    assert err.startswith("Writing would replace the source 2024/town/教育局.json.")
    assert Path("2024/town/教育局.json").read_bytes() == before
    assert not Path("2024/绿水县.json").exists()


def test_a_file_that_cannot_be_written_is_told_of_and_the_others_are(command: Command) -> None:
    Path("out/town").mkdir(parents=True)
    Path("out/绿水县.json").mkdir()
    status, _, err = command("read", "2024", "--out", "out")
    assert status == 1
    assert "✗ 2024/绿水县.md was read and could not be written" in err
    assert Path("out/town/教育局.json").is_file()
    assert [path.name for path in Path("out").rglob("*.part")] == []


def test_a_folder_without_reports_is_told_of(command: Command) -> None:
    Path("none").mkdir()
    status, out, err = command("read", "none")
    assert (status, out) == (1, "")
    assert err.startswith("There is no file to read in none.")


def test_json_that_is_no_report_shows_its_first_faults_in_a_list_and_all_of_them_alone(command: Command) -> None:
    Path("other.json").write_text('{"govdisclosure": "1.0", "a": 1, "b": 2, "c": 3, "d": 4}', "utf-8")
    alone, listed = command("read", "other.json"), command("read", "other.json", "2024/绿水县.md")
    assert alone.status == listed.status == 1
    assert alone.err.count("\n") > 6
    assert "more." in listed.err
    assert listed.err.count("\n") == 5


def test_a_name_with_controls_of_the_terminal_is_spelled_out(command: Command) -> None:
    Path("a\x1b[2Jb.txt").touch()
    _, _, err = command("read", "a\x1b[2Jb.txt")
    assert err.startswith(r"a\x1b[2Jb.txt is empty.")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["read"], "FILE... is missing."),
        (["read", "x", "--nope"], "There is no option --nope."),
        (["read", "x", "--to", "xml"], '--to: "xml" is not possible. Use one of: json, markdown, text, reading'),
        (["read", "x", "--year", "24"], '--year: "24" is no whole number from 2008 to 2099.'),
        (["read", "x", "--jobs", "-1"], '--jobs: "-1" is no whole number from 0 to 256.'),
        (["read", "x", "--out"], "--out is used wrongly: it wants a value, or takes none."),
        (["read", "2023", "--to", "json"], "Several files, or a folder, cannot be written to stdout."),
        (["read", "a", "b", "--to", "json"], "Several files, or a folder, cannot be written to stdout."),
        (["read", "2023", "--out", "2024/绿水县.md"], "--out must be a folder, and 2024/绿水县.md is a file."),
        (["read", "-", "--out", "o"], '"-" (stdin) stands alone'),
        (["read", "x", "--with-notes", "--to", "text"], "--with-notes goes with --to json, not with --to text."),
    ],
)
def test_wrong_usage_is_refused_before_any_work(command: Command, arguments: list[str], sentence: str) -> None:
    status, out, err = command(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith(sentence)
    assert "govdisclosure" in err.splitlines()[-1]
    assert "--help" in err.splitlines()[-1]


def test_a_whole_command_can_speak_chinese(command: Command) -> None:
    status, out, err = command("read", "2023", "2024", "--locale", "zh_Hans")
    assert status == 1
    assert "已读取：3；未成功：1" in out
    assert "空.txt 是空的。" in err
    assert "发布机关" in command("read", "2023/青山镇.txt", "--locale=zh_Hans").out
