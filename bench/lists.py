"""The stalls of the window while a list of any length is used, and the times of its answers.

Each answer stands beside that of a bare query of the same file in the same run: what asks for a
list beside a page by index, a filter beside count and page of the same words, a search beside the
bare search, an export beside a bare CSV of the same rows.
"""

from __future__ import annotations

from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, cast

import click
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton, QTableView

from antq_desktop.gui.shell.listed import REGISTER
from antq_desktop.services.limits import limits_left
from bench.lists_bare import measure_bare
from bench.lists_world import fill
from bench.using import PAUSE, Using, opened, part, say_steps, until, until_elapsed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtCore import SignalInstance

    from antq_desktop.gui.records.presenter import RecordsScreen
    from antq_desktop.gui.shell.desk import Desk
    from antq_desktop.gui.shell.view import MainView
    from antq_desktop.services.limits import Progress
    from bench.lists_bare import Baselines
    from bench.lists_world import ListWorld
    from bench.using import Step

_LETTER = 0.08  # seconds between two letters of somebody who types fast
_EXPORTED = 3.0  # seconds after which the export of everything is stopped
_MIB = 1 << 20


class Use(Using):
    """A person at the list of a book; each step is measured."""

    def __init__(
        self, world: ListWorld, desk: Desk, bare: Baselines, clock: Callable[[], float]
    ) -> None:
        self._world, self._desk, self._bare = world, desk, bare
        self._key = REGISTER + world.book.register
        self._screen = cast("RecordsScreen", desk.screen(self._key))
        super().__init__(part(self._screen.widget, QTableView, "table"), clock, self._in_view)

    def steps(self) -> Iterator[Step]:
        """Open the list, scroll, sort, filter, search and export.

        Before that all limits are made again, as after an update.
        """
        yield self.does("limits in the background", lambda: None, self._limits_stand)
        yield self._lists("open", lambda: self._desk.go(self._key))
        yield from self.scrolls()
        yield self.does("select all", self.table.selectAll)
        yield self.does("export all, then stop", self._export_and_stop)
        yield from self._sorts()
        yield from self._filters()
        yield from self._searches()
        self.end()

    def _sorts(self) -> Iterator[Step]:
        header = self.table.horizontalHeader()
        ways = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
        for column, name in enumerate(self._screen.model.columns.names):
            for way, again in zip(ways, ("", ", again"), strict=True):
                sort = partial(header.setSortIndicator, column, way)
                yield self._lists(f"sort by {name}{again}", sort)
        by_book = partial(header.setSortIndicator, 0, Qt.SortOrder.DescendingOrder)
        yield self._lists("in the order of the book", by_book)

    def _filters(self) -> Iterator[Step]:
        for name in ("period", "state", "unit"):
            box = part(self._screen.widget, QComboBox, name)
            if box.count() > 1:
                yield self._lists(f"filter: {name}", partial(box.setCurrentIndex, 1))
                yield self._lists("open it again", partial(box.setCurrentIndex, 0))
        text, typed = part(self._screen.widget, QLineEdit, "text"), self._world.book.typed
        asked = self._screen.widget.filtered
        for end in range(1, len(typed) + 1):
            act = partial(text.setText, typed[:end])
            step = self._lists(f"filter: {typed[:end]}", act, asked)
            yield step.beside(self._bare.filters[typed[:end]])
        step = self.does("export what is filtered", self._export, self._exported)
        yield step.beside(self._bare.export)
        yield self._lists("clear the filter", text.clear)
        yield self._lists("filter, typed fast", partial(self._type, text, typed), asked)
        yield self._lists("clear the filter", text.clear)

    def _searches(self) -> Iterator[Step]:
        window = self._screen.widget.window()
        search = window.findChild(QLineEdit, "search")
        if not isinstance(search, QLineEdit):
            raise SystemExit("there is no search box")
        search.setFocus()

        def quiet() -> bool:
            return not self._desk.context.session.working

        for end in range(1, len(self._world.book.typed) + 1):
            letters = self._world.book.typed[:end]
            asked = cast("MainView", window).search.asked
            step = self.does(f"search: {letters}", partial(search.setText, letters), quiet, asked)
            yield step.beside(self._bare.searches[letters])

    def _limits_stand(self) -> bool:
        """Say whether all limits are made; ask no more often than somebody would look."""
        until_elapsed(PAUSE)
        left: list[Progress | None] = []
        self._desk.context.session.ask(limits_left, left.append)
        until(lambda: bool(left))
        return left == [None]

    def _in_view(self) -> bool:
        return self._screen.model.shown(max(self.bar.value(), 0)) is not None

    def _lists(
        self, name: str, act: Callable[[], object], since: SignalInstance | None = None
    ) -> Step:
        """Do something that asks for another list, and wait for it and for the row in view."""
        came: list[bool] = []
        link = self._screen.list_came.connect(lambda: came.append(True))

        def done() -> bool:
            return bool(came) and (not self._screen.model.rowCount() or self._in_view())

        step = self.does(name, act, done, since)
        self._screen.list_came.disconnect(link)
        return step.beside(self._bare.page, of_first=True)

    def _type(self, text: QLineEdit, typed: str) -> None:
        for end in range(1, len(typed) + 1):
            text.setText(typed[:end])
            until_elapsed(_LETTER)

    @property
    def _target(self) -> Path:
        return self._world.folder / f"{self._world.book.unit}.csv"

    def _export(self) -> None:
        self._target.unlink(missing_ok=True)
        part(self._screen.widget, QPushButton, "export").click()
        dialog = self._screen.widget.findChild(QFileDialog)
        if not isinstance(dialog, QFileDialog):
            raise SystemExit("nothing can be exported")
        dialog.fileSelected.emit(str(self._target))
        dialog.close()

    def _exported(self) -> bool:
        return self._target.exists()

    def _export_and_stop(self) -> None:
        self._export()
        until_elapsed(_EXPORTED)
        button = part(self._screen.widget, QPushButton, "export")
        if button.text().startswith("Dừng"):
            button.click()
        until(lambda: not self._desk.context.session.working)


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
    with opened(world.folder / world.book.unit, world.catalogue) as desk:
        say_steps(Use(world, desk, bare, clock).steps())
