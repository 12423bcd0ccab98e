"""What a person at a terminal sees: a bar, colours, lines that fit, and nothing that a file could smuggle in."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from govdisclosure import ReadError
from govdisclosure.cli._terminal import error_sentence, harmless
from govdisclosure.cli._wrapping import wrapped
from govdisclosure.conventions.width import width
from tests.cli.conftest import Command

pty = pytest.importorskip("pty", reason="no such terminals here")


def at_a_terminal(columns: int, *arguments: str) -> str:
    """Run the command with a terminal for stdin, stdout and stderr, and return what was shown."""
    mine, its = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm-256color", "GOVDISCLOSURE_LOCALE": "en"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(
        [sys.executable, "-m", "govdisclosure", *arguments], stdin=its, stdout=its, stderr=its, env=environment
    ):
        os.close(its)
        shown = bytearray()
        try:
            while piece := os.read(mine, 65536):
                shown += piece
        except OSError:  # on Linux the end of such a terminal is an error
            pass
    os.close(mine)
    return shown.decode()


def plain(shown: str) -> list[str]:
    from rich.text import Text

    return Text.from_ansi(shown.replace("\r\n", "\n")).plain.splitlines()


@pytest.mark.usefixtures("command")
def test_a_bar_is_shown_while_several_files_are_read() -> None:
    shown = at_a_terminal(100, "read", "2023", "2024")
    assert "/4" in shown
    assert "\x1b[32m✓" in shown
    assert shown.rstrip().endswith("\x1b[0m")
    assert "\x1b[?25h" in shown, "the cursor comes back"


@pytest.mark.usefixtures("command")
def test_one_file_has_no_bar_and_lines_that_fit() -> None:
    shown = at_a_terminal(60, "read", "2023/青山镇.txt")
    assert "━" not in shown
    assert max(width(line) for line in plain(shown)) <= 60
    assert '    "2件" is read as a figure. Check it against the source.' in plain(shown)


def test_a_pipe_has_no_bar(command: Command) -> None:
    shown = command("read", "2023", "2024")
    assert "━" not in shown.out + shown.err


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("公开12条", "公开12条"),
        ("a\x1b[31mb", r"a\x1b[31mb"),
        ("a\u202eb", r"a\u202eb"),
        ("a\x9bb", r"a\x9bb"),
        ("一行\n二行", "一行 ↵ 二行"),
    ],
)
def test_what_could_steer_a_terminal_is_spelled_out(words: str, shown: str) -> None:
    assert harmless(words) == shown


def test_a_sentence_that_names_no_file_gets_its_file_in_front(tmp_path: Path) -> None:
    error = ReadError("encoding", source="a.txt", position=3)
    assert error_sentence("x/a.txt", error, "en").startswith("x/a.txt: The text is neither UTF-8 nor GB18030")


@pytest.mark.parametrize("columns", [10, 20, 40])
def test_lines_are_broken_at_spaces_and_where_chinese_may_break(columns: int) -> None:
    sentence = 'The form does not have this row: "其他主动公开文件，共计12件。". It is kept as an extra row.'
    lines = wrapped(sentence, columns)
    assert max(width(line) for line in lines) <= columns
    assert "".join(lines).replace(" ", "") == sentence.replace(" ", "")
    assert not [line for line in lines if line[0] in "，。”"]
    assert all(word in sentence.split() for line in lines for word in line.split() if word.isascii())
