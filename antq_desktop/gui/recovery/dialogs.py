"""The three shares, each printed on a sheet of its own before they are typed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout

from antq_desktop.gui.common.pages import button, label
from antq_desktop.gui.common.room import fit_dialog
from antq_desktop.gui.theme import XL, M

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LETTERS = 64


class PrintDialog(QDialog):
    """A line for each paper with the button that prints it; then on to typing them back."""

    print_asked = Signal(int)
    """The place of the paper in the list, from 0."""

    def __init__(self, parent: QWidget, title: str, hint: str, papers: list[str]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._kept = [False] * len(papers)
        self._states = [label(self.tr("chưa in"), "muted", wrap=False) for _ in papers]
        buttons = QDialogButtonBox()
        self._on = buttons.addButton(
            self.tr("&Gõ lại từ giấy…"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._on.setEnabled(False)
        buttons.addButton(self.tr("Để &sau"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(label(title, "section"))
        column.addWidget(label(hint, "muted"))
        for at, name in enumerate(papers):
            row = QHBoxLayout()
            row.setSpacing(M)
            one = button(self.tr("In {name}…").format(name=name))
            one.clicked.connect(lambda _=False, at=at: self.print_asked.emit(at))
            row.addWidget(one)
            row.addWidget(self._states[at], stretch=1)
            column.addLayout(row)
        column.addWidget(buttons)
        fit_dialog(self, _LETTERS)

    def mark_kept(self, at: int) -> None:
        """Hear that a paper was printed or saved; with all of them one may go on."""
        self._kept[at] = True
        self._states[at].setText(self.tr("đã in hoặc lưu"))
        if all(self._kept):
            self._on.setEnabled(True)
            self._on.setProperty("kind", "primary")
            self._on.style().polish(self._on)
            self._on.setDefault(True)
