"""What is wrong with JSON that should be a report: data, each with its path; the words come from the catalogs."""

from attrs import frozen

from govdisclosure.paths import Path

__all__ = ["Fault", "UnknownKeysWarning"]


@frozen(order=False)
class Fault:
    """One thing for which JSON is no report.

    Attributes:
        code: what is wrong, in one word; the message is ``fault.<code>`` in the catalogs.
        path: where it stands; the path of a missing key is the one that it would have.
        facts: what the message speaks of, as pairs of name and value.

    Example:
        >>> from govdisclosure.interchange.convert import try_from_dict
        >>> faults = try_from_dict({"govdisclosure": "1.0", "issuer": "青山镇人民政府", "year": "2024", "title": None})
        >>> [(fault.code, str(fault.path)) for fault in faults]
        [('wrong_type', 'year')]
    """

    code: str
    path: Path
    facts: tuple[tuple[str, str | int], ...] = ()

    def message(self, locale: str | None = None) -> str:
        """Return the sentence in ``locale`` (``"zh_Hans"`` or ``"en"``), by default in the reader's language.

        Example:
            >>> Fault("missing_key", Path.parse("year")).message("en")
            'year: this key is missing. Write it, with null where nothing is printed.'
        """
        from govdisclosure.messages import text

        return text(f"fault.{self.code}", locale, path=str(self.path), **dict(self.facts))


class UnknownKeysWarning(UserWarning):
    """A file of a newer minor version holds keys that this version does not know; they were not read.

    :func:`~govdisclosure.interchange.convert.read_json` gives them as notes instead of a warning.

    Example:
        >>> issubclass(UnknownKeysWarning, UserWarning)
        True
    """
