"""Voiding a record of a list, or discarding a draft, for a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.services.saving import void_record

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.gui.failures import Failures
    from antq_desktop.store.queries import Line


class Voiding(QObject):
    """Asks for the reason, and does it."""

    done = Signal()
    """The list is to be read again."""

    def __init__(self, widget: QWidget, asking: Asking, failures: Failures) -> None:
        super().__init__()
        self._widget, self._asking, self._failures = widget, asking, failures

    def ask(self, line: Line) -> None:
        """Void a record, or discard a draft, once a reason is given."""

        def run(reason: str) -> None:
            self._asking.change(
                lambda workspace: void_record(workspace, line.record, reason=reason),
                lambda _: self._voided(draft=line.draft),
            )

        if line.draft:
            title, act = self.tr("Bỏ bản nháp này?"), self.tr("Bỏ nháp")
            text = self.tr("Bản nháp mất hẳn; lý do được ghi vào nhật ký.")
        else:
            title = self.tr("Hủy hồ sơ số {book}?").format(book=line.book)
            text = self.tr("Hồ sơ giữ số, bị gạch ngang và không vào số liệu nào.")
            act = self.tr("Hủy hồ sơ")
        ask_reason(self._widget, title, text, act, run)

    def _voided(self, *, draft: bool) -> None:
        self._failures.say(self.tr("Đã bỏ bản nháp.") if draft else self.tr("Đã hủy hồ sơ."))
        self.done.emit()
