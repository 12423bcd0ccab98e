"""Citations of documents: 《…》 with marks inside, and document numbers such as 国办发〔2016〕19号."""

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from govdisclosure.conventions.numerals import to_int

__all__ = ["Citation", "DocumentNumber", "citations", "document_numbers"]

_TOKEN: Final = re.compile("[《》。；\n]")
_INNER: Final = re.compile("[〈<＜《]([^〈〉<>＜＞《》]{1,200})[〉>＞》]")
_OPENING: Final = re.compile(r"\s{0,4}[（(]\s{0,4}")

_D: Final = "[0-9０-９]"
_HAN: Final = "[㐀-䶿一-鿿]"
_LONGEST_AGENCY: Final = 20
_NUMBER: Final = re.compile(
    f"(?P<open>[〔\\[【（(﹝［])\\s?(?P<year>{_D}{{4}}|[一二][〇○零一二三四五六七八九]{{3}})\\s?(?P<close>[〕\\]】）)﹞］])"
    f"\\s?第?\\s?(?P<serial>{_D}{{1,5}}|[一二三四五六七八九十百〇零]{{1,7}})\\s?号"
    f"|令\\s?第?\\s?(?P<order>{_D}{{1,4}}|[一二三四五六七八九十百〇零]{{1,7}})\\s?号"
    f"|第\\s?(?P<order2>{_D}{{1,4}})\\s?号令"
    # a conversion has dropped the brackets: 国办公开办函202130 号
    f"|(?<=[函发發字办辦规規通])(?P<bare>20[0-9]{{2}})(?P<rest>{_D}{{1,3}})\\s?号"
)
_AGENCY: Final = re.compile(f"{_HAN}+\\s?$")
# Words that come before an agency in a sentence; codes of agencies hold none of them. 和 begins some (和政县).
_LEAD: Final = re.compile(
    "^(?:.*(?:以及|根据|按照|依据|依照|印发|执行|落实|贯彻|参照|文号|通知|转发|文件|的)(?=.)|[见見按据據及与與](?=..))"
)


@frozen
class DocumentNumber:
    """A document number at ``text[start:end]``: agency code, year and serial number.

    ``brackets`` are the two around the year as printed, ``""`` where they are lost; an order such as 国务院令第711号
    has no year.

    Example:
        >>> number = next(document_numbers("见青政发[2021]05号"))
        >>> number.agency, number.year, number.serial, number.brackets, number.is_standard
        ('青政发', 2021, 5, '[]', False)
    """

    text: str
    start: int
    end: int
    agency: str
    year: int | None
    serial: int
    brackets: str = ""

    @property
    def is_standard(self) -> bool:
        """Whether it is printed as the standard has it: 〔〕, no 第 after a year, no leading zero, no spaces.

        Example:
            >>> [number.is_standard for number in document_numbers("国务院令第711号、青政发〔2021〕5号")]
            [True, True]
        """
        middle = "第" if self.year is None else f"〔{self.year}〕"
        return self.text == f"{self.agency}{middle}{self.serial}号"


@frozen
class Citation:
    """A cited title at ``text[start:end]``, its marks 《》 included, and the number in the bracket after it.

    Example:
        >>> found = next(citations("按《关于印发〈青山镇办法〉的通知》（青政发〔2021〕5号）办理"))
        >>> found.title, found.inner_titles
        ('关于印发〈青山镇办法〉的通知', ('青山镇办法',))
        >>> found.number.text
        '青政发〔2021〕5号'
    """

    text: str
    start: int
    end: int
    number: DocumentNumber | None = None

    @property
    def title(self) -> str:
        """The title without its marks.

        Example:
            >>> next(citations("《条例 》")).title
            '条例'
        """
        return self.text[1:-1].strip()

    @property
    def inner_titles(self) -> tuple[str, ...]:
        """The titles named inside this one, in 〈〉, in ``<>`` or wrongly in 《》 again.

        Example:
            >>> next(citations("《关于印发<青山镇办法>的通知》")).inner_titles
            ('青山镇办法',)
        """
        return tuple(found[1].strip() for found in _INNER.finditer(self.title))


def citations(text: str) -> Iterator[Citation]:
    """Go through the outermost 《…》 in ``text``.

    A 《 that nothing closes before the sentence ends opens no citation; one inside it still counts.

    Example:
        >>> [found.text for found in citations("《甲》和《关于《乙》的通知》，《丙没有关。《丁》")]
        ['《甲》', '《关于《乙》的通知》', '《丁》']
    """
    opened: list[int] = []
    closed: list[tuple[int, int]] = []  # outermost so far; those inside a 《 still open wait here
    for token in _TOKEN.finditer(text):
        if token[0] == "《":
            opened.append(token.start())
            continue
        if token[0] == "》":
            if not opened:
                continue
            start = opened.pop()
            while closed and closed[-1][0] > start:
                closed.pop()
            closed.append((start, token.end()))
        else:
            opened.clear()
        if not opened:
            yield from (_citation(text, *span) for span in closed)
            closed.clear()
    yield from (_citation(text, *span) for span in closed)


def document_numbers(text: str) -> Iterator[DocumentNumber]:
    """Go through the document numbers in ``text``, whatever brackets they are printed with.

    Example:
        >>> [number.text for number in document_numbers("根据国办发 〔2016〕 19 号和国令第 711 号")]
        ['国办发 〔2016〕 19 号', '国令第 711 号']
    """
    earliest = 0
    for found in _NUMBER.finditer(text):
        number = _number(text, found, earliest)
        earliest = found.end()
        if number is not None:
            yield number


def _citation(text: str, start: int, end: int) -> Citation:
    number = None
    if bracket := _OPENING.match(text, end):
        window = text[bracket.end() : bracket.end() + 2 * _LONGEST_AGENCY]
        first = next(document_numbers(window), None)
        if first is not None and first.start == 0:
            at = bracket.end()
            number = DocumentNumber(
                first.text, at, at + first.end, first.agency, first.year, first.serial, first.brackets
            )
    return Citation(text[start:end], start, end, number)


def _number(text: str, found: re.Match[str], earliest: int) -> DocumentNumber | None:
    order = found["order"] or found["order2"]
    code = _agency(text, max(earliest, found.start() - _LONGEST_AGENCY), found.start())
    serial = to_int(found["serial"] or order or found["rest"])
    if not code or serial is None:
        return None
    start = found.start() - len(code)
    printed = found["year"] or found["bare"]
    return DocumentNumber(
        text[start : found.end()],
        start,
        found.end(),
        code.strip() + ("令" if order else ""),
        to_int(printed) if printed else None,
        serial,
        f"{found['open']}{found['close']}" if found["open"] else "",
    )


def _agency(text: str, earliest: int, end: int) -> str:
    run = _AGENCY.search(text, earliest, end)
    if run is None:
        return ""
    if text[run.start()] in "和及与與" and text[run.start() - 1 : run.start()] in tuple("号》）)"):
        return run[0][1:]
    lead = _LEAD.match(run[0])
    return run[0][lead.end() :] if lead else run[0]
