"""The root of the package: its names, where each lives, and what importing it costs."""

import ast
import subprocess
import sys
from importlib import import_module
from typing import Final

import pytest

import govdisclosure
from tests.source import modules

ROOT_TREE: Final = modules()[""]
# A package that is only a docstring promises nothing itself.
PUBLIC: Final = sorted(
    name
    for name, tree in modules().items()
    if name and not any(part.startswith("_") for part in name.split(".")) and len(tree.body) > 1
)


def checkers_list() -> dict[str, str]:
    """Return the names that type checkers see in the root, with the module each comes from."""
    block = next(node for node in ROOT_TREE.body if isinstance(node, ast.If))
    return {
        alias.asname or "": (node.module or "").removeprefix("govdisclosure.")
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def spelled_out(name: str) -> list[str]:
    """Return the names of a list, or the keys of a table, as they stand in the root, in that order."""
    for node in ROOT_TREE.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == name:
            return [str(key) for key in ast.literal_eval(node.value)]
    raise LookupError(name)


def test_the_table_the_list_and_the_checkers_list_say_the_same() -> None:
    assert vars(govdisclosure)["_HOMES"] == checkers_list()
    assert spelled_out("__all__") == spelled_out("_HOMES")


def test_the_table_is_in_order() -> None:
    names = spelled_out("_HOMES")
    assert names == sorted(names, key=lambda name: (not name[0].isupper(), name))


@pytest.mark.parametrize("name", govdisclosure.__all__)
def test_a_public_name_is_that_of_its_home(name: str) -> None:
    home = import_module(f"govdisclosure.{checkers_list()[name]}")
    assert getattr(govdisclosure, name) is getattr(home, name)
    assert name in home.__all__


def test_every_error_is_at_hand_from_the_root() -> None:
    assert set(import_module("govdisclosure.errors").__all__) <= set(govdisclosure.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'govdisclosure' has no attribute 'Reprot'"):
        govdisclosure.Reprot  # noqa: B018


def test_dir_shows_names_that_were_not_used_yet() -> None:
    assert {*govdisclosure.__all__, "__version__"} <= set(dir(govdisclosure))


def test_the_version_is_that_of_the_installed_package() -> None:
    assert govdisclosure.__version__.split(".")[:2] == ["0", "1"]


def test_a_bare_import_loads_no_other_module() -> None:
    code = "import sys; before = set(sys.modules); import govdisclosure; print(*set(sys.modules) - before)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert loaded.split() == ["govdisclosure"]


def public_definitions(tree: ast.Module) -> dict[str, ast.AST]:
    """Return the classes and functions that a module lists in ``__all__``."""
    listed: set[str] = set()
    found: dict[str, ast.AST] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
            listed = set(ast.literal_eval(node.value))
        elif isinstance(node, ast.ClassDef | ast.FunctionDef):
            found[node.name] = node
    return {name: node for name, node in found.items() if name in listed}


@pytest.mark.parametrize("module", PUBLIC)
def test_a_public_module_lists_what_it_promises(module: str) -> None:
    names = set(import_module(f"govdisclosure.{module}").__all__)
    assert not {name for name in names if name.startswith("_")}
    public = {
        node.name
        for node in modules()[module].body
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_")
    }
    assert public <= names


@pytest.mark.parametrize("module", PUBLIC)
def test_every_public_name_has_a_docstring_with_an_example(module: str) -> None:
    lacking = [
        name
        for name, node in public_definitions(modules()[module]).items()
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and ">>> " not in (ast.get_docstring(node) or "")
    ]
    assert lacking == []
