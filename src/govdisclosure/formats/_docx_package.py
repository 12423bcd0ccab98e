"""The parts of a Word file, and how they refer to each other."""

from posixpath import join, normpath
from typing import Final

from attrs import frozen

from govdisclosure.errors import ReadError
from govdisclosure.formats._docx_xml import Element, parse
from govdisclosure.formats._zip import entry, open_zip

__all__ = ["Package", "Relation"]

_LARGEST_PART: Final = 32 * 1024 * 1024
_USUAL_MAIN: Final = "word/document.xml"


@frozen
class Relation:
    """That a part refers to another one: ``kind`` says as what, ``target`` names it.

    Example:
        >>> Relation("image", "word/media/image1.png").is_external
        False
    """

    kind: str
    target: str
    is_external: bool = False


class Package:
    """A Word file as the zip file that it is. Parts are unpacked when they are asked for, pictures never.

    Raises:
        ReadError: it is broken, protected, or holds no text of Word.
        LimitError: it is larger or more inflated than is read.
    """

    def __init__(self, data: bytes) -> None:
        self._archive = open_zip(data)
        # Word knows no case in these names, and some programs write `\` or a leading `/`.
        self._names = {_folded(name): name for name in self._archive.namelist()}
        self.main = self._main()
        self.relations = self.relations_of(self.main)

    def data(self, name: str) -> bytes | None:
        """Return what a part holds; ``None`` if there is no such part."""
        stored = self._names.get(_folded(name))
        return None if stored is None else entry(self._archive, stored, _LARGEST_PART)

    def root(self, name: str) -> Element | None:
        """Return the root of a part that is XML."""
        data = self.data(name)
        return None if data is None else parse(data)

    def related(self, kind: str) -> Element | None:
        """Return the root of the part to which the main part refers as ``kind``."""
        found = next((one for one in self.relations.values() if one.kind == kind and not one.is_external), None)
        return None if found is None else self.root(found.target)

    def relations_of(self, name: str) -> dict[str, Relation]:
        """Return what a part refers to, by the identity used in it."""
        folder, _, base = name.rpartition("/")
        root = self.root(join(folder, "_rels", f"{base}.rels"))
        return {} if root is None else {one.get("Id") or "": _relation(one, folder) for one in root}

    def _main(self) -> str:
        for one in self.relations_of("").values():
            if one.kind == "officeDocument" and _folded(one.target) in self._names:
                return one.target
        if _USUAL_MAIN in self._names:
            return _USUAL_MAIN
        raise ReadError("broken_file", source="data", cause=_USUAL_MAIN)


def _relation(element: Element, folder: str) -> Relation:
    kind = (element.get("Type") or "").rpartition("/")[2]
    target = element.get("Target") or ""
    if element.get("TargetMode") == "External":
        return Relation(kind, target, is_external=True)
    path = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
    return Relation(kind, path)


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
