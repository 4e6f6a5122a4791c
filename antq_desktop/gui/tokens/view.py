"""The dialogues about tokens; they know no service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QWidget,
)

from antq_desktop.gui.common.files import choose_file
from antq_desktop.gui.common.new_passphrase import passphrase_line
from antq_desktop.gui.common.pages import STYLE, button, label
from antq_desktop.gui.common.question import Question
from antq_desktop.gui.theme import XS, M

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.tokens.model import KeyRow, PinPage

_WIDE = 64
_LIBRARIES = "PKCS#11 (*.dll *.so *.dylib);;* (*)"
_ROWS = 4


class PinDialog(Question):
    """Asks for a PIN: of which token, whose key it is, and what the token says of its tries.

    Where it is typed at the device there is no field for it: the person says that he is ready.
    """

    given = Signal(str)
    """The PIN; empty where it is typed at the device."""

    def __init__(self, parent: QWidget, page: PinPage) -> None:
        super().__init__(parent, self.tr("Mã PIN của token"), heading=page.token)
        self._at_device = bool(page.device)
        self.pin = passphrase_line()
        self.pin.textChanged.connect(self._check)
        self.column.addWidget(label(page.person))
        self.column.addWidget(label(page.certificate, "muted"))
        if page.warning:
            self.column.addWidget(label(page.warning, "practice"))
        text = self.tr("Mã PIN không được lưu. Nếu sai, việc ký dừng ngay, máy không tự thử lại.")
        if self._at_device:
            self.column.addWidget(label(page.device))
            text = self.tr("Nếu sai, việc ký dừng ngay, máy không tự thử lại.")
        else:
            self._add_form(STYLE).addRow(self.tr("Mã &PIN"), self.pin)
        self.column.addWidget(label(text, "muted"))
        act = self.tr("&Tiếp tục") if self._at_device else self.tr("&Ký")
        self._end(_WIDE, act, self.tr("&Bỏ qua"))

    def begin(self) -> None:
        """Put the cursor where one begins."""
        (self.act if self._at_device else self.pin).setFocus()

    def _is_complete(self) -> bool:
        return self._at_device or bool(self.pin.text())

    def _answer(self) -> None:
        pin = self.pin.text()
        self.pin.clear()
        self.given.emit(pin)
        self.accept()


class TokenDialog(Question):
    """Library, tokens with their keys, and the kind of a new key.

    At an office also the passphrase of its authority, which certifies the key at once.
    """

    library_chosen = Signal(str)
    looked_again = Signal()
    confirmed = Signal(str)
    """A key was chosen; at an office with the passphrase of its authority."""

    def __init__(self, parent: QWidget, *, office: bool) -> None:
        super().__init__(
            parent,
            self.tr("Khóa trên USB token"),
            self.tr("Thư viện (PKCS#11) đi kèm phần mềm của token; chưa rõ thì hỏi nơi cấp token."),
            heading=self.tr("Chọn khóa trên USB token"),
        )
        self._office = office
        self._rows: tuple[KeyRow, ...] = ()
        self.libraries, self.keys, self.kinds = QComboBox(), QListWidget(), QComboBox()
        self.libraries.setAccessibleName(self.tr("Thư viện của token"))
        self.kinds.setAccessibleName(self.tr("Loại khóa mới"))
        self.keys.setAccessibleName(self.tr("Khóa dùng để ký"))
        self.libraries.activated.connect(
            lambda at: self.library_chosen.emit(self.libraries.itemData(at))
        )
        self.keys.currentRowChanged.connect(self._check)
        self.passphrase = passphrase_line()
        self.passphrase.textChanged.connect(self._check)
        self.note = label(role="muted")
        self._other = button(self.tr("Tệp &khác…"))
        self._other.clicked.connect(self._browse)
        self._again = button(self.tr("Tìm &lại"))
        self._again.clicked.connect(self.looked_again)
        self._lay_out()
        self._end(_WIDE, self.tr("Dùng khóa &này"), self.tr("&Bỏ qua"))

    def _lay_out(self) -> None:
        form = self._add_form(STYLE)
        asked = label(self.tr("&Thư viện của token"), wrap=False)
        asked.setBuddy(self.libraries)
        beside = QHBoxLayout()
        beside.setSpacing(M)
        beside.addWidget(self.libraries, stretch=1)
        beside.addWidget(self._other)
        beside.addWidget(self._again)
        form.addRow(asked)
        form.addRow(beside)
        self.keys.setMinimumHeight(self.fontMetrics().lineSpacing() * _ROWS)
        self.keys.setWordWrap(True)
        self.keys.setSpacing(XS)  # a key has two lines
        self.keys.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        form.addRow(self.tr("Khóa &dùng để ký"), self.keys)
        form.addRow(self.tr("L&oại khóa mới"), self.kinds)
        if self._office:
            form.addRow(self.tr("Mật khẩu khóa cấp &chứng thư"), self.passphrase)
        self.column.addWidget(self.note)

    @property
    def chosen(self) -> KeyRow | None:
        """The key that is chosen, None before one is."""
        row = self.keys.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    @property
    def kind(self) -> str:
        """The kind of key that is made."""
        return str(self.kinds.currentData())

    def set_libraries(self, paths: Sequence[str], chosen: str | None) -> None:
        """Offer the libraries that are on this PC."""
        self.libraries.clear()
        for path in paths:
            self.libraries.addItem(path, path)
        self.libraries.setCurrentIndex(paths.index(chosen) if chosen in paths else -1)

    def set_kinds(self, kinds: Sequence[tuple[str, str]]) -> None:
        """Offer the kinds of a new key, by code and words."""
        for code, text in kinds:
            self.kinds.addItem(text, code)

    def set_keys(self, rows: Sequence[KeyRow], note: str) -> None:
        """Show what is plugged in, or say why there is nothing."""
        self._rows = tuple(rows)
        self.keys.clear()
        self.keys.addItems([row.text for row in rows])
        self.keys.setCurrentRow(0 if rows else -1)
        self.note.setText(note)
        self._again.setEnabled(True)
        self._check()

    def set_busy(self, note: str) -> None:
        """Say that tokens are being looked for."""
        self.note.setText(note)
        self._again.setEnabled(False)

    def _check(self) -> None:
        row = self.chosen
        self.kinds.setEnabled(row is not None and row.key_id is None)
        super()._check()

    def _is_complete(self) -> bool:
        ready = not self._office or bool(self.passphrase.text())
        return self.chosen is not None and ready

    def _browse(self) -> None:
        choose_file(self, self.tr("Thư viện của token"), _LIBRARIES, self.library_chosen.emit)

    def _answer(self) -> None:
        passphrase = self.passphrase.text()
        self.passphrase.clear()
        self.confirmed.emit(passphrase)
        self.accept()
