"""Sentences that agree with the tables are silent in every wording; those that do not are found by the rule meant."""

from typing import Final

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.laws._clean import FAULTY, WORDINGS, Wording, clean_reports, figure_for, said_in

from govdisclosure.checks.check import check
from govdisclosure.model.report import Report

AROUND: Final = (
    "{}",
    "（二）依申请公开情况。{}",
    "二是依申请公开方面。{}",
    "依申请公开工作有序开展。{}各环节均有登记。",
)
IRRELEVANT: Final = (
    "2023年收到政府信息公开申请{n}件。",
    "全县共收到政府信息公开申请{n}件。",
    "上半年收到政府信息公开申请{n}件。",
    "其中网上申请{n}件。",
    "收到群众来信来访{n}件。",
    "办理人大代表建议、政协提案{n}件。",
    "收到政府信息公开申请约{n}件。",
    "下一步力争办结政府信息公开申请{n}件。",
    "全年主动公开政府信息{n}条。",
    "开展业务培训{n}次。",
)


def ref_codes(report: Report) -> list[str]:
    findings = check(report, select=["REF"])
    assert findings.crashes == ()
    return [one.code for one in findings]


@given(clean_reports(), st.sampled_from(WORDINGS), st.sampled_from(AROUND))
def test_what_agrees_is_silent(report: Report, wording: Wording, around: str) -> None:
    sentence = around.format(wording[0].format(n=figure_for(report, wording)))
    assert ref_codes(said_in(report, sentence)) == []


@given(clean_reports(), st.sampled_from(WORDINGS), st.sampled_from(AROUND), st.integers(1, 500))
def test_what_does_not_agree_is_found(report: Report, wording: Wording, around: str, more: int) -> None:
    right = figure_for(report, wording)
    others = {figure_for(report, (wording[0], kind, wording[2])) for kind in ("received", "carried_in", "handled")}
    wrong = right + more
    # Readings that the words leave open: with what was carried in, what was handled, without 其他处理.
    assume(
        wrong
        not in {
            *others,
            figure_for(report, ("", "received_and_carried_in", wording[2])),
            figure_for(report, ("", "answered", wording[2])),
        }
    )
    found = ref_codes(said_in(report, around.format(wording[0].format(n=wrong))))
    assert found in ([FAULTY[wording[1]]], ["REF009"])
    assert (found == ["REF009"]) <= (right == 0)


@given(clean_reports(), st.sampled_from(IRRELEVANT), st.integers(0, 10**4))
def test_what_no_table_has_is_silent(report: Report, sentence: str, number: int) -> None:
    assert ref_codes(said_in(report, sentence.format(n=number))) == []


@given(clean_reports())
def test_shares_are_judged_at_the_printed_precision(report: Report) -> None:
    handled, granted = (figure_for(report, ("", kind, None)) for kind in ("handled", "granted"))
    assume(handled and granted)
    share = 100 * granted / handled
    assert ref_codes(said_in(report, f"予以公开政府信息公开申请{granted}件，占办结总数的{share:.1f}%。")) == []
    wrong = share + 3 if share < 90 else share - 3
    found = ref_codes(said_in(report, f"予以公开政府信息公开申请{granted}件，占办结总数的{wrong:.1f}%。"))
    assert found in (["REF007"], [])
