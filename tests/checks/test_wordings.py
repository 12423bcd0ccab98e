"""What prose says rightly, or of something else than the tables count, is blamed in no wording."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from govdisclosure import ApplicationsTable2021, RemediesTable, Report
from govdisclosure.checks.check import check
from govdisclosure.testing.samples import sample

# Natural persons, then commercial enterprises.
REQUESTS = {
    "received": (10, 2),
    "carried_in": (1, 0),
    "granted": (4, 1),
    "partly_granted": (2, 0),
    "refused.internal_affairs": (1, 0),
    "unable_to_provide.not_held": (1, 1),
    "not_processed.repeated": (1, 0),
    "otherwise.other": (1, 0),
    "handled_total": (10, 2),
    "carried_over": (1, 0),
}
OTHERS = {
    "remedies.table.reconsideration.upheld": 1,
    "remedies.table.reconsideration.pending": 1,
    "remedies.table.reconsideration.total": 2,
    "remedies.table.direct_litigation.upheld": 1,
    "remedies.table.direct_litigation.total": 1,
    "proactive.table.normative_documents.issued": 3,
    "proactive.table.normative_documents.repealed": 1,
    "proactive.table.normative_documents.in_force": 20,
}

WRONG = Path(__file__).with_name("wordings_wrong.txt").read_text("utf-8").split()
SILENT = Path(__file__).with_name("wordings.txt").read_text("utf-8").split()

FAULTY = (
    ("全年共收到政府信息公开申请15件。", "REF001"),
    ("收到公民、法人或其他组织提出的政府信息公开申请14件。", "REF001"),
    ("收到社会公众通过网站提交的申请9件，共收到依申请公开18件。", "REF001"),
    ("本机关共受理自然人申请9件。", "REF001"),
    ("全年收到15件政府信息公开申请。", "REF001"),
    ("收到自然人信息公开申请10件，企业信息公开申请3件。", "REF001"),
    ("全年办结政府信息公开申请15件。", "REF002"),
    ("上年结转3件，结转下年度1件。", "REF003"),
    ("上年结转1件，结转下年度继续办理4件。", "REF003"),
    ("予以公开6件、部分公开2件。", "REF004"),
    ("予以公开（含部分公开）8件。", "REF004"),
    ("因政府信息公开被申请行政复议4件。", "REF005"),
    ("因政府信息公开被申请行政复议2件，其中尚未审结的行政复议案件2件。", "REF005"),
    ("因信息公开被提起行政复议2件（维持1件，未审结1件）、行政诉讼3件。", "REF005"),
    ("制定行政规范性文件5件。", "REF006"),
    ("现行有效行政规范性文件23件。", "REF006"),
    ("收到申请12件，其中网上9件，占65%。", "REF007"),
    ("予以公开5件，占47.1%。", "REF007"),
    ("收到的申请均已办结。", "REF008"),
    ("全年未收到政府信息公开申请。", "REF009"),
    ("未收到公民、法人或其他组织向我镇提出的政府信息公开申请。", "REF009"),
    ("未因政府信息公开发生行政复议。", "REF009"),
    ("结果纠正3件。全年因信息公开被复议3件。", "REF005"),
)


PLACES = {
    "overview.blocks[2]": "（二）依申请公开。{}",
    "applications.blocks": "{}",
    "preamble.blocks": "{}",
}


def report_saying(sentence: str, place: str = "overview.blocks[2]") -> Report:
    empty = {"applications.table": ApplicationsTable2021.zeros(), "remedies.table": RemediesTable.zeros()}
    figures: dict[str, object] = dict(OTHERS)
    for row, (natural, commercial) in REQUESTS.items():
        here = f"applications.table.{row}"
        figures |= {
            f"{here}.natural_person": natural,
            f"{here}.commercial": commercial,
            f"{here}.total": natural + commercial,
        }
    text = PLACES[place].format(sentence)
    return sample(2024, empty).replace(figures).replace({place: text if place.endswith("]") else (text,)})


def codes(sentence: str, place: str = "overview.blocks[2]") -> Iterator[str]:
    return (one.code for one in check(report_saying(sentence, place), select=["REF"]))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("sentence", SILENT)
def test_a_true_sentence_is_not_blamed(sentence: str, place: str) -> None:
    assert not list(codes(sentence, place))


@pytest.mark.parametrize(("sentence", "code"), FAULTY)
def test_a_wrong_sentence_is(sentence: str, code: str) -> None:
    assert code in codes(sentence)


@pytest.mark.parametrize("sentence", WRONG)
def test_usual_wordings_that_are_wrong_are_found(sentence: str) -> None:
    assert list(codes(sentence))
