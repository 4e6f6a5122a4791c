"""Coming back after a crash: where the person is, is kept every 2 s and gone to at the next start.

What he types is kept by the forms themselves; this is the screen, the form, the field, the cursor,
the marked row. The filter of a list is kept with the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer

from antq_desktop.gui.entry.spots import go_to, spot_of
from antq_desktop.gui.shell.listed import ENTRY, MANY, REGISTER
from antq_desktop.services.unsaved import unsaved_forms
from antq_desktop.services.whereabouts import Whereabouts, keep_whereabouts, whereabouts

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.gui.entry.many.presenter import ManyScreen
    from antq_desktop.gui.entry.presenter import EntryScreen
    from antq_desktop.gui.records.presenter import RecordsScreen
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.shell.desk import Desk
    from antq_desktop.services.unsaved import UnsavedForm
    from antq_desktop.services.whereabouts import Spot
    from antq_desktop.services.workspace import Workspace

EVERY = 2000
"""Milliseconds between two looks at where the person is."""


class Returning(QObject):
    """Keeps the whereabouts of one unlocked desk, and goes back to those before a crash."""

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__(desk)
        self._desk, self._session = desk, context.session
        self._kept: Whereabouts | None = None
        self._spot: Spot | None = None
        self._entry.opened.connect(self._opened)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.keep)

    @property
    def _entry(self) -> EntryScreen:
        return cast("EntryScreen", self._desk.screen(ENTRY))

    def begin(self, offer: Callable[[int], None], *, back: bool) -> None:
        """Go ``back`` where there was a crash; else ``offer`` hears how many forms are unsaved."""

        def read(workspace: Workspace) -> tuple[Whereabouts | None, list[UnsavedForm]]:
            return whereabouts(workspace) if back else None, unsaved_forms(workspace)

        def known(found: tuple[Whereabouts | None, list[UnsavedForm]]) -> None:
            here, forms = found
            self._timer.start()
            if here is None or not self._go_back(here, forms):
                offer(len(forms))

        self._session.ask(read, known)

    def end(self) -> None:
        """Keep nothing any more: the workspace is closed."""
        self._timer.stop()

    def keep(self) -> None:
        """Keep where the person is, if that is elsewhere than before."""
        here = self.here()
        if here == self._kept:
            return
        self._kept = here
        # A disk that refuses is told of by what is saved on it, not every two seconds by this.
        self._session.ask(
            lambda workspace: keep_whereabouts(workspace, here), lambda _: None, lambda _: None
        )

    def here(self) -> Whereabouts:
        """Return where the person is."""
        current, behind = self._desk.current, self._desk.behind
        screen = self._desk.screen(current)
        if current == ENTRY:
            form = self._entry.form
            if form is None:  # forms are offered, none is open
                return Whereabouts(screen=behind)
            unsaved = form.kept is not None or self._entry.dirty
            return Whereabouts(
                screen=current,
                behind=behind,
                register=form.register.name,
                record=form.data.record,
                form=form.form if unsaved else None,
                spot=spot_of(self._entry.widget),
            )
        if current == MANY:
            register, table = cast("ManyScreen", screen).kept
            return Whereabouts(screen=current, behind=behind, register=register, form=table)
        if current.startswith(REGISTER):
            return Whereabouts(screen=current, record=cast("RecordsScreen", screen).marked)
        return Whereabouts(screen=current)

    def _go_back(self, here: Whereabouts, forms: list[UnsavedForm]) -> bool:
        """Go where the person was; False where that is not there any more."""
        if here.screen not in (ENTRY, MANY):
            return self._go(here.screen, here.record)
        self._go(here.behind, None)
        kept = next((one for one in forms if one.form == here.form), None)
        if kept is not None:
            self._spot = here.spot
            self._desk.resume(kept)
        elif here.register not in self._session.about.catalogue.by_name or here.form is not None:
            return False
        elif here.screen == MANY:
            self._desk.many_records(here.register)
        else:
            self._spot = here.spot
            self._desk.edit(here.register, here.record)
        return True

    def _go(self, screen: str, record: str | None) -> bool:
        if screen not in {row.key for row in self._desk.rows() if row.key}:
            return False
        if screen.startswith(REGISTER):
            self._desk.list_at(screen.removeprefix(REGISTER), record)
        else:
            self._desk.go(screen)
        return True

    def _opened(self) -> None:
        """Put the keyboard where it was, once the form has come."""
        spot, self._spot = self._spot, None
        if spot is not None:
            go_to(self._entry.widget, spot)
