"""Markdown and text written and read, against a parser of Markdown alone and against bare decoding.

Run by hand: ``python -m benchmarks.bench_documents``.
"""

from typing import Final

from markdown_it import MarkdownIt

from benchmarks.figures import Figure, Task, in_turn
from benchmarks.sample import reports
from govdisclosure import Report, reads, writes
from govdisclosure.compose import compose
from govdisclosure.formats import markdown, text
from govdisclosure.recognize.report import recognize

__all__ = ["measure"]

ROUNDS: Final = 5
REPORTS: Final = 20

_STEPS: Final = ("compose", "render", "parse", "recognize")
_MARKDOWN_FLOOR: Final = "markdown-it-py parses · 只解析 Markdown"
_TEXT_FLOOR: Final = "decode, split lines · 只解码、分行"


def measure(rounds: int = ROUNDS, count: int = REPORTS) -> list[Figure]:
    """Measure both formats as a whole, then the four steps of which they are made."""
    given = reports(count)
    documents = [compose(one) for one in given]
    sources = {"markdown": [*map(markdown.render, documents)], "text": [*map(text.render, documents)]}
    check(given, sources)
    bare = MarkdownIt("commonmark").enable("table")
    tasks: dict[str, Task] = {
        _MARKDOWN_FLOOR: (lambda data: bare.parse(data.decode()), sources["markdown"]),
        _TEXT_FLOOR: (lambda data: data.decode().splitlines(), sources["text"]),
        "write markdown": (lambda one: writes(one, "markdown"), given),
        "read markdown": (lambda data: reads(data, "markdown"), sources["markdown"]),
        "write text": (lambda one: writes(one, "text"), given),
        "read text": (lambda data: reads(data, "text"), sources["text"]),
        "compose": (compose, given),
        "render markdown": (markdown.render, documents),
        "render text": (text.render, documents),
        "parse markdown": (markdown.parse, sources["markdown"]),
        "parse text": (text.parse, sources["text"]),
        "recognize": (recognize, [*map(markdown.parse, sources["markdown"])]),
    }
    found = in_turn(tasks, rounds=rounds, calls=1)
    return [*_whole(found, "Markdown", _MARKDOWN_FLOOR), *_whole(found, "text", _TEXT_FLOOR), *_steps(found)]


def check(given: list[Report], sources: dict[str, list[bytes]]) -> None:
    """What is read is what was written: no time is worth a report that differs."""
    for data in sources.values():
        assert [reads(one).report for one in data] == given


def _whole(found: dict[str, float], name: str, floor: str) -> list[Figure]:
    names = {f"write {name.lower()}": f"{name}: write · 写出", f"read {name.lower()}": f"{name}: read · 读取"}
    return [Figure(shown, found[task], floor, found[floor]) for task, shown in names.items()]


def _steps(found: dict[str, float]) -> list[Figure]:
    return [Figure(f"step · 步骤: {task}", seconds) for task, seconds in found.items() if task.startswith(_STEPS)]


if __name__ == "__main__":
    from benchmarks.table import plain

    print(plain(measure()))
