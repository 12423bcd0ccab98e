"""The printed order of what a report holds."""

from attrs import fields, has

from govdisclosure.model.report import Report
from govdisclosure.paths import Path

__all__ = ["position_of"]


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
            value = value[part] if isinstance(value, tuple) and part < len(value) else None
        else:
            kind = type(value)
            names = [one.name for one in fields(kind)] if has(kind) else []
            key.append(names.index(part) if part in names else len(names))
            value = getattr(value, part, None)
    return tuple(key)
