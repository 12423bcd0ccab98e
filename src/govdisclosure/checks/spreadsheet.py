"""Findings as a workbook: one row a finding, for offices that work off a list."""
# XlsxWriter is typed in part:
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Final

from govdisclosure.checks.findings import Finding, Findings
from govdisclosure.conventions.width import width
from govdisclosure.errors import MissingExtraError
from govdisclosure.messages import reader_locale, text

if TYPE_CHECKING:
    from xlsxwriter import Workbook

__all__ = ["findings_to_xlsx"]

_COLUMNS: Final = {
    "body": 18,
    "source": 18,
    "severity": 10,
    "code": 9,
    "title": 16,
    "place": 26,
    "printed": 14,
    "expected": 14,
    "message": 42,
    "basis": 24,
    "mend": 30,
    "status": 10,
}
"""The columns, and how wide they are in characters."""

_FILLS: Final = {"error": "#F8D7DA", "warning": "#FFF3CD", "note": "#E7F1FF"}
_LINE: Final = 15  # points; a row that is given no height shows its first line alone in some programs
_TALLEST: Final = 400  # a row can have 409
_LONGEST: Final = 32_000  # a cell of a workbook holds 32,767 characters


def findings_to_xlsx(found: Mapping[str, Findings], *, locale: str | None = None, notes: bool = True) -> bytes:
    """Return the findings of several sources, by their names, as a workbook (XLSX) with one row a finding.

    The columns: body, file, severity, code, what it is, place, what is printed, what is expected, the sentence, the
    law, how to mend, and whether it is new, known or set aside. Text is never taken for a formula.

    Raises:
        MissingExtraError: XlsxWriter is not installed.

    Example:
        >>> from govdisclosure.testing.samples import sample
        >>> wrong = sample(changes={"remedies.table.reconsideration.total": 4}).check()
        >>> findings_to_xlsx({"青山镇.docx": wrong})[:2]
        b'PK'
    """
    try:
        from xlsxwriter import Workbook
    except ImportError as missing:
        raise MissingExtraError("missing_extra", extra="xlsx") from missing
    locale = locale or reader_locale()
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(buffer, options) as book:
        _fill(book, found, locale, notes=notes)
    return buffer.getvalue()


def _fill(book: "Workbook", found: Mapping[str, Findings], locale: str, *, notes: bool) -> None:
    sheet = book.add_worksheet(text("findings.sheet", locale))
    head = book.add_format({"bold": True, "bg_color": "#D9E1F2", "border": 1, "text_wrap": True, "valign": "vcenter"})
    plain = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
    cell = book.add_format(plain)
    fills = {severity: book.add_format({**plain, "bg_color": color}) for severity, color in _FILLS.items()}
    for number, (column, columns) in enumerate(_COLUMNS.items()):
        sheet.set_column(number, number, columns)
        sheet.write_string(0, number, text(f"findings.column.{column}", locale), head)
    row = 0
    for source, findings in found.items():
        for one in _shown(findings, notes=notes):
            row += 1
            values = list(_cells(one, source, locale))
            sheet.set_row(row, min(_LINE * max(map(_lines, values, _COLUMNS.values())), _TALLEST))
            for number, value in enumerate(values):
                style = fills[one.severity.value] if number == list(_COLUMNS).index("severity") else cell
                if isinstance(value, int):
                    sheet.write_number(row, number, value, style)
                else:
                    sheet.write_string(row, number, value[:_LONGEST], style)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, row, len(_COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _shown(findings: Findings, *, notes: bool) -> Iterator[Finding]:
    yield from findings.items if notes else (*findings.errors, *findings.warnings)
    yield from findings.suppressed


def _cells(one: Finding, source: str, locale: str) -> Iterator[str | int]:
    place = f" ({one.place})" if one.place is not None else ""
    status = "suppressed" if one.reason else "known" if one.is_known else "new"
    yield one.report.issuer or ""
    yield source
    yield text(f"severity.{one.severity.value}", locale)
    yield one.code
    yield one.title(locale)
    yield f"{one.name(locale)}{place}"
    yield _value(one.actual)
    yield _value(one.expected)
    yield one.message(locale)
    yield "; ".join(one.citations())
    yield one.mend(locale)
    yield text(f"findings.status.{status}", locale) + (f": {one.reason}" if one.reason else "")


def _lines(value: str | int, columns: int) -> int:
    """How many lines a value takes in a column; words of Latin letters leave some room at the end of a line."""
    return sum(1 + (width(line) - 1) // (columns - 2) if line else 1 for line in str(value).split("\n"))


def _value(value: object) -> str | int:
    if value is None:
        return ""
    return value if isinstance(value, int) and not isinstance(value, bool) else str(value)
