"""Lists of terms: data files that say which words are wrong, since when, and what is right."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, Literal, TypeAlias, cast

from attrs import frozen

from govdisclosure.checks.severity import Severity
from govdisclosure.errors import ReadError

__all__ = ["Scope", "Term", "TermList", "own_term_lists", "read_term_list"]

Scope: TypeAlias = Literal["prose", "labels"]
"""Where a term is looked for: in the prose, titles and headings, or in the labels of the statutory tables."""

_LARGEST: Final = 1_000_000
_NAMES: Final = ("superseded", "misnamed", "old_rules", "former_bodies", "typos", "placeholders")
_KEYS: Final = frozenset(
    (
        "wrong",
        "pattern",
        "shown",
        "right",
        "since",
        "until",
        "severity",
        "with",
        "unless",
        "scope",
        "is_older",
        "source",
    )
)


@frozen
class Term:
    """Words that are wrong.

    Args:
        pattern: a regular expression for them.
        shown: how lists and pages show them.
        right: what should stand there; ``""`` where nothing stands for it.
        since: the first report year for which they are wrong; ``None`` for any.
        until: the last one; ``None`` for any.
        severity: of the finding.
        needs: words of which one must stand in the same sentence.
        unless: words that excuse them in the same sentence.
        scope: where they are looked for.
        is_older: whether they are wrong only where the year that they name (the group ``year``) is before the report's.

    Example:
        >>> Term("国务院令第492号", right="国务院令第711号", since=2019).right
        '国务院令第711号'
    """

    pattern: str
    shown: str = ""
    right: str = ""
    since: int | None = None
    until: int | None = None
    severity: Severity = Severity.NOTE
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    scope: Scope = "prose"
    is_older: bool = False


@frozen(cache_hash=True)
class TermList:
    """A list of terms.

    Args:
        name: of the list.
        rule: the code under which its findings come.
        source: where the list is from.
        date: when it was last gone over, in ISO form.
        terms: what it lists.

    Example:
        >>> [one.name for one in own_term_lists()][:2]
        ['superseded', 'misnamed']
    """

    name: str
    rule: str
    source: str
    date: str
    terms: tuple[Term, ...]


@cache
def own_term_lists() -> tuple[TermList, ...]:
    """Return the lists of this library, read once.

    Example:
        >>> sorted({one.rule for one in own_term_lists()})
        ['STR015', 'TXT010', 'TXT011', 'TXT012', 'TXT017', 'TXT019']
    """
    folder = Path(__file__).with_name("term_lists")
    return tuple(read_term_list(folder / f"{name}.toml") for name in _NAMES)


def read_term_list(path: str | os.PathLike[str]) -> TermList:
    r"""Read a list of terms from TOML.

    The file gives ``source``, ``date``, the ``rule`` (by default TXT019) and ``[[terms]]``, each with ``wrong`` (words)
    or ``pattern`` (a regular expression), and as it needs ``right``, ``since``, ``until``, ``severity``, ``with``,
    ``unless``, ``scope``, ``shown``.

    Raises:
        ReadError: the file cannot be read, or says something that a list cannot have; the message names the key.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     file = Path(folder, "ours.toml")
        ...     head = 'source = "本县"\ndate = 2026-01-05\n'
        ...     _ = file.write_text(head + '[[terms]]\nwrong = "青山乡"\nright = "青山镇"\n', "utf-8")
        ...     read_term_list(file).terms[0].right
        '青山镇'
    """
    file = Path(path)
    try:
        with file.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise _bad(file, "", f"> {_LARGEST} B")
        table: Mapping[str, object] = tomllib.loads(data.decode())
    except (OSError, ValueError) as error:
        raise _bad(file, "", str(error)) from None
    for key in table:
        if key not in ("rule", "source", "date", "terms"):
            raise _bad(file, key, "rule, source, date, terms")
    words = {key: table.get(key, "TXT019" if key == "rule" else None) for key in ("rule", "source", "date")}
    if isinstance(words["date"], date):
        words["date"] = words["date"].isoformat()
    for key, value in words.items():
        if not isinstance(value, str) or not value:
            raise _bad(file, key, '"…"')
    given = table.get("terms", [])
    if not isinstance(given, list):
        raise _bad(file, "terms", "[[terms]]")
    terms = tuple(_term(one, f"terms[{n}]", file) for n, one in enumerate(cast("list[object]", given)))
    return TermList(file.stem, str(words["rule"]), str(words["source"]), str(words["date"]), terms)


def _term(given: object, key: str, file: Path) -> Term:
    if not isinstance(given, dict):
        raise _bad(file, key, "[[terms]]")
    table = cast("dict[str, object]", given)
    if unknown := sorted(table.keys() - _KEYS):
        raise _bad(file, f"{key}.{unknown[0]}", ", ".join(sorted(_KEYS)))
    wrong, pattern = table.get("wrong"), table.get("pattern")
    if (wrong is None) == (pattern is None) or not isinstance(wrong or pattern, str) or not (wrong or pattern):
        raise _bad(file, key, "wrong | pattern")
    try:
        form = re.escape(str(wrong)) if wrong else str(pattern)
        if re.compile(form).match(""):
            raise _bad(file, f"{key}.pattern", "''")
        return Term(
            form,
            str(table.get("shown", wrong or pattern)),
            str(table.get("right", "")),
            _year(table.get("since")),
            _year(table.get("until")),
            Severity(table.get("severity", "note")),
            tuple(_strings(table.get("with", []))),
            tuple(_strings(table.get("unless", []))),
            "labels" if table.get("scope") == "labels" else "prose",
            bool(table.get("is_older", False)),
        )
    except (ValueError, TypeError, re.error) as error:
        raise _bad(file, key, str(error)) from None


def _year(given: object) -> int | None:
    if given is not None and type(given) is not int:
        raise TypeError(f"{given!r}: 2019")
    return given


def _strings(given: object) -> Iterator[str]:
    if not isinstance(given, list):
        raise TypeError(f'{given!r}: ["…"]')
    for one in cast("list[object]", given):
        if not isinstance(one, str):
            raise TypeError(f'{one!r}: "…"')
        yield one


def _bad(file: Path, key: str, problem: str) -> ReadError:
    return ReadError("term_list_bad", source=str(file), key=key, problem=problem)
