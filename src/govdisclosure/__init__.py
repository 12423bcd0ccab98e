"""Typed, lossless annual reports of open government information in China.

The names below are all that most programs need; each is loaded when it is first used.
"""

TYPE_CHECKING = False  # not imported: typing alone costs more than this whole module
if TYPE_CHECKING:
    from govdisclosure.checks.check import check as check
    from govdisclosure.checks.check import check_many as check_many
    from govdisclosure.checks.findings import Finding as Finding
    from govdisclosure.checks.findings import Findings as Findings
    from govdisclosure.checks.fixes import apply_fixes as apply_fixes
    from govdisclosure.checks.group import check_group as check_group
    from govdisclosure.checks.many import check_files as check_files
    from govdisclosure.checks.rule import rule as rule
    from govdisclosure.checks.severity import Severity as Severity
    from govdisclosure.checks.suppression import Suppression as Suppression
    from govdisclosure.conventions.claims import Claim as Claim
    from govdisclosure.conventions.claims import claims as claims
    from govdisclosure.document import Place as Place
    from govdisclosure.errors import CarryError as CarryError
    from govdisclosure.errors import ConstructionError as ConstructionError
    from govdisclosure.errors import FormatError as FormatError
    from govdisclosure.errors import GovDisclosureError as GovDisclosureError
    from govdisclosure.errors import LimitError as LimitError
    from govdisclosure.errors import MissingExtraError as MissingExtraError
    from govdisclosure.errors import PathError as PathError
    from govdisclosure.errors import ReadError as ReadError
    from govdisclosure.errors import StructureError as StructureError
    from govdisclosure.files import read as read
    from govdisclosure.files import reads as reads
    from govdisclosure.files import write as write
    from govdisclosure.files import writes as writes
    from govdisclosure.folders import Outcome as Outcome
    from govdisclosure.folders import read_folder as read_folder
    from govdisclosure.interchange.convert import from_dict as from_dict
    from govdisclosure.interchange.convert import from_json as from_json
    from govdisclosure.interchange.convert import read_json as read_json
    from govdisclosure.interchange.convert import reading_from_json as reading_from_json
    from govdisclosure.interchange.convert import to_dict as to_dict
    from govdisclosure.interchange.convert import to_json as to_json
    from govdisclosure.interchange.convert import try_from_dict as try_from_dict
    from govdisclosure.interchange.faults import Fault as Fault
    from govdisclosure.interchange.faults import UnknownKeysWarning as UnknownKeysWarning
    from govdisclosure.interchange.schema import json_schema as json_schema
    from govdisclosure.model.applications import ApplicantCounts as ApplicantCounts
    from govdisclosure.model.applications import ApplicationsTable2019 as ApplicationsTable2019
    from govdisclosure.model.applications import ApplicationsTable2021 as ApplicationsTable2021
    from govdisclosure.model.cells import ExtraRow as ExtraRow
    from govdisclosure.model.cells import Money as Money
    from govdisclosure.model.cells import Printed as Printed
    from govdisclosure.model.proactive import ProactiveTable2019 as ProactiveTable2019
    from govdisclosure.model.proactive import ProactiveTable2021 as ProactiveTable2021
    from govdisclosure.model.prose import FreeTable as FreeTable
    from govdisclosure.model.prose import Picture as Picture
    from govdisclosure.model.prose import Subsection as Subsection
    from govdisclosure.model.prose import TableCell as TableCell
    from govdisclosure.model.remedies import RemediesTable as RemediesTable
    from govdisclosure.model.remedies import RemedyOutcomes as RemedyOutcomes
    from govdisclosure.model.report import Attachment as Attachment
    from govdisclosure.model.report import Report as Report
    from govdisclosure.model.report import SignOff as SignOff
    from govdisclosure.model.sections import FurtherSection as FurtherSection
    from govdisclosure.model.sections import Preamble as Preamble
    from govdisclosure.model.sections import Section as Section
    from govdisclosure.model.sections import TableSection as TableSection
    from govdisclosure.paths import Path as Path
    from govdisclosure.reading import Note as Note
    from govdisclosure.reading import Reading as Reading

    __version__: str

__all__ = [
    "ApplicantCounts",
    "ApplicationsTable2019",
    "ApplicationsTable2021",
    "Attachment",
    "CarryError",
    "Claim",
    "ConstructionError",
    "ExtraRow",
    "Fault",
    "Finding",
    "Findings",
    "FormatError",
    "FreeTable",
    "FurtherSection",
    "GovDisclosureError",
    "LimitError",
    "MissingExtraError",
    "Money",
    "Note",
    "Outcome",
    "Path",
    "PathError",
    "Picture",
    "Place",
    "Preamble",
    "Printed",
    "ProactiveTable2019",
    "ProactiveTable2021",
    "ReadError",
    "Reading",
    "RemediesTable",
    "RemedyOutcomes",
    "Report",
    "Section",
    "Severity",
    "SignOff",
    "StructureError",
    "Subsection",
    "Suppression",
    "TableCell",
    "TableSection",
    "UnknownKeysWarning",
    "apply_fixes",
    "check",
    "check_files",
    "check_group",
    "check_many",
    "claims",
    "from_dict",
    "from_json",
    "json_schema",
    "read",
    "read_folder",
    "read_json",
    "reading_from_json",
    "reads",
    "rule",
    "to_dict",
    "to_json",
    "try_from_dict",
    "write",
    "writes",
]

_HOMES = {
    "ApplicantCounts": "model.applications",
    "ApplicationsTable2019": "model.applications",
    "ApplicationsTable2021": "model.applications",
    "Attachment": "model.report",
    "CarryError": "errors",
    "Claim": "conventions.claims",
    "ConstructionError": "errors",
    "ExtraRow": "model.cells",
    "Fault": "interchange.faults",
    "Finding": "checks.findings",
    "Findings": "checks.findings",
    "FormatError": "errors",
    "FreeTable": "model.prose",
    "FurtherSection": "model.sections",
    "GovDisclosureError": "errors",
    "LimitError": "errors",
    "MissingExtraError": "errors",
    "Money": "model.cells",
    "Note": "reading",
    "Outcome": "folders",
    "Path": "paths",
    "PathError": "errors",
    "Picture": "model.prose",
    "Place": "document",
    "Preamble": "model.sections",
    "Printed": "model.cells",
    "ProactiveTable2019": "model.proactive",
    "ProactiveTable2021": "model.proactive",
    "ReadError": "errors",
    "Reading": "reading",
    "RemediesTable": "model.remedies",
    "RemedyOutcomes": "model.remedies",
    "Report": "model.report",
    "Section": "model.sections",
    "Severity": "checks.severity",
    "SignOff": "model.report",
    "StructureError": "errors",
    "Subsection": "model.prose",
    "Suppression": "checks.suppression",
    "TableCell": "model.prose",
    "TableSection": "model.sections",
    "UnknownKeysWarning": "interchange.faults",
    "apply_fixes": "checks.fixes",
    "check": "checks.check",
    "check_files": "checks.many",
    "check_group": "checks.group",
    "check_many": "checks.check",
    "claims": "conventions.claims",
    "from_dict": "interchange.convert",
    "from_json": "interchange.convert",
    "json_schema": "interchange.schema",
    "read": "files",
    "read_folder": "folders",
    "read_json": "interchange.convert",
    "reading_from_json": "interchange.convert",
    "reads": "files",
    "rule": "checks.rule",
    "to_dict": "interchange.convert",
    "to_json": "interchange.convert",
    "try_from_dict": "interchange.convert",
    "write": "files",
    "writes": "files",
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version(__name__)
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value  # the next access costs nothing
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})
