"""The program, started anew on a home: `bench.starting` measures it until its list is there."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import psutil
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.gui.application import build, spare_collector
from antq_desktop.gui.shell.listed import REGISTER
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock

if TYPE_CHECKING:
    from antq_desktop.gui.records.presenter import RecordsScreen

_PULSE = 1  # milliseconds between two looks


def main(home: str, register: str, passphrase: str) -> None:
    """Unlock, go to a list, say when its first rows are drawn, then how much memory that took."""
    app = QApplication(sys.argv[:1])
    desktop = build(app, paths_for(Path(home)), load_catalogue(), Clock())
    spare_collector(desktop.session)
    window, pulse = desktop.window, QTimer(interval=_PULSE)

    def look() -> None:
        desk = window.desk
        if desk is None:
            return
        desk.go(REGISTER + register)
        screen = cast("RecordsScreen", desk.screen(REGISTER + register))
        if screen.model.rowCount() and screen.model.shown(0) is not None:
            pulse.stop()
            window.view.repaint()
            sys.stdout.write("there\n")
            sys.stdout.flush()
            sys.stdout.write(f"{psutil.Process().memory_info().rss}\n")
            sys.stdout.flush()
            os._exit(0)

    pulse.timeout.connect(look)
    pulse.start()
    window.view.resize(1366, 768)
    window.begin("bench", passphrase)
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
