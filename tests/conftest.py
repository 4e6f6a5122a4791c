"""What every test gets: a home of its own, and a check that it leaves nothing behind."""

from __future__ import annotations

import functools
import logging
import os
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest
from coverage import Coverage
from hypothesis import settings
from pytestqt.qtbot import QtBot

from antq_desktop import logs
from antq_desktop.crypto.passphrases import derive_key
from antq_desktop.services import authority
from antq_desktop.store import keyfile

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from _pytest.terminal import TerminalReporter

PATIENCE = 20.0
"""Seconds in which a thread must end after its test."""

SHOWN = 30_000
"""Milliseconds in which a window must do what a test waits for."""

MEMORY, ROOM = Path("/dev") / "shm", 6 << 30
"""Where files lie in memory, and the bytes that have to be free there and in the machine."""

OURS, ROOT = "antq-tests-", "PYTEST_DEBUG_TEMPROOT"
"""How the folder of a run begins, its process follows; and where pytest hears of it."""

TRACED = tuple(
    Path(__file__).parent / name
    for name in ("unit", "property", "gui/exchange", "gui/test_records.py", "gui/test_list_use.py")
)
"""Where coverage counts: tracing all windows and journeys takes minutes and says little of a line.

Some of the windows are among them because what stands behind them has no other tests.
"""

settings.register_profile("ci", derandomize=True, deadline=None, database=None, print_blob=True)
settings.register_profile("dev", deadline=None)
settings.load_profile("dev")


def pytest_configure(config: pytest.Config) -> None:
    """Keep files in memory where there is room: tests sync thousands of small databases."""
    if config.getoption("basetemp") or ROOT in os.environ or not MEMORY.is_dir():
        return
    for folder in MEMORY.glob(f"{OURS}*"):  # of runs that were killed: nobody else gives it back
        if not psutil.pid_exists(int(folder.name.removeprefix(OURS))):
            shutil.rmtree(folder, ignore_errors=True)
    if min(shutil.disk_usage(MEMORY).free, psutil.virtual_memory().available) >= ROOM:
        folder = MEMORY / f"{OURS}{os.getpid()}"
        folder.mkdir(mode=0o700)
        os.environ[ROOT] = str(folder)
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, bool, bool]:
    """Trace the tests whose coverage counts, where coverage is measured at all."""
    coverage = Coverage.current()
    if coverage is None or any(map(item.path.is_relative_to, TRACED)):
        return (yield)
    coverage.stop()
    kept = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
    for name in kept:  # or the programs that the test starts would trace themselves
        del os.environ[name]
    try:
        return (yield)
    finally:
        os.environ.update(kept)
        coverage.start()


@pytest.fixture(autouse=True, scope="session")
def derive_each_key_once() -> Iterator[None]:
    """Remember what Argon2id gave: copies of one workspace are unlocked hundreds of times."""
    remembered = functools.cache(derive_key)
    with pytest.MonkeyPatch.context() as patch:
        for module in (authority, keyfile):
            patch.setattr(module, "derive_key", remembered)
        yield


@pytest.fixture
def qtbot(request: pytest.FixtureRequest) -> QtBot:
    """Wait longer than pytest-qt does by itself: a busy machine fails no test."""
    # What stands in a window is closed before the folder of the test goes.
    for needed in ("qapp", "tmp_path"):
        request.getfixturevalue(needed)
    bot = QtBot(request)
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitActive", "waitExposed"):
        setattr(bot, name, functools.partial(getattr(bot, name), timeout=SHOWN))
    return bot


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder for ``--home``; it is not there yet."""
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail a test that leaves a thread running."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(PATIENCE)
        assert not thread.is_alive(), f"the test left {thread.name} running"


@pytest.fixture(autouse=True)
def no_warning_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which something was logged at WARNING or above, unless it is marked so."""
    heard = _Heard(logging.WARNING)
    logging.getLogger().addHandler(heard)
    yield
    logs.stop()
    logging.getLogger().removeHandler(heard)
    if request.node.get_closest_marker("logs_warnings") is None:
        assert not heard.lines


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Print what each tool says of each test vector, where vectors were judged."""
    rows = [
        value
        for report in terminalreporter.getreports("passed")
        for name, value in report.user_properties
        if name == "matrix" and report.when == "call"
    ]
    if not rows:
        return
    terminalreporter.section("test vectors: rule, row of the closed table, what other tools say")
    for row in [["vector", "rule", "row", "age", "unzip", "openssl", "sha256sum"], *sorted(rows)]:
        widths = (22, 30, 4, 13, 13, 13, 13)
        cells = (str(cell).ljust(width) for cell, width in zip(row, widths, strict=True))
        terminalreporter.write_line(" ".join(cells).rstrip())


class _Heard(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")
