"""Examples of the rules of :mod:`govdisclosure.checks._years`."""

from collections.abc import Mapping
from typing import Final

from govdisclosure.testing._example import Example
from govdisclosure.testing.samples import sample

__all__ = ["EXAMPLES"]

_TABLE: Final = "applications.table"
_BEFORE: Final = sample(2023)
_SWAPPED: Final = {
    f"{_TABLE}.received.natural_person": 1,
    f"{_TABLE}.received.legal_service": 0,
    f"{_TABLE}.received.total": 1,
    f"{_TABLE}.carried_in.natural_person": 12,
    f"{_TABLE}.carried_in.legal_service": 1,
    f"{_TABLE}.carried_in.total": 13,
}

EXAMPLES: Final[Mapping[str, Example]] = {
    "ARI006": Example(bad=_SWAPPED, before={}),
    "YOY001": Example(bad={f"{_TABLE}.carried_in.natural_person": 4, f"{_TABLE}.carried_in.total": 4}, before={}),
    "YOY002": Example(bad={"problems": _BEFORE.problems}, good={"other_matters": _BEFORE.other_matters}, before={}),
    "YOY003": Example(
        bad={_TABLE: _BEFORE.applications.table}, good={"remedies.table": _BEFORE.remedies.table}, before={}
    ),
    "YOY004": Example(
        bad={"proactive.table.licensing.decisions": 900},
        good={"proactive.table.licensing.decisions": 60},
        before={"proactive.table.licensing.decisions": 9},
    ),
    "YOY006": Example(
        bad={"overview.blocks[2]": "（二）依申请公开。2023年收到政府信息公开申请25件。"},
        good={"overview.blocks[2]": "（二）依申请公开。2023年收到政府信息公开申请20件。"},
        before={},
    ),
    "YOY007": Example(
        bad={
            "problems.blocks": (
                "工作中的短板主要是政策解读形式单一。",
                "群众反映栏目更新还不够及时。",
                "将加强值班和抽查，逐月通报各村更新情况。",
            )
        },
        before={},
    ),
}
