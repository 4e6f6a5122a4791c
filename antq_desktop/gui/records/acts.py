"""What is done with the records of a list: open one, void one, hand over all that are selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.services.case_choosing import records_in
from antq_desktop.services.saving import void_record

if TYPE_CHECKING:
    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.gui.records.model import RecordsModel
    from antq_desktop.gui.records.reading import Reading
    from antq_desktop.gui.records.view import RecordsView
    from antq_desktop.gui.screen import Context

_TRANSFER = "case-transfer"


class Acts(QObject):
    """Connects the buttons of a list with the services."""

    open_record = Signal(str)
    paper_asked = Signal(object)
    """A `PaperWanted`: the records that are to be handed over."""
    changed = Signal()
    """A record is not as it was in the list."""

    def __init__(
        self,
        view: RecordsView,
        context: Context,
        asking: Asking,
        reading: Reading,
        model: RecordsModel,
    ) -> None:
        super().__init__(view)
        self._view, self._failures = view, context.failures
        self._asking, self._reading, self._model = asking, reading, model
        view.open_asked.connect(self._open)
        view.void_asked.connect(self._void)
        view.hand_asked.connect(self._hand_over)

    def _open(self, number: int) -> None:
        row = self._model.row(number)
        if row is not None:
            self.open_record.emit(row.line.record)

    def _void(self, number: int) -> None:
        row = self._model.row(number)
        if row is None:
            return
        line = row.line

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
        ask_reason(self._view, title, text, act, run)

    def _voided(self, *, draft: bool) -> None:
        self._failures.say(self.tr("Đã bỏ bản nháp.") if draft else self.tr("Đã hủy hồ sơ."))
        self.changed.emit()

    def _hand_over(self) -> None:
        """Ask to whom the selected records go; a list that is read again meanwhile is kept."""
        listed, table = self._reading.listed, self._view.table
        if listed is None or table.row < 0:
            return
        spans = [(first, last - first + 1) for first, last in table.spans] or [(table.row, 1)]
        self._reading.lend(listed)

        def done(records: list[str]) -> None:
            self._reading.give_back(listed)
            if records:
                self.paper_asked.emit(PaperWanted(_TRANSFER, tuple(records), handing=True))

        def failed(error: BaseException) -> None:
            self._reading.give_back(listed)
            self._failures.show(error)

        self._asking.ask(lambda workspace: records_in(workspace, listed, spans), done, failed)
