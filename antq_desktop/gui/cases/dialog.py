"""The question to whom records go, why, and what of them; knows no service."""

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
    QWidget,
)

from antq_desktop.gui.common.pages import label, scrolled
from antq_desktop.gui.common.room import keep_whole
from antq_desktop.gui.theme import XL, M, S

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTERS = 76
_FILES, _RECORDS = 4, 6
_ROOM = 0.9
"""How much of the height of the window that asks the dialogue may take."""
_LOWEST = 400  # pixels
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body that can receive the record; ``seals`` whether anything confidential can go there."""

    key: str
    name: str
    seals: bool


@dataclass(frozen=True, slots=True)
class FileRow:
    """An attachment as it is offered: its id, its name and size in words, whether it is sealed.

    ``record`` is the one of several records that it belongs to.
    """

    key: str
    text: str
    sealed: bool
    record: str = ""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One of several records: its id, its number and name, whether something in it is sealed.

    ``refusal`` says why it cannot go, empty where it can; ``hint`` what to look at first.
    """

    key: str
    text: str
    confidential: bool
    refusal: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the dialogue begins with; ``hint`` says what a person should look at first.

    ``records`` are told one by one where there are several, else empty.
    """

    title: str
    text: str
    bodies: Sequence[BodyRow]
    files: Sequence[FileRow]
    revisions: int
    confidential: bool
    hint: str = ""
    records: Sequence[RecordRow] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person chose; ``seal_reason`` is None where what is confidential stays.

    ``marked`` is the one of several records that is marked.
    """

    body: str
    reason: str
    number: str | None
    whole: bool
    seal_reason: str | None
    stay: frozenset[str]
    marked: str | None = None


class HandingDialog(QDialog):
    """Asks to whom records go; `confirmed` and `preview_asked` give what was chosen."""

    confirmed = Signal(object)
    preview_asked = Signal(object)

    def __init__(self, parent: QWidget, asked: Asked) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(asked.title)
        self._asked, self._parent = asked, parent
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
        self.records = QListWidget()
        self.records.setObjectName("records")
        self.records.setAccessibleName(self.tr("Hồ sơ chuyển đi"))
        self.records.setWordWrap(True)
        self.records.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.records.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.note = label("", "muted")
        self._fill_records()
        self._fill_files()
        self._buttons()
        self._lay_out()
        for line in (self.reason, self.number, self.seal_reason):
            line.textChanged.connect(self._look)
        self.body.currentIndexChanged.connect(self._look)
        self.files.itemChanged.connect(self._look)
        self.sealed.toggled.connect(self._look)
        self._look()

    @property
    def rows(self) -> Sequence[RecordRow]:
        """The records that are told one by one, empty for a single one."""
        return self._asked.records

    @property
    def chosen(self) -> Chosen:
        """What stands in the dialogue now."""
        QGuiApplication.inputMethod().commit()
        items = [self.files.item(at) for at in range(self.files.count())]
        stay = (one for one in items if one.checkState() is not Qt.CheckState.Checked)
        seal, marked = self._seals(), self.records.currentItem()
        return Chosen(
            str(self.body.currentData()),
            self.reason.text().strip(),
            self.number.text().strip() or None,
            self.whole.isChecked(),
            self.seal_reason.text().strip() if seal else None,
            frozenset(str(one.data(Qt.ItemDataRole.UserRole)) for one in stay),
            str(marked.data(Qt.ItemDataRole.UserRole)) if marked is not None else None,
        )

    def _fill_records(self) -> None:
        for one in self._asked.records:
            item = QListWidgetItem(one.text, self.records)
            item.setData(Qt.ItemDataRole.UserRole, one.key)
        self.records.setCurrentRow(0)
        self.records.setFixedHeight(self.fontMetrics().lineSpacing() * _RECORDS + 4 * S)
        self.records.setVisible(bool(self._asked.records))

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
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, S, 0)
        column.setSpacing(M)
        column.addWidget(label(self._asked.title, "section"))
        column.addWidget(label(self._asked.text, "muted"))
        if self._asked.hint:
            column.addWidget(label(self._asked.hint))
        column.addWidget(self.records)
        column.addLayout(form)
        for widget in (self.whole, self.files, self.sealed, self.seal_reason, self.note):
            column.addWidget(widget)
        self.sealed.setVisible(self._asked.confidential)
        keep_whole(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(XL, XL, XL, XL)
        whole.setSpacing(M)
        whole.addWidget(scrolled(self._inside), stretch=1)
        whole.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)

    def _look(self) -> None:
        """Offer what is possible now, and say what will stay."""
        at = self.body.currentIndex()
        seals = at >= 0 and self._asked.bodies[at].seals
        self.sealed.setEnabled(seals)
        asked = self._seals()
        self.seal_reason.setVisible(self._asked.confidential and asked)
        said = bool(self.reason.text().strip())
        rows = self._asked.records
        goes = not rows or any(not one.refusal for one in rows)
        why = not asked or bool(self.seal_reason.text().strip())
        ready = at >= 0 and goes and said and why
        self._act.setEnabled(ready)
        self._preview.setEnabled(ready)
        self.note.setText(self._note(seals=seals, asked=asked))
        self._fit()
        for place, one in enumerate(rows):
            self.records.item(place).setText(f"{one.text} \u2013 {self._fate(one, asked=asked)}")

    def _fit(self) -> None:
        """Be as high as what stands in it, as far as the window that asks has room."""
        layout = self._inside.layout()
        if layout is None:
            return
        layout.activate()
        wide = self.minimumWidth() - 2 * XL - S
        high = max(layout.totalHeightForWidth(wide), layout.totalSizeHint().height())
        high += self.buttons.sizeHint().height() + M + 2 * XL + S
        room = int(self._parent.window().height() * _ROOM)
        self.resize(max(self.width(), self.minimumWidth()), min(high, max(room, _LOWEST)))

    def _seals(self) -> bool:
        """Say whether what is sealed goes too."""
        return self.sealed.isChecked() and self.sealed.isEnabled()

    def _fate(self, one: RecordRow, *, asked: bool) -> str:
        """Say of one of several records what goes of it and what stays, or why it cannot go."""
        if one.refusal:
            return self.tr("không chuyển: {why}").format(why=one.refusal)
        if not one.confidential:
            parts = [self.tr("không có phần mật")]
        elif asked:
            parts = [self.tr("kèm phần mật, niêm phong lại")]
        else:
            parts = [self.tr("phần mật ở lại")]
        stay = sum(
            self.files.item(at).checkState() is not Qt.CheckState.Checked
            or (file.sealed and not asked)
            for at, file in enumerate(self._asked.files)
            if file.record == one.key
        )
        if stay:
            parts.append(self.tr("{count} tệp ở lại").format(count=stay))
        return ". ".join([", ".join(parts), *([one.hint] if one.hint else [])])

    def _note(self, *, seals: bool, asked: bool) -> str:
        if not self._asked.confidential:
            if self._asked.records:
                return self.tr("Các hồ sơ này không có phần mật.")
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
