"""Bundles that came in parts: each part is read from its medium, then they are joined."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.gui.common.wording import sentence
from antq_desktop.gui.failures import Told
from antq_desktop.services.fetching import discard
from antq_desktop.services.parting import join_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from antq_desktop.gui.inbox.fetcher import Fetcher
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.parting import Brought

    Failed = Callable[[BaseException], object]


class Parts(QObject):
    """Reads one part after the other; what is missing is told."""

    joined = Signal(object, object)
    """The bundles that the parts make, and the parts (both `list[Path]`); the work has ended."""

    def __init__(self, fetcher: Fetcher, context: Context, failed: Failed) -> None:
        super().__init__(fetcher)
        self._fetcher, self._context, self._failed = fetcher, context, failed

    def fetch(self, parts: Sequence[Path]) -> None:
        """Read parts of one or several bundles."""
        self._fetch(parts, [])

    def _fetch(self, parts: Sequence[Path], copies: list[Path]) -> None:
        if len(copies) < len(parts):

            def fetched(copy: Path) -> None:
                copies.append(copy)
                self._fetch(parts, copies)

            self._fetcher.fetch(parts[len(copies)], fetched, self._failed, part=True)
            return
        self._context.session.ask(
            lambda workspace: join_parts(workspace, copies),
            partial(self._join, list(parts), copies),
            self._failed,
        )

    def _join(self, parts: list[Path], copies: Sequence[Path], found: Brought) -> None:
        """Hand on what parts make, and say of the rest what is missing."""
        for copy in copies:
            discard(copy)
        if found.verdicts:
            first, *more = (sentence(one.content, self._context.language) for one in found.verdicts)
            self._context.failures.told.emit(Told(first, "", tuple(more), "warning"))
        self.joined.emit(list(found.bundles), parts)
