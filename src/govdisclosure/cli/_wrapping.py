"""Lines for a terminal: broken at spaces between words, and anywhere Chinese may break."""

from govdisclosure.conventions.width import width, wrap

__all__ = ["wrapped"]


def wrapped(sentence: str, columns: int) -> list[str]:
    """Break a sentence into lines of at most so many columns; a longer word stands on a line of its own.

    Example:
        >>> wrapped("The form: 第二十条第（一）项", 16)
        ['The form: 第二十', '条第（一）项']
    """
    lines = [""]
    for word in sentence.split():
        gap = " " if lines[-1] else ""
        for piece in wrap(word, 1):  # the smallest pieces that hold together
            if lines[-1] and width(lines[-1] + gap + piece) > columns:
                lines.append(piece)
            else:
                lines[-1] += gap + piece
            gap = ""
    return lines
