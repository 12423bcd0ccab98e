"""Law 5 for the text formats: any bytes are a document or a ReadError, in time that grows with their number only."""

from time import process_time
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclosure.conventions.characters import first_forbidden, is_blank
from govdisclosure.document import Heading, Link, Text
from govdisclosure.errors import ReadError
from govdisclosure.formats import markdown, text
from tests.formats._documents import texts

FORMATS = pytest.mark.parametrize("form", [markdown, text], ids=["markdown", "text"])
MANY = 100_000
SECONDS = 20  # generous: what grows with the square of its length takes minutes
SAMPLE = """---
year: 2021
---
# 青山镇2021年政府信息公开工作年度报告

一、总体情况
全年**公开**[12条](a.html)信息<br>![图](t.png)&#x3000;
1. 甲
   - 乙
> 引
> | 规章 | 0 |

| 信息内容 | 件数 |
|---|---|
| 规章 | 3 |

<table><tr><td rowspan="2">甲</td><td>1</td></tr>

<tr><td>2</table>
<!-- 注 -->

```x
代码
```
第二十条第（一）项\t\t
规章\t0\t1
┌──┬─┐
│规章│3│
├──┼─┤
│ 甲 │ │
└──┴─┘
§§ 说明
¶  段落
"""
_fragments = st.sampled_from(
    (
        *(
            "<table>",
            "<td>",
            "</table>",
            "<!--",
            "-->",
            "&#10;",
            "&#1;",
            "|",
            "\n",
            "\n\n",
            "```",
            "> ",
            "- ",
            "1. ",
            "\t",
        ),
        *(
            "┌─┐",
            "│",
            "└─┘",
            "├",
            "¶ ",
            "§ ",
            "[a](b)",
            "![",
            "](",
            "\f",
            "\r",
            "\u2028",
            "\0",
            "    ",
            "---\n",
            "`",
            "*",
        ),
        *(
            "\\",
            "<script>",
            "<h1>",
            "<br>",
            "<img src=x alt=y>",
            "\ufeff",
            "\x85",
            "\x1c",
            "@a: b\n",
            "\u200b",
            '"',
            "#",
        ),
    )
)


def _check(form: ModuleType, data: bytes) -> None:
    try:
        document = form.parse(data)
    except ReadError:
        return
    assert all(first_forbidden(line) is None for line in texts(document))
    assert not any(is_blank(block.text) for block in document.blocks if isinstance(block, Heading | Text | Link))
    form.render(document)


@FORMATS
@settings(max_examples=500)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_a_document_or_a_read_error(form: ModuleType, data: bytes) -> None:
    _check(form, data)


@FORMATS
@settings(max_examples=1000)
@given(edits=st.lists(st.tuples(st.integers(0, len(SAMPLE)), _fragments), max_size=8), cut=st.integers(0, len(SAMPLE)))
def test_damaged_files_are_read_all_the_same(form: ModuleType, edits: list[tuple[int, str]], cut: int) -> None:
    damaged = SAMPLE[cut:] + SAMPLE[:cut]
    for at, fragment in edits:
        damaged = damaged[:at] + fragment + damaged[at:]
    _check(form, damaged.encode())


@FORMATS
@settings(max_examples=300)
@given(at=st.integers(0, len(SAMPLE.encode()) - 1), byte=st.integers(0, 255))
def test_a_wrong_byte_is_read_or_refused(form: ModuleType, at: int, byte: int) -> None:
    data = bytearray(SAMPLE.encode())
    data[at] = byte
    _check(form, bytes(data))


@FORMATS
@pytest.mark.parametrize(
    "piece",
    [
        *(
            ">",
            "> ",
            "[",
            "![",
            "[a](",
            "|",
            "|\n",
            "\\|",
            "<div>",
            "<table>\n\n",
            "<table><tr><td>",
            "<!--",
            "<?",
            "<a b='",
        ),
        *(
            "*a ",
            "_a",
            "`",
            "&#",
            "- ",
            "1. ",
            "# a\n",
            "a\n---\n",
            "a|b\n-|-\n",
            "```\n",
            "\x01",
            "\f",
            "a\u2028",
            "公",
        ),
        *("┌─┐\n│a│\n", "┌─┐\n│a│\n├─┤\n", "a\t\n", "\ta\n", "\t", "§", "[\\", "一、", " ", "@a: b\n", "\\"),
    ],
)
def test_a_long_repetition_takes_no_more_than_linear_time(form: ModuleType, piece: str) -> None:
    begin = process_time()
    form.parse((piece * (MANY // len(piece))).encode())
    assert process_time() - begin < SECONDS


@FORMATS
@pytest.mark.parametrize("begin", ["---\na: b\n", "┌─┐\n", "<td ", "| a | b |\n"])
def test_a_long_line_after_a_beginning_takes_no_more_than_linear_time(form: ModuleType, begin: str) -> None:
    started = process_time()
    form.parse((begin + "某a" * 5 * MANY).encode())
    assert process_time() - started < SECONDS
