"""Rules and lists of installed packages: used where they work, shown where they do not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from govdisclosure.checks import installed
from govdisclosure.checks.check import check
from govdisclosure.checks.rule import Case, Hit, Saying, Severity, rule
from govdisclosure.paths import ROOT
from govdisclosure.testing.samples import sample


@rule("QSX001", severity=Severity.WARNING, looks_at="report")
def theirs(case: Case) -> Iterator[Saying]:
    yield Hit(ROOT, actual=case.report.issuer)


def broken() -> object:
    raise ImportError("no such module")


@pytest.fixture
def packages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Packages with one rule, one list of terms, and an entry point of each kind that fails."""
    file = tmp_path / "ours.toml"
    file.write_text('source = "本县"\ndate = 2026-01-05\n[[terms]]\nwrong = "青山镇"\n', "utf-8")
    points: dict[str, list[tuple[str, Callable[[], object]]]] = {
        "govdisclosure.rules": [("theirs", lambda: [theirs]), ("broken", broken), ("no_rule", lambda: 3)],
        "govdisclosure.term_lists": [("list", lambda: lambda: file), ("bad_list", lambda: 3)],
    }
    caches = (installed.installed_rules, installed.installed_term_lists)

    def found(group: str) -> Iterator[tuple[str, Callable[[], object]]]:
        return iter(points[group])

    monkeypatch.setattr(installed, "installed", found)
    for one in caches:
        one.cache_clear()
    yield
    for one in caches:
        one.cache_clear()


@pytest.mark.usefixtures("packages")
def test_rules_and_lists_of_packages_are_used() -> None:
    codes = {one.code for one in check(sample())}
    assert {"QSX001", "TXT019"} <= codes


@pytest.mark.usefixtures("packages")
def test_what_fails_is_shown_and_stops_nothing() -> None:
    crashes = {one.code: one.traceback for one in check(sample()).crashes}
    assert set(crashes) == {"broken", "no_rule", "bad_list"}
    assert "no such module" in crashes["broken"]
    assert check(sample()).verdict == "to_correct"


def test_a_rule_without_words_is_shown_by_its_code() -> None:
    (finding,) = check(sample(), rules=[theirs], select=["QSX"])
    assert "QSX001" in finding.message("en")
    assert "QSX001" in finding.title("zh_Hans")
