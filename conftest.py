"""What every test, docstring example and snippet of the docs shares."""

import os
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

# One settings object for all tests, and five times as many examples for the laws in CI, the same ones in every run.
# Examples show messages in English, whoever runs them.
settings.register_profile(
    "dev",
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
    phases=set(Phase) - {Phase.explain},  # to explain a report takes ten times as long as to shrink it
)
settings.register_profile("ci", settings.get_profile("dev"), print_blob=True, derandomize=True)
settings.register_profile("ci-laws", settings.get_profile("ci"), max_examples=500)
_PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "dev")
settings.load_profile(_PROFILE)
os.environ["GOVDISCLOSURE_LOCALE"] = "en"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let ``make golden`` write what a test otherwise compares."""
    parser.addoption("--golden", action="store_true", help="remake the golden files instead of comparing them")


def pytest_collectstart(collector: pytest.Collector) -> None:
    """In CI the laws are tried on more examples than the rest; a test takes its settings as its module is imported."""
    if isinstance(collector, pytest.Module):
        is_law = _PROFILE == "ci" and "laws" in collector.path.parts
        settings.load_profile("ci-laws" if is_law else _PROFILE)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run only the golden tests when they are remade."""
    if config.getoption("--golden"):
        items[:] = [item for item in items if "golden" in getattr(item, "fixturenames", ())]


# The directory that a page's snippets write to, and the one to come back to.
_pages: list[tuple[TemporaryDirectory[str], Path]] = []


def _enter(_: dict[str, object]) -> None:
    """Run the snippets of one page in a directory of their own: they write files."""
    _pages.append((TemporaryDirectory(), Path.cwd()))
    os.chdir(_pages[-1][0].name)


def _leave(_: dict[str, object]) -> None:
    directory, home = _pages.pop()
    os.chdir(home)
    directory.cleanup()


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE), SkipParser()],
    patterns=["docs/*.md", "docs/*/*.md", "docs/*/*/*.md", "README.md", "README.zh.md"],
    setup=_enter,
    teardown=_leave,
).pytest()
