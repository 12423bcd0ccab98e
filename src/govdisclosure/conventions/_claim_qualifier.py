"""Words that narrow requests down to some of them: 关于征地的申请, 不属于本级的申请."""

import re
from collections.abc import Sequence
from typing import Final

from govdisclosure.conventions._claim_text import FILLER
from govdisclosure.conventions._claim_words import Token

__all__ = ["qualifier_before", "qualifier_between"]

_NARROWING: Final = re.compile("关于|涉及|要求|针对|有关(?!政府信息)")
# Who asks, by which way, and that it is of 政府信息公开, is told by other means or narrows nothing.
_WHO: Final = (
    "人民群众|社会(?:公众|各界|群众)?|[公群民]众|[市居村网]民|公民|法人|自然人|个人|企业|单位|其[他它]|组织"
    "|申请(?:人|者)?|当事人|相对人|主体|[各多]级|各[类种]"
)
_HOW: Final = (
    "任何|有效|正式|书面|[线网]上|线下|通过|按照?|根据|依据|依照|依法|依规|条例|规定|有关|相关|关于(?=政府信息)"
    "|涉及(?=政府信息)|提[出交起]|递交|发来|寄来|来自|渠道|方式|途径|形式"
)
_WHAT: Final = (
    "要求(?=公开(?:相关|有关)?(?:政府)?信息)|政府|政务|信息|公开|内容|事项|工作|方面|情况"
    "|总[数量计]|共计|合计|累计|年度|今年|本年"
)
_WHERE: Final = (
    "全[年市县区州省镇乡局]|[我本][局厅委办镇乡县市区州省院旗]|[我本](?:机关|单位|部门|街道|中心|级)"
    "|[省市县区镇乡]?(?:人民)?政府"
)
_LINKS: Final = f'[0-9a-zA-Z,，、:“”"()的新到过了共有向对就于和或及与等类件{FILLER}]'
_USUAL: Final = re.compile("|".join((_WHO, _HOW, _WHAT, _WHERE, _LINKS)))


def qualifier_between(words: str, tokens: Sequence[Token], start: int, end: int) -> str:
    """Give the words between a verb and its requests, or before them, if they narrow them down; ``""`` otherwise.

    Example:
        >>> qualifier_between("收到关于征地的申请", (), 2, 7), qualifier_between("收到公众提出的申请", (), 2, 7)
        ('关于征地的', '')
    """
    rest: list[str] = []
    at = start
    for token in tokens:
        if at <= token.start < end:
            rest.append(words[at : token.start])
            at = token.end
    rest.append(words[at:end])
    return words[start:end] if len(_USUAL.sub("", "".join(rest))) > 1 else ""


def qualifier_before(words: str, start: int, end: int) -> str:
    """Give what stands before requests that no verb governs, if it says which they are.

    Example:
        >>> qualifier_before("涉及征地的申请", 0, 5), qualifier_before("我镇规范办理的申请", 0, 7)
        ('涉及征地的', '')
    """
    said = words[start:end]
    return said if _NARROWING.search(said) else ""
