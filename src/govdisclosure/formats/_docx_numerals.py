"""The numerals in which Word numbers paragraphs."""

from collections.abc import Callable
from typing import Final

from govdisclosure.conventions.numbering import CIRCLED
from govdisclosure.conventions.numerals import LARGEST, to_chinese

__all__ = ["numeral"]

_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_DIGITS: Final = "〇一二三四五六七八九"
_FORMAL: Final = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")
_FORMAL_TRADITIONAL: Final = ("零壹貳參肆伍陸柒捌玖", "拾佰仟")
_ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_WIDE: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_LONGEST: Final = 30  # letters: AAAA… grows with the number


def numeral(form: str, value: int) -> str:
    """Write ``value`` as Word's number format ``form`` does; an unknown format, and what it cannot write, in digits.

    Example:
        >>> [numeral(form, 12) for form in ("chineseCounting", "ideographTraditional", "decimalEnclosedCircle")]
        ['十二', '12', '⑫']
        >>> [numeral(form, 4) for form in ("upperRoman", "lowerLetter", "decimalFullWidth", "decimalZero")]
        ['IV', 'd', '４', '04']
    """
    if form in {"none", "bullet"}:
        return ""
    write = _WRITERS.get(form)
    written = write(value) if write else None
    return str(value) if written is None else written


def _one_of(signs: str) -> Callable[[int], str | None]:
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else None


def _chinese(value: int) -> str | None:
    if value == 0:
        return "〇"
    return to_chinese(value) if value <= LARGEST else None


def _digit_by_digit(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _formal(digits: str, units: str) -> Callable[[int], str | None]:
    def write(value: int) -> str | None:
        if not 0 < value < 10_000:
            return digits[0] if value == 0 else None
        written = ""
        for power in range(3, -1, -1):
            digit = value // 10**power % 10
            if digit:
                written += digits[digit] + (units[power - 1] if power else "")
            elif written and value % 10**power and not written.endswith(digits[0]):
                written += digits[0]
        return written

    return write


def _roman(value: int) -> str | None:
    if not 0 < value < 4000:
        return None
    written = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        written += sign * count
    return written


def _letter(value: int) -> str | None:
    # After Z come AA, BB, CC.
    repeats, position = divmod(value - 1, 26)
    return chr(ord("A") + position) * (repeats + 1) if 0 <= repeats < _LONGEST else None


def _lower(write: Callable[[int], str | None]) -> Callable[[int], str | None]:
    def lowered(value: int) -> str | None:
        written = write(value)
        return written and written.lower()

    return lowered


def _wide(value: int) -> str:
    return str(value).translate(_WIDE)


_WRITERS: Final[dict[str, Callable[[int], str | None]]] = {
    **dict.fromkeys(
        (
            *("chineseCounting", "chineseCountingThousand", "japaneseCounting", "koreanCounting", "taiwaneseCounting"),
            *("taiwaneseCountingThousand", "koreanDigital2"),
        ),
        _chinese,
    ),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _digit_by_digit),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _wide),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _one_of(CIRCLED)),
    "chineseLegalSimplified": _formal(*_FORMAL),
    "ideographLegalTraditional": _formal(*_FORMAL_TRADITIONAL),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographEnclosedCircle": _one_of("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalEnclosedFullstop": _one_of("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalEnclosedParen": _one_of("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalZero": lambda value: f"{value:02d}",
    "numberInDash": lambda value: f"- {value} -",
    "upperRoman": _roman,
    "lowerRoman": _lower(_roman),
    "upperLetter": _letter,
    "lowerLetter": _lower(_letter),
}
