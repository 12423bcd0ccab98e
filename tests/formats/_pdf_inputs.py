"""Makers of PDF files: written by hand, page by page, and printed by Chromium."""

import shutil
import subprocess
import zlib
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from math import cos, radians, sin
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from govdisclosure.document import Block, Cell, Document, Grid, Heading, Text

__all__ = ["CHROMIUM", "FIXTURES", "Page", "assembled", "html", "lettered", "pdf", "placed", "printed", "ruled"]

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
FIXTURES = Path(__file__).parent / "pdf"

_STYLE = """
body { font-family: "Noto Serif CJK SC", serif; font-size: 12pt; line-height: 1.6; margin: 0 }
h1 { text-align: center; font-size: 18pt } h2 { font-size: 13pt } p { text-indent: 2em; margin: 0 }
table { border-collapse: collapse; width: 100%; font-size: 9pt; margin: 6pt 0 }
td { border: 1px solid black; padding: 2px 4px; text-align: center }
"""

# A font that is named and not embedded: PDFium knows the characters of this collection.
_FONT = """<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font
/Subtype/CIDFontType0/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000
/W[1 95 500]/FontDescriptor<</Type/FontDescriptor/FontName/SimSun/Flags 6/FontBBox[0 -120 1000 880]/ItalicAngle 0
/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>]>>"""
_IMAGE = "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"


class Page:
    """A page on which things are drawn; places count from its top left corner, in points."""

    def __init__(self, width: float = 595, height: float = 842, attributes: str = "") -> None:
        self.width, self.height = width, height
        self.attributes = attributes
        self.operators: list[str] = []

    def text(self, x: float, y: float, text: str, size: float = 12, *, mode: int = 0, angle: float = 0) -> Self:
        """Write ``text`` from ``x`` on, on the line at ``y``."""
        a, b = cos(radians(angle)), sin(radians(angle))
        place = f"{a:.5f} {b:.5f} {-b:.5f} {a:.5f} {x} {self.height - y}"
        return self.draw(f"BT /F {size} Tf {mode} Tr {place} Tm <{text.encode('utf-16-be').hex()}> Tj ET")

    def line(self, x: float, y: float, to_x: float, to_y: float, width: float = 0.5) -> Self:
        """Draw a line."""
        return self.draw(f"{width} w {x} {self.height - y} m {to_x} {self.height - to_y} l S")

    def box(self, x: float, y: float, width: float, height: float, operator: str = "f") -> Self:
        """Draw a box: filled, or as ``operator`` says."""
        return self.draw(f"{x} {self.height - y - height} {width} {height} re {operator}")

    def image(self, x: float, y: float, width: float, height: float) -> Self:
        """Put a grey picture."""
        return self.draw(f"q {width} 0 0 {height} {x} {self.height - y - height} cm /I Do Q")

    def draw(self, operators: str) -> Self:
        """Add operators as they are."""
        self.operators.append(operators)
        return self


def pdf(*pages: Page, extra: Sequence[bytes] = ()) -> bytes:
    """The file with these pages; ``extra`` are objects from number 4 on."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", _FONT.encode(), _stream(b"\x80", _IMAGE[:-2]), *extra]
    kids: list[str] = []
    for page in pages:
        content = zlib.compress("\n".join(page.operators).encode())
        objects.append(_stream(content, f"<</Length {len(content)}/Filter/FlateDecode"))
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {page.width} {page.height}]{page.attributes}"
            f"/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R/X 5 0 R>>>>/Contents {len(objects)} 0 R>>".encode()
        )
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    return assembled(objects)


def assembled(objects: Sequence[bytes]) -> bytes:
    """A file of numbered objects, the first of which is the catalog."""
    data = bytearray(b"%PDF-1.5\n")
    places: list[int] = []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += "".join(f"{place:010d} 00000 n \n" for place in places).encode()
    data += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)


def ruled(page: Page, grid: Grid, xs: Sequence[float], ys: Sequence[float], size: float = 9) -> Page:
    """Draw ``grid`` with rules at ``xs`` and ``ys``, cell by cell."""
    for (row, column), cell in placed(grid):
        left, top, right, bottom = xs[column], ys[row], xs[column + cell.colspan], ys[row + cell.rowspan]
        page.box(left, top, right - left, bottom - top, "S")
    return lettered(page, grid, xs, ys, size)


def lettered(page: Page, grid: Grid, xs: Sequence[float], ys: Sequence[float], size: float = 9) -> Page:
    """Write the texts of ``grid`` into the middle of their cells, and no rules."""
    for (row, column), cell in placed(grid):
        left, top, right, bottom = xs[column], ys[row], xs[column + cell.colspan], ys[row + cell.rowspan]
        lines = cell.text.split("\n") if cell.text else []
        first = (top + bottom) / 2 - (len(lines) - 1) * size * 0.6 + size * 0.35
        for number, line in enumerate(lines):
            width = sum(1.0 if char > "\u2e7f" else 0.5 for char in line) * size
            page.text((left + right - width) / 2, first + number * size * 1.2, line, size)
    return page


def placed(grid: Grid) -> Iterator[tuple[tuple[int, int], Cell]]:
    """The cells of a grid with the row and the column in which each begins."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(grid.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            end, foot = column + cell.colspan, row + cell.rowspan
            taken.update((r, c) for r in range(row, foot) for c in range(column, end))
            yield (row, column), cell
            column = end


def html(document: Document, style: str = "", size: str = "A4", margin: str = "20mm") -> str:
    """The document as a page of HTML that is printed on paper of ``size``."""
    body = "\n".join(_block(block) for block in document.blocks)
    return f"<meta charset=utf-8><style>@page{{size:{size};margin:{margin}}}{_STYLE}{style}</style><body>{body}"


def printed(page: str, *options: str) -> bytes:
    """A page of HTML as Chromium prints it."""
    assert CHROMIUM is not None
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "in.html"), Path(folder, "out.pdf")
        source.write_text(page, "utf-8")
        command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        command += [f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}"]
        command += options or ["--no-pdf-header-footer"]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
        return target.read_bytes()


def _stream(content: bytes, dictionary: str) -> bytes:
    return dictionary.encode() + b">>\nstream\n" + content + b"\nendstream"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    if isinstance(block, Text):
        return f"<p>{escape(block.text)}</p>"
    assert isinstance(block, Grid)
    return "<table>" + "".join(f"<tr>{_row(row)}</tr>" for row in block.rows) + "</table>"


def _row(cells: Iterable[Cell]) -> str:
    return "".join(f"<td rowspan={c.rowspan} colspan={c.colspan}>{escape(c.text)}</td>" for c in cells)
