"""What stands on a page: characters and rules, in points from the top left corner of the page as it is read."""

from typing import Final, NamedTuple

from attrs import Factory, define, frozen

from govdisclosure.document import Place, Remark

__all__ = ["Box", "Frame", "Piece", "Rule", "Sheet"]


class Box(NamedTuple):
    """A rectangle; ``top`` is above ``bottom``, and smaller."""

    left: float
    top: float
    right: float
    bottom: float


class Piece(NamedTuple):
    """A character, or several in a row. A tuple and no attrs class: there are thousands on a page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    """The height of the line on which it stands."""
    order: int
    """Its number in the file."""
    run: int
    """The number of the first character that the same command writes."""
    is_turned: bool = False
    """Whether it is drawn in another direction than the page is read."""


class Rule(NamedTuple):
    """A straight line: ``at`` is its height if it lies, its distance from the left if it stands."""

    at: float
    start: float
    end: float


# For each number of quarter turns: x' and y' as factors of x, y, and of the sides of the page.
_TURNS: Final = (
    ((1, 0), (0, -1)),
    ((0, 1), (1, 0)),
    ((-1, 0), (0, 1)),
    ((0, -1), (-1, 0)),
)


@frozen
class Frame:
    """The part of a page that shows, in PDF's own coordinates (upwards), and how it is turned to be read."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0
    """Quarter turns."""
    shown: int = 0
    """Quarter turns by which a viewer shows it: a wide table may lie on an upright page."""

    @property
    def size(self) -> tuple[float, float]:
        """Its width and height as it is read."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn % 2 else (width, height)

    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """The factors a, b, c of x' = ax + by + c, then those of y'."""
        (a, b), (d, e) = _TURNS[self.turn]
        return a, b, self._origin(a, b), d, e, self._origin(d, e)

    def address(self, number: int, box: Box) -> str:
        """The place of a box on page ``number``, as a viewer shows that page."""
        left, top, right, bottom = box
        width, height = self.size
        for _ in range((self.turn - self.shown) % 4):  # a quarter turn back for each too many
            left, top, right, bottom = height - bottom, left, height - top, right
            width, height = height, width
        return f"page {number} ({left:.0f}, {top:.0f}, {right:.0f}, {bottom:.0f})"

    def _origin(self, x: float, y: float) -> float:
        """What makes the smallest coordinate 0 for an axis that runs along ``x`` or ``y``."""
        if x:
            return -self.left if x > 0 else self.right
        return -self.bottom if y > 0 else self.top


@define
class Sheet:
    """A page as it is read."""

    number: int
    frame: Frame
    has_text: bool = False
    """Whether anything is written on it, be it outside or hidden."""
    pieces: list[Piece] = Factory(list[Piece])
    lying: list[Rule] = Factory(list[Rule])
    standing: list[Rule] = Factory(list[Rule])
    pictures: list[Box] = Factory(list[Box])
    asides: list[tuple[str, str, Box]] = Factory(list[tuple[str, str, Box]])
    """What is no text of the page: the code of the note, the raw text, where it stands."""

    def place(self, box: Box, ordinal: int) -> Place:
        """The place of the part ``ordinal`` of this page."""
        return Place(self.number, ordinal, self.frame.address(self.number, box))

    def remarks(self) -> tuple[Remark, ...]:
        """What is no text of the page, as remarks."""
        return tuple(Remark(code, raw, self.place(box, 1)) for code, raw, box in self.asides)
