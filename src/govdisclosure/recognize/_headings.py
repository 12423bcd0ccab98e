"""Which lines are the headings of sections, and of which."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from attrs import frozen

from govdisclosure.conventions.characters import is_blank
from govdisclosure.conventions.numbering import leading_mark, looks_like_heading
from govdisclosure.conventions.traditional import simplified
from govdisclosure.document import Block, Heading, Place, Text
from govdisclosure.editions import SECTIONS
from govdisclosure.model.sections import SECTION_NAMES, SectionName

__all__ = ["SectionHeading", "is_caption", "section_headings", "section_likeness", "split_heading"]

_SPACES: Final = re.compile(r"\s+")
_CAPTION: Final = re.compile(r"表\s*[一二三四1-4]\s*[：:、 ]")
_NUMBER_ALONE: Final = re.compile(r"\s*([一二三四五六])\s*")  # 二 主动公开政府信息情况: its mark was lost
_EXACT, _LISTED, _LIKE = 3, 2, 1
_FEWEST_CONTENTS: Final = 3  # lines of a table of contents; a caption below its heading is one, or two

_WORDS: Final[dict[SectionName, re.Pattern[str]]] = {
    "overview": re.compile(r"(总体|基本)情况$|^概述$|概况$"),
    "proactive": re.compile(r"主动公开.*情况$"),
    "applications": re.compile(r"(收到|处理|受理|办理|依申请).*申请.*情况$"),
    "remedies": re.compile(r"(复议|诉讼).*情况$"),
    "problems": re.compile(r"问题"),
    "other_matters": re.compile(r"其[他它].*(报告|说明).*事项$|需要报告的.*事项$"),
}


@frozen
class SectionHeading:
    """The heading of a section: where it is among the blocks, what is printed, and the statutory section it names."""

    position: int
    name: SectionName | None
    number: str
    title: str
    place: Place | None


@frozen
class _Candidate:
    position: int
    number: str
    value: int | None
    title: str
    place: Place | None
    likeness: Mapping[SectionName, int]
    is_first_level: bool


def split_heading(text: str) -> tuple[str, str]:
    """Part a heading into its number and its title; a heading that is only a number keeps it as its title."""
    mark = leading_mark(text)
    if mark is not None and not is_blank(text[mark.end :]):
        return mark.text, text[mark.end :].strip()
    bare = _NUMBER_ALONE.match(text) if mark is None else None
    if bare is not None and max(section_likeness(text[bare.end() :]).values()) == _EXACT:
        return bare[1], text[bare.end() :].strip()
    return "", text.strip()


@lru_cache(maxsize=1024)  # offices print the same few
def section_likeness(title: str) -> Mapping[SectionName, int]:
    """How well a title fits each statutory section: 3 word for word, 2 a known variant, 1 by its words, 0 not."""
    plain = simplified(_SPACES.sub("", title)).rstrip("。：:、")
    return {name: _likeness(plain, name) for name in SECTION_NAMES}


def section_headings(blocks: Sequence[Block], taken: Sequence[bool]) -> list[SectionHeading]:
    """Find the headings of sections among the blocks that are not ``taken``, in printed order."""
    found = [one for position, block in enumerate(blocks) if not taken[position] for one in _candidate(position, block)]
    first_level = [one for one in found if one.is_first_level]
    if not any(max(one.likeness.values()) >= _LISTED for one in first_level):
        # Some offices number their sections 1、 2、: then, and only then, a deeper mark may head a section.
        first_level += [one for one in found if not one.is_first_level and max(one.likeness.values()) >= _LISTED]
    first_level.sort(key=lambda one: one.position)
    first_level = _without_contents(first_level)
    names = _assigned(first_level)
    return [
        SectionHeading(one.position, names.get(one.position), one.number, one.title, one.place)
        for one in first_level
        if one.position in names or not _repeats(one, names, first_level)
    ]


def _without_contents(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Leave out a table of contents: lines in a row that name sections whose headings come again further down."""
    last = {name: one.position for one in candidates for name in _named(one)}
    kept: list[_Candidate] = []
    start = 0
    for number, one in enumerate(candidates, 1):
        if number < len(candidates) and candidates[number].position == one.position + 1:
            continue
        run, start = candidates[start:number], number
        again = {c.position for c in run if any(last[name] > c.position for name in _named(c))}
        kept += [c for c in run if len(again) < _FEWEST_CONTENTS or c.position not in again]
    return kept


def _named(one: _Candidate) -> list[SectionName]:
    """The statutory sections that a line names in words that are known for them."""
    return [name for name, likeness in one.likeness.items() if likeness >= _LISTED]


def is_caption(text: str) -> bool:
    """Tell whether a line is the caption of a table, such as 表二：主动公开政府信息情况."""
    return _CAPTION.match(text) is not None


def _repeats(one: _Candidate, names: dict[int, SectionName], all_of_them: Sequence[_Candidate]) -> bool:
    """Tell whether a line without a number says once more what the heading of its section says: a table's caption."""
    if one.number:
        return False
    above = [c.position for c in all_of_them if c.position < one.position and c.position in names]
    return bool(above) and one.likeness[names[above[-1]]] >= _LISTED


def _likeness(plain: str, name: SectionName) -> int:
    form = SECTIONS[name]
    if plain == form.title:
        return _EXACT
    if plain in form.variants:
        return _LISTED
    return _LIKE if len(plain) <= 40 and _WORDS[name].search(plain) else 0


def _candidate(position: int, block: Block) -> list[_Candidate]:
    if not isinstance(block, Heading | Text) or (isinstance(block, Text) and block.literal) or len(block.text) > 80:
        return []
    if is_caption(block.text) or is_blank(block.text):
        return []
    level = block.level if isinstance(block, Heading) else 0
    number, title = split_heading(block.text)
    mark = leading_mark(block.text) if number else None
    likeness = section_likeness(title)
    best = max(likeness.values())
    line = block.text.rstrip("。：:、 \u3000") if best >= _LISTED else block.text  # a heading with a mark behind it
    if level == 1 and not (mark and best >= _LISTED):
        return []
    if level:
        is_first = (mark is not None and mark.level == 1) or (level == 2 and (mark is None or best >= _LISTED))
    else:
        is_first = (mark is not None and mark.level == 1 and looks_like_heading(line)) or (
            mark is None and best == _EXACT
        )
    if not is_first and not (best >= _LISTED and (level or looks_like_heading(line))):
        return []
    return [_Candidate(position, number, mark.value if mark else None, title, block.place, likeness, is_first)]


def _assigned(candidates: Sequence[_Candidate]) -> dict[int, SectionName]:
    """Give each statutory section its heading: the best likeness wins, then the number, in printed order."""
    names: dict[int, SectionName] = {}
    for strength in (_EXACT, _LISTED, _LIKE):
        for name in SECTION_NAMES:
            if name in names.values():
                continue
            fitting = [c for c in candidates if c.likeness[name] == strength and c.position not in names]
            if fitting:
                in_order = [c for c in fitting if _keeps_order(c.position, name, names)]
                if in_order or strength > _LIKE:
                    names[(in_order or fitting)[0].position] = name
    for candidate in candidates:
        if candidate.position not in names and candidate.value is not None and 1 <= candidate.value <= 6:
            name = SECTION_NAMES[candidate.value - 1]
            if name not in names.values() and _keeps_order(candidate.position, name, names):
                names[candidate.position] = name
    return names


def _keeps_order(position: int, name: SectionName, names: dict[int, SectionName]) -> bool:
    rank = SECTION_NAMES.index(name)
    return all((position < other) == (rank < SECTION_NAMES.index(known)) for other, known in names.items())
