"""The form of the self-check; knows no service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QVBoxLayout, QWidget

from antq_desktop.gui.common.files import choose_target
from antq_desktop.gui.common.flow import let_flow
from antq_desktop.gui.common.keys import key_of
from antq_desktop.gui.common.media_dialog import MediumDialog
from antq_desktop.gui.common.pages import button, card, label
from antq_desktop.gui.generated.ui_health import Ui_Health
from antq_desktop.gui.theme import M

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from antq_desktop.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One thing that was checked: what was found, and what to do where it is not ok."""

    name: str
    ok: bool
    text: str
    action: str


class HealthView(QWidget):
    """A line a check, a verdict over them, and the backup below."""

    check_asked = Signal()
    rebuild_asked = Signal()
    backup_asked = Signal(str)
    """The folder that the person chose."""
    medium_asked = Signal(object)
    """A `MediumDialog` that is to be served."""
    move_asked = Signal(str)
    """The books go to another PC; the folder for their last backup."""
    stay_asked = Signal()
    """The books were to go, and stay after all."""
    prove_asked = Signal()
    stop_asked = Signal()
    paper_asked = Signal()
    help_asked = Signal(str)
    """The file that the person chose."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[CheckRow, ...] = ()
        self._shown: list[QWidget] = []
        self._ui = Ui_Health()
        self._ui.setupUi(self)
        self._ui.check.clicked.connect(self.check_asked)
        self._ui.rebuild.clicked.connect(self.rebuild_asked)
        self._ui.backup.clicked.connect(self._choose)
        self._ui.prove.clicked.connect(self.prove_asked)
        self._ui.stop.clicked.connect(self.stop_asked)
        self._ui.paper.clicked.connect(self.paper_asked)
        self._ui.help.clicked.connect(self._choose_file)
        self._ui.stop.hide()
        self._move = button(self.tr("Chuyển sang &máy khác…"))
        self._move.setObjectName("move")
        self._stay = button(self.tr("Dùng tiếp máy &này…"))
        for each, act in ((self._move, self._explain_move), (self._stay, self.stay_asked.emit)):
            self._ui.actionsRow.addWidget(each)
            each.clicked.connect(act)
        let_flow(self._ui.actionsRow, self._ui.actionsColumn)
        self.set_moving(may=False, moved=False)
        self._ui.rebuild.setToolTip(
            self.tr("Lập lại danh sách và tìm kiếm từ các bản ghi gốc; không mất dữ liệu.")
        )
        theme.dress(self._ui.check, "refresh")
        for each, keys in ((self._ui.paper, "Ctrl+P"), (self._ui.help, "Ctrl+E")):
            key_of(each, keys, owner=self, scope="within")
        theme.changed.connect(self._fill)

    def set_busy(self, text: str, *, stops: bool = False) -> None:
        """Say what is being done, and whether it can be stopped; "" when nothing is."""
        ui = self._ui
        for each in (ui.check, ui.rebuild, ui.backup, ui.prove, self._move, self._stay):
            each.setEnabled(not text)
        for each in (ui.paper, ui.help):
            each.setEnabled(not text and bool(self._rows))
        ui.stop.setVisible(stops)
        if text:
            self.set_progress(text)
            picture = self._theme.picture("refresh", self._theme.icon_size, "muted")
            ui.picture.setPixmap(picture)

    def set_progress(self, text: str) -> None:
        """Say how far it is."""
        self._ui.summary.setText(text)

    def set_stopped(self) -> None:
        """Say that the test was stopped; what was found before it stays."""
        self.set_busy("")
        self._ui.summary.setText(self.tr("Đã dừng kiểm tra, chưa có kết quả mới."))

    def set_tested(self, text: str) -> None:
        """Say when the test was made, and the one before it."""
        self._ui.tested.setText(text)

    def set_rows(self, rows: Sequence[CheckRow]) -> None:
        """Show what was found, what is not ok first."""
        self._rows = tuple(sorted(rows, key=lambda row: row.ok))
        self._fill()

    def set_moving(self, *, may: bool, moved: bool) -> None:
        """Offer the move to who is in command, and the way back once the books are closed."""
        self._move.setVisible(may)
        self._stay.setVisible(may and moved)

    def set_backup_age(self, text: str) -> None:
        """Say how old the newest backup is."""
        self._ui.backupAge.setText(text)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first button."""
        super().showEvent(event)
        self._ui.check.setFocus()

    def _fill(self) -> None:
        for widget in self._shown:
            widget.setParent(None)
            widget.deleteLater()
        self._shown = [self._line(row) for row in self._rows]
        for at, widget in enumerate(self._shown):
            self._ui.listColumn.insertWidget(at, widget)
        bad = sum(not row.ok for row in self._rows)
        if bad:
            words = self.tr("Có {count} việc cần xử lý.").format(count=bad)
        else:
            words = self.tr("Mọi thứ đều tốt.")
        self._ui.summary.setText(words)
        icon, colour = ("warning", "warning") if bad else ("check", "done")
        self._ui.picture.setPixmap(self._theme.picture(icon, self._theme.icon_size, colour))

    def _line(self, row: CheckRow) -> QWidget:
        frame, column = card()
        column.setContentsMargins(M, M, M, M)
        picture = QLabel()
        icon, colour = ("check", "done") if row.ok else ("warning", "warning")
        picture.setPixmap(self._theme.picture(icon, self._theme.icon_size, colour))
        line = QHBoxLayout()
        line.setSpacing(M)
        line.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        state = self.tr("Đạt") if row.ok else self.tr("Cần xử lý")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(row.name))
        said = label(state, "muted")
        if not row.ok:
            said.setProperty("tone", "warning")
        words.addWidget(said)
        words.addStretch()
        line.addLayout(words, stretch=3)
        line.addWidget(label(row.text), stretch=5 if row.action and not row.ok else 10)
        action = label("" if row.ok else row.action)
        action.setProperty("tone", "warning")
        action.setHidden(row.ok)  # it would take room from the sentence
        line.addWidget(action, stretch=0 if row.ok else 5)
        column.addLayout(line)
        frame.setAccessibleName(f"{row.name}: {state}. {row.text} {'' if row.ok else row.action}")
        return frame

    def _choose(self) -> None:
        dialog = MediumDialog(self, self.tr("Sao lưu ra USB"), self._theme)
        dialog.chosen.connect(self.backup_asked)
        self.medium_asked.emit(dialog)

    def _explain_move(self) -> None:
        """Say what the move does before a place is chosen."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(self.tr("Chuyển sang máy khác"))
        box.setText(self.tr("Đóng sổ ở máy này và sao lưu lần cuối?"))
        box.setInformativeText(
            self.tr(
                "1. Máy này ghi bản sao lưu cuối ra USB và khôi phục thử; từ đó chỉ xem.\n"
                "2. Máy mới: mở phần mềm, bấm Phục hồi từ bản sao lưu, chọn bản đó.\n"
                "3. Nộp gói đầu tiên từ máy mới. Máy này giữ lại đến khi có biên nhận của gói đó."
            )
        )
        words = self.tr("Chọn &nơi ghi…")
        go = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
        back = box.addButton(self.tr("Quay lại"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(back)
        box.setEscapeButton(back)
        box.buttonClicked.connect(lambda chosen: self._choose_move() if chosen is go else None)
        box.finished.connect(box.deleteLater)
        box.open()

    def _choose_move(self) -> None:
        dialog = MediumDialog(self, self.tr("Bản sao lưu cuối"), self._theme)
        dialog.chosen.connect(self.move_asked)
        self.medium_asked.emit(dialog)

    def _choose_file(self) -> None:
        kinds = self.tr("Tệp JSON (*.json)")
        title = self.tr("Xuất cho nơi hỗ trợ")
        choose_target(self, title, kinds, "tu-kiem-tra.json", self.help_asked.emit)
