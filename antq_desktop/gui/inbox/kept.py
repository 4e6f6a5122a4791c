"""Keeps which files lie on the desk, and brings them back after a lock or a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.gui.common.wording import number
from antq_desktop.services.desk_queue import keep_queue, kept_queue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.inbox.model import Item
    from antq_desktop.gui.screen import Context


class KeptQueue(QObject):
    """What nobody has decided on yet stays known; what is gone from its place is told once."""

    offered = Signal(object)
    """The files (`list[Path]`) that lay here before."""

    def __init__(self, view: QWidget, context: Context) -> None:
        super().__init__(view)  # they end together
        self._context = context
        self._kept: list[Path] | None = None
        self._came: set[Path] = set()
        context.session.ask(kept_queue, self._begin)

    def keep(self, items: Iterable[Item]) -> None:
        """Keep what waits for a decision; nothing before it is known what lay here."""
        paths = list(dict.fromkeys(path for item in items for path in self._of(item)))
        if self._kept is None or paths == self._kept:
            return
        self._kept = paths
        # A disk that refuses is told of by what is taken in, not by each look at the desk.
        self._context.session.ask(
            lambda workspace: keep_queue(workspace, paths), lambda _: None, lambda _: None
        )

    def _begin(self, paths: list[Path]) -> None:
        self._kept = paths
        if not paths:
            return
        self._came = set(paths)
        text = self.tr("{count} tệp chưa quyết định từ lần trước: máy đang xét lại.")
        self._context.failures.say(text.format(count=number(len(paths))), "info")
        self.offered.emit(paths)

    def _of(self, item: Item) -> Iterable[Path]:
        """Return the files of a bundle that is to be kept.

        One that was brought back and cannot be read any more is shown for the last time.
        """
        if not item.undecided or (item.stage == "failed" and item.path in self._came):
            return ()
        return item.parts or (item.path,)
