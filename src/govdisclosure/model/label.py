"""The vocabulary in which a statutory table is defined: one :class:`Label` for each field of its class.

The grid, the readers, the JSON Schema, the sums, the strategies and the reference pages all read these labels; nothing
restates them.
"""

from enum import Enum
from typing import Final, Literal, LiteralString, TypeAlias, TypeVar

from attrs import Attribute, field, fields, frozen

from govdisclosure.errors import ConstructionError
from govdisclosure.model._brief import Brief
from govdisclosure.model.cells import Change, Count, ExtraRow, MoneyCell, check_change, check_count, check_money
from govdisclosure.model.checking import check_kinds, wrong_type

__all__ = [
    "Holds",
    "Label",
    "Role",
    "Row",
    "change",
    "count",
    "edition",
    "extra_rows",
    "label_of",
    "labelled",
    "money",
    "row",
    "rows",
]

R = TypeVar("R")
E = TypeVar("E", bound=LiteralString)

_KEY: Final = "govdisclosure.label"

Holds: TypeAlias = Literal["count", "change", "money", "row"]
"""What a labelled field holds: a cell of one of three kinds, or a row (or group of rows) of cells."""


class Role(Enum):
    """What a row or a column does in the sums of its table.

    Example:
        >>> Role.SUM.value
        'sum'
    """

    PART = "part"
    SUM = "sum"
    IN = "in"
    OUT = "out"
    OUTCOME = "outcome"


@frozen(eq=False, order=False, repr=False)
class Label(Brief):
    """What the statutory form prints beside a figure, and what it means.

    Attributes:
        text: the printed words, without number and gloss.
        number: the printed number in front, such as ``（一）`` or ``3.``; ``""`` where there is none.
        gloss: the bracketed explanation that the form prints behind the words, brackets included.
        unit: what one unit of the figure is: ``件``, ``项``, ``万元``; ``""`` on a row of several units.
        basis: the legal basis: articles of the 《政府信息公开条例》, or another document by name and number.
        under: the printed headings under which it stands that are no class of their own, outermost first.
        role: what it does in the sums of the table, or ``None``.
        english: its usual English name.
        meaning: what is counted here, in Chinese and in English.
        holds: the kind of cell that stands there, or ``"row"``.

    Example:
        >>> from govdisclosure import ApplicationsTable2021
        >>> label = label_of(ApplicationsTable2021, "granted")
        >>> label.printed, label.basis, label.role.value
        ('（一）予以公开', '第三十六条第（一）、（二）项', 'outcome')
    """

    text: str
    number: str = ""
    gloss: str = ""
    unit: str = ""
    basis: str = ""
    under: tuple[str, ...] = ()
    role: Role | None = None
    english: str = ""
    meaning: tuple[str, str] = ("", "")
    holds: Holds = "row"

    @property
    def printed(self) -> str:
        """The label as the form prints it.

        Example:
            >>> Label("总计", number="（七）").printed
            '（七）总计'
        """
        return self.number + self.text + self.gloss


class Row(Brief):
    """The base of every row and group of rows: it shows itself by what is filled in.

    Example:
        >>> from govdisclosure import ApplicantCounts
        >>> ApplicantCounts(natural_person=3, total=3)
        ApplicantCounts(natural_person=3, total=3)
    """

    __slots__ = ()


def count(text: str, *, english: str, unit: str = "件", under: tuple[str, ...] = (), role: Role | None = None) -> Count:
    """Define a cell of counts, blank by default.

    Example:
        >>> from attrs import frozen
        >>> @frozen
        ... class Two:
        ...     upheld: Count = count("结果维持", english="upheld")
        >>> label_of(Two, "upheld").text
        '结果维持'
    """
    label = Label(text, unit=unit, under=under, role=role, english=english, holds="count")
    cell: Count = field(default=None, validator=check_count, metadata={_KEY: label})
    return cell


def change(text: str, *, english: str, unit: str = "项") -> Change:
    """Define a cell of 本年增/减, signed, blank by default.

    Example:
        >>> change("本年增/减", english="change in the year") is None
        False
    """
    label = Label(text, unit=unit, english=english, holds="change")
    cell: Change = field(default=None, validator=check_change, metadata={_KEY: label})
    return cell


def money(text: str, *, english: str, gloss: str = "", unit: str = "万元") -> MoneyCell:
    """Define a cell of money, blank by default. ``unit`` is what a bare figure counts.

    Example:
        >>> money("采购总金额", english="amount") is None
        False
    """
    label = Label(text, gloss=gloss, unit=unit, english=english, holds="money")
    cell: MoneyCell = field(default=None, validator=check_money, metadata={_KEY: label})
    return cell


def row(
    text: str,
    *,
    blank: R,
    english: str,
    number: str = "",
    gloss: str = "",
    basis: str = "",
    under: tuple[str, ...] = (),
    role: Role | None = None,
    meaning: tuple[str, str] = ("", ""),
) -> R:
    """Define a row of a table; ``blank`` is the shared row of blank cells that stands there by default.

    Example:
        >>> from govdisclosure import ApplicationsTable2021
        >>> label_of(ApplicationsTable2021, "received").number
        '一、'
    """
    label = Label(text, number, gloss, "", basis, under, role, english, meaning)
    cell: R = field(default=blank, validator=_check_row, metadata={_KEY: label})
    return cell


def rows(text: str, *, blank: R, english: str, number: str = "", under: tuple[str, ...] = ()) -> R:
    """Define a group of rows, such as （三）不予公开; ``blank`` is the shared group of blank rows.

    Example:
        >>> from govdisclosure import ApplicationsTable2021
        >>> label_of(ApplicationsTable2021, "refused").printed
        '（三）不予公开'
    """
    return row(text, blank=blank, english=english, number=number, under=under)


def edition(name: E) -> E:
    """Define the field that names the edition of a table; it holds that one name.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> RemediesTable().edition
        '2019'
    """
    fixed: E = field(default=name, validator=_check_edition)
    return fixed


def extra_rows() -> tuple[ExtraRow, ...]:
    """Define the field for the printed rows that the form does not have; none by default.

    Example:
        >>> from govdisclosure import RemediesTable
        >>> RemediesTable().extra_rows
        ()
    """
    none: tuple[ExtraRow, ...] = field(default=(), validator=_check_extra_rows)
    return none


def label_of(owner: type, name: str) -> Label:
    """Return the label of the field ``name`` of a class.

    Raises:
        KeyError: the field has no label.

    Example:
        >>> from govdisclosure import RemedyOutcomes
        >>> label_of(RemedyOutcomes, "pending").printed
        '尚未审结'
    """
    return dict(labelled(owner))[name]


def labelled(owner: type) -> tuple[tuple[str, Label], ...]:
    """Return the labelled fields of a class in printed order, as (name, label); nothing for any other class.

    Example:
        >>> from govdisclosure import RemedyOutcomes
        >>> [name for name, label in labelled(RemedyOutcomes)]
        ['upheld', 'corrected', 'other', 'pending', 'total']
        >>> labelled(int)
        ()
    """
    known = _LABELLED.get(owner)
    if known is None:
        found = fields(owner) if hasattr(owner, "__attrs_attrs__") else ()
        known = _LABELLED[owner] = tuple((a.name, a.metadata[_KEY]) for a in found if _KEY in a.metadata)
    return known


# A memo of class definitions, which never change: half of the cost of listing a table's cells.
_LABELLED: Final[dict[type, tuple[tuple[str, Label], ...]]] = {}


def _check_row(owner: object, attribute: "Attribute[R]", value: R) -> None:
    if type(value) is not type(attribute.default):
        raise wrong_type(type(owner).__name__, attribute.name, value, type(attribute.default).__name__)


def _check_edition(owner: object, attribute: "Attribute[E]", value: E) -> None:
    if value != attribute.default:
        raise wrong_type(type(owner).__name__, attribute.name, value, repr(attribute.default))


def _check_extra_rows(owner: object, attribute: "Attribute[tuple[ExtraRow, ...]]", value: tuple[ExtraRow, ...]) -> None:
    check_kinds(type(owner).__name__, attribute.name, value, ExtraRow)
    if value:
        _check_places(owner, attribute.name, value)


def _check_places(owner: object, name: str, extra: tuple[ExtraRow, ...]) -> None:
    """Raise unless each row follows one of the table's, and all stand in printed order: the one way to hold them."""
    from govdisclosure.model.sums import leaf_rows

    places = ["", *(str(path) for path, _, _ in leaf_rows(owner))]
    last = 0
    for position, item in enumerate(extra):
        if item.after not in places:
            field_name = f"{name}[{position}].after"
            raise ConstructionError(
                "no_such_row", owner=type(owner).__name__, field=field_name, value=item.after, last=places[-1]
            )
        if places.index(item.after) < last:
            raise ConstructionError("rows_out_of_order", owner=type(owner).__name__, field=f"{name}[{position}]")
        last = places.index(item.after)
