"""Files of older programs: told apart, refused by name, and converted when asked for."""

import os
import stat
import sys
from io import BytesIO
from pathlib import Path
from shutil import which
from subprocess import run
from time import monotonic, sleep
from zipfile import ZIP_STORED, ZipFile

import pytest

from govdisclosure import reads
from govdisclosure.document import Grid, Text
from govdisclosure.errors import LimitError, ReadError
from govdisclosure.formats import conversion, docx, registry
from govdisclosure.formats.conversion import to_docx
from tests.formats._docx_files import numbering_xml, paragraph, table, word_file
from tests.formats._statutory import PROACTIVE

SOFFICE = which("soffice")
installed = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
RTF = rb"{\rtf1\ansi\ansicpg936\uc0 \u38738 \u23665 \u38215 \par}"  # 青山镇

BODY = (
    paragraph("青山镇2024年政府信息公开工作年度报告")
    + paragraph("总体情况", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + paragraph("全年公开信息12条。")
    + paragraph("二、主动公开政府信息情况")
    + table(PROACTIVE.rows)
    + paragraph("无。")  # Word wants one after a table
)
NUMBERING = numbering_xml(['<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1."/>'])


def zipped(*names: str, mimetype: str = "") -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as file:
        if mimetype:
            file.writestr("mimetype", mimetype)
        for name in names:
            file.writestr(name, "<a/>")
    return buffer.getvalue()


def in_directory(*names: str) -> bytes:
    """Return the beginning of a compound file with streams of these names."""
    return OLE + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *names))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (in_directory("WordDocument", "1Table"), "old_office"),
        (in_directory("EncryptionInfo", "EncryptedPackage"), "encrypted"),
        (RTF, "old_office"),
        (zipped("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "old_office"),
        (zipped("OFD.xml", "Doc_0/Document.xml"), "ofd"),
        (zipped("年报.docx"), "archive"),
    ],
    ids=["doc or wps", "encrypted docx", "rtf", "odt", "ofd", "zip"],
)
@pytest.mark.parametrize("name", [None, "年报.docx", "年报.txt"])
def test_a_file_of_another_program_is_refused_by_its_content(data: bytes, kind: str, name: str | None) -> None:
    with pytest.raises(ReadError) as caught:
        registry.format_of(data, name)
    assert caught.value.kind == kind


def test_a_workbook_in_a_compound_file_is_a_workbook() -> None:
    assert registry.format_of(in_directory("Workbook")) == "xlsx"


@pytest.mark.parametrize("data", [in_directory("WordDocument"), RTF])
def test_without_being_asked_nothing_is_converted(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        reads(data)
    assert caught.value.kind == "old_office"


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a script stands for the program."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setattr(conversion, "_NAMES", ("soffice",))
    return folder


def script(folder: Path, lines: str) -> None:
    file = folder / "soffice"
    file.write_text(f"#!/bin/sh\n{lines}\n", "utf-8")
    file.chmod(file.stat().st_mode | stat.S_IEXEC)


COPY = 'for last; do source=$last; done; mkdir -p made; cp "$source" made/source.docx'


@posix
def test_what_the_program_makes_is_returned(stand_in: Path) -> None:
    script(stand_in, COPY)
    assert to_docx(RTF) == RTF


@posix
@pytest.mark.parametrize(
    ("data", "suffix"), [(OLE, ".doc"), (RTF, ".rtf"), (zipped("mimetype"), ".odt"), (b"x", ".doc")]
)
def test_the_program_is_given_the_ending_that_the_content_tells(stand_in: Path, data: bytes, suffix: str) -> None:
    script(stand_in, f'{COPY}; printf "%s" "$source" > made/source.docx')
    assert Path(to_docx(data).decode()).suffix == suffix


@posix
def test_the_program_is_given_a_profile_of_its_own_that_runs_no_macros(stand_in: Path) -> None:
    script(
        stand_in, f"{COPY}; cat profile/user/registrymodifications.xcu > made/source.docx; echo $1 >> made/source.docx"
    )
    made = to_docx(RTF).decode()
    assert 'oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value>' in made
    assert "-env:UserInstallation=file:///" in made


@posix
def test_a_report_is_read_from_what_the_program_makes(stand_in: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(word_file(BODY, numbering=NUMBERING))
    script(stand_in, f"mkdir made; cp {made} made/source.docx")
    reading = reads(RTF, convert="libreoffice")
    assert reading.report.overview.blocks == ("全年公开信息12条。",)


def test_a_missing_program_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "_NAMES", ("no-such-program-here",))
    with pytest.raises(ReadError) as caught:
        to_docx(RTF)
    assert caught.value.kind == "converter_missing"
    assert "LibreOffice" in caught.value.message("en")


@posix
@pytest.mark.parametrize(
    ("lines", "cause"),
    [
        ("echo no export filter >&2; exit 0", "no export filter"),
        (f"{COPY}; exit 3", "status 3"),
        ("exit 0", "status 0"),
        ("kill -9 $$", "status -9"),
        ('for last; do :; done; echo "source $last cannot be loaded"', "source /source.rtf cannot be loaded"),
    ],
)
def test_a_program_that_makes_nothing_has_failed(stand_in: Path, lines: str, cause: str) -> None:
    script(stand_in, lines)
    with pytest.raises(ReadError) as caught:
        to_docx(RTF)
    assert (caught.value.kind, caught.value.facts["cause"]) == ("conversion_failed", cause)


@posix
def test_a_program_that_cannot_be_started_has_failed(stand_in: Path) -> None:
    script(stand_in, "")
    (stand_in / "soffice").write_bytes(b"\x7fELF nothing")
    with pytest.raises(ReadError) as caught:
        to_docx(RTF)
    assert caught.value.kind == "conversion_failed"


@posix
def test_a_program_that_hangs_is_ended_with_all_that_it_started(
    stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = tmp_path / "started"
    script(stand_in, f"sleep 60 & echo $! > {started}; wait")
    monkeypatch.setattr(conversion, "SECONDS", 1)
    begin = monotonic()
    with pytest.raises(LimitError) as caught:
        to_docx(RTF)
    assert monotonic() - begin < 10
    assert caught.value.code == "conversion_too_slow"
    assert not _is_running(int(started.read_text()))


def _is_running(process: int) -> bool:
    for _ in range(50):  # it is gone once its adopted parent has taken note
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        state = Path(f"/proc/{process}/stat")
        if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
            return False
        sleep(0.1)
    return True


@posix
def test_a_file_larger_than_is_read_is_refused(stand_in: Path) -> None:
    script(stand_in, f"mkdir made; head -c {registry.FORMATS['docx'].largest + 1} /dev/zero > made/source.docx")
    with pytest.raises(LimitError) as caught:
        to_docx(RTF)
    assert caught.value.code == "too_large"


@posix
def test_nothing_is_left_behind(stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    script(stand_in, COPY)
    to_docx(RTF)
    assert list(folder.iterdir()) == []


@installed
@pytest.mark.parametrize("suffix", ["doc", "odt", "rtf"])
def test_libreoffice_keeps_the_text_and_the_figures(suffix: str, tmp_path: Path) -> None:
    source = tmp_path / "report.docx"
    source.write_bytes(word_file(BODY, numbering=NUMBERING))
    profile = (tmp_path / "profile").as_uri()
    run(
        [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix, str(source)],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=180,
    )
    data = (tmp_path / f"report.{suffix}").read_bytes()
    with pytest.raises(ReadError) as caught:
        reads(data)
    assert caught.value.kind == "old_office"
    blocks = docx.parse(to_docx(data)).blocks
    grid = next(block for block in blocks if isinstance(block, Grid))
    assert [[cell.text for cell in row] for row in grid.rows] == [[cell.text for cell in row] for row in PROACTIVE.rows]
    texts = [block.text for block in blocks if isinstance(block, Text)]
    assert texts[:3] == ["青山镇2024年政府信息公开工作年度报告", "一. 总体情况", "全年公开信息12条。"]
    reading = reads(data, convert="libreoffice")
    assert str(reading.report.at("proactive.table.normative_documents.issued")) == "13"


@installed
def test_what_libreoffice_does_not_read_has_failed_or_is_no_report() -> None:
    with pytest.raises(ReadError) as caught:
        reads(in_directory("WordDocument"), convert="libreoffice")
    assert caught.value.kind in {"conversion_failed", "not_a_report", "only_a_title"}
