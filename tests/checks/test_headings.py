"""Headings that say the same in other words are found where they stand; nothing is called missing for its wording."""

import pytest

from govdisclosure import Severity, reads, writes
from govdisclosure.checks.check import check
from govdisclosure.testing.samples import sample

FORM = {
    "一、总体情况": """
        一、概述
        一、基本情况
        一、工作概况
        一、整体情况
        一、政府信息公开工作总体情况
        一、2024年政府信息公开总体情况
    """,
    "二、主动公开政府信息情况": """
        二、主动公开政府信息的情况
        二、政府信息主动公开情况
        二、主动公开情况
        二、主动公开政府信息情况：
        二、主动公开政府信息情况。
        二、主动公开政府信息情况、
        二．主动公开政府信息情况
        二 主动公开政府信息情况
        主动公开政府信息情况
        二、行政机关主动公开政府信息情况
    """,
    "三、收到和处理政府信息公开申请情况": """
        三、依申请公开情况
        三、收到和处理政府信息公开申请的情况
        三、政府信息依申请公开情况
        三、收到和处理政府信息公开申请情况。
        三、收到和处理政府信息公开情况
    """,
    "四、政府信息公开行政复议、行政诉讼情况": """
        四、因政府信息公开工作被申请行政复议、提起行政诉讼情况
        四、行政复议、行政诉讼情况
        四、政府信息公开行政复议和行政诉讼情况
        四、政府信息公开行政复议，行政诉讼情况
        四、复议和诉讼情况
    """,
    "五、存在的主要问题及改进情况": """
        五、存在的主要问题和改进情况
        五、存在问题及改进措施
        五、存在的问题及下一步工作
        五、存在的不足及改进措施
        五、存在的主要问题及改进情况:
    """,
    "六、其他需要报告的事项": """
        六、其他需要报告的情况
        六、其它需要报告的事项
        六、其他事项
        六、需要报告的其他事项
        六、其他需要说明的事项
    """,
}


CASES = [(due, printed.strip()) for due, forms in FORM.items() for printed in forms.strip().split("\n")]


@pytest.mark.parametrize(("due", "printed"), CASES)
def test_a_heading_in_other_words_is_at_most_a_note(due: str, printed: str) -> None:
    source = writes(sample(2024), "text")
    assert due in source
    findings = check(reads(source.replace(due, printed, 1).encode(), "text"))
    assert not [one for one in findings if one.severity > Severity.NOTE]
