"""What is known of a printer before pages go to it, and where they lie on their way.

CUPS says why a printer stands still ("printer-state-reasons" of RFC 8011); where there is no CUPS,
Qt says whether it does. Qt hands CUPS a file, so that for a moment the pages are one: it is kept in
memory, in a folder of our own, and what a crash leaves there is removed by the next print or start.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psutil
from PySide6.QtCore import QProcess

from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PATIENCE: Final = 5000
"""Milliseconds that CUPS has to answer; a printer that nobody can ask is simply tried."""

#: What a reason begins with, and what is said of it; the first that fits.
_REASONS: Final = (
    (("media-empty", "media-needed"), "paper.printer_no_paper"),
    (("offline", "connecting-to-device", "timed-out", "shutdown"), "paper.printer_offline"),
    (
        ("media-jam", "cover-open", "door-open", "interlock-open", "toner-empty", "marker-"),
        "paper.printer_attention",
    ),
    (("paused", "moving-to-paused", "stopped"), "paper.printer_stopped"),
)
_MERELY_TOLD: Final = ("-report", "-warning")
"""A printer with such a reason goes on printing: another tray has paper."""
_STOPPED: Final = "5"
"""The state of a printer that stands still (RFC 8011, 5.4.11)."""
_FOLDER: Final = "antq-print-"
_OF_PROCESS: Final = re.compile(rf"{_FOLDER}(\d+)-")


def problem(name: str) -> Refusal | None:
    """Return what keeps a printer from printing, as far as the system tells; None if nothing."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        return Refusal("paper.printer_gone", name=name)
    told = problem_of(name, options_of(name))
    if told is None and info.state() == QPrinter.PrinterState.Error:
        return Refusal("paper.printer_stopped", name=name)
    return told


def problem_of(name: str, options: Mapping[str, str]) -> Refusal | None:
    """Return what the options that CUPS gives of a printer say against printing."""
    reasons = [
        one
        for one in options.get("printer-state-reasons", "").split(",")
        if not one.endswith(_MERELY_TOLD)
    ]
    for beginnings, message in _REASONS:
        if any(one.startswith(beginnings) for one in reasons):
            return Refusal(message, name=name)
    if options.get("printer-is-accepting-jobs") == "false":
        return Refusal("paper.printer_refuses", name=name)
    if options.get("printer-state") == _STOPPED:
        return Refusal("paper.printer_stopped", name=name)
    return None


def options_of(name: str) -> Mapping[str, str]:
    """Return what CUPS says of a printer; nothing where there is none, or it does not answer."""
    program = shutil.which("lpoptions")
    if program is None:
        return {}
    asked = QProcess()
    asked.start(program, ["-p", name])
    if not asked.waitForFinished(PATIENCE):
        asked.kill()
        asked.waitForFinished(PATIENCE)
        return {}
    said = bytes(asked.readAllStandardOutput().data()).decode(errors="replace")
    try:
        pairs = [one.partition("=") for one in shlex.split(said)]
    except ValueError:
        return {}
    return {key: value for key, _, value in pairs}


@contextmanager
def kept_in_memory() -> Iterator[Path]:
    """Let what is handed to the printing system lie in a folder of memory that then goes away.

    CUPS takes the folder from the environment. Windows and macOS keep their own spool.
    """
    sweep_pages()
    folder = Path(tempfile.mkdtemp(prefix=f"{_FOLDER}{os.getpid()}-", dir=_places()[0]))
    before = os.environ.get("TMPDIR")
    os.environ["TMPDIR"] = str(folder)
    try:
        yield folder
    finally:
        if before is None:
            os.environ.pop("TMPDIR", None)
        else:
            os.environ["TMPDIR"] = before
        shutil.rmtree(folder, ignore_errors=True)


def sweep_pages() -> None:
    """Remove what a program left behind that ended while it printed."""
    for place in _places():
        for folder in place.glob(f"{_FOLDER}*"):
            found = _OF_PROCESS.match(folder.name)
            if found is not None and not psutil.pid_exists(int(found[1])):
                shutil.rmtree(folder, ignore_errors=True)


def _places() -> list[Path]:
    """Return where pages may lie, memory first: none of it is written to a disk."""
    named = [os.environ.get("XDG_RUNTIME_DIR"), "/dev/shm"]  # noqa: S108 - a folder of mode 700
    found = [Path(one) for one in named if one and os.access(one, os.W_OK | os.X_OK)]
    with suppress(OSError):
        found.append(Path(tempfile.gettempdir()))
    return found
