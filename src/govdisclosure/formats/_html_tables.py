"""A table of data as a grid: its cells with their spans, as they are written."""

import re
from collections.abc import Iterator
from typing import Final

from attrs import Factory, define
from turbohtml import Element
from turbohtml import Text as Words

from govdisclosure.document import Cell, Grid, Place, Remark
from govdisclosure.formats._html_signs import sections_of
from govdisclosure.formats._html_text import clean, without_controls
from govdisclosure.formats._html_tree import INLINE, Paths, place_of

__all__ = ["Table", "read_table", "span"]

_LARGEST_SPAN: Final = 1000
_SPAN: Final = re.compile(r"[ \t\n\f\r]*\+?([0-9]{1,6})")
_BREAK: Final = "\0"  # no text of a page holds this: a parser takes it out
_TINY: Final = 2  # cells
# What may part a cell into lines, or say more than its words: all but changes of font and a first paragraph.
_PARTED: Final = f":not({','.join(sorted({*INLINE, 'p'})).replace(':', chr(92) + ':')}),p~p,p p"
_BREAKING: Final = frozenset({
    *("p", "div", "br", "table", "tr", "td", "th", "li", "ul", "ol", "dl", "dt", "dd", "pre", "center", "blockquote"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "caption", "section", "article"),
})  # fmt: skip


@define
class Table:
    """A grid, the caption above it, the tables inside its cells with the paths to them, and what it cannot hold."""

    grid: Grid
    caption: tuple[str, Place] | None = None
    inner: list[tuple[Element, str]] = Factory(list[tuple[Element, str]])
    remarks: list[Remark] = Factory(list[Remark])


def read_table(table: Element, path: str) -> Table:
    r"""Read a table of data; ``path`` leads to it.

    Example:
        >>> from turbohtml import parse
        >>> page = parse("<table><tr><td rowspan=2>规章<td>制发<br>件数<tr><td>3</table>")
        >>> [[cell.text for cell in row] for row in read_table(page.select_one("table"), "").grid.rows]
        [['规章', '制发\n件数'], ['3']]
    """
    result = Table(Grid(()))
    rows: list[tuple[Cell, ...]] = []
    paths = Paths(path)
    steps = {part: Paths(paths.of(part)) for part in table if isinstance(part, Element)}
    for part in sections_of(table):
        inside = steps[part]
        trs = [(row, inside.of(row)) for row in part if isinstance(row, Element)]
        trs = [(row, at) for row, at in trs if row.tag == "tr" and not (len(row) == 0 and _is_hidden(row))]
        rows += [_row(row, at, len(trs) - number, result) for number, (row, at) in enumerate(trs)]
    for part, inside in steps.items():
        if part.tag == "caption" and (text := _cell_text(part, result, place_of(part, inside.path))):
            result.caption = text.replace("\n", ""), place_of(part, inside.path)
    result.grid = Grid(tuple(rows), place_of(table, path))
    return result


def span(raw: str | None) -> int:
    """Return the span that an attribute tells: a whole number from 1 to 1000.

    Example:
        >>> span("2"), span("0"), span("x"), span("99999"), span(None)
        (2, 1, 1, 1000, 1)
    """
    found = _SPAN.match(raw) if raw else None
    return min(int(found[1]), _LARGEST_SPAN) or 1 if found else 1


def _is_hidden(element: Element) -> bool:
    """Hidden rows and cells were emptied before: those that are written without content stay, these do not."""
    return element.attr("hidden") is not None or "none" in (element.attr("style") or "").lower()


def _row(row: Element, path: str, rest: int, result: Table) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    plain = heads = 0
    for cell in row:
        if not isinstance(cell, Element):
            continue
        tag = cell.tag
        if tag == "td":
            plain = number = plain + 1
        elif tag == "th":
            heads = number = heads + 1
        else:
            continue
        if len(cell) == 0 and _is_hidden(cell):
            continue
        line, column = cell.position or (1, 0)
        place = Place(line, column + 1, f"{path}/{tag}[{number}]" if path else "")
        rowspan, colspan = cell.attr("rowspan"), cell.attr("colspan")
        down = 1 if rowspan is None else min(rest, _LARGEST_SPAN) if rowspan.strip() == "0" else span(rowspan)
        cells.append(Cell(_cell_text(cell, result, place), down, 1 if colspan is None else span(colspan), place))
    return tuple(cells)


def _cell_text(cell: Element, result: Table, place: Place) -> str:
    if cell.select_one(_PARTED) is None:
        raw = cell.text
        text = clean(raw)
        if len(text) <= 1 or (own := cell.select_one("p")) is None or len(own.text.strip()) == len(raw.strip()):
            return text if text.isprintable() else without_controls(text, place, result.remarks)
    lines = "".join(_pieces(cell, result, place)).split(_BREAK)
    return "\n".join(filter(None, (without_controls(clean(line), place, result.remarks) for line in lines)))


def _pieces(cell: Element, result: Table, place: Place) -> Iterator[str]:
    """The words of a cell, with marks where a line ends."""
    stack = [(iter(cell), cell, Paths(place.address))]
    while stack:
        nodes, owner, paths = stack[-1]
        node = next(nodes, None)
        if node is None:
            stack.pop()
            if owner.tag in _BREAKING and owner is not cell:
                yield _BREAK
        elif isinstance(node, Words):
            yield node.data.replace("\n", _BREAK) if owner.tag == "pre" else node.data
        elif isinstance(node, Element):
            at = paths.of(node)
            if node.tag in _BREAKING:
                yield _BREAK
            if node.tag == "table" and sum(1 for _ in node.select("td,th")) > _TINY:
                result.inner.append((node, at))
                continue
            yield from _said(node, place, result)
            stack.append((iter(node), node, Paths(at)))


def _said(node: Element, place: Place, result: Table) -> Iterator[str]:
    """What an element says by its attributes: a picture its caption, a field its value, a link its target."""
    if node.tag == "img":
        result.remarks.append(Remark("image", node.attr("src") or "", place))
        if not (node.parent.text.strip() if isinstance(node.parent, Element) else ""):
            yield node.attr("alt") or ""
    elif node.tag == "input" and (node.attr("type") or "text").lower() in ("text", "number"):
        yield node.attr("value") or ""
    elif (
        node.tag == "a" and (target := node.attr("href")) and target[:11].lower() != "javascript:" and target[0] != "#"
    ):
        result.remarks.append(Remark("link_target", target, place))
