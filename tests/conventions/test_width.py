"""Widths in columns."""

import subprocess
import sys
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes, wcswidth

from govdisclosure.conventions.width import pad, width, wrap
from govdisclosure.errors import ConstructionError

PLAIN = st.text("公开信息，。（）《》“”—…①·×0123abc .%　１Ａ〇")
MIXED = st.text(st.sampled_from("公开，。“”（ab1. 　\u0301é\u200d👩👧🇨🇳️\u1100\u1161"))


@given(PLAIN)
def test_common_characters_are_as_wide_as_wcwidth_says(text: str) -> None:
    assert width(text) == wcswidth(text)


@given(st.text("\u3000\u3001\u3029㐀䶿一鿿！｠ -~\u3041\u3096\u30a1\u30fa‘’⑳"))
def test_the_edges_of_the_fast_path_agree_with_wcwidth(text: str) -> None:
    assert width(text) == wcswidth(text)


@given(st.text())
def test_any_text_has_a_width(text: str) -> None:
    assert width(text, ambiguous=2) >= width(text) >= 0


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("公开12件", 8),
        ("“公开”", 6),
        ("①—…", 3),
        ("e\u0301", 1),
        ("👩\u200d👩\u200d👧", 2),
        ("公\t开", 4),
        ("\x00", 0),
    ],
)
def test_widths_by_hand(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(("text", "columns"), [("“公开”", 8), ("①—…", 6), ("公开", 4), ("e\u0301“", 3), ("±公", 4)])
def test_ambiguous_characters_may_take_two_columns(text: str, columns: int) -> None:
    assert width(text, ambiguous=2) == columns


@given(PLAIN, st.integers(0, 40), st.sampled_from(["left", "right", "center"]))
def test_a_padded_text_fills_its_columns_and_keeps_its_words(
    text: str, columns: int, align: Literal["left", "right", "center"]
) -> None:
    padded = pad(text, columns, align)
    assert width(padded) == max(columns, width(text))
    assert text in padded


@pytest.mark.parametrize(("align", "padded"), [("left", "总计   "), ("right", "   总计"), ("center", " 总计  ")])
def test_text_is_aligned(align: Literal["left", "right", "center"], padded: str) -> None:
    assert pad("总计", 7, align) == padded


@given(st.one_of(PLAIN, MIXED, st.text()), st.integers(1, 40))
def test_the_lines_joined_are_the_text(text: str, columns: int) -> None:
    assert "".join(wrap(text, columns)) == text


@given(st.one_of(PLAIN, MIXED), st.integers(1, 40))
def test_a_line_breaks_between_two_characters_that_are_no_spaces(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    for before, after in pairwise(lines):
        assert not before[-1].isspace()
        assert not after[0].isspace()


@given(MIXED, st.integers(1, 10))
def test_no_line_breaks_inside_a_character_of_several_code_points(text: str, columns: int) -> None:
    edges = {0}
    for cluster in iter_graphemes(text):
        edges.add(max(edges) + len(cluster))
    position = 0
    for line in wrap(text, columns):
        assert position in edges
        position += len(line)


@given(st.text("公开信息目录指南"), st.integers(2, 40))
def test_plain_prose_fills_its_lines_and_never_overflows(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert all(width(line) + 2 > columns for line in lines[:-1])


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, []),
        ("全年公开信息12条。", 12, ["全年公开信息", "12条。"]),
        ("全年公开信息。", 12, ["全年公开信", "息。"]),
        ("全年公开（信息）", 10, ["全年公开", "（信息）"]),
        ("公开1,234.5件", 6, ["公开", "1,234.5", "件"]),
        ("公 开 信 息", 4, ["公 开 信 息"]),
    ],
)
def test_lines_by_hand(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


def test_no_columns_are_refused() -> None:
    with pytest.raises(ConstructionError):
        wrap("公开", 0)


def test_an_ordinary_text_is_measured_without_loading_wcwidth() -> None:
    code = (
        "import sys; from govdisclosure.conventions.width import wrap, width;"
        "wrap('“三安全一稳定”：①公开12件（3.5%）……', 10); width('规章'); print('wcwidth' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"
