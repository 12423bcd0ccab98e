"""Real files made from a report: to test what reads them, yours or ours, on sources whose content is known.

Each function prints the blocks of :func:`govdisclosure.compose.compose` with the tool of the format (python-docx,
openpyxl, a browser) and never with a reader or writer of this library. Only what is printed comes back: a year that no
title tells stands in no web page.

Example:
    >>> from govdisclosure import Report, reads
    >>> report = Report(issuer="青山镇人民政府", year=2024, overview="全年公开信息12条。")
    >>> reads(csv_source(report), "csv").report.overview.blocks
    ('全年公开信息12条。',)
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from govdisclosure.errors import MissingExtraError
from govdisclosure.model.report import Report

if TYPE_CHECKING:
    from govdisclosure.testing._sources_docx import DocxHeadings
    from govdisclosure.testing._sources_html import HtmlStyle
    from govdisclosure.testing._sources_pdf import PageSize
    from govdisclosure.testing._sources_xlsx import XlsxSheets

__all__ = ["can_print_pdf", "csv_source", "docx_source", "html_source", "pdf_source", "xlsx_source"]


def html_source(report: Report, *, style: "HtmlStyle" = "clean", printed: Mapping[str, str] | None = None) -> bytes:
    """Return a web page that prints ``report``.

    Args:
        report: the report.
        style: ``"clean"`` is plain HTML; ``"wps"`` and ``"word"`` are what those programs write (runs in spans,
            headings as bold paragraphs, no-break spaces in blank cells, labels broken over two lines, ``"word"`` in
            GB18030); ``"cms_page"`` is the whole page of a site, with menus, a sidebar and a footer around the report.
        printed: texts of cells that ``report`` would print otherwise, by path, such as
            ``{"remedies.table.direct_litigation.total": "３件"}``.

    Example:
        >>> from govdisclosure import Report
        >>> report = Report(issuer="青山镇人民政府", year=2024, overview="全年公开信息12条。")
        >>> "<p>全年公开信息12条。</p>" in html_source(report).decode()
        True
    """
    from govdisclosure.testing._sources_html import html_text

    return html_text(report, style, printed).encode("gb18030" if style == "word" else "utf-8")


def docx_source(
    report: Report, *, headings: "DocxHeadings" = "styles", printed: Mapping[str, str] | None = None
) -> bytes:
    """Return a Word file that prints ``report``.

    Args:
        report: the report.
        headings: ``"styles"`` marks headings with the styles of Word; with ``"bold"`` they are bold paragraphs that
            look like headings and nothing more; with ``"numbered"`` Word counts them itself, and their numbers are no
            text of the file.
        printed: as for :func:`html_source`.

    Raises:
        MissingExtraError: python-docx is not installed.

    Example:
        >>> from govdisclosure import Report
        >>> docx_source(Report(issuer="青山镇人民政府", year=2024, overview="全年公开信息12条。"))[:2]
        b'PK'
    """
    try:
        from govdisclosure.testing._sources_docx import docx_bytes

        return docx_bytes(report, headings, printed)
    except ModuleNotFoundError as cause:
        raise MissingExtraError("missing_extra", extra="docx") from cause


def xlsx_source(report: Report, *, sheets: "XlsxSheets" = "one", printed: Mapping[str, str] | None = None) -> bytes:
    """Return a workbook that prints ``report``: its lines in the first column, its tables with merged cells.

    Args:
        report: the report.
        sheets: ``"one"`` for all on one sheet, ``"sections"`` for each section on a sheet of its own.
        printed: as for :func:`html_source`.

    Raises:
        ModuleNotFoundError: openpyxl, which this package does not install, is missing.

    Example:
        >>> from govdisclosure import Report
        >>> xlsx_source(Report(issuer="青山镇人民政府", year=2024, overview="全年公开信息12条。"))[:2]
        b'PK'
    """
    from govdisclosure.testing._sources_xlsx import xlsx_bytes

    return xlsx_bytes(report, sheets, printed)


def csv_source(
    report: Report,
    *,
    separator: Literal[",", "\t", ";"] = ",",
    padded: bool = False,
    encoding: Literal["utf-8", "utf-8-sig", "gb18030"] = "utf-8",
    printed: Mapping[str, str] | None = None,
) -> bytes:
    """Return separated values that print ``report``; a position that a merged cell spans is an empty field.

    Args:
        report: the report.
        separator: what stands between fields.
        padded: every row has as many fields, as programs save a sheet.
        encoding: how the text is encoded.
        printed: as for :func:`html_source`.

    Example:
        >>> from govdisclosure import Report
        >>> csv_source(Report(issuer="青山镇人民政府", year=2024, overview="公开信息12条。")).decode().split()[-1]
        '公开信息12条。'
    """
    from govdisclosure.testing._sources_xlsx import csv_text

    return csv_text(report, separator, printed, is_padded=padded).encode(encoding)


def pdf_source(
    report: Report, *, page: "PageSize" = "A4", margin: float = 20, printed: Mapping[str, str] | None = None
) -> bytes:
    """Return a PDF that prints ``report``, made by Chromium or Chrome, or else by LibreOffice.

    Args:
        report: the report.
        page: the paper; LibreOffice always takes A4.
        margin: the margin on each side, in millimetres; likewise.
        printed: as for :func:`html_source`.

    Raises:
        MissingExtraError: no such program is found (``"no_printer"``).

    Example:
        >>> from govdisclosure import Report
        >>> report = Report(issuer="青山镇人民政府", year=2024, overview="全年公开信息12条。")
        >>> pdf_source(report)[:5] if can_print_pdf() else b"%PDF-"
        b'%PDF-'
    """
    from govdisclosure.testing._sources_pdf import pdf_bytes

    return pdf_bytes(report, page, margin, printed)


def can_print_pdf() -> bool:
    """Tell whether :func:`pdf_source` finds a program that prints.

    Example:
        >>> can_print_pdf() in {True, False}
        True
    """
    from govdisclosure.testing._sources_pdf import has_printer

    return has_printer()
