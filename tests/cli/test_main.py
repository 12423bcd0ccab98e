"""The entry point: help, version, languages, how it ends, and what it costs to start."""

import os
import signal
import subprocess
import sys
import time
import tomllib
from importlib.metadata import EntryPoint, version
from pathlib import Path

import pytest

from govdisclosure.cli.main import COMMANDS, main
from govdisclosure.conventions.width import width
from govdisclosure.messages import LOCALES
from tests.cli.conftest import PAGE, Command
from tests.source import ROOT

PROGRAM = [sys.executable, "-m", "govdisclosure"]


def start(*arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [*PROGRAM, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "GOVDISCLOSURE_LOCALE": "en"},
        start_new_session=True,
    )


@pytest.fixture
def many(tmp_path: Path) -> Path:
    for number in range(3000):
        (tmp_path / f"{number:04}.txt").write_text(PAGE, "utf-8")
    return tmp_path


def test_the_installed_command_is_this_one() -> None:
    scripts = tomllib.loads((ROOT.parents[1] / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert EntryPoint("govdisclosure", scripts["govdisclosure"], "console_scripts").load() is main


def test_python_m_runs_it_and_shows_the_version() -> None:
    done = subprocess.run([*PROGRAM, "--version"], check=True, capture_output=True, encoding="utf-8")
    assert done.stdout == f"govdisclosure {version('govdisclosure')}\n"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("arguments", [["--help"], *([name, "-h"] for name in COMMANDS)])
def test_a_page_of_help_says_everything_in_its_language(command: Command, arguments: list[str], locale: str) -> None:
    status, out, err = command(*arguments, "--locale", locale)
    assert (status, err) == (0, "")
    assert "cli." not in out
    assert ("Usage: " in out) == (locale == "en")
    assert ("用法：" in out) == (locale == "zh_Hans")
    assert not [line for line in out.splitlines() if width(line) > 100 or line != line.rstrip()]


def test_help_fits_a_narrow_terminal_in_both_languages(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for locale in LOCALES:
        out = command("read", "--help", "--locale", locale).out
        assert max(width(line) for line in out.splitlines()) <= 60


def test_without_a_command_the_help_is_shown_as_wrong_usage(command: Command) -> None:
    status, out, err = command()
    assert (status, out) == (2, "")
    assert err.startswith("Usage: govdisclosure [OPTIONS] COMMAND")


def test_an_unknown_command_is_told_of_with_those_that_exist(command: Command) -> None:
    status, _, err = command("reed", "a")
    assert status == 2
    assert err == 'There is no command "reed". Use one of: read, check\nSee: govdisclosure --help\n'


@pytest.mark.parametrize(
    ("arguments", "is_chinese"),
    [
        (["--locale", "zh_Hans", "read", "none.md"], True),
        (["read", "--locale=zh_Hans", "none.md"], True),
        (["read", "none.md", "--locale", "en"], False),
        (["read", "none.md"], False),
        (["read", "--locale", "zh_Hans", "none.md", "--locale", "en"], False),
    ],
)
def test_the_language_can_be_said_anywhere(command: Command, arguments: list[str], is_chinese: bool) -> None:
    assert ("找不到文件" in command(*arguments).err) is is_chinese


def test_a_language_that_does_not_exist_is_refused(command: Command) -> None:
    status, _, err = command("--locale", "fr", "read", "a")
    assert (status, err.splitlines()[0]) == (2, '--locale: "fr" is not possible. Use one of: zh_Hans, en')


def test_a_closed_pipe_ends_it_quietly(many: Path) -> None:
    process = start("read", str(many))
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(60) == 141
    assert process.stderr.read() == ""
    process.stderr.close()


@pytest.mark.skipif(os.name == "nt", reason="signals are another matter there")
@pytest.mark.parametrize("whom", ["the program", "its whole group"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_it_at_once_and_cleanly(many: Path, jobs: str, whom: str) -> None:
    process = start("read", str(many), "--jobs", jobs)
    assert process.stdout is not None
    process.stdout.readline()
    begun = time.monotonic()
    (os.kill if whom == "the program" else os.killpg)(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, "Interrupted.\n")
    assert time.monotonic() - begun < 10


def test_a_page_of_help_loads_no_parser_and_no_model() -> None:
    code = "import sys; from govdisclosure.cli.main import run; run(['--help']); print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    loaded = set(done.stdout.splitlines()[-1].split())
    assert loaded.isdisjoint({"attrs", "rich", "cattrs", "msgspec", "babel", "wcwidth", "govdisclosure.files"})


def test_help_is_there_sooner_than_one_would_notice() -> None:
    def seconds() -> float:
        begun = time.perf_counter()
        subprocess.run([*PROGRAM, "--help"], check=True, capture_output=True)
        return time.perf_counter() - begun

    def bare() -> float:
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=True, capture_output=True)
        return time.perf_counter() - begun

    assert min(seconds() for _ in range(5)) - min(bare() for _ in range(5)) < 0.15
