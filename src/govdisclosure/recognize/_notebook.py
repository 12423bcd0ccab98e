"""Notes and places, gathered while a document is read."""

from attrs import Factory, define

from govdisclosure.document import Place
from govdisclosure.paths import ROOT, Path
from govdisclosure.reading import Note

__all__ = ["Notebook"]


@define
class Notebook:
    """The one mutable thing of a recognition: what will be the reading's notes and places."""

    notes: list[Note] = Factory(list[Note])
    places: dict[str, Place] = Factory(dict[str, Place])

    def note(self, code: str, path: Path = ROOT, raw: str = "", place: Place | None = None, **facts: str | int) -> None:
        """Write a note down."""
        self.notes.append(Note(code, path, raw, place, tuple(facts.items())))

    def stands(self, path: Path, place: Place | None) -> None:
        """Remember where a part of the report stands; the first place of a part counts."""
        if place is not None:
            self.places.setdefault(str(path), place)

    def in_source_order(self) -> tuple[Note, ...]:
        """The notes by place; a note without one stands after all that have one."""
        last = (1, 0, 0)
        return tuple(sorted(self.notes, key=lambda n: (0, n.place.line, n.place.column) if n.place else last))
