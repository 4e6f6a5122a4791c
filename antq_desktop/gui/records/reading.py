"""Reads a list off the thread of the windows: its first rows, its order, its pages.

There is one question at a time. A newer one stops the work on the one before, and what still comes
back of that is dropped.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.gui.common.paged import PAGE
from antq_desktop.gui.common.paging import Paging
from antq_desktop.gui.common.timers import after
from antq_desktop.services.limits import limits_left
from antq_desktop.services.list_views import ListView, keep_view
from antq_desktop.services.listing import (
    close_list,
    columns_of,
    first_rows,
    open_list,
    place_of,
    places_in,
    read_rows,
    records_at,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from antq_desktop.domain.register import Register
    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.gui.failures import Failures
    from antq_desktop.gui.records.columns import Columns
    from antq_desktop.gui.records.model import Page, RecordsModel
    from antq_desktop.gui.session import Session
    from antq_desktop.services.listing import Listed
    from antq_desktop.services.workspace import Workspace

    MakeColumns = Callable[[tuple[str, ...], date], Columns]

_AROUND = 60
"""How many rows below the first one in view are read with a list."""

_PATIENCE = 400
"""Milliseconds after which it is said that a list is being read."""

_ABOVE = 6
"""How many rows above a record that was looked for are shown with it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person was in a list: the first row in view, the marked one, those selected."""

    top: int = 0
    marked: int = -1
    selected: tuple[int, ...] = ()
    record: str | None = None
    """The id of a record that is looked for, wherever it stands."""


@dataclass(frozen=True, slots=True)
class Found:
    """A list as it was read; ``listed`` is None where only its first rows are known yet."""

    view: ListView
    listed: Listed | None
    count: int
    columns: Columns
    pages: Mapping[int, Page]
    place: Place = field(default_factory=Place)
    unfinished: bool = False
    """Whether there may be more: limits are being made again, and the list is of those overdue."""


@dataclass(frozen=True, slots=True)
class _Question:
    """What a list is asked for; it is answered on the thread of the workspace."""

    register: Register
    view: ListView
    make: MakeColumns
    place: Place | None
    before: Listed | None
    stale: Callable[[], bool]

    def answer(self, workspace: Workspace, tell: Callable[[Found], None]) -> Found | None:
        """Read the list, after ``tell`` heard of its first rows; None where it is stale."""
        if self.stale():  # more was typed before this came to its turn
            return None
        keep_view(workspace, self.view)
        names = columns_of(workspace, self.register)
        columns = self.make(names, workspace.clock.today())
        wanted = self.view.wanted
        if self.place is None:
            rows = first_rows(workspace, wanted, names, PAGE, self.stale)
            if rows:
                page = [columns.shown(row) for row in rows]
                tell(Found(self.view, None, len(rows), columns, {0: page}))
        listed = open_list(workspace, wanted, self.stale)
        if listed is None:
            return None
        there = _same_place(workspace, self.before, listed, self.place)
        pages = _pages(workspace, listed, columns, there.top)
        unfinished = wanted.overdue and limits_left(workspace) is not None
        return Found(self.view, listed, listed.count, columns, pages, there, unfinished)


class Reading(QObject):
    """Asks for one list after another."""

    first_came = Signal(object)
    """A `Found` with the first rows of a long list; the list itself follows."""
    came = Signal(object)
    """A `Found`."""
    took_long = Signal()
    """A list that was asked for is not there yet, so that a person has begun to wait."""
    page_came = Signal(int)
    """The number of a page of the list that came last; its rows are in the model."""

    def __init__(
        self, session: Session, asking: Asking, failures: Failures, model: RecordsModel
    ) -> None:
        super().__init__()
        self._session, self._asking, self._failures = session, asking, failures
        self._paging = Paging(model, asking, failures, self.page_came.emit)
        self._asked = 0
        self._listed: Listed | None = None
        self._lent: list[Listed] = []
        self._wait = after(model, _PATIENCE, self.took_long.emit)  # it goes with the widget

    @property
    def listed(self) -> Listed | None:
        """The list that came last."""
        return self._listed

    def stop(self) -> None:
        """Drop what is still being read: it belongs to what was shown before."""
        self._asked += 1
        self._wait.stop()

    def read(
        self, register: Register, view: ListView, make: MakeColumns, place: Place | None
    ) -> None:
        """Ask for a list; with a ``place`` in the one before, that place is found in it again."""
        self._asked += 1
        asked = self._asked

        def stale() -> bool:
            return asked != self._asked

        self._wait.start()
        question = _Question(register, view, make, place, self._listed, stale)

        def tell(found: Found) -> None:
            self._session.post(lambda: None if stale() else self.first_came.emit(found))

        def done(found: Found | None) -> None:
            if found is not None:
                self._take(found, stale=stale())

        def failed(error: BaseException) -> None:
            self._wait.stop()
            self._failures.show(error)

        self._asking.ask(lambda workspace: question.answer(workspace, tell), done, failed)

    def lend(self, listed: Listed) -> None:
        """Keep a list for someone until he gives it back."""
        self._lent.append(listed)

    def give_back(self, listed: Listed) -> None:
        """Say that a list that was lent is needed no more."""
        self._lent.remove(listed)
        if listed is not self._listed:
            self._close(listed)

    def _take(self, found: Found, *, stale: bool) -> None:
        """Put a list in place of the one before; one that is stale is given up at once."""
        gone = found.listed if stale else self._listed
        if not stale:
            self._wait.stop()
            self._listed = found.listed
            self._page(found.listed, found.columns)
            self.came.emit(found)
        if gone is not None:
            self._close(gone)

    def _page(self, listed: Listed | None, columns: Columns) -> None:
        if listed is None:
            return

        def read(workspace: Workspace, page: int) -> Page:
            return _page(workspace, listed, columns, page)

        self._paging.begin(read)

    def _close(self, listed: Listed) -> None:
        if listed not in self._lent:
            self._asking.ask(lambda workspace: close_list(workspace, listed), lambda _: None)


def _same_place(
    workspace: Workspace, before: Listed | None, now: Listed, place: Place | None
) -> Place:
    """Return where a person is in the list of now who was at a place in the one before."""
    if place is not None and place.record is not None:
        row = place_of(workspace, now, place.record)
        return Place(max(row - _ABOVE, 0), row, record=place.record)
    if before is None or place is None:
        return Place()
    marked = records_at(workspace, before, [place.marked] if place.marked >= 0 else [])
    selected = records_at(workspace, before, place.selected)
    rows = places_in(workspace, now, [*marked, *selected])
    row = rows.get(marked[0], -1) if marked else -1
    moved = row - place.marked if row >= 0 else 0
    return Place(
        max(min(place.top + moved, now.count - 1), 0),
        row,
        tuple(rows[one] for one in selected if one in rows),
    )


def _pages(workspace: Workspace, listed: Listed, columns: Columns, top: int) -> dict[int, Page]:
    last = min(top + _AROUND, max(listed.count - 1, 0))
    wanted = sorted({0, top // PAGE, last // PAGE})
    return {page: _page(workspace, listed, columns, page) for page in wanted}


def _page(workspace: Workspace, listed: Listed, columns: Columns, page: int) -> Page:
    rows = read_rows(workspace, listed, page * PAGE, PAGE, columns.fields)
    return [columns.shown(row) for row in rows]


def spans_of(rows: Sequence[tuple[int, int]], count: int) -> list[tuple[int, int]]:
    """Return selected rows, (first, last) in any order, as (first, how many); all of them if few.

    One row alone is only marked: then every row of the list is meant.
    """
    spans = sorted((first, last - first + 1) for first, last in rows)
    return spans if sum(many for _, many in spans) > 1 else [(0, count)]
