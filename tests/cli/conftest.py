"""What the tests of the command line share: a folder to work in, and the command as a function."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest

from govdisclosure import Report, write
from govdisclosure.cli.main import run

PAGE = """青山镇人民政府
2023年政府信息公开工作年度报告
一、总体情况
全年公开信息86条。
二、主动公开政府信息情况
第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t0
行政规范性文件\t2件\t/\t9
"""


class Shown(NamedTuple):
    """What a command left: its status and what it wrote."""

    status: int
    out: str
    err: str


Command: TypeAlias = Callable[..., Shown]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """Run a command in a folder of its own, which holds a few files."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOVDISCLOSURE_LOCALE", "en")
    monkeypatch.setenv("COLUMNS", "100")
    Path("2023").mkdir()
    Path("2024/town").mkdir(parents=True)
    Path("2023/青山镇.txt").write_text(PAGE, "utf-8")
    write(Report(issuer="绿水县人民政府", year=2024, other_matters="无。"), "2024/绿水县.md")
    write(Report(issuer="绿水县教育局", year=2024, other_matters="无。"), "2024/town/教育局.json")
    Path("2024/town/空.txt").touch()

    def call(*arguments: str, stdin: bytes | None = None) -> Shown:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = run(arguments)
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return Shown(status, out, err)

    return call
