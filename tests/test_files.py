"""Reading and writing files: formats, encodings, limits, errors with a kind, whole files or none."""

import io
from hashlib import sha256
from pathlib import Path

import pytest

from govdisclosure import CarryError, FormatError, LimitError, ReadError, Report, Section, read, reads, write, writes
from govdisclosure.files import LARGEST_SOURCE
from govdisclosure.formats.registry import WritableFormat

TEXT = "青山镇2024年政府信息公开工作年度报告\n一、总体情况\n全年公开信息12条。\n"
REPORT = Report(issuer="青山镇人民政府", year=2024, overview="全年公开信息12条。")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_is_read_in_every_encoding_in_which_such_files_come(encoding: str) -> None:
    assert reads(TEXT.encode(encoding), "text").report.overview.blocks == ("全年公开信息12条。",)


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_every_kind_of_line_end_is_read(newline: str) -> None:
    assert reads(TEXT.replace("\n", newline), "text").report.year == 2024


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.md", "markdown"), ("a.markdown", "markdown"), ("a.txt", "text"), ("a.json", "json"), ("A.TXT", "text")],
)
def test_the_name_tells_the_format(tmp_path: Path, name: str, format: WritableFormat) -> None:
    write(REPORT, tmp_path / name)
    reading = read(tmp_path / name)
    assert reading.report == REPORT
    assert reading.provenance is not None
    assert reading.provenance.format == format


def test_the_content_tells_json_whatever_the_name_says(tmp_path: Path) -> None:
    path = tmp_path / "report.dat"
    path.write_text(writes(REPORT, "json"), "utf-8")
    assert read(path).report == REPORT


def test_an_open_file_is_read_as_well() -> None:
    assert read(io.BytesIO(TEXT.encode()), "text").report.year == 2024


def test_the_provenance_names_source_size_and_digest(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("政务公开。", "utf-8")
    provenance = read(path).provenance
    assert provenance is not None
    assert (provenance.source, provenance.size) == (str(path), 15)
    assert provenance.sha256 == sha256("政务公开。".encode()).hexdigest()


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"", "empty"), (b" \n\t", "empty"), (b"\x81\xff\xff", "encoding"), ("请假条".encode(), "not_a_report")],
)
def test_what_is_no_report_is_refused_with_its_kind(data: bytes, kind: str) -> None:
    with pytest.raises(ReadError) as refused:
        reads(data, "text")
    assert refused.value.kind == kind


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as missing:
        read(tmp_path / "none.txt")
    with pytest.raises(ReadError) as folder:
        read(tmp_path)
    assert (missing.value.kind, folder.value.kind) == ("missing_file", "is_a_folder")


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b" " * (LARGEST_SOURCE + 1))
    with pytest.raises(LimitError):
        read(path)


def test_unknown_formats_are_refused_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(FormatError):
        reads(TEXT, "rtf")  # type: ignore[arg-type]  # what a user may pass
    with pytest.raises(FormatError):
        write(REPORT, tmp_path / "report.rtf")
    assert list(tmp_path.iterdir()) == []


def test_a_refused_report_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old", "utf-8")
    untellable = REPORT.replace({"overview": Section(title="附件：甲", number="", blocks="乙。")})
    with pytest.raises(CarryError) as refused:
        write(untellable, path)
    assert str(refused.value.facts["path"]).startswith("overview")
    assert path.read_text("utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["report.txt"]


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(descriptor: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("govdisclosure.files.os.fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        write(REPORT, tmp_path / "report.md")
    assert list(tmp_path.iterdir()) == []


def test_a_file_keeps_its_permissions_and_a_link_its_target(tmp_path: Path) -> None:
    target = tmp_path / "real.md"
    target.write_text("old", "utf-8")
    target.chmod(0o640)
    (tmp_path / "link.md").symlink_to(target)
    write(REPORT, tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert read(target).report == REPORT


@pytest.mark.parametrize("format", ["json", "markdown", "text"])
def test_what_the_source_does_not_tell_may_be_supplied(format: WritableFormat) -> None:
    nameless = Report(issuer=None, year=None, title=None, overview="全年公开政府信息12条。")
    report = reads(writes(nameless, format), format, year=2023, issuer="青山镇人民政府").report
    assert (report.year, report.issuer) == (2023, "青山镇人民政府")


@pytest.mark.parametrize("format", ["json", "markdown", "text"])
def test_an_issuer_that_is_printed_counts_before_one_that_is_supplied(format: WritableFormat) -> None:
    assert reads(writes(REPORT, format), format, issuer="绿水镇人民政府").report.issuer == "青山镇人民政府"


@pytest.mark.parametrize("format", ["json", "markdown", "text"])
def test_the_report_on_another_year_is_refused(format: WritableFormat) -> None:
    with pytest.raises(ReadError) as refused:
        reads(writes(REPORT, format), format, year=2019)
    assert (refused.value.kind, refused.value.facts["printed"]) == ("other_year", 2024)


def test_what_nobody_tells_is_none_and_noted() -> None:
    reading = reads("一、总体情况\n全年公开政府信息12条。\n", "text")
    assert (reading.report.title, reading.report.year, reading.report.issuer) == (None, None, None)
    assert {note.code for note in reading.notes} == {"no_title", "no_year", "no_issuer", "table_not_found"}
