"""How the files in ``tests/formats/pdf`` were made, with Chromium and LibreOffice: ``python -m`` this module.

Chromium draws each Chinese letter as a program of its own. Their outlines are emptied, for nobody looks at them, and
what is left is packed, so that the files stay small.
"""

import json
import re
import shutil
import subprocess
import zlib
from collections.abc import Mapping
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from govdisclosure.document import Block, Cell, Document, Grid, Heading, Text
from tests.formats._pdf_inputs import FIXTURES, html, placed, printed
from tests.formats._statutory import APPLICATIONS, PROACTIVE, REMEDIES

__all__ = ["EDITION_2019", "EDITION_2021", "PROSE"]

PROSE = "青山镇全年主动公开政府信息12条，其中通过政府网站公开5条，通过政务新媒体公开7条，均在法定期限内。"
_PLAIN = '*{font-weight:normal!important;font-family:"Noto Sans CJK SC"!important}'
_FLAT = """<?xml version="1.0"?><office:document {names} xmlns:fo="{fo}" office:version="1.3"
office:mimetype="application/vnd.oasis.opendocument.text"><office:styles><style:default-style style:family="paragraph">
<style:text-properties style:font-name-asian="Noto Sans CJK SC" style:font-size-asian="11pt" fo:font-size="11pt"/>
</style:default-style></office:styles><office:automatic-styles>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:text-indent="22pt"/></style:style>
<style:style style:name="C" style:family="paragraph">
<style:text-properties style:font-size-asian="8pt" fo:font-size="8pt"/></style:style>
<style:style style:name="T" style:family="table-cell">
<style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.05cm"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="15cm" fo:page-height="11cm"
fo:margin="1.2cm"/></style:page-layout></office:automatic-styles><office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>"""
_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"(<<.*?>>) ?stream\r?\n(.*)\nendstream", re.DOTALL)
_GLYPH = re.compile(rb"\s*([\d.\- ]+ d1)")


def _changes(label: str, *figures: str) -> tuple[Cell, ...]:
    first, second, third = figures
    return (Cell(label), Cell(first, colspan=2), Cell(second), Cell(third))


_PROACTIVE_2019 = Grid((
    (Cell("第二十条第（一）项", colspan=5),),
    (Cell("信息内容"), Cell("本年新制作数量"), Cell("本年新公开数量", colspan=2), Cell("对外公开总数量")),
    (Cell("规章"), Cell("0"), Cell("0", colspan=2), Cell("0")),
    (Cell("规范性文件"), Cell("13"), Cell("8", colspan=2), Cell("55")),
    (Cell("第二十条第（五）项", colspan=5),),
    (Cell("信息内容"), Cell("上一年项目数量"), Cell("本年增/减", colspan=2), Cell("处理决定数量")),
    _changes("行政许可", "317", "-2", "517645"),
    _changes("其他对外管理服务事项", "28", "+3", "46"),
    (Cell("第二十条第（八）项", colspan=5),),
    (Cell("信息内容"), Cell("上一年项目数量", colspan=2), Cell("本年增/减", colspan=2)),
    (Cell("行政事业性收费"), Cell("6", colspan=2), Cell("0", colspan=2)),
    (Cell("第二十条第（九）项", colspan=5),),
    (Cell("信息内容"), Cell("采购项目数量", colspan=2), Cell("采购总金额", colspan=2)),
    (Cell("政府集中采购"), Cell("19", colspan=2), Cell("251000元", colspan=2)),
))  # fmt: skip

EDITION_2021 = Document((
    Heading(1, "青山镇人民政府2024年政府信息公开工作年度报告"),
    Heading(2, "一、总体情况"),
    Text(PROSE),
    Heading(2, "二、主动公开政府信息情况"),
    PROACTIVE,
    Heading(2, "四、政府信息公开行政复议、行政诉讼情况"),
    REMEDIES,
))  # fmt: skip

EDITION_2019 = Document((
    Heading(1, "青山镇人民政府2020年政府信息公开工作年度报告"),
    Heading(2, "一、总体情况"),
    Text(PROSE),
    Heading(2, "二、主动公开政府信息情况"),
    _PROACTIVE_2019,
))  # fmt: skip


def make() -> None:
    """Make all files again."""
    FIXTURES.mkdir(exist_ok=True)
    pages = {
        "chromium-2021": html(EDITION_2021, _PLAIN, "160mm 120mm", "10mm"),
        "chromium-2019": html(EDITION_2019, _PLAIN, "A4", "25mm"),
        "chromium-cut-rows": html(
            Document((APPLICATIONS,)), f"{_PLAIN}td{{vertical-align:middle}}", "120mm 60mm", "8mm"
        ),
        "chromium-landscape": html(Document((Heading(2, "四、行政复议"), REMEDIES)), _PLAIN, "A4 landscape"),
        "chromium-radicals": html(Document((Heading(2, "⼀、总体情况"), Text("⽬录⼆⻚。"))), _PLAIN),
    }
    for name, page in pages.items():
        (FIXTURES / f"{name}.pdf").write_bytes(_small(printed(page)))
    with TemporaryDirectory() as folder:
        for name, document, password in (("2021", EDITION_2021, ""), ("encrypted", Document((Text("一"),)), "x")):
            source = Path(folder, f"libreoffice-{name}.fodt")
            source.write_text(_flat_text(document), "utf-8")
            options = {"EncryptFile": _option("boolean", "true"), "DocumentOpenPassword": _option("string", password)}
            _convert(source, f"pdf:writer_pdf_Export:{json.dumps(options)}" if password else "pdf")
            shutil.copy(source.with_suffix(".pdf"), FIXTURES)


def _option(kind: str, value: str) -> dict[str, str]:
    return {"type": kind, "value": value}


def _flat_text(document: Document) -> str:
    """The document as LibreOffice keeps it in one file, on small pages."""
    body = "".join(map(_flat_block, document.blocks))
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "style", "text", "table")
    )
    fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
    return _FLAT.format(names=names, fo=fo, body=body)


def _flat_block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<text:p>{escape(block.text)}</text:p>"
    if isinstance(block, Text):
        return f'<text:p text:style-name="P">{escape(block.text)}</text:p>'
    assert isinstance(block, Grid)
    starts = dict(placed(block))
    columns = sum(cell.colspan for cell in block.rows[0])
    rows = (
        "".join(_flat_cell(starts.get((row, column))) for column in range(columns)) for row in range(len(block.rows))
    )
    lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f'<table:table><table:table-column table:number-columns-repeated="{columns}"/>{lines}</table:table>'


def _flat_cell(cell: Cell | None) -> str:
    if cell is None:
        return "<table:covered-table-cell/>"
    spans = f'table:number-columns-spanned="{cell.colspan}" table:number-rows-spanned="{cell.rowspan}"'
    text = f'<text:p text:style-name="C">{escape(cell.text)}</text:p>'
    return f'<table:table-cell table:style-name="T" {spans}>{text}</table:table-cell>'


def _convert(source: Path, to: str) -> None:
    office = shutil.which("soffice")
    assert office is not None
    profile = f"-env:UserInstallation=file://{source.parent}/profile"
    command = [office, profile, "--headless", "--convert-to", to, "--outdir", str(source.parent), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def _small(data: bytes) -> bytes:
    """Chromium's file without the outlines of its letters and without its marks of structure, and packed."""
    objects: dict[int, bytes] = {}
    for found in _OBJECT.finditer(data):
        number, body = int(found[1]), found[2]
        if b"/StructElem" not in body:
            objects[number] = _emptied(body).replace(b"/StructTreeRoot", b"/Unused")
    root = re.search(rb"/Root (\d+) 0 R", data)
    assert root is not None
    return _packed(objects, int(root[1]))


def _emptied(body: bytes) -> bytes:
    stream = _STREAM.match(body)
    if stream is None:
        return body
    content = zlib.decompress(stream[2]) if b"FlateDecode" in stream[1] else stream[2]
    glyph = _GLYPH.match(content)
    if glyph is None:
        return body
    return b"<</Length %d>>stream\n%s\nendstream" % (len(glyph[1]), glyph[1])


def _packed(objects: Mapping[int, bytes], root: int) -> bytes:
    """A file whose objects stand in one packed stream, but for those that are streams themselves."""
    data = bytearray(b"%PDF-1.5\n")
    entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    holder, table = max(objects) + 1, max(objects) + 2
    plain = {number: body for number, body in objects.items() if not _STREAM.match(body)}
    for number, body in objects.items():
        if number not in plain:
            entries[number] = (1, len(data), 0)
            data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    heads, bodies = b"", b""
    for index, (number, body) in enumerate(plain.items()):
        entries[number] = (2, holder, index)
        heads += b"%d %d " % (number, len(bodies))
        bodies += body + b"\n"
    packed = zlib.compress(heads + bodies, 9)
    entries[holder] = (1, len(data), 0)
    data += b"%d 0 obj\n<</Type/ObjStm/N %d/First %d/Length %d/Filter/FlateDecode>>stream\n%s\nendstream\nendobj\n" % (
        holder, len(plain), len(heads), len(packed), packed)  # fmt: skip
    start = entries[table] = (1, len(data), 0)
    rows = b"".join(
        kind.to_bytes(1, "big") + one.to_bytes(4, "big") + other.to_bytes(2, "big")
        for kind, one, other in (entries.get(number, (0, 0, 65535)) for number in range(table + 1))
    )
    packed = zlib.compress(rows, 9)
    data += b"%d 0 obj\n<</Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Length %d/Filter/FlateDecode>>stream\n%s\n" % (
        table, table + 1, root, len(packed), packed)  # fmt: skip
    return bytes(data + b"endstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start[1])


if __name__ == "__main__":
    make()
