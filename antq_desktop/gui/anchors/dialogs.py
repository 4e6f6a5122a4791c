"""The questions about a certificate of others; they stay open until what they ask for is done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from antq_desktop.gui.common.pages import label
from antq_desktop.gui.common.question import Question
from antq_desktop.gui.common.typed_box import TypedBox
from antq_desktop.gui.theme import XS

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


class _CertificateDialog(Question):
    """Says what stands in a certificate before it asks what does not."""

    def __init__(self, parent: QWidget, title: str, facts: str, hint: str) -> None:
        super().__init__(parent, title)
        shown = label(facts)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(shown)
        self.column.addWidget(label(hint, "muted"))

    def _end_with(self, act: str) -> None:
        self._end(_LETTERS, act, self.tr("&Quay lại"))


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
        )
        self.typed = QPlainTextEdit()
        self.typed.setTabChangesFocus(True)
        self.typed.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 4 * XS)
        self.typed.setAccessibleName(self.tr("Vân tay lấy ở nguồn khác"))
        self.typed.textChanged.connect(self._check)
        self._count = label(role="muted")
        asked = label(self.tr("&Vân tay lấy ở nguồn khác"), wrap=False)
        asked.setBuddy(self.typed)
        form = self._add_form()
        for each in (asked, self.typed, self._count):
            form.addRow(each)
        self._end_with(self.tr("So và &thêm"))

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
        super().__init__(
            parent,
            self.tr("Gắn chứng thư với đơn vị"),
            facts,
            self.tr(
                "Chứng thư này không ghi đơn vị. Gọi cho người ký, nghe đọc số chứng thư, đúng như"
                " trên mới gắn. Máy chỉ tin điều được gắn."
            ),
        )
        self.unit, self.role, self.person = QComboBox(), QComboBox(), QLineEdit(person)
        self.unit.setAccessibleName(self.tr("Đơn vị của người ký"))
        self.role.setAccessibleName(self.tr("Vai trò của người ký"))
        typed = TypedBox(self.unit)
        typed.add(self.tr("Chọn, hoặc gõ vài chữ của tên"), None)
        for key, words in units:
            typed.add(words, key)
        self.role.addItem(self.tr("Chỉ huy: ký một mình, hoặc ký lần 2"), "head")
        self.role.addItem(self.tr("Cán bộ: chỉ ký lần 1"), "officer")
        form = self._add_form()
        form.addRow(self.tr("Đơn &vị"), self.unit)
        form.addRow(self.tr("V&ai trò"), self.role)
        form.addRow(self.tr("&Người ký"), self.person)
        self.unit.currentIndexChanged.connect(self._check)
        self.person.textChanged.connect(self._check)
        self._end_with(self.tr("&Gắn chứng thư"))

    def _is_complete(self) -> bool:
        return self.unit.currentData() is not None and bool(self.person.text().strip())

    def _answer(self) -> None:
        self.confirmed.emit(
            AssignedTo(
                str(self.unit.currentData()), str(self.role.currentData()), self.person.text()
            )
        )
