"""Looks into the watched folder now and then, beside all other work, and offers what is new."""

from __future__ import annotations

from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from antq_desktop.gui.common.wording import number
from antq_desktop.services.watching import Watch, sort_files, watch_folder, watched_folder

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.gui.inbox.watch_bar import WatchBar
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.watching import Look, Sorted

_EVERY = 3000
"""Milliseconds between two looks; the system tells nothing of most shares."""


class WatchedFolder(QObject):
    """Watches for one user. A share that hangs holds up its own thread and nothing else."""

    offered = Signal(list)
    """Bundles (`Path`) that are new and whole; nothing of them is in."""

    def __init__(self, bar: WatchBar, context: Context) -> None:
        super().__init__(bar)  # they end together
        self._bar = bar
        self._context = context
        self._watch: Watch | None = None
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._look)
        bar.chosen.connect(self._choose)
        context.session.ask(watched_folder, self._begin)

    def look_every(self, milliseconds: int) -> None:
        """Look so often from now on."""
        self._timer.setInterval(milliseconds)

    def _choose(self, folder: Path | None) -> None:
        self._context.session.ask(lambda workspace: watch_folder(workspace, folder), self._begin)

    def _begin(self, folder: Path | None) -> None:
        if not isValid(self):
            return
        self._watch = Watch(folder) if folder is not None else None
        self._say("")
        if self._watch is None:
            self._timer.stop()
        else:
            self._timer.start()
            self._look()

    def _look(self) -> None:
        """Begin a look, unless one has not come back yet."""
        watch = self._watch
        if watch is None or self._looking:
            return
        self._looking = True
        post = self._context.session.post
        # No worker of a pool: the program must be able to end while a share hangs.
        Thread(target=lambda: post(partial(self._looked, watch, watch.look())), daemon=True).start()

    def _looked(self, watch: Watch, look: Look) -> None:
        self._looking = False
        if not isValid(self) or watch is not self._watch:
            return
        if not look.there:
            self._say(self.tr("không thấy thư mục; vẫn chờ thư mục trở lại"))
        elif look.still:
            self._looking = True  # the next look must not find the same ones
            self._context.session.ask(
                lambda workspace: sort_files(workspace, look.still),
                lambda found: self._sorted(watch, look, found),
                lambda _: self._failed(),
            )
        else:
            self._say(self._moving(look.moving))

    def _failed(self) -> None:
        """Look again later: what could not be judged now stays as it is."""
        self._looking = False

    def _sorted(self, watch: Watch, look: Look, found: Sorted) -> None:
        self._looking = False
        if not isValid(self) or watch is not self._watch:
            return
        watch.settle(set(look.still) - set(found.unfinished))
        self._say(self._moving(look.moving + len(found.unfinished)))
        if found.new:
            self.offered.emit(list(found.new))

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
