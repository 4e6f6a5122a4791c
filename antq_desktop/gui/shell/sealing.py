"""Older sealed parts go to a new head in the background, a batch at a time, other work between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from antq_desktop.services.sealing_to import seal_some

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.sealing_to import Progress


class Sealing(QObject):
    """Looks whether something is due at the unlock and after each change, and does it."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._running = False
        context.session.changed.connect(self.begin)

    def begin(self) -> None:
        """Go on where it was, unless it runs already; only who is in command can."""
        if not self._running and self._context.session.about.head:
            self._running = True
            self._next()

    def _next(self) -> None:
        self._context.session.ask(seal_some, self._heard, self._failed)

    def _heard(self, progress: Progress | None) -> None:
        if progress is None:
            self._running = False
            return
        if progress.total:
            words = self.tr("Đang niêm phong lại cho {name}: {done}/{total}")
            if progress.finished:
                words = self.tr("{name} mở được {total} phần niêm phong cũ.")
            text = words.format(name=progress.name, done=progress.done, total=progress.total)
            self._context.failures.say(text, "done" if progress.finished else "info")
        self._next()

    def _failed(self, error: BaseException) -> None:
        self._running = False
        self._context.failures.show(error)
