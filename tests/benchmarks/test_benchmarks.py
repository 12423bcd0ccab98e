"""The benchmarks run and say what they measured. How fast anything is, no test says: ``make bench`` does."""

from pathlib import Path

import pytest
from benchmarks import bench_documents, bench_import, bench_json
from benchmarks.__main__ import main
from benchmarks.figures import Figure, in_turn
from benchmarks.sample import reports
from benchmarks.table import PAGE, marked_up, plain, with_table

from govdisclosure.model.prose import ProseBlock

HALF = Figure("dump", 0.002, "floor", 0.004, bar=0.6)


def test_each_task_is_called_on_every_item_as_often_as_asked() -> None:
    seen: list[int] = []
    in_turn({"note": (seen.append, [1, 2])}, rounds=2, calls=3)
    assert seen == [1, 1, 1, 1, 2, 2, 2, 2] * 2


def test_tasks_take_turns_on_one_item_before_the_next() -> None:
    seen: list[str] = []

    def other(item: str) -> None:
        seen.append(item.upper())

    in_turn({"one": (seen.append, ["a", "b"]), "other": (other, ["a", "b"])}, rounds=1, calls=1)
    assert seen == ["a", "a", "A", "A", "b", "b", "B", "B"]


def test_a_ratio_over_the_bar_is_told() -> None:
    assert not HALF.is_over
    assert HALF._replace(bar=0.4).is_over
    assert not HALF._replace(bar=None).is_over


def test_the_tables_show_times_ratio_and_bar() -> None:
    assert marked_up([HALF]).splitlines()[-1] == "| dump | 2.0 ms | floor | 4.0 ms | 0.50× | 0.60× |"
    assert plain([HALF]).splitlines()[-1].split() == ["dump", "2.0", "ms", "floor", "4.0", "ms", "0.50×", "0.60×"]
    assert marked_up([Figure("parse", 0.0000021)]).splitlines()[-1] == "| parse | 2 µs |  |  |  |  |"


def test_only_the_figures_of_the_page_are_replaced() -> None:
    page = PAGE.read_text("utf-8")
    once = with_table(page, [HALF])
    assert "| dump | 2.0 ms |" in once
    assert once.partition("<!-- figures")[0] == page.partition("<!-- figures")[0]
    assert with_table(once, [HALF]) == once


def test_a_page_without_a_place_for_the_figures_is_refused() -> None:
    with pytest.raises(ValueError, match="no one place"):
        with_table("# Performance\n", [HALF])


def test_the_sample_is_a_report_of_usual_size() -> None:
    one, other = reports(2)
    assert one != other
    sections = (one.overview, one.proactive, one.applications, one.remedies, one.problems, one.other_matters)
    blocks: list[ProseBlock] = [*one.preamble.blocks]
    for section in sections:
        blocks += [*section.blocks, *(block for part in section.subsections for block in part.blocks)]
    assert len(blocks) == 30
    assert sum(1 for _ in one.cells()) == 200


def test_imports_are_measured_over_bare_python() -> None:
    figures = bench_import.measure(2)
    assert [figure.bar for figure in figures] == [0.25, 1.8, None, None, None]
    assert {figure.floor for figure in figures} == {"import attrs"}


def test_json_is_measured_against_both_floors() -> None:
    figures = bench_json.measure(1, 1)
    assert [figure.bar for figure in figures] == [0.5, None, 1.0, None, None, None]
    assert all(figure.seconds > 0 and figure.floor_seconds > 0 for figure in figures)


def test_documents_are_measured_whole_and_by_their_steps() -> None:
    figures = bench_documents.measure(1, 1)
    assert [figure.what.partition(" ·")[0] for figure in figures[:4]] == [
        "Markdown: write",
        "Markdown: read",
        "text: write",
        "text: read",
    ]
    assert [figure.what.partition(": ")[2] for figure in figures[4:]] == [
        "compose",
        "render markdown",
        "render text",
        "parse markdown",
        "parse text",
        "recognize",
    ]


def test_one_run_writes_its_figures_into_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "performance.md"
    page.write_text(PAGE.read_text("utf-8"), "utf-8")
    main(["--quick", "--write", "--page", str(page)])
    assert "JSON: dump + load" in capsys.readouterr().out
    assert "| JSON: dump + load" in page.read_text("utf-8")
    assert "CPython" in page.read_text("utf-8") or "PyPy" in page.read_text("utf-8")
