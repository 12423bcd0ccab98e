"""The versions of the file format, and the steps from an older one to the present one.

A minor version adds keys that may be left out; a major version changes what a key means. Every older major version
still reads: a step turns its data into that of the next, dict into dict, one named function each.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

__all__ = ["STEPS", "VERSION", "VERSION_KEY", "Step", "migrated", "parse_version"]

VERSION: Final = "1.0"
"""The version of the file format that this library writes."""

VERSION_KEY: Final = "govdisclosure"
"""The first key of every file: its value is the version."""

Step: TypeAlias = Callable[[dict[str, object]], dict[str, object]]
"""What turns the data of one major version into that of the next; it changes no argument."""

STEPS: Final[Mapping[int, Step]] = {}
"""The step from each older major version: none yet, 1 is the first."""


def parse_version(value: object) -> tuple[int, int] | None:
    """Return major and minor version; ``None`` if ``value`` is no version.

    Example:
        >>> parse_version("1.0"), parse_version("1"), parse_version(1.0)
        ((1, 0), None, None)
    """
    found = re.fullmatch(r"([0-9]{1,4})\.([0-9]{1,4})", value) if isinstance(value, str) else None
    return (int(found[1]), int(found[2])) if found else None


def migrated(data: dict[str, object], major: int, steps: Mapping[int, Step] = STEPS) -> dict[str, object] | None:
    """Return ``data`` of version ``major`` as data of the present version; ``None`` where a step is lacking.

    Args:
        data: the whole file, without its version.
        major: the major version of ``data``, not newer than the present one.
        steps: the step from each major version.

    Example:
        >>> migrated({"title": None}, 1)
        {'title': None}
        >>> migrated({"titel": None}, 0, {0: lambda old: {"title": old["titel"]}})
        {'title': None}
        >>> migrated({}, 0) is None
        True
    """
    for version in range(major, int(VERSION.partition(".")[0])):
        step = steps.get(version)
        if step is None:
            return None
        data = step(data)
    return data
