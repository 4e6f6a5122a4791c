"""The screen that checks paper: a code typed as people type it, and one that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton

from antq_desktop.gui import paper_check
from antq_desktop.services.checking_paper import code_of_record
from tests.gui.exchange.conftest import child
from tests.unit.services.conftest import COMMUNE, World, coop

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.failures import Failures, Told
    from antq_desktop.gui.screen import Context


def cards(view: QWidget) -> list[str]:
    """Return what the cards say to a screen reader."""
    frames = view.findChildren(QFrame)
    return [one.accessibleName() for one in frames if one.property("role") == "card"]


def test_a_code_is_typed_and_answered(
    world: World, opened: Callable[[str], Context], qtbot: QtBot, failures: Failures
) -> None:
    (record,) = world.add(COMMUNE, coop(hens=1))
    with world.open(COMMUNE) as workspace:
        revision = workspace.store.revisions.latest(record)
        assert revision is not None
        code = code_of_record(workspace, revision)
    screen = paper_check.build(opened(COMMUNE))
    view = screen.widget
    qtbot.addWidget(view)
    view.show()
    field = child(view, QLineEdit, "code")
    assert not child(view, QPushButton, "check").isEnabled()
    opened_records: list[str] = []
    screen.open_record.connect(opened_records.append)

    QTest.keyClicks(field, f" {code.shown.lower()} ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(cards(view)) == 1)
    assert cards(view)[0].startswith(f"{code.shown}: Đúng bản đang lưu. Giấy đúng với hồ sơ")
    open_it = next(one for one in view.findChildren(QPushButton) if one.text() == "Mở &hồ sơ")
    open_it.click()
    assert opened_records == [record]

    told: list[Told] = []
    failures.told.connect(told.append)
    field.setText(code.text[:-1])
    child(view, QPushButton, "check").click()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0].text.startswith("Đây không phải mã kiểm tra")
    assert len(cards(view)) == 1  # the last answer stays
