"""What somebody set aside: by call, by settings, per folder, each with a reason."""

from pathlib import Path

import pytest

from govdisclosure import write
from govdisclosure.checks.many import check_files
from govdisclosure.checks.settings import Settings, read_settings, settings_of
from govdisclosure.checks.suppression import Suppression
from govdisclosure.errors import ConstructionError, ReadError
from govdisclosure.testing.samples import sample

WRONG = {"remedies.table.reconsideration.total": 4}
RECEIVED = {"applications.table.received.natural_person": 99}


@pytest.mark.parametrize("given", [{"code": "", "reason": "已核对"}, {"code": "ARI004", "reason": " "}])
def test_nothing_is_set_aside_without_a_code_and_a_reason(given: dict[str, str]) -> None:
    with pytest.raises(ConstructionError):
        Suppression(**given)


def test_what_is_set_aside_stands_apart_and_counts_no_more() -> None:
    findings = sample(changes=WRONG).check(suppress=[Suppression(code="ARI004", reason="已更正")])
    assert (findings.verdict, len(findings)) == ("passes", 0)
    assert [(one.code, one.reason) for one in findings.suppressed] == [("ARI004", "已更正")]


def test_a_path_means_a_part_of_the_report_and_no_other_of_like_name() -> None:
    aside = Suppression(code="ARI", path="remedies.table.reconsideration", reason="已更正")
    assert len(sample(changes=WRONG | RECEIVED).check(suppress=[aside], select=["ARI"]).suppressed) == 1


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a folder for each year, and a wrong report in each."""
    for year in ("2023", "2024"):
        (tmp_path / year).mkdir()
        write(sample(2024, WRONG), tmp_path / year / "青山镇.txt")
    return tmp_path


def codes_of(project: Path, year: str) -> list[str]:
    (one,) = check_files([project / year / "青山镇.txt"], select=["ARI"])
    return [finding.code for finding in one.findings]


def test_a_folder_speaks_for_itself_and_what_is_below(project: Path) -> None:
    aside = '[[check.suppress]]\ncode = "ARI004"\nreason = "已更正"\n'
    (project / "2023" / "govdisclosure.toml").write_text(aside, "utf-8")
    assert (codes_of(project, "2023"), codes_of(project, "2024")) == ([], ["ARI004"])


def test_pyproject_speaks_for_the_project(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.govdisclosure.check]\nignore = ["ARI004"]\n', "utf-8")
    assert (codes_of(project, "2023"), codes_of(project, "2024")) == ([], [])


def test_a_suppression_may_mean_files(project: Path) -> None:
    aside = '[[check.suppress]]\ncode = "ARI"\nfiles = "2024/*.txt"\nreason = "已更正"\n'
    (project / "govdisclosure.toml").write_text(aside, "utf-8")
    assert (codes_of(project, "2023"), codes_of(project, "2024")) == (["ARI004"], [])


def test_settings_that_change_are_read_again(project: Path) -> None:
    file = project / "govdisclosure.toml"
    file.write_text("", "utf-8")
    assert settings_of(project / "2024" / "a.txt").ignore == ()
    file.write_text('[check]\nignore = ["ARI004"]\n', "utf-8")
    assert settings_of(project / "2024" / "a.txt").ignore == ("ARI004",)


def test_the_nearest_folder_says_what_is_selected_and_the_rest_adds_up(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.govdisclosure.check]\nselect = ["ARI"]\nignore = ["TXT"]\n', "utf-8")
    (project / "2024" / "govdisclosure.toml").write_text('[check]\nselect = ["TAB"]\nignore = ["PRI"]\n', "utf-8")
    assert settings_of(project / "2024" / "a.txt") == Settings(("TAB",), ("TXT", "PRI"))


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("[check", ""),
        ("[check]\nignored = []\n", "ignored"),
        ('[check]\nignore = "TXT"\n', "ignore"),
        ("[check]\nselect = [1]\n", "select"),
        ("check = 3\n", "check"),
        ('[[check.suppress]]\ncode = "TXT"\n', "suppress[0]"),
        ('[[check.suppress]]\ncode = "TXT"\nreason = "x"\nwhy = "y"\n', "suppress[0]"),
        ("[check]\nsuppress = 3\n", "suppress"),
    ],
)
def test_bad_settings_are_refused_with_file_and_key(tmp_path: Path, written: str, key: str) -> None:
    file = tmp_path / "govdisclosure.toml"
    file.write_text(written, "utf-8")
    with pytest.raises(ReadError) as refused:
        read_settings(file)
    assert (refused.value.facts["source"], refused.value.facts["key"]) == (str(file), key)
