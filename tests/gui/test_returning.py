"""After a kill the windows come back as they were; a clean end begins with the overview."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QLineEdit, QMessageBox

from antq_desktop.domain.roles import Role
from antq_desktop.gui.shell.listed import ENTRY, REGISTER
from antq_desktop.gui.unlock.presenter import UnlockPresenter
from antq_desktop.services.clock import Clock
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.users import add_user
from antq_desktop.services.whereabouts import Spot, Whereabouts, keep_whereabouts, whereabouts
from tests.gui.conftest import PASSPHRASE, USER, unlock
from tests.gui.killed import DISPUTES, FIRST, MODELS, SECOND
from tests.gui.test_entry import press
from tests.gui.test_shell import desk_of, settle
from tests.rules.sources import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.gui.application import Desktop
    from antq_desktop.gui.entry.presenter import EntryScreen
    from antq_desktop.gui.home.presenter import HomePresenter
    from antq_desktop.gui.records.presenter import RecordsScreen
    from antq_desktop.paths import Paths

    Start = Callable[[Paths], Desktop]

OTHER = "Lò Thị Mẫu"


def killed(home: Path, what: str) -> None:
    """Work in another process until where the person is was kept, and kill it."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.gui.killed", home, USER, PASSPHRASE, what],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=ROOT,
        text=True,
    ) as working:
        assert working.stdout is not None
        said = working.stdout.readline()
        working.send_signal(signal.SIGKILL)
        assert said == "kept\n"


def test_two_forms_the_field_and_the_cursor_come_back(
    unlocked: Start, commune: Paths, qtbot: QtBot
) -> None:
    killed(commune.data, "forms")
    clear = b"".join(path.read_bytes() for path in commune.data.rglob("*") if path.is_file())
    for typed in (FIRST, SECOND, "15/03/2024"):
        assert typed.encode() not in clear
    desktop = unlocked(commune)
    desk = desk_of(desktop)
    entry = cast("EntryScreen", desk.screen(ENTRY))
    qtbot.waitUntil(lambda: entry.form is not None)
    assert desk.current == ENTRY
    assert desk.behind == REGISTER + DISPUTES  # to which closing led before the kill, too
    assert entry.form is not None
    assert entry.form.register.name == DISPUTES
    assert entry.widget.typed()["summary"] == SECOND
    assert entry.widget.typed()["sessions"] == [{"on": "15/03/2024"}]
    qtbot.waitUntil(lambda: entry.widget.focused() == ("sessions", "on"))
    here = entry.widget.focusWidget()
    assert isinstance(here, QLineEdit)
    assert (entry.widget.marked_row("sessions"), here.cursorPosition()) == (0, 3)

    entry.widget.close_asked.emit()  # the other form waits in the overview
    box = entry.widget.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    press(box, "Giữ lại")
    qtbot.waitUntil(lambda: desk.current == REGISTER + DISPUTES)
    desk.go("home")
    home = cast("HomePresenter", desk.screen("home"))

    def offered() -> list[str]:
        return [row.key for row in home.widget.waiting.rows if row.key.startswith("form:")]

    qtbot.waitUntil(lambda: len(offered()) == 2)
    first = next(row for row in home.widget.waiting.rows if FIRST in row.hint)
    home.widget.chosen.emit(first.key)
    qtbot.waitUntil(lambda: entry.form is not None and entry.form.register.name == MODELS)
    assert entry.widget.typed()["name"] == FIRST
    entry.widget.close_asked.emit()
    press(next(iter(entry.widget.findChildren(QMessageBox))), "Bỏ")
    qtbot.waitUntil(lambda: desk.current == "home")


def test_the_list_comes_back_with_its_filter_and_row(
    unlocked: Start, commune: Paths, qtbot: QtBot
) -> None:
    killed(commune.data, "list")
    desktop = unlocked(commune)
    desk = desk_of(desktop)
    qtbot.waitUntil(lambda: desk.current == REGISTER + MODELS)
    records = cast("RecordsScreen", desk.screen(REGISTER + MODELS))
    qtbot.waitUntil(lambda: records.widget.table.row == 1)
    assert records.widget.state == "maintained"
    marked = records.model.row(1)
    assert marked is not None
    assert records.marked == marked.line.record

    desktop.window.lock()  # he locked it himself: next time the overview comes
    qtbot.waitUntil(lambda: desktop.window.desk is None)
    qtbot.waitUntil(lambda: isinstance(desktop.window.front, UnlockPresenter))
    unlock(desktop, qtbot)
    settle(desktop, qtbot)
    assert desk_of(desktop).current == "home"


def test_nobody_else_reads_where_somebody_was(commune: Paths, catalogue: Catalogue) -> None:
    here = Whereabouts(
        screen=ENTRY,
        register="disputes",
        record="0190-mat",
        spot=Spot(field="summary", cursor=7),
    )
    with open_workspace(commune, USER, PASSPHRASE, catalogue, Clock()) as workspace:
        keep_whereabouts(workspace, here)
        assert whereabouts(workspace) == here
        rows = workspace.store.database.execute(
            "SELECT body FROM meta WHERE name GLOB 'whereabouts:*'"
        ).fetchall()
        assert len(rows) == 1
        assert not any(word in rows[0][0] for word in ("disputes", "0190-mat", "summary"))
        mine = workspace.user
        add_user(workspace, OTHER, Role.OFFICER, PASSPHRASE)
    with open_workspace(commune, OTHER, PASSPHRASE, catalogue, Clock()) as workspace:
        assert whereabouts(workspace) is None
        with workspace.store.atomic():  # given the row, his key does not open it
            body = workspace.store.meta.get(f"whereabouts:{mine}")
            workspace.store.meta.set(f"whereabouts:{workspace.user}", body)
        assert whereabouts(workspace) is None
