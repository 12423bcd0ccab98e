"""What the tables say of a thing that prose may state: a row, a group of rows, the sum of several."""

from collections.abc import Hashable, Iterator, Mapping
from functools import cache
from typing import Final, cast

from govdisclosure.checks._kinds import DOCUMENTS, REMEDIES, REQUESTS
from govdisclosure.checks.rule import Case
from govdisclosure.conventions.claims import Claim, ClaimKind
from govdisclosure.model.label import labelled
from govdisclosure.model.report import Report
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.model.sums import leaf_rows
from govdisclosure.paths import Path

__all__ = ["figure_of", "has_tables_of", "is_comparable_kind", "paths_of"]

_SUMS: Final[Mapping[str, tuple[str, ...]]] = {
    "received_and_carried_in": ("received", "carried_in"),
    "handled": ("handled_total",),
    "answered": ("granted", "partly_granted", "refused", "unable_to_provide", "not_processed"),
    "granted_and_partly": ("granted", "partly_granted"),
    "litigation": ("direct_litigation", "litigation_after_reconsideration"),
    "reconsideration_and_litigation": ("reconsideration", "direct_litigation", "litigation_after_reconsideration"),
}
_AREA_WIDE: Final = ("area", None, False)  # asked once a case: 1 where its tables are those of the whole area
_OUR_AREA: Final = tuple(f"{whose}{area}" for whose in "我本" for area in "省市县区州盟旗")  # may be all of its bodies
_TELLING: Final = 5  # smaller figures are alike by chance
_OF_2019: Final = {"issued": "created"}


def is_comparable_kind(kind: str) -> bool:
    """Tell whether a figure of that kind in prose can be held against a table.

    Example:
        >>> is_comparable_kind("received"), is_comparable_kind("disclosed_items")
        (True, False)
    """
    return _section(kind) != ""


def paths_of(report: Report, kind: str) -> tuple[Path, ...]:
    """The rows, or cells of table 二, that make up a kind; none where the table is missing or of another edition."""
    section = _section(kind)
    table = getattr(report, section).table if section else None
    return () if table is None else _paths(cast("Hashable", type(table)), section, kind)


@cache
def _paths(given: Hashable, section: str, kind: str) -> tuple[Path, ...]:
    """The same for every table of a class."""
    table = cast("type[StatutoryTable]", given)()
    head, _, rest = kind.partition(".")
    names = _SUMS.get(head, (head,))
    if section == "proactive":
        row = getattr(table, head, None)
        name = rest if hasattr(row, rest) else _OF_2019.get(rest, "")
        return (Path((section, "table", head, name)),) if name and hasattr(row, name) else ()
    if section == "remedies":
        return tuple(Path((section, "table", name, rest or "total")) for name in names)
    return tuple(_leaves(table, (section, "table"), [*names] if not rest else [kind]))


def figure_of(case: Case, kind: ClaimKind | str, applicant: str | None = None, *, last: bool = False) -> int | None:
    """Return what the tables say of a kind; ``None`` where they do not, or where it is blank, words, or was not read.

    Args:
        case: the case.
        kind: the kind.
        applicant: the kind of applicants; by default all.
        last: whether last year's report is meant.

    Example:
        >>> from govdisclosure.testing.samples import sample
        >>> case = Case(sample(2024))
        >>> figure_of(case, "received"), figure_of(case, "received", "organisations"), figure_of(case, "refused")
        (13, 1, 1)
    """
    asked = (kind, applicant, last)
    if asked not in case.figures:
        case.figures[asked] = _figure(case, kind, applicant, last=last)
    return case.figures[asked]


def has_tables_of(case: Case, claim: Claim) -> bool:
    """Tell whether the tables have the figures of those whose figure a claim is: of the whole area, or of the issuer.

    A government's tables may have those of all its bodies or its own alone: what else prose says of the area tells.

    Example:
        >>> from govdisclosure.testing.samples import sample
        >>> case = Case(sample(2024, {"overview.blocks[2]": "全县共收到申请320件，县政府本级收到申请13件。"}))
        >>> [has_tables_of(case, claim) for _, claim in case.own_claims if claim.unit == "件"]
        [False, True]
    """
    is_of_area = _is_of_area(claim)
    if not is_of_area and "本级" not in claim.scope_word:
        return True
    if _AREA_WIDE not in case.figures:
        case.figures[_AREA_WIDE] = int(
            any(
                _is_of_area(one) and one.value >= _TELLING and one.value == figure_of(case, kind, one.applicant)
                for _, one in case.own_claims
                if not one.is_percentage
                for kind in one.readings
            )
        )
    return bool(case.figures[_AREA_WIDE]) is is_of_area


def _is_of_area(claim: Claim) -> bool:
    return claim.scope == "area" or claim.scope_word in _OUR_AREA


def _figure(case: Case, kind: str, applicant: str | None, *, last: bool) -> int | None:
    report = case.previous if last else case.report
    if report is None:
        return None
    paths = paths_of(report, kind)
    if not paths or not (last or all(map(case.is_read, paths))):
        return None
    values = [_value(report, path, applicant) for path in paths]
    return sum(value for value in values if value is not None) if None not in values else None


def _section(kind: str) -> str:
    head = kind.partition(".")[0]
    if head in REQUESTS:
        return "applications"
    if head.startswith(REMEDIES):
        return "remedies"
    return "proactive" if head in DOCUMENTS else ""


def _leaves(table: object, above: tuple[str, ...], names: list[str]) -> Iterator[Path]:
    """The rows of figures at or below the rows that are named."""
    for path, _, _ in leaf_rows(table):
        here = ".".join(map(str, path.parts))
        if any(here == name or here.startswith(f"{name}.") for name in names):
            yield Path((*above, *path.parts))


def _value(report: Report, path: Path, applicant: str | None) -> int | None:
    found = report.at(path)
    columns = [name for name, _ in labelled(type(found))]
    if not columns:
        return found if isinstance(found, int) else None
    cells = {name: getattr(found, name) for name in columns}
    parts = {name: cell for name, cell in cells.items() if name != "total"}
    if any(isinstance(cell, str) and any(char.isalnum() for char in cell) and cell != "无" for cell in cells.values()):
        return None
    counts = {name: cell if isinstance(cell, int) else 0 for name, cell in parts.items()}
    if applicant is not None:
        chosen = [
            name
            for name in counts
            if (name == applicant) or (applicant == "organisations" and name != "natural_person")
        ]
        return sum(counts[name] for name in chosen) if any(parts[name] is not None for name in chosen) else None
    if isinstance(cells["total"], int):
        return cells["total"]
    return sum(counts.values()) if any(cell is not None for cell in parts.values()) else None
