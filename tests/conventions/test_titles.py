"""Titles of annual reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.conventions.titles import LONGEST_TITLE, parse_title, standard_title

PLACES = st.text("青山绿水白云清泉石桥柳溪", min_size=1, max_size=6)
BODIES = st.sampled_from(
    [
        "镇",
        "镇人民政府",
        "县发展和改革局",
        "市人民政府办公室",
        "街道办事处",
        "县委机构编制委员会办公室",
        "第一中学",
        "新区管理委员会",
    ]
)
ISSUERS = st.builds(str.__add__, PLACES, BODIES)
YEARS = st.integers(2008, 2099)


@given(ISSUERS, YEARS)
def test_the_standard_title_gives_back_issuer_and_year(issuer: str, year: int) -> None:
    found = parse_title(standard_title(issuer, year))
    assert found is not None
    assert (found.issuer, found.year, found.is_standard) == (issuer, year, True)


@given(ISSUERS, YEARS, st.sampled_from(["", " ", "\n", "\u3000\u3000", "\xa0 \n "]))
def test_layout_between_the_parts_changes_nothing(issuer: str, year: int, space: str) -> None:
    found = parse_title(f"{space}{issuer}{space}{year}{space}年{space}政府信息公开{space}工作年度报告{space}")
    assert found is not None
    assert (found.issuer, found.year, found.is_standard) == (issuer, year, space == "")


@given(st.text())
def test_any_text_is_read_or_passed_over(text: str) -> None:
    found = parse_title(text)
    assert found is None or text.strip()[-1] in "报告年報）)"


@pytest.mark.parametrize(
    ("text", "issuer", "year"),
    [
        ("青山藏族乡 2021 政府信息公开 工作年度报告", "青山藏族乡", 2021),
        ("2024 年青山市科委政府信息公开工作年度报告", "青山市科委", 2024),
        ("2023年度青山街道政府信息公开工作年度报告", "青山街道", 2023),
        ("青山管理委员会 卫生健康办公室2023年政府信息公开工作年度报告", "青山管理委员会卫生健康办公室", 2023),
        ("青山新区青山街道办事处2023年度政府\n信息公开工作年度报告", "青山新区青山街道办事处", 2023),
        ("青山镇二〇二一年政府信息公开工作年度报告", "青山镇", 2021),
        ("青山镇二○二一年政府信息公开工作年度报告", "青山镇", 2021),
        ("青山镇２０２２年政府信息公开年度报告", "青山镇", 2022),
        ("青山市國資委2020年政府信息公開工作年度報告", "青山市國資委", 2020),
        ("青山局2021年度政府信息公开工作年度报告", "青山局", 2021),
        ("青山镇2022年度政府信息公开工作报告", "青山镇", 2022),
        ("青山镇2022年度政府信息公开工作情况报告", "青山镇", 2022),
        ("青山镇2022年政务公开年报", "青山镇", 2022),
        ("青山镇2022年政府信息公开年报", "青山镇", 2022),
        ("青山镇人民政府关于2023年度政府信息公开工作情况的报告", "青山镇人民政府", 2023),
        ("青山镇政府信息公开2023年度报告", "青山镇", 2023),
        ("青山镇政府信息公开工作年度报告（2023年）", "青山镇", 2023),
        ("政府信息公开工作年度报告(2023年度)", None, 2023),
        ("2023年政府信息公开工作年度报告", None, 2023),
        ("政府信息公开工作年度报告", None, None),
        ("青山镇政府信息公开工作年度报告", "青山镇", None),
        ("青山镇年政府信息公开工作年度报告", "青山镇", None),
        ("青山镇22年政府信息公开工作年度报告", "青山镇", None),
        ("青山镇人民政府信息公开工作年度报告", "青山镇人民政府", None),
        ("青山 ABC 中心2022年政府信息公开工作年度报告", "青山 ABC 中心", 2022),
        ("青山县政务公开办公室2022年政务公开年报", "青山县政务公开办公室", 2022),
        ("青山县政府办公室（外事办）2022年政府信息公开工作年度报告", "青山县政府办公室（外事办）", 2022),
    ],
)
def test_printed_forms_are_read(text: str, issuer: str | None, year: int | None) -> None:
    found = parse_title(text)
    assert found is not None
    assert (found.issuer, found.year) == (issuer, year)


@pytest.mark.parametrize(
    "text",
    [
        "青山镇2022年度政府信息公开工作年度报告",
        "2022年青山镇政府信息公开工作年度报告",
        "青山镇2022 年政府信息公开工作年度报告",
        "青山镇2022年政府信息公开年度报告",
    ],
)
def test_a_form_other_than_the_usual_one_is_not_standard(text: str) -> None:
    found = parse_title(text)
    assert found is not None
    assert not found.is_standard


@pytest.mark.parametrize(
    "text",
    [
        "",
        "报告",
        "一、总体情况",
        "一、2022年政府信息公开工作年度报告",
        "编制《青山镇2022年政府信息公开工作年度报告》。",
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "现公布我局2022年政府信息公开工作年度报告",
        "根据要求编制2022年政府信息公开工作年度报告",
        "按照规定，青山镇编制了2022年政府信息公开工作年度报告",
        "本机关2022年政府信息公开工作年度报告",
        "历年政府信息公开年度报告",
        "关于报送2023年政府信息公开工作年度报告",
        "青山镇2022年政府信息公开工作年度报告如下",
        "- 青山镇2022年政府信息公开工作年度报告",
        "首页>政府信息公开年报",
        "Page 8 - 青山镇2022年政府信息公开工作年度报告",
        "青山镇2022年政府工作报告",
        "青山镇2022年部门决算公开报告",
    ],
)
def test_other_lines_are_no_titles(text: str) -> None:
    assert parse_title(text) is None


def test_a_title_longer_than_the_longest_is_none() -> None:
    tail = "2022年政府信息公开工作年度报告"
    fitting = "青" * (LONGEST_TITLE - len(tail))
    assert parse_title(fitting + tail) is not None
    assert parse_title("青" + fitting + tail) is None
