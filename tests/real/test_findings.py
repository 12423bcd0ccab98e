"""What the rules find in real inputs: exactly what a person reviewed, and for the seed what the catalogue lists."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest
from tests.real.cases import CASES, CORPUS, reading_of
from tests.real.test_claims import claims_of

from govdisclosure.checks.check import check
from govdisclosure.checks.findings import Findings
from govdisclosure.checks.rule import Severity

SEED: Final = sorted((CORPUS.parent / "seed").glob("*.txt"))
REVIEWED: Final = Path(__file__).with_name("reviewed.md")
_ROW: Final = re.compile(r"^\| (\S+) \| ([EW]) \| (\w+) \| `([^`]*)` \| \S.* \|$", re.MULTILINE)

pytestmark = pytest.mark.skipif(not CASES or not SEED, reason="the corpus is not beside the project")


def findings_of(case: Path) -> Findings:
    findings = check(reading_of(case))
    assert findings.crashes == ()
    return findings


@pytest.mark.parametrize("case", [*SEED, *CASES], ids=lambda case: case.name)
def test_every_error_and_warning_was_reviewed(case: Path) -> None:
    listed = Counter(row[1:] for row in _ROW.findall(REVIEWED.read_text("utf-8")) if row[0] == case.name)
    found = Counter(
        (one.severity.letter, one.code, str(one.path)) for one in findings_of(case) if one.severity > Severity.NOTE
    )
    assert found == listed


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_sum_that_fails_is_found(case: Path) -> None:
    failures = json.loads(case.with_suffix(".json").read_text("utf-8")).get("identity_failures", [])
    assert len([one for one in findings_of(case).errors if one.code.startswith("ARI")]) == len(failures)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_agrees_with_the_table_is_silent(case: Path) -> None:
    agreeing = [one for one in claims_of(case.with_suffix(".json")) if one.get("agrees_with_table") is True]
    blamed = [str(one.actual) for one in findings_of(case) if one.code.startswith("REF00")]
    assert not [one for one in agreeing for said in blamed if "".join(one["text"].split()) in "".join(said.split())]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_disagrees_with_the_table_is_found(case: Path) -> None:
    disagreeing = [one for one in claims_of(case.with_suffix(".json")) if one.get("agrees_with_table") is False]
    blamed = [one for one in findings_of(case) if one.code.startswith("REF0")]
    assert len(blamed) >= len(disagreeing)


def test_the_seed_shows_what_the_catalogue_lists() -> None:
    (seed,) = SEED
    found = Counter(f"{one.severity.letter} {one.code}" for one in findings_of(seed))
    assert found == {
        "E TAB001": 1,
        "E TAB003": 1,
        "E STR001": 2,
        "W TXT001": 1,
        "W TXT004": 1,
        "N STR005": 2,
        "N STR011": 1,
        "N STR012": 1,
        "N STR013": 1,
        "N TXT009": 1,
        "N TXT010": 1,
        "N TXT016": 1,
    }


def test_the_long_overview_of_the_seed_is_told_only_when_asked_for() -> None:
    (seed,) = SEED
    assert [one.code for one in check(reading_of(seed), select=["STR010"])] == ["STR010"]
    assert "STR010" not in {one.code for one in check(reading_of(seed), select=["STR"])}
