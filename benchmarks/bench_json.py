"""JSON written and read, against pydantic v2 and bare msgspec Structs with the same model, in turn in one process.

Run by hand: ``python -m benchmarks.bench_json``.
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from benchmarks import json_msgspec, json_pydantic
from benchmarks.figures import Figure, Task, in_turn
from benchmarks.sample import reports
from govdisclosure import Report, from_json, to_json

__all__ = ["measure"]

ROUNDS: Final = 10
REPORTS: Final = 40

_FLOORS: Final = {"pydantic": "pydantic v2", "msgspec": "msgspec Struct, types only · 只查类型"}
_BARS: Final = {("pydantic", "dump"): 0.5, ("pydantic", "dump + load"): 1.0}
_NAMES: Final = {
    "dump": "JSON: dump · 写出",
    "load": "JSON: load · 读取",
    "dump + load": "JSON: dump + load · 写出加读取",
}


def measure(rounds: int = ROUNDS, count: int = REPORTS) -> list[Figure]:
    """Measure dump, load and both against each of the two floors."""
    given = reports(count)
    texts = [to_json(one).encode() for one in given]
    pydantic_given = [json_pydantic.Report.model_validate_json(text) for text in texts]
    decoder = msgspec.json.Decoder(json_msgspec.Report)
    msgspec_given = [decoder.decode(text) for text in texts]
    check(given, texts, pydantic_given, msgspec_given)
    tasks: dict[str, Task] = {
        "dump": (to_json, given),
        "load": (from_json, texts),
        "pydantic dump": (json_pydantic.Report.model_dump_json, pydantic_given),
        "pydantic load": (json_pydantic.Report.model_validate_json, texts),
        "msgspec dump": (lambda one: msgspec.json.encode(one).decode(), msgspec_given),
        "msgspec load": (decoder.decode, texts),
    }
    found = in_turn(tasks, rounds=rounds, calls=5)
    for owner in ("", "pydantic ", "msgspec "):
        found[f"{owner}dump + load"] = found[f"{owner}dump"] + found[f"{owner}load"]
    return [
        Figure(shown, found[task], floor, found[f"{owner} {task}"], _BARS.get((owner, task)))
        for owner, floor in _FLOORS.items()
        for task, shown in _NAMES.items()
    ]


def check(
    given: Sequence[Report],
    texts: Sequence[bytes],
    pydantic_given: Sequence[json_pydantic.Report],
    msgspec_given: Sequence[json_msgspec.Report],
) -> None:
    """All three do the same work, and ours gives back what it was given."""
    for one, text, theirs, bare in zip(given, texts, pydantic_given, msgspec_given, strict=True):
        assert from_json(text) == one
        assert msgspec.json.decode(theirs.model_dump_json()) == msgspec.json.decode(text)
        assert msgspec.json.decode(msgspec.json.encode(bare)) == msgspec.json.decode(text)


if __name__ == "__main__":
    from benchmarks.table import plain

    print(plain(measure()))
