"""Documents as the library composes them, with texts as hostile as a report may hold."""

from hypothesis import strategies as st

from govdisclosure.conventions.characters import is_blank
from govdisclosure.document import Block, Cell, Document, Grid, Heading, Image, Link, Text

__all__ = ["cells", "documents", "grids", "lines", "texts"]

_PIECES = (
    *("全年公开", "信息", "规章", "0", "12", "3件", "1,234", "/", "-", "—", "“四个结合”", "《条例》", "。", "、", "："),
    *(" ", "  ", "    ", "\u3000", "\xa0", "\u2003", "\u200b", "\ufeff", "\u202e", "\u2066", "\U00020000", "e\u0301"),
    *("|", "||", "| ", " |", "\\", "\\\\", "#", "##", "# ", ">", "> ", "- ", "-", "+ ", "* ", "*", "**", "***"),
    *("_", "__", "~", "~~", "~~~", "`", "``", "```", "$", "$$", "=", "===", "---", "- - -", "***", "___", "|---|"),
    *(
        "1.",
        "1. ",
        "1) ",
        "12.",
        "１．",
        "一、",
        "二、",
        "（一）",
        "(一)",
        "（1）",
        "1．",
        "①",
        "一、总体情况",
        "1.主动公开",
    ),
    *("（一）主要问题", "¶", "¶ ", "§", "§ ", "§§ ", "┌", "─", "┐", "│", "├", "┼", "┤", "└", "┴", "┘", "┬", "╌", "┌─┐"),
    *(
        "<table>",
        "</td>",
        "<br>",
        "<b>",
        "<",
        ">",
        "<!--",
        "-->",
        "<a@b.cn>",
        "<1@b.cn>",
        "<http://b.cn>",
        "<?",
        "<![CDATA[",
    ),
    *("&", "&amp;", "&lt;", "&#x3000;", "&#32;", "&nbsp;", "&AMP", ";", "[x](y)", "![x](y)", "[", "]", "](", "(", ")"),
    *(
        "[x]: y",
        "[^1]: y",
        "[x]",
        "!",
        "https://b.cn/a_b?c=d&e=f#g",
        "www.b.cn",
        "a_b@c.cn",
        "year: 2021",
        "@year: 2021",
    ),
    *(
        ":",
        ":---",
        ":-:",
        ": ",
        "%",
        "٣",
        "३",
        "'",
        '"',
        '"x"',
        "{",
        "}",
        ",",
        "?",
        "true",
        "~x~",
        "*x*",
        "_x_",
        "a_b_c",
    ),
    *("ab", "x", "=====", "表格" * 40, "Open Government Information "),
)
_pieces = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=6).map("".join)
_any_text = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
    | st.sampled_from("\\`*_{}[]()#+-.!|<>&~$:=@\"' \u3000│─¶§"),
    min_size=1,
    max_size=12,
)


def lines() -> st.SearchStrategy[str]:
    """One line of text that prints something."""
    return (_pieces | _any_text).filter(lambda text: not is_blank(text))


def cells() -> st.SearchStrategy[str]:
    """The text of a cell: often a figure, sometimes blank."""
    return st.sampled_from(("", "0", "12", "/", "规章", "（三）不予公开")) | lines()


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """A rectangle of cells; about half of them have spans."""
    height, breadth = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    spans = draw(st.booleans())
    free = [[True] * breadth for _ in range(height)]
    rows: list[tuple[Cell, ...]] = []
    for row in range(height):
        cells_here: list[Cell] = []
        for column in range(breadth):
            if not free[row][column]:
                continue
            right = next((end for end in range(column, breadth) if not free[row][end]), breadth) - column
            colspan = draw(st.integers(1, right)) if spans else 1
            rowspan = draw(st.integers(1, height - row)) if spans else 1
            for down in range(rowspan):
                free[row + down][column : column + colspan] = [False] * colspan
            cells_here.append(Cell(draw(cells()), rowspan, colspan))
        rows.append(tuple(cells_here))
    return Grid(tuple(rows))


def _blocks() -> st.SearchStrategy[Block]:
    return st.one_of(
        st.builds(Text, lines(), literal=st.booleans()),
        st.builds(Heading, st.integers(2, 6), lines()),
        grids(),
        st.builds(Image, lines(), st.just("") | lines()),
        st.builds(Link, lines(), lines()),
    )


def documents() -> st.SearchStrategy[Document]:
    """A document that the library composes."""
    title = st.lists(st.builds(Heading, st.just(1), lines()), max_size=1)
    properties = st.lists(st.tuples(st.from_regex("[a-z_]{1,6}", fullmatch=True), st.just("") | lines()), max_size=3)
    blocks = st.tuples(title, st.lists(_blocks(), max_size=5)).map(lambda parts: (*parts[0], *parts[1]))
    return st.builds(Document, blocks, properties.map(tuple))


def texts(document: Document) -> list[str]:
    """Every text that a document holds in its blocks."""
    found: list[str] = []
    for block in document.blocks:
        match block:
            case Grid():
                found += [cell.text for row in block.rows for cell in row]
            case Image():
                found += [block.caption, block.reference]
            case Link():
                found += [block.text, block.reference]
            case _:
                found.append(block.text)
    return found
