"""The printed order of what a report holds."""

from typing import cast

from attrs import fields, has

from govdisclosure.model.report import Report
from govdisclosure.paths import Path

__all__ = ["below", "position_of"]


def position_of(report: Report, path: Path) -> tuple[int, ...]:
    """Return a key that sorts paths as the report prints what they lead to.

    Example:
        >>> report = Report.blank("青山镇人民政府", 2024)
        >>> paths = [Path.parse(text) for text in ("sign_off", "overview.blocks[1]", "overview", "title")]
        >>> [str(path) for path in sorted(paths, key=lambda path: position_of(report, path))]
        ['title', 'overview', 'overview.blocks[1]', 'sign_off']
    """
    key: list[int] = []
    value: object = report
    for part in path.parts:
        if isinstance(part, int):
            key.append(part)
        else:
            kind: type = value.__class__
            names = [one.name for one in fields(kind)] if has(kind) else []
            key.append(names.index(part) if part in names else len(names))
        value = below(value, part)
    return tuple(key)


def below(value: object, part: str | int) -> object:
    """Return what stands one step below, or ``None``.

    Example:
        >>> below(("甲", "乙"), 1), below((), 1)
        ('乙', None)
    """
    if isinstance(part, str):
        return getattr(value, part, None)
    many = cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()  # of anything
    return many[part] if part < len(many) else None
