"""Figures that prose states: what they count, how much, and where they stand."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govdisclosure.conventions.claims import Claim, ClaimKind, claims
from govdisclosure.conventions.numerals import to_chinese

# --- any text at all

PIECES = st.sampled_from(
    [
        "收到", "受理", "申请", "依申请公开", "12件", "3", "1,234条", "52.6%", "占", "其中", "（", "）", "，",
        "、", "。", "未", "没有", "均", "行政复议", "诉讼", "维持", "规范性文件", "制定", "2020年", "上年", "结转",
        "增加", "同比", "《", "》", "第", "条", "百分之十二", "一二三件", "为零", "分别为", "公开", "信息处理费",
        "380元", "１２", "〔2021〕5号", "(qǐng)", " ", "\u3000", "\n",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
@example("1件" * 3)
def test_every_claim_stands_at_its_offsets(text: str) -> None:
    for claim in claims(text):
        assert text[claim.start : claim.end] == claim.text
        assert claim.start <= claim.figure_start < claim.figure_end <= claim.end
        assert claim.readings


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert all(text[claim.start : claim.end] == claim.text for claim in claims(text))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_claims_come_in_print_order(text: str) -> None:
    starts = [claim.figure_start for claim in claims(text)]
    assert all(first <= second for first, second in pairwise(starts))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_a_part_names_an_earlier_figure(text: str) -> None:
    found = list(claims(text))
    starts = {claim.figure_start for claim in found}
    for claim in found:
        assert claim.part_of is None or (claim.part_of in starts and claim.part_of < claim.figure_start)


# --- clean sentences built from parts give back what was put in

OPENINGS = st.sampled_from(
    [
        "",
        "2021年，",
        "2021 年度，青山镇",
        "本年度，我局",
        "（二）依申请公开情况。全年",
        "按照《青山镇办法》（青政发〔2021〕5号）要求，",
        "自2021年1月1日至12月31日，",
        "一是规范流程；二是加强培训。全年",
    ]
)
SUBJECTS: list[tuple[str, tuple[ClaimKind, ...]]] = [
    ("共收到政府信息公开申请", ("received", "received_and_carried_in")),
    ("收到依申请公开件", ("received", "received_and_carried_in")),
    ("接到信息公开申请共", ("received", "received_and_carried_in")),
    ("收到公民、法人和其他组织提出的申请", ("received", "received_and_carried_in")),
    ("新收政府信息公开申请", ("received",)),
    ("受理政府信息公开申请共计", ("received", "received_and_carried_in", "handled")),
    ("收到并办理政府信息公开申请", ("received", "received_and_carried_in", "handled")),
    ("政府信息公开申请总数为", ("received", "received_and_carried_in", "handled")),
    ("办结政府信息公开申请", ("handled", "answered")),
    ("答复申请", ("handled", "answered")),
    ("办理政府信息公开申请", ("handled", "answered", "received_and_carried_in")),
    ("上年结转政府信息公开申请", ("carried_in",)),
    ("上年度结转", ("carried_in",)),
    ("结转下年度继续办理", ("carried_over",)),
    ("转入下一年办理的有", ("carried_over",)),
    ("结转", ("carried_over", "carried_in")),
    ("予以公开", ("granted",)),
    ("同意公开的有", ("granted",)),
    ("部分公开", ("partly_granted",)),
    ("予以公开及部分公开", ("granted_and_partly",)),
    ("不予公开", ("refused",)),
    ("无法提供", ("unable_to_provide",)),
    ("不予处理的", ("not_processed",)),
    ("其他处理", ("otherwise",)),
    ("其他处理（含撤回申请）", ("otherwise",)),
    ("不予公开、不予处理共", ("several_outcomes",)),
    ("属于国家秘密", ("refused.state_secret",)),
    ("本机关不掌握相关政府信息", ("unable_to_provide.not_held",)),
    ("重复申请", ("not_processed.repeated",)),
    ("逾期不补正", ("otherwise.not_corrected_in_time",)),
    ("因政府信息公开引起的行政复议", ("reconsideration",)),
    ("行政诉讼案件", ("litigation",)),
    ("行政复议、行政诉讼案件共", ("reconsideration_and_litigation",)),
    ("未经复议直接起诉", ("direct_litigation",)),
    ("复议后起诉", ("litigation_after_reconsideration",)),
    ("行政复议结果维持", ("reconsideration.upheld",)),
    ("行政诉讼结果纠正", ("litigation.corrected",)),
    ("制定行政规范性文件", ("normative_documents.issued",)),
    ("废止规范性文件", ("normative_documents.repealed",)),
    ("现行有效的规范性文件", ("normative_documents.in_force",)),
    ("主动公开规范性文件", ("normative_documents.disclosed",)),
    ("修订规章", ("rules.amended",)),
    ("作出行政许可决定", ("licensing.decisions",)),
    ("行政处罚", ("penalties.decisions",)),
    ("行政强制措施", ("compulsory_measures.decisions",)),
    ("主动公开政府信息", ("disclosed_items",)),
    ("通过门户网站发布信息", ("disclosed_items",)),
]
ENDS = st.sampled_from(["。", "；", "，均已存档。", "", "\n"])


@st.composite
def figures(draw: st.DrawFn) -> tuple[str, int]:
    """Draw a figure as it is printed, and its value."""
    value = draw(st.integers(0, 10**6))
    form = draw(st.sampled_from(["plain", "wide", "thousands", "wide comma", "words", "wan"]))
    if form == "words" and value % 1000:
        return to_chinese(value % 1000), value % 1000
    if form == "wan":
        return f"{value % 1000 / 10:.1f}万", value % 1000 * 1000
    printed = f"{value:,}" if "comma" in form or form == "thousands" else str(value)
    if form == "wide comma":
        printed = printed.replace(",", "，")
    if form == "wide":
        printed = printed.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    return printed, value


@given(OPENINGS, st.sampled_from(SUBJECTS), figures(), st.sampled_from("件个"), st.sampled_from(["", " ", "　"]), ENDS)
def test_a_clean_sentence_gives_back_its_figure(
    opening: str, subject: tuple[str, tuple[ClaimKind, ...]], figure: tuple[str, int], unit: str, space: str, end: str
) -> None:
    words, readings = subject
    printed, value = figure
    text = f"{opening}{words}{space}{printed}{space}{unit}{end}"
    (claim,) = (claim for claim in claims(text) if not claim.is_in_words)
    start = len(opening) + len(words) + len(space)
    assert (claim.readings, claim.value, claim.unit) == (readings, value, unit)
    assert text[claim.figure_start : claim.figure_end] == printed
    assert claim.figure_start == start
    assert claim.end == start + len(printed) + len(space) + len(unit)


BEFORE: list[tuple[str, str, ClaimKind]] = [
    ("收到", "政府信息公开申请", "received"),
    ("办结", "依申请公开件", "handled"),
    ("制定", "行政规范性文件", "normative_documents.issued"),
    ("废止", "规章", "rules.repealed"),
    ("发生", "涉及政府信息公开的行政复议", "reconsideration"),
    ("对", "申请作出不予公开决定", "refused"),
    ("其余", "申请无法提供", "unable_to_provide"),
]


@given(OPENINGS, st.sampled_from(BEFORE), figures(), ENDS)
def test_a_figure_before_its_noun_counts_it(
    opening: str, words: tuple[str, str, ClaimKind], figure: tuple[str, int], end: str
) -> None:
    before, after, kind = words
    printed, value = figure
    text = f"{opening}{before}{printed}件{after}{end}"
    (claim,) = (claim for claim in claims(text) if not claim.is_in_words)
    assert (claim.kind, claim.value, text[claim.figure_start : claim.figure_end]) == (kind, value, printed)


OUTCOMES: list[tuple[str, ClaimKind]] = [
    ("予以公开", "granted"),
    ("部分公开", "partly_granted"),
    ("不予公开", "refused"),
    ("无法提供", "unable_to_provide"),
    ("不予处理", "not_processed"),
    ("其他处理", "otherwise"),
    ("结转下年度", "carried_over"),
]


@given(
    st.lists(st.tuples(st.sampled_from(OUTCOMES), figures()), min_size=1, max_size=7),
    st.sampled_from("，、；"),
    st.sampled_from(["", "的"]),
)
def test_a_list_gives_one_claim_each(
    items: list[tuple[tuple[str, ClaimKind], tuple[str, int]]], mark: str, de: str
) -> None:
    text = mark.join(f"{words}{de}{printed}件" for (words, _), (printed, _) in items)
    assert [(claim.kind, claim.value) for claim in claims(text)] == [(kind, value) for (_, kind), (_, value) in items]


@given(st.sampled_from(SUBJECTS), figures(), st.data())
def test_white_space_between_words_changes_nothing(
    subject: tuple[str, tuple[ClaimKind, ...]], figure: tuple[str, int], data: st.DataObject
) -> None:
    plain = f"全年{subject[0]}{figure[0]}件，其中网上5件。"
    spaces = data.draw(st.lists(st.sampled_from(["", "", " ", "　"]), min_size=len(plain), max_size=len(plain)))
    spaced = "".join(
        character + ("" if character.isdigit() or character in ",，." else space)
        for character, space in zip(plain, spaces, strict=True)
    )
    assert [_gist(claim) for claim in claims(spaced)] == [_gist(claim) for claim in claims(plain)]


def _gist(claim: Claim) -> tuple[object, ...]:
    return claim.readings, claim.value, claim.unit, claim.applicant, claim.channel, claim.part_word


# --- nothing and everything, in words


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("未收到政府信息公开申请。", ["received"]),
        ("本年度没有收到任何公民、法人和其他组织提出的公开政府信息的申请。", ["received"]),
        ("无依申请公开事项。", ["received"]),
        ("全年零申请。", ["received"]),
        ("未受理依申请公开件。", ["received"]),
        ("未收到公众关于政府信息公开的申请，也未收取信息处理费。", ["received", "processing_fee"]),
        ("未发生行政复议和行政诉讼。", ["reconsideration_and_litigation"]),
        ("没有因政府信息公开申请行政复议、提起行政诉讼的情况。", ["reconsideration_and_litigation"]),
        ("未发生因政府信息公开涉及的投诉、行政复议案件。", ["reconsideration"]),
        ("无政府信息公开申请、行政复议。", ["received", "reconsideration"]),
        ("没有上年结转，无结转下年度办理的申请。", ["carried_in", "carried_over"]),
        ("未制发行政规范性文件，未废止规章。", ["normative_documents.issued", "rules.repealed"]),
        ("依申请公开方面，不收取任何费用。", ["processing_fee"]),
        ("行政复议中无纠正、无败诉。", ["reconsideration.corrected", "litigation.corrected"]),
        ("2021年，青山镇人民政府未收到\n政府信息公开申请。", ["received"]),
    ],
)
def test_statements_of_nothing_are_zero(text: str, kinds: list[str]) -> None:
    found = list(claims(text))
    assert [claim.kind for claim in found] == kinds
    assert {(claim.value, claim.is_in_words) for claim in found} == {(0, True)}


@pytest.mark.parametrize(
    "text",
    [
        "未收到申请人的意见。",
        "未收到涉及政府信息公开申请的投诉举报。",
        "无其他需要报告的事项。",
        "未发生政府信息公开工作泄密事件。",
        "未按照要求公开。",
        "没有现成信息，无正当理由，无法核实。",
        "实现零投诉、零差错。",
        "不收取押金。",
    ],
)
def test_other_denials_state_nothing(text: str) -> None:
    assert list(claims(text)) == []


def test_a_denial_with_a_figure_states_the_figure() -> None:
    (claim,) = claims("无正当理由大量反复申请2件。")
    assert (claim.kind, claim.value, claim.is_in_words) == ("not_processed.excessive", 2, False)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("收到申请2件，均已办结。", "handling_rate"),
        ("收到申请2件，全部按时答复。", "timely_rate"),
        ("依申请公开均在法定期限内办理完毕。", "timely_rate"),
        ("行政复议2件，均获维持。", "upheld_rate"),
    ],
)
def test_statements_of_everything_are_a_hundred_per_cent(text: str, kind: str) -> None:
    claim = list(claims(text))[-1]
    assert (claim.kind, claim.value, claim.unit, claim.is_in_words) == (kind, 100, "%", True)


@pytest.mark.parametrize("text", ["提案5件，均已办结。", "热线工单全部办结。", "各项工作均按时完成。"])
def test_other_things_all_done_are_none(text: str) -> None:
    assert [claim for claim in claims(text) if claim.is_in_words] == []


def test_zero_without_a_digit_is_a_figure() -> None:
    found = list(claims("行政复议、行政诉讼均为零。收费情况：无。政府信息公开申请数为0。"))
    assert [(claim.kind, claim.value) for claim in found] == [
        ("reconsideration", 0),
        ("litigation", 0),
        ("processing_fee", 0),
        ("received", 0),
    ]


# --- what is no claim


@pytest.mark.parametrize(
    "text",
    [
        "按照《关于公开12件申请的通知》（青政发〔2021〕5号）办理。",
        "依据《条例》第20条、第三十六条第（一）项，第19、20条。",
        "2021年1月4日发布，截至12月31日。",
        "电话：0931-1234567，邮编：730000，网址：www.example.cn",
        "抓好以下3项重点，做到“四个结合”，从三个方面推进。",
        "党的十九大，十四五规划，第三次会议，一次性告知，一件事一次办。",
        "在20个工作日内答复申请。",
        "每次收到5～10件申请。",
        "一是公开；二是培训。召开三次会议。",
        "收到申请一二三件。",
        "规章 | 0 | 0 | 0",
        "收到申请，12",
        "本年收费金额（单位：万元）",
    ],
)
def test_what_counts_nothing_is_no_claim(text: str) -> None:
    assert list(claims(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "回复网民留言32件。",
        "接到群众来信36件。",
        "热线办结工单120件。",
        "办理人大建议12件、政协提案5件。",
        "受理政府信息咨询372人次。",
        "依申请公开工作培训3次。",
        "延期答复3件。",
        "收到申请并走访企业3件。",
        "受理行政许可申请120件，低保申请12件。",
        "窗口受理案件12件，办结12件。",
        "收到政府信息公开申请表12份。",
        "转办网民来信2件。",
        "收到政府信息公开申请12人次。",
        "答复申请12个工作日，公告3期。",
        "转送申请2件。",
        "有3件申请收取了费用。",
        "规范性文件备案3件。",
        "共发文96件。",
        "投入经费12万元。",
    ],
)
def test_other_business_is_an_other_figure(text: str) -> None:
    assert {claim.kind for claim in claims(text)} == {"other_figure"}


# --- parts


def test_parts_name_their_whole() -> None:
    text = "收到申请12件（网上5件、信函申请7件），其中自然人10件，法人或其他组织2件；共办结11件。"
    found = list(claims(text))
    assert [(claim.value, claim.applicant, claim.channel, claim.part_word) for claim in found] == [
        (12, None, "", ""),
        (5, None, "网上", "（"),
        (7, None, "信函", "（"),
        (10, "natural_person", "", "其中"),
        (2, "organisations", "", "其中"),
        (11, None, "", ""),
    ]
    assert {claim.part_of for claim in found} == {None, text.index("12")}
    assert found[3].readings == found[0].readings


def test_parts_go_on_behind_a_semicolon_while_they_are_alike() -> None:
    text = "办结申请5件，其中：予以公开3件，占60%；部分公开2件，占40%；行政复议1件。"
    assert [claim.part_word for claim in claims(text)] == ["", "其中", "", "其中", "", ""]


def test_parts_in_brackets_belong_to_the_figure_before_them() -> None:
    text = "收到申请5件，其中予以公开3件（自然人2件、法人1件），不予公开2件。"
    found = list(claims(text))
    three = text.index("3件")
    assert [(claim.kind, claim.part_of) for claim in found[2:]] == [
        ("granted", three),
        ("granted", three),
        ("refused", text.index("5件")),
    ]


def test_a_part_with_any_label_is_of_its_wholes_kind() -> None:
    text = "主动公开政府信息50条。其中：机构设置20条、行政许可12条、其他18条。"
    assert [(claim.kind, claim.text) for claim in claims(text)] == [
        ("disclosed_items", "主动公开政府信息50条"),
        ("disclosed_items", "机构设置20条"),
        ("disclosed_items", "行政许可12条"),
        ("disclosed_items", "其他18条"),
    ]


def test_decisions_that_were_published_are_no_counts_of_decisions() -> None:
    found = list(claims("公示行政许可信息12条、行政处罚8件。作出行政处罚9件。"))
    assert [claim.readings for claim in found] == [
        ("disclosed_items",),
        ("disclosed_items", "penalties.decisions"),
        ("penalties.decisions",),
    ]


def test_documents_among_what_was_disclosed_leave_open_what_they_count() -> None:
    part = list(claims("主动公开政府信息26条，其中规范性文件2条。"))[1]
    assert part.readings[0] == "normative_documents.disclosed"
    assert "normative_documents.issued" in part.readings


def test_what_makes_up_a_figure_may_be_of_another_kind() -> None:
    found = list(claims("共制发规范性文件5件（含新制定2件，修改2件，废止1件）。"))
    assert [claim.kind.split(".")[1] for claim in found] == ["issued", "issued", "amended", "repealed"]
    assert [claim.part_word for claim in found] == ["", "含", "含", "含"]


def test_a_sum_of_two_rows_is_told() -> None:
    assert [claim.kind for claim in claims("新收申请10件、上年结转2件，共计12件。")] == [
        "received",
        "carried_in",
        "received_and_carried_in",
    ]


def test_figures_shared_out_in_turn_go_to_the_things_named() -> None:
    found = claims("予以公开、部分公开、不予公开分别为10件、2件和1件。")
    assert [(claim.kind, claim.value) for claim in found] == [("granted", 10), ("partly_granted", 2), ("refused", 1)]


def test_one_figure_for_each_is_one_claim_for_each() -> None:
    found = list(claims("行政复议、行政诉讼各1件，新收、办结申请均为12件。"))
    assert [(claim.kind, claim.value) for claim in found] == [
        ("reconsideration", 1),
        ("litigation", 1),
        ("received", 12),
        ("handled", 12),
    ]


def test_the_fate_of_remedies_is_that_of_the_remedy_before() -> None:
    found = claims("行政复议2件，其中维持1件、尚未审结1件；行政诉讼3件，结果维持2件，其他结果1件。")
    assert [claim.kind for claim in found] == [
        "reconsideration",
        "reconsideration.upheld",
        "reconsideration.pending",
        "litigation",
        "litigation.upheld",
        "litigation.other",
    ]


# --- percentages, changes, money


@pytest.mark.parametrize(
    ("text", "kind", "base"),
    [
        ("予以公开10件，占52.6%。", "granted", ("handled", "received", "received_and_carried_in")),
        ("予以公开10件，占办结总数的52.6%。", "granted", ("handled", "answered")),
        ("予以公开10件（占新收申请的52.6%）。", "granted", ("received",)),
        ("部分公开占52.6%。", "partly_granted", ("handled", "received", "received_and_carried_in")),
        ("政府信息公开申请按时办结率52.6%。", "timely_rate", ()),
        ("政府信息公开申请答复率达到52.6%。", "handling_rate", ()),
        ("提案办结率52.6%。", "other_rate", ()),
        ("群众满意率为52.6%。", "other_rate", ()),
        ("行政诉讼败诉率52.6%。", "corrected_rate", ()),
    ],
)
def test_percentages_say_of_what(text: str, kind: str, base: tuple[str, ...]) -> None:
    claim = list(claims(text))[-1]
    assert (claim.kind, claim.base, claim.value, claim.is_percentage) == (kind, base, Decimal("52.6"), True)


@pytest.mark.parametrize(
    ("text", "kind", "change"),
    [
        ("收到申请12件，同比增长20%。", "received", "increase"),
        ("收到申请12件（自然人10件），同比下降20%。", "received", "decrease"),
        ("收到申请12件，较上年增加20件。", "received", "increase"),
        ("申请量同比减少了约20%。", "received", "decrease"),
        ("比2020年多收到申请20件。", "received", "increase"),
    ],
)
def test_changes_are_no_levels(text: str, kind: str, change: str) -> None:
    claim = list(claims(text))[-1]
    assert (claim.kind, claim.change, claim.value, claim.is_change) == (kind, change, 20, True)
    assert (claim.relative_year, claim.is_compared) == (None, False)


def test_a_figure_compared_with_is_of_its_own_year() -> None:
    found = list(claims("2021年收到申请12件，较2020年的10件增加2件，由10件增加到12件。"))
    assert [(claim.value, claim.year, claim.is_compared, claim.change) for claim in found] == [
        (12, 2021, False, None),
        (10, 2020, True, None),
        (2, 2021, False, "increase"),
        (10, 2021, True, None),
        (12, 2021, False, None),
    ]
    assert {claim.kind for claim in found} == {"received"}


def test_the_noun_behind_a_figure_is_its_own() -> None:
    found = list(claims("收到12件申请，较去年同期的10件增加到15件。"))
    assert [(claim.kind, claim.value, claim.relative_year, claim.is_compared) for claim in found] == [
        ("received", 12, None, False),
        ("received", 10, -1, True),
        ("received", 15, None, False),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("收取信息处理费380元。", "processing_fee", 380, "元"),
        ("信息处理费共计1.25万元。", "processing_fee", Decimal("1.25"), "万元"),
        ("行政事业性收费12万元。", "fees.amount", 12, "万元"),
        ("政府集中采购总金额300.50万元。", "procurement.amount", Decimal("300.50"), "万元"),
    ],
)
def test_money_keeps_its_unit(text: str, kind: str, value: int | Decimal, unit: str) -> None:
    (claim,) = claims(text)
    assert (claim.kind, claim.value, claim.unit) == (kind, value, unit)
    assert Decimal(text[claim.figure_start : claim.figure_end]) == value


@pytest.mark.parametrize(
    ("printed", "value", "precision"),
    [
        ("12件", 12, "1"),
        ("1.2万件", 12000, "1000"),
        ("3千件", 3000, "1000"),
        ("1.20亿件", 120_000_000, "1000000"),
        ("1.5件", Decimal("1.5"), "0.1"),
        ("一千二百三十四件", 1234, "1"),
        ("一万零五件", 10005, "1"),
        ("两百件", 200, "1"),
    ],
)
def test_figures_are_known_to_their_last_digit(printed: str, value: int | Decimal, precision: str) -> None:
    (claim,) = claims(f"收到申请{printed}")
    assert (claim.value, claim.precision) == (value, Decimal(precision))


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        ("约12件", "约"),
        ("近12件", "近"),
        ("12余件", "余"),
        ("12件以上", "以上"),
        ("不足12件", "不足"),
        ("十二余件", "余"),
        ("12件", ""),
    ],
)
def test_rough_figures_say_so(printed: str, word: str) -> None:
    (claim,) = claims(f"收到申请{printed}。")
    assert (claim.value, claim.approximation) == (12, word)


def test_digits_apart_may_be_two_figures() -> None:
    (claim,) = claims("收到申请 1 2 件。")
    assert (claim.value, claim.is_spaced) == (12, True)


# --- circumstances


@pytest.mark.parametrize(
    ("text", "year", "relative"),
    [
        ("收到申请12件", None, None),
        ("2020 年收到申请12件", 2020, None),
        ("二〇二〇年，收到申请12件", 2020, None),
        ("去年收到申请12件", None, -1),
        ("上年同期，收到申请12件", None, -1),
        ("本年度收到申请12件", None, 0),
        ("截至2020年12月31日，收到申请12件", 2020, None),
        ("2022年1月4日印发，收到申请12件", None, None),
        ("2020年开展培训。收到申请12件", None, None),
    ],
)
def test_years_hold_to_the_end_of_the_sentence(text: str, year: int | None, relative: int | None) -> None:
    (claim,) = claims(text)
    assert (claim.year, claim.relative_year) == (year, relative)


@pytest.mark.parametrize(
    ("text", "scope", "word"),
    [
        ("全县共收到申请12件", "area", "全县"),
        ("各部门收到申请12件", "area", "各部门"),
        ("我局收到申请12件", "own", "我局"),
        ("本机关收到申请12件", "own", "本机关"),
        ("青山镇收到申请12件", None, ""),
    ],
)
def test_whose_figures_they_are_is_told(text: str, scope: str | None, word: str) -> None:
    (claim,) = claims(text)
    assert (claim.scope, claim.scope_word) == (scope, word)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("上半年收到申请12件", "part_of_year"),
        ("第三季度收到申请12件", "part_of_year"),
        ("历年共收到申请12件", "cumulative"),
        ("累计收到申请12件", "cumulative"),
        ("全年累计收到申请12件", None),
        ("2021年收到申请12件", None),
    ],
)
def test_spans_other_than_the_year_are_told(text: str, span: str | None) -> None:
    (claim,) = claims(text)
    assert claim.span == span


def test_plans_are_told() -> None:
    planned = [
        claim.is_planned for claim in claims("公开信息12条。下一步，力争公开信息20条。将公开规范性文件3件，废止1件。")
    ]
    assert planned == [False, True, True, False]


def test_disclosure_is_named_by_the_paragraph_or_its_heading() -> None:
    assert [claim.names_disclosure for claim in claims("行政复议案件12件。")] == [False]
    assert [claim.names_disclosure for claim in claims("行政复议案件12件。", heading="依申请公开情况")] == [True]
    assert [claim.names_disclosure for claim in claims("政府信息公开方面，行政复议1件。")] == [True]
    found = claims("行政复议案件45件，政府信息公开类行政复议2件，1件涉及政府信息公开的行政诉讼。")
    assert [claim.names_disclosure for claim in found] == [False, True, True]


def test_a_heading_says_what_was_done() -> None:
    assert [claim.kind for claim in claims("办结12件。", heading="建议提案办理情况")] == ["other_figure"]
    assert [claim.kind for claim in claims("办结12件。", heading="依申请公开情况")] == ["handled"]


def test_traditional_characters_and_readings_do_no_harm() -> None:
    (claim,) = claims("新收到政府信息公開申請(qǐng)17件")
    assert (claim.kind, claim.value, claim.text) == ("received", 17, "新收到政府信息公開申請(qǐng)17件")


def test_lines_broken_in_a_sentence_are_one() -> None:
    text = "青山镇收到政府信息公开申请 15 件，另有上年结转的政府信息公开\n申请 3 件，决定不予公开的 2\n件。"
    assert [(claim.kind, claim.value) for claim in claims(text)] == [
        ("received", 15),
        ("carried_in", 3),
        ("refused", 2),
    ]


def test_a_line_of_its_own_is_a_sentence_of_its_own() -> None:
    text = "（一）行政复议\n\n1 件。\n\n（二）依申请公开\n\n办结5件。"
    assert [(claim.kind, claim.value) for claim in claims(text)][-1] == ("handled", 5)


def test_the_view_is_lazy() -> None:
    view = claims("收到申请12件。" * 3)
    assert iter(view) is view
    assert next(view).value == 12
