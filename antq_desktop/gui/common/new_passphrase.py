"""What questions have in common in which somebody chooses a passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit

from antq_desktop.gui.common.question import Question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFormLayout


def passphrase_line(name: str = "") -> QLineEdit:
    """Return a line that does not show what is typed in it."""
    line = QLineEdit()
    line.setObjectName(name)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


class NewPassphraseQuestion(Question):
    """Asks for the passphrase twice, for nobody knows it yet; a box shows what is typed."""

    def _add_new(self, form: QFormLayout, shown: str, first: str, again: str) -> None:
        """Add the two lines and the box to a form, each with its name."""
        self.first, self.again = passphrase_line("first"), passphrase_line("again")
        box = QCheckBox(shown)
        box.toggled.connect(lambda shown: self._show(shown=shown))
        form.addRow(first, self.first)
        form.addRow(again, self.again)
        form.addRow(box)

    def _show(self, *, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for line in (self.first, self.again):
            line.setEchoMode(mode)
            secret = line.inputMethodHints() | Qt.InputMethodHint.ImhSensitiveData
            line.setInputMethodHints(secret)  # shown, it is as secret as before

    def _answer(self) -> None:
        if self.first.text() != self.again.text():
            self.show_problem(self.tr("Hai lần gõ mật khẩu không giống nhau. Gõ lại."))
        else:
            self._tell(self.first.text())

    def _tell(self, passphrase: str) -> None:
        """Emit the passphrase with what else was asked."""
        raise NotImplementedError
