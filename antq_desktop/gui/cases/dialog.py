"""The question to whom a record goes, why, and what of it; knows no service."""

from __future__ import annotations

from dataclasses import dataclass
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
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from antq_desktop.gui.common.pages import label
from antq_desktop.gui.common.room import fit_dialog
from antq_desktop.gui.theme import XL, M, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_LETTERS = 76
_FILES = 4
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body that can receive the record; ``seals`` whether anything confidential can go there."""

    key: str
    name: str
    seals: bool


@dataclass(frozen=True, slots=True)
class FileRow:
    """An attachment as it is offered: its id, its name and size in words, whether it is sealed."""

    key: str
    text: str
    sealed: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What the dialogue begins with; ``hint`` says what a person should look at first."""

    title: str
    text: str
    bodies: Sequence[BodyRow]
    files: Sequence[FileRow]
    revisions: int
    confidential: bool
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person chose; ``seal_reason`` is None where what is confidential stays."""

    body: str
    reason: str
    number: str | None
    whole: bool
    seal_reason: str | None
    stay: frozenset[str]


class HandingDialog(QDialog):
    """Asks to whom a record goes; `confirmed` and `preview_asked` give what was chosen."""

    confirmed = Signal(object)
    preview_asked = Signal(object)

    def __init__(self, parent: QWidget, asked: Asked) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(asked.title)
        self._asked = asked
        self.body, self.reason, self.number = QComboBox(), QLineEdit(), QLineEdit()
        self.body.setObjectName("body")
        for one in asked.bodies:
            self.body.addItem(one.name, one.key)
        for line, name in ((self.reason, "reason"), (self.number, "number")):
            line.setObjectName(name)
            line.setMaxLength(_LONGEST)
        self.whole = QCheckBox(
            self.tr("Kèm cả &lịch sử sửa đổi ({count} lần ghi)").format(count=asked.revisions)
        )
        self.whole.setVisible(asked.revisions > 1)
        self.sealed = QCheckBox(self.tr("Kèm &phần mật, niêm phong lại cho thủ trưởng nơi nhận"))
        self.seal_reason = QLineEdit()
        self.seal_reason.setObjectName("seal_reason")
        self.seal_reason.setMaxLength(_LONGEST)
        why = self.tr("Lý do mở phần mật, ghi vào nhật ký")
        self.seal_reason.setPlaceholderText(why)
        self.seal_reason.setAccessibleName(why)
        self.files = QListWidget()
        self.files.setAccessibleName(self.tr("Tệp kèm theo"))
        self.note = label("", "muted")
        self._fill_files()
        self._buttons()
        self._lay_out()
        for line in (self.reason, self.number, self.seal_reason):
            line.textChanged.connect(self._look)
        self.body.currentIndexChanged.connect(self._look)
        self.sealed.toggled.connect(self._look)
        self._look()

    @property
    def chosen(self) -> Chosen:
        """What stands in the dialogue now."""
        QGuiApplication.inputMethod().commit()
        items = [self.files.item(at) for at in range(self.files.count())]
        stay = (one for one in items if one.checkState() is not Qt.CheckState.Checked)
        seal = self.sealed.isChecked() and self.sealed.isEnabled()
        return Chosen(
            str(self.body.currentData()),
            self.reason.text().strip(),
            self.number.text().strip() or None,
            self.whole.isChecked(),
            self.seal_reason.text().strip() if seal else None,
            frozenset(str(one.data(Qt.ItemDataRole.UserRole)) for one in stay),
        )

    def _fill_files(self) -> None:
        for one in self._asked.files:
            item = QListWidgetItem(one.text, self.files)
            item.setData(Qt.ItemDataRole.UserRole, one.key)
            item.setCheckState(Qt.CheckState.Checked)
        self.files.setFixedHeight(self.fontMetrics().lineSpacing() * _FILES + 4 * S)
        self.files.setVisible(bool(self._asked.files))

    def _buttons(self) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox()
        self._act = self.buttons.addButton(self.tr("&Ký, chuyển hồ sơ"), roles.AcceptRole)
        self._act.setProperty("kind", "primary")
        self._act.setObjectName("act")
        self._preview = self.buttons.addButton(self.tr("&Xem phiếu chuyển"), roles.ActionRole)
        self._preview.setObjectName("preview")
        self.buttons.addButton(self.tr("Quay lại"), roles.RejectRole)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self._preview.clicked.connect(lambda: self.preview_asked.emit(self.chosen))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(S)
        form.addRow(self.tr("Nơi &nhận"), self.body)
        form.addRow(self.tr("&Lý do chuyển"), self.reason)
        form.addRow(self.tr("&Số phiếu chuyển"), self.number)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(label(self._asked.title, "section"))
        column.addWidget(label(self._asked.text, "muted"))
        if self._asked.hint:
            column.addWidget(label(self._asked.hint))
        column.addLayout(form)
        for widget in (self.whole, self.files, self.sealed, self.seal_reason, self.note):
            column.addWidget(widget)
        self.sealed.setVisible(self._asked.confidential)
        column.addWidget(self.buttons)
        fit_dialog(self, _LETTERS)

    def _look(self) -> None:
        """Offer what is possible now, and say what will stay."""
        at = self.body.currentIndex()
        seals = at >= 0 and self._asked.bodies[at].seals
        self.sealed.setEnabled(seals)
        asked = seals and self.sealed.isChecked()
        self.seal_reason.setVisible(self._asked.confidential and asked)
        said = bool(self.reason.text().strip())
        ready = at >= 0 and said and (not asked or bool(self.seal_reason.text().strip()))
        self._act.setEnabled(ready)
        self._preview.setEnabled(ready)
        self.note.setText(self._note(seals=seals, asked=asked))

    def _note(self, *, seals: bool, asked: bool) -> str:
        if not self._asked.confidential:
            return self.tr("Hồ sơ này không có phần mật.")
        if not seals:
            return self.tr(
                "Chưa có khóa niêm phong của thủ trưởng nơi nhận: phần mật ở lại đơn vị."
            )
        if asked:
            return self.tr("Phần mật chỉ thủ trưởng nơi nhận mở được; phiếu chuyển không ghi.")
        return self.tr("Phần mật và tệp niêm phong ở lại đơn vị.")

    def _accept(self) -> None:
        self.confirmed.emit(self.chosen)
        self.accept()
