"""Where the statutory tables stand among the blocks of a document, and their rows of printed cells."""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from govdisclosure.document import Block, Grid, Heading, Text
from govdisclosure.editions import TABLE_KINDS
from govdisclosure.model.sections import SectionName
from govdisclosure.recognize._cells import tokens_of_line
from govdisclosure.recognize._headings import section_likeness, split_heading
from govdisclosure.recognize._labels import index_of, is_anchor, is_figure, is_like_form, is_part_of_form, normal
from govdisclosure.recognize._sheets import Sheet, texts_of

__all__ = ["Zone", "fits_a_table", "table_zones"]

_LONGEST_LINE: Final = 400
_LONGEST_BRIDGE: Final = 40
_LONGEST_HEADS: Final = 8
_NAMES: Final[tuple[SectionName, ...]] = tuple(TABLE_KINDS)


@frozen
class Zone:
    """The blocks from ``start`` to before ``stop`` are (a part of) the table of the section ``name``.

    ``is_exact`` where it is one grid that is the form word for word.
    """

    start: int
    stop: int
    name: SectionName
    is_exact: bool = False


def table_zones(blocks: Sequence[Block]) -> Iterator[Zone]:
    """Find the runs of blocks that print a statutory table, or a part of one.

    Two parts of a table are one zone if nothing but pieces of its labels, figures and numbers of pages stand between.
    """
    last: Zone | None = None
    for zone in _parts(blocks):
        if last is not None and zone.name == last.name and not (last.is_exact or zone.is_exact):
            between = blocks[last.stop : zone.start]
            if len(between) <= _LONGEST_BRIDGE and all(_is_bridge(block, zone.name) for block in between):
                last = Zone(last.start, zone.stop, zone.name)
                continue
        if last is not None:
            yield last
        last = zone
    if last is not None:
        yield last


def _is_bridge(block: Block, name: SectionName) -> bool:
    """Tell whether a block may stand in the middle of a table whose labels a conversion broke."""
    if isinstance(block, Grid):
        return all(is_figure(text) or is_like_form(text, name) for row in texts_of(block) for text in row if text)
    if not isinstance(block, Heading | Text) or not _may_be_row(block):
        return False
    is_statutory = isinstance(block, Heading) and max(section_likeness(split_heading(block.text)[1]).values()) > 1
    return not is_statutory and all(is_figure(text) or is_like_form(text, name) for text in tokens_of_line(block.text))


def _bridged(blocks: Sequence[Block], position: int, name: SectionName) -> int:
    """How many blocks lead to a grid of the table's figures over broken heads; 0 if they do not."""
    for step, block in enumerate(blocks[position : position + _LONGEST_HEADS]):
        if step and isinstance(block, Grid) and _goes_on(blocks, position + step, name):
            return step + 1
        if not _is_bridge(block, name):
            return 0
    return 0


def _parts(blocks: Sequence[Block]) -> Iterator[Zone]:
    position = 0
    while position < len(blocks):
        exact = _exact_name(blocks[position])
        if exact is not None:
            yield Zone(position, position + 1, exact, is_exact=True)
            position += 1
            if position < len(blocks) and isinstance(blocks[position], Grid) and _goes_on(blocks, position, exact):
                yield Zone(position, position + 1, exact)  # its figures once more, without the heads
                position += 1
            continue
        name = _begun(blocks[position])
        if name is None:
            position += 1
            continue
        stop = position + 1
        while stop < len(blocks) and (step := _goes_on(blocks, stop, name) or _bridged(blocks, stop, name)):
            stop += step
        if any(not isinstance(block, Heading) for block in blocks[position:stop]):
            yield Zone(position, stop, name)
        position = stop


def fits_a_table(text: str) -> bool:
    """Tell whether a line could be a row, or a piece, of a statutory table."""
    if "。" in text or len(text) > _LONGEST_LINE:
        return False
    tokens = tokens_of_line(text)
    return any(_fits(tokens, name) for name in _NAMES)


def _exact_name(block: Block) -> SectionName | None:
    return block.exact.kind.section if isinstance(block, Sheet) and block.exact is not None else None


def _begun(block: Block) -> SectionName | None:
    """The section whose table may begin with a block."""
    if isinstance(block, Grid):
        return next((name for name in _NAMES if _is_grid_of(block, name)), None)
    if not isinstance(block, Heading | Text) or not _may_be_row(block):
        return None
    tokens = tokens_of_line(block.text)
    for name in _NAMES:
        if any(is_anchor(token, name) for token in tokens) and _fits(tokens, name):
            return name
    return None


def _goes_on(blocks: Sequence[Block], position: int, name: SectionName) -> bool:
    block = blocks[position]
    if isinstance(block, Grid) and _exact_name(block) is not None:
        return False
    if isinstance(block, Grid):
        texts = [text for row in texts_of(block) for text in row]
        return _is_grid_of(block, name) or _strange(texts, name) == 0
    if not isinstance(block, Heading | Text) or not _may_be_row(block):
        return False
    tokens = tokens_of_line(block.text)
    return _fits(tokens, name) and not _is_of_another(tokens, name)


def _is_of_another(tokens: Sequence[str], name: SectionName) -> bool:
    """Tell whether a row has a label that only the table of another section prints."""
    words = [token for token in tokens if token and not is_figure(token)]
    return any(
        any(is_anchor(word, other) for other in _NAMES if other != name) and not is_part_of_form(word, name)
        for word in words
    )


def _may_be_row(block: Heading | Text) -> bool:
    """No label of the form has a full stop in it: most paragraphs are told apart by that alone."""
    is_literal = isinstance(block, Text) and block.literal
    return not is_literal and len(block.text) <= _LONGEST_LINE and "。" not in block.text


def _fits(tokens: Sequence[str], name: SectionName) -> bool:
    """Tell whether a row may be one of the form: of its words and figures, or with more figures than other words."""
    strange = _strange(tokens, name)
    return strange == 0 or strange < sum(map(is_figure, tokens))


def _strange(tokens: Sequence[str], name: SectionName) -> int:
    return sum(not is_figure(token) and not is_part_of_form(token, name) for token in tokens)


def _is_grid_of(grid: Grid, name: SectionName) -> bool:
    """A grid is a table of the form if it has a row of it, or if most of its words are labels of it."""
    texts = {text for row in texts_of(grid) for text in row}
    words = [text for text in texts if normal(text) and not is_figure(text)]
    labels = [text for text in words if is_anchor(text, name)]
    if not labels:
        return False
    rows = {form for kind in TABLE_KINDS[name] for form in index_of(kind).rows}
    return any(normal(text) in rows for text in labels) or 2 * len(labels) > len(words)
