"""The real program in a process of its own: a person works in it until it is killed.

Called with a home, a user, a passphrase and what to do: ``forms`` or ``list``. It prints a word
when where the person is has been kept; then it goes on until somebody ends it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.gui.application import build
from antq_desktop.gui.shell.listed import ENTRY, REGISTER
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.unsaved import unsaved_forms
from antq_desktop.services.whereabouts import whereabouts

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.gui.application import Desktop
    from antq_desktop.gui.entry.presenter import EntryScreen
    from antq_desktop.gui.records.presenter import RecordsScreen
    from antq_desktop.gui.shell.desk import Desk

MODELS, DISPUTES = "movement_models", "disputes"
FIRST = "Tổ tự quản kín tiếng"
SECOND = "Tranh chấp lối đi kín đáo"
CURSOR = 11
ROW = 3


def wait(ready: Callable[[], bool]) -> None:
    """Let the program run until something is so."""
    while not ready():
        loop = QEventLoop()
        QTimer.singleShot(10, loop.quit)
        loop.exec()


def type_two_forms(desktop: Desktop, desk: Desk) -> None:
    """Leave one form unsaved, and type another; the cursor stands in the middle of a text."""
    entry = cast("EntryScreen", desk.screen(ENTRY))
    desk.go(REGISTER + MODELS)
    desk.new_record(MODELS)
    wait(lambda: entry.form is not None)
    entry.widget.show_field("name", FIRST)
    entry.widget.close_asked.emit()
    box = cast("QMessageBox", entry.widget.findChild(QMessageBox))
    next(one for one in box.findChildren(QPushButton) if one.text() == "Giữ lại").click()
    wait(lambda: entry.form is None)
    desk.new_record(DISPUTES)
    wait(lambda: entry.form is not None)
    entry.widget.show_field("summary", SECOND)
    entry.widget.rows("sessions").add_row()
    here = entry.widget.rows("sessions").grid.cells["on"].editor.target()
    here.setFocus()
    if isinstance(here, QLineEdit):
        here.setText("15/03/2024")
        here.setCursorPosition(3)
    wait(lambda: entry.form is not None and entry.form.kept is not None)
    kept: list[int] = []
    desktop.session.ask(unsaved_forms, lambda found: kept.append(len(found)))
    wait(lambda: kept == [2])


def filter_a_list(desk: Desk) -> None:
    """Narrow a list by a word, and mark a row."""
    desk.go(REGISTER + MODELS)
    records = cast("RecordsScreen", desk.screen(REGISTER + MODELS))
    wait(lambda: records.model.rowCount() > ROW)
    wait(lambda: records.model.row(ROW) is not None)
    records.widget.show_filters("", None, "draft", None, overdue=False)
    records.refresh()
    wait(lambda: records.model.rowCount() == 1)
    records.widget.show_filters("", None, "maintained", None, overdue=False)
    records.refresh()
    wait(lambda: records.model.rowCount() > 1)
    records.widget.table.mark(1)


def main(home: str, user: str, passphrase: str, what: str) -> None:
    """Work, say when all is kept, and wait."""
    app = QApplication([])
    desktop = build(app, paths_for(Path(home)), load_catalogue(), Clock())
    desktop.window.begin(user, passphrase)
    wait(lambda: desktop.window.desk is not None and bool(desktop.window.desk.current))
    desk = cast("Desk", desktop.window.desk)
    if what == "forms":
        type_two_forms(desktop, desk)
    else:
        filter_a_list(desk)
    expected = ENTRY if what == "forms" else REGISTER + MODELS
    seen: list[str] = []

    def look() -> bool:
        desktop.session.ask(
            whereabouts, lambda here: seen.append(here.screen if here is not None else "")
        )
        return seen[-1:] == [expected]

    wait(look)
    sys.stdout.write("kept\n")
    sys.stdout.flush()
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
