"""Law 5: any bytes at all give a reading, or one documented exception; never a crash, never a hang."""

import os
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.damage import damaged

from govdisclosure import GovDisclosureError, LimitError, ReadError, Report, StructureError, reads, writes
from govdisclosure.formats.registry import WritableFormat
from govdisclosure.testing import reports

TWICE = settings(max_examples=1000 if os.environ.get("HYPOTHESIS_PROFILE") == "ci" else 200)
SHARED = Path(__file__).parents[3] / "shared"
REAL = sorted(
    path for path in (*SHARED.glob("corpus/*-*"), *SHARED.glob("seed/*.txt")) if path.suffix in {".txt", ".md"}
)
FORMATS = st.sampled_from(("markdown", "text", "json"))
SECONDS = 2.0


def outcome(data: bytes, format: WritableFormat | None) -> str:
    """The code of the documented exception, or ``"read"``."""
    try:
        reads(data, format)
    except (ReadError, LimitError, StructureError) as error:
        return error.code
    return "read"


def check(data: bytes, format: WritableFormat | None) -> None:
    """Read; a bug inside the library is no documented exception."""
    start = process_time()
    assert outcome(data, format) != "internal"
    assert process_time() - start < SECONDS


@TWICE
@given(st.binary(max_size=2000), st.one_of(st.none(), FORMATS))
def test_arbitrary_bytes(data: bytes, format: WritableFormat | None) -> None:
    check(data, format)


@TWICE
@given(st.text(max_size=1000), FORMATS)
def test_arbitrary_text(text: str, format: WritableFormat) -> None:
    check(text.encode("utf-8", "surrogatepass"), format)


@pytest.mark.skipif(not REAL, reason="the corpus is not beside the project")
@TWICE
@given(damaged(st.sampled_from(REAL).map(Path.read_bytes)))
def test_mutated_published_reports_as_text(data: bytes) -> None:
    check(data, "text")


@pytest.mark.skipif(not REAL, reason="the corpus is not beside the project")
@TWICE
@given(damaged(st.sampled_from(REAL).map(Path.read_bytes)))
def test_mutated_published_reports_as_markdown(data: bytes) -> None:
    check(data, "markdown")


@given(reports(), FORMATS, st.data())
def test_mutated_written_reports(report: Report, format: WritableFormat, data: st.DataObject) -> None:
    check(data.draw(damaged(st.just(writes(report, format).encode()))), format)


@pytest.mark.parametrize("format", ["markdown", "text", "json"])
@pytest.mark.parametrize(
    "bomb",
    [
        b"> " * 100_000,
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b"*a " * 100_000,
        b"|" * 100_000,
        b"|a" * 50_000 + b"\n" + b"|-" * 50_000,
        b"<table><tr><td>" * 30_000,
        b"<" * 100_000,
        "（".encode() * 100_000,
        "《".encode() * 100_000,
        "一是".encode() * 50_000,
        "第二十条第（一）项".encode() * 10_000,
        "规章\n0\n".encode() * 20_000,
        "规章 | 0 | 0 | 0 |\n".encode() * 10_000,
        ("年" * 1_000_000).encode(),
        b"1 " * 200_000,
        b"\n" * 1_000_000,
        b"#" * 100_000,
        b'{"a":' * 100_000,
        b"&#1;" * 50_000,
        "│".encode() * 50_000,
        "┌┬┐\n".encode() * 20_000,
    ],
    ids=lambda bomb: repr(bomb[:12].decode("utf-8", "replace")),
)
def test_a_bomb_is_read_or_refused_in_good_time(bomb: bytes, format: WritableFormat) -> None:
    start = process_time()
    assert outcome("政府信息公开\n".encode() + bomb if format != "json" else bomb, format) != "internal"
    assert process_time() - start < 5 * SECONDS


def test_a_source_over_the_limit_is_refused_unread() -> None:
    with pytest.raises(GovDisclosureError) as refused:
        reads(b"a" * (16 * 1024 * 1024 + 1))
    assert refused.value.code == "too_large"


def test_text_that_is_no_such_report_is_refused_with_its_kind() -> None:
    with pytest.raises(ReadError) as refused:
        reads("关于放假的通知\n各单位：请做好值班工作。\n", "text")
    assert refused.value.kind == "other_report"
