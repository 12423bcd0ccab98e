"""What importing costs over bare Python, in fresh processes that take turns, against ``import attrs``.

Run by hand: ``python -m benchmarks.bench_import``.
"""

import os
import subprocess
import sys
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from benchmarks.figures import Figure

__all__ = ["measure"]

RUNS: Final = 100

_BARE: Final = "pass"
_FLOOR: Final = "import attrs"
_FIRST: Final = (
    "import govdisclosure as g;"
    "r = g.Report(issuer='青山镇人民政府', year=2024, overview='无。', applications=g.ApplicationsTable2021.zeros())"
)
_BARS: Final = {
    "import govdisclosure": 0.25,
    "import govdisclosure; govdisclosure.Report": 1.8,
}
_FURTHER: Final = {
    "first Report built · 建成第一份报告": _FIRST,
    "… and written as JSON · 并写成 JSON": f"{_FIRST}; g.to_json(r)",
    "… and written as text · 并写成纯文本": f"{_FIRST}; g.writes(r, 'text')",
}


def measure(runs: int = RUNS) -> list[Figure]:
    """Run each line of code in as many fresh processes, all ``.pyc`` files warm; medians of the differences."""
    codes = {name: name for name in (_BARE, _FLOOR, *_BARS)} | _FURTHER
    order = list(codes)
    shuffled = Random(runs).shuffle  # noqa: S311
    with TemporaryDirectory() as cache:
        for code in codes.values():
            _seconds(code, cache)
        times: dict[str, list[float]] = {name: [] for name in codes}
        for _ in range(runs):
            shuffled(order)  # what runs before warms the machine: nothing always follows the same
            for name in order:
                times[name].append(_seconds(codes[name], cache))
    bare = times.pop(_BARE)
    over = {name: median(a - b for a, b in zip(found, bare, strict=True)) for name, found in times.items()}
    floor = over.pop(_FLOOR)
    return [Figure(name, seconds, _FLOOR, floor, _BARS.get(name)) for name, seconds in over.items()]


def _seconds(code: str, cache: str) -> float:
    """Run one process; return what it took of the processor, or by the clock where the system does not tell."""
    # Where .pyc files may not be written, Python compiles anew each time: here they have a place of their own.
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = perf_counter()
    child = subprocess.Popen([sys.executable, "-X", f"pycache_prefix={cache}", "-c", code], env=given)
    if sys.platform == "win32":
        status, seconds = child.wait(), perf_counter() - start
    else:
        _, wait_status, used = os.wait4(child.pid, 0)
        child.returncode = status = os.waitstatus_to_exitcode(wait_status)
        seconds = used.ru_utime + used.ru_stime
    if status:
        raise RuntimeError(f"{code!r} ended with {status}")
    return seconds


if __name__ == "__main__":
    from benchmarks.table import plain

    print(plain(measure()))
