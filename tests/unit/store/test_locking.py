"""One program at a time on one workspace."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from antq_desktop.errors import Refusal
from antq_desktop.store.locking import take_lock

if TYPE_CHECKING:
    from pathlib import Path

SECOND_PROGRAM = """
import sys
from pathlib import Path
from antq_desktop.errors import Refusal
from antq_desktop.store.locking import take_lock
try:
    take_lock(Path(sys.argv[1]))
except Refusal as refusal:
    sys.exit(refusal.message_id)
"""


def second_program(folder: Path) -> str:
    """Let another process take the lock and end; return what it was told, "" if it got it."""
    run = subprocess.run(
        [sys.executable, "-c", SECOND_PROGRAM, folder], capture_output=True, text=True, check=False
    )
    return run.stderr.strip()


def test_a_second_program_is_refused_until_the_first_is_done(tmp_path: Path) -> None:
    lock = take_lock(tmp_path)
    assert second_program(tmp_path) == "workspace.in_use"
    lock.release()
    assert second_program(tmp_path) == ""


def test_the_lock_of_a_program_that_has_ended_is_free(tmp_path: Path) -> None:
    assert second_program(tmp_path) == ""
    take_lock(tmp_path).release()


def test_a_second_lock_in_one_program_is_refused(tmp_path: Path) -> None:
    lock = take_lock(tmp_path)
    with pytest.raises(Refusal, match=r"workspace\.in_use"):
        take_lock(tmp_path)
    lock.release()


def test_a_disk_that_cannot_be_written_is_refused(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(Refusal, match=r"store\.read_only"):
        take_lock(small_disk)
