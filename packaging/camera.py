"""Drives the program as a person does, and takes pictures of it: for packaging/screenshots.py."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QDialog

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.gui.application import Desktop, build
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from antq_desktop.gui.theme import Appearance
    from antq_desktop.messages import Language

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "build" / "screenshots"
WIDE, HIGH = 1366, 768
PATIENCE = 30_000


def wait_until(ready: Callable[[], bool]) -> None:
    """Let the program run until something is so; raises TimeoutError after 30 s."""
    since = QElapsedTimer()
    since.start()
    while not ready():
        if since.elapsed() > PATIENCE:
            raise TimeoutError("a screen did not come")
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()


class Camera:
    """Drives the program as a person does, and takes pictures."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._busy = False
        self._quiet = QElapsedTimer()
        self.taken: list[str] = []

    @contextmanager
    def program(
        self, home: Path, appearance: Appearance, percent: int, language: Language
    ) -> Iterator[Desktop]:
        """Start the program on a home; close it as its menu does."""
        desktop = build(self._app, paths_for(home), load_catalogue(), Clock(), language)
        desktop.theme.set_appearance(appearance)
        desktop.theme.set_text_percent(percent)
        desktop.tasks.busy.connect(self._note)
        desktop.window.view.resize(WIDE, HIGH)
        desktop.window.begin()
        try:
            yield desktop
        finally:
            ended: list[bool] = []
            desktop.window.closed.connect(lambda: ended.append(True))
            desktop.window.quit()
            wait_until(lambda: bool(ended))
            desktop.close()
            desktop.window.view.deleteLater()

    def _note(self, *busy: bool) -> None:
        self._busy = busy[0]
        self._quiet.restart()  # what was read just now is not laid out yet

    def settle(self) -> None:
        """Wait until the worker has nothing to do and everything has been drawn."""
        self._quiet.restart()
        wait_until(lambda: not self._busy and self._quiet.elapsed() > 400)

    def take(self, desktop: Desktop, name: str) -> None:
        """Take a picture of the window."""
        self.settle()
        desktop.window.view.grab().save(str(BUILT / f"{name}.png"))
        self.taken.append(name)

    def take_dialogue(self, dialog: QDialog, name: str) -> None:
        """Take a picture of a dialogue that is open, and close it."""
        self.settle()
        dialog.grab().save(str(BUILT / f"{name}.png"))
        self.taken.append(name)
        QDialog.done(dialog, 0)
