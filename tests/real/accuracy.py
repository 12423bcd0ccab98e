"""How the cases of the corpus are read, as a table: ``make accuracy`` writes it into the docs."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from attrs import frozen
from tests.contents import lost
from tests.real.cases import CASES, expected_cells, read_cells, reading_of, sidecar, tolerated, visible_text
from tests.real.one_more import cases_with_sums, figures_in_sums, raised
from tests.real.test_claims import UNDECIDABLE, claims_of, missed, paragraphs

from govdisclosure.conventions.width import pad, width
from govdisclosure.model.cells import kind_of, print_cell, read_count, read_money
from govdisclosure.model.sections import SECTION_NAMES
from govdisclosure.paths import Path as GridPath

__all__ = ["PAGE", "Measured", "main", "measured"]

PAGE: Final = Path(__file__).parents[2] / "docs" / "accuracy.md"
_HEAD: Final = ("case · 用例", "right · 正确", "wrong · 错误", "noted · 留空注明", "silent · 留空未注",
                "lost · 丢字", "sections · 部分", "title · 标题", "sign-off · 落款", "claims · 文中数字")  # fmt: skip
_MARKS: Final = re.compile(
    "(?<=<!-- cases: make accuracy writes what follows -->\n).*(?=<!-- end of cases -->)", re.DOTALL
)
_CELLS: Final = re.compile(
    "(?<=<!-- cells: make accuracy writes what follows -->\n).*(?=<!-- end of cells -->)", re.DOTALL
)
_RAISED: Final = re.compile(
    "(?<=<!-- raised: make accuracy writes what follows -->\n).*(?=<!-- end of raised -->)", re.DOTALL
)
_PRINTED: Final = ("0", "12", "", "\u00a0", "/", "-", "—", "无", "３", "1,234", "1，234", "3件", "007", "12 3",
                   "22（其中修订16件）", "详见附件")  # fmt: skip
_AMOUNTS: Final = ("0.04", "251,000元", "25.1万元", "/")


@frozen
class Measured:
    """What was read of one case."""

    case: str
    is_recoverable: bool
    right: int
    wrong: tuple[tuple[str, str, str], ...]
    noted: int
    silent: tuple[str, ...]
    lost: int
    sections: bool
    title: bool
    sign_off: bool
    claims: tuple[int, int]

    @property
    def row(self) -> tuple[str, ...]:
        """The case as a row of the table."""
        counts = (self.right, len(self.wrong), self.noted, len(self.silent), self.lost)
        found, all_of_them = self.claims
        return (
            self.case + ("" if self.is_recoverable else " (†)"),
            *map(str, counts),
            *("✓" if told else "✗" for told in (self.sections, self.title, self.sign_off)),
            f"{found}/{all_of_them}" if all_of_them else "–",
        )


def measured(case: Path) -> Measured:
    """Read a case and compare it with what a reader should get."""
    side, reading = sidecar(case), reading_of(case)
    found, others = read_cells(reading), tolerated(side)
    noted = [note.path for note in reading.notes if note.path.parts]
    right, blank, silent = 0, 0, list[str]()
    wrong: list[tuple[str, str, str]] = []
    for path, text in expected_cells(side):
        printed = found[path].text if path in found else ""
        if printed == text:
            right += 1
        elif printed and printed not in others.get(path, ()):
            wrong.append((path, printed, text))
        elif any(GridPath.parse(path).starts_with(note) for note in noted):
            blank += 1
        else:
            silent.append(path)
    filled = {path for path, cell in found.items() if cell.kind != "blank" and ".extra_rows" not in path}
    wrong += [(path, found[path].text, "") for path in sorted(filled - dict(expected_cells(side)).keys())]
    report, signed = reading.report, side.get("sign_off")
    claimed = claims_of(case.with_suffix(".json"))
    unfound = len(list(missed(case, list(paragraphs(case)))))
    unfound += sum((case.stem, one["text"]) in UNDECIDABLE for one in claimed)
    numbers = [number for _, title, number in side.get("sections", []) if number is not None and title is not None]
    return Measured(
        case.name,
        not side.get("unrecoverable"),
        right,
        tuple(wrong),
        blank,
        tuple(silent),
        sum(lost(visible_text(case), reading).values()),
        {name for name in SECTION_NAMES if getattr(report, name).present and getattr(report, name).title != ""}
        == {SECTION_NAMES["一二三四五六".index(number)] for number in numbers},
        report.title == side.get("title", report.title) and report.year in {side.get("year"), None},
        signed is None or (report.sign_off.issuer, str(report.sign_off.date)) == (signed["issuer"], signed["date"]),
        (len(claimed) - unfound, len(claimed)),
    )


def totals(rows: Sequence[Measured]) -> str:
    """The sum of all cases, in a sentence for each language."""
    kept = [row for row in rows if row.is_recoverable]
    right = sum(row.right for row in kept)
    cells = right + sum(len(row.wrong) + row.noted + len(row.silent) for row in kept)
    wrong, silent = sum(len(row.wrong) for row in rows), sum(len(row.silent) for row in rows)
    claims = tuple(sum(row.claims[n] for row in rows) for n in (0, 1))
    share = 100 * right / max(1, cells)
    return (
        f"{len(rows)} cases: {right} of {cells} cells read ({share:.2f} %), {wrong} wrong, {silent} blank without a "
        f"note; {sum(row.lost for row in rows)} characters lost; {claims[0]} of {claims[1]} claims found.\n\n"
        f"{len(rows)} 个用例：{cells} 格读对 {right} 格（{share:.2f}%），读错 {wrong} 格，留空而未注明 {silent} 格；"
        f"丢失 {sum(row.lost for row in rows)} 字；文中数字 {claims[1]} 处找到 {claims[0]} 处。"
    )


def raised_table() -> str:
    """What becomes of every printed figure in a sum when it is one higher, in its own format."""
    rows = [("case · 用例", "figures in sums · 勾稽中的数字", "found · 查出", "read otherwise · 读成别的")]
    for case in cases_with_sums():
        found = raised(case)
        counts = (
            len(figures_in_sums(case)),
            sum(bool(one.found) for one in found),
            sum(not one.is_kept for one in found),
        )
        rows.append((case.name, str(counts[0]), str(counts[1]), str(counts[2])))
    sums = [str(sum(int(row[column]) for row in rows[1:])) for column in (1, 2, 3)]
    return marked_up([*rows, ("together · 合计", *sums)])


def cells_table() -> str:
    """How cells are printed, and what each is read as."""
    rows = [("printed · 原文", "read as · 读作", "kind · 类别", "noted · 附注")]
    cells = [(text, read_count(text)) for text in _PRINTED]
    for text, value in [*cells, *((text, read_money(text)) for text in _AMOUNTS)]:
        shown = "(blank · 空白)" if not text else "&nbsp;" if text == "\u00a0" else f"`{text}`"
        is_noted = value is not None and print_cell(value) != text
        held = "–" if value is None else f"`{print_cell(value)}`"
        rows.append((shown, held, kind_of(value), "✓" if is_noted else ""))
    return marked_up(rows)


def marked_up(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a table in Markdown."""
    lines = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines)


def plain(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a table for a terminal."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(map(pad, row, widths)).rstrip() for row in rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every case, print the table, and write it where that was asked for; 1 if a figure is wrong."""
    given = sys.argv[1:] if arguments is None else arguments
    rows = [measured(case) for case in CASES]
    print(plain([_HEAD, *(row.row for row in rows)]), totals(rows), sep="\n\n")  # noqa: T201 (what it is for)
    if "--write" in given:
        cases = f"\n{totals(rows)}\n\n{marked_up([_HEAD, *(row.row for row in rows)])}\n\n"
        page = _MARKS.sub(lambda _: cases, PAGE.read_text("utf-8"))
        page = _RAISED.sub(lambda _: f"\n{raised_table()}\n\n", page)
        PAGE.write_text(_CELLS.sub(lambda _: f"\n{cells_table()}\n\n", page), "utf-8")
    return int(any(row.wrong or row.silent or row.lost for row in rows))


if __name__ == "__main__":
    sys.exit(main())
