"""An address leads to its element, and a line and column to where it begins in the source."""

from collections.abc import Iterator
from xml.etree import ElementTree as Tree

from govdisclosure.document import Document, Grid, Place
from govdisclosure.formats.html import parse

PAGE = """<html><head><title>青山镇2024年政府信息公开工作年度报告</title></head>
<body>
<div id="nav"><ul><li><a href="/">首页</a></li><li><a href="/gk">公开</a></li></ul></div>
<div><h1>青山镇2024年政府信息公开工作年度报告</h1>
  <div><p>一、总体情况</p><p><span>全年公开</span><b>12</b>条。</p>
    <span><p>受理1件。</p></span>
    <p><img src="a.png" alt="图"></img></p>
    <table><tbody><tr><td>规章</td><td>3</td></tr>
      <tr><th>件数</th><td colspan="2"><p>商业</p><p>企业</p></td></tr></tbody></table>
    <section><p>二、主动公开情况</p>无。</section>
    <table><thead><tr><td>甲</td><td>1</td></tr></thead><tbody><tr><td>乙</td><td>2</td></tr></tbody></table>
  </div></div>
</body></html>"""


def placed(document: Document) -> Iterator[tuple[str, Place | None]]:
    for block in document.blocks:
        yield getattr(block, "text", ""), block.place
        if isinstance(block, Grid):
            yield from ((cell.text, cell.place) for row in block.rows for cell in row)


def test_every_address_leads_to_its_element() -> None:
    root = Tree.fromstring(PAGE)  # noqa: S314  # our own page
    seen = 0
    for text, place in placed(parse(PAGE.encode())):
        assert place is not None
        found = root.findall("." + place.address.removeprefix("/html"))
        assert len(found) == 1, place
        words = "".join("".join(found[0].itertext()).split())
        assert text.replace("\n", "") in words
        seen += 1
    assert seen == 17


def test_every_line_and_column_is_that_of_the_tag() -> None:
    lines = PAGE.split("\n")
    for _, place in placed(parse(PAGE.encode())):
        assert place is not None
        tag = place.address.rpartition("/")[2].partition("[")[0]
        assert lines[place.line - 1][place.column - 1 :].startswith(f"<{tag}"), place


def test_a_line_after_a_break_stands_at_the_break() -> None:
    first, second = parse("<div>一、总体情况<br>\n公开12条。<br>\n受理。</div>".encode()).blocks[:2]
    assert (str(first.place), str(second.place)) == ("1:1 /html/body/div[1]", "1:12 /html/body/div[1]")


def test_a_body_that_the_source_leaves_out_is_no_step() -> None:
    (grid,) = parse("<table><tr><td>规章<td>3<tr><td>其他<td>0</table>".encode()).blocks
    assert isinstance(grid, Grid)
    assert str(grid.rows[1][1].place) == "1:33 /html/body/table[1]/tr[2]/td[2]"


def test_an_element_whose_name_is_no_step_is_found_by_its_position() -> None:
    (text, *_) = parse("<p>公开。</p><o:p><div>受理。</div></o:p>".encode()).blocks[1:]
    assert text.place is not None
    assert text.place.address == "/html/body/*[2]/div[1]"
