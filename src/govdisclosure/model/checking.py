"""What every value of the model is checked for at construction: lines of text, lists of the right kind."""

from collections.abc import Iterable
from typing import cast

from govdisclosure.conventions.characters import first_forbidden, is_blank
from govdisclosure.errors import ConstructionError

__all__ = ["check_kinds", "check_line", "is_series", "shown", "wrong_type"]


def is_series(value: object) -> bool:
    """Tell whether ``value`` holds items one after another; a lone string would fall apart into characters.

    Example:
        >>> is_series(["规章"]), is_series("规章"), is_series(None)
        (True, False, False)
    """
    return type(value) in (tuple, list) or (isinstance(value, Iterable) and not isinstance(value, str))


def shown(value: object) -> str:
    """Return ``value`` as an error message quotes it: its ``repr``, shortened.

    Example:
        >>> shown("/"), len(shown(10**5000))
        ("'/'", 40)
    """
    # repr() refuses a whole number of thousands of digits; its first digits say enough.
    text = hex(value) if type(value) is int and abs(value) > 10**100 else repr(value)
    return text if len(text) <= 40 else text[:37] + "..."


def check_line(owner: str, name: str, value: object, *, blank: bool = False, edges: bool = True) -> None:
    """Raise unless ``value`` is one line of text: no control characters, and not blank unless ``blank``.

    With ``edges=False`` white space at either end is refused as well: there it is layout.

    Raises:
        ConstructionError: the message names ``owner`` and the field ``name``.

    Example:
        >>> check_line("Section", "title", "总体情况")
    """
    if not isinstance(value, str):
        raise wrong_type(owner, name, value, "str")
    if value.isprintable() and value == value.strip() != "":
        return  # the usual case: every character prints, and there is no white space at the ends
    bad = first_forbidden(value)
    if bad is not None:
        raise ConstructionError("forbidden_character", owner=owner, field=name, value=value[:40], character=repr(bad))
    if value and not edges and value != value.strip():
        raise ConstructionError("edge_space", owner=owner, field=name, value=value[:40])
    if not (blank and value == "") and is_blank(value):
        raise ConstructionError("blank_text", owner=owner, field=name)


def check_kinds(owner: str, name: str, value: object, *kinds: type) -> None:
    """Raise unless ``value`` is a tuple of items of these kinds.

    Raises:
        ConstructionError: the message names ``owner``, the field ``name`` and the position.

    Example:
        >>> check_kinds("Section", "blocks", ("第一段。",), str)
    """
    if type(value) is tuple and {*kinds}.issuperset(map(type, cast("tuple[object, ...]", value))):
        return  # the usual case, without a loop
    expected = ", ".join(kind.__name__ for kind in kinds)
    if not isinstance(value, tuple):
        raise wrong_type(owner, name, value, f"tuple[{expected}]")
    for position, item in enumerate(cast("tuple[object, ...]", value)):
        if not isinstance(item, kinds):
            raise wrong_type(owner, f"{name}[{position}]", item, expected)


def wrong_type(owner: str, name: str, value: object, expected: str) -> ConstructionError:
    """Return the error for a value of the wrong type.

    Example:
        >>> wrong_type("Section", "title", 3, "str").facts["value"]
        '3'
    """
    return ConstructionError("wrong_type", owner=owner, field=name, value=shown(value), expected=expected)
