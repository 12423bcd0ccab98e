"""JSON both ways: the form itself, every fault, and what text may do to a parser."""

import json
import pickle
from copy import deepcopy
from typing import Any

import pytest

from govdisclosure import ApplicantCounts, ApplicationsTable2021, Money, ProactiveTable2021, Report
from govdisclosure.errors import LimitError, StructureError
from govdisclosure.interchange.convert import from_dict, from_json, to_dict, to_json, try_from_dict
from govdisclosure.interchange.faults import Fault
from govdisclosure.model.proactive import FeeAmount
from govdisclosure.paths import Path
from tests.interchange.example import EXAMPLE


def data() -> Any:
    return deepcopy(to_dict(EXAMPLE))


def changed(path: str, value: object) -> Any:
    whole = data()
    *above, last = Path.parse(path).parts
    owner = whole
    for part in above:
        owner = owner[part]
    owner[last] = value
    return whole


def faults(value: object) -> list[tuple[str, str]]:
    found = try_from_dict(value)
    assert isinstance(found, tuple)
    return [(fault.code, str(fault.path)) for fault in found]


def text_faults(text: str | bytes) -> list[Fault]:
    with pytest.raises(StructureError) as caught:
        from_json(text)
    return [fault for fault in caught.value.faults if isinstance(fault, Fault)]


def test_the_first_key_is_the_version_and_the_others_follow_the_model() -> None:
    keys = json.loads(to_json(EXAMPLE), object_pairs_hook=lambda pairs: [key for key, _ in pairs])
    assert keys[:6] == ["govdisclosure", "issuer", "year", "title", "preamble", "overview"]


def test_a_table_is_written_in_printed_order_with_its_edition_first() -> None:
    table = data()["applications"]["table"]
    assert list(table)[:3] == ["edition", "received", "carried_in"]
    assert list(table["received"])[:2] == ["natural_person", "commercial"]


def test_every_cell_is_written() -> None:
    assert data()["applications"]["table"]["granted"] == {
        "natural_person": 3, "commercial": None, "research": None, "public_welfare": None, "legal_service": None,
        "other": None, "total": 3,
    }  # fmt: skip


def test_money_keeps_its_printed_decimals_and_unit() -> None:
    assert data()["proactive"]["table"]["procurement"] == {"projects": 1, "amount": {"amount": "25.10", "unit": "万元"}}


@pytest.mark.parametrize(("amount", "printed"), [("0E+2", "0"), ("1E+3", "1000"), ("0.0000001", "0.0000001")])
def test_no_amount_is_written_with_an_exponent(amount: str, printed: str) -> None:
    report = Report(issuer="青山镇", year=2024, proactive=ProactiveTable2021(fees=FeeAmount(Money(amount))))
    assert f'"amount":"{printed}"' in to_json(report)
    assert from_json(to_json(report)) == report


def test_a_paragraph_is_a_string_a_table_has_rows_a_picture_a_reference() -> None:
    assert data()["other_matters"]["blocks"][1:] == [
        {
            "rows": [
                [{"text": "渠道", "rowspan": 2, "colspan": 1}, {"text": "条数", "rowspan": 1, "colspan": 1}],
                [{"text": "125", "rowspan": 1, "colspan": 1}],
            ]
        },
        {"reference": "images/liucheng.png", "caption": "依申请公开流程图"},
    ]


def test_the_day_is_written_as_iso() -> None:
    assert data()["sign_off"] == {"issuer": "青山镇人民政府", "date": "2022-01-20"}


def test_what_is_read_holds_tuples_not_lists() -> None:
    report = from_json(to_json(EXAMPLE))
    parts: list[object] = [report.attachments, report.overview.blocks, report.overview.subsections]
    assert [type(part) for part in parts] == [tuple, tuple, tuple]
    assert hash(report) == hash(EXAMPLE)


def test_keys_with_a_default_may_be_left_out() -> None:
    report = from_dict({
        "govdisclosure": "1.0", "issuer": "青山镇", "year": 2024, "title": None, "overview": {"blocks": ["甲。"]},
    })  # fmt: skip
    assert report == Report(issuer="青山镇", year=2024, title=None, overview="甲。")


def test_a_title_that_is_left_out_is_not_made_up() -> None:
    assert faults({"govdisclosure": "1.0", "issuer": "青山镇", "year": 2024}) == [("missing_key", "title")]


def test_one_file_with_four_faults_gives_one_error_that_lists_all_four() -> None:
    whole = changed("applications.table.granted.total", "3")
    whole["sign_off"]["date"] = "2022-02-30"
    whole["overview"]["note"] = "x"
    del whole["year"]
    with pytest.raises(StructureError) as caught:
        from_json(json.dumps(whole))
    assert [(fault.code, str(fault.path)) for fault in caught.value.faults] == [
        ("unknown_key", "overview.note"),
        ("figure_as_text", "applications.table.granted.total"),
        ("bad_date", "sign_off.date"),
        ("missing_key", "year"),
    ]
    assert [line.partition(":")[0] for line in str(caught.value).splitlines()] == [
        "overview.note", "applications.table.granted.total", "sign_off.date", "year",
    ]  # fmt: skip


CELL = "applications.table.granted.total"
AMOUNT = "proactive.table.procurement.amount"


WRONG: list[tuple[str, object, str]] = [
    (CELL, "3", "figure_as_text"),
    (CELL, "３件", "figure_as_text"),
    (CELL, 3.9, "wrong_cell"),
    (CELL, 3.0, "wrong_cell"),
    (CELL, True, "wrong_cell"),
    (CELL, [], "wrong_cell"),
    (CELL, -1, "negative_count"),
    (CELL, 10**15, "count_too_large"),
    (CELL, " ", "edge_space"),
    (CELL, "", "blank_text"),
    (CELL, "甲\n乙", "forbidden_character"),
    ("proactive.table.licensing.change", "增3", "figure_as_text"),
    ("proactive.table.licensing.change", -(10**15), "count_too_large"),
    (AMOUNT, 12.5, "bare_amount"),
    (AMOUNT, 12, "bare_amount"),
    (AMOUNT, "12.5", "figure_as_text"),
    ("proactive.table.procurement.amount.amount", 12.5, "bad_amount"),
    ("proactive.table.procurement.amount.amount", "1E3", "bad_amount"),
    ("proactive.table.procurement.amount.amount", "1_000", "bad_amount"),
    ("proactive.table.procurement.amount.amount", "-1", "bad_amount"),
    ("proactive.table.procurement.amount.amount", "9" * 41, "bad_amount"),
    ("proactive.table.procurement.amount.unit", "美元", "bad_unit"),
    ("applications.table.edition", "2022", "unknown_edition"),
    ("remedies.table.edition", "2021", "unknown_edition"),
    ("applications.table", [], "wrong_type"),
    ("applications.table.granted", None, "wrong_type"),
    ("proactive.table.extra_rows[0].cells[2]", "\t", "forbidden_character"),
    ("proactive.table.extra_rows[0].cells[1]", 3, "wrong_type"),
    ("overview", "全年公开12条。", "wrong_type"),
    ("overview", None, "wrong_type"),
    ("overview.blocks", "全年公开12条。", "wrong_type"),
    ("overview.blocks[0]", "甲\n乙", "forbidden_character"),
    ("overview.blocks[0]", 3, "wrong_type"),
    ("overview.blocks[0]", {"text": "甲"}, "unknown_block"),
    ("overview.blocks[0]", {"rows": [[]]}, "ragged_table"),
    ("overview.subsections[0].subsections[0].number", 1, "wrong_type"),
    ("overview.subsections[0].title", "", "blank_text"),
    ("other_matters.blocks[1].rows[0][1].colspan", 0, "bad_span"),
    ("other_matters.blocks[1].rows[0][1].colspan", True, "wrong_type"),
    ("other_matters.blocks[2].reference", " ", "edge_space"),
    ("problems.present", 1, "wrong_type"),
    ("problems.present", False, "absent_with_content"),
    ("proactive.table", None, "after_no_table"),
    ("proactive.subsections_before_table", 1, "wrong_type"),
    ("further_sections[0].after", "conclusion", "wrong_type"),
    ("year", "2024", "wrong_type"),
    ("year", True, "wrong_type"),
    ("year", 1999, "bad_year"),
    ("issuer", "", "blank_text"),
    ("sign_off.date", "2022年1月20日", "bad_date"),
    ("sign_off.date", "20220120", "bad_date"),
    ("sign_off.date", "2022-02-30", "bad_date"),
    ("attachments", {}, "wrong_type"),
    ("govdisclosure", "one", "bad_version"),
    ("govdisclosure", "2.0", "newer_version"),
]


@pytest.mark.parametrize(("path", "value", "code"), WRONG)
def test_a_wrong_value_is_one_fault_at_its_path(path: str, value: object, code: str) -> None:
    found = faults(changed(path, value))
    expected = {"after_no_table": "proactive.blocks_after", "ragged_table": "overview.blocks[0].rows"}.get(code, path)
    assert found == [(code, expected)]


@pytest.mark.parametrize(
    "path",
    [
        "govdisclosure", "issuer", "year", "title",
        "applications.table.edition", "applications.table.granted", "applications.table.granted.total",
        "remedies.table.reconsideration.upheld", "proactive.table.procurement.amount.amount",
        "overview.subsections[1].title", "proactive.table.extra_rows[0].after", "attachments[0].title",
    ],
)  # fmt: skip
def test_a_missing_key_is_one_fault_at_its_path(path: str) -> None:
    whole = data()
    *above, last = Path.parse(path).parts
    owner = whole
    for part in above:
        owner = owner[part]
    del owner[last]
    assert faults(whole) == [("missing_key", path)]


def test_missing_keys_come_in_the_order_of_the_model() -> None:
    assert faults({"govdisclosure": "1.0"}) == [
        ("missing_key", "issuer"), ("missing_key", "year"), ("missing_key", "title"),
    ]  # fmt: skip


def test_faults_come_in_the_order_of_the_source() -> None:
    assert faults({"title": 1, "yaer": 2024, "year": 1, "issuer": 1}) == [
        ("wrong_type", "title"), ("unknown_key", "yaer"), ("bad_year", "year"), ("wrong_type", "issuer"),
        ("missing_key", "govdisclosure"),
    ]  # fmt: skip


@pytest.mark.parametrize("value", [None, [], "x", 3])
def test_what_is_no_object_is_no_report(value: object) -> None:
    assert faults(value) == [("no_object", "")]


def test_a_fault_shows_the_value_and_the_right_form() -> None:
    (fault,) = text_faults(json.dumps(changed(AMOUNT, "12.5万元")))
    assert fault.message("en") == (
        'proactive.table.procurement.amount: "12.5万元" is a figure written as text. '
        'Write {"amount": "12.5", "unit": "万元"}.'
    )


def test_a_fault_speaks_the_language_of_its_reader() -> None:
    (fault,) = text_faults(json.dumps(changed(CELL, 3.9)))
    assert fault.message("zh_Hans").startswith(f"{CELL}：3.9 ")


def test_an_error_keeps_its_faults_through_a_pickle() -> None:
    with pytest.raises(StructureError) as caught:
        from_dict(changed(CELL, -1))
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert again.faults == caught.value.faults
    assert str(again) == str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('{"govdisclosure": "1.0",}', 1, 25),
        ('{\n"issuer": "青山镇" "year"', 2, 17),
        ('{"year": NaN}', 1, 10),
        ("", 1, 1),
        ('{"year": 20', 1, 12),
    ],
)
def test_broken_json_is_one_fault_with_line_and_column(text: str, line: int, column: int) -> None:
    (fault,) = text_faults(text)
    assert (fault.code, dict(fault.facts)) == ("bad_json", {"line": line, "column": column})


@pytest.mark.parametrize("text", [b"\xff\xfe{", "青山".encode("gb18030"), '"\ud800"'])
def test_text_that_is_no_utf_8_is_a_fault(text: str | bytes) -> None:
    assert [fault.code for fault in text_faults(text)] in (["bad_encoding"], ["bad_json"])


def test_a_byte_order_mark_is_read_through() -> None:
    assert from_json(b"\xef\xbb\xbf" + to_json(EXAMPLE).encode()) == EXAMPLE
    assert from_json("\ufeff" + to_json(EXAMPLE)) == EXAMPLE


def test_a_key_that_stands_twice_is_a_fault_in_every_object() -> None:
    text = (
        to_json(EXAMPLE)
        .replace('"year":2021', '"year":2021,"year":2022')
        .replace('"upheld":1', '"upheld":1,"upheld":1')
    )
    assert [(fault.code, str(fault.path)) for fault in text_faults(text)] == [
        ("repeated_key", "year"),
        ("repeated_key", "remedies.table.reconsideration.upheld"),
    ]


def test_a_number_of_thousands_of_digits_is_a_fault() -> None:
    assert [fault.code for fault in text_faults(to_json(EXAMPLE).replace("2021,", "9" * 5000 + ","))] == [
        "number_too_large"
    ]


@pytest.mark.parametrize("opening", ["[", '{"a":', '{"overview":{"subsections":[{"title":"甲","subsections":['])
def test_text_nested_without_end_is_beyond_the_limit(opening: str) -> None:
    with pytest.raises((LimitError, StructureError)):
        from_json(opening * 100_000)


def test_subsections_that_are_too_deep_are_a_fault() -> None:
    part: Any = {"title": "甲"}
    for _ in range(4):
        part = {"title": "甲", "subsections": [part]}
    assert faults(changed("overview.subsections", [part])) == [("too_deep", "overview.subsections")]


def test_data_that_holds_itself_is_beyond_the_limit() -> None:
    part: Any = {"title": "甲"}
    part["subsections"] = [part]
    with pytest.raises(LimitError):
        from_dict(changed("overview.subsections", [part]))


def test_many_faults_are_told_in_little_time() -> None:
    whole = data() | {f"key{number}": number for number in range(20_000)}
    assert len(faults(whole)) == 20_000


def test_data_that_was_given_is_not_changed() -> None:
    whole = data()
    from_dict(whole)
    assert whole == to_dict(EXAMPLE)


def test_rows_that_are_equal_but_not_of_the_same_type_stay_apart() -> None:
    zero = Report(issuer="青山镇", year=2024, applications=ApplicationsTable2021(received=ApplicantCounts(total=0)))
    assert from_dict(to_dict(zero)) == zero
    false = to_dict(zero)
    false["applications"]["table"]["received"]["total"] = False  # type: ignore[index]
    assert faults(false) == [("wrong_cell", "applications.table.received.total")]
