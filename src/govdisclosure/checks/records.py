"""Findings as plain data: for JSON, for tables, for programs in other languages."""

import json
from collections.abc import Mapping
from typing import Final, get_args

from govdisclosure.checks.findings import Crash, Finding, Findings, Verdict
from govdisclosure.checks.rule import Severity

__all__ = ["CHECK_VERSION", "finding_record", "findings_record", "findings_schema", "findings_to_json"]

CHECK_VERSION: Final = "1.0"
"""The version of the JSON form of findings."""

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def findings_record(findings: Findings, *, source: str | None = None, locale: str | None = None) -> dict[str, object]:
    """Return findings as dictionaries, lists, strings and numbers.

    Example:
        >>> record = findings_record(Findings(), source="青山镇.docx")
        >>> record["source"], record["verdict"], record["findings"]
        ('青山镇.docx', 'passes', [])
    """
    record: dict[str, object] = {"govdisclosure_findings": CHECK_VERSION}
    if source is not None:
        record["source"] = source
    return record | {
        "verdict": findings.verdict,
        "findings": [finding_record(one, locale) for one in findings],
        "unassessed": [finding_record(one, locale) for one in findings.unassessed],
        "suppressed": [finding_record(one, locale) for one in findings.suppressed],
        "crashes": [_crash_record(one) for one in findings.crashes],
    }


def finding_record(finding: Finding, locale: str | None = None) -> dict[str, object]:
    """Return one finding as plain data.

    Example:
        >>> from govdisclosure.testing.samples import sample
        >>> finding = sample(changes={"remedies.table.reconsideration.total": 4}).check()[0]
        >>> record = finding_record(finding, "zh_Hans")
        >>> record["code"], record["expected"], record["actual"], record["fixes"][0]["certain"]
        ('ARI004', 3, 4, False)
    """
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "outcome": finding.outcome,
        "path": str(finding.path),
        "also": [str(one) for one in finding.also],
        "name": finding.name(locale),
        "place": None if place is None else {"line": place.line, "column": place.column, "address": place.address},
        "title": finding.title(locale),
        "message": finding.message(locale),
        "mend": finding.mend(locale),
        "expected": _plain(finding.expected),
        "actual": _plain(finding.actual),
        "basis": list(finding.citations()),
        "fixes": [
            {"path": str(one.path), "value": _plain(one.value), "certain": one.is_certain} for one in finding.fixes
        ],
        "fingerprint": finding.fingerprint,
        "known": finding.is_known,
        "reason": finding.reason,
    }


def findings_to_json(
    found: Findings | Mapping[str, Findings], *, locale: str | None = None, indent: int | None = None
) -> str:
    """Return findings, or those of several sources by their names, as JSON.

    Example:
        >>> findings_to_json({"a.docx": Findings()})[:44]
        '[{"govdisclosure_findings": "1.0", "source":'
    """
    data: object = (
        findings_record(found, locale=locale)
        if isinstance(found, Findings)
        else [findings_record(one, source=source, locale=locale) for source, one in found.items()]
    )
    return json.dumps(data, ensure_ascii=False, indent=indent)


def findings_schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of :func:`findings_record`.

    Example:
        >>> findings_schema()["required"][:2]
        ['govdisclosure_findings', 'verdict']
    """
    text, texts = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
    value = {"type": ["null", "boolean", "integer", "string"]}
    place = _object({"line": {"type": "integer"}, "column": {"type": "integer"}, "address": text})
    finding = _object(
        {
            "code": {"type": "string", "minLength": 1},
            "severity": {"enum": [one.value for one in Severity]},
            "outcome": {"enum": ["fails", "not_assessable"]},
            "path": text,
            "also": texts,
            "name": text,
            "place": {"anyOf": [{"type": "null"}, place]},
            "title": text,
            "message": text,
            "mend": text,
            "expected": value,
            "actual": value,
            "basis": texts,
            "fixes": {
                "type": "array",
                "items": _object({"path": text, "value": value, "certain": {"type": "boolean"}}),
            },
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
            "known": {"type": "boolean"},
            "reason": text,
        }
    )
    found = {"type": "array", "items": {"$ref": "#/$defs/finding"}}
    crash = _object({"code": text, "traceback": text})
    whole = _object(
        {
            "govdisclosure_findings": {"const": CHECK_VERSION},
            "source": text,
            "verdict": {"enum": list(get_args(Verdict))},
            "findings": found,
            "unassessed": found,
            "suppressed": found,
            "crashes": {"type": "array", "items": crash},
        },
        optional=("source",),
    )
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:govdisclosure:findings:{CHECK_VERSION}",
    }
    return {**head, **whole, "$defs": {"finding": finding}}


def _object(properties: Mapping[str, object], optional: tuple[str, ...] = ()) -> dict[str, object]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _crash_record(crash: Crash) -> dict[str, object]:
    return {"code": crash.code, "traceback": crash.traceback}


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, bool | int | str) else str(value)
