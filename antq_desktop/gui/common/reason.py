"""Asks the reason of an act: changing or voiding a record, revealing what is sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from antq_desktop.gui.common.pages import label
from antq_desktop.gui.common.room import fit_dialog
from antq_desktop.gui.theme import XL, XS, M

if TYPE_CHECKING:
    from collections.abc import Callable

_LINES = 3


class ReasonDialog(QDialog):
    """Says what is about to happen, and gives the reason that the person typed."""

    def __init__(self, parent: QWidget, title: str, text: str, act: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setAccessibleName(self.tr("Lý do"))
        self.reason.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 4 * XS)
        asked = label(self.tr("&Lý do"), wrap=False)
        asked.setBuddy(self.reason)
        self.buttons = QDialogButtonBox()
        self._act = self.buttons.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole)
        self._act.setProperty("kind", "primary")
        self._act.setEnabled(False)
        self.buttons.addButton(self.tr("Quay lại"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.reason.textChanged.connect(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(label(title, "section"))
        column.addWidget(label(text, "muted"))
        column.addWidget(asked)
        column.addWidget(self.reason)
        column.addWidget(self.buttons)
        fit_dialog(self, 64)

    def _typed(self) -> None:
        self._act.setEnabled(bool(self.reason.toPlainText().strip()))


def ask_reason(
    parent: QWidget, title: str, text: str, act: str, then: Callable[[str], object]
) -> ReasonDialog:
    """Open the question without waiting for it; ``then`` gets the reason if there is one."""
    dialog = ReasonDialog(parent, title, text, act)

    def accepted() -> None:
        QGuiApplication.inputMethod().commit()
        then(" ".join(dialog.reason.toPlainText().split()))

    dialog.accepted.connect(accepted)
    dialog.open()
    dialog.reason.setFocus()
    return dialog
