"""Words that narrow requests down to some of them: 关于征地的申请, 不属于本级的申请."""

import re
from collections.abc import Sequence
from typing import Final

from govdisclosure.conventions._claim_text import FILLER
from govdisclosure.conventions._claim_words import Token

__all__ = ["OF_REMEDIES", "OF_REQUESTS", "OF_VERBS", "qualifier", "qualifier_before"]

_NARROWING: Final = re.compile("关于|涉及|要求|针对|有关(?!政府信息)|同一|多次|反复|形式提|名义|(?<![各此该])类的?$")
# Who asks, by which way, and that it is of 政府信息公开, is told by other means or narrows nothing.
_WHO: Final = (
    "人民群众|社会(?:公众|各界|群众)?|[公群民]众|[市居村网]民|公民|法人|自然人|个人|企业|单位|其[他它](?=组织)|组织"
    "|申请(?:人|者)?|当事人|相对人|主体|[各多]级|各[类种]"
)
_HOW: Final = (
    "任何|有效|正式|书面|[线网]上|线下|通过|按照?|根据|依据|依照|依法|依规|条例|规定|有关|相关|关于(?=政府信息)"
    "|涉及(?=政府信息)|提[出交起]|递交|发来|寄来|来自|渠道|方式|途径|形式"
)
_WHAT: Final = (
    "要求(?=$|公开(?:相关|有关)?(?:政府)?信息)|政府|政务|信息|公开|内容|事项|工作|方面|情况"
    "|总[数量计]|共计|合计|累计|年度|今年|本年"
)
_WHERE: Final = (
    "全[年市县区州省镇乡局]|[我本][局厅委办镇乡县市区州省院旗]|[我本](?:机关|单位|部门|街道|中心|级)"
    "|[省市县区镇乡]?(?:人民)?政府"
)
_LINKS: Final = f'[0-9a-zA-Z,，、:“”"()的新到过了共有向对就于和或及与等类件{FILLER}]'
_DONE: Final = (  # how a thing is done, and by when, in 均按时答复12件
    "目前|现已|当前|截至|截止|[已均皆都则并且也还再就被予以]|全部|实际|按[时期]|及时|按?规定|按?要求|按?程序|法定|时限|期限|时间"
    "|[之以]?内|年[内底末]|一并|逐一|逐件|妥善|认真|严格|积极|顺利|规范|完成|完毕|进行|作出|给予|[收接受]|主动|成功"
)
_CAUSED: Final = (  # what 行政复议 was about, and who was asked to answer for it
    "因|由于?|引[起发]|产生|导致|造成|提起|提出|发生|涉及|申请|被申请人|被告|被|作为|针对|不服|答复|新增|存在|目前|截至|实际|[以为而在其已均也曾]"
)
OF_REQUESTS: Final = re.compile("|".join((_WHO, _HOW, _WHAT, _WHERE, _LINKS)))
"""What may stand between a verb and its requests: 收到公众提出的申请."""

OF_VERBS: Final = re.compile("|".join((_DONE, _WHO, _HOW, _WHAT, _WHERE, _LINKS)))
"""What may stand before a verb without a noun of its own: 均已按时答复."""

OF_REMEDIES: Final = re.compile("|".join((_CAUSED, _WHO, _HOW, _WHAT, _WHERE, _LINKS)))
"""What may stand before 行政复议 or 诉讼: 因信息公开引起的."""


def qualifier(words: str, tokens: Sequence[Token], start: int, end: int, usual: re.Pattern[str]) -> str:
    """Give the words from ``start`` to ``end``, tokens aside, if more stands there than is usual; ``""`` otherwise.

    Example:
        >>> said = "收到关于征地的申请", "收到公众提出的申请"
        >>> [qualifier(words, (), 2, 7, OF_REQUESTS) for words in said]
        ['关于征地的', '']
        >>> qualifier("便民答复5件", (), 0, 2, OF_VERBS), qualifier("均已按时答复5件", (), 0, 4, OF_VERBS)
        ('便民', '')
        >>> said = "因征地补偿引起的复议", "因信息公开引起的复议"
        >>> [qualifier(words, (), 0, 8, OF_REMEDIES) for words in said]
        ['因征地补偿引起的', '']
    """
    rest: list[str] = []
    at = start
    for token in tokens:
        if at <= token.start < end:
            rest.append(words[at : token.start])
            at = token.end
    rest.append(words[at:end])
    return words[start:end] if len(usual.sub("", "".join(rest))) > 1 else ""


def qualifier_before(words: str, start: int, end: int) -> str:
    """Give what stands before requests that no verb governs, if it says which they are.

    Example:
        >>> qualifier_before("涉及征地的申请", 0, 5), qualifier_before("我镇规范办理的申请", 0, 7)
        ('涉及征地的', '')
    """
    said = words[start:end]
    return said if _NARROWING.search(said) else ""
