"""One measured line of the table, and how lines are measured: what is compared takes turns, medians are kept."""

import gc
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from time import process_time
from typing import Any, NamedTuple, TypeAlias

__all__ = ["Figure", "Task", "in_turn"]

Task: TypeAlias = tuple[Callable[[Any], object], Sequence[Any]]
"""A function and what it is called on: all tasks of one run have as many items."""


class Figure(NamedTuple):
    """What was measured, in seconds; the floor that does the same work, and the ratio that it must not exceed."""

    what: str
    seconds: float
    floor: str = ""
    floor_seconds: float = 0.0
    bar: float | None = None

    @property
    def ratio(self) -> float | None:
        """The cost over that of the floor, or ``None`` where there is no floor."""
        return self.seconds / self.floor_seconds if self.floor_seconds else None

    @property
    def is_over(self) -> bool:
        """Whether the bar is exceeded."""
        return self.bar is not None and self.ratio is not None and self.ratio > self.bar


def in_turn(tasks: Mapping[str, Task], *, rounds: int, calls: int) -> dict[str, float]:
    """Return the median time of one call of each task, in seconds of the processor.

    All tasks take turns on one item, then on the next: some calls each, after one that is not counted.
    """
    times: dict[str, list[float]] = {name: [] for name in tasks}
    gc.disable()  # as timeit does: a full collection costs what the rest of this process holds
    try:
        for _ in range(rounds):
            for number in range(min(len(items) for _, items in tasks.values())):
                for name, (function, items) in tasks.items():
                    function(items[number])
                    times[name] += [_timed(function, items[number]) for _ in range(calls)]
            gc.collect()
    finally:
        gc.enable()
    return {name: median(found) for name, found in times.items()}


def _timed(function: Callable[[Any], object], item: object) -> float:
    start = process_time()  # not the clock on the wall: other programs may run on this machine
    function(item)
    return process_time() - start
