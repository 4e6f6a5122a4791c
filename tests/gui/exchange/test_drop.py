"""A whole province in one drop: the bundles of all communes on the desk of one office.

Between March and July 2025 the police of the communes stood directly below that of the province:
98 of the 109 communes of the sample year were there then.

The real window takes them from one folder. What is measured is printed (``-s`` shows it): nothing
asserts on time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from time import perf_counter
from typing import TYPE_CHECKING, cast

import click
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QProgressBar, QPushButton, QTableView

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.periods import make_period
from antq_desktop.gui.application import build
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.consolidating import send_up
from antq_desktop.services.delivering import deliver
from antq_desktop.services.demo_commune import correct, enter
from antq_desktop.services.demo_figures import FAMILIES, count_year, differing
from antq_desktop.services.demo_stage import PASSPHRASE, Stage
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.published import PROVINCE, YEAR, load_published
from antq_desktop.services.reported import Asked, ReportState, who_reported
from antq_desktop.services.sample import Sample
from antq_desktop.services.sample_plan import plan_year
from bench.watchdog import Watchdog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.units import Unit
    from antq_desktop.gui.application import Desktop
    from antq_desktop.gui.inbox.presenter import InboxPresenter
    from antq_desktop.services.demo_figures import Lines

DAY = date(YEAR, 12, 31)
FEW, ALL = 12, 98
THEN = datetime(2025, 4, 15, 8, tzinfo=ZONE)
PATIENCE = 3_600_000
"""Milliseconds; a slow machine is no failure."""


@dataclass
class Seen:
    """What the window showed: most bundles counted, words of progress, and the longest stall."""

    most: int = 0
    left: str = ""
    stall: float = 0.0
    seconds: float = 0.0


def then() -> datetime:
    """Return the time on the PC of everybody."""
    return THEN


def carried(stage: Stage, communes: list[Unit]) -> tuple[Path, list[Lines]]:
    """Let every commune enter and sign its year; return what is brought, and what each counts."""
    counted: list[Lines] = []
    office = next(unit for unit in stage.units.valid(DAY) if unit.key.code == PROVINCE)
    plan = plan_year(communes, load_published(), 1)
    brought = stage.folder / "brought"
    brought.mkdir()
    periods = [make_period(family, YEAR) for family in FAMILIES]
    with stage.new(office, "office") as upper:
        for unit in communes:
            with stage.new(unit, "commune") as commune:
                stage.enrol(upper, commune)
                correct(commune, enter(commune, Sample(unit, YEAR, 0, 1), plan[unit.key]))
                deliver(commune, send_up(commune, periods, []), brought)
                counted.append(count_year(commune, YEAR))
    return brought, counted


def drop(desktop: Desktop, folder: Path) -> InboxPresenter:
    """Drop a folder on the inbox, as a hand does that lets go of the mouse."""
    desk = desktop.window.desk
    assert desk is not None
    desk.go("inbox")
    inbox = cast("InboxPresenter", desk.screen("inbox"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    inbox.view.dropEvent(event)
    return inbox


def watched(inbox: InboxPresenter, done: Callable[[], bool], qtbot: QtBot) -> Seen:
    """Wait until the window says that all is done, and note what it shows meanwhile."""
    seen, dog, began = Seen(), Watchdog(), perf_counter()
    bar = cast("QProgressBar", inbox.view.findChild(QProgressBar, "progress"))
    words = cast("QLabel", inbox.view.findChild(QLabel, "progressText"))

    def look() -> None:
        dog.beat()
        if bar.isVisible():
            seen.most = max(seen.most, bar.maximum())
        if "còn khoảng" in words.text():
            seen.left = words.text()

    timer = QTimer()
    timer.timeout.connect(look)
    dog.begin()
    timer.start(1)
    qtbot.waitUntil(done, timeout=PATIENCE)
    timer.stop()
    seen.stall, seen.seconds = dog.longest, perf_counter() - began
    return seen


@pytest.mark.parametrize("count", [FEW, ALL])
def test_one_drop_takes_in_the_year_of_all_communes(
    count: int, tmp_path: Path, qapp: QApplication, qtbot: QtBot, pytestconfig: pytest.Config
) -> None:
    if pytestconfig.getoption("--torture", default=None) is None:
        pytest.skip("minutes; make torture runs it")
    stage = Stage(tmp_path / "stage", load_catalogue(), Clock(then), lambda *_: None)
    stage.begin()
    province = next(unit for unit in stage.units.valid(DAY) if unit.key.code == PROVINCE)
    below = stage.units.below(province.key, DAY)
    leaves = [one for one in below if not stage.units.children(one.key, DAY)]
    communes = [one for one in leaves if one.valid_at(THEN.date())][:count]
    assert len(communes) == count
    folder, counted = carried(stage, communes)
    desktop = build(qapp, paths_for(stage.folder / PROVINCE), stage.catalogue, Clock(then))
    desktop.window.begin()
    line = cast("QLineEdit", desktop.window.view.findChild(QLineEdit, "passphrase"))
    line.setText(PASSPHRASE)
    line.returnPressed.emit()
    qtbot.waitUntil(lambda: desktop.window.desk is not None, timeout=PATIENCE)

    inbox = drop(desktop, folder)
    every = cast("QPushButton", inbox.view.findChild(QPushButton, "acceptAll"))
    bar = cast("QProgressBar", inbox.view.findChild(QProgressBar, "progress"))
    queue = cast("QTableView", inbox.view.findChild(QTableView, "queue"))
    history = cast("QTableView", inbox.view.findChild(QTableView, "history"))

    def rehearsed() -> bool:
        return queue.model().rowCount() == count and not bar.isVisible() and every.isVisible()

    looked = watched(inbox, rehearsed, qtbot)
    assert str(count) in every.text(), "every one of them may be taken"
    every.click()
    taken = watched(
        inbox, lambda: history.model().rowCount() == count and not bar.isVisible(), qtbot
    )
    for what, seen in (("rehearsed", looked), ("taken in", taken)):
        click.echo(f"{what}: {seen.seconds:.1f} s, longest stall {seen.stall * 1000:.0f} ms")
        assert seen.most == count, "progress counts all of them"
        assert seen.left, "and says how long it will take"
    ended: list[bool] = []
    desktop.window.closed.connect(lambda: ended.append(True))
    desktop.window.quit()
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE)
    desktop.close()
    full_and_equal(stage, communes, counted)


def full_and_equal(stage: Stage, communes: list[Unit], counted: list[Lines]) -> None:
    """Check the matrix, and the figures of the office against what all communes counted."""
    year = make_period("DL", YEAR)
    home = paths_for(stage.folder / PROVINCE)
    with open_workspace(home, None, PASSPHRASE, stage.catalogue, Clock(then)) as office:
        units = frozenset(one.key for one in communes)
        matrix = who_reported(office, Asked(periods=(year,), units=units))
        states = [row.cells[0].state for row in matrix.rows if row.unit.key in units]
        assert states == [ReportState.REPORTED] * len(communes)
        assert differing(count_year(office, YEAR, communes), counted) == set()
