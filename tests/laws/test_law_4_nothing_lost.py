"""Law 4: every character of a source that prints is in the report, or in a note with its place."""

import re
from collections import Counter
from contextlib import suppress
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.contents import lost

from govdisclosure import ReadError, Report, reads, writes
from govdisclosure.testing import reports

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
TEXTS = sorted(CORPUS.glob("text-*.txt"))


@given(reports())
def test_nothing_of_a_written_report_is_lost(report: Report) -> None:
    written = writes(report, "text")
    printed = "\n".join(line for line in written.splitlines() if not line.startswith("@"))  # properties are mark-up
    assert lost(printed, reads(written, "text")) == Counter()


@given(reports())
def test_nothing_of_a_report_written_as_markdown_is_lost(report: Report) -> None:
    html = r"</?t(?:able|[rd])[^>]*>|^---$.*?^---$|<!--.*?-->"  # tags, properties and comments are mark-up
    written = writes(report, "markdown")
    printed = unescape(re.sub(html, "", written, flags=re.MULTILINE | re.DOTALL))
    assert lost(printed, reads(written, "markdown")) == Counter()


@pytest.mark.skipif(not TEXTS, reason="the corpus is not beside the project")
@given(st.data())
def test_nothing_of_a_shuffled_published_report_is_lost(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(TEXTS)).read_text("utf-8").splitlines()
    first = data.draw(st.integers(0, len(lines) - 1))
    last = data.draw(st.integers(first, len(lines)))
    text = "\n".join([*lines[last:], *lines[first:last]])
    with suppress(ReadError):  # the piece may hold nothing of a report
        assert lost(text, reads(text, "text")) == Counter()
