"""Imports point one way: a module knows the rooms above it and its own, never one below."""

import ast
from collections.abc import Iterator
from typing import Final, NamedTuple

import pytest

from tests.source import modules

ROOMS: Final = (
    "messages",
    "errors",
    "paths",
    "conventions",
    "model",
    "editions",
    "grid",
    "document",
    "reading",
    "recognize",
    "compose",
    "formats",
    "interchange",
    "files",
    "folders",
    "checks",
    "cli",
    "__main__",
    "testing",
    "",  # the root, which nothing imports
)

# A room that knows less than its place in the list allows.
KNOWS_ONLY: Final = {"formats": {"formats", "document", "conventions", "errors"}}

# Imports that point down, each late (inside a function, or for type checkers alone) and for a reason.
DOORS: Final = {
    ("model.report", "checks.check"): "a report checks itself",
    ("model.report", "checks.findings"): "and says what that gives",
    ("model.report", "checks.rule"): "with rules of others",
    ("model.report", "checks.term_list"): "and lists of terms",
    ("model.report", "checks.suppression"): "and what somebody set aside of it",
    ("model.report", "reading"): "and from where it was read",
    ("model.report", "editions"): "a blank report has the titles and the tables of its edition",
    ("model.report", "grid"): "a notebook shows a report as the form prints it",
    ("model.statutory", "grid"): "a notebook shows a table as the form prints it",
    ("reading", "interchange.convert"): "a reading saves itself as JSON",
}


class Arrow(NamedTuple):
    """One import: who imports what, and whether it waits until a function runs."""

    importer: str
    imported: str
    late: bool
    line: int


def arrows(importer: str, tree: ast.Module) -> Iterator[Arrow]:
    """Give every import of the package's own modules, at the top, in functions, and for type checkers alike."""
    late = {
        node
        for block in ast.walk(tree)
        if isinstance(block, ast.FunctionDef | ast.AsyncFunctionDef) or _is_for_type_checkers(block)
        for node in ast.walk(block)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for imported in _imported(node):
                yield Arrow(importer, imported, node in late, node.lineno)


def _is_for_type_checkers(block: ast.AST) -> bool:
    return isinstance(block, ast.If) and isinstance(block.test, ast.Name) and block.test.id == "TYPE_CHECKING"


def complaints(found: Iterator[Arrow] | list[Arrow]) -> list[str]:
    """Say which arrows point the wrong way."""
    return [
        f"{arrow.importer or 'the root'} line {arrow.line} imports {arrow.imported or 'the root'}"
        for arrow in found
        if not _allowed(arrow)
    ]


def _allowed(arrow: Arrow) -> bool:
    importer, imported = room(arrow.importer), room(arrow.imported)
    if (arrow.importer, arrow.imported) in DOORS:
        return arrow.late
    if importer in KNOWS_ONLY:
        return imported in KNOWS_ONLY[importer]
    return importer == imported or ROOMS.index(imported) < ROOMS.index(importer)


def room(module: str) -> str:
    """Return the room in which a module stands: the first part of its name."""
    return module.partition(".")[0]


def _imported(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif node.level:
        raise AssertionError(f"line {node.lineno}: a relative import hides where it leads")
    else:
        origin = node.module or ""
        inside = [f"{origin}.{alias.name}" for alias in node.names]
        # "from package import module" leads to the module, "from module import name" to the module itself
        names = [name if name.removeprefix("govdisclosure.") in modules() else origin for name in inside]
    for name in names:
        head, _, rest = name.partition(".")
        if head == "govdisclosure":
            yield rest


def every_arrow() -> list[Arrow]:
    return [arrow for name, tree in modules().items() for arrow in arrows(name, tree)]


def test_every_module_stands_in_a_room_of_the_list() -> None:
    assert {room(name) for name in modules()} <= set(ROOMS)


def test_no_import_points_down() -> None:
    assert complaints(every_arrow()) == []


def test_no_door_is_left_open_that_nobody_uses() -> None:
    assert set(DOORS) <= {(arrow.importer, arrow.imported) for arrow in every_arrow()}


@pytest.mark.parametrize(
    "source",
    [
        "import govdisclosure",
        "from govdisclosure import Report",
        "from govdisclosure import files",
        "import govdisclosure.files",
        "from govdisclosure.files import read",
        "def f() -> None:\n    from govdisclosure.files import read",
        "if TYPE_CHECKING:\n    from govdisclosure.files import read",
    ],
)
def test_an_import_that_points_down_is_seen(source: str) -> None:
    assert len(complaints(arrows("errors", ast.parse(source)))) == 1


def test_a_format_that_knows_a_report_is_seen() -> None:
    found = arrows("formats.markdown", ast.parse("from govdisclosure.model.report import Report"))
    assert complaints(found) == ["formats.markdown line 1 imports model.report"]


def test_an_import_that_points_up_is_allowed() -> None:
    assert complaints(arrows("files", ast.parse("from govdisclosure.errors import ReadError"))) == []


def test_a_door_opens_only_inside_a_function(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DOORS, ("errors", "files"), "for this test")
    late = "def f() -> None:\n    from govdisclosure.files import read"
    assert complaints(arrows("errors", ast.parse(late))) == []
    assert len(complaints(arrows("errors", ast.parse("from govdisclosure.files import read")))) == 1
