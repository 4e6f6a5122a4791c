"""Reads from sticks and shares beside all other work; gives up on what does not answer."""

from __future__ import annotations

from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from antq_desktop.errors import Refusal
from antq_desktop.services.fetching import (
    PATIENCE,
    SHORTER,
    Pulse,
    Stopped,
    fetch,
    fetch_folder,
    find_bundles,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.screen import Context

    Failed = Callable[[BaseException], object]

T = TypeVar("T")

_EVERY = 200
"""Milliseconds between two looks at how far the reading is."""


class Fetcher(QObject):
    """One reading at a time, each in a thread of its own that may be left behind.

    A share that hangs holds up that thread and nothing else: the person goes on, or after
    `patience` seconds without a byte the program does by itself.
    """

    moved = Signal(int, int)
    """How many bytes of the file are read, of how many (0: not known)."""

    patience = PATIENCE

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._context = context
        self._folder: Path | None = None
        self._pulse: Pulse | None = None
        self._name = ""
        self._place: Path | None = None
        self._silent: set[Path] = set()
        self._failed: Failed = lambda _: None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._look)

    def find(
        self, paths: Sequence[Path], done: Callable[[list[Path]], object], failed: Failed
    ) -> None:
        """List the bundles in what a person brought; a new act, so nothing counts as silent."""
        self._silent.clear()
        self._run(paths[0], lambda pulse: find_bundles(paths, pulse), done, failed)

    def fetch(
        self, path: Path, done: Callable[[Path], object], failed: Failed, *, part: bool = False
    ) -> None:
        """Copy a file to a disk of ours; ``done`` gets the copy."""

        def begin(folder: Path) -> None:
            self._folder = folder
            self._run(path, lambda pulse: fetch(path, folder, pulse, part=part), done, failed)

        if self._folder is not None and self._folder.is_dir():
            begin(self._folder)
        else:
            self._context.session.ask(fetch_folder, begin, failed)

    def stop(self) -> None:
        """Let go of what is being read: it ends at once as `Stopped`."""
        self._give_up(Stopped())

    def _run(
        self,
        path: Path,
        work: Callable[[Pulse], T],
        done: Callable[[T], object],
        failed: Failed,
    ) -> None:
        pulse = Pulse()
        self._pulse, self._name, self._failed = pulse, path.name, failed
        self._place = path.parent
        post = self._context.session.post

        def ended(call: Callable[[], object]) -> None:
            if isValid(self) and self._pulse is pulse:  # nobody has given it up
                self._pulse = None
                self._timer.stop()
                call()

        def run() -> None:
            try:
                result = work(pulse)
            except (Refusal, Stopped, OSError, ValueError) as error:
                post(partial(ended, partial(failed, error)))
            else:
                post(partial(ended, partial(done, result)))

        self._timer.start()
        # No worker of a pool: the program must be able to end while a share hangs.
        Thread(target=run, name="reading", daemon=True).start()

    def _look(self) -> None:
        """Tell how far it is, or give up."""
        pulse, place = self._pulse, self._place
        if pulse is None or place is None:
            return
        patience = self.patience / SHORTER if place in self._silent else self.patience
        if pulse.silence > patience:
            self._silent.add(place)
            self._give_up(Refusal("bundles.no_answer", name=self._name))
        elif pulse.size:
            self.moved.emit(pulse.read, pulse.size)

    def _give_up(self, error: BaseException) -> None:
        pulse = self._pulse
        if pulse is None:
            return
        self._pulse = None
        self._timer.stop()
        pulse.stop()
        self._failed(error)
