"""What SARIF 2.1.0 says of the objects that are written here: names, types, required keys, values; no other keys.

The standard allows only keys that it names, save in property bags, so that a key of our own would make no SARIF.
"""

from typing import Final

__all__ = ["SARIF"]

TEXT: Final = {"type": "string"}
LEVEL: Final = {"enum": ["none", "note", "warning", "error"]}
POSITION: Final = {"type": "integer", "minimum": 1}


def an_object(required: tuple[str, ...] = (), **properties: object) -> dict[str, object]:
    names = {name.replace("schema_", "$schema"): value for name, value in properties.items()}
    return {"type": "object", "properties": names, "required": list(required), "additionalProperties": False}


def many(items: object) -> dict[str, object]:
    return {"type": "array", "items": items}


MESSAGE: Final = an_object(("text",), text={"type": "string", "minLength": 1})
NOTIFICATION: Final = an_object(("message",), message=MESSAGE, level=LEVEL)
RULE: Final = an_object(
    ("id",),
    id={"type": "string", "minLength": 1},
    shortDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=an_object(level=LEVEL),
)
DRIVER: Final = an_object(
    ("name",),
    name={"type": "string", "minLength": 1},
    version=TEXT,
    language={"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
    rules={**many(RULE), "uniqueItems": True},
)
LOCATION: Final = an_object(
    message=MESSAGE,
    physicalLocation=an_object(
        artifactLocation=an_object(uri={"type": "string", "format": "uri-reference"}),
        region=an_object(startLine=POSITION, startColumn=POSITION),
    ),
    logicalLocations=many(an_object(name=TEXT, fullyQualifiedName=TEXT)),
)
RESULT: Final = an_object(
    ("message",),
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    message=MESSAGE,
    locations=many(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    suppressions=many(an_object(("kind",), kind={"enum": ["inSource", "external"]}, justification=TEXT)),
)
RUN: Final = an_object(
    ("tool",),
    tool=an_object(("driver",), driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=many(RESULT),
    invocations=many(
        an_object(
            ("executionSuccessful",),
            executionSuccessful={"type": "boolean"},
            toolExecutionNotifications=many(NOTIFICATION),
        )
    ),
)
SARIF: Final = an_object(
    ("version", "runs"), schema_={"type": "string", "format": "uri"}, version={"const": "2.1.0"}, runs=many(RUN)
)
