"""Paths: the one way to point into a report.

``applications.table.refused.state_secret.natural_person`` names a cell, ``overview.subsections[0].blocks[2]`` a
paragraph. Cells, faults, notes and findings all use these paths.
"""

from collections.abc import Callable, Iterator, Mapping
from sys import intern
from typing import Final, TypeVar, cast

from attrs import fields_dict, frozen, has

from govdisclosure.errors import PathError

__all__ = ["ROOT", "Path", "get", "replaced", "walk"]

T = TypeVar("T")

_MOST_DIGITS: Final = 9  # of a position; int() refuses thousands of them with an error of its own


@frozen(repr=False, order=False)
class Path:
    """Where something stands in a report: attribute names and positions, from the report downward.

    Example:
        >>> path = Path.parse("overview.blocks[2]")
        >>> path.parts
        ('overview', 'blocks', 2)
        >>> str(path.parent / "blocks" / 0)
        'overview.blocks.blocks[0]'
    """

    parts: tuple[str | int, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Path":
        """Read a path as ``str`` writes it.

        Raises:
            PathError: ``text`` is no path.

        Example:
            >>> Path.parse("sign_off.date").parts
            ('sign_off', 'date')
            >>> Path.parse("blocks[").parts
            Traceback (most recent call last):
            govdisclosure.errors.PathError: ...
        """
        return cls(tuple(_parts(text)))

    @property
    def parent(self) -> "Path":
        """The path one step up; the root's parent is the root.

        Example:
            >>> str(Path.parse("remedies.table").parent)
            'remedies'
        """
        return Path(self.parts[:-1])

    def __truediv__(self, part: str | int) -> "Path":
        return Path((*self.parts, part))

    def __str__(self) -> str:
        text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.parts)
        return text.removeprefix(".")

    def __repr__(self) -> str:
        return f"Path({str(self)!r})"

    def starts_with(self, other: "Path") -> bool:
        """Tell whether this path is ``other`` or stands below it.

        Example:
            >>> Path.parse("overview.title").starts_with(Path.parse("overview"))
            True
        """
        return self.parts[: len(other.parts)] == other.parts


ROOT: Final = Path()
"""The report itself."""


def get(root: object, path: Path | str) -> object:
    """Return what stands at ``path`` below ``root``.

    Raises:
        PathError: nothing stands there; the message names the nearest path that exists.

    Example:
        >>> from govdisclosure import Report
        >>> get(Report.blank("青山镇人民政府", 2024), "sign_off.issuer")
        '青山镇人民政府'
    """
    path = path if isinstance(path, Path) else Path.parse(path)
    value = root
    for depth, part in enumerate(path.parts):
        value = _step(value, part, path, depth)
    return value


def replaced(root: T, values: Mapping[str, object] | Mapping[Path, object]) -> T:
    """Return a copy of ``root`` with new values at many paths, all set at once.

    Raises:
        PathError: a path leads nowhere, is empty, or stands below another.
        ConstructionError: a value that cannot stand there.

    Example:
        >>> from govdisclosure import ApplicantCounts
        >>> replaced(ApplicantCounts(), {"commercial": 2, "total": 2}).total
        2
    """
    changes: dict[Path, object] = {}
    for key, value in values.items():
        path = key if isinstance(key, Path) else Path.parse(key)
        if not path.parts:  # a new root is a new value, not a change of this one
            raise PathError("bad_path", path="")
        changes[path] = value
    return _replaced(root, changes, 0)  # type: ignore[return-value]  # the same class comes back


def walk(root: object, path: Path = ROOT) -> Iterator[tuple[Path, object]]:
    """Yield every value below ``root`` that has no parts of its own, with its path, in reading order.

    Example:
        >>> from govdisclosure import SignOff
        >>> [str(path) for path, value in walk(SignOff("青山镇人民政府"))]
        ['issuer', 'date']
    """
    items = _items(root)
    names = _names(type(root))
    for index, item in enumerate(items or ()):
        yield from walk(item, path / index)
    for name in names:
        yield from walk(getattr(root, name), path / name)
    if items is None and not names:
        yield path, root


def _parts(text: str) -> Iterator[str | int]:
    for step in text.split(".") if text else ():
        name, *positions = step.split("[")
        if name.isidentifier():
            yield intern(name)  # the same few names, in paths without number
        elif name or not positions:
            raise PathError("bad_path", path=text[:40])
        for position in positions:
            digits = position.removesuffix("]")
            if digits == position or not (digits.isascii() and digits.isdecimal()) or len(digits) > _MOST_DIGITS:
                raise PathError("bad_path", path=text[:40])
            yield int(digits)


def _names(kind: type) -> tuple[str, ...]:
    """The names of a class's attributes; none for a class that is no value of the model."""
    known = _NAMES.get(kind)
    if known is None:
        known = _NAMES[kind] = tuple(fields_dict(kind)) if has(kind) else ()
    return known


# A memo of class definitions, which never change: half of the cost of following a path.
_NAMES: Final[dict[type, tuple[str, ...]]] = {}


def _items(value: object) -> "tuple[object, ...] | None":
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else None


def _step(value: object, part: str | int, path: Path, depth: int) -> object:
    if isinstance(part, int):
        items = _items(value)
        if items is not None and 0 <= part < len(items):
            return items[part]
    elif part in _names(type(value)):
        found: object = getattr(value, part)
        return found
    raise _lost(value, path, depth)


def _lost(value: object, path: Path, depth: int) -> PathError:
    """Say where the path leaves the report, and the nearest step that exists there."""
    from difflib import get_close_matches

    here = Path(path.parts[:depth])
    items, names = _items(value), _names(type(value))
    if items is not None:
        return PathError("no_such_position", path=str(path), here=str(here), length=len(items))
    if not names:
        return PathError("nothing_below", path=str(path), here=str(here), value=_shortened(value))
    close = get_close_matches(str(path.parts[depth]), names, n=1, cutoff=0.5)
    nearest = Path((*here.parts, close[0])) if close else here
    return PathError("no_such_name", path=str(path), nearest=str(nearest), names=", ".join(names))


def _shortened(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."


def _replaced(value: object, changes: Mapping[Path, object], depth: int) -> object:
    here = next((path for path in changes if len(path.parts) == depth), None)
    if here is not None:
        if len(changes) > 1:
            raise PathError("overlapping_paths", path=str(here))
        return changes[here]
    below: dict[str | int, dict[Path, object]] = {}
    for path, new in changes.items():
        below.setdefault(path.parts[depth], {})[path] = new
    new_parts = {
        part: _replaced(_step(value, part, next(iter(group)), depth), group, depth + 1) for part, group in below.items()
    }
    return _rebuilt(value, new_parts)


def _rebuilt(value: object, parts: Mapping[str | int, object]) -> object:
    items = _items(value)
    if items is not None:
        return tuple(parts.get(index, item) for index, item in enumerate(items))
    if not parts:
        return value
    kind = cast("Callable[..., object]", type(value))  # _step has found these attributes on it
    return kind(**{name: parts.get(name, getattr(value, name)) for name in _names(type(value))})
