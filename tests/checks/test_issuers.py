"""What a name tells of an organ, and by when its report must be out."""

from datetime import date

import pytest

from govdisclosure.checks.issuers import is_government, issuer_kind, same_body
from govdisclosure.checks.legal_day import legal_day


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("江北省人民政府", "province"),
        ("江北自治区人民政府", "province"),
        ("北京市人民政府", "province"),
        ("绿水市人民政府", "city"),
        ("绿水彝族自治州人民政府", "city"),
        ("绿水县人民政府", "county"),
        ("绿水区人民政府", "county"),
        ("青山旗人民政府", "county"),
        ("青山镇人民政府", "township"),
        ("青山彝族乡", "township"),
        ("绿水区青山街道办事处", "subdistrict"),
        ("绿水县教育局", "department"),
        ("绿水市发展和改革委员会", "department"),
        ("江北省教育厅", "department"),
        ("绿水县人民政府办公室", "department"),
        ("国家统计局", "ministry"),
        ("绿水市高新技术产业开发区管理委员会", "other"),
        ("绿水县人民医院", "other"),
        ("绿水县供水中心", "other"),
        ("", "other"),
    ],
)
def test_the_kind_is_told_by_the_name(name: str, kind: str) -> None:
    assert issuer_kind(name) == kind


@pytest.mark.parametrize("name", ["绿水县人民政府办公室", "绿水县教育局", "青山街道办事处", ""])
def test_offices_and_departments_are_no_governments(name: str) -> None:
    assert not is_government(name)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("绿水县人民政府", "绿水县人民政府办公室", True),
        ("绿水县教育局", "教育局", True),
        ("青山镇人民政府", "绿水县青山镇人民政府", True),
        ("绿水县教育局", "绿水县公安局", False),
        ("", "绿水县", False),
    ],
)
def test_a_body_is_the_same_whole_or_shortened(first: str, second: str, same: bool) -> None:
    assert same_body(first, second) is same


@pytest.mark.parametrize(
    ("issuer", "day", "is_set"),
    [
        ("绿水县教育局", date(2025, 1, 31), True),
        ("绿水县人民政府办公室", date(2025, 1, 31), True),
        ("绿水县人民政府", date(2025, 3, 31), True),
        ("青山镇人民政府", date(2025, 3, 31), False),
        ("青山街道办事处", date(2025, 3, 31), False),
        ("绿水县供水中心", date(2025, 3, 31), False),
    ],
)
def test_the_law_sets_a_day_for_some(issuer: str, day: date, is_set: bool) -> None:
    assert (legal_day(issuer, 2024).day, legal_day(issuer, 2024).is_set) == (day, is_set)
