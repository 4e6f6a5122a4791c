"""The window in which a paper is seen before it is printed or saved; knows no service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.keys import act, key_of
from antq_desktop.gui.common.message_bar import MessageBar
from antq_desktop.gui.common.pages import EmptyState, PageHeader, button
from antq_desktop.gui.paper.pages import PERCENTS, PageArea
from antq_desktop.gui.theme import XL, L, M, S

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent

    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.theme import Theme

_PAGE_DIGITS = 6
_SHARE = 0.94
"""How much of the window below is covered."""


class PaperDialog(QDialog):
    """Pages in the middle; above them what may be done, below them which page and how large."""

    print_asked = Signal()
    save_chosen = Signal(str)
    stop_asked = Signal()
    """Printing is to end after the page that is being drawn."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Xem trước khi in"))
        self._printing = False
        self._file_name = ""
        self._header = PageHeader(self.tr("Xem trước khi in"))
        self._print = button(self.tr("&In…"), "primary")
        self._save = button(self.tr("&Lưu PDF…"))
        self._close = button(self.tr("Đón&g"))
        self._sign = QCheckBox(self.tr("Ký &số khi lưu"))
        self._sign.setToolTip(
            self.tr("Tệp PDF mang chữ ký số của chỉ huy và dấu hiệu ký trên trang")
        )
        self._sign.hide()
        self.bar = MessageBar(theme)
        self.area = PageArea(theme)
        self._wait = EmptyState(
            theme, "print", self.tr("Đang dựng bản in…"), self.tr("Lần đầu có thể mất vài giây.")
        )
        self._pages = QStackedWidget()
        for each in (self._wait, self.area):
            self._pages.addWidget(each)
        self._page, self._total = QLineEdit("1"), QLabel()
        self._pages_there = 0
        self._zoom = QComboBox()
        self._progress, self._progress_text = QProgressBar(), QLabel()
        self._stop = button(self.tr("&Dừng in"))
        for target, icon in ((self._print, "print"), (self._save, "save"), (self._close, "close")):
            theme.dress(target, icon)
        self._lay_out()
        self._foot = self._make_foot(theme)
        self._connect()
        self._fit(parent)
        self._offer()
        self._show_progress()

    @property
    def file_name(self) -> str:
        """The name that is offered when the paper is saved."""
        return self._file_name

    def show_paper(
        self, title: str, note: str, file_name: str, sizes: Sequence[tuple[float, float]]
    ) -> None:
        """Show a finished paper; ``note`` says what is to be known of its layout."""
        self._header.set_title(title, note)
        self._file_name = file_name
        self._total.setText(self.tr("trên {total}").format(total=len(sizes)))
        self._pages_there = len(sizes)
        self._pages.setCurrentWidget(self.area)
        self.area.set_sizes(sizes)
        self._offer()
        self._show_progress()
        self.area.setFocus()

    @property
    def signing(self) -> bool:
        """Whether what is saved is to be signed with a certificate."""
        return self._sign.isVisibleTo(self) and self._sign.isChecked()

    def check_signing(self) -> None:
        """Mark that what is saved is to be signed, as the person would."""
        self._sign.click()

    def offer_signing(self, *, offered: bool) -> None:
        """Offer to sign what is saved, to whom may."""
        self._sign.setVisible(offered)

    def show_refusal(self, title: str, text: str) -> None:
        """Say why there is no paper."""
        self._wait.set_words(title, text)
        self._show_progress()
        self._close.setFocus()

    def tell(self, told: Told) -> None:
        """Say something above the pages."""
        self.bar.tell(told)

    def set_composing(self, done: int, total: int) -> None:
        """Show how many papers of a batch are made; it may be stopped, or the window closed."""
        if self._pages.currentWidget() is self.area:
            return  # it came late: the paper is there
        self._show_count(self.tr("Đang dựng giấy {page} trên {total}"), done, total)
        self._stop.setText(self.tr("&Dừng"))
        for each in (self._progress, self._progress_text, self._stop):
            each.show()

    def _show_count(self, words: str, done: int, total: int) -> None:
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)
        self._progress_text.setText(words.format(page=done + 1, total=total))

    def set_printing(self, done: int, total: int) -> None:
        """Show how many pages are on their way to the printer; a total of 0 ends it."""
        self._printing = total > 0
        self._show_count(self.tr("Đang in trang {page} trên {total}"), done, total)
        self._stop.setText(self.tr("&Dừng in"))
        self._offer()
        self._show_progress()

    def ask_overwrite(self, name: str, then: Callable[[], object]) -> None:
        """Ask before a file is written over."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Ghi đè tệp"))
        box.setText(self.tr("Ở đó đã có tệp {name}.").format(name=name))
        box.setInformativeText(self.tr("Ghi đè thì nội dung cũ của tệp mất hẳn."))
        over = box.addButton(self.tr("Ghi đè"), QMessageBox.ButtonRole.DestructiveRole)
        other = box.addButton(self.tr("Chọn tên khác"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(self.tr("Bỏ qua"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(other)
        box.setEscapeButton(stay)

        def decided(chosen: object) -> None:
            if chosen is over:
                then()
            elif chosen is other:
                self.choose_file()

        box.buttonClicked.connect(decided)
        box.open()

    def choose_file(self) -> None:
        """Ask where the paper is to be saved; whether a file is written over is asked by us."""
        dialog = QFileDialog(self, self.tr("Lưu bản in thành PDF"), "", self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self._file_name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_chosen)
        dialog.open()

    # What Qt calls.

    def reject(self) -> None:
        """Close with Escape, but not while pages are on their way to the printer."""
        if not self._printing:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close with the cross, but not while pages are on their way to the printer."""
        if self._printing:
            event.ignore()
        else:
            super().closeEvent(event)

    def _offer(self) -> None:
        ready = self._pages.currentWidget() is self.area and not self._printing
        for each in (self._print, self._save):
            each.setEnabled(ready)
        self._close.setEnabled(not self._printing)
        self._foot.setVisible(self._pages.currentWidget() is self.area)

    def _show_progress(self) -> None:
        for each in (self._progress, self._progress_text, self._stop):
            each.setVisible(self._printing)

    def _lay_out(self) -> None:
        for each in (self._sign, self._print, self._save, self._close):
            self._header.add_action(each)
        progress = QHBoxLayout()
        progress.setSpacing(M)
        progress.addWidget(self._progress_text)
        progress.addWidget(self._progress, stretch=1)
        progress.addWidget(self._stop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(XL, L, XL, L)
        self._column.setSpacing(M)
        self._column.addWidget(self._header)
        self._column.addWidget(self.bar)
        self._column.addLayout(progress)
        self._column.addWidget(self._pages, stretch=1)

    def _make_foot(self, theme: Theme) -> QWidget:
        """Return the line below the pages."""
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        word = QLabel(self.tr("&Trang"))
        word.setBuddy(self._page)
        self._page.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._page.setFixedWidth(self.fontMetrics().averageCharWidth() * _PAGE_DIGITS + 2 * M)
        size = QLabel(self.tr("&Cỡ xem"))
        size.setBuddy(self._zoom)
        self._zoom.setAccessibleName(self.tr("Cỡ xem"))
        self._page.setAccessibleName(self.tr("Trang"))
        self.area.setAccessibleName(self.tr("Trang"))
        self._zoom.addItem(self.tr("Vừa bề rộng"), None)
        for percent in PERCENTS:
            self._zoom.addItem(f"{percent} %", percent)
        before = self._tool(theme, "up", self.tr("Trang trước"), -1)
        after = self._tool(theme, "down", self.tr("Trang sau"), 1)
        for each in (before, word, self._page, self._total, after):
            row.addWidget(each)
        row.addStretch(1)
        for right in (size, self._zoom):
            row.addWidget(right)
        self._column.addWidget(foot)
        return foot

    def _tool(self, theme: Theme, icon: str, words: str, by: int) -> QToolButton:
        made = QToolButton()
        made.setToolTip(words)
        made.setAccessibleName(words)
        made.clicked.connect(lambda: self.area.go(self.area.page + by))
        theme.dress(made, icon)
        return made

    def _connect(self) -> None:
        self._print.clicked.connect(self.print_asked)
        self._save.clicked.connect(self.choose_file)
        self._close.clicked.connect(self.reject)
        self._stop.clicked.connect(self.stop_asked)
        self._page.editingFinished.connect(self._go_to_page)
        self._zoom.currentIndexChanged.connect(
            lambda _: self.area.set_zoom(self._zoom.currentData())
        )
        self.area.moved.connect(self._show_page)
        self.area.zoomed.connect(self._show_zoom)
        act(self, self.tr("Phóng to"), ("Ctrl++", "Ctrl+="), lambda: self.area.zoom_by(1))
        act(self, self.tr("Thu nhỏ"), "Ctrl+-", lambda: self.area.zoom_by(-1))
        act(self, self.tr("Vừa cửa sổ"), "Ctrl+0", lambda: self.area.set_zoom(None))
        key_of(self._print, "Ctrl+P")
        key_of(self._save, "Ctrl+S")
        for target, words in (
            (self._print, self.tr("In ra giấy (Ctrl+P)")),
            (self._save, self.tr("Lưu thành tệp PDF (Ctrl+S)")),
            (self._close, self.tr("Đóng (Esc)")),
        ):
            target.setToolTip(words)
            target.setAutoDefault(False)

    def _show_page(self, page: int) -> None:
        self._page.setText(str(page + 1))
        self.area.setAccessibleName(
            self.tr("Trang {page} trên {total}").format(page=page + 1, total=self._pages_there)
        )

    def _go_to_page(self) -> None:
        """Go to the page whose number was typed; anything else is put right again."""
        typed = self._page.text().strip()
        if typed.isdecimal():
            self.area.go(int(typed) - 1)
        self._show_page(self.area.page)

    def _show_zoom(self, percent: int) -> None:
        with QSignalBlocker(self._zoom):
            place = self._zoom.findData(percent) if self.area.is_sized else 0
            self._zoom.setCurrentIndex(place)

    def _fit(self, parent: QWidget) -> None:
        room = parent.window().size()
        self.resize(int(room.width() * _SHARE), int(room.height() * _SHARE))
