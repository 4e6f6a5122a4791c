"""Work off the GUI thread: one worker, and every result delivered in the GUI thread."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Tasks(QObject):
    """Runs work in order on one thread, because the workspace belongs to one thread.

    Results, errors and posted calls come back in the GUI thread in the order of the work, never
    inside the call that asked for it.
    """

    busy = Signal(bool)
    """True when work begins to wait or run, False when nothing is left."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="workspace")
        self._open = 0
        # Queued even in one thread: work that ends at once must not call back inside run().
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def working(self) -> bool:
        """Whether something waits or runs."""
        return self._open > 0

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[BaseException], object],
        *,
        aside: bool = False,
    ) -> None:
        """Run ``work`` on the worker; then ``done`` with its result, or ``failed`` with its error.

        Nobody waits for what runs ``aside``: it does not count as `working`. After `close` nothing
        runs: the window that would show the result is gone.
        """
        if self._open < 0:
            return
        if not aside:
            self._open += 1
            if self._open == 1:
                self.busy.emit(True)
        future = self._worker.submit(work)
        future.add_done_callback(
            lambda ended: self._finished.emit(lambda: self._end(ended, done, failed, aside=aside))
        )

    def post(self, call: Callable[[], object]) -> None:
        """Call something in the GUI thread soon; work uses it to tell how far it is."""
        self._finished.emit(call)

    def close(self) -> None:
        """Wait for what is running, drop the rest and every result; for the end of the program."""
        self._open = -1
        self._worker.shutdown(wait=True, cancel_futures=True)

    @Slot(object)
    def _deliver(self, call: Callable[[], object]) -> None:
        if self._open >= 0:
            call()

    def _end(
        self,
        future: Future[Any],
        done: Callable[[Any], object],
        failed: Callable[[BaseException], object],
        *,
        aside: bool,
    ) -> None:
        if not aside:
            self._open -= 1
            if self._open == 0:
                self.busy.emit(False)
        error = future.exception()
        if error is None:
            done(future.result())
        else:
            failed(error)
