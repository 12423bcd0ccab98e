"""PDF: text, its lines and paragraphs, what stands around it, and what cannot be read."""

from threading import Thread

import pytest

from govdisclosure.document import Document, Grid, Heading, Text
from govdisclosure.errors import ReadError
from govdisclosure.formats.pdf import parse
from tests.formats._pdf_fixtures import EDITION_2019, EDITION_2021, PROSE
from tests.formats._pdf_inputs import CHROMIUM, FIXTURES, Page, html, pdf, printed
from tests.formats._statutory import APPLICATIONS, PROACTIVE, REMEDIES

LINE = "青山镇全年主动公开政府信息若干条其中通过网站公开若干条另外还有"  # 31 characters: a full line from 72 to 444


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Text)]


def paragraphs(document: Document) -> list[str]:
    """The texts with those that continue one joined to it."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Text):
            found[len(found) - block.continues :] = ["".join(found[len(found) - block.continues :]) + block.text]
    return found


def grids(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def unbroken(grid: Grid) -> list[list[tuple[str, int, int]]]:
    """The cells of a grid without the line breaks in them."""
    return [[(cell.text.replace("\n", ""), cell.rowspan, cell.colspan) for cell in row] for row in grid.rows]


def raws(document: Document, code: str) -> list[str]:
    return [remark.raw for remark in document.remarks if remark.code == code]


@pytest.mark.parametrize("name", ["chromium-2021", "libreoffice-2021"])
def test_a_printed_report_has_its_title_paragraphs_and_tables(name: str) -> None:
    document = parse((FIXTURES / f"{name}.pdf").read_bytes())
    assert [unbroken(grid) for grid in grids(document)] == [unbroken(PROACTIVE), unbroken(REMEDIES)]
    assert "".join(texts(document)) == "".join(b.text for b in EDITION_2021.blocks if isinstance(b, Heading | Text))
    assert PROSE in paragraphs(document)


def test_a_report_of_the_older_edition_has_its_table() -> None:
    document = parse((FIXTURES / "chromium-2019.pdf").read_bytes())
    (grid,) = grids(document)
    wanted = next(block for block in EDITION_2019.blocks if isinstance(block, Grid))
    assert [[cell.text for cell in row] for row in grid.rows] == [[cell.text for cell in row] for row in wanted.rows]


def test_a_table_over_eight_pages_that_cut_its_rows_and_labels_is_whole() -> None:
    (grid,) = grids(parse((FIXTURES / "chromium-cut-rows.pdf").read_bytes()))
    assert unbroken(grid) == unbroken(APPLICATIONS)


def test_a_wide_table_on_a_landscape_page_is_read() -> None:
    (grid,) = grids(parse((FIXTURES / "chromium-landscape.pdf").read_bytes()))
    assert unbroken(grid) == unbroken(REMEDIES)


def test_radicals_become_ordinary_characters_and_are_kept_in_remarks() -> None:
    document = parse((FIXTURES / "chromium-radicals.pdf").read_bytes())
    assert texts(document) == ["一、总体情况", "目录二页。"]
    assert raws(document, "radical_normalised") == ["⼀、总体情况", "⽬录⼆⻚。"]


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
@pytest.mark.parametrize("margin", ["10mm", "15mm", "22mm"])
@pytest.mark.parametrize("size", ["A5", "A4 landscape", "150mm 90mm"])
def test_what_chromium_prints_is_read_at_any_size_of_page(size: str, margin: str) -> None:
    document = Document((*EDITION_2021.blocks, Heading(2, "收到和处理政府信息公开申请情况"), APPLICATIONS))
    read = parse(printed(html(document, "table{font-size:6pt}", size, margin)))
    assert [unbroken(grid) for grid in grids(read)] == [unbroken(grid) for grid in (PROACTIVE, REMEDIES, APPLICATIONS)]
    assert PROSE in paragraphs(read)


def test_lines_of_a_paragraph_continue_and_new_paragraphs_do_not() -> None:
    page = Page().text(72, 80, "一、总体情况")
    for number, (indent, line) in enumerate(
        [(24, LINE[:29]), (0, LINE), (0, "结束。"), (24, LINE[:29]), (0, "全文。")]
    ):
        page.text(72 + indent, 110 + 20 * number, line)
    read = [block for block in parse(pdf(page)).blocks if isinstance(block, Text)]
    assert [block.continues for block in read] == [False, False, True, True, False, True]


def test_a_paragraph_goes_on_over_a_page_number() -> None:
    def page(number: int) -> Page:
        lines = Page().text(72, 100, LINE).text(72, 120, LINE)
        return lines.text(96, 80, LINE[:29]).text(290, 800, f"— {number} —", 9)

    document = parse(pdf(page(1), page(2).text(72, 60, "上接前页。")))
    assert raws(document, "page_number") == ["— 1 —", "— 2 —"]
    assert [block.continues for block in document.blocks if isinstance(block, Text)][:4] == [False, True, True, True]


def test_a_title_in_the_middle_over_two_lines_is_two_texts() -> None:
    page = Page().text(130, 80, "青山镇人民政府二〇二四年", 22).text(200, 110, "年度报告", 22)
    for number in range(4):
        page.text(72, 150 + 20 * number, LINE)
    assert [b.continues for b in parse(pdf(page)).blocks if isinstance(b, Text)][:2] == [False, False]


def test_running_heads_and_numbers_become_remarks() -> None:
    def page(number: int) -> Page:
        body = Page().text(96, 120, f"本镇第{'甲乙丙丁'[number - 1]}项工作。").text(96, 140, "再说一句。")
        return body.text(72, 50, "青山镇年报", 9).text(72, 810, f"第 {number} 页 共 4 页", 9)

    document = parse(pdf(*map(page, (1, 2, 3, 4))))
    assert raws(document, "page_furniture") == ["青山镇年报"] * 4
    assert raws(document, "page_number") == [f"第 {number} 页 共 4 页" for number in (1, 2, 3, 4)]
    assert len(texts(document)) == 8


def test_a_figure_at_the_foot_that_counts_no_pages_stays() -> None:
    document = parse(
        pdf(Page().text(72, 100, "甲").text(290, 800, "12"), Page().text(72, 100, "乙").text(290, 800, "7"))
    )
    assert texts(document) == ["甲", "12", "乙", "7"]


def test_a_sign_among_the_figures_of_a_running_head_is_no_figure() -> None:
    pages = [Page().text(72, 50, head).text(72, 120, "正文。") for head in ("第#1号", "第#号", "第11号")]
    assert texts(parse(pdf(*pages)))[0] == "第#1号"


def test_text_that_returns_inside_the_page_stays() -> None:
    pages = [Page().text(72, 400, "无。").text(72, 420, "无新增。") for _ in range(4)]
    assert len(texts(parse(pdf(*pages)))) == 8


def test_figures_that_stand_apart_are_never_glued() -> None:
    page = Page().text(72, 100, "456").text(96, 100, "0").text(108, 100, "0").text(200, 100, "行政许可")
    assert texts(parse(pdf(page))) == ["456 0 0  行政许可"]


def test_spaces_between_chinese_characters_that_only_spread_a_line_are_none() -> None:
    page = Page()
    for number, char in enumerate("总体情况"):
        page.text(72 + 16 * number, 100, char)
    assert texts(parse(pdf(page.text(72, 130, "2021 年 1 月")))) == ["总体情况", "2021 年 1 月"]


def test_bold_text_drawn_twice_is_read_once() -> None:
    page = Page()
    for shift in (0, 0.6):
        for number in range(20):
            page.text(72 + shift, 100 + 20 * number, f"总体情况11件{number}")
    assert texts(parse(pdf(page))) == [f"总体情况11件{number}" for number in range(20)]


@pytest.mark.parametrize(("rotation", "angle"), [(90, 90), (270, 270), (180, 180), (0, 90)])
def test_turned_pages_are_read_upright(rotation: int, angle: int) -> None:
    places = {90: ((100, 742), (120, 742)), 270: ((495, 100), (475, 100)), 180: ((495, 742), (495, 722))}[angle]
    page = Page(attributes=f"/Rotate {rotation}")
    for (x, y), text in zip(places, ("一、总体情况", "无。"), strict=True):
        page.text(x, y, text, angle=angle)
    assert texts(parse(pdf(page))) == ["一、总体情况", "无。"]


def test_a_place_names_the_page_and_the_box_as_it_is_shown() -> None:
    document = parse(pdf(Page().text(72, 100, "甲"), Page().text(72, 100, "乙", angle=0).text(90, 130, "丙")))
    assert [str(block.place) for block in document.blocks] == [
        "page 1 (72, 89, 84, 101)",
        "page 2 (72, 89, 84, 101)",
        "page 2 (90, 119, 102, 131)",
    ]
    assert [(b.place.line, b.place.column) for b in document.blocks if b.place] == [(1, 1), (2, 1), (2, 2)]


def test_text_outside_of_the_page_becomes_a_remark() -> None:
    document = parse(pdf(Page(attributes="/CropBox[50 50 500 800]").text(72, 100, "里面").text(10, 300, "外面")))
    assert (texts(document), raws(document, "outside_page")) == (["里面"], ["外面"])


def test_hidden_text_becomes_a_remark() -> None:
    document = parse(pdf(Page().text(72, 100, "甲").text(72, 200, "隐藏", mode=3)))
    assert (texts(document), raws(document, "hidden_text")) == (["甲"], ["隐藏"])


def test_text_recognised_under_a_scan_is_read_with_a_remark() -> None:
    document = parse(pdf(Page().image(0, 0, 595, 842).text(72, 100, "一、总体情况", mode=3)))
    assert (texts(document), raws(document, "invisible_text")) == (["一、总体情况"], ["1"])


def test_a_scanned_page_among_others_becomes_a_remark() -> None:
    document = parse(pdf(Page().image(0, 0, 595, 842), Page().text(72, 100, "甲").image(100, 300, 200, 100)))
    assert raws(document, "page_without_text") == ["1"]
    assert raws(document, "page_picture") == ["200×100"]


def test_comments_and_form_fields_become_remarks() -> None:
    note = b"<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(checked)>>"
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(filled in)/Rect[50 50 90 70]>>"
    page = Page(attributes="/Annots[5 0 R 6 0 R]").text(72, 100, "甲")
    assert raws(parse(pdf(page, extra=(note, field))), "annotation") == ["checked", "filled in"]


def test_a_glyph_of_unknown_meaning_is_marked() -> None:
    document = parse(pdf(Page().text(72, 100, "甲\0乙")))
    assert texts(document) == ["甲\ufffd乙"]
    assert raws(document, "unknown_glyphs") == ["1"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf(Page().image(0, 0, 595, 842)), "no_text"),
        (pdf(Page()), "no_text"),
        ((FIXTURES / "libreoffice-encrypted.pdf").read_bytes(), "encrypted"),
        (b"%PDF-1.7\n", "broken_file"),
        (b"", "broken_file"),
    ],
    ids=["scan", "blank", "password", "cut", "empty"],
)
def test_what_cannot_be_read_is_refused_and_says_why(data: bytes, kind: str) -> None:
    with pytest.raises(ReadError) as error:
        parse(data)
    assert error.value.kind == kind
    assert "data" in error.value.message("en")


def test_threads_may_read_at_once() -> None:
    data = (FIXTURES / "chromium-2021.pdf").read_bytes()
    found: list[Document] = []
    threads = [Thread(target=lambda: found.append(parse(data))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [parse(data)] * 4


def test_words_that_a_program_sets_apart_without_a_space_have_one() -> None:
    assert texts(parse(pdf(Page().text(72, 100, "Open").text(101, 100, "Day").text(140, 130, "甲乙")))) == [
        "Open Day",
        "甲乙",
    ]
