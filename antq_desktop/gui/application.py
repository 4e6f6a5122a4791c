"""Builds the objects of the windows and runs them."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from antq_desktop.errors import Refusal
from antq_desktop.gui.failures import Failures
from antq_desktop.gui.paper.printers import sweep_pages
from antq_desktop.gui.session import Session
from antq_desktop.gui.shell.window import Window
from antq_desktop.gui.tasks import Tasks
from antq_desktop.gui.theme import Theme
from antq_desktop.gui.translation import Translation
from antq_desktop.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.messages import Language
    from antq_desktop.paths import Paths
    from antq_desktop.services.clock import Clock

#: Seconds that a busy worker may keep Python to itself while the window waits to be drawn.
_TURN = 0.0005
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@dataclass(frozen=True, slots=True)
class Desktop:
    """The objects of a running program; tests and pictures use the same ones as people."""

    window: Window
    session: Session
    tasks: Tasks
    theme: Theme
    failures: Failures

    def close(self) -> None:
        """Stop the worker once the window is closed."""
        self.session.pins.close()  # the worker would wait for it
        self.tasks.close()


def build(
    app: QApplication,
    paths: Paths,
    catalogue: Catalogue,
    clock: Clock,
    language: Language | None = None,
) -> Desktop:
    """Make all objects, the window not shown yet; ``language`` None takes that of the settings."""
    sys.setswitchinterval(_TURN)
    settings = load_settings(paths.settings).settings
    spoken = language or settings.language
    translation = Translation(app)
    translation.use(spoken)
    theme = Theme(app, settings.appearance, settings.text_percent)
    failures = Failures(spoken)
    sweep_pages()
    tasks = Tasks()
    session = Session(tasks, failures, catalogue, clock)
    window = Window(paths, session, theme, failures, translation)
    return Desktop(window, session, tasks, theme, failures)


def spare_collector(session: Session) -> None:
    """Keep what lives as long as an open workspace out of the search for garbage.

    A whole round goes through the registers, the units and the screens, and stops the window for a
    tenth of a second whenever one is due. Now it is done once, while a workspace is being opened.
    """
    gc.freeze()
    session.opened.connect(_collect_once)


def _collect_once() -> None:
    gc.unfreeze()
    gc.collect()
    gc.freeze()


@dataclass(frozen=True, slots=True)
class Start:
    """How the window begins: the language, and who unlocks with what where that was given."""

    language: Language | None = None
    user: str | None = None
    passphrase: str | None = None


def run(paths: Paths, catalogue: Catalogue, clock: Clock, start: Start) -> int:
    """Open the window and stay until it is closed; return the exit code.

    Refusal where there is no display: Qt would end the process without a word.
    """
    _must_have_display()
    app = cast("QApplication", QApplication.instance() or QApplication(sys.argv[:1]))
    app.setApplicationName("ANTQ Desktop")
    app.setQuitOnLastWindowClosed(True)
    desktop = build(app, paths, catalogue, clock, start.language)
    spare_collector(desktop.session)
    catcher = Catcher(desktop.failures.show)
    before, sys.excepthook = sys.excepthook, catcher.catch
    try:
        desktop.window.begin(start.user, start.passphrase)
        return app.exec()
    finally:
        sys.excepthook = before
        desktop.close()


def _must_have_display() -> None:
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _DISPLAYS):
        raise Refusal("window.no_display")


class Catcher(QObject):
    """Takes exceptions that nobody caught, on whatever thread, to the GUI thread."""

    _caught = Signal(object)

    def __init__(self, show: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._caught.connect(show)

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Stand in for ``sys.excepthook``; nothing is printed."""
        del kind, trace
        self._caught.emit(error)
