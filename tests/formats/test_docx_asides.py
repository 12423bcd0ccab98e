"""What stands beside the text of a Word file: heads and feet of pages, notes, comments."""

import pytest

from govdisclosure.document import Image, Text
from govdisclosure.formats.docx import parse
from tests.formats._docx_files import SPACES, paragraph, table, word_file
from tests.formats._statutory import REMEDIES


def section(*references: str) -> str:
    return f"<w:sectPr>{''.join(references)}</w:sectPr>"


def head(identity: str, kind: str = "header") -> str:
    return f'<w:{kind}Reference w:type="default" r:id="{identity}"/>'


def part(name: str, inside: str) -> str:
    return f"<w:{name} {SPACES}>{inside}</w:{name}>"


def remarks(data: bytes) -> list[tuple[str, str, str]]:
    return [(remark.code, remark.raw, str(remark.place)) for remark in parse(data).remarks]


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("青山镇人民政府", "page_furniture"),
        ("2024年度", "page_furniture"),
        ("1", "page_number"),
        ("— 12 —", "page_number"),
        ("第 1 页 共 9 页", "page_number"),
        ("1/9", "page_number"),
        ("iv", "page_number"),
    ],
)
def test_a_foot_is_a_remark_and_a_page_number_is_known(printed: str, code: str) -> None:
    data = word_file(
        paragraph("正文。") + section(head("footer1", "footer")), parts={"footer1": part("ftr", paragraph(printed))}
    )
    assert parse(data).blocks == (Text("正文。"),)
    assert remarks(data) == [(code, printed, "footer 1")]


def test_the_heads_of_all_sections_are_read_once_each() -> None:
    body = (
        paragraph("一", section(head("header1"))) + paragraph("二", section(head("header1"))) + section(head("header2"))
    )
    data = word_file(body, parts={one: part("hdr", paragraph(one)) for one in ("header1", "header2")})
    assert remarks(data) == [("page_furniture", "header1", "header 1"), ("page_furniture", "header2", "header 2")]


def test_boxes_and_tables_in_a_head_are_read_too() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('- 3 -')}</w:txbxContent></v:textbox></w:pict></w:r>"
    data = word_file(
        section(head("header1")), parts={"header1": part("hdr", f"<w:p>{box}</w:p>{table(REMEDIES.rows[-1:])}")}
    )
    found = remarks(data)
    assert found[0] == ("page_number", "- 3 -", "header 1")
    assert len(found) == 1 + sum(bool(cell.text) for cell in REMEDIES.rows[-1])


def test_a_head_that_is_missing_is_no_matter() -> None:
    assert remarks(word_file(section(head("nowhere"), head("header1")), parts={})) == []


NOTES = part(
    "footnotes",
    f'<w:footnote w:type="separator" w:id="-1">{paragraph("线")}</w:footnote>'
    f'<w:footnote w:id="1">{paragraph("不含街道。")}{paragraph("另见附件。")}</w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id="2"/>'
    '<w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>',
)


@pytest.mark.parametrize(("kind", "code"), [("footnote", "footnote"), ("endnote", "footnote"), ("comment", "comment")])
def test_a_note_is_a_remark_where_it_is_referred_to(kind: str, code: str) -> None:
    notes = NOTES.replace("footnote", kind)
    body = f'<w:p><w:r><w:t>公开12件</w:t></w:r><w:r><w:{kind}Reference w:id="1"/></w:r><w:r><w:t>。</w:t></w:r></w:p>'
    data = word_file(paragraph("一") + body, parts={f"{kind}s": notes})
    assert parse(data).blocks == (Text("一"), Text("公开12件。"))
    assert remarks(data) == [(code, "不含街道。\n另见附件。", "paragraph 2")]


def test_notes_that_refer_to_themselves_and_each_other_are_read_once() -> None:
    body = '<w:p><w:r><w:footnoteReference w:id="2"/><w:footnoteReference w:id="2"/></w:r></w:p>'
    data = word_file(body, parts={"footnotes": NOTES})
    assert [raw for _, raw, _ in remarks(data)] == ["甲", "不含街道。\n另见附件。"]


def test_a_reference_to_no_note_is_no_matter() -> None:
    body = '<w:p><w:r><w:t>一</w:t><w:footnoteReference w:id="9"/><w:commentReference/></w:r></w:p>'
    assert remarks(word_file(body, parts={"footnotes": NOTES})) == []


def test_relations_of_a_head_are_its_own() -> None:
    picture = '<w:p><w:r><w:drawing><a:blip r:embed="image1"/></w:drawing></w:r></w:p>'
    data = word_file(picture + section(head("header1")), parts={"image1": "", "header1": part("hdr", picture)})
    assert parse(data).blocks == (Image("word/image1.xml"),)
    assert remarks(data) == []
