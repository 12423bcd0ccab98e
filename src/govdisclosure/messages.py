"""The words of every note, fault and error, by code and language.

The words live in the Babel catalogs under ``locales/``; the code is the message id. Nothing is loaded before a text
is shown.
"""

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from gettext import NullTranslations

__all__ = ["LOCALES", "reader_locale", "text"]

LOCALES: Final = ("zh_Hans", "en")
"""The languages in which every message exists; the first is the one used when the environment says nothing."""


def text(code: str, locale: str | None = None, **facts: object) -> str:
    """Return the sentence for ``code``, with ``facts`` put into it.

    Args:
        code: a message id, such as ``"error.negative_count"``.
        locale: ``"zh_Hans"`` or ``"en"``; by default the reader's own language.
        facts: what the sentence names.

    Example:
        >>> text("kind.figure", "en")
        'figure'
        >>> text("kind.figure", "zh_Hans")
        '数字'
    """
    sentence = _catalog(locale or reader_locale()).gettext(code)
    if sentence == code:  # a code of a third party has no entry: show it with its facts rather than nothing
        return " ".join([code, *(f"{name}={value!r}" for name, value in facts.items())])
    return sentence.format_map(_Facts(facts))


def reader_locale() -> str:
    """Return the language of the person who reads the messages.

    ``GOVDISCLOSURE_LOCALE`` decides where it is set, then ``LC_ALL``, ``LC_MESSAGES`` and ``LANG``.

    Example:
        >>> reader_locale() in LOCALES
        True
    """
    from os import environ

    for variable in ("GOVDISCLOSURE_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(variable, "")
        for locale in LOCALES:
            if value[:2] == locale[:2]:
                return locale
    return LOCALES[0]


class _Facts(dict[str, object]):
    """A sentence may name a fact that this message lacks: show the name instead of failing while failing."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


@cache
def _catalog(locale: str) -> "NullTranslations":
    from gettext import translation
    from pathlib import Path

    return translation("govdisclosure", Path(__file__).parent / "locales", [locale], fallback=True)
