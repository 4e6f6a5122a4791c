"""An import that something else breaks into: a second process in its middle, a disk that gets full.

What is asked is said in one sentence with one action, nothing is half in, and a retry works.
"""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from tests.journeys.desk import PROGRAM, UNLOCKED, environment, start
from tests.journeys.test_lost_by_windows import PAST, counted_once, look, units
from tests.journeys.test_pens import PLAIN, Units
from tests.mounting import fill, needs_mount, small_disk
from tests.unit.cli.conftest import first_world, world
from tests.unit.cli.driver import COMMUNE, OFFICE, PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.journeys.test_lost_by_windows import Start

__all__ = ["first_world", "units", "world"]

MANY = 300
IN_USE = "Dữ liệu đang được một chương trình khác mở."
CLOSE_IT = "Đóng chương trình kia rồi làm lại."


def add_many(units: Units) -> None:
    """Enter so many records that their import takes a while and fills a disk."""
    lines = "\n".join(
        json.dumps(PLAIN | {"name": f"Tiếng kẻng số {number}"}) for number in range(MANY)
    )
    entered = start(units.folder / COMMUNE, "record", "add", "R06", text=lines)
    assert entered.returncode == 0, entered.stderr


def refused(ended: subprocess.CompletedProcess[str]) -> Any:
    """Return what a command was refused with: exit code 3, one sentence, one action."""
    assert ended.returncode == 3, ended.stderr
    assert "Traceback" not in ended.stderr
    return json.loads(ended.stdout)


def stopped_in_import(home: Path, bundle: Path, qtbot: QtBot) -> subprocess.Popen[bytes]:
    """Start a process that imports a bundle, and stop it once it has begun.

    On a busy machine it may have ended before it is seen: then it begins anew.
    """
    kept = home.with_name("before")
    shutil.copytree(home, kept)
    command = [*PROGRAM, "--home", str(home), "--json", "bundle", "import", str(bundle)]
    for _ in range(20):
        env = environment(**UNLOCKED)
        other = subprocess.Popen(command, stdout=subprocess.PIPE, env=env)
        qtbot.waitUntil(lambda: any((home / "inbox").iterdir()), timeout=60_000)
        other.send_signal(signal.SIGSTOP)
        if other.poll() is None:
            return other
        other.communicate()
        shutil.rmtree(home)
        shutil.copytree(kept, home)
    raise AssertionError("no import was slow enough to be stopped")


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="a process cannot be stopped here")
def test_a_second_process_in_the_middle_of_an_import(
    officer: Start, units: Units, qtbot: QtBot
) -> None:
    add_many(units)
    bundle, home = units.send(COMMUNE), units.folder / OFFICE
    with stopped_in_import(home, bundle, qtbot) as other:
        try:
            # Meanwhile the window and a third process are told who has it, and what to do.
            office = officer(home, units.clock())
            office.write("Mật khẩu", PASSPHRASE)
            office.key(Qt.Key.Key_Return)
            office.wait_for(f"{IN_USE} {CLOSE_IT}")
            office.picture("in-use")
            said = refused(start(home, "bundle", "status"))
            assert (said["refused"], said["action"]) == ("workspace.in_use", CLOSE_IT)
        finally:
            other.send_signal(signal.SIGCONT)
        out, _ = other.communicate()
    assert (other.returncode, json.loads(out)["results"][0]["verdict"]) == (0, "accepted")

    # Then the same window opens; what the other has taken is in, once.
    office.write("Mật khẩu", PASSPHRASE)
    office.key(Qt.Key.Key_Return)
    office.wait_for(" – Chỉ huy")
    assert look(office, bundle)[0] == "Đã có từ trước"
    # And the other way: what the window has on its desk, no command takes from under it.
    said = refused(start(home, "bundle", "import", bundle))
    assert (said["message"], said["action"]) == (IN_USE, CLOSE_IT)
    office.turn_to("Đã xét")
    assert [row[3] for row in office.rows(PAST)] == ["Đã nhận"]
    office.go_home()
    counted_once(units, MANY + 1)


@pytest.mark.slow
@needs_mount
def test_a_disk_that_gets_full_in_the_middle_of_an_import(units: Units) -> None:
    first = units.send(COMMUNE)
    add_many(units)
    second, home = units.send(COMMUNE), units.folder / OFFICE
    aside = home.rename(units.folder / "aside")
    with small_disk(home, "24m"):
        shutil.copytree(aside, home, dirs_exist_ok=True)
        assert units.brought(OFFICE, first) == ["accepted"]  # with its backup
        before = units.does(OFFICE, "workspace", "show")["digest"]
        fill(home, leave=2 * second.stat().st_size + (64 << 10))
        said = refused(start(home, "bundle", "import", second))
        assert said["refused"] == "store.disk_full"
        assert said["message"] == "Ổ đĩa đã đầy."
        assert said["action"] == "Giải phóng chỗ trống rồi làm lại."
        (home / "filler").unlink()
        assert units.does(OFFICE, "workspace", "show")["digest"] == before
        assert units.brought(OFFICE, second) == ["accepted"]
        counted_once(units, MANY + 1)
