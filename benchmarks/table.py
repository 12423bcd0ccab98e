"""The figures as a table for the terminal, and as one in docs/performance.md."""

import os
import platform
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

from benchmarks.figures import Figure
from govdisclosure.conventions.width import pad, width

__all__ = ["PAGE", "marked_up", "plain", "surroundings", "with_table"]

PAGE: Final = Path(__file__).parents[1] / "docs" / "performance.md"

_HEAD: Final = ("what · 项目", "time · 用时", "floor · 对照", "its time · 对照用时", "ratio · 倍数", "at most · 上限")
_LIBRARIES: Final = (
    *("attrs", "cattrs", "lxml", "markdown-it-py", "msgspec", "pandas", "pydantic", "pypdfium2", "python-docx"),
    *("turbohtml", "wcwidth"),
)
_MARKS: Final = re.compile(
    "(?<=<!-- figures: make bench writes what follows -->\n).*(?=<!-- end of figures -->)", re.DOTALL
)


def plain(figures: Iterable[Figure]) -> str:
    """The table for a terminal."""
    rows = [_HEAD, *map(_cells, figures)]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(map(pad, row, widths)).rstrip() for row in rows)


def marked_up(figures: Iterable[Figure]) -> str:
    """The table in Markdown."""
    rows = [_HEAD, ("---", "--:", "---", "--:", "--:", "--:"), *map(_cells, figures)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def surroundings() -> str:
    """Say on what the figures were measured: machine, versions, day."""
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return (
        f"{datetime.now().astimezone():%Y-%m-%d}: {os.cpu_count()} × {_processor()}, {_system()}; "
        f"{platform.python_implementation()} {platform.python_version()}, "
        f"govdisclosure {version('govdisclosure')}, {libraries}."
    )


def with_table(page: str, figures: Sequence[Figure]) -> str:
    """Return the page with its figures replaced."""
    text, count = _MARKS.subn(lambda _: f"\n{surroundings()}\n\n{marked_up(figures)}\n\n", page)
    if count != 1:
        raise ValueError("the page has no one place for the figures")
    return text


def _cells(figure: Figure) -> tuple[str, ...]:
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}×"
    bar = "" if figure.bar is None else f"{figure.bar:.2f}×"
    floor = _time(figure.floor_seconds) if figure.floor else ""
    return figure.what, _time(figure.seconds), figure.floor, floor, ratio, bar


def _time(seconds: float) -> str:
    if abs(seconds) < 1e-3:
        return f"{seconds * 1e6:.0f} µs"
    return f"{seconds * 1e3:.1f} ms"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    found = re.search(r"^model name\s*:\s*(.+)$", info.read_text(), re.MULTILINE) if info.exists() else None
    return found[1] if found else platform.processor() or platform.machine()


def _system() -> str:
    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return f"{platform.system()} {platform.release()}"
    return f"{name} ({platform.system()} {platform.release()})"
