"""What a form takes over from the one saved last, today or before the program was restarted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.domain.register import MOVES
from antq_desktop.gui.entry.copying import first_move, repeated
from antq_desktop.services.last_values import last_values, repeatable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.register import Register
    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.gui.entry.draft import OpenForm
    from antq_desktop.gui.entry.view import EntryView

    Form = Mapping[str, object]


class Repeating(QObject):
    """Knows the last form of each register that was opened."""

    told = Signal(str)

    def __init__(self, view: EntryView, asking: Asking) -> None:
        super().__init__(view)
        self._view, self._asking = view, asking
        self._last: dict[str, Form] = {}

    def learn(self, register: Register) -> None:
        """Read what was saved last in a register, unless it is known."""
        if register.name in self._last:
            return

        def read(form: Form) -> None:
            self._last.setdefault(register.name, form)

        self._asking.ask(lambda workspace: last_values(workspace, register), read)

    def remember(self, register: Register, typed: Form) -> None:
        """Repeat a form from now on."""
        self._last[register.name] = repeatable(register, typed)

    def suggest(self, now: OpenForm) -> None:
        """Fill in the first dated state of a new record, unless a person has typed one."""
        typed = self._view.typed()
        moves = typed.get(MOVES, [])
        line = first_move(now.register, typed, now.hand, self._last.get(now.register.name))
        if line and moves in ([], now.suggested) and line != moves:
            now.suggested = line
            self._view.show_field(MOVES, line)

    def repeat(self, now: OpenForm) -> None:
        """Put the last value into the field with the keyboard."""
        name, inner = self._view.focused()
        if not name or not now.data.writable:
            return
        row, last = self._view.marked_row(name), self._last.get(now.register.name, {})
        typed = repeated(self._view.typed(), last, name, inner, row)
        if typed is None:
            self.told.emit(self.tr("Ô này chưa có giá trị nào để lặp lại."))
        else:
            self._view.show_field(name, typed, inner)
