"""The form of the submission screen: the bundles that were signed; the wizard lies beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from antq_desktop.gui.common.chips import Chip
from antq_desktop.gui.common.files import choose_file
from antq_desktop.gui.common.keys import key_of
from antq_desktop.gui.common.media_dialog import MediumDialog
from antq_desktop.gui.common.pages import EmptyState, button, scrolled
from antq_desktop.gui.common.room import Folding, keep_whole
from antq_desktop.gui.common.table import TableModel, chosen_key, dress_table, show_rows
from antq_desktop.gui.generated.ui_submission import Ui_Submission
from antq_desktop.gui.submission.model import sent_columns
from antq_desktop.gui.submission.wizard_view import WizardView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme, Tone

_LEFT, _RIGHT = 640, 400


@dataclass(frozen=True, slots=True)
class SentDetail:
    """What is known of one bundle: facts, what comes next, and why it was refused."""

    name: str
    state: str
    tone: Tone
    facts: tuple[str, ...]
    next_step: str
    reasons: tuple[str, ...]
    split: bool = False
    """Whether a new chain of bundles is the way out."""
    waits: bool = False
    """Whether it waits for its second signature: then it is looked at, and cannot leave."""
    signs: bool = False
    """Whether this user is one who may give that signature."""


class SubmissionView(QWidget):
    """The list of bundles, and the wizard in its place while one is put together."""

    begun = Signal()
    handover_asked = Signal()
    new_chain_asked = Signal()
    review_asked = Signal(str)
    """The key of a bundle that waits for its second signature."""
    receipt_chosen = Signal(str)
    selected = Signal(str)
    cover_asked = Signal(str)
    """The key of a bundle whose cover sheet is to be printed."""
    again_asked = Signal(str, str)
    """The key of a bundle, and the folder to which it is to be copied again."""
    parts_asked = Signal(str, str)
    """As `again_asked`, but as parts with their list."""
    medium_asked = Signal(object, str)
    """A `MediumDialog` that is to be served, and the key of the bundle."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ui = Ui_Submission()
        self._ui.setupUi(self)
        self.wizard = WizardView(self._ui, self, theme)
        self._chip = Chip(theme)
        self._ui.chipRow.addWidget(self._chip)
        self._ui.nameRow.setAlignment(self._ui.chipPlace, Qt.AlignmentFlag.AlignTop)
        self._sent = TableModel(sent_columns(), self)
        dress_table(self._ui.sent, self._sent, theme, wide=1)
        self._ui.emptyColumn.addWidget(
            EmptyState(
                theme,
                "send",
                self.tr("Chưa lập gói nào"),
                self.tr("Bấm Lập gói mới: chọn kỳ, xem nội dung, ký, rồi ghi ra USB."),
            )
        )
        self._area = scrolled(self._ui.detail)  # large text is scrolled to, not cut
        self._ui.split.addWidget(self._area)
        self._ui.split.setSizes([_LEFT, _RIGHT])
        self._handover = button(self.tr("Bàn giao &sổ…"))
        self._handover.setObjectName("handover")
        self._handover.clicked.connect(self.handover_asked)
        theme.dress(self._handover, "usb")
        self._ui.acts.insertWidget(0, self._handover)
        Folding(self, self._ui.head, self._ui.title)
        self._split = button(self.tr("Bắt đầu &chuỗi gói mới…"))
        self._split.setObjectName("split")
        self._split.clicked.connect(self.new_chain_asked)
        theme.dress(self._split, "link")
        self._ui.carry.addWidget(self._split, alignment=Qt.AlignmentFlag.AlignRight)
        self._review = button(self.tr("&Xem và ký lần 2…"), "primary")
        self._review.setObjectName("review")
        self._review.clicked.connect(self._ask_review)
        self._ui.carry.addWidget(self._review, alignment=Qt.AlignmentFlag.AlignRight)
        theme.dress(self._ui.receipt, "import")
        theme.dress(self._ui.again, "usb")
        self._ui.begin.clicked.connect(self.begun)
        self._ui.receipt.clicked.connect(self._choose_receipt)
        self._ui.again.clicked.connect(self._choose_target)
        self._ui.cover.clicked.connect(self._ask_cover)
        theme.dress(self._ui.cover, "print")
        key_of(self._ui.cover, "Ctrl+P")
        self._ui.sent.selectionModel().currentRowChanged.connect(self._select)
        key_of(self._ui.begin, "Ctrl+N")
        key_of(self._ui.receipt, "Ctrl+O")
        keep_whole(self._ui.detail)
        self.show_home()

    @property
    def in_wizard(self) -> bool:
        """Whether a bundle is being put together."""
        return self._ui.screens.currentWidget() is self._ui.wizard

    def offer_handover(self, *, offered: bool) -> None:
        """Offer the way to the books that go to another PC; an office has none to hand over."""
        self._handover.setVisible(offered)

    def show_home(self) -> None:
        """Show the list."""
        self._ui.screens.setCurrentWidget(self._ui.home)

    def show_wizard(self) -> None:
        """Show the wizard."""
        self._ui.screens.setCurrentWidget(self._ui.wizard)

    def set_sent(self, rows: Sequence[Row], subtitle: str) -> None:
        """Show the bundles; ``subtitle`` says what is due."""
        self._ui.subtitle.setText(subtitle)
        page = self._ui.filled if rows else self._ui.empty
        self._ui.homePages.setCurrentWidget(page)
        show_rows(self._ui.sent, self._sent, rows)
        self._select()

    def show_detail(self, detail: SentDetail) -> None:
        """Show what is known of the selected bundle."""
        self._ui.name.setText(detail.name)
        self._chip.show_state(detail.state, detail.tone)
        self._ui.facts.setText("\n".join(detail.facts))
        self._ui.next.setText(detail.next_step)
        self._split.setVisible(detail.split)
        self._review.setVisible(detail.waits)
        looks = self.tr("&Xem thay đổi…")
        self._review.setText(self.tr("&Xem và ký lần 2…") if detail.signs else looks)
        for leaves in (self._ui.again, self._ui.cover):
            leaves.setVisible(not detail.waits)
        self._ui.reasons.setText("\n\n".join(detail.reasons))
        for each in (self._ui.reasons, self._ui.reasonsLabel):
            each.setVisible(bool(detail.reasons))
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(self._ui.detail.minimumSizeHint().width() + bar)

    def _select(self) -> None:
        key = chosen_key(self._ui.sent, self._sent)
        if key is not None:
            self.selected.emit(key)

    def _ask_review(self) -> None:
        key = chosen_key(self._ui.sent, self._sent)
        if key is not None:
            self.review_asked.emit(key)

    def _ask_cover(self) -> None:
        key = chosen_key(self._ui.sent, self._sent)
        if key is not None:
            self.cover_asked.emit(key)

    def _choose_receipt(self) -> None:
        title = self.tr("Mở biên nhận")
        choose_file(self, title, "ANTQ (*.antq);;* (*)", self.receipt_chosen.emit)

    def _choose_target(self) -> None:
        key = chosen_key(self._ui.sent, self._sent)
        if key is not None:
            title = self.tr("Ghi gói ra USB")
            dialog = MediumDialog(self, title, self._theme, offer_parts=True)

            def chosen(folder: str) -> None:
                asked = self.parts_asked if dialog.in_parts else self.again_asked
                asked.emit(key, folder)

            dialog.chosen.connect(chosen)
            self.medium_asked.emit(dialog, key)
