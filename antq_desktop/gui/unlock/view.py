"""The form of the unlock screen; knows no service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from antq_desktop.gui.generated.ui_unlock import Ui_Unlock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


class UnlockView(QWidget):
    """Name, passphrase, Enter."""

    asked = Signal(str, str)
    """The name and the passphrase that were entered."""
    forgot = Signal()
    backups_asked = Signal()
    class_asked = Signal()
    """Into the practice class, or out of it."""
    other_asked = Signal()
    """To the other place of the practice class."""

    def __init__(self) -> None:
        super().__init__()
        self._ui = Ui_Unlock()
        self._ui.setupUi(self)
        self._ui.problem.hide()
        self._ui.otherPost.clicked.connect(self.other_asked)
        self._ui.practiceClass.clicked.connect(self.class_asked)
        self.show_practice("", "", other=False)
        self._ui.reveal.toggled.connect(self._reveal)
        self._ui.passphrase.textChanged.connect(self._typed)
        self._ui.passphrase.returnPressed.connect(self._ask)
        self._ui.unlock.clicked.connect(self._ask)
        self._ui.forgot.clicked.connect(self.forgot)
        self._ui.backups.clicked.connect(self.backups_asked)
        self._typed()

    def set_users(self, names: Sequence[str], chosen: str | None) -> None:
        """Offer the users; ``chosen`` is the one who was here last."""
        self._ui.user.clear()
        self._ui.user.addItems(list(names))
        if chosen in names:
            self._ui.user.setCurrentText(chosen or "")

    def set_failed(self, attempts: Sequence[datetime]) -> None:
        """Say that somebody failed to unlock since the last success."""
        words = ""
        if attempts:
            words = self.tr("Đã có {count} lần nhập sai mật khẩu, lần cuối lúc {time}.").format(
                count=QLocale().toString(len(attempts)),
                time=attempts[-1].strftime("%H:%M %d/%m/%Y"),
            )
        self._ui.since.setText(words)
        self._ui.since.setVisible(bool(words))

    def show_practice(self, mark: str, way: str, *, other: bool) -> None:
        """Say that this is practice, and name the way into its class or out of it; "" for none."""
        ui = self._ui
        ui.practice.setText(mark)
        ui.practice.setVisible(bool(mark))
        ui.practiceClass.setText(way)
        ui.practiceClass.setVisible(bool(way))
        ui.otherPost.setVisible(other)

    def set_busy(self, *, busy: bool) -> None:
        """Show that the passphrase is being tried; it takes a moment by design."""
        self._ui.card.setEnabled(not busy)
        self._ui.unlock.setText(self.tr("Đang mở…") if busy else self.tr("Mở &khóa"))

    def show_problem(self, text: str) -> None:
        """Say why it did not open, and let the passphrase be typed again."""
        self._ui.problem.setText(text)
        self._ui.problem.setVisible(bool(text))
        self._ui.passphrase.selectAll()
        self._ui.passphrase.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self._ui.passphrase.clear()
        self._ui.reveal.setChecked(False)
        self.show_problem("")

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the passphrase: the user is usually the right one."""
        super().showEvent(event)
        self._ui.passphrase.setFocus()

    def _typed(self) -> None:
        self._ui.unlock.setEnabled(bool(self._ui.passphrase.text()))

    def _reveal(self) -> None:
        mode = QLineEdit.EchoMode
        shown = mode.Normal if self._ui.reveal.isChecked() else mode.Password
        self._ui.passphrase.setEchoMode(shown)

    def _ask(self) -> None:
        QGuiApplication.inputMethod().commit()
        if self._ui.passphrase.text():
            self.asked.emit(self._ui.user.currentText(), self._ui.passphrase.text())
