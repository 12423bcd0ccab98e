"""A document as Markdown."""

import re
from html import escape
from typing import Final

from govdisclosure.document import Block, Cell, Document, Grid, Heading, Image, Link, Text
from govdisclosure.formats import _front_matter as front
from govdisclosure.formats import _markdown_escape as escapes
from govdisclosure.formats._grid_layout import Placed, is_figure, label_columns, placed

__all__ = ["written"]

_EDGE: Final = re.compile(r"\A\s|\s\Z")


def written(document: Document) -> str:
    r"""Return ``document`` as Markdown: one blank line between blocks, none inside a paragraph.

    Example:
        >>> written(Document((Heading(1, "青山镇年报"), Text("本年无新增。"))))
        '# 青山镇年报\n\n本年无新增。\n'
    """
    parts = [front.written(document.properties)]
    previous: Block | None = None
    for block in document.blocks:
        continued = isinstance(block, Text) and block.continues and isinstance(previous, Text)
        text = _block(block, continued=continued)
        if text:
            parts.append(text if continued or not any(parts) else f"\n{text}")
            previous = block
    return "".join(part if part.endswith("\n") else f"{part}\n" for part in parts if part)


def _block(block: Block, *, continued: bool) -> str:
    match block:
        case Text():
            text = escapes.line(block.text, continued=continued)
            return text + escapes.LITERAL if block.literal else text
        case Heading():
            return f"{'#' * block.level} {escapes.heading(block.text)}"
        case Grid():
            return _table(block)
        case Image():
            return f"![{escapes.label(block.caption)}]({escapes.destination(block.reference)})"
        case Link():
            return f"[{escapes.label(block.text)}]({escapes.destination(block.reference)})"


def _table(grid: Grid) -> str:
    spans = any(cell.rowspan > 1 or cell.colspan > 1 for row in grid.rows for cell in row)
    widths = {len(row) for row in grid.rows}
    if not grid.rows:
        return ""
    return _html_table(grid) if spans or len(widths) > 1 or 0 in widths else _pipe_table(grid)


def _pipe_table(grid: Grid) -> str:
    columns = zip(*grid.rows, strict=True)
    figures = [_holds_figures([cell.text for cell in column[1:]]) for column in columns]
    lines = [f"| {' | '.join(escapes.cell(cell.text) for cell in row)} |" for row in grid.rows]
    lines.insert(1, f"| {' | '.join('---:' if figure else '---' for figure in figures)} |")
    return "\n".join(lines)


def _holds_figures(texts: list[str]) -> bool:
    filled = list(filter(None, texts))
    return bool(filled) and all(map(is_figure, filled))


def _html_table(grid: Grid) -> str:
    places = placed(grid)
    labels = label_columns(places)
    columns = max((place.column + place.colspan for place in places), default=0)
    place = iter(places)
    lines = ["<table>"]
    for row in grid.rows:
        # The row centres its cells: labels are fewer than figures, and only they need an attribute then.
        cells = [_html_cell(cell, is_label=_is_label(next(place), labels, columns)) for cell in row]
        lines.append(f'<tr align="center">{"".join(cells)}</tr>' if cells else "<tr></tr>")
    return "\n".join([*lines, "</table>"])


def _is_label(place: Placed, labels: int, columns: int) -> bool:
    return place.column < labels and place.colspan < columns


def _html_cell(cell: Cell, *, is_label: bool) -> str:
    rows = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    columns = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    align = ' align="left"' if is_label else ""
    return f"<td{rows}{columns}{align}>{_html_text(cell.text)}</td>"


def _html_text(text: str) -> str:
    text = escape(text, quote=False)
    return _EDGE.sub(lambda found: f"&#x{ord(found[0]):X};", text) if text != text.strip() else text
