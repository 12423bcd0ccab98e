"""TXT 文字: titles, years, names, broken paragraphs, dates."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from govdisclosure.checks import _punctuation
from govdisclosure.checks.issuers import same_body
from govdisclosure.checks.rule import Case, Fix, Hit, Rule, Saying, rule
from govdisclosure.checks.severity import Severity
from govdisclosure.conventions.broken import is_broken
from govdisclosure.conventions.dates import periods
from govdisclosure.conventions.titles import parse_title, standard_title
from govdisclosure.conventions.traditional import simplified
from govdisclosure.paths import ROOT, Path
from govdisclosure.reading import Note

__all__ = ["RULES"]

_WITH_YEAR: Final = re.compile(r"(?:[0-9０-９]{4}|[一二][〇○零一二三四五六七八九]{3})\s*年")
_SHORT_YEAR: Final = re.compile(r"(?<![0-9])[0-9]{2}年")
_OPENING_YEAR: Final = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、．.]\s*)?((?:19|20)\d\d)\s*年(?:度|以来)?\s*[，,]"
)
_SELF: Final = re.compile("^[^，。；]{0,24}(?:我|本|全|共|累计)")
_COMPARED: Final = re.compile("较|相比|同比|增长|下降|减少|以来|至今|印发|修订|出台|施行")
_TITLE_YEAR: Final = re.compile(r"^((?:19|20)\d\d)\s*年")
_REPORTING: Final = re.compile("统计|期限|数据|报告|本年")
_LIKE: Final = 60  # of 100: such names are one body's, shortened
_OF_TABLES: Final = (("proactive",), ("applications",), ("remedies",))  # captions and heads, more likely than prose
_FEW: Final = 3  # paragraphs at least for each that is broken
_WRAPPED: Final = 3  # more broken paragraphs than this are the layout's doing


@rule("TXT001", severity=Severity.WARNING, looks_at="report")
def title_form(case: Case) -> Iterator[Saying]:
    """The title lacks 年 or the issuer; another order of words, 年度 and spaces are only a note.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"title": "青山镇人民政府2024政府信息公开工作年度报告"})
        ['TXT001']
    """
    title = case.report.title
    read = parse_title(title) if title else None
    if not title or read is None or read.is_standard:
        return
    due = standard_title(read.issuer, read.year) if read.issuer and read.year else None
    if read.year is not None and not _WITH_YEAR.search(title):
        yield Hit(Path(("title",)), expected=due, actual=title, variant="year")
    elif read.issuer is None or read.year is None:
        variant = "issuer" if read.issuer is None else "no_year"
        if variant == "no_year" and _SHORT_YEAR.search(title):
            variant = "short_year"
        yield Hit(Path(("title",)), expected=due, actual=title, variant=variant)
    elif "".join(simplified(title).split()) != simplified(due or ""):
        yield Hit(Path(("title",)), expected=due, actual=title, severity=Severity.NOTE)
    elif title != "".join(title.split()):
        yield Hit(Path(("title",)), expected=due, actual=title, severity=Severity.NOTE, variant="spaces")


@rule("TXT002", severity=Severity.WARNING, looks_at="prose")
def other_year(case: Case) -> Iterator[Saying]:
    """Another year was left over: in the title, the statistical period, a heading, or where a passage begins.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"overview.blocks[0]": "2023年，我镇全面推进政务公开工作。"})
        ['TXT002']
        >>> codes({"overview.blocks[0]": "2023年，我镇公开信息较上年增长一成。"})
        []
    """
    year = case.report.year
    if year is None:
        return
    read = parse_title(case.report.title) if case.report.title else None
    if read is not None and read.year is not None and read.year != year:
        yield Hit(Path(("title",)), expected=year, actual=read.year, severity=Severity.ERROR)
    for heading in case.headings:
        found = _TITLE_YEAR.match(heading.title)
        if found and int(found[1]) in (year - 1, year - 2):
            yield Hit(heading.path / "title", expected=year, actual=int(found[1]))
    for paragraph in case.paragraphs:
        text = paragraph.text
        if "年" not in text:
            continue
        opening = _OPENING_YEAR.match(text)
        # A passage that goes on to this year tells of the one before on purpose.
        if opening and int(opening[1]) in (year - 1, year - 2) and f"{year}年" not in text:
            clause = re.split("[。；]", text[opening.end() :], maxsplit=1)[0]
            if _SELF.match(clause) and not _COMPARED.search(clause):
                yield Hit(paragraph.path, expected=year, actual=f"{opening[1]}年")
        if "12月" in text or "12 月" in text:
            yield from _period(paragraph.path, text, year)


@rule("TXT003", severity=Severity.WARNING, looks_at="report")
def issuer_differs(case: Case) -> Iterator[Saying]:
    """Title and sign-off name different organs; a shortened name is only a note.

    Example:
        >>> from govdisclosure import SignOff
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"sign_off": SignOff("绿水县教育局", "2025年1月15日")})
        ['TXT003']
    """
    report = case.report
    read = parse_title(report.title) if report.title else None
    titled, signed = (read.issuer if read is not None else None), report.sign_off.issuer
    if not titled or not signed or same_body(titled, signed):
        return
    from rapidfuzz.fuzz import ratio

    severity = Severity.NOTE if ratio(titled, signed) >= _LIKE else None
    yield Hit(Path(("sign_off", "issuer")), expected=titled, actual=signed, severity=severity)


@rule("TXT004", severity=Severity.WARNING, looks_at="prose")
def paragraph_broken(case: Case) -> Iterator[Saying]:
    """A paragraph ends in the middle of a sentence, and the next goes on with it.

    Where every line of the source is a paragraph of its own, as on the pages of a PDF, that is the layout's doing and
    nobody's fault.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"preamble.blocks": ("本报告由青山镇办公室编制，数据统计、", "核对工作由各村配合完成。")})
        ['TXT004']
    """
    for note in _joined(case):
        yield Hit(note.path, actual=note.raw.replace("\n", "↵"))
    before, last = ROOT, ""
    for paragraph in case.paragraphs:
        if paragraph.path.parent == before and is_broken(last, paragraph.text):
            yield Hit(paragraph.path, actual=f"{last[-10:]}↵{paragraph.text[:10]}")
        before, last = paragraph.path.parent, paragraph.text


@rule("TXT014", severity=Severity.NOTE, looks_at="prose")
def until_and_ended(case: Case) -> Iterator[Saying]:
    """截止 (ended) stands for 截至 (up to).

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"preamble.blocks": ("截止2024年12月31日，公开信息12条。",)})
        ['TXT014']
        >>> codes({"preamble.blocks": ("申请截止日期为12月31日。",)})
        []
    """
    yield from _replaced(case, "截止", _UNTIL, "截至")


@rule("TXT015", severity=Severity.WARNING, basis=("GB15835",), looks_at="prose")
def date_truncated(case: Case) -> Iterator[Saying]:
    """A date has lost its 日, as in 12月31止.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"preamble.blocks": ("期限自2024年1月1日起至12月31止。",)})
        ['TXT015']
    """
    yield from _replaced(case, "月", _TRUNCATED, r"\g<0>日")


_UNTIL: Final = re.compile(r"截止(?:到|至)?(?=\s*(?:(?:19|20)\d\d\s*年|\d{1,2}\s*月|目前|今年|去年|本年|年底))")
_TRUNCATED: Final = re.compile(r"(?<!\d)\d{1,2}月\d{1,2}(?=[止起至](?!\s*\d{1,2}[日号]))")


def _joined(case: Case) -> Sequence[Note]:
    """The breaks that a reading closed, where they are not the layout's."""
    source = case.reading.provenance if case.reading is not None else None
    joined = [note for note in case.notes("paragraph_joined") if note.path.parts[:1] not in _OF_TABLES]
    is_layout = len(joined) > _WRAPPED or _FEW * len(joined) > len(case.paragraphs)
    return () if is_layout or (source is not None and source.format == "pdf") else joined


def _replaced(case: Case, word: str, form: re.Pattern[str], right: str) -> Iterator[Saying]:
    """A finding for each paragraph in which ``form`` stands, with the paragraph as it should be."""
    if word not in case.words:
        return
    for paragraph in case.paragraphs:
        found = form.search(paragraph.text)
        if found:
            mended = form.sub(right, paragraph.text)
            yield Hit(
                paragraph.path, expected=found.expand(right), actual=found[0], fixes=(Fix(paragraph.path, mended),)
            )


def _period(path: Path, text: str, year: int) -> Iterator[Saying]:
    """A whole year of reporting, of another year than the report's."""
    for period in periods(text):
        first, last = period.first, period.last
        if first is None or first != date(first.year, 1, 1) or first.year not in (year - 1, year - 2):
            continue
        said = text[max(0, period.start - 12) : period.end + 12]
        is_whole = (last or date(first.year, 12, 31)) == date(first.year, 12, 31)
        if is_whole and _REPORTING.search(said):
            mended = text[: period.start] + period.text.replace(str(first.year), str(year)) + text[period.end :]
            fixes = (Fix(path, mended),) if str(first.year) in period.text else ()
            yield Hit(path, expected=year, actual=period.text, severity=Severity.ERROR, fixes=fixes)


RULES: Final[Sequence[Rule]] = (
    title_form,
    other_year,
    issuer_differs,
    paragraph_broken,
    *_punctuation.RULES[:6],
    until_and_ended,
    date_truncated,
    *_punctuation.RULES[6:],
)
"""The rules of this module, in the order of their codes."""
