"""The library's source as syntax trees, for the tests that look at the code itself."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

__all__ = ["ROOT", "modules", "string_constants"]

ROOT = Path(__file__).parents[1] / "src" / "govdisclosure"


@cache
def modules() -> dict[str, ast.Module]:
    """Return every module by its dotted name inside the package; the root is ``""``."""
    return {_name(path): ast.parse(path.read_text("utf-8"), str(path)) for path in sorted(ROOT.rglob("*.py"))}


def string_constants(tree: ast.AST) -> Iterator[str]:
    """Give every string that stands in the code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix("__init__").removesuffix(".")
