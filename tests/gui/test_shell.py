"""The whole program in its window: in, around, and out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)

from antq_desktop.errors import Refusal
from antq_desktop.gui import application
from antq_desktop.gui.common.message_bar import MessageBar
from antq_desktop.gui.entry.presenter import EntryScreen
from antq_desktop.gui.first_start.presenter import FirstStartPresenter
from antq_desktop.gui.first_start.view import FirstStartView
from antq_desktop.gui.records.presenter import RecordsScreen
from antq_desktop.gui.shell.listed import ENTRY, REGISTER
from antq_desktop.gui.unlock.presenter import UnlockPresenter
from antq_desktop.gui.unlock.view import UnlockView
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.looking import list_records
from antq_desktop.services.opening import open_workspace
from antq_desktop.settings import load_settings
from tests.gui.conftest import PASSPHRASE, USER, end, part, unlock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.gui.application import Desktop
    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.shell.desk import Desk
    from antq_desktop.paths import Paths

    Start = Callable[[Paths], Desktop]

MODELS = REGISTER + "movement_models"


def lines(desktop: Desktop, name: str) -> list[str]:
    """Return the rows of a list of the window, as a screen reader says them."""
    model = part(desktop.window.view, QListView, name).model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    indices = [model.index(row, 0) for row in range(model.rowCount())]
    return [str(index.data(spoken) or index.data()) for index in indices]


def trigger(desktop: Desktop, name: str) -> None:
    """Choose an entry of a menu; one that is greyed fails the test."""
    action = part(desktop.window.view, QAction, name)
    assert action.isEnabled(), name
    action.trigger()


def desk_of(desktop: Desktop) -> Desk:
    """Return the desk, which must be there."""
    assert desktop.window.desk is not None
    return desktop.window.desk


def message(desktop: Desktop) -> str:
    """Return what the message bar says, empty where it is hidden."""
    bar = desktop.window.view.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    return bar.accessibleName() if bar.isVisible() else ""


def settle(desktop: Desktop, qtbot: QtBot) -> None:
    """Wait for the answers to everything that was asked until now."""
    settled: list[bool] = []
    desktop.session.ask(lambda _: True, settled.append)
    qtbot.waitUntil(lambda: bool(settled))


def title(desktop: Desktop) -> str:
    """Return the title of the unlock screen."""
    views = [each for each in desktop.window.view.findChildren(UnlockView) if each.isVisible()]
    return part(views[0], QLabel, "title").text()


def test_the_first_start_ends_on_a_desk_with_sample_data(
    program: Start, home: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desktop = program(paths_for(home))
    first, view = desktop.window.front, desktop.window.view
    form = view.findChild(FirstStartView)
    assert isinstance(first, FirstStartPresenter)
    assert isinstance(form, FirstStartView)
    for name in ("secrets", "sample", "next"):
        part(view, QAbstractButton, name).click()
    part(view, QLineEdit, "unit").setText("nguyen ly")
    go_on = part(view, QAbstractButton, "next")
    qtbot.waitUntil(go_on.isEnabled)
    go_on.click()
    for name, text in (("name", USER), ("first", PASSPHRASE), ("second", PASSPHRASE)):
        part(view, QLineEdit, name).setText(text)
    go_on.click()
    qtbot.waitUntil(lambda: bool(first.secret))
    form.save_chosen.emit(str(tmp_path / "sheet.txt"))
    part(view, QLineEdit, "last").setText(first.secret[-4:])
    qtbot.waitUntil(go_on.isEnabled)
    go_on.click()
    qtbot.waitUntil(lambda: "hồ sơ mẫu để thực hành" in message(desktop), timeout=20_000)
    qtbot.waitUntil(lambda: any(one.endswith("24 1 nháp") for one in lines(desktop, "navigation")))
    assert part(view, QLabel, "practice").isVisible()


def test_the_desk_shows_registers_with_counts_and_the_status(
    unlocked: Start, commune: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(commune)
    qtbot.waitUntil(lambda: any("12 1 nháp" in line for line in lines(desktop, "navigation")))
    shown = lines(desktop, "navigation")
    assert "Nộp báo cáo" in shown
    assert "Kết nối với cơ quan nhận" in shown
    assert "Gói đến" not in shown
    assert part(desktop.window.view, QLabel, "user").text() == f"{USER} – Chỉ huy"
    labels = [label.text() for label in desktop.window.view.statusBar().findChildren(QLabel)]
    assert [text for text in labels if text.startswith("Lưu gần nhất") and text.endswith(USER)]


def test_a_new_unit_is_told_what_comes_before_submitting(
    unlocked: Start, commune: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(commune)
    assert desktop.window.desk is not None
    desktop.window.desk.go("submission")
    said = part(desktop.window.desk.screen("submission").widget, QLabel, "subtitle")
    qtbot.waitUntil(lambda: said.text().startswith("Chưa nộp được: làm bước Kết nối"))
    assert "danh bạ" not in message(desktop)


def test_an_office_has_its_own_screens(unlocked: Start, office: Paths) -> None:
    shown = lines(unlocked(office), "navigation")
    assert "Gói đến" in shown
    assert "Đơn vị và chứng thư" in shown
    # It may have an office above it too; what arrives comes first.
    assert shown.index("Gói đến") < shown.index("Nộp báo cáo")


@pytest.mark.parametrize("role", ["commune", "office"])
def test_every_screen_of_the_menu_comes_up_without_a_fault(
    role: str, unlocked: Start, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    desktop = unlocked(request.getfixturevalue(role))
    said: list[Told] = []
    desktop.failures.told.connect(said.append)
    desk = desk_of(desktop)
    keys: set[str] = set()
    for action in desktop.window.view.findChildren(QAction):
        if action.shortcut().toString()[-1:].isdigit():  # Ctrl+1 and so on
            action.trigger()
            keys.add(desk.current)
            assert desk.screen(desk.current).title
    assert len(keys) >= 5
    settle(desktop, qtbot)
    assert not [told for told in said if told.tone == "error"]


def without_a_name(window: QWidget) -> list[str]:
    """Return the controls that a screen reader could not name."""
    buddies = {label.buddy() for label in window.findChildren(QLabel) if label.buddy()}
    controls = (QLineEdit, QComboBox, QAbstractItemView, QPlainTextEdit, QAbstractButton)
    return [
        f"{type(each).__name__} {each.objectName()} in {type(each.parent()).__name__}"
        for each in window.findChildren(QWidget)
        if isinstance(each, controls)
        and each.isVisible()
        and each.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not each.accessibleName()
        and each not in buddies
        and not (isinstance(each, QAbstractButton) and each.text())
    ]


@pytest.mark.parametrize("role", ["commune", "office"])
def test_every_control_has_a_name(
    role: str, unlocked: Start, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    desktop = unlocked(request.getfixturevalue(role))
    desk = desk_of(desktop)
    nameless: set[str] = set()
    places = {"commune": ("submission", "enrolment"), "office": ("inbox", "authority")}
    for key in (MODELS, "figures", "health", *places[role]):
        desk.go(key)
        settle(desktop, qtbot)
        nameless |= {f"{key}: {one}" for one in without_a_name(desktop.window.view)}
    assert not nameless


def test_search_finds_without_marks_and_opens_the_record(
    unlocked: Start, commune: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(commune)
    view = desktop.window.view
    line = part(view, QLineEdit, "search")
    trigger(desktop, "actionSearch")
    line.setText("qqqqqq")
    qtbot.waitUntil(lambda: lines(desktop, "results") == ["Không tìm thấy hồ sơ nào."])
    line.setText("camera an ninh")
    qtbot.waitUntil(lambda: lines(desktop, "results")[0].startswith("Camera an ninh"))
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk_of(desktop).current == ENTRY)
    assert not part(view, QListView, "results").isVisible()


def test_from_list_to_entry_and_back(unlocked: Start, commune: Paths, qtbot: QtBot) -> None:
    desktop = unlocked(commune)
    desk = desk_of(desktop)
    desk.go(MODELS)
    records, entry = desk.screen(MODELS), desk.screen(ENTRY)
    assert isinstance(records, RecordsScreen)
    assert isinstance(entry, EntryScreen)
    records.new_record.emit("movement_models")
    qtbot.waitUntil(lambda: entry.form is not None)
    assert desk.current == ENTRY
    entry.widget.close_asked.emit()
    qtbot.waitUntil(lambda: desk.current == MODELS)


def test_lock_leaves_the_workspace_to_others_and_asks_again(
    unlocked: Start, commune: Paths, catalogue: Catalogue, qtbot: QtBot
) -> None:
    desktop = unlocked(commune)
    trigger(desktop, "actionLock")
    qtbot.waitUntil(lambda: isinstance(desktop.window.front, UnlockPresenter))
    assert desktop.window.desk is None
    assert not desktop.session.is_open
    with open_workspace(commune, USER, PASSPHRASE, catalogue, Clock()) as workspace:
        assert list_records(workspace, catalogue.by_name["movement_models"])
    unlock(desktop, qtbot)


def test_closing_the_window_closes_the_workspace_first(
    unlocked: Start, commune: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(commune)
    with qtbot.waitSignal(desktop.window.closed):
        assert not desktop.window.view.close()
    assert not desktop.session.is_open
    assert not desktop.window.view.isVisible()


def test_a_backup_that_fails_is_told_and_the_window_stays(
    unlocked: Start, commune: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(commune)
    with qtbot.waitSignal(desktop.session.changed):
        desktop.session.change(
            lambda workspace: workspace.store.journal.add(workspace.clock.stamp(), None, "test"),
            lambda _: None,
        )
    for old in commune.backups.iterdir():
        old.unlink()
    commune.backups.rmdir()
    commune.backups.write_text("not a folder", encoding="utf-8")
    trigger(desktop, "actionQuit")
    # A message about the unlock may stand there still: the screen tells when the close is over.
    qtbot.waitUntil(lambda: isinstance(desktop.window.front, UnlockPresenter))
    assert message(desktop) != ""
    assert not desktop.session.is_open


def test_who_failed_to_get_in_is_told_to_who_gets_in(
    program: Start, commune: Paths, qtbot: QtBot
) -> None:
    desktop = program(commune)
    line = part(desktop.window.view, QLineEdit, "passphrase")
    line.setText("sai")
    line.returnPressed.emit()
    qtbot.waitUntil(part(desktop.window.view, QLabel, "problem").isVisible)
    unlock(desktop, qtbot)
    qtbot.waitUntil(lambda: message(desktop).startswith("Từ lần mở trước có 1 lần nhập sai"))
    assert USER in message(desktop)


def test_the_language_changes_at_once_and_stays(
    unlocked: Start, commune: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(commune)
    trigger(desktop, "actionEnglish")
    qtbot.waitUntil(lambda: "Submit" in lines(desktop, "navigation"))
    assert part(desktop.window.view, QAction, "actionLock").text() == "&Lock"
    assert load_settings(commune.settings).settings.language == "en"
    assert load_settings(commune.settings).settings.last_user == USER
    trigger(desktop, "actionLock")
    qtbot.waitUntil(lambda: isinstance(desktop.window.front, UnlockPresenter))
    assert title(desktop) == "Unlock the workspace"
    trigger(desktop, "actionVietnamese")
    qtbot.waitUntil(lambda: title(desktop) == "Mở khóa sổ")


def test_looks_are_chosen_in_the_menu_and_kept(
    unlocked: Start, commune: Paths, qapp: QApplication
) -> None:
    desktop = unlocked(commune)
    trigger(desktop, "actionDark")
    assert desktop.theme.dark
    big = [
        a for a in desktop.window.view.findChildren(QAction) if a.text().replace("&", "") == "200 %"
    ]
    big[0].trigger()
    assert qapp.font().pointSizeF() == 20
    kept = load_settings(commune.settings).settings
    assert (kept.appearance, kept.text_percent) == ("dark", 200)
    assert big[0].isChecked()


def test_a_passphrase_that_was_handed_in_unlocks(
    commune: Paths, qapp: QApplication, catalogue: Catalogue, qtbot: QtBot
) -> None:
    desktop = application.build(qapp, commune, catalogue, Clock())
    desktop.window.begin(None, PASSPHRASE)
    qtbot.waitUntil(lambda: desktop.window.desk is not None)
    end(desktop, qtbot)


def test_without_a_display_it_says_so(
    commune: Paths, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(Refusal, match=r"window\.no_display"):
        application.run(commune, catalogue, Clock(), application.Start())
