"""Lists that run inside prose: 一是…；二是…, 第一，…, 首先…, ①…, as a view over paragraphs."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, frozen

from govdisclosure.conventions._item_marks import ItemMark, ListStyle, item_marks
from govdisclosure.conventions.numbering import leading_mark

__all__ = ["Enumeration", "Item", "ListStyle", "enumerations"]

_DEEPEST: Final = 8  # lists open at a time: nobody nests deeper, and hostile text must not cost more
# The next number first, in whichever open list; then a gap; then the same number again.
_STEPS: Final = ((1,), (2, 3), (0,))
# A list of these may have lost its first item; a number such as `2.` alone says too little.
_SPOKEN: Final = ("一是", "第一", "其一", "①")
_EDGE: Final = re.compile(r"\s*")
_SENTENCE_END: Final = re.compile("[。！？!?][”’」』）)》]*")
_CLAUSE_END: Final = re.compile("[。！？!?；;][”’」』）)》]*")


@frozen
class Item:
    """One item: ``text`` stands at ``start`` to ``end`` in the paragraph with that index, its mark included.

    An item that goes on in the next paragraph is given as far as its first paragraph reaches.

    Example:
        >>> item = next(enumerations("一是公开目录；二是加强培训。")).items[1]
        >>> item.value, item.mark, item.text, item.body
        (2, '二是', '二是加强培训。', '加强培训。')
    """

    paragraph: int
    start: int
    end: int
    value: int
    mark: str
    text: str

    @property
    def body(self) -> str:
        """The words after the mark.

        Example:
            >>> next(enumerations("首先，公开目录。其次，加强培训。")).items[0].body
            '公开目录。'
        """
        return self.text[len(self.mark) :].lstrip(" \t\xa0\u3000，,、：:")


@frozen
class Enumeration:
    """A list of two or more items, its values as printed: a gap or a repeated number stays.

    Example:
        >>> next(enumerations("一是公开；三是培训。")).values
        (1, 3)
    """

    style: ListStyle
    items: tuple[Item, ...]

    @property
    def values(self) -> tuple[int, ...]:
        """The number of each item.

        Example:
            >>> next(enumerations("①公开；②培训。")).values
            (1, 2)
        """
        return tuple(item.value for item in self.items)


def enumerations(paragraphs: Sequence[str] | str) -> Iterator[Enumeration]:
    """Go through the lists in ``paragraphs``, by where they begin; a string is one paragraph.

    A list may run through several paragraphs, stand inside an item of another, and follow another in the same
    paragraph. A paragraph with the mark of a heading (``一、`` or ``（一）``) ends every list before it. One mark
    alone, as 一是 in running speech, is no list.

    Example:
        >>> for found in enumerations("问题：一是慢；二是少。措施：一是快①早报②早发；二是多。"):
        ...     print(found.style, [item.text for item in found.items])
        一是 ['一是慢；', '二是少。']
        一是 ['一是快①早报②早发；', '二是多。']
        ① ['①早报', '②早发；']
    """
    texts = [paragraphs] if isinstance(paragraphs, str) else paragraphs
    run = _Run()
    for index, text in enumerate(texts):
        heading = leading_mark(text)
        if heading is not None and heading.level <= 2:
            yield from run.finished(texts)
            run = _Run()
        for mark in item_marks(text, index):
            run.take(mark)
    yield from run.finished(texts)


@define
class _List:
    """A list while it grows. ``limit`` is the mark after its last item that ends that item at the latest."""

    style: ListStyle
    marks: list[ItemMark]
    values: list[int]
    limit: ItemMark | None = None
    is_limit_sibling: bool = False


class _Run:
    """The lists between two headings: those still open, innermost last, and all of them in the order they began."""

    def __init__(self) -> None:
        self.open: list[_List] = []
        self.all: list[_List] = []

    def take(self, mark: ItemMark) -> None:
        """Put ``mark`` where it belongs: on an open list, closing those inside it, or at the head of a new one."""
        if mark.value != 1 and (depth := self._depth_of_list_for(mark)) is not None:
            found = self.open[depth]
            for inner in self.open[depth + 1 :]:
                inner.limit = inner.limit or mark
            del self.open[depth + 1 :]
            found.values.append(found.values[-1] + 1 if mark.value is None else mark.value)
            found.marks.append(mark)
            found.limit, found.is_limit_sibling = None, False
        elif mark.value == 1 or (mark.value is not None and mark.style in _SPOKEN):
            self._begin(mark, mark.value)

    def _depth_of_list_for(self, mark: ItemMark) -> int | None:
        lasts = [(depth, found.values[-1]) for depth, found in enumerate(self.open) if found.style == mark.style]
        lasts.reverse()
        if mark.value is None:
            return lasts[0][0] if lasts else None
        value = mark.value  # never 1 here: 一是 printed twice is two lists, 二是 twice is one with a fault in it
        return next(
            (depth for steps in _STEPS for depth, last in lasts if value - last in steps),
            None,
        )

    def _begin(self, mark: ItemMark, value: int) -> None:
        for other in reversed(self.open):
            if other.style == mark.style and other.limit is None:
                other.limit, other.is_limit_sibling = mark, True
                break
        if len(self.open) == _DEEPEST:
            outermost = self.open.pop(0)
            outermost.limit = outermost.limit or mark
        self.open.append(_List(mark.style, [mark], [value]))
        self.all.append(self.open[-1])

    def finished(self, texts: Sequence[str]) -> Iterator[Enumeration]:
        """Give out every list that has two items or more."""
        for found in self.all:
            if len(found.marks) > 1:
                yield Enumeration(found.style, tuple(_items(found, texts)))


def _items(found: _List, texts: Sequence[str]) -> Iterator[Item]:
    is_terse = True  # every item so far is one sentence
    for position, (mark, value) in enumerate(zip(found.marks, found.values, strict=True)):
        following = found.marks[position + 1] if position + 1 < len(found.marks) else None
        text = texts[mark.paragraph]
        if following is not None:
            end = following.start if following.paragraph == mark.paragraph else len(text)
        else:
            end = _last_end(found, text, is_terse=is_terse)
        printed = text[mark.start : end].rstrip()
        inner = _SENTENCE_END.search(printed)
        is_terse = is_terse and (inner is None or inner.end() == len(printed))
        yield Item(mark.paragraph, mark.start, mark.start + len(printed), value, mark.text, printed)


def _last_end(found: _List, text: str, *, is_terse: bool) -> int:
    """Nothing marks where the last item ends: its sentence if the others are one each, else as far as it can reach."""
    mark = found.marks[-1]
    limit = len(text)
    if found.limit is not None and found.limit.paragraph == mark.paragraph:
        limit = found.limit.start
        if found.is_limit_sibling:  # the sentence that announces the next list is not the item's
            ends = [end.end() for end in _CLAUSE_END.finditer(text, mark.end, limit)]
            limit = ends[-1] if ends else limit
    stands_alone = _is_first(mark, text) and found.marks[-2].paragraph != mark.paragraph
    if is_terse and not stands_alone and (end := _SENTENCE_END.search(text, mark.end, limit)):
        return end.end()
    return limit


def _is_first(mark: ItemMark, text: str) -> bool:
    edge = _EDGE.match(text)
    return edge is not None and edge.end() == mark.start
