"""What kind of organ an issuer is, told by its name and nothing else."""

import re
from typing import Final, Literal, TypeAlias

__all__ = ["IssuerKind", "is_government", "issuer_kind", "same_body"]

IssuerKind: TypeAlias = Literal[
    "ministry", "province", "city", "county", "township", "subdistrict", "department", "other"
]
"""Governments by level; a department or office of one; ``"other"`` where the name does not tell."""

_GOVERNMENT: Final = re.compile(r"(?:人民)?政府$")
_OFFICE: Final = re.compile(r"(?:人民政府|政府)办公(?:厅|室)$")
_DEPARTMENT: Final = re.compile(r"(?:局|委|委员会|厅|办公室|署|部)$")
_SUBDISTRICT: Final = re.compile(r"街道(?:办事处|办)?$")
_TOWNSHIP: Final = re.compile(r"(?:镇|乡)(?:人民)?(?:政府)?$")
_AREA: Final = re.compile(r"(?:开发区|新区|园区|度假区|景区|管理区|示范区|保税区|高新区)(?:管理委员会|管委会)?")
_STEM: Final = re.compile(r"(?:人民政府|政府|办公室|办公厅|委员会|办事处|办|委)+$")
_NATIONAL: Final = re.compile(r"^(?:中华人民共和国|国务院|国家)[^省市县区]*(?:部|委员会|局|总局|署|办公室)$")
_PROVINCE: Final = re.compile(r"^(?:[^市县]{2,8}(?:省|自治区)|(?:北京|上海|天津|重庆)市)(?:人民)?政府$")
_COUNTY: Final = re.compile(r"(?:县|自治县|旗|自治旗|区|林区|特区)(?:人民)?政府$")
_CITY: Final = re.compile(r"(?:市|自治州|州|盟|地区|行政公署)(?:人民)?政府$|(?:行政公署|行署)$")


def issuer_kind(name: str) -> IssuerKind:
    """Return what kind of organ a name is that of. A 市 may be one with districts or one at county level.

    Example:
        >>> [issuer_kind(name) for name in ("青山镇人民政府", "绿水县人民政府", "绿水县教育局", "绿水县人民政府办公室")]
        ['township', 'county', 'department', 'department']
        >>> [issuer_kind(name) for name in ("绿水区青山街道办事处", "江北省人民政府", "绿水市高新区管理委员会")]
        ['subdistrict', 'province', 'other']
    """
    name = "".join(name.split())
    if _NATIONAL.search(name):
        return "ministry"
    if _SUBDISTRICT.search(name):
        return "subdistrict"
    if _AREA.search(name):
        return "other"
    if _OFFICE.search(name):
        return "department"
    if _TOWNSHIP.search(name):
        return "township"
    for kind, form in (("province", _PROVINCE), ("county", _COUNTY), ("city", _CITY)):
        if form.search(name):
            return kind  # type: ignore[return-value]  # the literals are those of the kinds
    return "department" if _DEPARTMENT.search(name) else "other"


def is_government(name: str) -> bool:
    """Tell whether a name is that of a people's government, of any level; an office or a department is none.

    Example:
        >>> is_government("青山镇人民政府"), is_government("绿水县人民政府办公室"), is_government("青山街道办事处")
        (True, False, False)
    """
    return _GOVERNMENT.search("".join(name.split())) is not None


def same_body(first: str, second: str) -> bool:
    """Tell whether two names are that of one body: whole or shortened, the body or its office.

    Example:
        >>> same_body("青山镇人民政府", "青山镇"), same_body("青山镇人民政府", "绿水镇人民政府")
        (True, False)
    """
    one, other = (_STEM.sub("", "".join(name.split())) for name in (first, second))
    return bool(one and other) and (one in other or other in one)
