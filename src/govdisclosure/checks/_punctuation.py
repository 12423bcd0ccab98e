"""TXT 文字, the part about punctuation: half-width marks, pairs, doubled marks, spaces, document numbers, lists."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from govdisclosure.checks.prose import Paragraph
from govdisclosure.checks.rule import Case, Fix, Hit, Rule, Saying, rule
from govdisclosure.checks.severity import Severity
from govdisclosure.conventions.citations import document_numbers
from govdisclosure.paths import Path

__all__ = ["RULES"]

_HAN: Final = "[\u3400-\u4dbf\u4e00-\u9fff]"
_HALF: Final = re.compile(f"{_HAN}[,;:?!()]|[,;:?!()]{_HAN}")
_BETWEEN_TITLES: Final = re.compile("》、《")
_BETWEEN_QUOTES: Final = re.compile("“[^“”，。；]{1,12}”、“[^“”，。；]{1,12}”")
_PAIRS: Final = {"（": "）", "《": "》", "“": "”", "〔": "〕", "【": "】", "「": "」"}
_CLOSING: Final = {closing: opening for opening, closing in _PAIRS.items()}
_ROUND: Final = str.maketrans("()", "（）")
_PAIRED: Final = re.compile(f"[{''.join((*_PAIRS, *_CLOSING))}()]")
_LIST_NUMBER: Final = re.compile(r"(?:(?<=[\s，。；：、])|^)(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[a-zA-Z])[)）]")
_DOUBLED: Final = re.compile("([。，、；：])\\1+|，。|。，|，、|、，|；。|。；")
_CLOSED: Final = re.compile("。([”’])。")
_MENDED: Final = {"，。": "。", "。，": "，", "，、": "、", "、，": "，", "；。": "。", "。；": "；"}
_SPACED: Final = re.compile(
    "\\d{1,4}[ \u00a0\u3000]+[年月日号件条份宗次项个人名篇期起场元]"
    "|[年月][ \u00a0\u3000]+\\d|\\d[ \u00a0\u3000]+\\d(?=[\\d件条份宗])"
)
_GAP: Final = "[ \u00a0\u3000－—–-]*"
_PARTED: Final = re.compile(  # a time of day behind a date, a telephone number
    "\\d[ \u00a0\u3000]+\\d{1,2}[:：]\\d{2}"
    f"|(?<!\\d)(?:0\\d{{2,3}}|[48]00|1[3-9]\\d){_GAP}\\d{{3,4}}{_GAP}\\d{{3,4}}(?!\\d)"
)
_BRACKETS: Final = re.compile(r"(?<=[字发函办号令规告知通决])\s?[\[【（(〔](?:19|20)\d\d[\]】）)〕]\s?第?\d{1,5}号")
_COURT: Final = re.compile("[初终再审执行]")


@rule("TXT005", severity=Severity.NOTE, basis=("GB15834",), looks_at="prose")
def half_width_marks(case: Case) -> Iterator[Saying]:
    """Half-width punctuation stands beside Chinese characters: one finding a report.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"preamble.blocks": ("本报告由办公室编制,电话12345。",)})
        ['TXT005']
    """
    found = [(one, mark) for one in case.paragraphs if (mark := _HALF.search(one.text))]
    if found:
        count = sum(len(_HALF.findall(one.text)) for one, _ in found)
        yield Hit(found[0][0].path, actual=found[0][1][0], facts={"count": count}, also=_paths(found[1:]))


@rule("TXT006", severity=Severity.NOTE, basis=("GB15834 4.5.3.5",), looks_at="prose")
def mark_between_titles(case: Case) -> Iterator[Saying]:
    """A 、 stands between two titles or two quotations side by side.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> (
        ...     codes({"preamble.blocks": ("落实《甲办法》、《乙办法》。",)}),
        ...     codes({"preamble.blocks": ("按《甲》（一）、《乙》办理。",)}),
        ... )
        (['TXT006'], [])
    """
    found = [
        (one, mark)
        for one in case.paragraphs
        if (mark := _BETWEEN_TITLES.search(one.text) or _BETWEEN_QUOTES.search(one.text))
    ]
    if found:
        yield Hit(found[0][0].path, actual=found[0][1][0], facts={"count": len(found)}, also=_paths(found[1:]))


@rule("TXT007", severity=Severity.WARNING, basis=("GB15834",), looks_at="prose")
def pair_unbalanced(case: Case) -> Iterator[Saying]:
    """A bracket, a title mark or a quotation mark has no partner in its paragraph.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"preamble.blocks": ("落实《甲办法的要求。",)}), codes({"preamble.blocks": ("1）公开；2）培训。",)})
        (['TXT007'], [])
    """
    before: tuple[Paragraph, str] | None = None
    for paragraph in case.paragraphs:
        alone = _alone(paragraph.text)
        if before is not None:
            previous, mark = before
            is_next = previous.path.parent == paragraph.path.parent
            if not (is_next and alone == _PAIRS.get(mark)):
                yield Hit(previous.path, actual=_around(previous.text, mark))
            else:
                alone = ""  # a quotation that goes over two paragraphs
        before = (paragraph, alone) if alone else None
    if before is not None and not case.ends_early:
        yield Hit(before[0].path, actual=_around(before[0].text, before[1]))


@rule("TXT008", severity=Severity.WARNING, basis=("GB15834",), looks_at="prose")
def mark_doubled(case: Case) -> Iterator[Saying]:
    """A mark stands twice, or two marks stand where one belongs.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"preamble.blocks": ("本报告由办公室编制。。",)}), codes({"preamble.blocks": ("依法、依规……公开。",)})
        (['TXT008'], [])
    """
    for paragraph in case.paragraphs:
        found = _DOUBLED.search(paragraph.text)
        if found:
            mended = _DOUBLED.sub(lambda one: _MENDED.get(one[0], one[0][0]), paragraph.text)
            due = _MENDED.get(found[0], found[0][0])
            yield Hit(paragraph.path, expected=due, actual=found[0], fixes=(Fix(paragraph.path, mended),))
        elif _CLOSED.search(paragraph.text):
            yield Hit(paragraph.path, expected="。”", actual="。”。", severity=Severity.NOTE)


@rule("TXT009", severity=Severity.NOTE, looks_at="prose")
def spaces_in_figures(case: Case) -> Iterator[Saying]:
    """Spaces stand inside figures or dates: one finding a report.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"preamble.blocks": ("2024 年公开信息 12 条。",)})
        ['TXT009']
    """
    found = [(one, marks) for one in case.paragraphs if (marks := _spaced(one.text))]
    if found:
        count = sum(len(marks) for _, marks in found)
        yield Hit(found[0][0].path, actual=found[0][1][0], facts={"count": count}, also=_paths(found[1:]))


@rule("TXT013", severity=Severity.NOTE, basis=("GB9704 7.2.5",), looks_at="prose")
def document_number_form(case: Case) -> Iterator[Saying]:
    """A document number has other brackets than 〔〕, a 第 or a leading zero. Cases of courts use round brackets.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> (
        ...     codes({"preamble.blocks": ("按青政发[2021]05号办理。",)}),
        ...     codes({"preamble.blocks": ("（2021）青01行初1号。",)}),
        ... )
        (['TXT013'], [])
    """
    if "号" not in case.words:
        return
    for paragraph in case.paragraphs:
        if not _BRACKETS.search(paragraph.text):
            continue
        for number in document_numbers(paragraph.text):
            if number.brackets and not number.is_standard and not _COURT.search(number.agency):
                due = f"{number.agency}〔{number.year}〕{number.serial}号"
                if "".join(number.text.split()) != due:
                    yield Hit(paragraph.path, expected=due, actual=number.text)


@rule("TXT016", severity=Severity.NOTE, basis=("GB15834",), looks_at="prose")
def list_marks_differ(case: Case) -> Iterator[Saying]:
    """The items of one list end with different marks: ① with a semicolon, ② with a full stop.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> (
        ...     codes({"preamble.blocks": ("公开：①机构；②职能。③人事。",)}),
        ...     codes({"preamble.blocks": ("公开：①机构；②职能；③人事。",)}),
        ... )
        (['TXT016'], [])
    """
    for stretch, found in case.lists:
        if found.style != "①":
            continue
        bodies = [item.text.rstrip() for item in found.items[:-1]]
        if 2 * sum("。" in body[:-1] for body in bodies) >= len(bodies):
            continue  # items of several sentences
        ends = dict.fromkeys(body[-1:] for body in bodies if body[-1:] in "；;。，,、")
        if len(ends) > 1:
            first = found.items[0]
            yield Hit(stretch[first.paragraph].path, actual=" ".join(ends))


def _spaced(text: str) -> list[str]:
    """The spaces that part what belongs together: not those of a time of day or of a telephone number."""
    if not _SPACED.search(text):
        return []
    return [found[0] for found in _SPACED.finditer(_PARTED.sub("", text))]


def _alone(text: str) -> str:
    """The mark that has no partner; ``""`` where all have."""
    if not _PAIRED.search(text):
        return ""
    opened: list[str] = []
    for char in "".join(_PAIRED.findall(_LIST_NUMBER.sub("", text))).translate(_ROUND):
        if char in _PAIRS:
            if char == "“" and opened[-1:] == ["“"]:
                continue  # the second of two alike is meant to close
            opened.append(char)
        elif opened[-1:] == [_CLOSING[char]]:
            opened.pop()
        elif _CLOSING[char] in opened:
            return opened[-1]
        else:
            return char
    return opened[-1] if opened else ""


def _around(text: str, mark: str) -> str:
    """A few words around the mark that has no partner: the last of its kind, where it opens."""
    at = text.translate(_ROUND).rfind(mark)
    return text[max(0, at - 6) : at + 9]


def _paths(found: Sequence[tuple[Paragraph, object]]) -> tuple[Path, ...]:
    return tuple(one.path for one, _ in found)


RULES: Final[Sequence[Rule]] = (
    half_width_marks,
    mark_between_titles,
    pair_unbalanced,
    mark_doubled,
    spaces_in_figures,
    document_number_form,
    list_marks_differ,
)
"""The rules of this module, in the order of their codes."""
