"""The printed labels of the statutory tables, in a form that forgives how they are printed."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final
from unicodedata import normalize

from attrs import frozen

from govdisclosure.conventions.traditional import simplified
from govdisclosure.editions import LABEL_VARIANTS, TABLE_KINDS
from govdisclosure.grid import GridRow, layout
from govdisclosure.model.cells import Money, is_mark, read_change, read_money
from govdisclosure.model.label import Holds, Role, labelled
from govdisclosure.model.sections import SectionName
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.model.sums import leaf_rows
from govdisclosure.paths import Path

__all__ = [
    "FAR",
    "Column",
    "LabelIndex",
    "form_text",
    "index_of",
    "is_anchor",
    "is_figure",
    "is_like_form",
    "is_part_of_form",
    "labels_in",
    "nearest",
    "nearest_head",
    "nearest_row",
    "normal",
    "resembles_head",
    "with_gloss",
]

_DROPPED: Final = re.compile(r"[\s\u200b\u2060\ufeff“”\"'‘’＂＇]+")
_GLOSS: Final = re.compile(r"(?<=.)\([^()]*\)$")
_GLOSSED: Final = re.compile(r"[0-9０-９][0-9０-９,，]*\s*[（(][^（）()]+[）)]")
_YEAR: Final = re.compile(r"\(20\d\d年?\)")
_NUMBER: Final = re.compile(r"^(?:\([一二三四五六七]\)|[一二三四],|\d[.,])")
_SHORTEST_BARE: Final = 4
_SHORTEST_MISPRINT: Final = 6
_SHORTEST_MISHEAD: Final = 3
_MOST_EDITS: Final = 3
FAR: Final = 1000
"""More edits than any two labels are apart."""
_LONGEST: Final = 120
_LIKE_FORM: Final = 0.5
_RESEMBLING: Final = 60.0
_LONGEST_FIGURE: Final = 40
_MARKS: Final = str.maketrans("、，；", ",,;")


@lru_cache(maxsize=4096)  # the same few labels come again and again
def normal(text: str) -> str:
    """A label without spaces, quotes and a trailing gloss, with one kind of brackets and commas.

    Example:
        >>> normal("本年新 制作数量"), normal("（二）部分公开（区分处理的，只计这一情形，不计其他情形）")
        ('本年新制作数量', '(二)部分公开')
    """
    text = re.sub(r"^(\d)[、,]", r"\1.", with_gloss(text))
    return _GLOSS.sub("", _YEAR.sub("", text)).translate(_MARKS)


def with_gloss(text: str) -> str:
    """A label without spaces and quotes, with one kind of brackets; its gloss stays.

    Example:
        >>> with_gloss("行政诉讼（未经复议 直接起诉）")
        '行政诉讼(未经复议直接起诉)'
    """
    return _DROPPED.sub("", normalize("NFKC", simplified(text)))


@lru_cache(maxsize=4096)
def is_figure(text: str) -> bool:
    """Tell whether a printed text is a figure, with a gloss or without, a sum of money, or a mark in place of one."""
    if text.isdecimal():
        return True
    if len(text) > _LONGEST_FIGURE:
        return False
    if isinstance(read_money(text), Money) or isinstance(read_change(text), int) or is_mark(text):
        return True
    return _GLOSSED.fullmatch(text) is not None


@frozen(eq=False)
class Column:
    """A column of a row: its name, what it holds, and the path of the cell in a report, also as text."""

    name: str
    holds: Holds
    path: Path
    text: str


@frozen(eq=False)
class LabelIndex:
    """The labels of one table class by their normal forms."""

    kind: type[StatutoryTable]
    rows: dict[str, Path]
    heads: frozenset[str]
    printed: Counter[str]
    columns: dict[Path, tuple[tuple[str, Holds], ...]]
    cells: dict[Path, tuple[Path, tuple["Column", ...]]]
    """For each row its path in a report, and its columns."""
    longest_first: tuple[str, ...]
    over: dict[Path, dict[str, str]]
    """For each row the names of its columns by the normal form of the heads over them, in the order of the form."""
    outer: frozenset[str]
    """The heads over a single column that stand beside those under a common head."""
    groups: frozenset[str]
    """The common heads over several columns."""
    totals: frozenset[str]
    """The names of the columns that sum up their row."""
    heads_over: frozenset[str]
    """The normal forms of all heads over columns of figures."""
    fillers: dict[Path, tuple[int, frozenset[int]]]
    """For each row how many cells stand right of its label once every merged cell is printed as one filled and the
    rest blank, and which of them are blank."""
    numbers: dict[Path, str]
    """The Arabic number before the label of a row, where it has one."""


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
    labels = {path: labelled(type(value)) for path, _, value in leaves}
    cells = {path: _columns(kind, path, pairs) for path, pairs in columns.items()}
    longest_first = tuple(
        sorted((form for form in {*heads, *rows} if len(form) > 1), key=lambda form: (-len(form), form))
    )
    over = {path: {normal(label.printed): name for name, label in pairs} for path, pairs in labels.items()}
    kinds = {label for pairs in labels.values() for _, label in pairs}
    has_groups = by_row and any(label.under for label in kinds)
    outer = frozenset(normal(label.printed) for label in kinds if has_groups and not label.under)
    groups = frozenset(normal(label.under[0]) for label in kinds if has_groups and label.under)
    totals = frozenset(name for pairs in labels.values() for name, label in pairs if label.role is Role.SUM)
    heads_over = frozenset(form for forms in over.values() for form in forms)
    fillers = {row.row: _fillers(row) for row in layout(kind) if row.row is not None}
    numbers = {path: digit[0] for path, label, _ in leaves if (digit := re.match("[0-9]", label.number))}
    return LabelIndex(
        kind,
        rows,
        heads,
        Counter(printed),
        columns,
        cells,
        longest_first,
        over,
        outer,
        groups,
        totals,
        heads_over,
        fillers,
        numbers,
    )


def _columns(
    kind: type[StatutoryTable], path: Path, columns: Iterable[tuple[str, Holds]]
) -> tuple[Path, tuple[Column, ...]]:
    row = Path((kind.section, "table", *path.parts))
    return row, tuple(Column(name, holds, row / name, str(row / name)) for name, holds in columns)


def _fillers(row: GridRow) -> tuple[int, frozenset[int]]:
    label = max((n for n, slot in enumerate(row.slots) if slot.path is None), default=-1)
    blanks: list[bool] = [True] * (row.slots[label].colspan - 1) if label >= 0 else []
    for slot in row.slots[label + 1 :]:
        blanks += [False, *[True] * (slot.colspan - 1)]
    return len(blanks), frozenset(n for n, is_blank in enumerate(blanks) if is_blank)


def labels_in(form: str, index: LabelIndex) -> list[str]:
    """The labels of the form that a text runs together, in printed order, the longest at each place.

    Example:
        >>> from govdisclosure import ApplicationsTable2021
        >>> labels_in("自然人法人或其他组织总计", index_of(ApplicationsTable2021))
        ['自然人', '法人或其他组织', '总计']
    """
    found: list[str] = []
    position = 0
    while position < len(form):
        label = next((one for one in index.longest_first if form.startswith(one, position)), None)
        found += [label] if label else []
        position += len(label) if label else 1
    return found


def nearest(form: str, labels: Iterable[str]) -> int:
    """How many edits away the nearest of some labels is; far away counts as :data:`FAR`.

    Example:
        >>> nearest("年制发件数", ["本年制发件数", "信息内容"])
        1
    """
    from rapidfuzz.distance import Levenshtein

    limit = max(1, len(form) // 4)
    far = min((Levenshtein.distance(form, label, score_cutoff=limit) for label in labels), default=FAR)
    return far if far <= limit else FAR


@lru_cache(maxsize=1024)
def nearest_head(form: str, index: LabelIndex) -> str | None:
    """The head over a column that a misprinted word can only be: one edit in four characters away, and no other label.

    Example:
        >>> from govdisclosure import ApplicationsTable2021
        >>> nearest_head("科研构", index_of(ApplicationsTable2021))
        '科研机构'
    """
    if len(form) < _SHORTEST_MISHEAD:
        return None
    limit = max(1, len(form) // 4)
    near = [label for label in (*index.heads, *index.rows) if nearest(form, [label]) <= limit]
    return near[0] if len(near) == 1 and near[0] in index.heads_over else None


def resembles_head(form: str, index: LabelIndex) -> bool:
    """Tell whether a word may be a head over a column, misprinted beyond knowing which."""
    from rapidfuzz import fuzz

    return any(fuzz.ratio(form, head, score_cutoff=_RESEMBLING) for head in index.heads_over)


def nearest_row(form: str, index: LabelIndex) -> Path | None:
    """The row whose label a misprinted one can only be: within one edit in six characters and three in all.

    Example:
        >>> from govdisclosure import ApplicationsTable2021
        >>> str(nearest_row("4.保护第三人合法权益", index_of(ApplicationsTable2021)))
        'refused.third_party_rights'
    """
    if not _SHORTEST_MISPRINT <= len(form) <= _LONGEST:
        return None
    found: dict[Path, int] = {}
    for label, path in index.rows.items():
        found[path] = min(nearest(form, [label]), found.get(path, FAR))
    (first, far), (_, second) = sorted(found.items(), key=lambda item: item[1])[:2]
    return first if far <= min(_MOST_EDITS, max(1, len(form) // 6)) and far < second else None


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


@lru_cache(maxsize=4096)
def is_part_of_form(text: str, name: SectionName) -> bool:
    """Tell whether a text is a label of the form, a piece of one, or several run together."""
    form = normal(text)
    if len(form) > _LONGEST:
        return False
    if form in form_text(name) or form in _known(name) or _without_labels(form, name) in form_text(name):
        return True
    words = text.split()
    return len(words) > 1 and all(is_part_of_form(word, name) for word in words)


def is_like_form(text: str, name: SectionName) -> bool:
    """Tell whether most of a text stands in the form, though its pieces are run together or out of order."""
    form = normal(text)
    if len(form) > _LONGEST:
        return False
    whole = form_text(name)
    pairs = [form[n : n + 2] for n in range(len(form) - 1)] or [form]
    return sum(pair in whole for pair in pairs) >= _LIKE_FORM * len(pairs)


@lru_cache(maxsize=4096)
def is_anchor(text: str, name: SectionName) -> bool:
    """Tell whether a text is a whole label that only this section's tables print, so that a table may begin there.

    Several whole labels that a copy ran together are one too.
    """
    form = normal(text)
    if not form or len(form) > _LONGEST or form in _COMMON:
        return False
    if form in _known(name):
        return True
    return not _without_labels(form, name) and any(label in form for label in _telling(name))


def _without_labels(form: str, name: SectionName) -> str:
    for label in _labels_longest_first(name):
        if len(label) > 1 and label in form:
            form = form.replace(label, "")
    return form


@cache
def _telling(name: SectionName) -> frozenset[str]:
    return _known(name) - _COMMON


@cache
def _known(name: SectionName) -> frozenset[str]:
    return frozenset(_labels_longest_first(name))


# Heads of columns that are words of everyday prose as well: no table begins with one of them.
_COMMON: Final = frozenset({"其他", "总计", "自然人", "其他处理", "不予公开", "无法提供", "不予处理", "3.其他"})
