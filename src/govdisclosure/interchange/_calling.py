"""Functions written out from the names of fields, as attrs and cattrs write theirs: a loop is three times slower."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeAlias

from attrs import frozen

__all__ = ["Calling", "Turn", "calling"]

Turn: TypeAlias = Callable[[Any], Any]
"""What turns a value of one model into that of another."""


@frozen
class Calling:
    """A function that makes something from the attributes of an object, and how it is written.

    Attributes:
        run: the function.
        code: its expression, in which ``ONE`` is the object.
        names: what the other names in it mean.
        height: how many others are written into it, one within another.
    """

    run: Turn
    code: str
    names: Mapping[str, object]
    height: int

    def given(self, one: str) -> str:
        """Return the expression for another object: ``one`` is evaluated once, at the first place that needs it."""
        first, rest = self.code.split("ONE.", 1)
        name = f"one{self.height}"  # a neighbour of the same height is done when this name is taken again
        return f"{first}({name} := {one}).{rest.replace('ONE.', f'{name}.')}"


def calling(
    target: Callable[..., object],
    turns: Mapping[str, Turn | Calling | None],
    *,
    keywords: bool = False,
    spared: Collection[str] = (),
) -> Calling:
    """Return a function that calls ``target`` with the attributes of an object.

    Args:
        target: a class, most of the time.
        turns: the attributes in order, and what each value goes through on its way, if anything.
        keywords: give the values by name.
        spared: attributes whose empty values, such as ``()`` and ``None``, need no turn; most of them are empty.
    """
    names: dict[str, object] = {f"made{id(target)}": target}
    values: list[str] = []
    height = 0
    for name, turn in turns.items():
        value = f"ONE.{name}"
        if isinstance(turn, Calling):
            value = turn.given(value)
            names |= turn.names
            height = max(height, turn.height + 1)
        elif turn is not None:
            names[f"turn{id(turn)}"] = turn
            turned = f"turn{id(turn)}({value})"
            value = f"{value} and {turned}" if name in spared else turned
        values.append(f"{name}={value}" if keywords else value)
    code = f"made{id(target)}({', '.join(values)})"
    run: Turn = eval(f"lambda ONE: {code}", names)  # noqa: S307  # names of fields of the model, and no others
    return Calling(run, code, names, height)
