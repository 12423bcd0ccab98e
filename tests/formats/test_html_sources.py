"""Where HTML stands: in any encoding, in the JSON of a content system, in a saved page, in a field of a page."""

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from json import dumps

import pytest

from govdisclosure import LimitError, ReadError, reads
from govdisclosure.document import Document, Heading, Text
from govdisclosure.formats.html import parse

HTML = "<p>一、总体情况</p><p>全年公开12条。受理1件。</p>"
TITLE = "青山镇2024年政府信息公开工作年度报告"
BLOCKS = (Text("一、总体情况"), Text("全年公开12条。受理1件。"))


def codes(document: Document) -> list[tuple[str, str]]:
    return [(remark.code, remark.raw) for remark in document.remarks]


@pytest.mark.parametrize(
    ("codec", "meta", "name"),
    [
        ("utf-8", "gb2312", None),
        ("utf-8-sig", "gb2312", "utf-8-sig"),
        ("gb18030", "utf-8", "gb18030"),
        ("gb18030", "iso-8859-1", "gb18030"),
        ("gb18030", "big5", "gb18030"),
        ("utf-16", "gb2312", "utf-16-le"),
        ("utf-16-be", "utf-8", "utf-16-be"),
    ],
)
def test_the_bytes_tell_the_encoding_and_a_wrong_meta_does_not(codec: str, meta: str, name: str | None) -> None:
    # no Big5 text has the bytes of 䶮 in GB18030
    document = parse(f"<html><meta charset={meta}><p>一、总体情况简介䶮</p>".encode(codec))
    assert document.blocks == (Text("一、总体情况简介䶮"),)
    assert codes(document) == ([] if name is None else [("encoding", name)])


def test_big5_is_read_where_it_is_declared() -> None:
    assert parse("<meta charset=Big5><p>一、總體情況".encode("big5")).blocks == (Text("一、總體情況"),)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ReadError) as caught:
        parse(b"<p>\xff\xff\xff</p>")
    assert caught.value.kind == "encoding"


def test_a_fragment_is_read() -> None:
    assert parse(HTML.encode()).blocks == BLOCKS


@pytest.mark.parametrize(
    "value",
    [
        {"code": 0, "data": {"title": TITLE, "content": HTML, "id": 12, "tags": []}},
        {"data": {"list": [{"articleTitle": TITLE, "body": {"html": HTML}}]}},
        [{"name": TITLE, "txt": HTML.replace("<", "&lt;").replace(">", "&gt;")}],
        {"data": dumps({"title": TITLE, "content": HTML})},
    ],
)
@pytest.mark.parametrize("call", ["{}", "callback({});", "\ufeff {}"])
def test_the_json_of_a_content_system_is_read(value: object, call: str) -> None:
    document = parse(call.replace("{}", dumps(value, ensure_ascii=False)).encode())
    assert document.blocks == (Heading(1, TITLE), *BLOCKS)


def test_places_in_json_begin_with_the_keys_and_other_strings_are_remarks() -> None:
    document = parse(dumps({"data": [{"content": HTML, "date": "2025-01-20"}]}).encode())
    assert str(document.blocks[0].place) == "data[0].content: /html/body/p[1]"
    assert codes(document) == [("page_furniture", "data[0].date: 2025-01-20")]


def test_json_with_html_is_found_by_what_it_holds() -> None:
    reading = reads(dumps({"title": TITLE, "content": HTML}).encode())
    assert reading.report.title == TITLE


def test_json_that_is_nested_too_deep_is_refused() -> None:
    with pytest.raises(LimitError) as caught:
        parse(b"[" * 100_000)
    assert caught.value.code == "nested_too_deep"


def saved_page() -> bytes:
    message = MIMEMultipart("related")
    message.attach(MIMEText("<html><body>菜单</body></html>", "html", "utf-8"))
    message.attach(MIMEText(f"<html><head><title>{TITLE}</title></head><body>{HTML}</body></html>", "html", "gb2312"))
    return message.as_bytes()


def test_a_saved_page_is_read() -> None:
    document = parse(saved_page())
    assert document.blocks == (Heading(1, TITLE), *BLOCKS)
    assert ("page_furniture", "菜单") in codes(document)
    assert str(document.blocks[1].place) == "part 2: /html/body/p[1]"


def test_a_saved_page_is_known_by_what_it_holds() -> None:
    assert reads(saved_page()).report.title == TITLE


def test_a_saved_page_that_is_nested_too_deep_is_refused() -> None:
    part = "Content-Type: multipart/mixed; boundary=a{0}\n\n--a{0}\n"
    data = "MIME-Version: 1.0\n" + "".join(part.format(number) for number in range(3000)) + f"\n{HTML}"
    with pytest.raises(LimitError) as caught:
        parse(data.encode())
    assert caught.value.code == "nested_too_deep"


@pytest.mark.parametrize(
    "field",
    [
        "<textarea id=c style='display:none'>{}</textarea>",
        "<textarea>{}</textarea>",
        '<input type="hidden" id="content" value="{}">',
    ],
)
def test_an_article_in_a_field_is_read(field: str) -> None:
    escaped = HTML.replace("<", "&lt;").replace(">", "&gt;")
    page = f"<title>{TITLE}</title><a href=/>首页</a><div id=app></div>{field.format(escaped)}<script>f()</script>"
    document = parse(page.encode())
    assert document.blocks == (Heading(1, TITLE), *BLOCKS)
    assert ("page_furniture", "首页") in codes(document)


def test_an_article_that_is_shown_counts_before_one_in_a_field() -> None:
    document = parse(f"<div id=zoom>{HTML}</div><textarea>&lt;p&gt;副本。</textarea>".encode())
    assert document.blocks == BLOCKS
    assert codes(document) == [("hidden_text", "<p>副本。")]
