"""Table 三: requests received and handled (收到和处理政府信息公开申请情况), in both editions.

Legal source: 《中华人民共和国政府信息公开条例》第二十七条至第四十二条、第五十条.
"""

from typing import ClassVar, Final, Literal, TypeAlias

from attrs import frozen

from govdisclosure.model.cells import Count, ExtraRow
from govdisclosure.model.label import Role, Row, count, edition, extra_rows, row, rows
from govdisclosure.model.statutory import Shape, StatutoryTable, TableSectionName

__all__ = [
    "ApplicantCounts",
    "ApplicationsTable",
    "ApplicationsTable2019",
    "ApplicationsTable2021",
    "NotProcessed",
    "Otherwise",
    "Refused",
    "UnableToProvide",
]

_ORGANISATIONS: Final = ("法人或其他组织",)
_RESULTS: Final = ("三、本年度办理结果",)


@frozen(order=False, repr=False)
class ApplicantCounts(Row):
    """A row of the table: one figure for each kind of applicant, and their 总计, in 件.

    自然人 is any individual; the five kinds under 法人或其他组织 exclude one another.

    Example:
        >>> ApplicantCounts(natural_person=3, commercial=1).totalled().total
        4
    """

    natural_person: Count = count("自然人", role=Role.PART, english="natural person")
    commercial: Count = count("商业企业", role=Role.PART, under=_ORGANISATIONS, english="commercial enterprise")
    research: Count = count("科研机构", role=Role.PART, under=_ORGANISATIONS, english="research institution")
    public_welfare: Count = count(
        "社会公益组织", role=Role.PART, under=_ORGANISATIONS, english="public-welfare organisation"
    )
    legal_service: Count = count(
        "法律服务机构", role=Role.PART, under=_ORGANISATIONS, english="legal-service institution"
    )
    other: Count = count("其他", role=Role.PART, under=_ORGANISATIONS, english="other organisation")
    total: Count = count("总计", role=Role.SUM, english="total")

    def totalled(self) -> "ApplicantCounts":
        """Return the row with its 总计 computed; blanks and marks count as 0.

        Example:
            >>> ApplicantCounts(research=2).totalled().total
            2
        """
        from govdisclosure.model.sums import totalled_row

        return totalled_row(self)


_BLANK_ROW: Final = ApplicantCounts()


def _case(number: str, text: str, english: str, basis: str, meaning_zh: str, meaning_en: str) -> ApplicantCounts:
    """One of the outcomes that a group lists."""
    return row(
        text,
        number=number,
        english=english,
        basis=basis,
        role=Role.OUTCOME,
        blank=_BLANK_ROW,
        meaning=(meaning_zh, meaning_en),
    )


# The rows that both editions print alike are defined once; attrs wants a field of its own in each class.
def _received() -> ApplicantCounts:
    return row(
        "本年新收政府信息公开申请数量",
        number="一、",
        blank=_BLANK_ROW,
        role=Role.IN,
        english="received",
        basis="第二十九条、第三十一条",
        meaning=(
            "本年1月1日至12月31日收到的申请，按收到日计；一事一申请的按件拆分",
            "requests received in the year, by day of receipt",
        ),
    )


def _carried_in() -> ApplicantCounts:
    return row(
        "上年结转政府信息公开申请数量",
        number="二、",
        blank=_BLANK_ROW,
        role=Role.IN,
        english="carried in",
        basis="第三十三条",
        meaning=("上年收到、年底前未办结的申请", "received earlier, still open on 1 January"),
    )


def _granted() -> ApplicantCounts:
    return row(
        "予以公开",
        number="（一）",
        under=_RESULTS,
        blank=_BLANK_ROW,
        role=Role.OUTCOME,
        english="granted",
        basis="第三十六条第（一）、（二）项",
        meaning=("已主动公开并告知获取途径的，或全部提供的", "given in full, or pointed to where it is already public"),
    )


def _partly_granted() -> ApplicantCounts:
    return row(
        "部分公开",
        number="（二）",
        gloss="（区分处理的，只计这一情形，不计其他情形）",
        under=_RESULTS,
        blank=_BLANK_ROW,
        role=Role.OUTCOME,
        english="partly granted",
        basis="第三十七条",
        meaning=(
            "含不应公开内容而能区分、只给其余部分的；只计此行",
            "separable: the rest given; counted here only, not under any reason for refusal",
        ),
    )


def _handled_total() -> ApplicantCounts:
    return row(
        "总计",
        number="（七）",
        under=_RESULTS,
        blank=_BLANK_ROW,
        role=Role.SUM,
        english="total handled",
        meaning=("本年办结合计，含办结的上年结转件", "all closed in the year, carried-in ones included"),
    )


def _carried_over() -> ApplicantCounts:
    return row(
        "结转下年度继续办理",
        number="四、",
        blank=_BLANK_ROW,
        role=Role.OUT,
        english="carried over",
        basis="第三十三条",
        meaning=("12月31日尚未办结，转下年", "open on 31 December"),
    )


@frozen(order=False, repr=False)
class Refused(Row):
    """The reasons for which information was refused: （三）不予公开.

    Example:
        >>> Refused().state_secret.total is None
        True
    """

    state_secret: ApplicantCounts = _case(
        "1.", "属于国家秘密", "state secret", "第十四条", "依法确定为国家秘密", "classified as a state secret"
    )
    prohibited_by_law: ApplicantCounts = _case(
        "2.",
        "其他法律行政法规禁止公开",
        "prohibited by law",
        "第十四条",
        "其他法律、行政法规明文禁止公开",
        "disclosure barred by another law or administrative regulation",
    )
    safety_and_stability: ApplicantCounts = _case(
        "3.",
        "危及“三安全一稳定”",
        "safety and stability",
        "第十四条",
        "公开后可能危及国家安全、公共安全、经济安全、社会稳定（“三安全一稳定”）",
        "may endanger national, public or economic security, or social stability",
    )
    third_party_rights: ApplicantCounts = _case(
        "4.",
        "保护第三方合法权益",
        "third-party rights",
        "第十五条、第三十二条",
        "涉商业秘密、个人隐私等会损害第三方且第三方不同意、又无重大公共利益",
        "trade secrets, privacy; no consent, no overriding public interest",
    )
    internal_affairs: ApplicantCounts = _case(
        "5.",
        "属于三类内部事务信息",
        "internal affairs",
        "第十六条第一款",
        "人事管理、后勤管理、内部工作流程三类",
        "personnel, logistics, internal workflow",
    )
    process_information: ApplicantCounts = _case(
        "6.",
        "属于四类过程性信息",
        "process information",
        "第十六条第二款",
        "讨论记录、过程稿、磋商信函、请示报告四类",
        "minutes, drafts, consultation letters, requests for instruction and reports",
    )
    enforcement_file: ApplicantCounts = _case(
        "7.",
        "属于行政执法案卷",
        "enforcement file",
        "第十六条第二款",
        "行政执法案卷中的信息",
        "files of administrative enforcement",
    )
    administrative_query: ApplicantCounts = _case(
        "8.",
        "属于行政查询事项",
        "administrative query",
        "第三十六条第（七）项",
        "工商、不动产登记等另有专门查询规定的",
        "registers with their own rules of access",
    )


@frozen(order=False, repr=False)
class UnableToProvide(Row):
    """The reasons for which information could not be provided: （四）无法提供.

    Example:
        >>> UnableToProvide().not_held.total is None
        True
    """

    not_held: ApplicantCounts = _case(
        "1.",
        "本机关不掌握相关政府信息",
        "not held",
        "第三十六条第（四）、（五）项",
        "经检索不存在，或不由本机关负责公开",
        "no such information found, or not this organ's to disclose",
    )
    needs_creation: ApplicantCounts = _case(
        "2.",
        "没有现成信息需要另行制作",
        "needs creation",
        "第三十八条",
        "需加工、分析或另行制作才有",
        "would have to be made, processed or analysed",
    )
    still_unclear: ApplicantCounts = _case(
        "3.",
        "补正后申请内容仍不明确",
        "still unclear",
        "第二十九条、第三十条",
        "已补正，内容仍不明确（与逾期不补正不同）",
        "supplemented, still not identifiable",
    )


@frozen(order=False, repr=False)
class NotProcessed(Row):
    """The reasons for which a request was not processed: （五）不予处理.

    Example:
        >>> NotProcessed().petition.total is None
        True
    """

    petition: ApplicantCounts = _case(
        "1.",
        "信访举报投诉类申请",
        "petition",
        "第三十九条第一款",
        "以申请形式信访、投诉、举报",
        "petitions or complaints in the form of a request",
    )
    repeated: ApplicantCounts = _case(
        "2.",
        "重复申请",
        "repeated",
        "第三十六条第（六）项",
        "已答复，又申请相同信息",
        "same information asked again after an answer",
    )
    published_material: ApplicantCounts = _case(
        "3.",
        "要求提供公开出版物",
        "published material",
        "第三十九条第二款",
        "要求提供公报、报刊、书籍等公开出版物",
        "gazettes, papers, books",
    )
    excessive: ApplicantCounts = _case(
        "4.",
        "无正当理由大量反复申请",
        "excessive",
        "第三十五条",
        "数量、频次明显超过合理范围且理由不合理",
        "clearly excessive, reasons not accepted",
    )
    reconfirmation: ApplicantCounts = _case(
        "5.",
        "要求行政机关确认或重新出具已获取信息",
        "reconfirmation",
        "",
        "要求确认或重新出具其已获得的信息",
        "asks to confirm or reissue what the applicant already has",
    )


@frozen(order=False, repr=False)
class Otherwise(Row):
    """What else became of a request (edition 2021): （六）其他处理.

    Example:
        >>> Otherwise().not_corrected_in_time.total is None
        True
    """

    not_corrected_in_time: ApplicantCounts = _case(
        "1.",
        "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "not corrected in time",
        "第三十条",
        "无正当理由逾期不补正，视为放弃",
        "not supplemented in time without good reason: taken as abandoned",
    )
    fee_unpaid: ApplicantCounts = _case(
        "2.",
        "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "fee unpaid",
        "第四十二条；国办函〔2020〕109号",
        "收到收费通知次日起20个工作日内未缴费，视为放弃",
        "fee not paid within 20 working days of the notice: taken as abandoned",
    )
    other: ApplicantCounts = _case(
        "3.", "其他", "other", "", "申请人撤回等其他情形", "withdrawn by the applicant, and the rest"
    )


_BLANK_REFUSED: Final = Refused()
_BLANK_UNABLE_TO_PROVIDE: Final = UnableToProvide()
_BLANK_NOT_PROCESSED: Final = NotProcessed()
_BLANK_OTHERWISE: Final = Otherwise()


@frozen(order=False, repr=False, kw_only=True)
class ApplicationsTable2021(StatutoryTable):
    """Table 三 of the 2021 edition: 25 rows of 7 cells, 175 in all.

    Legal source: 国办公开办函〔2021〕30号.

    Example:
        >>> table = ApplicationsTable2021(received=ApplicantCounts(natural_person=3))
        >>> table.received.natural_person, table.carried_over.natural_person
        (3, None)
    """

    section: ClassVar[TableSectionName] = "applications"
    shape: ClassVar[Shape] = "matrix"

    edition: Literal["2021"] = edition("2021")
    received: ApplicantCounts = _received()
    carried_in: ApplicantCounts = _carried_in()
    granted: ApplicantCounts = _granted()
    partly_granted: ApplicantCounts = _partly_granted()
    refused: Refused = rows("不予公开", number="（三）", under=_RESULTS, english="refused", blank=_BLANK_REFUSED)
    unable_to_provide: UnableToProvide = rows(
        "无法提供", number="（四）", under=_RESULTS, english="unable to provide", blank=_BLANK_UNABLE_TO_PROVIDE
    )
    not_processed: NotProcessed = rows(
        "不予处理", number="（五）", under=_RESULTS, english="not processed", blank=_BLANK_NOT_PROCESSED
    )
    otherwise: Otherwise = rows(
        "其他处理", number="（六）", under=_RESULTS, english="otherwise handled", blank=_BLANK_OTHERWISE
    )
    handled_total: ApplicantCounts = _handled_total()
    carried_over: ApplicantCounts = _carried_over()
    extra_rows: tuple[ExtraRow, ...] = extra_rows()


@frozen(order=False, repr=False, kw_only=True)
class ApplicationsTable2019(StatutoryTable):
    """Table 三 of the 2019 edition: 23 rows of 7 cells, 161 in all; （六）其他处理 is one row.

    Legal source: 国办公开办函〔2019〕60号.

    Example:
        >>> table = ApplicationsTable2019(received=ApplicantCounts(natural_person=3))
        >>> table.received.natural_person, table.carried_over.natural_person
        (3, None)
    """

    section: ClassVar[TableSectionName] = "applications"
    shape: ClassVar[Shape] = "matrix"

    edition: Literal["2019"] = edition("2019")
    received: ApplicantCounts = _received()
    carried_in: ApplicantCounts = _carried_in()
    granted: ApplicantCounts = _granted()
    partly_granted: ApplicantCounts = _partly_granted()
    refused: Refused = rows("不予公开", number="（三）", under=_RESULTS, english="refused", blank=_BLANK_REFUSED)
    unable_to_provide: UnableToProvide = rows(
        "无法提供", number="（四）", under=_RESULTS, english="unable to provide", blank=_BLANK_UNABLE_TO_PROVIDE
    )
    not_processed: NotProcessed = rows(
        "不予处理", number="（五）", under=_RESULTS, english="not processed", blank=_BLANK_NOT_PROCESSED
    )
    otherwise: ApplicantCounts = row(
        "其他处理",
        number="（六）",
        blank=_BLANK_ROW,
        under=_RESULTS,
        role=Role.OUTCOME,
        english="otherwise handled",
        meaning=("逾期不补正、逾期不缴费、撤回等其他情形", "abandoned, withdrawn, and the rest"),
    )
    handled_total: ApplicantCounts = _handled_total()
    carried_over: ApplicantCounts = _carried_over()
    extra_rows: tuple[ExtraRow, ...] = extra_rows()


ApplicationsTable: TypeAlias = ApplicationsTable2019 | ApplicationsTable2021
"""Table 三 of either edition."""
