"""Runs one measurement in a process of its own, and tells its time and its peak memory."""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    Work = Callable[[], object]
    Prepared = AbstractContextManager[Work]
    """What must be there before (an open file, an open workspace), and the work that is timed."""

_KIB = 1024


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of one run, and the most memory that its process had, in bytes."""

    seconds: float
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
    seconds, peak = json.loads(said)
    return Measured(seconds, peak)


def _measured(prepare: Callable[[], Prepared], clock: Callable[[], float]) -> tuple[float, int]:
    with prepare() as work:
        gc.collect()
        began = clock()
        work()
        seconds = clock() - began
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB
