"""What an ``.ods`` tells beside its values: extents, merged cells, what is hidden.

A cell and a row may stand for many equal ones, down to the last row of the sheet.
"""

from zipfile import ZipFile

from attrs import Factory, define

from govdisclosure.conventions.characters import is_blank
from govdisclosure.errors import LimitError, ReadError
from govdisclosure.formats._sheet_blocks import Merge
from govdisclosure.formats._sheet_facts import MOST_SHEETS, Budget, SheetFacts
from govdisclosure.formats._sheet_xml import Attributes, scan_xml
from govdisclosure.formats._zip import entry

__all__ = ["ods_facts"]


def ods_facts(archive: ZipFile, budget: Budget) -> dict[str, SheetFacts]:
    """Return the facts of each sheet by its name.

    Raises:
        LimitError: the workbook is too large.
        ReadError: it is broken (``"broken_file"``), or protected (``"encrypted"``).
    """
    manifest, content = entry(archive, "META-INF/manifest.xml"), entry(archive, "content.xml")
    if content is None:
        raise ReadError("broken_file", source="data", cause="no content.xml")
    if manifest is not None and b"encryption-data" in manifest:
        raise ReadError("encrypted", source="data")
    scan = _SheetsScan(budget)
    scan_xml(content, budget, scan.start, scan.end)
    for facts in scan.found.values():
        budget.sheet(facts)
    return scan.found


@define
class _SheetsScan:
    """Follows rows and cells. What repeats counts only if it holds a value."""

    budget: Budget
    found: dict[str, SheetFacts] = Factory(dict[str, SheetFacts])
    facts: SheetFacts = Factory(SheetFacts)
    row: int = 0
    column: int = 0
    down: int = 1
    cell: Attributes | None = None
    text: int = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "table":
            self.facts = self.found[attributes.get("name", "")] = SheetFacts()
            self.row = 0
            if len(self.found) > MOST_SHEETS:
                raise LimitError("too_many_elements", source="data", limit=MOST_SHEETS)
        elif name == "table-row":
            self.column, self.down = 0, _times(attributes, "number-rows-repeated")
            if attributes.get("visibility") in {"collapse", "filter"}:
                self.facts.hidden.append(str(self.row + 1))
        elif name in {"table-cell", "covered-table-cell"}:
            self.cell, self.text = attributes, 0

    def end(self, name: str, text: str) -> None:
        if self.cell is not None:
            self.text += 0 if is_blank(text) else len(text)
        if name == "table-row":
            self.row += self.down
        elif name in {"table-cell", "covered-table-cell"} and self.cell is not None:
            self._finish(self.cell)
            self.cell = None

    def _finish(self, cell: Attributes) -> None:
        across = _times(cell, "number-columns-repeated")
        down, right = _times(cell, "number-rows-spanned"), _times(cell, "number-columns-spanned")
        if self.text or "value" in cell or "date-value" in cell or "boolean-value" in cell or "time-value" in cell:
            self.facts.holds(self.row, self.column, self.down, across)
            self.budget.write(self.text * self.down * across)
        if down * right > 1:
            self.facts.merges.append(Merge(self.row, self.column, self.row + down - 1, self.column + right - 1))
        self.column += across


def _times(attributes: Attributes, name: str) -> int:
    printed = attributes.get(name, "1")
    if not (printed.isascii() and printed.isdigit() and len(printed) <= 7):
        raise ReadError("broken_file", source="data", cause=f"{name} {printed[:20]!r}")
    return max(1, int(printed))
