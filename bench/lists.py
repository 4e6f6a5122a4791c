"""The stalls of a window while a list of any length is used, and the times of its answers."""

from __future__ import annotations

import resource
from dataclasses import dataclass, field
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar, cast

import click
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from antq_desktop.domain.vietnamese import fold
from antq_desktop.gui import records
from antq_desktop.gui.application import build
from antq_desktop.gui.screen import Context
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.demo import PASSPHRASE
from bench.lists_world import fill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from antq_desktop.gui.records.presenter import RecordsScreen
    from bench.lists_world import ListWorld

Q = TypeVar("Q", bound=QObject)

_EVERY = 1  # milliseconds between two looks of the watchdog
_DRAWN = 0.1  # seconds in which what was done is drawn
_PATIENCE = 600.0  # seconds until a list that does not come is given up
_KIB, _MIB = 1024, 1 << 20


@dataclass
class Watchdog:
    """Beats in the thread of the windows; what lies between two beats is a stall."""

    longest: float = 0.0
    _last: float = field(default_factory=perf_counter)

    def beat(self) -> None:
        """Look how long the last beat is past."""
        now = perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def begin(self) -> None:
        """Measure from now on."""
        self.longest, self._last = 0.0, perf_counter()


@dataclass(frozen=True, slots=True)
class Step:
    """What was done: seconds to the first row and to the whole, and the longest stall."""

    name: str
    first: float
    whole: float
    stall: float


def use_list(world: ListWorld) -> list[Step]:
    """Open the list of a book with the real screen, scroll, sort and filter it."""
    app = cast("QApplication", QApplication.instance() or QApplication(["bench"]))
    desktop = build(app, paths_for(world.folder / world.book.unit), world.catalogue, Clock())
    opened: list[object] = []
    desktop.session.open(paths_for(world.folder / world.book.unit), None, PASSPHRASE, opened.append)
    _until(lambda: bool(opened))
    screen = records.build(Context(desktop.session, desktop.theme, desktop.failures, "vi"))
    screen.widget.resize(1366, 768)
    screen.widget.show()
    QCoreApplication.processEvents()
    dog, timer = Watchdog(), QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(dog.beat)
    timer.start(_EVERY)
    steps = list(_steps(world, screen, dog))
    timer.stop()
    screen.widget.close()
    desktop.session.close(opened.clear)
    _until(lambda: not opened)
    desktop.close()
    return steps


def _steps(world: ListWorld, screen: RecordsScreen, dog: Watchdog) -> Iterator[Step]:
    table = part(screen, QTableView, "table")
    text = part(screen, QLineEdit, "text")
    bar = table.verticalScrollBar()

    def there() -> bool:
        return screen.model.shown(max(bar.value(), 0)) is not None

    def step(name: str, act: Callable[[], object], *, reads: bool = True) -> Step:
        return _measured(screen, dog, name, act, there if reads else None)

    def scroll() -> None:
        for place in range(21):
            bar.setValue(bar.maximum() * place // 20)
            _until(there)

    yield step("open", lambda: screen.show_register(world.book.register))
    yield step("scroll to the end", scroll, reads=False)
    yield step("jump to the middle", lambda: bar.setValue(bar.maximum() // 2), reads=False)
    yield step("select all", table.selectAll, reads=False)
    for column, name in enumerate(screen.model.columns.names):
        for again in ("", ", again"):
            way = Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder
            yield step(
                f"sort by {name}{again}",
                partial(screen.widget.table.sorted.emit, column, way),
            )
    typed = "truc ban" if world.book.role == "commune" else "tranh chap"

    def type_in() -> None:
        for end in range(1, len(typed) + 1):
            text.setText(typed[:end])
            _until_elapsed(0.08)

    yield step(f"filter: {fold(typed)}", type_in)
    yield step("clear the filter", text.clear)


def _measured(
    screen: RecordsScreen,
    dog: Watchdog,
    name: str,
    act: Callable[[], object],
    there: Callable[[], bool] | None,
) -> Step:
    """Do something; with ``there`` wait for a new list, and for the row in view."""
    came: list[float] = []
    reset: list[float] = []
    model = screen.model
    links = (
        (screen.list_came, screen.list_came.connect(lambda: came.append(perf_counter()))),
        (model.modelReset, model.modelReset.connect(lambda: reset.append(perf_counter()))),
    )
    dog.begin()
    began = perf_counter()
    act()
    if there is not None:
        _until(lambda: bool(came))
        _until(lambda: not screen.model.rowCount() or there())
    whole = perf_counter() - began
    _until_elapsed(_DRAWN)
    dog.beat()
    for signal, link in links:
        signal.disconnect(link)
    return Step(name, reset[0] - began if reset else whole, whole, dog.longest)


def part(screen: RecordsScreen, kind: type[Q], name: str) -> Q:
    """Return a part of the screen by its name in the form."""
    found = screen.widget.findChild(kind, name)
    if not isinstance(found, kind):
        raise SystemExit(name)
    return found


def _turn() -> None:
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)


def _until(done: Callable[[], bool]) -> None:
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


def bare_page(world: ListWorld) -> float:
    """Return the seconds of one page by index in the same file."""
    with world.open(world.folder / world.book.unit) as workspace:
        began = perf_counter()
        workspace.store.database.execute(
            "SELECT * FROM current WHERE register = ? AND draft = 0"
            " ORDER BY book_year DESC, book_number DESC LIMIT 100",
            [world.book.register],
        ).fetchall()
        return perf_counter() - began


def show(world: ListWorld) -> None:
    """Make the book, use its list, print a line for each step; times in milliseconds."""
    fill(world)
    page = bare_page(world)
    click.echo(
        f"list of a {world.book.role}, {world.size} records, {world.bytes / _MIB:.0f} MB;"
        f" a bare page by index {page * 1000:.1f} ms"
    )
    click.echo(
        f"{'step':<30}{'first row':>11}{'of bare':>9}{'whole list':>12}{'longest stall':>15}"
    )
    for one in use_list(world):
        times = f"{one.first * 1000:>11.1f}{one.first / page:>9.1f}{one.whole * 1000:>12.1f}"
        click.echo(f"{one.name:<30}{times}{one.stall * 1000:>15.1f}")
    click.echo(f"peak memory {peak()} MB")
