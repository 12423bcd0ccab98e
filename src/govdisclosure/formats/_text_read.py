"""Plain text as a document."""

from collections.abc import Iterator

from govdisclosure.conventions.characters import is_blank
from govdisclosure.document import Block, Cell, Document, Grid, Heading, Place
from govdisclosure.formats._box_read import read_box
from govdisclosure.formats._encoding import source
from govdisclosure.formats._text_lines import read_line, read_property, read_title

__all__ = ["read"]


def read(data: bytes) -> Document:
    r"""Read plain text.

    Example:
        >>> [type(block).__name__ for block in read("一、总体情况\n　　无。".encode()).blocks]
        ['Heading', 'Text']
    """
    text, remarks = source(data)
    lines = text.split("\n")
    properties = list(_properties(lines))
    return Document(tuple(_blocks(lines, len(properties))), tuple(properties), remarks)


def _properties(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        found = read_property(line.replace("\t", " "))
        if found is None:
            return
        yield found


def _blocks(lines: list[str], at: int) -> Iterator[Block]:
    at = next((number for number in range(at, len(lines)) if not is_blank(lines[number])), len(lines))
    if at < len(lines) and (at + 1 == len(lines) or is_blank(lines[at + 1])) and (title := read_title(lines[at])):
        yield Heading(1, title, _place(lines, at))
        at += 1
    while at < len(lines):
        line = lines[at]
        box = read_box(lines, at) if line[:1] == "┌" else None
        if box is not None:
            yield box.grid
            at = box.end
        elif "\t" in line.lstrip():
            end = _tabbed_end(lines, at)
            yield from _tabbed(lines, at, end)
            at = end
        else:
            yield from _line(lines, at)
            at += 1


def _place(lines: list[str], at: int) -> Place:
    line = lines[at]
    return Place(at + 1, len(line) - len(line.lstrip()) + 1)


def _line(lines: list[str], at: int) -> Iterator[Block]:
    block = read_line(lines[at].replace("\t", " "), _place(lines, at))
    if block is not None:
        yield block


def _tabbed_end(lines: list[str], at: int) -> int:
    end = at + 1
    while end < len(lines) and "\t" in lines[end]:
        end += 1
    while is_blank(lines[end - 1]):
        end -= 1
    return end


def _tabbed(lines: list[str], at: int, end: int) -> Iterator[Block]:
    """Read lines with tabs: a table, unless each has one cell only and its tabs are mere spaces."""
    rows = [line.split("\t") for line in lines[at:end]]
    if any(sum(not is_blank(cell) for cell in row) > 1 for row in rows):
        yield _grid(rows, at)
    else:
        for number in range(at, end):
            yield from _line(lines, number)


def _grid(rows: list[list[str]], at: int) -> Grid:
    cells = [tuple(_cells(row, at + number)) for number, row in enumerate(rows, 1)]
    return Grid(tuple(cells), Place(at + 1))


def _cells(row: list[str], line: int) -> Iterator[Cell]:
    column = 1
    for cell in row:
        text = cell.strip()
        lead = len(cell) - len(cell.lstrip()) if text else 0
        yield Cell("" if is_blank(text) else text, place=Place(line, column + lead))
        column += len(cell) + 1
