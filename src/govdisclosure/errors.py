"""What can go wrong, as one tree. An error carries a code and facts; its sentence is made when it is shown."""

__all__ = [
    "CarryError",
    "ConstructionError",
    "FormatError",
    "GovDisclosureError",
    "LimitError",
    "MissingExtraError",
    "PathError",
    "ReadError",
    "StructureError",
]

TYPE_CHECKING = False  # not imported: whoever meets no error pays for no more than these classes
if TYPE_CHECKING:
    from typing import Protocol

    class _Fault(Protocol):
        """What the errors know of a fault; its class stands in :mod:`govdisclosure.interchange.faults`."""

        @property
        def code(self) -> str: ...

        @property
        def path(self) -> object: ...

        def message(self, locale: str | None = None) -> str: ...


class GovDisclosureError(Exception):
    """The root of every error of this library.

    ``code`` names the message (``error.<code>`` in the catalogs) and ``facts`` are what the message speaks of;
    ``str(error)`` is the sentence in the reader's language.

    Example:
        >>> error = ReadError("empty", source="report.md")
        >>> error.code, error.facts
        ('empty', {'source': 'report.md'})
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return self.message()

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.code, self.facts)

    def message(self, locale: str | None = None) -> str:
        """Return the sentence in ``locale`` (``"zh_Hans"`` or ``"en"``), by default in the reader's language.

        Example:
            >>> ReadError("empty", source="report.md").message("en")
            'report.md is empty. Give a file that holds a report.'
        """
        from govdisclosure.messages import text

        return text(f"error.{self.code}", locale, **self.facts)


class ConstructionError(GovDisclosureError, ValueError):
    """A value that the model cannot hold: the facts name the field.

    Example:
        >>> from govdisclosure import ApplicantCounts
        >>> ApplicantCounts(natural_person=-1)
        Traceback (most recent call last):
        govdisclosure.errors.ConstructionError: ApplicantCounts.natural_person: -1 ...
    """


class PathError(GovDisclosureError, LookupError):
    """A path that leads nowhere: the facts hold the path and the nearest right one.

    Example:
        >>> from govdisclosure import Report
        >>> Report.blank("青山镇人民政府", 2024).at("overveiw")
        Traceback (most recent call last):
        govdisclosure.errors.PathError: overveiw ... overview...
    """


class ReadError(GovDisclosureError):
    """A source that cannot be read as a report. ``kind`` says why, in one word.

    Example:
        >>> ReadError("empty", source="report.md").kind
        'empty'
    """

    @property
    def kind(self) -> str:
        """The reason: ``"empty"``, ``"not_a_report"``, ``"encoding"`` and so on.

        Example:
            >>> ReadError("encoding", source="report.md").kind
            'encoding'
        """
        return self.code


class FormatError(GovDisclosureError, ValueError):
    """A format that the library does not know, or cannot tell from the name of the file.

    Example:
        >>> FormatError("unknown_format", format="rtf").facts["format"]
        'rtf'
    """


class CarryError(GovDisclosureError, ValueError):
    """Something that a written document cannot carry so that it reads back equal: ``facts["path"]`` names it.

    Nothing is written. JSON carries every report.

    Example:
        >>> CarryError("cannot_carry", path="overview.blocks[0]").facts["path"]
        'overview.blocks[0]'
    """


class StructureError(GovDisclosureError, ValueError):
    """JSON that is no report: ``faults`` lists every fault, each with its path; so does the message, one a line.

    Example:
        >>> from govdisclosure import from_json
        >>> try:
        ...     from_json('{"govdisclosure": "1.0"}')
        ... except StructureError as error:
        ...     [str(fault.path) for fault in error.faults][:2]
        ['issuer', 'year']
    """

    def __init__(self, faults: "tuple[_Fault, ...]") -> None:
        super().__init__("structure", faults=faults)
        self.faults = faults

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.faults,)

    def message(self, locale: str | None = None) -> str:
        """Return the sentence of each fault on a line of its own, as :meth:`GovDisclosureError.message` says.

        Example:
            >>> from govdisclosure.interchange.faults import Fault
            >>> from govdisclosure.paths import ROOT, Path
            >>> print(StructureError((Fault("no_object", ROOT), Fault("missing_key", Path(("year",))))).message("en"))
            This JSON is no object. Give the whole report, from { to }.
            year: this key is missing. Write it, with null where nothing is printed.
        """
        return "\n".join(fault.message(locale) for fault in self.faults)


class LimitError(GovDisclosureError):
    """A source larger, deeper or more inflated than the library reads.

    Example:
        >>> LimitError("too_large", source="report.md", size=200, limit=100).facts["limit"]
        100
    """


class MissingExtraError(GovDisclosureError, ImportError):
    """A format whose library is not installed: the facts hold the ``pip`` line that installs it.

    Example:
        >>> MissingExtraError("missing_extra", extra="docx").facts["extra"]
        'docx'
    """


def _rebuild(kind: type[GovDisclosureError], code: str, facts: dict[str, object]) -> GovDisclosureError:
    return kind(code, **facts)
