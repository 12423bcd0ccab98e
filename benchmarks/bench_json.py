"""JSON written and read, against pydantic v2 and bare msgspec Structs with the same model, in turn in one process.

Run by hand: ``python -m benchmarks.bench_json``.
"""

from collections.abc import Callable
from random import Random
from statistics import median
from time import perf_counter
from typing import TypeVar

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
from govdisclosure.model.proactive import FeeAmount
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.paths import Path

T = TypeVar("T")
TableT = TypeVar("TableT", bound=StatutoryTable)

ROUNDS = 60
PARAGRAPH = (
    "全年主动公开政府信息{}条，其中通过门户网站公开{}条，通过政务新媒体公开{}条，办理依申请公开{}件，均在法定期限内答复；"
    "围绕群众关切加强政策解读，完善公开目录，规范公开流程，定期开展自查，及时更新栏目内容，确保信息准确。"
)


def measure() -> dict[str, float]:
    """Return medians in microseconds a report, and the ratios to the two floors."""
    given = [report(Random(seed)) for seed in range(40)]
    texts = [to_json(one).encode() for one in given]
    pydantic_given = [json_pydantic.Report.model_validate_json(text) for text in texts]
    decoder = msgspec.json.Decoder(json_msgspec.Report)
    msgspec_given = [decoder.decode(text) for text in texts]
    check(given, texts, pydantic_given, msgspec_given)
    found = in_turn({
        "dump": each(to_json, given),
        "load": each(from_json, texts),
        "pydantic dump": each(json_pydantic.Report.model_dump_json, pydantic_given),
        "pydantic load": each(json_pydantic.Report.model_validate_json, texts),
        "msgspec dump": each(lambda one: msgspec.json.encode(one).decode(), msgspec_given),
        "msgspec load": each(decoder.decode, texts),
    })
    micros = {name: seconds / len(given) * 1e6 for name, seconds in found.items()}
    for floor in ("pydantic", "msgspec"):
        both = micros[f"{floor} dump"] + micros[f"{floor} load"]
        micros[f"dump / {floor}"] = micros["dump"] / micros[f"{floor} dump"]
        micros[f"load / {floor}"] = micros["load"] / micros[f"{floor} load"]
        micros[f"dump + load / {floor}"] = (micros["dump"] + micros["load"]) / both
    return micros


def report(random: Random) -> Report:
    """A report as townships publish them: 30 paragraphs, three tables, most cells zero, some blank, a mark here and there."""

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
            subsections=[Subsection(title, paragraphs(3)) for title in ("主动公开", "依申请公开", "平台建设", "监督保障")],
        ),
        proactive=filled(ProactiveTable2021.zeros(), random).replace(
            {"fees": FeeAmount(Money(f"{random.randint(0, 99999)}.{random.randint(10, 99)}"))}
        ),
        applications=filled(ApplicationsTable2021.zeros(), random).totalled(),
        remedies=RemediesTable.zeros(),
        problems=paragraphs(8),
        other_matters=paragraphs(8),
    )


def filled(table: TableT, random: Random) -> TableT:
    """Put a figure into about a fifth of the cells that hold 0, leave a few blank, print a mark into one in fifty."""
    values: dict[Path, object] = {}
    for cell in table.cells():
        chance = random.random()
        if cell.value == 0 and chance < 0.25:
            mark = Printed("/") if chance < 0.02 else None
            values[cell.path] = random.randint(1, 400) if chance > 0.04 else mark
    return table.replace(values)


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


def each(function: Callable[[T], object], items: list[T]) -> Callable[[], None]:
    """Return a task that calls a function with each item; a result is dropped before the next, as in a long job."""

    def task() -> None:
        for item in items:
            function(item)

    return task


def in_turn(tasks: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the median time of each task; each round runs all of them, so that none meets a busier machine."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(ROUNDS + 3):
        for name, task in tasks.items():
            start = perf_counter()
            task()
            if number >= 3:
                times[name].append(perf_counter() - start)
    return {name: median(found) for name, found in times.items()}


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:28} {value:8.2f}")
