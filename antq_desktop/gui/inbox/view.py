"""The form of the office's desk; knows no service."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QTableView, QWidget

from antq_desktop.gui.common.beside import put_before, put_beside
from antq_desktop.gui.common.chips import Chip
from antq_desktop.gui.common.files import choose_folder
from antq_desktop.gui.common.flow import let_flow
from antq_desktop.gui.common.keys import key_of
from antq_desktop.gui.common.media_dialog import MediumDialog
from antq_desktop.gui.common.pages import EmptyState, label, scrolled, set_kind
from antq_desktop.gui.common.pages import button as new_button
from antq_desktop.gui.common.room import Folding, keep_whole
from antq_desktop.gui.common.screen_area import keep_rows, share_room
from antq_desktop.gui.common.table import (
    Column,
    TableModel,
    chosen_key,
    dress_table,
    fit_rows,
    show_rows,
)
from antq_desktop.gui.generated.ui_inbox import Ui_Inbox
from antq_desktop.gui.inbox.model import history_columns, queue_columns
from antq_desktop.gui.inbox.questions import (
    ask_to_hold,
    ask_to_refuse,
    ask_to_take,
    ask_to_undo,
)
from antq_desktop.gui.inbox.wanted import SignaturesWanted
from antq_desktop.gui.inbox.watch_bar import WatchBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QVBoxLayout

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme, Tone

ENDING = ".antq"
_BESIDE, _PAST_BESIDE = 49, 42
"""The letters that fit beside both lists."""

_LEAST_ROWS = 13
_MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Detail:
    """What is said of one bundle: three sentences, its registers, figures that change, reasons.

    ``accept`` is the text of the button, "" where there is nothing to take in.
    """

    name: str
    state: str
    tone: Tone
    sentences: tuple[str, str, str]
    registers: str = ""
    shifts_title: str = ""
    shifts: tuple[Row, ...] = ()
    reasons_title: str = ""
    reasons: tuple[str, ...] = ()
    accept: str = ""
    can_return: bool = False
    can_hold: bool = False


@dataclass(frozen=True, slots=True)
class PastDetail:
    """What is said of a bundle that was judged before, and what may be done about it.

    ``officers``: a person has held or returned it, sound as it may be.
    """

    name: str
    text: str
    reasons: tuple[str, ...]
    can_take: bool = False
    can_refuse: bool = False
    can_undo: bool = False
    can_return: bool = False
    officers: bool = False


class InboxView(QWidget):
    """Bundles that are being looked at, and those that were judged before."""

    dropped = Signal(list)
    """Files and folders (`Path`) that the person brought: dropped or chosen."""

    selected = Signal(str)
    accepted = Signal(str)
    removed = Signal(str)
    all_accepted = Signal()
    cancelled = Signal()
    history_selected = Signal(str)
    receipts_asked = Signal(str)
    medium_asked = Signal(object)
    """A `MediumDialog` that is to be served."""
    """The folder for the receipts."""

    held_taken = Signal(str, str)
    """The key of a bundle that was held, and why it is taken."""
    held_refused = Signal(str, str)
    """The key of a bundle that was held, and why it is put aside."""
    undo_asked = Signal(str)
    undone = Signal(str, str)
    """The key of a bundle whose import is taken back, and why."""
    policy_chosen = Signal(str)
    give_back_asked = Signal(str)
    """The key of a bundle on the desk that is to be returned, or records of it."""
    hold_asked = Signal(str, str)
    """The key of a bundle on the desk that is to be held, and why."""
    past_give_back_asked = Signal(str)
    """The same of a bundle that was judged before."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ui = Ui_Inbox()
        self._ui.setupUi(self)
        self._ui.tabs.setTabText(0, self.tr("Đang xét"))
        self._ui.tabs.setTabText(1, self.tr("Đã xét"))
        self._registers = label(role="body")
        self._registers.setObjectName("registers")
        self._ui.insideColumn.insertWidget(
            self._ui.insideColumn.indexOf(self._ui.shiftsLabel), self._registers
        )
        self._chip = Chip(theme)
        self._ui.chipRow.addWidget(self._chip)
        # Below the name: beside it both would need more room than large text leaves.
        self._ui.nameRow.setDirection(QBoxLayout.Direction.TopToBottom)
        self._ui.nameRow.setStretch(0, 0)
        self._ui.nameRow.setAlignment(self._ui.chipPlace, Qt.AlignmentFlag.AlignLeft)
        self._waiting = 0
        self._queue = TableModel(queue_columns(), self)
        self._history = TableModel(history_columns(), self)
        columns = (
            Column(self.tr("Chỉ tiêu")),
            Column(self.tr("Hiện nay"), "number"),
            Column(self.tr("Sau khi nhận"), "number"),
        )
        self._shifts = TableModel(columns, self)
        for table, model in (
            (self._ui.queue, self._queue),
            (self._ui.history, self._history),
            (self._ui.shifts, self._shifts),
        ):
            dress_table(table, model, theme)
        empty = EmptyState(
            theme,
            "inbox",
            self.tr("Chưa có gói nào để xem"),
            self.tr("Cắm USB rồi kéo tệp .antq vào đây, hoặc bấm Chọn tệp."),
        )
        self._ui.emptyColumn.addWidget(empty)
        self._make_room()
        for each in (self._ui.scroll.viewport(), self._ui.inside):
            each.setAutoFillBackground(False)  # the card behind shows through
        self.setAcceptDrops(True)
        for target, icon in (
            (self._ui.files, "open"),
            (self._ui.folder, "folder"),
            (self._ui.receipts, "send"),
            (self._ui.undo, "undo"),
        ):
            theme.dress(target, icon)
        for name, text in (
            ("whole", self.tr("Từ chối cả gói")),
            ("rest", self.tr("Chỉ không nhận dòng lỗi và dòng nối tiếp nó")),
        ):
            self._ui.policy.addItem(text, name)
        self._add_buttons()
        Folding(self, self._ui.head, self._ui.title)
        self._connect()
        self.show_progress("", 0, 0)

    def _make_room(self) -> None:
        """Let both lists and what is said beside them have the room that their words need."""
        self._ui.receivedSplit.addWidget(scrolled(self._ui.historyDetail))
        share_room(self._ui.split, _BESIDE)
        share_room(self._ui.receivedSplit, _PAST_BESIDE)
        keep_rows(self._ui.tabs, _LEAST_ROWS)
        let_flow(self._ui.decide, self._ui.detailColumn)
        for card in (self._ui.inside, self._ui.historyDetail):
            keep_whole(card)

    def _add_buttons(self) -> None:
        """Add what the compiled form does not have: returning, holding, watching."""
        self._give_back_past = new_button(self.tr("&Trả lại…"))
        put_beside(self._ui.takeHeld, self._give_back_past)
        for each in (self._ui.giveBack, self._give_back_past):
            self._theme.dress(each, "undo")
        self._officers = False
        self.watch_bar = WatchBar(self._theme)
        put_beside(self._ui.folder, self.watch_bar.choose)
        put_before(self._ui.tabs, self.watch_bar)
        self.signatures = SignaturesWanted()  # in a line of its own: large text has no room beside
        below = cast("QVBoxLayout", self._ui.policyRow.parent())
        below.addWidget(self.signatures)

    def _connect(self) -> None:
        self._ui.giveBack.clicked.connect(lambda: self._emit_chosen(self.give_back_asked))
        self._ui.hold.clicked.connect(self._ask_to_hold)
        self._give_back_past.clicked.connect(lambda: self._emit_past(self.past_give_back_asked))
        self._ui.files.clicked.connect(self._choose_files)
        self._ui.folder.clicked.connect(self._choose_folder)
        self._ui.receipts.clicked.connect(self._choose_target)
        self._ui.accept.clicked.connect(lambda: self._emit_chosen(self.accepted))
        self._ui.remove.clicked.connect(lambda: self._emit_chosen(self.removed))
        self._ui.acceptAll.clicked.connect(self.all_accepted)
        self._ui.cancel.clicked.connect(self.cancelled)
        self._ui.takeHeld.clicked.connect(self._ask_to_take)
        self._ui.putAside.clicked.connect(self._ask_to_refuse)
        self._ui.undo.clicked.connect(lambda: self._emit_past(self.undo_asked))
        self._ui.policy.activated.connect(
            lambda at: self.policy_chosen.emit(self._ui.policy.itemData(at))
        )
        key_of(self._ui.files, "Ctrl+O")
        for table, model, signal in (
            (self._ui.queue, self._queue, self.selected),
            (self._ui.history, self._history, self.history_selected),
        ):
            table.selectionModel().currentRowChanged.connect(
                lambda *_, table=table, model=model, signal=signal: _tell(table, model, signal)
            )

    def set_queue(self, rows: Sequence[Row], chosen: str | None = None) -> None:
        """Show the desk; ``chosen`` is selected, else what was, else the first."""
        self._ui.pages.setCurrentWidget(self._ui.work if rows else self._ui.empty)
        show_rows(self._ui.queue, self._queue, rows, chosen)
        _tell(self._ui.queue, self._queue, self.selected)

    def show_detail(self, detail: Detail) -> None:
        """Show what is said of the selected bundle."""
        ui = self._ui
        ui.name.setText(detail.name)
        self._chip.show_state(detail.state, detail.tone)
        for target, text in zip((ui.content, ui.signer, ui.time), detail.sentences, strict=True):
            target.setText(text)
            target.setVisible(bool(text))
        self._registers.setText(detail.registers)
        self._registers.setVisible(bool(detail.registers))
        self._shifts.set_rows(detail.shifts)
        fit_rows(ui.shifts, min(len(detail.shifts), _MOST_SHOWN))
        ui.shiftsLabel.setText(detail.shifts_title)
        ui.shiftsLabel.setVisible(bool(detail.shifts_title))
        ui.shifts.setVisible(bool(detail.shifts))
        ui.reasonsLabel.setText(detail.reasons_title)
        ui.reasons.setText("\n\n".join(detail.reasons))
        for each in (ui.reasonsLabel, ui.reasons):
            each.setVisible(bool(detail.reasons))
        self._ui.giveBack.setVisible(detail.can_return)
        self._ui.hold.setVisible(detail.can_hold)
        ui.accept.setText(detail.accept)
        ui.accept.setVisible(bool(detail.accept))
        self._emphasise()

    def show_progress(self, text: str, done: int, total: int) -> None:
        """Show how far the work is; a total of 0 means that nothing is being done."""
        busy = total > 0
        self._ui.progress.setMaximum(max(total, 1))
        self._ui.progress.setValue(done)
        self._ui.progressText.setText(text)
        for each in (self._ui.progress, self._ui.cancel):
            each.setVisible(busy)
        ui = self._ui
        for button in (ui.accept, ui.remove, ui.receipts, ui.giveBack, ui.hold):
            button.setEnabled(not busy)

    def offer_all(self, text: str) -> None:
        """Offer to take in all good ones at once; "" offers nothing."""
        self._ui.acceptAll.setText(text)
        self._ui.acceptAll.setVisible(bool(text))
        self._emphasise()

    def set_history(self, rows: Sequence[Row], waiting: int, wanted: str | None = None) -> None:
        """Show what was judged before; ``waiting`` of them have no receipt yet.

        The row ``wanted`` is brought up, else the selected one stays.
        """
        show_rows(self._ui.history, self._history, rows, wanted)
        if wanted is not None:
            self.show_received()
        _tell(self._ui.history, self._history, self.history_selected)
        text = self.tr("&Ký biên nhận ({count})…").format(count=waiting)
        self._ui.receipts.setText(text if waiting else self.tr("&Ký lại biên nhận…"))
        self._ui.receipts.setVisible(bool(rows))
        self._waiting = waiting
        self._emphasise()

    def show_history(self, past: PastDetail) -> None:
        """Show what was said of a bundle that was judged before."""
        ui = self._ui
        ui.historyName.setText(past.name)
        ui.historyText.setText(past.text)
        ui.historyReasons.setText("\n\n".join(past.reasons))
        ui.takeHeld.setVisible(past.can_take)
        ui.putAside.setVisible(past.can_refuse)
        ui.undo.setVisible(past.can_undo)
        self._give_back_past.setVisible(past.can_return)
        self._officers = past.officers

    def set_policy(self, name: str) -> None:
        """Show what becomes of a bundle with bad rows."""
        self._ui.policy.setCurrentIndex(self._ui.policy.findData(name))

    def ask_to_undo(self, key: str, text: str) -> None:
        """Say what taking an import back would change, and ask why it is done."""
        ask_to_undo(self, text, lambda reason: self.undone.emit(key, reason))

    def _ask_to_hold(self) -> None:
        key = chosen_key(self._ui.queue, self._queue)
        if key is not None:
            ask_to_hold(self, lambda reason: self.hold_asked.emit(key, reason))

    def _ask_to_take(self) -> None:
        key, officers = chosen_key(self._ui.history, self._history), self._officers
        if key is not None:
            ask_to_take(self, lambda why: self.held_taken.emit(key, why), officers=officers)

    def _ask_to_refuse(self) -> None:
        key = chosen_key(self._ui.history, self._history)
        if key is not None:
            ask_to_refuse(self, lambda reason: self.held_refused.emit(key, reason))

    def _emit_past(self, signal: SignalInstance) -> None:
        _tell(self._ui.history, self._history, signal)

    def _emphasise(self) -> None:
        """Let one button stand out: take all, take this one, or answer."""
        ui = self._ui
        one = ui.acceptAll.isHidden() and not ui.accept.isHidden()
        answer = ui.acceptAll.isHidden() and not one and self._waiting > 0
        for button, primary in ((ui.accept, one), (ui.receipts, answer)):
            set_kind(button, "primary" if primary else "plain")

    def show_received(self) -> None:
        """Bring up what was judged before."""
        self._ui.tabs.setCurrentWidget(self._ui.received)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files from the desktop or a stick."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take files and folders. They are not looked at here: a share may hang."""
        found = [Path(url.toLocalFile()) for url in event.mimeData().urls()]
        event.acceptProposedAction()
        self._bring(found)

    def _bring(self, paths: list[Path]) -> None:
        """Show where the files come to lie, whatever was looked at before."""
        self._ui.tabs.setCurrentWidget(self._ui.judged)
        self.dropped.emit(paths)

    def _choose_files(self) -> None:
        dialog = QFileDialog(
            self, self.tr("Chọn các gói"), "", f"ANTQ (*{ENDING} *{ENDING}.*);;* (*)"
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self._bring([Path(one) for one in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_folder(self) -> None:
        choose_folder(
            self,
            self.tr("Chọn thư mục có gói"),
            lambda name: self._bring([Path(name)]),
        )

    def _choose_target(self) -> None:
        dialog = MediumDialog(self, self.tr("Ghi biên nhận ra USB"), self._theme)
        dialog.chosen.connect(self.receipts_asked)
        self.medium_asked.emit(dialog)

    def _emit_chosen(self, signal: SignalInstance) -> None:
        _tell(self._ui.queue, self._queue, signal)


def _tell(table: QTableView, model: TableModel, signal: SignalInstance) -> None:
    key = chosen_key(table, model)
    if key is not None:
        signal.emit(key)
