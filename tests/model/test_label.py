"""The labels on the classes: the one definition of every statutory table."""

import pytest

from govdisclosure import (
    ApplicantCounts,
    ApplicationsTable2019,
    ApplicationsTable2021,
    ConstructionError,
    ProactiveTable2019,
    ProactiveTable2021,
    RemediesTable,
    RemedyOutcomes,
)
from govdisclosure.model.applications import NotProcessed, Otherwise, Refused, UnableToProvide
from govdisclosure.model.label import Role, label_of, labelled
from govdisclosure.model.statutory import StatutoryTable

TABLES = (ApplicationsTable2019, ApplicationsTable2021, ProactiveTable2019, ProactiveTable2021, RemediesTable)


@pytest.mark.parametrize(
    ("owner", "printed"),
    [
        (
            Refused,
            (
                "1.属于国家秘密 2.其他法律行政法规禁止公开 3.危及“三安全一稳定” "
                "4.保护第三方合法权益 5.属于三类内部事务信息 "
                "6.属于四类过程性信息 7.属于行政执法案卷 8.属于行政查询事项"
            ),
        ),
        (UnableToProvide, "1.本机关不掌握相关政府信息 2.没有现成信息需要另行制作 3.补正后申请内容仍不明确"),
        (
            NotProcessed,
            (
                "1.信访举报投诉类申请 2.重复申请 3.要求提供公开出版物 4.无正当理由大量反复申请 "
                "5.要求行政机关确认或重新出具已获取信息"
            ),
        ),
        (
            Otherwise,
            (
                "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 "
                "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 3.其他"
            ),
        ),
        (ApplicantCounts, "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"),
        (RemedyOutcomes, "结果维持 结果纠正 其他结果 尚未审结 总计"),
        (
            ApplicationsTable2021,
            (
                "一、本年新收政府信息公开申请数量 二、上年结转政府信息公开申请数量 （一）予以公开 "
                "（二）部分公开（区分处理的，只计这一情形，不计其他情形） （三）不予公开 （四）无法提供 （五）不予处理 "
                "（六）其他处理 （七）总计 四、结转下年度继续办理"
            ),
        ),
        (ProactiveTable2021, "规章 行政规范性文件 行政许可 行政处罚 行政强制 行政事业性收费"),
        (
            ProactiveTable2019,
            "规章 规范性文件 行政许可 其他对外管理服务事项 行政处罚 行政强制 行政事业性收费 政府集中采购",
        ),
        (RemediesTable, "行政复议 未经复议直接起诉 复议后起诉"),
    ],
)
def test_a_class_prints_the_words_of_the_form(owner: type, printed: str) -> None:
    assert " ".join(label.printed for _, label in labelled(owner)) == printed


def test_both_editions_print_the_shared_rows_alike() -> None:
    shared = [name for name, _ in labelled(ApplicationsTable2021) if name != "otherwise"]
    for name in shared:
        old, new = label_of(ApplicationsTable2019, name), label_of(ApplicationsTable2021, name)
        assert (old.printed, old.under, old.role, old.basis) == (new.printed, new.under, new.role, new.basis)


@pytest.mark.parametrize(
    ("owner", "name", "basis"),
    [
        (ApplicationsTable2021, "carried_in", "第三十三条"),
        (Refused, "administrative_query", "第三十六条第（七）项"),
        (Otherwise, "fee_unpaid", "第四十二条；国办函〔2020〕109号"),
        (ProactiveTable2021, "fees", "第二十条第（八）项"),
        (NotProcessed, "reconfirmation", ""),
    ],
)
def test_a_row_names_its_legal_basis(owner: type, name: str, basis: str) -> None:
    assert label_of(owner, name).basis == basis


@pytest.mark.parametrize("owner", TABLES)
def test_every_row_has_an_english_name(owner: type) -> None:
    assert all(label.english for _, label in labelled(owner))


def test_one_row_and_one_column_are_the_sums_of_the_applications() -> None:
    assert [name for name, label in labelled(ApplicationsTable2021) if label.role is Role.SUM] == ["handled_total"]
    assert [name for name, label in labelled(ApplicantCounts) if label.role is Role.SUM] == ["total"]


def test_a_name_without_a_label_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        label_of(RemediesTable, "extra_rows")


@pytest.mark.parametrize("kind", TABLES)
def test_an_empty_table_shares_its_blank_rows(kind: type[StatutoryTable]) -> None:
    first, _ = labelled(kind)[0]
    assert getattr(kind(), first) is getattr(kind(), first)


def test_a_row_of_another_class_is_refused_by_name() -> None:
    wrong: object = RemedyOutcomes()
    with pytest.raises(ConstructionError, match=r"ApplicationsTable2021\.received.*ApplicantCounts"):
        ApplicationsTable2021().replace({"received": wrong})


def test_a_table_has_no_other_edition_than_its_own() -> None:
    with pytest.raises(ConstructionError, match=r"ApplicationsTable2021\.edition"):
        ApplicationsTable2021().replace({"edition": "2019"})


def test_a_row_shows_what_is_filled_in() -> None:
    assert repr(ApplicantCounts(natural_person=0, total=3)) == "ApplicantCounts(natural_person=0, total=3)"
    assert repr(Refused()) == "Refused()"
