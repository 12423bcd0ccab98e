"""What the words before a figure say of it: which year, whose figures, how sure."""

import re
from typing import Final, Literal, NamedTuple, TypeAlias

from govdisclosure.conventions._claim_words import Token
from govdisclosure.conventions.numerals import to_int

__all__ = ["PLAIN", "ClaimScope", "ClaimSpan", "Context", "context_after"]

ClaimScope: TypeAlias = Literal["area", "own"]
"""Whose figures: ``"area"`` after 全市, 各部门 and the like, ``"own"`` after 本机关, 我局 and the like."""

ClaimSpan: TypeAlias = Literal["part_of_year", "cumulative"]
"""``"part_of_year"`` for 上半年, 第一季度, 月均; ``"cumulative"`` for 累计, 历年, …以来."""

_RELATIVE: Final = {"this": 0, "previous": -1, "next": 1}
_YEAR: Final = re.compile("[0-9]{4}|[一二][〇零一二三四五六七八九]{3}")
_LAST: Final = re.compile("上|去|往")


class Context(NamedTuple):
    """What has been said so far in a sentence, and what of it holds for this clause alone."""

    year: int | None = None
    relative_year: int | None = None
    scope: ClaimScope | None = None
    scope_word: str = ""
    span: ClaimSpan | None = None
    is_planned: bool = False
    is_whole_year: bool = False
    compared: tuple[int | None, int | None] | None = None  # 较上年的10件: holds for the next figure of the clause
    is_clause_planned: bool = False
    is_clause_cumulative: bool = False

    def years(self) -> tuple[int | None, int | None]:
        """Give the year of a figure that stands here, printed and relative."""
        return (self.year, self.relative_year) if self.compared is None else self.compared

    def held_span(self) -> ClaimSpan | None:
        """Give the span of a figure that stands here."""
        return "cumulative" if self.is_clause_cumulative else self.span


PLAIN: Final = Context()


def context_after(context: Context, token: Token, word: str) -> Context:
    """Take one word in that is none of what is counted."""
    if token.sort in ("comma", "semi"):
        if context.compared or context.is_clause_planned or context.is_clause_cumulative:
            return context._replace(compared=None, is_clause_planned=False, is_clause_cumulative=False)
    elif token.sort == "figure" and context.compared:
        return context._replace(compared=None)
    elif token.sort == "as_of" and (years := _compared(word)):
        return context._replace(compared=years)
    elif token.sort == "year":
        return _with_year(context, token, word)
    elif token.sort == "scope":
        return context._replace(scope="area" if token.name == "area" else "own", scope_word=word)
    elif token.sort == "when":
        return _with_span(context, token, word)
    elif token.sort == "plan":
        return context._replace(is_clause_planned=True) if word == "将" else context._replace(is_planned=True)
    return context


def _compared(word: str) -> tuple[int | None, int | None] | None:
    if printed := _YEAR.search(word):
        return to_int(printed[0]), None
    return (None, -1) if _LAST.search(word) else None


def _with_year(context: Context, token: Token, word: str) -> Context:
    if word in ("下一步", "下步"):
        return context._replace(is_planned=True)
    if token.name:
        return context._replace(year=None, relative_year=_RELATIVE[token.name])
    printed = _YEAR.search(word)
    return context._replace(year=to_int(printed[0]) if printed else None, relative_year=None)


def _with_span(context: Context, token: Token, word: str) -> Context:
    if token.name == "year":
        return context._replace(span=None, is_whole_year=True)
    if token.name == "part":
        return context._replace(span="part_of_year", is_whole_year=False)
    if word == "累计":  # 全年累计 is the year's
        return context if context.is_whole_year else context._replace(is_clause_cumulative=True)
    return context._replace(span="cumulative")
