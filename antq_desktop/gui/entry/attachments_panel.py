"""The panel of a record's files: chosen, dropped or pasted; looked at, saved, taken off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.files import choose_files
from antq_desktop.gui.common.keys import key_of
from antq_desktop.gui.common.pages import button, label
from antq_desktop.gui.entry.panel_table import panel_table
from antq_desktop.gui.theme import S

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent

    from antq_desktop.gui.theme import Theme, Tone


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file as it is shown; ``id`` names it, ``tone`` says how its state is drawn."""

    id: str
    name: str
    size: str
    travel: str
    state: str
    tone: Tone


class AttachmentsPanel(QWidget):
    """Stands below the fields. What it does is saved at once, apart from what is being typed."""

    files_brought = Signal(list)
    """Paths of files to attach."""
    picture_pasted = Signal(bytes)
    """A picture of the clipboard, as PNG."""
    scans_asked = Signal()
    open_asked = Signal(str)
    save_asked = Signal(str)
    detach_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: Sequence[FileLine] = ()
        self._writable = False
        self.hint = label(role="muted")
        self.add = button(self.tr("Thêm tệp…"))
        self.paste = button(self.tr("Dán ảnh"))
        self.scan = button(self.tr("Lấy từ máy quét…"))
        self.open = button(self.tr("Xem"))
        self.save = button(self.tr("Lưu bản sao…"))
        self.remove = button(self.tr("Gỡ tệp…"))
        self.table = self._made()
        for each, icon in (
            (self.add, "add"),
            (self.paste, "copy"),
            (self.scan, "import"),
            (self.open, "open"),
            (self.save, "save"),
            (self.remove, "delete"),
        ):
            theme.dress(each, icon)
        self._lay_out()
        self._connect()
        self.set_writable(writable=False, hint="")
        self.show_lines(())

    def set_writable(self, *, writable: bool, hint: str) -> None:
        """Let files be brought and taken off, or say why that cannot be."""
        self._writable = writable
        self.setAcceptDrops(writable)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        for each in (self.add, self.paste, self.scan, self.remove):
            each.setVisible(writable)
        self._marked()

    def show_lines(self, lines: Sequence[FileLine]) -> None:
        """Show other files; the marked place stays marked."""
        row = self.table.currentRow()
        self._lines = lines
        self.table.setRowCount(len(lines))
        for place, line in enumerate(lines):
            for column, text in enumerate((line.name, line.size, line.travel, line.state)):
                item = QTableWidgetItem(text)
                if column == _STATE and line.tone != "neutral":
                    item.setIcon(self._theme.icon(line.tone, line.tone))
                self.table.setItem(place, column, item)
        for each in (self.table, self.open, self.save):
            each.setVisible(bool(lines))
        self.remove.setVisible(bool(lines) and self._writable)
        if lines:
            self.table.selectRow(min(max(row, 0), len(lines) - 1))
        self._fit()
        self._marked()

    @property
    def lines(self) -> Sequence[FileLine]:
        """The files that are shown."""
        return self._lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows the height that they need, also after the text was made larger."""
        super().resizeEvent(event)
        self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what has files in it, or a picture."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring what was dropped."""
        self._bring(event.mimeData())
        event.acceptProposedAction()

    def paste_clipboard(self) -> None:
        """Bring the files or the picture of the clipboard."""
        self._bring(QGuiApplication.clipboard().mimeData())

    def _bring(self, data: QMimeData) -> None:
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if paths:
            self.files_brought.emit(paths)
        elif data.hasImage():
            image = QImage(data.imageData())
            buffer = QBuffer()
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            QImageWriter(buffer, QByteArray(b"png")).write(image)
            self.picture_pasted.emit(bytes(buffer.data().data()))

    def _made(self) -> QTableWidget:
        heads = (
            self.tr("Tên tệp"),
            self.tr("Dung lượng"),
            self.tr("Gửi đi"),
            self.tr("Tình trạng"),
        )
        return panel_table(heads, self.tr("Tệp đính kèm"), 0)

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(S)
        for each in (self.add, self.paste, self.scan, self.open, self.save, self.remove):
            acts.addWidget(each)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.hint)
        column.addWidget(self.table)
        column.addLayout(acts)

    def _connect(self) -> None:
        self.add.clicked.connect(self._choose)
        self.paste.clicked.connect(self.paste_clipboard)
        self.scan.clicked.connect(self.scans_asked)
        self.open.clicked.connect(lambda: self._ask(self.open_asked.emit))
        self.save.clicked.connect(lambda: self._ask(self.save_asked.emit))
        self.remove.clicked.connect(lambda: self._ask(self.detach_asked.emit))
        self.table.itemActivated.connect(lambda _: self._ask(self.open_asked.emit))
        self.table.itemSelectionChanged.connect(self._marked)
        key_of(self.paste, "Ctrl+V", owner=self, scope="within")

    def _choose(self) -> None:
        kinds = self.tr("Ảnh và PDF (*.pdf *.jpg *.jpeg *.png *.bmp *.tif *.tiff)")
        choose_files(self, self.tr("Chọn tệp đính kèm"), kinds, self.files_brought.emit)

    def _ask(self, ask: Callable[[str], object]) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._lines):
            ask(self._lines[row].id)

    def _marked(self) -> None:
        marked = 0 <= self.table.currentRow() < len(self._lines)
        for each in (self.open, self.save, self.remove):
            each.setEnabled(marked)

    def _fit(self) -> None:
        self.table.resizeRowsToContents()
        rows = sum(self.table.rowHeight(row) for row in range(self.table.rowCount()))
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + rows + S)


_STATE = 3
