"""A report: its six statutory sections, and everything that may stand around them.

Legal source: 《中华人民共和国政府信息公开条例》第四十九条、第五十条.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeVar, cast, get_args

from attrs import Attribute, Factory, evolve, field, frozen

from govdisclosure.errors import ConstructionError
from govdisclosure.model._brief import Brief
from govdisclosure.model.checking import check_kinds, is_series, shown, wrong_type
from govdisclosure.model.prose import ProseBlock, check_title, check_title_or_none
from govdisclosure.model.sections import (
    PLACES,
    SECTION_HEADINGS,
    SECTION_NAMES,
    FurtherSection,
    Preamble,
    Section,
    TableSection,
)
from govdisclosure.model.statutory import StatutoryTable, TableSectionName

if TYPE_CHECKING:
    import datetime
    from os import PathLike

    from govdisclosure.checks.findings import Findings
    from govdisclosure.checks.rule import Rule
    from govdisclosure.checks.suppression import Suppression
    from govdisclosure.checks.term_list import TermList
    from govdisclosure.model.applications import ApplicationsTable
    from govdisclosure.model.listing import CellRecord, CellRow
    from govdisclosure.model.proactive import ProactiveTable
    from govdisclosure.model.remedies import RemediesTable
    from govdisclosure.paths import Path
    from govdisclosure.reading import Reading

__all__ = [
    "FIRST_YEAR",
    "Attachment",
    "Report",
    "SignOff",
]

FIRST_YEAR: Final = 2008
"""The first year on which reports were due: the Regulations came into force on 1 May 2008."""

_LAST_YEAR: Final = 2099

SectionT = TypeVar("SectionT", Section, TableSection[StatutoryTable])
TableT = TypeVar("TableT", bound=StatutoryTable)


def _is_day(value: object) -> bool:
    import datetime

    return type(value) is datetime.date


def _as_date(value: "datetime.date | str | None") -> "datetime.date | None":
    if not isinstance(value, str):
        return value
    from govdisclosure.conventions.dates import parse_date

    try:
        day = parse_date(value)
    except ValueError:
        day = None
    if day is None:
        raise ConstructionError("bad_date", owner="SignOff", field="date", value=shown(value))
    return day


@frozen(order=False, repr=False)
class SignOff(Brief):
    """The sign-off (落款): who signs, and the day. Each is ``None`` where it is not printed.

    Args:
        issuer: the organ's name as it signs.
        date: a ``datetime.date``, or text that holds one, such as ``"2025-01-20"`` or ``"2025年1月20日"``.

    Example:
        >>> SignOff("青山镇人民政府", "2025年1月20日").date
        datetime.date(2025, 1, 20)
    """

    issuer: str | None = field(default=None, validator=check_title_or_none)
    date: "datetime.date | None" = field(default=None, converter=_as_date)

    def __attrs_post_init__(self) -> None:
        # A datetime is a date to Python; the hour it holds is printed nowhere.
        if self.date is not None and not _is_day(self.date):
            raise wrong_type("SignOff", "date", self.date, "datetime.date")


@frozen(order=False, repr=False)
class Attachment(Brief):
    """An attachment that the report names (附件).

    Args:
        title: its printed name.
        reference: where it is kept, or ``None`` where the source does not say.

    Example:
        >>> Attachment("2024年统计表", "tongjibiao.xlsx").title
        '2024年统计表'
    """

    title: str = field(validator=check_title)
    reference: str | None = field(default=None, validator=check_title_or_none)


# What none of these converters can use comes back as it is: Report names the field then.
def _as_section(value: "Section | str | Iterable[ProseBlock]") -> Section:
    if isinstance(value, Section):
        return value
    if isinstance(value, str) or is_series(value):
        return Section(blocks=value)
    return cast("Section", value)


def _as_proactive(
    value: "TableSection[ProactiveTable] | ProactiveTable | str",
) -> "TableSection[ProactiveTable]":
    return _as_table_section(value)


def _as_applications(
    value: "TableSection[ApplicationsTable] | ApplicationsTable | str",
) -> "TableSection[ApplicationsTable]":
    return _as_table_section(value)


def _as_remedies(value: "TableSection[RemediesTable] | RemediesTable | str") -> "TableSection[RemediesTable]":
    return _as_table_section(value)


def _as_table_section(value: "TableSection[TableT] | TableT | str") -> "TableSection[TableT]":
    if isinstance(value, str):
        return TableSection(blocks=value)
    return TableSection(table=value) if isinstance(value, StatutoryTable) else value


def _as_preamble(value: "Preamble | str | Iterable[ProseBlock]") -> Preamble:
    if isinstance(value, str) or is_series(value):
        return Preamble(cast("str | Iterable[ProseBlock]", value))
    return cast("Preamble", value)


def _as_further_sections(value: Iterable[FurtherSection]) -> tuple[FurtherSection, ...]:
    """Sort by the section that each follows: their order says no more than that."""
    if not is_series(value):
        return cast("tuple[FurtherSection, ...]", value)
    return tuple(sorted(value, key=lambda item: PLACES.index(getattr(item, "after", "preamble"))))


def _as_attachments(value: Iterable[Attachment]) -> tuple[Attachment, ...]:
    return tuple(value) if is_series(value) else cast("tuple[Attachment, ...]", value)


_NO_PREAMBLE: Final = Preamble()
_NO_SIGN_OFF: Final = SignOff()

_PARTS: Final[dict[str, type]] = {
    "preamble": Preamble,
    "overview": Section,
    "proactive": TableSection,
    "applications": TableSection,
    "remedies": TableSection,
    "problems": Section,
    "other_matters": Section,
    "sign_off": SignOff,
}

# The tables say themselves where they stand: their classes are not needed before there is a table.
_TABLES: Final = get_args(TableSectionName)


def _check_year(_: object, __: "Attribute[int | None]", value: object) -> None:
    if value is not None and not _is_year(value):
        raise ConstructionError(
            "bad_year", owner="Report", field="year", value=shown(value), first=FIRST_YEAR, last=_LAST_YEAR
        )


def _is_year(value: object) -> bool:
    return type(value) is int and FIRST_YEAR <= value <= _LAST_YEAR


def _default_title(report: "Report") -> str | None:
    # A bad year is refused once all fields are set; until then it may be anything.
    if report.issuer is None or report.year is None or not _is_year(report.year):
        return None
    from govdisclosure.conventions.titles import standard_title

    return standard_title(report.issuer, report.year)


def _unsaid(section: SectionT, number: str, title: str) -> SectionT:
    """Say nothing where a section prints what the form does: there is one way to say so."""
    return evolve(
        section,
        number=None if section.number == number else section.number,
        title=None if section.title == title else section.title,
    )


def _by_position(sections: tuple[FurtherSection, ...]) -> tuple[FurtherSection, ...]:
    from govdisclosure.conventions.numbering import mark_text

    numbered = enumerate(sections, len(SECTION_NAMES) + 1)
    return tuple(evolve(one, number=None) if one.number == mark_text(1, n) else one for n, one in numbered)


@frozen(order=False, kw_only=True, repr=False)
class Report:
    """An annual report on open government information work (政府信息公开工作年度报告).

    Sections are never ``None``: one that the source lacks is an empty section whose ``present`` is False. A section may
    be given as a plain string, a table section as its table.

    Args:
        issuer: the organ that issues the report, or ``None`` where a source does not name it.
        year: the year reported on, or ``None`` where a source does not tell it.
        title: the printed title; by default the usual one, made of issuer and year.
        preamble: what stands before 一.
        overview: 一、总体情况.
        proactive: 二、主动公开政府信息情况.
        applications: 三、收到和处理政府信息公开申请情况.
        remedies: 四、政府信息公开行政复议、行政诉讼情况.
        problems: 五、存在的主要问题及改进情况.
        other_matters: 六、其他需要报告的事项.
        further_sections: sections that the form does not have.
        sign_off: issuer and date at the end.
        attachments: what the report names as attached.

    Example:
        >>> report = Report(issuer="青山镇人民政府", year=2024, overview="全年公开信息12条。")
        >>> report.title
        '青山镇人民政府2024年政府信息公开工作年度报告'
        >>> report.overview.blocks
        ('全年公开信息12条。',)
    """

    issuer: str | None = field(validator=check_title_or_none)
    year: int | None = field(validator=_check_year)
    title: str | None = field(default=Factory(_default_title, takes_self=True), validator=check_title_or_none)
    preamble: Preamble = field(default=_NO_PREAMBLE, converter=_as_preamble)
    overview: Section = field(default=Section.absent(), converter=_as_section)
    proactive: "TableSection[ProactiveTable]" = field(default=TableSection.absent(), converter=_as_proactive)
    applications: "TableSection[ApplicationsTable]" = field(default=TableSection.absent(), converter=_as_applications)
    remedies: "TableSection[RemediesTable]" = field(default=TableSection.absent(), converter=_as_remedies)
    problems: Section = field(default=Section.absent(), converter=_as_section)
    other_matters: Section = field(default=Section.absent(), converter=_as_section)
    further_sections: tuple[FurtherSection, ...] = field(default=(), converter=_as_further_sections)
    sign_off: SignOff = _NO_SIGN_OFF
    attachments: tuple[Attachment, ...] = field(default=(), converter=_as_attachments)

    def __attrs_post_init__(self) -> None:
        self._check_parts()
        for name, (number, title) in SECTION_HEADINGS.items():
            section = getattr(self, name)
            if section.number == number or section.title == title:
                object.__setattr__(self, name, _unsaid(section, number, title))
        if any(one.number for one in self.further_sections):
            object.__setattr__(self, "further_sections", _by_position(self.further_sections))

    def _check_parts(self) -> None:
        for name, kind in _PARTS.items():
            if not isinstance(getattr(self, name), kind):
                raise wrong_type("Report", name, getattr(self, name), kind.__name__)
        for name in _TABLES:
            table = getattr(self, name).table
            if table is not None and not (isinstance(table, StatutoryTable) and table.section == name):
                raise wrong_type("Report", f"{name}.table", table, f"{name.title()}Table…")
        check_kinds("Report", "further_sections", self.further_sections, FurtherSection)
        check_kinds("Report", "attachments", self.attachments, Attachment)
        for section in self.further_sections:
            if section.after != "preamble" and not getattr(self, section.after).present:
                raise ConstructionError("after_absent", owner="Report", field="further_sections", after=section.after)

    @classmethod
    def blank(cls, issuer: str, year: int) -> "Report":
        """Return the report of ``year`` with all six sections, their tables blank, to be filled in.

        Before 2019 there was no uniform form: such a report has no tables.

        Example:
            >>> from govdisclosure import ApplicationsTable2021
            >>> report = Report.blank("青山镇人民政府", 2024)
            >>> report.applications.expect(ApplicationsTable2021).received.total is None
            True
        """
        from govdisclosure.editions import edition_due

        report = cls(
            issuer=issuer,
            year=year,
            overview=Section(),
            proactive=TableSection(),
            applications=TableSection(),
            remedies=TableSection(),
            problems=Section(),
            other_matters=Section(),
            sign_off=SignOff(issuer),
        )
        edition = edition_due(year)
        return report.replace({f"{name}.table": kind() for name, kind in edition.tables.items()}) if edition else report

    def at(self, path: "Path | str") -> object:
        """Return what stands at ``path``.

        Raises:
            PathError: nothing stands there; the message names the nearest path that exists.

        Example:
            >>> Report.blank("青山镇人民政府", 2024).at("applications.table.edition")
            '2021'
        """
        from govdisclosure.paths import get

        return get(self, path)

    def replace(self, values: "Mapping[str, object] | Mapping[Path, object]") -> "Report":
        """Return a new report with new values at many paths, all set at once.

        Raises:
            PathError: a path leads nowhere; the message names the nearest path that exists.
            ConstructionError: a value that cannot stand there.

        Example:
            >>> report = Report.blank("青山镇人民政府", 2024)
            >>> report.replace({"remedies.table.reconsideration.upheld": 2}).at("remedies.table.reconsideration.upheld")
            2
        """
        from govdisclosure.paths import replaced

        return replaced(self, values)

    def cells(self) -> "Iterator[CellRecord]":
        """Yield every cell of every table in reading order: path, label, value, kind, text, unit, edition.

        Example:
            >>> sum(1 for cell in Report.blank("青山镇人民政府", 2024).cells())
            200
        """
        from govdisclosure.model.listing import report_cells

        return report_cells(self)

    def to_rows(self) -> "list[CellRow]":
        """Return every cell of every table as a row of plain text and numbers; pandas and polars take them as they are.

        Example:
            >>> Report.blank("青山镇人民政府", 2024).to_rows()[0].path
            'proactive.table.rules.issued'
        """
        from govdisclosure.model.listing import to_rows

        return to_rows(self.cells())

    def check(
        self,
        *,
        previous: "Report | Reading | None" = None,
        reading: "Reading | None" = None,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        rules: "Sequence[Rule]" = (),
        term_lists: "Iterable[str | PathLike[str] | TermList]" = (),
        suppress: "Iterable[Suppression]" = (),
    ) -> "Findings":
        """Apply every rule, as :func:`govdisclosure.check` says.

        Example:
            >>> report = Report.blank("青山镇人民政府", 2024).replace({"remedies.table.reconsideration.total": 3})
            >>> report = report.replace({"remedies.table.reconsideration.upheld": 2})
            >>> [finding.code for finding in report.check(select=["ARI"])]
            ['ARI004']
        """
        from govdisclosure.checks.check import check

        return check(
            self,
            previous=previous,
            reading=reading,
            select=select,
            ignore=ignore,
            rules=rules,
            term_lists=term_lists,
            suppress=suppress,
        )

    def __repr__(self) -> str:
        from govdisclosure.model.listing import summary

        return summary(self)

    def _repr_html_(self) -> str:
        from govdisclosure.grid import to_html

        return to_html(self)
