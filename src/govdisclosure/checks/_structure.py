"""STR 结构: the sections, their titles and numbers, and what each of them must speak of."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from govdisclosure.checks import _lists
from govdisclosure.checks.issuers import is_government
from govdisclosure.checks.rule import Case, Fix, Hit, Rule, Saying, Unassessed, rule
from govdisclosure.checks.severity import Severity
from govdisclosure.conventions.numbering import Mark, leading_mark
from govdisclosure.conventions.numerals import to_chinese, to_int
from govdisclosure.conventions.traditional import simplified
from govdisclosure.editions import SECTIONS
from govdisclosure.model.sections import SECTION_HEADINGS, SECTION_NAMES
from govdisclosure.paths import ROOT, Path

__all__ = ["RULES"]

_READING: Final = re.compile(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+[)）]")  # beside a character, in some copies
_LAYOUT: Final = re.compile(r"[\s、，,．.]")
_NONE: Final = re.compile(r"^(?:无|没有|暂无)[。.]?$")
_SHORTEST: Final = 30
_PROBLEM: Final = re.compile(
    "问题|不足|不够|短板|有待|欠缺|薄弱|差距|不高|不强|不及时|不到位|不全|不深|不广|困难|缺乏|滞后|单一|需要?(?:进一步)?(?:加强|提高|提升|完善|改进)"
)
_IMPROVEMENT: Final = re.compile("改进|改善|下一步|今后|措施|将|加强|加大|进一步|提高|提升|完善|强化|推进|优化|健全")
_LONGEST_OVERVIEW: Final = 1500
_FEE_YEAR: Final = 2021
_FEE: Final = re.compile(
    "处理费|(?:未|没有|不|无)[^，。；]{0,8}(?:收取|收费|费用)|(?:收取|收费)[^，。；]{0,10}(?:元|情况|费)"
)
_APPRAISAL: Final = {"工作考核": "考核", "社会评议": "评议", "责任追究": "责任追究|追责|问责"}
_ASPECTS: Final = {
    "主动公开": "主动公开|公开内容|公布|发布|公开(?:政府)?信息|公示",
    "依申请公开": "申请",
    "政府信息管理": "信息管理|文件管理|审查|审核|规范性文件|清理|动态调整|档案",
    "平台建设": "平台|网站|公众号|新媒体|微信|微博|门户|栏目|公开栏|专栏|政务新媒体",
    "监督保障": "监督|保障|考核|培训|评议|追究|领导小组|机制",
}
_TABLE_SECTIONS: Final = ("proactive", "applications", "remedies")
_LONGEST_PREAMBLE: Final = 300
_SHORT_OVERVIEW: Final = 200
_BODIES: Final = frozenset(("docx", "pdf", "text", "markdown"))
_ATTACHED: Final = re.compile(r"^附件\s*\d*\s*[：:]\s*\S")


@rule("STR001", severity=Severity.ERROR, basis=("OGI 50", "F21"), looks_at="report")
def section_missing(case: Case) -> Iterator[Saying]:
    """One of the six sections is not there; where only its heading was lost, that is a warning.

    Example:
        >>> from govdisclosure import Section
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"overview": Section.absent()})
        ['STR001']
    """
    report = case.report
    present = [getattr(report, name).present for name in SECTION_NAMES]
    if not any(present):
        yield Unassessed(ROOT, "cut")  # a page out of the middle
        return
    first = present.index(True)
    for number, name in enumerate(SECTION_NAMES):
        section, path = getattr(report, name), ROOT / name
        if present[number]:
            if section.title == "":
                yield Hit(path, expected=SECTION_HEADINGS[name][1], severity=Severity.WARNING, variant="heading")
        elif case.ends_early and not any(present[number:]):
            yield Unassessed(path, "cut")
        elif report.title is None and number < first and (first > 1 or report.preamble.blocks):
            yield Unassessed(path, "cut")  # the source begins in the middle
        elif name == "overview" and _has_overview(case):
            # Pages that begin right behind the preamble: the text of 一 is there, its heading is not.
            yield Hit(path, expected=SECTION_HEADINGS[name][1], severity=Severity.WARNING, variant="heading")
        else:
            yield Hit(path, expected="".join(SECTION_HEADINGS[name]))


@rule("STR002", severity=Severity.ERROR, basis=("F21",), looks_at="report")
def sections_out_of_order(case: Case) -> Iterator[Saying]:
    """The sections stand in another order than the form's."""
    if case.reading is None:
        return
    places = case.reading.places
    before: tuple[tuple[int, int], str] | None = None
    for name in SECTION_NAMES:
        place = places.get(name)
        if place is not None and getattr(case.report, name).title != "":
            here = (place.line, place.column)
            if before is not None and here < before[0]:
                yield Hit(ROOT / name, expected=SECTION_HEADINGS[name][1], actual=before[1])
                return
            before = here, SECTION_HEADINGS[name][1]


@rule("STR003", severity=Severity.NOTE, basis=("F21",), looks_at="report")
def section_title_differs(case: Case) -> Iterator[Saying]:
    """A section's title is not the form's.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"other_matters.title": "其他需要报告事项"})
        ['STR003']
    """
    for name, form in SECTIONS.items():
        title = getattr(case.report, name).title
        if title and _plain(title) != _plain(form.title):
            if case.ends_early and _plain(form.title).startswith(_plain(title)):
                continue  # cut in the middle of the heading
            path = ROOT / name / "title"
            yield Hit(path, expected=form.title, actual=title, fixes=(Fix(path, form.title),))


@rule("STR004", severity=Severity.WARNING, basis=("GB9704 7.3.3",), looks_at="report")
def numbers_not_consecutive(case: Case) -> Iterator[Saying]:
    """The numbers of headings or numbered paragraphs leave one out, or say one twice.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"overview.blocks": ("（一）主动公开，发布信息。", "（三）依申请公开和文件管理，平台有监督。")})
        ['STR004', 'STR012']
    """
    yield from _sections_numbered(case)
    siblings: dict[tuple[object, bool], list[tuple[Path, str]]] = {}
    for heading in case.headings:
        if heading.depth > 1 and heading.number:
            siblings.setdefault((heading.path.parts[:-1], True), []).append((heading.path, heading.number))
    for paragraph in case.paragraphs:
        siblings.setdefault((paragraph.path.parts[:-1], False), []).append((paragraph.path, paragraph.text))
    for found in siblings.values():
        yield from _gaps(found, case.words)


@rule("STR005", severity=Severity.NOTE, basis=("GB9704 7.3.3",), looks_at="report")
def heading_level(case: Case) -> Iterator[Saying]:
    """The number of a heading says one level, the markup of the source another."""
    for note in case.notes("heading_level"):
        yield Hit(note.path, actual=note.raw)


@rule("STR008", severity=Severity.WARNING, basis=("F21",), looks_at="report")
def section_empty(case: Case) -> Iterator[Saying]:
    """Nothing stands below a heading. 无。 is something.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"other_matters.blocks": ()})
        ['STR008', 'STR011']
    """
    last = case.headings[-1].path if case.headings else None
    for heading in case.headings:
        if not heading.is_empty or heading.part not in ("overview", "problems", "other_matters"):
            continue  # a table that is missing is another rule's business, and other headings may be lines of a list
        if heading.path == last and case.ends_early:
            yield Unassessed(heading.path, "cut")
        elif heading.depth == 1:
            yield Hit(heading.path)


@rule("STR009", severity=Severity.WARNING, basis=("OGI 50",), looks_at="problems")
def problems_or_improvements_missing(case: Case) -> Iterator[Saying]:
    """Section 五 says 无 or next to nothing, or names no problem, or no improvement.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"problems.blocks": ("无。",)}), codes({"problems.blocks": ("问题是慢，将改进。",)})
        (['STR009'], [])
    """
    if not case.report.problems.present:
        return
    said = "".join(one.text for one in case.paragraphs if one.part == "problems")
    titles = "".join(one.title for one in case.headings if one.part == "problems" and one.depth > 1)
    if not said and not titles:
        return  # an empty section is another rule's business
    if case.is_masked or (case.ends_early and not case.report.other_matters.present):
        yield Unassessed(Path(("problems",)), "masked" if case.is_masked else "cut")
        return
    words = said + titles
    has_problem, has_improvement = _PROBLEM.search(words), _IMPROVEMENT.search(words)
    if not (has_problem and has_improvement):
        is_nothing = _NONE.match(said) or len(said) < _SHORTEST
        variant = "short" if is_nothing else "improvement" if has_problem else "problem"
        yield Hit(Path(("problems",)), facts={"count": len(said)}, variant=variant)


@rule("STR010", severity=Severity.NOTE, looks_at="overview")
def overview_long(case: Case) -> Iterator[Saying]:
    """Section 一 is longer than 1,500 characters. No source that could be read sets a limit: off by default."""
    said = [one.text for one in case.paragraphs if one.part == "overview"]
    said += [one.number + one.title for one in case.headings if one.part == "overview" and one.depth > 1]
    length = sum(len("".join(one.split())) for one in said)
    if length > _LONGEST_OVERVIEW:
        yield Hit(Path(("overview",)), expected=_LONGEST_OVERVIEW, actual=length)


@rule("STR011", severity=Severity.NOTE, basis=("FEE",), looks_at="report")
def fee_not_stated(case: Case) -> Iterator[Saying]:
    """From 2021 on, nothing is said of the 信息处理费.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"other_matters.blocks": ("无。",)})
        ['STR011']
    """
    report = case.report
    if report.year is None or report.year < _FEE_YEAR or not report.other_matters.present:
        return
    parts = ("overview", "applications", "other_matters", "further_sections")
    if not any(one.part in parts and _FEE.search(one.text) for one in case.paragraphs):
        if case.is_masked:
            yield Unassessed(Path(("other_matters",)), "masked")
        else:
            yield Hit(Path(("other_matters",)))


@rule("STR012", severity=Severity.NOTE, basis=("OGI 50", "F21"), looks_at="report")
def appraisal_missing(case: Case) -> Iterator[Saying]:
    """A government's report does not tell the results of appraisal, public evaluation and accountability.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"overview.blocks[3]": "（三）平台与监督。维护网站，组织培训，纳入年度考核。"})
        ['STR012']
    """
    report = case.report
    if not is_government(report.issuer or "") or not report.overview.present:
        return
    words = "\n".join(one.text for one in case.paragraphs if one.part != "preamble")
    words += "\n".join(one.title for one in case.headings)
    missing = [name for name, form in _APPRAISAL.items() if not re.search(form, words)]
    if missing and (case.is_masked or case.ends_early):
        yield Unassessed(Path(("overview",)), "masked" if case.is_masked else "cut")
    elif missing:
        severity = Severity.WARNING if len(missing) == len(_APPRAISAL) else None
        yield Hit(Path(("overview",)), facts={"missing": "、".join(missing)}, severity=severity)


@rule("STR013", severity=Severity.NOTE, basis=("F21",), looks_at="overview")
def aspect_missing(case: Case) -> Iterator[Saying]:
    """Section 一 says nothing of one of its five aspects; short ones are let pass.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"overview.blocks": ("主动公开信息并审查文件，办理申请。考核、评议、追责都已落实。" * 9,)})
        ['STR013']
    """
    said = "".join(one.text for one in case.paragraphs if one.part == "overview")
    said += "".join(one.title for one in case.headings if one.part == "overview" and one.depth > 1)
    if len(said) < _SHORT_OVERVIEW:
        return
    missing = [name for name, form in _ASPECTS.items() if not re.search(form, said)]
    if missing and (case.is_masked or case.ends_early):
        yield Unassessed(Path(("overview",)), "masked" if case.is_masked else "cut")
    elif missing:
        yield Hit(Path(("overview",)), facts={"missing": "、".join(missing)})


@rule("STR014", severity=Severity.NOTE, basis=("GB9704 7.3.5",), looks_at="report")
def no_sign_off(case: Case) -> Iterator[Saying]:
    """A document with a title has no issuer or no date after section 六; the body of a web page needs none.

    Example:
        >>> from govdisclosure import SignOff
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"sign_off": SignOff()})
        ['STR014']
    """
    report, provenance = case.report, case.reading.provenance if case.reading is not None else None
    is_document = provenance is None or provenance.format in _BODIES
    if is_document and report.title and report.other_matters.present and not case.ends_early:
        sign_off = report.sign_off
        if not sign_off.issuer or not sign_off.date:
            variant = "" if not (sign_off.issuer or sign_off.date) else "date" if sign_off.issuer else "issuer"
            yield Hit(Path(("sign_off",)), variant=variant)


@rule("STR016", severity=Severity.NOTE, basis=("GB9704",), looks_at="report")
def attachment_absent(case: Case) -> Iterator[Saying]:
    """An attachment is announced and not there, nor a link to it.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"other_matters.blocks": ("未收取信息处理费。", "附件：公开目录")})
        ['STR016']
    """
    if case.report.attachments or "附件" not in case.words or case.notes("link_target"):
        return
    for paragraph in case.paragraphs:
        if _ATTACHED.match(paragraph.text):
            yield Hit(paragraph.path, actual=paragraph.text)


def _has_overview(case: Case) -> bool:
    """Whether what stands before the first heading is more than a preamble."""
    before = [one.text for one in case.paragraphs if one.part == "preamble"]
    return len(before) > 1 or sum(map(len, before)) > _LONGEST_PREAMBLE


def _plain(title: str) -> str:
    return _LAYOUT.sub("", _READING.sub("", simplified(title)))


def _sections_numbered(case: Case) -> Iterator[Saying]:
    """The numbers of the sections, as printed: what a missing section leaves out is said by its own rule."""
    before: int | None = None
    absent, unnumbered = 0, 0
    places = {ROOT / name: name for name in SECTION_NAMES}
    passed: set[str] = set()
    for heading in case.headings:
        is_section = heading.depth == 1 and not _is_behind_a_table(case, heading.path)
        value = _section_number(heading.number) if is_section else None
        if heading.path in places:
            name = places[heading.path]
            earlier = SECTION_NAMES[: SECTION_NAMES.index(name)]
            absent = sum(one not in passed and not _is_there(case, one) for one in earlier)
            passed.update(earlier)
        if value is None:
            unnumbered += is_section  # a heading that has lost its number takes one
            continue
        if before is not None and not before < value <= before + 1 + absent + unnumbered:
            yield Hit(heading.path, expected=before + 1, actual=heading.number)
        before, absent, unnumbered = value, 0, 0


def _section_number(printed: str) -> int | None:
    """The number of a section: 二、, or 二 that has lost its mark."""
    mark = leading_mark(printed)
    if mark is None:
        return to_int(printed) if printed else None
    return mark.value if mark.level == 1 else None


def _is_behind_a_table(case: Case, path: Path) -> bool:
    """Whether what looks like a section stands behind a table's: most likely rows 一、 to 四、 that ran together."""
    head, *rest = path.parts
    position = rest[0] if head == "further_sections" and rest else None
    return isinstance(position, int) and case.report.further_sections[position].after in _TABLE_SECTIONS


def _is_there(case: Case, name: str) -> bool:
    section = getattr(case.report, name)
    return bool(section.present and section.title != "")


def _gaps(found: Sequence[tuple[Path, str]], words: str) -> Iterator[Saying]:
    """Numbers of one level that stand side by side: the next one, or a new beginning."""
    before: dict[int, int] = {}
    for path, text in found:
        mark = leading_mark(text)
        if mark is None:
            continue
        last = before.get(mark.level)
        if last is not None and mark.value not in (1, last + 1) and not _is_elsewhere(last, mark, words):
            yield Hit(path, expected=last + 1, actual=mark.text)
        before[mark.level] = mark.value
        for level in [level for level in before if level > mark.level]:
            del before[level]


def _is_elsewhere(last: int, mark: Mark, words: str) -> bool:
    """Whether the number that seems left out is printed somewhere, but not as a heading; one that comes again is."""
    if mark.value == last:
        return False
    number = to_chinese(last + 1) if mark.level <= 2 else str(last + 1)
    return re.search(rf"(?<![\d一二三四五六七八九十第]){number}\s?[)）、．.]", words) is not None


RULES: Final[Sequence[Rule]] = (
    section_missing,
    sections_out_of_order,
    section_title_differs,
    numbers_not_consecutive,
    heading_level,
    *_lists.RULES,
    section_empty,
    problems_or_improvements_missing,
    overview_long,
    fee_not_stated,
    appraisal_missing,
    aspect_missing,
    no_sign_off,
    attachment_absent,
)
"""The rules of this module, in the order of their codes."""
