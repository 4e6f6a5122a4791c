"""The stalls of the window while a list of any length is used, and the times of its answers.

Each answer stands beside that of a bare query of the same file in the same run: what asks for a
list beside a page by index, a filter beside count and page of the same words, a search beside the
bare search, an export beside a bare CSV of the same rows.
"""

from __future__ import annotations

import resource
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar, cast

import click
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QTableView,
)

from antq_desktop.gui.application import build, spare_collector
from antq_desktop.gui.shell.listed import REGISTER
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.demo import PASSPHRASE
from antq_desktop.services.limits import limits_left
from bench.lists_bare import measure_bare
from bench.lists_world import fill
from bench.watchdog import Watchdog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from antq_desktop.gui.records.presenter import RecordsScreen
    from antq_desktop.gui.shell.desk import Desk
    from antq_desktop.gui.shell.view import MainView
    from antq_desktop.services.limits import Progress
    from bench.lists_bare import Baselines
    from bench.lists_world import ListWorld

    Done = Callable[[], bool]

Q = TypeVar("Q", bound=QObject)

_PULSE = 5  # milliseconds after which one looks again whether something is so
_EVERY = 1  # milliseconds between two looks of the watchdog
_DRAWN = 0.1  # seconds in which what was done is drawn
_PATIENCE = 600.0  # seconds until a list that does not come is given up
_LETTER = 0.08  # seconds between two letters of somebody who types fast
_PAUSE = 0.3  # seconds from the last letter after which the search has begun
_NOTCHES, _NOTCH = 150, 0.02  # of the wheel, and the seconds between two
_DRAGGED = 60  # places on the way of the bar that is dragged to the end
_EXPORTED = 3.0  # seconds after which the export of everything is stopped
_KIB, _MIB = 1024, 1 << 20


@dataclass(frozen=True, slots=True)
class Step:
    """What was done: seconds to the first row and to the whole, and the longest stalls.

    ``bare`` is what the bare way takes to the ``whole`` or, with a page, to the first row; 0 where
    nothing is like it.
    """

    name: str
    first: float
    whole: float
    stall: float
    own: float
    bare: float = 0.0
    of_first: bool = False

    @property
    def ratio(self) -> float:
        """How many times as long as the bare way it took; 0 without one."""
        return (self.first if self.of_first else self.whole) / self.bare if self.bare else 0.0


@contextmanager
def opened(world: ListWorld) -> Iterator[Desk]:
    """Give the window of a book as its user has it before him."""
    app = cast("QApplication", QApplication.instance() or QApplication(["bench"]))
    desktop = build(app, paths_for(world.folder / world.book.unit), world.catalogue, Clock())
    spare_collector(desktop.session)
    window, pulse = desktop.window, QTimer()
    pulse.start(_PULSE)
    window.view.resize(1366, 768)
    window.begin("bench", PASSPHRASE)
    _until(lambda: window.desk is not None and bool(window.desk.current))
    _until(lambda: not desktop.session.working)
    yield cast("Desk", window.desk)
    window.quit()
    _until(lambda: not desktop.session.is_open)
    desktop.close()


class Use:
    """A person at the list of a book; each step is measured."""

    def __init__(
        self, world: ListWorld, desk: Desk, bare: Baselines, clock: Callable[[], float]
    ) -> None:
        self._world, self._desk, self._bare, self._clock = world, desk, bare, clock
        self._key = REGISTER + world.book.register
        self._screen = cast("RecordsScreen", desk.screen(self._key))
        self._table = self._part(QTableView, "table")
        self._bar = self._table.verticalScrollBar()
        self._dog, self._timer = Watchdog(), QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._dog.beat)
        self._timer.start(_EVERY)

    def steps(self) -> Iterator[Step]:
        """Open the list, scroll, sort, filter, search and export.

        Before that all limits are made again, as after an update.
        """
        yield self._does("limits in the background", lambda: None, self._limits_stand)
        yield self._lists("open", lambda: self._desk.go(self._key))
        yield self._does("wheel down", self._wheel)
        yield self._does("drag the bar to the end", self._drag)
        yield self._does("wheel at the end", self._wheel)
        middle = self._bar.maximum() // 2
        yield self._does("jump to the middle", lambda: self._bar.setValue(middle), self._there)
        yield self._does("select all", self._table.selectAll)
        yield self._does("export all, then stop", self._export_and_stop)
        yield from self._sorts()
        yield from self._filters()
        yield from self._searches()
        self._timer.stop()

    def _sorts(self) -> Iterator[Step]:
        header = self._table.horizontalHeader()
        ways = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
        for column, name in enumerate(self._screen.model.columns.names):
            for way, again in zip(ways, ("", ", again"), strict=True):
                sort = partial(header.setSortIndicator, column, way)
                yield self._lists(f"sort by {name}{again}", sort)

    def _filters(self) -> Iterator[Step]:
        for name in ("period", "state", "unit"):
            box = self._part(QComboBox, name)
            if box.count() > 1:
                yield self._lists(f"filter: {name}", partial(box.setCurrentIndex, 1))
                yield self._lists("open it again", partial(box.setCurrentIndex, 0))
        text, typed = self._part(QLineEdit, "text"), self._world.book.typed
        for end in range(1, len(typed) + 1):
            step = self._lists(f"filter: {typed[:end]}", partial(text.setText, typed[:end]))
            yield replace(step, bare=self._bare.filters[typed[:end]], of_first=False)
        step = self._does("export what is filtered", self._export, self._exported)
        yield replace(step, bare=self._bare.export)
        yield self._lists("clear the filter", text.clear)
        yield self._lists("filter, typed fast", partial(self._type, text, typed))
        yield self._lists("clear the filter", text.clear)

    def _searches(self) -> Iterator[Step]:
        window = self._screen.widget.window()
        search = window.findChild(QLineEdit, "search")
        if not isinstance(search, QLineEdit):
            raise SystemExit("there is no search box")
        search.setFocus()
        for end in range(1, len(self._world.book.typed) + 1):
            letters = self._world.book.typed[:end]
            bare = self._bare.searches[letters]
            yield replace(self._searched(f"search: {letters}", search, letters), bare=bare)

    def _searched(self, name: str, search: QLineEdit, letters: str) -> Step:
        """Type, and measure from when the search begins: that it waits for a pause is meant so."""
        began: list[float] = []
        asked = cast("MainView", self._screen.widget.window()).search.asked
        link = asked.connect(lambda _: began.append(self._clock()))
        ended: list[float] = []

        def found() -> bool:
            if began and not self._desk.context.session.working:
                ended.append(self._clock())
            return bool(ended)

        step = self._does(name, partial(search.setText, letters), found)
        asked.disconnect(link)
        return replace(step, first=ended[0] - began[0], whole=ended[0] - began[0])

    def _limits_stand(self) -> bool:
        """Say whether all limits are made; ask no more often than somebody would look."""
        _until_elapsed(_PAUSE)
        left: list[Progress | None] = []
        self._desk.context.session.ask(limits_left, left.append)
        _until(lambda: bool(left))
        return left == [None]

    def _there(self) -> bool:
        return self._screen.model.shown(max(self._bar.value(), 0)) is not None

    def _lists(self, name: str, act: Callable[[], object]) -> Step:
        """Do something that asks for another list, and wait for it and for the row in view."""
        came: list[bool] = []
        link = self._screen.list_came.connect(lambda: came.append(True))

        def done() -> bool:
            return bool(came) and (not self._screen.model.rowCount() or self._there())

        step = self._does(name, act, done)
        self._screen.list_came.disconnect(link)
        return replace(step, bare=self._bare.page, of_first=True)

    def _does(self, name: str, act: Callable[[], object], done: Done | None = None) -> Step:
        reset: list[float] = []
        model = self._screen.model
        link = model.modelReset.connect(lambda: reset.append(self._clock()))
        self._dog.begin()
        began = self._clock()
        act()
        if done is not None:
            _until(done)
        whole = self._clock() - began
        _until_elapsed(_DRAWN)
        self._dog.beat()
        model.modelReset.disconnect(link)
        first = reset[0] - began if reset else whole
        return Step(name, first, whole, self._dog.longest, self._dog.own)

    def _wheel(self) -> None:
        port = self._table.viewport()
        middle = QPointF(port.rect().center())
        for _ in range(_NOTCHES):
            turned = QWheelEvent(
                middle,
                QPointF(port.mapToGlobal(middle.toPoint())),
                QPoint(),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QCoreApplication.sendEvent(port, turned)
            _until_elapsed(_NOTCH)
        _until(self._there)

    def _drag(self) -> None:
        self._bar.setSliderDown(True)
        for place in range(1, _DRAGGED + 1):
            self._bar.setSliderPosition(self._bar.maximum() * place // _DRAGGED)
            _until_elapsed(_NOTCH)
        self._bar.setSliderDown(False)
        _until(self._there)

    def _type(self, text: QLineEdit, typed: str) -> None:
        for end in range(1, len(typed) + 1):
            text.setText(typed[:end])
            _until_elapsed(_LETTER)

    @property
    def _target(self) -> Path:
        return self._world.folder / f"{self._world.book.unit}.csv"

    def _export(self) -> None:
        self._target.unlink(missing_ok=True)
        self._part(QPushButton, "export").click()
        dialog = self._screen.widget.findChild(QFileDialog)
        if not isinstance(dialog, QFileDialog):
            raise SystemExit("nothing can be exported")
        dialog.fileSelected.emit(str(self._target))
        dialog.close()

    def _exported(self) -> bool:
        return self._target.exists()

    def _export_and_stop(self) -> None:
        self._export()
        _until_elapsed(_EXPORTED)
        button = self._part(QPushButton, "export")
        if button.text().startswith("Dừng"):
            button.click()
        _until(lambda: not self._desk.context.session.working)

    def _part(self, kind: type[Q], name: str) -> Q:
        """Return a part of the screen by its name in the form."""
        found = self._screen.widget.findChild(kind, name)
        if not isinstance(found, kind):
            raise SystemExit(name)
        return found


def _turn() -> None:
    """Sleep until there is something to do, as the program itself does; see `opened`."""
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _until(done: Done) -> None:
    until = perf_counter() + _PATIENCE
    while not done():
        _turn()
        if perf_counter() > until:
            raise SystemExit("the list did not come")


def _until_elapsed(seconds: float) -> None:
    until = perf_counter() + seconds
    _until(lambda: perf_counter() >= until)


def peak() -> int:
    """Return the most memory that this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB // _MIB


def show(world: ListWorld, clock: Callable[[], float] = perf_counter) -> None:
    """Make the book, use its list, print a line for each step; times in milliseconds.

    With the time of the processor as ``clock`` it counts what all threads worked; stalls are always
    those of the clock.
    """
    fill(world)
    bare = measure_bare(world, clock)
    click.echo(
        f"list of a {world.book.role}, {world.size} records, {world.bytes / _MIB:.0f} MB;"
        f" a bare page by index {bare.page * 1000:.1f} ms; stalls: the longest, and what of it is"
        " not the wait for a processor"
    )
    click.echo(
        f"{'step':<30}{'first row':>11}{'whole':>11}{'bare':>10}{'ratio':>8}{'stall':>9}{'own':>7}"
    )
    worst = Step("the worst", 0, 0, 0, 0)
    with opened(world) as desk:
        for one in Use(world, desk, bare, clock).steps():
            click.echo(line_of(one))
            worst = max(worst, one, key=lambda step: step.own)
    click.echo(f"longest stall of our own {worst.own * 1000:.1f} ms ({worst.name}), goal 50")
    click.echo(f"peak memory {peak()} MB")


def line_of(step: Step) -> str:
    """Return a line of the table; the ratio is that of the first row where its goal is so."""
    bare = f"{step.bare * 1000:>10.1f}{step.ratio:>8.2f}" if step.bare else f"{'–':>10}{'–':>8}"
    return (
        f"{step.name:<30}{step.first * 1000:>11.1f}{step.whole * 1000:>11.1f}{bare}"
        f"{step.stall * 1000:>9.1f}{step.own * 1000:>7.1f}"
    )
