"""The printed labels of the statutory tables, in a form that forgives how they are printed."""

import re
from collections import Counter
from functools import cache, lru_cache
from typing import Final
from unicodedata import normalize

from attrs import frozen

from govdisclosure.conventions.traditional import simplified
from govdisclosure.editions import LABEL_VARIANTS, TABLE_KINDS
from govdisclosure.grid import layout
from govdisclosure.model.cells import Money, is_mark, read_change, read_money
from govdisclosure.model.label import Holds, labelled
from govdisclosure.model.sections import SectionName
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.model.sums import leaf_rows
from govdisclosure.paths import Path

__all__ = ["LabelIndex", "form_text", "index_of", "is_anchor", "is_figure", "is_part_of_form", "normal"]

_DROPPED: Final = re.compile(r"[\s\u200b\u2060\ufeff“”\"'‘’＂＇]+")
_GLOSS: Final = re.compile(r"(?<=.)\([^()]*\)$")
_YEAR: Final = re.compile(r"\(20\d\d年?\)")
_NUMBER: Final = re.compile(r"^(?:\([一二三四五六七]\)|[一二三四]、|\d[.、])")
_SHORTEST_BARE: Final = 4
_LONGEST: Final = 120
_LONGEST_FIGURE: Final = 40
_MARKS: Final = str.maketrans("、，；", ",,;")


@lru_cache(maxsize=4096)  # the same few labels come again and again
def normal(text: str) -> str:
    """A label without spaces, quotes and a trailing gloss, with one kind of brackets and commas.

    Example:
        >>> normal("本年新 制作数量"), normal("（二）部分公开（区分处理的，只计这一情形，不计其他情形）")
        ('本年新制作数量', '(二)部分公开')
    """
    text = _DROPPED.sub("", normalize("NFKC", simplified(text)))
    text = _YEAR.sub("", re.sub(r"^(\d)[、,]", r"\1.", text))
    return _GLOSS.sub("", text).translate(_MARKS)


def is_figure(text: str) -> bool:
    """Tell whether a printed text is a figure, a sum of money, or a mark in place of one."""
    if text.isdecimal():
        return True
    if len(text) > _LONGEST_FIGURE:
        return False
    return isinstance(read_money(text), Money) or isinstance(read_change(text), int) or is_mark(text)


@frozen(eq=False)
class LabelIndex:
    """The labels of one table class by their normal forms."""

    kind: type[StatutoryTable]
    rows: dict[str, Path]
    heads: frozenset[str]
    printed: Counter[str]
    columns: dict[Path, tuple[tuple[str, Holds], ...]]


def index_of(kind: type[StatutoryTable]) -> LabelIndex:
    """The index of a table class; row labels are found with and without their number, and in their variants."""
    known = _KNOWN.get(kind)
    if known is None:
        known = _KNOWN[kind] = _indexed(kind)
    return known


# A memo of class definitions, which never change.
_KNOWN: Final[dict[type, LabelIndex]] = {}


def _indexed(kind: type[StatutoryTable]) -> LabelIndex:
    leaves = list(leaf_rows(kind()))
    printed = [slot.text for row in layout(kind) for slot in row.slots if slot.path is None]
    by_row = kind.shape != "groups"
    exact = {normal(label.printed): path for path, label, _ in leaves} if by_row else {}
    heads = frozenset(form for text in printed if (form := normal(text)) and form not in exact)
    rows = dict(exact)
    for path, label, _ in leaves if by_row else ():
        for variant in (label.number + label.text, *LABEL_VARIANTS.get(str(path), ())):
            form = normal(variant)
            bare = _NUMBER.sub("", form)
            # Without its number a word like 合计 or 其他 may head a row of any table.
            for one in (form, bare) if len(bare) >= _SHORTEST_BARE else (form,):
                if one not in heads:
                    rows.setdefault(one, path)
    columns: dict[Path, tuple[tuple[str, Holds], ...]] = {
        path: tuple((name, label.holds) for name, label in labelled(type(value))) for path, _, value in leaves
    }
    return LabelIndex(kind, rows, heads, Counter(printed), columns)


@cache
def form_text(name: SectionName) -> str:
    """Everything that the forms of a section's tables print, in normal form, with bars between the labels."""
    texts = [normal(text) for kind in TABLE_KINDS[name] for text in index_of(kind).printed]
    raw = [_DROPPED.sub("", normalize("NFKC", text)).translate(_MARKS) for kind in TABLE_KINDS[name]
           for text in index_of(kind).printed]  # fmt: skip
    return "|".join(dict.fromkeys((*texts, *raw)))


@cache
def _labels_longest_first(name: SectionName) -> tuple[str, ...]:
    known = {form for kind in TABLE_KINDS[name] for form in (*index_of(kind).rows, *index_of(kind).heads)}
    return tuple(sorted(known, key=lambda form: (-len(form), form)))


def is_part_of_form(text: str, name: SectionName) -> bool:
    """Tell whether a text is a label of the form, a piece of one, or several run together."""
    form = normal(text)
    if len(form) > _LONGEST:
        return False
    if form in form_text(name) or form in _known(name) or _without_labels(form, name) in form_text(name):
        return True
    words = text.split()
    return len(words) > 1 and all(is_part_of_form(word, name) for word in words)


def is_anchor(text: str, name: SectionName) -> bool:
    """Tell whether a text is a whole label that only this section's tables print, so that a table may begin there.

    Several whole labels that a copy ran together are one too.
    """
    form = normal(text)
    if not form or len(form) > _LONGEST or form in _COMMON:
        return False
    return form in _known(name) or not _without_labels(form, name)


def _without_labels(form: str, name: SectionName) -> str:
    for label in _labels_longest_first(name):
        if len(label) > 1 and label in form:
            form = form.replace(label, "")
    return form


@cache
def _known(name: SectionName) -> frozenset[str]:
    return frozenset(_labels_longest_first(name))


# Heads of columns that are words of everyday prose as well: no table begins with one of them.
_COMMON: Final = frozenset({"其他", "总计", "自然人", "其他处理", "不予公开", "无法提供", "不予处理", "3.其他"})
