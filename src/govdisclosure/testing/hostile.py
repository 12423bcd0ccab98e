"""Text that looks like layout: what a careless reader or writer of reports stumbles over."""

from collections.abc import Iterator
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from govdisclosure.conventions.numbering import LEVELS, mark_text
from govdisclosure.editions import SECTIONS, TABLE_KINDS
from govdisclosure.grid import table_texts
from govdisclosure.testing._draws import one_of_many, short
from govdisclosure.testing.names import issuers, titles
from govdisclosure.testing.prose import paragraphs

__all__ = ["hostile_lines", "hostile_paragraphs"]

_SPACES: Final = ("", " ", "\u3000", "\u3000\u3000", "\xa0", "    ", "\u2003", "\u200b", "\ufeff", "\u2060")
_MARKS: Final = (
    *(mark_text(level, value) for level in range(1, LEVELS + 1) for value in (1, 2, 11)),
    *[
        "(一)",
        "（1)",
        "1、",
        "１．",
        "1．",
        "(1)",
        "1)",
        "㈠",
        "⑴",
        "⒈",
        "一是",
        "第一，",
        "一.",
        "七、",
        "第一章 ",
        "* ",
        "1. ",
        "- ",
        "# ",
        "> ",
    ],
)
_SECTION_HEADINGS: Final = tuple(
    number + title
    for form in SECTIONS.values()
    for number in ("", form.number, "七、")
    for title in (form.title, *form.variants[:2])
)
_LAYOUT: Final = (
    "附件：1.统计表",
    "附件1",
    "附件：",
    "（此页无正文）",
    "（公开属性：主动公开）",
    "— 1 —",
    "第1页 共3页",
    "目录",
    "2025年1月20日",
    "二〇二五年一月二十日",
    "2025-01-20",
    "（2025年1月20日）",
    "日期：2025年1月20日",
    "0",
    "12",
    "０",
    "1,234",
    "/",
    "—",
    "-",
    "0\u30000\u30000",
    "0 0 0 0 0 0 0",
    "+3",
    "25.1万元",
)
_MARKDOWN: Final = tuple(
    """|---|
|
||
|a|b|
|---|---|
| :-: |
a | b
规章 | 0 | 0 | 0 |
# 标题
###### 六级
#无空格
标题 #
> 引文
- 项
+ 项
* 项
1. 项
1) 项
---
***
___
===
- - -
```
~~~
`码`
``双`码``
*斜*
**粗**
__粗__
~~删~~
\\
\\\\
\\*
行末\\
a\\|b
[文](链)
![图](链)
[注]: 链
[^1]
- [ ] 待办
:::
$$x$$
{{x}}
a_b@x.example
http://x.example/?a=1&b=2
www.x.example""".splitlines()
)
_HTML: Final = tuple(
    """<b>粗</b>
<br>
<!-- 注 -->
<!--
-->
</table>
<td>0</td>
<script>x</script>
<div
<?x
<![CDATA[
&nbsp;
&amp;
&amp;amp;
&#x3000;
&#0;
&copy
&
<
>
"
'
a<b>c
<https://x.example>""".splitlines()
)
_BOXES: Final = (
    "│0│0│",
    "┌──┐",
    "├──┼──┤",
    "└──┘",
    "─────",
    "┃",
    "═══",
    "¶",
    "§",
    "¶段",
    "§1",
    "‖",
    "¦",
    "※",
    "■",
    "【表格】",
    "……",
)
_CHARACTERS: Final = (
    *(
        "\u202eabc\u202c",
        "\u2066隔\u2069",
        "\u200f右",
        "\u00ad软",
        "中\u200b文",
        "中\ufeff文",
        "a\u3000b",
        "a\xa0b",
        "a  b",
    ),
    *(
        "\u0300孤",
        "e\u0301",
        "か\u3099",
        "が",
        "ﬁ",
        "⼀⼆",
        "㍿",
        "〇零",
        "𠀀𪚥",
        "😀",
        "👨\u200d👩\u200d👧",
        "\ufffd",
        "\ufffe",
    ),
    *(
        "\ue000私",
        "\U000f0000",
        "“‘引’”",
        "《〈〉》",
        "〔2021〕",
        "①",
        "㊿",
        "（",
        "）",
        "（）",
        "、",
        "。",
        "；",
        "…",
        "：",
    ),
)
_UNPRINTABLE: Final = ("Cc", "Cs", "Zl", "Zp")
_VISIBLE: Final = st.characters(exclude_categories=(*_UNPRINTABLE, "Zs", "Cf"))
_ANY: Final = st.text(st.characters(exclude_categories=_UNPRINTABLE), max_size=30)


def hostile_paragraphs() -> SearchStrategy[str]:
    """Return paragraphs that look like layout: every one is valid, few are likely.

    Marks at line starts, labels and figures of tables, titles of sections and reports, sign-offs, mark-up of Markdown
    and HTML, bars and boxes, white space at the edges, invisible, combining, bidirectional and astral characters, very
    long lines.

    Example:
        >>> from hypothesis import find
        >>> find(hostile_paragraphs(), lambda text: text.startswith("|---"))
        '|---|'
    """
    space, text = st.sampled_from(_SPACES), _fragments()
    return st.one_of(
        text,
        st.tuples(space, text, space).map("".join),
        st.tuples(text, st.sampled_from((2, 40, 300))).map(lambda d: d[0] * d[1]),
    )


def hostile_lines() -> SearchStrategy[str]:
    """Return what titles, captions and cells may hold: hostile text without white space at the edges.

    Example:
        >>> from hypothesis import find
        >>> "<b>" in find(hostile_lines(), lambda text: "<b>" in text)
        True
    """
    text = _fragments()
    return st.one_of(text, st.tuples(text, st.sampled_from(_SPACES), text).map("".join)).map(str.strip)


def _fragments() -> SearchStrategy[str]:
    """Pieces with at least one character that prints."""
    odd = one_of_many((*_MARKDOWN, *_HTML, *_BOXES, *_LAYOUT, *_SECTION_HEADINGS, *_labels()))
    character = one_of_many(_CHARACTERS)
    pieces = st.one_of(
        odd,
        one_of_many(_MARKS).map(str.strip),
        st.tuples(one_of_many(_MARKS), st.one_of(st.just("某事"), odd, paragraphs())).map("".join),
        titles(),
        issuers(),
        character,
        st.tuples(character, paragraphs()).map("".join),
        st.tuples(_ANY, _VISIBLE, _ANY).map("".join),
    )
    return short(pieces)


def _labels() -> Iterator[str]:
    """Every word that the forms print."""
    texts = (
        slot.text for kinds in TABLE_KINDS.values() for kind in kinds for row in table_texts(kind()) for slot in row
    )
    yield from dict.fromkeys(text for text in texts if text)
