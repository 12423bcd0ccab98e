"""What users write passes both type checkers, and what must be refused is refused, line by line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.source import ROOT
from tests.typing.user_script import build, narrow, read

HERE = Path(__file__).parent
SOURCE = ROOT.parent


def mypy_lines(script: Path) -> set[int]:
    """Return the lines in which mypy finds an error."""
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary", "--hide-error-context"]
    run = subprocess.run(
        [*command, f"--cache-dir={script.parent / 'cache'}", "--output=json", str(script)],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "MYPYPATH": str(SOURCE)},
    )
    assert run.returncode in (0, 1), run.stderr
    found = [json.loads(line) for line in run.stdout.splitlines()]
    return {one["line"] for one in found if one["severity"] == "error" and Path(one["file"]).name == script.name}


def pyright_lines(script: Path) -> set[int]:
    """Return the lines in which pyright finds an error."""
    settings = {"typeCheckingMode": "strict", "reportUnusedExpression": False, "extraPaths": [str(SOURCE)]}
    (script.parent / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    command = [
        sys.executable,
        "-m",
        "pyright",
        "--outputjson",
        "--pythonpath",
        sys.executable,
        "-p",
        str(script.parent),
    ]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    found = json.loads(run.stdout)
    assert found["summary"]["filesAnalyzed"] == 1
    return {one["range"]["start"]["line"] + 1 for one in found["generalDiagnostics"] if one["severity"] == "error"}


CHECKERS = pytest.mark.parametrize("checker", [mypy_lines, pyright_lines], ids=["mypy", "pyright"])


@CHECKERS
def test_what_users_write_is_accepted(checker: object, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_bytes((HERE / "user_script.py").read_bytes())
    assert callable(checker)
    assert checker(script) == set()


@CHECKERS
def test_exactly_the_marked_lines_are_refused(checker: object, tmp_path: Path) -> None:
    text = (HERE / "refused.txt").read_text("utf-8")
    script = tmp_path / "script.py"
    script.write_text(text, "utf-8")
    marked = {number for number, line in enumerate(text.splitlines(), 1) if line.endswith("  # refused")}
    assert len(marked) > 30
    assert callable(checker)
    assert checker(script) == marked


def test_the_script_runs() -> None:
    report = build()
    read(report)
    assert narrow(report) == "2021"
    assert report.at("applications.table.carried_over.total") == 1
