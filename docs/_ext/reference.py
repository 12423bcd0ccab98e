"""Write the reference before Sphinx reads its pages: of each module, of each statutory table, of all messages.

Everything on these pages comes from docstrings, from the labels on the table classes, and from the message catalogs.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Final, NewType

import attrs
from babel.messages.pofile import read_po
from sphinx.application import Sphinx
from sphinx.ext.napoleon import GoogleDocstring

import govdisclosure
from govdisclosure.editions import EDITIONS, SECTIONS
from govdisclosure.grid import to_html
from govdisclosure.messages import LOCALES
from govdisclosure.model.label import Label, labelled
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.model.sums import leaf_rows

HEAD: Final = "<!-- Written by docs/_ext/reference.py: edit the docstrings, the labels or the catalogs instead. -->\n\n"
KINDS: Final = {
    "note": ("Notes · 注记", "What reading normalised or could not place. 读取时经过规整或无法归位的内容。"),
    "error": ("Errors · 错误", "Why a call failed. 调用失败的原因。"),
    "fault": ("Faults · 缺陷", "Why JSON is no report. JSON 不是报告的原因。"),
    "warning": ("Warnings · 警告", "What was left out. 没有读入的内容。"),
}
"""The kinds of messages with a section of their own, by the first part of their codes."""


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("builder-inited", write_reference)
    app.connect("autodoc-process-docstring", keep_sentences, priority=400)
    app.connect("autodoc-process-signature", shorten_defaults)
    return {"parallel_read_safe": True}


def keep_sentences(app: Sphinx, what: str, name: str, value: object, options: object, lines: list[str]) -> None:
    """Read the docstring of a constant or property as any other: napoleon takes words before a colon for its type."""
    if what in {"attribute", "data", "property"}:
        # The empty comment in front leaves nothing for napoleon's own pass to take.
        lines[:] = ["..", "", *GoogleDocstring(lines, app.config, app, "function", name, value, options).lines()]


def shorten_defaults(
    app: Sphinx, what: str, name: str, value: object, options: object, signature: str | None, returns: str | None
) -> tuple[str | None, str | None]:
    """Show a default that only attrs' own code can name as ``...``."""
    return signature and re.sub(r"attr_dict\['\w+'\]\.default|\bNOTHING\b", "...", signature), returns


def write_reference(app: Sphinx) -> None:
    folder = Path(app.srcdir) / "reference"
    modules = list(public_modules())
    tables = list(statutory_tables(modules))
    pages = {"index": index(modules, tables), "messages": messages_page(*(catalog(locale) for locale in LOCALES))}
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
    """Import and name every module that makes a promise, in order; a package with names speaks for its modules."""
    found = walk_packages(govdisclosure.__path__, "govdisclosure.")
    for name in sorted(module.name for module in found):
        package = name.rpartition(".")[0]
        is_inside = package != "govdisclosure" and hasattr(import_module(package), "__all__")
        is_private = any(part.startswith("_") for part in name.split("."))
        if not is_inside and not is_private and hasattr(import_module(name), "__all__"):
            yield name


def statutory_tables(modules: Iterable[str]) -> Iterator[type[StatutoryTable]]:
    """Give every table class that a module lists."""
    for module in map(import_module, modules):
        for value in (getattr(module, name) for name in module.__all__):
            if isinstance(value, type) and issubclass(value, StatutoryTable) and labelled(value):
                yield value


def index(modules: Iterable[str], tables: Iterable[type[StatutoryTable]]) -> str:
    named = [(name, getattr(govdisclosure, name)) for name in govdisclosure.__all__]
    names = [(code(name), f"[{value.__module__}]({value.__module__}.md)", summary(value)) for name, value in named]
    return "\n".join(
        [
            "# Reference · 参考\n",
            "Generated from the code. The pages of the tables and of the messages are in both languages.\n",
            "由代码生成。表格和消息的页面中英对照，其余页面取自英文的文档字符串。\n",
            toctree("Statutory tables · 法定表格", [table.__name__ for table in tables]),
            toctree("Messages · 消息", ["messages"]),
            "## Names of the package · 包内名称\n",
            "Imported from `govdisclosure` itself. 可以直接从 `govdisclosure` 导入。\n",
            table_of(("name · 名称", "module · 所在模块", "what it is · 说明"), names),
            toctree("Modules · 模块", [f"{name.removeprefix('govdisclosure.')} <{name}>" for name in modules]),
        ]
    )


def summary(value: object) -> str:
    """Return what the first paragraph of a docstring says; a ``NewType`` has none of its own."""
    text = "" if isinstance(value, NewType) else (value.__doc__ or "").split("\n\n")[0]
    return escaped(" ".join(text.split()))


def toctree(caption: str, pages: Iterable[str]) -> str:
    return "\n".join([f"## {caption}\n", "```{toctree}", ":maxdepth: 1\n", *pages, "```\n"])


def module_page(name: str) -> str:
    return f"# {name}\n\n```{{eval-rst}}\n.. automodule:: {name}\n   :members:\n```\n"


def table_page(table: type[StatutoryTable]) -> str:
    """Return the page of one statutory table: its rows with their law, the blank form, every cell with its path."""
    name = next(name for edition in EDITIONS.values() for name, kind in edition.tables.items() if kind is table)
    orders = [edition for edition in EDITIONS.values() if edition.tables[name] is table]
    lines = [(code(path), *map(stacked, words(label))) for path, label in rows(table)]
    cells = [(code(str(cell.path)), cell.label, cell.unit) for cell in table().cells()]
    home = f"[{table.__module__}]({table.__module__}.md)"
    return "\n".join(
        [
            f"# {table.__name__}\n",
            f"{SECTIONS[name].number}{SECTIONS[name].title} · {'、'.join(order.document for order in orders)}\n",
            f"{len(cells)} cells. In a report, these paths begin with `{name}.table.`; the class is in {home}.\n",
            f"共 {len(cells)} 个单元格。在报告里，下列路径前面加 `{name}.table.`；类的说明见 {home}。\n",
            "## Rows · 行\n",
            table_of(("path · 路径", "label · 标签", "legal basis · 依据", "meaning · 含义"), lines),
            "Articles are those of the 《政府信息公开条例》, unless another document is named.\n",
            "未注明文件的条款，均指《政府信息公开条例》。\n",
            "## Columns · 列\n",
            table_of(("row · 行的类", "path · 路径", "label · 标签", "unit · 单位"), columns(table)),
            "## The form · 格式\n",
            f'```{{raw}} html\n<div class="form">{to_html(table())}</div>\n```\n',
            "## Cells · 单元格\n",
            table_of(("path · 路径", "label · 标签", "unit · 单位"), cells),
        ]
    )


def rows(owner: type, prefix: str = "") -> Iterator[tuple[str, Label]]:
    """Give every row and group of rows with its path, outermost first."""
    for name, label in labelled(owner):
        inside = type(attrs.fields_dict(owner)[name].default)
        if labelled(inside):
            yield prefix + name, label
            yield from rows(inside, f"{prefix}{name}.")


def columns(owner: type) -> Iterator[tuple[str, ...]]:
    """Give the columns of every class of rows in a table, each class once."""
    kinds = dict.fromkeys(type(value) for _, _, value in leaf_rows(owner()))
    for kind in kinds:
        for name, label in labelled(kind):
            yield code(kind.__name__), code(name), stacked(next(words(label))), label.unit


def messages_page(chinese: Mapping[str, str], english: Mapping[str, str]) -> str:
    """Return the page of all messages: their codes with the sentences of both languages."""
    parts = [
        "# Messages · 消息\n",
        "A word in braces stands for what the message speaks of. A note begins with its place and its path.\n",
        "花括号里是消息所涉的内容。注记的前面还有位置和路径。\n",
    ]
    for kind, (caption, about) in KINDS.items():
        lines = [
            (code(name), escaped(shown(chinese[f"{kind}.{name}"])), escaped(shown(english[f"{kind}.{name}"])))
            for name in sorted(one.removeprefix(f"{kind}.") for one in english if one.startswith(f"{kind}."))
        ]
        if lines:
            parts += [f"## {caption}\n", f"{about}\n", table_of(("code · 编号", "中文", "English"), lines)]
    return "\n".join(parts)


def catalog(locale: str) -> dict[str, str]:
    """Return the sentences of a language by code."""
    source = Path(govdisclosure.__path__[0]) / "locales" / locale / "LC_MESSAGES" / "govdisclosure.po"
    with source.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


def shown(sentence: str) -> str:
    """Return a sentence as readers see it: doubled braces stand for single ones, and conversions are the code's own."""
    return re.sub(r"(?<!\{)\{(\w+)![rsa]\}", r"{\1}", sentence).replace("{{", "{").replace("}}", "}")


def code(text: str) -> str:
    return f"`{text}`"


def words(label: Label) -> Iterator[tuple[str, ...]]:
    """Give what a row's label says: its words, its law, its meaning, each in the languages in which it exists."""
    yield " ".join([*label.under, label.printed]), label.english
    yield (label.basis,)
    yield label.meaning


def stacked(texts: Iterable[str]) -> str:
    return "<br>".join(filter(None, texts))


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return re.sub(r"[\\`*_\[\]<>]", r"\\\g<0>", text.replace("``", ""))


def table_of(head: tuple[str, ...], body: Iterable[tuple[str, ...]]) -> str:
    """Return a Markdown table; a column that is blank in every row is left out."""
    cells = list(body)
    kept = [column for column in range(len(head)) if any(line[column] for line in cells)]
    lines = [[line[column] for column in kept] for line in (head, ("---",) * len(head), *cells)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n"
