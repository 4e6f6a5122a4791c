"""The window of a period's report: outline at the left, words at the right; knows no service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.keys import key_of
from antq_desktop.gui.common.message_bar import MessageBar
from antq_desktop.gui.common.pages import PageHeader, button, label
from antq_desktop.gui.report_text.outline import Outline
from antq_desktop.gui.theme import XL, L, M, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent

    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.theme import Theme

_SHARE = 0.9
"""How much of the window below is covered."""
_OUTLINE, _WORDS = 300, 700


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section as it is shown; ``writable`` says that an officer may write into it."""

    code: str
    heading: str
    generated: Sequence[str]
    own: str
    writable: bool


class ReportDialog(QDialog):
    """Outline, the sentences of the figures to read, the officer's own words to write."""

    typed = Signal()
    """Something was written; what is shown is to be kept soon."""
    section_left = Signal()
    """Another section is about to be shown; what was written is to be kept now."""
    print_asked = Signal()
    word_asked = Signal()
    close_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("keepsItself", True)  # what is written here is kept as it is typed
        self.setWindowTitle(self.tr("Báo cáo của kỳ"))
        self._rows: dict[str, SectionRow] = {}
        self._texts: dict[str, str] = {}
        self._current = ""
        self._header = PageHeader(self.windowTitle())
        self._print = button(self.tr("&Xem bản in…"), "primary")
        self._word = button(self.tr("Lưu tệp &Word…"))
        self._close = button(self.tr("Đón&g"))
        for target, icon in ((self._print, "print"), (self._word, "save"), (self._close, "close")):
            theme.dress(target, icon)
            target.setAutoDefault(False)
            self._header.add_action(target)
        self.bar = MessageBar(theme)
        self._note = label("", "muted")
        self.outline = Outline()
        self.outline.setAccessibleName(self.tr("Các mục của báo cáo"))
        self.generated, self.own = QPlainTextEdit(), QPlainTextEdit()
        self._said = label(self.tr("Câu máy viết từ &số liệu (chỉ đọc)"), wrap=False)
        self._written = label(self.tr("&Lời viết thêm của đơn vị"), wrap=False)
        self._kept = label("", "muted")
        self._lay_out()
        self._connect()
        room = parent.window().size()
        self.resize(int(room.width() * _SHARE), int(room.height() * _SHARE))

    @property
    def current(self) -> tuple[str, str]:
        """The code of the section that is shown, and what is written in it."""
        return self._current, self.own.toPlainText()

    def set_title(self, title: str, note: str) -> None:
        """Say which report this is, and what is to be known of it."""
        self._header.set_title(title)
        self._note.setText(note)

    def set_sections(self, rows: Sequence[SectionRow]) -> None:
        """Show the outline, and the section that was shown before or the first."""
        before = self._current
        self._rows = {row.code: row for row in rows}
        self._texts = {row.code: row.own for row in rows}
        with QSignalBlocker(self.outline):
            self.outline.clear()
            self.outline.addItems([row.heading for row in rows])
            codes = list(self._rows)
            self.outline.setCurrentRow(codes.index(before) if before in codes else 0)
        self._show()
        self.own.setFocus()

    def show_kept(self, text: str) -> None:
        """Say when the words were kept, or that they are not yet."""
        self._kept.setText(text)

    def tell(self, told: Told) -> None:
        """Say something above the words."""
        self.bar.tell(told)

    # What Qt calls.

    def reject(self) -> None:
        """Ask to be closed: what is written is kept first."""
        self.close_asked.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close with the cross as with the button."""
        event.ignore()
        self.close_asked.emit()

    def _lay_out(self) -> None:
        for edit, name in ((self.generated, self._said), (self.own, self._written)):
            edit.setTabChangesFocus(True)
            name.setBuddy(edit)
        self.generated.setAccessibleName(self.tr("Câu máy viết từ số liệu"))
        self.own.setAccessibleName(self.tr("Lời viết thêm của đơn vị"))
        self.generated.setReadOnly(True)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(M, 0, 0, 0)
        column.setSpacing(S)
        for widget, stretch in (
            (self._said, 0),
            (self.generated, 1),
            (self._written, 0),
            (self.own, 1),
            (self._kept, 0),
        ):
            column.addWidget(widget, stretch)
        split = QSplitter()
        split.addWidget(self.outline)
        split.addWidget(words)
        split.setSizes([_OUTLINE, _WORDS])
        split.setChildrenCollapsible(False)
        page = QVBoxLayout(self)
        page.setContentsMargins(XL, L, XL, L)
        page.setSpacing(M)
        for each in (self._header, self.bar, self._note):
            page.addWidget(each)
        page.addWidget(split, stretch=1)

    def _connect(self) -> None:
        self.outline.currentRowChanged.connect(self._choose)
        self.own.textChanged.connect(self.typed)
        self._print.clicked.connect(self.print_asked)
        self._word.clicked.connect(self.word_asked)
        self._close.clicked.connect(self.close_asked)
        key_of(self._print, "Ctrl+P")
        self._print.setToolTip(self.tr("Xem báo cáo như sẽ in, rồi in hoặc lưu PDF (Ctrl+P)"))
        self._word.setToolTip(self.tr("Cùng nội dung, để sửa tiếp bằng Word"))

    def _choose(self, _row: int) -> None:
        QGuiApplication.inputMethod().commit()
        if self._current:
            self._texts[self._current] = self.own.toPlainText()
            self.section_left.emit()
        self._show()

    def _show(self) -> None:
        place = self.outline.currentRow()
        if place < 0:
            return
        row = list(self._rows.values())[place]
        self._current = row.code
        self.generated.setPlainText("\n".join(row.generated))
        with QSignalBlocker(self.own):
            self.own.setPlainText(self._texts[row.code])
        for each in (self.own, self._written):
            each.setVisible(row.writable)
        for each in (self.generated, self._said):
            each.setVisible(bool(row.generated))
