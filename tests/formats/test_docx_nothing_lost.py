"""Law 4 for Word files: every word comes out once, in a block or in a remark."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.document import Block, Document, Grid, Heading, Link, Text
from govdisclosure.formats.docx import parse
from tests.formats._docx_files import SPACES, numbering_xml, paragraph, styles_xml, word_file

# Where a word can stand in a paragraph, and around whole paragraphs; {} is where it stands.
FIELD = '<w:fldChar w:fldCharType="{}"/>'
AROUND_RUNS = (
    *("<w:ins>{}</w:ins>", "<w:moveTo>{}</w:moveTo>", "<w:smartTag>{}</w:smartTag>", "<w:unknown>{}</w:unknown>"),
    *("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", '<w:hyperlink r:id="link">{}</w:hyperlink>'),
    *('<w:fldSimple w:instr="DATE">{}</w:fldSimple>', "<w:del>{}</w:del>", "<w:moveFrom>{}</w:moveFrom>"),
    "<w:r><w:ruby><w:rt><w:r><w:t/></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
    (
        f"<w:r>{FIELD.format('begin')}<w:instrText>REF</w:instrText>{FIELD.format('separate')}</w:r>{{}}"
        f"<w:r>{FIELD.format('end')}</w:r>"
    ),
    "<mc:AlternateContent><mc:Choice>{}</mc:Choice></mc:AlternateContent>",
)
AROUND_BLOCKS = (
    *("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:customXml>{}</w:customXml>", "<w:ins>{}</w:ins>"),
    *("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", "<w:tbl><w:tr><w:tc/><w:tc>{}</w:tc></w:tr></w:tbl>"),
    *("<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",),
    *("<w:tbl><w:tr><w:tc/></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>",),
    "<w:p><w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r></w:p>",
    "<mc:AlternateContent><mc:Choice>{}</mc:Choice></mc:AlternateContent>",
    "<w:tbl>{}</w:tbl>",
)
PROPERTIES = (
    *(
        "",
        '<w:pStyle w:val="1"/>',
        '<w:pStyle w:val="toc"/>',
        '<w:pStyle w:val="hidden"/>',
        '<w:outlineLvl w:val="2"/>',
    ),
    *('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', "<w:rPr><w:del/></w:rPr>"),
    '<w:framePr w:dropCap="drop"/>',
)
RUNS = (
    *("<w:r><w:t>{}</w:t></w:r>", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>"),
    "<w:r><w:br/><w:t>{}</w:t></w:r>",
    *('<w:r><w:br w:type="page"/><w:t>{}</w:t></w:r>', "<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>"),
    '<w:r><w:fldChar w:fldCharType="begin"/><w:t>{}</w:t></w:r>',
)  # fmt: skip


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, int]:
    """A body in which each word is a number in brackets, and how many there are."""
    numbers = count()

    def inline(depth: int) -> str:
        if depth == 0 or draw(st.booleans()):
            return draw(st.sampled_from(RUNS)).format(f"[{next(numbers)}]")
        inside = "".join(inline(depth - 1) for _ in range(draw(st.integers(1, 2))))
        return draw(st.sampled_from(AROUND_RUNS)).format(inside)

    def block(depth: int) -> str:
        if depth == 0 or draw(st.booleans()):
            inside = "".join(inline(2) for _ in range(draw(st.integers(1, 3))))
            return f"<w:p><w:pPr>{draw(st.sampled_from(PROPERTIES))}</w:pPr>{inside}</w:p>"
        inside = "".join(block(depth - 1) for _ in range(draw(st.integers(1, 2))))
        return draw(st.sampled_from(AROUND_BLOCKS)).format(inside)

    body = "".join(block(2) for _ in range(draw(st.integers(1, 3))))
    return body, next(numbers)


def read(body: str) -> Document:
    return parse(word_file(
        body,
        styles=styles_xml(
            '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>',
            '<w:style w:styleId="toc"><w:name w:val="toc 1"/></w:style>',
            '<w:style w:styleId="hidden"><w:rPr><w:vanish/></w:rPr></w:style>',
        ),
        numbering=numbering_xml(['<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>']),
        parts={"header1": f"<w:hdr {SPACES}>{paragraph('[head]')}</w:hdr>"},
        links={"link": "https://example.gov.cn"},
    ))  # fmt: skip


def in_blocks(blocks: tuple[Block, ...]) -> str:
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Grid):
            texts += [cell.text for row in block.rows for cell in row]
        elif isinstance(block, Heading | Text | Link):
            texts.append(block.text)
    return "\n".join(texts)


@given(made=bodies())
def test_every_word_comes_out_and_none_twice(made: tuple[str, int]) -> None:
    body, words = made
    document = read(body)
    shown = in_blocks(document.blocks)
    noted = "\n".join(remark.raw for remark in document.remarks)
    for number in range(words):
        assert f"[{number}]" in shown + noted
        assert shown.count(f"[{number}]") <= 1


@given(made=bodies())
def test_every_block_cell_and_remark_has_its_place_in_order(made: tuple[str, int]) -> None:
    document = read(made[0])
    cells = [cell for block in document.blocks if isinstance(block, Grid) for row in block.rows for cell in row]
    assert all(one.place for one in (*document.blocks, *cells, *document.remarks))
    lines = [block.place.line for block in document.blocks if block.place]
    assert lines == sorted(lines)


def test_the_order_of_words_is_that_of_the_file() -> None:
    body = paragraph("[0]") + AROUND_BLOCKS[3].format(paragraph("[1]")) + paragraph("[2]")
    assert in_blocks(read(body).blocks) == "[0]\n[1]\n[2]"
