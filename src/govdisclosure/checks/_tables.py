"""TAB 表格: the statutory tables as they are printed."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, cast

from govdisclosure.checks.cells import Cell
from govdisclosure.checks.issuers import issuer_kind
from govdisclosure.checks.naming import label_at
from govdisclosure.checks.rule import Case, Fix, Hit, Rule, Saying, Severity, Unassessed, rule
from govdisclosure.conventions.traditional import simplified
from govdisclosure.editions import LABEL_VARIANTS, edition_due
from govdisclosure.model.cells import Kind, Money, kind_of
from govdisclosure.model.proactive import ProactiveTable2021
from govdisclosure.model.prose import FreeTable, Picture
from govdisclosure.model.sections import SECTION_NAMES
from govdisclosure.paths import Path

__all__ = ["RULES"]

_SECTIONS: Final = ("proactive", "applications", "remedies")
_UNCERTAIN: Final = ("row_undecidable",)
_UNREADABLE: Final = frozenset(("table_undecidable", "image", "link_target", "picture_without_reference"))
_DECIMAL: Final = re.compile(r"\d+\.\d+")
_THOUSANDS: Final = 3  # digits behind a point that may be a comma
_NEGATIVE: Final = re.compile(r"[-－−]\s*\d+")
_GLOSSED: Final = re.compile(r"\d+(?:\s*[①-⑳]|\s*[（(].*[）)])")
_SPACED: Final = re.compile(r"\d[\d\s]*\d")
_WIDE: Final = str.maketrans("０１２３４５６７８９．，（）－−", "0123456789.,()--")
_LEVEL: Final = ("持平", "不变", "无变化")
_NO_POWER: Final = frozenset(("township", "subdistrict", "county"))
_FACTOR: Final = 10_000
_TIMES: Final = 1_000
_LIKE: Final = 75  # of 100: less is another label
_SHORTEST_LABEL: Final = 3


@rule("TAB001", severity=Severity.ERROR, basis=("F21", "OGI 50"), looks_at="report")
def other_edition(case: Case) -> Iterator[Saying]:
    """The tables are those of another edition than the report's year calls for.

    Example:
        >>> from govdisclosure import ApplicationsTable2019
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"applications.table": ApplicationsTable2019.zeros()})
        ['TAB001']
    """
    year = case.report.year
    due = edition_due(year) if year is not None else None
    if due is None:
        return
    for section, kind in due.tables.items():
        table = getattr(case.report, section).table
        assumed = {str(note.path) for note in case.notes("edition_assumed")}
        if table is not None and type(table) is not kind and f"{section}.table" not in assumed:
            # Reports on 2019 and 2020 that came out late have used the later form.
            severity = Severity.WARNING if table.edition > due.name else None
            facts: dict[str, str | int] = {"year": case.report.year or 0, "document": due.document}
            yield Hit(Path((section, "table")), expected=due.name, actual=table.edition, facts=facts, severity=severity)
            return


@rule("TAB002", severity=Severity.ERROR, basis=("F21",), looks_at="report")
def table_missing(case: Case) -> Iterator[Saying]:
    """A section stands there without its table. A picture, or a link to a file, in its place is only a note.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"remedies.table": None})
        ['TAB002']
    """
    for number, name in enumerate(_SECTIONS):
        section, path = getattr(case.report, name), Path((name,))
        if section.present and section.table is None:
            blocks = [*section.blocks, *(block for one in section.subsections for block in one.blocks)]
            is_other = any(isinstance(block, FreeTable | Picture) for block in blocks)
            if is_other or any(note.code in _UNREADABLE and note.path.starts_with(path) for note in case.all_notes):
                yield Hit(path, severity=Severity.NOTE, variant="not_readable")
            elif case.ends_early and not any(getattr(case.report, one).present for one in SECTION_NAMES[number + 2 :]):
                yield Unassessed(path, "cut")
            else:
                yield Hit(path)


@rule("TAB003", severity=Severity.ERROR, basis=("F19", "F21"), looks_at="report")
def row_missing(case: Case) -> Iterator[Saying]:
    """Rows of the form are missing in a table that is there otherwise; what is cut off is one finding."""
    missing: dict[str, list[Path]] = {}
    for note in case.notes("row_missing"):
        missing.setdefault(str(note.path.parts[0]), []).append(note.path)
    for section, rows in missing.items():
        table = Path((section, "table"))
        if any(note.path.starts_with(table) for code in _UNCERTAIN for note in case.notes(code)):
            yield Unassessed(table, "not_read")
        else:
            yield Hit(rows[0], facts={"count": len(rows)}, also=tuple(rows[1:]))


@rule("TAB004", severity=Severity.NOTE, basis=("F19", "F21"), looks_at="report")
def extra_row(case: Case) -> Iterator[Saying]:
    """A row that the form does not have.

    Example:
        >>> from govdisclosure import Path
        >>> from govdisclosure.model.cells import ExtraRow
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"proactive.table.extra_rows": (ExtraRow("rules", ("其他文件", "3", "0", "9")),)})
        ['TAB004']
    """
    for section, table in case.tables:
        for number, row in enumerate(getattr(table, "extra_rows", ())):
            yield Hit(Path((section, "table", "extra_rows", number)), actual=row.cells[0])


@rule("TAB005", severity=Severity.NOTE, basis=("F19", "F21"), looks_at="report")
def label_reworded(case: Case) -> Iterator[Saying]:
    """A row's label is worded otherwise than on the form, though it can be told which row is meant.

    Spaces, line breaks, half-width punctuation and a gloss in brackets are no rewording, nor is a part of a label that
    the layout broke.
    """
    for note in (*case.notes("label_variant"), *case.notes("label_broken")):
        label = _label(case, note.path)
        if not label:
            continue
        said = note.raw.partition(" | ")[0]
        printed, due = _plain(simplified(said)), _plain(label)
        known = {_plain(one) for one in LABEL_VARIANTS.get(".".join(map(str, note.path.parts[2:])), ())}
        if len(printed) < _SHORTEST_LABEL or printed in due or due in printed or printed in known:
            continue
        from rapidfuzz.fuzz import ratio

        # A label that the layout broke may lack a line of it: what is missing there is no rewording.
        most = 1 if note.code == "label_broken" else _SHORTEST_LABEL
        if abs(len(printed) - len(due)) <= most and ratio(printed, due) >= _LIKE:
            yield Hit(note.path, expected=label, actual=said)


@rule("TAB006", severity=Severity.NOTE, looks_at="report")
def blank_cells(case: Case) -> Iterator[Saying]:
    """Cells of figures are left blank: one finding a table.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"remedies.table.reconsideration.other": None})
        ['TAB006']
    """
    yield from _cells_of_a_kind(case, "blank")


@rule("TAB007", severity=Severity.NOTE, looks_at="report")
def marks(case: Case) -> Iterator[Saying]:
    """Marks such as / or — stand where 0 belongs: one finding a table.

    Example:
        >>> from govdisclosure import Printed
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"remedies.table.reconsideration.other": Printed("/")})
        ['TAB007']
    """
    yield from _cells_of_a_kind(case, "mark")


@rule("TAB008", severity=Severity.WARNING, looks_at="report")
def words_for_a_figure(case: Case) -> Iterator[Saying]:
    """Words stand in a cell of figures; a figure with a gloss, or with spaces in it, is only a note.

    Example:
        >>> from govdisclosure import Printed
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"remedies.table.reconsideration.other": Printed("详见附件")})
        ['TAB008']
    """
    for cell, said in _worded(case):
        if cell.label.holds != "change" and kind_of(said) == "text":
            printed = _narrow(said)
            if _DECIMAL.fullmatch(printed) or _NEGATIVE.fullmatch(printed):
                continue
            is_told = _GLOSSED.fullmatch(printed) or _SPACED.fullmatch(printed)
            severity, variant = (Severity.NOTE, "gloss") if is_told else (None, "")
            yield Hit(cell.path, actual=said, severity=severity, variant=variant)


@rule("TAB009", severity=Severity.ERROR, looks_at="report")
def decimal_count(case: Case) -> Iterator[Saying]:
    """A count has a fraction; where three digits follow the point, it may be a comma.

    Example:
        >>> from govdisclosure import Printed
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"remedies.table.reconsideration.other": Printed("1.5")})
        ['TAB009']
    """
    for cell, said in _worded(case):
        if cell.label.holds == "count" and _DECIMAL.fullmatch(_narrow(said)):
            fraction = _narrow(said).partition(".")[2]
            if fraction.strip("0"):
                severity = Severity.WARNING if len(fraction) == _THOUSANDS else None
                yield Hit(cell.path, actual=said, severity=severity)


@rule("TAB010", severity=Severity.ERROR, looks_at="report")
def negative_count(case: Case) -> Iterator[Saying]:
    """A count is below nothing.

    Example:
        >>> from govdisclosure import Printed
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"remedies.table.reconsideration.other": Printed("-5")})
        ['TAB010']
    """
    for cell, said in _worded(case):
        if cell.label.holds == "count" and _NEGATIVE.fullmatch(said):
            yield Hit(cell.path, actual=said)


@rule("TAB011", severity=Severity.WARNING, basis=("F21",), looks_at="proactive")
def money_in_another_unit(case: Case) -> Iterator[Saying]:
    """A fee is printed in 元 in a column of 万元, is 1,000 times last year's, or has the digits that prose gives in 元.

    Example:
        >>> from govdisclosure import Money
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"proactive.table.fees.amount": Money("251000", "元")})
        ['TAB011']
    """
    table, path = case.report.proactive.table, Path(("proactive", "table", "fees", "amount"))
    amount = table.fees.amount if isinstance(table, ProactiveTable2021) else None
    if not isinstance(amount, Money):
        return
    if amount.unit == "元":
        due = Money(_trimmed(amount.amount / _FACTOR))
        yield Hit(path, expected=str(due), actual=str(amount), fixes=(Fix(path, due),))
        return
    before = case.previous.proactive.table if case.previous is not None else None
    last = before.fees.amount if isinstance(before, ProactiveTable2021) else None
    if isinstance(last, Money) and last.amount and amount.in_yuan() >= _TIMES * last.in_yuan():
        yield Hit(path, expected=str(last), actual=str(amount), variant="last_year")
    elif amount.amount and not amount.unit:
        for paragraph, claim in case.claims:
            if claim.unit == "元" and claim.value == amount.amount and "行政事业性收费" in paragraph.text:
                yield Hit(path, expected=claim.text, actual=str(amount), variant="prose")
                return


@rule("TAB012", severity=Severity.NOTE, looks_at="proactive")
def rules_without_power(case: Case) -> Iterator[Saying]:
    """An organ that has no power to make rules (规章) prints some: a county, a township, a bureau of one.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"proactive.table.rules.in_force": 6})
        ['TAB012']
    """
    issuer, table = case.report.issuer or "", case.report.proactive.table
    row = getattr(table, "rules", None)
    kind = issuer_kind(issuer)
    is_local_bureau = kind == "department" and re.search(r"[县区旗市][^省]*(?:局|委员会)$", issuer) is not None
    if row is None or not (kind in _NO_POWER or is_local_bureau):
        return
    printed = [
        cell
        for cell in case.cells_of["proactive"]
        if isinstance(cell.value, int) and cell.value > 0 and cell.row.parts[-1] == "rules"
    ]
    if printed:
        yield Hit(printed[0].path, expected=0, actual=cast("int", printed[0].value), also=_paths(printed[1:]))


@rule("TAB013", severity=Severity.WARNING, looks_at="applications")
def rows_shifted(case: Case) -> Iterator[Saying]:
    """The totals of the rows stand one column too far to the left.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> rows = ("received", "granted", "handled_total")
        >>> shifted = {
        ...     f"applications.table.{row}.{column}": value
        ...     for row in rows
        ...     for column, value in (("natural_person", 2), ("legal_service", 0), ("other", 2), ("total", None))
        ... }
        >>> "TAB013" in codes(shifted)
        True
    """
    if not any(cell.path.parts[-1] == "total" for cell, _ in case.figureless_cells.get("applications", ())):
        return
    rows: dict[Path, list[object]] = {}
    for cell in case.cells_of.get("applications", ()):
        rows.setdefault(cell.row, []).append(cell.value)
    shifted, straight = list[Path](), 0
    for path, values in rows.items():
        *parts, total = [value if isinstance(value, int) else 0 for value in values]
        if sum(parts) == 0:
            continue
        if not total and values[-1] is None and sum(parts[:-1]) == parts[-1]:
            shifted.append(path)
        else:
            straight += 1
    # One row may have a requester of each kind and no total: all rows that have figures at all must look like this.
    if len(shifted) >= 3 and not straight:
        yield Hit(shifted[0], facts={"count": len(shifted)}, also=tuple(shifted[1:]))


@rule("TAB014", severity=Severity.WARNING, looks_at="report")
def table_repeated(case: Case) -> Iterator[Saying]:
    """A statutory table stands there twice; one that goes on over a page is read as one."""
    for note in case.notes("table_repeated"):
        yield Hit(note.path)
    repeated = {note.path for note in case.notes("row_repeated")}
    for section, cells in case.cells_of.items() if repeated else ():
        rows = {cell.row for cell in cells}
        again = repeated & rows
        if len(rows) > 1 and len(again) >= len(rows) - 1:
            yield Hit(Path((section, "table")))


@rule("TAB015", severity=Severity.NOTE, basis=("F19",), looks_at="proactive")
def change_without_sign(case: Case) -> Iterator[Saying]:
    """Words stand in a cell of 本年增/减 (2019), such as 增3减2.

    Example:
        >>> from govdisclosure import Printed
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"proactive.table.licensing.change": Printed("增3减2")}, year=2019)
        ['TAB015']
    """
    for cell, said in _worded(case):
        if cell.label.holds == "change" and kind_of(said) == "text" and said not in _LEVEL:
            yield Hit(cell.path, actual=said)


def _worded(case: Case) -> Iterator[tuple[Cell, str]]:
    """The cells that hold no figure, each with what is printed."""
    for cells in case.figureless_cells.values():
        yield from ((cell, said) for cell, said in cells if said)


def _cells_of_a_kind(case: Case, kind: Kind) -> Iterator[Saying]:
    for section, mine in case.cells_of.items():
        figureless = case.figureless_cells[section]
        found = [cell for cell, said in figureless if kind_of(said) == kind and case.is_read(cell.path)]
        is_cut = any(note.path.parts[:1] == (section,) for note in case.notes("row_missing"))
        if kind == "blank" and len(found) == len(mine) and is_cut:
            continue  # none of its rows was there to be read
        if kind == "blank" and len(found) == len(mine):
            yield Hit(Path((section, "table")), severity=Severity.WARNING, variant="whole")
        elif found:
            actual = None if kind == "blank" else str(found[0].value)
            yield Hit(found[0].path, actual=actual, facts={"count": len(found)}, also=_paths(found[1:]))


def _label(case: Case, path: Path) -> str:
    """The printed label of the row at ``path``; ``""`` where it is none."""
    found = label_at(case.report, path)
    return found.printed if found is not None else ""


def _narrow(text: str) -> str:
    """Text with half-width digits and punctuation."""
    return text.translate(_WIDE)


def _paths(cells: Sequence[Cell]) -> tuple[Path, ...]:
    return tuple(cell.path for cell in cells)


def _plain(label: str) -> str:
    return re.sub(r"[\s,，.．、()（）“”\"]", "", _narrow(label))


def _trimmed(amount: Decimal) -> str:
    return format(amount.normalize(), "f")


RULES: Final[Sequence[Rule]] = (
    other_edition,
    table_missing,
    row_missing,
    extra_row,
    label_reworded,
    blank_cells,
    marks,
    words_for_a_figure,
    decimal_count,
    negative_count,
    money_in_another_unit,
    rules_without_power,
    rows_shifted,
    table_repeated,
    change_without_sign,
)
"""The rules of this module, in the order of their codes."""
