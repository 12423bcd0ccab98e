"""The words of the lexicon begin with the characters listed for them: what is tried nowhere is found nowhere."""

# The parser of the standard library's patterns has no public name and no types:
# pyright: basic

from collections.abc import Iterable
from importlib import import_module
from typing import Any

import pytest

from govdisclosure.conventions._claim_begins import BEGINS
from govdisclosure.conventions._claim_lexicon import LEXICON

c: Any = import_module("re._constants")
parser: Any = import_module("re._parser")


def first(items: Iterable[tuple[Any, Any]]) -> tuple[set[str], bool]:
    """The characters with which a parsed pattern may begin, and whether it may be empty."""
    found: set[str] = set()
    for kind, value in items:
        begins, may_be_empty = first_of(kind, value)
        found |= begins
        if not may_be_empty:
            return found, False
    return found, True


def first_of(kind: Any, value: Any) -> tuple[set[str], bool]:
    if kind is c.LITERAL:
        return {chr(value)}, False
    if kind is c.IN:
        return set().union(*(of_set(one, given) for one, given in value)), False
    if kind is c.BRANCH:
        parts = [first(part) for part in value[1]]
        return set().union(*(begins for begins, _ in parts)), any(empty for _, empty in parts)
    if kind is c.SUBPATTERN:
        return first(value[3])
    if kind in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
        begins, empty = first(value[2])
        return begins, empty or value[0] == 0
    assert kind in (c.ASSERT, c.ASSERT_NOT, c.AT), f"{kind} is not worked out here"
    return set(), True


def of_set(kind: Any, value: Any) -> set[str]:
    if kind is c.RANGE:
        return {chr(one) for one in range(value[0], value[1] + 1)}
    assert kind is c.LITERAL, f"{kind} may be anything: say what the word begins with"
    return {chr(value)}


def test_every_entry_has_its_characters() -> None:
    assert len(BEGINS) == len(LEXICON)


@pytest.mark.parametrize("index", range(len(LEXICON)))
def test_an_entry_begins_with_the_characters_listed(index: int) -> None:
    found, may_be_empty = first(parser.parse(LEXICON[index][2]))
    assert not may_be_empty
    assert set(BEGINS[index]) == found, f"list {''.join(sorted(found))!r} at {index} in _claim_begins.py"
