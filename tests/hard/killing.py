"""Runs an act in a process of its own and ends it with SIGKILL: at a moment, or at a system call.

The child is forked from this process, so that all imports are paid for; it opens its files
itself. Killing by time is what a power cut does. Killing before the n-th call that changes a file
hits every step of an act once: the kernel stops the child there and asks (seccomp user
notification), so the product knows nothing of it.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import platform
import select
import signal
import socket
import struct
import sys
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

    Act = Callable[[Callable[[], None]], None]
    """An act opens what it needs, calls what it is given when it begins, and does its work."""

PATIENCE = 60.0
"""Seconds after which a child that neither ends nor calls is taken for hanging."""

# Calls that change a file or a folder, by machine: write, pwrite64, writev, sendfile, fsync,
# fdatasync, ftruncate, rename, unlink, rmdir, mkdir, link, their relatives, copy_file_range.
_CALLS = {
    "x86_64": (1, 18, 20, 40, 74, 75, 77, 82, 83, 84, 86, 87, 258, 263, 264, 265, 296, 316, 326),
    "aarch64": (34, 35, 37, 38, 46, 64, 66, 68, 70, 71, 82, 83, 276, 285),
}.get(platform.machine(), ())
_SECCOMP = {"x86_64": 317, "aarch64": 277}.get(platform.machine(), 0)

# linux/seccomp.h, linux/filter.h, linux/prctl.h
_NO_NEW_PRIVS, _MODE_FILTER, _NEW_LISTENER, _CONTINUE = 38, 1, 8, 1
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _ASK = 0x7FFF0000, 0x7FC00000
_RECEIVE, _ANSWER = 0xC0502100, 0xC0182101
_NOTICE = struct.Struct("QIIiIQ6Q")
_REPLY = struct.Struct("QqiI")

can_fork = hasattr(os, "fork") and hasattr(os, "pidfd_open")
can_trap = can_fork and sys.platform == "linux" and bool(_CALLS)


@dataclass(frozen=True, slots=True)
class Run:
    """How a child ended: killed or by itself; the seconds and the calls that its act took."""

    killed: bool
    seconds: float
    calls: int


def run(act: Act, *, after: float | None = None, at_call: int | None = None) -> Run:
    """Run an act and kill it ``after`` so many seconds, or before its n-th call (from 1).

    Without either it runs to its end; ``at_call`` 0 counts the calls. An act that fails by itself
    fails the test, with its traceback.
    """
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    child = os.fork()
    if child == 0:
        ours.close()
        _live(act, theirs, trapped=at_call is not None)
    theirs.close()
    with ours, os.fdopen(os.pidfd_open(child), "rb", buffering=0) as life:
        listener = _wait_for_beginning(ours, life.fileno())
        began = time.monotonic()
        calls = 0
        if listener is not None:
            calls = _follow(child, life.fileno(), listener, at_call or 0)
            os.close(listener)
        elif not _ends(life.fileno(), PATIENCE if after is None else after):
            os.kill(child, signal.SIGKILL)
        seconds = time.monotonic() - began
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            assert os.WTERMSIG(status) == signal.SIGKILL
            assert after is not None or at_call, "the act hung"
            return Run(killed=True, seconds=seconds, calls=calls)
        said = ours.recv(1 << 16).decode() if _readable(ours.fileno(), 0) else "nothing was said"
        assert os.waitstatus_to_exitcode(status) == 0, said
        return Run(killed=False, seconds=seconds, calls=calls)


def _live(act: Act, parent: socket.socket, *, trapped: bool) -> NoReturn:
    """Be the child: never return into the test."""
    code = 1
    try:
        act(lambda: _begin(parent, trapped=trapped))
        code = 0
    except BaseException:  # noqa: BLE001 - whatever it is, the parent is told
        with suppress(OSError):
            parent.send(traceback.format_exc().encode()[-60_000:])
    finally:
        os._exit(code)


def _begin(parent: socket.socket, *, trapped: bool) -> None:
    if trapped:
        listener = _install_trap()
        socket.send_fds(parent, [b"trapped"], [listener])
        os.close(listener)
    else:
        parent.send(b"begun")


def _wait_for_beginning(ours: socket.socket, life: int) -> int | None:
    """Wait until the act begins; return what hears the child's calls, if they are trapped."""
    ready, _, _ = select.select([ours.fileno(), life], [], [], PATIENCE)
    assert ready, "the act never began"
    if ours.fileno() not in ready:
        return None  # it died before; its words, or their absence, are looked at later
    said, listeners, _, _ = socket.recv_fds(ours, 1 << 16, 1)
    assert said in (b"begun", b"trapped"), said.decode()
    return listeners[0] if listeners else None


def _follow(child: int, life: int, listener: int, fatal: int) -> int:
    """Let the child's calls pass one by one, and kill it before the fatal one; return the count."""
    calls = 0
    while True:
        ready, _, _ = select.select([listener, life], [], [], PATIENCE)
        assert ready, "the act hung between two calls"
        if life in ready:
            return calls
        notice = bytearray(_NOTICE.size)
        try:
            fcntl.ioctl(listener, _RECEIVE, notice)
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.EINTR):
                continue
            raise
        calls += 1
        if calls == fatal:
            os.kill(child, signal.SIGKILL)
            return calls
        answer = _REPLY.pack(_NOTICE.unpack(notice)[0], 0, 0, _CONTINUE)
        with suppress(FileNotFoundError):
            fcntl.ioctl(listener, _ANSWER, answer)


def _ends(life: int, seconds: float) -> bool:
    return _readable(life, seconds)


def _readable(descriptor: int, seconds: float) -> bool:
    return bool(select.select([descriptor], [], [], seconds)[0])


def _install_trap() -> int:
    """Make the kernel ask before each call that changes a file; return what hears it ask."""
    steps = [(_LOAD, 0, 0, 0)]  # the number of the call
    steps += [(_EQUAL, len(_CALLS) - n, 0, call) for n, call in enumerate(_CALLS)]
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _ASK)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *one) for one in steps))
    program = ctypes.create_string_buffer(struct.pack("HP", len(steps), ctypes.addressof(code)))
    system = ctypes.CDLL(None, use_errno=True)
    if system.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
    listener = int(system.syscall(_SECCOMP, _MODE_FILTER, _NEW_LISTENER, program))
    if listener < 0:
        raise OSError(ctypes.get_errno(), "seccomp")
    return listener
