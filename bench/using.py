"""What a person at the window does, measured: how long it takes, and how long the window stalls."""

from __future__ import annotations

import resource
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar, cast

import click
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from antq_desktop.gui.application import build, spare_collector
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.demo import PASSPHRASE
from bench.watchdog import Watchdog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from PySide6.QtCore import QAbstractItemModel, SignalInstance

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.gui.shell.desk import Desk

    Done = Callable[[], bool]

Q = TypeVar("Q", bound=QObject)

PAUSE = 0.3
"""Seconds from the last letter after which a search has begun."""
_PULSE = 5  # milliseconds after which one looks again whether something is so
_EVERY = 1  # milliseconds between two looks of the watchdog
_DRAWN = 0.1  # seconds in which what was done is drawn
_PATIENCE = 3600.0  # seconds until what does not come is given up: a busy machine takes its time
_NOTCHES, _NOTCH = 150, 0.02  # of the wheel, and the seconds between two
_DRAGGED = 60  # places on the way of the bar that is dragged to the end
_KIB, _MIB = 1024, 1 << 20
HEADER = f"{'step':<30}{'first row':>11}{'whole':>11}{'bare':>10}{'ratio':>8}{'stall':>9}{'own':>7}"


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

    def beside(self, bare: float, *, of_first: bool = False) -> Step:
        """Return the step beside what the bare way takes."""
        return replace(self, bare=bare, of_first=of_first)


@contextmanager
def opened(home: Path, catalogue: Catalogue) -> Iterator[Desk]:
    """Give the window of a workspace as its user has it before him."""
    app = cast("QApplication", QApplication.instance() or QApplication(["bench"]))
    desktop = build(app, paths_for(home), catalogue, Clock())
    spare_collector(desktop.session)
    window, pulse = desktop.window, QTimer()
    pulse.start(_PULSE)
    window.view.resize(1366, 768)
    window.begin("bench", PASSPHRASE)
    until(lambda: window.desk is not None and bool(window.desk.current))
    until(lambda: not desktop.session.working)
    yield cast("Desk", window.desk)
    window.quit()
    until(lambda: not desktop.session.is_open)
    desktop.close()


class Using:
    """A person at a table of the window; ``there`` says whether the row in view has come."""

    def __init__(self, table: QTableView, clock: Callable[[], float], there: Done) -> None:
        self.table, self.clock, self._there = table, clock, there
        self.bar = table.verticalScrollBar()
        self._dog, self._timer = Watchdog(), QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._dog.beat)
        self._timer.start(_EVERY)

    def end(self) -> None:
        """Measure no more."""
        self._timer.stop()

    def scrolls(self) -> Iterator[Step]:
        """Turn the wheel, drag the bar to the end, turn the wheel there, jump to the middle."""
        yield self.does("wheel down", self._wheel)
        yield self.does("drag the bar to the end", self._drag)
        yield self.does("wheel at the end", self._wheel)
        middle = self.bar.maximum() // 2
        yield self.does("jump to the middle", lambda: self.bar.setValue(middle), self._there)

    @property
    def model(self) -> QAbstractItemModel:
        """What the table shows."""
        return self.table.model()

    def does(
        self,
        name: str,
        act: Callable[[], object],
        done: Done | None = None,
        since: SignalInstance | None = None,
    ) -> Step:
        """Do something, wait until it is ``done``, and tell how long that took.

        It is measured ``since`` a signal, where one is given: the pause after which a person has
        typed enough is meant so, and is no part of the answer.
        """
        reset: list[float] = []
        began: list[float] = []
        model = self.model
        links = [(model.modelReset, model.modelReset.connect(lambda: reset.append(self.clock())))]
        if since is not None:
            links.append((since, since.connect(lambda *_: began.append(self.clock()))))
        self._dog.begin()
        if since is None:
            began.append(self.clock())
        act()
        if done is not None:
            until(lambda: bool(began) and done())
        whole = self.clock() - began[-1]
        until_elapsed(_DRAWN)
        self._dog.beat()
        for signal, link in links:
            signal.disconnect(link)
        first = reset[0] - began[-1] if reset else whole
        return Step(name, first, whole, self._dog.longest, self._dog.own)

    def _wheel(self) -> None:
        port = self.table.viewport()
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
            until_elapsed(_NOTCH)
        until(self._there)

    def _drag(self) -> None:
        self.bar.setSliderDown(True)
        for place in range(1, _DRAGGED + 1):
            self.bar.setSliderPosition(self.bar.maximum() * place // _DRAGGED)
            until_elapsed(_NOTCH)
        self.bar.setSliderDown(False)
        until(self._there)


def part(widget: QWidget, kind: type[Q], name: str) -> Q:
    """Return a part of a screen by its name in the form."""
    found = widget.findChild(kind, name)
    if not isinstance(found, kind):
        raise SystemExit(name)
    return found


def _turn() -> None:
    """Sleep until there is something to do, as the program itself does; see `opened`."""
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def until(done: Done) -> None:
    """Let the window live until something is so; SystemExit where it never is."""
    given_up = perf_counter() + _PATIENCE
    while not done():
        _turn()
        if perf_counter() > given_up:
            raise SystemExit("the list did not come")


def until_elapsed(seconds: float) -> None:
    """Let the window live for so long."""
    end = perf_counter() + seconds
    until(lambda: perf_counter() >= end)


def peak() -> int:
    """Return the most memory that this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB // _MIB


def say_steps(steps: Iterable[Step]) -> None:
    """Print a line for each step in milliseconds, then the longest stall and the memory."""
    click.echo(HEADER)
    worst = Step("nothing", 0, 0, 0, 0)
    for one in steps:
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
