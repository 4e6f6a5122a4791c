"""What questions have in common: what they are about, what is asked, and one act below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from antq_desktop.gui.common.pages import form_below, label
from antq_desktop.gui.common.room import fit_dialog
from antq_desktop.gui.theme import XL, M, S

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFormLayout, QPushButton, QWidget


class Question(QDialog):
    """Says what it is about; who builds on it adds what is asked, and then `_end`.

    In that order, for one begins in the first field, and the buttons come after all of them.
    """

    act: QPushButton
    """The button that does what is asked about."""

    def __init__(self, parent: QWidget, title: str, hint: str = "", *, heading: str = "") -> None:
        """Begin with a title, which also stands above the ``hint`` where there is no heading."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(XL, XL, XL, XL)
        self.column.setSpacing(M)
        self.column.addWidget(label(heading or title, "section"))
        if hint:
            self.column.addWidget(label(hint, "muted"))
        self._problem = label()
        self._problem.setObjectName("problem")
        self._problem.setProperty("tone", "error")
        self._problem.hide()
        self.buttons = QDialogButtonBox()

    def _add_form(self, spacing: int = S) -> QFormLayout:
        """Go on with a form below what is there."""
        form = form_below(spacing)
        self.column.addLayout(form)
        return form

    def show_problem(self, text: str) -> None:
        """Say why it was not done; what was typed stays."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _end(self, letters: int, act: str, back: str = "") -> QPushButton:
        """Put the act and the way back below all that is asked; return the latter."""
        self.act = self.buttons.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole)
        self.act.setProperty("kind", "primary")
        leave = self.buttons.addButton(
            back or self.tr("Quay &lại"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.buttons.accepted.connect(self._accepted)
        self.buttons.rejected.connect(self.reject)
        self.column.addWidget(self._problem)
        self.column.addWidget(self.buttons)
        self._check()
        fit_dialog(self, letters)
        return leave

    def _is_complete(self) -> bool:
        """Tell whether all is there that the act needs."""
        return True

    def _check(self) -> None:
        self.act.setEnabled(self._is_complete())

    def _accepted(self) -> None:
        QGuiApplication.inputMethod().commit()
        if self._is_complete():
            self._answer()

    def _answer(self) -> None:
        """Tell what was typed; it closes here or, where it may yet fail, when it is done."""
        self.accept()
