"""How many signatures the office wants on a submission: chosen beside what becomes of bad rows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from antq_desktop.gui.common.pages import label
from antq_desktop.gui.theme import S


class SignaturesWanted(QWidget):
    """One signature or two, and from which day on one is refused."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.choice = QComboBox()
        self.choice.setObjectName("signatures")
        asked = label(self.tr("Số &chữ ký:"), wrap=False)
        asked.setBuddy(self.choice)
        for count, text in ((1, self.tr("Một chữ ký")), (2, self.tr("Hai chữ ký"))):
            self.choice.addItem(text, count)
        self._since = label("", "muted", wrap=False)
        self._since.setObjectName("signaturesSince")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        for each in (asked, self.choice, self._since):
            row.addWidget(each)
        self.choice.activated.connect(lambda at: self.chosen.emit(self.choice.itemData(at)))

    def show_wanted(self, count: int, since: str) -> None:
        """Show what is chosen; ``since`` says from when on, "" where one signature is enough."""
        self.choice.setCurrentIndex(self.choice.findData(count))
        self._since.setText(since)
