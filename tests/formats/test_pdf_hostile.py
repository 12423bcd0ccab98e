"""Law 5 for PDF: any bytes are a document or one documented error, soon; a file that unpacks to too much is refused."""

import zlib
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclosure.conventions.characters import first_forbidden, is_blank
from govdisclosure.document import Document, Grid, Text
from govdisclosure.errors import LimitError, ReadError
from govdisclosure.formats._pdf_pages import MOST_PAGES
from govdisclosure.formats.pdf import parse
from tests.formats._pdf_inputs import FIXTURES, Page, assembled, pdf, ruled
from tests.formats.test_pdf_tables import SAMPLE, XS, YS

SECONDS = 2  # of the processor; a bomb that goes off takes ten times as much
FILES = (
    pdf(
        ruled(Page().text(72, 60, "一、总体情况"), SAMPLE, XS, YS), ruled(Page().image(9, 300, 99, 99), SAMPLE, XS, YS)
    ),
    (FIXTURES / "libreoffice-2021.pdf").read_bytes(),
    (FIXTURES / "chromium-radicals.pdf").read_bytes(),
)
CATALOG, PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
LINE = b"0 0 m 9 9 l S "


def check(data: bytes) -> Document | None:
    """Read any bytes: what comes out is a document that keeps the contract."""
    try:
        document = parse(data)
    except (ReadError, LimitError):
        return None
    for block in document.blocks:
        assert isinstance(block, Grid | Text)
        assert block.place is not None
        if isinstance(block, Text):
            assert not is_blank(block.text)
            assert first_forbidden(block.text) is None
        else:
            assert all(first_forbidden(c.text.replace("\n", "")) is None for row in block.rows for c in row)
    return document


def refused(data: bytes) -> str:
    start = process_time()
    with pytest.raises(LimitError) as error:
        parse(data)
    assert process_time() - start < SECONDS
    assert "data" in error.value.message("en")
    return error.value.code


def packed(content: bytes, dictionary: bytes = b"<<") -> bytes:
    data = zlib.compress(content, 9)
    return b"%s/Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (dictionary, len(data), data)


def with_content(content: bytes, contents: bytes = b"4 0 R", *more: bytes) -> bytes:
    """A page that draws ``content``."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>/Contents %s>>" % contents
    return assembled([CATALOG, PAGES, page, packed(content), *more])


@settings(max_examples=300)
@given(st.sampled_from(FILES), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=30))
def test_changed_bytes_are_a_document_or_an_error(data: bytes, changes: list[tuple[float, int]]) -> None:
    changed = bytearray(data)
    for where, value in changes:
        changed[int(where * (len(data) - 1))] = value
    check(bytes(changed))


@settings(max_examples=200)
@given(st.sampled_from(FILES), st.floats(0, 1), st.integers(1, 2000), st.binary(max_size=20))
def test_cut_and_spliced_files_are_a_document_or_an_error(data: bytes, where: float, size: int, put: bytes) -> None:
    at = int(where * len(data))
    check(data[:at])
    check(data[:at] + put + data[at + size :])


@given(st.binary(max_size=300))
def test_any_bytes_after_the_mark_are_a_document_or_an_error(data: bytes) -> None:
    check(b"%PDF-1.7\n" + data)


_numbers = st.sampled_from(
    ("0", "1", "-1", "12", "100.5", "1e9", "-99999999999999999999", "0.00001", "595", "72", "300")
)
_operators = st.sampled_from((
    *(("m", 2), ("l", 2), ("re", 4), ("c", 6), ("h", 0), ("S", 0), ("f", 0), ("B", 0), ("n", 0), ("W", 0), ("q", 0)),
    *(("Q", 0), ("cm", 6), ("w", 1), ("BT", 0), ("ET", 0), ("Tm", 6), ("Td", 2), ("Tr", 1), ("Tz", 1), ("Ts", 1)),
))  # fmt: skip
_letters = st.sampled_from(
    ("4e00", "0031", "0020", "3000", "d83dde00", "d83d", "de00", "0000", "0007", "2f00", "ffff", "00ad")
)


@st.composite
def _contents(draw: st.DrawFn) -> str:
    operator, count = draw(_operators)
    if draw(st.booleans()):
        return " ".join((*(draw(_numbers) for _ in range(count)), operator))
    matrix = " ".join(draw(_numbers) for _ in range(6))
    return f"BT /F {draw(_numbers)} Tf {matrix} Tm <{''.join(draw(st.lists(_letters, max_size=8)))}> Tj ET"


@settings(max_examples=300)
@given(
    st.lists(_contents(), max_size=40),
    st.sampled_from(("", "/Rotate 90", "/Rotate 45", "/CropBox[10 10 5 5]", "/MediaBox[0 0 0 0]", "/UserUnit 5")),
)
def test_any_drawing_is_a_document_or_an_error(contents: list[str], attributes: str) -> None:
    page = Page(attributes=attributes)
    page.operators.extend(contents)
    check(pdf(ruled(page, SAMPLE, XS, YS)))


def test_too_many_pages_are_refused() -> None:
    kids = b"3 0 R " * (MOST_PAGES + 1)
    pages = b"<</Type/Pages/Count %d/Kids[%s]>>" % (MOST_PAGES + 1, kids)
    assert refused(assembled([CATALOG, pages, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"])) == "too_many_pages"


def test_pages_that_are_not_there_are_not_waited_for() -> None:
    pages = b"<</Type/Pages/Count 2000000000/Kids[3 0 R]>>"
    start = process_time()
    assert check(assembled([CATALOG, pages, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"])) is None
    assert process_time() - start < SECONDS


def test_deep_trees_of_pages_and_deep_lists_end() -> None:
    tree = [CATALOG, *(b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (n + 3) for n in range(20_000))]
    start = process_time()
    check(assembled([*tree, b"<</Type/Page/MediaBox[0 0 9 9]>>"]))
    check(b"%PDF-1.5\n1 0 obj\n<</Pages " + b"[" * 500_000 + b"]" * 500_000 + b">>\nendobj\ntrailer<</Root 1 0 R>>")
    assert process_time() - start < SECONDS


def test_too_many_lines_on_a_page_are_refused() -> None:
    assert refused(with_content(LINE * 250_000)) == "too_many_objects"


@pytest.mark.parametrize("content", [LINE * 4_000_000, b" " * 400_000_000], ids=["lines", "spaces"])
def test_a_page_that_unpacks_to_too_much_is_refused(content: bytes) -> None:
    assert refused(with_content(content)) == "draws_too_much"


def test_a_page_packed_twice_is_refused() -> None:
    twice = zlib.compress(zlib.compress(LINE * 4_000_000, 9), 9)
    stream = b"<</Length %d/Filter[/FlateDecode/#46lateDecode]>>\nstream\n%s\nendstream" % (len(twice), twice)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
    assert refused(assembled([CATALOG, PAGES, page, stream])) == "draws_too_much"


def test_a_page_that_draws_one_stream_again_and_again_is_refused() -> None:
    assert refused(with_content(LINE * 1000, b"[" + b"4 0 R " * 10_000 + b"]")) == "draws_too_much"


@pytest.mark.parametrize(("levels", "width"), [(6, 10), (25, 2)])
def test_drawings_that_draw_each_other_are_refused(levels: int, width: int) -> None:
    def form(level: int) -> bytes:
        inner = b"/X Do " if level < levels - 1 else LINE
        head = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (level + 6)
        return packed(inner * width, head)

    assert refused(with_content(b"/X Do", b"4 0 R", *map(form, range(levels)))) == "draws_too_much"


def test_rules_that_cross_too_often_are_refused_or_read() -> None:
    page = Page().text(5, 5, "一")
    for number in range(800):
        page.line(number * 0.7, 0, number * 0.7, 842).line(0, number, 595, number)
    start = process_time()
    check(pdf(page))
    assert process_time() - start < SECONDS


def test_a_page_of_a_hundred_thousand_characters_is_read_in_time() -> None:
    page = Page()
    for number in range(1000):
        page.text(1, number * 0.8 + 1, "一" * 100, 0.7)
    start = process_time()
    document = check(pdf(page))
    assert document is not None
    assert process_time() - start < 2 * SECONDS
