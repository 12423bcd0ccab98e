"""Folders: which files are taken, in which order, what becomes of one that cannot be read, and how much is held."""

import gc
import os
import pickle
import weakref
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar, cast

import pytest

from govdisclosure import ConstructionError, FormatError, GovDisclosureError, ReadError, Report, StructureError, write
from govdisclosure.errors import LimitError, MissingExtraError
from govdisclosure.folders import Outcome, files_in, read_files, read_folder
from govdisclosure.interchange.faults import Fault
from govdisclosure.paths import ROOT
from govdisclosure.reading import Reading

P = ParamSpec("P")
T = TypeVar("T")


def report(number: int = 1) -> Report:
    return Report(issuer=f"青山镇第{number}办公室", year=2024, other_matters="无。")


def fill(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        write(report(), file, "markdown")


def names(folder: Path, outcomes: Iterator[Path]) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in outcomes]


class Recorder(Executor):
    """An executor that works at once, and counts what was handed over and not yet fetched."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        self.sizes.append(len(cast("list[Path]", args[0])))
        future.set_result(fn(*args, **kwargs))
        return future


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    fill(tmp_path, "b.md", "a/2.md", "a.md", "a/10.md", "c/d/e.md", "c/b.md")
    found = [*files_in(tmp_path)]
    assert found == sorted(found)
    assert names(tmp_path, iter(found)) == ["a/10.md", "a/2.md", "a.md", "b.md", "c/b.md", "c/d/e.md"]


@pytest.mark.parametrize(
    "name",
    ["a.md", "a.TXT", "a.html", "a.mht", "a.docx", "a.pdf", "a.xls", "a.csv", "a.json", "a.doc", "a.wps", "a.ofd"],
)
def test_a_file_of_a_known_ending_is_taken(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert names(tmp_path, files_in(tmp_path)) == [name]


@pytest.mark.parametrize(
    "name",
    ["style.css", "a.js", "a.png", "noending", ".hidden.md", ".cache/a.md", "~$report.docx", "__MACOSX/a.md"],
)
def test_other_files_are_left_out(tmp_path: Path, name: str) -> None:
    fill(tmp_path, name)
    assert names(tmp_path, files_in(tmp_path)) == []


@pytest.mark.parametrize("beside", ["年报_files", "年报.files"])
def test_what_a_browser_keeps_beside_a_page_is_left_out(tmp_path: Path, beside: str) -> None:
    fill(tmp_path, "年报.html", f"{beside}/frame.html")
    assert names(tmp_path, files_in(tmp_path)) == ["年报.html"]


def test_a_folder_with_such_a_name_and_no_page_beside_it_is_read(tmp_path: Path) -> None:
    fill(tmp_path, "2024_files/a.md")
    assert names(tmp_path, files_in(tmp_path)) == ["2024_files/a.md"]


def test_a_pattern_takes_what_it_matches_whatever_the_ending(tmp_path: Path) -> None:
    fill(tmp_path, "青山镇2024", "青山镇2023", "x/绿水县2024.page", "x/.2024")
    assert names(tmp_path, files_in(tmp_path, pattern="*2024*")) == ["x/绿水县2024.page", "青山镇2024"]
    assert names(tmp_path, files_in(tmp_path, pattern="x/*")) == ["x/绿水县2024.page"]


def test_a_folder_can_be_read_without_those_in_it(tmp_path: Path) -> None:
    fill(tmp_path, "a.md", "b/c.md")
    assert names(tmp_path, files_in(tmp_path, recursive=False)) == ["a.md"]


def test_a_loop_of_links_ends_and_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    fill(tmp_path, "a/x.md")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "link.md").symlink_to(tmp_path / "a" / "x.md")
    (tmp_path / "self.md").symlink_to(tmp_path / "self.md")
    (tmp_path / "lost.md").symlink_to(tmp_path / "nowhere.md")
    assert names(tmp_path, files_in(tmp_path)) == ["a/x.md", "link.md", "lost.md", "self.md"]
    assert [bool(outcome.reading) for outcome in read_folder(tmp_path)] == [True, True, False, False]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert names(tmp_path, files_in(tmp_path)) == []


def test_a_folder_that_cannot_be_listed_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, "a.md", "closed/b.md")
    listed = os.scandir

    def scandir(path: Path) -> AbstractContextManager[Iterator[os.DirEntry[str]]]:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    outcomes = [*read_folder(tmp_path)]
    assert [outcome.source.name for outcome in outcomes] == ["a.md", "closed"]
    assert outcomes[1].error is not None


def test_what_is_no_folder_is_refused_at_once(tmp_path: Path) -> None:
    fill(tmp_path, "a.md")
    with pytest.raises(ReadError, match="Read a single file") as no_folder:
        read_folder(tmp_path / "a.md")
    with pytest.raises(ReadError) as nothing:
        read_folder(tmp_path / "b")
    assert (no_folder.value.kind, nothing.value.kind) == ("not_a_folder", "missing_file")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"year": 24}, ConstructionError),
        ({"issuer": ""}, ConstructionError),
        ({"format": "rtf"}, FormatError),
        ({"convert": "word"}, FormatError),
        ({"on_error": "rasie"}, ConstructionError),
        ({"batches_ahead": 0}, ConstructionError),
    ],
)
def test_a_wrong_argument_is_refused_before_any_file_is_read(
    tmp_path: Path, arguments: dict[str, object], error: type[GovDisclosureError]
) -> None:
    call = cast("Callable[..., object]", read_folder)  # as a caller without a checker has it
    with pytest.raises(error):
        call(tmp_path, **arguments)


def test_errors_are_collected_in_their_turn(tmp_path: Path) -> None:
    fill(tmp_path, "a.md", "c.md")
    (tmp_path / "b.md").write_bytes(b"")
    outcomes = [*read_folder(tmp_path)]
    assert [outcome.reading and outcome.reading.report for outcome in outcomes] == [report(), None, report()]
    assert [outcome.error and outcome.error.code for outcome in outcomes] == [None, "empty", None]


def test_an_error_is_raised_in_its_turn_where_that_is_asked_for(tmp_path: Path) -> None:
    fill(tmp_path, "a.md", "c.md")
    (tmp_path / "b.md").write_bytes(b"")
    outcomes = read_folder(tmp_path, on_error="raise")
    assert next(outcomes).source.name == "a.md"
    with pytest.raises(ReadError) as caught:
        next(outcomes)
    assert caught.value.kind == "empty"


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    fill(tmp_path, "a.md", "b.md")
    outcomes = read_folder(tmp_path)
    next(outcomes)
    (tmp_path / "b.md").write_bytes(b"")
    assert [outcome.error and outcome.error.code for outcome in outcomes] == ["empty"]


def test_year_issuer_and_format_hold_for_every_file(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("## 六、其他需要报告的事项\n\n无。\n", "utf-8")
    readings = [
        outcome.reading
        for outcome in read_folder(tmp_path, format="markdown", year=2023, issuer="绿水县教育局")
        if outcome.reading
    ]
    assert [(one.report.year, one.report.issuer) for one in readings] == [(2023, "绿水县教育局")] * 2
    assert all(one.provenance and one.provenance.format == "markdown" for one in readings)


def test_a_list_of_files_is_read_in_its_own_order(tmp_path: Path) -> None:
    fill(tmp_path, "a.md", "b.md")
    outcomes = read_files([str(tmp_path / "b.md"), tmp_path / "a.md", tmp_path / "none.md"])
    assert [(one.source.name, one.error is None) for one in outcomes] == [
        ("b.md", True),
        ("a.md", True),
        ("none.md", False),
    ]


@pytest.mark.parametrize("kind", ["threads", "processes"])
def test_an_executor_gives_what_reading_alone_gives(tmp_path: Path, kind: str) -> None:
    for number in range(30):
        write(report(number), tmp_path / f"{number:02}.md")
    (tmp_path / "07.md").write_bytes(b"")
    pool: Executor = (
        ThreadPoolExecutor(2) if kind == "threads" else ProcessPoolExecutor(2, mp_context=get_context("spawn"))
    )
    with pool:
        together = [*read_folder(tmp_path, executor=pool, batches_ahead=3)]
    alone = [*read_folder(tmp_path)]
    assert [one.source for one in together] == [one.source for one in alone]
    assert [one.reading for one in together] == [one.reading for one in alone]
    assert [one.reading and dict(one.reading.places) for one in together] == [
        one.reading and dict(one.reading.places) for one in alone
    ]
    assert [one.error and (one.error.code, one.error.facts) for one in together] == [
        one.error and (one.error.code, one.error.facts) for one in alone
    ]


def test_batches_grow_to_fifty_and_no_further(tmp_path: Path) -> None:
    executor = Recorder()
    outcomes = read_files([tmp_path / f"{number}.md" for number in range(300)], executor=executor, batches_ahead=2)
    assert sum(1 for _ in outcomes) == 300
    assert executor.sizes == [1, 1, 2, 2, 4, 4, 8, 8, 16, 16, 32, 32, 50, 50, 50, 24]


def test_no_more_batches_are_ahead_than_allowed(tmp_path: Path) -> None:
    executor = Recorder()
    outcomes = read_files((tmp_path / f"{number}.md" for number in range(10_000)), executor=executor, batches_ahead=4)
    for _ in range(2000):
        next(outcomes)
    given = sum(executor.sizes)
    assert 2000 <= given <= 2000 + 4 * 50


def test_to_stop_early_takes_back_what_was_not_begun(tmp_path: Path) -> None:
    class Waiting(Executor):
        def __init__(self) -> None:
            self.cancelled: list[Callable[[], bool]] = []

        def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
            future: Future[T] = Future()
            if not self.cancelled:
                future.set_result(fn(*args, **kwargs))
            self.cancelled.append(future.cancelled)
            return future

    executor = Waiting()
    outcomes = read_files([tmp_path / f"{number}.md" for number in range(9)], executor=executor, batches_ahead=3)
    next(outcomes)
    cast("Generator[Outcome]", outcomes).close()  # as a loop that is left does
    assert [is_cancelled() for is_cancelled in executor.cancelled] == [False, True, True]


def test_what_was_used_is_not_held(tmp_path: Path) -> None:
    fill(tmp_path, *(f"{number:02}.md" for number in range(40)))
    seen: list[weakref.ref[Reading]] = []
    with ThreadPoolExecutor(1) as pool:
        for outcome in read_folder(tmp_path, executor=pool, batches_ahead=1):
            assert outcome.reading is not None
            seen.append(weakref.ref(outcome.reading))
            if outcome.source.name == "39.md":
                gc.collect()
                assert [one() for one in seen[:15]] == [None] * 15


@pytest.mark.parametrize(
    "error",
    [
        ReadError("empty", source="a.md"),
        LimitError("too_large", source="a.md", size=2, limit=1),
        MissingExtraError("missing_extra", extra="pdf"),
        StructureError((Fault("no_object", ROOT),)),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_outcome_goes_from_process_to_process(error: GovDisclosureError) -> None:
    returned = cast("Outcome", pickle.loads(pickle.dumps(Outcome(Path("a.md"), error=error))))  # noqa: S301 (our own)
    assert type(returned.error) is type(error)
    assert str(returned.error) == str(error)
    assert returned.source == Path("a.md")


def test_an_error_that_is_kept_holds_no_frame_and_no_cause(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xff\xff" * 10)
    error = next(read_folder(tmp_path)).error
    assert error is not None
    assert (error.code, error.__traceback__, error.__cause__, error.__context__) == ("encoding", None, None, None)


def test_an_outcome_shows_the_report_and_not_every_note(tmp_path: Path) -> None:
    fill(tmp_path, "a.md")
    assert "<Report 青山镇第1办公室 2024: 1 of 6 sections" in repr(next(read_folder(tmp_path)))
