"""The bar that says which folder is watched, and how that goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from antq_desktop.gui.common.files import choose_folder
from antq_desktop.gui.common.pages import button, label
from antq_desktop.gui.theme import M, S

if TYPE_CHECKING:
    from antq_desktop.gui.theme import Theme


class WatchBar(QFrame):
    """Shown while a folder is watched; ``choose`` is the button that begins it."""

    chosen = Signal(object)
    """The folder (`Path`) to watch, or None to end it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose = button(self.tr("Th&eo dõi thư mục…"))
        self.choose.setObjectName("watch")
        self.choose.setToolTip(self.tr("Tự đưa gói mới trong một thư mục lên để xem, chưa nhập"))
        theme.dress(self.choose, "folder")
        self._text = label(role="muted")
        self._text.setObjectName("watched")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._end = button(self.tr("Thôi theo dõi"), "link")
        self._end.setObjectName("unwatch")
        row = QHBoxLayout(self)
        row.setContentsMargins(M, 0, S, 0)
        row.setSpacing(M)
        row.addWidget(self._text, stretch=1)
        row.addWidget(self._end)
        self.choose.clicked.connect(self._choose)
        self._end.clicked.connect(lambda: self.chosen.emit(None))
        self.show_text("")

    def show_text(self, text: str) -> None:
        """Say what is watched and how it goes; "" hides the bar."""
        self._text.setText(text)
        self.setVisible(bool(text))

    def _choose(self) -> None:
        choose_folder(
            self.choose,
            self.tr("Chọn thư mục để theo dõi"),
            lambda name: self.chosen.emit(Path(name)),
        )
