"""Whose figures a sentence tells: a government's report tells those of its offices and bodies too."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve

from govdisclosure.checks._kinds import DOCUMENTS, REMEDIES, REQUESTS, row_of
from govdisclosure.checks.issuers import same_body
from govdisclosure.checks.prose import Paragraph, passage_around, passage_at
from govdisclosure.conventions.claims import Claim

__all__ = ["is_of_another", "own_claims"]

_CLAUSE: Final = re.compile("[，。；：！？,;:（）()、]")
_VERB: Final = (
    "(?:共|全年|本年度?|新|分别|均|已)*(?:收到|受理|接收|接到|收悉|办理|办结|答复|回复|制发|制定|出台|印发|发生|产生)"
)
_ORGAN: Final = re.compile(
    f"(?P<name>[\u4e00-\u9fff]{{1,14}}(?:局|厅|委|委员会|办公室|办公厅|镇|乡|街道|办事处|中心|支队|大队|院|乡镇|部门|单位|社区|村))(?={_VERB})"
)
# 受理行政复议申请356件: cases of others that the body decides on, or all that it has to do with.
_AS_JUDGE: Final = re.compile(
    "(?<!未)(?:受理|办理|审理|审结|办结|承办|代理|出庭)[^，。；、（）\\d]{0,16}(?:复议|诉讼|应诉)|复议(?:机关(?!维持|纠正)|机构|局|办公室)"
)
# Documents by how open they are: 制发公文68件，主动公开60件，依申请公开5件，不予公开3件.
_OF_FILES: Final = re.compile(
    "^(?!.*(?<!依)申请).*(?:文件|公文|发文|属性)"
    r"|主动公开[^。，；]{0,16}?\d+\s*([条件份])[^。；]{0,16}[，；、,;]\s*依申请公开[^。，；]{0,6}\d+\s*\1"
)
_OF_NO_TABLE: Final = frozenset(("other_figure", "other_rate", "disclosed_items", "several_outcomes"))
_DISCLOSURE: Final = "信息公开"
_OF_WHICH: Final = re.compile("[件起例宗次]*[（(，,、](?:其中)?[，,：:]?[^，。；（）()]{0,8}信息公开")
_YEARS: Final = re.compile(
    "(?:19|20)\\d\\d\\s*年?度?\\s*[、,，和及至到—–~～-]\\s*(?:19|20)\\d\\d\\s*年|近[两二三四五六七八九十几]年|[两二三四五]年来|历年"
)
_DEALT_OUT: Final = re.compile("分别(?:提出|提交|收到|受理|办理|答复|新收)")  # 两名申请人分别提出5件和3件申请
_UNTIL: Final = re.compile(r"(?:截[至止]到?|[至到])\s*(?:\d{4}\s*年\s*)?(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?")
_DECEMBER: Final = 12
_UNITS: Final = frozenset(
    ("件", "条", "條", "份", "宗", "起", "例", "次", "项", "項", "篇", "元", "万元", "萬元", "亿元", "%", "％", "")
)
_SELF: Final = re.compile("[我本]")
_OFFICE: Final = ("办公室", "办公厅", "办")
_LONGEST: Final = 40


def own_claims(issuer: str, claims: Iterable[tuple[Paragraph, Claim]]) -> Iterator[tuple[Paragraph, Claim]]:
    """Leave out what no table has, and what is of others, or of some requests only.

    After 全县共收到申请320件, all that no 本级 takes back is of the whole area too.
    """
    within: Paragraph | None = None
    is_of_all = False
    for paragraph, claim in claims:
        if paragraph is not within:
            within, is_of_all = paragraph, False
        head = row_of(claim.kind)
        if claim.scope is not None and (head in REQUESTS or head.startswith(REMEDIES)):
            is_of_all = claim.scope == "area"
        if claim.kind in _OF_NO_TABLE:
            continue
        if not claim.qualifier and not is_of_another(issuer, paragraph.text, claim):
            yield paragraph, evolve(claim, scope="area") if is_of_all and claim.scope is None else claim


def is_of_another(issuer: str, text: str, claim: Claim) -> bool:
    """Tell whether a claim is of another body than the issuer, or of something else than the tables count in the year.

    县公安局收到申请5件 in a county's report; 近三年29件, 截至11月底11件; 制发公文68件，不予公开3件; remedies that the
    issuer hears as the organ above (受理行政复议申请356件).

    Example:
        >>> from govdisclosure.conventions.claims import claims
        >>> said = "县公安局收到政府信息公开申请5件。"
        >>> claim = next(claims(said))
        >>> is_of_another("绿水县人民政府", said, claim), is_of_another("绿水县公安局", said, claim)
        (True, False)
    """
    if claim.unit not in _UNITS:
        return True  # 六个部分, 三家单位: nothing that a table counts
    sentence = passage_at(text, claim.figure_start)
    head = row_of(claim.kind)
    if head in REQUESTS and _OF_FILES.search(sentence):
        return True
    if head in DOCUMENTS and "清理" in sentence:
        return True  # of those that were gone over
    if _DEALT_OUT.search(sentence):
        return True
    if _YEARS.search(sentence) or any(map(_is_before_the_end, _UNTIL.finditer(sentence))):
        return True
    if claim.value == 1 and (claim.unit == "次" or sentence.count("一件") > 1):  # 收到一件、答复一件
        return True
    if head.startswith(REMEDIES) and _is_of_other_cases(text, claim):
        return True
    if claim.scope == "own" and claim.scope_word.endswith(_OFFICE) and not issuer.endswith(_OFFICE):
        return True
    before = text[max(0, claim.figure_start - _LONGEST) : claim.figure_start]
    clause = _CLAUSE.split(before)[-1]
    found = _ORGAN.search(clause)
    if found is None or _SELF.search(found["name"]):
        return False
    name = found["name"]
    return not (same_body(name, issuer) or issuer.endswith(name) or any(name.endswith(part) for part in _ends(issuer)))


def _is_before_the_end(until: re.Match[str]) -> bool:
    """Tell whether a figure up to that day leaves some of the year out: 截至11月底."""
    return int(until[1]) != _DECEMBER or until[2] not in (None, "31")


def _is_of_other_cases(text: str, claim: Claim) -> bool:
    """Tell whether remedies are of others, or of other matters too: 行政复议12件，其中涉及信息公开2件."""
    start, end = passage_around(text, claim.figure_start)
    before, after = text[start : claim.figure_start], text[claim.end : end]
    is_broken_down = _DISCLOSURE in after and (_DISCLOSURE not in before or _OF_WHICH.match(after) is not None)
    return is_broken_down or _AS_JUDGE.search(text, start, end) is not None


def _ends(issuer: str) -> tuple[str, ...]:
    """What a text may call the issuer: its name without the place, such as 教育局."""
    return tuple(issuer[start:] for start in range(len(issuer) - 2) if len(issuer) - start >= 3)
