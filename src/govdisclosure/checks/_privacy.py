"""PRI 隐私: numbers and names of persons, which no report may print. Masked forms such as 138****1234 are let pass."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from govdisclosure.checks.rule import Case, Hit, Rule, Saying, rule
from govdisclosure.checks.severity import Severity
from govdisclosure.paths import Path

__all__ = ["RULES"]

_BASIS: Final = ("OGI 15", "PIPL")
_LONG: Final = re.compile(r"\d{11}")
_IDENTITY: Final = re.compile(r"(?<![0-9A-Za-z])[1-9]\d{16}[0-9Xx](?![0-9A-Za-z])")
_MOBILE: Final = re.compile(r"(?<![0-9A-Za-z.-])1[3-9]\d{9}(?![0-9A-Za-z])")
_CARD: Final = re.compile(r"(?<![0-9A-Za-z-])(?:62\d{14,17}|4\d{15}|5[1-5]\d{14})(?![0-9A-Za-z-])")
_CONTACT: Final = re.compile("电话|手机|联系|热线|传真|咨询")
_REFERENCE: Final = re.compile("索引|编号|流水|代码|文号|序列")
_SURNAME: Final = (
    "王李张刘陈杨赵黄周吴徐孙朱胡郭林罗梁宋郑谢韩唐冯董曹袁邓傅沈"
    "曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪姜姚谭廖邹熊陆郝崔邱秦"
)
_APPLICANT: Final = re.compile(
    f"(?:申请人|原告|复议申请人)(?P<name>[{_SURNAME}][\u4e00-\u9fff]{{1,2}})(?=(?:诉|提出|申请|不服|因|就|向|与|对))"
)


@rule("PRI001", severity=Severity.ERROR, basis=_BASIS, looks_at="prose")
def identity_number(case: Case) -> Iterator[Saying]:
    """An identity number of a person, with a right check digit.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"preamble.blocks": ("申请人证件号为11010519491231002X。",)})
        ['PRI001']
        >>> codes({"preamble.blocks": ("索引号为110105194912310021。",)})
        []
    """
    for path, found in _found(case, _IDENTITY):
        from stdnum.cn import ric

        if ric.is_valid(found[0]):
            yield Hit(path, actual=_masked(found[0]))


@rule("PRI002", severity=Severity.WARNING, basis=_BASIS, looks_at="prose")
def mobile_number(case: Case) -> Iterator[Saying]:
    """A mobile number. Where the office gives it as its own, it is a note.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"overview.blocks[0]": "青山镇村民来信，请回复13800001234。"})
        ['PRI002']
    """
    for path, found in _found(case, _MOBILE):
        near = found.string[max(0, found.start() - 20) : found.start()]
        is_contact = path.parts[0] == "preamble" or _CONTACT.search(near) is not None
        yield Hit(path, actual=_masked(found[0]), severity=Severity.NOTE if is_contact else None)


@rule("PRI003", severity=Severity.WARNING, basis=_BASIS, looks_at="prose")
def card_number(case: Case) -> Iterator[Saying]:
    """A number of a bank card, with a right check digit.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"preamble.blocks": ("缴入账户4111111111111111。",)})
        ['PRI003']
    """
    for path, found in _found(case, _CARD):
        from stdnum import luhn

        near = found.string[max(0, found.start() - 8) : found.start()]
        if luhn.is_valid(found[0]) and not _REFERENCE.search(near):
            yield Hit(path, actual=_masked(found[0]))


@rule("PRI004", severity=Severity.NOTE, basis=_BASIS, looks_at="prose")
def named_applicant(case: Case) -> Iterator[Saying]:
    """An applicant is named. 张某某 is masked, and let pass.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> (
        ...     codes({"preamble.blocks": ("申请人张三丰不服答复。",)}),
        ...     codes({"preamble.blocks": ("申请人张某某不服答复。",)}),
        ... )
        (['PRI004'], [])
    """
    if "申请人" not in case.words and "原告" not in case.words:
        return
    for paragraph in case.paragraphs:
        for found in _APPLICANT.finditer(paragraph.text):
            if "某" not in found["name"]:
                yield Hit(paragraph.path, actual=f"{found['name'][0]}{'*' * (len(found['name']) - 1)}")


def _found(case: Case, form: re.Pattern[str]) -> Iterator[tuple[Path, re.Match[str]]]:
    if _LONG.search(case.words):
        for paragraph in case.paragraphs:
            for found in form.finditer(paragraph.text):
                yield paragraph.path, found


def _masked(number: str) -> str:
    """What a finding shows of a number: a list of findings must not spread what it complains of."""
    return f"{number[:3]}{'*' * (len(number) - 7)}{number[-4:]}"


RULES: Final[Sequence[Rule]] = (identity_number, mobile_number, card_number, named_applicant)
"""The rules of this module, in the order of their codes."""
