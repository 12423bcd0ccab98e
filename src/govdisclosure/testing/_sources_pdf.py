"""A report printed as PDF by a program on this machine: a browser, or LibreOffice."""

import re
import shutil
import subprocess  # a browser is the only thing that prints a page as people see it
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal, TypeAlias

from govdisclosure.errors import MissingExtraError
from govdisclosure.model.report import Report
from govdisclosure.testing._sources_docx import docx_bytes
from govdisclosure.testing._sources_html import html_text

__all__ = ["PageSize", "has_printer", "pdf_bytes"]

PageSize: TypeAlias = Literal["A4", "A4 landscape", "A3", "Letter"]
"""The paper."""

_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_OFFICES: Final = ("soffice", "libreoffice")
_SECONDS: Final = 120
_IMAGE: Final = re.compile('<img src="[^"]*"')  # a picture that is not found prints the words in its place
_DOT: Final = (
    '<img width="200" height="100" src="data:image/png;base64,'
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="'
)
_STYLE: Final = """<style>
@page {{ size: {page}; margin: {margin}mm; }}
body {{ font-family: "FangSong", "仿宋", "Noto Serif CJK SC", "SimSun", serif; font-size: 12pt; }}
h1 {{ text-align: center; font-size: 18pt; }}
h2, h3, h4, h5 {{ font-size: 13pt; }}
p {{ text-indent: 2em; line-height: 1.6; }}
table {{ border-collapse: collapse; width: 100%; font-size: 9pt; }}
td {{ border: 1px solid black; text-align: center; padding: 2pt; }}
</style></head>"""


def has_printer() -> bool:
    """Tell whether a program that prints PDF is found."""
    return any(map(shutil.which, (*_BROWSERS, *_OFFICES)))


def pdf_bytes(report: Report, page: PageSize, margin: float, printed: Mapping[str, str] | None) -> bytes:
    """The PDF of a report."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    office = next(filter(None, map(shutil.which, _OFFICES)), None)
    if browser is None and office is None:
        raise MissingExtraError("no_printer")
    with TemporaryDirectory(prefix="govdisclosure", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        if browser is not None:
            style = _STYLE.format(page=page, margin=margin)
            return _by_browser(browser, html_text(report, "clean", printed).replace("</head>", style, 1), place)
        return _by_office(str(office), docx_bytes(report, "styles", printed), place)


def _by_browser(browser: str, html: str, place: Path) -> bytes:
    source, target = place / "report.html", place / "report.pdf"
    source.write_text(_IMAGE.sub(_DOT, html), "utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    _run([browser, *options, f"--user-data-dir={place / 'profile'}", f"--print-to-pdf={target}", source.as_uri()])
    return target.read_bytes()


def _by_office(office: str, docx: bytes, place: Path) -> bytes:
    source = place / "report.docx"
    source.write_bytes(docx)
    _run([office, "--headless", "--convert-to", "pdf", "--outdir", str(place), str(source)])
    return (place / "report.pdf").read_bytes()


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603 # a program found on PATH
