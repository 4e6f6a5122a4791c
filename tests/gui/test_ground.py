"""The ground of the windows: tasks, session, failures, theme, translation, parts of pages."""

from __future__ import annotations

import re
import threading
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.assets import asset
from antq_desktop.domain.problems import BadValue, Finding, ProblemsFound
from antq_desktop.errors import Fault, Refusal
from antq_desktop.gui.application import Catcher
from antq_desktop.gui.common.message_bar import MessageBar
from antq_desktop.gui.common.pages import set_kind
from antq_desktop.gui.failures import Told, told
from antq_desktop.gui.theme import DARK, LIGHT, Colours
from antq_desktop.gui.translation import Translation
from antq_desktop.services.looking import list_records
from antq_desktop.services.saving import void_record
from tests.gui.conftest import PASSPHRASE, USER
from tests.rules.sources import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.failures import Failures
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.session import Session
    from antq_desktop.gui.tasks import Tasks
    from antq_desktop.gui.theme import Appearance, Theme
    from antq_desktop.paths import Paths
    from antq_desktop.services.workspace import Workspace


def never(_: object) -> None:
    pytest.fail("this must not be called")


def fails() -> None:
    raise Refusal("store.missing")


def test_work_runs_elsewhere_and_its_result_comes_back_here_in_order(
    tasks: Tasks, qtbot: QtBot
) -> None:
    threads: list[tuple[int, bool]] = []
    here = threading.main_thread()
    for number in range(5):
        tasks.run(
            partial(lambda each: (each, threading.current_thread() is here), number),
            threads.append,
            never,
        )
    assert threads == []  # never inside the call
    qtbot.waitUntil(lambda: len(threads) == 5)
    assert threads == [(number, False) for number in range(5)]


def test_an_error_of_the_work_comes_back_as_an_error(tasks: Tasks, qtbot: QtBot) -> None:
    errors: list[BaseException] = []
    with qtbot.waitSignals([tasks.busy, tasks.busy]):
        tasks.run(fails, never, errors.append)
    assert [str(error) for error in errors] == ["store.missing()"]


def test_work_can_tell_how_far_it_is(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[int] = []

    def work() -> None:
        for number in range(3):
            tasks.post(partial(seen.append, number))

    tasks.run(work, lambda _: seen.append(99), never)
    qtbot.waitUntil(lambda: 99 in seen)
    assert seen == [0, 1, 2, 99]


def test_nothing_is_delivered_after_the_end(tasks: Tasks, qtbot: QtBot) -> None:
    tasks.run(lambda: None, never, never)
    tasks.close()
    tasks.run(lambda: None, never, never)
    qtbot.wait(1)


def test_a_session_opens_asks_changes_and_closes(
    commune: Paths, session: Session, qtbot: QtBot
) -> None:
    session.open(commune, USER, PASSPHRASE, lambda _: None)
    qtbot.waitUntil(lambda: session.is_open)
    assert session.about.head
    assert not session.about.office
    register = session.about.catalogue.by_name["movement_models"]
    found: list[str] = []
    session.ask(
        lambda workspace: [line.record for line in list_records(workspace, register)], found.extend
    )
    qtbot.waitUntil(lambda: len(found) == 13)
    with qtbot.waitSignal(session.changed):
        session.change(lambda ws: void_record(ws, found[0], reason="Nhập trùng"), lambda _: None)
    closed: list[bool] = []
    session.close(lambda: closed.append(True))
    qtbot.waitUntil(lambda: bool(closed))
    assert not session.is_open
    assert list(commune.backups.iterdir())
    with pytest.raises(Fault):
        _ = session.about


def test_a_wrong_passphrase_is_told_in_words(
    commune: Paths, session: Session, failures: Failures, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(failures.told) as heard:
        session.open(commune, USER, "sai mật khẩu", never)
    said = heard.args[0] if heard.args else None
    assert isinstance(said, Told)
    assert said.tone == "warning"
    assert "Mật khẩu" in said.text
    assert not session.is_open


def test_what_is_asked_while_it_closes_is_passed_over(
    commune: Paths, session: Session, qtbot: QtBot
) -> None:
    session.open(commune, USER, PASSPHRASE, lambda _: None)
    qtbot.waitUntil(lambda: session.is_open)
    closed: list[bool] = []
    session.close(lambda: closed.append(True))
    session.ask(lambda _: None, never)
    qtbot.waitUntil(lambda: bool(closed))
    session.ask(lambda _: None, never)
    session.open(commune, USER, PASSPHRASE, lambda _: None)
    qtbot.waitUntil(lambda: session.is_open)
    answers: list[int] = []
    session.ask(lambda workspace: workspace.began, answers.append)
    qtbot.waitUntil(lambda: bool(answers))


def test_answers_to_screens_that_are_gone_are_dropped(
    commune: Paths, session: Session, qtbot: QtBot
) -> None:
    session.open(commune, USER, PASSPHRASE, lambda _: None)
    qtbot.waitUntil(lambda: session.is_open)
    session.ask(lambda _: None, never)
    session.ask(lambda _: fails(), never, never)
    session.forget()
    answers: list[int] = []
    session.ask(lambda workspace: workspace.began, answers.append)
    qtbot.waitUntil(lambda: bool(answers))


@pytest.mark.logs_warnings
def test_asking_a_closed_session_is_our_fault(
    session: Session, failures: Failures, qtbot: QtBot
) -> None:
    def work(workspace: Workspace) -> int:
        return workspace.began

    with qtbot.waitSignal(failures.told) as heard:
        session.ask(work, never)
    assert heard.args
    assert heard.args[0].tone == "error"


def test_problems_are_told_one_a_line() -> None:
    problems = [BadValue("records.unknown", id="x").at("name")]
    error = ProblemsFound("records.unknown", [Finding(tuple(problems), line=3)], id="x")
    said = told(error, "vi")
    assert [line.split(":")[:2] for line in said.details] == [["3", " name"]]


@pytest.mark.logs_warnings
def test_an_error_that_is_ours_gets_a_reference_and_keeps_its_text_to_itself() -> None:
    said = told(ValueError("Nguyễn Văn An 000123456789"), "vi")
    assert said.tone == "error"
    assert "An" not in said.text + said.action


def test_the_message_bar_folds_details_and_shows_text_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    bar.tell(Told("<b>Hỏng</b>", "Thử lại.", ("dòng 1", "dòng 2"), "warning"))
    bar.show()
    more = bar.findChild(QPushButton)
    assert more is not None
    assert more.isVisible()
    shown = [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]
    assert "<b>Hỏng</b>" in shown
    assert "dòng 1\ndòng 2" not in shown
    more.click()
    assert bar.accessibleName() == "<b>Hỏng</b> Thử lại."


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 counts it."""

    def light(colour: str) -> float:
        parts = QColor(colour)
        rgb = (parts.redF(), parts.greenF(), parts.blueF())
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dim = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_all_text_can_be_read(colours: Colours) -> None:
    shades = asdict(colours)
    plain = ("window", "base", "raised", "accent_soft")
    pairs = [(text, behind) for text in ("text", "muted") for behind in plain]
    pairs += [(tone, f"{tone}_soft") for tone in ("done", "info", "warning", "error", "neutral")]
    pairs += [("text", f"{tone}_soft") for tone in ("done", "info", "warning", "error", "neutral")]
    pairs += [("accent_text", "accent"), ("text", "line")]  # a button that is pressed
    pairs += [
        (tone, behind)
        for tone in ("accent", "done", "info", "warning", "error")
        for behind in ("window", "base")
    ]
    assert not [pair for pair in pairs if contrast(shades[pair[0]], shades[pair[1]]) < 4.5]
    # The frame of a field, the handle of a scroll bar, what has the keyboard.
    frames = [(frame, behind) for frame in ("accent", "edge") for behind in plain]
    assert not [pair for pair in frames if contrast(shades[pair[0]], shades[pair[1]]) < 3]
    rules = asset("styles", "desktop.qss").read_text(encoding="utf-8")
    assert "QScrollBar::handle { background: @edge@;" in rules


@pytest.mark.parametrize("appearance", ["light", "dark"])
@pytest.mark.parametrize("percent", [100, 200])
def test_it_can_be_seen_where_a_control_is_and_what_is_ticked(
    appearance: Appearance, percent: int, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_appearance(appearance)
    theme.set_text_percent(percent)
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    kinds: list[QWidget] = [QCheckBox(), QRadioButton(), QLineEdit(), QComboBox(), QPushButton()]
    for each in kinds:
        column.addWidget(each)
    page.show()
    for each in kinds:
        assert strongest(each, theme) >= 3, each
    for each in kinds[:2]:
        assert isinstance(each, QCheckBox | QRadioButton)
        before = each.grab().toImage()
        each.setChecked(True)
        assert strongest(each, theme) >= 3
        assert each.grab().toImage() != before
        each.setEnabled(False)
        assert strongest(each, theme) >= 3
    theme.set_text_percent(100)
    theme.set_appearance("light")


def strongest(widget: QWidget, theme: Theme) -> float:
    """Return the best contrast to the window in the middle row: its frame, or what is in it."""
    drawn = widget.grab().toImage()
    row, window = drawn.height() // 2, theme.colours.window
    return max(contrast(drawn.pixelColor(x, row).name(), window) for x in range(drawn.width()))


def test_the_theme_changes_palette_text_and_icons(theme: Theme, qapp: QApplication) -> None:
    button = QPushButton()
    theme.dress(button, "lock")
    light = button.icon().cacheKey()
    theme.set_appearance("dark")
    assert theme.dark
    dark = button.icon().cacheKey()
    assert dark != light
    set_kind(button, "primary")
    assert button.icon().cacheKey() != dark  # as its words, it stands on the accent now
    theme.set_text_percent(200)
    assert qapp.font().pointSizeF() == 20
    assert theme.row_height == 56
    theme.set_text_percent(100)
    theme.set_appearance("light")
    assert not re.findall(r"@[a-z_]+@", qapp.styleSheet())


def test_every_icon_is_drawn(theme: Theme) -> None:
    names = [path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")]
    assert len(names) > 30
    for name in names:
        drawn = theme.picture(name, 20).toImage()
        alphas = {drawn.pixelColor(x, y).alpha() for x in range(20) for y in range(20)}
        assert max(alphas) > 100, name


def test_numbers_follow_the_language(qapp: QApplication) -> None:
    translation = Translation(qapp)
    translation.use("en")
    assert QLocale().toString(1234) == "1,234"
    translation.use("vi")
    assert QLocale().toString(1234) == "1.234"
    assert QCoreApplication.translate("Unlock", "Mở khóa sổ") == "Mở khóa sổ"


def test_an_error_that_nobody_caught_reaches_the_window(qtbot: QtBot) -> None:
    caught: list[BaseException] = []
    catcher = Catcher(caught.append)
    error = ValueError()
    worker = threading.Thread(target=catcher.catch, args=(ValueError, error, None))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: caught == [error])


def test_a_screen_gets_what_it_is_built_with(
    context: Callable[[Paths], Context], office: Paths
) -> None:
    made = context(office)
    assert made.session.about.office
    assert made.session.about.unit.key.code == "347"
