"""Many reports, one after the other: none is kept."""

import gc
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from govdisclosure import Report, write
from govdisclosure.checks.check import check_many
from govdisclosure.checks.many import check_files, issuers_of
from govdisclosure.testing.samples import sample

WRONG = {"applications.table.granted.natural_person": 80}


def fed(count: int) -> Iterator[Report]:
    for number in range(count):
        yield sample(2024, WRONG | {"applications.table.received.natural_person": number})


def held() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def test_memory_stays_flat_however_many_come() -> None:
    sum(1 for _ in check_many(fed(20)))  # what is made once is made
    tracemalloc.start()
    try:
        sum(1 for _ in check_many(fed(40)))
        few = held()
        sum(1 for _ in check_many(fed(240)))
        many = held()
    finally:
        tracemalloc.stop()
    assert many - few < 50_000


def test_an_executor_gives_the_same_in_the_same_order(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.md" for number in range(5)]
    for number, path in enumerate(paths):
        write(sample(2024, WRONG if number % 2 else {}), path)
    with ThreadPoolExecutor(2) as executor:
        assert list(check_files(paths, executor=executor)) == list(check_files(paths))


def test_files_are_matched_by_their_issuers(tmp_path: Path) -> None:
    write(sample(2023), tmp_path / "a.md")
    assert issuers_of([tmp_path / "a.md", tmp_path / "none.md"]) == {"青山镇人民政府": tmp_path / "a.md"}


def test_a_file_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    (one,) = check_files([tmp_path / "none.md"])
    assert one.error is not None
    assert one.error.code == "missing_file"
