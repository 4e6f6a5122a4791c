"""Asks the reason of an act: changing or voiding a record, revealing what is sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from antq_desktop.gui.common.pages import label
from antq_desktop.gui.common.question import Question
from antq_desktop.gui.theme import XS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_LETTERS, _LINES = 64, 3


class ReasonDialog(Question):
    """Says what is about to happen, and gives the reason that the person typed."""

    def __init__(self, parent: QWidget, title: str, text: str, act: str) -> None:
        super().__init__(parent, title, text)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setAccessibleName(self.tr("Lý do"))
        self.reason.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 4 * XS)
        self.reason.textChanged.connect(self._check)
        asked = label(self.tr("&Lý do"), wrap=False)
        asked.setBuddy(self.reason)
        self.column.addWidget(asked)
        self.column.addWidget(self.reason)
        self._end(_LETTERS, act, self.tr("Quay lại"))

    def _is_complete(self) -> bool:
        return bool(self.reason.toPlainText().strip())


def ask_reason(
    parent: QWidget, title: str, text: str, act: str, then: Callable[[str], object]
) -> ReasonDialog:
    """Open the question without waiting for it; ``then`` gets the reason if there is one."""
    dialog = ReasonDialog(parent, title, text, act)

    dialog.accepted.connect(lambda: then(" ".join(dialog.reason.toPlainText().split())))
    dialog.open()
    dialog.reason.setFocus()
    return dialog
