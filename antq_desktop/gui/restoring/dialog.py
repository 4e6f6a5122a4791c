"""The two pages of a restore: which backup and whose passphrase, then what it holds; no service."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.files import choose_file
from antq_desktop.gui.common.pages import button, label, scrolled
from antq_desktop.gui.common.room import keep_whole, size_dialog
from antq_desktop.gui.theme import XL, L, M, S

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QPushButton

    from antq_desktop.gui.theme import Theme

_LETTERS, _LINES = 84, 32
_MOST_NUMBER = 999_999


@dataclass(frozen=True, slots=True)
class BookRow:
    """A book of a year, and the last number that the backup has of it."""

    key: str
    name: str
    last: int


class RestoringDialog(QDialog):
    """Asks for a backup; `looked` wants to know what it holds, `confirmed` restores it."""

    file_chosen = Signal(str)
    """The path of a backup; `show_people` or `show_problem` is the answer."""
    looked = Signal(str, str, str)
    """Backup, user and passphrase; `show_found` or `show_problem` is the answer."""
    paper_asked = Signal(str)
    """The path of a backup whose recovery sheet or shares are at hand, but no passphrase."""
    confirmed = Signal(str)
    """The path of a receipt, "" without one; the books are in `books`."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Phục hồi từ bản sao lưu"))
        self._theme = theme
        self._file = self._receipt = ""
        self._books: dict[str, tuple[int, QLineEdit]] = {}
        self.problem = label()
        self.problem.setProperty("tone", "error")
        self._pages = QStackedWidget()
        self._buttons()
        self._pages.addWidget(self._first())
        self._pages.addWidget(self._second())
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(L)
        column.addWidget(self._pages)
        column.addWidget(self.problem)
        column.addWidget(self.buttons)
        size_dialog(self, parent, _LETTERS, _LINES)
        self.show_problem("")
        self._check()

    @property
    def books(self) -> dict[str, int]:
        """The last numbers on paper that are above those of the backup, by the key of the row."""
        typed = {key: (last, int(line.text() or 0)) for key, (last, line) in self._books.items()}
        return {key: number for key, (last, number) in typed.items() if number > last}

    def show_people(self, names: Sequence[str], file: str) -> None:
        """Offer those who could unlock on the day of the backup."""
        self._chosen.setText(file)
        self.user.clear()
        self.user.addItems(list(names))
        self.show_problem("")
        self._check()
        self.passphrase.setFocus()

    def show_no_backup(self, text: str) -> None:
        """Say that the file is no backup."""
        self._file = ""
        self._chosen.clear()
        self.user.clear()
        self.show_problem(text)
        self._check()

    def show_found(self, title: str, lines: Sequence[str], books: Sequence[BookRow]) -> None:
        """Show what the backup holds, and ask for the last numbers on paper."""
        self._title.setText(title)
        self._lines.setText("\n".join(lines))
        for row in books:
            line = QLineEdit(str(row.last))
            line.setValidator(QIntValidator(0, _MOST_NUMBER, line))
            line.setAccessibleName(row.name)
            self._form.addRow(row.name, line)
            self._books[row.key] = row.last, line
        self._pages.setCurrentIndex(1)
        self.act.setText(self.tr("&Phục hồi"))
        self.act.setEnabled(True)  # who came by the recovery paper typed no passphrase here
        self.show_problem("")
        self.set_busy(busy=False)

    def show_problem(self, text: str) -> None:
        """Say what went wrong, or nothing; it can be tried again."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.set_busy(busy=False)

    def set_busy(self, *, busy: bool) -> None:
        """Let nothing be changed while the backup is read or restored."""
        self._pages.setEnabled(not busy)
        self.buttons.setEnabled(not busy)

    def _buttons(self) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox()
        self.act = self.buttons.addButton(self.tr("&Xem bản sao lưu"), roles.AcceptRole)
        self.act.setProperty("kind", "primary")
        self.act.setObjectName("act")
        self.act.setDefault(True)
        self.act.clicked.connect(self._act)
        self.buttons.addButton(self.tr("Quay lại"), roles.RejectRole).setAutoDefault(False)
        self.buttons.rejected.connect(self.reject)

    def _first(self) -> QWidget:
        self._chosen = label(role="muted")
        choose = self._chooser(self.tr("Chọn &bản sao lưu…"), "choose", self._choose)
        self.user = QComboBox()
        self.user.setObjectName("user")
        self.passphrase = QLineEdit()
        self.passphrase.setObjectName("passphrase")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._paper = button(self.tr("&Quên mật khẩu: dùng phiếu hoặc mảnh…"))
        self._paper.setObjectName("paper")
        self._paper.setAutoDefault(False)
        self._paper.clicked.connect(lambda: self.paper_asked.emit(self._file))
        form = QFormLayout()
        form.setSpacing(S)
        form.addRow(self.tr("&Người dùng"), self.user)
        form.addRow(self.tr("&Mật khẩu của ngày sao lưu"), self.passphrase)
        page, column = _page()
        column.addWidget(label(self.tr("Phục hồi sổ từ bản sao lưu"), "section"))
        column.addWidget(
            label(
                self.tr("Dùng khi máy hỏng hoặc thay máy. Cắm USB sao lưu, chọn bản mới nhất."),
                "muted",
            )
        )
        for each in (choose, self._chosen):
            column.addWidget(each)
        column.addLayout(form)
        column.addWidget(self._paper, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def _second(self) -> QWidget:
        self._title, self._lines = label(role="section"), label()
        self._form = QFormLayout()
        self._form.setSpacing(S)
        self._told = label(role="muted")
        page, column = _page()
        for each in (self._title, self._lines):
            column.addWidget(each)
        column.addWidget(
            self._chooser(self.tr("Chọn biên &nhận mới nhất, nếu có…"), "receipt", self._choose_it)
        )
        column.addWidget(self._told)
        column.addWidget(
            label(
                self.tr(
                    "Phục hồi xong, báo cơ quan nhận rồi lập gói mới: gói bắt đầu một chuỗi mới và"
                    " gồm lại mọi hồ sơ; không hồ sơ nào mất hay bị tính hai lần."
                )
            )
        )
        column.addWidget(
            label(
                self.tr(
                    "Hồ sơ ghi sau lúc đó phải nhập lại từ giấy. Ghi số cuối của từng sổ giấy để"
                    " máy không cấp lại số đã dùng:"
                )
            )
        )
        column.addLayout(self._form)
        column.addStretch(1)
        return scrolled(page)

    def _chooser(self, text: str, name: str, act: Callable[[], None]) -> QPushButton:
        made = button(text)
        made.setObjectName(name)
        made.setAutoDefault(False)
        made.clicked.connect(act)
        self._theme.dress(made, "import")
        return made

    def _choose(self) -> None:
        def chosen(path: str) -> None:
            self._file = path
            self.file_chosen.emit(path)

        kinds = self.tr("Bản sao lưu (*.antq-backup);;Mọi tệp (*)")
        choose_file(self, self.tr("Chọn bản sao lưu"), kinds, chosen)

    def _choose_it(self) -> None:
        def chosen(path: str) -> None:
            self._receipt = path
            self._told.setText(Path(path).name)

        choose_file(self, self.tr("Chọn biên nhận"), "ANTQ (*.antq);;* (*)", chosen)

    def _check(self) -> None:
        for each in (self.user, self.passphrase, self._paper):
            each.setEnabled(bool(self._file and self.user.count()))

    def _act(self) -> None:
        """Do what comes next: choose a file, type the passphrase, look, restore."""
        QGuiApplication.inputMethod().commit()
        first = self._pages.currentIndex() == 0
        if first and not (self._file and self.user.count()):
            self._choose()
            return
        if first and not self.passphrase.text():
            self.passphrase.setFocus()
            return
        self.set_busy(busy=True)
        if first:
            self.looked.emit(self._file, self.user.currentText(), self.passphrase.text())
        else:
            self.confirmed.emit(self._receipt)


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(M)
    keep_whole(page)
    return page, column
