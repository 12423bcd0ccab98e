r"""Text as Markdown that reads back as the same text, with as few escapes as that needs.

Every character is written as itself unless CommonMark, or GitHub's additions to it, would take it for mark-up in the
place where it stands. One ``*`` alone marks nothing, so it stays; two may, so they are escaped. Spaces at an edge,
which parsers strip, are written as references such as ``&#x3000;``.
"""

import re
from typing import Final

__all__ = ["LITERAL", "cell", "destination", "heading", "label", "line", "run"]

LITERAL: Final = "<!--¶-->"
"""Stands after a paragraph that is one whatever it looks like. Nothing shows it when the Markdown is rendered."""

_ANY: Final = re.compile(r"[\\`*_\[\]<&~$#|\ufeff]")
_ALWAYS: Final = r"`|\\(?=[!-/:-@\[-`{-~]|\s?\Z)|&(?=#?[0-9A-Za-z]+;)"
_PAIRED: Final = {"*": re.compile(r"\*+"), "~": re.compile("~+"), "$": re.compile(r"\$")}
_UNDERSCORES: Final = re.compile("_+")
# A run of `_` between letters or digits opens and closes nothing.
_LOOSE_UNDERSCORES: Final = r"(?<![^\W_])_+|_+(?![^\W_])"
_ADDRESS: Final = re.compile(r":(?=//)|(?<=www)\.|(?<=WWW)\.")
_BEGIN: Final = re.compile(
    r"(?P<rule>([*_-])(?:[ ]*\2){2,}[ ]*\Z)|#{1,6}(?:[ ]|\Z)|>|[-+*](?:[ ]|\Z)|~~~|[0-9]{1,9}(?P<dot>[.)])(?:[ ]|\Z)"
)
_BEGIN_CONTINUED: Final = re.compile(r"[=:|-]")
_CLOSING: Final = re.compile(r"(?:\A|[ ])#+\Z")
_RULE_CELL: Final = re.compile(":?-{3,}:?")
_PLAIN_DESTINATION: Final = re.compile(r"[^\s<>()\\&]+")
_IN_DESTINATION: Final = re.compile(r"[<>\\]|&(?=#?[0-9A-Za-z]+;)")


def run(text: str) -> str:
    r"""Return ``text`` so that it reads back as itself inside a line.

    Example:
        >>> run("2024年，*号_栏为必填"), run("*甲*与<b>"), run("\u3000缩进")
        ('2024年，*号_栏为必填', '\\*甲\\*与\\<b>', '&#x3000;缩进')
    """
    return _protected(text, _escaped(text) if _ANY.search(text) else text)


def line(text: str, *, continued: bool = False) -> str:
    r"""Return ``text`` as a paragraph, or as a further line of one.

    Example:
        >>> line("1. 主动公开"), line("1.主动公开"), line("# 号"), line("|甲|")
        ('1\\. 主动公开', '1.主动公开', '\\# 号', '\\|甲|')
    """
    escaped = run(text)
    begin = _BEGIN.match(text)
    if begin is not None:
        at = max(begin.start("dot"), 0)
    elif (text[:1] == text[-1:] == "|" and len(text) > 1) or (continued and _BEGIN_CONTINUED.match(text)):
        at = 0
    else:
        return escaped
    return escaped if escaped[at] == "\\" else f"{escaped[:at]}\\{escaped[at:]}"


def heading(text: str) -> str:
    r"""Return ``text`` as the words of a heading, whose end may look like closing marks.

    Example:
        >>> heading("编号 #")
        '编号 \\#'
    """
    escaped = run(text)
    return f"{escaped[:-1]}\\#" if _CLOSING.search(text) else escaped


def cell(text: str) -> str:
    r"""Return ``text`` as a cell of a pipe table.

    Example:
        >>> cell("是|否"), cell("-"), cell("---")
        ('是\\|否', '-', '\\---')
    """
    escaped = run(text).replace("|", "\\|")
    return f"\\{escaped}" if _RULE_CELL.fullmatch(text) else escaped


def label(text: str) -> str:
    r"""Return ``text`` as the words of a link or the caption of a picture.

    Example:
        >>> label("附件[1]")
        '附件\\[1\\]'
    """
    escaped = _protected(text, _escaped(text, brackets=True) if _ANY.search(text) else text)
    return f"\\{escaped}" if escaped.startswith("^") else escaped  # GitHub takes `[^` for a footnote


def destination(reference: str) -> str:
    r"""Return ``reference`` as the target of a link.

    Example:
        >>> destination("附件1.docx"), destination("附件 1.docx")
        ('附件1.docx', '<附件 1.docx>')
    """
    if _PLAIN_DESTINATION.fullmatch(reference):
        return reference
    return f"<{_IN_DESTINATION.sub(_backslash, reference)}>"


def _escaped(text: str, *, brackets: bool = False) -> str:
    marks = [_ALWAYS]
    marks += [re.escape(mark) for mark, runs in _PAIRED.items() if text.count(mark) > 1 and len(runs.findall(text)) > 1]
    if text.count("_") > 1 and len(_UNDERSCORES.findall(text)) > 1:
        marks.append(_LOOSE_UNDERSCORES)
    if brackets:
        marks.append(r"[\[\]]")
    elif "](" in text or (text.startswith("[") and "]:" in text):
        marks.append(r"\[")
    marks.append("<(?=[!-~])" if brackets or ">" in text else "<(?=[A-Za-z/!?])")
    return re.sub("|".join(marks), _backslash, text)


def _backslash(found: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in found[0])


def _protected(text: str, escaped: str) -> str:
    escaped = _edges(escaped)
    # GitHub makes a link of a bare address and shows escapes inside it: no address, where there are any.
    return _ADDRESS.sub(_backslash, escaped) if escaped != text else escaped


def _edges(text: str) -> str:
    if text[:1].isspace() or text[:1] == "\ufeff":
        text = f"&#x{ord(text[0]):X};{text[1:]}"
    if text[-1:].isspace():
        text = f"{text[:-1]}&#x{ord(text[-1]):X};"
    return text
