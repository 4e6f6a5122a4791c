"""The screen that checks paper; knows no service."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from antq_desktop.gui.common.chips import Chip
from antq_desktop.gui.common.files import choose_file
from antq_desktop.gui.common.pages import EmptyState, PageHeader, button, card, label, scrolled
from antq_desktop.gui.theme import L, M, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from antq_desktop.gui.theme import Theme, Tone

_LETTERS = 24
"""How many letters the field of the code shows."""


@dataclass(frozen=True, slots=True)
class Found:
    """One code and what it means: its state in a word, the sentences; the record, if it is here."""

    code: str
    state: str
    tone: Tone
    lines: tuple[str, ...]
    record: str | None


class PaperCheckView(QWidget):
    """A field for the code, a button for a picture, and what was found."""

    code_given = Signal(str)
    picture_given = Signal(str)
    record_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAcceptDrops(True)
        self._code = QLineEdit()
        self._code.setObjectName("code")
        self._code.setPlaceholderText("XXXX-XXXX-XXXX")
        self._code.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self._code.setAccessibleName(self.tr("Mã kiểm tra trên giấy"))
        self._check = button(self.tr("Kiểm &tra"), "primary")
        self._check.setObjectName("check")
        self._check.setEnabled(False)
        self._picture = button(self.tr("Chọn ả&nh, bản quét hoặc PDF…"))
        self._picture.setObjectName("picture")
        theme.dress(self._picture, "open")
        self._found = QVBoxLayout()
        self._found.setSpacing(M)
        self._empty = EmptyState(
            theme,
            "form",
            self.tr("Giấy này in từ bản nào?"),
            self.tr(
                "Gõ 12 ký tự của dòng “Mã kiểm tra” ở cuối trang, hoặc kéo ảnh, bản quét vào đây."
            ),
        )
        self._lay_out()
        self._code.textChanged.connect(lambda text: self._check.setEnabled(bool(text.strip())))
        self._code.returnPressed.connect(self._give)
        self._check.clicked.connect(self._give)
        self._picture.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        """Ask for no more room than a small window has."""
        return QSize(0, 0)

    def _lay_out(self) -> None:
        asked = label(self.tr("&Mã kiểm tra"), wrap=False)
        asked.setBuddy(self._code)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(asked)
        row.addWidget(self._code, stretch=1)
        row.addWidget(self._check)
        inside = QWidget()
        below = QVBoxLayout(inside)
        below.setContentsMargins(0, 0, 0, 0)
        below.addLayout(self._found)
        below.addWidget(self._empty, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        header = PageHeader(
            self.tr("Kiểm tra giấy"),
            self.tr("Giấy in từ hồ sơ hay báo cáo so với những gì đang lưu; không cần mạng."),
        )
        header.add_action(self._picture)
        column.addWidget(header)
        column.addLayout(row)
        column.addWidget(scrolled(inside), stretch=1)

    def show_found(self, found: Sequence[Found]) -> None:
        """Show what each code means."""
        while (item := self._found.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        self._empty.setVisible(not found)
        for one in found:
            self._found.addWidget(self._card(one))
        if found:
            self._found.addStretch(1)
            self._code.selectAll()
            self._code.setFocus()

    def _card(self, one: Found) -> QWidget:
        frame, column = card()
        chip = Chip(self._theme)
        chip.show_state(one.state, one.tone)
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(label(one.code, "section", wrap=False))
        head.addWidget(chip)
        head.addStretch(1)
        column.addLayout(head)
        for line in one.lines:
            column.addWidget(label(line))
        if one.record is not None:
            record = one.record
            opened = button(self.tr("Mở &hồ sơ"))
            opened.clicked.connect(lambda: self.record_asked.emit(record))
            column.addWidget(opened, alignment=Qt.AlignmentFlag.AlignLeft)
        frame.setAccessibleName(f"{one.code}: {one.state}. {' '.join(one.lines)}")
        return frame

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the file."""
        event.acceptProposedAction()
        self.picture_given.emit(str(Path(event.mimeData().urls()[0].toLocalFile())))

    def _give(self) -> None:
        QGuiApplication.inputMethod().commit()
        text = self._code.text().strip()
        if text:
            self.code_given.emit(text)

    def _choose(self) -> None:
        kinds = self.tr("Ảnh, PDF") + " (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.pdf)"
        choose_file(self, self.tr("Chọn ảnh hoặc bản quét"), kinds, self.picture_given.emit)
