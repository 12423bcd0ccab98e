"""A report as a Word file: with real headings, with paragraphs that only look like headings, or numbered by Word."""

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias, cast

from attrs import Factory, define

from govdisclosure.conventions.numbering import LEVELS, leading_mark, mark_text
from govdisclosure.document import Block, Grid, Heading, Image, Link, Text
from govdisclosure.model.report import Report
from govdisclosure.testing._sources_common import blocks_of, is_sign_off, placed

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
    from docx.text.paragraph import Paragraph

__all__ = ["DocxHeadings", "docx_bytes"]

DocxHeadings: TypeAlias = Literal["styles", "bold", "numbered"]
"""What makes a heading of a paragraph."""

_BODY_FONT: Final = "仿宋_GB2312"
_HEADING_FONT: Final = "黑体"
_DOTS: Final = bytes.fromhex(  # a picture of one point
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)
_NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_NUMBERING: Final = 77  # an id that the template does not use
_LEVEL_FORMATS: Final = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)


_ELEMENT: Final = "_element"  # python-docx keeps the XML of a thing under this name, and has no other way to it


class _Xml(Protocol):
    """What is used of an element of XML; python-docx gives it no types."""

    def set(self, key: str, value: str) -> None: ...

    def append(self, element: "_Xml") -> None: ...

    def insert(self, index: int, element: "_Xml") -> None: ...

    def findall(self, path: str) -> list["_Xml"]: ...

    def find(self, path: str) -> "_Xml | None": ...

    def get_or_add_pPr(self) -> "_Xml": ...  # noqa: N802 # the name in the library

    def get_or_add_rPr(self) -> "_Xml": ...  # noqa: N802 # the name in the library

    def get_or_add_rFonts(self) -> "_Xml": ...  # noqa: N802 # the name in the library


def docx_bytes(report: Report, headings: DocxHeadings, printed: Mapping[str, str] | None) -> bytes:
    """The Word file of a report."""
    import docx

    file = docx.Document()
    writer = _Writer(file, headings, report)
    if headings == "numbered":
        _add_numbering(file)
    for block in blocks_of(report, printed):
        writer.write(block)
    buffer = BytesIO()
    file.save(buffer)
    return buffer.getvalue()


@define
class _Writer:
    """Writes block after block; ``counted`` is how far Word has counted on each level."""

    file: "WordFile"
    headings: DocxHeadings
    report: Report
    counted: list[int] = Factory(lambda: [0] * LEVELS)
    deepest: int = 0

    def write(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Grid():
                self._table(block)
            case Link():
                _add_link(self.file.add_paragraph(), block)
            case Image():
                self.file.add_picture(BytesIO(_DOTS))
                _describe(self.file.paragraphs[-1], block.caption)
            case Text():
                paragraph = self.file.add_paragraph()
                _add_run(paragraph, block.text, _BODY_FONT)
                if is_sign_off(block, self.report):
                    paragraph.alignment = _alignment("RIGHT")

    def _heading(self, heading: Heading) -> None:
        if self.headings == "bold":
            paragraph = self.file.add_paragraph()
            _add_run(paragraph, heading.text, _HEADING_FONT, bold=True)
            if heading.level == 1:
                paragraph.alignment = _alignment("CENTER")
            return
        name = "Title" if heading.level == 1 and self.headings == "styles" else f"Heading {heading.level}"
        paragraph = self.file.add_paragraph(style=name)
        _add_run(paragraph, self._counted(heading, paragraph), _HEADING_FONT)

    def _counted(self, heading: Heading, paragraph: "Paragraph") -> str:
        """Leave the number to Word where Word would count just so; return the rest of the heading."""
        mark = leading_mark(heading.text)
        if self.headings != "numbered" or mark is None or mark.level > len(_LEVEL_FORMATS) or heading.level == 1:
            return heading.text
        level = mark.level - 1
        wanted = mark_text(mark.level, self.counted[level] + 1)
        rest = heading.text[len(wanted) :]
        # A level that was passed over counts in one program and not in another.
        if not heading.text.startswith(wanted) or rest != rest.strip() or level > self.deepest:
            return heading.text
        self.deepest = level + 1
        self.counted[level:] = [self.counted[level] + 1, *[0] * (LEVELS - level - 1)]
        _number(paragraph, level)
        return rest

    def _table(self, grid: Grid) -> None:
        cells = placed(grid)
        width = max((cell.column + cell.colspan for cell in cells), default=1)
        table = self.file.add_table(len(grid.rows), width, style="Table Grid")
        for cell in cells:
            box = table.cell(cell.row, cell.column)
            if cell.rowspan * cell.colspan > 1:
                box = box.merge(table.cell(cell.row + cell.rowspan - 1, cell.column + cell.colspan - 1))
            _add_run(box.paragraphs[0], cell.text, _BODY_FONT)


def _add_run(paragraph: "Paragraph", text: str, font: str, *, bold: bool = False) -> None:
    """Add text in a Chinese font: Word keeps the font of Chinese apart from that of Latin text."""
    run = paragraph.add_run(text)
    run.font.name = "Times New Roman"
    _xml(run).get_or_add_rPr().get_or_add_rFonts().set(_name("w:eastAsia"), font)
    if bold:
        run.bold = True


def _add_link(paragraph: "Paragraph", link: Link) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE

    target = paragraph.part.relate_to(link.reference, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = _parsed(f'<w:hyperlink {_NAMESPACES} r:id="{target}"/>')
    _add_run(paragraph, link.text, _BODY_FONT)
    element.append(_xml(paragraph.runs[0]))
    _xml(paragraph).append(element)


def _describe(paragraph: "Paragraph", caption: str) -> None:
    """Give a picture the text that stands for it."""
    properties = _xml(paragraph).find(f".//{_name('wp:docPr')}")
    if properties is not None:
        properties.set("descr", caption)


def _add_numbering(file: "WordFile") -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, (form, text) in enumerate(_LEVEL_FORMATS)
    )
    numbering = _xml(file.part.numbering_part)
    kinds = len(numbering.findall(_name("w:abstractNum")))
    kind = f'<w:abstractNum {_NAMESPACES} w:abstractNumId="{_NUMBERING}"><w:multiLevelType w:val="multilevel"/>{levels}'
    use = f'<w:num {_NAMESPACES} w:numId="{_NUMBERING}"><w:abstractNumId w:val="{_NUMBERING}"/></w:num>'
    numbering.insert(kinds, _parsed(f"{kind}</w:abstractNum>"))
    numbering.append(_parsed(use))


def _number(paragraph: "Paragraph", level: int) -> None:
    number = f'<w:numPr {_NAMESPACES}><w:ilvl w:val="{level}"/><w:numId w:val="{_NUMBERING}"/></w:numPr>'
    _xml(paragraph).get_or_add_pPr().append(_parsed(number))


def _xml(thing: object) -> _Xml:
    return cast("_Xml", getattr(thing, _ELEMENT))  # every thing of python-docx has one


def _parsed(text: str) -> _Xml:
    from docx.oxml import parse_xml

    return cast("_Xml", parse_xml(text))  # the library says no more than that it is some element


def _name(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(name)


def _alignment(name: Literal["CENTER", "RIGHT"]) -> "WD_PARAGRAPH_ALIGNMENT":
    from docx.enum.text import WD_PARAGRAPH_ALIGNMENT

    return WD_PARAGRAPH_ALIGNMENT[name]
