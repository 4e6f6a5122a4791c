"""What is being typed survives SIGKILL, and no other user of the PC sees it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

from antq_desktop.domain.roles import Role
from antq_desktop.services.clock import Clock
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.unsaved import drop_form, unsaved_forms
from antq_desktop.services.users import add_user
from antq_desktop.store.unsaved import KeptForm
from tests.gui.conftest import PASSPHRASE, USER
from tests.rules.sources import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.paths import Paths

OTHER = "Lò Thị Mẫu"

# The real session, screen and timers; it says when the form is kept, then waits to be killed.
TYPING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.gui import entry
from antq_desktop.gui.failures import Failures
from antq_desktop.gui.screen import Context
from antq_desktop.gui.session import Session
from antq_desktop.gui.tasks import Tasks
from antq_desktop.gui.theme import Theme
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.unsaved import unsaved_forms

app = QApplication([])
theme, failures = Theme(app, "light"), Failures("vi")
session = Session(Tasks(), failures, load_catalogue(), Clock())

def begin(_):
    global screen
    screen = entry.build(Context(session, theme, failures, "vi"))
    screen.widget.show()
    screen.open("movement_models", None)
    timer.start(200)

def look():
    if screen.form is None:
        return
    if not screen.widget.typed():
        screen.widget.show_field("name", "Nguyễn đang gõ dở")
        screen.widget.rows("points").add_row()
        screen.widget.show_field("established_on", "15/")
    session.ask(unsaved_forms, lambda found: found and print("kept", flush=True))

timer = QTimer()
timer.timeout.connect(look)
session.open(paths_for(Path(sys.argv[1])), sys.argv[2], sys.argv[3], begin)
app.exec()
"""


def killed_while_typing(home: Path) -> None:
    """Type in another process until the form is kept, and kill it."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", TYPING, home, USER, PASSPHRASE],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        text=True,
    ) as typing:
        assert typing.stdout is not None
        said = typing.stdout.readline()
        typing.send_signal(signal.SIGKILL)
        assert said == "kept\n"


def test_a_form_survives_sigkill_and_is_its_users_own(commune: Paths, catalogue: Catalogue) -> None:
    killed_while_typing(commune.data)
    with open_workspace(commune, USER, PASSPHRASE, catalogue, Clock()) as workspace:
        found = unsaved_forms(workspace)
        assert [dict(one.typed) for one in found] == [
            {"name": "Nguyễn đang gõ dở", "points": [{}], "established_on": "15/"}
        ]
        kept = workspace.store.unsaved.of_user(workspace.user)[0]
        add_user(workspace, OTHER, Role.OFFICER, PASSPHRASE)
    with open_workspace(commune, OTHER, PASSPHRASE, catalogue, Clock()) as workspace:
        assert unsaved_forms(workspace) == []
        # Even given the row, his key does not open it.
        with workspace.store.atomic():
            workspace.store.unsaved.put(
                KeptForm(
                    form="copy",
                    user=workspace.user,
                    register=kept.register,
                    record=None,
                    kept_at=kept.kept_at,
                    blob=kept.blob,
                )
            )
        assert unsaved_forms(workspace) == []
        drop_form(workspace, kept.form)  # not his: nothing happens
    with open_workspace(commune, USER, PASSPHRASE, catalogue, Clock()) as workspace:
        drop_form(workspace, unsaved_forms(workspace)[0].form)
        assert unsaved_forms(workspace) == []
