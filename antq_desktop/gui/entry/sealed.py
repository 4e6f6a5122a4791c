"""The sealed part of the form that is open: dots, what is behind them, and typing it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from antq_desktop.gui.entry.wording import ask_why_revealed
from antq_desktop.services.looking import reveal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.gui.entry.draft import OpenForm
    from antq_desktop.gui.entry.view import EntryView

    Form = Mapping[str, object]


class Sealed(QObject):
    """Shows dots in place of sealed values, and editors once they are revealed or typed anew."""

    def __init__(
        self, view: EntryView, asking: Asking, form: Callable[[], OpenForm | None]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._asking = asking
        self._form = form
        view.reveal_asked.connect(self._reveal)
        view.retype_asked.connect(lambda: self.unseal({}))

    def names(self) -> list[str]:
        """Return the fields whose values are sealed when they are saved."""
        return [cell.editor.field.name for cell in self._view.confidential()]

    def unseal(self, values: Form) -> None:
        """Put editors in place of the dots, with what was sealed or empty."""
        now = self._form()
        if now is None:
            return
        shown = now.hand.show_all(now.register.fields, values)
        now.sealed = False
        self._view.set_sealed(sealed=False, may_reveal=False)
        names = self.names()
        for name in names:
            self._view.show_field(name, shown.get(name))
        typed = self._view.typed()
        now.began = {**now.began, **{name: typed[name] for name in names if name in typed}}

    def _reveal(self) -> None:
        now = self._form()
        record = now.data.record if now else None
        if record is None:
            return

        def run(reason: str) -> None:
            self._asking.change(
                lambda workspace: reveal(workspace, record, reason=reason), self.unseal
            )

        ask_why_revealed(self._view, run)
