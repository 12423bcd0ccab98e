"""What a reading holds, character by character: the measure of the law that reading loses nothing."""

from collections import Counter
from collections.abc import Iterator

from govdisclosure import Reading, Report
from govdisclosure.conventions.dates import format_date
from govdisclosure.conventions.numbering import mark_text
from govdisclosure.editions import SECTIONS
from govdisclosure.grid import table_texts
from govdisclosure.model.prose import Subsection
from govdisclosure.model.sections import SECTION_NAMES
from govdisclosure.paths import walk

# Box-drawing characters are the borders of tables in text.
MARKUP = frozenset("#|-*>`_:\\~=&;<§¶@![]()") | frozenset(map(chr, range(0x2500, 0x2580)))


def characters(text: str) -> Counter[str]:
    """The characters of a text that print, without those that may be mark-up."""
    return Counter(char for char in text if not char.isspace() and char.isprintable() and char not in MARKUP)


def held(reading: Reading) -> Counter[str]:
    """The characters that the report and its notes hold between them."""
    texts = [*_of_report(reading.report), *(note.raw for note in reading.notes)]
    return sum(map(characters, texts), Counter[str]())


def lost(source: str, reading: Reading) -> Counter[str]:
    """The characters of the source that are neither in the report nor in a note."""
    return characters(source) - held(reading)


def _of_report(report: Report) -> Iterator[str]:
    for _, value in walk(report):
        if isinstance(value, str):
            yield value
    if report.sign_off.date is not None:
        yield format_date(report.sign_off.date)
    yield str(report.year or "")
    for name in SECTION_NAMES:
        section = getattr(report, name)
        if section.present:
            yield SECTIONS[name].number if section.number is None else ""
            yield SECTIONS[name].title if section.title is None else ""
        if getattr(section, "table", None) is not None:
            yield from (slot.text for row in table_texts(section.table) for slot in row)
        yield from _marks(section.subsections, 2)
    for number, further in enumerate(report.further_sections, 7):
        yield mark_text(1, number) if further.number is None else ""
        yield from _marks(further.subsections, 2)
    for number, attachment in enumerate(report.attachments, 1):
        yield f"附件{number}：{attachment.reference or ''}"


def _marks(parts: tuple[Subsection, ...], level: int) -> Iterator[str]:
    for position, part in enumerate(parts, 1):
        yield mark_text(level, position) if part.number is None else ""
        yield from _marks(part.subsections, level + 1)
