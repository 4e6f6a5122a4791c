"""The questions of the screen "Người dùng"; they stay open until what they ask for is done."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
)

from antq_desktop.gui.common.pages import label
from antq_desktop.gui.common.room import fit_dialog
from antq_desktop.gui.theme import XL, M, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

_CHARACTERS = 52


class _Question(QDialog):
    """A form with one act below it."""

    def __init__(self, parent: QWidget, title: str, hint: str, act: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setSpacing(S)
        self._problem = label()
        self._problem.setProperty("tone", "error")
        self._problem.hide()
        buttons = QDialogButtonBox()
        self.act = buttons.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole)
        self.act.setProperty("kind", "primary")
        self._back = buttons.addButton(self.tr("Quay &lại"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(label(title, "section"))
        column.addWidget(label(hint, "muted"))
        column.addLayout(self.form)
        column.addWidget(self._problem)
        column.addWidget(buttons)
        fit_dialog(self, _CHARACTERS)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field; the buttons come after all of them, though made before."""
        super().showEvent(event)
        items = (self.form.itemAt(at) for at in range(self.form.count()))
        widgets = (item.widget() for item in items if item is not None)
        fields = [
            one
            for one in widgets
            if one is not None and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        for before, after in pairwise([*fields, self.act, self._back]):
            self.setTabOrder(before, after)
        fields[0].setFocus()

    def show_problem(self, text: str) -> None:
        """Say why it was not done; what was typed stays."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _accepted(self) -> None:
        QGuiApplication.inputMethod().commit()
        self._answer()

    def _answer(self) -> None:
        """Emit what was typed; each question has its own."""


def _hidden() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


class _NewPassphrase:
    """Two lines for a passphrase that nobody knows yet, and a box that shows what is typed."""

    def __init__(self, question: _Question, shown: str, first: str, again: str) -> None:
        self.first, self.again = _hidden(), _hidden()
        self.first.setObjectName("first")
        self.again.setObjectName("again")
        box = QCheckBox(shown)
        box.toggled.connect(lambda shown: self._show(shown=shown))
        question.form.addRow(first, self.first)
        question.form.addRow(again, self.again)
        question.form.addRow(box)

    def _show(self, *, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for line in (self.first, self.again):
            line.setEchoMode(mode)
            secret = line.inputMethodHints() | Qt.InputMethodHint.ImhSensitiveData
            line.setInputMethodHints(secret)  # shown, it is as secret as before

    @property
    def differs(self) -> bool:
        """Whether the two lines are not the same."""
        return self.first.text() != self.again.text()


class AddDialog(_Question):
    """Who is added, what he does, and his passphrase, which he types himself."""

    answered = Signal(str, str, str)
    """The name, the role, the passphrase."""

    def __init__(self, parent: QWidget, roles: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            parent,
            self.tr("Thêm người dùng"),
            self.tr("Để người mới tự gõ mật khẩu: ít nhất 12 ký tự, không ai khác biết."),
            self.tr("&Thêm người dùng"),
        )
        self.name, self.role = QLineEdit(), QComboBox()
        self.name.setObjectName("name")
        self.role.setObjectName("role")
        for code, words in roles:
            self.role.addItem(words, code)
        self.form.addRow(self.tr("Họ và &tên"), self.name)
        self.form.addRow(self.tr("&Vai trò"), self.role)
        self._new = _NewPassphrase(
            self,
            self.tr("&Hiện mật khẩu"),
            self.tr("&Mật khẩu của người mới"),
            self.tr("&Gõ lại mật khẩu"),
        )

    def _answer(self) -> None:
        if self._new.differs:
            self.show_problem(self.tr("Hai lần gõ mật khẩu không giống nhau. Gõ lại."))
        else:
            code = str(self.role.currentData())
            self.answered.emit(self.name.text(), code, self._new.first.text())


class RoleDialog(_Question):
    """What somebody does from now on."""

    answered = Signal(str)
    """The role."""

    def __init__(self, parent: QWidget, name: str, roles: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            parent,
            self.tr("Đổi vai trò"),  # no name: titles are seen outside the program
            self.tr("{name}: có hiệu lực từ lần mở sổ sau; nhật ký ghi lại.").format(name=name),
            self.tr("Đổ&i vai trò"),
        )
        self.role = QComboBox()
        self.role.setObjectName("role")
        for code, words in roles:
            self.role.addItem(words, code)
        self.form.addRow(self.tr("&Vai trò"), self.role)

    def _answer(self) -> None:
        self.answered.emit(str(self.role.currentData()))


class RenewDialog(_Question):
    """A new passphrase for somebody who forgot his; he types it himself."""

    answered = Signal(str)
    """The passphrase."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(
            parent,
            self.tr("Đặt lại mật khẩu"),
            self.tr("{name} tự gõ mật khẩu mới. Khóa ký của người này mất, nếu có.").format(
                name=name
            ),
            self.tr("Đặt &lại mật khẩu"),
        )
        self._new = _NewPassphrase(
            self,
            self.tr("&Hiện mật khẩu"),
            self.tr("&Mật khẩu mới"),
            self.tr("&Gõ lại mật khẩu mới"),
        )

    def _answer(self) -> None:
        if self._new.differs:
            self.show_problem(self.tr("Hai lần gõ mật khẩu không giống nhau. Gõ lại."))
        else:
            self.answered.emit(self._new.first.text())


class PassphraseDialog(_Question):
    """The passphrase that one has, and the one that one wants."""

    answered = Signal(str, str)
    """The old one and the new one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Đổi mật khẩu của tôi"),
            self.tr("Ít nhất 12 ký tự. Bản sao lưu cũ vẫn mở bằng mật khẩu cũ."),
            self.tr("Đổ&i mật khẩu"),
        )
        self.old = _hidden()
        self.old.setObjectName("old")
        self.form.addRow(self.tr("Mật khẩu đang &dùng"), self.old)
        self._new = _NewPassphrase(
            self,
            self.tr("&Hiện mật khẩu"),
            self.tr("&Mật khẩu mới"),
            self.tr("&Gõ lại mật khẩu mới"),
        )

    def _answer(self) -> None:
        if self._new.differs:
            self.show_problem(self.tr("Hai lần gõ mật khẩu không giống nhau. Gõ lại."))
        else:
            self.answered.emit(self.old.text(), self._new.first.text())
