"""The figures that the prose of real reports states: each that a reader found is found, with its kind and value."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypedDict, cast

import pytest

from govdisclosure import read
from govdisclosure.conventions.claims import Claim, claims
from govdisclosure.model.prose import ProseBlock, Subsection

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"


class Stated(TypedDict):
    """One claim of a sidecar."""

    text: str
    kind: str
    value: int | str
    agrees_with_table: bool | str


UNDECIDABLE: Final = {
    ("text-2023-04", "36件"): "the words that say what is counted are masked in the input; only the heading is left",
}
SUMS: Final = {
    ("text-2023-12", "办理并答复信息公开申请3件、纸质申请36件"): "two figures are printed, 3 and 36; the reader added"
}


def claims_of(sidecar: Path) -> list[Stated]:
    return cast("list[Stated]", json.loads(sidecar.read_text("utf-8")).get("prose_claims", []))


CASES: Final = sorted(
    path for path in CORPUS.glob("*-*") if path.suffix != ".json" and claims_of(path.with_suffix(".json"))
)
pytestmark = pytest.mark.skipif(not CASES, reason="the corpus is not beside the project")
cases = pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)


def paragraphs(case: Path) -> Iterator[tuple[str, str]]:
    """Give every paragraph of a report with the heading that it stands under."""
    report = read(case).report
    yield from _prose("", report.preamble.blocks)
    for section in (report.overview, report.problems, report.other_matters):
        yield from _prose(section.title or "", section.blocks)
        yield from _below(section.subsections)
    for table in (report.proactive, report.applications, report.remedies):
        yield from _prose(table.title or "", (*table.blocks, *table.blocks_after))
        yield from _below(table.subsections)
    for further in report.further_sections:
        yield from _prose(further.title, further.blocks)
        yield from _below(further.subsections)


def _below(parts: tuple[Subsection, ...]) -> Iterator[tuple[str, str]]:
    for part in parts:
        yield from _prose(part.title, part.blocks)
        yield from _below(part.subsections)


def _prose(heading: str, blocks: tuple[ProseBlock, ...]) -> Iterator[tuple[str, str]]:
    yield from ((heading, block) for block in blocks if isinstance(block, str))


def missed(case: Path, texts: list[tuple[str, str]]) -> Iterator[Stated]:
    """Give the sidecar's claims that the view does not find in ``texts``."""
    for stated in claims_of(case.with_suffix(".json")):
        key = (case.stem, stated["text"])
        if key not in UNDECIDABLE and not any(
            _is_found(stated, inside, added=key in SUMS) for inside in _inside(stated["text"], texts)
        ):
            yield stated


def _inside(printed: str, texts: list[tuple[str, str]]) -> Iterator[list[Claim]]:
    """Give the claims within each place where the sidecar's words stand, whatever the white space."""
    wanted = "".join(printed.split())
    for heading, text in texts:
        places = [place for place, character in enumerate(text) if not character.isspace()]
        bare = "".join(text[place] for place in places)
        at = bare.find(wanted)
        while at >= 0:
            start, end = places[at], places[at + len(wanted) - 1] + 1
            yield [
                claim
                for claim in claims(text, heading=heading)
                if start <= claim.figure_start and claim.figure_end <= end
            ]
            at = bare.find(wanted, at + 1)


def _is_found(stated: Stated, found: list[Claim], *, added: bool) -> bool:
    right = [claim for claim in found if stated["kind"] in _kinds(claim)]
    if added:
        return [claim.value for claim in right] == [3, 36]
    printed = str(stated["value"])
    value, unit = printed.rstrip("元"), "元" if printed.endswith("元") else None
    return any(str(claim.value) == value and unit in (None, claim.unit) for claim in right)


def _kinds(claim: Claim) -> set[str]:
    names = {f"{reading}.{claim.applicant}" for reading in claim.readings} if claim.applicant else set[str]()
    return names | set(claim.readings)


@cases
def test_every_figure_that_a_reader_found_is_found(case: Path, record_property: Callable[[str, object], None]) -> None:
    lost = list(missed(case, list(paragraphs(case))))
    total = len(claims_of(case.with_suffix(".json")))
    record_property("claims", {"case": case.name, "found": total - len(lost), "of": total})
    assert lost == []


@cases
def test_it_is_found_in_the_raw_text_too(case: Path) -> None:
    if case.suffix == ".html":
        pytest.skip("mark-up is no prose")
    assert list(missed(case, [("", case.read_text("utf-8"))])) == []


def test_the_rate_is_reported(record_property: Callable[[str, object], None]) -> None:
    rate: Counter[str] = Counter()
    for case in CASES:
        rate["stated"] += len(claims_of(case.with_suffix(".json")))
        rate["missed"] += len(list(missed(case, list(paragraphs(case)))))
    record_property("claims", {**rate, "undecidable": len(UNDECIDABLE)})
    assert (rate["stated"] > 0, rate["missed"]) == (True, 0)


def test_what_is_called_undecidable_is_not_found_all_the_same() -> None:
    """A claim that the view learns to find leaves the list."""
    for case_name, text in UNDECIDABLE:
        case = next(path for path in CASES if path.stem == case_name)
        (found,) = _inside(text, list(paragraphs(case)))
        assert [claim.kind for claim in found] == ["other_figure"]
