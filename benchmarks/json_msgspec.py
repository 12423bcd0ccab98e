"""The other floor for JSON: the same report as bare msgspec Structs, which check types and nothing else.

A free table and a picture are one Struct here: msgspec refuses a union of two that have no tag.
"""

import datetime
from typing import Literal

from msgspec import Struct

Count = int | str | None
SectionName = Literal["preamble", "overview", "proactive", "applications", "remedies", "problems", "other_matters"]


class Money(Struct, forbid_unknown_fields=True):
    amount: str
    unit: str = ""


class ExtraRow(Struct, forbid_unknown_fields=True):
    after: str
    cells: tuple[str, ...]


class ApplicantCounts(Struct, forbid_unknown_fields=True):
    natural_person: Count
    commercial: Count
    research: Count
    public_welfare: Count
    legal_service: Count
    other: Count
    total: Count


class Refused(Struct, forbid_unknown_fields=True):
    state_secret: ApplicantCounts
    prohibited_by_law: ApplicantCounts
    safety_and_stability: ApplicantCounts
    third_party_rights: ApplicantCounts
    internal_affairs: ApplicantCounts
    process_information: ApplicantCounts
    enforcement_file: ApplicantCounts
    administrative_query: ApplicantCounts


class UnableToProvide(Struct, forbid_unknown_fields=True):
    not_held: ApplicantCounts
    needs_creation: ApplicantCounts
    still_unclear: ApplicantCounts


class NotProcessed(Struct, forbid_unknown_fields=True):
    petition: ApplicantCounts
    repeated: ApplicantCounts
    published_material: ApplicantCounts
    excessive: ApplicantCounts
    reconfirmation: ApplicantCounts


class Otherwise(Struct, forbid_unknown_fields=True):
    not_corrected_in_time: ApplicantCounts
    fee_unpaid: ApplicantCounts
    other: ApplicantCounts


class ApplicationsTable2021(Struct, forbid_unknown_fields=True, tag_field="edition", tag="2021"):
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


class ApplicationsTable2019(Struct, forbid_unknown_fields=True, tag_field="edition", tag="2019"):
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


class IssuanceCounts(Struct, forbid_unknown_fields=True):
    issued: Count
    repealed: Count
    in_force: Count


class DecisionCount(Struct, forbid_unknown_fields=True):
    decisions: Count


class FeeAmount(Struct, forbid_unknown_fields=True):
    amount: Money | str | None


class DisclosureCounts(Struct, forbid_unknown_fields=True):
    created: Count
    disclosed: Count
    disclosed_total: Count


class ItemCounts(Struct, forbid_unknown_fields=True):
    previous_items: Count
    change: Count
    decisions: Count


class FeeItems(Struct, forbid_unknown_fields=True):
    previous_items: Count
    change: Count


class Procurement(Struct, forbid_unknown_fields=True):
    projects: Count
    amount: Money | str | None


class ProactiveTable2021(Struct, forbid_unknown_fields=True, tag_field="edition", tag="2021"):
    rules: IssuanceCounts
    normative_documents: IssuanceCounts
    licensing: DecisionCount
    penalties: DecisionCount
    compulsory_measures: DecisionCount
    fees: FeeAmount
    extra_rows: tuple[ExtraRow, ...] = ()


class ProactiveTable2019(Struct, forbid_unknown_fields=True, tag_field="edition", tag="2019"):
    rules: DisclosureCounts
    normative_documents: DisclosureCounts
    licensing: ItemCounts
    other_services: ItemCounts
    penalties: ItemCounts
    compulsory_measures: ItemCounts
    fees: FeeItems
    procurement: Procurement
    extra_rows: tuple[ExtraRow, ...] = ()


class RemedyOutcomes(Struct, forbid_unknown_fields=True):
    upheld: Count
    corrected: Count
    other: Count
    pending: Count
    total: Count


class RemediesTable(Struct, forbid_unknown_fields=True, tag_field="edition", tag="2019"):
    reconsideration: RemedyOutcomes
    direct_litigation: RemedyOutcomes
    litigation_after_reconsideration: RemedyOutcomes
    extra_rows: tuple[ExtraRow, ...] = ()


class TableCell(Struct, forbid_unknown_fields=True):
    text: str = ""
    rowspan: int = 1
    colspan: int = 1


class TableOrPicture(Struct, forbid_unknown_fields=True, omit_defaults=True):
    rows: tuple[tuple[TableCell, ...], ...] | None = None
    reference: str | None = None
    caption: str | None = None


class Subsection(Struct, forbid_unknown_fields=True):
    title: str
    blocks: tuple[str | TableOrPicture, ...] = ()
    number: str | None = None
    subsections: tuple["Subsection", ...] = ()


class Section(Struct, forbid_unknown_fields=True):
    blocks: tuple[str | TableOrPicture, ...] = ()
    subsections: tuple[Subsection, ...] = ()
    title: str | None = None
    number: str | None = None
    present: bool = True


class ProactiveSection(Struct, forbid_unknown_fields=True):
    table: ProactiveTable2019 | ProactiveTable2021 | None = None
    blocks: tuple[str | TableOrPicture, ...] = ()
    subsections: tuple[Subsection, ...] = ()
    subsections_before_table: int = 0
    blocks_after: tuple[str | TableOrPicture, ...] = ()
    title: str | None = None
    number: str | None = None
    present: bool = True


class ApplicationsSection(Struct, forbid_unknown_fields=True):
    table: ApplicationsTable2019 | ApplicationsTable2021 | None = None
    blocks: tuple[str | TableOrPicture, ...] = ()
    subsections: tuple[Subsection, ...] = ()
    subsections_before_table: int = 0
    blocks_after: tuple[str | TableOrPicture, ...] = ()
    title: str | None = None
    number: str | None = None
    present: bool = True


class RemediesSection(Struct, forbid_unknown_fields=True):
    table: RemediesTable | None = None
    blocks: tuple[str | TableOrPicture, ...] = ()
    subsections: tuple[Subsection, ...] = ()
    subsections_before_table: int = 0
    blocks_after: tuple[str | TableOrPicture, ...] = ()
    title: str | None = None
    number: str | None = None
    present: bool = True


class Preamble(Struct, forbid_unknown_fields=True):
    blocks: tuple[str | TableOrPicture, ...] = ()


class FurtherSection(Struct, forbid_unknown_fields=True):
    title: str
    blocks: tuple[str | TableOrPicture, ...] = ()
    number: str | None = None
    subsections: tuple[Subsection, ...] = ()
    after: SectionName = "other_matters"


class SignOff(Struct, forbid_unknown_fields=True):
    issuer: str | None = None
    date: datetime.date | None = None


class Attachment(Struct, forbid_unknown_fields=True):
    title: str
    reference: str | None = None


class Report(Struct, forbid_unknown_fields=True, tag_field="govdisclosure", tag="1.0"):
    issuer: str | None
    year: int | None
    title: str | None
    preamble: Preamble
    overview: Section
    proactive: ProactiveSection
    applications: ApplicationsSection
    remedies: RemediesSection
    problems: Section
    other_matters: Section
    further_sections: tuple[FurtherSection, ...]
    sign_off: SignOff
    attachments: tuple[Attachment, ...]
