"""The questions of the screen "Người dùng"; they stay open until what they ask for is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from antq_desktop.gui.common.new_passphrase import NewPassphraseQuestion, passphrase_line
from antq_desktop.gui.common.question import Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_CHARACTERS = 52


class AddDialog(NewPassphraseQuestion):
    """Who is added, what he does, and his passphrase, which he types himself."""

    answered = Signal(str, str, str)
    """The name, the role, the passphrase."""

    def __init__(self, parent: QWidget, roles: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            parent,
            self.tr("Thêm người dùng"),
            self.tr("Để người mới tự gõ mật khẩu: ít nhất 12 ký tự, không ai khác biết."),
        )
        self.name, self.role = QLineEdit(), QComboBox()
        self.name.setObjectName("name")
        self.role.setObjectName("role")
        for code, words in roles:
            self.role.addItem(words, code)
        form = self._add_form()
        form.addRow(self.tr("Họ và &tên"), self.name)
        form.addRow(self.tr("&Vai trò"), self.role)
        self._add_new(
            form,
            self.tr("&Hiện mật khẩu"),
            self.tr("&Mật khẩu của người mới"),
            self.tr("&Gõ lại mật khẩu"),
        )
        self._end(_CHARACTERS, self.tr("&Thêm người dùng"))

    def _tell(self, passphrase: str) -> None:
        self.answered.emit(self.name.text(), str(self.role.currentData()), passphrase)


class RoleDialog(Question):
    """What somebody does from now on."""

    answered = Signal(str)
    """The role."""

    def __init__(self, parent: QWidget, name: str, roles: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            parent,
            self.tr("Đổi vai trò"),  # no name: titles are seen outside the program
            self.tr("{name}: có hiệu lực từ lần mở sổ sau; nhật ký ghi lại.").format(name=name),
        )
        self.role = QComboBox()
        self.role.setObjectName("role")
        for code, words in roles:
            self.role.addItem(words, code)
        self._add_form().addRow(self.tr("&Vai trò"), self.role)
        self._end(_CHARACTERS, self.tr("Đổ&i vai trò"))

    def _answer(self) -> None:
        self.answered.emit(str(self.role.currentData()))


class RenewDialog(NewPassphraseQuestion):
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
        )
        self._add_new(
            self._add_form(),
            self.tr("&Hiện mật khẩu"),
            self.tr("&Mật khẩu mới"),
            self.tr("&Gõ lại mật khẩu mới"),
        )
        self._end(_CHARACTERS, self.tr("Đặt &lại mật khẩu"))

    def _tell(self, passphrase: str) -> None:
        self.answered.emit(passphrase)


class PassphraseDialog(NewPassphraseQuestion):
    """The passphrase that one has, and the one that one wants."""

    answered = Signal(str, str)
    """The old one and the new one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Đổi mật khẩu của tôi"),
            self.tr("Ít nhất 12 ký tự. Bản sao lưu cũ vẫn mở bằng mật khẩu cũ."),
        )
        self.old = passphrase_line("old")
        form = self._add_form()
        form.addRow(self.tr("Mật khẩu đang &dùng"), self.old)
        self._add_new(
            form,
            self.tr("&Hiện mật khẩu"),
            self.tr("&Mật khẩu mới"),
            self.tr("&Gõ lại mật khẩu mới"),
        )
        self._end(_CHARACTERS, self.tr("Đổ&i mật khẩu"))

    def _tell(self, passphrase: str) -> None:
        self.answered.emit(self.old.text(), passphrase)
