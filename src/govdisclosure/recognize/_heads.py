"""The heads printed over the columns of a table, and which figure of a row stands under which.

The order of the form is taken where the printed heads do not speak against it. Heads in another order count by their
own row, or by the columns of the grid; where neither tells, no order is certain.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from govdisclosure.recognize._cells import Row, Token

__all__ = ["UNREAD", "Head", "Order", "by_columns", "end_of", "printed_order"]

UNREAD: Final = "?"
"""The form of a head that is misprinted beyond reading."""


@frozen
class Head:
    """A head over a column: its label in normal form, and where it is printed."""

    form: str
    token: Token
    row: Row


@frozen
class Order:
    """What the printed heads say of the columns of a row.

    ``names`` is the order of its figures, or ``None`` where the heads contradict the form and do not say another;
    ``missing`` are the columns over which no head was seen, if any was; ``places`` the physical columns of each.
    """

    names: tuple[str, ...] | None
    missing: frozenset[str]
    places: Mapping[str, frozenset[int]]
    sheet: int | None
    width: int = 0

    @property
    def is_contiguous(self) -> bool:
        """Whether the columns with a head stand side by side."""
        columns = sorted(at for places in self.places.values() for at in places)
        return bool(columns) and columns[-1] - columns[0] == len(columns) - 1


def printed_order(heads: Sequence[Head], columns: Mapping[str, str], outer: frozenset[str]) -> Order:
    """Tell the order of the columns from the ``heads`` over them.

    ``columns`` are the names of the columns by the normal form of their labels, in the order of the form; ``outer``
    the labels that span the rows of heads, and so come before or after all that stand under a common head.
    """
    form = tuple(columns.values())
    mine = [head for head in heads if head.form in columns]
    if not mine:
        return Order(form, frozenset(), {}, None)
    places: dict[str, set[int]] = {}
    for head in mine:
        spanned = range(head.token.column, head.token.column + head.token.span)
        places.setdefault(columns[head.form], set()).update(spanned)
    # Places of heads from several grids, or one over another, tell nothing.
    sheets = {head.row.sheet for head in mine}
    is_whole = end_of(mine[0].row) == max(end_of(head.row) for head in mine)  # else a span is wrong, or a head is lost
    is_told = len(sheets) == 1 and None not in sheets and is_whole and _are_apart(places)
    is_told = is_told and _are_under(heads, [head for head in mine if head.form not in outer], columns)
    is_clear = sum(head.form == UNREAD for head in heads) <= 1 and _leaves_room(heads, list(columns), outer)
    return Order(
        _names(
            mine,
            columns,
            outer,
            places if is_told else {},
            is_clear=is_clear,
            is_split=_is_split(heads, columns, outer),
        ),
        frozenset(form) - places.keys(),
        {name: frozenset(at) for name, at in places.items()} if is_told else {},
        sheets.pop() if is_told else None,
        max(map(end_of, (head.row for head in mine))),
    )


def end_of(row: Row) -> int:
    """The column at which a row ends in its grid."""
    return max((token.column + token.span for token in row.tokens), default=0)


def by_columns(tokens: Sequence[Token], order: Order, columns: Sequence[str]) -> list[Token] | None:
    """Assign the cells of a row by the physical columns of the heads; ``None`` where that is not certain.

    Every cell with a text must stand under a head, every head over a cell; a merged cell that is printed once for each
    of its columns says the same in all of them.
    """
    owners = {at: name for name, places in order.places.items() for at in places}
    found: dict[str, list[Token]] = {}
    for token in tokens:
        owner = owners.get(token.column)
        if owner is not None:
            found.setdefault(owner, []).append(token)
        elif token.text:
            return None
    assigned: list[Token] = []
    for name in columns:
        mine = found.get(name)
        if mine is None:
            if name not in order.missing:
                return None
            assigned.append(Token(""))
            continue
        printed = [token for token in mine if token.text]
        if len({token.text for token in printed}) > 1:
            return None
        assigned.append((printed or mine)[0])
    return assigned


def _names(
    heads: Sequence[Head],
    columns: Mapping[str, str],
    outer: frozenset[str],
    places: Mapping[str, set[int]],
    *,
    is_clear: bool,
    is_split: bool,
) -> tuple[str, ...] | None:
    """The order of the columns: the form's, or the one that the columns of the grid or a whole row of heads shows."""
    form = tuple(columns.values())
    by_place = tuple(sorted(places, key=lambda name: min(places[name])))
    if places and by_place != tuple(name for name in form if name in places):
        return by_place if len(by_place) == len(form) else None
    if not is_clear:
        return None
    if _keeps_form([head.form for head in heads], list(columns), outer) and not is_split:
        return form
    return _order_of_a_row(heads, columns)


def _leaves_room(heads: Sequence[Head], form: Sequence[str], outer: frozenset[str]) -> bool:
    """Tell whether each head that cannot be read stands where the form has one that no other beside it names."""
    for lost in heads:
        if lost.form != UNREAD:
            continue
        row = [head.form for head in heads if head.row is lost.row]
        here = [label for label in form if label not in outer or not outer.isdisjoint(row)]
        last, waiting = -1, 0
        for label in row:
            if label == UNREAD:
                waiting += 1
            elif label in here:
                if here.index(label) - last <= waiting:
                    return False
                last, waiting = here.index(label), 0
        if len(here) - last <= waiting:
            return False
    return True


def _is_split(heads: Sequence[Head], columns: Mapping[str, str], outer: frozenset[str]) -> bool:
    """Tell whether a head that spans the rows stands among those of the common head, or before it out of turn."""
    inner = [n for n, form in enumerate(columns) if form not in outer]
    lines: list[int] = []
    rows: dict[int, list[int]] = {}
    for head in heads:
        if head.form == UNREAD or not (head.form in outer or head.form not in columns):
            continue
        rank = (0 if list(columns).index(head.form) < inner[0] else 2) if head.form in outer else 1
        mine = lines if head.row.sheet is None else rows.setdefault(id(head.row), [])
        if head.row.sheet is not None and mine and rank < mine[-1]:
            return True
        if head.row.sheet is None and rank == 1 and lines[-2:] in ([1, 0], [1, 2]):
            return True  # the lines of a text may tell the common head first, but not once more behind another
        mine.append(rank)
    return False


def _order_of_a_row(heads: Sequence[Head], columns: Mapping[str, str]) -> tuple[str, ...] | None:
    """The order of the heads in a row that has all of them."""
    for first in heads:
        names = tuple(dict.fromkeys(columns[head.form] for head in heads if head.row is first.row))
        if len(names) == len(columns):
            return names
    return None


def _keeps_form(printed: Sequence[str], form: Sequence[str], outer: frozenset[str]) -> bool:
    """Tell whether heads, read row by row, stand as the form has them, each time that they are told."""
    telling: list[str] = []
    for position, label in enumerate(printed):
        if position and label == printed[position - 1]:
            continue  # a merged head, said for each of its columns
        if label in telling:
            if not _is_in_order(telling, form, outer):
                return False
            telling = []
        telling.append(label)
    return _is_in_order(telling, form, outer)


def _is_in_order(labels: Sequence[str], form: Sequence[str], outer: frozenset[str]) -> bool:
    """Heads under a common one stand in their order; the others as in the form, or all before those."""
    ranks = [form.index(label) for label in labels if label not in outer]
    around = [form.index(label) for label in labels if label in outer]
    if ranks != sorted(ranks) or around != sorted(around):
        return False
    positions = [n for n, label in enumerate(labels) if label not in outer]
    if not (positions and ranks):
        return True
    for n, label in enumerate(labels):
        if label in outer:
            is_left = form.index(label) < ranks[0]
            if positions[0] < n and (is_left or n < positions[-1]):
                return False
    return True


def _are_under(heads: Sequence[Head], inner: Sequence[Head], columns: Mapping[str, str]) -> bool:
    """Tell whether the heads of a common one stand under it, or right of the first, where it is printed once."""
    common = [head.token for head in heads if head.form not in columns and head.form != UNREAD and head.row.tokens]
    if not common or not inner:
        return True
    start, end = min(token.column for token in common), max(token.column + token.span for token in common)
    return all(start <= head.token.column < end for head in inner)


def _are_apart(places: Mapping[str, set[int]]) -> bool:
    taken: set[int] = set()
    for mine in places.values():
        if taken & mine:
            return False
        taken |= mine
    return True
