"""The notice over the desk: what holds as long as the workspace is open, and the way out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from antq_desktop.errors import Refusal
from antq_desktop.gui.common.pages import button, label
from antq_desktop.gui.handover import away_words
from antq_desktop.gui.theme import M, S

if TYPE_CHECKING:
    from antq_desktop.gui.shell.view import MainView
    from antq_desktop.gui.theme import Theme
    from antq_desktop.services.overview import Overview


class NoticeBar(QFrame):
    """One sentence that does not go away, and a button that leads to where it is dealt with."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "bar")
        self.setProperty("tone", "warning")
        self._picture = QLabel()
        self._text = label()
        self._act = button("", "link")
        self._act.setObjectName("notice")
        self._act.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(M, S, M, S)
        row.setSpacing(M)
        row.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, stretch=1)
        row.addWidget(self._act, alignment=Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._paint)
        self._paint()
        self.hide()

    def show_notice(self, text: str) -> None:
        """Say something in place of what stood there; "" takes the notice away."""
        self._text.setText(text)
        self._act.setText(self.tr("Xem &bàn giao sổ"))
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def _paint(self) -> None:
        self._picture.setPixmap(self._theme.picture("lock", self._theme.icon_size, "warning"))


def show_away(view: MainView, known: Overview) -> None:
    """Say over the desk that the books of this PC lie elsewhere, or nothing where they do not."""
    view.notice.show_notice(away_words(known.away) if known.away is not None else "")


def why_closed(known: Overview | None) -> Refusal | None:
    """Return why no record is begun here any more, None where one may be."""
    gone = known.away if known is not None else None
    return Refusal("transfer.closed", name=gone.name) if gone is not None and gone.closed else None
