"""Pages, Word files and PDFs read, against what their parsers and pandas do alone; and many pages, by two processes.

The pages are invented ones as sites publish them, and the real ones of the corpus where it lies beside the project.
Run by hand: ``python -m benchmarks.bench_readers``.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

import docx
import pypdfium2  # type: ignore[import-untyped]  # no stubs; so the next two
from lxml import html as lxml_html  # type: ignore[import-untyped]
from pandas import read_html  # type: ignore[import-untyped]

from benchmarks.figures import Figure, Task, in_turn
from benchmarks.sample import reports
from govdisclosure import reads
from govdisclosure.folders import read_folder
from govdisclosure.testing.sources import docx_source, html_source

__all__ = ["measure"]

ROUNDS: Final = 5
REPORTS: Final = 6
FOLDER: Final = 2_000

_PROJECT: Final = Path(__file__).parents[1]
_PDFS: Final = _PROJECT / "tests" / "formats" / "pdf"
_CORPUS: Final = _PROJECT.parent / "shared" / "corpus"
_LXML: Final = "lxml parses · 只解析网页"
_PANDAS: Final = "pandas.read_html (lxml) · 只取表格"
_DOCX: Final = "python-docx, all text · 只取文字"
_PDFIUM: Final = "pypdfium2, text and bounds · 只取文字和位置"
_ONE: Final = "one process · 单进程"


def measure(rounds: int = ROUNDS, count: int = REPORTS, many: int = FOLDER) -> list[Figure]:
    """Measure each reader against its floors, then a folder of pages."""
    real = [path.read_bytes() for path in sorted(_CORPUS.glob("*.html"))]
    invented = [html_source(one, style="cms_page") for one in reports(count)]
    figures = [*_pages("invented · 虚构", invented, rounds)]
    if real:
        figures += _pages("real · 真实", real, rounds)
    figures += _files("DOCX", [docx_source(one) for one in reports(count)], _DOCX, _bare_docx, rounds, bar=2.0)
    pdfs = [path.read_bytes() for path in sorted(_PDFS.glob("*.pdf")) if "encrypted" not in path.name]
    figures += _files("PDF", pdfs, _PDFIUM, _bare_pdf, rounds, bar=1.5)
    return [*figures, *_folder([*real, *invented], many)]


def _pages(name: str, pages: Sequence[bytes], rounds: int) -> Iterator[Figure]:
    tasks: dict[str, Task] = {
        _LXML: (lxml_html.document_fromstring, pages),
        _PANDAS: (lambda data: read_html(BytesIO(data), flavor="lxml", encoding="utf-8"), pages),
        "read": (lambda data: reads(data, "html"), pages),
    }
    found = in_turn(tasks, rounds=rounds, calls=3)
    for floor, bar in ((_PANDAS, 0.5), (_LXML, 10.0)):
        yield Figure(f"HTML, {name}: read · 读取", found["read"], floor, found[floor], bar=bar)


def _files(
    name: str, files: Sequence[bytes], floor: str, bare: Callable[[bytes], object], rounds: int, bar: float
) -> Iterator[Figure]:
    tasks: dict[str, Task] = {floor: (bare, files), "read": (reads, files)}
    found = in_turn(tasks, rounds=rounds, calls=1)
    yield Figure(f"{name}: read · 读取", found["read"], floor, found[floor], bar=bar)


def _bare_docx(data: bytes) -> list[str]:
    document = docx.Document(BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        for cell in table._tbl.iter_tcs():  # type: ignore[no-untyped-call]  # `row.cells` would cost six times as much
            texts += [paragraph.text for paragraph in cell.p_lst]
    return texts


def _bare_pdf(data: bytes) -> list[object]:
    found: list[object] = []
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        found.append(text.get_text_range())
        found += [text.get_charbox(number) for number in range(text.count_chars())]
        found += [one.get_bounds() for one in page.get_objects()]
        text.close()
        page.close()
    document.close()
    return found


def _folder(pages: Sequence[bytes], count: int) -> Iterator[Figure]:
    """Time on the wall, for once: how soon a folder of pages is read by one process, and by two."""
    with TemporaryDirectory() as folder:
        for number in range(count):
            Path(folder, f"{number}.html").write_bytes(pages[number % len(pages)])
        one = _timed(folder, None)
        with ProcessPoolExecutor(2) as pool:
            pool.submit(len, "").result()
            two = _timed(folder, pool)
    yield Figure(f"{count} pages, two processes · 两个进程", two, _ONE, one, bar=1 / 1.6)


def _timed(folder: str, pool: ProcessPoolExecutor | None) -> float:
    start = perf_counter()
    for outcome in read_folder(folder, executor=pool):
        assert outcome.error is None
    return perf_counter() - start


if __name__ == "__main__":
    from benchmarks.table import plain

    print(plain(measure()))
