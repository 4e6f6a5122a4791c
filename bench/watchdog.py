"""How long a thread does not get to its events, and what of that is the machine's fault."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, thread_time

_THREADS = Path("/proc/self/task")
_SCHEDULED = "schedstat"
"""Nanoseconds of the processor, and those of waiting for it (proc(5)); Linux alone has it."""


def _threads() -> list[Path]:
    """Return where the times of each thread of the program stand."""
    with suppress(OSError):
        return [thread / _SCHEDULED for thread in _THREADS.iterdir()]
    return []


@dataclass
class Watchdog:
    """Beats in the thread of the windows; what lies between two beats is a stall.

    While others keep all processors busy, a thread that could go on waits for one, and whoever
    waits for that thread waits too. That is no stall of ours. ``own`` is the longest one without
    it, and never less than what the thread of the windows worked in it.
    """

    longest: float = 0.0
    own: float = 0.0
    _last: float = 0.0
    _worked: float = 0.0
    _waited: float = 0.0
    _threads: list[Path] = field(default_factory=_threads)

    def begin(self) -> None:
        """Measure from now on."""
        self._threads = _threads()
        self.longest = self.own = 0.0
        self._look()

    def beat(self) -> None:
        """Look how long the last beat is past."""
        last, worked, waited = self._last, self._worked, self._waited
        self._look()
        gap = self._last - last
        own = max(gap - (self._waited - waited), self._worked - worked)
        self.longest, self.own = max(self.longest, gap), max(self.own, own)

    def _look(self) -> None:
        waited = 0
        for thread in self._threads:
            with suppress(OSError):  # a thread may have ended
                waited += int(thread.read_text(encoding="ascii").split()[1])
        self._waited = waited / 1e9
        self._last, self._worked = perf_counter(), thread_time()
