"""The documentation says the same in both languages."""

import re
from pathlib import Path
from typing import Final

import pytest

from tests.source import ROOT

PROJECT: Final = ROOT.parents[1]
PAGES: Final = sorted(path.relative_to(PROJECT / "docs/en") for path in (PROJECT / "docs/en").rglob("*.md"))
TWINS: Final = [
    (PROJECT / "README.md", PROJECT / "README.zh.md"),
    *((PROJECT / "docs/en" / page, PROJECT / "docs/zh" / page) for page in PAGES),
]


def blocks(page: Path) -> list[str]:
    """Return the code and the tables of contents of a page, comments and captions aside."""
    found = re.findall(r"^```\w+.*?^```|^```\{toctree\}.*?^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [re.sub(r"#.*|:caption:.*", "", block) for block in found]


def test_every_page_stands_in_both_languages() -> None:
    chinese = sorted(path.relative_to(PROJECT / "docs/zh") for path in (PROJECT / "docs/zh").rglob("*.md"))
    assert chinese == PAGES


@pytest.mark.parametrize(("english", "chinese"), TWINS, ids=lambda page: str(page.relative_to(PROJECT)))
def test_both_languages_show_the_same_code(english: Path, chinese: Path) -> None:
    assert blocks(english) == blocks(chinese)
