"""The lists inside the prose of a report, each with the paragraphs among which it stands."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from govdisclosure.checks.prose import Paragraph
from govdisclosure.conventions.enumerations import Enumeration, enumerations

__all__ = ["lists_of"]

_SPOKEN: Final = ("一是", "①", "第一", "首先", "其一")


def lists_of(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Sequence[Paragraph], Enumeration]]:
    """Give every list with the stretch of paragraphs in which it stands: those side by side below one heading."""
    stretches: dict[tuple[object, ...], list[Paragraph]] = {}
    for one in paragraphs:
        stretches.setdefault(one.path.parent.parts, []).append(one)
    for stretch in stretches.values():
        if any(mark in one.text for one in stretch for mark in _SPOKEN):
            for found in enumerations([one.text for one in stretch]):
                yield stretch, found
