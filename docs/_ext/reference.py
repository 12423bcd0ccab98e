"""Write the reference before Sphinx reads its pages: one for each module, one for each statutory table.

Everything on these pages comes from docstrings and from the labels on the table classes.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Final

import attrs
from sphinx.application import Sphinx
from sphinx.ext.napoleon import GoogleDocstring

import govdisclosure
from govdisclosure.model.label import Label, labelled
from govdisclosure.model.statutory import StatutoryTable

HEAD: Final = "<!-- Written by docs/_ext/reference.py: edit the docstrings and the labels instead. -->\n\n"


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("builder-inited", write_reference)
    app.connect("autodoc-process-docstring", keep_sentences, priority=400)
    return {"parallel_read_safe": True}


def keep_sentences(app: Sphinx, what: str, name: str, value: object, options: object, lines: list[str]) -> None:
    """Read the docstring of a constant or property as any other: napoleon takes words before a colon for its type."""
    if what in {"attribute", "data", "property"}:
        # The empty comment in front leaves nothing for napoleon's own pass to take.
        lines[:] = ["..", "", *GoogleDocstring(lines, app.config, app, "function", name, value, options).lines()]


def write_reference(app: Sphinx) -> None:
    folder = Path(app.srcdir) / "reference"
    modules = list(public_modules())
    tables = list(statutory_tables(modules))
    pages = {"index": index(modules, tables)}
    pages |= {module: module_page(module) for module in modules}
    pages |= {table.__name__: table_page(table) for table in tables}
    folder.mkdir(exist_ok=True)
    for stale in {path.stem for path in folder.glob("*.md")} - set(pages):
        (folder / f"{stale}.md").unlink()
    for name, text in pages.items():
        write_if_changed(folder / f"{name}.md", HEAD + text)


def write_if_changed(path: Path, text: str) -> None:
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")


def public_modules() -> Iterator[str]:
    """Import and name every module that makes a promise, in order."""
    found = walk_packages(govdisclosure.__path__, "govdisclosure.")
    for name in sorted(module.name for module in found):
        if not any(part.startswith("_") for part in name.split(".")) and hasattr(import_module(name), "__all__"):
            yield name


def statutory_tables(modules: Iterable[str]) -> Iterator[type[StatutoryTable]]:
    """Give every table class that a module lists."""
    for module in map(import_module, modules):
        for value in (getattr(module, name) for name in module.__all__):
            if isinstance(value, type) and issubclass(value, StatutoryTable) and labelled(value):
                yield value


def index(modules: Iterable[str], tables: Iterable[type[StatutoryTable]]) -> str:
    homes = [(name, getattr(govdisclosure, name).__module__) for name in govdisclosure.__all__]
    names = [(f"`{name}`", f"[{home}]({home}.md)") for name, home in homes]
    return "\n".join(
        [
            "# Reference · 参考\n",
            "Every name below is imported from `govdisclosure` itself. 下列名称都可以直接从 `govdisclosure` 导入。\n",
            table_of(("name · 名称", "module · 所在模块"), names),
            toctree("Statutory tables · 法定表格", [table.__name__ for table in tables]),
            toctree("Modules · 模块", modules),
        ]
    )


def toctree(caption: str, pages: Iterable[str]) -> str:
    return "\n".join(["\n```{toctree}", ":maxdepth: 1", f":caption: {caption}\n", *pages, "```\n"])


def module_page(name: str) -> str:
    return f"# {name}\n\n```{{eval-rst}}\n.. automodule:: {name}\n   :members:\n```\n"


def table_page(table: type[StatutoryTable]) -> str:
    """Return the page of one statutory table: its rows with their law, then every cell with its path."""
    section = table.__module__.rpartition(".")[2]
    laws = [
        (path(name), printed(label), label.english, label.basis, " · ".join(text for text in label.meaning if text))
        for name, label in rows(table, f"{section}.table")
    ]
    cells = [(path(f"{section}.table.{cell.path}"), cell.label, cell.unit) for cell in table().cells()]
    return "\n".join(
        [
            f"# {table.__name__}\n",
            f"Built and described in [{table.__module__}]({table.__module__}.md). 字段的定义见该模块。\n",
            "## Rows · 行\n",
            table_of(("path · 路径", "printed · 印文", "English", "legal basis · 依据", "meaning · 含义"), laws),
            "\n## Cells · 单元格\n",
            table_of(("path · 路径", "label · 标签", "unit · 单位"), cells),
        ]
    )


def rows(owner: type, prefix: str) -> Iterator[tuple[str, Label]]:
    """Give every row and group of rows with its path, outermost first."""
    for name, label in labelled(owner):
        inside = type(attrs.fields_dict(owner)[name].default)
        if labelled(inside):
            yield f"{prefix}.{name}", label
            yield from rows(inside, f"{prefix}.{name}")


def path(text: str) -> str:
    return f"`{text}`"


def printed(label: Label) -> str:
    return " ".join([*label.under, label.printed])


def table_of(head: tuple[str, ...], body: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *body]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n"
