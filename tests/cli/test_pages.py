"""The commands on the pages of the docs do what the pages show."""

import os
import re
import shlex
import subprocess
import sys
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, DocTestParser, DocTestRunner
from pathlib import Path
from typing import Final

import pytest

from tests.source import ROOT

DOCS: Final = ROOT.parents[1] / "docs"
PAGES: Final = sorted(
    page
    for folder in ("en", "zh")
    for page in (DOCS / folder).rglob("*.md")
    if "```console\n" in page.read_text("utf-8")
)
BLOCK: Final = re.compile(r"^```(python|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND: Final = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def shown(command: str) -> str:
    """Run a command as a reader would, and return what stands on the screen."""
    program, *arguments = shlex.split(command)
    assert program == "govdisclosure"
    done = subprocess.run(
        [sys.executable, "-m", "govdisclosure", *arguments],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "100"},
    )
    return done.stdout.lstrip("\n")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_a_command_shows_what_the_page_says(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    runner = DocTestRunner(optionflags=ELLIPSIS | NORMALIZE_WHITESPACE)
    for kind, block in BLOCK.findall(page.read_text("utf-8")):
        if kind == "python":
            example = DocTestParser().get_doctest(block, names, page.name, str(page), 0)
            runner.run(example, clear_globs=False)
            names |= example.globs
        else:
            for command, output in COMMAND.findall(block):
                assert shown(command).startswith(output), command
