"""What stands before the first section: the title, what the page puts around it, and the preamble."""

import re
from collections.abc import Sequence
from typing import Final

from govdisclosure.conventions.titles import parse_title
from govdisclosure.document import Block, Heading, Text
from govdisclosure.paths import Path
from govdisclosure.recognize._notebook import Notebook

__all__ = ["is_furniture", "take_title"]

_FURNITURE: Final = re.compile(
    r"^(发布(时间|日期)|更新时间|成文日期|信息来源|来源|作者|字体|字号|浏览(次数|量)?|访问量|点击(数|量)?|打印|分享"
    r"|关闭|图片|正文|当前(位置|页面)|您(当前所在|的|现在的)位置|首页|关怀版|无障碍|Page \d+"
    r"|索引号|时间)\s*([:：>|\s\-].*)?$"
)


_LABELLED: Final = re.compile(r"(?:标\s?题|名\s?称|信息名称|文件名称)[\s:：]")
"""A line of the record above the report, which gives the title once more."""

_NO_PART: Final = re.compile(r"\d{5,}|\d{1,3}")
"""A number that is no year: a date of which a conversion dropped 年, 月 and 日."""


def is_furniture(text: str) -> bool:
    """Tell whether a line is put there by the page around the report: a date of publication, a breadcrumb, a button."""
    return len(text) <= 120 and _FURNITURE.match(text.strip()) is not None


def take_title(blocks: Sequence[Block], end: int, taken: list[bool], book: Notebook) -> str | None:
    """Find the title among the first ``end`` blocks; what stands before it, and repeats it, is noted."""
    spans = _title_spans(blocks, end, taken)
    marked = next((n for n in range(end) if _is_marked(blocks[n]) and not taken[n]), None)
    if spans:
        start, stop = next((span for span in spans if not _LABELLED.match(_text(blocks[span[0]]))), spans[0])
    elif marked is not None:
        start, stop = marked, marked + 1
    else:
        return None
    title = _joined(blocks, start, stop).strip()
    place = blocks[start].place
    book.stands(Path(("title",)), place)
    if stop - start > 1:
        lines = "\n".join(_text(blocks[n]) for n in range(start, stop))
        book.note("title_joined", Path(("title",)), lines, place)
    for number in range(end):
        if number < start and not taken[number] and _text(blocks[number]):
            book.note("before_title", raw=_text(blocks[number]), place=blocks[number].place)
            taken[number] = True
    for first, last in spans[1:]:
        if _spaceless(_joined(blocks, first, last)) == _spaceless(title):
            for number in range(first, last):
                book.note("title_repeated", Path(("title",)), _text(blocks[number]), blocks[number].place)
                taken[number] = True
    taken[start:stop] = [True] * (stop - start)
    return title


def _title_spans(blocks: Sequence[Block], end: int, taken: Sequence[bool]) -> list[tuple[int, int]]:
    """The runs of one to three lines that read as a title; one line alone is tried before it is joined to the next."""
    spans: list[tuple[int, int]] = []
    position = 0
    while position < end:
        span = next((stop for stop in range(position + 1, min(position + 3, end) + 1)
                     if _is_title(blocks, position, stop, taken)), None)  # fmt: skip
        if span is None:
            position += 1
        else:
            spans.append((position, span))
            position = span
    return spans


def _is_title(blocks: Sequence[Block], start: int, stop: int, taken: Sequence[bool]) -> bool:
    texts = [_text(blocks[n]) for n in range(start, stop)]
    if any(taken[start:stop]) or not all(texts) or any(map(is_furniture, texts)) or sum(map(len, texts)) > 100:
        return False
    if len(texts) > 1 and (len(texts[0]) > 45 or texts[0][-1] in "。：:；，," or _NO_PART.fullmatch(texts[0].strip())):
        return False
    alone = parse_title(texts[-1]) if len(texts) > 1 else None
    if alone is not None and alone.issuer and alone.year:
        return False
    found = parse_title("".join(texts))
    return found is not None and (len(texts) == 1 or found.year is not None)


def _is_marked(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _text(block: Block) -> str:
    return block.text if isinstance(block, Heading) or (isinstance(block, Text) and not block.literal) else ""


def _joined(blocks: Sequence[Block], start: int, stop: int) -> str:
    return "".join(_text(blocks[n]) for n in range(start, stop))


def _spaceless(text: str) -> str:
    return re.sub(r"\s+", "", text)
