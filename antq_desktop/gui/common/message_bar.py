"""The message bar: one sentence, one action, details folded; it never takes the keyboard away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.theme import XS, L, M, S

if TYPE_CHECKING:
    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.theme import Theme

_ICONS = {"done": "check", "info": "info", "warning": "warning", "error": "error"}


class MessageBar(QFrame):
    """Shows what `Failures` tells, until it is closed or something else is told."""

    shown = Signal(bool)
    """Whether there is a message; what stands around the bar comes and goes with it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = "info"
        self.setProperty("role", "bar")
        self._picture = QLabel()
        self._text = _line()
        self._action = _line()
        self._details = _line()
        self._more = QPushButton(self.tr("Xem chi tiết"))
        self._more.setProperty("kind", "link")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._details.setVisible)
        close = QToolButton()
        close.setToolTip(self.tr("Đóng thông báo"))
        close.setAccessibleName(self.tr("Đóng thông báo"))
        close.clicked.connect(self.drop)
        theme.dress(close, "close")
        theme.changed.connect(self._paint)
        words = QVBoxLayout()
        words.setSpacing(XS)
        for each in (self._text, self._action, self._more, self._details):
            words.addWidget(each, alignment=Qt.AlignmentFlag(0))
        row = QHBoxLayout(self)
        row.setContentsMargins(M, S, S, S)
        row.setSpacing(M)
        row.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, stretch=1)
        row.addWidget(close, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(L)
        self.hide()

    def tell(self, told: Told) -> None:
        """Show a message in place of the one before."""
        self._tone = told.tone
        self._text.setText(told.text)
        self._action.setText(told.action)
        self._action.setVisible(bool(told.action))
        self._details.setText("\n".join(told.details))
        self._details.hide()
        self._more.setChecked(False)
        self._more.setVisible(bool(told.details))
        self.setProperty("tone", told.tone)
        self.setAccessibleName(f"{told.text} {told.action}".strip())
        self._paint()
        self.show()
        self.shown.emit(True)

    def drop(self) -> None:
        """Take the message away."""
        self.hide()
        self.shown.emit(False)

    def _paint(self) -> None:
        self._picture.setPixmap(
            self._theme.picture(_ICONS[self._tone], self._theme.icon_size, self._tone)
        )
        self.style().unpolish(self)
        self.style().polish(self)


def _line() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)  # a message may quote text from a file
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return label
