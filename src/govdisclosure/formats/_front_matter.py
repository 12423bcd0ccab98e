"""The properties of a Markdown document: ``key: value`` lines between two lines of dashes."""

import re
from typing import Final, NamedTuple

from govdisclosure.document import Place, Text

__all__ = ["FrontMatter", "front_matter", "written"]

_KEY: Final = re.compile(r"([^\W\d][\w-]*):(?:[ \t]+(.*))?")
_ENDS: Final = ("---", "...")
# A plain YAML value: begins with no indicator, has no ": " and no " #", and no space at an edge.
_PLAIN: Final = re.compile(r"[^\W_](?:[^:#]|:(?=\S)|(?<=\S)#)*")


class FrontMatter(NamedTuple):
    """What stands between the dashes, and how many lines of the file it takes."""

    properties: tuple[tuple[str, str], ...] = ()
    texts: tuple[Text, ...] = ()
    lines: int = 0


def front_matter(lines: list[str]) -> FrontMatter:
    """Read the front matter of a file; what is no ``key: value`` is kept as text.

    Example:
        >>> read = front_matter(["---", "year: 2021", "- 公开", "---", "正文"])
        >>> read.properties, read.texts[0].text, read.lines
        ((('year', '2021'),), '- 公开', 4)
    """
    if len(lines) < 3 or lines[0].rstrip() != "---" or not _KEY.fullmatch(lines[1].rstrip()):
        return FrontMatter()
    end = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() in _ENDS), None)
    if end is None:
        return FrontMatter()
    properties: list[tuple[str, str]] = []
    texts: list[Text] = []
    for number, line in enumerate(lines[1:end], 2):
        if found := _KEY.fullmatch(line.rstrip()):
            properties.append((found[1], _read(found[2] or "")))
        elif text := line.strip():
            texts.append(Text(text.replace("\t", " "), place=Place(number)))
    return FrontMatter(tuple(properties), tuple(texts), end + 1)


def written(properties: tuple[tuple[str, str], ...]) -> str:
    r"""Return ``properties`` as front matter, or nothing where there are none.

    Example:
        >>> written((("year", "2021"), ("issuer", "青山镇: 政府")))
        '---\nyear: 2021\nissuer: "青山镇: 政府"\n---\n'
    """
    lines = [f"{key}: {_write(value)}" for key, value in properties]
    return "\n".join(["---", *lines, "---", ""]) if lines else ""


def _write(value: str) -> str:
    if _PLAIN.fullmatch(value) and value == value.strip():
        return value
    from json import dumps

    return dumps(value, ensure_ascii=False)  # a JSON string is a YAML string


def _read(value: str) -> str:
    value = value.strip()
    if not value.startswith('"'):
        return value.replace("\t", " ")
    from json import JSONDecodeError, loads

    from govdisclosure.conventions.characters import first_forbidden

    try:
        text = loads(value)
    except (JSONDecodeError, RecursionError):
        return value.replace("\t", " ")
    return value if not isinstance(text, str) or first_forbidden(text) else text
