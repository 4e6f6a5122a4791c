"""Picking scans out of the scanner's folder: the newest first, each with a small picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.pages import button, label
from antq_desktop.gui.common.room import fit_dialog
from antq_desktop.gui.theme import XL, M, S

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal

    from PySide6.QtGui import QImage

    from antq_desktop.gui.theme import Theme

    ScanState = Literal["ready", "waiting", "refused"]

_LETTERS, _ROWS = 84, 5
_PICTURE = 72
_ICONS: Mapping[ScanState, tuple[str, str]] = {
    "ready": ("form", "muted"),
    "waiting": ("refresh", "muted"),
    "refused": ("warning", "warning"),
}
_KEY = Qt.ItemDataRole.UserRole
_CHECK = Qt.ItemDataRole.CheckStateRole


@dataclass(frozen=True, slots=True)
class ScanRow:
    """One file as it is shown; ``key`` is its name, ``text`` all that is said of it.

    Only a "ready" one can be attached; ``picture`` is None as long as there is none.
    """

    key: str
    text: str
    state: ScanState
    picture: QImage | None = None


class ScanDialog(QDialog):
    """Shows the folder as it fills; `chosen` gives the names of the files that were picked."""

    chosen = Signal(list)
    folder_asked = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Lấy từ máy quét")
        self.setWindowTitle(title)
        self._theme = theme
        self._rows: Sequence[ScanRow] = ()
        self.said = label(role="muted")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Tệp mới trong thư mục máy quét"))
        self.list.setAccessibleDescription(self.tr("Phím cách: chọn hoặc bỏ chọn tệp"))
        self.list.setIconSize(QSize(_PICTURE, _PICTURE))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setWordWrap(True)
        self.join = QCheckBox(self.tr("&Gộp thành một tệp PDF, trang quét trước đứng trước"))
        self.remove = QCheckBox(self.tr("&Xóa bản gốc trong thư mục sau khi đính kèm"))
        self.remove.setChecked(True)
        self.remove.setAccessibleDescription(
            self.tr("Bản gốc ở đó không được niêm phong; việc xóa có trong nhật ký.")
        )
        self.folder = button(self.tr("Đổi &thư mục…"))
        theme.dress(self.folder, "folder")
        self._lay_out(title)
        self.list.itemChanged.connect(self._marked)
        self.list.itemActivated.connect(self._activated)
        self.folder.clicked.connect(self.folder_asked)
        self.show_rows((), "")
        self.list.setFocus()

    @property
    def picked(self) -> list[str]:
        """The names of the files that are ticked, the newest first."""
        items = map(self.list.item, range(self.list.count()))
        return [item.data(_KEY) for item in items if item.checkState() is Qt.CheckState.Checked]

    def show_rows(self, rows: Sequence[ScanRow], said: str) -> None:
        """Show other rows, with ``said`` above; what is ticked stays so, and so does the mark."""
        self.said.setText(said)
        if rows == self._rows and rows:
            return
        picked, now = set(self.picked), self.list.currentItem()
        marked = now.data(_KEY) if now is not None else None
        self._rows = rows
        blocked = QSignalBlocker(self.list)
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(row.text)
            item.setData(_KEY, row.key)
            item.setIcon(self._icon(row))
            if row.state == "ready":
                ticked = row.key in picked
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            else:
                item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)
        keys = [row.key for row in rows]
        self.list.setCurrentRow(keys.index(marked) if marked in keys else 0)
        blocked.unblock()
        self._marked()

    def _icon(self, row: ScanRow) -> QIcon:
        """Return a square with the picture of a row in its middle, so that the words line up."""
        ratio = self.devicePixelRatioF()
        side = round(_PICTURE * ratio)
        picture = row.picture
        if picture is None:
            name, colour = _ICONS[row.state]
            picture = self._theme.picture(name, side // 3, colour).toImage()
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted = picture if row.picture is None else picture.scaled(side, side, keep, smooth)
        square = QPixmap(side, side)
        square.fill(Qt.GlobalColor.transparent)
        with QPainter(square) as painter:
            painter.drawImage((side - fitted.width()) // 2, (side - fitted.height()) // 2, fitted)
        square.setDevicePixelRatio(ratio)
        return QIcon(square)

    def _activated(self, item: QListWidgetItem) -> None:
        """Take what is ticked, and without any the file that is marked."""
        if not self.picked and item.data(_CHECK) is not None:
            item.setCheckState(Qt.CheckState.Checked)
        if self.picked:
            self._accept()

    def _marked(self) -> None:
        count = len(self.picked)
        self.act.setEnabled(count > 0)
        self.join.setEnabled(count > 1)

    def _accept(self) -> None:
        self.chosen.emit(self.picked)
        self.accept()

    def _lay_out(self, title: str) -> None:
        buttons = QDialogButtonBox()
        self.act = buttons.addButton(self.tr("Tiếp tục"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.act.setProperty("kind", "primary")
        self.act.setDefault(True)
        back = buttons.addButton(self.tr("Quay lại"), QDialogButtonBox.ButtonRole.RejectRole)
        for each in (self.folder, back):
            each.setAutoDefault(False)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.said, stretch=1)
        head.addWidget(self.folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(label(title, "section"))
        column.addLayout(head)
        column.addWidget(self.list, stretch=1)
        column.addWidget(self.join)
        column.addWidget(self.remove)
        column.addWidget(buttons)
        fit_dialog(self, _LETTERS)
        self.list.setMinimumHeight(_ROWS * (_PICTURE + S))
