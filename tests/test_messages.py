"""Every message that the code can show exists in every language, and no other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Final

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from govdisclosure import errors
from govdisclosure.checks.group import GROUP_RULES
from govdisclosure.checks.registry import HINTS, RULES
from govdisclosure.messages import LOCALES, reader_locale, text
from tests.source import ROOT, modules, string_constants

VARIABLES: Final = ("GOVDISCLOSURE_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG")

# What a call puts before the code that it names first.
PREFIXES: Final = {
    "Note": "note.",
    "note": "note.",  # a method of the notebook that recognition keeps
    "Remark": "note.",
    "Fault": "fault.",
    "text": "",
    **dict.fromkeys(errors.__all__, "error."),
}


# Codes of rules follow these; that each belongs to a rule is tested with the rules.
OF_RULES: Final = (
    "finding.",
    "rule.",
    "place.",
    "unassessed.",
    "verdict.",
    "severity.",
    "findings.column.",
    "findings.status.",
)

# What is said of each rule, by its code.
OF_EACH_RULE: Final = ("finding", "rule", "why", "mend")

# The pages of the rules are written by the docs, not by the library.
OF_THE_DOCS: Final = "docs."


def catalog_file(locale: str) -> Path:
    return ROOT / "locales" / locale / "LC_MESSAGES" / "govdisclosure.po"


def read_catalog(locale: str) -> Catalog:
    with catalog_file(locale).open("rb") as source:
        return read_po(source)


def entries(locale: str) -> list[Message]:
    return [message for message in read_catalog(locale) if message.id]


def codes(locale: str) -> set[str]:
    return {str(message.id) for message in entries(locale)}


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def calls(trees: dict[str, ast.Module]) -> Iterator[tuple[str, str, ast.Call]]:
    """Give each call that names a message by a literal: the module, the message, the call."""
    for module, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                prefix = PREFIXES.get(_called(node.func))
                if module.startswith("interchange") and _called(node.func) == "ConstructionError":
                    prefix = "fault."  # raised there to be gathered as a fault, which adds its own facts
                if prefix is not None:
                    yield from ((module, prefix + code, node) for code in _literal_codes(node))


def given_facts(code: str, call: ast.Call) -> set[str] | None:
    """Return the names of the facts that a call gives, or ``None`` where the call alone does not tell."""
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    if code.startswith("error."):
        return None if None in keywords else {name for name in keywords if name}
    if _called(call.func) == "note":
        return {"raw", "path", *(name for name in keywords if name)}
    if code.startswith("note."):
        facts = keywords.get("facts", call.args[4] if len(call.args) > 4 else ast.Tuple([]))
        literal = isinstance(facts, ast.Tuple)
        return {"raw", "path", *string_constants(facts)} if literal else None
    return None


def composed_codes(trees: dict[str, ast.Module]) -> Iterator[str]:
    """Give a pattern for each code that is put together where it is named, such as ``f"html_{kind}"``."""
    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.JoinedStr):
                prefix = PREFIXES.get(_called(node.func))
                first = node.args[0].values[0]
                is_of_a_rule = prefix == "" and isinstance(first, ast.Constant) and first.value in OF_RULES
                if prefix or is_of_a_rule:
                    parts = (
                        re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w+"
                        for part in node.args[0].values
                    )
                    yield re.escape(prefix or "") + "".join(parts)


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literal_codes(call: ast.Call) -> Iterator[str]:
    """Give the code of a call, or both where a condition chooses between two."""
    given = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    for first in given or call.args[:1]:
        for choice in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
            if isinstance(choice, ast.Constant) and isinstance(choice.value, str):
                yield choice.value


@pytest.mark.parametrize("locale", LOCALES)
def test_every_message_that_the_code_names_has_an_entry(locale: str) -> None:
    missing = {f"{code} in {module}" for module, code, _ in calls(modules()) if code not in codes(locale)}
    assert missing == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_no_entry_is_one_that_the_code_never_names(locale: str) -> None:
    named = {string for tree in modules().values() for string in string_constants(tree)}
    composed = re.compile("|".join(composed_codes(modules())) or "(?!)")
    assert {
        code
        for code in codes(locale)
        if not ({code, code.partition(".")[2]} & named or composed.fullmatch(code) or _is_of_a_rule(code, named))
    } == set()


def _is_of_a_rule(code: str, named: set[str]) -> bool:
    """Whether a message is one of a rule's, its variant one that a rule names; or one of the docs."""
    kind, _, rest = code.partition(".")
    rule, _, variant = rest.partition(".")
    is_known = kind in OF_EACH_RULE and rule in {*RULES, *HINTS, *(one.code for one in GROUP_RULES)}
    return (is_known and (not variant or variant in named)) or code.startswith(OF_THE_DOCS)


def test_all_languages_have_the_same_entries() -> None:
    assert {frozenset(codes(locale)) for locale in LOCALES} == {frozenset(codes("en"))}


@pytest.mark.parametrize("locale", LOCALES)
def test_no_entry_is_empty_fuzzy_or_obsolete(locale: str) -> None:
    catalog = read_catalog(locale)
    assert not catalog.obsolete
    assert not catalog.fuzzy
    assert [message.id for message in entries(locale) if message.fuzzy or not str(message.string).strip()] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_entries_stand_in_the_order_of_their_codes(locale: str) -> None:
    order = [str(message.id) for message in entries(locale)]
    assert order == sorted(order)


def test_all_languages_speak_of_the_same_facts() -> None:
    def facts(locale: str) -> dict[str, set[str]]:
        return {str(message.id): placeholders(str(message.string)) for message in entries(locale)}

    assert facts("zh_Hans") == facts("en")


def test_a_message_is_given_every_fact_that_its_sentence_names() -> None:
    sentences = {str(message.id): str(message.string) for message in entries("en")}
    lacking = [
        f"{module} line {call.lineno}: {code} lacks {sorted(absent)}"
        for module, code, call in calls(modules())
        if (given := given_facts(code, call)) is not None
        if (absent := placeholders(sentences.get(code, "")) - given)
    ]
    assert lacking == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_compiled_catalog_is_that_of_the_source(locale: str) -> None:
    with catalog_file(locale).with_suffix(".mo").open("rb") as compiled:
        shown = {message.id: message.string for message in read_mo(compiled) if message.id}
    assert shown == {message.id: message.string for message in entries(locale)}, "run make test"


def test_a_message_names_its_facts_in_each_language() -> None:
    assert text("error.empty", "zh_Hans", source="甲.md") == "甲.md 是空的。请给出一份年度报告文件。"
    assert text("error.empty", "en", source="甲.md") == "甲.md is empty. Give a file that holds a report."


def test_an_unknown_code_shows_itself_with_its_facts() -> None:
    assert text("note.somebody_elses", "en", raw="３") == "note.somebody_elses raw='３'"


def test_a_fact_that_is_lacking_leaves_its_name() -> None:
    assert text("error.empty", "en") == "{source} is empty. Give a file that holds a report."


def test_braces_in_a_fact_are_shown_as_they_are() -> None:
    assert text("error.empty", "en", source="{x}.md") == "{x}.md is empty. Give a file that holds a report."


@pytest.mark.parametrize(
    ("environment", "locale"),
    [
        ({}, "zh_Hans"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_Hans"),
        ({"LANG": "C.UTF-8"}, "zh_Hans"),
        ({"LANG": "de_DE.UTF-8"}, "zh_Hans"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "en_US.UTF-8", "GOVDISCLOSURE_LOCALE": "zh_Hans"}, "zh_Hans"),
        ({"LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
    ],
)
def test_the_environment_chooses_the_language(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], locale: str
) -> None:
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    assert reader_locale() == locale


def test_a_call_that_names_a_message_is_seen() -> None:
    tree = ast.parse(
        'raise ReadError("empty", source=name)\nNote(place=p, code="raw")\nFault("a" if b else "c")\nNote(d)'
    )
    assert {code for _, code, _ in calls({"m": tree})} == {"error.empty", "note.raw", "fault.a", "fault.c"}


def test_a_code_that_is_put_together_is_seen() -> None:
    tree = ast.parse('Remark(f"html_{kind}", raw)\ntext(f"error.{code}")')
    assert [*composed_codes({"m": tree})] == [r"note\.html_\w+"]


def test_a_fact_that_a_note_lacks_is_seen() -> None:
    tree = ast.parse('Note("a", path)\nNote("b", path, facts=(("count", 3),))\nNote("c", path, facts=facts)')
    given = [given_facts(code, call) for _, code, call in calls({"m": tree})]
    assert given == [{"raw", "path"}, {"raw", "path", "count"}, None]
