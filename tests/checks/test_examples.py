"""Each rule speaks in its bad example and is silent in its good one; the pages show both."""

import pytest
from tests.source import ROOT

from govdisclosure.checks.registry import HINTS, RULES
from govdisclosure.messages import LOCALES, text
from govdisclosure.testing.examples import EXAMPLES
from govdisclosure.testing.samples import sample

PARTS = ("rule", "why", "mend")


def test_every_rule_has_an_example() -> None:
    assert set(EXAMPLES) == set(RULES)


@pytest.mark.parametrize("code", RULES)
def test_the_rule_speaks_in_its_bad_example(code: str) -> None:
    findings = EXAMPLES[code].findings("bad", code)
    assert {one.code for one in findings} == {code}
    assert findings.crashes == ()


@pytest.mark.parametrize("code", RULES)
def test_the_rule_is_silent_in_its_good_example(code: str) -> None:
    assert [one.message("zh_Hans") for one in EXAMPLES[code].findings("good", code)] == []


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("code", RULES)
def test_every_sentence_is_there_in_both_languages(code: str, locale: str) -> None:
    (first, *_) = EXAMPLES[code].findings("bad", code)
    sentences = [first.message(locale), first.title(locale), first.mend(locale), first.name(locale)]
    assert not [sentence for sentence in sentences if "{" in sentence or code in sentence or "place." in sentence]
    assert all(text(f"{part}.{code}", locale) != f"{part}.{code}" for part in PARTS)


@pytest.mark.parametrize(("page", "words"), [("README.md", "{} rules"), ("README.zh.md", "{} 条规则")])
def test_the_readme_counts_the_rules(page: str, words: str) -> None:
    assert words.format(len(RULES)) in (ROOT.parents[1] / page).read_text("utf-8")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("code", HINTS)
def test_every_hint_has_its_words(code: str, locale: str) -> None:
    assert all(text(f"{part}.{code}", locale) != f"{part}.{code}" for part in PARTS)


@pytest.mark.parametrize("year", [2019, 2020, 2021, 2022, 2023, 2024, 2025])
def test_the_clean_report_of_every_year_is_silent(year: int) -> None:
    previous = sample(year - 1) if year not in (2019, 2021) else None
    findings = sample(year).check(previous=previous)
    assert [one.message("zh_Hans") for one in findings] == []
    assert findings.verdict == "passes"
