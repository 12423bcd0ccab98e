"""The built wheel holds all that the library shows, in both languages."""

import subprocess
import sys
from pathlib import Path
from shutil import copy, copytree, ignore_patterns
from zipfile import ZipFile

import pytest

from tests.source import ROOT

PROJECT = ROOT.parents[1]
SHOW = """
import sys
sys.path.insert(0, sys.argv[1])
from govdisclosure import messages
assert messages.__file__.startswith(sys.argv[1]), messages.__file__
for locale in messages.LOCALES:
    print(messages.text("kind.figure", locale))
"""


def run(*arguments: str) -> str:
    command = [sys.executable, "-I", "-X", "utf8", *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution and the wheel from it, out of a copy that has no compiled catalog."""
    copied, built = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("dist")
    for name in (".gitignore", "LICENSE", "README.md", "hatch_build.py", "pyproject.toml"):
        copy(PROJECT / name, copied)
    copytree(ROOT, copied / "src" / "govdisclosure", ignore=ignore_patterns("__pycache__", "*.mo"))
    run("-m", "build", "--no-isolation", "--outdir", str(built), str(copied))
    return next(built.glob("*.whl"))


@pytest.mark.parametrize(
    "name",
    [
        "govdisclosure/py.typed",
        "govdisclosure/locales/en/LC_MESSAGES/govdisclosure.mo",
        "govdisclosure/locales/zh_Hans/LC_MESSAGES/govdisclosure.mo",
    ],
)
def test_the_wheel_holds(wheel: Path, name: str) -> None:
    with ZipFile(wheel) as archive:
        assert name in archive.namelist()


def test_the_wheel_holds_every_module_and_nothing_beside_the_package(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert {name for name in held if name.endswith(".py")} == {
        path.relative_to(ROOT.parent).as_posix() for path in ROOT.rglob("*.py")
    }
    assert {name.partition("/")[0] for name in held} == {"govdisclosure"}


def test_an_installed_wheel_speaks_both_languages(wheel: Path, tmp_path: Path) -> None:
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    assert run("-c", SHOW, str(tmp_path)).split() == ["数字", "figure"]
