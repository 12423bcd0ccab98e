"""Findings in SARIF 2.1.0, which code hosts and editors show beside the source."""

import json
from collections.abc import Mapping
from importlib.metadata import version
from typing import Final
from urllib.parse import quote

from govdisclosure.checks.findings import Finding, Findings
from govdisclosure.checks.registry import RULES
from govdisclosure.checks.rule import Rule
from govdisclosure.messages import reader_locale, text

__all__ = ["findings_to_sarif"]

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {"error": "error", "warning": "warning", "note": "note"}
_FINGERPRINT: Final = "govdisclosure/v1"


def findings_to_sarif(found: Mapping[str, Findings], *, locale: str | None = None, with_baseline: bool = False) -> str:
    """Return the findings of several sources, by their names, as SARIF 2.1.0.

    Args:
        found: findings by the name of their source; a relative path makes a link that a host can follow.
        locale: the language of the messages.
        with_baseline: whether to say of each finding if it is new; a baseline was applied then.

    Example:
        >>> import json
        >>> from govdisclosure.testing.samples import sample
        >>> wrong = sample(changes={"remedies.table.reconsideration.total": 4}).check()
        >>> log = json.loads(findings_to_sarif({"青山镇.docx": wrong}, locale="en"))
        >>> log["version"], log["runs"][0]["results"][0]["ruleId"], log["runs"][0]["results"][0]["level"]
        ('2.1.0', 'ARI004', 'error')
    """
    locale = locale or reader_locale()
    codes = sorted({one.code for findings in found.values() for one in (*findings.items, *findings.suppressed)})
    driver = {
        "name": "govdisclosure",
        "version": version("govdisclosure"),
        "language": "zh-CN" if locale.startswith("zh") else "en",
        "rules": [_rule(code, RULES.get(code), locale) for code in codes],
    }
    results = [
        _result(one, source, codes.index(one.code), locale, with_baseline=with_baseline)
        for source, findings in found.items()
        for one in (*findings.items, *findings.suppressed)
    ]
    crashes = [
        {"level": "error", "message": {"text": f"{source}: {crash.code}\n{crash.traceback}"}}
        for source, findings in found.items()
        for crash in findings.crashes
    ]
    run: dict[str, object] = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    if crashes:
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": crashes}]
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _rule(code: str, rule: Rule | None, locale: str) -> dict[str, object]:
    described: dict[str, object] = {"id": code, "shortDescription": {"text": text(f"rule.{code}", locale)}}
    described["help"] = {"text": text(f"mend.{code}", locale)}
    if rule is not None:
        described["defaultConfiguration"] = {"level": _LEVELS[rule.severity.value]}
    return described


def _result(finding: Finding, source: str, index: int, locale: str, *, with_baseline: bool) -> dict[str, object]:
    where: dict[str, object] = {"artifactLocation": {"uri": quote(source.replace("\\", "/"))}}
    name = {"name": str(finding.path), "fullyQualifiedName": finding.name(locale)}
    location: dict[str, object] = {"physicalLocation": where, "logicalLocations": [name]}
    place = finding.place
    if place is not None and place.address and not place.address.startswith("/"):
        location["message"] = {"text": place.address}  # its lines are pages, blocks or rows: no editor has them
    elif place is not None and place.line > 0:
        where["region"] = {"startLine": place.line, "startColumn": max(1, place.column)}
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity.value],
        "message": {"text": f"{finding.name(locale)}: {finding.message(locale)}"},
        "locations": [location],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
    }
    if finding.reason:
        result["suppressions"] = [{"kind": "external", "justification": finding.reason}]
    if with_baseline:
        result["baselineState"] = "unchanged" if finding.is_known else "new"
    return result
