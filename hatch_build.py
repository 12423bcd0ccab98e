"""Compile the message catalogs into the wheel: git keeps the sources only."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogHook(BuildHookInterface[Any]):
    """Writes a ``.mo`` beside each ``.po``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatchling calls it by name)
        """Compile every catalog and name the result, since what git ignores is left out of a wheel otherwise."""
        for source in sorted(Path(self.root).glob("src/govdisclosure/locales/*/LC_MESSAGES/govdisclosure.po")):
            compiled = source.with_suffix(".mo")
            with source.open("rb") as po, compiled.open("wb") as mo:
                write_mo(mo, read_po(po))
            build_data["artifacts"].append(compiled.relative_to(self.root).as_posix())
