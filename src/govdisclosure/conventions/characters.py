"""Which characters a line of a report may hold.

A paragraph, a title and a table cell are one line of text: line breaks and control characters belong to the
layout of a file, never to the words.
"""

from typing import Final

__all__ = ["first_forbidden", "is_blank"]

# Controls, every line break that str.splitlines() knows, and lone surrogates, which no file can hold.
_FORBIDDEN: Final = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"


def first_forbidden(text: str) -> str | None:
    r"""Return the first character of ``text`` that no line of a report may hold.

    Those are control characters (tab and line breaks among them) and lone surrogates.

    Example:
        >>> first_forbidden("第一行\n第二行")
        '\n'
        >>> first_forbidden("规章 0 件") is None
        True
    """
    if text.isprintable():  # most texts are; a pattern compiled at import would cost more than this whole module
        return None
    from re import search

    found = search(_FORBIDDEN, text)
    return found[0] if found else None


def is_blank(text: str) -> bool:
    r"""Tell whether ``text`` holds nothing that prints.

    Spaces of any kind are blank: the ideographic space, the no-break space (``&nbsp;`` of web pages) and the
    zero-width space too.

    Example:
        >>> is_blank("\u3000\xa0")
        True
        >>> is_blank("0")
        False
    """
    return not text.strip(
        " \t\r\n\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
        "\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
    )
