"""The words of a text without its layout, and without the numbers that count nothing."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import normalize

from attrs import frozen

from govdisclosure.conventions.announced import announced_counts
from govdisclosure.conventions.broken import is_broken
from govdisclosure.conventions.citations import citations, document_numbers
from govdisclosure.conventions.dates import PrintedDate, dates
from govdisclosure.conventions.traditional import simplified_characters

__all__ = ["FILLER", "STOP", "Words", "all_words_of", "masked", "words_of"]

STOP: Final = "\n"
"""What stands where a line ends and no sentence goes on."""

FILLER: Final = "\ue000"
"""What stands in the place of a title, a date, an article: words that are about no figure."""

# Copies put readings behind characters: 申請(qǐng). Layout: spaces, zero-width characters, soft hyphens.
_LAYOUT: Final = re.compile("(?:[\\s\u200b\u2060\ufeff\xad]|[(（][a-zà-ǿ]{1,6}[)）])+")
_ALIKE: Final = str.maketrans(
    {chr(ord("０") + digit): str(digit) for digit in range(10)}
    | {"％": "%", "﹪": "%", "．": ".", "：": ":", "；": ";", "（": "(", "）": ")", "｜": "|"}
    | dict(zip("電來線網訪郵眾諮", "电来线网访邮众咨", strict=True))  # words that the form does not have
    | {
        chr(radical): normalize("NFKC", chr(radical)) for radical in range(0x2F00, 0x2FD6)
    }  # fonts of PDFs print ⼀ for 一
)
_N: Final = "[0-9零〇一二两三四五六七八九十百]{1,9}+"
_UNCOUNTED: Final = re.compile(
    # 第二十条, 第19、20条, 第十二至十五条, 第一次
    f"第{_N}(?!季)(?:[条款项章节个次]?[、至到—~～-]第?{_N}){{0,9}}+[条款项章节批次期个届类]?(?:第?[(（]{_N}[)）][款项])?"
    # 10～20件 is no figure
    f"|(?<![0-9.])[0-9]{{1,9}}+%?[~～—–-]{{1,2}}[0-9]{{1,9}}+"
    "|[0-9]{1,9}+(?:[至到])[0-9]{1,9}+(?=[件条份宗起例次项个])"
    "|一件事|一次性|一条龙"
)
_KEEPS_YEAR: Final = ("截至", "截止", "自", "从", "至", "到")


@frozen
class Words:
    """The words of a text: simplified characters, half-width digits, no white space, no titles or dates.

    ``text[i]`` stands at ``offsets[i]`` in the source.

    Example:
        >>> words = words_of("依据《青山镇办法》收到申請 ２ 件")
        >>> words.text.replace(FILLER, "_"), words.source_span(13, 15)
        ('依据_______收到申请2件', (14, 17))
    """

    text: str
    offsets: list[int]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Give where the words from ``start`` to ``end`` stand in the source."""
        return self.offsets[start], self.offsets[end - 1] + 1


def words_of(text: str) -> Words:
    """Take the words out of ``text``, with everything that holds numbers and counts nothing masked."""
    return masked(all_words_of(text))


def all_words_of(text: str) -> Words:
    """Take the words out of ``text``; between digits one space is left for one, two for more."""
    kept: list[str] = []
    offsets: list[int] = []
    for start, end, mark in _runs(text):
        kept.append(text[start:end])
        offsets.extend(range(start, end))
        kept.append(mark)
        offsets.extend([end] * len(mark))
    words = "".join(kept).translate(_ALIKE)
    return Words(simplified_characters(words), offsets)


def _runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the runs of words, each with the mark to put behind it."""
    start = 0
    for layout in _LAYOUT.finditer(text):
        if start < layout.start():
            yield start, layout.start(), _mark(text, layout)
        start = layout.end()
    if start < len(text):
        yield start, len(text), ""


def _mark(text: str, layout: "re.Match[str]") -> str:
    gap = layout[0]
    if "\t" in gap:
        return STOP
    if "\n" in gap or "\r" in gap:
        if gap.count("\n") > 1 or not is_broken(_line_before(text, layout.start()), _line_after(text, layout.end())):
            return STOP
        gap = " "
    before, after = text[layout.start() - 1], text[layout.end() : layout.end() + 1]
    if before.isdigit() and after.isdigit():
        return " " if len(gap) == 1 else "  "
    return ""


def _line_before(text: str, end: int) -> str:
    window = text[max(0, end - 400) : end]
    return window[window.rfind("\n") + 1 :]


def _line_after(text: str, start: int) -> str:
    return text[start : start + 400].partition("\n")[0]


def masked(words: Words) -> Words:
    """Put the filler over everything that holds numbers and counts nothing."""
    chars = list(words.text)
    for start, end in _uncounted(words.text):
        chars[start:end] = FILLER * (end - start)
    return Words("".join(chars), words.offsets)


def _uncounted(words: str) -> Iterator[tuple[int, int]]:
    for cited in citations(words):
        yield cited.start, cited.end
    for number in document_numbers(words):
        yield number.start, number.end
    for printed in dates(words):
        yield _year_end(printed, words), printed.end
    for count in announced_counts(words):
        yield count.start, count.end - len(count.noun)
    for found in _UNCOUNTED.finditer(words):
        yield found.span()


def _year_end(printed: PrintedDate, words: str) -> int:
    """Keep the year where the date says up to when, or from when, something was counted."""
    year = words.find("年", printed.start, printed.end)
    bounds = words[max(0, printed.start - 2) : printed.start].endswith(_KEEPS_YEAR) or words[
        printed.end : printed.end + 1
    ] in tuple("至到—-")
    return year + 1 if bounds and year > 0 else printed.start
