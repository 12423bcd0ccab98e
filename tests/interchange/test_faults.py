"""The words of faults: whatever the model refuses, a fault can say."""

import ast
from collections.abc import Iterator

import pytest

from govdisclosure.interchange.faults import Fault
from govdisclosure.messages import LOCALES
from govdisclosure.paths import Path
from tests.source import modules


def refusals() -> Iterator[str]:
    """The code of every error that a constructor of the model raises."""
    for name, tree in modules().items():
        for node in ast.walk(tree) if name.startswith("model.") else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "ConstructionError":
                codes = node.args[0].body if isinstance(node.args[0], ast.IfExp) else node.args[0]
                if isinstance(codes, ast.Constant):
                    yield str(codes.value)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("code", sorted({*refusals(), "negative_count", "wrong_type"}))
def test_every_refusal_of_the_model_has_its_words(code: str, locale: str) -> None:
    message = Fault(code, Path.parse("overview")).message(locale)
    assert message.startswith(("overview: ", "overview："))


def test_a_code_without_words_shows_itself() -> None:
    assert Fault("somebody_elses", Path.parse("year")).message("en") == "fault.somebody_elses path='year'"
