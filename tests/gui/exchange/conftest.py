"""An office and its communes, enrolled and with records, for the screens of the exchange."""

from __future__ import annotations

import shutil
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtWidgets import QWidget

from antq_desktop.domain import registers
from antq_desktop.domain.catalogue import Catalogue, load_catalogue
from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.periods import parse_period
from antq_desktop.gui.screen import Context
from antq_desktop.gui.session import Session
from antq_desktop.paths import paths_for
from antq_desktop.services.delivering import deliver
from antq_desktop.services.submitting import submit
from tests.unit.services.conftest import (
    COMMUNE,
    FOREIGN,
    OFFICE,
    OTHER_OFFICE,
    PASSPHRASE,
    SECOND,
    World,
    coop,
    model,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QTableView
    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.failures import Failures, Told
    from antq_desktop.gui.tasks import Tasks
    from antq_desktop.gui.theme import Theme

    Opened = Callable[..., Context]

W = TypeVar("W", bound=QWidget)

PATIENCE = 60_000
"""Milliseconds that an answer may take on a busy machine."""


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return the catalogue with a register that the program has never seen."""
    folder = str(Path(__file__).parents[2] / "data" / "registers")
    module = f"{registers.__name__}.hen_coops"
    known = module in sys.modules  # other tests may have it at the same time
    registers.__path__.append(folder)
    try:
        return load_catalogue()
    finally:
        registers.__path__.remove(folder)
        if not known:
            sys.modules.pop(module)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> World:
    """Make the world that is copied for each test: three communes under two offices."""
    now = datetime(2024, 1, 15, 8, 0, tzinfo=ZONE)
    world = World(tmp_path_factory.mktemp("world"), catalogue, now, {})
    for office in (OFFICE, OTHER_OFFICE):
        world.create(office, office=True)
    for office, commune in ((OFFICE, COMMUNE), (OFFICE, SECOND), (OTHER_OFFICE, FOREIGN)):
        world.create(commune)
        world.enrol(office, commune)
        world.add(commune, coop(), coop("2023-06-06"))
        world.add(commune, model(), register="movement_models")
    return world


@pytest.fixture
def world(made: World, tmp_path: Path) -> World:
    """Give each test a world of its own, with a folder "usb" beside the homes."""
    folder = tmp_path / "world"
    shutil.copytree(made.folder, folder)
    (folder / "usb").mkdir()
    return World(folder, made.catalogue, made.now, dict(made.secrets))


@pytest.fixture
def opened(
    world: World, tasks: Tasks, theme: Theme, failures: Failures, qtbot: QtBot
) -> Iterator[Opened]:
    """Return a function that unlocks a unit's workspace; all are closed after the test."""
    sessions: list[Session] = []

    def open_(code: str, user: str | None = None) -> Context:
        session = Session(tasks, failures, world.catalogue, world.clock())
        session.open(paths_for(world.home(code)), user, PASSPHRASE, lambda _: None)
        qtbot.waitUntil(lambda: session.is_open)
        sessions.append(session)
        return Context(session, theme, failures, "vi")

    yield open_
    for session in sessions:
        if session.is_open:
            session.close(lambda: None)
            qtbot.waitUntil(partial(_closed, session))


@pytest.fixture
def said(failures: Failures) -> list[Told]:
    """Collect what the message bar would show."""
    heard: list[Told] = []
    failures.told.connect(heard.append)
    return heard


def _closed(session: Session) -> bool:
    return not session.is_open


def submission(world: World, code: str, *periods: str) -> Path:
    """Sign a submission and carry it to the stick."""
    with world.open(code) as workspace:
        row = submit(workspace, [parse_period(period) for period in periods], [])
        return deliver(workspace, row, world.folder / "usb")


def texts(table: QTableView) -> list[list[str]]:
    """Return what a table shows, row by row."""
    shown = table.model()
    return [
        [shown.index(row, column).data().strip() for column in range(shown.columnCount())]
        for row in range(shown.rowCount())
    ]


def child(widget: QWidget, kind: type[W], name: str) -> W:
    """Return the widget with a name."""
    found = widget.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def wait_idle(context: Context, qtbot: QtBot) -> None:
    """Wait until what was asked, and what its answers asked, has come back."""
    done: list[int] = []
    for count in range(1, 5):
        context.session.run(lambda: 1, done.append)
        qtbot.waitUntil(partial(_long_as, done, count), timeout=PATIENCE)


def _long_as(done: list[int], count: int) -> bool:
    return len(done) >= count
