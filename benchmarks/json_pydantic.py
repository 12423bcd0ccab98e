"""A floor for JSON: the whole report as pydantic v2 models, written plainly, with the rules of the file format.

Every class is closed, cells are strict, all cells of a table are required, a line of text has no control characters,
printed text that reads as a figure is refused, and so is a section whose parts contradict one another.
"""

import datetime
import re
from decimal import Decimal
from typing import Annotated, Literal, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

_FIGURE = re.compile(r"[+-]?(\d{1,15}|\d{1,3}(,\d{3})+)\s*(件|条|份|宗|起|例|次|项|个)?")


def _no_figure(text: str) -> str:
    if _FIGURE.fullmatch(text):
        raise ValueError("a figure written as text")
    return text


Line = Annotated[str, StringConstraints(strict=True, min_length=1, pattern=r"^[^\x00-\x1f\x7f-\x9f]*$")]
Blankable = Annotated[str, StringConstraints(strict=True, pattern=r"^[^\x00-\x1f\x7f-\x9f]*$")]
Figure = Annotated[int, Field(strict=True, ge=0, lt=10**15)]
Signed = Annotated[int, Field(strict=True, gt=-(10**15), lt=10**15)]
Printed = Annotated[Line, AfterValidator(_no_figure)]
Count = Figure | Printed | None
Change = Signed | Printed | None
Span = Annotated[int, Field(strict=True, ge=1, le=1000)]
SectionName = Literal["preamble", "overview", "proactive", "applications", "remedies", "problems", "other_matters"]


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Money(Closed):
    amount: Annotated[Decimal, Field(ge=0, max_digits=40, allow_inf_nan=False)]
    unit: Literal["", "元", "万元", "亿元"] = ""


class ExtraRow(Closed):
    after: str
    cells: tuple[Blankable, ...]


class ApplicantCounts(Closed):
    natural_person: Count
    commercial: Count
    research: Count
    public_welfare: Count
    legal_service: Count
    other: Count
    total: Count


class Refused(Closed):
    state_secret: ApplicantCounts
    prohibited_by_law: ApplicantCounts
    safety_and_stability: ApplicantCounts
    third_party_rights: ApplicantCounts
    internal_affairs: ApplicantCounts
    process_information: ApplicantCounts
    enforcement_file: ApplicantCounts
    administrative_query: ApplicantCounts


class UnableToProvide(Closed):
    not_held: ApplicantCounts
    needs_creation: ApplicantCounts
    still_unclear: ApplicantCounts


class NotProcessed(Closed):
    petition: ApplicantCounts
    repeated: ApplicantCounts
    published_material: ApplicantCounts
    excessive: ApplicantCounts
    reconfirmation: ApplicantCounts


class Otherwise(Closed):
    not_corrected_in_time: ApplicantCounts
    fee_unpaid: ApplicantCounts
    other: ApplicantCounts


class ApplicationsTable2021(Closed):
    edition: Literal["2021"]
    received: ApplicantCounts
    carried_in: ApplicantCounts
    granted: ApplicantCounts
    partly_granted: ApplicantCounts
    refused: Refused
    unable_to_provide: UnableToProvide
    not_processed: NotProcessed
    otherwise: Otherwise
    handled_total: ApplicantCounts
    carried_over: ApplicantCounts
    extra_rows: tuple[ExtraRow, ...] = ()


class ApplicationsTable2019(Closed):
    edition: Literal["2019"]
    received: ApplicantCounts
    carried_in: ApplicantCounts
    granted: ApplicantCounts
    partly_granted: ApplicantCounts
    refused: Refused
    unable_to_provide: UnableToProvide
    not_processed: NotProcessed
    otherwise: ApplicantCounts
    handled_total: ApplicantCounts
    carried_over: ApplicantCounts
    extra_rows: tuple[ExtraRow, ...] = ()


class IssuanceCounts(Closed):
    issued: Count
    repealed: Count
    in_force: Count


class DecisionCount(Closed):
    decisions: Count


class FeeAmount(Closed):
    amount: Money | Printed | None


class DisclosureCounts(Closed):
    created: Count
    disclosed: Count
    disclosed_total: Count


class ItemCounts(Closed):
    previous_items: Count
    change: Change
    decisions: Count


class FeeItems(Closed):
    previous_items: Count
    change: Change


class Procurement(Closed):
    projects: Count
    amount: Money | Printed | None


class ProactiveTable2021(Closed):
    edition: Literal["2021"]
    rules: IssuanceCounts
    normative_documents: IssuanceCounts
    licensing: DecisionCount
    penalties: DecisionCount
    compulsory_measures: DecisionCount
    fees: FeeAmount
    extra_rows: tuple[ExtraRow, ...] = ()


class ProactiveTable2019(Closed):
    edition: Literal["2019"]
    rules: DisclosureCounts
    normative_documents: DisclosureCounts
    licensing: ItemCounts
    other_services: ItemCounts
    penalties: ItemCounts
    compulsory_measures: ItemCounts
    fees: FeeItems
    procurement: Procurement
    extra_rows: tuple[ExtraRow, ...] = ()


class RemedyOutcomes(Closed):
    upheld: Count
    corrected: Count
    other: Count
    pending: Count
    total: Count


class RemediesTable(Closed):
    edition: Literal["2019"]
    reconsideration: RemedyOutcomes
    direct_litigation: RemedyOutcomes
    litigation_after_reconsideration: RemedyOutcomes
    extra_rows: tuple[ExtraRow, ...] = ()


class TableCell(Closed):
    text: Blankable = ""
    rowspan: Span = 1
    colspan: Span = 1


class FreeTable(Closed):
    rows: tuple[tuple[TableCell, ...], ...]


class Picture(Closed):
    reference: Line
    caption: Blankable = ""


Block = Line | FreeTable | Picture


class Subsection(Closed):
    title: Line
    blocks: tuple[Block, ...] = ()
    number: Blankable | None = None
    subsections: tuple["Subsection", ...] = ()


class Section(Closed):
    blocks: tuple[Block, ...] = ()
    subsections: tuple[Subsection, ...] = ()
    title: Line | None = None
    number: Blankable | None = None
    present: bool = Field(default=True, strict=True)

    @model_validator(mode="after")
    def _absent_is_empty(self) -> Self:
        if not self.present and (self.blocks or self.subsections or self.title is not None or self.number is not None):
            raise ValueError("absent with content")
        return self


class TableSection(Closed):
    blocks: tuple[Block, ...] = ()
    subsections: tuple[Subsection, ...] = ()
    subsections_before_table: Annotated[int, Field(strict=True, ge=0)] = 0
    blocks_after: tuple[Block, ...] = ()
    title: Blankable | None = None
    number: Blankable | None = None
    present: bool = Field(default=True, strict=True)


class ProactiveSection(TableSection):
    table: Annotated[ProactiveTable2019 | ProactiveTable2021, Field(discriminator="edition")] | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        return fitting(self, self.table)


class ApplicationsSection(TableSection):
    table: Annotated[ApplicationsTable2019 | ApplicationsTable2021, Field(discriminator="edition")] | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        return fitting(self, self.table)


class RemediesSection(TableSection):
    table: RemediesTable | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        return fitting(self, self.table)


SectionT = TypeVar("SectionT", bound=TableSection)


def fitting(section: SectionT, table: object) -> SectionT:
    parts = (table, section.blocks, section.subsections, section.blocks_after)
    if not section.present and (any(parts) or section.title is not None or section.number is not None):
        raise ValueError("absent with content")
    if section.subsections_before_table > (len(section.subsections) if table is not None else 0):
        raise ValueError("more subsections before the table than there are")
    if table is None and section.blocks_after:
        raise ValueError("nothing stands after a table that is not there")
    return section


class Preamble(Closed):
    blocks: tuple[Block, ...] = ()


class FurtherSection(Closed):
    title: Line
    blocks: tuple[Block, ...] = ()
    number: Blankable | None = None
    subsections: tuple[Subsection, ...] = ()
    after: SectionName = "other_matters"


class SignOff(Closed):
    issuer: Line | None = None
    date: datetime.date | None = None


class Attachment(Closed):
    title: Line
    reference: Line | None = None


class Report(Closed):
    govdisclosure: Literal["1.0"]
    issuer: Line | None
    year: Annotated[int, Field(strict=True, ge=2008, le=2099)] | None
    title: Line | None
    preamble: Preamble = Preamble()
    overview: Section = Section(present=False)
    proactive: ProactiveSection = ProactiveSection(present=False)
    applications: ApplicationsSection = ApplicationsSection(present=False)
    remedies: RemediesSection = RemediesSection(present=False)
    problems: Section = Section(present=False)
    other_matters: Section = Section(present=False)
    further_sections: tuple[FurtherSection, ...] = ()
    sign_off: SignOff = SignOff()
    attachments: tuple[Attachment, ...] = ()
