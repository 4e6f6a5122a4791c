"""Choosing the stick that a file is written to; the list follows what is plugged in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTableView,
    QVBoxLayout,
)

from antq_desktop.gui.common.files import choose_folder
from antq_desktop.gui.common.pages import button, label
from antq_desktop.gui.common.room import keep_whole
from antq_desktop.gui.common.table import (
    Column,
    Row,
    TableModel,
    chosen_key,
    dress_table,
    fit_rows,
)
from antq_desktop.gui.theme import XL, M

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Literal

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.theme import Theme, Tone

    MediumState = Literal["ready", "full", "read_only", "foreign"]

LOOK_EVERY = 1000
"""Milliseconds between two looks at what is plugged in."""

_ROWS = 3
_LETTERS = 72


@dataclass(frozen=True, slots=True)
class MediumRow:
    """A stick as it is offered: where it is, what it is called, how much is free, its state."""

    folder: Path
    name: str
    free: str
    state: MediumState

    @property
    def usable(self) -> bool:
        """Whether a file can be written there; a foreign stick is a question, not a hindrance."""
        return self.state in {"ready", "foreign"}


class MediumDialog(QDialog):
    """Shows the sticks; `chosen` gives the folder of the one that a person took."""

    look = Signal()
    """It is time to look what is plugged in; `show_media` is the answer."""
    chosen = Signal(str)

    def __init__(
        self, parent: QWidget, title: str, theme: Theme, *, offer_parts: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._title = title
        self._theme = theme
        self._media: tuple[MediumRow, ...] | None = None
        self.said = label("", "section")
        self.hint = label("", "muted")
        self._picture = QLabel()
        self._parts = QCheckBox(self.tr("Chia thành các &phần 20 MB để gửi thư hoặc USB nhỏ"))
        self._parts.setObjectName("parts")
        self._parts.setVisible(offer_parts)
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Các USB đang cắm"))
        columns = (
            Column(self.tr("USB")),
            Column(self.tr("Còn trống"), "number"),
            Column(self.tr("Tình trạng"), "chip"),
        )
        self._rows = TableModel(columns, self)
        dress_table(self.table, self._rows, theme)
        fit_rows(self.table, _ROWS)
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(self._choice_changed)
        self.table.activated.connect(self._take)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self.finished.connect(self._end)
        self.show_media(())

    def _lay_out(self) -> None:
        self.write = button(self.tr("&Ghi vào USB này"), "primary")
        self.write.setDefault(True)
        self.write.clicked.connect(self._take)
        self.elsewhere = button(self.tr("Chọn thư mục &khác…"))
        self.elsewhere.clicked.connect(self._elsewhere)
        buttons = QDialogButtonBox()
        buttons.addButton(self.write, QDialogButtonBox.ButtonRole.AcceptRole)
        back = buttons.addButton(self.tr("Quay lại"), QDialogButtonBox.ButtonRole.RejectRole)
        back.clicked.connect(self.reject)
        for each in (self.elsewhere, back):
            each.setAutoDefault(False)  # Enter writes, wherever the focus is
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self._picture)
        head.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self.hint)
        column.addWidget(self.table)
        column.addWidget(self._parts)
        # Beside the box: Tab enters a box at its default button, and would pass over this one.
        below = QHBoxLayout()
        below.addWidget(self.elsewhere)
        below.addWidget(buttons, 1)
        column.addLayout(below)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        keep_whole(self)

    @property
    def in_parts(self) -> bool:
        """Whether the file is to be carried in parts."""
        return self._parts.isChecked()

    def begin(self) -> None:
        """Open, look at once and then every second."""
        self.open()
        self.look.emit()
        self._timer.start()

    def show_media(self, media: Sequence[MediumRow]) -> None:
        """Show what is plugged in; the one stick that is ready is chosen for the person."""
        media = tuple(media)
        if media == self._media:
            return
        kept = chosen_key(self.table, self._rows)
        self._media = media
        self._rows.set_rows([_row(one, self._state(one)) for one in media])
        ready = [str(one.folder) for one in media if one.state == "ready"]
        at = self._rows.row_of(kept) if kept is not None else None
        if at is None and len(ready) == 1:
            at = self._rows.row_of(ready[0])
        self.table.clearSelection()
        if at is not None:
            self.table.selectRow(at)
        self._choice_changed()

    def _say(self, one: MediumRow | None) -> None:
        several = len(self._media or ()) > 1
        tone: Tone = "accent"
        if one is None and several:
            said, hint = self.tr("Có nhiều USB: chọn một."), self.tr("Chọn USB sẽ mang đi.")
        elif one is None and not self._media:
            said, tone = self.tr("Chưa thấy USB."), "neutral"
            hint = self.tr("Cắm USB vào máy; nó hiện ra ở đây sau vài giây.")
        elif one is None or one.state == "ready":
            said = self.tr("USB sẵn sàng.") if one is not None else self.tr("Chọn USB.")
            hint = self.tr("Tệp được ghi, đọc lại và so khớp; chưa rút USB khi đang ghi.")
        elif one.state == "full":
            said, tone = self.tr("USB không đủ chỗ trống."), "warning"
            hint = self.tr("Xóa bớt tệp trên USB hoặc dùng USB khác.")
        elif one.state == "read_only":
            said, tone = self.tr("USB đang khóa chống ghi."), "warning"
            hint = self.tr("Gạt khóa chống ghi hoặc dùng USB khác.")
        else:
            said, tone = self.tr("Có thể nhầm USB: trên đó có gói của đơn vị khác."), "warning"
            hint = self.tr("Xem lại có đúng USB của đơn vị mình không rồi mới ghi.")
        self.said.setText(said)
        self.hint.setText(hint)
        icon = "warning" if tone == "warning" else "usb"
        colour = "muted" if tone == "neutral" else tone
        self._picture.setPixmap(self._theme.picture(icon, self._theme.icon_size, colour))

    def _state(self, one: MediumRow) -> tuple[str, Tone]:
        names: dict[str, tuple[str, Tone]] = {
            "ready": (self.tr("Sẵn sàng"), "done"),
            "full": (self.tr("Không đủ chỗ"), "warning"),
            "read_only": (self.tr("Khóa chống ghi"), "warning"),
            "foreign": (self.tr("Có gói đơn vị khác"), "warning"),
        }
        return names[one.state]

    def _current(self) -> MediumRow | None:
        key = chosen_key(self.table, self._rows) if self.table.selectedIndexes() else None
        return next((one for one in self._media or () if str(one.folder) == key), None)

    def _choice_changed(self) -> None:
        one = self._current()
        if one is None and len(self._media or ()) == 1:
            one = (self._media or ())[0]
        self._say(one)
        current = self._current()
        self.write.setEnabled(current is not None and current.usable)

    def _take(self) -> None:
        one = self._current()
        if one is not None and one.usable:
            self._give(str(one.folder))

    def _elsewhere(self) -> None:
        choose_folder(self, self._title, self._give)

    def _give(self, folder: str) -> None:
        self.accept()
        self.chosen.emit(folder)

    def _end(self) -> None:
        self._timer.stop()
        self.deleteLater()


def _row(one: MediumRow, state: tuple[str, Tone]) -> Row:
    return Row(str(one.folder), (one.name, one.free, state[0]), tone=state[1])
