"""Files of older programs, turned into ``.docx`` by LibreOffice: only when the caller asks for it.

The program runs without a window, in a folder of its own that is removed afterwards, with a profile of its own: it
touches no settings of the user, runs no macros, follows no links, and is ended with all that it started when it takes
too long. It is a large program that reads old formats all the same: whoever distrusts a file converts it elsewhere.
"""

import os
import signal
import sys
from pathlib import Path
from shutil import which
from subprocess import DEVNULL, STDOUT, Popen, TimeoutExpired
from tempfile import TemporaryDirectory
from typing import Final

from govdisclosure.errors import LimitError, ReadError
from govdisclosure.formats.registry import FORMATS

__all__ = ["SECONDS", "to_docx"]

SECONDS: Final = 120
"""How long one file may take, in seconds. The first start of the program takes some ten."""

_NAMES: Final = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_SUFFIXES: Final = ((b"\xd0\xcf\x11\xe0", ".doc"), (b"{\\rtf", ".rtf"), (b"PK", ".odt"), (b"<?xml", ".xml"))
_SETTINGS: Final = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),  # 0 is never
)
_LONGEST_CAUSE: Final = 160


def to_docx(data: bytes) -> bytes:
    """Turn a ``.doc``, ``.wps``, ``.rtf`` or ``.odt`` file into a ``.docx`` file.

    Raises:
        ReadError: LibreOffice is not installed (``"converter_missing"``) or does not read the file
            (``"conversion_failed"``).
        LimitError: it takes longer than :data:`SECONDS`, or what it makes is larger than is read.

    Example:
        >>> to_docx(Path("年报.doc").read_bytes())[:2]  # doctest: +SKIP
        b'PK'
    """  # skipped: it needs LibreOffice
    program = next(filter(None, map(which, _NAMES)), None)
    if program is None:
        raise ReadError("converter_missing", source="data")
    # What a killed program leaves open can keep the folder for a moment: that is no reason to fail.
    with TemporaryDirectory(prefix="govdisclosure-", ignore_cleanup_errors=True) as folder:
        return _converted(program, data, Path(folder))


def _converted(program: str, data: bytes, folder: Path) -> bytes:
    suffix = next((suffix for start, suffix in _SUFFIXES if data.startswith(start)), ".doc")
    source = folder / f"source{suffix}"
    source.write_bytes(data)
    profile = folder / "profile"
    _write_settings(profile)
    log = folder / "log"
    status = _run(
        [
            *(program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"),
            *("--nodefault", "--nolockcheck", "--convert-to", "docx", "--outdir", str(folder / "made"), str(source)),
        ],
        log,
    )
    made = folder / "made" / "source.docx"
    if status or not made.is_file():
        raise ReadError("conversion_failed", source="data", cause=_cause(status, log, folder))
    size, limit = made.stat().st_size, FORMATS["docx"].largest
    if size > limit:
        raise LimitError("too_large", source="data", size=size, limit=limit)
    return made.read_bytes()


def _run(command: list[str], log: Path) -> int:
    """Run a command to its end, or end it and all that it started; return its status."""
    with log.open("wb") as output:
        try:
            # The program of the user's own PATH, and no shell: nothing of the file's stands in the command.
            process = Popen(  # noqa: S603
                command, stdin=DEVNULL, stdout=output, stderr=STDOUT, cwd=log.parent, start_new_session=True
            )
        except OSError as cause:
            raise ReadError("conversion_failed", source="data", cause=str(cause.strerror)) from cause
        try:
            return process.wait(SECONDS)
        except TimeoutExpired as cause:
            raise LimitError("conversion_too_slow", source="data", seconds=SECONDS) from cause
        finally:
            if process.returncode is None:  # too slow, or the user has broken off
                _end(process)


def _end(process: Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)  # the program that is started only starts others
    process.wait()


def _write_settings(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>', encoding="utf-8"
    )


def _cause(status: int, log: Path, folder: Path) -> str:
    said = log.read_bytes()[-4096:].decode("utf-8", "replace").replace(str(folder), "").split()
    return " ".join(said)[-_LONGEST_CAUSE:] or f"status {status}"
