"""The signs of the symbol fonts, which Word names by font and place instead of by character."""

from typing import Final

from govdisclosure.formats._docx_xml import Element, w

__all__ = ["check_box", "drop_down", "symbol"]

_FONT: Final = w("font")
_CHAR: Final = w("char")
_VAL: Final = w("val")
_PRIVATE: Final = 0xF000  # where Word moves the places of a symbol font
_SIGNS: Final = {
    "wingdings": {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0xA1: "○", 0xA7: "▪", 0xA8: "□",
                  0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x97: "●"},
    "symbol": {0x2D: "−", 0x44: "Δ", 0x53: "Σ", 0xA3: "≤", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
               0xB9: "≠", 0xBB: "≈", 0xAE: "→"},
}  # fmt: skip


def symbol(element: Element) -> tuple[str, str]:
    """Return the character that a symbol shows, and how the file names it.

    A place that is not known gives the character of that number, as the file has it.

    Example:
        >>> from govdisclosure.formats._docx_xml import parse
        >>> space = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        >>> symbol(parse(b"<w:sym " + space + b' w:font="Wingdings" w:char="F0FE"/>'))
        ('☑', 'Wingdings F0FE')
    """
    font, code = element.get(_FONT) or "", element.get(_CHAR) or ""
    name = f"{font} {code}".strip()
    try:
        place = int(code, 16)
        shown = _SIGNS.get(font.lower(), {}).get(place - _PRIVATE if place >= _PRIVATE else place, chr(place))
    except (ValueError, OverflowError):
        return "", name
    return "" if 0xD800 <= place <= 0xDFFF else shown, name


def check_box(field: Element) -> str:
    """Return the box that a form field of the old kind shows; nothing if it is no box.

    Example:
        >>> from govdisclosure.formats._docx_xml import parse
        >>> check_box(parse(b"<fldChar/>"))
        ''
    """
    box = next(field.iter(w("checkBox")), None)
    if box is None:
        return ""
    state = box.find(w("checked"))
    state = box.find(w("default")) if state is None else state
    return "☑" if state is not None and state.get(_VAL) not in {"0", "false", "off"} else "□"


def drop_down(field: Element) -> str:
    """Return the chosen entry of a form field with a list; nothing if it is none.

    Example:
        >>> from govdisclosure.formats._docx_xml import parse
        >>> drop_down(parse(b"<fldChar/>"))
        ''
    """
    box = next(field.iter(w("ddList")), None)
    if box is None:
        return ""
    entries = [one.get(_VAL) or "" for one in box.iter(w("listEntry"))]
    chosen = box.find(w("result"))
    chosen = box.find(w("default")) if chosen is None else chosen
    index = (chosen.get(_VAL) if chosen is not None else None) or "0"
    return entries[int(index)] if index.isascii() and index.isdigit() and int(index[:9]) < len(entries) else ""
