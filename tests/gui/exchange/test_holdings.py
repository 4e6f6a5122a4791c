"""The books of all units at an office: what lies there of whom, and the way to each list."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTableView

from antq_desktop.gui.shell.listed import REGISTER
from antq_desktop.paths import paths_for
from tests.gui.conftest import part, unlock
from tests.gui.exchange.conftest import child, submission, texts
from tests.unit.services.conftest import COMMUNE, OFFICE, PASSPHRASE, SECOND, coop
from tests.unit.services.exchange import take

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.application import Desktop
    from antq_desktop.gui.records.presenter import RecordsScreen
    from antq_desktop.paths import Paths
    from tests.unit.services.conftest import World

FIRST_NAME, SECOND_NAME = "Phường Quang Trung", "Phường Lương Khánh Thiện"
COOPS, MODELS = "hen_coops", "movement_models"


def choose(screen: QWidget, name: str, typed: str) -> QComboBox:
    """Type into a box of choices, and go on with Enter."""
    box = child(screen, QComboBox, name)
    line = cast("QLineEdit", box.lineEdit())
    line.selectAll()
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)
    return box


def test_an_office_finds_the_books_of_all_units_and_only_reads_them(
    world: World, program: Callable[[Paths], Desktop], qtbot: QtBot
) -> None:
    world.add(COMMUNE, coop("2023-07-07"))
    take(world, submission(world, COMMUNE, "DL-2023-Q4"), submission(world, SECOND, "DL-2023-Q4"))
    desktop = program(paths_for(world.home(OFFICE)))
    unlock(desktop, qtbot, PASSPHRASE)
    desk = desktop.window.desk
    assert desk is not None
    desk.go("holdings")
    screen = desk.screen("holdings").widget
    table, said = part(screen, QTableView, "holdings"), part(screen, QLabel, "said")
    qtbot.waitUntil(lambda: len(texts(table)) == 4)
    counted = {(row[0], row[1]): row[2:] for row in texts(table)}
    assert len({register for register, _ in counted}) == 2
    assert {unit for _, unit in counted} == {FIRST_NAME, SECOND_NAME}
    assert sorted(row[0] for row in counted.values()) == ["1", "1", "2", "3"]
    assert said.text() == "4 dòng · 7 hồ sơ, trong đó 0 đã hủy"

    part(screen, QLineEdit, "text").setText("quang trung")
    assert {row[1] for row in texts(table)} == {FIRST_NAME}
    assert said.text() == "2 dòng · 4 hồ sơ, trong đó 0 đã hủy"
    part(screen, QLineEdit, "text").setText("quang khanh")
    assert part(screen, QPushButton, "open").isEnabled() is False
    part(screen, QLineEdit, "text").clear()
    box = choose(screen, "unit", "quang tr")
    assert box.currentText() == FIRST_NAME
    choose(screen, "unit", "khong co don vi nay")
    assert box.currentText() == FIRST_NAME  # what is no choice changes nothing
    place = [row[2] for row in texts(table)].index("3")
    table.selectRow(place)

    records = cast("RecordsScreen", desk.screen(REGISTER + COOPS))
    with qtbot.waitSignal(records.list_came):
        part(screen, QPushButton, "open").click()
    listed = records.widget
    assert desk.current == REGISTER + COOPS
    assert part(listed, QLabel, "count").text() == "3 hồ sơ · đang lọc"
    assert part(listed, QLabel, "readOnly").isVisible()
    assert not part(listed, QPushButton, "void_").isEnabled()
    assert part(listed, QPushButton, "open").isEnabled()
    shown = part(listed, QTableView, "table")
    assert {row[1].split(" · ")[0] for row in texts(shown)} == {FIRST_NAME}
    with qtbot.waitSignal(records.list_came):
        choose(listed, "unit", "luong khanh")
    assert {row[1].split(" · ")[0] for row in texts(shown)} == {SECOND_NAME}
    assert part(listed, QLabel, "count").text() == "2 hồ sơ · đang lọc"
    with qtbot.waitSignal(records.list_came):
        choose(listed, "unit", "moi don vi")
    assert part(listed, QLabel, "count").text() == "5 hồ sơ"
    with qtbot.waitSignal(records.list_came):
        desk.go(REGISTER + MODELS)
    assert part(listed, QLabel, "readOnly").isVisible()
    assert not part(listed, QPushButton, "void_").isEnabled()
