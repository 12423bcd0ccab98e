"""What reading a source gives: the report, what had to be noted on the way, and where everything stands."""

from collections.abc import Mapping

from attrs import Factory, field, frozen

from govdisclosure.document import Place
from govdisclosure.model.report import Report
from govdisclosure.paths import Path

__all__ = ["Note", "Provenance", "Reading"]


@frozen
class Note:
    """Something that reading normalised, or could not place.

    Args:
        code: what happened; the sentence is ``note.<code>`` in the catalogs.
        path: what it concerns in the report; the root where it concerns nothing in particular.
        raw: the printed text, verbatim.
        place: where it stands in the source.
        facts: what else the sentence names, as pairs.

    Example:
        >>> note = Note("figure_normalised", Path.parse("applications.table.received.total"), "３", Place(12, 8))
        >>> print(note.message("en"))
        12:8 applications.table.received.total: "３" is read as a figure. Check it against the source.
    """

    code: str
    path: Path
    raw: str = ""
    place: Place | None = None
    facts: tuple[tuple[str, str | int], ...] = ()

    def message(self, locale: str | None = None) -> str:
        """Return the note as a sentence, with its place and path in front.

        Example:
            >>> Note("no_title", Path()).message("en")
            'No title is printed. Give one if the report needs it.'
        """
        from govdisclosure.messages import text

        sentence = text(f"note.{self.code}", locale, raw=self.raw, path=str(self.path), **dict(self.facts))
        where = " ".join(str(part) for part in (self.place, self.path) if part is not None and str(part))
        return f"{where}: {sentence}" if where else sentence


@frozen
class Provenance:
    """Where a reading comes from. It is saved with the reading, and is no part of what makes two reports equal.

    Example:
        >>> Provenance("report.md", "markdown", "0" * 64, 1024, "0.1.0").format
        'markdown'
    """

    source: str | None
    format: str
    sha256: str
    size: int
    library: str


@frozen
class Reading:
    r"""A source, read: the report, the notes in source order, and the place of every part that was read.

    Example:
        >>> from govdisclosure import reads
        >>> reading = reads("青山镇2024年政府信息公开工作年度报告\n一、总体情况\n全年公开12条。\n", "text")
        >>> reading.report.year, str(reading.place("overview.blocks[0]"))
        (2024, '3:1')
    """

    report: Report
    notes: tuple[Note, ...] = ()
    places: Mapping[str, Place] = field(default=Factory(dict[str, Place]), eq=False, repr=False)
    provenance: Provenance | None = field(default=None, eq=False)

    def place(self, path: Path | str) -> Place | None:
        """Return where the part at ``path`` stands in the source, or where the nearest part above it does.

        Example:
            >>> Reading(Report.blank("青山镇人民政府", 2024)).place("overview") is None
            True
        """
        here = path if isinstance(path, Path) else Path.parse(path)
        while str(here) not in self.places and here.parts:
            here = here.parent
        return self.places.get(str(here))

    def __reduce__(self) -> tuple[object, ...]:
        """Pack the places: a process that reads for another sends little else."""
        places = [(path, place.line, place.column, place.address) for path, place in self.places.items()]
        return _unpacked, (type(self), self.report, self.notes, places, self.provenance)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the reading as JSON: the report, the notes, the places and the provenance.

        Example:
            >>> Reading(Report.blank("青山镇人民政府", 2024)).to_json()[:21]
            '{"govdisclosure":"1.0'
        """
        from govdisclosure.interchange.convert import reading_to_json

        return reading_to_json(self, indent=indent)


def _unpacked(
    kind: type[Reading],
    report: Report,
    notes: tuple[Note, ...],
    places: list[tuple[str, int, int, str]],
    provenance: Provenance | None,
) -> Reading:
    return kind(
        report, notes, {path: Place(line, column, address) for path, line, column, address in places}, provenance
    )
