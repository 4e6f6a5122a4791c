"""The outline of a report: no heading is cut, whatever its width and the size of the letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt

from antq_desktop.gui.report_text.outline import Outline

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

HEADING = "2. Tiếp nhận, giải quyết tin báo, vụ việc; quản lý đối tượng"


def test_a_heading_that_does_not_fit_goes_on_below(qtbot: QtBot) -> None:
    outline = Outline()
    qtbot.addWidget(outline)
    outline.setStyleSheet("QListWidget { font-size: 20pt } QListWidget::item { padding: 8px }")
    outline.addItems(["I. KẾT QUẢ", HEADING])
    outline.resize(1600, 400)
    outline.show()

    def high(row: int) -> int:
        return outline.visualItemRect(outline.item(row)).height()

    def goes_on() -> bool:
        return high(1) > 2 * outline.fontMetrics().height()

    qtbot.waitUntil(lambda: high(1) > 0)
    assert high(0) == high(1)
    outline.resize(300, 400)
    qtbot.waitUntil(goes_on)
    assert high(0) < high(1)
    inner = QRect(0, 0, outline.viewport().width() - 16, 10_000)
    needed = outline.fontMetrics().boundingRect(inner, Qt.TextFlag.TextWordWrap, HEADING)
    assert high(1) >= needed.height() + 16
    assert not outline.horizontalScrollBar().isVisible()
