"""A batch of bundles, one after the other: told how far it is, stopped with nothing half done.

A bundle is in its transaction to the last row: stopped inside it, nothing of it is in; what came in
before it stays.
"""

from __future__ import annotations

from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

from antq_desktop.services.fetching import Stopped
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.rehearsing import rehearse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from antq_desktop.services.rehearsing import Rehearsal
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace


class Batch:
    """One batch. It is told to stop from any thread; all the rest runs where the workspace is.

    ``told`` is called with how many rows of the bundle in work have been looked at.
    """

    def __init__(self, told: Callable[[int], object]) -> None:
        self._told = told
        self._stop = Event()
        self._rows = 0

    def stop(self) -> None:
        """Let the work end at the next rows, or before the next bundle."""
        self._stop.set()

    def rehearse(self, workspace: Workspace, path: Path) -> Rehearsal:
        """Rehearse the next bundle; `Stopped` where the batch is."""
        with self._watching(workspace):
            return rehearse(workspace, path)

    def take(self, workspace: Workspace, path: Path) -> Verdict:
        """Import the next bundle; `Stopped` where the batch is.

        Once the bundle is in, it is not stopped any more.
        """
        with self._watching(workspace):
            return import_bundle(workspace, path)

    @contextmanager
    def _watching(self, workspace: Workspace) -> Iterator[None]:
        self._rows = 0
        before, workspace.pulse = workspace.pulse, self._pulse
        try:
            self._pulse(0)
            yield
        finally:
            workspace.pulse = before

    def _pulse(self, rows: int) -> None:
        self._told(self._rows)
        if self._stop.is_set():
            raise Stopped
        self._rows += rows
