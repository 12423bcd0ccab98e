"""What an ``.xlsx`` tells beside its values: extents, errors, percentages, formulas without results, what is hidden."""

import re
from collections.abc import Iterator, Sequence
from posixpath import basename, join, normpath, split
from typing import Final, NamedTuple, TypeVar
from zipfile import ZipFile

from attrs import Factory, define

from govdisclosure.conventions.characters import is_blank
from govdisclosure.document import Place, Remark
from govdisclosure.errors import LimitError, ReadError
from govdisclosure.formats._sheet_blocks import Merge
from govdisclosure.formats._sheet_facts import MOST_SHEETS, Budget, SheetFacts
from govdisclosure.formats._sheet_xml import Attributes, scan_xml
from govdisclosure.formats._zip import entry

__all__ = ["remarks_beside", "xlsx_facts"]

T = TypeVar("T")

_REFERENCE: Final = re.compile("([A-Za-z]{1,3})([0-9]{1,7})")
_PERCENT: Final = re.compile(r"(?:\.([0#?]+))?%")
_SIDES: Final = {"left", "right", "start", "end", "top", "bottom"}
_BUILT_IN: Final = {"9": 0, "10": 2}  # the two percent formats that no file spells out


def xlsx_facts(archive: ZipFile, budget: Budget) -> dict[str, SheetFacts]:
    """Return the facts of each sheet by its name.

    Raises:
        LimitError: the workbook is too large.
        ReadError: it is broken (``"broken_file"``).
    """
    parts = _Parts(archive)
    workbook = _workbook(parts, budget)
    relations = _relations(parts, workbook, budget)
    targets = {one.id: one.target for one in relations}
    sheets: dict[str, str] = {}

    def sheet(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            sheets[attributes.get("name", "")] = targets.get(attributes.get("id", ""), "")

    scan_xml(parts.need(workbook), budget, sheet)
    if len(sheets) > MOST_SHEETS:
        raise LimitError("too_many_elements", source="data", limit=MOST_SHEETS)
    strings = _string_lengths(parts.only("sharedStrings", workbook, relations), budget)
    styles = _styles(parts.only("styles", workbook, relations), budget)
    found: dict[str, SheetFacts] = {}
    for name, part in sheets.items():
        data = parts.find(part)
        scan = _SheetScan(budget, strings, styles)
        if data is not None:
            scan_xml(data, budget, scan.start, scan.end)
        budget.sheet(scan.facts)
        found[name] = scan.facts
    return found


def remarks_beside(archive: ZipFile, budget: Budget) -> Iterator[Remark]:
    """The texts that stand in no cell: comments and text boxes."""
    for name in archive.namelist():
        code = "cell_comment" if "comments" in name.lower() else "text_box"
        if name.endswith(".xml") and ("comments" in name.lower() or name.startswith("xl/drawings/drawing")):
            yield from _texts(entry(archive, name) or b"", code, budget)


def _texts(data: bytes, code: str, budget: Budget) -> list[Remark]:
    found: list[Remark] = []
    refs = [""]
    pieces: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        if name in {"comment", "threadedComment"}:
            refs[0] = attributes.get("ref", "")

    def end(name: str, text: str) -> None:
        if name in {"t", "text"}:
            pieces.append(text)
        if name in {"comment", "threadedComment", "p"} and not is_blank("".join(pieces)):
            found.append(Remark(code, "".join(pieces).strip(), Place(1, 1, refs[0])))
        if name in {"comment", "threadedComment", "p"}:
            pieces.clear()

    scan_xml(data, budget, start, end)
    return found


class _Relation(NamedTuple):
    id: str
    kind: str
    target: str


class _Parts:
    """The entries of the file by name; the library minds no case, so no two may differ by it alone."""

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.names = {name.lower(): name for name in archive.namelist()}
        if len(self.names) < len(archive.namelist()):
            raise ReadError("broken_file", source="data", cause="two entries of one name")

    def find(self, name: str) -> bytes | None:
        own = self.names.get(name.lower())
        return None if own is None else entry(self.archive, own)

    def need(self, name: str) -> bytes:
        data = self.find(name)
        if data is None:
            raise ReadError("broken_file", source="data", cause=f"no {name}")
        return data

    def only(self, kind: str, workbook: str, relations: Sequence[_Relation]) -> bytes | None:
        """The one part of a kind, where the workbook says or in the usual place."""
        usual = join(split(workbook)[0], f"{kind}.xml")
        named = {usual, *(one.target for one in relations if one.kind == kind)}
        present = [name for name in {one.lower() for one in named} if name in self.names]
        if len(present) > 1:
            raise ReadError("broken_file", source="data", cause=f"two parts of kind {kind}")
        return self.find(present[0]) if present else None


def _workbook(parts: _Parts, budget: Budget) -> str:
    """The part that lists the sheets: the file may name another than ``xl/workbook.xml``."""
    found = {one.target for one in _relations(parts, "", budget) if one.kind == "officeDocument"}
    if len(found) != 1:
        raise ReadError("broken_file", source="data", cause="no workbook")
    return found.pop()


def _relations(parts: _Parts, part: str, budget: Budget) -> list[_Relation]:
    """Where a part of the file leads."""
    folder, name = split(part)
    found: list[_Relation] = []

    def relation(element: str, attributes: Attributes) -> None:
        if element == "Relationship":
            target = attributes.get("Target", "")
            place = target[1:] if target[:1] == "/" else normpath(join(folder, target))
            found.append(_Relation(attributes.get("Id", ""), basename(attributes.get("Type", "")), place))

    scan_xml(parts.need(join(folder, "_rels", f"{name}.rels")), budget, relation)
    return found


def _string_lengths(data: bytes | None, budget: Budget) -> list[int]:
    """How long each of the shared strings is."""
    lengths: list[int] = []
    current = [0]

    def end(name: str, text: str) -> None:
        if name == "t":
            current[0] += len(text)
        elif name == "si":
            lengths.append(current[0])
            current[0] = 0

    if data is not None:
        scan_xml(data, budget, None, end)
    return lengths


class _Style(NamedTuple):
    """What is looked at in a cell's style: the places after the point of its percentage, and whether it has borders."""

    places: int | None = None
    is_framed: bool = False


def _styles(data: bytes | None, budget: Budget) -> list[_Style]:
    formats: dict[str, int] = dict(_BUILT_IN)
    borders: list[bool] = []
    styles: list[_Style] = []
    inside = [""]

    def start(name: str, attributes: Attributes) -> None:
        if name in {"cellXfs", "borders"}:
            inside[0] = name
        elif name == "numFmt" and (shown := _PERCENT.search(attributes.get("formatCode", ""))):
            formats[attributes.get("numFmtId", "")] = len(shown[1] or "")
        elif name == "border" and inside[0] == "borders":
            borders.append(False)
        elif name in _SIDES and inside[0] == "borders" and attributes.get("style", "none") != "none":
            borders[-1:] = [True]
        elif name == "xf" and inside[0] == "cellXfs":
            is_framed = bool(_at(borders, attributes.get("borderId", "")))
            styles.append(_Style(formats.get(attributes.get("numFmtId", "")), is_framed))

    def end(name: str, _: str) -> None:
        if name == inside[0]:
            inside[0] = ""

    if data is not None:
        scan_xml(data, budget, start, end)
    return styles


@define
class _SheetScan:
    """Follows the rows and cells of a sheet, as they are written: a cell may leave out where it stands."""

    budget: Budget
    strings: list[int]
    styles: list[_Style]
    facts: SheetFacts = Factory(SheetFacts)
    row: int = -1
    column: int = -1
    cell: Attributes | None = None
    value: str = ""
    formula: str = ""

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "row":
            self._row(attributes)
        elif name == "c":
            self._cell(attributes)
        elif name == "col" and attributes.get("hidden") in {"1", "true"}:
            self.facts.hidden.append("–".join(dict.fromkeys((attributes.get("min", ""), attributes.get("max", "")))))
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, name: str, text: str) -> None:
        if self.cell is None:
            return
        if name in {"v", "t"}:
            self.value += text
        elif name == "f":
            self.formula = text or "="
        elif name == "c":
            self._finish(self.cell)
            self.cell = None

    def _row(self, attributes: Attributes) -> None:
        printed = attributes.get("r", "")
        self.row = int(printed) - 1 if printed.isascii() and printed.isdigit() and len(printed) <= 7 else self.row + 1
        self.column = -1
        if attributes.get("hidden") in {"1", "true"}:
            self.facts.hidden.append(str(self.row + 1))

    def _cell(self, attributes: Attributes) -> None:
        reference = attributes.get("r")
        if reference is None:
            self.column += 1
        else:
            self.row, self.column = _position(reference)
        self.cell, self.value, self.formula = attributes, "", ""

    def _finish(self, cell: Attributes) -> None:
        here = self.row, self.column
        if self.formula and not self.value:
            self.facts.formulas[here] = self.formula
        style = _at(self.styles, cell.get("s", "")) or _Style()
        if not self.value:
            if style.is_framed:
                self.facts.framed.setdefault(self.row, []).append(self.column)
            return
        self.facts.holds(*here)
        kind = cell.get("t", "n")
        if kind == "e":
            self.facts.errors[here] = self.value
        elif kind == "n" and style.places is not None:
            self.facts.percents[here] = style.places
        self.budget.write(_at(self.strings, self.value) or 0 if kind == "s" else len(self.value))

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        (top, left), (bottom, right) = _position(first), _position(last or first)
        self.facts.merges.append(Merge(min(top, bottom), min(left, right), max(top, bottom), max(left, right)))


def _at(values: Sequence[T], position: str) -> T | None:
    is_number = position.isascii() and position.isdigit() and len(position) < 8
    return values[int(position)] if is_number and int(position) < len(values) else None


def _position(reference: str) -> tuple[int, int]:
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise ReadError("broken_file", source="data", cause=f"cell {reference[:20]!r}")
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1
