"""Measure everything in one run: ``make bench``; with ``--write`` the figures in docs/performance.md are replaced."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from benchmarks import bench_checks, bench_documents, bench_import, bench_json, bench_readers
from benchmarks.table import PAGE, plain, surroundings, with_table

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and return 1 if a bar is exceeded."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--write", action="store_true", help="replace the figures in docs/performance.md")
    parser.add_argument("--page", type=Path, default=PAGE, help="another page to write them to")
    parser.add_argument("--quick", action="store_true", help="a few repetitions only: does it run?")
    given = parser.parse_args(arguments)
    if given.quick:
        figures = [*bench_import.measure(2), *bench_json.measure(1, 2), *bench_documents.measure(1, 2)]
        figures += [*bench_readers.measure(1, 1, 40), *bench_checks.measure(1, 1, 40)]
    else:
        figures = [*bench_import.measure(), *bench_json.measure(), *bench_documents.measure()]
        figures += [*bench_readers.measure(), *bench_checks.measure()]
    print(surroundings(), plain(figures), sep="\n\n")
    if given.write:
        given.page.write_text(with_table(given.page.read_text("utf-8"), figures), "utf-8")
    over = [figure.what for figure in figures if figure.is_over]
    for what in over:
        print(f"over the bar: {what}", file=sys.stderr)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
