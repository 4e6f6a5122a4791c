"""What tests of the windows share: no display, prepared workspaces to copy, the real objects."""

from __future__ import annotations

import os
import shutil
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.gui.application import build
from antq_desktop.gui.failures import Failures
from antq_desktop.gui.screen import Context
from antq_desktop.gui.session import Session
from antq_desktop.gui.tasks import Tasks
from antq_desktop.gui.theme import Theme
from antq_desktop.gui.translation import Translation
from antq_desktop.paths import Paths, paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.opening import NewWorkspace, create_workspace, open_workspace
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.sample import Sample, movement_models
from antq_desktop.services.saving import add_records
from tests.gui.walking import Watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.gui.application import Desktop
    from antq_desktop.services.workspace import WorkspaceRole

Q = TypeVar("Q", bound=QObject)

# Before the first QApplication; a developer may still choose another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

DAY = date(2023, 12, 31)
PROVINCE, OFFICE, COMMUNE = "35", "347", "13285"
USER, PASSPHRASE = "Nguyễn Văn An", "thực hành"


def part(widget: QObject, kind: type[Q], name: str) -> Q:
    """Return a part of a form by the name it has in Qt Designer."""
    found = widget.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def pytest_configure(config: pytest.Config) -> None:
    """Let the platform without a display say what it cannot do."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def dialogues(request: pytest.FixtureRequest) -> Iterator[None]:
    """Look at every dialogue that a test shows as a screen reader does: all has names and roles."""
    if "qapp" not in request.fixturenames:
        yield
        return
    watch = Watch(request.getfixturevalue("qapp"))
    yield
    watch.deleteLater()
    assert not list(watch.wrong)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return the registers of the program."""
    return load_catalogue()


def _make(home: Path, role: WorkspaceRole, code: str, catalogue: Catalogue) -> Path:
    units = load_units()
    unit = units.resolve(f"{code}@{DAY}", DAY)
    ca_passphrase = PASSPHRASE if role == "office" else None
    wanted = NewWorkspace(
        role=role,
        unit=unit,
        user=USER,
        passphrase=PASSPHRASE,
        practice=True,
        ca_passphrase=ca_passphrase,
    )
    paths = paths_for(home)
    create_workspace(paths, wanted, units, catalogue, Clock())
    if role == "commune":
        register = catalogue.by_name["movement_models"]
        with open_workspace(paths, None, PASSPHRASE, catalogue, Clock()) as workspace:
            add_records(workspace, register, movement_models(Sample(unit, 2023, 12, 1)))
            add_records(workspace, register, [{"name": "Camera an ninh"}], draft=True)
    return home


@pytest.fixture(scope="session")
def prepared_commune(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Path:
    """Return the home of a practice commune with 12 records and a draft; copy it, never open it."""
    return _make(tmp_path_factory.mktemp("commune") / "home", "commune", COMMUNE, catalogue)


@pytest.fixture(scope="session")
def prepared_office(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Path:
    """Return the home of a practice office; copy it, never open it."""
    return _make(tmp_path_factory.mktemp("office") / "home", "office", OFFICE, catalogue)


@pytest.fixture
def commune(prepared_commune: Path, home: Path) -> Paths:
    """Return a commune's workspace of this test's own: user `USER`, passphrase `PASSPHRASE`."""
    shutil.copytree(prepared_commune, home)
    return paths_for(home)


@pytest.fixture
def office(prepared_office: Path, tmp_path: Path) -> Paths:
    """Return an office's workspace of this test's own: user `USER`, passphrase `PASSPHRASE`."""
    return paths_for(shutil.copytree(prepared_office, tmp_path / "office"))


@pytest.fixture
def province(tmp_path: Path, catalogue: Catalogue) -> Paths:
    """Return a workspace of the office above `office`, of this test's own."""
    return paths_for(_make(tmp_path / "province", "office", PROVINCE, catalogue))


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Return the light theme."""
    return Theme(qapp, "light")


@pytest.fixture
def failures() -> Failures:
    """Return what turns errors into Vietnamese words."""
    return Failures("vi")


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """Return the worker; it is stopped after the test."""
    del qtbot  # an application must be there first
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def session(
    tasks: Tasks, failures: Failures, catalogue: Catalogue, qtbot: QtBot
) -> Iterator[Session]:
    """Return a session; what a test opened in it is closed after the test."""
    made = Session(tasks, failures, catalogue, Clock())
    yield made
    if made.is_open:
        made.close(lambda: None)
        qtbot.waitUntil(lambda: not made.is_open)


@pytest.fixture
def context(
    session: Session, theme: Theme, failures: Failures, qtbot: QtBot
) -> Callable[[Paths], Context]:
    """Return a function that opens a workspace and gives what a screen is built with."""

    def opened(paths: Paths) -> Context:
        session.open(paths, None, PASSPHRASE, lambda _: None)
        qtbot.waitUntil(lambda: session.is_open)
        return Context(session, theme, failures, "vi")

    return opened


@pytest.fixture
def program(
    qapp: QApplication, catalogue: Catalogue, qtbot: QtBot
) -> Iterator[Callable[[Paths], Desktop]]:
    """Return a function that starts the whole program on a home, as its command does."""
    started: list[Desktop] = []

    def start(paths: Paths) -> Desktop:
        desktop = build(qapp, paths, catalogue, Clock())
        started.append(desktop)
        desktop.window.begin()
        return desktop

    yield start
    for desktop in started:
        end(desktop, qtbot)
    Theme(qapp, "light")
    Translation(qapp).use("vi")


def end(desktop: Desktop, qtbot: QtBot) -> None:
    """End the program as its menu does, unless a test has done so."""
    if desktop.window.view.isVisible():
        with qtbot.waitSignal(desktop.window.closed):
            desktop.window.quit()
    desktop.close()
    desktop.window.view.deleteLater()


@pytest.fixture
def unlocked(program: Callable[[Paths], Desktop], qtbot: QtBot) -> Callable[[Paths], Desktop]:
    """Return a function that starts the program on a home and unlocks it."""

    def start(paths: Paths) -> Desktop:
        desktop = program(paths)
        unlock(desktop, qtbot)
        return desktop

    return start


def unlock(desktop: Desktop, qtbot: QtBot, passphrase: str = PASSPHRASE) -> None:
    """Type the passphrase and wait for the desk."""
    lines = desktop.window.view.findChildren(QLineEdit, "passphrase")
    line = next(line for line in lines if line.isVisible())
    line.setText(passphrase)
    line.returnPressed.emit()
    qtbot.waitUntil(lambda: desktop.window.desk is not None)
