"""How much of a text stood in another: sentences compared with their years and numbers masked."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from govdisclosure.checks.prose import sentences

__all__ = ["Resemblance", "resemblance"]

_SHORTEST: Final = 12
_MASKED: Final = re.compile(r"[0-9０-９.,%％]+|[一二三四五六七八九十百千]+(?=[个项条件次年])")
_LAYOUT: Final = re.compile(r"[\s，。；、：！？“”（）()]")
_FORMULA: Final = re.compile("^(?:根据|依据|按照|依照|为贯彻|本报告)|《中华人民共和国政府信息公开条例》|处理费")


@frozen
class Resemblance:
    """How many sentences a text has that count, and which of them stood in the other."""

    count: int
    repeated: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share that was repeated, from 0 to 1."""
        return len(self.repeated) / self.count if self.count else 0.0


def resemblance(now: Iterable[str], before: Iterable[str]) -> Resemblance:
    """Compare the sentences of one text with those of another. Short ones and legal formulae do not count.

    Example:
        >>> found = resemblance(["全年公开各类政府信息共计12条。"], ["全年公开各类政府信息共计9条。"])
        >>> found.share
        1.0
    """
    known = {key for key, _ in _sentences(before)}
    mine = list(_sentences(now))
    return Resemblance(len(mine), tuple(sentence for key, sentence in mine if key in known))


def _sentences(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    for text in texts:
        for _, sentence in sentences(text):
            key = _LAYOUT.sub("", _MASKED.sub("", sentence))
            if len(key) >= _SHORTEST and not _FORMULA.search(sentence):
                yield key, sentence
