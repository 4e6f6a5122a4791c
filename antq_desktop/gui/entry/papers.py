"""Printing from the entry form: which forms a record may be put on, and what is asked before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.services.papers import forms

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.gui.entry.view import EntryView
    from antq_desktop.gui.session import Session
    from antq_desktop.services.editing import FormData
    from antq_desktop.services.papers import FormInfo

_OF_A_RECORD = frozenset({"record", "records"})
HANDING = "case-transfer"
"""The form that goes with a record that is handed over."""


class Papers(QObject):
    """Offers the forms of the record that is open."""

    wanted = Signal(object)
    """A `PaperWanted`."""

    def __init__(self, view: EntryView, session: Session, asking: Asking, language: str) -> None:
        super().__init__(view)
        self._view = view
        self._session = session
        self._asking = asking
        self._language = language
        self._record = ""

    def offer(self, data: FormData) -> None:
        """Offer what the register has; nothing for a draft or a record that was struck through."""
        self._view.set_papers(())
        line = data.shown.line if data.shown else None
        self._record = data.record or ""
        if line is None or line.draft or line.voided:
            return
        head = self._session.about.head
        sealed = head and data.shown is not None and data.shown.has_confidential
        record = self._record

        def found(infos: list[FormInfo]) -> None:
            if record == self._record:
                self._view.set_papers(
                    [
                        act
                        for info in infos
                        if info.needs in _OF_A_RECORD and info.code != HANDING
                        for act in self._acts(info, sealed=sealed and info.seals)
                    ]
                    + self._handing()
                )

        self._asking.ask(lambda workspace: forms(workspace, data.register), found)

    def _acts(self, info: FormInfo, *, sealed: bool) -> list[tuple[str, Callable[[], object]]]:
        """Return what can be printed on one form: the record, and for the head also its seal."""
        title, one = info.title.text(self._language), PaperWanted(info.code, self._record)
        acts: list[tuple[str, Callable[[], object]]] = [(title, lambda: self.wanted.emit(one))]
        if sealed:
            words = QCoreApplication.translate("Entry", "{title}, cả phần niêm phong")
            acts.append((words.format(title=title), lambda: self._with_seal(info.code)))
        return acts

    def _handing(self) -> list[tuple[str, Callable[[], object]]]:
        """Let the head hand the record over: he alone signs."""
        if not self._session.about.head:
            return []
        words = QCoreApplication.translate("Entry", "Chuyển hồ sơ cho cơ quan khác…")
        wanted = PaperWanted(HANDING, self._record, handing=True)
        return [(words, lambda: self.wanted.emit(wanted))]

    def _with_seal(self, code: str) -> None:
        record = self._record
        ask_reason(
            self._view,
            QCoreApplication.translate("Entry", "In cả phần niêm phong"),
            QCoreApplication.translate(
                "Entry", "Lần xem này và lý do được ghi vào nhật ký trước khi hiện nội dung."
            ),
            QCoreApplication.translate("Entry", "Xem bản in"),
            lambda reason: self.wanted.emit(PaperWanted(code, record, reveal_reason=reason)),
        )
