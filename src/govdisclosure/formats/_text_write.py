"""A document as plain text."""

from govdisclosure.document import Block, Document, Grid, Heading
from govdisclosure.formats._box_write import drawn
from govdisclosure.formats._text_lines import centred, line_of, read_title

__all__ = ["written"]

_SECTION = 2


def written(document: Document) -> str:
    r"""Return ``document`` as plain text.

    Example:
        >>> from govdisclosure.document import Text
        >>> document = Document((Heading(2, "一、总体情况"), Text("无新增。")), (("year", "2021"),))
        >>> written(document).splitlines()
        ['@year: 2021', '', '一、总体情况', '\u3000\u3000无新增。']
    """
    lines = [f"@{key}: {value}" for key, value in document.properties]
    previous: Block | None = None
    for block in document.blocks:
        if lines and (previous is None or _is_apart(previous, block)):
            lines.append("")
        lines += _lines(block, is_first=previous is None)
        previous = block
    return "".join(f"{line}\n" for line in lines)


def _is_apart(above: Block, below: Block) -> bool:
    """Tell whether a blank line stands between two blocks."""
    if isinstance(above, Grid) or isinstance(below, Grid) or (isinstance(above, Heading) and above.level == 1):
        return True
    return isinstance(below, Heading) and below.level <= _SECTION


def _lines(block: Block, *, is_first: bool) -> list[str]:
    if isinstance(block, Grid):
        return drawn(block)
    if is_first and isinstance(block, Heading) and block.level == 1:
        title = centred(block.text)
        return [title if read_title(title) == block.text else line_of(block)]
    return [line_of(block)]
