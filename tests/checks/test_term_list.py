"""Lists of terms: what a file may say, and what is refused with file and key."""

from pathlib import Path

import pytest

from govdisclosure.checks.check import check
from govdisclosure.checks.term_list import own_term_lists, read_term_list
from govdisclosure.errors import ReadError
from govdisclosure.testing.samples import sample

HEAD = 'source = "本县"\ndate = 2026-01-05\n'


def test_the_lists_of_this_library_have_source_and_date() -> None:
    for one in own_term_lists():
        assert one.source
        assert one.date >= "2026-11-25"
        assert one.terms


def test_no_pattern_of_this_library_matches_its_own_right_form() -> None:
    import re

    wrong = [
        (term.pattern, term.right)
        for one in own_term_lists()
        for term in one.terms
        if term.right and re.search(term.pattern, term.right)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("[[terms", ""),
        ("more = 1\n" + HEAD, "more"),
        ('date = 2026-01-05\n[[terms]]\nwrong = "甲"\n', "source"),
        (HEAD + "terms = 3\n", "terms"),
        (HEAD + "[[terms]]\nright = '乙'\n", "terms[0]"),
        (HEAD + "[[terms]]\nwrong = '甲'\npattern = '甲'\n", "terms[0]"),
        (HEAD + "[[terms]]\npattern = '('\n", "terms[0]"),
        (HEAD + "[[terms]]\npattern = 'a*'\n", "terms[0].pattern"),
        (HEAD + "[[terms]]\nwrong = '甲'\nseverity = 'grave'\n", "terms[0]"),
        (HEAD + "[[terms]]\nwrong = '甲'\nsince = '2019'\n", "terms[0]"),
        (HEAD + "[[terms]]\nwrong = '甲'\nunless = '乙'\n", "terms[0]"),
        (HEAD + "[[terms]]\nwrong = '甲'\nwhy = '乙'\n", "terms[0].why"),
    ],
)
def test_a_bad_list_is_refused_with_file_and_key(tmp_path: Path, written: str, key: str) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(written, "utf-8")
    with pytest.raises(ReadError) as refused:
        read_term_list(file)
    assert (refused.value.kind, refused.value.facts["key"]) == ("term_list_bad", key)


def test_a_missing_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        check(sample(), term_lists=[tmp_path / "none.toml"])


@pytest.mark.parametrize(
    ("term", "year", "text", "found"),
    [
        ("wrong = '青山乡'\nsince = 2024", 2024, "由青山乡编制。", 1),
        ("wrong = '青山乡'\nsince = 2025", 2024, "由青山乡编制。", 0),
        ("wrong = '青山乡'\nuntil = 2023", 2024, "由青山乡编制。", 0),
        ("wrong = '青山乡'\nunless = ['原']", 2024, "原青山乡已撤销。由青山乡编制。", 1),
        ("wrong = '青山乡'\nwith = ['编制']", 2024, "青山乡很大。", 0),
        ("pattern = '青山[乡社]'", 2024, "由青山社编制。", 1),
        ("wrong = '青山.'", 2024, "由青山乡编制。", 0),
        ("wrong = '青山乡'\nscope = 'labels'", 2024, "由青山乡编制。", 0),
    ],
)
def test_conditions_of_a_term(tmp_path: Path, term: str, year: int, text: str, found: int) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(f"{HEAD}[[terms]]\n{term}\n", "utf-8")
    findings = check(sample(year, {"preamble.blocks": (text,)}), term_lists=[file], select=["TXT019"])
    assert len(findings) == found
