"""Looks into the watched folder now and then, beside all other work, and offers what is new."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from antq_desktop.errors import Refusal
from antq_desktop.gui.common.wording import number
from antq_desktop.services.fetching import Pulse, discard, fetch, fetch_folder
from antq_desktop.services.watching import Watch, sort_files, watch_folder, watched_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from antq_desktop.gui.inbox.watch_bar import WatchBar
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.watching import Look, Sorted
    from antq_desktop.services.workspace import Workspace

_EVERY = 3000
"""Milliseconds between two looks; the system tells nothing of most shares."""

_PATIENCE = 10
"""Seconds without an answer after which the bar says so."""


class WatchedFolder(QObject):
    """Watches for one user. A share that hangs holds up its own thread and nothing else."""

    offered = Signal(object)
    """New and whole bundles, each with its copy (`dict[Path, Path]`); nothing of them is in."""

    def __init__(self, bar: WatchBar, context: Context) -> None:
        super().__init__(bar)  # they end together
        self._bar = bar
        self._context = context
        self._watch: Watch | None = None
        self._room: Path | None = None
        self._pulse = Pulse()
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._look)
        bar.chosen.connect(self._choose)
        context.session.ask(
            lambda workspace: _with_room(workspace, watched_folder(workspace)), self._begin
        )

    def look_every(self, milliseconds: int) -> None:
        """Look so often from now on."""
        self._timer.setInterval(milliseconds)

    def _choose(self, folder: Path | None) -> None:
        def chosen(workspace: Workspace) -> tuple[Path, Path] | None:
            return _with_room(workspace, watch_folder(workspace, folder))

        self._context.session.ask(chosen, self._begin)

    def _begin(self, found: tuple[Path, Path] | None) -> None:
        if not isValid(self):
            return
        self._watch = None
        self._timer.stop()
        if found is not None:
            folder, self._room = found
            self._watch = Watch(folder)
            self._timer.start()
        self._say("")
        self._look()

    def _look(self) -> None:
        """Begin a look, unless one has not come back yet."""
        watch, room = self._watch, self._room
        if watch is None or room is None:
            return
        if self._looking:
            if self._pulse.silence > _PATIENCE:
                self._say(self.tr("thư mục không trả lời; vẫn chờ"))
            return
        self._looking = True
        post, pulse = self._context.session.post, Pulse()
        self._pulse = pulse

        def work() -> None:
            look = watch.look()
            post(partial(self._looked, watch, look, dict(_copies(look, room, pulse))))

        # No worker of a pool: the program must be able to end while a share hangs.
        Thread(target=work, daemon=True).start()

    def _looked(self, watch: Watch, look: Look, copies: dict[Path, Path]) -> None:
        self._looking = False
        if not isValid(self) or watch is not self._watch:
            _drop(copies)
        elif not look.there:
            self._say(self.tr("không thấy thư mục; vẫn chờ thư mục trở lại"))
        elif look.still:
            self._looking = True  # the next look must not find the same ones
            self._pulse = Pulse()
            self._context.session.ask(
                lambda workspace: sort_files(workspace, copies),
                lambda found: self._sorted(watch, look, copies, found),
                lambda _: self._failed(copies),
            )
        else:
            self._say(self._moving(look.moving))

    def _failed(self, copies: Mapping[Path, Path]) -> None:
        """Look again later: what could not be judged now stays as it is."""
        self._looking = False
        _drop(copies)

    def _sorted(self, watch: Watch, look: Look, copies: Mapping[Path, Path], found: Sorted) -> None:
        self._looking = False
        new = {copies[copy]: copy for copy in found.new}
        if not isValid(self) or watch is not self._watch:
            new = {}
        _drop(copy for copy in copies if copy not in new.values())
        if not isValid(self) or watch is not self._watch:
            return
        settled = {copies[copy] for copy in copies if copy not in found.unfinished}
        watch.settle(settled)
        self._say(self._moving(look.moving + len(look.still) - len(settled)))
        if new:
            self.offered.emit(new)

    def _moving(self, count: int) -> str:
        if not count:
            return ""
        return self.tr("{count} tệp chưa ghi xong").format(count=number(count))

    def _say(self, how: str) -> None:
        if self._watch is None:
            self._bar.show_text("")
            return
        text = self.tr("Đang theo dõi {folder}").format(folder=self._watch.folder)
        self._bar.show_text(f"{text}: {how}." if how else f"{text}.")


def _with_room(workspace: Workspace, folder: Path | None) -> tuple[Path, Path] | None:
    """Return a folder with one for copies of what lies in it; None where none is watched."""
    return (folder, fetch_folder(workspace)) if folder is not None else None


def _copies(look: Look, room: Path, pulse: Pulse) -> Iterator[tuple[Path, Path]]:
    """Copy what holds still, and yield each copy with its file; the rest waits for later."""
    for path in look.still:
        with suppress(Refusal):
            yield fetch(path, room, pulse), path


def _drop(copies: Iterable[Path]) -> None:
    for copy in copies:
        discard(copy)
