"""What a project says of its checks: the ``[check]`` table of ``govdisclosure.toml``, or of ``pyproject.toml``.

A file speaks for its folder and all below it. What is left out and set aside adds up on the way from the outermost
folder to the file; of what is selected, the nearest folder has the word.
"""

import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, cast

from attrs import frozen

from govdisclosure.checks.suppression import Suppression
from govdisclosure.errors import ConstructionError, ReadError

__all__ = ["Settings", "read_settings", "settings_of"]

_LARGEST: Final = 1_000_000
_KEYS: Final = frozenset(("select", "ignore", "term_lists", "suppress"))


@frozen
class Settings:
    """What to apply, and what to set aside.

    Args:
        select: codes, or their first letters, of the only rules to apply.
        ignore: of rules to leave out.
        term_lists: files with further lists of terms.
        suppress: findings to be set aside, each with its reason; ``files`` is told from the folder of the settings.

    Example:
        >>> Settings(ignore=("TXT",)).ignore
        ('TXT',)
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    term_lists: tuple[Path, ...] = ()
    suppress: tuple[Suppression, ...] = ()


def settings_of(source: str | os.PathLike[str]) -> Settings:
    r"""Return what is said for a file by the folders above it, up to the first with a ``pyproject.toml`` or ``.git``.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     _ = Path(folder, "govdisclosure.toml").write_text('[check]\nignore = ["TXT009"]\n')
        ...     settings_of(Path(folder, "2024", "青山镇.docx")).ignore
        ('TXT009',)
    """
    return _settings_above(Path(os.path.abspath(source)).parent)  # noqa: PTH100 (a link is kept)


def read_settings(path: str | os.PathLike[str]) -> Settings:
    r"""Read one file of settings.

    Raises:
        ReadError: it is no TOML, or says something that no check knows.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     file = Path(folder, "govdisclosure.toml")
        ...     _ = file.write_text('[[check.suppress]]\ncode = "TAB006"\nreason = "legacy forms"\n')
        ...     [one.reason for one in read_settings(file).suppress]
        ['legacy forms']
    """
    file = Path(path)
    try:
        with file.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise ReadError("settings_bad", source=str(file), key="", problem=f"> {_LARGEST} B")
        tables: Mapping[str, object] = tomllib.loads(data.decode())
    except (OSError, ValueError) as error:
        raise ReadError("settings_bad", source=str(file), key="", problem=str(error)) from None
    for name in ("tool", "govdisclosure") if file.name == "pyproject.toml" else ():
        tables = _table(tables.get(name, {}), name, file)
    return _settings(_table(tables.get("check", {}), "check", file), file)


def _settings_above(folder: Path) -> Settings:
    here = [folder / "govdisclosure.toml", folder / "pyproject.toml"]
    mine = [_read_once(file, file.stat().st_mtime_ns) for file in here if file.is_file()]
    is_outermost = here[1].is_file() or (folder / ".git").exists() or folder.parent == folder
    outer = Settings() if is_outermost else _settings_above(folder.parent)
    return _joined([outer, *reversed(mine)])


@lru_cache(maxsize=64)
def _read_once(file: Path, changed: int) -> Settings:  # noqa: ARG001 (a file that was changed is read again)
    """A run over thousands of files asks for the same settings each time."""
    return read_settings(file)


def _joined(many: Iterable[Settings]) -> Settings:
    joined = Settings()
    for one in many:
        joined = Settings(
            one.select or joined.select,
            (*joined.ignore, *one.ignore),
            (*joined.term_lists, *one.term_lists),
            (*joined.suppress, *one.suppress),
        )
    return joined


def _settings(table: Mapping[str, object], file: Path) -> Settings:
    for key in table:
        if key not in _KEYS:
            raise ReadError("settings_bad", source=str(file), key=key, problem=", ".join(sorted(_KEYS)))
    lists = tuple(file.parent / name for name in _words(table, "term_lists", file))
    return Settings(
        _words(table, "select", file), _words(table, "ignore", file), lists, tuple(_suppressions(table, file))
    )


def _suppressions(table: Mapping[str, object], file: Path) -> Iterator[Suppression]:
    for position, one in enumerate(_list(table, "suppress", "[[check.suppress]]", file)):
        key = f"suppress[{position}]"
        words = _table(one, key, file)
        try:
            yield Suppression(**{name: str(value) for name, value in words.items()})
        except (TypeError, ConstructionError):
            raise ReadError("settings_bad", source=str(file), key=key, problem="code, reason, path, files") from None


def _words(table: Mapping[str, object], key: str, file: Path) -> tuple[str, ...]:
    given = _list(table, key, '["…"]', file)
    if not all(isinstance(one, str) for one in given):
        raise ReadError("settings_bad", source=str(file), key=key, problem='["…"]')
    return tuple(map(str, given))


def _list(table: Mapping[str, object], key: str, form: str, file: Path) -> list[object]:
    given = table.get(key, [])
    if not isinstance(given, list):
        raise ReadError("settings_bad", source=str(file), key=key, problem=form)
    return cast("list[object]", given)  # TOML has no other


def _table(value: object, key: str, file: Path) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ReadError("settings_bad", source=str(file), key=key, problem="[…]")
    return cast("dict[str, object]", value)  # TOML has no other keys
