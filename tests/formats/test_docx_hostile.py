"""Law 5 for Word files: any bytes are a document or one documented error, soon."""

import random
import re
from collections.abc import Callable
from io import BytesIO
from time import perf_counter, process_time
from typing import Final

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclosure.document import Document
from govdisclosure.errors import LimitError, ReadError
from govdisclosure.formats.docx import parse
from tests.formats._docx_files import (
    SPACES,
    document_xml,
    numbering_xml,
    paragraph,
    rezipped,
    styles_xml,
    table,
    word_file,
)
from tests.formats._statutory import APPLICATIONS, PROACTIVE

SECONDS: Final = 1.0
MAIN: Final = "word/document.xml"


def made_by_python_docx() -> bytes:
    made = docx.Document()
    made.add_heading("青山镇2024年政府信息公开工作年度报告", 0)
    made.add_paragraph("加强培训", style="List Bullet")
    made.add_paragraph("加强培训", style="List Number")
    made.add_table(3, 3).cell(0, 0).merge(made.tables[0].cell(1, 1)).text = "规章"
    made.sections[0].footer.paragraphs[0].text = "1"
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


DATE: Final = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText><w:fldChar w:fldCharType="separate"/>'
    '<w:t>2025年</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
BOX: Final = (
    f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{paragraph('甲')}</w:txbxContent></mc:Choice>"
    "</mc:AlternateContent></w:r></w:p>"
)
PIECES: Final = (
    '<w:p><w:r><w:t>公开</w:t><w:br/><w:tab/><w:footnoteReference w:id="1"/></w:r>'
    "<w:ins><w:r><w:t>12</w:t></w:r></w:ins></w:p>"
)
BODY: Final = "".join((
    paragraph("青山镇2024年政府信息公开工作年度报告", '<w:pStyle w:val="1"/>'),
    paragraph("总体情况", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    PIECES,
    DATE,
    BOX,
    table(PROACTIVE.rows),
    '<w:sectPr><w:footerReference r:id="footer1"/></w:sectPr>',
))  # fmt: skip
WHOLE: Final = word_file(
    BODY,
    styles=styles_xml('<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'),
    numbering=numbering_xml(['<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>']),
    parts={
        "footer1": f"<w:ftr {SPACES}>{paragraph('1')}</w:ftr>",
        "footnotes": f'<w:footnotes {SPACES}><w:footnote w:id="1">{paragraph("注")}</w:footnote></w:footnotes>',
    },
)
XML: Final = document_xml(BODY)
TAGS: Final = [found.span() for found in re.finditer(r"<[^>]*>", XML)]


def outcome(data: bytes) -> str:
    """Return the kind of refusal, or nothing for a document."""
    try:
        document = parse(data)
    except (ReadError, LimitError) as error:
        return error.code
    assert isinstance(document, Document)
    return ""


def test_the_whole_file_is_read() -> None:
    assert outcome(WHOLE) == outcome(made_by_python_docx()) == ""


@pytest.mark.parametrize("data", [WHOLE, made_by_python_docx()], ids=["own", "python-docx"])
def test_damaged_bytes_are_read_or_refused(data: bytes) -> None:
    dice = random.Random(5)  # noqa: S311  # the same damage in every run
    for _ in range(1500):
        damaged = bytearray(data)
        for _ in range(dice.choice((1, 1, 2, 8))):
            damaged[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        outcome(bytes(damaged[: dice.choice((len(data), dice.randrange(len(data))))]))


@settings(max_examples=500)
@given(at=st.lists(st.integers(0, len(TAGS) - 1), min_size=1, max_size=4), twice=st.booleans())
def test_a_part_whose_tags_are_lost_or_doubled_is_read_or_refused(at: list[int], twice: bool) -> None:
    xml = XML
    for position in sorted(set(at), reverse=True):
        start, end = TAGS[position]
        xml = xml[:start] + (xml[start:end] * 2 if twice else "") + xml[end:]
    assert outcome(rezipped(WHOLE, MAIN, xml.encode())) in {"", "broken_file"}


@settings(max_examples=300)
@given(one=st.integers(0, len(TAGS) - 1), other=st.integers(0, len(TAGS) - 1))
def test_tags_that_changed_places_are_read_or_refused(one: int, other: int) -> None:
    (start, end), (begin, stop) = sorted((TAGS[one], TAGS[other]))
    xml = XML if one == other else XML[:start] + XML[begin:stop] + XML[end:begin] + XML[start:end] + XML[stop:]
    assert outcome(rezipped(WHOLE, MAIN, xml.encode())) in {"", "broken_file"}


@settings(max_examples=300)
@given(pairs=st.lists(st.tuples(st.integers(0, len(TAGS) - 1), st.integers(0, len(TAGS) - 1)), min_size=1, max_size=5))
def test_elements_with_other_names_are_read(pairs: list[tuple[int, int]]) -> None:
    names = re.findall(r"<(\w+:\w+)", XML)
    table_of_names = {names[one % len(names)]: names[other % len(names)] for one, other in pairs}
    renamed = re.sub(r"(</?)(\w+:\w+)", lambda tag: f"{tag[1]}{table_of_names.get(tag[2], tag[2])}", XML)
    assert outcome(rezipped(WHOLE, MAIN, renamed.encode())) in {"", "broken_file"}


@pytest.mark.parametrize("cut", range(0, len(XML), 97))
def test_a_part_that_is_cut_off_is_broken(cut: int) -> None:
    assert outcome(rezipped(WHOLE, MAIN, XML[:cut].encode())) == "broken_file"


@pytest.mark.parametrize(
    "name", ["word/styles.xml", "word/numbering.xml", "word/footer1.xml", "word/footnotes.xml", "_rels/.rels"]
)
def test_a_further_part_that_is_damaged_is_broken(name: str) -> None:
    assert outcome(rezipped(WHOLE, name, b"<w:p>")) == "broken_file"


LAUGHS: Final = (
    '<!DOCTYPE lolz [<!ENTITY a "公开公开公开公开公开公开公开公开公开公开">'
    + "".join(f'<!ENTITY {one} "{f"&{before};" * 10}">' for before, one in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


def test_even_one_harmless_entity_is_refused_and_no_figure_lost_with_it() -> None:
    declared = '<!DOCTYPE a [<!ENTITY i "12">]>'
    assert outcome(rezipped(WHOLE, MAIN, f"{declared}{LAUGHING}".encode())) == "broken_file"


def nested(begin: str, end: str, times: int) -> bytes:
    return document_xml(begin * times + paragraph("底") + end * times).encode()


LAUGHING: Final = document_xml("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>")


def bomb(xml: str | bytes, name: str = MAIN) -> bytes:
    return rezipped(WHOLE, name, xml if isinstance(xml, bytes) else xml.encode())


BOMBS: Final[dict[str, Callable[[], bytes]]] = {
    "entities": lambda: bomb(LAUGHS + LAUGHING),
    "entities in an attribute": lambda: bomb(LAUGHS + document_xml(paragraph("x", '<w:pStyle w:val="&i;"/>'))),
    "entities in another encoding": lambda: bomb(
        f'<?xml version="1.0" encoding="UTF-16"?>{LAUGHS}{LAUGHING}'.encode("utf-16")
    ),
    "entities in the styles": lambda: bomb(f"{LAUGHS}<w:styles {SPACES}>&i;</w:styles>", "word/styles.xml"),
    "a hundred thousand levels": lambda: bomb(nested("<w:sdt>", "</w:sdt>", 100_000)),
    "a hundred thousand tables": lambda: bomb(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 100_000)),
    "zeros": lambda: bomb(bytes(100 * 1024 * 1024)),
    "paragraphs": lambda: bomb(document_xml("<w:p/>" * 4_000_000)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_at_once(name: str) -> None:
    data = BOMBS[name]()
    begin = perf_counter()
    assert outcome(data) in {"broken_file", "nested_too_deep", "unpacks_too_large", "too_inflated"}
    assert perf_counter() - begin < SECONDS


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>"),
        ("<w:p><w:ins>", "</w:ins></w:p>"),
        ("<w:p><m:oMath><m:f><m:num>", "</m:num></m:f></m:oMath></w:p>"),
    ],
)
@pytest.mark.parametrize("times", [20, 60, 100, 1000])
def test_things_in_things_are_read_or_too_deep(begin: str, end: str, times: int) -> None:
    assert outcome(rezipped(WHOLE, MAIN, nested(begin, end, times))) in {"", "nested_too_deep"}


@pytest.mark.parametrize(
    "piece",
    [
        paragraph("公"),
        "<w:p><w:r><w:br/></w:r></w:p>",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
        '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
        f"<w:tbl><w:tr><w:tc>{paragraph('公')}</w:tc><w:tc/></w:tr></w:tbl>",
        '<w:sectPr><w:footerReference r:id="footer1"/></w:sectPr>',
        paragraph("公", '<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>'),
    ],
)
@pytest.mark.parametrize("inside", [False, True], ids=["in the body", "in a cell"])
def test_many_of_a_thing_take_no_more_than_linear_time(piece: str, inside: bool) -> None:
    def seconds(times: int) -> float:
        body = piece * times
        data = word_file(f"<w:tbl><w:tr><w:tc/><w:tc>{body}</w:tc></w:tr></w:tbl>" if inside else body, parts={
            "footer1": f"<w:ftr {SPACES}>{paragraph('1')}</w:ftr>",
        })  # fmt: skip
        begin = process_time()
        assert outcome(data) in {"", "too_inflated"}
        return process_time() - begin

    assert seconds(8000) < 3.0


def test_many_pieces_in_one_paragraph_or_row_take_no_more_than_linear_time() -> None:
    for body in (
        f"<w:p>{'<w:r><w:t>公</w:t></w:r>' * 30_000}</w:p>",
        f"<w:p><w:ins>{'<w:ins><w:r><w:t>公</w:t></w:r></w:ins>' * 10_000}</w:ins></w:p>",
        f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * 30_000}</w:tr></w:tbl>",
        f"<w:tbl>{'<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>' * 20_000}</w:tbl>",
        paragraph("字" * 3_000_000),
        paragraph("\x7f" * 300_000),
    ):
        data = word_file(body)
        begin = process_time()
        assert outcome(data) in {"", "too_inflated"}
        assert process_time() - begin < 3.0


def test_a_file_of_the_form_is_read_no_slower_than_twice_what_python_docx_takes() -> None:
    made = docx.Document()
    for grid in (PROACTIVE, APPLICATIONS):
        made.add_heading("二、主动公开政府信息情况", 1)
        drawn = made.add_table(len(grid.rows), 10)
        for row in grid.rows:
            for number, one in enumerate(row):
                drawn.cell(grid.rows.index(row), number).text = one.text
    buffer = BytesIO()
    made.save(buffer)
    data = buffer.getvalue()

    def bare() -> list[str]:
        opened = docx.Document(BytesIO(data))
        rows = (row._tr for one in opened.tables for row in one.rows)  # pyright: ignore[reportPrivateUsage]  # row.cells is slow
        cells = (cell for row in rows for cell in row.tc_lst)
        inside = ["\n".join(paragraph.text for paragraph in cell.p_lst) for cell in cells]
        return [*(paragraph.text for paragraph in opened.paragraphs), *inside]

    def best(read: Callable[[], object]) -> float:
        def once() -> float:
            begin = process_time()
            read()
            return process_time() - begin

        return min(once() for _ in range(7))

    assert best(lambda: parse(data)) <= 2 * best(bare)
