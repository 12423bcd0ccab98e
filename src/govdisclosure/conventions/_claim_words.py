"""The words by which prose says what a figure counts, as tokens."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from govdisclosure.conventions._claim_begins import BEGINS
from govdisclosure.conventions._claim_lexicon import LEXICON

__all__ = ["CONTENT", "FLUFF", "NOUNS", "Token", "may_state", "tokens_of"]


class Token(NamedTuple):
    """One word at ``words[start:end]``: its ``sort``, and what it names within that sort."""

    sort: str
    name: str
    start: int
    end: int


_GROUPS: Final = {f"t{index}": (sort, name) for index, (sort, name, _) in enumerate(LEXICON)}
_FIGURES_FIRST: Final = sorted(enumerate(LEXICON), key=lambda entry: entry[1][0] != "figure")
_SOME_BEGIN: Final = re.compile(f"[{re.escape(''.join(sorted(set(''.join(BEGINS)))))}]")
# What may begin with a character, compiled when it is met first: most characters begin one or two words, or none.
_AT: Final[dict[str, re.Pattern[str]]] = {}
_STATING: Final = ("figure", "neg", "all")
_STATES: Final = re.compile("|".join(f"(?:{pattern})" for sort, _, pattern in LEXICON if sort in _STATING))

CONTENT: Final = frozenset(
    (
        "verb",
        "request",
        "outcome",
        "carry",
        "remedy",
        "fate",
        "document",
        "write",
        "keep",
        "decision",
        "fee",
        "buy",
        "disclose",
        "other",
        "rate",
        "other_rate",
        "up",
        "down",
        "share",
        "applicant",
        "channel",
    )
)
"""Sorts that say what is counted."""

NOUNS: Final = frozenset(
    (
        "request",
        "outcome",
        "carry",
        "remedy",
        "fate",
        "document",
        "decision",
        "fee",
        "buy",
        "disclose",
        "other",
        "rate",
        "other_rate",
    )
)
"""Sorts that can be the head of what is counted; the last one before the figure is."""

FLUFF: Final = re.compile(
    "(?:政府信息|政务信息|各类|各项|共计|总计|总共|一共|合计|累计|总数|总量|总和|数量|件数|条数|全年|年度|本年|全部|达到|超过|大约|分别|其中|包括|包含|主要"
    "|情况|案件|事项|信息|相关|方面|结果|决定书?|方式|渠道|途径|形式|类别|仅有|只有|共有|计有|提出|提交|收取"
    "|[共总数量计为是达有约近超逾到至的了各均都等案件条类已也仅只,，、:;“”\"'])*+"
)
"""What may stand between a word and the figure that it is about."""


def tokens_of(words: str) -> Iterator[Token]:
    """Go through the tokens of ``words``; what is in between says nothing of figures.

    Example:
        >>> [token.sort for token in tokens_of("新收到政府信息公开申请12件，")]
        ['verb', 'request', 'figure', 'comma']
    """
    end = 0
    for begin in _SOME_BEGIN.finditer(words):
        start = begin.start()
        if start < end:
            continue
        found = (_AT.get(words[start]) or _beginning_with(words[start])).match(words, start)
        if found is not None and found.lastgroup is not None:
            end = found.end()
            yield Token(*_GROUPS[found.lastgroup], start, end)


def may_state(words: str) -> bool:
    """Tell whether there is a figure in ``words``, or a word that states one: 未收到, 均已办结.

    Example:
        >>> may_state("全年公开信息12条"), may_state("加强政务公开工作")
        (True, False)
    """
    return _STATES.search(words) is not None


def _beginning_with(character: str) -> re.Pattern[str]:
    patterns = [f"(?P<t{index}>{pattern})" for index, (_, _, pattern) in _FIGURES_FIRST if character in BEGINS[index]]
    return _AT.setdefault(character, re.compile("|".join(patterns)))
