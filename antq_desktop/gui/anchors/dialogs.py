"""The questions about a certificate of others; they stay open until what they ask for is done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
)

from antq_desktop.gui.common.pages import label
from antq_desktop.gui.common.room import fit_dialog
from antq_desktop.gui.common.typed_box import TypedBox
from antq_desktop.gui.theme import XL, XS, M, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_LETTERS = 72
_LINES = 2
_DIGITS = 64
_SEPARATORS = re.compile(r"[\s:-]")
_HEX = re.compile(r"[0-9A-Fa-f]*")


@dataclass(frozen=True, slots=True)
class AssignedTo:
    """For whom a certificate is to stand: the key of a unit, a role, a person."""

    unit: str
    role: str
    person: str


class _CertificateDialog(QDialog):
    """Says what stands in a certificate, and asks what does not."""

    def __init__(self, parent: QWidget, title: str, facts: str, hint: str, act: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setSpacing(S)
        self._problem = label()
        self._problem.setProperty("tone", "error")
        self._problem.hide()
        shown = label(facts)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(label(title, "section"))
        column.addWidget(shown)
        column.addWidget(label(hint, "muted"))
        column.addLayout(self.form)
        self._add_fields()
        column.addWidget(self._problem)
        buttons = QDialogButtonBox()  # after the fields, in which one begins
        self.act = buttons.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole)
        self.act.setProperty("kind", "primary")
        buttons.addButton(self.tr("&Quay lại"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._accepted)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self._check()
        fit_dialog(self, _LETTERS)

    def show_problem(self, text: str) -> None:
        """Say why it was not done; what was typed stays."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _add_fields(self) -> None:
        """Add what is asked; each question has its own."""

    def _is_complete(self) -> bool:
        raise NotImplementedError

    def _check(self) -> None:
        self.act.setEnabled(self._is_complete())

    def _accepted(self) -> None:
        QGuiApplication.inputMethod().commit()
        if self._is_complete():
            self._answer()

    def _answer(self) -> None:
        raise NotImplementedError


class AddAnchorDialog(_CertificateDialog):
    """Asks for the fingerprint as it is told elsewhere: that of the file itself is not shown.

    Who saw it here could only copy it, and a file that was changed would agree with itself.
    """

    confirmed = Signal(str)
    """The fingerprint as it was typed."""

    def __init__(self, parent: QWidget, facts: str) -> None:
        super().__init__(
            parent,
            self.tr("Thêm gốc tin cậy"),
            facts,
            self.tr(
                "Lấy vân tay SHA-256 ở nguồn khác với tệp này: văn bản của trung tâm, hoặc gọi điện"
                " cho họ. Gõ đủ 64 ký tự, máy so với tệp; khác một ký tự cũng không thêm."
            ),
            self.tr("So và &thêm"),
        )

    def _add_fields(self) -> None:
        self.typed = QPlainTextEdit()
        self.typed.setTabChangesFocus(True)
        self.typed.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 4 * XS)
        self.typed.setAccessibleName(self.tr("Vân tay lấy ở nguồn khác"))
        self.typed.textChanged.connect(self._check)
        self._count = label(role="muted")
        asked = label(self.tr("&Vân tay lấy ở nguồn khác"), wrap=False)
        asked.setBuddy(self.typed)
        self.form.addRow(asked)
        self.form.addRow(self.typed)
        self.form.addRow(self._count)

    @property
    def _digits(self) -> str:
        return _SEPARATORS.sub("", self.typed.toPlainText())

    def _is_complete(self) -> bool:
        return len(self._digits) == _DIGITS and _HEX.fullmatch(self._digits) is not None

    def _check(self) -> None:
        super()._check()
        text = self.tr("Đã gõ {count} trên 64 ký tự.").format(count=len(self._digits))
        if _HEX.fullmatch(self._digits) is None:
            text = self.tr("Vân tay chỉ có số 0–9 và chữ A–F.")
        self._count.setText(text)

    def _answer(self) -> None:
        self.confirmed.emit(self._digits)


class AssignDialog(_CertificateDialog):
    """Asks of which unit the signer is, as what he signs, and what he is called."""

    confirmed = Signal(object)
    """An `AssignedTo`."""

    def __init__(
        self, parent: QWidget, facts: str, person: str, units: Sequence[tuple[str, str]]
    ) -> None:
        """Begin with the name in the certificate; ``units`` are keys and words."""
        self._known, self._name = units, person
        super().__init__(
            parent,
            self.tr("Gắn chứng thư với đơn vị"),
            facts,
            self.tr(
                "Chứng thư này không ghi đơn vị. Gọi cho người ký, nghe đọc số chứng thư, đúng như"
                " trên mới gắn. Máy chỉ tin điều được gắn."
            ),
            self.tr("&Gắn chứng thư"),
        )

    def _add_fields(self) -> None:
        self.unit, self.role, self.person = QComboBox(), QComboBox(), QLineEdit(self._name)
        self.unit.setAccessibleName(self.tr("Đơn vị của người ký"))
        self.role.setAccessibleName(self.tr("Vai trò của người ký"))
        typed = TypedBox(self.unit)
        typed.add(self.tr("Chọn, hoặc gõ vài chữ của tên"), None)
        for key, words in self._known:
            typed.add(words, key)
        self.role.addItem(self.tr("Chỉ huy: ký một mình, hoặc ký lần 2"), "head")
        self.role.addItem(self.tr("Cán bộ: chỉ ký lần 1"), "officer")
        self.form.addRow(self.tr("Đơn &vị"), self.unit)
        self.form.addRow(self.tr("V&ai trò"), self.role)
        self.form.addRow(self.tr("&Người ký"), self.person)
        self.unit.currentIndexChanged.connect(self._check)
        self.person.textChanged.connect(self._check)

    def _is_complete(self) -> bool:
        return self.unit.currentData() is not None and bool(self.person.text().strip())

    def _answer(self) -> None:
        self.confirmed.emit(
            AssignedTo(
                str(self.unit.currentData()), str(self.role.currentData()), self.person.text()
            )
        )
