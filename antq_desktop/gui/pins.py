"""The PIN of a token: asked of the person in the GUI thread while the worker waits for it."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from antq_desktop.services.token_desk import PinAsked


class Pins(QObject):
    """Takes the question to the window and the answer back; keeps neither.

    While a question is open the worker does nothing else, so whoever closes the workspace must
    close this first.
    """

    asked = Signal(object)
    """A `PinAsked`, told by the worker: connect it queued."""

    withdrawn = Signal()
    """Nobody waits for the answer any more."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock()
        self._answer: SimpleQueue[str | None] | None = None
        self._open = False

    @property
    def waiting(self) -> bool:
        """Whether the worker waits for a PIN."""
        return self._answer is not None

    def open(self) -> None:
        """Ask from now on: there is a window to ask in."""
        self._open = True

    def close(self) -> None:
        """Refuse what is asked now and from now on."""
        with self._lock:
            self._open = False
        self.cancel()

    def cancel(self) -> None:
        """Give no PIN; the question goes away."""
        if self.waiting:
            self.answer(None)
            self.withdrawn.emit()

    def answer(self, pin: str | None) -> None:
        """Give the PIN to the worker, or None for none."""
        with self._lock:
            waiting, self._answer = self._answer, None
        if waiting is not None:
            waiting.put(pin)

    def ask(self, asked: PinAsked) -> str:
        """Wait for the person; called on the worker. Refusal where he gives no PIN."""
        answer: SimpleQueue[str | None] = SimpleQueue()
        with self._lock:
            if self._open:
                self._answer = answer
            else:
                answer.put(None)
        if self.waiting:
            self.asked.emit(asked)
        pin = answer.get()
        if pin is None:
            raise Refusal("token.pin_not_given", name=asked.label)
        return pin
