"""Clean reports of any figures: no rule has a word to say of them, and whoever changes one thing knows what it was."""

from collections.abc import Callable, Mapping
from typing import Final

from hypothesis import strategies as st

from govdisclosure.checks._figures import figure_of
from govdisclosure.checks.rule import Case
from govdisclosure.model.report import Report, SignOff
from govdisclosure.model.statutory import StatutoryTable
from govdisclosure.testing.samples import sample
from govdisclosure.testing.tables import applications_tables, remedies_tables

__all__ = ["FAULTY", "WORDINGS", "Wording", "clean_reports", "figure_for", "said_in"]

Wording = tuple[str, str, str | None]
"""A sentence with a place for its figure, the kind that it states, and whose requests."""

WORDINGS: Final[tuple[Wording, ...]] = tuple(
    (sentence, kind, applicant)
    for kind, applicant, sentences in (
        (
            "received",
            None,
            (
                "全年共新收到政府信息公开申请{n}件。",
                "本年度收到依申请公开件{n}件。",
                "2024年，我镇收到政府信息公开申请 {n} 件。",
                "共收到公民、法人和其他组织提出的政府信息公开申请{n}件。",
                "我镇全年新收政府信息公开申请{n}宗。",
            ),
        ),
        ("received", "natural_person", ("收到自然人提出的政府信息公开申请{n}件。",)),
        ("carried_in", None, ("上年结转政府信息公开申请{n}件。", "上年度结转申请{n}件。")),
        (
            "handled",
            None,
            ("全年共办结政府信息公开申请{n}件。", "按期办结政府信息公开申请{n}件。"),
        ),
        (
            "carried_over",
            None,
            ("结转下年度继续办理的政府信息公开申请{n}件。", "政府信息公开申请结转下年度{n}件。"),
        ),
        ("granted", None, ("政府信息公开申请中，予以公开{n}件。", "依申请公开办理结果：予以公开{n}件。")),
        ("partly_granted", None, ("政府信息公开申请中，部分公开{n}件。",)),
        ("refused", None, ("政府信息公开申请中，不予公开{n}件。",)),
        ("unable_to_provide", None, ("政府信息公开申请中，无法提供{n}件。",)),
        ("not_processed", None, ("政府信息公开申请中，不予处理{n}件。",)),
        ("otherwise", None, ("政府信息公开申请中，其他处理{n}件。",)),
        (
            "reconsideration",
            None,
            ("因政府信息公开被申请行政复议{n}件。", "全年发生政府信息公开行政复议{n}件。"),
        ),
        ("litigation", None, ("因政府信息公开被提起行政诉讼{n}件。",)),
        (
            "normative_documents.issued",
            None,
            ("全年制发行政规范性文件{n}件。", "本年度共制定行政规范性文件{n}件。"),
        ),
        ("normative_documents.in_force", None, ("现行有效行政规范性文件{n}件。",)),
    )
    for sentence in sentences
)

FAULTY: Final[Mapping[str, str]] = {
    "received": "REF001",
    "handled": "REF002",
    "carried_in": "REF003",
    "carried_over": "REF003",
    "granted": "REF004",
    "partly_granted": "REF004",
    "refused": "REF004",
    "unable_to_provide": "REF004",
    "not_processed": "REF004",
    "otherwise": "REF004",
    "reconsideration": "REF005",
    "litigation": "REF005",
    "normative_documents.issued": "REF006",
    "normative_documents.in_force": "REF006",
}
"""The rule that speaks where the figure is wrong and neither it nor the table's is 0; else REF009 may."""


def clean_reports() -> st.SearchStrategy[Report]:
    """Return reports on 2024 with whatever tables, whose sums hold and whose cells are filled."""
    return st.builds(
        _report, _filled(applications_tables("2021", consistent=True)), _filled(remedies_tables(consistent=True))
    )


def figure_for(report: Report, wording: Wording) -> int:
    """What the tables say of what a wording states."""
    found = figure_of(Case(report), wording[1], wording[2])
    assert found is not None
    return found


def said_in(report: Report, sentence: str) -> Report:
    """The report with a sentence more."""
    return report.replace({"overview.blocks": (*report.overview.blocks, sentence)})


def _report(applications: StatutoryTable, remedies: StatutoryTable) -> Report:
    report = sample(2024, {"applications.table": applications, "remedies.table": remedies})
    return report.replace({"sign_off": SignOff("青山镇人民政府", "2025年1月20日")})


def _filled(tables: st.SearchStrategy[StatutoryTable]) -> st.SearchStrategy[StatutoryTable]:
    fill: Callable[[StatutoryTable], StatutoryTable] = _zeros_for_blanks
    return tables.map(fill)


def _zeros_for_blanks(table: StatutoryTable) -> StatutoryTable:
    blank: dict[object, object] = {cell.path: 0 for cell in table.cells() if cell.value is None}
    return table.replace(blank) if blank else table  # type: ignore[arg-type]  # paths of the table's own
