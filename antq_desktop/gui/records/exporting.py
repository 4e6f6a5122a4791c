"""Writes a list into a file piece by piece, so that a million rows keep nobody waiting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.services.exporting_lists import ListExport, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.gui.failures import Failures
    from antq_desktop.gui.records.columns import Columns
    from antq_desktop.gui.records.reading import Reading
    from antq_desktop.services.listing import Listed


class Exporting(QObject):
    """One export at a time; it goes on while the list is sorted and filtered further."""

    progressed = Signal(int, int)
    """How many rows are written, and how many there are."""
    ended = Signal(int)
    """How many rows were written; -1 where it was stopped or refused."""

    def __init__(self, asking: Asking, reading: Reading, failures: Failures) -> None:
        super().__init__()
        self._asking, self._reading, self._failures = asking, reading, failures
        self._listed: Listed | None = None
        self._stopped = False

    @property
    def running(self) -> bool:
        """Whether something is being written."""
        return self._listed is not None

    def begin(
        self,
        target: str,
        listed: Listed,
        spans: Sequence[tuple[int, int]],
        columns: Columns,
        places: Sequence[int],
    ) -> None:
        """Write rows of a list; ``places`` are its columns from left to right."""
        if self.running:
            return
        self._reading.lend(listed)
        self._listed, self._stopped = listed, False
        table = Table(
            columns.fields,
            [columns.label(at) for at in places],
            lambda row: [columns.text(at, row) for at in places],
        )
        self._asking.ask(
            lambda workspace: ListExport(workspace, listed, spans, Path(target), table),
            self._go_on,
            self._failed,
        )

    def stop(self) -> None:
        """Break off; nothing is left of the file."""
        self._stopped = True

    def _go_on(self, export: ListExport) -> None:
        if self._stopped:
            self._asking.ask(lambda _: export.stop(), lambda _: self._end(-1), self._failed)
            return

        def done(more: object) -> None:
            self.progressed.emit(export.count, export.total)
            if more:
                self._go_on(export)
            else:
                self._end(export.count)

        self._asking.ask(export.step, done, self._failed)

    def _failed(self, error: BaseException) -> None:
        self._end(-1)
        self._failures.show(error)

    def _end(self, count: int) -> None:
        if self._listed is not None:
            self._reading.give_back(self._listed)
            self._listed = None
        self.ended.emit(count)
