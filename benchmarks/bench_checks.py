"""All rules on a report, against reading it from its page; and many reports, one after the other.

Run by hand: ``python -m benchmarks.bench_checks``.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time
from typing import Final

from benchmarks.figures import Figure, Task, in_turn
from benchmarks.sample import reports
from govdisclosure import Report, read, reads
from govdisclosure.checks.check import check, check_many
from govdisclosure.testing.sources import html_source

__all__ = ["measure"]

ROUNDS: Final = 5
REPORTS: Final = 6
MANY: Final = 20_000

_SETTLED: Final = 1_000

_CORPUS: Final = Path(__file__).parents[2] / "shared" / "corpus"


def measure(rounds: int = ROUNDS, count: int = REPORTS, many: int = MANY) -> list[Figure]:
    """Measure the rules on real and invented pages, then on many reports that a generator gives."""
    real = [path.read_bytes() for path in sorted(_CORPUS.glob("*.html"))]
    invented = [html_source(one, style="cms_page") for one in reports(count)]
    figures = _rules("invented · 虚构", invented, rounds)
    if real:
        figures += _rules("real · 真实", real, rounds)
    figures += _many("invented · 虚构", reports(20), many)
    if real:
        figures += _many("real · 真实", [read(path).report for path in _readable()], many)
    return figures


def _rules(name: str, pages: Sequence[bytes], rounds: int) -> list[Figure]:
    floor = "reads its page · 读取其网页"
    readings = [reads(page, "html") for page in pages]
    tasks: dict[str, Task] = {floor: (lambda data: reads(data, "html"), pages), "check": (check, readings)}
    found = in_turn(tasks, rounds=rounds, calls=5)
    return [Figure(f"all rules, {name} · 全部规则", found["check"], floor, found[floor], bar=0.5)]


def _many(name: str, few: Sequence[Report], count: int) -> Iterator[Figure]:
    """Check reports that a generator gives, of changing years, and tell how much memory more than 1,000 take."""
    early = 0

    def fed() -> Iterator[Report]:
        nonlocal early
        for number in range(count):
            if number == _SETTLED:
                early = _peak()
            yield few[number % len(few)].replace({"year": 2021 + number % 5})

    start = process_time()
    checked = sum(1 for _ in check_many(fed()))
    each = (process_time() - start) / checked
    grown = f", +{_peak() - early} MB" if early else ""
    yield Figure(f"{checked} reports one by one, {name}: {1 / each:.0f} a second · 每秒份数{grown}", each)


def _readable() -> Iterator[Path]:
    for path in sorted(_CORPUS.iterdir()):
        if path.suffix in (".html", ".md", ".txt") and path.name != "README.md":
            yield path


def _peak() -> int:
    """The most memory that this process has had so far, in MB."""
    return getrusage(RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    from benchmarks.table import plain

    print(plain(measure()))
