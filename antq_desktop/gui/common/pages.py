"""What pages are made of: a header, an empty state, a card, labels of the type scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.flow import Flow
from antq_desktop.gui.common.room import Folding
from antq_desktop.gui.theme import XL, XS, L, M, S

if TYPE_CHECKING:
    from collections.abc import Iterable

    from antq_desktop.gui.theme import Theme

LabelRole = Literal[
    "body", "title", "section", "muted", "figure", "fingerprint", "practice", "sheet"
]


STYLE = -1
"""The spacing of a form that has that of the style."""


def label(text: str = "", role: LabelRole = "body", *, wrap: bool = True) -> QLabel:
    """Return a label of the type scale; its text can be selected and is never read as HTML."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setProperty("role", role)
    return made


def button(text: str, kind: Literal["plain", "primary", "link"] = "plain") -> QPushButton:
    """Return a button; one primary button at most stands on a page."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def set_kind(target: QPushButton, kind: Literal["plain", "primary", "link"]) -> None:
    """Make a button stand out, or no longer, while the page is shown; its icon follows."""
    if target.property("kind") != kind:
        target.setProperty("kind", kind)
        target.style().unpolish(target)
        target.style().polish(target)
        target.updateGeometry()  # bold words are wider


def card() -> tuple[QFrame, QVBoxLayout]:
    """Return a framed area and the column inside it."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(L, L, L, L)
    column.setSpacing(M)
    return frame, column


def section_row(title: str, *acts: QWidget) -> QHBoxLayout:
    """Return the first row of a card: its title, and what can be done at the right end."""
    row = QHBoxLayout()
    row.setSpacing(M)
    row.addWidget(label(title, "section"), stretch=1)
    for each in acts:
        row.addWidget(each)
    return row


def folding_section(card: QWidget, title: str, acts: Iterable[QWidget]) -> QHBoxLayout:
    """Return such a row in which the acts go below the title where both do not fit."""
    words, flow = label(title, "section"), Flow()
    for each in acts:
        flow.addWidget(each)
    row = QHBoxLayout()
    row.setSpacing(M)
    row.addWidget(words, stretch=1)
    row.addLayout(flow)
    Folding(card, row, words)
    return row


def form_below(spacing: int = STYLE) -> QFormLayout:
    """Return a form in which every field has its own line below its name."""
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
    form.setSpacing(spacing)
    return form


def fill(owner: QWidget, content: QWidget) -> None:
    """Let a widget be filled to its edges by another."""
    around = QVBoxLayout(owner)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(content)


def scrolled(content: QWidget) -> QScrollArea:
    """Put a page into an area that scrolls when text is large or the window small."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


class PageHeader(QWidget):
    """The title of a page, a line below it, and room for actions at the right."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(title, "title")
        self._subtitle = label(subtitle, "muted")
        self._subtitle.setVisible(bool(subtitle))
        words = QVBoxLayout()
        words.setSpacing(XS)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(S)
        self._row.addLayout(words, stretch=1)
        self._acts = Flow()
        self._row.addLayout(self._acts)
        Folding(self, self._row, self._title)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Change the words."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add_action(self, widget: QWidget) -> None:
        """Put a button to the right end."""
        self._acts.addWidget(widget)


def lay_out_page(screen: QWidget, header: PageHeader, spacing: int = L) -> QVBoxLayout:
    """Give a screen a page that scrolls as a whole; return its column, which the header begins."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    column.addWidget(header)
    fill(screen, scrolled(page))
    return column


class EmptyState(QWidget):
    """An empty screen that says what to do next, with the button that does it."""

    def __init__(
        self, theme: Theme, icon: str, title: str, text: str, action: QPushButton | None = None
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._picture = QLabel()
        self._title = label(title, "section")
        self._text = label(text, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addStretch(1)
        for each in (self._picture, self._title, self._text):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(each)
        if action is not None:
            column.addWidget(action, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        theme.changed.connect(self._paint)
        self._paint()

    def set_words(self, title: str, text: str) -> None:
        """Say something else, such as "nothing found" in place of "nothing here yet"."""
        self._title.setText(title)
        self._text.setText(text)

    def _paint(self) -> None:
        self._picture.setPixmap(self._theme.picture(self._icon, 2 * XL, "muted"))
