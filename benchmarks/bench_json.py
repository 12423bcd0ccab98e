"""JSON written and read, against pydantic v2 and bare msgspec Structs with the same model, in turn in one process.

Run by hand: ``python -m benchmarks.bench_json``.
"""

import gc
from collections.abc import Callable
from random import Random
from statistics import median
from time import perf_counter
from typing import Any, TypeVar

import msgspec

from benchmarks import json_msgspec, json_pydantic
from govdisclosure import (
    ApplicationsTable2021,
    Money,
    Printed,
    ProactiveTable2021,
    RemediesTable,
    Report,
    Section,
    Subsection,
    from_json,
    to_json,
)
from govdisclosure.model.label import labelled
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.model.sums import leaf_rows
from govdisclosure.paths import Path

TableT = TypeVar("TableT", bound=StatutoryTable)

ROUNDS = 10
REPORTS = 40
PARAGRAPH = (
    "全年主动公开政府信息{}条，其中通过门户网站公开{}条，通过政务新媒体公开{}条，办理依申请公开{}件，均在法定期限内答复；"
    "围绕群众关切加强政策解读，完善公开目录，规范公开流程，定期开展自查，及时更新栏目内容，确保信息准确。"
)


def measure() -> dict[str, float]:
    """Return medians in microseconds a report, and the ratios to the two floors."""
    given = [report(Random(seed)) for seed in range(REPORTS)]  # noqa: S311
    texts = [to_json(one).encode() for one in given]
    pydantic_given = [json_pydantic.Report.model_validate_json(text) for text in texts]
    decoder = msgspec.json.Decoder(json_msgspec.Report)
    msgspec_given = [decoder.decode(text) for text in texts]
    check(given, texts, pydantic_given, msgspec_given)
    found = in_turn(
        {
            "dump": (to_json, given),
            "load": (from_json, texts),
            "pydantic dump": (json_pydantic.Report.model_dump_json, pydantic_given),
            "pydantic load": (json_pydantic.Report.model_validate_json, texts),
            "msgspec dump": (lambda one: msgspec.json.encode(one).decode(), msgspec_given),
            "msgspec load": (decoder.decode, texts),
        }
    )
    micros = {name: seconds * 1e6 for name, seconds in found.items()}
    for floor in ("pydantic", "msgspec"):
        both = micros[f"{floor} dump"] + micros[f"{floor} load"]
        micros[f"dump / {floor}"] = micros["dump"] / micros[f"{floor} dump"]
        micros[f"load / {floor}"] = micros["load"] / micros[f"{floor} load"]
        micros[f"dump + load / {floor}"] = (micros["dump"] + micros["load"]) / both
    return micros


def report(random: Random) -> Report:
    """A report as townships publish them: 30 paragraphs, three tables, most of their cells zero."""

    def paragraph() -> str:
        return PARAGRAPH.format(*(random.randint(1, 999) for _ in range(4)))

    def paragraphs(count: int) -> list[str]:
        return [paragraph() for _ in range(count)]

    return Report(
        issuer="青山镇人民政府",
        year=2024,
        preamble=paragraphs(1),
        overview=Section(
            blocks=paragraphs(1),
            subsections=[
                Subsection(title, paragraphs(3)) for title in ("主动公开", "依申请公开", "平台建设", "监督保障")
            ],
        ),
        proactive=ProactiveTable2021.zeros().replace(
            {
                "normative_documents.in_force": random.randint(1, 40),
                "penalties.decisions": random.randint(1, 400),
                "fees.amount": Money(f"{random.randint(0, 999)}.{random.randint(10, 99)}"),
            }
        ),
        applications=filled(ApplicationsTable2021.zeros(), random).totalled(),
        remedies=RemediesTable.zeros(),
        problems=paragraphs(8),
        other_matters=paragraphs(8),
    )


def filled(table: TableT, random: Random) -> TableT:
    """Put figures into six rows of the table, leave one cell blank, print a mark into another."""
    values: dict[Path, object] = {}
    for path, _, row in random.sample(list(leaf_rows(table)), 6):
        for name, _ in labelled(type(row))[:2]:
            values[path / name] = random.randint(1, 400)
    blank, mark = random.sample([cell.path for cell in table.cells() if cell.value == 0 and cell.path not in values], 2)
    return table.replace({**values, blank: None, mark: Printed("/")})


def check(
    given: list[Report],
    texts: list[bytes],
    pydantic_given: list[json_pydantic.Report],
    msgspec_given: list[json_msgspec.Report],
) -> None:
    """All three do the same work, and ours gives back what it was given."""
    for one, text, theirs, bare in zip(given, texts, pydantic_given, msgspec_given, strict=True):
        assert from_json(text) == one
        assert msgspec.json.decode(theirs.model_dump_json()) == msgspec.json.decode(text)
        assert msgspec.json.decode(msgspec.json.encode(bare)) == msgspec.json.decode(text)


def in_turn(tasks: dict[str, tuple[Callable[[Any], object], list[Any]]]) -> dict[str, float]:
    """Return the median time of one call of each task.

    All tasks take turns on one report, then on the next: five calls each, after one that is not counted. A longer
    piece of work is more than what a busy machine grants without a break.
    """
    times: dict[str, list[float]] = {name: [] for name in tasks}
    gc.disable()  # as timeit does: a full collection costs what the rest of this process holds
    for _ in range(ROUNDS):
        for number in range(REPORTS):
            for name, (function, items) in tasks.items():
                function(items[number])
                times[name] += [timed(function, items[number]) for _ in range(5)]
        gc.collect()
    gc.enable()
    return {name: median(found) for name, found in times.items()}


def timed(function: Callable[[Any], object], item: object) -> float:
    start = perf_counter()
    function(item)
    return perf_counter() - start


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:28} {value:8.2f}")
