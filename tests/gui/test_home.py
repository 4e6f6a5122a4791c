"""The overview on screen: what it says, what a screen reader hears, where its lines lead."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.gui.common.month_chart import Month, MonthChart
from antq_desktop.gui.common.table import Column, Row
from antq_desktop.gui.home.view import HomeView, Lines
from antq_desktop.gui.shell.listed import ENTRY, REGISTER
from antq_desktop.gui.shell.status import backup_words
from antq_desktop.services import limits
from antq_desktop.services.ages import age_of
from antq_desktop.services.clock import Clock
from antq_desktop.services.limits import bring_up_limits, limits_left
from antq_desktop.services.saving import add_records
from tests.gui.conftest import part, unlock
from tests.gui.test_shell import desk_of, settle

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.application import Desktop
    from antq_desktop.gui.entry.presenter import EntryScreen
    from antq_desktop.gui.home.presenter import HomePresenter
    from antq_desktop.gui.records.presenter import RecordsScreen
    from antq_desktop.gui.theme import Theme
    from antq_desktop.paths import Paths
    from antq_desktop.services.workspace import Workspace

    Start = Callable[[Paths], Desktop]

CELL_EDGES = 24
"""Pixels of a cell that no letter stands in."""


def late_reports(workspace: Workspace) -> None:
    """Enter reports of crime that should have been forwarded."""
    register = workspace.catalogue.by_name["crime_reports"]
    at = (workspace.clock.now() - timedelta(days=20)).isoformat(timespec="minutes")
    report = {
        "received_at": at,
        "received_by": "Cán bộ trực",
        "source_kind": "denunciation",
        "channel": "in_person",
        "origin_group": "people",
        "summary": "Mất trộm xe đạp",
        "secrecy_request": "none",
        "anonymous_letter": False,
        "event_from": at[:10],
        "event_place": "Chợ",
        "offence_field": "social_order",
        "urgency": "ordinary",
        "moves": [{"state": "received", "on": at}],
    }
    saved = add_records(workspace, register, [dict(report) for _ in range(7)])
    assert all(one.complete for one in saved)


def home_of(desktop: Desktop, qtbot: QtBot) -> HomePresenter:
    """Return the overview, read anew."""
    home = cast("HomePresenter", desk_of(desktop).screen("home"))
    with qtbot.waitSignal(home.came):
        desk_of(desktop).go("home")
        home.refresh()
    settle(desktop, qtbot)
    return home


def keys(lines: Lines) -> list[str]:
    """Return where the lines lead."""
    return [row.key for row in lines.rows]


def press(lines: Lines, key: str) -> None:
    """Go to a line and press Enter."""
    lines.table.selectRow(keys(lines).index(key))
    QTest.keyClick(lines.table, Qt.Key.Key_Return)


def cut(lines: Lines) -> list[str]:
    """Return the words that their cell has no room for."""
    table, found = lines.table, []
    for at, row in enumerate(lines.rows):
        for column, text in enumerate(row.cells):
            room = QRect(0, 0, table.columnWidth(column) - CELL_EDGES, 1000)
            words = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)
            if row.kind != "group" and words.height() > table.rowHeight(at):
                found.append(text)
    return found


def test_it_comes_first_and_every_line_leads_to_its_place(
    unlocked: Start, commune: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(commune)
    desk = desk_of(desktop)
    assert desk.current == "home"
    desktop.session.change(late_reports, lambda _: None)
    settle(desktop, qtbot)
    view = home_of(desktop, qtbot).widget
    titles = [row.cells[0] for row in view.limits.rows if row.kind == "group"]
    assert titles == ["Quá hạn: 7", "Hết hạn hôm nay: 0", "Trong 7 ngày tới: 0"]
    first = view.limits.rows[1]
    assert first.cells[2].endswith("quá 13 ngày")
    assert "TTLT 01/2017" in first.hint
    assert "(chưa xác minh)" in first.cells[1]
    draft = next(row for row in view.waiting.rows if row.key.startswith("record:"))
    assert draft.cells[1] == "Nháp"

    assert not [*cut(view.limits), *cut(view.waiting), *cut(view.books)]

    press(view.limits, first.key)
    entry = cast("EntryScreen", desk.screen(ENTRY))
    qtbot.waitUntil(lambda: desk.current == ENTRY and entry.form is not None)
    assert entry.form is not None
    assert f"record:{entry.form.data.record}#T2-T3" == first.key

    desk.go("home")
    press(view.limits, "overdue:crime_reports")
    records = cast("RecordsScreen", desk.screen(REGISTER + "crime_reports"))
    with qtbot.waitSignal(records.list_came):
        pass
    assert desk.current == REGISTER + "crime_reports"
    assert (records.model.rowCount(), records.widget.overdue) == (7, True)

    desk.go("home")
    press(view.waiting, "go:health")
    assert desk.current == "health"
    desk.go("home")
    (book,) = (key for key in keys(view.books) if key.endswith("crime_reports"))
    press(view.books, book)
    assert desk.current == "figures"


def test_limits_are_made_again_beside_everything_else_and_after_a_lock(
    unlocked: Start, commune: Paths, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The overview says that they are not all, the bottom line how far it is; nobody waits."""
    monkeypatch.setattr(limits, "BATCH", 1)
    desktop = unlocked(commune)
    desktop.session.change(late_reports, lambda _: None)
    settle(desktop, qtbot)
    said: list[str] = []
    locked: list[int] = []
    say = desktop.window.view.say_work

    def hear(text: str) -> None:
        say(text)
        said.append(text)
        if text and not locked:
            locked.append(len(said))
            desktop.window.lock()

    qtbot.waitUntil(lambda: not desktop.session.working)
    desktop.session.ask(limits_left, lambda _: None, aside=True)
    assert not desktop.session.working, "books would stay open where nobody is there"
    ended: list[None] = []
    desktop.session.ask(bring_up_limits, ended.append)
    qtbot.waitUntil(lambda: bool(ended))
    monkeypatch.setattr(desktop.window.view, "say_work", hear)
    desktop.session.ask(
        lambda workspace: workspace.store.limits.forget(),
        lambda _: desktop.session.changed.emit(),
    )
    qtbot.waitUntil(lambda: desktop.window.desk is None, timeout=60_000)
    assert locked == [len(said)]
    assert re.fullmatch(r"Đang tính lại thời hạn: \d+ / \d+ hồ sơ", said[-1])

    told: list[str] = []
    tell = HomeView.say_unfinished

    def listen(view: HomeView, text: str) -> None:
        tell(view, text)
        words = part(view, QLabel, "unfinished")
        told.append("" if words.isHidden() else words.text())

    monkeypatch.setattr(HomeView, "say_unfinished", listen)  # before the overview comes first
    unlock(desktop, qtbot)
    home = cast("HomePresenter", desk_of(desktop).screen("home"))
    qtbot.waitUntil(lambda: told[-1:] == [""], timeout=60_000)
    assert any("chưa đủ" in text for text in told)
    done = [int(re.findall(r"\d+", text)[0]) for text in said if text]
    assert done == sorted(set(done))
    assert len(done) > locked[0]
    assert said[-1] == ""
    assert home.widget.limits.rows[0].cells[0] == "Quá hạn: 7"


def test_a_screen_reader_hears_the_rule_and_the_numbers_of_a_chart(
    unlocked: Start, commune: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(commune)
    desktop.session.change(late_reports, lambda _: None)
    settle(desktop, qtbot)
    view = home_of(desktop, qtbot).widget
    view.limits.table.selectRow(1)
    assert view.limits.said.text().startswith("Chuyển nguồn tin")
    assert "theo TTLT 01/2017 Đ8.5a, b" in view.limits.said.text()
    chart = view.charts[0]
    assert chart.accessibleName() == "Nguồn tin về tội phạm theo tháng"
    said = chart.accessibleDescription().split("; ")
    assert len(said) == len(chart.months) == 12
    assert "chưa hết" in said[-1]
    assert sum(month.count or 0 for month in chart.months) == 7


def test_a_limit_passed_long_ago_is_read_without_scrolling(qtbot: QtBot, theme: Theme) -> None:
    """What is to be done goes on in a second line before the day is cut."""
    columns = (Column("Hồ sơ"), Column("Việc phải làm"), Column("Hạn", "chip"))
    cells = ("Đất đai", "Giải quyết khiếu nại lần hai", "22/01/2024 · quá 11.040 ngày")
    lines = Lines(theme, "limits", columns)
    qtbot.addWidget(lines)
    lines.show_rows("Thời hạn", [Row("a", cells, "error", hint=cells[1])])
    lines.resize(520, 200)
    lines.show()
    table = lines.table
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    assert table.rowHeight(0) == theme.row_height  # all has room in one line
    lines.resize(440, 200)
    qtbot.waitUntil(lambda: table.rowHeight(0) > theme.row_height)
    assert table.horizontalScrollBar().maximum() == 0
    assert table.columnWidth(2) >= table.sizeHintForColumn(2)


def test_a_backup_of_a_day_to_come_tells_of_the_clock() -> None:
    now = datetime(2024, 1, 15, 8, 0, tzinfo=ZONE)
    clock = Clock(system=lambda: now)
    for days in (-300, 1054):
        words, old = backup_words(age_of(clock, now - timedelta(days=days)))
        assert old
        assert "ngày trước" not in words
        assert words.endswith("máy ghi 15/01/2024: xem lại ngày giờ của máy")
    assert backup_words(age_of(clock, now - timedelta(days=8))) == (
        "Bản sao lưu: 8 ngày trước",
        True,
    )
    assert backup_words(age_of(clock, now)) == ("Bản sao lưu: 08:00 hôm nay", False)


def test_a_month_that_goes_on_differs_without_colours(qtbot: QtBot, theme: Theme) -> None:
    """On grey paper hatching is left, and the number above each column."""
    chart = MonthChart(theme)
    qtbot.addWidget(chart)
    chart.resize(240, 160)

    def grey(*, going: bool) -> QImage:
        chart.show_months("Thử", [Month("11/2026", 3, going=going)])
        return chart.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)

    whole, hatched = grey(going=False), grey(going=True)
    assert whole != hatched
    middle = whole.width() // 2, whole.height() // 2
    line = [hatched.pixelColor(middle[0], y).lightness() for y in range(middle[1], middle[1] + 20)]
    assert max(line) - min(line) > 100  # ink and paper by turns
