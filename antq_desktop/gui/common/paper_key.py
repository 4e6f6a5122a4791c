"""Asks for the recovery key from paper: one sheet, or shares one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.pages import label, scrolled
from antq_desktop.gui.common.question import Question
from antq_desktop.gui.common.share_grid import ShareGrid
from antq_desktop.gui.theme import S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.common.share_grid import Look

_LETTERS = 84


class PaperKeyDialog(Question):
    """Stays open until what was typed is taken, and forgets it when it closes."""

    share_typed = Signal(str)
    """All words of one share; whoever hears it calls `take_share` or `show_problem`."""
    sheet_typed = Signal(str)
    """What stands on the sheet."""
    shares_taken = Signal(list)
    """As many shares as are wanted, each as it was typed."""
    word_wrong = Signal(object)
    """A word is none of the list (what the look-up raised), or was put right (None)."""

    def __init__(
        self, parent: QWidget, title: str, hint: str, words: Sequence[str], look: Look, count: int
    ) -> None:
        super().__init__(parent, title, hint)
        self._wanted, self._taken = 2, list[str]()
        self._by_sheet = QRadioButton(self.tr("Phiếu khôi phục (một mã)"))
        self._by_shares = QRadioButton(self.tr("Mảnh khôi phục (các từ)"))
        self.sheet = QLineEdit()
        self.sheet.setObjectName("sheet")
        self.sheet.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.sheet.setAccessibleName(self.tr("Mã trên phiếu"))
        self.sheet.setPlaceholderText("AGE-SECRET-KEY-1…")
        self.grid = ShareGrid(words, look, count)
        self._which = label()
        self._which.setObjectName("which")
        self._lay_out()
        self._end(_LETTERS, self.tr("&Tiếp tục"))
        self.act.setAutoDefault(False)
        self._by_shares.toggled.connect(self._turn)
        self.grid.wrong.connect(self.word_wrong)
        self.finished.connect(self._forget)

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        asked = label(self.tr("&Mã trên phiếu"), wrap=False)
        asked.setBuddy(self.sheet)
        for inside in ([asked, self.sheet], [self._which, self.grid]):
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(S)
            for each in inside:
                column.addWidget(each)
            column.addStretch(1)
            self._pages.addWidget(page)
        self.column.addWidget(self._by_sheet)
        self.column.addWidget(self._by_shares)
        self.column.addWidget(scrolled(self._pages), stretch=1)

    def begin(self, *, shares: bool, wanted: int, fixed: bool) -> None:
        """Ask for a sheet or for so many shares; ``fixed`` leaves no choice between the two."""
        self._wanted = wanted
        for each in (self._by_sheet, self._by_shares):
            each.setHidden(fixed)
        (self._by_shares if shares else self._by_sheet).setChecked(True)
        self._turn()
        self.open()
        self._turn()

    def take_share(self, text: str, number: int, share_set: int) -> None:
        """Keep a share that is right; ask for the next one, or give them all."""
        self._taken.append(text)
        self.show_problem("")
        if len(self._taken) == self._wanted:
            self.shares_taken.emit(list(self._taken))
            return
        words = self.tr("Mảnh {number} của bộ {set}: đúng. Gõ mảnh tiếp theo ({next}/{all}).")
        self._which.setText(
            words.format(number=number, set=share_set, next=len(self._taken) + 1, all=self._wanted)
        )
        self.grid.clear()

    @property
    def taken(self) -> list[str]:
        """The shares that were right so far."""
        return list(self._taken)

    def ask_another(self, text: str) -> None:
        """Say that this paper is not the one that is wanted, and make room for another one."""
        self.grid.clear()
        self.show_problem(text)

    def begin_again(self, text: str) -> None:
        """Say that all shares together are wrong, and ask for the first one again."""
        self._taken.clear()
        self.grid.clear()
        self._first()
        self.show_problem(text)

    def _turn(self) -> None:
        by_shares = self._by_shares.isChecked()
        self._pages.setCurrentIndex(1 if by_shares else 0)
        for at, kind in enumerate((by_shares, not by_shares)):  # one line needs less than 33 words
            policy = QSizePolicy.Policy.Ignored if kind else QSizePolicy.Policy.Preferred
            page = self._pages.widget(at)
            if page is not None:
                page.setSizePolicy(policy, policy)
        self.adjustSize()
        if by_shares:
            self._first()
            self.grid.begin()
        else:
            self.sheet.setFocus()

    def _first(self) -> None:
        if not self._taken:
            words = self.tr(
                "Mảnh thứ nhất (1/{all}): gõ 33 từ theo số, bốn chữ cái đầu là đủ. Tắt bộ gõ tiếng"
                " Việt trước."
            )
            self._which.setText(words.format(all=self._wanted))

    def _answer(self) -> None:
        if not self._by_shares.isChecked():
            self.sheet_typed.emit(self.sheet.text())
        elif not self.grid.complete:
            self.show_problem(self.tr("Chưa đủ 33 từ. Gõ tiếp các ô còn trống."))
        else:
            self.share_typed.emit(self.grid.text)

    def _forget(self) -> None:
        self.sheet.clear()
        self.grid.clear()
        self._taken.clear()
