"""What a place in a report is called: by the labels of the form, and by its number where it has none."""

from govdisclosure.checks.order import below
from govdisclosure.messages import reader_locale, text
from govdisclosure.model.label import Label, labelled
from govdisclosure.model.report import Report
from govdisclosure.model.sections import SECTION_HEADINGS
from govdisclosure.paths import Path

__all__ = ["label_at", "name_of"]


def name_of(report: Report, path: Path, locale: str | None = None) -> str:
    """Return the name of the part at ``path`` in the reader's language.

    Example:
        >>> report = Report.blank("青山镇人民政府", 2024)
        >>> name_of(report, Path.parse("applications.table.received.total"), "zh_Hans")
        '三、收到和处理政府信息公开申请情况 › 一、本年新收政府信息公开申请数量 › 总计'
        >>> name_of(report, Path.parse("overview.blocks[1]"), "zh_Hans")
        '一、总体情况 › 第2段'
    """
    locale = locale or reader_locale()
    names: list[str] = []
    value: object = report
    for depth, part in enumerate(path.parts):
        label = _label(value, part)
        if depth == 0 and part in SECTION_HEADINGS:
            names.append(text(f"place.{part}", locale))
        elif isinstance(label, Label):
            names.append(label.english if locale == "en" and label.english else label.printed)
        elif isinstance(part, int):
            kind = path.parts[depth - 1]
            names.append(text(f"place.{kind}", locale, number=part + 1))
        elif part not in _SILENT:
            names.append(text(f"place.{part}", locale))
        value = below(value, part)
    return " › ".join(names)


def label_at(report: Report, path: Path) -> Label | None:
    """Return the label of the cell or row at ``path``; ``None`` where it is none.

    Example:
        >>> label_at(Report.blank("青山镇人民政府", 2024), Path.parse("proactive.table.licensing")).printed
        '行政许可'
    """
    label: Label | None = None
    value: object = report
    for part in path.parts:
        label, value = _label(value, part), below(value, part)
    return label


_SILENT = frozenset(("table", "blocks", "subsections", "further_sections", "attachments", "blocks_after", "extra_rows"))


def _label(value: object, part: str | int) -> Label | None:
    return next((label for name, label in labelled(type(value)) if name == part), None)
