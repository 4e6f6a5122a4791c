"""Runs one measurement in a process of its own, and tells its time and its peak memory."""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import traceback
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    Work = Callable[[], object]
    Prepared = AbstractContextManager[Work]
    """What must be there before (an open file, an open workspace), and the work that is timed."""

_KIB = 1024
_FORGET = Path("/proc/self/clear_refs")
"""Takes a 5: the peak of memory is then what there is now (proc(5)). An unlock needs much."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of one run; memory of its process in bytes: before it began, and at most in it.

    Where the system cannot forget a peak, what went before (to open a workspace) is in it.
    """

    seconds: float
    before: int
    peak: int


def measure(prepare: Callable[[], Prepared], clock: Callable[[], float]) -> Measured:
    """Run the work once in a child that is forked from here, so that imports are paid for."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(read)
            os.write(write, json.dumps(_measured(prepare, clock)).encode())
            code = 0
        except BaseException:  # noqa: BLE001 - a child says what went wrong, and ends
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    os.close(write)
    with os.fdopen(read, "rb") as answer:
        said = answer.read()
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit("a measurement failed")
    return Measured(*json.loads(said))


def apart(work: Work) -> None:
    """Do a work in a child: what it took of memory is in no measurement that is forked from here.

    SystemExit where it fails.
    """
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        except BaseException:  # noqa: BLE001 - a child says what went wrong, and ends
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    if os.waitpid(child, 0)[1] != 0:
        raise SystemExit("a measurement failed")


def _measured(
    prepare: Callable[[], Prepared], clock: Callable[[], float]
) -> tuple[float, int, int]:
    with prepare() as work:
        gc.collect()
        with suppress(OSError):
            _FORGET.write_text("5", encoding="ascii")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = clock()
        work()
        seconds = clock() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return seconds, before * _KIB, peak * _KIB
