r"""What stands in one paragraph of a Word file: its text, and what is no text of it.

In the text ``\n`` is a line break and ``\f`` the end of a page or column.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from attrs import define

from govdisclosure.formats._docx_graphics import ALTERNATE, BOX, chosen, graphic
from govdisclosure.formats._docx_package import Relation
from govdisclosure.formats._docx_styles import Styles
from govdisclosure.formats._docx_symbols import check_box, drop_down, symbol
from govdisclosure.formats._docx_xml import Element, flag, r, val, w

__all__ = ["INLINE", "Inline", "Runs", "raw_text"]

_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MATH: Final = (f"{_M}oMath", f"{_M}oMathPara")
_MATH_TEXT: Final = f"{_M}t"
_T: Final = w("t")
_R: Final = w("r")
_RPR: Final = w("rPr")
_RSTYLE: Final = w("rStyle")
_VANISH: Final = w("vanish")
_DEL_TEXT: Final = w("delText")
_TYPE: Final = w("type")
_FIELD_TYPE: Final = w("fldCharType")
_INSTR: Final = w("instr")
_ID: Final = w("id")
_RUBY_TEXT: Final = w("rt")
_RUBY_BASE: Final = w("rubyBase")
_FIELD_PARTS: Final = frozenset(map(w, ("fldChar", "instrText")))
_GRAPHICS: Final = tuple(map(w, ("drawing", "pict", "object")))
_ASIDES: Final = tuple(map(w, ("footnoteReference", "endnoteReference", "commentReference")))
_SKIPPED: Final = frozenset(map(w, (
    *("pPr", "rPr", "sdtPr", "bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak", "commentRangeStart"),
    *("commentRangeEnd", "softHyphen", "ffData", "smartTagPr", "customXmlPr", "separator", "continuationSeparator"),
    *("footnoteRef", "endnoteRef", "annotationRef", "delInstrText"),
)))  # fmt: skip
_SPACE: Final = re.compile("[\t\n\r]")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]+")
_BREAK: Final = re.compile("[\x85\u2028\u2029]")
# Fields that print nothing, or the number of a page.
_SILENT: Final = re.compile(r"\s*(?:XE|TC|TA|RD|SET|ASK|FORM[A-Z]+|[A-Z]*PAGES?)\b|\s*$", re.IGNORECASE)
_TARGET: Final = re.compile(r'\s*HYPERLINK\s+"?([^"\s\\]+)', re.IGNORECASE)

INLINE: Final = frozenset({*_MATH, *_GRAPHICS, *_ASIDES, _T, _R, BOX}) | set(map(w, (
    *("del", "moveFrom", "delText", "br", "cr", "tab", "ptab", "hyperlink", "fldSimple", "fldChar", "instrText"),
    *("noBreakHyphen", "sym", "ruby"),
)))  # fmt: skip
"""The elements that belong in a paragraph."""

Found: TypeAlias = tuple[str, str]
"""The code of a remark, and what it speaks of."""


@define
class Inline:
    """One paragraph as it was read."""

    text: str
    remarks: list[Found]
    pictures: list[tuple[str, str]]
    boxes: list[Iterable[Element]]
    asides: list[tuple[str, str]]
    links: list[tuple[str, str]]


def raw_text(element: Element) -> str:
    """Return every word in ``element``, deleted ones too."""
    return "".join(one.text or "" for one in element.iter(_T, _DEL_TEXT, _MATH_TEXT))


class Runs:
    """Reads paragraphs one by one; only fields go on from one to the next."""

    def __init__(self, styles: Styles) -> None:
        self.relations: dict[str, Relation] = {}
        self._styles = styles
        self._may_hide = False
        self._handlers = self._by_tag()
        self._fields: list[list[str]] = []  # the words of each open field's instruction
        self._results: list[bool] = []  # whether its result has begun
        self._in_code = 0  # how many are open and have no result yet
        self._begin()

    def enter(self, root: Element, relations: dict[str, Relation]) -> None:
        """Begin with another part of the file."""
        self.relations = relations
        self._may_hide = self._styles.may_hide or next(root.iter(_VANISH), None) is not None
        self._fields, self._results, self._in_code = [], [], 0

    def read(self, children: Iterable[Element], *, is_hidden: bool = False) -> Inline:
        """Read the content of a paragraph; ``is_hidden`` where its style says so."""
        self._begin()
        self._style_hides = is_hidden
        self._walk(children)
        self._end_codes()
        text = "".join(self._pieces)
        if not text.isprintable():
            text = self._cleaned(text)
        return Inline(text, self._remarks, self._pictures, self._boxes, self._asides, self._links)

    def _begin(self) -> None:
        self._pieces: list[str] = []
        self._remarks: list[Found] = []
        self._pictures: list[tuple[str, str]] = []
        self._boxes: list[Iterable[Element]] = []
        self._asides: list[tuple[str, str]] = []
        self._links: list[tuple[str, str]] = []
        self._style_hides = False

    def _walk(self, children: Iterable[Element]) -> None:
        for child in children:
            tag = child.tag
            if tag == _T:
                self._add(child.text or "")
            elif tag == _R:
                if self._may_hide and self._hides(child):
                    self._hidden(child)
                else:
                    self._walk(child)
            elif tag not in _SKIPPED:
                handle = self._handlers.get(tag)
                if handle is None:
                    self._walk(child)
                else:
                    handle(child)

    def _add(self, text: str) -> None:
        if self._in_code:
            self._remarks.append(("field_code", text))
        else:
            self._pieces.append(text if text.isprintable() else _SPACE.sub(" ", text))

    def _cleaned(self, text: str) -> str:
        text = _BREAK.sub("\n", text)
        found = [one for one in _CONTROL.findall(text) if one.strip("\f")]
        self._remarks += [("control_character", repr(one)) for one in found]
        return _CONTROL.sub(lambda one: "\f" if "\f" in one[0] else "", text)

    def _hides(self, run: Element) -> bool:
        properties = run.find(_RPR)
        if properties is not None:
            vanish = properties.find(_VANISH)
            if vanish is not None:
                return flag(vanish)
            style = val(properties.find(_RSTYLE))
            if style and self._styles[style].is_hidden:
                return True
        return self._style_hides

    def _hidden(self, run: Element) -> None:
        # What a field does is not text: a hidden run can begin or end one.
        self._walk(one for one in run if one.tag in _FIELD_PARTS)
        self._note("hidden_text", raw_text(run))

    def _note(self, code: str, raw: str) -> None:
        if raw.strip():
            self._remarks.append((code, raw))

    def _alternate(self, element: Element) -> None:
        self._walk(chosen(element))

    def _inserted(self, element: Element) -> None:
        self._note("inserted_text", raw_text(element))
        self._walk(element)

    def _deleted(self, element: Element) -> None:
        self._note("deleted_text", raw_text(element))

    def _hyperlink(self, element: Element) -> None:
        relation = self.relations.get(element.get(r("id")) or "")
        start = len(self._pieces)
        self._walk(element)
        if relation is not None:
            self._links.append((relation.target, "".join(self._pieces[start:])))

    def _simple_field(self, element: Element) -> None:
        self._instruction(element.get(_INSTR) or "")
        self._walk(element)

    def _instruction(self, code: str) -> None:
        target = _TARGET.match(code)
        if target:
            self._links.append((target[1], ""))

    def _field(self, element: Element) -> None:
        kind = element.get(_FIELD_TYPE)
        if kind == "begin":
            self._add(check_box(element) or drop_down(element))
            self._fields.append([])
            self._results.append(False)
            self._in_code += 1
        elif kind == "separate" and self._fields and not self._results[-1]:
            self._results[-1] = True
            self._in_code -= 1
            self._instruction("".join(self._fields[-1]))
        elif kind == "end" and self._fields:
            self._end_field()

    def _end_field(self) -> None:
        code = "".join(self._fields.pop())
        if not self._results.pop():
            self._in_code -= 1
            self._instruction(code)
            if not _SILENT.match(code):
                self._remarks.append(("field_code", code.strip()))

    def _end_codes(self) -> None:
        """Close what is only an instruction at the end of its paragraph: a file cut there would hide all the rest."""
        while self._in_code:
            self._end_field()

    def _code(self, element: Element) -> None:
        if self._fields:
            self._fields[-1].append(element.text or "")

    def _break(self, element: Element) -> None:
        self._pieces.append("\n" if element.get(_TYPE) in {None, "textWrapping"} else "\f")

    def _symbol(self, element: Element) -> None:
        text, name = symbol(element)
        self._add(text)
        self._remarks.append(("symbol", name))

    def _ruby(self, element: Element) -> None:
        for part in element:
            if part.tag == _RUBY_TEXT:
                self._note("ruby", raw_text(part))
            elif part.tag == _RUBY_BASE:
                self._walk(part)

    def _math(self, element: Element) -> None:
        text = _formula(element)
        self._add(text)
        self._note("formula", text)

    def _aside(self, element: Element) -> None:
        self._asides.append((element.tag.rpartition("}")[2].removesuffix("Reference"), element.get(_ID) or ""))

    def _box(self, element: Element) -> None:
        self._boxes.append(element)

    def _table(self, element: Element) -> None:
        self._boxes.append([element])

    def _graphic(self, element: Element) -> None:
        found = graphic(element, self.relations)
        self._add(" ".join(found.words))
        self._pictures += found.pictures
        self._boxes += found.boxes
        self._remarks += [("embedded_object", one) for one in found.objects]

    def _by_tag(self) -> dict[str, Callable[[Element], None]]:
        """What handles each kind of element; all others are only walked through."""
        return {
            ALTERNATE: self._alternate,
            **dict.fromkeys(_MATH, self._math),
            **dict.fromkeys(map(w, ("ins", "moveTo")), self._inserted),
            **dict.fromkeys(map(w, ("del", "moveFrom", "delText")), self._deleted),
            **dict.fromkeys(_GRAPHICS, self._graphic),
            **dict.fromkeys(map(w, ("br", "cr")), self._break),
            **dict.fromkeys(map(w, ("tab", "ptab")), lambda _: self._add(" ")),
            **dict.fromkeys(_ASIDES, self._aside),
            w("hyperlink"): self._hyperlink,
            w("fldSimple"): self._simple_field,
            w("fldChar"): self._field,
            w("instrText"): self._code,
            w("noBreakHyphen"): lambda _: self._add("-"),
            w("sym"): self._symbol,
            w("ruby"): self._ruby,
            BOX: self._box,
            w("tbl"): self._table,
        }


def _formula(element: Element) -> str:
    """The text of a formula in one line: a fraction with a stroke, the rest as it follows."""
    if element.tag == _MATH_TEXT:
        return element.text or ""
    if element.tag == f"{_M}f":
        return "/".join(_formula(part) for part in element if part.tag in {f"{_M}num", f"{_M}den"})
    return "".join(_formula(part) for part in element if part.tag != _RPR)
