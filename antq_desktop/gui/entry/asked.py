"""What the office wants of the record that is open: said above the form, and at the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from antq_desktop.domain.sharing import quoted
from antq_desktop.gui.common.chips import Chip
from antq_desktop.gui.common.pages import button, label
from antq_desktop.gui.common.wording import field_label, rule_words
from antq_desktop.gui.entry.tools import Remark
from antq_desktop.gui.screen import ReturnWanted
from antq_desktop.gui.theme import XS, S
from antq_desktop.services.duties import duties_of
from antq_desktop.services.querying import has_field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.domain.register import Register
    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.gui.entry.view import EntryView
    from antq_desktop.gui.session import Session
    from antq_desktop.gui.theme import Theme
    from antq_desktop.messages import Language
    from antq_desktop.services.duties import Duty
    from antq_desktop.services.editing import FormData


class Asked(QObject):
    """Shows the duties of a record at a commune; at an office it offers to return the record."""

    returned = Signal(object)
    """A `ReturnWanted`."""

    def __init__(
        self,
        view: EntryView,
        theme: Theme,
        session: Session,
        asking: Asking,
        language: Language,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._session = session
        self._asking = asking
        self._language = language
        self._record = ""
        self._bar = QWidget()
        self._column = QVBoxLayout(self._bar)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(XS)
        self._entries: list[QWidget] = []
        view.set_asked(self._bar)
        self._bar.hide()

    def offer(self, data: FormData) -> None:
        """Show what is wanted of a record, and go to the field of the first duty."""
        self._show([])
        record = self._record = data.record or ""
        line = data.shown.line if data.shown is not None else None
        if line is None or line.draft:
            return
        if self._session.about.office:
            if not data.writable and not line.voided:
                self._show([self._offer_return(record)])
            return
        self._asking.ask(
            lambda workspace: duties_of(workspace, record),
            lambda found: self._found(data.register, record, found),
        )

    def words(self) -> list[str]:
        """Return what stands above the form, one text a duty, as a screen reader would."""
        return [entry.accessibleName() for entry in self._entries]

    def _found(self, register: Register, record: str, found: Sequence[Duty]) -> None:
        if record != self._record:
            return
        self._show([self._entry(register, one) for one in found])
        asked: dict[str, list[str]] = {}
        places: list[Remark] = []
        for one in found:
            path = one.query.field
            if path is None or not has_field(register, path):
                continue
            place = Remark(path, self._wanted(one), "warning")
            asked.setdefault(place.within()[0], []).append(place.text)
            if one.open:
                places.append(place)
        self._view.show_asked(asked)
        if places:
            self._view.jump(places[0])

    def _wanted(self, one: Duty) -> str:
        """Return the office's words as its own, and the rule that it names."""
        rule = rule_words(one.query.rule, self._language)
        if not one.query.text:
            said = QCoreApplication.translate("Asked", "Biên nhận từ chối: {rule}")
            return said.format(rule=rule)
        said = QCoreApplication.translate("Asked", "Cơ quan nhận viết: {text}")
        text = said.format(text=quoted(one.query.text))
        return f"{text} {rule}".strip()

    def _entry(self, register: Register, one: Duty) -> QWidget:
        entry, row = self._row()
        state = QCoreApplication.translate("Asked", "Cần sửa")
        if not one.open:
            state = QCoreApplication.translate("Asked", "Đã sửa, chờ gửi và trả lời")
        chip = Chip(self._theme)
        chip.show_state(state, "warning" if one.open else "info")
        words, path = self._wanted(one), one.query.field
        if path is not None and has_field(register, path):  # the words stand at the field
            words = field_label(register, path, self._language)
        row.addWidget(chip)
        row.addWidget(label(words), stretch=1)
        entry.setAccessibleName(f"{state}, {words}")
        return entry

    def _offer_return(self, record: str) -> QWidget:
        entry, row = self._row()
        text = QCoreApplication.translate("Asked", "Trả &lại đơn vị…")
        made = button(text)
        self._theme.dress(made, "undo")
        made.clicked.connect(lambda: self._return(record))
        row.addWidget(made)
        row.addStretch(1)
        entry.setAccessibleName(text.replace("&", ""))
        return entry

    def _return(self, record: str) -> None:
        """Return the record; the field that has the keyboard is the one that is meant."""
        field = self._view.focused()[0] or None
        self.returned.emit(ReturnWanted(record=record, field=field))

    def _row(self) -> tuple[QWidget, QHBoxLayout]:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        return entry, row

    def _show(self, entries: Sequence[QWidget]) -> None:
        for entry in self._entries:
            entry.hide()
            entry.deleteLater()
        self._entries = list(entries)
        for entry in self._entries:
            self._column.addWidget(entry)
        self._bar.setVisible(bool(entries))
        self._view.show_asked({})
