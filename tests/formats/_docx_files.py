"""Word files written by hand, part by part."""

from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO
from typing import Protocol
from zipfile import ZIP_DEFLATED, ZipFile

__all__ = ["SPACES", "document_xml", "numbering_xml", "paragraph", "rezipped", "styles_xml", "table", "word_file"]

SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_WIDTH = 900  # of a column, in twentieths of a point: without it LibreOffice draws none
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>{{}}</Types>'
)


class _Cell(Protocol):
    @property
    def text(self) -> str: ...

    @property
    def rowspan(self) -> int: ...

    @property
    def colspan(self) -> int: ...


def word_file(
    body: str,
    *,
    styles: str | None = None,
    numbering: str | None = None,
    parts: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
) -> bytes:
    """Return a Word file with ``body`` in it.

    ``parts`` are further parts by name, each related as its name tells (``header1`` as ``header``) under its name;
    ``links`` are relations to outside by identity.
    """
    given = {
        **({"styles": styles} if styles is not None else {}),
        **({"numbering": numbering} if numbering is not None else {}),
        **(parts or {}),
    }
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_KINDS}/{name.rstrip("0123456789")}" Target="{name}.xml"/>' for name in given
    ) + "".join(
        f'<Relationship Id="{name}" Type="{_KINDS}/hyperlink" Target="{escape(target)}" TargetMode="External"/>'
        for name, target in (links or {}).items()
    )
    main = f'<Relationship Id="rId1" Type="{_KINDS}/officeDocument" Target="word/document.xml"/>'
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{name.rstrip("0123456789")}+xml"/>'
        for name in given
    )
    return _zipped(
        {
            "[Content_Types].xml": _CONTENT_TYPES.format(types),
            "_rels/.rels": _RELATIONS.format(main),
            "word/document.xml": document_xml(body),
            "word/_rels/document.xml.rels": _RELATIONS.format(relations),
            **{f"word/{name}.xml": xml for name, xml in given.items()},
        }
    )


def document_xml(body: str) -> str:
    return f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"


def styles_xml(*styles: str) -> str:
    return f"<w:styles {SPACES}>{''.join(styles)}</w:styles>"


def numbering_xml(levels: Sequence[str], overrides: str = "", more: str = "") -> str:
    """Return a numbering part with the list 1, whose levels are given."""
    numbered = "".join(f'<w:lvl w:ilvl="{n}">{level}</w:lvl>' for n, level in enumerate(levels))
    return (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0">{numbered}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{overrides}</w:num>{more}</w:numbering>'
    )


def paragraph(text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(rows: Sequence[Sequence[_Cell]]) -> str:
    """Draw a grid as Word does: a cell that spans rows is there once in each."""
    open_cells: dict[int, tuple[int, int]] = {}  # the first column of such a cell: columns, rows still to come
    drawn: list[str] = []
    for row in rows:
        cells: list[str] = []
        column, waiting = 0, list(row)
        while waiting or column in open_cells:
            if column in open_cells:
                span, left = open_cells.pop(column)
                cells.append(_cell("", span, '<w:vMerge w:val="continue"/>' if left % 2 else "<w:vMerge/>"))
                if left > 1:
                    open_cells[column] = (span, left - 1)
            else:
                cell = waiting.pop(0)
                span = cell.colspan
                cells.append(_cell(cell.text, span, '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""))
                if cell.rowspan > 1:
                    open_cells[column] = (span, cell.rowspan - 1)
            column += span
        drawn.append(f"<w:tr>{''.join(cells)}</w:tr>")
    columns = f'<w:gridCol w:w="{_WIDTH}"/>' * sum(cell.colspan for cell in rows[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(drawn)}</w:tbl>"


def rezipped(data: bytes, name: str, change: Mapping[bytes, bytes] | bytes) -> bytes:
    """Return a zip file with one entry changed: some bytes in it, or all of it."""
    with ZipFile(BytesIO(data)) as file:
        entries: dict[str, str | bytes] = {one: file.read(one) for one in file.namelist()}
    held = entries[name]
    assert isinstance(held, bytes)
    if isinstance(change, bytes):
        entries[name] = change
    else:
        for old, new in change.items():
            assert old in held
            held = held.replace(old, new)
        entries[name] = held
    return _zipped(entries)


def _cell(text: str, span: int, merge: str) -> str:
    breadth = f'<w:tcW w:w="{_WIDTH * span}" w:type="dxa"/>'
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f"<w:tc><w:tcPr>{breadth}{wide}{merge}</w:tcPr>{''.join(map(paragraph, text.split(chr(10))))}</w:tc>"


def _zipped(entries: Mapping[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name, data)
    return buffer.getvalue()
