"""A small world made once: an office, two communes below it, and one below another office."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain import registers
from antq_desktop.domain.catalogue import Catalogue, load_catalogue
from antq_desktop.domain.deadlines import ZONE
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.enrolling import issue_certificate, make_request
from antq_desktop.services.installing import install_directory
from antq_desktop.services.opening import NewWorkspace, create_workspace, open_workspace
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.saving import add_records
from antq_desktop.services.signing import anchor_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.domain.units import Unit
    from antq_desktop.services.workspace import Workspace
    from tests.unit.services.reform_world import ReformWorld

DAY = date(2023, 12, 31)
OFFICE, OTHER_OFFICE = "347", "349"
COMMUNE, SECOND, FOREIGN = "13285", "13288", "13321"
PASSPHRASE = "demo"


@dataclass
class World:
    """The homes under one folder, and a clock that tests move by hand."""

    folder: Path
    catalogue: Catalogue
    now: datetime
    secrets: dict[str, str]

    def clock(self) -> Clock:
        """Return a clock that shows the time of this world."""
        return Clock(system=lambda: self.now)

    def later(self, **spent: float) -> None:
        """Let time pass."""
        self.now += timedelta(**spent)

    def home(self, code: str) -> Path:
        """Return the home of a unit's workspace."""
        return self.folder / code

    @contextmanager
    def open(
        self, code: str, user: str | None = None, passphrase: str = PASSPHRASE
    ) -> Iterator[Workspace]:
        """Open a workspace as its user would."""
        with open_workspace(
            paths_for(self.home(code)), user, passphrase, self.catalogue, self.clock()
        ) as workspace:
            yield workspace

    def create(self, code: str, *, office: bool = False, practice: bool = True) -> Unit:
        """Make a workspace and keep the secret of its recovery sheet."""
        units = load_units()
        unit = units.resolve(f"{code}@{DAY}", DAY)
        wanted = NewWorkspace(
            role="office" if office else "commune",
            unit=unit,
            user="Lò Thị Mẫu",
            passphrase=PASSPHRASE if practice else "a passphrase that is long",
            practice=practice,
            ca_passphrase="authority" if office else None,
        )
        self.secrets[code] = create_workspace(
            paths_for(self.home(code)), wanted, units, self.catalogue, self.clock()
        )
        return unit

    def enrol(self, office: str, commune: str) -> Path:
        """Let an office certify a commune's head, fingerprints compared; return the directory."""
        request = self.folder / f"{commune}-request.antq"
        with self.open(commune) as workspace:
            asked = make_request(workspace, request)
        with self.open(office) as workspace:
            _, directory = issue_certificate(
                workspace,
                request,
                self.folder,
                fingerprint=asked.fingerprint,
                ca_passphrase="authority",
            )
            anchor = sha256_hex(anchor_of(workspace))
        with self.open(commune) as workspace:
            install_directory(workspace, directory, fingerprint=anchor)
        return directory

    def add(self, code: str, *values: dict[str, object], register: str = "hen_coops") -> list[str]:
        """Save records and return their ids."""
        with self.open(code) as workspace:
            declared = self.catalogue.by_name[register]
            return [one.record for one in add_records(workspace, declared, values)]


def coop(day: str = "2023-05-05", **values: object) -> dict[str, object]:
    """Return the values of a complete hen coop."""
    return {"built_on": day, "moves": [{"state": "built", "on": day}], **values}


def model(**values: object) -> dict[str, object]:
    """Return the values of a complete movement model."""
    return {
        "name": "Tiếng kẻng an ninh",
        "field": "rural_security",
        "scope": "area",
        "lead": "police",
        "status": "new",
        "established_on": "2023-03-01",
        "moves": [{"state": "new", "on": "2023-03-01"}],
        **values,
    }


@pytest.fixture(scope="session")
def catalogue() -> Iterator[Catalogue]:
    """Give the catalogue with a register that the program has never seen."""
    folder = str(Path(__file__).parents[2] / "data" / "registers")
    registers.__path__.append(folder)
    yield load_catalogue()
    registers.__path__.remove(folder)
    sys.modules.pop(f"{registers.__name__}.hen_coops", None)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> World:
    """Make the world that is copied for each test."""
    now = datetime(2024, 1, 15, 8, 0, tzinfo=ZONE)
    world = World(tmp_path_factory.mktemp("world"), catalogue, now, {})
    for office in (OFFICE, OTHER_OFFICE):
        world.create(office, office=True)
    for office, commune in ((OFFICE, COMMUNE), (OFFICE, SECOND), (OTHER_OFFICE, FOREIGN)):
        world.create(commune)
        world.enrol(office, commune)
    return world


@pytest.fixture
def world(made: World, tmp_path: Path) -> World:
    """Give each test a world of its own."""
    folder = tmp_path / "world"
    shutil.copytree(made.folder, folder)
    return World(folder, made.catalogue, made.now, dict(made.secrets))


@pytest.fixture(scope="session")
def spring(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> ReformWorld:
    """Make the world of before the invented reform, which each test copies."""
    from tests.unit.services.reform_world import make_spring

    return make_spring(tmp_path_factory.mktemp("spring"), catalogue)


@pytest.fixture
def opened(world: World) -> Iterator[Workspace]:
    """Give the open workspace of a commune that has entered nothing."""
    with world.open(COMMUNE) as workspace:
        yield workspace
