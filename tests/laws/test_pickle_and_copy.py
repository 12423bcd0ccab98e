"""Law 2, the part that Python itself tests: pickle and copy return equal reports, and reports hash."""

import copy
import pickle

from hypothesis import given

from govdisclosure import ConstructionError, PathError, Report
from govdisclosure.testing import reports


@given(reports(hostile=True))
def test_pickle_returns_an_equal_report(report: Report) -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(report, protocol)) == report  # noqa: S301 - our own bytes


@given(reports(hostile=True))
def test_copies_are_equal_and_hash_alike(report: Report) -> None:
    for other in (copy.copy(report), copy.deepcopy(report)):
        assert other == report
        assert hash(other) == hash(report)
        assert {report: 1}[other] == 1


@given(reports())
def test_a_changed_report_is_another(report: Report) -> None:
    other = report.replace({"year": 2031 if report.year == 2030 else 2030})
    assert other != report


def test_an_error_survives_a_pickle() -> None:
    for error in (ConstructionError("bad_year", owner="Report", field="year"), PathError("bad_path", path="a[")):
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
        assert (type(again), again.code, again.facts) == (type(error), error.code, error.facts)
