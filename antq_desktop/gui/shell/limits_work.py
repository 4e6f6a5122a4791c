"""Time limits that are made again beside everything else, after the rules or days have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from antq_desktop.messages import shown_number
from antq_desktop.services.limits import work_on_limits

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.shell.view import MainView
    from antq_desktop.services.limits import Progress


class LimitsWork(QObject):
    """Asks for one batch after another; what a person asks for comes in between.

    The line at the bottom says how far it is. What is not done when the books are locked, or the
    power goes, is done after the next unlock.
    """

    def __init__(self, context: Context, view: MainView, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._language, self._view = context.session, context.language, view
        self._asked = self._going = False
        context.session.changed.connect(self.begin)

    def begin(self) -> None:
        """Go on with what is left; nothing happens where all of it is done."""
        if not self._asked:
            self._asked = True
            self._session.ask(work_on_limits, self._went_on, self._failed, aside=True)

    def _went_on(self, left: Progress | None) -> None:
        self._asked = False
        if left is not None:
            self._going = True
            done, total = (shown_number(one, self._language) for one in (left.done, left.total))
            words = self.tr("Đang tính lại thời hạn: {done} / {total} hồ sơ")
            self._view.say_work(words.format(done=done, total=total))
            self.begin()
            return
        self._view.say_work("")
        if self._going:
            self._going = False
            self._session.changed.emit()  # counts and badges are whole now

    def _failed(self, _: BaseException) -> None:
        """Leave it: whoever asks for limits next is told what the disk refuses."""
        self._asked = self._going = False
        self._view.say_work("")
