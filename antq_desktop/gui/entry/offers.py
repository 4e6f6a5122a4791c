"""The forms that a person was typing when the program ended: counted, offered, gone on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from antq_desktop.gui.entry.wording import unsaved_line
from antq_desktop.services.editing import form_of
from antq_desktop.services.unsaved import drop_form, unsaved_forms

if TYPE_CHECKING:
    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.gui.entry.view import EntryView
    from antq_desktop.gui.session import Session
    from antq_desktop.services.unsaved import UnsavedForm


class Offers(QObject):
    """Shows the list on the page of the entry form that is made for it."""

    resumed = Signal(object, object)
    """A `FormData`, and the `UnsavedForm` that lies over it."""
    rows_resumed = Signal(object)
    """An `UnsavedForm` of many rows."""
    none_left = Signal()

    def __init__(self, view: EntryView, session: Session, asking: Asking, language: str) -> None:
        super().__init__(view)
        self._view = view
        self._session = session
        self._asking = asking
        self._language = language
        self.forms: list[UnsavedForm] = []
        """What is offered."""
        view.resume_asked.connect(self._resume)
        view.discard_asked.connect(self._discard)

    def offer(self) -> None:
        """Show them, or say that there is none."""
        self._asking.ask(unsaved_forms, self._offer)

    def _offer(self, found: list[UnsavedForm]) -> None:
        self.forms = found
        if not found:
            self.none_left.emit()
            return
        registers = self._session.about.catalogue.by_name
        lines = [unsaved_line(one, registers[one.register], self._language) for one in found]
        title = QCoreApplication.translate("Entry", "Có {count} biểu đang nhập dở")
        self._view.show_unsaved(title.format(count=len(found)), lines)

    def _resume(self, place: int) -> None:
        self.resume(self.forms[place])

    def resume(self, one: UnsavedForm) -> None:
        """Go on with a form, whether it is in the list or not."""
        if one.many:
            self.rows_resumed.emit(one)
            return
        self._asking.ask(
            lambda workspace: form_of(workspace, one.register, one.record),
            lambda data: self.resumed.emit(data, one),
        )

    def _discard(self, place: int) -> None:
        form = self.forms[place].form
        self._asking.ask(lambda workspace: drop_form(workspace, form), lambda _: self.offer())
